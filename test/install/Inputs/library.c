/* Runs the two MLPs that aic_add_model made C libraries of; C and C++. */
#include "again.h"
#include "mlp.h"

#include <stdio.h>

int main(void) {
  const float x[8] = {1, -1, 0.5f, 2, 0, 1, -2, 3};
  float y[1], z[1];
  mlp* one = NULL;
  again* other = NULL;
  if (mlp_create(&one) || mlp_run_with(one, x, y)) {
    fprintf(stderr, "%s\n", mlp_last_error());
    return 1;
  }
  if (again_create(&other) || again_run_with(other, x, z)) {
    fprintf(stderr, "%s\n", again_last_error());
    return 1;
  }
  printf("%.6f %.6f\n", y[0], z[0]);
  mlp_destroy(one);
  again_destroy(other);
  return 0;
}
