// States: what a function finds and leaves of them, and what two declarations of one disagree about.
#include "frontends/graph/Printer.h"
#include "test/unit/graph/Load.h"

#include <fstream>
#include <iterator>

using namespace aic::graph;
using namespace aic::graph::testing;

namespace {

LoadOptions all(const std::string& weights = "") {
  LoadOptions options;
  options.graphs = {"all"};
  options.weights = weights;
  return options;
}

/// The whole module, without places and attributes of names.
std::string module(const std::string& text, const LoadOptions& options = all()) {
  Loaded loaded = loadText(text, options);
  EXPECT_EQ(loaded.messages, "");
  std::string ir;
  llvm::raw_string_ostream stream(ir);
  if (loaded.result.module)
    loaded.result.module->print(stream, mlir::OpPrintingFlags().elideLargeResourceString(16));
  for (const char* noise : {"func.", "tensor<"})
    for (size_t at; (at = ir.find(noise)) != std::string::npos;)
      ir.erase(at, std::string(noise).size());
  return ir;
}

/// The body of a graph with the input x: f32[2].
std::string graph(const std::string& body, const std::string& name = "g") {
  return "graph " + name + "(x: f32[2]) -> (y: f32[...]) {\n  " + body + "\n}\n";
}

/// All messages of a body.
std::string messages(const std::string& body, const std::string& weights = "") {
  return loadText(graph(body), all(weights)).messages;
}

std::string firstError(const std::string& text, const std::string& weights = "") {
  Loaded loaded = loadText(text, all(weights));
  return loaded.errors.empty() ? loaded.messages : loaded.errors[0];
}

#define EXPECT_HAS(text, part) EXPECT_PRED2(has, text, part)
bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(State, IsAnArgumentAndAResult) {
  EXPECT_EQ(
      module(graph("state s: f32[2] = zeros\n  s = s + x\n  y = s * 2")),
      "module {\n"
      "  aic.state @s : 2xf32> = dense<0.000000e+00> : 2xf32>\n"
      "  func @g(%arg0: 2xf32> {aic.name = \"x\"}, %arg1: 2xf32> {aic.state = @s}) -> (2xf32> {aic.name = "
      "\"y\"}, 2xf32> {aic.state = @s}) {\n"
      "    %0 = aic.add %arg1, %arg0 : (2xf32>, 2xf32>) -> 2xf32>\n"
      "    %1 = aic.constant dense<2.000000e+00> : f32>\n"
      "    %2 = aic.mul %0, %1 : (2xf32>, f32>) -> 2xf32>\n"
      "    return %2, %0 : 2xf32>, 2xf32>\n"
      "  }\n"
      "}\n");
}

TEST(State, TheLanguagesExample) {
  std::ifstream file(AIC_SOURCE_DIR "/frontends/graph/LANGUAGE.md");
  std::string page((std::istreambuf_iterator<char>(file)), {}), fence = "```\n";
  size_t section = page.find("## State and entries\n");
  ASSERT_NE(section, std::string::npos);
  size_t begin = page.find(fence, section) + fence.size(), end = page.find(fence, begin);
  std::string text = page.substr(begin, end - begin);
  std::vector<Diagnostic> diagnostics;
  EXPECT_EQ(format(text, diagnostics), text);
  LoadOptions options;
  options.weights = "random:1";
  std::string ir = module(text, options);
  const std::string states[] = {"layer0.keys", "layer0.values", "layer1.keys", "layer1.values"};
  for (const std::string& name : states)
    EXPECT_HAS(ir, "aic.state @" + name + " : 1x4x64x8xf32> = dense<0.000000e+00>");
  for (const char* symbol : {"prefill", "step"}) {
    size_t function = ir.find("func @" + std::string(symbol) + "(");
    ASSERT_NE(function, std::string::npos) << ir;
    std::string body = ir.substr(function, ir.find("return", function) - function);
    for (const std::string& name : states)
      EXPECT_HAS(body.substr(0, body.find('\n')), "{aic.state = @" + name + "}");
    size_t updates = 0;
    for (size_t at = 0; (at = body.find("aic.update_slice", at)) != std::string::npos; ++at)
      ++updates;
    EXPECT_EQ(updates, 4u);
    EXPECT_HAS(body, " length %");
  }
}

TEST(State, Initialisers) {
  std::string ir = module(graph("state a: f32[2] = ones\n  state b: i64[3] = full(-7544844066851880607)\n"
                                "  state c: bool[1] = ones\n  state d: f16[2] = full(0.5) @ deep.d\n"
                                "  state e: f32[2, 2] = weights\n"
                                "  a = a\n  b = b\n  c = c\n  d = d\n  e = e\n  y = x"),
                          all("random:1"));
  EXPECT_HAS(ir, "aic.state @a : 2xf32> = dense<1.000000e+00> : 2xf32>");
  EXPECT_HAS(ir, "aic.state @b : 3xi64> = dense<-7544844066851880607> : 3xi64>");
  EXPECT_HAS(ir, "aic.state @c : 1xi1> = dense<true> : 1xi1>");
  EXPECT_HAS(ir, "aic.state @deep.d : 2xf16> = dense<5.000000e-01> : 2xf16>");
  EXPECT_HAS(ir, "aic.state @e : 2x2xf32> = dense_resource<e> : 2x2xf32>");
  EXPECT_EQ(messages("state s: f32[2] = random\n  y = s"),
            "t.graph:2:21: error: the initialiser of a state is zeros, ones, full(value) or weights\n"
            "    state s: f32[2] = random\n"
            "                      ^~~~~~\n");
  EXPECT_EQ(messages("state s: i64[2] = full(0.5)\n  y = s"),
            "t.graph:2:21: error: float 0.5 is not an integer: the tensor has elements of i64\n"
            "    state s: i64[2] = full(0.5)\n"
            "                      ^~~~~~~~~\n");
  EXPECT_EQ(firstError(graph("state s: f32[0] = zeros\n  y = s")),
            "2:16: the state s: a dimension is an int, at least 1; dimension 0 is 0");
  // The tensor of its name is missing as a parameter's is.
  EXPECT_EQ(
      messages("state s: f32[2] = weights\n  s = x\n  param w: f32[2]\n  y = s + w"),
      "t.graph: error: the graph names no weights, and 2 parameters need a value: write weights \"FILE\" "
      "in the graph, or give --weights FILE or --weights random:SEED\n"
      "  missing: s: f32[2]\n"
      "  missing: w: f32[2]\n");
}

TEST(State, IsReadOrWrittenAlone) {
  std::string ir =
      module(graph("state s: f32[2] = zeros\n  state t: f32[2] = ones\n  s = x\n  y = t", "write") +
             graph("state s: f32[2] = zeros\n  state t: f32[2] = ones\n  t = x\n  y = s", "read") +
             graph("y = x", "other"));
  EXPECT_HAS(
      ir, "@write(%arg0: 2xf32> {aic.name = \"x\"}, %arg1: 2xf32> {aic.state = @t}) -> (2xf32> {aic.name = "
          "\"y\"}, 2xf32> {aic.state = @s}) {\n    return %arg1, %arg0 :");
  EXPECT_HAS(ir,
             "@read(%arg0: 2xf32> {aic.name = \"x\"}, %arg1: 2xf32> {aic.state = @s}) -> (2xf32> {aic.name = "
             "\"y\"}, 2xf32> {aic.state = @t}) {\n    return %arg1, %arg0 :");
  EXPECT_HAS(ir, "@other(%arg0: 2xf32> {aic.name = \"x\"}) -> (2xf32> {aic.name = \"y\"}) {");
}

TEST(State, IsBoundByEveryStatement) {
  // As one of several targets, in bodies, and as what a loop goes through.
  std::string ir = module(graph("state s: f32[1] = zeros\n  _, s = split(x, 1)\n"
                                "  for i in 0..2 {\n    s = s + i\n  }\n"
                                "  if 1 < 2 {\n    s = exp(s)\n  } else {\n    s = sin(s)\n  }\n"
                                "  for s in [cos(s), tan(s)] {}\n  y = x"));
  EXPECT_HAS(ir, "%6 = aic.exp %5");
  EXPECT_HAS(ir, "%8 = aic.tan %6");
  EXPECT_HAS(ir, "return %arg0, %8 :");
  // A name that is something else again is a state no more.
  ir = module(graph("state s: f32[2] = zeros\n  s = x\n  param s: f32[2] @ w = ones\n  s = s + x\n  y = s"));
  EXPECT_HAS(
      ir, "%0 = aic.constant dense<1.000000e+00> : 2xf32>\n    %1 = aic.add %0, %arg0 : (2xf32>, 2xf32>) -> "
          "2xf32>\n    return %1, %arg0 :");
}

TEST(State, NamesArePathsAndEqualOnesAreOneState) {
  const char* text = R"(
block counter(x: f32[2]) {
  state count: f32[2] = zeros
  count = count + x
  return count
}
graph g(x: f32[2]) -> (y: f32[2]) {
  a = counter(x) @ first
  state c: f32[2] = zeros @ first.count
  b = counter(x) @ "sec ond"
  again = counter(x) @ first
  old = c
  state c: f32[2] @ first.count = zeros
  y = old * c
}
)";
  EXPECT_EQ(module(text),
            "module {\n"
            "  aic.state @first.count : 2xf32> = dense<0.000000e+00> : 2xf32>\n"
            "  aic.state @\"sec ond.count\" : 2xf32> = dense<0.000000e+00> : 2xf32>\n"
            "  func @g(%arg0: 2xf32> {aic.name = \"x\"}, %arg1: 2xf32> {aic.state = @first.count}, "
            "%arg2: 2xf32> {aic.state = @\"sec ond.count\"}) -> (2xf32> {aic.name = \"y\"}, 2xf32> "
            "{aic.state = @first.count}, 2xf32> {aic.state = @\"sec ond.count\"}) {\n"
            "    %0 = aic.add %arg1, %arg0 : (2xf32>, 2xf32>) -> 2xf32>\n"
            "    %1 = aic.add %arg2, %arg0 : (2xf32>, 2xf32>) -> 2xf32>\n"
            "    %2 = aic.add %0, %arg0 : (2xf32>, 2xf32>) -> 2xf32>\n"
            "    %3 = aic.mul %0, %2 : (2xf32>, 2xf32>) -> 2xf32>\n"
            "    return %3, %2, %1 : 2xf32>, 2xf32>, 2xf32>\n"
            "  }\n"
            "}\n");
  EXPECT_EQ(firstError("block f(x: f32[2]) {\n  state s: f32[2] = zeros\n  s = x\n  return s\n}\n" +
                       graph("y = f(x)")),
            "7:7: f has a state: say where it lives, as in f(...) @ name, or @ . for the caller's own path");
}

TEST(State, OfALayerIsSaidToBeOne) {
  EXPECT_EQ(firstError(graph("y = nn.dropout(x)")),
            "2:7: nn.dropout has a state: say where it lives, as in "
            "nn.dropout(...) @ name, or @ . for the caller's own path");
  EXPECT_EQ(firstError(graph("y = lora.linear(x, 2, rank=0) @ a")),
            "2:7: lora.linear: rank: expected an int of at least 1, found 0");
}

TEST(State, Errors) {
  EXPECT_EQ(messages("state s: f32[3] = zeros\n  s = x\n  y = x"),
            "t.graph:3:3: error: the state s is f32[3], found f32[2]\n"
            "    s = x\n"
            "    ^\n");
  EXPECT_EQ(firstError(graph("state s: f16[2] = zeros @ a.s\n  s = x\n  y = x")),
            "3:3: the state a.s is f16[2], found f32[2]: cast(..., f16) changes it");
  EXPECT_EQ(firstError(graph("state s: f32[2] = zeros\n  y, s = [x, 3]")),
            "3:6: the state s is f32[2], found int 3");
  EXPECT_EQ(firstError(graph("state s: f32[2] = zeros\n  for s in 0..3 {}\n  y = x")),
            "3:7: the state s is f32[2], found int 0");
  EXPECT_EQ(messages("state s: f32[2] = zeros\n  state t: f32[3] = zeros @ s\n  y = x"),
            "t.graph:3:3: error: the state s is f32[3] here and f32[2] before: equal names are one state\n"
            "    state t: f32[3] = zeros @ s\n"
            "    ^~~~~~~~~~~~~~~~~~~~~~~~~~~\n"
            "t.graph:2:3: note: the first is here\n"
            "    state s: f32[2] = zeros\n"
            "    ^~~~~~~~~~~~~~~~~~~~~~~\n");
  EXPECT_EQ(firstError(graph("state s: f32[2] = zeros\n  state t: f32[2] = full(0.5) @ s\n  y = x")),
            "3:3: the state s begins as full(...) here and as zeros before: equal names are one state");
  EXPECT_EQ(firstError(graph("state s: f32[2] = zeros\n  state t: f32[2] = weights @ s\n  y = x")),
            "3:3: the state s begins as weights here and as zeros before: equal names are one state");
  EXPECT_EQ(messages("state s: f32[2] = zeros\n  state t: f32[2] = full(0) @ s\n  t = x\n  y = s"), "");
  std::string long_ = "state s: f32[2] = zeros @ \"" + std::string(4000, 'n') + "\"";
  EXPECT_EQ(firstError("block f(x) {\n  " + long_ + "\n  return x\n}\n" +
                       graph("y = f(x) @ \"" + std::string(200, 'm') + "\"")),
            "2:29: the whole path is longer than 4096 bytes");
}

TEST(State, OfTwoGraphs) {
  auto two = [](const std::string& a, const std::string& b) {
    return loadText(graph(a + "\n  y = x", "one") + graph(b + "\n  y = x", "two"), all("random:1")).messages;
  };
  EXPECT_EQ(two("state s: f32[2] = zeros\n  s = x", "state s: f32[3] = zeros"),
            "t.graph:7:3: error: the state s is f32[3] in two and f32[2] in one: equal names are one state\n"
            "    state s: f32[3] = zeros\n"
            "    ^~~~~~~~~~~~~~~~~~~~~~~\n"
            "t.graph:2:3: note: the first is here\n"
            "    state s: f32[2] = zeros\n"
            "    ^~~~~~~~~~~~~~~~~~~~~~~\n");
  EXPECT_TRUE(
      has(two("state s: f32[2] = zeros", "state s: f32[2] = ones"),
          "6:3: error: the state s begins as ones in two and as zeros in one: equal names are one state\n"));
  EXPECT_TRUE(
      has(two("param s: f32[2]", "param s: f32[3]"),
          "6:3: error: the parameter s is f32[3] in two and f32[2] in one: equal names are one tensor\n"
          "    param s: f32[3]\n"
          "    ^~~~~~~~~~~~~~~\n"
          "t.graph:2:3: note: the first is here\n"));
  // Both orders of a parameter and a state.
  EXPECT_TRUE(
      has(two("param s: f32[2]", "state s: f32[3] = weights"),
          "6:3: error: s is the state f32[3] in two and the parameter f32[2] in one: equal names are one "
          "tensor\n"));
  EXPECT_TRUE(
      has(two("state s: f32[3] = weights", "param s: f32[2]"),
          "6:3: error: s is the parameter f32[2] in two and the state f32[3] in one: equal names are one "
          "tensor\n"));
  EXPECT_TRUE(has(two("param s: f32[2]", "state s: f32[2] = zeros"),
                  "6:3: error: s is a state that begins as zeros in two and a parameter in one: both are one "
                  "tensor, so the state begins as weights\n"));
  EXPECT_TRUE(
      has(two("state s: f32[2] = ones", "param s: f32[2]"),
          "6:3: error: s is a parameter in two and a state that begins as ones in one: both are one tensor, "
          "so the state begins as weights\n"));
  EXPECT_EQ(
      firstError(graph("param s: f32[2]\n  state t: f32[2] = zeros @ s\n  y = x"), "random:1"),
      "3:3: s is a state that begins as zeros here and a parameter before: both are one tensor, so the state "
      "begins as weights");
}

TEST(State, OfOneGraphInSeveralSizes) {
  LoadOptions options;
  options.dims = {{"N", {1, 8}}};
  Loaded loaded =
      loadText("graph step(x: f32[N = 1]) -> (y: f32[N]) {\n  state s: f32[N] = zeros\n  s = s + x\n"
               "  y = s\n}\n",
               options);
  EXPECT_EQ(loaded.errors.at(0),
            "2:3: the state s is f32[8] in step[N=8] and f32[1] in step[N=1]: equal names are one state");
}

TEST(State, ThatAParameterReads) {
  // The parameter is what the state is at its place: before the binding what the run finds, after it the new
  // value. In another graph, whether before or behind, it is what the run finds.
  std::string read = graph("param w: f32[2]\n  y = x * w", "read");
  std::string write = graph("param w: f32[2]\n  old = w\n  state s: f32[2] = weights @ w\n  s = s + x\n"
                            "  param again: f32[2] @ w\n  y = old * again",
                            "write");
  const std::string reads =
      "@read(%arg0: 2xf32> {aic.name = \"x\"}, %arg1: 2xf32> {aic.state = @w}) -> (2xf32> "
      "{aic.name = \"y\"}) {\n    %0 = aic.mul %arg0, %arg1 :";
  const std::string writes =
      "@write(%arg0: 2xf32> {aic.name = \"x\"}, %arg1: 2xf32> {aic.state = @w}) -> (2xf32> "
      "{aic.name = \"y\"}, 2xf32> {aic.state = @w}) {\n"
      "    %0 = aic.add %arg1, %arg0 : (2xf32>, 2xf32>) -> 2xf32>\n"
      "    %1 = aic.mul %arg1, %0 : (2xf32>, 2xf32>) -> 2xf32>\n"
      "    return %1, %0 :";
  for (const std::string& text : {read + write, write + read}) {
    std::string ir = module(text, all("random:1"));
    EXPECT_HAS(ir, "aic.state @w : 2xf32> = dense_resource<w> : 2xf32>\n");
    EXPECT_HAS(ir, reads);
    EXPECT_HAS(ir, writes);
    EXPECT_FALSE(has(ir, "aic.constant"));
  }
  // A parameter may do without its tensor, another of that name, and a state, may not.
  for (const char* body : {"param w: f32[2] = ones\n  param v: f32[2] @ w\n  y = w * v",
                           "param v: f32[2] @ w\n  param w: f32[2] = ones\n  y = w * v"})
    EXPECT_TRUE(has(messages(body), "\n  missing: w: f32[2]\n")) << body;
  for (const char* body : {"param w: f32[2] = ones\n  state s: f32[2] = weights @ w\n  s = x\n  y = w",
                           "state s: f32[2] = weights @ w\n  param w: f32[2] = ones\n  s = x\n  y = w"})
    EXPECT_TRUE(has(messages(body), "\n  missing: w: f32[2]\n")) << body;
}

TEST(State, ThatNoGraphBindsIsAWarning) {
  EXPECT_EQ(messages("state s: f32[2] = ones\n  for i in 0..2 {\n    state s: f32[2] = ones\n  }\n  y = s"),
            "t.graph:2:3: warning: the state s is never bound again: every run finds what it begins as\n"
            "    state s: f32[2] = ones\n"
            "    ^~~~~~~~~~~~~~~~~~~~~~\n");
  EXPECT_EQ(loadText(graph("state s: f32[2] = zeros\n  y = s", "one") +
                         graph("state s: f32[2] = zeros\n  s = x\n  y = x", "two"),
                     all())
                .messages,
            "");
}

TEST(State, MakesRoomForItsSymbol) {
  std::string ir =
      module(graph("state g: f32[2] = zeros\n  state h: f32[2] = zeros @ g_1\n  g = x\n  h = x\n  y = x"));
  EXPECT_HAS(ir, "aic.state @g : ");
  EXPECT_HAS(ir, "func @g_2(");
  EXPECT_HAS(ir, "attributes {aic.entry = \"g\"}");
}

TEST(State, AreBounded) {
  EXPECT_EQ(firstError(graph("for i in 0..4097 {\n    state s: f32[1] = zeros @ s{i}\n  }\n  y = x")),
            "3:5: there are more than 4096 states");
}

TEST(State, UpdateAndNarrow) {
  std::string ir = module("graph g(x: f32[2, 8], v: f32[2, 3], p: i64[]) -> (y: f32[2, 2]) {\n"
                          "  a = update(x, v, 1, p)\n  b = update(a, v, dim=-1, start=5)\n"
                          "  c = narrow(b, 1, p, 4)\n  y = narrow(c, dim=1, start=2, size=2)\n}\n");
  EXPECT_HAS(
      ir, "%0 = aic.update_slice %arg1 into %arg0 at %arg2 {dim = 1 : i64} : (2x3xf32>, 2x8xf32>, i64>) -> "
          "2x8xf32>\n");
  EXPECT_HAS(
      ir, "%1 = aic.constant dense<5> : i64>\n    %2 = aic.update_slice %arg1 into %0 at %1 {dim = 1 : i64}");
  EXPECT_HAS(ir,
             "%3 = aic.narrow %2 at %arg2 {dim = 1 : i64, size = 4 : i64} : (2x8xf32>, i64>) -> 2x4xf32>\n");
  EXPECT_HAS(ir, "%4 = aic.slice %3");
  auto error = [](const std::string& expression) {
    return firstError(
        "graph g(x: f32[2, 8], v: f32[2, 3], w: f32[2, 9], p: i64[], f: f32[]) -> (y: f32[...]) {\n  y = " +
        expression + "\n}\n");
  };
  EXPECT_EQ(error("update(x, v, 1, 6)"),
            "2:23: update: start: expected an int from 0 to 5, found int 6: values takes 3 "
            "of 8 along axis 1");
  EXPECT_EQ(error("update(x, v, 1, -1)"),
            "2:23: update: start: expected an int from 0 to 5, found int -1: values takes "
            "3 of 8 along axis 1");
  EXPECT_EQ(error("update(x, x, 1, 1)"),
            "2:23: update: start: expected 0, found int 1: values takes 8 of 8 along axis 1");
  EXPECT_EQ(error("update(x, v, 1, f)"), "2:23: update: start: expected an int or an i64[], found f32[]");
  EXPECT_EQ(error("update(x, v, 1, 1.0)"), "2:23: update: start: expected an int or an i64[], found float 1");
  EXPECT_EQ(error("update(x, v, 2, p)"), "2:20: update: dim: axis 2 is outside of [-2, 2): there are 2 axes");
  EXPECT_EQ(error("update(x, w, 1, 0)"), "2:7: update_slice: x is f32[2, 8], values is f32[2, 9], start is "
                                         "i64[]: along axis 1 values has 9, x has "
                                         "8 [C4]");
  EXPECT_EQ(error("update(x, v, 0, p)"), "2:7: update_slice: x is f32[2, 8], values is f32[2, 3], start is "
                                         "i64[]: along axis 1 values has 3, x has "
                                         "8 [C4]");
  EXPECT_EQ(error("narrow(x, 1, 6, 3)"),
            "2:20: narrow: start: expected an int from 0 to 5, found int 6: narrow takes 3 "
            "of 8 along axis 1");
  EXPECT_EQ(error("narrow(x, 1, p, 9)"),
            "2:23: narrow: size: expected an int from 0 to 8, found int 9: axis 1 of f32[2, 8] has 8");
  EXPECT_EQ(error("narrow(x, 1, p, -1)"),
            "2:23: narrow: size: expected an int from 0 to 8, found int -1: axis 1 of f32[2, 8] has 8");
  EXPECT_EQ(error("narrow(x, 1, x, 1)"), "2:20: narrow: start: expected an int or an i64[], found f32[2, 8]");
}

TEST(State, AttentionsLength) {
  std::string ir =
      module("graph g(q: f32[1, 2, 4], k: f32[1, 8, 4], n: i64[]) -> (y: f32[...]) {\n"
             "  y = attention(q, k, k, causal=true, length=n) + attention(q, k, k, length=1)\n}\n");
  EXPECT_HAS(ir, "%0 = aic.attention %arg0, %arg1, %arg1 length %arg2 {causal = true, scale");
  EXPECT_HAS(
      ir, "%1 = aic.constant dense<1> : i64>\n    %2 = aic.attention %arg0, %arg1, %arg1 length %1 {scale");
  auto error = [](const std::string& arguments) {
    return firstError(
        "graph g(q: f32[1, 2, 4], k: f32[1, 8, 4], f: f32[]) -> (y: f32[...]) {\n  y = attention(q, k, k, " +
        arguments + ")\n}\n");
  };
  EXPECT_EQ(error("length=9"),
            "2:33: attention: length: expected an int from 1 to 8, found int 9: k has 8 keys");
  EXPECT_EQ(error("length=0"),
            "2:33: attention: length: expected an int from 1 to 8, found int 0: k has 8 keys");
  EXPECT_EQ(error("causal=true, length=1"),
            "2:46: attention: length: expected an int from 2 to 8, found int 1: there are "
            "2 queries, the last of the keys, and k has 8");
  EXPECT_EQ(error("length=f"), "2:33: attention: length: expected an int or an i64[], found f32[]");
  ir = module("graph g(q: f32[1, 2, 4], k: f32[1, 8, 4], n: i64[]) -> (y: f32[...]) {\n"
              "  y = nn.multi_head_attention(q, k, k, 2, length=n) @ a\n"
              "  y = nn.multi_head_attention(q, k, k, 2, causal=true, length=7) @ a\n}\n",
              all("random:1"));
  EXPECT_HAS(ir, " length %arg2 {scale");
  EXPECT_HAS(ir, "aic.constant dense<7> : i64>");
}

} // namespace
