// The example models: their parameters are those of PyTorch's modules, name by name and shape by shape.
#include "dialects/aic/Aic.h"
#include "test/unit/graph/Load.h"

#include <fstream>
#include <gtest/gtest.h>

using namespace aic::graph;

namespace {

struct Summary {
  std::map<std::string, std::string> parameters; // name to type
  std::map<std::string, int> operators;
  int64_t elements = 0;
  std::string result;
};

Summary summarise(const std::string& file, const LoadOptions& options) {
  Summary summary;
  mlir::MLIRContext context(mlir::MLIRContext::Threading::DISABLED);
  LoadResult loaded = loadGraph(context, std::string(AIC_SOURCE_DIR) + "/examples/" + file, options);
  EXPECT_EQ(render(loaded.diagnostics), "");
  if (!loaded.module)
    return summary;
  loaded.module->walk([&](mlir::Operation* op) {
    if (auto constant = llvm::dyn_cast<aic::ConstantOp>(op)) {
      auto resource = llvm::dyn_cast<mlir::DenseResourceElementsAttr>(constant.getValue());
      auto name = llvm::dyn_cast<mlir::NameLoc>(op->getLoc());
      if (!resource || !name)
        return;
      EXPECT_EQ(resource.getRawHandle().getKey(), name.getName().getValue());
      summary.parameters[name.getName().str()] = aic::describe(constant.getType());
      summary.elements += constant.getType().getNumElements();
    } else {
      ++summary.operators[op->getName().getStringRef().str()];
    }
    if (auto ret = llvm::dyn_cast<mlir::func::ReturnOp>(op))
      summary.result = aic::describe(ret.getOperand(0).getType());
  });
  return summary;
}

TEST(Models, ResNet18) {
  Summary s = summarise("resnet.graph", {{"resnet18"}, {}, "random:1"});
  EXPECT_EQ(s.parameters.size(), 102u); // torchvision's state_dict without num_batches_tracked
  EXPECT_EQ(s.elements, 11699112);      // 11,689,512 parameters and 9,600 running statistics
  EXPECT_EQ(s.result, "f32[1, 1000]");
  EXPECT_EQ(s.operators["aic.conv2d"], 20);
  EXPECT_EQ(s.operators["aic.batch_norm"], 20);
  EXPECT_EQ(s.operators["aic.add"], 8);
  EXPECT_EQ(s.operators["aic.relu"], 17);
  EXPECT_EQ(s.parameters["conv1.weight"], "f32[64, 3, 7, 7]");
  EXPECT_EQ(s.parameters["layer2.0.downsample.0.weight"], "f32[128, 64, 1, 1]");
  EXPECT_EQ(s.parameters["layer2.0.downsample.1.running_var"], "f32[128]");
  EXPECT_EQ(s.parameters["layer4.1.bn2.bias"], "f32[512]");
  EXPECT_EQ(s.parameters["fc.weight"], "f32[1000, 512]");
  EXPECT_EQ(s.parameters.count("layer1.0.downsample.0.weight"), 0u);
}

TEST(Models, ResNet34And50) {
  EXPECT_EQ(summarise("resnet.graph", {{"resnet34"}, {}, "random:1"}).elements, 21797672 + 17024);
  Summary s = summarise("resnet.graph", {{"resnet50"}, {{"N", {2}}, {"H", {65}}, {"W", {97}}}, "random:1"});
  EXPECT_EQ(s.elements, 25557032 + 53120);
  EXPECT_EQ(s.result, "f32[2, 1000]");
  EXPECT_EQ(s.parameters["layer1.0.downsample.0.weight"], "f32[256, 64, 1, 1]");
}

TEST(Models, MlpAndCnn) {
  EXPECT_EQ(summarise("mlp.graph", {{}, {}, "random:1"}).elements, 8 * 10 + 10 + 10 + 1);
  Summary s = summarise("cnn.graph", {});
  EXPECT_EQ(s.parameters.size(), 8u);
  EXPECT_EQ(s.result, "f32[1, 10]");
}

/// parameters.txt is what make_parameters.py found in PyTorch: "FILE GRAPH ..." and the lines of a model.
TEST(Models, ParametersArePyTorchs) {
  std::ifstream file(std::string(AIC_SOURCE_DIR) + "/test/unit/graph/parameters.txt");
  ASSERT_TRUE(file);
  std::string line;
  int models = 0;
  while (std::getline(file, line)) {
    llvm::SmallVector<llvm::StringRef> header;
    std::string names = line, expected;
    llvm::StringRef(names).split(header, ' ');
    ASSERT_GE(header.size(), 2u) << line;
    while (std::getline(file, line) && !line.empty())
      expected += line + "\n";
    for (llvm::StringRef graph : llvm::drop_begin(header)) {
      Summary s = summarise(header[0].str(), {{graph.str()}, {}, "random:1"});
      std::string found;
      for (const auto& [name, type] : s.parameters)
        found += name + ": " + type + "\n";
      EXPECT_EQ(found, expected) << header[0].str() << " " << graph.str();
      ++models;
    }
  }
  EXPECT_EQ(models, 25);
}

TEST(Models, SequencesHaveTheOperationsThatFusionLooksFor) {
  Summary bert = summarise("bert.graph", {{"bert"}, {{"N", {2}}, {"S", {40}}}, "random:1"});
  EXPECT_EQ(bert.operators["aic.attention"], 12);
  EXPECT_EQ(bert.operators["aic.layer_norm"], 25);
  EXPECT_EQ(bert.result, "f32[2, 40, 768]");
  Summary gpt = summarise("gpt2.graph", {{"gpt2_two_layers"}, {{"S", {7}}}, "random:1"});
  EXPECT_EQ(gpt.operators["aic.attention"], 2);
  EXPECT_EQ(gpt.operators["aic.gelu"], 2);
  EXPECT_EQ(gpt.result, "f32[1, 7, 50257]");
  EXPECT_EQ(summarise("lstm.graph", {{"lstm_bidirectional"}, {}, "random:1"}).operators["aic.lstm"], 4);
  EXPECT_EQ(summarise("lstm.graph", {{"seq2seq"}, {{"T", {3}}}, "random:1"}).result, "f32[1, 3, 5000]");
  EXPECT_EQ(summarise("transformer.graph", {{"encoder"}, {}, "random:1"}).operators["aic.linear"], 24);
  EXPECT_EQ(
      summarise("mobilenet.graph", {{}, {{"H", {96}}, {"W", {64}}}, "random:1"}).operators["aic.conv2d"], 52);
}

} // namespace
