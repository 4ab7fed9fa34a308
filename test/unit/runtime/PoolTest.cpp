// The pool's threads as the rest of the process sees them: when they live, on which CPUs, with which signals.
#include "runtime/cpu/Cpus.h"
#include "runtime/cpu/Team.h"
#include "test/unit/runtime/TestModel.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <chrono>
#include <dirent.h>
#include <filesystem>
#include <fstream>
#include <sched.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#if defined(__SANITIZE_THREAD__) || (defined(__has_feature) && __has_feature(thread_sanitizer))
constexpr bool kThreadSanitizer = true;
#else
constexpr bool kThreadSanitizer = false;
#endif

namespace aic::test {
namespace {

/// The ids of the pool's threads.
std::vector<pid_t> PoolThreads() {
  std::vector<pid_t> threads;
  for (const auto& task : std::filesystem::directory_iterator("/proc/self/task")) {
    std::string name;
    std::getline(std::ifstream(task.path() / "comm"), name);
    if (name == "aic-worker")
      threads.push_back(std::stoi(task.path().filename()));
  }
  return threads;
}

/// Waits until the pool has `count` threads by the system's account, which lags behind pthread_join's.
size_t AwaitPoolThreads(size_t count) {
  auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (PoolThreads().size() != count && std::chrono::steady_clock::now() < end)
    std::this_thread::yield();
  return PoolThreads().size();
}

/// Runs in a child process. Its exit code; -signal if one killed it.
template <typename Body> int InChild(Body body) {
  pid_t child = fork();
  if (child == 0) {
    alarm(60);
    _exit(body());
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

class Pool : public testing::Test {
protected:
  std::string bytes = ChainModel()->Bytes();
  ModelPtr model = Open(bytes);
  std::vector<float> x = ChainInput();

  bool Runs(const SessionPtr& session) {
    ChainResult result;
    return RunChain(session.get(), x, &result) == AIC_OK && result.y == ComputeChain(x).y;
  }
};

TEST_F(Pool, EndsWithTheLastSession) {
  EXPECT_EQ(AwaitPoolThreads(0), 0u);
  for (int i = 0; i < 3; ++i) {
    SessionPtr one = MakeSession(model, 1);
    EXPECT_EQ(PoolThreads().size(), 0u);
    SessionPtr three = MakeSession(model, 3), five = MakeSession(model, 5), two = MakeSession(model, 2);
    EXPECT_EQ(PoolThreads().size(), 4u);
    EXPECT_TRUE(Runs(three) && Runs(five) && Runs(two) && Runs(one));
    five.reset();
    three.reset();
    EXPECT_EQ(PoolThreads().size(), 4u);
    EXPECT_TRUE(Runs(two));
    two.reset();
    EXPECT_EQ(AwaitPoolThreads(0), 0u);
    EXPECT_TRUE(Runs(one));
  }
}

TEST_F(Pool, SessionsOfManyThreadsComeAndGo) {
  std::atomic<int> wrong{0};
  std::vector<std::thread> callers;
  for (uint32_t caller = 0; caller < 4; ++caller)
    callers.emplace_back([&, caller] {
      for (uint32_t i = 0; i < 50; ++i) {
        SessionPtr session = MakeSession(model, 1 + (caller + i) % 4);
        wrong += !Runs(session);
      }
    });
  for (std::thread& caller : callers)
    caller.join();
  EXPECT_EQ(wrong, 0);
  EXPECT_EQ(AwaitPoolThreads(0), 0u);
}

TEST_F(Pool, IsScheduledAsTheProcessIsNotAsTheThreadThatStartsIt) {
  cpu_set_t process;
  ASSERT_EQ(sched_getaffinity(0, sizeof(process), &process), 0);
  const int policy = sched_getscheduler(0);
  std::thread([&] {
    cpu_set_t own;
    CPU_ZERO(&own);
    for (int cpu = 0; cpu < CPU_SETSIZE && CPU_COUNT(&own) == 0; ++cpu)
      if (CPU_ISSET(cpu, &process))
        CPU_SET(cpu, &own);
    sched_param none = {};
    ASSERT_EQ(sched_setaffinity(0, sizeof(own), &own), 0);
    ASSERT_EQ(sched_setscheduler(0, SCHED_BATCH, &none), 0);
    SessionPtr session = MakeSession(model, 3);
    ASSERT_TRUE(Runs(session));
    std::vector<pid_t> threads = PoolThreads();
    EXPECT_EQ(threads.size(), 2u);
    for (pid_t thread : threads) {
      // It does so itself, when it begins to run.
      auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
      while (sched_getscheduler(thread) != policy && std::chrono::steady_clock::now() < end)
        std::this_thread::yield();
      EXPECT_EQ(sched_getscheduler(thread), policy);
      cpu_set_t cpus;
      EXPECT_EQ(sched_getaffinity(thread, sizeof(cpus), &cpus), 0);
      EXPECT_TRUE(CPU_EQUAL(&cpus, &process));
    }
    // As many as the thread's own CPUs, if it does not say.
    SessionPtr automatic = MakeSession(model, 0);
    EXPECT_EQ(aic_session_threads(automatic.get()), 1u);
  }).join();
}

TEST_F(Pool, TakesTheSchedulingThatTheProcessWasGiven) {
  if (kThreadSanitizer)
    GTEST_SKIP() << "starts threads after a fork";
  EXPECT_EQ(InChild([&] {
              cpu_set_t one;
              CPU_ZERO(&one);
              CPU_SET(sched_getcpu(), &one);
              sched_param none = {};
              if (sched_setaffinity(0, sizeof(one), &one) || sched_setscheduler(0, SCHED_BATCH, &none))
                return 1;
              SessionPtr session = MakeSession(model, 2);
              if (!Runs(session))
                return 2;
              cpu_set_t cpus;
              for (pid_t thread : PoolThreads())
                if (sched_getscheduler(thread) != SCHED_BATCH ||
                    sched_getaffinity(thread, sizeof(cpus), &cpus) || !CPU_EQUAL(&cpus, &one))
                  return 3;
              return PoolThreads().size() == 1 ? 0 : 4;
            }),
            0);
}

TEST_F(Pool, LeavesSignalsToTheHostButFaultsToItself) {
  SessionPtr session = MakeSession(model, 2);
  ASSERT_TRUE(Runs(session));
  ASSERT_EQ(PoolThreads().size(), 1u);
  const std::string path = "/proc/self/task/" + std::to_string(PoolThreads()[0]) + "/status";
  uint64_t blocked = ~uint64_t(0); // So it is for a moment, until the thread begins to run.
  auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while ((blocked >> (SIGSEGV - 1) & 1) && std::chrono::steady_clock::now() < end) {
    std::ifstream status(path);
    for (std::string line; std::getline(status, line);)
      if (line.rfind("SigBlk:", 0) == 0)
        blocked = std::stoull(line.substr(7), nullptr, 16);
  }
  auto blocks = [&](int signal) { return (blocked >> (signal - 1) & 1) != 0; };
  for (int fault : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGSYS, SIGTRAP, SIGABRT})
    EXPECT_FALSE(blocks(fault)) << fault;
  for (int other : {SIGINT, SIGTERM, SIGHUP, SIGUSR1, SIGUSR2, SIGALRM, SIGCHLD, SIGPIPE, SIGRTMAX})
    EXPECT_TRUE(blocks(other)) << other;
}

int32_t FaultUnlessTheCaller(void* const*, uint32_t, const aic_kernel_env* env) {
  if (env->worker != 0)
    __builtin_trap();
  return AIC_KERNEL_OK;
}

TEST_F(Pool, AFaultInItReachesTheHandler) {
  if (kThreadSanitizer)
    GTEST_SKIP() << "starts threads after a fork";
  EXPECT_EQ(InChild([&] {
              struct sigaction action = {};
              action.sa_handler = [](int) { _exit(42); };
              sigaction(SIGILL, &action, nullptr);
              sigaction(SIGTRAP, &action, nullptr);
              runtime::cpu::PoolUse use;
              if (use.Begin(2, false) != AIC_OK)
                return 1;
              runtime::cpu::Team team(2);
              for (;;) // until the alarm
                team.Run({FaultUnlessTheCaller, nullptr, 1000, 1});
            }),
            42);
}

TEST_F(Pool, AutomaticMeansAsManyThreadsAsCanBeStarted) {
  if (kThreadSanitizer)
    GTEST_SKIP() << "starts threads after a fork";
  EXPECT_EQ(InChild([&] {
              // root has no such limit.
              if (geteuid() == 0 && (setgid(65534) || setuid(65534)))
                return 1;
              rlimit none = {0, 0};
              if (setrlimit(RLIMIT_NPROC, &none))
                return 2;
              aic_session* session = nullptr;
              if (aic_session_create(model.get(), 2, &session) != AIC_SYSTEM || session ||
                  !strstr(aic_last_error(), "thread 2 of 2 cannot be started"))
                return 3;
              SessionPtr automatic = MakeSession(model, 0);
              return aic_session_threads(automatic.get()) == 1 && Runs(automatic) ? 0 : 4;
            }),
            0);
}

TEST_F(Pool, AFailureLeavesNoThreads) {
  if (kThreadSanitizer)
    GTEST_SKIP() << "starts threads after a fork";
  EXPECT_EQ(InChild([&] {
              if (geteuid() != 0 || setgid(65534) || setuid(65532)) // A user who has no other processes.
                return 0;
              rlimit few = {4, 4};
              if (setrlimit(RLIMIT_NPROC, &few))
                return 2;
              aic_session* session = nullptr;
              if (aic_session_create(model.get(), 9, &session) != AIC_SYSTEM)
                return 3;
              if (AwaitPoolThreads(0) != 0)
                return 4;
              runtime::cpu::PoolUse use;
              if (use.Begin(9, /*orFewer=*/true) != AIC_OK || use.threads() < 2 || use.threads() > 4)
                return 5;
              SessionPtr two = MakeSession(model, 2);
              return Runs(two) ? 0 : 6;
            }),
            0);
}

/// A folder with control groups' files.
class Quota : public testing::Test {
protected:
  void SetUp() override {
    char name[] = "/tmp/aic-quota-XXXXXX";
    ASSERT_NE(mkdtemp(name), nullptr);
    root = name;
  }
  void TearDown() override { std::filesystem::remove_all(root); }

  void Write(const std::string& path, const std::string& text) {
    std::filesystem::create_directories((root / path).parent_path());
    std::ofstream(root / path) << text << "\n";
  }
  uint32_t Read() { return runtime::cpu::CpuQuota((root / "self").c_str(), (root / "cgroup").c_str()); }

  std::filesystem::path root;
};

TEST_F(Quota, NoneWhereNothingIsSaid) {
  EXPECT_EQ(Read(), 0u);
  Write("self", "0::/");
  EXPECT_EQ(Read(), 0u);
  Write("cgroup/cpu.max", "max 100000");
  EXPECT_EQ(Read(), 0u);
  Write("self", "nonsense\n::\n:\n0::/a/../b\n7:cpuset:/\n0::" + std::string(5000, 'a'));
  Write("cgroup/cpu.max", "50000 100000");
  EXPECT_EQ(Read(), 0u);
}

TEST_F(Quota, OfVersion2IsTheLeastOnTheWayUp) {
  Write("self", "0::/user/service");
  Write("cgroup/user/service/cpu.max", "max 100000");
  Write("cgroup/user/cpu.max", "250000 100000");
  EXPECT_EQ(Read(), 3u); // Rounded up.
  Write("cgroup/user/service/cpu.max", "200000 100000");
  EXPECT_EQ(Read(), 2u);
  Write("cgroup/user/service/cpu.max", "10000 100000");
  EXPECT_EQ(Read(), 1u);
}

TEST_F(Quota, OfAContainerIsAtTheMount) {
  Write("self", "0::/docker/of/the/host");
  Write("cgroup/cpu.max", "400000 100000");
  EXPECT_EQ(Read(), 4u);
}

TEST_F(Quota, OfVersion1) {
  Write("self", "9:cpuset:/\n4:cpu,cpuacct:/docker/1\n0::/");
  Write("cgroup/cpu/cpu.cfs_period_us", "100000");
  Write("cgroup/cpu/cpu.cfs_quota_us", "-1");
  EXPECT_EQ(Read(), 0u);
  Write("cgroup/cpu/cpu.cfs_quota_us", "150000");
  EXPECT_EQ(Read(), 2u);
}

} // namespace
} // namespace aic::test
