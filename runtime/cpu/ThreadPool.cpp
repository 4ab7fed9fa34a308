#include "runtime/cpu/ThreadPool.h"

#include "runtime/Failure.h"
#include "runtime/cpu/Futex.h"

#include <cerrno>
#include <pthread.h>
#include <signal.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace aic::runtime::cpu {

namespace {

constexpr uintptr_t kNumberMask = AIC_MAX_THREADS - 1;
static_assert((AIC_MAX_THREADS & kNumberMask) == 0 && alignof(Team) >= AIC_MAX_THREADS);

/// A pool thread, as others see it.
struct alignas(64) Worker {
  /// 0: free. Else a team's address plus the thread's number in it. Teams write it when it is 0, the thread
  /// sets it back, after its last look at the team.
  std::atomic<uintptr_t> assignment{0};
  std::atomic<uint32_t> sleeps{0}; ///< 1 while the thread sleeps or is about to; the word it sleeps on.
};

Worker workers[AIC_MAX_THREADS - 1];
std::atomic<uint32_t> workerCount{0}; // Those that were started; grows under the mutex.
pthread_mutex_t startMutex = PTHREAD_MUTEX_INITIALIZER;
bool watchesForks = false; // Under the mutex.

void ForkPrepare() {
  pthread_mutex_lock(&startMutex);
}
void ForkParent() {
  pthread_mutex_unlock(&startMutex);
}
void ForkChild() {
  // The threads were not copied.
  for (Worker& worker : workers) {
    worker.assignment.store(0, std::memory_order_relaxed);
    worker.sleeps.store(0, std::memory_order_relaxed);
  }
  workerCount.store(0, std::memory_order_relaxed);
  pthread_mutex_unlock(&startMutex);
}

void* WorkerMain(void* argument) {
  Worker& worker = *static_cast<Worker*>(argument);
#if defined(__x86_64__)
  _mm_setcsr(
      0x1f80); // A new thread inherits its maker's floating point modes; kernels are promised the default.
#endif
  for (;;) {
    Wait wait(/*crowded=*/false);
    uintptr_t assignment;
    while ((assignment = worker.assignment.load(std::memory_order_acquire)) == 0) {
      if (wait.Pass())
        continue;
      // Either this sees the assignment, or who made it sees that this sleeps: both orders are sequentially
      // consistent.
      worker.sleeps.store(1);
      if (worker.assignment.load() == 0)
        FutexWait(worker.sleeps, 1);
      worker.sleeps.store(0);
    }
    reinterpret_cast<Team*>(assignment & ~kNumberMask)->Serve(assignment & kNumberMask);
    worker.assignment.store(0, std::memory_order_release);
  }
  return nullptr;
}

/// Gives a free pool thread to `assignment`. Returns its index, or the count of threads if none is free.
uint32_t AssignFreeWorker(uintptr_t assignment) {
  uint32_t count = workerCount.load(std::memory_order_acquire);
  for (uint32_t i = 0; i < count; ++i) {
    uintptr_t free = 0;
    if (workers[i].assignment.load(std::memory_order_relaxed) == 0 &&
        workers[i].assignment.compare_exchange_strong(free, assignment)) {
      if (workers[i].sleeps.load())
        if (workers[i].sleeps.exchange(0))
          FutexWake(workers[i].sleeps);
      return i;
    }
  }
  return count;
}

} // namespace

uint32_t AvailableCpus() {
  cpu_set_t set;
  long count = sched_getaffinity(0, sizeof(set), &set) == 0 ? CPU_COUNT(&set) : sysconf(_SC_NPROCESSORS_ONLN);
  return count < 1 ? 1 : count > AIC_MAX_THREADS ? AIC_MAX_THREADS : count;
}

aic_status StartWorkers(uint32_t wanted) {
  pthread_mutex_lock(&startMutex);
  uint32_t count = workerCount.load(std::memory_order_relaxed);
  int error = 0;
  if (count < wanted && !watchesForks) {
    error = pthread_atfork(ForkPrepare, ForkParent, ForkChild);
    watchesForks = error == 0;
  }
  // A new thread starts with its maker's signal mask: the host's handlers are not for ours.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  while (count < wanted && !error) {
    pthread_t thread;
    error = pthread_create(&thread, &attributes, WorkerMain, &workers[count]);
    if (!error) {
      pthread_setname_np(thread, "aic-worker");
      workerCount.store(++count, std::memory_order_release);
    }
  }
  pthread_attr_destroy(&attributes);
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  pthread_mutex_unlock(&startMutex);
  if (error)
    return Fail(AIC_SYSTEM, "thread %u of %u cannot be started: %s; ask for fewer threads", count + 2,
                wanted + 1, ErrnoText(error).text);
  return AIC_OK;
}

Team::Team(uint32_t threads) : threads_(threads), crowded_(threads > AvailableCpus()) {}

Team::~Team() {
  EndRun();
  uintptr_t self = reinterpret_cast<uintptr_t>(this);
  uint32_t count = workerCount.load(std::memory_order_acquire);
  for (uint32_t i = 0; i < count; ++i)
    while ((workers[i].assignment.load(std::memory_order_acquire) & ~kNumberMask) == self)
      sched_yield(); // It has been woken and told: it is on its way out.
}

/// Fills the team up to `wanted` threads, the caller included, as far as free ones are there.
void Team::Recruit(uint32_t wanted) {
  uintptr_t self = reinterpret_cast<uintptr_t>(this);
  for (uint32_t number = 1; number < wanted; ++number) {
    uint32_t member = members_[number];
    // Acquire: the thread that had this number has finished with it before another gets it.
    if (member && workers[member - 1].assignment.load(std::memory_order_acquire) == (self | number))
      continue;
    uint32_t worker = AssignFreeWorker(self | number);
    if (worker == workerCount.load(std::memory_order_acquire))
      return;
    members_[number] = worker + 1;
  }
}

void Team::RecordFailure(uint32_t workgroup, int32_t code) {
  uint64_t failure = uint64_t(workgroup) << 32 | uint32_t(code);
  uint64_t first = failure_.load(std::memory_order_relaxed);
  while (failure < first && !failure_.compare_exchange_weak(first, failure, std::memory_order_relaxed)) {
  }
}

/// Claims and runs workgroups, or a seat, until none is unclaimed. Returns how many it claimed.
uint32_t Team::WorkThrough(const aic_kernel_env& env) {
  uint32_t ran = 0;
  uint32_t unclaimed = unclaimed_.load(std::memory_order_acquire);
  while (unclaimed - 1 < kEnded - 1) { // Neither 0 nor kEnded.
    // Large chunks first, for fewer claims; single workgroups last, for balance. A thread takes one seat.
    uint32_t take = unclaimed / (4 * threads_);
    take = take ? take : 1;
    // Acquire: a claim, of whichever loop is published now, sees that loop_; it cannot change before this is
    // finished.
    if (!unclaimed_.compare_exchange_weak(unclaimed, unclaimed - take, std::memory_order_acq_rel,
                                          std::memory_order_acquire))
      continue;
    const bool steps = loop_.steps > 1;
    if (steps) {
      RunSteps(seats_ - unclaimed, env);
    } else {
      uint32_t first = loop_.workgroups - unclaimed;
      for (uint32_t i = first; i < first + take; ++i)
        if (int32_t code = loop_.kernel(loop_.buffers, i, &env))
          RecordFailure(i, code);
    }
    ran += take;
    if (env.worker != 0) {
      // Sequentially consistent with WaitForOthers: the caller sees the sum, or this sees that the caller
      // sleeps.
      finished_.fetch_add(take);
      if (callerSleeps_.load())
        FutexWake(finished_);
    } else if (steps) {
      break; // All steps are done: the other seats are for nobody.
    }
    unclaimed = unclaimed_.load(std::memory_order_acquire);
  }
  return ran;
}

void Team::RunStep(uint32_t group, const aic_kernel_env& env) {
  if (int32_t code = loop_.kernel(loop_.buffers, group, &env))
    RecordFailure(group, code);
  stepsDone_.fetch_add(1, std::memory_order_acq_rel);
}

/// All steps of the workgroups that `seat` owns, and of those that their owners leave undone.
void Team::RunSteps(uint32_t seat, aic_kernel_env env) {
  const uint32_t groups = loop_.workgroups;
  auto claim = [&](uint32_t group) {
    uint32_t step = env.step;
    return stepClaims_[group].compare_exchange_strong(step, step + 1, std::memory_order_acq_rel);
  };
  for (uint32_t group = seat; group < groups; group += seats_) // Somebody may have stood in for this seat.
    stepOwners_[group].store(seat, std::memory_order_relaxed);
  for (env.step = stepsDone_.load(std::memory_order_acquire) / groups; env.step < loop_.steps; ++env.step) {
    for (uint32_t group = 0; group < groups; ++group)
      if (stepOwners_[group].load(std::memory_order_relaxed) == seat && claim(group))
        RunStep(group, env);
    const uint32_t wanted = (env.step + 1) * groups;
    // A step takes some microseconds; so long an owner may take to begin.
    for (uint32_t spins = crowded_ ? 16 : 2000; spins && stepsDone_.load(std::memory_order_acquire) < wanted;
         --spins)
      Pause();
    while (stepsDone_.load(std::memory_order_acquire) < wanted) {
      for (uint32_t group = 0; group < groups; ++group)
        if (stepClaims_[group].load(std::memory_order_relaxed) == env.step && claim(group)) {
          stepOwners_[group].store(seat, std::memory_order_relaxed);
          RunStep(group, env);
        }
      sched_yield();
    }
  }
}

void Team::WaitForOthers(uint32_t theirs) {
  Wait wait(crowded_);
  uint32_t finished;
  while ((finished = finished_.load(std::memory_order_acquire)) != theirs) {
    if (wait.Pass())
      continue;
    callerSleeps_.store(1);
    if ((finished = finished_.load()) != theirs)
      FutexWait(finished_, finished);
    callerSleeps_.store(0);
  }
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

/// Lets the others claim `units`, workgroups or seats of loop_.
void Team::Publish(uint32_t units) {
  failure_.store(kNoFailure, std::memory_order_relaxed);
  finished_.store(0, std::memory_order_relaxed);
  // Sequentially consistent with Serve: a thread about to sleep sees the work, or this sees the sleeper.
  unclaimed_.store(units);
  if (sleepers_.load())
    FutexWake(unclaimed_);
  open_ = true;
  Recruit(units < threads_ ? units : threads_);
}

LoopResult Team::Run(const Loop& loop) {
  if (loop.workgroups == 1 || threads_ == 1)
    return RunAlone(loop);
  const aic_kernel_env env = {AIC_KERNEL_ABI_VERSION, 0, threads_, 0};
  loop_ = loop;
  uint32_t units = loop.workgroups;
  if (loop.steps > 1) {
    seats_ = units < threads_ ? units : threads_;
    stepsDone_.store(0, std::memory_order_relaxed);
    for (uint32_t group = 0; group < loop.workgroups; ++group) {
      stepClaims_[group].store(0, std::memory_order_relaxed);
      stepOwners_[group].store(group % seats_, std::memory_order_relaxed);
    }
    units = seats_;
  }
  Publish(units);
  uint32_t mine = WorkThrough(env);
  if (loop.steps > 1)
    units -= unclaimed_.exchange(0); // Seats that nobody took.
  WaitForOthers(units - mine);
  uint64_t failure = failure_.load(std::memory_order_relaxed);
  if (failure == kNoFailure)
    return {};
  return {static_cast<int32_t>(static_cast<uint32_t>(failure)), static_cast<uint32_t>(failure >> 32)};
}

void Team::EndRun() {
  if (!open_)
    return;
  open_ = false;
  unclaimed_.store(kEnded);
  if (sleepers_.load())
    FutexWake(unclaimed_);
}

void Team::Serve(uint32_t number) {
  const aic_kernel_env env = {AIC_KERNEL_ABI_VERSION, number, threads_, 0};
  for (;;) {
    Wait wait(crowded_);
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
    WorkThrough(env);
  }
}

} // namespace aic::runtime::cpu
