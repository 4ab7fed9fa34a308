// Each primitive becomes the operation that it names, with the attributes that PyTorch's arguments mean.
#include "test/unit/graph/Load.h"

#include <gtest/gtest.h>

using namespace aic::graph;
using namespace aic::graph::testing;

namespace {

/// The last operation that an expression emits.
std::string last(const std::string& expression) {
  std::string ir = emitted(expression);
  if (ir.empty())
    return "";
  size_t begin = ir.rfind('\n', ir.size() - 2);
  return ir.substr(begin == std::string::npos ? 0 : begin + 1, std::string::npos);
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}
#define EXPECT_HAS(text, part) EXPECT_PRED2(contains, text, part)

TEST(Emit, Convolution) {
  std::string w = "full([8, 2, 3, 5], 1.0, f32)";
  EXPECT_EQ(last("conv2d(img, " + w + ", none, [1, 2], [1, 2], 1, 2)"),
            "%1 = aic.conv2d %arg4, %0 {groups = 2 : i64, padding = array<i64: 1, 2, 1, 2>, stride = "
            "array<i64: 1, 2>} "
            ": (tensor<1x4x8x8xf32>, tensor<8x2x3x5xf32>) -> tensor<1x8x8x4xf32>\n");
  EXPECT_HAS(
      last(
          "conv2d(img, full([8, 4, 3, 3], 1.0, f32), full([8], 0.0, f32), padding=[0, 1, 2, 3], dilation=2)"),
      "aic.conv2d %arg4, %0, %1 {dilation = array<i64: 2, 2>, padding = array<i64: 0, 1, 2, 3>}");
}

TEST(Emit, ConvolutionsBesideConv2d) {
  std::string line = "full([2, 4, 9], 1.0, f32)", w = "full([6, 2, 3], 1.0, f32)";
  EXPECT_HAS(last("conv1d(" + line + ", " + w + ", none, 2, 1, groups=2)"),
             "{groups = 2 : i64, padding = array<i64: 1, 1>, stride = array<i64: 2>} : (tensor<2x4x9xf32>, "
             "tensor<6x2x3xf32>) -> tensor<2x6x5xf32>");
  EXPECT_HAS(
      last("conv1d(" + line + ", " + w + ", full([6], 0.0, f32), padding=[2, 0], groups=2, dilation=[2])"),
      "{dilation = array<i64: 2>, groups = 2 : i64, padding = array<i64: 2, 0>}");
  std::string v = "full([4, 3, 3, 2], 1.0, f32)";
  EXPECT_HAS(
      last("conv_transpose2d(img, " + v + ", none, 2, 1, 1)"),
      "{output_padding = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>, stride = array<i64: 2, 2>} : "
      "(tensor<1x4x8x8xf32>, tensor<4x3x3x2xf32>) -> tensor<1x3x16x15xf32>");
  EXPECT_HAS(last("conv_transpose2d(img, " + v +
                  ", full([6], 0.0, f32), groups=2, dilation=[1, 3], padding=[0, 1, 2, 3])"),
             "{dilation = array<i64: 1, 3>, groups = 2 : i64, padding = array<i64: 0, 1, 2, 3>}");
}

TEST(Emit, Interpolation) {
  EXPECT_HAS(last("interpolate(img, 12)"), "{output_size = array<i64: 12, 12>}");
  EXPECT_HAS(last("interpolate(img, [5, 16], mode=\"bilinear\", align_corners=true)"),
             "{align_corners = true, mode = #aic.resize_mode<bilinear>, output_size = array<i64: 5, 16>} : "
             "(tensor<1x4x8x8xf32>) -> tensor<1x4x5x16xf32>");
  EXPECT_HAS(last("interpolate(img, scale_factor=[2, 0.75])"),
             "{output_size = array<i64: 16, 6>, scales = array<f64: 2.000000e+00, 7.500000e-01>}");
}

TEST(Emit, Pooling) {
  EXPECT_EQ(last("max_pool2d(img, 2)"),
            "%0 = aic.max_pool2d %arg4 {kernel = array<i64: 2, 2>, stride = array<i64: 2, "
            "2>} : (tensor<1x4x8x8xf32>) -> tensor<1x4x4x4xf32>\n");
  EXPECT_HAS(last("max_pool2d(img, [3, 2], stride=1, padding=1, ceil_mode=true)"),
             "{ceil_mode = true, kernel = array<i64: 3, 2>, padding = array<i64: 1, 1, 1, 1>, stride = "
             "array<i64: 1, 1>}");
  EXPECT_HAS(last("avg_pool2d(img, 3, 2, 1, count_include_pad=false)"), "count_include_pad = false");
  EXPECT_HAS(last("adaptive_avg_pool2d(img, [3, 2])"), "output_size = array<i64: 3, 2>");
}

TEST(Emit, MatrixProductsReshapeVectorsAsNumpyDoes) {
  EXPECT_EQ(emitted("matmul(x, transpose(x, 0, 1))"),
            "%0 = aic.transpose %arg0 {perm = array<i64: 1, 0>} : (tensor<2x3xf32>) -> tensor<3x2xf32>\n"
            "%1 = aic.matmul %arg0, %0 : (tensor<2x3xf32>, tensor<3x2xf32>) -> tensor<2x2xf32>\n");
  EXPECT_EQ(emitted("matmul(x, v)"),
            "%0 = aic.reshape %arg3 : (tensor<3xf32>) -> tensor<3x1xf32>\n"
            "%1 = aic.matmul %arg0, %0 : (tensor<2x3xf32>, tensor<3x1xf32>) -> tensor<2x1xf32>\n"
            "%2 = aic.reshape %1 : (tensor<2x1xf32>) -> tensor<2xf32>\n");
  EXPECT_HAS(last("matmul(v, v)"), "(tensor<1x1xf32>) -> tensor<f32>");
  EXPECT_HAS(last("matmul(v, transpose(x, 0, 1))"), "(tensor<1x2xf32>) -> tensor<2xf32>");
  EXPECT_HAS(last("linear(x, x)"),
             "aic.linear %arg0, %arg0 : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x2xf32>");
  EXPECT_HAS(last("batch_norm(x, v, v, bias=v, eps=0.5)"),
             "aic.batch_norm %arg0, %arg3, %arg3 bias %arg3 {eps = 5.0");
}

TEST(Emit, Normalisation) {
  EXPECT_EQ(last("layer_norm(x, 3)"), "%0 = aic.layer_norm %arg0 : (tensor<2x3xf32>) -> tensor<2x3xf32>\n");
  EXPECT_HAS(last("layer_norm(x, [3], v, v, 0.5)"),
             "aic.layer_norm %arg0 weight %arg3 bias %arg3 {eps = 5.0");
  EXPECT_HAS(last("layer_norm(x, shape(x), bias=x)"), "aic.layer_norm %arg0 bias %arg0 {axes = 2 : i64}");
  EXPECT_HAS(last("rms_norm(x, [3], v)"), "aic.rms_norm %arg0 weight %arg3 : (");
  EXPECT_HAS(last("rms_norm(x, [2, 3], eps=0.5)"), "aic.rms_norm %arg0 {axes = 2 : i64, eps = 5.0");
  EXPECT_HAS(last("group_norm(img, 2)"), "aic.group_norm %arg4 {num_groups = 2 : i64}");
  EXPECT_HAS(last("group_norm(x, 3, v, eps=0.5)"),
             "aic.group_norm %arg0 weight %arg3 {eps = 5.000000e-01 : f64, num_groups = 3 : i64}");
}

TEST(Emit, Indices) {
  EXPECT_EQ(last("embedding(i, x)"),
            "%0 = aic.embedding %arg1, %arg0 : (tensor<2x3xi64>, tensor<2x3xf32>) -> "
            "tensor<2x3x3xf32>\n");
  EXPECT_HAS(last("gather(x, -1, i)"), "aic.gather %arg0, %arg1 {dim = 1 : i64}");
  EXPECT_HAS(last("scatter(x, -1, i, x)"), "aic.scatter %arg0, %arg1, %arg0 {dim = 1 : i64}");
  EXPECT_HAS(last("scatter(x, 0, i, x, reduction=\"max\")"),
             "aic.scatter %arg0, %arg1, %arg0 {dim = 0 : i64, reduction = #aic.scatter_reduction<max>}");
  EXPECT_HAS(last("take(img, 1, cast(i, i32))"),
             "{dim = 1 : i64} : (tensor<1x4x8x8xf32>, tensor<2x3xi32>) -> tensor<1x2x3x8x8xf32>");
  EXPECT_HAS(last("one_hot(i, 5)"), "{num_classes = 5 : i64} : (tensor<2x3xi64>) -> tensor<2x3x5xi64>");
}

TEST(Emit, Elementwise) {
  for (const char* name :
       {"relu",      "relu6",       "sigmoid", "tanh",       "silu", "exp",     "log",   "sqrt",  "rsqrt",
        "erf",       "abs",         "neg",     "floor",      "ceil", "round",   "sign",  "sin",   "cos",
        "tan",       "asin",        "acos",    "atan",       "sinh", "cosh",    "asinh", "acosh", "atanh",
        "hardswish", "hardsigmoid", "gelu",    "leaky_relu", "elu",  "softplus"})
    EXPECT_EQ(last(std::string(name) + "(x)"),
              "%0 = aic." + std::string(name) + " %arg0 : tensor<2x3xf32>\n");
  for (const char* name : {"add", "sub", "mul", "div", "pow", "minimum", "maximum"})
    EXPECT_EQ(last(std::string(name) + "(x, v)"), "%0 = aic." + std::string(name) +
                                                      " %arg0, %arg3 : (tensor<2x3xf32>, tensor<3xf32>) -> "
                                                      "tensor<2x3xf32>\n");
  EXPECT_HAS(last("gelu(x, \"tanh\")"), "aic.gelu %arg0 {tanh = true}");
  EXPECT_HAS(last("leaky_relu(x, 0.5)"), "{negative_slope = 5.0");
  EXPECT_HAS(last("elu(x, alpha=2)"), "{alpha = 2.0");
  EXPECT_HAS(last("softplus(x, threshold=8, beta=0.5)"), "{beta = 5.000000e-01 : f64, threshold = 8.0");
  EXPECT_HAS(last("clamp(x, max=6)"), "aic.clamp %arg0 max 6.0");
  EXPECT_HAS(last("where(m, x, 0)"), "aic.where %arg2, %arg0, %0");
  EXPECT_HAS(last("cast(i, bool)"), "aic.cast %arg1 : (tensor<2x3xi64>) -> tensor<2x3xi1>");
  EXPECT_EQ(last("cast(x, f32)"), "");
}

TEST(Emit, Quantised) {
  EXPECT_EQ(emitted("quantize(x, 0.5, 3, u8)"),
            "%0 = aic.constant dense<5.000000e-01> : tensor<f32>\n"
            "%1 = aic.div %arg0, %0 : (tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xf32>\n"
            "%2 = aic.round %1 : tensor<2x3xf32>\n"
            "%3 = aic.constant dense<3.000000e+00> : tensor<f32>\n"
            "%4 = aic.add %2, %3 : (tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xf32>\n"
            "%5 = aic.clamp %4 min 0.000000e+00 max 2.550000e+02 : tensor<2x3xf32>\n"
            "%6 = aic.cast %5 : (tensor<2x3xf32>) -> tensor<2x3xui8>\n");
  EXPECT_HAS(emitted("quantize(x, v, axis=1)"), "aic.reshape %arg3 : (tensor<3xf32>) -> tensor<1x3xf32>");
  EXPECT_HAS(last("quantize(x, v, axis=1)"), "-> tensor<2x3xi8>");
  EXPECT_HAS(emitted("quantize(cast(x, f16), 1, dtype=i16)"), "min -3.276800e+04 max 3.276700e+04");
  EXPECT_HAS(last("dequantize(cast(i, u8), 0.5, 7)"), "aic.mul");
  EXPECT_HAS(last("dequantize(full([4, 3], 2, i8), full([4], 0.5, f32), axis=0)"),
             "aic.dequantize %0, %2 : (tensor<4x3xi8>, tensor<4x1xf32>) -> tensor<4x3xf32>");
  EXPECT_HAS(last("dequantize(full([4, 3], 2, i8), full([4, 1], 0.5, f32), 5)"), "zero ");
  EXPECT_HAS(last("dequantize(cast(i, i8), full([2, 2], 0.5, f32), axis=-1, block=2)"),
             "{axis = 1 : i64, block = 2 : i64} : (tensor<2x3xi8>, tensor<2x2xf32>) -> tensor<2x3xf32>");
}

TEST(Emit, Operators) {
  const std::pair<const char*, const char*> table[] = {
      {"x + v", "aic.add"},           {"x - v", "aic.sub"},
      {"x * v", "aic.mul"},           {"x / v", "aic.div"},
      {"i // i", "aic.floor_div"},    {"i % i", "aic.rem"},
      {"x ** v", "aic.pow"},          {"-x", "aic.neg"},
      {"x == v", "aic.compare eq"},   {"x != v", "aic.compare ne"},
      {"x < v", "aic.compare lt"},    {"x <= v", "aic.compare le"},
      {"x > v", "aic.compare gt"},    {"x >= v", "aic.compare ge"},
      {"m and m", "aic.logical_and"}, {"m or m", "aic.logical_or"},
      {"not m", "aic.logical_not"}};
  for (auto [text, operation] : table)
    EXPECT_HAS(last(text), operation);
}

TEST(Emit, LiteralsTakeTheTensorsElementType) {
  EXPECT_EQ(emitted("x + 1"), "%0 = aic.constant dense<1.000000e+00> : tensor<f32>\n"
                              "%1 = aic.add %arg0, %0 : (tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xf32>\n");
  EXPECT_HAS(emitted("2 * i"), "dense<2> : tensor<i64>");
  EXPECT_HAS(emitted("m == true"), "dense<true> : tensor<i1>");
  EXPECT_HAS(emitted("cast(x, f16) * 0.1"), "dense<9.997550e-02> : tensor<f16>");
  EXPECT_HAS(emitted("maximum(x, -inf)"), "0xFF800000");
  EXPECT_HAS(emitted("x + nan"), "0x7FC00000");
  EXPECT_HAS(last("concat([x, full([0, 3], 0, f32)])"), "tensor<0x3xf32>) -> tensor<2x3xf32>");
}

TEST(Emit, Reductions) {
  for (const char* name : {"sum", "mean", "amax", "amin", "prod"})
    EXPECT_EQ(last(std::string(name) + "(x, -1)"),
              "%0 = aic." + std::string(name) +
                  " %arg0 {dims = array<i64: 1>} : (tensor<2x3xf32>) -> tensor<2xf32>\n");
  EXPECT_HAS(last("mean(x)"), "{dims = array<i64: 0, 1>} : (tensor<2x3xf32>) -> tensor<f32>");
  EXPECT_HAS(last("sum(x, dim=[-1, 0], keepdim=true)"), "{dims = array<i64: 0, 1>, keepdim = true}");
  EXPECT_HAS(last("argmax(x)"), "aic.argmax %arg0 : (tensor<2x3xf32>) -> tensor<i64>");
  EXPECT_HAS(last("argmax(i, -1, keepdim=true)"),
             "aic.argmax %arg1 {dim = 1 : i64, keepdim = true} : (tensor<2x3xi64>) -> tensor<2x1xi64>");
  EXPECT_HAS(last("softmax(x, -1)"), "aic.softmax %arg0 {dim = 1 : i64}");
  EXPECT_HAS(last("log_softmax(x, 0)"), "aic.log_softmax %arg0 {dim = 0 : i64}");
}

TEST(Emit, SumsAndProductsOfIntegersAreI64) {
  for (const char* name : {"sum", "prod"}) {
    const std::string operation = std::string("aic.") + name;
    EXPECT_HAS(last(std::string(name) + "(i, 1)"),
               operation + " %arg1 {dims = array<i64: 1>} : (tensor<2x3xi64>) -> tensor<2xi64>");
    for (const char* type : {"u8", "i8", "i16", "i32", "bool"}) {
      EXPECT_HAS(last(std::string(name) + "(tensor([1, 0], " + (type == std::string("bool") ? "u8" : type) +
                      ") == 1)"),
                 ") -> tensor<i64>");
      EXPECT_HAS(last(std::string(name) + "(cast(x, " + type + "), 1)"),
                 "(tensor<2x3xi64>) -> tensor<2xi64>");
    }
    EXPECT_HAS(last(std::string(name) + "(cast(x, i32), 1, dtype=i32)"),
               "(tensor<2x3xi32>) -> tensor<2xi32>");
    EXPECT_HAS(last(std::string(name) + "(i, dtype=f32)"), "(tensor<2x3xf32>) -> tensor<f32>");
    EXPECT_HAS(last(std::string(name) + "(cast(x, f16), 1)"), "(tensor<2x3xf16>) -> tensor<2xf16>");
  }
}

TEST(Emit, DivisionThatRounds) {
  EXPECT_HAS(last("div(i, 2, rounding_mode=\"trunc\")"),
             "aic.div %arg1, %0 : (tensor<2x3xi64>, tensor<i64>)");
  EXPECT_HAS(last("div(i, 2, rounding_mode=\"floor\")"), "aic.floor_div %arg1, %0");
  EXPECT_HAS(last("div(x, 2, rounding_mode=\"floor\")"), "aic.floor_div %arg0, %0");
  EXPECT_HAS(last("div(x, v, rounding_mode=\"trunc\")"), "aic.where");
  EXPECT_HAS(last("div(x, 2)"), "aic.div %arg0, %0");
}

TEST(Emit, Shape) {
  EXPECT_HAS(last("reshape(x, [-1, 2])"), "-> tensor<3x2xf32>");
  EXPECT_EQ(last("reshape(x, [2, 3])"), "");
  EXPECT_HAS(last("flatten(img, 1)"), "-> tensor<1x256xf32>");
  EXPECT_HAS(last("flatten(img, 1, 2)"), "-> tensor<1x32x8xf32>");
  EXPECT_HAS(last("permute(img, [0, 2, 3, -3])"), "{perm = array<i64: 0, 2, 3, 1>}");
  EXPECT_HAS(last("expand(v, [4, -1])"), "aic.expand %arg3 : (tensor<3xf32>) -> tensor<4x3xf32>");
  EXPECT_HAS(last("unsqueeze(v, -1)"), "-> tensor<3x1xf32>");
  EXPECT_HAS(last("squeeze(img, 0)"), "-> tensor<4x8x8xf32>");
  EXPECT_HAS(last("concat([x, x], dim=-1)"), "aic.concat %arg0, %arg0 {dim = 1 : i64}");
  EXPECT_HAS(last("stack([v, v])"), "-> tensor<2x3xf32>");
  EXPECT_HAS(last("slice(x, 1, -2, 100)"),
             "{offsets = array<i64: 0, 1>, sizes = array<i64: 2, 2>, strides = array<i64: 1, 1>}");
  EXPECT_HAS(last("slice(img, 2, 0, none, 3)"),
             "sizes = array<i64: 1, 4, 3, 8>, strides = array<i64: 1, 1, 3, 1>");
  EXPECT_HAS(last("pad(img, [1, 2, 3, 4], value=-1)"),
             "{high = array<i64: 0, 0, 4, 2>, low = array<i64: 0, 0, 3, 1>, value = -1.0");
  EXPECT_HAS(last("pad(img, [1, 1], mode=\"reflect\")"), "mode = #aic.pad_mode<reflect>");
  // A double holds the first of these and not the second.
  EXPECT_HAS(last("pad(i, [1, 1], value=9007199254740991)"), "value = 0x433FFFFFFFFFFFFF : f64}");
  EXPECT_HAS(emitted("pad(i, [1, 1], value=-7544844066851880607)"),
             "aic.constant dense<-7544844066851880607> : tensor<i64>");
  EXPECT_HAS(last("pad(i, [1, 1], value=-7544844066851880607)"), "aic.add %2, %0");
}

TEST(Emit, SplitGivesAList) {
  Loaded loaded =
      loadText(withBody("a, b = split(x, 2, dim=1)\n  p = split(x, [1, 1, 1], 1)\n  y = a + p[2] + b"));
  EXPECT_EQ(loaded.messages, "");
  EXPECT_HAS(loaded.ir, "-> tensor<2x2xf32>");
  EXPECT_HAS(loaded.ir, "offsets = array<i64: 0, 2>, sizes = array<i64: 2, 1>");
}

TEST(Emit, ConstantsOfEveryElementType) {
  for (const char* type : {"f32", "f16", "bf16", "f64", "i8", "u8", "i16", "i32", "i64"}) {
    Loaded loaded = loadText(
        withBody("z = tensor([1, 2], " + std::string(type) + ") + 3\n  w = full([2], 4, " + type + ")"));
    EXPECT_EQ(loaded.messages, "");
    Loaded params =
        loadText(withBody("param p: " + std::string(type) + "[3]\n  param q: " + type + "[2] = ones"),
                 {{}, {}, "random:1"});
    EXPECT_EQ(params.messages, "");
  }
}

TEST(Emit, Constants) {
  EXPECT_EQ(last("tensor([[1, 2], [3, 4.5]], f32)"), "%0 = aic.constant dense<[[1.000000e+00, 2.000000e+00], "
                                                     "[3.000000e+00, 4.500000e+00]]> : tensor<2x2xf32>\n");
  EXPECT_EQ(last("tensor(true, bool)"), "%0 = aic.constant dense<true> : tensor<i1>\n");
  EXPECT_EQ(last("tensor([255, 0], u8)"), "%0 = aic.constant dense<[255, 0]> : tensor<2xui8>\n");
  EXPECT_EQ(last("full([1000, 1000], 0.5, f16)"),
            "%0 = aic.constant dense<5.000000e-01> : tensor<1000x1000xf16>\n");
  EXPECT_EQ(last("arange(4)"), "%0 = aic.constant dense<[0, 1, 2, 3]> : tensor<4xi64>\n");
  EXPECT_EQ(last("arange(3, f32)"),
            "%0 = aic.constant dense<[0.000000e+00, 1.000000e+00, 2.000000e+00]> : tensor<3xf32>\n");
}

} // namespace
