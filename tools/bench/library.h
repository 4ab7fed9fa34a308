/* aic's functions from a library that is named at run time, so that one program measures any build of it. */
#ifndef AIC_BENCH_LIBRARY_H
#define AIC_BENCH_LIBRARY_H

#include "../../runtime/aic.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

#define AIC_LIBRARY(DO)                                                                                      \
  DO(last_error)                                                                                             \
  DO(model_open)                                                                                             \
  DO(model_entry_count)                                                                                      \
  DO(model_entry)                                                                                            \
  DO(model_entry_input)                                                                                      \
  DO(model_entry_output)                                                                                     \
  DO(model_find_entry)                                                                                       \
  DO(model_entry_plan)                                                                                       \
  DO(model_entry_dispatch)                                                                                   \
  DO(model_entry_binding)                                                                                    \
  DO(model_kernel)                                                                                           \
  DO(session_create_with)                                                                                    \
  DO(session_describe)                                                                                       \
  DO(session_run_entry)                                                                                      \
  DO(session_set_trace)

static struct Library {
#define AIC_POINTER(name) __typeof__(&aic_##name) name;
  AIC_LIBRARY(AIC_POINTER)
#undef AIC_POINTER
} library;

static inline void loadLibrary(const char* path) {
  void* handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (!handle) {
    fprintf(stderr, "%s\n", dlerror());
    exit(1);
  }
#define AIC_FIND(name)                                                                                       \
  if (!(library.name = (__typeof__(library.name))dlsym(handle, "aic_" #name))) {                             \
    fprintf(stderr, "%s: no aic_" #name "\n", path);                                                         \
    exit(1);                                                                                                 \
  }
  AIC_LIBRARY(AIC_FIND)
#undef AIC_FIND
}

static inline void check(aic_status status) {
  if (status == AIC_OK)
    return;
  fprintf(stderr, "aic: %s\n", library.last_error());
  exit(1);
}

/* A session on the CPU of the model at `path`. */
static inline aic_session* openSession(const char* path, uint32_t threads, aic_model** model) {
  aic_session_options options;
  aic_session_options_init(&options);
  options.device = AIC_TARGET_CPU;
  options.threads = threads;
  aic_session* session;
  check(library.model_open(path, 0, model));
  check(library.session_create_with(*model, &options, &session));
  return session;
}

#endif
