/* A host that loads the runtime, runs a model on several threads, and unloads it: UnloadTest LIBRARY MODEL.
 */
#include "runtime/aic.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

static float x[64][32], y[64][32], s;

/* Which ISO C has no cast for. */
static void find(void* library, const char* name, void* function) {
  void* symbol = dlsym(library, name);
  memcpy(function, &symbol, sizeof symbol);
}

static int run(void* library, const char* path) {
  aic_status (*open)(const char*, uint32_t, aic_model**);
  aic_status (*create)(aic_model*, uint32_t, aic_session**);
  aic_status (*run_session)(aic_session*, const aic_input*, uint32_t, const aic_output*, uint32_t);
  void (*close_session)(aic_session*);
  void (*close_model)(aic_model*);
  aic_model* model;
  aic_session* session;
  aic_input in = {x, sizeof x};
  aic_output out[2] = {{y, sizeof y}, {&s, sizeof s}};
  int status;
  find(library, "aic_model_open", &open);
  find(library, "aic_session_create", &create);
  find(library, "aic_session_run", &run_session);
  find(library, "aic_session_close", &close_session);
  find(library, "aic_model_close", &close_model);
  if (open(path, 0, &model) != AIC_OK || create(model, 4, &session) != AIC_OK)
    return 1;
  status = run_session(session, &in, 1, out, 2);
  close_session(session);
  close_model(model);
  return status;
}

int main(int argc, char** argv) {
  int i;
  if (argc != 3)
    return 2;
  for (i = 0; i < 20; ++i) {
    void* library = dlopen(argv[1], RTLD_NOW | RTLD_LOCAL);
    if (!library) {
      fprintf(stderr, "%s\n", dlerror());
      return 1;
    }
    if (run(library, argv[2]) != 0) {
      fprintf(stderr, "the model does not run\n");
      return 1;
    }
    dlclose(library);
    if (dlopen(argv[1], RTLD_NOW | RTLD_NOLOAD)) {
      fprintf(stderr, "the library is still there\n");
      return 1;
    }
  }
  return 0;
}
