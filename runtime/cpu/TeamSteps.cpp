// Loops in steps: the threads meet after every one.
#include "runtime/cpu/Futex.h"
#include "runtime/cpu/Stall.h"
#include "runtime/cpu/Team.h"
#include "runtime/cpu/Valgrind.h"

namespace aic::runtime::cpu {

/// Claims a workgroup's `step` for the calling thread. True at most once, and only while the steps that it is
/// one of are not done: then they stay as they are until it is.
bool Team::ClaimStep(const Steps& steps, uint32_t group, uint32_t step) {
  uint64_t claim = steps.claimsFrom + (step - steps.first);
  return stepClaims_[group].load(std::memory_order_relaxed) == claim &&
         stepClaims_[group].compare_exchange_strong(claim, claim + 1, std::memory_order_acq_rel);
}

void Team::RunStep(const Steps& steps, uint32_t group, const aic_kernel_env& env) {
  RunWorkgroup(steps.loop, group, env);
  HappensBefore(&stepsDone_);
  stepsDone_.fetch_add(1, std::memory_order_acq_rel);
}

/// One step of the workgroups that are the seat's, and then of those that it owns for others. Returns how
/// many it ran.
uint32_t Team::RunSeat(const Steps& steps, uint32_t seat, const aic_kernel_env& env) {
  uint32_t ran = 0;
  auto run = [&](uint32_t group) {
    if (!ClaimStep(steps, group, env.step))
      return;
    RunStep(steps, group, env);
    ++ran;
  };
  for (uint32_t group = seat; group < steps.loop.workgroups; group += steps.seats) {
    if (stepOwners_[group].load(std::memory_order_relaxed) != seat) // Somebody stands in for this seat.
      stepOwners_[group].store(seat, std::memory_order_relaxed);
    run(group);
  }
  for (uint32_t group = 0; group < steps.loop.workgroups; ++group)
    if (stepOwners_[group].load(std::memory_order_relaxed) == seat)
      run(group);
  return ran;
}

/// One step of the workgroups that nobody has begun: their owner is late, so they are this seat's until it is
/// back. Returns how many it ran.
uint32_t Team::RunUnbegun(const Steps& steps, uint32_t seat, const aic_kernel_env& env) {
  uint32_t ran = 0;
  for (uint32_t group = 0; group < steps.loop.workgroups; ++group)
    if (ClaimStep(steps, group, env.step)) {
      stepOwners_[group].store(seat, std::memory_order_relaxed);
      RunStep(steps, group, env);
      ++ran;
    }
  return ran;
}

bool Team::IsDone(const Steps& steps, uint32_t step) const {
  return stepsDone_.load(std::memory_order_acquire) >= steps.DoneAfter(step);
}

/// Takes a seat for the pool thread of that number. False: it is too late for that.
bool Team::TakeSeat(const Offer& offer, uint32_t seat) {
  uint64_t before = claims_[seat].range.load(std::memory_order_acquire);
  return Range::From(before).loop < offer.loop &&
         claims_[seat].range.compare_exchange_strong(before, Range{offer.loop, 0, 0}.Packed(),
                                                     std::memory_order_acq_rel);
}

/// Closes the seats of the others. Returns how many were taken.
uint32_t Team::CloseSeats(uint32_t seats) {
  uint32_t taken = 0;
  for (uint32_t seat = 1; seat < seats; ++seat)
    taken += claims_[seat].range.exchange(Range{loops_, 0, 0}.Packed(), std::memory_order_acq_rel) ==
             Range{loops_, 0, 0}.Packed();
  return taken;
}

/// What a pool thread does on a seat.
void Team::HelpSteps(const Steps& steps, uint32_t seat, aic_kernel_env env, Worker& worker) {
  auto reached =
      [&] { // The step that the others are at; `last` when all is done, or other steps are under way.
        uint64_t done = stepsDone_.load(std::memory_order_acquire) - steps.doneFrom;
        uint64_t step = steps.first + done / steps.loop.workgroups;
        return step < steps.last ? static_cast<uint32_t>(step) : steps.last;
      };
  auto done = [&] { return IsDone(steps, env.step); };
  auto run = [&](auto runSome) {
    worker.busy.store(true, std::memory_order_relaxed);
    runSome();
    worker.busy.store(false, std::memory_order_relaxed);
  };
  for (env.step = reached(); env.step < steps.last;) {
    HappensAfter(&stepsDone_);
    run([&] { RunSeat(steps, seat, env); });
    if (SpinUntil(done, promptSpins_ + spins_)) {
      ++env.step;
      continue;
    }
    while (!done()) {
      run([&] { RunUnbegun(steps, seat, env); });
      sched_yield();
    }
    env.step = reached();
  }
}

/// Tells sharing_ who ran the workgroups since it was told last.
void Team::CountSteps() {
  const uint64_t done = stepsDone_.load(std::memory_order_acquire);
  sharing_.Count(myStepsDone_, done - stepsCounted_ - myStepsDone_);
  stepsCounted_ = done;
  myStepsDone_ = 0;
}

/// The caller's wait for the others to finish a step. Returns false if they are not worth to be waited for
/// again.
bool Team::AwaitStep(const Steps& steps, const aic_kernel_env& env) {
  auto done = [&] { return IsDone(steps, env.step); };
  if (SpinUntil(done, promptSpins_))
    return true;
  Stall stall(members_, threads_);
  // A step takes some microseconds; so long an owner may take to begin.
  if (!SpinUntil(done, spins_))
    while (!done()) {
      myStepsDone_ += RunUnbegun(steps, 0, env);
      stall.Look();
      sched_yield();
    }
  CountSteps();
  return !sharing_.Lose(stall.Lost(), Nanoseconds());
}

/// Takes the steps from the others. Returns the first that is not done.
uint32_t Team::TakeBack(const Steps& steps, aic_kernel_env env) {
  const uint32_t groups = steps.loop.workgroups;
  uint32_t next[schema::kMaxSteppedWorkgroups];
  uint64_t claimed = 0;
  env.step = steps.last;
  for (uint32_t group = 0; group < groups; ++group) {
    uint64_t claims = stepClaims_[group].exchange(kNoStep, std::memory_order_acq_rel) - steps.claimsFrom;
    claimed += claims;
    next[group] = steps.first + static_cast<uint32_t>(claims);
    if (next[group] < env.step)
      env.step = next[group];
  }
  while (stepsDone_.load(std::memory_order_acquire) != steps.doneFrom + claimed)
    sched_yield();
  HappensAfter(&stepsDone_);
  // The others have nothing to wait for any more.
  stepsDone_.store(steps.DoneAfter(steps.last - 1), std::memory_order_release);
  if (env.step == steps.last)
    return env.step;
  // They may have done a part of a step.
  for (uint32_t group = 0; group < groups; ++group)
    if (next[group] == env.step)
      RunWorkgroup(steps.loop, group, env);
  return env.step + 1;
}

/// Runs steps from `first` on with others. Returns the first that is not done: loop.steps, or less if it does
/// not pay to go on like that.
uint32_t Team::ShareSteps(const Loop& loop, uint32_t first) {
  const uint32_t threads = sharing_.threads();
  steps_ = {loop,       first,
            loop.steps, loop.workgroups < threads ? loop.workgroups : threads,
            nextClaim_, stepsDone_.load(std::memory_order_relaxed)};
  nextClaim_ += loop.steps - first;
  for (uint32_t group = 0; group < loop.workgroups; ++group) {
    stepClaims_[group].store(steps_.claimsFrom, std::memory_order_relaxed);
    stepOwners_[group].store(0, std::memory_order_relaxed); // Until the others are here.
  }
  stepsCounted_ = steps_.doneFrom;
  myStepsDone_ = 0;
  Publish({NextLoop(), steps_.seats, /*units=*/0});
  Wake();

  aic_kernel_env env = EnvOf(0, first);
  bool goOn = true;
  while (goOn && env.step < loop.steps) {
    myStepsDone_ += RunSeat(steps_, 0, env);
    goOn = AwaitStep(steps_, env);
    HappensAfter(&stepsDone_);
    ++env.step;
  }
  if (env.step < loop.steps)
    env.step = TakeBack(steps_, env);
  else
    CountSteps();
  WaitForOthers(CloseSeats(steps_.seats)); // Until they have sat down.
  HappensAfter(&finished_);
  return env.step;
}

/// Runs steps from `first` on, until all are done or it is time to try with others again.
uint32_t Team::RunStepsAlone(const Loop& loop, uint32_t first) {
  aic_kernel_env env = EnvOf(0, first);
  do {
    for (uint32_t i = 0; i < loop.workgroups; ++i)
      RunWorkgroup(loop, InTurn(i, loop.workgroups, env.step), env);
    ++env.step;
  } while (env.step < loop.steps && !sharing_.Try(Nanoseconds()));
  return env.step;
}

void Team::RunSteps(const Loop& loop) {
  for (uint32_t step = 0; step < loop.steps;)
    step = sharing_.threads() > 1 ? ShareSteps(loop, step) : RunStepsAlone(loop, step);
}

} // namespace aic::runtime::cpu
