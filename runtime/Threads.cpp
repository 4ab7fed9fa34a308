#include "runtime/Threads.h"

#include "runtime/Failure.h"

#include <cerrno>
#include <cstring>

namespace aic::runtime {

Threading Threading::Default() {
  Threading threading;
  threading.spin = AIC_SPIN_DEFAULT_NS;
  strcpy(threading.name, "aic-worker");
  return threading;
}

aic_status Threading::Read(const aic_threading& caller, Threading* result) {
  const char* const function = "aic_set_threading";
  Threading threading;
  if (!caller.create != !caller.join)
    return Fail(AIC_INVALID_ARGUMENT, "%s: create and join belong together; %s is NULL", function,
                caller.create ? "join" : "create");
  if (caller.cpu_count && !caller.cpus)
    return Fail(AIC_INVALID_ARGUMENT, "%s: cpus is NULL, and cpu_count %u", function, caller.cpu_count);
  if (!caller.create)
    threading = Default();
  if (caller.name) {
    if (strlen(caller.name) >= sizeof(threading.name))
      return Fail(AIC_INVALID_ARGUMENT, "%s: the name \"%.40s\" has more than %zu bytes", function,
                  caller.name, sizeof(threading.name) - 1);
    strcpy(threading.name, caller.name);
  }
  for (uint32_t i = 0; i < caller.cpu_count; ++i) {
    if (caller.cpus[i] >= CPU_SETSIZE)
      return Fail(AIC_INVALID_ARGUMENT, "%s: there is no CPU %u", function, caller.cpus[i]);
    CPU_SET(caller.cpus[i], &threading.cpus);
  }
  threading.cpuCount = caller.cpu_count ? CPU_COUNT(&threading.cpus) : 0;
  threading.spin = caller.spin_ns;
  threading.idle = caller.idle_ns;
  threading.user = caller.user;
  threading.create = caller.create;
  threading.join = caller.join;
  threading.parallelFor = caller.parallel_for;
  *result = threading;
  return AIC_OK;
}

int StartThread(const Threading& threading, void* (*body)(void*), void* argument, size_t stackBytes,
                Thread* thread) {
  *thread = {};
  if (threading.create) {
    if (int error = threading.create(threading.user, body, argument, stackBytes, &thread->hosts))
      return error;
    thread->join = threading.join;
    thread->user = threading.user;
    return 0;
  }
  pthread_attr_t attributes;
  if (int error = pthread_attr_init(&attributes))
    return error;
  if (stackBytes)
    pthread_attr_setstacksize(&attributes, stackBytes);
  int error = pthread_create(&thread->own, &attributes, body, argument);
  pthread_attr_destroy(&attributes);
  if (error == EINVAL) // The host's thread-local variables, which glibc puts there too, do not fit.
    error = pthread_create(&thread->own, nullptr, body, argument);
  if (!error && threading.name[0])
    pthread_setname_np(thread->own, threading.name);
  return error;
}

void JoinThread(const Thread& thread) {
  if (thread.join)
    thread.join(thread.user, thread.hosts);
  else
    pthread_join(thread.own, nullptr);
}

} // namespace aic::runtime
