// grad, parameters, stop_gradient and name: what they make of a graph, and what they refuse.
#include "test/unit/graph/Load.h"

#include "llvm/ADT/StringExtras.h"

using namespace aic::graph;
using namespace aic::graph::testing;

namespace {

/// A graph with two layers under names, whose body ends with `rest`; loss is a scalar.
std::string withLoss(const std::string& rest) {
  return "block two(x: f32[N, D]) {\n"
         "  h = relu(nn.linear(x, 2) @ body.0)\n"
         "  return nn.linear(h, 1, bias=false) @ head\n"
         "}\n"
         "graph g(x: f32[3, 4], i: i64[3], f: f32[2]) -> (y: f32[...]) {\n"
         "  loss = mean(two(x) @ model)\n"
         "  y = loss\n"
         "  " +
         rest + "\n}\n";
}

Loaded load(const std::string& rest) {
  LoadOptions options;
  options.weights = "random:1";
  return loadText(withLoss(rest), options);
}

/// The aic.gradient's of a body, one a line, without the names of values.
std::string gradients(const std::string& rest) {
  Loaded loaded = load(rest);
  EXPECT_EQ(loaded.messages, "");
  std::string found;
  llvm::SmallVector<llvm::StringRef> lines;
  llvm::StringRef(loaded.ir).split(lines, '\n');
  for (llvm::StringRef line : lines)
    if (line.contains("aic.gradient"))
      found += line.substr(line.rfind(" : (") + 3).str() + "\n";
  return found;
}

TEST(Gradient, IsATensorForATensorAndAListForAList) {
  EXPECT_EQ(gradients("y = grad(loss, x)"), "(tensor<f32>, tensor<3x4xf32>) -> tensor<3x4xf32>\n");
  EXPECT_EQ(gradients("g = grad(loss, [x, loss])\n  y = g[0]"),
            "(tensor<f32>, tensor<3x4xf32>, tensor<f32>) -> (tensor<3x4xf32>, tensor<f32>)\n");
  EXPECT_EQ(gradients("g = grad(sum(grad(loss, x)), [x])\n  y = g[0]"),
            "(tensor<f32>, tensor<3x4xf32>) -> tensor<3x4xf32>\n"
            "(tensor<f32>, tensor<3x4xf32>) -> tensor<3x4xf32>\n");
}

TEST(Gradient, IsTakenByParametersInTheOrderOfTheirDeclarations) {
  EXPECT_EQ(
      gradients("g = grad(loss, parameters(loss))\n  y = g[0]"),
      "(tensor<f32>, tensor<2x4xf32>, tensor<2xf32>, tensor<1x2xf32>) -> (tensor<2x4xf32>, tensor<2xf32>, "
      "tensor<1x2xf32>)\n");
  EXPECT_EQ(gradients("g = grad(loss, parameters(loss, \"model.head.*\"))\n  y = g[0]"),
            "(tensor<f32>, tensor<1x2xf32>) -> tensor<1x2xf32>\n");
  EXPECT_EQ(gradients("g = grad(loss, parameters(loss, \"*.bias\"))\n  y = g[0]"),
            "(tensor<f32>, tensor<2xf32>) -> tensor<2xf32>\n");
  // None stands behind a stop, and none is reached through ints.
  EXPECT_EQ(gradients("for p in parameters(stop_gradient(loss)) + parameters(cast(cast(loss, i64), f32)) {\n"
                      "    y = grad(loss, p)\n  }"),
            "");
}

TEST(Gradient, OfAStateThatIsAParameter) {
  EXPECT_EQ(gradients("state w: f32[1, 2] = weights @ model.head.weight\n"
                      "  g = grad(sum(w * f), parameters(w))\n  y = g[0]\n  w = w + f"),
            "(tensor<f32>, tensor<1x2xf32>) -> tensor<1x2xf32>\n");
}

TEST(Gradient, NamesAreFullOnes) {
  EXPECT_EQ(gradients("for p in parameters(loss) {\n    if name(p) == \"model.body.0.bias\" {\n"
                      "      y = grad(loss, p)\n    }\n  }"),
            "(tensor<f32>, tensor<2xf32>) -> tensor<2xf32>\n");
  EXPECT_EQ(gradients("state s: f32[2] = zeros @ memory\n  if name(s) == \"memory\" {\n"
                      "    y = grad(loss, x)\n  }\n  s = s + f"),
            "(tensor<f32>, tensor<3x4xf32>) -> tensor<3x4xf32>\n");
}

TEST(Gradient, StopsWhereItIsTold) {
  Loaded loaded = load("y = x * stop_gradient(sigmoid(x))");
  EXPECT_EQ(loaded.messages, "");
  EXPECT_NE(loaded.ir.find("aic.stop_gradient"), std::string::npos);
}

/// A block that trains, called as `call` is, in a graph with two entries; the module, or what is wrong.
std::string trained(const std::string& call, const std::string& block = "") {
  LoadOptions options;
  options.weights = "random:1";
  options.graphs = {"all"};
  Loaded loaded = loadText("block step(p: T[...], g: T[...], scale: float) {\n"
                           "  state sum: T[shape(p)] = zeros @ g_sum\n"
                           "  sum = sum + g\n"
                           "  assign(p, p - scale * sum)\n"
                           "}\n" +
                               block +
                               "graph train(x: f32[3, 4], f: f32[2]) -> (loss: f32[]) {\n"
                               "  loss = mean(nn.linear(x, 2) @ fc)\n"
                               "  p = parameters(loss)[0]\n  " +
                               call +
                               "\n}\n"
                               "graph run(x: f32[3, 4]) -> (y: f32[3, 2]) {\n  y = nn.linear(x, 2) @ fc\n}\n",
                           options);
  if (!loaded.result.module)
    return loaded.errors.empty() ? loaded.messages : loaded.errors[0];
  EXPECT_EQ(loaded.messages, "");
  std::string text, found;
  llvm::raw_string_ostream(text) << *loaded.result.module;
  llvm::SmallVector<llvm::StringRef> lines;
  llvm::StringRef(text).split(lines, '\n');
  for (llvm::StringRef line : lines)
    if (line.contains("aic.state @") || line.contains("func.func"))
      found += line.trim().str() + "\n";
  return found;
}

TEST(Assign, MakesAStateOfAParameterInEveryEntry) {
  EXPECT_EQ(
      trained("step(p, grad(loss, p), 0.5) @ optimizer.{name(p)}"),
      "aic.state @optimizer.fc.weight.g_sum : tensor<2x4xf32> = dense<0.000000e+00> : tensor<2x4xf32>\n"
      "aic.state @fc.weight : tensor<2x4xf32> = dense_resource<fc.weight> : tensor<2x4xf32>\n"
      "func.func @train(%arg0: tensor<3x4xf32> {aic.name = \"x\"}, %arg1: tensor<2xf32> {aic.name = \"f\"}, "
      "%arg2: tensor<2x4xf32> {aic.state = @optimizer.fc.weight.g_sum}, %arg3: tensor<2x4xf32> {aic.state = "
      "@fc.weight}) -> (tensor<f32> {aic.name = \"loss\"}, tensor<2x4xf32> {aic.state = "
      "@optimizer.fc.weight.g_sum}, tensor<2x4xf32> {aic.state = @fc.weight}) {\n"
      "func.func @run(%arg0: tensor<3x4xf32> {aic.name = \"x\"}, %arg1: tensor<2x4xf32> {aic.state = "
      "@fc.weight}) -> (tensor<3x2xf32> {aic.name = \"y\"}) {\n");
}

TEST(Assign, OfAStateIsAsItsNameBoundAgain) {
  EXPECT_EQ(trained("state s: f32[2] = zeros @ s\n  assign(s, s + f)"),
            trained("state s: f32[2] = zeros @ s\n  s = s + f"));
}

TEST(Assign, RefusesWhatIsNoParameterOrHasAnotherType) {
  EXPECT_EQ(trained("assign(loss, loss)"),
            "9:10: assign: expected a parameter or a state, found f32[] that was computed");
  EXPECT_EQ(trained("assign(3, loss)"), "9:10: assign: expected a parameter or a state, found int 3");
  EXPECT_EQ(trained("assign(p, loss)"), "9:13: assign: fc.weight is f32[2, 4], found f32[]");
  EXPECT_EQ(trained("assign(p, 0.0)"), "9:13: assign: fc.weight is f32[2, 4], found float 0");
  EXPECT_EQ(trained("y = assign(p, p)"), "9:7: assign has no value: it is a statement of its own");
}

TEST(Statement, IsACallWithoutAValue) {
  EXPECT_EQ(trained("relu(loss)"), "9:3: the value of this call goes nowhere: bind it, as in y = relu(...)");
  EXPECT_EQ(trained("name(p)"), "9:3: the value of this call goes nowhere: bind it, as in y = name(...)");
  EXPECT_EQ(trained("g(loss)", "block g(x: f32[]) {\n  return x\n}\n"),
            "12:3: the value of this call goes nowhere: bind it, as in y = g(...)");
  EXPECT_EQ(trained("step(p, p, 1.0)"), "9:3: step has a state: say where it lives, as in step(...) @ "
                                        "name, or @ . for the caller's own path");
  EXPECT_EQ(trained("y = step(p, p, 1.0) @ o"), "9:7: the block step returns nothing");
  EXPECT_EQ(trained("stop(p)"), "9:3: there is no block or primitive called stop (did you mean step?)");
}

TEST(Dimension, OfAParameterMayBeAListOfThem) {
  EXPECT_EQ(trained("state s: f32[1, shape(p), 3] = zeros @ s\n  s = s + loss").substr(0, 55),
            "aic.state @s : tensor<1x2x4x3xf32> = dense<0.000000e+00");
  EXPECT_EQ(trained("state s: f32[2, [3, 0]] = zeros @ s"),
            "9:19: the state s: a dimension is an int, at least 1; dimension 2 is 0");
}

TEST(CompileTime, LogarithmOfANumber) {
  EXPECT_EQ(
      trained("if log(1.0) == 0.0 and log(2) > 0.693 and log(2) < 0.694 {\n    state s: f32[] = zeros @ s\n"
              "    s = loss\n  }")
          .substr(0, 49),
      "aic.state @s : tensor<f32> = dense<0.000000e+00> ");
  EXPECT_EQ(trained("y = log(0)"), "9:11: log: expected a tensor or a number above 0, found int 0");
}

std::string firstError(const std::string& rest) {
  Loaded loaded = load(rest);
  return loaded.errors.empty() ? "" : loaded.errors[0];
}

TEST(Gradient, RefusesWhatHasNone) {
  EXPECT_EQ(firstError("y = grad(x, x)"), "8:12: grad: a gradient is that of a scalar of a float type, found "
                                          "f32[3, 4]: take its mean or its sum");
  EXPECT_EQ(firstError("y = grad(sum(i), x)"),
            "8:12: grad: a gradient is that of a scalar of a float type, found i64[]");
  EXPECT_EQ(firstError("y = grad(1.0, x)"), "8:12: grad: expected a tensor, found float 1");
  EXPECT_EQ(firstError("y = grad(loss, i)"),
            "8:18: grad: it is taken by a tensor of floats or a list of them, found i64[3]");
  EXPECT_EQ(firstError("y = grad(loss, [x, 2])"),
            "8:18: grad: it is taken by a tensor of floats or a list of them, found int 2");
  EXPECT_EQ(firstError("y = grad(loss, [])"),
            "8:18: grad: the list is empty: there is nothing to differentiate by");
  EXPECT_EQ(firstError("y = grad(loss)"), "8:7: grad: there are 1 arguments, expected 2");
  EXPECT_EQ(firstError("y = parameters(loss, \"hat.*\")[0]"),
            "8:24: parameters: no parameter that x depends on is called hat.*");
  EXPECT_EQ(firstError("y = parameters(loss, 2)[0]"),
            "8:24: parameters: expected a string such as \"head.*\", found int 2");
  EXPECT_EQ(
      firstError("y = parameters(loss, \"[\")[0]"),
      "8:24: parameters: \"[\" is no pattern: * stands for any letters, ? for one, [ab] for one of them");
  EXPECT_EQ(firstError("n = name(loss)"),
            "8:12: name: expected a parameter or a state, found f32[] that was computed");
  EXPECT_EQ(firstError("y = stop_gradient(3)"), "8:21: stop_gradient: expected a tensor, found int 3");
}

TEST(Gradient, OfWhatLossDoesNotDependOnIsAWarning) {
  Loaded loaded = load("for k in 0..2 {\n    g = grad(loss, [f, x])\n  }\n  y = g[0]");
  ASSERT_EQ(loaded.result.diagnostics.size(), 1u) << loaded.messages; // of both rounds
  EXPECT_EQ(loaded.result.diagnostics[0].severity, Diagnostic::Warning);
  EXPECT_EQ(loaded.result.diagnostics[0].message,
            "grad: loss does not depend on this f32[2]: its gradient is zeros");
  loaded = load("p = parameters(loss)\n  y = grad(sum(x), p[1])");
  ASSERT_EQ(loaded.result.diagnostics.size(), 1u) << loaded.messages;
  EXPECT_EQ(loaded.result.diagnostics[0].message,
            "grad: loss does not depend on model.body.0.bias: its gradient is zeros");
}

TEST(Adapter, HasTheLayersParametersAndItsOwn) {
  EXPECT_EQ(
      parametersOf("y = lora.linear(x, 5, rank=2, alpha=8.0) @ fc"),
      "fc.weight: f32[5, 3]\nfc.bias: f32[5]\nfc.lora_A.weight: f32[2, 3]\nfc.lora_B.weight: f32[5, 2]\n");
  EXPECT_EQ(parametersOf("y = lora.embedding(i, 10, 4, rank=2) @ e"),
            "e.weight: f32[10, 4]\ne.lora_A.weight: f32[10, 2]\ne.lora_B.weight: f32[4, 2]\n");
  EXPECT_EQ(load("p = parameters(mean(lora.linear(x, 5) @ fc), \"*.lora_*\")\n  y = p[1]").messages, "");
}

} // namespace
