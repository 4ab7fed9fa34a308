// A model that goes on with a text: entries of the convention that `aic generate --help` states.
#pragma once

#include "absl/types/span.h"
#include "tools/aic/Model.h"

#include <cstdint>
#include <string>
#include <vector>

namespace aic::tool {

/// The convention, for messages and for --help.
extern const char* const kConvention;

/// The entries `prefill` (any number of sizes, or none) and `step`, with memory for what goes in and out.
class LanguageModel {
public:
  /// Finds the entries. Returns 0, or prints what the model has instead and returns the exit code.
  int Open(const aic_model* model);

  /// How many logits there are.
  int64_t vocabulary() const { return vocabulary_; }

  /// How many of `left` ids, at least one, the next run takes: as many as the largest entry that they fill.
  int64_t pieceOf(int64_t left) const;

  /// Runs the entry that takes just so many ids, which stand at position, position + 1 ...
  aic_status run(aic_session* session, absl::Span<const int64_t> ids, int64_t position);

  /// Of the last id of the last run.
  absl::Span<const float> logits() const;

private:
  struct Piece {
    uint32_t entry;
    int64_t size; // ids
    Buffer inputs[2], logits;
    size_t ids, position; // which input is which
  };

  /// Whether an entry keeps the convention, as a Piece without memory.
  static bool describe(const aic_model* model, uint32_t entry, Piece& piece);

  std::vector<Piece> pieces_; // the larger ones first; the last takes one id
  size_t last_ = 0;           // which piece ran last
  int64_t vocabulary_ = 0;
};

} // namespace aic::tool
