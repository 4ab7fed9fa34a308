#include "runtime/cpu/Team.h"

#include "runtime/cpu/Cpus.h"
#include "runtime/cpu/Futex.h"
#include "runtime/cpu/Stall.h"
#include "runtime/cpu/Valgrind.h"

namespace aic::runtime::cpu {

static_assert((AIC_MAX_THREADS & (AIC_MAX_THREADS - 1)) == 0 && alignof(Team) >= AIC_MAX_THREADS);

Team::Team(uint32_t threads, uint64_t firstLoop)
    : threads_(threads), promptSpins_(threads > PoolCpus() ? kCrowdedSpins : kPromptSpins),
      spins_(threads > PoolCpus() ? 0 : kSpins - kPromptSpins), sharing_(threads), loops_(firstLoop - 1) {}

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
  const bool stopped = stopped_.load(std::memory_order_relaxed);
  uint64_t failure = failure_.load(std::memory_order_relaxed);
  if (failure == kNoFailure)
    return {AIC_KERNEL_OK, 0, stopped};
  return {static_cast<int32_t>(static_cast<uint32_t>(failure)), static_cast<uint32_t>(failure >> 32),
          stopped};
}

void Team::RunWorkgroup(const Loop& loop, uint32_t workgroup, const aic_kernel_env& env) {
  if (Stops())
    stopped_.store(true, std::memory_order_relaxed);
  else if (int32_t code = loop.kernel(loop.buffers, workgroup, &env))
    RecordFailure(workgroup, code);
}

/// Claims units of `owner`'s range: half of what is left, so that claims are few and the last ones small.
/// `own`: for the owner, from the front; else from the back. Returns an empty range if nothing is left, or
/// the loop is over.
///
/// A claim succeeds only on the loop that is published now: when a loop ends, all words of those who own a
/// range in it are of that loop, with nothing left, and a word that was read before that is no more.
Team::Range Team::Claim(const Offer& offer, uint32_t owner, bool own) {
  std::atomic<uint64_t>& word = claims_[owner].range;
  // Acquire, and release below: for the order of claims alone. What the loop is, the offer has told.
  for (uint64_t before = word.load(std::memory_order_acquire);;) {
    Range range = Range::From(before);
    if (range.loop < offer.loop)
      range = {offer.loop, offer.units * owner / offer.threads, offer.units * (owner + 1) / offer.threads};
    if (range.loop > offer.loop || range.begin == range.end)
      return {};
    const uint32_t take = (range.end - range.begin + 1) / 2;
    Range claim = range;
    if (own)
      claim.end = range.begin += take;
    else
      claim.begin = range.end -= take;
    if (word.compare_exchange_weak(before, range.Packed(), std::memory_order_acq_rel,
                                   std::memory_order_acquire))
      return claim;
  }
}

/// Runs units of loop_. Returns how many workgroups that is.
uint32_t Team::RunUnits(const Offer& offer, const Range& units, const aic_kernel_env& env) {
  const uint64_t workgroups = loop_.workgroups;
  const auto first = static_cast<uint32_t>(workgroups * units.begin / offer.units);
  const auto last = static_cast<uint32_t>(workgroups * units.end / offer.units);
  for (uint32_t group = first; group < last; ++group)
    RunWorkgroup(loop_, group, env);
  return last - first;
}

/// Counts what a pool thread has finished.
void Team::Finish(uint32_t count) {
  HappensBefore(&finished_);
  // Sequentially consistent with WaitForOthers: the caller sees the sum, or this sees that the caller sleeps.
  finished_.fetch_add(count);
  if (callerSleeps_.load())
    FutexWake(finished_);
}

/// Claims and runs workgroups until none is unclaimed: the thread's own, then those of others. Returns how
/// many it ran.
uint32_t Team::WorkThrough(const Offer& offer, const aic_kernel_env& env) {
  uint32_t ran = 0;
  for (uint32_t i = 0; i < offer.threads; ++i) {
    const uint32_t owner = (env.worker + i) % offer.threads;
    for (;;) {
      const Range units = Claim(offer, owner, i == 0);
      if (units.begin == units.end)
        break;
      const uint32_t count = RunUnits(offer, units, env);
      ran += count;
      if (env.worker != 0)
        Finish(count);
    }
  }
  return ran;
}

/// Waits until the others have finished what they have claimed. Returns how much of that was lost time, in
/// ns.
uint64_t Team::WaitForOthers(uint32_t theirs) {
  const uint32_t all = finishedBefore_ + theirs;
  auto done = [&] { return finished_.load(std::memory_order_acquire) == all; };
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
    if (uint32_t finished = finished_.load(); finished != all)
      stall.Sleep(finished_, finished);
    callerSleeps_.store(0);
  }
  return stall.Lost();
}

LoopResult Team::RunAlone(const Loop& loop) {
  aic_kernel_env env = EnvOf(0, 0);
  LoopResult result;
  for (env.step = 0; env.step < loop.steps; ++env.step)
    for (uint32_t i = 0; i < loop.workgroups; ++i) {
      if (Stops()) {
        result.stopped = true;
        return result;
      }
      const uint32_t group = InTurn(i, loop.workgroups, env.step);
      int32_t code = loop.kernel(loop.buffers, group, &env);
      if (code && (!result.code || group < result.workgroup))
        result = {code, group, false};
    }
  return result;
}

void Team::WakeSleepers() {
  bell_.fetch_add(1);
  FutexWake(bell_);
}

/// Wakes the threads that sleep.
void Team::Wake() {
  // Sequentially consistent with Serve: a thread about to sleep sees what was published, or this sees the
  // sleeper.
  std::atomic_thread_fence(std::memory_order_seq_cst);
  if (sleepers_.load(std::memory_order_relaxed))
    WakeSleepers();
}

/// Lets `offer.threads` threads, with the caller, work on loop_ or steps_. Wakes those that have slept for a
/// while; call Wake for all. (Which waits until the other cores have let go of what was written here.)
void Team::Publish(const Offer& offer) {
  finishedBefore_ = finished_.load(std::memory_order_relaxed);
  HappensBefore(&offer_);
  offer_.store(offer.Packed(), std::memory_order_release);
  if (sleepers_.load(std::memory_order_relaxed))
    WakeSleepers();
  open_ = true;
  Recruit(offer.threads);
}

/// The number of the next loop.
uint64_t Team::NextLoop() {
  if (loops_ == kLastLoop)
    Renumber();
  return ++loops_;
}

/// Counts loops from 1 again. Until here, no number has come twice.
void Team::Renumber() {
  End();
  AwaitDeparture(reinterpret_cast<uintptr_t>(this));
  for (Claims& claims : claims_)
    claims.range.store(0, std::memory_order_relaxed);
  loops_ = 0;
}

void Team::Share(const Loop& loop) {
  const aic_kernel_env env = EnvOf(0, 0);
  const uint32_t threads = loop.workgroups < sharing_.threads() ? loop.workgroups : sharing_.threads();
  const Offer offer = {NextLoop(), threads, loop.workgroups < kMostUnits ? loop.workgroups : kMostUnits};
  loop_ = loop;
  // The caller's first claim needs no care: nobody knows of the loop.
  Range rest = {offer.loop, 0, offer.units / threads}, first = rest;
  first.end = rest.begin = (rest.end + 1) / 2;
  claims_[0].range.store(rest.Packed(), std::memory_order_relaxed);
  Publish(offer);
  uint32_t mine = RunUnits(offer, first, env);
  Wake();
  mine += WorkThrough(offer, env);
  const uint32_t theirs = loop.workgroups - mine;
  sharing_.Count(mine, theirs);
  const uint64_t lost = WaitForOthers(theirs);
  HappensAfter(&finished_);
  if (lost)
    sharing_.Lose(lost, Nanoseconds());
}

LoopResult Team::Run(const Loop& loop) {
  if (loop.workgroups == 1 || threads_ == 1)
    return RunAlone(loop);
  if (parallelFor_) {
    failure_.store(kNoFailure, std::memory_order_relaxed);
    stopped_.store(false, std::memory_order_relaxed);
    RunOnHost(loop);
    return Result();
  }
  if (!counts_) {
    counts_ = true;
    sharing_.Start(Nanoseconds());
  }
  if (sharing_.reduced())
    sharing_.Try(Nanoseconds());
  if (loop.steps == 1 && sharing_.threads() == 1)
    return RunAlone(loop);
  failure_.store(kNoFailure, std::memory_order_relaxed);
  stopped_.store(false, std::memory_order_relaxed);
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
  if (open_)
    End();
  open_ = false;
}

/// Lets the pool's threads go.
void Team::End() {
  offer_.store(Offer::kEnded, std::memory_order_release);
  Wake();
}

void Team::Serve(Worker& worker, uint32_t number) {
  const aic_kernel_env env = EnvOf(number, 0);
  uint64_t seen = ~uint64_t(0), word;
  for (;; seen = word) {
    Wait wait(promptSpins_ + spins_);
    while ((word = offer_.load(std::memory_order_acquire)) == seen) {
      if (wait.Pass())
        continue;
      sleepers_.fetch_add(1);
      const uint32_t bell = bell_.load();
      if (offer_.load() == seen)
        FutexWait(bell_, bell);
      sleepers_.fetch_sub(1);
    }
    HappensAfter(&offer_);
    if (word == Offer::kEnded)
      return;
    const Offer offer = Offer::From(word);
    if (number >= offer.threads)
      continue;
    worker.busy.store(true, std::memory_order_relaxed);
    if (offer.units) {
      WorkThrough(offer, env);
    } else if (TakeSeat(offer, number)) {
      const Steps steps = steps_; // With that, the seat is taken; the caller does not wait for it to be left.
      Finish(1);
      HelpSteps(steps, number, env, worker);
    }
    worker.busy.store(false, std::memory_order_relaxed);
  }
}

} // namespace aic::runtime::cpu
