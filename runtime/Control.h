/// \file
/// Whether a run is to end before it is done: somebody cancels it, or its time is over.
#ifndef AIC_RUNTIME_CONTROL_H
#define AIC_RUNTIME_CONTROL_H

#include "runtime/aic.h"

#include <atomic>
#include <cstdint>
#include <ctime>

namespace aic::runtime {

/// A session's. Runs have numbers, so that no cancellation of one run reaches the next.
class Control {
public:
  /// Around each run, by the thread that runs it.
  void Begin() {
    deadline_ = limit_ ? Now() + limit_ : 0;
    run_.store(++runs_, std::memory_order_release);
  }
  void End() { run_.store(0, std::memory_order_release); }

  /// The run that is under way, if there is one, is to end. From any thread, or a signal handler.
  void Cancel() {
    if (uint64_t run = run_.load(std::memory_order_acquire))
      cancelled_.store(run, std::memory_order_release);
  }
  /// What runs that begin from now on may take, in ns; 0: as long as they need.
  void SetLimit(uint64_t nanoseconds) { limit_ = nanoseconds; }

  /// Asked by whoever works on the run, before each part of it.
  bool Stops() const { return cancelled() || (deadline_ && Now() >= deadline_); }

  /// Sets the message and returns AIC_CANCELLED. `what` was about to run.
  aic_status Fail(const char* where, const char* what) const;

private:
  bool cancelled() const { return cancelled_.load(std::memory_order_relaxed) == runs_; }
  static uint64_t Now() {
    timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return uint64_t(time.tv_sec) * 1000000000 + uint64_t(time.tv_nsec);
  }

  // Constant during a run, and written before its work is handed out.
  uint64_t runs_ = 0; ///< The number of the run that is under way, or was last.
  uint64_t limit_ = 0, deadline_ = 0;

  std::atomic<uint64_t> run_{0};       ///< The number of the run that is under way; 0: none is.
  std::atomic<uint64_t> cancelled_{0}; ///< The number of the last that was cancelled.
};

} // namespace aic::runtime

#endif // AIC_RUNTIME_CONTROL_H
