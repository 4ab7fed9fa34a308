#include "compiler/codegen/Targets.h"

#include "compiler/codegen/cpu/Codegen.h"
#include "compiler/codegen/vulkan/Vulkan.h"
#include "mlir/Pass/PassRegistry.h"

using namespace mlir;

namespace aic::codegen {
namespace {

struct PipelineOptions : PassPipelineOptions<PipelineOptions> {
  Option<std::string> cpu{*this, "target-cpu", llvm::cl::desc("LLVM's name of the CPU"),
                          llvm::cl::init("native")};
};

using Build = void (*)(const Target& target, OpPassManager& pm);

void registerPipeline(const TargetKind& kind, StringRef what, StringRef description, Build build) {
  std::string name = ("aic-" + kind.name() + "-" + what).str();
  auto make = kind.make;
  PassPipelineRegistration<PipelineOptions>(
      name, description, [make, build](OpPassManager& pm, const PipelineOptions& options) {
        auto made = make({options.cpu});
        if (!made)
          llvm::report_fatal_error(made.takeError(), /*gen_crash_diag=*/false);
        if (made->size() != 1)
          llvm::report_fatal_error("target-cpu: a pipeline is for one CPU", /*gen_crash_diag=*/false);
        build(*made->front(), pm);
      });
}

} // namespace

llvm::ArrayRef<const TargetKind*> targets() {
  static const TargetKind* const kTargets[] = {&cpuTarget(), &vulkanTarget()};
  return kTargets;
}

const TargetKind* targetNamed(StringRef name) {
  for (const TargetKind* kind : targets())
    if (kind->name() == name)
      return kind;
  return nullptr;
}

void registerTargets() {
  for (const TargetKind* kind : targets())
    transforms::registerTarget(kind->passes);
}

void registerTargetPasses() {
  for (const TargetKind* kind : targets()) {
    kind->registerPasses();
    registerPipeline(*kind, "fit", "from fused operators to what this target computes",
                     [](const Target& target, OpPassManager& pm) { target.addFitPasses(pm); });
    registerPipeline(*kind, "schedule", "from what this target computes to a plan with tiles and offsets",
                     [](const Target& target, OpPassManager& pm) { target.buildSchedulePipeline(pm); });
  }
}

} // namespace aic::codegen
