// A fusion asks the target first: every pattern that a pass recognises, on every element type, for each
// target and for both. Where the model compiles without fusions it must with them, and nothing is ever our
// own fault.
#include "compiler/driver/Driver.h"
#include "test/unit/Sanitized.h"

#include "llvm/Support/raw_ostream.h"

#include "gtest/gtest.h"
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <unistd.h>

namespace aic::driver {
namespace {

struct Pattern {
  const char* name;
  const char* text; ///< the graph's inputs, outputs and body; T is the element type
};

const Pattern kPatterns[] = {
    {"attention", "(q: T[2, 5, 4], k: T[2, 4, 6], v: T[2, 6, 3]) -> (y: T[2, 5, 3]) {\n"
                  "  y = matmul(softmax(matmul(q, k) * 0.5, dim=-1), v)\n}"},
    {"attention_bool_mask",
     "(q: T[2, 5, 4], k: T[2, 4, 6], v: T[2, 6, 3], m: bool[5, 6]) -> (y: T[2, 5, 3]) {\n"
     "  y = matmul(softmax(where(m, matmul(q, k), -inf), dim=-1), v)\n}"},
    {"attention_computed_mask",
     "(q: T[2, 5, 4], k: T[2, 4, 6], v: T[2, 6, 3], m: T[5, 6]) -> (y: T[2, 5, 3], z: bool[5, 6]) {\n"
     "  z = m > 0\n  y = matmul(softmax(where(z, matmul(q, k), -inf), dim=-1), v)\n}"},
    {"attention_added_mask",
     "(q: T[2, 5, 4], k: T[2, 4, 6], v: T[2, 6, 3], m: T[5, 6]) -> (y: T[2, 5, 3]) {\n"
     "  y = matmul(softmax(matmul(q / 2, k) + m, dim=-1), v)\n}"},
    {"attention_causal",
     "(q: T[2, 4, 4], k: T[2, 4, 4], v: T[2, 4, 3]) -> (y: T[2, 4, 3]) {\n"
     "  m = tensor([[true, false, false, false], [true, true, false, false], [true, true, true, false],"
     " [true, true, true, true]], bool)\n"
     "  y = matmul(softmax(where(m, matmul(q, k), -inf), dim=-1), v)\n}"},
    {"heads", "(x: T[2, 5, 8]) -> (y: T[2, 5, 8]) {\n"
              "  param a: T[8, 8]\n  param b: T[8, 8]\n  param c: T[8, 8]\n"
              "  q = permute(reshape(linear(x, a), [2, 5, 2, 4]), [0, 2, 1, 3])\n"
              "  k = permute(reshape(linear(x, b), [2, 5, 2, 4]), [0, 2, 3, 1])\n"
              "  v = permute(reshape(linear(x, c), [2, 5, 2, 4]), [0, 2, 1, 3])\n"
              "  s = softmax(matmul(q, k) / 2, dim=-1)\n"
              "  y = reshape(permute(matmul(s, v), [0, 2, 1, 3]), [2, 5, 8])\n}"},
    {"layer_norm", "(x: T[3, 8], w: T[8], b: T[8]) -> (y: T[3, 8]) {\n"
                   "  c = x - mean(x, dim=-1, keepdim=true)\n"
                   "  y = c / sqrt(mean(c * c, dim=-1, keepdim=true) + 0.001) * w + b\n}"},
    {"rms_norm", "(x: T[3, 8], w: T[8]) -> (y: T[3, 8]) {\n"
                 "  y = x * rsqrt(mean(x * x, dim=-1, keepdim=true) + 0.001) * w\n}"},
    {"gelu", "(x: T[9]) -> (y: T[9]) {\n  y = 0.5 * x * (1 + erf(x * 0.70710678))\n}"},
    {"gelu_tanh", "(x: T[9]) -> (y: T[9]) {\n"
                  "  y = 0.5 * x * (1 + tanh(0.7978845608 * (x + 0.044715 * x * x * x)))\n}"},
    {"silu", "(x: T[9]) -> (y: T[9]) {\n  y = x * sigmoid(x)\n}"},
    {"silu_exp", "(x: T[9]) -> (y: T[9]) {\n  y = x / (1 + exp(-x))\n}"},
    {"hardswish", "(x: T[9]) -> (y: T[9]) {\n  y = x * clamp(x + 3, min=0, max=6) / 6\n}"},
    {"hardsigmoid", "(x: T[9]) -> (y: T[9]) {\n  y = relu6(x + 3) / 6\n}"},
    {"softmax", "(x: T[3, 9]) -> (y: T[3, 9]) {\n"
                "  e = exp(x - amax(x, dim=1, keepdim=true))\n  y = e / sum(e, dim=1, keepdim=true)\n}"},
    {"conv_batch_norm", "(x: T[1, 2, 5, 5]) -> (y: T[1, 3, 5, 5]) {\n"
                        "  param w: T[3, 2, 3, 3]\n  param m: T[3]\n  param running_var: T[3]\n"
                        "  y = relu(batch_norm(conv2d(x, w, padding=1), m, running_var))\n}"},
    {"conv1d_batch_norm", "(x: T[1, 2, 9]) -> (y: T[1, 3, 7]) {\n"
                          "  param w: T[3, 2, 3]\n  param m: T[3]\n  param running_var: T[3]\n"
                          "  y = relu(batch_norm(conv1d(x, w), m, running_var))\n}"},
    {"transposed_batch_norm", "(x: T[1, 2, 3, 3]) -> (y: T[1, 3, 6, 6]) {\n"
                              "  param w: T[2, 3, 2, 2]\n  param m: T[3]\n  param running_var: T[3]\n"
                              "  y = batch_norm(conv_transpose2d(x, w, stride=2), m, running_var)\n}"},
    {"linear_batch_norm", "(x: T[3, 8]) -> (y: T[3, 4]) {\n"
                          "  param w: T[4, 8]\n  param m: T[4]\n  param running_var: T[4]\n"
                          "  y = batch_norm(linear(x, w), m, running_var)\n}"},
    {"batch_norm", "(x: T[2, 3, 4], m: T[3], v: T[3]) -> (y: T[2, 3, 4]) {\n  y = batch_norm(x, m, v)\n}"},
    {"residual", "(x: T[1, 4, 5, 5], w: T[4, 4, 3, 3]) -> (y: T[1, 4, 5, 5]) {\n"
                 "  y = relu(conv2d(x, w, padding=1) + x)\n}"},
    {"depthwise", "(x: T[1, 4, 5, 5], w: T[4, 1, 3, 3]) -> (y: T[1, 4, 5, 5]) {\n"
                  "  y = relu(conv2d(x, w, padding=1, groups=4)) * 2\n}"},
    {"pools", "(x: T[1, 4, 6, 6]) -> (y: T[1, 4, 3, 3], z: T[1, 4, 3, 3], a: T[1, 4, 2, 2]) {\n"
              "  y = -max_pool2d(x, 2)\n  z = -avg_pool2d(x, 2)\n  a = -adaptive_avg_pool2d(x, 2)\n}"},
    {"interpolate", "(x: T[1, 2, 3, 3]) -> (y: T[1, 2, 6, 6]) {\n"
                    "  y = -interpolate(x, scale_factor=2, mode=\"bilinear\")\n}"},
    {"matmul_epilogue", "(a: T[3, 8], b: T[8, 4], c: T[4]) -> (y: T[3, 4]) {\n"
                        "  y = maximum(matmul(a, b) + c, 0)\n}"},
    {"reduction_epilogue", "(x: T[3, 8], c: T[3]) -> (y: T[3], z: T[3]) {\n"
                           "  y = sum(x, dim=1) * c\n  z = prod(x, dim=1) + c\n}"},
    {"extremum_epilogue", "(x: T[3, 8], c: T[3]) -> (y: T[3], z: bool[3]) {\n"
                          "  y = maximum(amax(x, dim=1), c)\n  z = amin(x, dim=1) == c\n}"},
    {"mean_epilogue", "(x: T[3, 8]) -> (y: T[3, 8]) {\n  y = x - mean(x, dim=1, keepdim=true)\n}"},
    {"softmax_epilogue", "(x: T[3, 8]) -> (y: T[3, 8], z: T[3, 8]) {\n"
                         "  y = softmax(x, dim=1) * 2\n  z = -log_softmax(x, dim=0)\n}"},
    {"norm_epilogue",
     "(x: T[3, 8]) -> (y: T[3, 8], z: T[3, 8], a: T[3, 8]) {\n"
     "  y = relu(layer_norm(x, 8))\n  z = relu(rms_norm(x, 8))\n  a = relu(group_norm(x, 2))\n}"},
    {"gathers", "(x: T[4, 3], i: i64[2, 3], j: i64[2]) -> (y: T[2, 3], z: T[2, 3]) {\n"
                "  y = maximum(gather(x, 0, i), x[0:2])\n  z = maximum(take(x, 0, j), x[0:2])\n}"},
    {"constant_take",
     "(x: T[4, 3]) -> (y: T[2, 3]) {\n  y = maximum(take(x, 0, tensor([1, 3], i64)), x[0:2])\n}"},
    {"embedding", "(i: i64[2]) -> (y: T[2, 3]) {\n  param w: T[5, 3]\n  y = -embedding(i, w)\n}"},
    {"copies", "(x: T[2, 3], y: T[2, 3]) -> (a: T[3, 2], b: T[4, 3], c: T[2, 2], d: T[4, 5]) {\n"
               "  a = minimum(permute(x, [1, 0]), permute(y, [1, 0]))\n"
               "  b = maximum(concat([x, y], dim=0), x[0:1])\n"
               "  c = maximum(x[:, 0:3:2], y[:, 1:3])\n  d = maximum(pad(x, [1, 1, 1, 1]), x[0:1, 0:1])\n}"},
    {"moves", "(x: T[2, 3, 4], w: T[4, 4]) -> (y: T[4, 6], z: bool[4, 6], a: i32[4, 6]) {\n"
              "  t = permute(reshape(matmul(x, w), [6, 4]), [1, 0])\n  y = relu(t)\n"
              "  u = permute(reshape(matmul(-x, w), [6, 4]), [1, 0])\n  z = u > 0\n"
              "  v = permute(reshape(matmul(x + x, w), [6, 4]), [1, 0])\n  a = cast(v, i32)\n}"},
    {"one_number", "(x: T[4, 8], z: T[4, 8]) -> (y: T[4, 8]) {\n"
                   "  y = z - sum(x, dim=[0, 1], keepdim=true)[0, 0]\n}"},
    {"product_of_vectors", "(a: T[5], b: T[5], c: T[3]) -> (y: T[3], z: bool[3]) {\n"
                           "  d = reshape(matmul(reshape(a, [1, 5]), reshape(b, [5, 1])), [])\n"
                           "  e = reshape(matmul(reshape(a, [1, 5]), reshape(a, [5, 1])), [])\n"
                           "  y = minimum(d, c)\n  z = e < c\n}"},
    {"expands", "(x: T[1, 3], y: T[2, 3]) -> (z: T[2, 3]) {\n  z = minimum(expand(x, [2, 3]), y)\n}"},
    {"slice_of_concat",
     "(x: T[2, 3], y: T[2, 3]) -> (z: T[2, 2]) {\n  z = concat([x, y], dim=0)[2:4, 0:2]\n}"},
    {"many_operands", "MANY"},
    {"bools", "(x: T[3, 4], y: T[3, 4]) -> (z: T[3, 4], a: bool[4, 3], b: bool[3]) {\n"
              "  m = x < y and not (x == y)\n  z = where(m, x, y)\n  a = permute(m, [1, 0])\n"
              "  b = amax(x > y, dim=1)\n}"},
    {"bool_copies", "(x: T[3, 4], y: T[3, 4]) -> (a: T[6, 4], b: bool[3, 2]) {\n"
                    "  m = concat([x < y, x > y], dim=0)\n  a = where(m, 1, concat([x, y], dim=0))\n"
                    "  b = (x < y)[:, 0:2] or (x > y)[:, 2:4]\n}"},
    {"casts", "(x: T[7]) -> (a: f32[7], b: i32[7], c: i64[7], d: bool[7]) {\n"
              "  a = cast(cast(x, f32) * 2, f32)\n  b = cast(x, i32) + 1\n  c = cast(x, i64) + 1\n"
              "  d = not cast(x, bool)\n}"},
    {"argmax", "(x: T[3, 4]) -> (y: i64[3], z: i32[3]) {\n"
               "  y = argmax(x, dim=1) + 1\n  z = cast(argmax(-x, dim=1), i32)\n}"},
    {"topk",
     "(x: T[3, 4]) -> (y: T[3, 2], z: i64[3, 2]) {\n  a, z = topk(x, 2)\n  y = maximum(a, x[:, 0:2])\n}"},
    {"scatter", "(x: T[3, 4], i: i64[3, 2], u: T[3, 2]) -> (y: T[3, 4]) {\n"
                "  y = maximum(scatter(x, 1, i, u), x)\n}"},
    {"one_hot", "(i: T[3]) -> (y: f32[3, 4]) {\n  y = cast(one_hot(i, 4), f32) * 2\n}"},
    {"integers", "(x: T[9], y: T[9]) -> (z: T[9]) {\n  z = abs(x * y - x) + sign(y)\n}"},
    {"quotients", "(x: T[9], y: T[9]) -> (z: T[9]) {\n  z = x // y + x % y\n}"},
    {"lstm", "(x: T[2, 3, 4]) -> (y: T[2, 3, 5], z: T[2, 5]) {\n"
             "  param w: T[20, 4]\n  param u: T[20, 5]\n  param b: T[20]\n  param c: T[20]\n"
             "  y, h, d = lstm(x, none, [w, u, b, c], 5)\n  z = y[:, -1]\n}"},
    {"gru", "(x: T[2, 3, 4]) -> (y: T[2, 3, 5]) {\n"
            "  param w: T[15, 4]\n  param u: T[15, 5]\n  param b: T[15]\n  param c: T[15]\n"
            "  y, h = gru(x, none, [w, u, b, c], 5)\n}"},
    {"functions",
     "(x: T[9]) -> (a: T[9], b: T[9], c: T[9]) {\n"
     "  a = exp(log(abs(x) + 1)) ** 1.5\n  b = atan(sinh(x)) + cosh(x)\n  c = floor(x) - round(x)\n}"},
    {"sines", "(x: T[9]) -> (y: T[9]) {\n  y = sin(x) * cos(x)\n}"},
    {"rectifiers", "(x: T[9]) -> (y: T[9]) {\n  y = elu(leaky_relu(softplus(x)))\n}"},
};

const char* const kTypes[] = {"f32", "f16", "bf16", "f64", "i8", "u8", "i16", "i32", "i64", "bool"};

/// Forty tensors in one expression, and as many joined: more than any device binds at once.
std::string manyOperands() {
  std::string inputs, sum, list;
  for (int i = 0; i < 40; ++i) {
    std::string name = "x" + std::to_string(i);
    inputs += (i ? ", " : "(") + name + ": T[" + std::to_string(2) + "]";
    sum = i ? "maximum(" + sum + ", " + name + ")" : name;
    list += (i ? ", " : "") + name;
  }
  return inputs + ") -> (y: T[2], z: T[80]) {\n  y = " + sum + "\n  z = concat([" + list + "], dim=0)\n}";
}

/// Passes that no target can do without, and no other.
transforms::FusionOptions unfused() {
  transforms::FusionOptions options;
  options.foldConstants = options.sliceTakes = options.foldBatchNorm = options.recogniseNorms = false;
  options.recogniseActivations = options.fuseAttention = options.simplifyMoves = false;
  options.mergeProjections = options.fuseViews = options.fuseEpilogues = false;
  return options;
}

struct Outcome {
  int code;
  std::string said;
};

Outcome compile(const std::string& path, const std::vector<std::string>& targets,
                const transforms::FusionOptions& fusion) {
  Options options;
  options.path = path;
  options.weights = "random:1";
  options.targets = targets;
  options.fusion = fusion;
  Compilation compilation(options);
  if (compilation.reach(Stage::Aic) != kGood) // the type is none that this operator has
    return {kModelWrong, graph::render(compilation.diagnostics())};
  // Kernels are not optimised: what cannot be emitted has failed by then.
  int code = compilation.reach(Stage::Code);
  return {code, graph::render(compilation.diagnostics())};
}

class Support : public testing::TestWithParam<std::vector<std::string>> {
protected:
  void SetUp() override {
    folder = std::filesystem::temp_directory_path() / ("aic-support-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder);
  }
  void TearDown() override { std::filesystem::remove_all(folder); }

  std::string write(const Pattern& pattern, const std::string& type) {
    std::string text = std::string(pattern.text) == "MANY" ? manyOperands() : pattern.text;
    std::string path = folder / (std::string(pattern.name) + "_" + type + ".graph");
    std::ofstream(path) << "graph main" << std::regex_replace(text, std::regex("\\bT\\b"), type) << "\n";
    return path;
  }

  std::filesystem::path folder;
};

TEST_P(Support, WhatCompilesUnfusedCompilesFused) {
  for (const Pattern& pattern : kPatterns) {
    if (GetParam().size() > 1 && test::nextStep() != test::Step::Whole)
      continue; // each target by itself has it
    int compiledHere = 0;
    for (const char* type : kTypes) {
      SCOPED_TRACE(std::string(pattern.name) + " on " + type);
      std::string path = write(pattern, type);
      Outcome plain = compile(path, GetParam(), unfused());
      if (plain.code == kModelWrong)
        continue;
      EXPECT_NE(plain.code, kOurFault) << plain.said;
      Outcome fused = compile(path, GetParam(), {});
      EXPECT_NE(fused.code, kOurFault) << fused.said;
      if (plain.code == kGood)
        EXPECT_EQ(fused.code, kGood) << fused.said;
      compiledHere += fused.code == kGood;
    }
    EXPECT_GT(compiledHere, 0) << pattern.name << " compiles on no type";
  }
}

INSTANTIATE_TEST_SUITE_P(Targets, Support,
                         testing::Values(std::vector<std::string>{"cpu"}, std::vector<std::string>{"vulkan"},
                                         std::vector<std::string>{"cpu", "vulkan"}),
                         [](const testing::TestParamInfo<std::vector<std::string>>& info) {
                           return std::string(info.param.size() > 1       ? "Both"
                                              : info.param[0] == "vulkan" ? "Vulkan"
                                                                          : "Cpu");
                         });

/// A kernel has no more parts than LLVM takes in a moment: what joins more is a tree, of few different
/// kernels.
TEST(Wide, AConcatOfThousandsIsATree) {
  constexpr int kTensors = 5000;
  std::string inputs, names, types;
  for (int i = 0; i < kTensors; ++i) {
    std::string comma = i ? ", " : "", name = "%x" + std::to_string(i);
    inputs += comma + name + ": tensor<2xf32>";
    names += comma + name;
    types += comma + "tensor<2xf32>";
  }
  std::string result = "tensor<" + std::to_string(2 * kTensors) + "xf32>";
  Options options;
  options.module = "func.func @main(" + inputs + ") -> " + result + " {\n  %0 = aic.concat " + names +
                   " {dim = 0 : i64} : (" + types + ") -> " + result + "\n  return %0 : " + result + "\n}";
  Compilation compilation(options);
  ASSERT_EQ(compilation.reach(Stage::Artifact), kGood) << graph::render(compilation.diagnostics());
  std::string plan = compilation.emit(Stage::Schedule);
  size_t kernels = 0;
  for (size_t at = plan.find("aic.concat "); at != std::string::npos; at = plan.find("aic.concat ", at + 1)) {
    std::string line = plan.substr(at, plan.find(" {", at) - at);
    EXPECT_LT(std::count(line.begin(), line.end(), ','), 128);
    ++kernels;
  }
  EXPECT_GE(kernels, 2u);
  EXPECT_LE(kernels, 4u);
}

} // namespace
} // namespace aic::driver
