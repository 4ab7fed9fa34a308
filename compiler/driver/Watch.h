// What passes do, for those who write them: the module after one of them, and each change as a diff.
#pragma once

#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"
#include "mlir/Pass/PassManager.h"

#include <functional>
#include <string>
#include <vector>

namespace aic::driver {

/// Of all pass managers of a compilation; outlives them.
class Watch {
public:
  /// `after` is the name of a pass as the command line has it ("aic-fuse-attention"), or "". `change`, where
  /// it is set, is called after each pass that changed the module, with the pass's name and a diff.
  Watch(std::string after, std::function<void(const std::string&)> change)
      : after_(std::move(after)), change_(std::move(change)) {}

  bool isOn() const { return !after_.empty() || change_; }
  void addTo(mlir::PassManager& pm);

  /// The module as the last run of the pass `after` left it; null where it has not run.
  mlir::ModuleOp found() const { return found_ ? *found_ : mlir::ModuleOp(); }
  /// The names of the passes that have run, in the order of their first runs.
  const std::vector<std::string>& passes() const { return passes_; }

private:
  friend class WatchInstrumentation;
  void before(mlir::Operation* op);
  void after(mlir::Pass* pass, mlir::Operation* op);

  std::string after_;
  std::function<void(const std::string&)> change_;
  std::vector<std::string> passes_;
  mlir::OwningOpRef<mlir::ModuleOp> found_;
  std::string text_; // of the module before the pass that runs
};

/// What changed between two texts of a module, as `diff -u` shows it, without a heading; "" where nothing
/// did. A line that differs in the numbers of its values alone has not changed.
std::string moduleDiff(llvm::StringRef before, llvm::StringRef after);

/// Runs the passes on the module. Where they fail and `reproducer` is not empty, the module as it was before
/// is written to that file as MLIR's bytecode, with its weights and with the pipeline, so that
/// `aic-opt --run-reproducer FILE` does the same again; `written` says whether that went well.
mlir::LogicalResult runPasses(mlir::PassManager& pm, mlir::ModuleOp module, const std::string& reproducer,
                              bool& written);

/// The module as MLIR's bytecode, weights and all; "" where it cannot be written.
std::string bytecode(mlir::ModuleOp module);

} // namespace aic::driver
