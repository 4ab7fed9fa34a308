/// \file
/// One pool of threads for the process, and the teams that sessions form out of it.
///
/// A session owns a Team. A dispatch publishes a number of workgroups; the calling thread and whatever pool
/// threads have joined claim them in chunks. The caller waits only for workgroups that were claimed, never
/// for a thread: one that the system does not schedule, or that another session holds, costs nothing but its
/// help. Pool threads stay with a team until the run ends, spinning between dispatches, and are then free for
/// any other team.
///
/// A loop in steps hands out seats in place of workgroups: who takes one runs the workgroups that the seat
/// owns in each step, and meets the others by counting what is done. A workgroup that its owner does not
/// begin in time is taken over, so here too nobody waits for a thread that is not there.
///
/// Every workgroup is computed by the same code on the same data whoever claims it, so the number of threads
/// cannot change a result.
#ifndef AIC_RUNTIME_CPU_THREADPOOL_H
#define AIC_RUNTIME_CPU_THREADPOOL_H

#include "runtime/aic.h"
#include "runtime/kernel_abi.h"
#include "runtime/schema/Prelude.h"

#include <atomic>
#include <cstdint>

namespace aic::runtime::cpu {

/// CPUs that this process may run on, 1 … AIC_MAX_THREADS.
uint32_t AvailableCpus();

/// Sees to it that the pool has at least `workers` threads (< AIC_MAX_THREADS), which it keeps until the
/// process ends. Errors: AIC_SYSTEM (a thread cannot be started).
aic_status StartWorkers(uint32_t workers);

/// One parallel loop.
struct Loop {
  aic_kernel_fn kernel;
  void* const* buffers;
  uint32_t workgroups; ///< 1 … 2^31 - 1
  uint32_t steps;      ///< How often all workgroups run; above 1 with at most kMaxSteppedWorkgroups.
};

/// What went wrong in a loop: the first workgroup that failed, so that the answer is the same for any number
/// of threads.
struct LoopResult {
  int32_t code = AIC_KERNEL_OK;
  uint32_t workgroup = 0;
};

/// The threads of one session. Used by one thread at a time, the caller. Its address is aligned, so that a
/// pool thread's assignment is one word: the team, and in the low bits the thread's number in it.
class alignas(AIC_MAX_THREADS) Team {
public:
  explicit Team(uint32_t threads);
  /// Waits until no pool thread looks at the team any more.
  ~Team();
  Team(const Team&) = delete;
  Team& operator=(const Team&) = delete;

  /// Runs all workgroups of `loop` and returns when all are done. A single workgroup runs on the calling
  /// thread, without any synchronisation.
  LoopResult Run(const Loop& loop);

  /// Lets the pool's threads go. Call at the end of a run.
  void EndRun();

  uint32_t threads() const { return threads_; }

  /// What a pool thread does once assigned: works until the run ends. For the pool only.
  void Serve(uint32_t number);

private:
  static constexpr uint32_t kEnded = 0x80000000u;
  static constexpr uint64_t kNoFailure = ~uint64_t(0);

  LoopResult RunAlone(const Loop& loop);
  void Publish(uint32_t units);
  void Recruit(uint32_t wanted);
  void RunSteps(uint32_t seat, aic_kernel_env env);
  void RunStep(uint32_t group, const aic_kernel_env& env);
  uint32_t WorkThrough(const aic_kernel_env& env);
  void WaitForOthers(uint32_t theirs);
  void RecordFailure(uint32_t workgroup, int32_t code);

  // Written by the caller before it publishes, read by others only after they have claimed: constant
  // meanwhile.
  const uint32_t threads_;
  const bool crowded_;
  bool open_ = false; ///< The caller's: something was published in this run.
  Loop loop_{};
  uint32_t seats_ = 0; ///< Of a loop in steps: the threads that it is for.
  /// The caller's: which pool thread was last made number n of the team, plus one.
  uint16_t members_[AIC_MAX_THREADS] = {};

  /// Workgroups that nobody has claimed yet; kEnded between runs. Also the word that pool threads sleep on.
  alignas(64) std::atomic<uint32_t> unclaimed_{kEnded};
  std::atomic<uint32_t> sleepers_{0};
  /// Workgroups finished by others than the caller. Also the word that the caller sleeps on.
  alignas(64) std::atomic<uint32_t> finished_{0};
  std::atomic<uint32_t> callerSleeps_{0};
  alignas(64) std::atomic<uint64_t> failure_{kNoFailure}; ///< workgroup << 32 | code

  // A loop in steps.
  alignas(64) std::atomic<uint32_t> stepsDone_{0}; ///< Workgroups finished, over all steps.
  /// Per workgroup: how many of its steps were claimed, and the seat that runs it.
  std::atomic<uint32_t> stepClaims_[schema::kMaxSteppedWorkgroups] = {};
  std::atomic<uint32_t> stepOwners_[schema::kMaxSteppedWorkgroups] = {};
};

} // namespace aic::runtime::cpu

#endif // AIC_RUNTIME_CPU_THREADPOOL_H
