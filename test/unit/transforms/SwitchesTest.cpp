// Each pass is worth something: without it a model has more operators that no kernel computes, more
// dispatches, or more operators in its kernels.
#include "frontends/graph/Graph.h"
#include "mlir/Pass/PassManager.h"
#include "test/unit/transforms/ModuleMaker.h"

#include <ostream>
#include <tuple>

using namespace mlir;

namespace aic::transforms::test {
namespace {

struct Case {
  const char* name;
  bool FusionOptions::* pass;
  const char* file;  ///< in examples/, or null
  const char* model; ///< the graph in it, or the text of a module
};

void PrintTo(const Case& it, std::ostream* out) {
  *out << it.name;
}

/// What no kernel computes; dispatches; operators.
using Outcome = std::tuple<int, int, int>;

Outcome outcome(const Case& it, const FusionOptions& options) {
  MLIRContext context;
  context.disableMultithreading();
  OwningOpRef<ModuleOp> parsed;
  graph::LoadResult loaded; // its weights live as long as it
  if (it.file) {
    graph::LoadOptions load;
    load.graphs = {it.model};
    load.weights = "random:1";
    loaded = graph::loadGraph(context, std::string(AIC_SOURCE_DIR) + "/examples/" + it.file, load);
    EXPECT_TRUE(loaded.module) << graph::render(loaded.diagnostics);
  } else {
    parsed = parseModule(context, it.model);
  }
  ModuleOp module = it.file ? *loaded.module : *parsed;
  PassManager pm(&context);
  buildFusionPipeline(pm, options);
  EXPECT_TRUE(succeeded(pm.run(module)));
  int unknown = 0, dispatches = 0, operators = 0;
  for (Operation& op : bodyOf(module).without_terminator())
    dispatches += !isa<ConstantOp, ReshapeOp>(op);
  module.walk([&](Operation* op) {
    auto layout = op->getAttrOfType<LayoutAttr>("layout");
    unknown += isa<LstmOp, GruOp, RnnOp, Conv1dOp, ConvTranspose2dOp, OneHotOp, BatchNormOp>(op) ||
               (layout && layout.getValue() == ::aic::Layout::NCHW);
    operators +=
        isa_and_nonnull<AicDialect>(op->getDialect()) && !isa<ConstantOp, YieldOp, FusedOp, ReshapeOp>(op);
  });
  return {unknown, dispatches, operators};
}

class Switches : public testing::TestWithParam<Case> {};

TEST_P(Switches, MakesADifference) {
  FusionOptions without;
  without.*GetParam().pass = false;
  EXPECT_LT(outcome(GetParam(), {}), outcome(GetParam(), without));
}

constexpr char kBatchNorm[] = R"(
func.func @main(%x: tensor<1x2x4x4xf32>) -> tensor<1x2x2x2xf32> {
  %s = aic.constant dense<1.0> : tensor<2xf32>
  %0 = aic.max_pool2d %x {kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>} : (tensor<1x2x4x4xf32>) -> tensor<1x2x2x2xf32>
  %1 = aic.batch_norm %0, %s, %s : (tensor<1x2x2x2xf32>, tensor<2xf32>, tensor<2xf32>) -> tensor<1x2x2x2xf32>
  return %1 : tensor<1x2x2x2xf32>
})";
constexpr char kConv1d[] = R"(
func.func @main(%x: tensor<1x2x9xf32>) -> tensor<1x4x7xf32> {
  %w = aic.constant dense<0.5> : tensor<4x2x3xf32>
  %0 = aic.conv1d %x, %w : (tensor<1x2x9xf32>, tensor<4x2x3xf32>) -> tensor<1x4x7xf32>
  return %0 : tensor<1x4x7xf32>
})";
constexpr char kAttention[] = R"(
func.func @main(%q: tensor<5x4xf32>, %k: tensor<6x4xf32>, %v: tensor<6x4xf32>) -> tensor<5x4xf32> {
  %0 = aic.transpose %k {perm = array<i64: 1, 0>} : (tensor<6x4xf32>) -> tensor<4x6xf32>
  %1 = aic.matmul %q, %0 : (tensor<5x4xf32>, tensor<4x6xf32>) -> tensor<5x6xf32>
  %2 = aic.softmax %1 {dim = 1 : i64} : (tensor<5x6xf32>) -> tensor<5x6xf32>
  %3 = aic.matmul %2, %v : (tensor<5x6xf32>, tensor<6x4xf32>) -> tensor<5x4xf32>
  return %3 : tensor<5x4xf32>
})";
constexpr char kNorm[] = R"(
func.func @main(%x: tensor<5x4xf32>) -> tensor<5x4xf32> {
  %0 = aic.mul %x, %x : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
  %1 = aic.mean %0 {dims = array<i64: 1>, keepdim = true} : (tensor<5x4xf32>) -> tensor<5x1xf32>
  %2 = aic.rsqrt %1 : tensor<5x1xf32>
  %3 = aic.mul %x, %2 : (tensor<5x4xf32>, tensor<5x1xf32>) -> tensor<5x4xf32>
  return %3 : tensor<5x4xf32>
})";
constexpr char kPad[] = R"(
func.func @main(%x: tensor<1x2x5x4xf32>, %w: tensor<3x2x3x3xf32>) -> tensor<1x3x5x4xf32> {
  %0 = aic.pad %x {low = array<i64: 0, 0, 1, 1>, high = array<i64: 0, 0, 1, 1>} : (tensor<1x2x5x4xf32>) -> tensor<1x2x7x6xf32>
  %1 = aic.conv2d %0, %w : (tensor<1x2x7x6xf32>, tensor<3x2x3x3xf32>) -> tensor<1x3x5x4xf32>
  return %1 : tensor<1x3x5x4xf32>
})";
constexpr char kSilu[] = R"(
func.func @main(%x: tensor<5x4xf32>) -> tensor<5x4xf32> {
  %0 = aic.sigmoid %x : tensor<5x4xf32>
  %1 = aic.mul %x, %0 : (tensor<5x4xf32>, tensor<5x4xf32>) -> tensor<5x4xf32>
  return %1 : tensor<5x4xf32>
})";

constexpr char kQuantised[] = R"(
func.func @main(%x: tensor<5x4xi32>) -> tensor<5x4xf32> {
  %s = aic.constant dense<0.125> : tensor<f32>
  %y = aic.constant dense<0.5> : tensor<f32>
  %0 = aic.cast %x : (tensor<5x4xi32>) -> tensor<5x4xf32>
  %1 = aic.mul %0, %s : (tensor<5x4xf32>, tensor<f32>) -> tensor<5x4xf32>
  %2 = aic.div %1, %y : (tensor<5x4xf32>, tensor<f32>) -> tensor<5x4xf32>
  %3 = aic.round %2 : tensor<5x4xf32>
  return %3 : tensor<5x4xf32>
})";

INSTANTIATE_TEST_SUITE_P(
    Passes, Switches,
    testing::Values(Case{"canonicalize", &FusionOptions::canonicalize, "bert.graph", "bert_two_layers"},
                    Case{"foldConstants", &FusionOptions::foldConstants, "bert.graph", "bert_two_layers"},
                    Case{"foldPads", &FusionOptions::foldPads, nullptr, kPad},
                    Case{"foldBatchNorm", &FusionOptions::foldBatchNorm, "resnet.graph", "resnet18"},
                    Case{"decomposeBatchNorm", &FusionOptions::decomposeBatchNorm, nullptr, kBatchNorm},
                    Case{"recogniseNorms", &FusionOptions::recogniseNorms, nullptr, kNorm},
                    Case{"recogniseActivations", &FusionOptions::recogniseActivations, nullptr, kSilu},
                    Case{"fuseAttention", &FusionOptions::fuseAttention, nullptr, kAttention},
                    Case{"splitRecurrence", &FusionOptions::splitRecurrence, "lstm.graph", "lstm"},
                    Case{"decomposeConvolution", &FusionOptions::decomposeConvolution, nullptr, kConv1d},
                    Case{"decomposeOneHot", &FusionOptions::decomposeOneHot, "word2vec.graph", "word2vec"},
                    Case{"foldScales", &FusionOptions::foldScales, nullptr, kQuantised},
                    Case{"simplifyMoves", &FusionOptions::simplifyMoves, "lstm.graph", "lstm_bidirectional"},
                    Case{"mergeProjections", &FusionOptions::mergeProjections, "bert.graph",
                         "bert_two_layers"},
                    Case{"layout", &FusionOptions::layout, "resnet.graph", "resnet18"},
                    Case{"fuseViews", &FusionOptions::fuseViews, "gpt2.graph", "gpt2_two_layers"},
                    Case{"fuseEpilogues", &FusionOptions::fuseEpilogues, "mobilenet.graph", "mobilenet_v2"}),
    [](const testing::TestParamInfo<Case>& info) { return info.param.name; });

} // namespace
} // namespace aic::transforms::test
