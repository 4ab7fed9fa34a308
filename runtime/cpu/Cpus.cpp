#include "runtime/cpu/Cpus.h"

#include "runtime/aic.h"

#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace aic::runtime::cpu {

namespace {

uint32_t CountCpus(pid_t thread) {
  cpu_set_t set;
  long count =
      sched_getaffinity(thread, sizeof(set), &set) == 0 ? CPU_COUNT(&set) : sysconf(_SC_NPROCESSORS_ONLN);
  return count < 1 ? 1 : count > AIC_MAX_THREADS ? AIC_MAX_THREADS : count;
}

/// A thread's scheduling class. The system's own calls: musl's functions of these names always fail.
struct Scheduling {
  int policy = -1;
  sched_param parameters = {};

  explicit Scheduling(pid_t thread) {
    if (syscall(SYS_sched_getparam, thread, &parameters) == 0)
      policy = static_cast<int>(syscall(SYS_sched_getscheduler, thread));
  }
  bool operator==(const Scheduling& other) const {
    return policy == other.policy && parameters.sched_priority == other.parameters.sched_priority;
  }
};

/// The beginning of a small file, as text; "" if it cannot be read.
struct FileText {
  char text[4096];

  explicit FileText(const char* path) {
    int file = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t bytes = file < 0 ? -1 : read(file, text, sizeof(text) - 1);
    if (file >= 0)
      close(file);
    text[bytes < 0 ? 0 : bytes] = 0;
  }
};

/// CPUs for `quota` microseconds of every `period`, rounded up; 0: no limit.
uint32_t CpusOf(long long quota, long long period) {
  if (quota <= 0 || period <= 0)
    return 0;
  long long cpus = quota / period + (quota % period != 0);
  return cpus > AIC_MAX_THREADS ? AIC_MAX_THREADS : static_cast<uint32_t>(cpus);
}

uint32_t Smaller(uint32_t a, uint32_t b) {
  return !a ? b : !b ? a : a < b ? a : b;
}

/// One group's own limit, of version 2 or 1.
uint32_t QuotaOfGroup(const char* folder) {
  char path[PATH_MAX + 32];
  snprintf(path, sizeof(path), "%s/cpu.max", folder);
  FileText v2(path);
  long long quota = 0, period = 0;
  if (sscanf(v2.text, "%lld %lld", &quota, &period) == 2) // "max 100000" is no number: no limit.
    return CpusOf(quota, period);
  snprintf(path, sizeof(path), "%s/cpu.cfs_quota_us", folder);
  FileText v1(path);
  snprintf(path, sizeof(path), "%s/cpu.cfs_period_us", folder);
  FileText v1Period(path);
  return CpusOf(strtoll(v1.text, nullptr, 10), strtoll(v1Period.text, nullptr, 10));
}

/// The smallest limit of the group and of those around it. In a container the path that the process knows may
/// be the host's: then the mount itself is the container's group, which this looks at last.
uint32_t QuotaOfPath(const char* mount, const char* group) {
  char folder[PATH_MAX];
  size_t root = strlen(mount);
  if (snprintf(folder, sizeof(folder), "%s%s", mount, group) >= static_cast<int>(sizeof(folder)))
    return 0;
  uint32_t least = 0;
  for (;;) {
    least = Smaller(least, QuotaOfGroup(folder));
    char* slash = strrchr(folder, '/');
    if (!slash || static_cast<size_t>(slash - folder) < root)
      return least;
    *slash = 0;
  }
}

/// Whether "cpu" is among the names, which commas part.
bool NamesCpu(const char* names) {
  for (const char* name = names; name; name = strchr(name, ',')) {
    name += *name == ',';
    if (strncmp(name, "cpu", 3) == 0 && (name[3] == ',' || name[3] == 0))
      return true;
  }
  return false;
}

} // namespace

uint32_t AutomaticThreads(uint32_t most) {
  uint32_t cpus = CountCpus(0), quota = CpuQuota("/proc/self/cgroup", "/sys/fs/cgroup");
  return Smaller(Smaller(cpus, quota), most);
}

uint32_t ProcessCpus() {
  return CountCpus(getpid());
}

void TakeProcessAffinity() {
  const pid_t process = getpid();
  cpu_set_t wanted, own;
  if (sched_getaffinity(process, sizeof(wanted), &wanted) == 0 &&
      sched_getaffinity(0, sizeof(own), &own) == 0 && !CPU_EQUAL(&wanted, &own))
    sched_setaffinity(0, sizeof(wanted), &wanted);
}

void TakeProcessScheduling() {
  Scheduling scheduling(getpid());
  // Such a class is not for the threads that a thread makes.
  if (scheduling.policy == SCHED_DEADLINE || (scheduling.policy & SCHED_RESET_ON_FORK)) {
    scheduling.policy = SCHED_OTHER;
    scheduling.parameters = {};
  }
  if (scheduling.policy >= 0 && !(scheduling == Scheduling(0)))
    syscall(SYS_sched_setscheduler, 0, scheduling.policy, &scheduling.parameters);
}

uint32_t CpuQuota(const char* membership, const char* mount) {
  FileText groups(membership);
  uint32_t least = 0;
  char* rest = nullptr;
  for (char* line = strtok_r(groups.text, "\n", &rest); line; line = strtok_r(nullptr, "\n", &rest)) {
    // "0::/path" is version 2, "4:cpu,cpuacct:/path" version 1.
    char* names = strchr(line, ':');
    char* path = names ? strchr(++names, ':') : nullptr;
    if (!path || path[1] != '/' || strstr(path, ".."))
      continue;
    *path++ = 0;
    if (strcmp(path, "/") == 0)
      ++path;
    if (!*names) {
      least = Smaller(least, QuotaOfPath(mount, path));
    } else if (NamesCpu(names)) {
      char cpu[PATH_MAX];
      snprintf(cpu, sizeof(cpu), "%s/cpu", mount); // A link, where the folder is called "cpu,cpuacct".
      least = Smaller(least, QuotaOfPath(cpu, path));
    }
  }
  return least;
}

} // namespace aic::runtime::cpu
