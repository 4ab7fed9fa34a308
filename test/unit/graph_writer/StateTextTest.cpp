// States as text: their declarations, and where their names are bound.
#include "test/unit/graph_writer/RoundTrip.h"
#include "test/unit/onnx/Build.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace aic::graph::testing {
namespace {

using ::testing::HasSubstr;

/// The text that a graph with the inputs x: f32[2, 3] and p: i64[] comes back as, p being 1; or what is
/// wrong.
std::string again(const std::string& body) {
  mlir::MLIRContext context(mlir::MLIRContext::Threading::DISABLED);
  LoadOptions options;
  options.weights = "random:1";
  LoadResult loaded = loadGraphText(
      context, "t.graph", "graph t(x: f32[2, 3], p: i64[]) -> (y: f32[2, 3]) {\n" + body + "}\n", options);
  if (!loaded.module)
    return render(loaded.diagnostics);
  std::vector<Bytes> inputs;
  auto function = *loaded.module->getOps<mlir::func::FuncOp>().begin();
  for (mlir::BlockArgument argument : function.getArguments()) {
    auto type = llvm::cast<mlir::RankedTensorType>(argument.getType());
    inputs.emplace_back(tensorBytes(type));
    if (type.getElementType().isF32())
      for (size_t k = 0; k < inputs.back().size() / 4; ++k) {
        float number = static_cast<float>(std::sin(static_cast<double>(k * 7 + inputs.size())));
        std::memcpy(inputs.back().data() + 4 * k, &number, 4);
      }
    else
      inputs.back()[0] = 1;
  }
  RoundTrip trip = roundTrip(*loaded.module, inputs);
  const std::string head = "graph t(x: f32[2, 3], p: i64[]) -> (y: f32[2, 3]) {\n";
  return trip.problem.empty() && trip.text.rfind(head, 0) == 0 && trip.text.size() > head.size() + 2
             ? trip.text.substr(head.size(), trip.text.size() - head.size() - 2)
             : trip.problem + "\n" + trip.text;
}

/// It comes back as it is.
void stays(const std::string& body) {
  EXPECT_EQ(again(body), body);
}

TEST(StateText, IsBoundInPlaceWhereNothingReadsItAnyMore) {
  stays("  state s: f32[2, 3] = zeros\n  s = s + x\n  y = s * x\n");
  stays("  state keys: f32[2, 9] @ a.b.keys = full(0.5)\n"
        "  keys = update(keys, x, dim=1, start=p)\n"
        "  y = narrow(keys, 1, p, 3) + attention(x, narrow(keys, 1, p, 3), x, length=p)\n");
  stays("  state s: f32[2, 3] = ones\n  y = x + 1.0\n  s = x\n");
  // Ints that are known.
  EXPECT_EQ(again("  state s: f32[2, 9] = ones\n  s = update(s, x, 1, 6)\n"
                  "  y = attention(x, x, x, length=1) + narrow(s, 1, 2, 3)\n"),
            "  state s: f32[2, 9] = ones\n  s = update(s, x, dim=1, start=6)\n"
            "  y = attention(x, x, x, length=1) + s[:, 2:5]\n");
}

TEST(StateText, IsBoundAtTheEndWhereItIsStillRead) {
  EXPECT_EQ(again("  state s: f32[2, 3] = zeros\n  old = s\n  s = exp(s + x)\n  y = old * s\n"),
            "  state s: f32[2, 3] = zeros\n  z = exp(s + x)\n  y = s * z\n  s = z\n");
  // What is an output, what is as it was.
  stays("  state s: f32[2, 3] = zeros\n  y = s + x\n  s = y\n");
  stays("  state s: f32[2, 3] = zeros\n  y = x\n  s = s\n");
  // What only is read, whose text warns of it.
  std::string text = again("  state s: f32[2, 3] = zeros\n  state t: f32[2, 3] = ones\n  y = t\n  s = x\n");
  EXPECT_THAT(text, HasSubstr("2:3: warning: the state t is never bound again"));
  EXPECT_THAT(text,
              HasSubstr("{\n  state t: f32[2, 3] = ones\n  state s: f32[2, 3] = zeros\n  y = t\n  s = x\n}"));
}

TEST(StateText, TwoThatChangePlacesDoItAtOnce) {
  EXPECT_EQ(again("  state a: f32[2, 3] = zeros\n  state b: f32[2, 3] = ones\n  a, b = [b, a]\n  y = x\n"),
            "  state a: f32[2, 3] = zeros\n  state b: f32[2, 3] = ones\n  y = x\n  a, b = [b, a]\n");
}

TEST(StateText, Initialisers) {
  stays("  state a: i64[2] = full(-9223372036854775807 - 1)\n  state b: bool[1] = ones\n"
        "  state c: f32[] = full(-0.0)\n  state d: f16[2] @ deep.er.d = full(nan)\n"
        "  state relu_2: u8[2] @ relu = full(200)\n  state a_2: i8[2] @ \"a b.a\" = full(-5)\n"
        "  y = x\n  a = a\n  b = b\n  c = c\n  d = d\n  relu_2 = relu_2\n  a_2 = a_2\n");
  // Those of the weights are beside the text.
  EXPECT_EQ(
      again("  state s: f32[2, 3] = weights @ deep.s\n  param w: f32[2, 3] @ deep.s\n  y = s + w\n  s = x\n"),
      "  weights \"t.safetensors\"\n  state s: f32[2, 3] @ deep.s = weights\n  y = s + s\n  s = x\n");
}

TEST(StateText, OfAnImportedCacheThatGrows) {
  onnx::test::Build build;
  build.input("past.0", {"1", "2", "4"}).input("x", {"1", "1", "4"});
  build.input("mask", {"3", "1"}).output("y").output("present.0");
  auto& concat = build.node("Concat", {"past.0", "x"}, {"present.0"});
  onnx::test::attribute(concat, "axis", 1);
  build.node("Mul", {"present.0", "mask"}, {"y"});
  onnx::LoadOptions options = onnx::test::withFold();
  options.states = {{"past.*", "present.*"}};
  options.capacity = 3;
  onnx::test::Loaded loaded = build.load(options);
  ASSERT_TRUE(loaded.module) << onnx::test::messages(loaded);
  Bytes x(16), mask(12), position(8), past(48);
  RoundTrip trip = roundTrip(*loaded.module, {x, mask, position, past});
  EXPECT_EQ(trip.problem, "") << trip.text;
  EXPECT_EQ(trip.text, "graph t(x: f32[1, 1, 4], mask: f32[3, 1], position: i64[]) -> (y: f32[1, 3, 4]) {\n"
                       "  state x0: f32[1, 3, 4] @ past.0 = zeros\n"
                       "  x0 = update(x0, x, dim=1, start=position)\n"
                       "  y = x0 * mask\n"
                       "}\n");
}

} // namespace
} // namespace aic::graph::testing
