// Vulkan's part of the way from a fused module to shaders, for the driver and for tests: see Vulkan.h.
#include "compiler/codegen/vulkan/Vulkan.h"
#include "compiler/lowering/Lowering.h"
#include "compiler/transforms/Passes.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Pass/PassManager.h"

using namespace mlir;

namespace aic::codegen {

LogicalResult prepareForVulkan(ModuleOp module) {
  PassManager split(module.getContext());
  split.addNestedPass<func::FuncOp>(transforms::createSplitConstants());
  split.addNestedPass<func::FuncOp>(transforms::createSplitConcats());
  // What Vulkan takes hangs on what is fused and narrowed: a bool may live inside a kernel.
  return success(succeeded(split.run(module)) && succeeded(narrowVulkanTypes(module)) &&
                 succeeded(checkVulkanCoverage(module)));
}

LogicalResult scheduleForVulkan(ModuleOp module) {
  PassManager form(module.getContext());
  form.addPass(lowering::createFormKernels());
  return success(succeeded(form.run(module)) && succeeded(assignVulkanTiles(module)));
}

} // namespace aic::codegen
