#include "runtime/cpu/Team.h"

#include "runtime/cpu/Cpus.h"
#include "runtime/cpu/Futex.h"
#include "runtime/cpu/Stall.h"

namespace aic::runtime::cpu {

static_assert((AIC_MAX_THREADS & (AIC_MAX_THREADS - 1)) == 0 && alignof(Team) >= AIC_MAX_THREADS);

Team::Team(uint32_t threads)
    : threads_(threads), promptSpins_(threads > PoolCpus() ? kCrowdedSpins : kPromptSpins),
      spins_(threads > PoolCpus() ? 0 : kSpins - kPromptSpins), sharing_(threads) {}

Team::~Team() {
  EndRun();
  AwaitDeparture(reinterpret_cast<uintptr_t>(this));
}

/// Fills the team up to `wanted` threads, the caller included, as far as free ones are there.
void Team::Recruit(uint32_t wanted) {
  uintptr_t self = reinterpret_cast<uintptr_t>(this);
  for (uint32_t number = 1; number < wanted; ++number) {
    Worker* member = members_[number];
    // Acquire: the thread that had this number has finished with it before another gets it.
    if (member && member->assignment.load(std::memory_order_acquire) == (self | number))
      continue;
    member = AssignFreeWorker(self | number);
    if (!member)
      return;
    members_[number] = member;
  }
}

void Team::RecordFailure(uint32_t workgroup, int32_t code) {
  uint64_t failure = uint64_t(workgroup) << 32 | uint32_t(code);
  uint64_t first = failure_.load(std::memory_order_relaxed);
  while (failure < first && !failure_.compare_exchange_weak(first, failure, std::memory_order_relaxed)) {
  }
}

LoopResult Team::Result() const {
  uint64_t failure = failure_.load(std::memory_order_relaxed);
  if (failure == kNoFailure)
    return {};
  return {static_cast<int32_t>(static_cast<uint32_t>(failure)), static_cast<uint32_t>(failure >> 32)};
}

void Team::RunWorkgroup(const Loop& loop, uint32_t workgroup, const aic_kernel_env& env) {
  if (int32_t code = loop.kernel(loop.buffers, workgroup, &env))
    RecordFailure(workgroup, code);
}

/// Claims and runs workgroups, or a seat, until none is unclaimed. Returns how many it claimed. `worker`: the
/// pool thread that does it, NULL for the caller.
uint32_t Team::WorkThrough(const aic_kernel_env& env, Worker* worker) {
  uint32_t ran = 0;
  uint32_t unclaimed = unclaimed_.load(std::memory_order_acquire);
  while (unclaimed - 1 < kEnded - 1) { // Neither 0 nor kEnded.
    // Large chunks first, for fewer claims; single workgroups last, for balance. A thread takes one seat.
    uint32_t take = unclaimed / chunkDivisor_.load(std::memory_order_relaxed);
    take = take ? take : 1;
    // Acquire: a claim, of whichever loop is published now, sees that loop_; it cannot change before this is
    // finished.
    if (!unclaimed_.compare_exchange_weak(unclaimed, unclaimed - take, std::memory_order_acq_rel,
                                          std::memory_order_acquire))
      continue;
    const bool stepped = stepped_;
    Steps steps;
    if (stepped) {
      steps = steps_; // With that, the seat is taken; the caller does not wait for it to be left.
    } else {
      uint32_t first = loop_.workgroups - unclaimed;
      for (uint32_t i = first; i < first + take; ++i)
        RunWorkgroup(loop_, i, env);
    }
    ran += take;
    if (worker) {
      // Sequentially consistent with WaitForOthers: the caller sees the sum, or this sees that the caller
      // sleeps.
      finished_.fetch_add(take);
      if (callerSleeps_.load())
        FutexWake(finished_);
      if (stepped)
        HelpSteps(steps, steps.seats - unclaimed, env, *worker);
    }
    unclaimed = unclaimed_.load(std::memory_order_acquire);
  }
  return ran;
}

/// Waits until the others have finished what they have claimed. Returns how much of that was lost time, in
/// ns.
uint64_t Team::WaitForOthers(uint32_t theirs) {
  auto done = [&] { return finished_.load(std::memory_order_acquire) == theirs; };
  if (SpinUntil(done, promptSpins_))
    return 0;
  Stall stall(members_, threads_);
  if (SpinUntil(done, spins_))
    return stall.Lost();
  for (Wait wait(0); !done();) {
    stall.Look();
    if (wait.Pass())
      continue;
    callerSleeps_.store(1);
    if (uint32_t finished = finished_.load(); finished != theirs)
      stall.Sleep(finished_, finished);
    callerSleeps_.store(0);
  }
  return stall.Lost();
}

LoopResult Team::RunAlone(const Loop& loop) {
  aic_kernel_env env = {AIC_KERNEL_ABI_VERSION, 0, threads_, 0};
  LoopResult result;
  for (env.step = 0; env.step < loop.steps; ++env.step)
    for (uint32_t i = 0; i < loop.workgroups; ++i) {
      int32_t code = loop.kernel(loop.buffers, i, &env);
      if (code && (!result.code || i < result.workgroup))
        result = {code, i};
    }
  return result;
}

/// Lets `threads` threads, with the caller, claim `units`, workgroups of loop_ or seats of steps_.
void Team::Publish(uint32_t units, uint32_t threads) {
  finished_.store(0, std::memory_order_relaxed);
  // Sequentially consistent with Serve: a thread about to sleep sees the work, or this sees the sleeper.
  unclaimed_.store(units);
  if (sleepers_.load())
    FutexWake(unclaimed_);
  open_ = true;
  Recruit(threads);
}

void Team::Share(const Loop& loop) {
  const uint32_t threads = sharing_.threads();
  loop_ = loop;
  stepped_ = false;
  chunkDivisor_.store(4 * threads, std::memory_order_relaxed);
  Publish(loop.workgroups, loop.workgroups < threads ? loop.workgroups : threads);
  const uint32_t mine = WorkThrough({AIC_KERNEL_ABI_VERSION, 0, threads_, 0}, nullptr);
  const uint32_t theirs = loop.workgroups - mine;
  sharing_.Count(mine, theirs);
  if (uint64_t lost = WaitForOthers(theirs))
    sharing_.Lose(lost, Nanoseconds());
}

LoopResult Team::Run(const Loop& loop) {
  if (loop.workgroups == 1 || threads_ == 1)
    return RunAlone(loop);
  if (!counts_) {
    counts_ = true;
    sharing_.Start(Nanoseconds());
  }
  if (sharing_.reduced())
    sharing_.Try(Nanoseconds());
  if (loop.steps == 1 && sharing_.threads() == 1)
    return RunAlone(loop);
  failure_.store(kNoFailure, std::memory_order_relaxed);
  if (loop.steps > 1)
    RunSteps(loop);
  else
    Share(loop);
  return Result();
}

void Team::EndRun() {
  if (counts_)
    sharing_.Stop(Nanoseconds());
  counts_ = false;
  if (!open_)
    return;
  open_ = false;
  unclaimed_.store(kEnded);
  if (sleepers_.load())
    FutexWake(unclaimed_);
}

void Team::Serve(Worker& worker, uint32_t number) {
  const aic_kernel_env env = {AIC_KERNEL_ABI_VERSION, number, threads_, 0};
  for (;;) {
    Wait wait(promptSpins_ + spins_);
    uint32_t unclaimed;
    while ((unclaimed = unclaimed_.load(std::memory_order_acquire)) == 0) {
      if (wait.Pass())
        continue;
      sleepers_.fetch_add(1);
      if (unclaimed_.load() == 0)
        FutexWait(unclaimed_, 0);
      sleepers_.fetch_sub(1);
    }
    if (unclaimed == kEnded)
      return;
    worker.busy.store(true, std::memory_order_relaxed);
    WorkThrough(env, &worker);
    worker.busy.store(false, std::memory_order_relaxed);
  }
}

} // namespace aic::runtime::cpu
