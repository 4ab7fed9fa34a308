/// \file
/// One pool of threads for the process, out of which sessions form teams (Team.h).
#ifndef AIC_RUNTIME_CPU_THREADPOOL_H
#define AIC_RUNTIME_CPU_THREADPOOL_H

#include "runtime/Threads.h"
#include "runtime/aic.h"

#include <atomic>
#include <cstdint>
#include <ctime>

namespace aic::runtime::cpu {

/// A session's use of the pool: as long as one lives, the threads do, but for those that are ended because
/// they have had nothing to do (a run that needs them starts them again). The last one's end ends and joins
/// them all, so that a program which has closed its sessions has no thread of ours.
class PoolUse {
public:
  PoolUse() = default;
  PoolUse(PoolUse&& other) : threads_(other.threads_) { other.threads_ = 1; }
  ~PoolUse();
  PoolUse& operator=(PoolUse&&) = delete;

  /// Sees to it that the pool has threads - 1 threads (threads: 1 … AIC_MAX_THREADS), beside the caller. With
  /// `orFewer`, as many of them as can be started. Once only. Errors: AIC_SYSTEM (a thread cannot be
  /// started).
  aic_status Begin(uint32_t threads, bool orFewer);

  /// The number that there are for this use, the caller's included.
  uint32_t threads() const { return threads_; }

private:
  uint32_t threads_ = 1;
};

/// A pool thread, as others see it.
struct alignas(64) Worker {
  /// What the thread is there for: one of those below, or a team's address plus the thread's number in it.
  /// Teams write it when it is kFree; the thread sets it back, after its last look at the team.
  std::atomic<uintptr_t> assignment{kAbsent};
  /// No thread yet, or one that is not ready; one that waits for something to do; one that is to end; one
  /// that has ended by itself, and is to be joined.
  static constexpr uintptr_t kAbsent = 0, kFree = 1, kEnding = 2, kEnded = 3;

  std::atomic<uint32_t> sleeps{0}; ///< 1 while the thread sleeps or is about to; the word it sleeps on.
  Thread thread;
  /// The CPU time that it has had; until it says so itself: as if it always ran.
  std::atomic<clockid_t> clock{CLOCK_MONOTONIC};
  /// Whether it has claimed work that is not finished. For those who wait for that. It changes with each
  /// loop, in a line of its own: teams look at the others in each loop.
  alignas(64) std::atomic<bool> busy{false};
};

/// Gives a free thread to `assignment`, and wakes it; starts those again that had ended. NULL: none is free.
Worker* AssignFreeWorker(uintptr_t assignment);

/// CPUs that the pool's threads may run on: 1 … AIC_MAX_THREADS.
uint32_t PoolCpus();

/// Waits until no thread is with the team at `address` any more. They have been told to leave.
void AwaitDeparture(uintptr_t address);

} // namespace aic::runtime::cpu

#endif // AIC_RUNTIME_CPU_THREADPOOL_H
