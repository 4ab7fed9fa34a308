// Runs that end before they are done: cancelled, or out of time.
#include "test/unit/runtime/TestModel.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <atomic>
#include <thread>

namespace aic::test {
namespace {

using testing::HasSubstr;

constexpr uint64_t kMillisecond = 1000000;

/// Cancels the session after dispatch `at`.
struct CancelAt {
  aic_session* session;
  uint32_t at;
  uint32_t last = 0;
  static void Call(void* user, uint32_t dispatch, uint64_t, void* const*, uint32_t) {
    auto& self = *static_cast<CancelAt*>(user);
    self.last = dispatch;
    if (dispatch == self.at)
      EXPECT_EQ(aic_session_cancel(self.session), AIC_OK);
  }
};

TEST(Control, ACancelledRunEndsAtTheNextDispatch) {
  std::string bytes = ChainModel()->Bytes();
  ModelPtr model = Open(bytes);
  for (uint32_t threads : {1, 2, 8}) {
    SessionPtr session = MakeSession(model, threads);
    CancelAt cancel = {session.get(), 3};
    ASSERT_EQ(aic_session_set_trace(session.get(), CancelAt::Call, &cancel), AIC_OK);
    ChainResult result;
    ASSERT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_CANCELLED);
    EXPECT_EQ(cancel.last, 3u);
    EXPECT_THAT(aic_last_error(), HasSubstr("<memory>: the run was cancelled before the end of op 5"));
    // The run that comes after it is another one.
    ASSERT_EQ(aic_session_set_trace(session.get(), nullptr, nullptr), AIC_OK);
    ASSERT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_OK) << aic_last_error();
    EXPECT_EQ(result.y, ComputeChain(ChainInput()).y);
  }
}

TEST(Control, WithoutARunNothingIsCancelled) {
  std::string bytes = ChainModel()->Bytes();
  ModelPtr model = Open(bytes);
  SessionPtr session = MakeSession(model, 2);
  ChainResult result;
  for (int i = 0; i < 3; ++i) {
    ASSERT_EQ(aic_session_cancel(session.get()), AIC_OK);
    ASSERT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_OK) << aic_last_error();
  }
  EXPECT_EQ(aic_session_cancel(nullptr), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_session_set_time_limit(nullptr, 1), AIC_INVALID_ARGUMENT);
}

TEST(Control, ARunTakesNoLongerThanItsLimit) {
  std::string bytes = ChainModel()->Bytes();
  ModelPtr model = Open(bytes);
  for (uint32_t threads : {1, 2, 8}) {
    SessionPtr session = MakeSession(model, threads);
    ChainResult result;
    ASSERT_EQ(aic_session_set_time_limit(session.get(), 1), AIC_OK);
    ASSERT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_CANCELLED);
    EXPECT_THAT(aic_last_error(), HasSubstr("more than its limit of 0.000 ms; it was at op 1"));
    for (uint64_t limit : {uint64_t(0), 3600 * 1000 * kMillisecond}) {
      ASSERT_EQ(aic_session_set_time_limit(session.get(), limit), AIC_OK);
      ASSERT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_OK) << aic_last_error();
      EXPECT_EQ(result.y, ComputeChain(ChainInput()).y);
    }
  }
}

TEST(Control, ALimitIsForRunsThatBeginFromThenOn) {
  std::string bytes = ChainModel()->Bytes();
  ModelPtr model = Open(bytes);
  SessionPtr session = MakeSession(model, 2);
  auto set = [](void* user, uint32_t, uint64_t, void* const*, uint32_t) {
    EXPECT_EQ(aic_session_set_time_limit(static_cast<aic_session*>(user), 1), AIC_BUSY);
  };
  ASSERT_EQ(aic_session_set_trace(session.get(), set, session.get()), AIC_OK);
  ChainResult result;
  EXPECT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_OK) << aic_last_error();
}

/// 64 dispatches of 64 workgroups of some microseconds each, then 64 steps of 8, twice.
std::unique_ptr<TestModel> LongModel() {
  auto model = ChainModel(63, Kernels2(), kKnead);
  model->content.entries[0].outputs.push_back({"z", artifact::ElementType::F32, {kRows, kCols}});
  const uint64_t arena = model->target().programs[0].arenaBytes;
  model->target().programs[0].arenaBytes = arena + 4096 + kTensorBytes;
  const uint64_t at = (arena + 4095) / 4096 * 4096;
  model->Add(kMarch, kCols / 4, {Input(0), WriteArena(at)});
  model->program().dispatches.back().steps = kRows;
  model->Add(kMarch, kCols / 4, {ReadArena(at), Output(2)});
  model->program().dispatches.back().steps = kRows;
  return model;
}

aic_status RunLong(aic_session* session, const std::vector<float>& x, std::vector<float>* z) {
  std::vector<float> y(kRows * kCols);
  z->assign(kRows * kCols, -1);
  float s;
  const aic_input in = {x.data(), kTensorBytes};
  const aic_output out[] = {{y.data(), kTensorBytes}, {&s, 4}, {z->data(), kTensorBytes}};
  return aic_session_run(session, &in, 1, out, 3);
}

TEST(Control, ItEndsWhereverItIs) {
  // Limits from nothing to more than the run takes: dispatches, steps, threads that come late. What runs next
  // is right.
  std::string bytes = LongModel()->Bytes();
  ModelPtr model = Open(bytes);
  std::vector<float> x = ChainInput(), z, expected;
  x[0] = 1; // What kMarch takes for "do not fail".
  {
    SessionPtr session = MakeSession(model, 1);
    ASSERT_EQ(RunLong(session.get(), x, &expected), AIC_OK) << aic_last_error();
  }
  for (uint32_t threads : {1, 2, 3, 8}) {
    SessionPtr session = MakeSession(model, threads);
    int cancelled = 0, done = 0;
    uint64_t limit = 20000; // 20 µs
    for (int i = 0; done < 3 && i < 200; ++i, limit += limit / 8) {
      ASSERT_EQ(aic_session_set_time_limit(session.get(), limit), AIC_OK);
      const aic_status status = RunLong(session.get(), x, &z);
      ASSERT_TRUE(status == AIC_OK || status == AIC_CANCELLED) << aic_last_error();
      status == AIC_OK ? ++done : ++cancelled;
      if (status == AIC_OK)
        ASSERT_EQ(z, expected);
    }
    EXPECT_GT(cancelled, 0);
    EXPECT_EQ(done, 3);
  }
}

TEST(Control, AnotherThreadCancels) {
  std::string bytes = LongModel()->Bytes();
  ModelPtr model = Open(bytes);
  SessionPtr session = MakeSession(model, 2);
  std::vector<float> x = ChainInput(), z, expected;
  x[0] = 1;
  ASSERT_EQ(RunLong(session.get(), x, &expected), AIC_OK) << aic_last_error();
  std::atomic<bool> stop{false};
  std::thread other([&] {
    while (!stop) {
      EXPECT_EQ(aic_session_cancel(session.get()), AIC_OK);
      std::this_thread::yield();
    }
  });
  int cancelled = 0;
  for (int i = 0; i < 2000 && cancelled < 50; ++i) {
    const aic_status status = RunLong(session.get(), x, &z);
    ASSERT_TRUE(status == AIC_OK || status == AIC_CANCELLED) << aic_last_error();
    cancelled += status == AIC_CANCELLED;
  }
  stop = true;
  other.join();
  EXPECT_EQ(cancelled, 50);
  ASSERT_EQ(RunLong(session.get(), x, &z), AIC_OK) << aic_last_error();
  EXPECT_EQ(z, expected);
}

aic_status RunState(aic_session* session, StateEntry entry, float* s) {
  const int32_t code = 0;
  const aic_input in = {&code, 4};
  const aic_output out = {s, 4};
  return aic_session_run_entry(session, entry, &in, entry == kSumOfState ? 0 : 1, &out, 1);
}

TEST(Control, StatesAreAsBeforeOrLost) {
  std::string bytes = StateModel()->Bytes();
  ModelPtr model = Open(bytes);
  SessionPtr session = MakeSession(model, 2);
  float before = 0, after = 0;
  ASSERT_EQ(RunState(session.get(), kSumOfState, &before), AIC_OK);
  // The limit is over when the run begins, whose first dispatch writes a state; or the run is cancelled in
  // front of the one that does.
  ASSERT_EQ(aic_session_set_time_limit(session.get(), 1), AIC_OK);
  ASSERT_EQ(RunState(session.get(), kLate, &after), AIC_CANCELLED);
  ASSERT_EQ(aic_session_set_time_limit(session.get(), 0), AIC_OK);
  CancelAt cancel = {session.get(), 0};
  ASSERT_EQ(aic_session_set_trace(session.get(), CancelAt::Call, &cancel), AIC_OK);
  ASSERT_EQ(RunState(session.get(), kAdvance, &after), AIC_CANCELLED);
  cancel.at = 99;
  ASSERT_EQ(RunState(session.get(), kSumOfState, &after), AIC_OK) << aic_last_error();
  EXPECT_EQ(before, after);
  // Behind it.
  cancel.at = 1;
  ASSERT_EQ(RunState(session.get(), kAdvance, &after), AIC_CANCELLED);
  ASSERT_EQ(RunState(session.get(), kSumOfState, &after), AIC_STATE_LOST);
  ASSERT_EQ(aic_session_reset_state(session.get(), AIC_ALL_STATES), AIC_OK);
  ASSERT_EQ(RunState(session.get(), kSumOfState, &after), AIC_OK) << aic_last_error();
  EXPECT_EQ(before, after);
}

} // namespace
} // namespace aic::test
