#include "runtime/cpu/ThreadPool.h"

#include "runtime/Failure.h"
#include "runtime/cpu/Cpus.h"
#include "runtime/cpu/Futex.h"
#include "runtime/cpu/Team.h"

#include <cerrno>
#include <signal.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace aic::runtime::cpu {

namespace {

// Kernels keep up to some 100 KB on the stack (attention's scores). The C library's default may be less
// (musl: 128 KB) or a lot of address space (glibc: 8 MB).
constexpr size_t kStackBytes = 1024 * 1024;

Worker workers[AIC_MAX_THREADS - 1];
std::atomic<uint32_t> workerCount{0}; // Those that were started: where to look. Changes under the mutex.
pthread_mutex_t poolMutex = PTHREAD_MUTEX_INITIALIZER;
uint32_t users = 0;        // Under the mutex.
bool watchesForks = false; // Under the mutex.

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
  pthread_mutex_unlock(&poolMutex);
}

void* WorkerMain(void* argument) {
  Worker& worker = *static_cast<Worker*>(argument);
  TakeProcessScheduling();
#if defined(__x86_64__)
  // A new thread inherits its maker's floating point modes; kernels are promised the default.
  _mm_setcsr(0x1f80);
#endif
  for (;;) {
    Wait wait(kSpins);
    uintptr_t assignment;
    while ((assignment = worker.assignment.load(std::memory_order_acquire)) <= Worker::kFree) {
      if (wait.Pass())
        continue;
      // Either this sees the assignment, or who made it sees that this sleeps: both orders are sequentially
      // consistent.
      worker.sleeps.store(1);
      if (worker.assignment.load() <= Worker::kFree)
        FutexWait(worker.sleeps, 1);
      worker.sleeps.store(0);
    }
    if (assignment == Worker::kEnding)
      return nullptr;
    Team::Of(assignment)->Serve(worker, Team::NumberOf(assignment));
    worker.assignment.store(Worker::kFree, std::memory_order_release);
  }
}

/// Makes a free thread something else. False: it is not free.
bool Assign(Worker& worker, uintptr_t assignment) {
  uintptr_t free = Worker::kFree;
  if (worker.assignment.load(std::memory_order_relaxed) != free ||
      !worker.assignment.compare_exchange_strong(free, assignment))
    return false;
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
  pthread_attr_t attributes;
  if (int error = pthread_attr_init(&attributes))
    return error;
  pthread_attr_setstacksize(&attributes, kStackBytes);
  int error = pthread_create(&worker.thread, &attributes, WorkerMain, &worker);
  pthread_attr_destroy(&attributes);
  if (error == EINVAL) // The host's thread-local variables, which glibc puts there too, do not fit.
    error = pthread_create(&worker.thread, nullptr, WorkerMain, &worker);
  if (error)
    return error;
  pthread_setname_np(worker.thread, "aic-worker");
  if (pthread_getcpuclockid(worker.thread, &worker.clock) != 0)
    worker.clock = CLOCK_MONOTONIC; // As if it always ran.
  worker.assignment.store(Worker::kFree, std::memory_order_release);
  return 0;
}

/// Starts threads until there are `wanted`. Under the mutex. Returns an errno value if one cannot be started.
int StartWorkers(uint32_t wanted) {
  uint32_t count = workerCount.load(std::memory_order_relaxed);
  if (count >= wanted)
    return 0;
  int error = 0;
  if (!watchesForks) {
    error = pthread_atfork(ForkPrepare, ForkParent, ForkChild);
    watchesForks = error == 0;
  }
  // A new thread starts with its maker's signal mask.
  sigset_t blocked = BlockedSignals(), before;
  pthread_sigmask(SIG_SETMASK, &blocked, &before);
  while (count < wanted && !error) {
    error = StartWorker(workers[count]);
    if (!error)
      workerCount.store(++count, std::memory_order_release);
  }
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  return error;
}

/// Ends and joins free threads until `wanted` are left, from the last on. Under the mutex. A thread that a
/// team has is left, and those before it.
void EndWorkers(uint32_t wanted) {
  uint32_t count = workerCount.load(std::memory_order_relaxed);
  for (; count > wanted && Assign(workers[count - 1], Worker::kEnding); --count) {
    pthread_join(workers[count - 1].thread, nullptr);
    // Who read the old count finds nobody free here.
    workers[count - 1].assignment.store(Worker::kAbsent, std::memory_order_relaxed);
    workerCount.store(count - 1, std::memory_order_release);
  }
}

} // namespace

Worker* AssignFreeWorker(uintptr_t assignment) {
  uint32_t count = workerCount.load(std::memory_order_acquire);
  for (uint32_t i = 0; i < count; ++i)
    if (Assign(workers[i], assignment))
      return &workers[i];
  return nullptr;
}

void AwaitDeparture(uintptr_t address) {
  uint32_t count = workerCount.load(std::memory_order_acquire);
  for (uint32_t i = 0; i < count; ++i)
    while (Team::AddressOf(workers[i].assignment.load(std::memory_order_acquire)) == address)
      sched_yield();
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
