// Vulkan as a target: its passes, and what becomes of a plan.
#include "compiler/codegen/vulkan/Passes.h"
#include "compiler/codegen/vulkan/Vulkan.h"
#include "compiler/transforms/Passes.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Pass/PassManager.h"
#include "runtime/schema/Prelude.h"

using namespace mlir;

namespace aic::codegen {
namespace {

class VulkanTarget final : public Target {
public:
  artifact::Target::Kind kind() const override { return artifact::Target::Kind::Vulkan; }

  int64_t alignment() const override { return schema::kVulkanBufferAlignment; }

  void addFitPasses(OpPassManager& pm) const override {
    pm.addNestedPass<func::FuncOp>(createVulkanSplitConstants());
    // Its result is a binding, too.
    pm.addNestedPass<func::FuncOp>(
        transforms::createSplitConcats({static_cast<unsigned>(kVulkanBuffers - 1)}));
    pm.addNestedPass<func::FuncOp>(createVulkanSplitReductions());
    pm.addPass(createVulkanNarrowTypes());
    pm.addPass(createVulkanCoverage());
  }

  void addTilePasses(OpPassManager& pm) const override { pm.addPass(createVulkanTiles()); }

  void addCodePasses(OpPassManager& pm) const override {
    pm.addPass(createVulkanEmit());
    buildSpirvPipeline(pm);
  }

  llvm::Error emit(ModuleOp planned) override {
    plan = planned;
    auto made = emitSpirv(plan);
    if (failed(made))
      return diagnosed();
    shaders = std::move(*made);
    return llvm::Error::success();
  }

  llvm::Expected<std::string> form(StringRef) override {
    OwningOpRef<ModuleOp> kernels = emitVulkanKernels(plan);
    PassManager pm(plan.getContext());
    buildSpirvPipeline(pm);
    if (failed(pm.run(*kernels)))
      return diagnosed();
    return printed(*kernels);
  }

  std::vector<std::pair<std::string, std::string>> files(StringRef) const override {
    std::vector<std::pair<std::string, std::string>> all;
    for (const artifact::Kernel& kernel : shaders)
      for (const artifact::Variant& variant : kernel.variants)
        all.emplace_back(kernel.name + "." + variant.name,
                         std::string(reinterpret_cast<const char*>(variant.words.data()),
                                     variant.words.size() * sizeof(uint32_t)));
    return all;
  }

  llvm::Error describe(artifact::Target& made) override {
    made.kind = kind();
    made.triple = "spirv1.3-unknown-vulkan1.1";
    made.kernels = shaders;
    return llvm::Error::success();
  }

private:
  ModuleOp plan;
  std::vector<artifact::Kernel> shaders;
};

constexpr CodeForm kForms[] = {{"spirv", ".mlir", true, ".spv"}};

} // namespace

const TargetKind& vulkanTarget() {
  static const TargetKind kind = {{"vulkan", whyNotOnVulkan, kVulkanBuffers},
                                  "shaders",
                                  kForms,
                                  registerVulkanDialects,
                                  registerVulkanPasses,
                                  [](const TargetOptions&) {
                                    std::vector<std::unique_ptr<Target>> one;
                                    one.push_back(std::make_unique<VulkanTarget>());
                                    return llvm::Expected<std::vector<std::unique_ptr<Target>>>(
                                        std::move(one));
                                  }};
  return kind;
}

} // namespace aic::codegen
