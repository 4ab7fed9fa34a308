// gpu.func -> spirv.module -> words, in the order of passes that works for Vulkan (shared/design/vulkan.md).
#include "compiler/codegen/vulkan/Emitters.h"
#include "compiler/codegen/vulkan/MathFunctions.h"
#include "compiler/codegen/vulkan/Vulkan.h"
#include "compiler/lowering/Lowering.h"
#include "dialects/aic/Aic.h"
#include "mlir/Conversion/GPUToSPIRV/GPUToSPIRVPass.h"
#include "mlir/Conversion/MathToSPIRV/MathToSPIRVPass.h"
#include "mlir/Dialect/Arith/Transforms/Passes.h"
#include "mlir/Dialect/GPU/IR/GPUDialect.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/SPIRV/IR/SPIRVDialect.h"
#include "mlir/Dialect/SPIRV/IR/SPIRVOps.h"
#include "mlir/Dialect/SPIRV/Transforms/Passes.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Target/SPIRV/Serialization.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"
#include "mlir/Transforms/Passes.h"

using namespace mlir;

namespace aic::codegen {
namespace {

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

// Functions as arithmetic, before anything converts them.
LogicalResult expandFunctions(ModuleOp kernels) {
  RewritePatternSet patterns(kernels.getContext());
  vulkan::populateMathFunctionPatterns(patterns);
  return applyPatternsGreedily(kernels, std::move(patterns));
}

} // namespace

void registerVulkanDialects(DialectRegistry& registry) {
  registry
      .insert<AicDialect, schedule::ScheduleDialect, arith::ArithDialect, gpu::GPUDialect, math::MathDialect,
              memref::MemRefDialect, scf::SCFDialect, spirv::SPIRVDialect, vector::VectorDialect>();
}

LogicalResult convertToSpirv(ModuleOp kernels) {
  keepStartOfEmptyLoops(kernels);
  if (failed(expandFunctions(kernels)))
    return failure();
  PassManager pm(kernels.getContext());
  OpPassManager& gpuPasses = pm.nest<gpu::GPUModuleOp>();
  gpuPasses.addPass(createCanonicalizerPass());
  gpuPasses.addPass(createCSEPass());
  gpuPasses.addPass(arith::createIntRangeOptimizationsPass());
  gpuPasses.addPass(arith::createArithUnsignedWhenEquivalentPass());
  gpuPasses.addPass(createLoopInvariantCodeMotionPass());
  gpuPasses.addPass(createCanonicalizerPass());
  gpuPasses.addPass(createCSEPass());
  gpuPasses.addPass(createConvertMathToSPIRVPass());
  pm.addPass(createConvertGPUToSPIRVPass(/*mapMemorySpace=*/false));
  OpPassManager& spirvPasses = pm.nest<spirv::ModuleOp>();
  spirvPasses.addPass(spirv::createSPIRVLowerABIAttributesPass());
  spirvPasses.addPass(spirv::createSPIRVRewriteInsertsPass());
  // Normal, and not SPIRVCanonicalizeGL, which is aggressive: merged blocks take the pointers in which they
  // differ as arguments, and logical addressing has no such thing.
  spirvPasses.addPass(createCanonicalizerPass(
      GreedyRewriteConfig().setRegionSimplificationLevel(GreedySimplifyRegionLevel::Normal)));
  spirvPasses.addPass(createCSEPass());
  spirvPasses.addPass(spirv::createSPIRVUpdateVCEPass());
  if (failed(pm.run(kernels)))
    return failure();
  for (auto module : llvm::make_early_inc_range(kernels.getOps<gpu::GPUModuleOp>()))
    module.erase(); // the pass keeps them for a host that launches
  for (auto module : kernels.getOps<spirv::ModuleOp>()) {
    decorateAliases(module);
    relaxReports(module);
  }
  return success();
}

FailureOr<std::vector<VulkanKernel>> emitSpirv(ModuleOp schedule) {
  OwningOpRef<ModuleOp> kernels = emitVulkanKernels(schedule);
  SmallVector<uint32_t> shared;
  SmallVector<bool> reports;
  for (auto module : kernels->getOps<gpu::GPUModuleOp>()) {
    shared.push_back(static_cast<uint32_t>(module->getAttrOfType<IntegerAttr>("aic.shared_bytes").getInt()));
    reports.push_back(module->hasAttr("aic.reports"));
  }
  if (failed(convertToSpirv(*kernels)))
    return failure();
  SmallVector<spirv::ModuleOp> modules(kernels->getOps<spirv::ModuleOp>());
  std::vector<VulkanKernel> result;
  size_t next = 0;
  for (auto kernel : schedule.getOps<schedule::KernelOp>()) {
    VulkanKernel made{kernel.getSymName().str(), {}};
    for (NamedAttribute entry : vulkan::variantsOf(kernel)) {
      auto tiles = cast<DictionaryAttr>(entry.getValue());
      if (next == modules.size())
        return kernel.emitError("no SPIR-V came out for this kernel");
      VulkanVariant variant;
      variant.name = entry.getName().str();
      variant.localSize[0] = static_cast<uint32_t>(tiles.getAs<IntegerAttr>("local_size").getInt());
      variant.workgroups = vulkan::workgroupGrid(tiles.getAs<IntegerAttr>("workgroups").getInt());
      variant.sharedBytes = shared[next];
      variant.reports = reports[next];
      variant.needsSubgroup = variant.name == "subgroup";
      SmallVector<uint32_t> words;
      spirv::SerializationOptions options;
      options.emitSymbolName = false;
      options.emitDebugInfo = false;
      if (failed(spirv::serialize(modules[next++], words, options)))
        return kernel.emitError("the SPIR-V of this kernel cannot be written");
      variant.words.assign(words.begin(), words.end());
      made.variants.push_back(std::move(variant));
    }
    result.push_back(std::move(made));
  }
  return result;
}

} // namespace aic::codegen
