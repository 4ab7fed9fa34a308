// The pool: many sessions at once, waits longer than any spin, more threads than CPUs, fork.
#include "test/unit/runtime/TestModel.h"

#include "gtest/gtest.h"
#include <atomic>
#include <chrono>
#include <cstring>
#include <set>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace aic::test {
namespace {

/// For tests that wait for another thread to get a CPU: on a machine that others use too, that takes a while.
class Patience {
public:
  bool Lasts() const { return std::chrono::steady_clock::now() < end_; }

private:
  std::chrono::steady_clock::time_point end_ = std::chrono::steady_clock::now() + std::chrono::seconds(10);
};

TEST(Threads, SessionsRunAtOnce) {
  std::string bytes2 = ChainModel(5, Kernels2(), kKnead)->Bytes(),
              bytes3 = ChainModel(5, Kernels3(), kKnead)->Bytes();
  ModelPtr model2 = Open(bytes2), model3 = Open(bytes3);
  std::vector<float> x = ChainInput();
  ChainResult expected2 = ComputeChain(x, 5, 2), expected3 = ComputeChain(x, 5, 3);
  std::atomic<int> wrong{0};
  std::vector<std::thread> callers;
  for (uint32_t caller = 0; caller < 4; ++caller)
    callers.emplace_back([&, caller] {
      bool two = caller % 2 == 0;
      const ChainResult& expected = two ? expected2 : expected3;
      for (int life = 0; life < 5; ++life) { // Sessions come and go while others run.
        SessionPtr session = MakeSession(two ? model2 : model3, 1 + (caller + life) % 4);
        for (int round = 0; round < 20; ++round) {
          ChainResult result;
          if (RunChain(session.get(), x, &result) != AIC_OK ||
              memcmp(result.y.data(), expected.y.data(), kTensorBytes) != 0 || result.s != expected.s)
            ++wrong;
        }
      }
    });
  for (std::thread& caller : callers)
    caller.join();
  EXPECT_EQ(wrong, 0);
}

TEST(Threads, ASessionThatRunsIsBusyToOthers) {
  auto model = EmptyModel();
  for (int i = 0; i < 10; ++i)
    model->Add(kSlow, 1, {ReadArena(0), WriteArena(kTensorBytes)});
  std::string bytes = model->Bytes();
  ModelPtr opened = Open(bytes);
  SessionPtr session = MakeSession(opened, 1);
  std::atomic<int> good{0}, busy{0}, other{0};
  auto run = [&] {
    for (int i = 0; i < 3; ++i) {
      aic_status status = aic_session_run(session.get(), nullptr, 0, nullptr, 0);
      ++(status == AIC_OK ? good : status == AIC_BUSY ? busy : other);
    }
  };
  std::thread first(run), second(run);
  first.join();
  second.join();
  EXPECT_EQ(good + busy, 6);
  EXPECT_GT(good, 0);
  EXPECT_GT(busy, 0); // Some 100 ms a run: the two met.
  EXPECT_EQ(other, 0);
}

TEST(Threads, WaitsLongerThanASpin) {
  // The team sleeps through the slow dispatches and must wake for each that follows; the caller sleeps while
  // a straggler of another thread runs.
  auto model = EmptyModel();
  model->content.entries[0].inputs = {{"x", artifact::ElementType::F32, {kRows, kCols}}};
  model->content.entries[0].outputs = {{"y", artifact::ElementType::F32, {kRows, kCols}}};
  model->Add(kScale, kRows, {Input(0), Weights(0, 4 * kCols), WriteArena(0)});
  for (int i = 0; i < 3; ++i) {
    model->Add(kSlow, 1, {ReadArena(0), WriteArena(kTensorBytes)});
    model->Add(kBlend, kRows, {ReadArena(kTensorBytes), WriteArena(2 * kTensorBytes)});
    model->Add(kStraggle, kRows, {ReadArena(2 * kTensorBytes), WriteArena(0)});
  }
  artifact::Binding last = ReadArena(0);
  model->Add(kStraggle, kRows, {last, Output(0)});
  std::string bytes = model->Bytes();
  ModelPtr opened = Open(bytes);
  std::vector<float> x = ChainInput(), y(x.size());
  ChainResult expected = ComputeChain(x, 3);
  aic_input in = {x.data(), kTensorBytes};
  aic_output out = {y.data(), kTensorBytes};
  for (uint32_t threads : {1, 2, 3, 8}) {
    SessionPtr session = MakeSession(opened, threads);
    for (int round = 0; round < 3; ++round) {
      std::fill(y.begin(), y.end(), 0.0f);
      ASSERT_EQ(aic_session_run(session.get(), &in, 1, &out, 1), AIC_OK);
      ASSERT_EQ(y, expected.y);
      std::this_thread::sleep_for(std::chrono::milliseconds(2)); // The pool goes to sleep between runs.
    }
  }
}

TEST(Threads, WorkersHaveNumbersOfTheirOwn) {
  auto model = EmptyModel();
  model->content.entries[0].outputs = {{"y", artifact::ElementType::I32, {kRows, 2}}};
  model->Add(kProbe, kRows, {Output(0, 8 * kRows)});
  std::string bytes = model->Bytes();
  ModelPtr opened = Open(bytes);
  for (uint32_t threads : {1, 2, 3}) {
    SessionPtr session = MakeSession(opened, threads);
    std::set<uint32_t> seen;
    for (Patience patience; seen.size() < threads && patience.Lasts();) {
      std::vector<uint32_t> y(kRows * 2);
      aic_output out = {y.data(), 8 * kRows};
      ASSERT_EQ(aic_session_run(session.get(), nullptr, 0, &out, 1), AIC_OK) << aic_last_error();
      for (int r = 0; r < kRows; ++r) {
        ASSERT_LT(y[2 * r], threads);
        ASSERT_EQ(y[2 * r + 1], threads);
        seen.insert(y[2 * r]);
      }
    }
    // Every thread that was asked for did some of the work, sooner or later.
    EXPECT_EQ(seen.size(), threads);
  }
}

// As many bytes as it says, which no other thread has; as many as the entry needs that needs most.
TEST(Threads, WorkersHaveScratchMemoryOfTheirOwn) {
  auto model = EmptyModel();
  model->content.entries[0].outputs = {{"y", artifact::ElementType::I32, {kRows, 2}}};
  model->Add(kProbe, kRows, {Output(0, 8 * kRows)});
  model->program().scratchBytes = 64;
  model->content.entries.push_back(model->content.entries[0]);
  model->content.entries[1].name = "more";
  model->target().programs.push_back(model->program());
  model->target().programs[1].scratchBytes = 4160;
  std::string bytes = model->Bytes();
  ModelPtr opened = Open(bytes);
  aic_plan_info plan;
  ASSERT_EQ(aic_model_entry_plan(opened.get(), 0, 1, &plan), AIC_OK);
  EXPECT_EQ(plan.scratch_bytes, 4160u);
  for (uint32_t threads : {1, 2, 3}) {
    SessionPtr session = MakeSession(opened, threads);
    aic_session_info info;
    ASSERT_EQ(aic_session_describe(session.get(), &info), AIC_OK);
    EXPECT_EQ(info.device_bytes, 3 * kTensorBytes + threads * 8192); // whole pages
    std::set<uint32_t> seen;
    for (Patience patience; seen.size() < threads && patience.Lasts();)
      for (uint32_t entry : {0, 1}) {
        std::vector<uint32_t> y(kRows * 2);
        aic_output out = {y.data(), 8 * kRows};
        ASSERT_EQ(aic_session_run_entry(session.get(), entry, nullptr, 0, &out, 1), AIC_OK)
            << aic_last_error();
        for (int r = 0; r < kRows; ++r) {
          ASSERT_EQ(y[2 * r + 1], threads + 65536);
          seen.insert(y[2 * r]);
        }
      }
    EXPECT_EQ(seen.size(), threads);
  }
}

TEST(Threads, ASleepingTeamWakesForTheNextDispatch) {
  // The first dispatch gathers the team, the second sends it to sleep, the third is to be shared again.
  auto model = EmptyModel();
  model->content.entries[0].outputs = {{"before", artifact::ElementType::I32, {kRows, 2}},
                                       {"after", artifact::ElementType::I32, {kRows, 2}}};
  model->Add(kProbe, kRows, {Output(0, 8 * kRows)});
  model->Add(kSlow, 1, {ReadArena(0), WriteArena(kTensorBytes)});
  model->Add(kProbe, kRows, {Output(1, 8 * kRows)});
  std::string bytes = model->Bytes();
  ModelPtr opened = Open(bytes);
  SessionPtr session = MakeSession(opened, 2);
  bool shared = false;
  for (Patience patience; !shared && patience.Lasts();) {
    std::vector<uint32_t> before(kRows * 2), after(kRows * 2);
    aic_output out[] = {{before.data(), 8 * kRows}, {after.data(), 8 * kRows}};
    ASSERT_EQ(aic_session_run(session.get(), nullptr, 0, out, 2), AIC_OK) << aic_last_error();
    bool gathered = false;
    for (int r = 0; r < kRows; ++r) {
      gathered |= before[2 * r] == 1;
      shared |= after[2 * r] == 1;
    }
    shared &= gathered; // Else it was gathered by the third.
  }
  EXPECT_TRUE(shared);
}

TEST(Threads, MoreThreadsThanCpusIsNotMuchSlower) {
  std::string bytes = ChainModel(200)->Bytes();
  ModelPtr model = Open(bytes);
  std::vector<float> x = ChainInput();
  ChainResult result;
  auto milliseconds = [&](uint32_t threads) {
    SessionPtr session = MakeSession(model, threads);
    double best = 1e9;
    for (int round = 0; round < 20; ++round) {
      auto start = std::chrono::steady_clock::now();
      EXPECT_EQ(RunChain(session.get(), x, &result), AIC_OK);
      best = std::min(
          best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    return best;
  };
  double one = milliseconds(1), many = milliseconds(4 * std::max(2u, std::thread::hardware_concurrency()));
  // 201 barriers with nearly nothing between them. A barrier that waited for threads that have no CPU would
  // cost a scheduler's slice each: hundreds of milliseconds. The bound is wide, for a machine that others use
  // too.
  EXPECT_LT(many, 20 * one + 50);
}

// ThreadSanitizer ends a process that starts threads after a fork with threads.
#if !defined(__SANITIZE_THREAD__) && !(defined(__has_feature) && __has_feature(thread_sanitizer))
TEST(Threads, AForkedChildRuns) {
  std::string bytes = ChainModel()->Bytes();
  ModelPtr model = Open(bytes);
  SessionPtr session = MakeSession(model, 3);
  std::vector<float> x = ChainInput();
  ChainResult expected = ComputeChain(x), result;
  ASSERT_EQ(RunChain(session.get(), x, &result), AIC_OK);
  pid_t child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    alarm(20);
    ChainResult again;
    if (RunChain(session.get(), x, &again) != AIC_OK || again.y != expected.y)
      _exit(1);
    aic_session* fresh;
    if (aic_session_create(model.get(), 4, &fresh) != AIC_OK)
      _exit(2);
    for (int i = 0; i < 10; ++i)
      if (RunChain(fresh, x, &again) != AIC_OK || again.y != expected.y)
        _exit(3);
    aic_session_close(fresh);
    session.reset();
    _exit(0);
  }
  int status = -1;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0);
  ASSERT_EQ(RunChain(session.get(), x, &result), AIC_OK); // The parent is as it was.
  EXPECT_EQ(result.y, expected.y);
}
#endif

} // namespace
} // namespace aic::test
