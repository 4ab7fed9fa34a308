// A `.graph` file to a module of the `aic` dialect.
#pragma once

#include "dialects/Mlir.h"
#include "frontends/graph/Diagnostic.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace aic::weights {
class WeightFile;
}

namespace aic::graph {

constexpr size_t kMaxEntries = 64;

struct LoadOptions {
  /// The graphs' names, an entry each, in this order. {}: the file's line `entries`, else its first graph.
  /// {"all"}: every graph of the file, unless one has that name.
  std::vector<std::string> graphs;
  /// --dim NAME=VALUE,VALUE: each graph with inputs of that dimension is made once for each value, in all
  /// combinations; more than kMaxEntries in all are an error.
  std::map<std::string, std::vector<int64_t>> dims;
  /// "": as the file says; a path; "random:SEED"; or several with commas between, of which the first that has
  /// a tensor gives it: "adapters.safetensors,base.safetensors,random:1".
  std::string weights;
  std::string stripPrefix = {};   // what the names in the files of weights begin with, and the model's do not
  int64_t maxOperators = 1000000; // more than these in the program is an error
  int64_t maxSteps = 20000000;    // of compile-time evaluation
};

struct LoadResult {
  /// The states, then a public func.func an entry, in order; null on error. A function has its named
  /// dimensions in `aic.dims` and, where its symbol is another, its graph's name in `aic.entry`.
  mlir::OwningOpRef<mlir::ModuleOp> module;
  std::vector<Diagnostic> diagnostics;
  /// The mapped weights: must outlive the module.
  std::shared_ptr<void> keepAlive;
  /// What the graphs have of the weights, by its full name, in the order of the declarations.
  std::vector<std::pair<std::string, mlir::ElementsAttr>> parameters;
  /// Of these, those that lie in blocks of few bits in their file: that, and the name there.
  std::map<std::string, std::pair<std::shared_ptr<weights::WeightFile>, std::string>> blocks;
  /// The files that were read: the model, its imports, its weights. An output must not replace one of them.
  std::vector<std::string> files;
  /// 0 good, 1 the model is wrong, 4 a file cannot be read, 70 our own fault.
  int exitCode = 0;
};

/// Reads the file at `path`, what it imports and its weights, and evaluates its graphs. Loads the dialects it
/// needs into `context`. Diagnostics name the file as `path` spells it.
LoadResult loadGraph(mlir::MLIRContext& context, const std::string& path, const LoadOptions& options = {});

/// The same for text that is in memory; imports and weights are looked up beside `path`.
LoadResult loadGraphText(mlir::MLIRContext& context, const std::string& path, const std::string& text,
                         const LoadOptions& options = {});

/// Names and shapes of the graphs in a file would be a parse; the names of all primitives and layers are
/// here, for completion and for the documentation's tests.
std::vector<std::string> primitiveNames();

} // namespace aic::graph
