// An ONNX model to a module of the `aic` dialect.
#pragma once

#include "dialects/Mlir.h"
#include "frontends/graph/Diagnostic.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace aic::onnx {

/// Computes an operation of the `aic` dialect that has one result, on constant operands, and takes the steps
/// that it needs from `budget`. Null where that is not enough, or where the operation fails (an index out of
/// range, a division by zero), which is then left for the run. Shapes that a model computes are folded with
/// it while the model is imported; the compiler passes its reference evaluator in, so that there is one
/// meaning of each operation.
using Fold =
    std::function<mlir::ElementsAttr(mlir::Operation*, llvm::ArrayRef<mlir::ElementsAttr>, int64_t& budget)>;

/// --state INPUT=OUTPUT: what the output was is what the next run finds as the input. `*` in both stands for
/// a number: all such pairs.
struct StateOption {
  std::string input, output;
};

struct LoadOptions {
  std::map<std::string, int64_t> dims;                ///< --dim NAME=VALUE
  std::map<std::string, std::vector<int64_t>> shapes; ///< --shape INPUT=1x3x48x320
  std::map<std::string, std::string> binds;           ///< --bind INPUT=FILE.npy: the input becomes a constant
  std::vector<std::string> externalFolders; ///< --allow-external-data FOLDER: external data may lie below it
  std::vector<StateOption> states;
  int64_t capacity =
      0;     ///< --capacity N: states that grow (Concat(past, new)) are buffers of so many; 0: not given
  Fold fold; ///< required
  int64_t maxOperators = 1000000; ///< more than these, once functions are unfolded, is an error
};

struct LoadResult {
  /// One public func.func; null on error.
  mlir::OwningOpRef<mlir::ModuleOp> module;
  /// Diagnostics name the file as `path` spells it; the message begins with the node.
  std::vector<graph::Diagnostic> diagnostics;
  /// The parsed model and the mapped external data, where the constants lie: must outlive the module.
  std::shared_ptr<void> keepAlive;
  /// The files that were read: the model, its external data, what was bound.
  std::vector<std::string> files;
  /// Inputs whose values decide a shape (or an axis, a size, ...): what --bind may be given for.
  std::vector<std::string> bindable;
  std::string origin; ///< "pytorch 1.13.0, opset 17": what wrote the file, as it says itself
  /// 0 good, 1 the model or an option is wrong, 3 an operator or a type is not supported, 4 a file cannot be
  /// read, 70 our own fault.
  int exitCode = 0;
};

/// Reads the file at `path`. Loads the dialects it needs into `context`.
LoadResult loadOnnx(mlir::MLIRContext& context, const std::string& path, const LoadOptions& options);

/// The same for bytes in memory; external data is looked up beside `path`.
LoadResult loadOnnxBytes(mlir::MLIRContext& context, const std::string& path, llvm::StringRef bytes,
                         const LoadOptions& options);

/// A row of the table of operators.
struct OperatorInfo {
  std::string domain; ///< "" is ONNX's own
  std::string name;
  std::vector<int64_t> versions;       ///< the opsets since which it is imported in a way of its own
  std::vector<std::string> attributes; ///< those that are known
  std::string note;                    ///< what is not supported of it; may be empty
};

/// All operators, sorted by domain and name.
std::vector<OperatorInfo> supportedOperators();

/// The same as a document in Markdown (OPERATORS.md).
std::string operatorTable();

/// The newest opset that the table was written for.
int64_t newestOpset();

} // namespace aic::onnx
