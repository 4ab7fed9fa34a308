/// \file
/// What a wait for other threads costs.
#ifndef AIC_RUNTIME_CPU_STALL_H
#define AIC_RUNTIME_CPU_STALL_H

#include "runtime/cpu/Futex.h"
#include "runtime/cpu/ThreadPool.h"

namespace aic::runtime::cpu {

/// Lives from the time on that a wait is longer than usual. A time in which both the waiting thread and the
/// one that it waits for run is not lost: work takes the time that it takes. All else is: then the other has
/// no CPU, or has the waiting thread's.
class Stall {
public:
  /// members[1 … threads): the threads that may be waited for, or NULL.
  Stall(Worker* const* members, uint32_t threads)
      : members_(members), threads_(threads), from_(Nanoseconds()) {}

  /// Looks which thread is waited for. Call now and then once the wait is a long one; the time before the
  /// first call is lost.
  void Look() {
    if (watched_ && watched_->busy.load(std::memory_order_relaxed))
      return;
    Settle();
    watched_ = nullptr;
    for (uint32_t number = 1; number < threads_ && !watched_; ++number)
      if (members_[number] && members_[number]->busy.load(std::memory_order_relaxed))
        watched_ = members_[number];
    ran_ = watched_ ? Ran() : 0;
  }

  /// Sleeps while `word` holds `value`. The waiting thread needs no CPU meanwhile.
  void Sleep(std::atomic<uint32_t>& word, uint32_t value) {
    const uint64_t begin = Nanoseconds();
    FutexWait(word, value);
    ran_ -= Nanoseconds() - begin;
  }

  /// The wait is over: how many ns of it were lost.
  uint64_t Lost() {
    Settle();
    return lost_;
  }

private:
  uint64_t Ran() const {
    return Nanoseconds(CLOCK_THREAD_CPUTIME_ID) +
           Nanoseconds(watched_->clock.load(std::memory_order_relaxed));
  }

  /// Counts the time up to now.
  void Settle() {
    const uint64_t now = Nanoseconds(), time = now - from_;
    const uint64_t ran = watched_ ? Ran() - ran_ : 0;
    const uint64_t both = ran > time ? ran - time : 0;
    lost_ += both < time ? time - both : 0;
    from_ = now;
  }

  Worker* const* members_;
  const uint32_t threads_;
  Worker* watched_ = nullptr;
  uint64_t from_;
  uint64_t ran_ = 0; ///< What Ran was at from_, less the time slept since.
  uint64_t lost_ = 0;
};

} // namespace aic::runtime::cpu

#endif // AIC_RUNTIME_CPU_STALL_H
