// What a host may say of the runtime's threads (aic_set_threading): who starts them, where they run, how long
// they wait, when they end, and that its own pool does their work.
#include "runtime/cpu/Futex.h"
#include "runtime/cpu/Team.h"
#include "test/unit/runtime/TestModel.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <algorithm>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sched.h>
#include <thread>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace aic::test {
namespace {

using testing::HasSubstr;

template <typename Condition> bool Await(Condition condition) {
  auto end = std::chrono::steady_clock::now() + std::chrono::seconds(120);
  while (!condition()) {
    if (std::chrono::steady_clock::now() > end)
      return false;
    std::this_thread::sleep_for(std::chrono::microseconds(100));
  }
  return true;
}

/// The ids of this process's threads that are called so.
std::vector<pid_t> Named(const std::string& wanted) {
  std::vector<pid_t> threads;
  std::error_code ended;
  for (const auto& task : std::filesystem::directory_iterator("/proc/self/task", ended)) {
    std::string name;
    std::getline(std::ifstream(task.path() / "comm"), name);
    if (name == wanted)
      threads.push_back(std::stoi(task.path().filename()));
  }
  return threads;
}

/// 'R': it runs or wants to; 'S': it sleeps.
char StateOf(pid_t thread) {
  std::string line;
  std::getline(std::ifstream("/proc/self/task/" + std::to_string(thread) + "/stat"), line);
  const size_t behindName = line.rfind(") ");
  return behindName == std::string::npos ? '?' : line[behindName + 2];
}

class Threading : public testing::Test {
protected:
  void TearDown() override { EXPECT_EQ(aic_set_threading(nullptr), AIC_OK) << aic_last_error(); }

  static aic_threading Said() {
    aic_threading said;
    aic_threading_init(&said);
    return said;
  }
  bool Runs(const SessionPtr& session) {
    ChainResult result;
    return RunChain(session.get(), x, &result) == AIC_OK && result.y == ComputeChain(x).y;
  }

  std::string bytes = ChainModel()->Bytes();
  ModelPtr model = Open(bytes);
  std::vector<float> x = ChainInput();
};

TEST_F(Threading, RefusesWhatCannotBe) {
  auto refuses = [&](const char* words, const std::function<void(aic_threading&)>& change) {
    aic_threading said = Said();
    change(said);
    EXPECT_EQ(aic_set_threading(&said), AIC_INVALID_ARGUMENT) << words;
    EXPECT_THAT(aic_last_error(), HasSubstr(words));
  };
  const uint32_t tooMany[] = {0, 1024};
  refuses("join is NULL",
          [](auto& said) { said.create = [](void*, void* (*)(void*), void*, size_t, void**) { return 0; }; });
  refuses("create is NULL", [](auto& said) { said.join = [](void*, void*) {}; });
  refuses("cpus is NULL, and cpu_count 2", [](auto& said) { said.cpu_count = 2; });
  refuses("no CPU 1024", [&](auto& said) {
    said.cpu_count = 2;
    said.cpus = tooMany;
  });
  refuses("\"sixteen-letters!\" has more than 15 bytes", [](auto& said) { said.name = "sixteen-letters!"; });
  refuses("struct_bytes is 8", [](auto& said) { said.struct_bytes = 8; });
  SessionPtr session = MakeSession(model, 2);
  EXPECT_EQ(Named("aic-worker").size(), 1u); // All is as it was.
}

TEST_F(Threading, IsSaidBeforeThereAreThreads) {
  aic_threading said = Said();
  SessionPtr one = MakeSession(model, 1);
  EXPECT_EQ(aic_set_threading(&said), AIC_OK);
  SessionPtr two = MakeSession(model, 2);
  EXPECT_EQ(aic_set_threading(&said), AIC_BUSY);
  EXPECT_EQ(aic_set_threading(nullptr), AIC_BUSY);
  two.reset();
  EXPECT_EQ(aic_set_threading(&said), AIC_OK);
}

TEST_F(Threading, NamesAndPlacesThreads) {
  cpu_set_t mine, wanted;
  ASSERT_EQ(sched_getaffinity(0, sizeof(mine), &mine), 0);
  uint32_t last = 0;
  for (uint32_t cpu = 0; cpu < CPU_SETSIZE; ++cpu)
    if (CPU_ISSET(cpu, &mine))
      last = cpu;
  CPU_ZERO(&wanted);
  CPU_SET(last, &wanted);
  {
    std::string name = "host-pool"; // Neither it nor the list is needed afterwards.
    std::vector<uint32_t> cpus = {last, last};
    aic_threading said = Said();
    said.name = name.c_str();
    said.cpus = cpus.data();
    said.cpu_count = 2;
    ASSERT_EQ(aic_set_threading(&said), AIC_OK);
  }
  SessionPtr session = MakeSession(model, 3);
  EXPECT_TRUE(Runs(session));
  const std::vector<pid_t> threads = Named("host-pool");
  EXPECT_EQ(threads.size(), 2u);
  EXPECT_TRUE(Named("aic-worker").empty());
  for (pid_t thread : threads)
    EXPECT_TRUE(Await([&] {
      cpu_set_t cpus;
      return sched_getaffinity(thread, sizeof(cpus), &cpus) == 0 && CPU_EQUAL(&cpus, &wanted);
    }));
  // Who does not say how many gets no more than there are CPUs for.
  SessionPtr automatic = MakeSession(model, 0);
  EXPECT_EQ(aic_session_threads(automatic.get()), 1u);
}

/// A host that counts its threads.
struct Host {
  std::atomic<int> started{0}, joined{0};
  int most = 1000;

  static int Create(void* user, void* (*body)(void*), void* argument, size_t stackBytes, void** thread) {
    auto& host = *static_cast<Host*>(user);
    EXPECT_GE(stackBytes, size_t(1) << 20);
    if (host.started - host.joined == host.most)
      return EAGAIN;
    ++host.started;
    *thread = new std::thread([=] { body(argument); });
    return 0;
  }
  static void Join(void* user, void* thread) {
    auto* mine = static_cast<std::thread*>(thread);
    mine->join();
    delete mine;
    ++static_cast<Host*>(user)->joined;
  }
};

TEST_F(Threading, HooksStartAndJoinThem) {
  Host host;
  aic_threading said = Said();
  said.user = &host;
  said.create = Host::Create;
  said.join = Host::Join;
  ASSERT_EQ(aic_set_threading(&said), AIC_OK);
  for (int life = 1; life <= 2; ++life) {
    SessionPtr three = MakeSession(model, 3), four = MakeSession(model, 4);
    EXPECT_EQ(host.started, 3 * life);
    for (int i = 0; i < 20; ++i)
      EXPECT_TRUE(Runs(three) && Runs(four));
    EXPECT_TRUE(Named("aic-worker").empty());
    three.reset();
    four.reset();
    EXPECT_EQ(host.joined, 3 * life);
  }
  // One that cannot.
  host.most = 2;
  aic_session* none = nullptr;
  EXPECT_EQ(aic_session_create(model.get(), 4, &none), AIC_SYSTEM);
  EXPECT_THAT(aic_last_error(), HasSubstr("thread 4 of 4 cannot be started"));
  EXPECT_EQ(host.joined, host.started);
  host.most = 0;
  SessionPtr automatic = MakeSession(model, 0);
  EXPECT_TRUE(Runs(automatic));
  EXPECT_EQ(aic_session_threads(automatic.get()), 1u);
  // Under a name.
  host.most = 1;
  said.name = "named";
  ASSERT_EQ(aic_set_threading(&said), AIC_OK);
  SessionPtr two = MakeSession(model, 2);
  EXPECT_TRUE(Await([] { return Named("named").size() == 1; }));
}

TEST_F(Threading, IdleThreadsEndAndComeAgain) {
  aic_threading said = Said();
  said.idle_ns = 5000000;
  Host host;
  for (bool hosted : {false, true}) {
    if (hosted) {
      said.user = &host;
      said.create = Host::Create;
      said.join = Host::Join;
      said.name = "aic-worker";
    }
    ASSERT_EQ(aic_set_threading(&said), AIC_OK);
    SessionPtr session = MakeSession(model, 4);
    for (int round = 0; round < 3; ++round) {
      EXPECT_TRUE(Runs(session));
      EXPECT_TRUE(Await([] { return Named("aic-worker").empty(); })) << "round " << round;
    }
    // A run that finds none starts all, once it has something to share.
    EXPECT_TRUE(Await([&] { return Runs(session) && Named("aic-worker").size() == 3; }));
    // Nor need a new session know of it.
    EXPECT_TRUE(Await([] { return Named("aic-worker").empty(); }));
    SessionPtr five = MakeSession(model, 5);
    EXPECT_TRUE(Runs(five));
  }
  EXPECT_EQ(host.started, host.joined);
  EXPECT_GE(host.started, 6);
}

// Sessions that are closed at about the time at which their threads end by themselves leave none.
TEST_F(Threading, IdleThreadsEndAsTheLastSessionDoes) {
  Host host;
  aic_threading said = Said();
  said.idle_ns = 200000;
  said.spin_ns = 0;
  said.user = &host;
  said.create = Host::Create;
  said.join = Host::Join;
  for (int i = 0; i < 200; ++i) {
    ASSERT_EQ(aic_set_threading(&said), AIC_OK) << aic_last_error();
    SessionPtr session = MakeSession(model, 3);
    EXPECT_TRUE(Runs(session));
    std::this_thread::sleep_for(std::chrono::microseconds(100 + i % 40 * 5));
    session.reset();
    ASSERT_EQ(host.started, host.joined);
  }
}

TEST_F(Threading, IdleThreadsEndByCall) {
  aic_end_idle_threads(); // There are none.
  SessionPtr session = MakeSession(model, 4);
  for (int round = 0; round < 3; ++round) {
    EXPECT_TRUE(Runs(session));
    // A thread that has not seen yet that the run is over is not idle.
    EXPECT_TRUE(Await([] { return aic_end_idle_threads(), Named("aic-worker").empty(); }));
  }
  session.reset();
  EXPECT_TRUE(Named("aic-worker").empty());
}

TEST_F(Threading, EndsThemWhileOthersRun) {
  std::atomic<bool> over{false};
  std::atomic<int> wrong{0};
  std::vector<std::thread> callers;
  for (uint32_t caller = 0; caller < 3; ++caller)
    callers.emplace_back([&, caller] {
      SessionPtr session = MakeSession(model, 2 + caller);
      while (!over)
        wrong += !Runs(session);
    });
  for (int i = 0; i < 100; ++i) {
    aic_end_idle_threads();
    std::this_thread::sleep_for(std::chrono::microseconds(300));
  }
  over = true;
  for (std::thread& caller : callers)
    caller.join();
  EXPECT_EQ(wrong, 0);
  EXPECT_TRUE(Await([] { return Named("aic-worker").empty(); }));
}

TEST_F(Threading, SpinsAsLongAsIsSaid) {
  for (uint64_t spin : {uint64_t(0), uint64_t(AIC_SPIN_DEFAULT_NS), uint64_t(60000000000)}) {
    aic_threading said = Said();
    said.spin_ns = spin;
    ASSERT_EQ(aic_set_threading(&said), AIC_OK);
    SessionPtr session = MakeSession(model, 2);
    EXPECT_TRUE(Runs(session));
    ASSERT_EQ(Named("aic-worker").size(), 1u);
    const pid_t thread = Named("aic-worker")[0];
    if (spin > AIC_SPIN_DEFAULT_NS) {
      std::this_thread::sleep_for(std::chrono::milliseconds(30));
      EXPECT_EQ(StateOf(thread), 'R');
    } else {
      EXPECT_TRUE(Await([&] { return StateOf(thread) == 'S'; })) << spin;
    }
  }
}

#ifndef AIC_TEST_SANITIZED // under which all takes longer
uint64_t CpuTimeOfOthers() {
  return runtime::cpu::Nanoseconds(CLOCK_PROCESS_CPUTIME_ID) -
         runtime::cpu::Nanoseconds(CLOCK_THREAD_CPUTIME_ID);
}

// By default. (Waiting half a millisecond after each run were 5 % alone.)
TEST_F(Threading, WaitsLittleBetweenRunsThatAreFarApart) {
  SessionPtr session = MakeSession(model, 2);
  auto run = [&](int runs) {
    for (int i = 0; i < runs; ++i) {
      EXPECT_TRUE(Runs(session));
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
  };
  run(8); // It learns.
  const uint64_t begin = runtime::cpu::Nanoseconds(), before = CpuTimeOfOthers();
  run(30);
  EXPECT_LT(CpuTimeOfOthers() - before, (runtime::cpu::Nanoseconds() - begin) / 40);
}
#endif

TEST(Patience, LearnsFromWhatWaitingHasBrought) {
  runtime::cpu::Patience patience(500000);
  EXPECT_EQ(patience.now(), 500000u);
  for (int i = 0; i < 100; ++i)
    patience.Learn(400000);
  EXPECT_EQ(patience.now(), 500000u);
  patience.Learn(10000000);
  EXPECT_EQ(patience.now(), 250000u);
  for (int i = 0; i < 20; ++i)
    patience.Learn(500001);
  EXPECT_EQ(patience.now(), 0u);
  for (int i = 0; i < 4; ++i)
    patience.Learn(500000);
  EXPECT_GT(patience.now(), 450000u);
  runtime::cpu::Patience none(0);
  none.Learn(0);
  none.Learn(1);
  EXPECT_EQ(none.now(), 0u);
}

/// Hosts' ways to call for each index: on threads, backwards on the calling thread, and not for all of them.
struct Ways {
  static void OnThreads(void* user, uint32_t count, void (*body)(void*, uint32_t), void* context) {
    *static_cast<uint32_t*>(user) = std::max(*static_cast<uint32_t*>(user), count);
    std::vector<std::thread> threads;
    for (uint32_t i = 1; i < count; ++i)
      threads.emplace_back([=] {
#if defined(__x86_64__)
        _mm_setcsr(0x1f80 | 0x8040); // Flush to zero, denormals are zeros: not the kernels' modes.
#endif
        body(context, i);
#if defined(__x86_64__)
        EXPECT_EQ(_mm_getcsr() & 0xffc0, 0x9fc0u);
#endif
      });
    body(context, 0);
    for (std::thread& thread : threads)
      thread.join();
  }
  static void Backwards(void* user, uint32_t count, void (*body)(void*, uint32_t), void* context) {
    *static_cast<uint32_t*>(user) = std::max(*static_cast<uint32_t*>(user), count);
    while (count-- > 0)
      body(context, count);
  }
};

TEST_F(Threading, TheHostsPoolRunsTheWorkgroups) {
  for (aic_parallel_for_fn way : {Ways::OnThreads, Ways::Backwards}) {
    uint32_t most = 0;
    aic_threading said = Said();
    said.user = &most;
    said.parallel_for = way;
    ASSERT_EQ(aic_set_threading(&said), AIC_OK);
    for (uint32_t threads : {1, 2, 5, 256}) {
      most = 0;
      SessionPtr session = MakeSession(model, threads);
      EXPECT_EQ(aic_session_threads(session.get()), threads);
      for (int i = 0; i < 5; ++i)
        EXPECT_TRUE(Runs(session));
      EXPECT_EQ(most, threads == 1 ? 0 : std::min<uint32_t>(threads, kRows));
      EXPECT_TRUE(Named("aic-worker").empty());
      EXPECT_EQ(aic_set_threading(&said), AIC_OK); // There are no threads.
    }
  }
}

TEST_F(Threading, TheHostsPoolHearsOfFailuresAsOursDoes) {
  uint32_t most = 0;
  aic_threading said = Said();
  said.user = &most;
  said.parallel_for = Ways::OnThreads;
  auto failing = EmptyModel();
  failing->content.entries[0].inputs = {{"code", artifact::ElementType::I32, {}}};
  failing->Add(kFail, kRows, {Input(0, 4)});
  const std::string failingBytes = failing->Bytes();
  ModelPtr opened = Open(failingBytes);
  const int32_t code = 7;
  const aic_input in = {&code, 4};
  SessionPtr ours = MakeSession(opened, 1);
  EXPECT_EQ(aic_session_run(ours.get(), &in, 1, nullptr, 0), AIC_KERNEL_FAILED);
  const std::string words = aic_last_error();
  ASSERT_EQ(aic_set_threading(&said), AIC_OK);
  SessionPtr hosts = MakeSession(opened, 4);
  EXPECT_EQ(aic_session_run(hosts.get(), &in, 1, nullptr, 0), AIC_KERNEL_FAILED);
  EXPECT_EQ(aic_last_error(), words);
}

/// What the kernels below are given.
struct Board {
  std::vector<uint32_t> next; ///< Per workgroup: the step that it is to run next.
  std::atomic<uint32_t> done{0}, wrong{0}, callers{0}, others{0};
  uint32_t microseconds = 0; ///< How long one takes.
  std::thread::id caller = std::this_thread::get_id();

  explicit Board(uint32_t workgroups) : next(workgroups) {}
};

int32_t InOrder(void* const* buffers, uint32_t group, const aic_kernel_env* env) {
  Board& board = *static_cast<Board*>(buffers[0]);
  // Its turn, and all of the step before are done.
  board.wrong += board.next[group]++ != env->step || board.done / board.next.size() != env->step;
#if defined(__x86_64__)
  board.wrong += (_mm_getcsr() & 0xffc0) != 0x1f80;
#endif
  if (board.microseconds)
    std::this_thread::sleep_for(std::chrono::microseconds(board.microseconds));
  ++(board.caller == std::this_thread::get_id() ? board.callers : board.others);
  // Counted when all of a step are through: what the next one looks at.
  ++board.done;
  return AIC_KERNEL_OK;
}

TEST(ThreadingSteps, AreTheHostsPoolsWhereTheyAreWorthIt) {
  constexpr uint32_t kGroups = 6, kSteps = 20;
  for (uint32_t microseconds : {0, 100}) {
    Board board(kGroups);
    board.microseconds = microseconds;
    uint32_t most = 0;
    void* buffers[] = {&board};
    runtime::cpu::Team team(3);
    team.SetParallelFor(Ways::OnThreads, &most);
    EXPECT_EQ(team.Run({InOrder, buffers, kGroups, kSteps}).code, AIC_KERNEL_OK);
    EXPECT_EQ(board.done, kGroups * kSteps);
    EXPECT_EQ(board.wrong, 0u);
    EXPECT_EQ(std::count(board.next.begin(), board.next.end(), kSteps), kGroups);
    if (microseconds) // The first step is the caller's, of the others it has a share.
      EXPECT_TRUE(board.callers >= kGroups && board.others > kSteps && most == 3)
          << board.callers << ", " << board.others << ", " << most;
  }
}

} // namespace
} // namespace aic::test
