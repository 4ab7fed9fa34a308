// The steps of code generation as passes. A plan may come from a text here, so all that an emitter takes for
// granted is checked first.
#include "compiler/codegen/cpu/Passes.h"

#include "compiler/codegen/Concats.h"
#include "compiler/codegen/cpu/BlockTiling.h"
#include "compiler/codegen/cpu/Codegen.h"
#include "compiler/codegen/cpu/DepthwiseTiling.h"
#include "compiler/codegen/cpu/Emitters.h"
#include "compiler/codegen/cpu/Gates.h"
#include "compiler/codegen/cpu/IntegerTiling.h"
#include "compiler/codegen/cpu/MathFunctions.h"
#include "compiler/codegen/cpu/PairTiling.h"
#include "compiler/codegen/cpu/WinogradTiling.h"
#include "compiler/lowering/Lowering.h"
#include "dialects/aic/Quantised.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Pass/PassRegistry.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"
#include "mlir/Transforms/WalkPatternRewriteDriver.h"

using namespace mlir;

namespace aic::codegen {

#define GEN_PASS_DEF_CPUCOVERAGE
#define GEN_PASS_DEF_CPUEMIT
#define GEN_PASS_DEF_CPUMATH
#define GEN_PASS_DEF_CPUTILES
#include "compiler/codegen/cpu/Passes.h.inc"

namespace {

LogicalResult checkKernels(ModuleOp module) {
  bool good = succeeded(checkCoverage(module));
  for (auto kernel : module.getOps<schedule::KernelOp>())
    good &= succeeded(lowering::checkKernel(kernel));
  return success(good && succeeded(checkRuns(module, "the CPU", writesRuns)));
}

// Whether the tiling of a depthwise convolution has what it copies to.
bool hasRoom(schedule::KernelOp kernel, const CpuTarget& target) {
  Window window = describeWindow(splitKernel(kernel).root);
  DepthwiseTiling tiling = DepthwiseTiling::fromAttr(*kernel.getTiling());
  return scratchBytes(kernel) == tiling.scratchBytes(window) &&
         (!tiling.copied || (DepthwiseTiling::mayCopy(window) &&
                             tiling.together % DepthwiseTiling::channelsOfLine(window, target) == 0));
}

// What the kernel of a product with a gate, or with a weight that is widened, needs; 0 for others.
int64_t scratchOf(schedule::KernelOp kernel, const CpuTarget& target) {
  Operation *root = splitKernel(kernel).root, *gate = lowering::gateOf(root);
  if (isa_and_nonnull<BlockLinearOp>(root)) {
    const BlockLinear linear = describeBlockLinear(root);
    return widenedBytes(linear, chooseBlockTiling(linear, target), target);
  }
  if (kernel.getFamily() != "contraction")
    return 0;
  Contraction c = describeContraction(root, /*constantWeight=*/true);
  c.packed = kernel.getTiling()->contains("packed");
  ContractionTiling t = ContractionTiling::fromAttr(*kernel.getTiling());
  if (isPairedLinear(kernel))
    return pairScratchBytes(c, t, target);
  return gate ? chooseGateTiling(gate, c, t, target).scratchBytes(c, t, target)
              : widenedBytes(root, c, t, target);
}

// The numbers of a tiling that a text may have got wrong. (Others only make slow code.)
LogicalResult checkTiling(schedule::KernelOp kernel, const CpuTarget& target) {
  auto tiling = kernel.getTiling();
  auto positive = [&](StringRef name, int64_t most) {
    auto value = tiling ? tiling->getAs<IntegerAttr>(name) : IntegerAttr();
    return value && value.getType().isInteger(64) && value.getInt() >= 1 && value.getInt() <= most;
  };
  bool depthwise = kernel.getFamily() == "window" && isa<Conv2dOp>(splitKernel(kernel).root);
  bool good = kernel.getWorkgroups().has_value();
  if (depthwise)
    good = good && positive("pixels", 32) && positive("band", INT32_MAX) &&
           positive("row_groups", INT16_MAX) && positive("channel_groups", INT16_MAX) &&
           positive("together", INT32_MAX) &&
           static_cast<int64_t>(*kernel.getWorkgroups()) == DepthwiseTiling::fromAttr(*tiling).workgroups() &&
           hasRoom(kernel, target);
  else
    good = good && positive("units_per_group", INT64_MAX);
  if (isWinograd(kernel))
    good = good && isWinogradTiling(kernel, target);
  else if (kernel.getFamily() == "contraction")
    good = good && positive("mr", 32) && positive("nv", 8) && positive("panels_per_group", INT64_MAX) &&
           (!tiling->contains("row_parts") || positive("row_parts", INT16_MAX));
  if (good && !isWinograd(kernel) && !depthwise)
    good = scratchBytes(kernel) == scratchOf(kernel, target) &&
           (!splitKernel(kernel).gate || tiling->contains("packed"));
  if (kernel.getFamily() == "recurrence")
    good = good && positive("rows", 32) && positive("vectors", 32) &&
           tiling->contains("in_steps") == kernel.getSteps().has_value();
  if (kernel.getFamily() == "attention") {
    good = good && positive("query_vectors", 4) && positive("keys_per_tile", 32) &&
           positive("keys_per_block", 4096);
    good = good && tiling->getAs<IntegerAttr>("keys_per_block").getInt() %
                           tiling->getAs<IntegerAttr>("keys_per_tile").getInt() ==
                       0;
  }
  if (good && kernel.getFamily() == "gather")
    if (std::string why = whyNoTable(kernel); !why.empty())
      return kernel.emitError(why);
  if (!good)
    return kernel.emitError("the kernel has no tiling that its family can use (aic-cpu-tiles makes one)");
  return success();
}

FailureOr<CpuTarget> targetOf(ModuleOp module, StringRef name) {
  llvm::Expected<CpuTarget> target = resolveTarget(name);
  if (!target)
    return module.emitError(llvm::toString(target.takeError()));
  return *target;
}

struct CpuCoverage : impl::CpuCoverageBase<CpuCoverage> {
  void runOnOperation() override {
    if (failed(checkCoverage(getOperation())))
      signalPassFailure();
  }
};

struct CpuTiles : impl::CpuTilesBase<CpuTiles> {
  using CpuTilesBase::CpuTilesBase;
  void runOnOperation() override {
    FailureOr<CpuTarget> target = targetOf(getOperation(), targetCpu);
    if (failed(target) || failed(checkKernels(getOperation())))
      return signalPassFailure();
    auto all = resolveTargets(together.empty() ? targetCpu : together);
    if (!all) {
      getOperation().emitError(llvm::toString(all.takeError()));
      return signalPassFailure();
    }
    if (llvm::none_of(*all, [&](const CpuTarget& cpu) { return cpu.isSame(*target); })) {
      getOperation().emitError("the option 'together' does not name the target's CPU");
      return signalPassFailure();
    }
    if (failed(assignTiles(getOperation(), *target, small, forcedWinograd, *all)))
      signalPassFailure();
  }
};

struct CpuEmit : impl::CpuEmitBase<CpuEmit> {
  using CpuEmitBase::CpuEmitBase;
  void runOnOperation() override {
    ModuleOp module = getOperation();
    FailureOr<CpuTarget> target = targetOf(module, targetCpu);
    if (failed(target) || failed(checkKernels(module)))
      return signalPassFailure();
    for (auto kernel : module.getOps<schedule::KernelOp>())
      if (failed(checkTiling(kernel, *target)))
        return signalPassFailure();
    OwningOpRef<ModuleOp> kernels = emitKernels(module, *target);
    module.getBody()->clear();
    module.getBody()->getOperations().splice(module.getBody()->end(), kernels->getBody()->getOperations());
  }
};

struct CpuMath : impl::CpuMathBase<CpuMath> {
  using CpuMathBase::CpuMathBase;
  void runOnOperation() override {
    RewritePatternSet whole(&getContext()), patterns(&getContext());
    populateWholeFunctionPatterns(whole, avx512);
    walkAndApplyPatterns(getOperation(), std::move(whole));
    populateMathFunctionPatterns(patterns, avx512);
    if (failed(applyPatternsGreedily(getOperation(), std::move(patterns))))
      signalPassFailure();
  }
};

} // namespace

#define GEN_PASS_REGISTRATION
#include "compiler/codegen/cpu/Passes.h.inc"

void registerCpuPasses() {
  registerAicCodegenCpuPasses();
  PassPipelineRegistration<>("aic-cpu-to-llvm", "from functions of loops and vectors to the LLVM dialect",
                             [](OpPassManager& pm) { buildLLVMPipeline(pm, /*avx512=*/false); });
}

} // namespace aic::codegen
