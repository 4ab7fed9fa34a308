// gpu.func -> spirv.module -> words, in the order of passes that works for Vulkan.
#include "compiler/codegen/vulkan/Emitters.h"
#include "compiler/codegen/vulkan/Passes.h"
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
#include "mlir/Transforms/Passes.h"

using namespace mlir;

namespace aic::codegen {
void registerVulkanDialects(DialectRegistry& registry) {
  registry
      .insert<AicDialect, schedule::ScheduleDialect, arith::ArithDialect, gpu::GPUDialect, math::MathDialect,
              memref::MemRefDialect, scf::SCFDialect, spirv::SPIRVDialect, vector::VectorDialect>();
}

void buildSpirvPipeline(OpPassManager& pm) {
  pm.addPass(createVulkanFunctions());
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
  pm.addPass(createVulkanDecorate());
}

FailureOr<std::vector<artifact::Kernel>> emitSpirv(ModuleOp schedule) {
  OwningOpRef<ModuleOp> kernels = emitVulkanKernels(schedule);
  SmallVector<uint32_t> shared;
  SmallVector<bool> reports;
  for (auto module : kernels->getOps<gpu::GPUModuleOp>()) {
    shared.push_back(static_cast<uint32_t>(module->getAttrOfType<IntegerAttr>("aic.shared_bytes").getInt()));
    reports.push_back(module->hasAttr("aic.reports"));
  }
  PassManager pm(schedule.getContext());
  buildSpirvPipeline(pm);
  if (failed(pm.run(*kernels)))
    return failure();
  SmallVector<spirv::ModuleOp> modules(kernels->getOps<spirv::ModuleOp>());
  std::vector<artifact::Kernel> result;
  size_t next = 0;
  for (auto kernel : schedule.getOps<schedule::KernelOp>()) {
    artifact::Kernel made{kernel.getSymName().str(), kernel.getFamily().str(), {}};
    for (NamedAttribute entry : vulkan::variantsOf(kernel)) {
      auto tiles = cast<DictionaryAttr>(entry.getValue());
      if (next == modules.size())
        return kernel.emitError("no SPIR-V came out for this kernel");
      artifact::Variant variant;
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
