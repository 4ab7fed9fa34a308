// No pass changes what a model computes: random models, the oracle before and after, each pass alone and all
// together.
#include "compiler/transforms/Passes.h"
#include "mlir/IR/Verifier.h"
#include "mlir/Pass/PassManager.h"
#include "test/unit/transforms/RandomModule.h"

#include "gtest/gtest-spi.h"
#include "gtest/gtest.h"
#include <cstdlib>
#include <ostream>

using namespace mlir;

namespace aic::transforms::test {
namespace {

/// AIC_RANDOM_MODELS asks for a longer run by hand.
const int kModels = [] {
  const char* wanted = std::getenv("AIC_RANDOM_MODELS");
  return wanted ? std::atoi(wanted) : 60;
}();
constexpr double kExact = 1e-9;   // the same operations in double, perhaps summed in another order
constexpr double kRounded = 1e-6; // folding rounds new constants to f32

struct Case {
  const char* name;
  FusionOptions options;
  double bound;
};

void PrintTo(const Case& it, std::ostream* out) {
  *out << it.name;
}

std::vector<Case> cases() {
  std::vector<Case> all;
  auto only = [&](const char* name, bool FusionOptions::* pass, double bound) {
    FusionOptions options = nothing();
    options.*pass = true;
    all.push_back({name, options, bound});
  };
  only("canonicalize", &FusionOptions::canonicalize, kExact);
  only("foldConstants", &FusionOptions::foldConstants, kRounded);
  only("narrowRows", &FusionOptions::narrowRows, kExact);
  only("foldPads", &FusionOptions::foldPads, kExact);
  only("foldBatchNorm", &FusionOptions::foldBatchNorm, kRounded);
  only("decomposeBatchNorm", &FusionOptions::decomposeBatchNorm, kRounded);
  only("splitRecurrence", &FusionOptions::splitRecurrence, kExact);
  only("decomposeConvolution", &FusionOptions::decomposeConvolution, kExact);
  only("decomposeOneHot", &FusionOptions::decomposeOneHot, kExact);
  only("simplifyMoves", &FusionOptions::simplifyMoves, kExact);
  only("layout", &FusionOptions::layout, kExact);
  only("fuseEpilogues", &FusionOptions::fuseEpilogues, kExact);
  FusionOptions shape = nothing();
  shape.canonicalize = shape.layout = shape.fuseEpilogues = true;
  all.push_back({"layoutAndFuse", shape, kExact});
  all.push_back({"all", FusionOptions(), kRounded});
  return all;
}

class SameNumbers : public testing::TestWithParam<Case> {
protected:
  void check(Kind kind) {
    for (int seed = 0; seed < kModels; ++seed) {
      SCOPED_TRACE("seed " + std::to_string(seed));
      MLIRContext context;
      context.disableMultithreading();
      OwningOpRef<ModuleOp> module = randomModule(context, kind, seed, 4 + seed % 24);
      ASSERT_TRUE(succeeded(verify(*module)));
      ASSERT_NO_FATAL_FAILURE(expectSameNumbers(*module, GetParam().options, GetParam().bound, seed));
    }
  }
};

TEST_P(SameNumbers, Convolutional) {
  check(Kind::Convolutional);
}
TEST_P(SameNumbers, Matrices) {
  check(Kind::Matrices);
}

INSTANTIATE_TEST_SUITE_P(Passes, SameNumbers, testing::ValuesIn(cases()),
                         [](const testing::TestParamInfo<Case>& info) { return info.param.name; });

void runOnly(ModuleOp module, bool FusionOptions::* pass) {
  FusionOptions options = nothing();
  options.*pass = true;
  PassManager pm(module.getContext());
  buildFusionPipeline(pm, options);
  ASSERT_TRUE(succeeded(pm.run(module)));
}

/// Bytes that the transposes of activations move.
double transposedBytes(ModuleOp module) {
  double bytes = 0;
  module.walk([&](TransposeOp transpose) {
    bool constant = true;
    for (Value value = transpose.getX(); constant;) {
      Operation* op = value.getDefiningOp();
      if (isa_and_nonnull<ConstantOp>(op))
        break;
      constant = isa_and_nonnull<ReshapeOp, TransposeOp>(op);
      if (constant)
        value = op->getOperand(0);
    }
    if (!constant)
      bytes += double(tensorBytes(transpose.getType()));
  });
  return bytes;
}

TEST(Layout, IsNeverWorseThanOneTransposeAroundEachWindow) {
  for (int seed = 0; seed < kModels; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    MLIRContext context;
    OwningOpRef<ModuleOp> module = randomModule(context, Kind::Convolutional, seed, 20);
    double naive = transposedBytes(*module);
    bool hasWindows = false;
    module->walk([&](Operation* op) {
      if (!isa<Conv2dOp, MaxPool2dOp, AvgPool2dOp, AdaptiveAvgPool2dOp, InterpolateOp>(op))
        return;
      hasWindows = true;
      naive += double(tensorBytes(cast<ShapedType>(op->getOperand(0).getType())));
      naive += double(tensorBytes(cast<ShapedType>(op->getResult(0).getType())));
    });
    std::string before = print(*module);
    runOnly(*module, &FusionOptions::layout);
    EXPECT_LE(transposedBytes(*module), naive) << before << print(*module);
    if (!hasWindows)
      EXPECT_EQ(before, print(*module));
    module->walk([&](Conv2dOp conv) { EXPECT_EQ(conv.getLayout(), ::aic::Layout::NHWC); });
  }
}

TEST(Layout, LeavesMatrixModelsAsTheyAre) {
  for (int seed = 0; seed < kModels; ++seed) {
    MLIRContext context;
    OwningOpRef<ModuleOp> module = randomModule(context, Kind::Matrices, seed, 20);
    std::string before = print(*module);
    runOnly(*module, &FusionOptions::layout);
    EXPECT_EQ(before, print(*module)) << "seed " << seed;
  }
}

TEST(Fusion, GroupsAreWhatLoweringExpects) {
  int groups = 0;
  for (int seed = 0; seed < kModels; ++seed) {
    MLIRContext context;
    OwningOpRef<ModuleOp> module = randomModule(context, Kind::Convolutional, seed, 24);
    ASSERT_TRUE(succeeded(verify(*module)));
    std::string before = print(*module);
    PassManager pm(&context);
    buildFusionPipeline(pm);
    ASSERT_TRUE(succeeded(pm.run(*module))) << before;
    module->walk([&](BatchNormOp norm) { ADD_FAILURE() << "a batch_norm is left, seed " << seed; });
    module->walk([&](FusedOp fused) {
      ++groups;
      bool elementwiseSeen = false;
      for (Operation& op : fused.getBody().front().without_terminator()) {
        if (isa<ConstantOp>(op))
          continue;
        EXPECT_EQ(cast<ShapedType>(op.getResult(0).getType()).getShape(),
                  cast<ShapedType>(fused.getResult(0).getType()).getShape());
        if (!isElementwise(&op)) {
          EXPECT_FALSE(elementwiseSeen) << "the root comes first";
          for (Value operand : op.getOperands())
            EXPECT_TRUE(isa<BlockArgument>(operand));
        }
        elementwiseSeen = true;
      }
      EXPECT_LE(fused.getNumOperands() + fused.getNumResults(), 32u);
    });
  }
  EXPECT_GT(groups, kModels);
}

TEST(Pipeline, SameInputSameText) {
  auto once = [] {
    MLIRContext context;
    OwningOpRef<ModuleOp> module = randomModule(context, Kind::Convolutional, 7, 40);
    PassManager pm(&context);
    buildFusionPipeline(pm);
    EXPECT_TRUE(succeeded(pm.run(*module)));
    return print(*module);
  };
  EXPECT_EQ(once(), once());
}

/// A small element beside large ones, times `factor`.
void compareSmall(const char* factor) {
  MLIRContext context;
  auto module = [&](StringRef factor) {
    return parseModule(context, (R"(func.func @main(%x: tensor<3xf32>) -> tensor<6xf32> {
  %large = aic.constant dense<1000.0> : tensor<f32>
  %factor = aic.constant dense<)" +
                                 factor + R"(> : tensor<f32>
  %a = aic.mul %x, %large : (tensor<3xf32>, tensor<f32>) -> tensor<3xf32>
  %b = aic.mul %x, %factor : (tensor<3xf32>, tensor<f32>) -> tensor<3xf32>
  %y = aic.concat %a, %b {dim = 0} : (tensor<3xf32>, tensor<3xf32>) -> tensor<6xf32>
  return %y : tensor<6xf32>
})")
                                    .str());
  };
  OwningOpRef<ModuleOp> before = module("1.0"), after = module(factor);
  expectSameNumbers(*before, *after, randomInputs(*before, 1), kRounded);
}

TEST(ExpectSameNumbers, SmallElementsCount) {
  compareSmall("1.0");
  EXPECT_FATAL_FAILURE(compareSmall("1.0001"), "result 0");
}

} // namespace
} // namespace aic::transforms::test
