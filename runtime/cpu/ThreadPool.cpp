#include "runtime/cpu/ThreadPool.h"

#include "runtime/Failure.h"
#include "runtime/Structs.h"
#include "runtime/cpu/Cpus.h"
#include "runtime/cpu/FloatingPoint.h"
#include "runtime/cpu/Futex.h"
#include "runtime/cpu/Team.h"
#include "runtime/cpu/Valgrind.h"

#include <signal.h>

namespace aic::runtime::cpu {

namespace {

// Kernels keep up to some 100 KB on the stack (attention's scores). The C library's default may be less
// (musl: 128 KB) or a lot of address space (glibc: 8 MB).
constexpr size_t kStackBytes = 1024 * 1024;

Worker workers[AIC_MAX_THREADS - 1];
std::atomic<uint32_t> workerCount{0}; // Those that were started: where to look. Changes under the mutex.
std::atomic<bool> someEnded{false};   // Some of them are no more, as nobody had use for them.
pthread_mutex_t poolMutex = PTHREAD_MUTEX_INITIALIZER;
uint32_t users = 0;        // Under the mutex.
bool watchesForks = false; // Under the mutex.
bool threadingSet = false; // Under the mutex: what follows is what the host has said.
Threading hostsThreading;  // Under the mutex; changes only while the pool has no users, so no threads.

const Threading& TheThreading() {
  if (!threadingSet) {
    hostsThreading = Threading::Default();
    threadingSet = true;
  }
  return hostsThreading;
}

void ForkPrepare() {
  pthread_mutex_lock(&poolMutex);
}
void ForkParent() {
  pthread_mutex_unlock(&poolMutex);
}
void ForkChild() {
  // The threads were not copied.
  for (Worker& worker : workers) {
    worker.assignment.store(Worker::kAbsent, std::memory_order_relaxed);
    worker.sleeps.store(0, std::memory_order_relaxed);
    worker.busy.store(false, std::memory_order_relaxed);
  }
  workerCount.store(0, std::memory_order_relaxed);
  someEnded.store(false, std::memory_order_relaxed);
  pthread_mutex_unlock(&poolMutex);
}

/// Under the mutex. Returns an errno value.
int WatchForks() {
  const int error = watchesForks ? 0 : pthread_atfork(ForkPrepare, ForkParent, ForkChild);
  watchesForks = error == 0;
  return error;
}

/// Waits until the thread has something to do. Returns what: kEnded if nothing has come for `idle` ns, unless
/// that is 0.
uintptr_t AwaitAssignment(Worker& worker, Patience& patience, uint64_t idle) {
  const uint64_t begin = Nanoseconds(), now = patience.now();
  Wait wait(now < kSpinNanoseconds ? now * kSpins / kSpinNanoseconds : kSpins,
            now < kSpinNanoseconds ? 0 : now - kSpinNanoseconds);
  uintptr_t assignment;
  while ((assignment = worker.assignment.load(std::memory_order_acquire)) <= Worker::kFree) {
    if (wait.Pass())
      continue;
    // Either this sees the assignment, or who made it sees that this sleeps: both orders are sequentially
    // consistent.
    worker.sleeps.store(1);
    if (worker.assignment.load() <= Worker::kFree)
      FutexWait(worker.sleeps, 1, idle);
    worker.sleeps.store(0);
    uintptr_t free = Worker::kFree;
    if (idle && Nanoseconds() - begin >= idle &&
        worker.assignment.compare_exchange_strong(free, Worker::kEnded))
      return Worker::kEnded;
  }
  HappensAfter(&worker.assignment);
  patience.Learn(Nanoseconds() - begin);
  return assignment;
}

void* WorkerMain(void* argument) {
  Worker& worker = *static_cast<Worker*>(argument);
  const Threading& threading = hostsThreading; // Nobody changes it while the pool has threads.
  clockid_t clock;
  if (pthread_getcpuclockid(pthread_self(), &clock) == 0)
    worker.clock.store(clock, std::memory_order_relaxed);
  if (threading.cpuCount)
    sched_setaffinity(0, sizeof(threading.cpus), &threading.cpus);
  else if (!threading.create)
    TakeProcessAffinity();
  if (!threading.create)
    TakeProcessScheduling();
  else if (threading.name[0])
    pthread_setname_np(pthread_self(), threading.name);
  // A new thread inherits its maker's floating point modes.
  DefaultFloatingPoint modes;
  Patience patience(threading.spin);
  for (;;) {
    const uintptr_t assignment = AwaitAssignment(worker, patience, threading.idle);
    if (assignment == Worker::kEnded)
      someEnded.store(true, std::memory_order_relaxed);
    if (assignment == Worker::kEnded || assignment == Worker::kEnding)
      return nullptr;
    Team::Of(assignment)->Serve(worker, Team::NumberOf(assignment));
    HappensBefore(&worker.assignment);
    worker.assignment.store(Worker::kFree, std::memory_order_release);
  }
}

/// Makes a free thread something else. False: it is not free.
bool Assign(Worker& worker, uintptr_t assignment) {
  uintptr_t free = Worker::kFree;
  if (worker.assignment.load(std::memory_order_relaxed) != free)
    return false;
  HappensBefore(&worker.assignment);
  if (!worker.assignment.compare_exchange_strong(free, assignment))
    return false;
  HappensAfter(&worker.assignment);
  if (worker.sleeps.load() && worker.sleeps.exchange(0))
    FutexWake(worker.sleeps);
  return true;
}

/// The signals that a pool thread leaves to the host's own threads: all but those that a fault of the thread
/// itself raises, since a crash reporter wants to see these.
sigset_t BlockedSignals() {
  sigset_t set;
  sigfillset(&set);
  const int faults[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGSYS, SIGTRAP, SIGABRT};
  for (int fault : faults)
    sigdelset(&set, fault);
  return set;
}

int StartWorker(Worker& worker) {
  worker.clock.store(CLOCK_MONOTONIC, std::memory_order_relaxed);
  if (int error = StartThread(TheThreading(), WorkerMain, &worker, kStackBytes, &worker.thread))
    return error;
  worker.assignment.store(Worker::kFree, std::memory_order_release);
  return 0;
}

/// Joins the thread, if it has ended by itself, and says whether there is none now. Under the mutex.
bool IsGone(Worker& worker) {
  const uintptr_t assignment = worker.assignment.load(std::memory_order_acquire);
  if (assignment == Worker::kEnded) {
    JoinThread(worker.thread); // It is on its way out.
    worker.assignment.store(Worker::kAbsent, std::memory_order_relaxed);
  }
  return assignment == Worker::kEnded || assignment == Worker::kAbsent;
}

/// Sees to it that there is no thread, if it is free. False: it is not. Under the mutex.
bool EndWorker(Worker& worker) {
  if (IsGone(worker))
    return true;
  if (!Assign(worker, Worker::kEnding))
    return IsGone(worker); // Free it was until now, and has ended by itself.
  JoinThread(worker.thread);
  // Who read an old count finds nobody free here.
  worker.assignment.store(Worker::kAbsent, std::memory_order_relaxed);
  return true;
}

/// Starts threads until there are `wanted`. Under the mutex. Returns an errno value if one cannot be started.
int StartWorkers(uint32_t wanted) {
  uint32_t count = workerCount.load(std::memory_order_relaxed);
  if (count >= wanted && !someEnded.load(std::memory_order_relaxed))
    return 0;
  if (wanted >= count)
    someEnded.store(false, std::memory_order_relaxed); // Who ends from now on says so again.
  int error = WatchForks();
  // A new thread starts with its maker's signal mask.
  sigset_t blocked = BlockedSignals(), before;
  pthread_sigmask(SIG_SETMASK, &blocked, &before);
  for (uint32_t i = 0; i < wanted && !error; ++i) {
    if (i < count && !IsGone(workers[i]))
      continue;
    error = StartWorker(workers[i]);
    if (!error && i == count)
      workerCount.store(++count, std::memory_order_release);
  }
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  return error;
}

/// Ends and joins free threads until `wanted` are left, from the last on. Under the mutex. A thread that a
/// team has is left, and those before it.
void EndWorkers(uint32_t wanted) {
  uint32_t count = workerCount.load(std::memory_order_relaxed);
  for (; count > wanted; --count) {
    if (!EndWorker(workers[count - 1]))
      break;
    workerCount.store(count - 1, std::memory_order_release);
  }
}

/// Starts those threads again that have ended for want of work. Not where somebody else starts or ends some.
void StartAgain() {
  if (pthread_mutex_trylock(&poolMutex) != 0)
    return;
  // What cannot be started now is given up, until another ends or a session is made.
  StartWorkers(workerCount.load(std::memory_order_relaxed));
  pthread_mutex_unlock(&poolMutex);
}

} // namespace

Worker* AssignFreeWorker(uintptr_t assignment) {
  for (int attempt = 0; attempt < 2; ++attempt) {
    uint32_t count = workerCount.load(std::memory_order_acquire);
    for (uint32_t i = 0; i < count; ++i)
      if (Assign(workers[i], assignment))
        return &workers[i];
    if (!someEnded.load(std::memory_order_relaxed))
      break;
    StartAgain();
  }
  return nullptr;
}

void AwaitDeparture(uintptr_t address) {
  uint32_t count = workerCount.load(std::memory_order_acquire);
  for (uint32_t i = 0; i < count; ++i) {
    while (Team::AddressOf(workers[i].assignment.load(std::memory_order_acquire)) == address)
      sched_yield();
    HappensAfter(&workers[i].assignment);
  }
}

uint32_t PoolCpus() {
  const uint32_t cpus = CurrentThreading().cpuCount;
  return !cpus ? ProcessCpus() : cpus < AIC_MAX_THREADS ? cpus : AIC_MAX_THREADS;
}

aic_status PoolUse::Begin(uint32_t threads, bool orFewer) {
  if (threads == 1)
    return AIC_OK;
  pthread_mutex_lock(&poolMutex);
  const uint32_t before = workerCount.load(std::memory_order_relaxed);
  int error = StartWorkers(threads - 1);
  const uint32_t count = workerCount.load(std::memory_order_relaxed);
  if (!error || (orFewer && count)) {
    threads_ = error ? count + 1 : threads;
    ++users;
  } else {
    EndWorkers(before);
  }
  pthread_mutex_unlock(&poolMutex);
  if (error && !orFewer)
    return Fail(AIC_SYSTEM, "thread %u of %u cannot be started: %s; ask for fewer threads", count + 2,
                threads, ErrnoText(error).text);
  return AIC_OK;
}

PoolUse::~PoolUse() {
  if (threads_ == 1)
    return;
  pthread_mutex_lock(&poolMutex);
  if (--users == 0)
    EndWorkers(0);
  pthread_mutex_unlock(&poolMutex);
}

} // namespace aic::runtime::cpu

using namespace aic::runtime;
using namespace aic::runtime::cpu;

Threading aic::runtime::CurrentThreading() {
  pthread_mutex_lock(&poolMutex);
  const Threading threading = TheThreading();
  pthread_mutex_unlock(&poolMutex);
  return threading;
}

extern "C" {

aic_status aic_set_threading(const aic_threading* caller) {
  Threading threading = Threading::Default();
  if (caller) {
    aic_threading wanted;
    if (aic_status status = TakeOptions("aic_set_threading", caller, &wanted))
      return status;
    if (aic_status status = Threading::Read(wanted, &threading))
      return status;
  }
  pthread_mutex_lock(&poolMutex);
  const bool busy = users != 0;
  if (!busy) {
    WatchForks();
    hostsThreading = threading;
    threadingSet = true;
  }
  pthread_mutex_unlock(&poolMutex);
  return busy ? Fail(AIC_BUSY, "aic_set_threading: sessions with several threads are there; call it before "
                               "they are made")
              : AIC_OK;
}

void aic_end_idle_threads(void) {
  pthread_mutex_lock(&poolMutex);
  const uint32_t count = workerCount.load(std::memory_order_relaxed);
  for (uint32_t i = 0; i < count; ++i)
    if (EndWorker(workers[i]))
      someEnded.store(true, std::memory_order_relaxed);
  pthread_mutex_unlock(&poolMutex);
}
}
