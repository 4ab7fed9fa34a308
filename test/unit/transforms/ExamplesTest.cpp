// The examples, small, with random weights: the numbers before and after all passes, and what the passes
// leave.
#include "compiler/transforms/Passes.h"
#include "frontends/graph/Graph.h"
#include "mlir/Pass/PassManager.h"
#include "test/unit/transforms/ModuleMaker.h"

#include <ostream>

using namespace mlir;

namespace aic::transforms::test {
namespace {

struct Example {
  const char* name;
  const char* file;
  const char* graph;
  std::map<std::string, std::vector<int64_t>> dims;
  int transposes; ///< that are left as copies
};

void PrintTo(const Example& it, std::ostream* out) {
  *out << it.name;
}

class Examples : public testing::TestWithParam<Example> {};

TEST_P(Examples, SameNumbers) {
  MLIRContext context;
  graph::LoadOptions options{{GetParam().graph}, GetParam().dims, "random:1"};
  graph::LoadResult loaded =
      graph::loadGraph(context, std::string(AIC_SOURCE_DIR) + "/examples/" + GetParam().file, options);
  ASSERT_TRUE(loaded.module) << graph::render(loaded.diagnostics);
  ModuleOp module = *loaded.module;
  SmallVector<reference::Tensor> inputs = randomInputs(module, 3, /*most=*/1); // token types are 0 and 1
  OwningOpRef<ModuleOp> before = module.clone();
  PassManager pm(&context);
  buildFusionPipeline(pm);
  ASSERT_TRUE(succeeded(pm.run(module)));
  expectSameNumbers(*before, module, inputs, 1e-6);

  int transposes = 0; // that are kernels, or the roots of kernels
  module.walk([&](Operation* op) {
    auto fused = dyn_cast_or_null<FusedOp>(op->getParentOp());
    transposes += isa<TransposeOp>(op) && (!fused || &fused.getBody().front().front() == op) &&
                  !(fused && count(fused, "attention"));
    EXPECT_FALSE((isa<BatchNormOp, LstmOp, GruOp, RnnOp, Conv1dOp, OneHotOp>(op)))
        << op->getName().getStringRef().str();
  });
  EXPECT_EQ(transposes, GetParam().transposes);
}

INSTANTIATE_TEST_SUITE_P(
    All, Examples,
    testing::Values(
        Example{"mlp", "mlp.graph", "mlp", {}, 0}, Example{"cnn", "cnn.graph", "cnn", {}, 1},
        Example{"resnet18", "resnet.graph", "resnet18", {{"H", {33}}, {"W", {47}}}, 1},
        Example{"resnet50", "resnet.graph", "resnet50", {{"H", {32}}, {"W", {32}}}, 1},
        Example{"se_resnet18", "se_resnet.graph", "se_resnet18", {{"H", {33}}, {"W", {47}}}, 1},
        Example{"mobilenet_v2", "mobilenet.graph", "mobilenet_v2", {{"H", {33}}, {"W", {47}}}, 1},
        Example{"efficientnet_b0", "efficientnet.graph", "efficientnet_b0", {{"H", {33}}, {"W", {32}}}, 1},
        Example{"xception", "xception.graph", "xception_block", {{"H", {9}}, {"W", {12}}}, 2},
        Example{"bert", "bert.graph", "bert_two_layers", {{"S", {7}}, {"N", {2}}}, 0},
        Example{"gpt2", "gpt2.graph", "gpt2_two_layers", {{"S", {3}}}, 0},
        Example{"encoder_padding", "transformer.graph", "encoder_padding", {{"S", {5}}, {"N", {2}}}, 0},
        Example{"translation", "transformer.graph", "translation", {{"S", {5}}, {"T", {4}}}, 0},
        Example{"lstm", "lstm.graph", "lstm", {{"T", {5}}, {"N", {2}}}, 0},
        Example{"gru", "lstm.graph", "gru", {{"T", {5}}, {"N", {2}}}, 0},
        Example{"lstm_bidirectional", "lstm.graph", "lstm_bidirectional", {{"T", {5}}}, 0},
        Example{"seq2seq", "lstm.graph", "seq2seq", {{"S", {4}}, {"T", {3}}}, 0},
        Example{"word2vec", "word2vec.graph", "word2vec", {{"N", {2}}}, 0}),
    [](const testing::TestParamInfo<Example>& info) { return info.param.name; });

} // namespace
} // namespace aic::transforms::test
