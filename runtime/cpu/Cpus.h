/// \file
/// The CPUs that this process may use, and how its threads are scheduled.
#ifndef AIC_RUNTIME_CPU_CPUS_H
#define AIC_RUNTIME_CPU_CPUS_H

#include <cstdint>

namespace aic::runtime::cpu {

/// The threads that a session gets whose caller names no number: one per CPU that the calling thread may run
/// on, as far as its container's quota goes; at most `most` unless that is 0. 1 … AIC_MAX_THREADS.
uint32_t AutomaticThreads(uint32_t most);

/// CPUs that the process's first thread may run on: 1 … AIC_MAX_THREADS.
uint32_t ProcessCpus();

/// The calling thread, one of the pool, takes the affinity and the scheduling class of the process's first
/// thread: a process that was started under taskset or chrt, or has limited itself, is obeyed; a thread that
/// was pinned or raised, and happens to make the first session, is not copied. What the system refuses stays
/// as it is.
void TakeProcessAffinity();
void TakeProcessScheduling();

/// The CPUs that this process's control groups allow on average, rounded up; 0: no limit, or none that can be
/// read. `membership`: /proc/self/cgroup; `mount`: /sys/fs/cgroup, of either version.
uint32_t CpuQuota(const char* membership, const char* mount);

} // namespace aic::runtime::cpu

#endif // AIC_RUNTIME_CPU_CPUS_H
