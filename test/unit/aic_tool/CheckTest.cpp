// `run --check` has to fail where numbers differ: here the plan of one model is compared with the code of
// another.

#include "tools/aic/Check.h"

#include "frontends/weights/Weights.h"
#include "tools/aic/Failure.h"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

namespace aic::tool {
namespace {

using testing::HasSubstr;

class Check : public testing::Test {
protected:
  void SetUp() override {
    char name[] = "/tmp/aic-check-test.XXXXXX";
    folder_ = mkdtemp(name);
  }
  void TearDown() override {
    unlink((folder_ + "/m.graph").c_str());
    rmdir(folder_.c_str());
  }

  std::unique_ptr<driver::Compilation> compile(const std::string& text, const std::string& weights) {
    std::ofstream(folder_ + "/m.graph") << text;
    driver::Options options;
    options.path = folder_ + "/m.graph";
    options.weights = weights;
    auto compilation = std::make_unique<driver::Compilation>(options);
    EXPECT_EQ(compilation->reach(driver::Stage::Artifact), driver::kGood)
        << graph::render(compilation->diagnostics());
    return compilation;
  }

  /// The exit code of checking `code`'s artifact against `plan`, in so many steps; what it says goes to out
  /// and err. With `fresh` the states that it begins with are checked too.
  int check(driver::Compilation& plan, driver::Compilation& code, int steps = 1, bool fresh = true) {
    std::string bytes = code.emit(driver::Stage::Artifact);
    aic_model* opened = nullptr;
    EXPECT_EQ(aic_model_open_memory(bytes.data(), bytes.size(), 0, &opened), AIC_OK) << aic_last_error();
    ModelHandle model(opened);
    SessionHandle session;
    std::vector<Buffer> inputs, outputs;
    aic_session_options options;
    aic_session_options_init(&options);
    options.threads = 1;
    EXPECT_EQ(makeSession(model.get(), options, session), Good);
    EXPECT_EQ(allocateInputs(model.get(), 0, inputs), Good);
    EXPECT_EQ(allocateOutputs(model.get(), 0, outputs), Good);
    for (Buffer& input : inputs)
      weights::FillUniform(3, input.info.name, input.shape(), input.type(), input.data.get());
    testing::internal::CaptureStderr();
    ReferenceCheck check(plan, model.get(), session.get());
    int result = fresh ? check.checkNew() : Good;
    for (steps_ = 0; steps_ < steps && result == Good; ++steps_)
      result = check.run(0, inputs, outputs);
    out_ = check.summary();
    err_ = testing::internal::GetCapturedStderr();
    return result;
  }

  std::string folder_, out_, err_;
  int steps_ = 0; // that were run
};

constexpr const char* kMlp = "graph mlp(x: f32[2, 3]) -> (y: f32[2, 4]) {\n"
                             "  h = relu(nn.linear(x, 5) @ fc1)\n"
                             "  y = nn.linear(h, 4) @ fc2\n"
                             "}\n";

/// The text with `value` in place of its %s.
std::string with(std::string text, const char* value) {
  return text.replace(text.find("%s"), 2, value);
}

TEST_F(Check, EqualModelsAgree) {
  auto a = compile(kMlp, "random:1"), b = compile(kMlp, "random:1");
  EXPECT_EQ(check(*a, *b), Good) << err_;
  EXPECT_THAT(out_, HasSubstr("2 operators agree with the reference"));
}

TEST_F(Check, OtherWeightsAreFoundAtTheFirstOperator) {
  auto a = compile(kMlp, "random:1"), b = compile(kMlp, "random:2");
  EXPECT_EQ(check(*a, *b), NumbersDiffer);
  EXPECT_THAT(err_, HasSubstr("m.graph:2:"));
  EXPECT_THAT(err_, HasSubstr("(operator 1 of 2) differs from the reference"));
  EXPECT_THAT(err_, HasSubstr("h = relu(nn.linear(x, 5) @ fc1)"));
}

TEST_F(Check, TheOperatorThatDiffersIsNamed) {
  // Equal up to the second layer's bias.
  const char* text = "graph g(x: f32[2, 3]) -> (y: f32[2, 4]) {\n"
                     "  h = nn.linear(x, 5, bias=false) @ fc1\n"
                     "  y = linear(h, full([4, 5], %s, f32), full([4], 0.5, f32))\n"
                     "}\n";
  auto a = compile(with(text, "1.0"), "random:1"), b = compile(with(text, "1.001"), "random:1");
  EXPECT_EQ(check(*a, *b), NumbersDiffer);
  EXPECT_THAT(err_, HasSubstr("m.graph:3:"));
  EXPECT_THAT(err_, HasSubstr("is allowed"));
}

TEST_F(Check, SmallElementsBesideLargeOnesCount) {
  const char* text = "graph g(x: f32[2, 3]) -> (y: f32[2, 3]) {\n"
                     "  y = where(arange(3) == 0, 1000.0, x * %s)\n"
                     "}\n";
  auto a = compile(with(text, "1.0"), "random:1"), b = compile(with(text, "1.01"), "random:1");
  EXPECT_EQ(check(*a, *a), Good) << err_;
  EXPECT_EQ(check(*a, *b), NumbersDiffer);
}

TEST_F(Check, StatesLastAndAreCompared) {
  const char* text = "graph g(x: f32[2, 3]) -> (y: f32[2, 3]) {\n"
                     "  state s: f32[2, 3] = zeros\n"
                     "  s = s * %s + x\n"
                     "  y = s\n"
                     "}\n";
  auto a = compile(with(text, "3.0"), "random:1"), b = compile(with(text, "2.0"), "random:1");
  EXPECT_EQ(check(*a, *a, 4), Good) << err_;
  EXPECT_THAT(out_, HasSubstr(" and 1 state agree with the reference in each of 4 steps"));
  // From zeros both are right; then the second run finds what the first left.
  EXPECT_EQ(check(*a, *b, 4), NumbersDiffer);
  EXPECT_EQ(steps_, 2);
  EXPECT_THAT(err_, HasSubstr("m.graph:3:"));
}

TEST_F(Check, WhatStatesBeginWithIsCompared) {
  const char* text = "graph g(x: f32[2]) -> (y: f32[2]) {\n"
                     "  state s: f32[2] = full(%s)\n"
                     "  y = s + x\n"
                     "  s = x\n"
                     "}\n";
  auto a = compile(with(text, "1.0"), "random:1"), b = compile(with(text, "1.5"), "random:1");
  EXPECT_EQ(check(*a, *a), Good) << err_;
  EXPECT_EQ(check(*a, *b), NumbersDiffer);
  EXPECT_EQ(steps_, 0);
  EXPECT_THAT(err_,
              HasSubstr("the state 's' begins with other values: at [0] it is 1.5, the reference has 1"));
  // A run is compared from the states that the session has.
  EXPECT_EQ(check(*a, *b, 2, /*fresh=*/false), Good) << err_;
}

/// A cancellation that only moved computations judge is run twice: from the same states.
TEST_F(Check, WhatRoundingDecidesIsJudgedFromTheSameStates) {
  auto a = compile("graph g(x: f32[2, 3]) -> (y: f32[2, 3]) {\n"
                   "  state s: f32[2, 3] = ones\n"
                   "  s = s * 2.0\n"
                   "  y = (x * s + 100000.0) - 100000.0 - x\n"
                   "}\n",
                   "random:1");
  EXPECT_EQ(check(*a, *a, 3), Good) << err_;
}

/// What f32 cannot hold is no difference: the digits behind a cancellation, the place of the largest of
/// numbers that became equal.
TEST_F(Check, WhatRoundingDecidesIsNoDifference) {
  for (const char* text :
       {"graph g(x: f32[2, 3]) -> (y: f32[2, 3]) {\n  y = (x + 100000.0) - 100000.0 - x\n}\n",
        "graph g(x: f32[2, 3]) -> (y: i64[2]) {\n"
        "  y = argmax((x + 3000000.0) - 3000000.0, dim=-1)\n}\n",
        "graph g(x: f32[2, 3]) -> (y: f32[2, 3]) {\n"
        "  y = layer_norm(x * 0.0 + 3.7, [3], eps=0.000000000001)\n}\n",
        "graph g(x: f32[2, 3]) -> (y: f16[2, 3]) {\n  y = cast(x, f16) * 0.00001\n}\n"}) {
    auto model = compile(text, "random:1");
    EXPECT_EQ(check(*model, *model), Good) << text << err_;
  }
}

} // namespace
} // namespace aic::tool
