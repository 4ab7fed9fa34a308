/* Runs the MLP that aic_add_model put into this program; C and C++. Prints what examples/run.c prints. */
#include "mlp_aic.h"

#include <stdio.h>

#ifdef EXTRA_MODEL
#include "two_sizes_aic.h"
#endif

int main(void) {
  float x[8] = {1, -1, 0.5f, 2, 0, 1, -2, 3}, y[1];
  aic_model* model = NULL;
  aic_session* session = NULL;
  const aic_input in = {x, sizeof x};
  const aic_output out = {y, sizeof y};
  if ((size_t)mlp_aic % 4096 != 0 || mlp_open(AIC_OPEN_VERIFY, &model) ||
      aic_session_create(model, 1, &session) || aic_session_run(session, &in, 1, &out, 1)) {
    fprintf(stderr, "%s\n", aic_last_error());
    return 1;
  }
  printf("%.6f\n", y[0]);
  aic_session_close(session);
  aic_model_close(model);
#ifdef EXTRA_MODEL
  if (two_sizes_open(0, &model)) {
    fprintf(stderr, "%s\n", aic_last_error());
    return 1;
  }
  printf("%u entries\n", aic_model_entry_count(model));
  aic_model_close(model);
#endif
  return 0;
}
