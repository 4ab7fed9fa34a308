// The examples, small, with random weights: the numbers before and after all passes, and what the passes
// leave.
#include "compiler/transforms/Passes.h"
#include "frontends/graph/Graph.h"
#include "mlir/Pass/PassManager.h"
#include "test/unit/transforms/RandomModule.h"

#include "gtest/gtest.h"
#include <ostream>

using namespace mlir;

namespace aic::transforms::test {
namespace {

struct Example {
  const char* name;
  const char* file;
  const char* graph;
  std::map<std::string, int64_t> dims;
  int transposes; ///< that are left
};

void PrintTo(const Example& it, std::ostream* out) {
  *out << it.name;
}

class Examples : public testing::TestWithParam<Example> {};

TEST_P(Examples, SameNumbers) {
  MLIRContext context;
  graph::LoadOptions options{GetParam().graph, GetParam().dims, "random:1"};
  graph::LoadResult loaded =
      graph::loadGraph(context, std::string(AIC_SOURCE_DIR) + "/examples/" + GetParam().file, options);
  ASSERT_TRUE(loaded.module) << graph::render(loaded.diagnostics);
  ModuleOp module = *loaded.module;
  SmallVector<reference::Tensor> inputs = randomInputs(module, 3);
  SmallVector<reference::Tensor> expected = run(module, inputs);
  PassManager pm(&context);
  buildFusionPipeline(pm);
  ASSERT_TRUE(succeeded(pm.run(module)));
  SmallVector<reference::Tensor> actual = run(module, inputs);
  ASSERT_EQ(actual.size(), expected.size());
  for (size_t i = 0; i < actual.size(); ++i)
    EXPECT_LE(difference(actual[i], expected[i]), 1e-6);

  int transposes = 0;
  module.walk([&](Operation* op) {
    transposes += isa<TransposeOp>(op);
    EXPECT_FALSE(isa<BatchNormOp>(op)) << "a batch_norm is left";
    if (isElementwise(op))
      EXPECT_TRUE(isa<FusedOp>(op->getParentOp())) << "an elementwise operator stands alone";
  });
  EXPECT_EQ(transposes, GetParam().transposes);
}

INSTANTIATE_TEST_SUITE_P(
    All, Examples,
    testing::Values(Example{"mlp", "mlp.graph", "mlp", {}, 0}, Example{"cnn", "cnn.graph", "cnn", {}, 1},
                    Example{"resnet18", "resnet.graph", "resnet18", {{"H", 33}, {"W", 47}}, 1},
                    Example{"resnet50", "resnet.graph", "resnet50", {{"H", 32}, {"W", 32}}, 1}),
    [](const testing::TestParamInfo<Example>& info) { return info.param.name; });

} // namespace
} // namespace aic::transforms::test
