/// \file
/// How a thread waits: it spins, then lets others run, then sleeps.
#ifndef AIC_RUNTIME_CPU_FUTEX_H
#define AIC_RUNTIME_CPU_FUTEX_H

#include <atomic>
#include <climits>
#include <cstdint>
#include <ctime>
#include <linux/futex.h>
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace aic::runtime::cpu {

static_assert(sizeof(std::atomic<uint32_t>) == 4 && std::atomic<uint32_t>::is_always_lock_free);

/// Sleeps while `word` holds `value`, up to `nanoseconds` if it is not 0; may return early.
inline void FutexWait(std::atomic<uint32_t>& word, uint32_t value, uint64_t nanoseconds = 0) {
  const timespec most = {static_cast<time_t>(nanoseconds / 1000000000u),
                         static_cast<long>(nanoseconds % 1000000000u)};
  syscall(SYS_futex, reinterpret_cast<uint32_t*>(&word), FUTEX_WAIT_PRIVATE, value,
          nanoseconds ? &most : nullptr, nullptr, 0);
}

/// Wakes all that sleep on `word`.
inline void FutexWake(std::atomic<uint32_t>& word) {
  syscall(SYS_futex, reinterpret_cast<uint32_t*>(&word), FUTEX_WAKE_PRIVATE, INT_MAX, nullptr, nullptr, 0);
}

inline uint64_t Nanoseconds(clockid_t clock = CLOCK_MONOTONIC) {
  timespec now;
  clock_gettime(clock, &now);
  return uint64_t(now.tv_sec) * 1000000000u + now.tv_nsec;
}

inline void Pause() {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

/// How often a waiting thread pauses before it lets others run: some 50 µs. A dispatch lasts some 20 µs, so
/// the answer mostly comes in this time, and mostly in the first part of it.
constexpr uint32_t kSpins = 2000, kPromptSpins = 400;
/// With more threads than CPUs: spinning takes time from the thread that is waited for.
constexpr uint32_t kCrowdedSpins = 16;
/// What kSpins pauses last, in ns, more or less.
constexpr uint64_t kSpinNanoseconds = 50000;

/// One wait, from its first look at a variable on. Where there are more threads than CPUs, sched_yield lets
/// the one that is waited for run.
class Wait {
public:
  /// `spins` pauses, then others run for `yieldNanoseconds`, by default long enough to bridge a dispatch of
  /// one workgroup, short enough not to be seen in `top`.
  explicit Wait(uint32_t spins, uint64_t yieldNanoseconds = 500000)
      : spins_(spins), yieldNanoseconds_(yieldNanoseconds) {}

  /// Passes a moment. False once it is time to sleep.
  bool Pass() {
    if (spins_ > 0) {
      --spins_;
      Pause();
      return true;
    }
    uint64_t now = Nanoseconds();
    if (!end_)
      end_ = now + yieldNanoseconds_;
    if (now >= end_)
      return false;
    sched_yield();
    return true;
  }

private:
  uint32_t spins_;
  const uint64_t yieldNanoseconds_;
  uint64_t end_ = 0;
};

/// How long a thread waits on its CPU for the next run, in ns, by what that has brought of late: between runs
/// that follow each other closely all of the time that it may, so that it is there at once; where they are
/// far apart ever less, as it would be a waste (a CNN every 10 ms: 0.07 ms of CPU a run on two threads, and
/// 0.6 more for the wait).
class Patience {
public:
  explicit Patience(uint64_t most) : most_(most), now_(most) {}

  uint64_t now() const { return now_; }
  /// A run has come after `wait` ns.
  void Learn(uint64_t wait) { now_ = wait <= most_ ? most_ - (most_ - now_) / 2 : now_ / 2; }

private:
  const uint64_t most_;
  uint64_t now_;
};

/// Spins until `done()`, at most `spins` times. Returns whether it came to that.
template <typename Done> bool SpinUntil(Done done, uint32_t spins) {
  for (; !done(); --spins) {
    if (spins == 0)
      return false;
    Pause();
  }
  return true;
}

} // namespace aic::runtime::cpu

#endif // AIC_RUNTIME_CPU_FUTEX_H
