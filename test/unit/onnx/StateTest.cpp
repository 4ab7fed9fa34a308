// --state and --capacity: inputs and outputs that become states, and all that can be wrong with them.
#include "test/unit/onnx/Build.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace aic::onnx::test {
namespace {

using testing::HasSubstr;

Loaded load(const Build& model, const std::vector<StateOption>& states, int64_t capacity = 0) {
  LoadOptions options = withFold();
  options.states = states;
  options.capacity = capacity;
  return model.load(options);
}

/// Two layers' states of one shape, and an output.
Build counters() {
  Build b;
  b.input("x", {"2"}).input("past_0", {"2"}).input("past_1", {"2"});
  b.output("present_1").output("y").output("present_0");
  b.node("Add", {"x", "past_0"}, {"present_0"});
  b.node("Add", {"present_0", "past_1"}, {"present_1"});
  b.node("Relu", {"present_1"}, {"y"});
  return b;
}

/// A cache that grows by two in each run, and a mask over all of it.
Build cache() {
  Build b;
  b.input("new", {"1", "2", "4"}).input("past", {"1", "P", "4"}).input("mask", {"1", "M", "1"});
  b.output("present").output("y");
  attribute(b.node("Concat", {"past", "new"}, {"present"}), "axis", -2);
  b.node("Mul", {"present", "mask"}, {"y"});
  return b;
}

TEST(State, PairsByNumberStandBehindTheOthers) {
  Loaded result = load(counters(), {{"past_*", "present_*"}});
  ASSERT_EQ(result.exitCode, 0) << messages(result);
  EXPECT_THAT(text(result), HasSubstr("aic.state @past_0 : tensor<2xf32> = dense<0.000000e+00>"));
  EXPECT_THAT(text(result), HasSubstr("aic.state @past_1 : tensor<2xf32> = dense<0.000000e+00>"));
  EXPECT_THAT(
      text(result),
      HasSubstr("func.func @test(%arg0: tensor<2xf32> {aic.name = \"x\"}, %arg1: tensor<2xf32> {aic.state = "
                "@past_0}, %arg2: tensor<2xf32> {aic.state = @past_1}) -> (tensor<2xf32> {aic.name = \"y\"}, "
                "tensor<2xf32> {aic.state = @past_0}, tensor<2xf32> {aic.state = @past_1})"));
}

TEST(State, OneOfThem) {
  Loaded result = load(counters(), {{"past_1", "present_1"}});
  ASSERT_EQ(result.exitCode, 0) << messages(result);
  EXPECT_THAT(text(result),
              HasSubstr("(%arg0: tensor<2xf32> {aic.name = \"x\"}, %arg1: tensor<2xf32> {aic.name = "
                        "\"past_0\"}, %arg2: tensor<2xf32> {aic.state = @past_1})"));
  EXPECT_THAT(text(result), HasSubstr("-> (tensor<2xf32> {aic.name = \"y\"}, tensor<2xf32> {aic.name = "
                                      "\"present_0\"}, tensor<2xf32> {aic.state = @past_1})"));
}

TEST(State, ACacheThatGrowsIsABuffer) {
  LoadOptions options = withFold();
  options.states = {{"past", "present"}};
  options.capacity = 8;
  options.dims = {{"P", 6}, {"M", 8}};
  Loaded result = cache().load(options);
  ASSERT_EQ(result.exitCode, 0) << messages(result);
  EXPECT_THAT(text(result), HasSubstr("aic.state @past : tensor<1x8x4xf32>"));
  EXPECT_THAT(text(result),
              HasSubstr("%arg2: tensor<i64> {aic.name = \"position\"}, %arg3: tensor<1x8x4xf32>"));
  EXPECT_THAT(text(result), HasSubstr("aic.update_slice %arg0 into %arg3 at %arg2 {dim = 1 : i64}"));
  EXPECT_THAT(messages(result),
              HasSubstr("a run writes 2 new elements, and the model takes them for the last ones"));
}

TEST(State, TheSizeOfWhatIsThereIsTheCapacityButOne) {
  Build b;
  b.input("new", {"1", "1", "4"}).input("past", {"1", "P", "4"}).input("position", {}, 7);
  b.input("other", {"1", "7", "4"}).output("present").output("y").output("grown");
  attribute(b.node("Concat", {"past", "new"}, {"present"}), "axis", 1);
  b.node("Relu", {"present"}, {"y"});
  attribute(b.node("Concat", {"other", "new"}, {"grown"}), "axis", 1);
  Loaded without = load(b, {{"past", "present"}}, 8);
  EXPECT_EQ(without.exitCode, 1);
  EXPECT_THAT(messages(without), HasSubstr("has no input with an axis of 8, as a mask that hides them"));
  b.input("mask", {"8", "1"}).output("z");
  b.node("Mul", {"present", "mask"}, {"z"});
  Loaded result = load(b, {{"past", "present"}}, 8);
  ASSERT_EQ(result.exitCode, 0) << messages(result);
  EXPECT_THAT(text(result), HasSubstr("aic.update_slice %arg0 into %arg4 at %arg1"));
  EXPECT_THAT(messages(result),
              HasSubstr("'other' grows into 'grown' as the states do, and is none: --state other=grown"));
}

TEST(State, AFunctionOfTheNameOfAState) {
  Build b = counters();
  b.graph().set_name("past_0");
  Loaded result = load(b, {{"past_0", "present_0"}});
  ASSERT_EQ(result.exitCode, 0) << messages(result);
  EXPECT_THAT(text(result), HasSubstr("aic.entry = \"past_0\""));
}

TEST(State, WhatCannotBeOne) {
  struct Wrong {
    Build model;
    std::vector<StateOption> states;
    int64_t capacity;
    const char* message;
  };
  Build other = counters(), used = cache(), taken = cache();
  other.input("z", {"3"}).output("w");
  other.node("Relu", {"z"}, {"w"});
  used.output("v");
  used.node("Relu", {"past"}, {"v"});
  taken.input("position", {"2"});
  taken.output("u");
  taken.node("Relu", {"position"}, {"u"});
  const Wrong all[] = {
      {counters(),
       {{"past_2", "present_0"}},
       0,
       "--state past_2=present_0: the model has no input of that name (did you mean past_0?)"},
      {counters(),
       {{"pst_*", "present_*"}},
       0,
       "--state pst_*=present_*: the model has no input of that name"},
      {counters(),
       {{"past_0", "presnt_0"}},
       0,
       "--state past_0=presnt_0: the model has no output 'presnt_0' (did you mean present_0?); it has "
       "present_1, y, present_0"},
      {counters(),
       {{"past_0", "present_0"}, {"past_*", "present_*"}},
       0,
       "'past_0' and 'present_0' are a state already"},
      {other,
       {{"past_0", "w"}},
       0,
       "the input 'past_0' is f32[2], the output 'w' is f32[3]: a state has one shape, or grows as "
       "Concat(past_0, new)"},
      {counters(), {{"past_0", "present_0"}}, 8, "--capacity is for a state that grows, and none does"},
      {used, {{"past", "present"}}, 9, "'past' is read by other nodes than the Concat that makes it grow"},
      {taken,
       {{"past", "present"}},
       9,
       "where a run begins is the input 'position': i64[], and the model has one of that name: f32[2]"},
      {cache(),
       {{"past", "present"}},
       0,
       "the input 'past' is f32[1, 7, 4], the output 'present' is f32[1, 9, 4]: it grows by 2 with each run; "
       "--capacity N keeps"},
      {cache(),
       {{"past", "present"}},
       7,
       "with --capacity 7 and 2 new ones a run, axis 1 of the input has 5: set that"},
  };
  for (const Wrong& wrong : all) {
    LoadOptions options = withFold();
    options.states = wrong.states;
    options.capacity = wrong.capacity;
    for (const auto& input : wrong.model.model.graph().input())
      if (input.name() == "past")
        options.dims = {{"P", 7}, {"M", 9}};
    Loaded result = wrong.model.load(options);
    EXPECT_EQ(result.exitCode, 1) << wrong.message;
    EXPECT_FALSE(result.module);
    EXPECT_THAT(messages(result), HasSubstr(wrong.message));
  }
}

TEST(State, SomethingIsLeftToReturn) {
  Build b;
  b.input("past", {"2"}).output("present");
  b.node("Relu", {"past"}, {"present"});
  Loaded result = load(b, {{"past", "present"}});
  EXPECT_EQ(result.exitCode, 1);
  EXPECT_THAT(messages(result), HasSubstr("all outputs are states: a model has one output at least"));
}

} // namespace
} // namespace aic::onnx::test
