// Every function of the lit tests computes the same numbers after all passes, and after each pass alone with
// canonicalization.
#include "mlir/Parser/Parser.h"
#include "test/unit/transforms/RandomModule.h"

#include "gtest/gtest.h"
#include <filesystem>
#include <ostream>

using namespace mlir;

namespace aic::transforms::test {
namespace {

struct Case {
  const char* name;
  bool FusionOptions::* only; ///< null: all
};

void PrintTo(const Case& it, std::ostream* out) {
  *out << it.name;
}

class Texts : public testing::TestWithParam<Case> {};

TEST_P(Texts, SameNumbers) {
  FusionOptions options;
  if (GetParam().only) {
    options = nothing();
    options.canonicalize = options.*GetParam().only = true;
  }
  int compared = 0;
  for (const auto& file :
       std::filesystem::directory_iterator(std::string(AIC_SOURCE_DIR) + "/test/compiler/transforms")) {
    if (file.path().extension() != ".mlir")
      continue;
    MLIRContext context;
    context.disableMultithreading();
    context.loadDialect<AicDialect, func::FuncDialect>();
    OwningOpRef<ModuleOp> all = parseSourceFile<ModuleOp>(file.path().string(), &context);
    ASSERT_TRUE(all) << file.path();
    for (auto function : all->getOps<func::FuncOp>()) {
      SCOPED_TRACE(file.path().filename().string() + ": " + function.getName().str());
      bool large = function
                       .walk([](Operation* op) {
                         return WalkResult(failure(llvm::any_of(op->getResultTypes(), [](Type type) {
                           return isa<ShapedType>(type) && cast<ShapedType>(type).getNumElements() > 1 << 20;
                         })));
                       })
                       .wasInterrupted();
      if (large)
        continue; // what is about big constants takes the reference seconds
      OwningOpRef<ModuleOp> module = ModuleOp::create(function.getLoc());
      for (auto state : all->getOps<StateOp>())
        module->push_back(state.clone());
      module->push_back(function.clone());
      SmallVector<reference::Tensor> results;
      bool runs;
      {
        // Parameters without data, a billion classes: not for this test.
        ScopedDiagnosticHandler silent(&context, [](Diagnostic&) { return success(); });
        runs = succeeded(reference::evaluateBlock(bodyOf(*module), randomInputs(*module, 1), results));
      }
      if (!runs)
        continue;
      // New constants are rounded to the function's type.
      bool half = llvm::any_of(function.getArgumentTypes(), [](Type type) {
        return isa<Float16Type, BFloat16Type>(getElementTypeOrSelf(type));
      });
      ASSERT_NO_FATAL_FAILURE(expectSameNumbers(*module, options, half ? 1e-3 : 2e-6));
      ++compared;
    }
  }
  EXPECT_GT(compared, 80);
}

INSTANTIATE_TEST_SUITE_P(Passes, Texts,
                         testing::Values(Case{"all", nullptr},
                                         Case{"recogniseNorms", &FusionOptions::recogniseNorms},
                                         Case{"recogniseActivations", &FusionOptions::recogniseActivations},
                                         Case{"fuseAttention", &FusionOptions::fuseAttention},
                                         Case{"splitRecurrence", &FusionOptions::splitRecurrence},
                                         Case{"mergeProjections", &FusionOptions::mergeProjections},
                                         Case{"fuseViews", &FusionOptions::fuseViews},
                                         Case{"layout", &FusionOptions::layout},
                                         Case{"fuseEpilogues", &FusionOptions::fuseEpilogues}),
                         [](const testing::TestParamInfo<Case>& info) { return info.param.name; });

} // namespace
} // namespace aic::transforms::test
