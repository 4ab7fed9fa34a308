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

} // namespace
