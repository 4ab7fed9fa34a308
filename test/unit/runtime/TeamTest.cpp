// Teams whose pool threads lose their CPU with a claim in their hands. A thread that sleeps in a kernel is
// such a one to the others.
#include "runtime/cpu/Team.h"

#include "runtime/cpu/Cpus.h"

#include "gtest/gtest.h"
#include <chrono>
#include <ctime>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace aic::runtime::cpu {
namespace {

/// For tests that wait for another thread to get a CPU: on a machine that others use too, that takes a while.
class Patience {
public:
  bool Lasts() const { return std::chrono::steady_clock::now() < end_; }

private:
  std::chrono::steady_clock::time_point end_ = std::chrono::steady_clock::now() + std::chrono::seconds(20);
};

constexpr uint32_t kGroups = 8, kSteps = 200;

struct State {
  std::atomic<uint32_t> sleepMicroseconds{0}; ///< What a pool thread sleeps in a workgroup,
  std::atomic<uint32_t> oneIn{1};             ///< in one of so many.
  std::atomic<uint32_t> helped{0};            ///< Workgroups that pool threads ran.
  uint64_t y[kSteps + 1][kGroups] = {};
};

void Work() {
  volatile uint32_t work = 0;
  for (uint32_t i = 0; i < 1000; ++i)
    work = work + i;
}

/// y[step + 1][group] from all of y[step]: wrong if a step begins too soon, or a workgroup is run twice.
int32_t Recur(void* const* buffers, uint32_t group, const aic_kernel_env* env) {
  State& state = *static_cast<State*>(buffers[0]);
  uint64_t sum = 0;
  for (uint64_t value : state.y[env->step])
    sum = sum * 31 + value;
  Work();
  if (env->worker != 0) {
    uint32_t count = state.helped.fetch_add(1), micros = state.sleepMicroseconds;
    timespec time = {0, static_cast<long>(micros) * 1000};
    if (micros && count % state.oneIn == 0)
      nanosleep(&time, nullptr);
  }
  state.y[env->step + 1][group] += sum + group;
  return AIC_KERNEL_OK;
}

class Teams : public testing::TestWithParam<uint32_t> {
protected:
  void SetUp() override {
    for (uint32_t step = 0; step < GetParam(); ++step)
      for (uint32_t group = 0; group < kGroups; ++group) {
        uint64_t sum = 0;
        for (uint64_t value : expected[step])
          sum = sum * 31 + value;
        expected[step + 1][group] = sum + group;
      }
  }

  /// A run of a few loops. Checks what they compute.
  void Run(Team& team) {
    void* buffers[] = {&state};
    for (int i = 0; i < 5; ++i) {
      for (auto& row : state.y)
        std::fill(std::begin(row), std::end(row), 0);
      ASSERT_EQ(team.Run({Recur, buffers, kGroups, GetParam()}).code, AIC_KERNEL_OK);
      for (uint32_t step = 0; step <= GetParam(); ++step)
        for (uint32_t group = 0; group < kGroups; ++group)
          ASSERT_EQ(state.y[step][group], expected[step][group]) << step << " " << group;
    }
    team.EndRun();
  }

  uint64_t expected[kSteps + 1][kGroups] = {};
  State state;
};

TEST_P(Teams, LeaveAThreadThatDoesNotRunAndTryAgainLater) {
  PoolUse use;
  ASSERT_EQ(use.Begin(2, false), AIC_OK);
  Team team(2);
  for (int round = 0; round < 3; ++round) {
    state.sleepMicroseconds = 5000;
    auto begin = std::chrono::steady_clock::now();
    for (Patience patience; team.threadsInUse() == 2 && patience.Lasts();) {
      begin = std::chrono::steady_clock::now();
      Run(team);
    }
    ASSERT_EQ(team.threadsInUse(), 1u);
    // Alone from some time in that run on, for ten times what was lost, which was 5 ms at least: if both took
    // longer, as under ThreadSanitizer on a busy machine, there may have been help again.
    uint32_t helped = state.helped;
    Run(team);
    if (std::chrono::steady_clock::now() - begin < std::chrono::milliseconds(50))
      EXPECT_EQ(state.helped, helped);
    else
      helped = state.helped;
    state.sleepMicroseconds = 0;
    for (Patience patience; state.helped == helped && patience.Lasts();)
      Run(team);
    EXPECT_GT(state.helped, helped);
  }
}

TEST_P(Teams, ComputeTheSameWhateverStops) {
  for (uint32_t threads : {2, 3, 5}) {
    PoolUse use;
    ASSERT_EQ(use.Begin(threads, false), AIC_OK);
    Team team(threads);
    for (uint32_t micros : {1, 100, 1000}) {
      state.sleepMicroseconds = micros;
      state.oneIn = micros;
      for (int i = 0; i < 10; ++i)
        Run(team);
    }
  }
}

/// Busy processes, as long as it lives.
class Neighbours {
public:
  explicit Neighbours(uint32_t count) {
    for (uint32_t i = 0; i < count; ++i) {
      pid_t child = fork();
      if (child > 0)
        children_.push_back(child);
      else if (child == 0)
        Compute();
    }
  }
  ~Neighbours() {
    for (pid_t child : children_) {
      kill(child, SIGKILL);
      waitpid(child, nullptr, 0);
    }
  }

private:
  [[noreturn]] static void Compute() {
    alarm(30);
    for (;;)
      Work();
  }
  std::vector<pid_t> children_;
};

TEST_P(Teams, AreNotMuchSlowerThanTheCallerBesideBusyNeighbours) {
  PoolUse use;
  ASSERT_EQ(use.Begin(2, false), AIC_OK);
  Team one(1), two(2);
  Neighbours neighbours(3 * PoolCpus());
  auto seconds = [&](Team& team) {
    auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < 1000 / static_cast<int>(GetParam()) / 5; ++i)
      Run(team);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  double alone = 0, shared = 0;
  for (int round = 0; round < 3; ++round) { // The machine's other users come and go.
    alone += seconds(one);
    shared += seconds(two);
  }
  // Where threads waited for such as have no CPU, this was a hundred times as long.
  EXPECT_LT(shared, 10 * alone);
}

INSTANTIATE_TEST_SUITE_P(Loops, Teams, testing::Values(1, 2, kSteps),
                         [](const auto& info) { return "Steps" + std::to_string(info.param); });

} // namespace
} // namespace aic::runtime::cpu
