// The text of small models: names, layers, blocks, loops.
#include "test/unit/graph_writer/RoundTrip.h"
#include "test/unit/onnx/Build.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace aic::graph::testing {
namespace {

using onnx::test::attribute;
using onnx::test::Build;
using ::testing::HasSubstr;

/// The text of a model without its head; what is wrong, where something is.
std::string textOf(const Build& build) {
  onnx::test::Loaded loaded = build.load();
  if (!loaded.module)
    return onnx::test::messages(loaded);
  RoundTrip trip = roundTrip(*loaded.module);
  return trip.problem.empty() ? trip.text : trip.problem + "\n" + trip.text;
}

std::vector<float> numbers(size_t count) {
  std::vector<float> all;
  for (size_t i = 0; i < count; ++i)
    all.push_back(static_cast<float>(i % 7) * 0.25F - 0.5F);
  return all;
}

/// A linear layer as PyTorch's exporter writes it: a product with the turned weight, whose name is lost, and
/// a sum.
void linear(Build& build, const std::string& module, const std::string& path, int64_t in, int64_t out,
            const std::string& x, const std::string& y) {
  std::string weight = "onnx::MatMul_" + std::to_string(build.graph().initializer_size() + 100);
  build.floats(weight, {in, out}, numbers(static_cast<size_t>(in * out)));
  build.floats(path + ".bias", {out}, numbers(static_cast<size_t>(out)));
  build.node("MatMul", {x, weight}, {y + "_product"}, module + "/MatMul");
  build.node("Add", {path + ".bias", y + "_product"}, {y}, module + "/Add");
}

TEST(Writer, ALinearLayerHasItsNameBack) {
  Build build;
  build.input("x", {"2", "5"}).output("y");
  linear(build, "/head", "head", 5, 4, "x", "a");
  build.node("Relu", {"a"}, {"y"}, "/Relu");
  EXPECT_EQ(textOf(build), "graph t(x: f32[2, 5]) -> (y: f32[2, 4]) {\n"
                           "  weights \"t.safetensors\"\n"
                           "  y = relu(nn.linear(x, 4) @ head)\n"
                           "}\n");
}

TEST(Writer, LayersThatDifferInANumberAreALoop) {
  Build build;
  build.input("x", {"2", "4"}).output("y");
  std::string value = "x";
  for (int i = 0; i < 5; ++i) {
    std::string n = std::to_string(i), module = "/layer." + n;
    linear(build, module + "/up", "encoder.layer." + n + ".up", 4, 20, value, "u" + n);
    build.node("Tanh", {"u" + n}, {"t" + n}, module + "/Tanh");
    linear(build, module + "/down", "encoder.layer." + n + ".down", 20, 4, "t" + n, "d" + n);
    build.node("Add", {"d" + n, value}, {"r" + n}, module + "/Add");
    value = "r" + n;
  }
  build.node("Relu", {value}, {"y"}, "/Relu");
  EXPECT_EQ(textOf(build), "block layer(x: f32[2, 4]) {\n"
                           "  return nn.linear(tanh(nn.linear(x, 20) @ up), 4) @ down + x\n"
                           "}\n"
                           "\n"
                           "graph t(x: f32[2, 4]) -> (y: f32[2, 4]) {\n"
                           "  weights \"t.safetensors\"\n"
                           "  z = x\n"
                           "  for i in 0..5 {\n"
                           "    z = layer(z) @ encoder.layer.{i}\n"
                           "  }\n"
                           "  y = relu(z)\n"
                           "}\n");
}

TEST(Writer, BlocksHaveArgumentsForWhatDiffers) {
  Build build;
  build.input("image", {"1", "4", "9", "9"}).output("m2");
  std::string value = "image";
  int64_t channels = 4;
  for (int i = 0; i < 3; ++i) { // no node has a name: the parameters say where they belong
    std::string n = std::to_string(i), stage = "stage" + std::to_string(i + 1);
    int64_t out = channels * (i == 1 ? 3 : 2);
    build.floats(stage + ".a.weight", {out, channels, 3, 3},
                 numbers(static_cast<size_t>(out * channels * 9)));
    build.floats(stage + ".b.weight", {out, out, 1, 1}, numbers(static_cast<size_t>(out * out)));
    auto& a = build.node("Conv", {value, stage + ".a.weight"}, {"a" + n});
    for (int side = 0; side < 4; ++side)
      (side ? a.mutable_attribute(0)->add_ints(1) : attribute(a, "pads", 0).add_ints(1));
    a.mutable_attribute(0)->set_type(::onnx::AttributeProto::INTS);
    build.node("Relu", {"a" + n}, {"r" + n});
    build.node("Conv", {"r" + n, stage + ".b.weight"}, {"b" + n});
    build.node("Sigmoid", {"b" + n}, {"s" + n});
    build.node("Mul", {"b" + n, "s" + n}, {"m" + n});
    value = "m" + n;
    channels = out;
  }
  EXPECT_EQ(textOf(build), "block stage(x: f32[1, C, 9, 9], out_channels: int) {\n"
                           "  x = relu(nn.conv2d(x, out_channels, 3, padding=1, bias=false) @ a)\n"
                           "  x = nn.conv2d(x, out_channels, 1, bias=false) @ b\n"
                           "  return x * sigmoid(x)\n"
                           "}\n"
                           "\n"
                           "graph t(image: f32[1, 4, 9, 9]) -> (m2: f32[1, 48, 9, 9]) {\n"
                           "  weights \"t.safetensors\"\n"
                           "  m2 = stage(stage(stage(image, 8) @ stage1, 24) @ stage2, 48) @ stage3\n"
                           "}\n");
}

TEST(Writer, AParameterThatSeveralModulesReadIsAnArgument) {
  Build build;
  build.input("x", {"3", "6"}).output("y");
  build.floats("onnx::Mul_7", {5, 6}, numbers(30));
  build.node("Slice", {"onnx::Mul_7", "starts", "ends"}, {"mask"});
  build.ints("starts", {1}, {1});
  build.ints("ends", {1}, {4});
  std::string value = "x";
  for (int i = 0; i < 4; ++i) {
    std::string n = std::to_string(i), module = "/h." + n;
    linear(build, module + "/fc", "h." + n + ".fc", 6, 6, value, "f" + n);
    build.node("Mul", {"f" + n, "mask"}, {"m" + n}, module + "/Mul");
    build.node("Tanh", {"m" + n}, {"t" + n}, module + "/Tanh");
    build.node("Add", {"t" + n, value}, {"a" + n}, module + "/Add");
    value = "a" + n;
  }
  build.node("Relu", {value}, {"y"}, "/Relu");
  std::string text = textOf(build);
  EXPECT_THAT(text, HasSubstr("z = h(z, constant) @ h.{i}")) << text;
}

TEST(Writer, LiteralsKeepTheirValues) {
  Build build;
  build.input("x", {"2", "3"}).output("y");
  build.floats("a", {}, {0.1F});
  build.node("Mul", {"x", "a"}, {"p"});
  build.node("Pow", {"p", "onnx::b"}, {"q"});
  build.floats("onnx::b", {1}, {2.5F});
  build.node("Add", {"q", "onnx::c"}, {"y"});
  build.floats("onnx::c", {1, 3}, {-1, std::numeric_limits<float>::infinity(), 1e-20F});
  std::string text = textOf(build);
  EXPECT_THAT(text, HasSubstr("y = (x * 0.1) ** 2.5 + tensor([[-1.0, inf, 1e-20]], f32)")) << text;
}

/// ONNX keeps the type of integers and divides them towards zero; the language has PyTorch's rules.
TEST(Writer, IntegersAreDividedAndSummedAsInTheModel) {
  Build build;
  build.input("a", {"2", "3"}, 6).input("b", {"3"}, 6).output("q").output("s").output("t");
  build.node("Div", {"a", "b"}, {"q"});
  build.node("ReduceSum", {"a", "axes"}, {"s"});
  build.node("ReduceProd", {"a"}, {"t"});
  build.ints("axes", {1}, {1});
  std::string text = textOf(build);
  EXPECT_THAT(text, HasSubstr("q = div(a, b, rounding_mode=\"trunc\")")) << text;
  EXPECT_THAT(text, HasSubstr("s = sum(a, dim=1, keepdim=true, dtype=i32)")) << text;
  EXPECT_THAT(text, HasSubstr("t = prod(a, dim=[0, 1], keepdim=true, dtype=i32)")) << text;

  onnx::test::Loaded loaded = build.load();
  ASSERT_TRUE(loaded.module);
  mlir::MLIRContext context(mlir::MLIRContext::Threading::DISABLED);
  LoadResult again = loadGraphText(context, "t.graph", text);
  ASSERT_TRUE(again.module) << render(again.diagnostics);
  auto operations = [](mlir::ModuleOp module) {
    std::vector<std::string> found;
    module.walk([&](mlir::Operation* op) {
      if (op->getNumOperands() && op->getNumResults())
        found.push_back(op->getName().getStringRef().str() + " " + aic::describe(op->getResult(0).getType()));
    });
    return found;
  };
  EXPECT_EQ(operations(*loaded.module), operations(*again.module));
}

TEST(Writer, QuantisedLayersAreSaidInTwoWords) {
  Build build;
  build.input("x", {"2", "4"}).output("y");
  build.floats("s", {}, {0.05F});
  build.floats("fc.weight_scale", {3}, {0.5F, 0.25F, 0.125F});
  build.floats("fc.bias", {3}, {1, 2, 3});
  build.tensor("z", {}, ::onnx::TensorProto::UINT8).add_int32_data(7);
  ::onnx::TensorProto& weight = build.tensor("fc.weight", {3, 4}, ::onnx::TensorProto::INT8);
  for (int i = 0; i < 12; ++i)
    weight.add_int32_data(i % 2 ? -3 * i : 5 * i);
  build.node("QuantizeLinear", {"x", "s", "z"}, {"q"});
  build.node("DequantizeLinear", {"q", "s", "z"}, {"d"});
  attribute(build.node("DequantizeLinear", {"fc.weight", "fc.weight_scale"}, {"f"}), "axis", 0);
  attribute(build.node("Gemm", {"d", "f", "fc.bias"}, {"y"}), "transB", 1);
  EXPECT_THAT(textOf(build),
              HasSubstr("  z = dequantize(z, tensor([[0.5], [0.25], [0.125]], f32))\n"
                        "  y = linear(dequantize(quantize(x, 0.05, 7, u8), 0.05, 7), z, bias)\n"));
}

TEST(Writer, ANameThatIsNoneBecomesOneAndTheTextSaysSo) {
  Build build;
  build.input("input.1", {"2"}).input("relu", {"2"}).output("/out/0");
  build.node("Add", {"input.1", "relu"}, {"/out/0"});
  EXPECT_EQ(textOf(build), "# input input_1 is 'input.1' in the file\n"
                           "# input relu_2 is 'relu' in the file\n"
                           "# output out_0 is '/out/0' in the file\n"
                           "\n"
                           "graph t(input_1: f32[2], relu_2: f32[2]) -> (out_0: f32[2]) {\n"
                           "  out_0 = input_1 + relu_2\n"
                           "}\n");
}

TEST(Writer, OutputsMayBeInputsConstantsAndEachOther) {
  Build build;
  build.input("x", {"2"}).output("y").output("z").output("w");
  build.node("Identity", {"x"}, {"y"});
  build.node("Neg", {"x"}, {"z"});
  build.node("Identity", {"z"}, {"w"});
  build.output("c").floats("c", {3}, {1, 2, 3});
  std::string text = textOf(build);
  EXPECT_THAT(text, HasSubstr("w = z")) << text;
  EXPECT_THAT(text, HasSubstr("y = x")) << text;
}

} // namespace
} // namespace aic::graph::testing
