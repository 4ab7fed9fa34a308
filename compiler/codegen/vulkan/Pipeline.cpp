// Vulkan's part of the way from a fused module to shaders, for the driver and for tests: see Vulkan.h.
#include "compiler/codegen/vulkan/Vulkan.h"
#include "compiler/lowering/Lowering.h"
#include "compiler/transforms/Passes.h"
#include "dialects/aic/Aic.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Pass/PassManager.h"

using namespace mlir;

namespace aic::codegen {
namespace {

// The least that maxStorageBufferRange is.
constexpr int64_t kBoundEverywhere = int64_t(128) << 20;

// Constants are split by now; a larger activation is one binding, and not every device takes it.
void warnOfLargestTensor(ModuleOp module) {
  Value largest;
  int64_t bytes = kBoundEverywhere;
  auto see = [&](Value value) {
    if (int64_t own = tensorBytes(cast<RankedTensorType>(value.getType())); own > bytes)
      largest = value, bytes = own;
  };
  for (auto function : module.getOps<func::FuncOp>())
    for (Block& block : function.getBody()) {
      llvm::for_each(block.getArguments(), see);
      for (Operation& op : block)
        if (!isa<ConstantOp>(op))
          llvm::for_each(op.getResults(), see);
    }
  if (largest)
    emitWarning(largest.getLoc()) << "on Vulkan a device need not bind more than " << kBoundEverywhere
                                  << " bytes at once (maxStorageBufferRange), and this tensor has " << bytes
                                  << ": one that does not refuses the model; " << kBoundEverywhere / 4
                                  << " elements of 4 bytes fit everywhere";
}

} // namespace

LogicalResult prepareForVulkan(ModuleOp module) {
  PassManager split(module.getContext());
  split.addNestedPass<func::FuncOp>(transforms::createSplitConstants());
  split.addNestedPass<func::FuncOp>(transforms::createSplitConcats());
  // What Vulkan takes hangs on what is fused and narrowed: a bool may live inside a kernel.
  if (failed(split.run(module)) || failed(narrowVulkanTypes(module)) || failed(checkVulkanCoverage(module)))
    return failure();
  warnOfLargestTensor(module);
  return success();
}

LogicalResult scheduleForVulkan(ModuleOp module) {
  PassManager form(module.getContext());
  form.addPass(lowering::createFormKernels());
  return success(succeeded(form.run(module)) && succeeded(assignVulkanTiles(module)));
}

} // namespace aic::codegen
