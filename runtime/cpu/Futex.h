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

/// Sleeps while `word` holds `value`; may return early.
inline void FutexWait(std::atomic<uint32_t>& word, uint32_t value) {
  syscall(SYS_futex, reinterpret_cast<uint32_t*>(&word), FUTEX_WAIT_PRIVATE, value, nullptr, nullptr, 0);
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

/// One wait, from its first look at a variable on. Where there are more threads than CPUs, sched_yield lets
/// the one that is waited for run.
class Wait {
public:
  explicit Wait(uint32_t spins) : spins_(spins) {}

  /// Passes a moment. False once it is time to sleep.
  bool Pass() {
    if (spins_ > 0) {
      --spins_;
      Pause();
      return true;
    }
    uint64_t now = Nanoseconds();
    if (!end_)
      end_ = now + kYieldNanoseconds;
    if (now >= end_)
      return false;
    sched_yield();
    return true;
  }

private:
  // Long enough to bridge the time between two runs of a busy server, short enough not to be seen in `top`.
  static constexpr uint64_t kYieldNanoseconds = 500000;
  uint32_t spins_;
  uint64_t end_ = 0;
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
