// Hostile models: evaluation ends with a message, in bounded time, memory and stack.
#include "test/unit/graph/Load.h"

#include <gtest/gtest.h>

using namespace aic::graph;
using namespace aic::graph::testing;

namespace {

std::string repeat(const std::string& what, int n) {
  std::string out;
  for (int i = 0; i < n; ++i)
    out += what;
  return out;
}

LoadOptions small() {
  LoadOptions options;
  options.maxSteps = 100000;
  options.maxOperators = 1000;
  return options;
}

std::string first(const std::string& body) {
  Loaded loaded = loadText(withBody(body), small());
  return loaded.result.diagnostics.empty() ? "" : loaded.result.diagnostics[0].message;
}

const char* steps = "evaluating the graph takes more than 100000 steps: a loop or list is too long";

TEST(Limits, Steps) {
  EXPECT_EQ(first("for k in 0..9223372036854775807 { }"), steps);
  EXPECT_EQ(first("for k in -9223372036854775807..9223372036854775807 { z = x[9] }"),
            "index 9 is outside of axis 0 of f32[2, 3], which has size 2");
  EXPECT_EQ(first("xs = [1]\n for k in 0..1000000 { xs = xs + xs }"), steps);
  EXPECT_EQ(first("p = split(full([1000000], 0, f32), 1)"), steps);
  EXPECT_EQ(first("p = arange(1000000)"), steps);
  EXPECT_EQ(first("l = [1]\n for k in 0..30 { l = [l, l] }\n if l == [l] { z = 1 }\n z = 1 if l == l else 2"),
            steps);
  EXPECT_EQ(first("l = 1\n for k in 0..30 { l = [l, l] }\n z = tensor(l, f32)"), steps);
}

TEST(Limits, Operators) {
  EXPECT_EQ(first("for k in 0..100000 { x = exp(x) }"), "the graph has more than 1000 operators");
  EXPECT_EQ(LoadOptions().maxOperators, 1000000);
  Loaded loaded = loadText(withBody("for k in 0..1000001 { y = neg(y) }"));
  EXPECT_EQ(loaded.errors, std::vector<std::string>{"3:29: the graph has more than 1000000 operators"});
}

TEST(Limits, Depth) {
  EXPECT_EQ(first("l = 1\n for k in 0..1000 { l = [l] }"), "lists are nested more than 32 deep");
  std::string text;
  for (int i = 0; i < 100; ++i)
    text += "block b" + std::to_string(i) + "(x: f32[N]) {\n  return b" + std::to_string(i + 1) + "(x)\n}\n";
  text += "block b100(x: f32[N]) {\n  return x\n}\ngraph g(x: f32[2]) -> (y: f32[2]) {\n  y = b0(x)\n}\n";
  EXPECT_NE(loadText(text).messages.find("block calls are nested more than 64 deep"), std::string::npos);
  text.clear();
  std::string open = repeat("exp(", 150), close = repeat(")", 150);
  for (int i = 0; i < 60; ++i)
    text += "block b" + std::to_string(i) + "(x: f32[N]) {\n  return " + open + "b" + std::to_string(i + 1) +
            "(x)" + close + "\n}\n";
  text += "block b60(x: f32[N]) {\n  return x\n}\ngraph g(x: f32[2]) -> (y: f32[2]) {\n  y = b0(x)\n}\n";
  EXPECT_NE(loadText(text).messages.find("expressions and block calls are nested too deeply"),
            std::string::npos);
}

TEST(Limits, ExponentialExpansion) {
  std::string text = "block b0(x: f32[N]) {\n  return x\n}\n";
  for (int i = 1; i < 40; ++i)
    text += "block b" + std::to_string(i) + "(x: f32[N]) {\n  x = b" + std::to_string(i - 1) +
            "(x)\n  return b" + std::to_string(i - 1) + "(x)\n}\n";
  text += "graph g(x: f32[2]) -> (y: f32[2]) {\n  y = b39(x)\n}\n";
  EXPECT_NE(loadText(text, small()).messages.find(steps), std::string::npos);
}

TEST(Limits, LongChainsOfBlocksWithParameters) {
  std::string text = "block b0(x: f32[N]) {\n  param w: f32[N]\n  return x * w\n}\n";
  for (int i = 1; i < 20000; ++i)
    text +=
        "block b" + std::to_string(i) + "(x: f32[N]) {\n  return b" + std::to_string(i - 1) + "(x) @ .\n}\n";
  text += "graph g(x: f32[2]) -> (y: f32[2]) {\n  y = b19999(x)\n}\n";
  EXPECT_NE(loadText(text).messages.find("b19999 has parameters"), std::string::npos);
}

TEST(Limits, Parameters) {
  Loaded loaded =
      loadText("graph g(x: f32[2]) -> (y: f32[2]) {\n  param w: f32[1000000, 1000000]\n  y = x\n}\n",
               {{}, {}, "random:1"});
  EXPECT_EQ(
      loaded.errors,
      std::vector<std::string>{
          "2:3: w: f32[1000000, 1000000]: there is no room for the parameter: it takes 4000000000000 bytes"});
  loaded = loadText("block b(x: f32[2]) {\n  param w: f32[2]\n  return x * w\n}\n"
                    "graph g(x: f32[2]) -> (y: f32[2]) {\n  y = b(x) @ " +
                    std::string(4095, 'a') + "\n}\n");
  EXPECT_EQ(loaded.errors.at(0), "2:3: the whole path of the parameter w is longer than 4096 bytes");
}

TEST(Limits, ErrorsStop) {
  std::string body;
  for (int i = 0; i < 200; ++i)
    body += "z = x[9]\n";
  Loaded loaded = loadText(withBody(body));
  EXPECT_EQ(loaded.errors.size(), 50u);
  EXPECT_EQ(loaded.result.diagnostics.back().message, "too many errors; evaluation stops here");
}

} // namespace
