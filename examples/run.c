#include "aic.h"

#include <stdio.h>

int main(int argc, char** argv) {
  float x[8] = {1, -1, 0.5f, 2, 0, 1, -2, 3}, y[1];
  aic_model* model = NULL;
  aic_session* session = NULL;
  const aic_input in = {x, sizeof x};
  const aic_output out = {y, sizeof y};
  if (aic_model_open(argc > 1 ? argv[1] : "mlp.aic", 0, &model) || aic_session_create(model, 0, &session) ||
      aic_session_run(session, &in, 1, &out, 1)) {
    fprintf(stderr, "%s\n", aic_last_error());
    return 1;
  }
  printf("%.6f\n", y[0]);
  aic_session_close(session);
  aic_model_close(model);
}
