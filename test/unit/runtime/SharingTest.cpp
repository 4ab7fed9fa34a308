// When a team shares its work, and when it does not: with times that the test makes up.
#include "runtime/cpu/Sharing.h"

#include "gtest/gtest.h"

namespace aic::runtime::cpu {
namespace {

constexpr uint64_t kMs = 1000000;

/// Runs of `ms` each, until `until` (ms), in which others do a part of the work and time is lost.
class Machine {
public:
  explicit Machine(uint32_t threads) : sharing(threads) {}

  /// One run. `lost`: of it, if the work is shared.
  void Run(uint64_t ms, uint32_t mine, uint32_t theirs, uint64_t lost) {
    sharing.Start(now);
    sharing.Try(now);
    now += ms * kMs;
    if (sharing.threads() > 1) {
      sharing.Count(mine, theirs);
      if (lost)
        sharing.Lose(lost * kMs, now);
    }
    sharing.Stop(now);
  }

  Sharing sharing;
  uint64_t now = 1000 * kMs;
};

TEST(Sharing, NothingLostNothingChanged) {
  Machine machine(2);
  for (int i = 0; i < 1000; ++i)
    machine.Run(10, 1, 1, 0);
  EXPECT_EQ(machine.sharing.threads(), 2u);
}

TEST(Sharing, ASliceOfTheSchedulerIsBorne) {
  Machine machine(2);
  machine.Run(3, 1, 1, 3);
  EXPECT_EQ(machine.sharing.threads(), 2u);
}

TEST(Sharing, LosingMoreThanTheOthersDoEndsIt) {
  Machine machine(2);
  machine.Run(10, 1, 1, 6);
  EXPECT_EQ(machine.sharing.threads(), 1u);
}

TEST(Sharing, LosingLessThanTheOthersDoIsWorthIt) {
  Machine half(2), most(8), little(2);
  little.Run(20, 9, 1, 5); // 20 ms in place of 17
  for (int i = 0; i < 100; ++i) {
    half.Run(20, 1, 1, 6);  // 20 ms in place of 28
    most.Run(20, 1, 7, 12); // 20 ms in place of 64
  }
  EXPECT_EQ(half.sharing.threads(), 2u);
  EXPECT_EQ(most.sharing.threads(), 8u);
  EXPECT_EQ(little.sharing.threads(), 1u);
}

TEST(Sharing, TriesAgainOnceItHasMadeGood) {
  Machine machine(2);
  machine.Run(10, 1, 1, 6);
  uint64_t reduced = machine.now;
  while (machine.sharing.reduced() && machine.now < reduced + 2000 * kMs)
    machine.Run(1, 1, 1, 0);
  EXPECT_EQ(machine.sharing.threads(), 2u);
  EXPECT_NEAR(static_cast<double>(machine.now - reduced) / kMs, 60, 2); // Ten times what was lost.
  // Runs that are seldom make good too, run by run.
  machine.Run(10, 1, 1, 6);
  int runs = 0;
  for (; machine.sharing.reduced() && runs < 1000; ++runs) {
    machine.now += 500 * kMs;
    machine.Run(10, 1, 1, 0);
  }
  EXPECT_NEAR(runs, 7, 1);
}

TEST(Sharing, TriesThatFailBecomeSeldom) {
  Machine machine(2);
  uint64_t end = machine.now + 20000 * kMs;
  int tries = 0;
  while (machine.now < end) {
    bool reduced = machine.sharing.reduced();
    machine.Run(5, 1, 1, 5);
    tries += reduced && machine.now < end && !machine.sharing.reduced();
    if (!machine.sharing.reduced())
      machine.Run(5, 1, 1, 5);
  }
  EXPECT_GE(tries, 15); // About one a second: when the others are gone, the threads are back soon.
  EXPECT_LE(tries, 30);
}

TEST(Sharing, ManyThreadsAreHalvedAndDoubled) {
  Machine machine(6);
  machine.Run(10, 1, 5, 10);
  EXPECT_EQ(machine.sharing.threads(), 3u);
  machine.Run(10, 1, 2, 10);
  EXPECT_EQ(machine.sharing.threads(), 1u);
  uint32_t seen[7] = {};
  for (int i = 0; i < 3000; ++i) {
    machine.Run(1, 1, 1, 0);
    ++seen[machine.sharing.threads()];
  }
  EXPECT_GT(seen[2], 0u);
  EXPECT_GT(seen[4], 0u);
  EXPECT_EQ(machine.sharing.threads(), 6u);
}

} // namespace
} // namespace aic::runtime::cpu
