// Messages of evaluation: place, caret, chain of calls, nearest name, what was found and expected.
#include "frontends/graph/Spellings.h"
#include "test/unit/graph/Load.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace aic::graph;
using namespace aic::graph::testing;

namespace {

TEST(Error, RenderedWithTheChainOfCalls) {
  Loaded loaded = loadText(R"(block inner(x: f32[N, C], k: int) {
  return matmul(x, full([C + 1, k], 1.0, f32))
}

block outer(x: f32[N, C]) {
  for i in 0..3 {
    x = inner(x, 4)
  }
  return x
}

graph g(x: f32[2, 3]) -> (y: f32[2, 4]) {
  y = outer(x)
}
)");
  EXPECT_EQ(
      loaded.messages,
      "t.graph:2:10: error: matmul: a is f32[2, 3], b is f32[4, 4]: a has 3 columns, b has 4 rows [C3]\n"
      "    return matmul(x, full([C + 1, k], 1.0, f32))\n"
      "           ^~~~~~\n"
      "  called from t.graph:7:9 (block inner)\n"
      "  called from t.graph:13:7 (block outer)\n");
  EXPECT_EQ(loaded.result.exitCode, 1);
}

TEST(Error, InsideTheLibraryStandsAtTheUsersCall) {
  Loaded loaded = loadText(R"(graph g(x: f32[1, 4, 8, 8]) -> (y: f32[...]) {
  y = nn.conv2d(x, 8, 3, groups=3) @ c
}
)",
                           {{}, {}, "random:1"});
  EXPECT_EQ(loaded.messages, "t.graph:2:7: error: conv2d: x is f32[1, 4, 8, 8], weight is f32[8, 1, 3, 3], "
                             "bias is f32[8]: the weight "
                             "expects 1 input channels in each of 3 groups, x has 4 in all [C4]\n"
                             "    y = nn.conv2d(x, 8, 3, groups=3) @ c\n"
                             "        ^~~~~~~~~\n");
}

TEST(Error, SeveralInOneRunAndNoneThatFollows) {
  Loaded loaded = loadText(withBody(R"(a = reluu(x)
  b = a + 1
  c = b[9] * relu(b)
  d = x + nothing
  if a > 3 {
    e = 1
  }
  f = e + 1
  for k in a {
    f = k
  }
  g = x[7])"));
  EXPECT_EQ(loaded.errors,
            (std::vector<std::string>{"3:7: there is no block or primitive called reluu (did you mean relu?)",
                                      "6:11: unknown name nothing",
                                      "14:9: index 7 is outside of axis 0 of f32[2, 3], which has size 2"}));
}

TEST(Error, OncePerPlaceHoweverOften) {
  EXPECT_EQ(loadText(withBody("for k in 0..1000 {\n z = x[5]\n }")).errors.size(), 1u);
}

TEST(Error, Names) {
  EXPECT_EQ(errorOf("z = xx"), "unknown name xx (did you mean x?)");
  EXPECT_EQ(errorOf("z = -relu"),
            "'-' works on a number or a tensor, found the function relu: call it, as in relu(...)");
  EXPECT_EQ(errorOf("z = x + nn.linear"),
            "add: b: expected a tensor, found the function nn.linear: call it, as in nn.linear(...)");
  EXPECT_EQ(errorOf("z = max"), "max is a function: call it, as in max(...)");
  EXPECT_EQ(errorOf("z = linaer(x)"), "there is no block or primitive called linaer (did you mean linear?)");
  EXPECT_EQ(errorOf("z = nn.linaer(x) @ z"), "there is no block nn.linaer (did you mean nn.linear?)");
  EXPECT_EQ(errorOf("z = n.linear(x) @ z"), "nothing called n is imported (did you mean nn?)");
}

TEST(Error, Arguments) {
  EXPECT_EQ(errorOf("z = relu()"), "relu: the argument x is missing: relu(x)");
  EXPECT_EQ(errorOf("z = relu(x, x)"), "relu: there are 2 arguments, at most 1 are taken: relu(x)");
  EXPECT_EQ(errorOf("z = softmax(x, din=1)"),
            "softmax: there is no argument din (did you mean dim?): it is softmax(x, dim)");
  EXPECT_EQ(errorOf("z = softmax(x, x=x)"), "softmax: the argument x is given twice");
  EXPECT_EQ(errorOf("z = softmax(x=x, 1)"), "softmax: an argument without a name follows one with a name");
  EXPECT_EQ(errorOf("z = softmax(x, 1.0)"), "softmax: dim: expected an int, found float 1");
  EXPECT_EQ(errorOf("z = softmax(3, 1)"), "softmax: x: expected a tensor, found int 3");
  EXPECT_EQ(errorOf("z = softmax(x, 2)"), "softmax: dim: axis 2 is outside of [-2, 2): there are 2 axes");
  EXPECT_EQ(errorOf("z = mean(x, [0, -2])"), "mean: dim: axis 0 is named twice");
  EXPECT_EQ(errorOf("z = mean(x, \"a\")"),
            "mean: dim: expected none, an int or a list of ints, found string \"a\"");
  EXPECT_EQ(errorOf("z = mean(x, 0, 1)"), "mean: keepdim: expected true or false, found int 1");
  EXPECT_EQ(errorOf("z = max_pool2d(img, 0)"), "max_pool2d: kernel_size: expected at least 1, found 0");
  EXPECT_EQ(errorOf("z = max_pool2d(img, [1, 2, 3])"),
            "max_pool2d: kernel_size: expected an int or a list of 2 ints, found list [1, 2, 3]");
  EXPECT_EQ(errorOf("z = max_pool2d(img, 2, padding=[1, 2, 3])"),
            "max_pool2d: padding: expected an int, [vertical, horizontal] or [top, left, bottom, right], "
            "found list "
            "[1, 2, 3]");
  EXPECT_EQ(errorOf("z = softmax(x, 9223372036854775807)"),
            "softmax: dim: the number 9223372036854775807 is out of bounds");
  EXPECT_EQ(errorOf("z = cast(x, 3)"), "cast: type: expected an element type such as f32, found int 3");
  EXPECT_EQ(errorOf("z = cast(1, f32)"),
            "cast: x: a number known at compile time becomes a tensor by tensor(value, TYPE)");
  EXPECT_EQ(errorOf("z = relu(x) @ p"), "relu has no parameters: a path follows calls of blocks and layers");
}

TEST(Error, AWidthIsNoEps) {
  for (const char* layer : {"batch_norm", "layer_norm", "rms_norm"})
    EXPECT_EQ(
        errorOf(std::string("z = nn.") + layer + "(x, 64) @ n"),
        std::string("nn.") + layer +
            ": eps: expected float, found int 64: a layer takes its width from x; a number is written 64.0");
  EXPECT_EQ(errorOf("z = nn.group_norm(img, 2, 4) @ n"),
            "nn.group_norm: eps: expected float, found int 4: a layer takes its width from x; a number is "
            "written 4.0");
  EXPECT_EQ(errorOf("z = nn.layer_norm(x, eps=0) @ n"),
            "nn.layer_norm: eps: expected float, found int 0: a layer takes its width from x; a number is "
            "written 0.0");
  for (const char* call : {"layer_norm(x, 3, v, v, 1)", "rms_norm(x, 3, v, 1)",
                           "batch_norm(x, v, v, v, v, 1)", "group_norm(x, 3, v, v, 1)"})
    EXPECT_EQ(errorOf(std::string("z = ") + call),
              std::string(call).substr(0, std::string(call).find('(')) +
                  ": eps: expected a float such as 1e-5, found int 1: a number is written 1.0");
  EXPECT_EQ(errorOf("z = layer_norm(x, 3, eps=0.0)"), "");
}

TEST(Error, Quantised) {
  for (const char* scale : {"0", "0.0", "-0.5", "nan", "inf"})
    EXPECT_THAT(errorOf(std::string("z = quantize(x, ") + scale + ")"),
                ::testing::HasSubstr("quantize: scale: expected a positive number, found "));
  EXPECT_THAT(errorOf("z = quantize(x, 1e-60)"), ::testing::HasSubstr("which is none in f32"));
  EXPECT_EQ(errorOf("z = quantize(x, tensor([0.5, 0.0, 1.0], f32), axis=1)"),
            "quantize: scale: a scale is not zero and finite; element 1 is 0");
  EXPECT_EQ(errorOf("z = dequantize(cast(i, i8), tensor([0.5, inf], f32), axis=0)"),
            "dequantize: scale: a scale is not zero and finite; element 1 is inf");
  EXPECT_EQ(errorOf("z = quantize(x, 0.5, 300, u8)"), "quantize: zero_point: int 300 does not fit in u8");
  EXPECT_EQ(errorOf("z = dequantize(cast(i, i8), 0.5, -129)"),
            "dequantize: zero_point: int -129 does not fit in i8");
  EXPECT_EQ(errorOf("z = quantize(x, 0.5, cast(i, u8))"),
            "quantize: zero_point: expected an int or a tensor of i8, found u8[2, 3]");
  EXPECT_EQ(errorOf("z = quantize(x, v)"),
            "quantize: scale: say along which axis the 3 numbers stand, axis=0");
  EXPECT_EQ(errorOf("z = quantize(x, v, axis=0)"),
            "quantize: scale: expected [2], found f32[3]: the tensor is [2, 3]");
  EXPECT_EQ(errorOf("z = quantize(x, i)"),
            "quantize: scale: expected a number or a tensor of f32, f16 or bf16, found i64[2, 3]");
  EXPECT_EQ(
      errorOf("z = quantize(x, full([2, 3], 0.5, f32), axis=1, block=2)"),
      "quantize: scale: expected [2, 2], found f32[2, 3]: one for each block of 2 of the 3 along axis 1");
  EXPECT_EQ(errorOf("z = quantize(x, 0.5, block=2)"),
            "quantize: block: say along which axis the blocks lie, axis=-1");
  EXPECT_EQ(errorOf("z = quantize(x, 0.5, axis=0, block=0)"),
            "quantize: block: expected at least 1, found 0");
  EXPECT_EQ(errorOf("z = quantize(x, 0.5, dtype=i32)"),
            "quantize: dtype: expected i4, u4, i8, u8 or i16, found i32");
  EXPECT_EQ(errorOf("z = quantize(i, 0.5)"),
            "quantize: x: expected a tensor of f32, f16 or bf16, found i64[2, 3]");
  EXPECT_EQ(errorOf("z = dequantize(x, 0.5)"),
            "dequantize: q: expected a tensor of i4, u4, i8, u8 or i16, found f32[2, 3]");
}

TEST(Error, IntegersAreNotDividedByASlash) {
  const char* hint =
      ": in PyTorch the quotient of integers is a float: write cast(x, f32) for that, or a // b "
      "for the integer below it";
  EXPECT_EQ(errorOf("z = i / i"), std::string("div: i64[2, 3] / i64[2, 3]") + hint);
  EXPECT_EQ(errorOf("z = i / 4"), std::string("div: i64[2, 3] / int 4") + hint);
  EXPECT_EQ(errorOf("z = 4.5 / i"), std::string("div: float 4.5 / i64[2, 3]") + hint);
  EXPECT_EQ(errorOf("z = div(m, m)"), std::string("div: bool[2, 3] / bool[2, 3]") + hint);
  EXPECT_EQ(errorOf("z = div(i, 4, \"up\")"),
            "div: rounding_mode: expected none, \"trunc\" or \"floor\", found \"up\"");
  EXPECT_EQ(
      errorOf("z = div(i, x, \"trunc\")"),
      "div: a is i64[2, 3], b is f32[2, 3]: b is f32, a is i64: element types never mix, cast one [C1]");
  EXPECT_EQ(errorOf("z = x / 4"), "");
  EXPECT_EQ(errorOf("z = nn.huber_loss(x, x, delta=2)"), ""); // an int will do for a float
  // Passes may mix these, on demand.
  EXPECT_EQ(errorOf("z = linear(x, cast(x, f16))"), "linear: x is f32[2, 3], weight is f16[2, 3]: weight is "
                                                    "f16, x is f32: element types never mix, cast one");
  EXPECT_EQ(
      errorOf("z = attention(x, cast(x, bf16), x)"),
      "attention: q is f32[2, 3], k is bf16[2, 3], v is f32[2, 3]: k is bf16, q is f32: element types never "
      "mix, cast one");
}

TEST(Error, Shapes) {
  EXPECT_EQ(errorOf("z = reshape(x, [4, 2])"),
            "reshape: shape: x is f32[2, 3] with 6 elements: they do not fill the shape [4, 2]");
  EXPECT_EQ(errorOf("z = reshape(x, [4, -1])"),
            "reshape: shape: x is f32[2, 3] with 6 elements: they do not fill the shape [4, -1]");
  EXPECT_EQ(
      errorOf("z = reshape(x, [2, 2, 1])"),
      "reshape: shape: x is f32[2, 3] with 6 elements: they do not fill the shape [2, 2, 1]: 2 parts do not "
      "divide the axis of 3");
  EXPECT_EQ(errorOf("z = reshape(x, [-1, -1])"), "reshape: shape: only one size can be -1");
  EXPECT_EQ(errorOf("z = reshape(x, [1099511627776, 1099511627776])"),
            "reshape: shape: x is f32[2, 3] with 6 elements: they do not fill the shape [1099511627776, "
            "1099511627776]");
  EXPECT_EQ(errorOf("z = squeeze(x, 0)"), "squeeze: dim: axis 0 of f32[2, 3] has size 2, not 1");
  EXPECT_EQ(errorOf("z = split(x, [1, 1], 1)"),
            "split: size: the parts [1, 1] do not add up to 3, the size of axis 1 of f32[2, 3]");
  EXPECT_EQ(errorOf("z = split(x, 0)"), "split: size: the size of a part is at least 1, found 0");
  EXPECT_EQ(errorOf("z = expand(x, [-1, -1, 3])"),
            "expand: sizes: -1 keeps an axis that x has; axis 0 is new");
  EXPECT_EQ(errorOf("z = concat([])"), "concat: list: expected a list of tensors, found list []");
  EXPECT_EQ(errorOf("z = concat([x, 1])"), "concat: list: expected a list of tensors, it holds int 1");
  EXPECT_EQ(errorOf("z = stack([x, v])"),
            "stack: list: the tensors of a stack have one type, found f32[2, 3] and f32[3]");
  EXPECT_EQ(errorOf("z = pad(x, [1])"),
            "pad: pad: expected two amounts an axis, last axis first, for at most 2 axes, found [1]");
  EXPECT_EQ(errorOf("z = pad(x, [1, 1], \"wrap\")"),
            "pad: mode: expected \"constant\", \"reflect\", \"replicate\" or \"circular\", found \"wrap\"");
  EXPECT_EQ(errorOf("z = flatten(img, 2, 1)"),
            "flatten: end_dim: the last axis, 1, comes before the first, 2");
  EXPECT_EQ(errorOf("z = slice(x, 0, 0, 1, 0)"), "slice: step: the step is at least 1, found 0");
}

TEST(Error, Literals) {
  EXPECT_EQ(errorOf("z = i + 1.5"), "add: float 1.5 is not an integer: the tensor has elements of i64");
  EXPECT_EQ(errorOf("z = cast(x, i8) + 128"), "add: int 128 does not fit in i8");
  EXPECT_EQ(errorOf("z = cast(x, u8) + -1"), "add: int -1 does not fit in u8");
  EXPECT_EQ(errorOf("z = cast(x, f16) * 1e6"), "mul: float 1000000 does not fit in f16");
  EXPECT_EQ(errorOf("z = x + true"), "add: bool true is no element of a tensor of f32");
  EXPECT_EQ(errorOf("z = m == 1"), "eq: int 1 is not a bool: write true or false");
  EXPECT_EQ(errorOf("z = x + \"a\""), "add: b: expected a tensor, found string \"a\"");
  EXPECT_EQ(errorOf("z = add(1, 2)"), "add: at least one of a and b is a tensor; found int 1 and int 2");
  EXPECT_EQ(errorOf("z = tensor([[1], [2, 3]], f32)"),
            "tensor: value: the lists are ragged: expected 1 items, found 2");
  EXPECT_EQ(errorOf("z = tensor([], f32)"), "tensor: value: a constant's sizes are at least 1, found [0]");
  EXPECT_EQ(errorOf("z = full([1099511627776, 2], 0, f32)"),
            "full: shape: the tensor would have more than 2^40 elements or 32 axes");
}

TEST(Error, CompileTimeArithmetic) {
  EXPECT_EQ(errorOf("z = 9223372036854775807 + 1"), "9223372036854775807 + 1 does not fit in 64 bits");
  EXPECT_EQ(errorOf("z = -9223372036854775807 - 2"), "-9223372036854775807 - 2 does not fit in 64 bits");
  EXPECT_EQ(errorOf("z = 2 ** 63"), "2 ** 63 does not fit in 64 bits");
  EXPECT_EQ(errorOf("z = -(-9223372036854775807 - 1)"), "-(-9223372036854775808) does not fit in 64 bits");
  EXPECT_EQ(errorOf("z = (-9223372036854775807 - 1) // -1"),
            "-9223372036854775808 // -1 does not fit in 64 bits");
  EXPECT_EQ(errorOf("z = 1 // 0"), "1 // 0: division by zero");
  EXPECT_EQ(errorOf("z = 1.5 % 0"), "1.5 % 0: division by zero");
  EXPECT_EQ(errorOf("z = inf - inf"), "inf - inf is not a number");
  EXPECT_EQ(errorOf("z = [1] + 1"),
            "'+' does not work on list [1] and int 1: a list takes a list, as in xs + [x]");
  EXPECT_EQ(errorOf("z = 1 < \"a\""), "'<' compares numbers, found int 1 and string \"a\"");
  EXPECT_EQ(errorOf("z = not 1"), "'not' works on a bool or a tensor, found int 1");
  EXPECT_EQ(errorOf("z = 1 and true"), "'and' works on bools, found int 1");
  EXPECT_EQ(errorOf("z = [1, 2][2]"), "index 2 is outside of a list of 2 items");
  EXPECT_EQ(errorOf("z = 3[0]"), "only lists and tensors have an index, found int 3");
  EXPECT_EQ(errorOf("z = len(x)"), "len: expected a list, found f32[2, 3]: its sizes are shape(x)");
  EXPECT_EQ(errorOf("z = max(x, x)"),
            "max: expected numbers, found f32[2, 3]: on tensors it is maximum(a, b) or amax(x)");
  EXPECT_EQ(errorOf("z = sqrt(-1)"),
            "sqrt: expected a tensor or a number that is not negative, found int -1");
  EXPECT_EQ(errorOf("z = min([])"), "min: the list is empty");
}

TEST(Error, Control) {
  EXPECT_EQ(errorOf("if m { z = 1 }"),
            "'if' is decided when the model is compiled, but bool[2, 3] is known only when it "
            "runs: choose by where(condition, a, b)");
  EXPECT_EQ(errorOf("if 1 { z = 1 }"), "the condition of 'if' is a bool, found int 1");
  EXPECT_EQ(errorOf("z = 1 if 2 else 3"), "the condition of 'if ... else' is a bool, found int 2");
  EXPECT_EQ(errorOf("for k in 3 { z = 1 }"),
            "a loop goes through a list or from a to b, as in 0..4; found int 3: write 0..3");
  EXPECT_EQ(errorOf("for k in 0..1.5 { z = 1 }"), "a loop runs between ints, found float 1.5");
  EXPECT_EQ(errorOf("for a, b in [[1, 2], [3]] { z = 1 }"),
            "there are 1 values for 2 names; '_' takes one that is not wanted");
  EXPECT_EQ(errorOf("a, b = split(x, 1, 1)"),
            "there are 3 values for 2 names; '_' takes one that is not wanted");
  EXPECT_EQ(errorOf("a, b = x"), "there is one value, f32[2, 3], for 2 names");
  EXPECT_EQ(errorOf("return x"), "a graph binds its results by name, as in y = ...; 'return' is for blocks");
  EXPECT_EQ(errorOf("if true { weights \"w.npz\" }"),
            "'weights' stands once, in the body of a graph, outside of 'if' and 'for'");
}

TEST(Error, Files) {
  mlir::MLIRContext context;
  LoadResult result = loadGraph(context, "/nowhere/at/all.graph");
  EXPECT_EQ(result.exitCode, 4);
  EXPECT_EQ(render(result.diagnostics),
            "/nowhere/at/all.graph: error: cannot read the file: No such file or directory\n");
  EXPECT_EQ(loadGraph(context, "/tmp").exitCode, 4);
}

TEST(Error, WhatPyTorchCallsOtherwise) {
  for (auto [written, message] : std::initializer_list<std::pair<const char*, const char*>>{
           {"z = x.view(2, 3)", "x has no methods, as no value has: write reshape(x, [2, 8])"},
           {"z = F.relu(x)", "there is no F.relu: write relu(x)"},
           {"z = torch.cat([x, x], 0)", "there is no torch.cat: write concat([a, b], dim=0)"},
           {"z = nn.relu(x)", "there is no nn.relu: write relu(x)"},
           {"z = nn.Linear(x, 3)", "there is no nn.Linear: write nn.linear(x, ...)"},
           {"z = nn.BatchNorm2d(x)", "there is no nn.BatchNorm2d: write nn.batch_norm(x, ...)"},
           {"z = nn.MaxPool2d(x, 2)", "there is no nn.MaxPool2d: write max_pool2d(x)"},
           {"z = cat([x, x])", "there is no cat: write concat([a, b], dim=0)"},
           {"z = bmm(x, x)", "there is no bmm: write matmul(a, b)"},
           {"z = x.softmax(1)", "x has no methods, as no value has: write softmax(x)"},
           {"z = x.sum()", "x has no methods, as no value has: write sum(x)"},
           {"z = max(x, dim=1)", "max: its arguments have no names; of a tensor's elements it is amax(x, "
                                 "dim=1), and argmax(x, dim=1) for where it is"},
           {"a = x.shape[0]", "there is no x.shape: write shape(x)"},
           {"a = x.T", "there is no x.T: write transpose(x, 0, 1)"},
           {"a = True", "there is no True: write true"},
           {"a = None", "there is no None: write none"},
           {"a = cast(x, int64)", "there is no int64: write i64"},
           {"a = cast(x, torch.float16)", "there is no torch.float16: write f16"},
           {"for i in range(3) { a = i }", "there is no range: write a..b, as in for i in 0..3"},
           {"a = nn.mse_loss(x, x, reduction=\"sums\")",
            "nn.mse_loss: reduction: expected one of \"none\", \"mean\", \"sum\", found \"sums\""},
           {"a = nn.cross_entropy(x, cast(x[:, 0], i64), reduction=\"\")",
            "nn.cross_entropy: reduction: expected one of \"none\", \"mean\", \"sum\", found \"\""}})
    EXPECT_EQ(errorOf(written), message) << written;
}

/// Whatever looks like a call in what is said to write is one.
TEST(Error, WhatToWriteIsThere) {
  for (const std::string& ours : allSpellings())
    for (size_t open = ours.find('('); open != std::string::npos; open = ours.find('(', open + 1)) {
      size_t begin = open;
      while (begin > 0 && (std::isalnum(static_cast<unsigned char>(ours[begin - 1])) ||
                           ours[begin - 1] == '_' || ours[begin - 1] == '.'))
        --begin;
      std::string called = ours.substr(begin, open - begin);
      if (called.empty() || std::isupper(static_cast<unsigned char>(called[0])))
        continue;
      std::string error = errorOf("q = " + called + "()");
      EXPECT_EQ(error.find("there is no"), std::string::npos) << ours << ": " << error;
    }
}

} // namespace
