// The files of a model: the one that was asked for, what it imports, and the standard library.
#pragma once

#include "frontends/graph/Ast.h"
#include "frontends/graph/Diagnostic.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace aic::graph {

/// A file that was parsed without errors, its declarations by name.
struct Unit {
  std::unique_ptr<File> file;
  std::string directory; // of the file, "" for the current one
  bool library = false;  // of the language's own
  std::map<std::string, const Item*> blocks;
  std::map<std::string, const Item*> constants;
  std::vector<const Item*> graphs;      // in the order of the file
  const Item* entries = nullptr;        // its line `entries`
  Unit* functions = nullptr;            // what the language's own functions are written in
  std::map<std::string, Unit*> imports; // by the name before the dot; the libraries are always there

  const SourceFile& source() const { return *file->source; }
};

/// Reads files, each once.
class Units {
public:
  explicit Units(std::vector<Diagnostic>& diagnostics) : diagnostics_(diagnostics) {}

  /// The model's file with all its imports, or null where any has an error (reported).
  Unit* load(const std::string& path);
  Unit* loadText(const std::string& path, const std::string& text);

  /// A path that a file of the model names, made relative to the current directory; "" where it leaves the
  /// model's folder or is absolute (reported at `span`).
  std::string inside(const Unit& unit, Span span, const std::string& path);

  /// Whether a block declares parameters, itself or through its calls: then its calls need a path.
  bool hasParameters(const Item& block) const { return parametric_.count(&block) > 0; }

  bool unreadable() const { return unreadable_; }

  /// The files that were read, by their canonical paths.
  std::vector<std::string> files() const {
    std::vector<std::string> paths;
    for (const auto& [path, unit] : byPath_)
      paths.push_back(path);
    return paths;
  }

private:
  Unit* parseUnit(const std::string& path, std::string text);
  bool declare(Unit& unit);
  bool importAll(Unit& unit, const std::string& canonical);
  bool loadLibraries();
  void findParametric();

  std::vector<Diagnostic>& diagnostics_;
  std::vector<std::unique_ptr<Unit>> units_;
  std::map<std::string, Unit*> byPath_;    // canonical path
  std::vector<std::string> importing_;     // canonical paths on the way, for cycles
  std::string root_;                       // canonical folder of the model
  std::map<std::string, Unit*> libraries_; // by the name before the dot
  Unit* functions_ = nullptr;
  std::set<const Item*> parametric_;
  bool unreadable_ = false;
};

/// The whole text of a file. False with a reason where it cannot be read or is larger than the parser takes.
bool readText(const std::string& path, std::string& text, std::string& problem);

/// The libraries' text, nn.graph, optim.graph, lora.graph and functions.graph, embedded at build time.
extern const char kStandardLibrary[], kOptimisers[], kAdapters[], kFunctions[];

} // namespace aic::graph
