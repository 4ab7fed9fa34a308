// How a team's threads share the workgroups of a loop: each runs once, whoever comes, is late or never comes.
#include "runtime/cpu/Team.h"

#include "gtest/gtest.h"
#include <algorithm>
#include <chrono>
#include <thread>
#include <vector>

namespace aic::runtime::cpu {
namespace {

/// Waits for `condition`; false after 20 s. On a machine that others use too, a thread gets a CPU late.
template <typename Condition> bool Await(Condition condition) {
  auto end = std::chrono::steady_clock::now() + std::chrono::seconds(120);
  while (!condition()) {
    if (std::chrono::steady_clock::now() > end)
      return false;
    std::this_thread::yield();
  }
  return true;
}

/// What the kernels below are given. Not atomic where a workgroup has it alone: ThreadSanitizer sees when two
/// have it, or when a loop ends too soon.
struct Board {
  std::vector<uint32_t> runs;              ///< Per workgroup.
  std::vector<uint32_t> by;                ///< The thread that ran it last.
  std::atomic<uint32_t> arrived{0};        ///< Threads in their first workgroup.
  std::atomic<uint32_t> first{UINT32_MAX}; ///< The first workgroup of a pool thread.
  std::atomic<uint32_t> callers{0};        ///< Workgroups that the caller has run.
  std::atomic<bool> open{false}, helped{false};

  explicit Board(uint32_t workgroups) : runs(workgroups), by(workgroups) {}
};

Board& Of(void* const* buffers) {
  return *static_cast<Board*>(buffers[0]);
}

int32_t Count(void* const* buffers, uint32_t group, const aic_kernel_env* env) {
  ++Of(buffers).runs[group];
  Of(buffers).by[group] = env->worker;
  return AIC_KERNEL_OK;
}

LoopResult RunOn(Team& team, Board& board, aic_kernel_fn kernel, uint32_t steps = 1) {
  void* buffers[] = {&board};
  return team.Run({kernel, buffers, static_cast<uint32_t>(board.runs.size()), steps});
}

class Claims : public testing::TestWithParam<uint32_t> {
protected:
  void SetUp() override { ASSERT_EQ(use.Begin(GetParam(), false), AIC_OK); }

  /// A loop, each of whose workgroups is to run once a step.
  void RunLoop(Team& team, uint32_t workgroups, uint32_t steps) {
    Board board(workgroups);
    ASSERT_EQ(RunOn(team, board, Count, steps).code, AIC_KERNEL_OK);
    for (uint32_t group = 0; group < workgroups; ++group) {
      ASSERT_EQ(board.runs[group], steps) << "workgroup " << group << " of " << workgroups;
      ASSERT_LT(board.by[group], std::min(workgroups, team.threads()));
    }
  }

  PoolUse use;
};

TEST_P(Claims, EachWorkgroupRunsOnceInManyLoopsInARow) {
  Team team(GetParam());
  for (uint32_t loop = 0; loop < 5000; ++loop) {
    // More than a word has room for, and all small numbers.
    const uint32_t workgroups = loop % 500 == 499 ? 1000 + loop : 1 + loop * 7 % 50;
    ASSERT_NO_FATAL_FAILURE(RunLoop(team, workgroups, /*steps=*/loop % 7 == 6 && workgroups < 200 ? 3 : 1));
    if (loop % 100 == 99)
      team.EndRun();
  }
}

TEST_P(Claims, EachWorkgroupRunsOnceWhenNumbersStartAgain) {
  for (uint32_t before = 0; before < 20; ++before) {
    Team team(GetParam(), Team::kLastLoop - before);
    for (uint32_t loop = 0; loop < 30; ++loop)
      ASSERT_NO_FATAL_FAILURE(RunLoop(team, 1 + loop, loop % 3 == 2 ? 2 : 1));
  }
}

/// Holds those who come here until the board is open.
int32_t Hold(void* const* buffers, uint32_t, const aic_kernel_env*) {
  ++Of(buffers).arrived;
  return Await([&] { return Of(buffers).open.load(); }) ? AIC_KERNEL_OK : 1;
}

TEST_P(Claims, TheCallerRunsThoseOfThreadsThatNeverCome) {
  Board held(GetParam());
  Team holder(GetParam()), team(GetParam());
  std::thread other([&] { EXPECT_EQ(RunOn(holder, held, Hold).code, AIC_KERNEL_OK); });
  EXPECT_TRUE(Await([&] { return held.arrived == GetParam(); })); // The other team has all of the pool.
  for (uint32_t workgroups : {2, 7, 64, 1024, 3000})
    for (uint32_t steps : {1, 2}) {
      Board board(steps > 1 ? workgroups % 256 + 2 : workgroups);
      ASSERT_EQ(RunOn(team, board, Count, steps).code, AIC_KERNEL_OK);
      EXPECT_EQ(board.runs, std::vector<uint32_t>(board.runs.size(), steps));
      EXPECT_EQ(board.by, std::vector<uint32_t>(board.runs.size(), 0));
    }
  held.open = true;
  other.join();
}

int32_t Note(void* const* buffers, uint32_t group, const aic_kernel_env* env) {
  static_cast<std::vector<std::pair<uint32_t, uint32_t>>*>(buffers[0])->push_back({env->step, group});
  return group == 1 ? 5 : AIC_KERNEL_OK;
}

/// What a step read last, the next one reads first; the failure that is told is the first workgroup's still.
TEST(Alone, StepsGoThereAndBack) {
  std::vector<std::pair<uint32_t, uint32_t>> order,
      expected = {{0, 0}, {0, 1}, {0, 2}, {1, 2}, {1, 1}, {1, 0}, {2, 0}, {2, 1}, {2, 2}};
  Team team(1);
  void* buffers[] = {&order};
  LoopResult result = team.Run({Note, buffers, /*workgroups=*/3, /*steps=*/3});
  EXPECT_EQ(order, expected);
  EXPECT_EQ(result.code, 5);
  EXPECT_EQ(result.workgroup, 1u);
}

INSTANTIATE_TEST_SUITE_P(Threads, Claims, testing::Values(1, 2, 3, 8), testing::PrintToStringParamName());

/// Keeps both threads of a team in their first workgroups until the other is there too.
int32_t Meet(void* const* buffers, uint32_t group, const aic_kernel_env* env) {
  Board& board = Of(buffers);
  uint32_t none = UINT32_MAX;
  if (env->worker == 0 ? group == 0 : board.first.compare_exchange_strong(none, group)) {
    ++board.arrived;
    if (!Await([&] { return board.arrived == 2; }))
      return 1;
  }
  return Count(buffers, group, env);
}

TEST(TwoThreads, APoolThreadBeginsWithTheRangeThatItOwns) {
  PoolUse use;
  ASSERT_EQ(use.Begin(2, false), AIC_OK);
  Team team(2);
  for (uint32_t workgroups : {2, 3, 16, 1000, 3000}) {
    Board board(workgroups);
    ASSERT_EQ(RunOn(team, board, Meet).code, AIC_KERNEL_OK);
    // In units, of which there are at most 1,023.
    EXPECT_NEAR(board.first, workgroups / 2, workgroups / 1000);
    EXPECT_EQ(board.runs, std::vector<uint32_t>(workgroups, 1));
    EXPECT_EQ(board.by[0], 0u);
    EXPECT_EQ(board.by[board.first], 1u);
  }
}

/// A pool thread stays in its first workgroup until the caller has run all but what that thread can have
/// claimed: half of its range, which is half of all.
int32_t Linger(void* const* buffers, uint32_t group, const aic_kernel_env* env) {
  Board& board = Of(buffers);
  const uint32_t workgroups = board.runs.size();
  if (env->worker == 0)
    ++board.callers;
  else if (!board.helped.exchange(true) &&
           !Await([&] { return board.callers >= workgroups - workgroups / 4; }))
    return 1;
  return Count(buffers, group, env);
}

TEST(TwoThreads, WhatALateThreadHasNotClaimedIsTaken) {
  PoolUse use;
  ASSERT_EQ(use.Begin(2, false), AIC_OK);
  Team team(2);
  EXPECT_TRUE(Await([&] {
    Board board(64);
    EXPECT_EQ(RunOn(team, board, Linger).code, AIC_KERNEL_OK);
    EXPECT_EQ(board.runs, std::vector<uint32_t>(64, 1));
    return board.helped.load();
  }));
}

} // namespace
} // namespace aic::runtime::cpu
