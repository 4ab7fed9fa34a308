/* Preloaded into a program, lets one of its allocations fail: the AIC_FAIL_ALLOCATION-th after main began,
   from 1. With 0 none fails. Where AIC_COUNT_ALLOCATIONS names a file, their number is written there at the
   end. glibc alone. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* glibc's own, exported under these names for those who bring a malloc of their own. */
extern void* __libc_malloc(size_t);
extern void* __libc_calloc(size_t, size_t);
extern void* __libc_realloc(void*, size_t);
extern void* __libc_memalign(size_t, size_t);

static atomic_long allocations;
static atomic_int counting;
static long failing;

/* Whether this allocation is the one that fails. */
static int fails(void) {
  if (!atomic_load_explicit(&counting, memory_order_relaxed))
    return 0;
  if (atomic_fetch_add_explicit(&allocations, 1, memory_order_relaxed) + 1 != failing)
    return 0;
  errno = ENOMEM;
  return 1;
}

void* malloc(size_t bytes) {
  return fails() ? NULL : __libc_malloc(bytes);
}
/* The list of what a thread destroys at its end: where it cannot grow, glibc ends the process itself ("failed
   to register TLS destructor: out of memory"), and no program can do anything about it. */
static int isThreadEndList(const void* caller) {
  Dl_info info;
  return dladdr(caller, &info) && info.dli_sname && !strcmp(info.dli_sname, "__cxa_thread_atexit_impl");
}

void* calloc(size_t count, size_t bytes) {
  return fails() && !isThreadEndList(__builtin_return_address(0)) ? NULL : __libc_calloc(count, bytes);
}
void* realloc(void* old, size_t bytes) {
  return bytes && fails() ? NULL : __libc_realloc(old, bytes);
}
void* memalign(size_t alignment, size_t bytes) {
  return fails() ? NULL : __libc_memalign(alignment, bytes);
}
void* aligned_alloc(size_t alignment, size_t bytes) {
  return memalign(alignment, bytes);
}
int posix_memalign(void** result, size_t alignment, size_t bytes) {
  void* made = memalign(alignment, bytes);
  if (!made)
    return ENOMEM;
  *result = made;
  return 0;
}

static int (*realMain)(int, char**, char**);

static void report(void) {
  atomic_store(&counting, 0);
  const char* path = getenv("AIC_COUNT_ALLOCATIONS");
  FILE* file = path ? fopen(path, "w") : NULL;
  if (!file)
    return;
  fprintf(file, "%ld\n", atomic_load(&allocations));
  fclose(file);
}

static int countedMain(int argc, char** argv, char** environment) {
  const char* number = getenv("AIC_FAIL_ALLOCATION");
  failing = number ? atol(number) : 0;
  atexit(report);
  atomic_store(&counting, 1);
  return realMain(argc, argv, environment);
}

typedef int Start(int (*)(int, char**, char**), int, char**, void (*)(void), void (*)(void), void (*)(void),
                  void*);

/* What the C library begins a program with; here main is put between. */
int __libc_start_main(int (*main)(int, char**, char**), int argc, char** argv, void (*init)(void),
                      void (*fini)(void), void (*loaderFini)(void), void* stackEnd) {
  Start* start = (Start*)dlsym(RTLD_NEXT, "__libc_start_main");
  realMain = main;
  return start(countedMain, argc, argv, init, fini, loaderFini, stackEnd);
}
