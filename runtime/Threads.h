/// \file
/// Threads of the runtime's own, as the host wants them (aic_set_threading).
#ifndef AIC_RUNTIME_THREADS_H
#define AIC_RUNTIME_THREADS_H

#include "runtime/aic.h"

#include <cstddef>
#include <cstdint>
#include <pthread.h>
#include <sched.h>

namespace aic::runtime {

/// What the host has said. Plain data: copied as a whole.
struct Threading {
  uint64_t spin = 0; ///< aic_threading::spin_ns
  uint64_t idle = 0; ///< aic_threading::idle_ns
  void* user = nullptr;
  aic_thread_create_fn create = nullptr; ///< NULL: pthread_create.
  aic_thread_join_fn join = nullptr;
  aic_parallel_for_fn parallelFor = nullptr; ///< NULL: the pool.
  char name[16] = "";                        ///< Of the pool's threads; "": as they come.
  uint32_t cpuCount = 0;                     ///< CPUs in `cpus`; 0: the process's.
  cpu_set_t cpus = {};

  /// What holds where nothing was said.
  static Threading Default();
  /// The caller's, checked. Errors: AIC_INVALID_ARGUMENT.
  static aic_status Read(const aic_threading& caller, Threading* result);
};

/// What holds now.
Threading CurrentThreading();

/// One thread, to be joined by who started it.
struct Thread {
  pthread_t own;
  void* hosts = nullptr;
  aic_thread_join_fn join = nullptr; ///< NULL: `own` is a thread of ours.
  void* user = nullptr;
};

/// Starts a thread that calls body(argument). `stackBytes`: 0, or what it needs at least. Returns an errno
/// value, 0 if all is well.
int StartThread(const Threading& threading, void* (*body)(void*), void* argument, size_t stackBytes,
                Thread* thread);
void JoinThread(const Thread& thread);

} // namespace aic::runtime

#endif // AIC_RUNTIME_THREADS_H
