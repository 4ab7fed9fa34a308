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

inline uint64_t Nanoseconds() {
  timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return uint64_t(now.tv_sec) * 1000000000u + now.tv_nsec;
}

inline void Pause() {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

/// One wait, from its first look at a variable on. A dispatch lasts some 20 µs, so the answer mostly comes
/// while this spins; and where there are more threads than CPUs, sched_yield lets the one that is waited for
/// run.
class Wait {
public:
  /// `crowded`: more threads than CPUs, so that spinning takes time from the thread that is waited for.
  explicit Wait(bool crowded) : spins_(crowded ? 16 : 2000) {}

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
  int spins_;
  uint64_t end_ = 0;
};

} // namespace aic::runtime::cpu

#endif // AIC_RUNTIME_CPU_FUTEX_H
