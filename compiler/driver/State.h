// A compilation from within: what the stages (Stages.cpp) make and what callers ask for (Driver.cpp).
#pragma once

#include "compiler/codegen/Targets.h"
#include "compiler/driver/Content.h"
#include "compiler/driver/Context.h"
#include "compiler/driver/Driver.h"
#include "compiler/driver/Watch.h"
#include "compiler/transforms/Precision.h"
#include "compiler/transforms/Remarks.h"
#include "frontends/weights/Weights.h"
#include "mlir/Pass/PassManager.h"

namespace aic::driver {

/// A target of this compilation, and how far it is.
struct Way {
  const codegen::TargetKind* kind;
  std::unique_ptr<codegen::Target> target;
  mlir::OwningOpRef<mlir::ModuleOp> plan; // what fits, from Schedule on the plan
  bool coded = false;
};

struct Compilation::State {
  Options options;
  Context context;
  std::vector<graph::Diagnostic> diagnostics;
  std::shared_ptr<transforms::CollectedRemarks> remarks;
  std::vector<std::string> files;
  std::vector<std::pair<std::string, mlir::ElementsAttr>> parameters; // of a graph, as it was read
  std::map<std::string, std::pair<std::shared_ptr<weights::WeightFile>, std::string>> blocks; // of a graph's
  std::shared_ptr<void> keepAlive; // before the modules: they refer to the mapped weights
  mlir::OwningOpRef<mlir::ModuleOp> original, fusedModule;
  std::vector<Way> ways; // one a target, in the order of the options; of several CPUs the best first; from
                         // Fused on
  ContentStorage storage;
  artifact::Content content;
  std::vector<MemoryUse> memoryUse;
  bool done[static_cast<int>(Stage::Artifact) + 1] = {};
  int failed = kGood;   // the exit code of the stage that failed
  std::string lastPass; // that began, of any pass manager: the name to blame where nothing was said
  Watch watch{"", nullptr};
  std::vector<graph::Diagnostic> reproduced; // where the reproducer is: said after what went wrong

  void progress(const std::string& what) {
    if (options.progress)
      options.progress(what);
  }
  Way& way(llvm::StringRef target) {
    return *llvm::find_if(ways, [&](const Way& way) { return way.kind->name() == target; });
  }
  int fail(int code, std::string message) {
    graph::Diagnostic diagnostic;
    diagnostic.message = std::move(message);
    diagnostic.file = options.path;
    diagnostics.push_back(std::move(diagnostic));
    return code;
  }
  /// Our fault, but where the system refused what we asked for.
  int failOrSystem(llvm::Error error);

  mlir::LogicalResult run(mlir::PassManager& pm, mlir::ModuleOp module, bool ours = true);
  int aic();
  int read();
  int quantise();
  int narrowStates();
  std::map<std::string, transforms::BlocksInFile> blocksInFiles() const;
  template <typename Result> int take(Result result);
  int fused();
  int schedule();
  int recompute();
  int code(Way& way);
  int ourFault(Way& way, int code);
  int code(const std::string& target);
  int artifact();
  int run(Stage stage, const std::string& target);
};

} // namespace aic::driver
