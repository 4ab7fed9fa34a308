/* host MODEL.aic [race]: runs a model on two threads some times, as a host does that has a thread of its own.
 * `race`: which writes what another one of the host's reads. */
#include "aic.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int shared;

static void* touch(void* argument) {
  ++*(int*)argument;
  return NULL;
}

int main(int argc, char** argv) {
  aic_model* model = NULL;
  aic_session* session = NULL;
  aic_tensor_info x, y;
  aic_input in;
  aic_output out;
  pthread_t thread;
  int own = 0;
  AIC_INIT(&x);
  AIC_INIT(&y);
  if (aic_model_open(argv[1], 0, &model) || aic_model_input(model, 0, &x) || aic_model_output(model, 0, &y) ||
      aic_session_create(model, 2, &session)) {
    fprintf(stderr, "%s\n", aic_last_error());
    return 1;
  }
  in.data = calloc(1, x.bytes), in.bytes = x.bytes;
  out.data = calloc(1, y.bytes), out.bytes = y.bytes;
  pthread_create(&thread, NULL, touch, argc > 2 ? &shared : &own);
  for (int i = 0; i < 3; ++i)
    if (aic_session_run(session, &in, 1, &out, 1)) {
      fprintf(stderr, "%s\n", aic_last_error());
      return 1;
    }
  shared += 1;
  pthread_join(thread, NULL);
  aic_session_close(session);
  aic_model_close(model);
  free((void*)in.data);
  free(out.data);
  return 0;
}
