// Constants of a file, functions as values, compile-time functions, and what functions written in the
// language say of misuse. What they compute: test/networks.
#include "test/unit/graph/Load.h"

#include <gtest/gtest.h>

using namespace aic::graph;
using namespace aic::graph::testing;

namespace {

std::string errorOf(const std::string& body) {
  Loaded loaded = loadText(withBody(body), {{}, {}, "random:1"});
  std::string all;
  for (const std::string& error : loaded.errors)
    all += (all.empty() ? "" : "\n") + error.substr(error.find(": ") + 2);
  return all;
}

std::string firstError(const std::string& text) {
  Loaded loaded = loadText(text, {{}, {}, "random:1"});
  return loaded.errors.empty() ? "" : loaded.errors[0];
}

TEST(Function, ConstantsOfAFile) {
  const char* text = R"(WIDTH = 2 * HALF
HALF = 3

block f(x: f32[N, WIDTH]) {
  return x * HALF
}

graph g(x: f32[K = WIDTH, WIDTH]) -> (y: f32[6, WIDTH]) {
  y = f(x)
}
)";
  EXPECT_EQ(firstError(text), "");
  LoadOptions options;
  options.dims["WIDTH"] = {3};
  EXPECT_EQ(
      loadText(text, options).messages,
      "t.graph: error: --dim WIDTH: the inputs of graph g have no dimension of that name; they have K\n");
  auto with = [](const std::string& constants) {
    return firstError(constants + "\ngraph g(x: f32[2]) -> (y: f32[2]) {\n  y = x\n}\n");
  };
  EXPECT_EQ(with("A = 1\nA = 2"), "2:1: the name A is declared twice");
  EXPECT_EQ(with("A = B\nB = A"), "1:1: the constant A is computed from itself");
  EXPECT_EQ(with("A = zeros([2])"),
            "1:5: zeros: a constant at the top of a file has no tensors and no parameters");
  EXPECT_EQ(with("A = nn.linear(1, 2) @ a"),
            "1:5: a constant at the top of a file has no tensors and no parameters");
  EXPECT_EQ(with("A = C"), "1:5: unknown name C");
  EXPECT_EQ(with("A 3"), "1:1: expected 'import', 'block', 'graph' or 'entries', found 'A'");
}

TEST(Function, IsAnArgument) {
  const char* text = R"(ACT = relu

block twice(x: f32[...]) {
  return x + x
}

block f(x: f32[...], act = sigmoid, layer = none) {
  y = act(x)
  if layer != none and layer == nn.linear {
    y = layer(y, 5) @ layer
  }
  return y
}

graph g(x: f32[3, 5]) -> (y: f32[3, 5]) {
  y = f(f(f(f(x), twice), layer=nn.linear) @ a, exp if len([ACT]) == 1 else tril) + ACT(x)
}
)";
  Loaded loaded = loadText(text, {{}, {}, "random:1"});
  EXPECT_EQ(loaded.messages, "");
  for (const char* op : {"aic.sigmoid", "aic.add", "aic.linear", "aic.exp", "aic.relu"})
    EXPECT_NE(loaded.ir.find(op), std::string::npos) << op;
  auto call = [](const std::string& argument) {
    return firstError("block f(x: f32[...], act) {\n  return act(x)\n}\n"
                      "graph g(x: f32[3]) -> (y: f32[3]) {\n  y = f(x, " +
                      argument + ")\n}\n");
  };
  EXPECT_EQ(call("concat"), "2:14: concat: list: expected a list of tensors, found f32[3]");
  EXPECT_EQ(call("nn.layer_norm"),
            "2:10: act has parameters: say where they live, as in act(...) @ name, or @ . for the "
            "caller's own path");
  EXPECT_EQ(call("f"),
            "2:10: the block act calls itself: blocks are expanded at each call, so there is no recursion");
  EXPECT_EQ(call("3"), "2:10: act: expected a block, layer or primitive to call, found int 3");
}

// As in Python: no call finds the function behind a value of its name, a block's, a library's or a builtin.
TEST(Function, HiddenByAValue) {
  const std::string expected = ": expected a block, layer or primitive to call, found ";
  auto hides = [](const std::string& name) {
    return ", whose name hides the function " + name + ": give it another one";
  };
  auto inGraph = [](const std::string& statements) {
    return firstError("graph g(x: f32[3]) -> (y: f32[3]) {\n" + statements + "\n}\n");
  };
  EXPECT_EQ(inGraph("  relu = none\n  y = relu(x)"), "3:7: relu" + expected + "none" + hides("relu"));
  EXPECT_EQ(inGraph("  flip = exp(x)\n  y = flip(x, 0)"), "3:7: flip" + expected + "f32[3]" + hides("flip"));
  EXPECT_EQ(inGraph("  len = 3\n  y = x * len(x)"), "3:11: len" + expected + "int 3" + hides("len"));
  EXPECT_EQ(inGraph("  for i in 0..2 {\n    exp = exp(x)\n  }\n  y = exp"),
            "3:11: exp" + expected + "f32[3]" + hides("exp"));
  EXPECT_EQ(firstError("tanh = 1\ngraph g(x: f32[3]) -> (y: f32[3]) {\n  y = tanh(x)\n}\n"),
            "3:7: tanh" + expected + "int 1" + hides("tanh"));
  EXPECT_EQ(loadText("graph g(x: f32[3]) -> (exp: f32[3]) {\n  exp = exp(x)\n}\n").messages, "");
}

TEST(Function, OfCompileTimeValues) {
  for (const char* condition :
       {"int(2.9) == 2", "int(-2.9) == -2", "int(true) == 1", "float(3) / 2 == 1.5", "exp(0) == 1",
        "abs_is_a_name == 1", "3.14159 < pi and pi < 3.1416", "\"a\" + \"b\" == \"ab\"",
        "str(3) + \"x\" == \"3x\"", "str([1, 2]) == \"[1, 2]\"", "is_list([]) and not is_list(1)"}) {
    Loaded loaded =
        loadText(withBody("abs_is_a_name = 1\n  if " + std::string(condition) + " {\n y = exp(x)\n }"));
    EXPECT_EQ(loaded.messages, "") << condition;
    EXPECT_NE(loaded.ir.find("aic.exp"), std::string::npos) << condition;
  }
  for (auto [body, message] : std::initializer_list<std::pair<const char*, const char*>>{
           {"z = int(x)",
            "int: expected a bool or a number that fits in 64 bits, found f32[2, 3]: of a tensor it is "
            "cast(x, i32)"},
           {"z = int(inf)", "int: expected a bool or a number that fits in 64 bits, found float inf"},
           {"z = float(\"1\")", "float: expected a bool or a number, found string \"1\""},
           {"z = \"a\" + 1", "'+' does not work on string \"a\" and int 1: str(x) makes a string"},
           {"require(1 > 2, \"no\")", "no"},
           {"require(x > 2, \"no\")", "require: the condition is decided when the model is compiled, but "
                                      "bool[2, 3] is known only when it runs"},
           {"require(1, \"no\")", "require: the condition is a bool, found int 1"},
           {"require(true, 1)", "require: the message is a string, found int 1"},
           {"z = require(true, \"no\")", "require has no value: it is a statement of its own"}})
    EXPECT_EQ(errorOf(body), message) << body;
}

TEST(Function, WhereOfTwoNumbers) {
  auto type = [](const char* a, const char* b) {
    Loaded loaded = loadText(withBody("z = where(m, " + std::string(a) + ", " + b + ")\n  y = cast(z, f32)"));
    EXPECT_EQ(loaded.messages, "");
    return loaded.ir.substr(loaded.ir.find("aic.where"));
  };
  EXPECT_NE(type("8", "0").find("-> tensor<2x3xi64>"), std::string::npos);
  EXPECT_NE(type("8", "0.5").find("-> tensor<2x3xf32>"), std::string::npos);
  EXPECT_NE(type("true", "false").find("-> tensor<2x3xi1>"), std::string::npos);
  EXPECT_EQ(errorOf("z = where(m, 1, true)"),
            "where: at least one of a and b is a tensor; found int 1 and bool true");
}

TEST(Function, RequireIsSaidAtTheCall) {
  EXPECT_EQ(
      firstError("block half(x: f32[N, D]) {\n  require(D % 2 == 0, \"the width \" + str(D) + \" is odd\")\n"
                 "  return reshape(x, [N, 2, D // 2])\n}\n"
                 "graph g(x: f32[2, 3]) -> (y: f32[...]) {\n  y = half(x)\n}\n"),
      "6:7: half: the width 3 is odd");
}

TEST(Function, OwnNamesComeFirst) {
  Loaded loaded = loadText("block chunk(x: f32[...]) {\n  return exp(x)\n}\n"
                           "graph g(x: f32[3]) -> (y: f32[3]) {\n  cumsum = x\n  y = chunk(cumsum)\n}\n");
  EXPECT_EQ(loaded.messages, "");
  EXPECT_EQ(errorOf("z = _axis(1, 2)"), "there is no block or primitive called _axis");
}

TEST(Function, Misuse) {
  for (auto [body, message] : std::initializer_list<std::pair<const char*, const char*>>{
           {"z = chunk(x, 2, 2)", "chunk: there is no axis 2 among 2"},
           {"z = chunk(x, 0)", "chunk: chunks: expected at least 1, found 0"},
           {"z = chunk(x)", "chunk: the argument chunks is missing: chunk(x, chunks, dim=...)"},
           {"z = cumsum(x, 5)", "cumsum: there is no axis 5 among 2"},
           {"z = tril(v)",
            "tril: x: expected T[..., N, M], found f32[3]: it has 1 dimension, expected at least 2"},
           {"z = pixel_shuffle(img, 3)",
            "pixel_shuffle: upscale_factor: 4 channels are no multiple of the square of 3"},
           {"z = grid_sample(img, full([1, 2, 2, 2], 0.0, f32), \"bicubic\")",
            "grid_sample: mode: expected one of \"bilinear\", \"nearest\", found \"bicubic\""},
           {"z = nn.prelu(x, 2) @ p", "nn.prelu: weight: it has 2 elements for the channels of [2, 3]"},
           {"z = conv3d(img, full([2, 4, 1, 1, 1], 1.0, f32))",
            "conv3d: x: expected T[N, C, D, H, W], found f32[1, 4, 8, 8]: it has 4 dimensions, expected 5"},
           {"z = conv3d(img[none], full([2, 3, 1, 1, 1], 1.0, f32))",
            "conv3d: weight: its 3 channels, in 1 groups, are not the 1 of x"},
           {"z = nn.conv3d(img[none], 2, 1, stride=[1, 2]) @ c",
            "nn.conv3d: stride: expected an int or a list of 3 ints, found list [1, 2]"},
           {"z = nn.conv3d(img[none], 2, 1.5) @ c",
            "nn.conv3d: kernel_size: expected an int or a list of 3 ints, found float 1.5"},
           {"z = max_pool1d(img[0], 9)", "max_pool1d: max_pool2d: x is f32[4, 8, 1, 8]: width: a window of 9 "
                                         "with dilation 1 does not fit 8 "
                                         "elements padded by 0 and 0 [C4]"},
           {"_, z = scan(none, x, x)",
            "scan: combine: expected a block, layer or primitive to call, found none"},
           {"_, z = scan(maximum, x, x)",
            "scan: combine has no parameters: a path follows calls of blocks and layers"},
           {"_, z = scan(maximum, v, [x, v], 1)",
            "scan: xs: its tensors have one size along axis 1, found [2, 3] and [3]"},
           {"z = associative_scan(none, x)",
            "associative_scan: combine: expected a block, layer or primitive to call, found none"},
           {"z = associative_scan(x, x)",
            "associative_scan: combine: expected a block, layer or primitive to call, found f32[2, 3]"},
           {"z = associative_scan(maximum, [x, v], 1)",
            "associative_scan: xs: its tensors have one size along axis 1, found [2, 3] and [3]"},
           {"z = associative_scan(concat, [x, x], 1)",
            "associative_scan: concat: dim: expected an int, found list [f32[2, 2], f32[2, 2]]"},
           {"z = arange(0, 5, 0)", "arange: end: the step is 0"},
           {"z = arange(5, 0)", "arange: end: expected a count between 0 and 1048576, found -5"},
           {"z = arange(x)", "arange: start: expected a number, found f32[2, 3]"},
           {"z = einsum(\"ij,jk->ik\", x, v)", "einsum: equation: 'jk' does not name the axes of f32[3]"},
           {"z = einsum(\"ij->k\", x)",
            "einsum: equation: 'k' holds a letter twice, or one that no input has"},
           {"z = einsum(\"ij,ij->i\", x)", "einsum: equation: the equation has 2 terms, for 1 tensors"},
           {"z = einsum(\"ij,ij->i\", x, i)",
            "einsum: its tensors have one element type, found f32[2, 3] and i64[2, 3]: cast one"},
           {"z = matmul(i, i)",
            "matmul: a is i64[2, 3] and b i64[2, 3]: the columns of a are not as many as the rows of b"},
           {"z = i ** -1", "pow: b: an integer has no power below 0, found -1: cast(x, f32) has"},
           {"z = pad(x, [-2, -2])", "pad: pad: it takes 4 elements off axis 1 of f32[2, 3]"},
           {"z = pad(x, [4, 0], \"circular\")",
            "pad: pad: a circular pad takes at most the whole axis, 3 here, found 4"},
           {"z = norm(x, \"nuc\")", "norm: float: expected a bool or a number, found string \"nuc\""},
           {"z, h, c = nn.lstm(img[0], 4, lengths=v) @ l",
            "nn.lstm: lengths: expected I[N], found f32[3]: dimension 0 is 3, expected N = 4"}})
    EXPECT_EQ(errorOf(body), message) << body;
}

} // namespace
