// Dispatches that run several times, with other offsets each time.
#include "test/unit/runtime/TestModel.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace aic::test {
namespace {

using testing::HasSubstr;

/// ChainModel(12), whose blends take turns in the arena: five times two of them are a loop.
std::unique_ptr<TestModel> LoopModel() {
  auto model = ChainModel(12);
  artifact::Program& program = model->program();
  program.dispatches.erase(program.dispatches.begin() + 3, program.dispatches.begin() + 11);
  program.repeats = {{1, 2, 5}};
  return model;
}

TEST(Repeats, RunAsOftenAsTheySay) {
  std::string bytes = LoopModel()->Bytes();
  ModelPtr model = Open(bytes);
  ASSERT_TRUE(model);
  const ChainResult wanted = ComputeChain(ChainInput(), 12);
  for (uint32_t threads : {1u, 3u}) {
    SessionPtr session = MakeSession(model, threads);
    ASSERT_TRUE(session);
    for (int run = 0; run < 2; ++run) {
      ChainResult result;
      ASSERT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_OK) << aic_last_error();
      EXPECT_EQ(result.y, wanted.y);
      EXPECT_EQ(result.s, wanted.s);
    }
  }
}

TEST(Repeats, HaveANumberForEachTime) {
  std::string bytes = LoopModel()->Bytes();
  ModelPtr model = Open(bytes);
  ASSERT_TRUE(model);
  aic_plan_info plan;
  ASSERT_EQ(aic_model_entry_plan(model.get(), 0, 0, &plan), AIC_OK);
  ASSERT_EQ(plan.dispatch_count, 14u);
  aic_dispatch_info dispatch;
  const char* const names[] = {"op 1", "op 2", "op 3", "op 2", "op 3"};
  for (uint32_t d = 0; d < 5; ++d) {
    ASSERT_EQ(aic_model_dispatch(model.get(), 0, d, &dispatch), AIC_OK);
    EXPECT_STREQ(dispatch.name, names[d]);
    EXPECT_EQ(dispatch.repeat_first, d ? 1u : 0u);
    EXPECT_EQ(dispatch.repeat_dispatches, d ? 2u : 0u);
    EXPECT_EQ(dispatch.repeat_times, d ? 5u : 0u);
  }
  ASSERT_EQ(aic_model_dispatch(model.get(), 0, 11, &dispatch), AIC_OK);
  EXPECT_STREQ(dispatch.name, "op 12");
  EXPECT_EQ(dispatch.repeat_times, 0u);
  EXPECT_EQ(aic_model_dispatch(model.get(), 0, 14, &dispatch), AIC_INVALID_ARGUMENT);

  SessionPtr session = MakeSession(model, 2);
  std::vector<uint32_t> seen;
  aic_session_set_trace(
      session.get(),
      [](void* user, uint32_t number, uint64_t, void* const*, uint32_t) {
        static_cast<std::vector<uint32_t>*>(user)->push_back(number);
      },
      &seen);
  ChainResult result;
  ASSERT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_OK) << aic_last_error();
  EXPECT_THAT(seen, testing::ElementsAre(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13));
}

/// An entry "loop", code: i32[3] -> s: f32[1, 3]: three times: fails with code[time] unless it is 0; h = 2 *
/// h + w in the state; s[time] = the sum of h.
std::unique_ptr<TestModel> StateLoopModel() {
  auto model = StateModel();
  artifact::Content& content = model->content;
  content.entries.push_back(
      {"loop", {{"code", artifact::ElementType::I32, {3}}}, {{"s", artifact::ElementType::F32, {1, 3}}}});
  artifact::Program program = model->program();
  program.dispatches[0].strides = {4};
  program.dispatches[2].strides = {0, 4};
  program.repeats = {{0, 3, 3}};
  model->target().programs.push_back(program);
  return model;
}

TEST(Repeats, MoveInputsAndOutputsAndKeepStates) {
  std::string bytes = StateLoopModel()->Bytes();
  ModelPtr model = Open(bytes);
  ASSERT_TRUE(model);
  const uint32_t loop = aic_model_entry_count(model.get()) - 1;
  aic_binding_info binding;
  ASSERT_EQ(aic_model_entry_binding(model.get(), 0, loop, 6, 0, &binding), AIC_OK);
  EXPECT_EQ(binding.offset, 8u);
  SessionPtr session = MakeSession(model, 2), one = MakeSession(model, 1);
  float s[3], wanted[3];
  for (float& value : wanted) {
    const int32_t good = 0;
    const aic_input in = {&good, 4};
    const aic_output out = {&value, 4};
    ASSERT_EQ(aic_session_run_entry(one.get(), kAdvance, &in, 1, &out, 1), AIC_OK) << aic_last_error();
  }
  auto run = [&](std::vector<int32_t> codes) {
    const aic_input in = {codes.data(), 12};
    const aic_output out = {s, 12};
    return aic_session_run_entry(session.get(), loop, &in, 1, &out, 1);
  };
  ASSERT_EQ(run({0, 0, 0}), AIC_OK) << aic_last_error();
  EXPECT_THAT(s, testing::ElementsAreArray(wanted));

  std::vector<float> before(kRows * kCols), after(before);
  ASSERT_EQ(aic_session_read_state(session.get(), kH, before.data(), kTensorBytes), AIC_OK);
  EXPECT_EQ(run({1, 0, 0}), AIC_KERNEL_FAILED);
  EXPECT_THAT(aic_last_error(), HasSubstr("(dispatch 0, workgroup 0)"));
  ASSERT_EQ(aic_session_read_state(session.get(), kH, after.data(), kTensorBytes), AIC_OK);
  EXPECT_EQ(before, after);
  EXPECT_EQ(run({0, 1, 0}), AIC_KERNEL_FAILED); // What the first time wrote is there.
  EXPECT_THAT(aic_last_error(), HasSubstr("(dispatch 3, workgroup 0)"));
  EXPECT_EQ(aic_session_read_state(session.get(), kH, after.data(), kTensorBytes), AIC_STATE_LOST);
  ASSERT_EQ(aic_session_reset_state(session.get(), AIC_ALL_STATES), AIC_OK);
  ASSERT_EQ(run({0, 0, 0}), AIC_OK) << aic_last_error(); // The offsets are the first ones again.
  EXPECT_THAT(s, testing::ElementsAreArray(wanted));
}

} // namespace
} // namespace aic::test
