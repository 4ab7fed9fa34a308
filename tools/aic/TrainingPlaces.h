// Where what stands in a training entry that was made comes from.
#pragma once

#include "frontends/graph/Ast.h"
#include "frontends/graph/Diagnostic.h"

#include <memory>
#include <string>
#include <vector>

namespace aic::tool {

/// A place as the user knows it.
struct TrainingPlace {
  std::string file;
  int line = 0, column = 0; // from 1; columns count bytes
};

/// Of a file's text with graphs behind it that were made of one of its own: of that graph's inputs and
/// statements the places in the file; of all else places in what was made, as --print-entry prints it.
class TrainingPlaces {
public:
  TrainingPlaces() = default; ///< knows nothing, and changes nothing
  /// `added` stands behind the file's text and a line end.
  TrainingPlaces(const graph::File& file, const graph::Item& graph, const std::string& added);

  /// The user's place of a place in that text, whose name is the file's.
  TrainingPlace find(const TrainingPlace& place) const;

  /// Whether a file of that name is what was made.
  bool isMade(const std::string& file) const { return made_ && made_->name() == file; }

  /// Moves a diagnostic, its calls and its notes there, with the text of the line.
  void move(graph::Diagnostic& diagnostic) const;

private:
  struct Origin {
    uint32_t begin; // in the whole text; up to the next one
    const graph::SourceFile* file;
    uint32_t there;
  };
  friend class PlaceFinder;

  uint32_t offset_ = 0; // of what was made
  std::shared_ptr<const graph::SourceFile> theirs_, made_;
  std::vector<Origin> origins_;
};

} // namespace aic::tool
