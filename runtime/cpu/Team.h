/// \file
/// The threads of one session, which share the workgroups of its loops.
///
/// A dispatch publishes a number of workgroups; the calling thread and whatever pool threads have joined
/// claim them in chunks. The caller waits only for workgroups that were claimed, never for a thread: one that
/// the system does not schedule, or that another session holds, costs nothing but its help. Pool threads stay
/// with a team until the run ends, spinning between dispatches, and are then free for any other team.
///
/// A loop in steps hands out seats in place of workgroups: who takes one runs the workgroups that the seat
/// owns in each step, and meets the others by counting what is done. A workgroup that its owner does not
/// begin in time is taken over, so here too nobody waits for a thread that is not there.
///
/// What remains is the wait for a thread that loses its CPU with a claim in its hands. Sharing.h weighs it
/// against what the others do; where that is less, the caller goes on alone, in the middle of a loop in steps
/// if need be.
///
/// Every workgroup is computed by the same code on the same data whoever claims it, so the number of threads
/// cannot change a result.
#ifndef AIC_RUNTIME_CPU_TEAM_H
#define AIC_RUNTIME_CPU_TEAM_H

#include "runtime/aic.h"
#include "runtime/cpu/Sharing.h"
#include "runtime/cpu/ThreadPool.h"
#include "runtime/kernel_abi.h"
#include "runtime/schema/Prelude.h"

#include <atomic>
#include <cstdint>

namespace aic::runtime::cpu {

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
  /// The number of threads that it uses at present.
  uint32_t threadsInUse() const { return sharing_.threads(); }

  // For the pool only.

  static constexpr uintptr_t kNumberMask = AIC_MAX_THREADS - 1;
  static uintptr_t AddressOf(uintptr_t assignment) { return assignment & ~kNumberMask; }
  static Team* Of(uintptr_t assignment) { return reinterpret_cast<Team*>(AddressOf(assignment)); }
  static uint32_t NumberOf(uintptr_t assignment) { return assignment & kNumberMask; }
  /// What a pool thread does once assigned: works until the run ends.
  void Serve(Worker& worker, uint32_t number);

private:
  static constexpr uint32_t kEnded = 0x80000000u;
  static constexpr uint64_t kNoFailure = ~uint64_t(0);
  static constexpr uint64_t kNoStep = 0;

  /// Steps [first, last) of loop_, to be shared. Pool threads have copies, which are of no use to them once
  /// the steps are done: claims and counts go on from loop to loop and never come again.
  struct Steps {
    Loop loop;
    uint32_t first, last;
    uint32_t seats;      ///< The threads that it is for; the caller has seat 0.
    uint64_t claimsFrom; ///< What stepClaims_ holds for step `first`.
    uint64_t doneFrom;   ///< What stepsDone_ was before.

    /// What stepsDone_ is when `step` is done.
    uint64_t DoneAfter(uint32_t step) const {
      return doneFrom + uint64_t(step + 1 - first) * loop.workgroups;
    }
  };

  LoopResult RunAlone(const Loop& loop);
  void Share(const Loop& loop);
  void Publish(uint32_t units, uint32_t threads);
  void Recruit(uint32_t wanted);
  uint32_t WorkThrough(const aic_kernel_env& env, Worker* worker);
  void RunWorkgroup(const Loop& loop, uint32_t workgroup, const aic_kernel_env& env);
  uint64_t WaitForOthers(uint32_t theirs);
  void RecordFailure(uint32_t workgroup, int32_t code);
  LoopResult Result() const;

  // Loops in steps: TeamSteps.cpp.
  void RunSteps(const Loop& loop);
  uint32_t RunStepsAlone(const Loop& loop, uint32_t first);
  uint32_t ShareSteps(const Loop& loop, uint32_t first);
  uint32_t TakeBack(const Steps& steps, aic_kernel_env env);
  bool AwaitStep(const Steps& steps, const aic_kernel_env& env);
  void HelpSteps(const Steps& steps, uint32_t seat, aic_kernel_env env, Worker& worker);
  uint32_t RunSeat(const Steps& steps, uint32_t seat, const aic_kernel_env& env);
  uint32_t RunUnbegun(const Steps& steps, uint32_t seat, const aic_kernel_env& env);
  bool ClaimStep(const Steps& steps, uint32_t group, uint32_t step);
  void RunStep(const Steps& steps, uint32_t group, const aic_kernel_env& env);
  bool IsDone(const Steps& steps, uint32_t step) const;
  void CountSteps();

  // Written by the caller before it publishes, read by others only after they have claimed: constant
  // meanwhile.
  const uint32_t threads_;
  const uint32_t promptSpins_, spins_; ///< How long it waits on the CPU: first without, then with a Stall.
  bool stepped_ = false;               ///< steps_ are published, not loop_.
  Loop loop_{};
  Steps steps_{};

  // The caller's.
  bool open_ = false;   ///< Something was published in this run.
  bool counts_ = false; ///< sharing_ counts this run.
  Sharing sharing_;
  uint64_t nextClaim_ = kNoStep + 1;
  uint64_t stepsCounted_ = 0;             ///< Of stepsDone_, what sharing_ knows of;
  uint32_t myStepsDone_ = 0;              ///< of the rest, what the caller did.
  Worker* members_[AIC_MAX_THREADS] = {}; ///< Which pool thread was last made number n of the team.

  std::atomic<uint32_t> chunkDivisor_{1}; ///< What part of the unclaimed workgroups a thread takes at once.
  /// Workgroups, or seats, that nobody has claimed yet; kEnded between runs. Also the word that pool threads
  /// sleep on.
  alignas(64) std::atomic<uint32_t> unclaimed_{kEnded};
  std::atomic<uint32_t> sleepers_{0};
  /// Workgroups finished, or seats taken, by others than the caller. Also the word that the caller sleeps on.
  alignas(64) std::atomic<uint32_t> finished_{0};
  std::atomic<uint32_t> callerSleeps_{0};
  alignas(64) std::atomic<uint64_t> failure_{kNoFailure}; ///< workgroup << 32 | code

  // Loops in steps.
  alignas(64) std::atomic<uint64_t> stepsDone_{0}; ///< Workgroups finished, over all steps and loops.
  /// Per workgroup: its next step, in the numbers of Steps; kNoStep: there is none for others. And the seat
  /// that is to run it, a hint.
  std::atomic<uint64_t> stepClaims_[schema::kMaxSteppedWorkgroups] = {};
  std::atomic<uint8_t> stepOwners_[schema::kMaxSteppedWorkgroups] = {};
};

} // namespace aic::runtime::cpu

#endif // AIC_RUNTIME_CPU_TEAM_H
