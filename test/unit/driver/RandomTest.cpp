// Random models of every operation and type: no pass of the pipeline, and no step of lowering, changes what
// they compute; what compiles unfused compiles fused; nothing is our own fault. What fails is shrunk before
// it is shown.
//
// AIC_RANDOM_SECONDS=N runs for N seconds with seeds that nobody has seen; AIC_RANDOM_SEED=N repeats one.
#include "compiler/driver/Driver.h"
#include "compiler/lowering/Lowering.h"
#include "compiler/reference/Plan.h"
#include "compiler/reference/Uncertainty.h"
#include "compiler/transforms/Passes.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/Verifier.h"
#include "mlir/Pass/PassInstrumentation.h"
#include "mlir/Pass/PassManager.h"
#include "test/unit/transforms/RandomOperators.h"

#include "llvm/ADT/StringSet.h"
#include "llvm/Support/PrettyStackTrace.h"
#include "llvm/Support/Signals.h"
#include "llvm/Support/raw_ostream.h"

#include "gtest/gtest.h"
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <random>

using namespace mlir;

namespace aic::driver {
namespace {

using reference::Tensor;
using transforms::test::exactInputs;
using Results = SmallVector<Tensor>;

std::string text(ModuleOp module) {
  std::string text;
  llvm::raw_string_ostream out(text);
  module->print(out);
  return text;
}

Block& bodyOf(ModuleOp module) {
  return (*module.getOps<func::FuncOp>().begin()).getBody().front();
}

/// Where results differ by more than `relative` of an element, or `absolute` where that is more; "" where
/// they do not.
std::string difference(ArrayRef<Tensor> found, ArrayRef<Tensor> expected, double absolute, double relative) {
  std::string said;
  llvm::raw_string_ostream out(said);
  if (found.size() != expected.size())
    return "another number of results";
  for (auto [r, a, b] : llvm::enumerate(found, expected)) {
    if (a.shape != b.shape || a.element != b.element || a.size() != b.size()) {
      out << "result " << r << " has another type";
      return said;
    }
    for (int64_t i = 0; i < a.size(); ++i) {
      bool equal;
      if (!a.isFloat())
        equal = a.i[i] == b.i[i];
      else if (std::isnan(b.f[i]) || std::isinf(b.f[i]))
        equal = std::isnan(b.f[i]) ? std::isnan(a.f[i]) : a.f[i] == b.f[i];
      else
        equal = std::fabs(a.f[i] - b.f[i]) <= absolute + relative * std::fabs(b.f[i]);
      if (equal)
        continue;
      out << "result " << r << "[" << i << "] is ";
      if (a.isFloat())
        out << a.f[i] << ", not " << b.f[i];
      else
        out << a.i[i] << ", not " << b.i[i];
      return said;
    }
  }
  return "";
}

/// Bits of the least exact float type that the module has.
unsigned leastPrecision(ModuleOp module) {
  unsigned bits = 53;
  module.walk([&](Operation* op) {
    for (Value value : op->getResults())
      if (auto element = dyn_cast<FloatType>(getElementTypeOrSelf(value.getType())))
        bits = std::min(bits, element.getFPMantissaWidth());
  });
  for (BlockArgument argument : bodyOf(module).getArguments())
    if (auto element = dyn_cast<FloatType>(getElementTypeOrSelf(argument.getType())))
      bits = std::min(bits, element.getFPMantissaWidth());
  return bits;
}

/// Evaluates the module after each pass, and compares with what it was before that pass.
class EachPass : public PassInstrumentation {
public:
  EachPass(ModuleOp module, ArrayRef<Tensor> inputs, Results expected, std::string& fault)
      : module(module), inputs(inputs), expected(std::move(expected)), fault(fault),
        rounded(std::ldexp(64.0, -int(leastPrecision(module)))) {}

  void runAfterPass(Pass* pass, Operation*) override {
    if (!fault.empty())
      return;
    Results found;
    if (failed(verify(module)))
      fault = "the module is invalid";
    else if (failed(reference::evaluateBlock(bodyOf(module), inputs, found)))
      fault = "the module cannot be evaluated";
    else
      // These compute constants, and round them once. Of products of ten such numbers much is left.
      fault = isRounding(pass->getArgument()) ? difference(found, expected, 16 * rounded, 16 * rounded)
                                              : difference(found, expected, 1e-9, 1e-9);
    if (!fault.empty() && isRounding(pass->getArgument()) && isUncertain(found))
      fault.clear();
    if (!fault.empty())
      fault = "after " + pass->getArgument().str() + ": " + fault;
    expected = std::move(found);
  }

private:
  /// True where roundings of what the module computes move each element that differs too: the sine of a sum
  /// of thousands. What differs by more than 64 times what such computations move is no rounding
  /// (Uncertainty.h).
  bool isUncertain(ArrayRef<Tensor> found) {
    std::vector<Results> moved(reference::kMovedComputations);
    for (auto [i, results] : llvm::enumerate(moved)) {
      reference::RandomRounding rounding(i + 1);
      if (failed(reference::evaluateBlock(bodyOf(module), inputs, results, &rounding)))
        return false;
    }
    auto element = [](const Tensor& tensor, int64_t i) {
      return tensor.isFloat() ? tensor.f[i] : double(tensor.i[i]);
    };
    for (auto [r, a, b] : llvm::enumerate(found, expected)) {
      if (a.type() != b.type() || a.size() != b.size())
        return false;
      for (int64_t i = 0; i < a.size(); ++i) {
        const double x = element(a, i), y = element(b, i);
        double spread = 0; // NaN and infinity too where a number is not always one
        for (const Results& results : moved)
          if (double z = element(results[r], i); z != x && !(std::isnan(z) && std::isnan(x)))
            spread = std::max(spread, std::isfinite(z - x) ? std::fabs(z - x) : HUGE_VAL);
        const double bound = a.isFloat() ? 16 * rounded * (1 + std::fabs(y)) : 0;
        if (x != y && !(std::isnan(x) && std::isnan(y)) && !(std::fabs(x - y) <= bound) &&
            !(spread == HUGE_VAL || std::fabs(x - y) <= 64 * spread))
          return false;
      }
    }
    return found.size() == expected.size();
  }

  static bool isRounding(StringRef pass) {
    return pass == "aic-fold-constants" || pass == "aic-fold-batch-norm" ||
           pass == "aic-decompose-batch-norm" || pass == "aic-recognise-activations" ||
           pass == "aic-fuse-attention";
  }

  ModuleOp module;
  ArrayRef<Tensor> inputs;
  Results expected;
  std::string& fault;
  double rounded;
};

/// Swallows errors: they are what is looked for, and shrinking makes many.
struct Silence : ScopedDiagnosticHandler {
  explicit Silence(MLIRContext* context)
      : ScopedDiagnosticHandler(context, [this](Diagnostic& diagnostic) {
          said += diagnostic.str() + "\n";
          return success();
        }) {}
  std::string said;
};

/// What is wrong with the passes and the lowering of this module; "" where nothing is.
std::string faultOf(ModuleOp given, uint64_t seed) {
  MLIRContext* context = given.getContext();
  Silence silence(context);
  OwningOpRef<ModuleOp> module = given.clone();
  if (failed(verify(*module)))
    return ""; // of the shrinking
  Results inputs = exactInputs(*module, seed), expected;
  if (failed(reference::evaluateBlock(bodyOf(*module), inputs, expected)))
    return "";
  std::string fault;
  PassManager pm(context);
  pm.enableVerifier(false); // we do
  pm.addInstrumentation(std::make_unique<EachPass>(*module, inputs, expected, fault));
  transforms::buildFusionPipeline(pm);
  bool done = succeeded(pm.run(*module));
  if (!fault.empty() || !done)
    return (fault.empty() ? "the pipeline fails" : fault) + "\n" + silence.said;
  Results fused;
  if (failed(reference::evaluateBlock(bodyOf(*module), inputs, fused)))
    return "the fused module cannot be evaluated";

  PassManager lower(context);
  lower.addPass(lowering::createFormKernels());
  lower.addNestedPass<schedule::ProgramOp>(lowering::createPlanMemory());
  if (failed(lower.run(*module)))
    return "lowering fails\n" + silence.said;
  Results found;
  reference::StateValues none;
  if (failed(reference::Plan(*module->getOps<schedule::ProgramOp>().begin()).run(inputs, none, found)))
    return "after lowering the plan cannot be evaluated\n" + silence.said;
  if (std::string why = difference(found, fused, 1e-9, 1e-9); !why.empty())
    return "after lowering: " + why;
  return "";
}

struct Outcome {
  int code;
  std::string said;
};

Outcome compile(const std::string& module, const std::string& target, bool fuse) {
  Options options;
  options.module = module;
  options.targets = {target};
  if (!fuse) {
    transforms::FusionOptions& fusion = options.fusion;
    fusion.foldConstants = fusion.sliceTakes = fusion.foldBatchNorm = fusion.recogniseNorms = false;
    fusion.recogniseActivations = fusion.fuseAttention = fusion.simplifyMoves = false;
    fusion.mergeProjections = fusion.fuseViews = fusion.fuseEpilogues = false;
  }
  Compilation compilation(options);
  int code = compilation.reach(Stage::Code);
  return {code, graph::render(compilation.diagnostics())};
}

/// What is wrong with compiling this module for a target; "" where nothing is.
std::string compilationFaultOf(ModuleOp module, const std::string& target) {
  std::string model = text(module);
  Outcome fused = compile(model, target, true);
  if (fused.code == kOurFault)
    return fused.said;
  if (fused.code == kGood)
    return "";
  Outcome plain = compile(model, target, false);
  return plain.code == kGood ? "it compiles without fusions, but with them: " + fused.said : "";
}

void check(uint64_t seed, bool compiles) {
  static const bool prints =
      (llvm::sys::PrintStackTraceOnErrorSignal(""), llvm::EnablePrettyStackTrace(), true);
  llvm::PrettyStackTraceFormat crash("AIC_RANDOM_SEED=%llu",
                                     static_cast<unsigned long long>(prints ? seed : 0));
  MLIRContext context;
  context.disableMultithreading();
  context.loadDialect<schedule::ScheduleDialect>();
  OwningOpRef<ModuleOp> module = transforms::test::randomOperators(context, seed, 3 + int(seed % 22));
  ASSERT_TRUE(succeeded(verify(*module))) << "the generator makes what is no model, seed " << seed;
  auto report = [&](llvm::function_ref<std::string(ModuleOp)> fault) {
    std::string why = fault(*module);
    if (why.empty())
      return false;
    OwningOpRef<ModuleOp> small =
        transforms::test::shrunk(*module, [&](ModuleOp smaller) { return !fault(smaller).empty(); });
    ADD_FAILURE() << "AIC_RANDOM_SEED=" << seed << ": " << why << "\nsmallest: " << fault(*small) << "\n"
                  << text(*small);
    return true;
  };
  if (report([&](ModuleOp smaller) { return faultOf(smaller, seed); }) || !compiles)
    return;
  for (const char* target : {"cpu", "vulkan"})
    report([&](ModuleOp smaller) { return compilationFaultOf(smaller, target); });
}

double secondsSince(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// AIC_RANDOM_SEED=N: that model alone. AIC_RANDOM_SECONDS=N: new ones for so long.
TEST(Random, PassesAndLoweringKeepTheNumbers) {
  if (const char* wanted = std::getenv("AIC_RANDOM_SEED"))
    return check(std::strtoull(wanted, nullptr, 10), true);
  const char* seconds = std::getenv("AIC_RANDOM_SECONDS");
  const uint64_t first = seconds ? std::random_device()() * uint64_t(1000000) : 0;
  const auto start = std::chrono::steady_clock::now();
  uint64_t seed = first;
  for (int faults = 0; faults < 10; ++seed) {
    if (seconds ? secondsSince(start) >= std::atof(seconds) : seed == 500)
      break;
    const bool before = HasFailure();
    check(seed, seed % 10 == 0);
    faults += HasFailure() && !before;
  }
  std::printf("seeds %llu to %llu\n", static_cast<unsigned long long>(first),
              static_cast<unsigned long long>(seed) - 1);
}

/// The net has no holes: every operation that a frontend makes turns up, on every element type some.
TEST(Random, EveryOperationTurnsUp) {
  MLIRContext context;
  context.disableMultithreading();
  context.loadDialect<AicDialect, func::FuncDialect>();
  llvm::StringSet<> seen, types;
  for (uint64_t seed = 0; seed < 1200; ++seed) {
    OwningOpRef<ModuleOp> module = transforms::test::randomOperators(context, seed, 3 + int(seed % 22));
    module->walk([&](Operation* op) {
      seen.insert(op->getName().getStringRef());
      for (Type type : op->getResultTypes())
        types.insert(describe(getElementTypeOrSelf(type)));
    });
  }
  for (RegisteredOperationName name : context.getRegisteredOperations()) {
    if (name.getDialectNamespace() != "aic")
      continue;
    StringRef own = name.getStringRef();
    bool isMadeByPasses = own == "aic.fused" || own == "aic.yield" || own == "aic.recurrence" ||
                          own == "aic.block_linear" || own == "aic.quantised_attention";
    bool isInNoFunction = own == "aic.state";
    bool isReplacedFirst = own == "aic.gradient" || own == "aic.stop_gradient"; // gradient_test has them,
    bool isGradient = own == "aic.conv2d_weight_gradient" || own == "aic.max_pool2d_gradient"; // and these
    EXPECT_TRUE(seen.contains(own) || isMadeByPasses || isInNoFunction || isReplacedFirst || isGradient)
        << own.str() << " never turns up";
  }
  EXPECT_EQ(types.size(), 10u);
}

} // namespace
} // namespace aic::driver
