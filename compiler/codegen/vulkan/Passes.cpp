// The steps of Vulkan's code generation as passes.
#include "compiler/codegen/vulkan/Passes.h"

#include "compiler/codegen/Concats.h"
#include "compiler/codegen/vulkan/MathFunctions.h"
#include "compiler/codegen/vulkan/Vulkan.h"
#include "dialects/aic/Aic.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/GPU/IR/GPUDialect.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/SPIRV/IR/SPIRVDialect.h"
#include "mlir/Dialect/SPIRV/IR/SPIRVOps.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Pass/PassRegistry.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"

using namespace mlir;

namespace aic::codegen {

#define GEN_PASS_DEF_VULKANCOVERAGE
#define GEN_PASS_DEF_VULKANDECORATE
#define GEN_PASS_DEF_VULKANEMIT
#define GEN_PASS_DEF_VULKANFUNCTIONS
#define GEN_PASS_DEF_VULKANNARROWTYPES
#define GEN_PASS_DEF_VULKANTILES
#include "compiler/codegen/vulkan/Passes.h.inc"

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

struct VulkanCoverage : impl::VulkanCoverageBase<VulkanCoverage> {
  void runOnOperation() override {
    if (failed(checkVulkanCoverage(getOperation())))
      return signalPassFailure();
    warnOfLargestTensor(getOperation());
  }
};

struct VulkanNarrowTypes : impl::VulkanNarrowTypesBase<VulkanNarrowTypes> {
  void runOnOperation() override {
    if (failed(narrowVulkanTypes(getOperation())))
      signalPassFailure();
  }
};

struct VulkanTiles : impl::VulkanTilesBase<VulkanTiles> {
  void runOnOperation() override {
    if (failed(assignVulkanTiles(getOperation())))
      signalPassFailure();
  }
};

struct VulkanEmit : impl::VulkanEmitBase<VulkanEmit> {
  void runOnOperation() override {
    ModuleOp module = getOperation();
    for (auto kernel : module.getOps<schedule::KernelOp>())
      if (!kernel.getTiling() || !kernel.getWorkgroups()) {
        kernel.emitError("the kernel has no tiling (aic-vulkan-tiles makes one)");
        return signalPassFailure();
      }
    if (failed(checkRuns(module, "Vulkan", writesRunsOfRows)))
      return signalPassFailure();
    OwningOpRef<ModuleOp> kernels = emitVulkanKernels(module);
    module.getBody()->clear();
    module.getBody()->getOperations().splice(module.getBody()->end(), kernels->getBody()->getOperations());
  }
};

// The conversion keeps a loop's results in variables that are written at the end of each round: after a loop
// of no rounds they hold what an earlier one left, or nothing. Such a loop's results are what it began with.
void keepStartOfEmptyLoops(ModuleOp kernels) {
  kernels.walk([](scf::ForOp loop) {
    auto lower = getConstantIntValue(loop.getLowerBound()), upper = getConstantIntValue(loop.getUpperBound());
    if (loop.getNumResults() == 0 || (lower && upper && *lower < *upper))
      return;
    OpBuilder b(loop);
    Location loc = loop.getLoc();
    Value some =
        arith::CmpIOp::create(b, loc, arith::CmpIPredicate::slt, loop.getLowerBound(), loop.getUpperBound());
    b.setInsertionPointAfter(loop);
    for (auto [result, start] : llvm::zip(loop.getResults(), loop.getInitArgs())) {
      Value condition = some;
      if (auto vector = dyn_cast<VectorType>(result.getType()))
        condition = vector::BroadcastOp::create(b, loc, vector.clone(b.getI1Type()), some);
      auto select = arith::SelectOp::create(b, loc, condition, result, start);
      result.replaceAllUsesExcept(select, select);
    }
  });
}

struct VulkanFunctions : impl::VulkanFunctionsBase<VulkanFunctions> {
  void runOnOperation() override {
    keepStartOfEmptyLoops(getOperation());
    RewritePatternSet patterns(&getContext());
    vulkan::populateMathFunctionPatterns(patterns);
    if (failed(applyPatternsGreedily(getOperation(), std::move(patterns))))
      signalPassFailure();
  }
};

// The runtime may bind one range of the arena to an operand and to the result (lowering::readsInPlace), and
// operands may be read through two views: without this decoration a driver may assume that no two variables
// share bytes.
void decorateAliases(spirv::ModuleOp module) {
  for (auto variable : module.getOps<spirv::GlobalVariableOp>())
    if (variable.getBinding())
      variable->setAttr("aliased", UnitAttr::get(module.getContext()));
}

// Nothing is ordered by a report of failure; and Vulkan wants a storage class beside any order but none.
void relaxReports(spirv::ModuleOp module) {
  module.walk([](spirv::AtomicUMaxOp op) { op.setSemantics(spirv::MemorySemantics::None); });
}

struct VulkanDecorate : impl::VulkanDecorateBase<VulkanDecorate> {
  void runOnOperation() override {
    for (auto module : llvm::make_early_inc_range(getOperation().getOps<gpu::GPUModuleOp>()))
      module.erase(); // the conversion keeps them for a host that launches
    for (auto module : getOperation().getOps<spirv::ModuleOp>()) {
      decorateAliases(module);
      relaxReports(module);
    }
  }
};

} // namespace

#define GEN_PASS_REGISTRATION
#include "compiler/codegen/vulkan/Passes.h.inc"

void registerVulkanPasses() {
  registerAicCodegenVulkanPasses();
  PassPipelineRegistration<>("aic-vulkan-to-spirv", "from functions of workgroups to SPIR-V",
                             [](OpPassManager& pm) { buildSpirvPipeline(pm); });
}

} // namespace aic::codegen
