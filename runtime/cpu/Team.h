/// \file
/// The threads of one session, which share the workgroups of its loops.
///
/// Of a dispatch's W workgroups, thread t of T owns [W t / T, W (t + 1) / T): the same part of every tensor,
/// so that what one dispatch writes, the next finds in the same cache. It claims halves of what is left, from
/// the front of its range, then from the backs of the others'. The caller waits only for workgroups that were
/// claimed, never for a thread: one that the system does not schedule, or that another session holds, costs
/// nothing but its help. Pool threads stay with a team until the run ends, spinning between dispatches, and
/// are then free for any other team.
///
/// In a loop in steps each thread has a seat: it runs the workgroups that the seat owns in each step, and
/// meets the others by counting what is done. A workgroup that its owner does not begin in time is taken
/// over, so here too nobody waits for a thread that is not there.
///
/// What remains is the wait for a thread that loses its CPU with a claim in its hands. Sharing.h weighs it
/// against what the others do; where that is less, the caller goes on alone, in the middle of a loop in steps
/// if need be.
///
/// Every workgroup is computed by the same code on the same data whoever claims it, so the number of threads
/// cannot change a result.
#ifndef AIC_RUNTIME_CPU_TEAM_H
#define AIC_RUNTIME_CPU_TEAM_H

#include "runtime/Control.h"
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

/// What a thread alone runs as number `i` of `count` in a step: there and back, so that what a step reads
/// last, and is in the cache still, the next step reads first. (Of an LSTM, 1 MiB of weights through a second
/// level of that size. With others, whose share fits, it costs a percent: the next step begins with the state
/// that was computed last.)
inline uint32_t InTurn(uint32_t i, uint32_t count, uint32_t step) {
  return step % 2 ? count - 1 - i : i;
}

/// What went wrong in a loop: the first workgroup that failed, so that the answer is the same for any number
/// of threads.
struct LoopResult {
  int32_t code = AIC_KERNEL_OK;
  uint32_t workgroup = 0;
  bool stopped = false; ///< Workgroups were left out, as the run stops (Control).
};

/// The threads of one session. Used by one thread at a time, the caller. Its address is aligned, so that a
/// pool thread's assignment is one word: the team, and in the low bits the thread's number in it.
class alignas(AIC_MAX_THREADS) Team {
public:
  /// `firstLoop`: the number of its first loop; for tests.
  explicit Team(uint32_t threads, uint64_t firstLoop = 1);
  /// Waits until no pool thread looks at the team any more.
  ~Team();
  Team(const Team&) = delete;
  Team& operator=(const Team&) = delete;

  /// Gives thread n the `bytes` bytes of scratch memory at `scratch` + n * bytes (aic_kernel_env::scratch).
  /// Before the first run.
  void SetScratch(uint8_t* scratch, uint64_t bytes) {
    scratch_ = scratch;
    scratchBytes_ = bytes;
  }

  /// Has the host's pool run the workgroups, on up to as many threads, and none of ours; NULL: not. Before
  /// the first run.
  void SetParallelFor(aic_parallel_for_fn fn, void* user) {
    parallelFor_ = fn;
    parallelForUser_ = user;
  }

  /// What is asked before each workgroup; NULL: nothing is. Before the first run.
  void SetControl(const Control* control) { control_ = control; }

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

  /// Loops are numbered, so that nobody takes one for another; after this many (half a year of loops of 1 µs)
  /// the team starts again, with pool threads that have forgotten the numbers.
  static constexpr uint64_t kLastLoop = (uint64_t(1) << 44) - 1;

private:
  static constexpr uint32_t kMostUnits = 1023;
  static constexpr uint64_t kNoFailure = ~uint64_t(0);
  static constexpr uint64_t kNoStep = 0;

  /// What is published of a loop, in one word.
  struct Offer {
    uint64_t loop;    ///< Its number: 1 … kLastLoop.
    uint32_t threads; ///< Those numbered less own a range, or may take a seat.
    uint32_t units;   ///< What the workgroups are dealt in: one each, or somewhat more. 0: a loop in steps.

    static constexpr uint64_t kEnded = 0; ///< Between runs.
    uint64_t Packed() const { return loop << 20 | (threads - 1) << 10 | units; }
    static Offer From(uint64_t word) {
      return {word >> 20, static_cast<uint32_t>(word >> 10 & 1023) + 1, static_cast<uint32_t>(word & 1023)};
    }
  };

  /// The units of a thread's range that nobody has claimed, in one word. Where `loop` is an earlier one than
  /// the one that is published, the range is untouched. So the word changes only when something is claimed,
  /// and none comes twice.
  struct Range {
    uint64_t loop;
    uint32_t begin, end;

    uint64_t Packed() const { return loop << 20 | begin << 10 | end; }
    static Range From(uint64_t word) {
      return {word >> 20, static_cast<uint32_t>(word >> 10 & 1023), static_cast<uint32_t>(word & 1023)};
    }
  };
  struct alignas(64) Claims {
    std::atomic<uint64_t> range{0};
  };

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

  aic_kernel_env EnvOf(uint32_t number, uint32_t step) const {
    return {AIC_KERNEL_ABI_VERSION, number, threads_, step,
            scratch_ ? scratch_ + number * scratchBytes_ : nullptr};
  }
  bool Stops() const { return control_ && control_->Stops(); }
  LoopResult RunAlone(const Loop& loop);
  void Share(const Loop& loop);
  uint64_t NextLoop();
  void Renumber();
  void Publish(const Offer& offer);
  void Wake();
  void WakeSleepers();
  void End();
  void Recruit(uint32_t wanted);
  Range Claim(const Offer& offer, uint32_t owner, bool own);
  uint32_t WorkThrough(const Offer& offer, const aic_kernel_env& env);
  uint32_t RunUnits(const Offer& offer, const Range& units, const aic_kernel_env& env);
  void Finish(uint32_t count);
  void RunWorkgroup(const Loop& loop, uint32_t workgroup, const aic_kernel_env& env);
  uint64_t WaitForOthers(uint32_t theirs);
  void RecordFailure(uint32_t workgroup, int32_t code);
  LoopResult Result() const;

  // The host's pool: TeamOnHost.cpp.
  struct HostLoop;
  void RunOnHost(const Loop& loop);
  void ShareWithHost(const Loop& loop, uint32_t step);

  // Loops in steps: TeamSteps.cpp.
  void RunSteps(const Loop& loop);
  uint32_t RunStepsAlone(const Loop& loop, uint32_t first);
  uint32_t ShareSteps(const Loop& loop, uint32_t first);
  uint32_t TakeBack(const Steps& steps, aic_kernel_env env);
  bool AwaitStep(const Steps& steps, const aic_kernel_env& env);
  bool TakeSeat(const Offer& offer, uint32_t seat);
  uint32_t CloseSeats(uint32_t seats);
  void HelpSteps(const Steps& steps, uint32_t seat, aic_kernel_env env, Worker& worker);
  uint32_t RunSeat(const Steps& steps, uint32_t seat, const aic_kernel_env& env);
  uint32_t RunUnbegun(const Steps& steps, uint32_t seat, const aic_kernel_env& env);
  bool ClaimStep(const Steps& steps, uint32_t group, uint32_t step);
  void RunStep(const Steps& steps, uint32_t group, const aic_kernel_env& env);
  bool IsDone(const Steps& steps, uint32_t step) const;
  void CountSteps();

  const uint32_t threads_;
  const Control* control_ = nullptr;
  aic_parallel_for_fn parallelFor_ = nullptr;
  void* parallelForUser_ = nullptr;
  uint8_t* scratch_ = nullptr;
  uint64_t scratchBytes_ = 0;
  const uint32_t promptSpins_, spins_; ///< How long it waits on the CPU: first without, then with a Stall.

  // The caller's.
  bool open_ = false;   ///< Something was published in this run.
  bool counts_ = false; ///< sharing_ counts this run.
  Sharing sharing_;
  uint64_t loops_;              ///< The number of the last loop that was published.
  uint32_t finishedBefore_ = 0; ///< What finished_ was then.
  uint64_t nextClaim_ = kNoStep + 1;
  uint64_t stepsCounted_ = 0;             ///< Of stepsDone_, what sharing_ knows of;
  uint32_t myStepsDone_ = 0;              ///< of the rest, what the caller did.
  Worker* members_[AIC_MAX_THREADS] = {}; ///< Which pool thread was last made number n of the team.

  // Cache lines: what the caller writes once a loop and all others read; what each thread claims of; what the
  // others write and the caller reads.

  /// An Offer. Where pool threads wait.
  alignas(64) std::atomic<uint64_t> offer_{Offer::kEnded};
  // Written by the caller before it publishes, read by others only after they have claimed: constant
  // meanwhile.
  Loop loop_{};
  std::atomic<uint32_t> sleepers_{0}; ///< Pool threads that sleep, or are about to.
  std::atomic<uint32_t> bell_{0};     ///< The word that they sleep on. Changes when they are to look again.
  alignas(64) Steps steps_{};         ///< As loop_.

  Claims claims_[AIC_MAX_THREADS];

  /// Workgroups finished, or seats taken, by others than the caller, over all loops. Also the word that the
  /// caller sleeps on.
  alignas(64) std::atomic<uint32_t> finished_{0};
  std::atomic<uint32_t> callerSleeps_{0};
  alignas(64) std::atomic<uint64_t> failure_{kNoFailure}; ///< workgroup << 32 | code
  std::atomic<bool> stopped_{false};

  // Loops in steps.
  alignas(64) std::atomic<uint64_t> stepsDone_{0}; ///< Workgroups finished, over all steps and loops.
  /// Per workgroup: its next step, in the numbers of Steps; kNoStep: there is none for others. And the seat
  /// that is to run it, a hint.
  std::atomic<uint64_t> stepClaims_[schema::kMaxSteppedWorkgroups] = {};
  std::atomic<uint8_t> stepOwners_[schema::kMaxSteppedWorkgroups] = {};
};

} // namespace aic::runtime::cpu

#endif // AIC_RUNTIME_CPU_TEAM_H
