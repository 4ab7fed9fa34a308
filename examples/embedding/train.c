/* train mlp.aic [STEPS]; before: aic compile examples/training/mlp.graph --weights random:1 -o mlp.aic */
#include "aic.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failed(void) {
  fprintf(stderr, "%s\n", aic_last_error());
  return 1;
}

/* Numbers from -1 to 1, and whether their product and a third say yes. */
static float sample(unsigned* seed, float* x) {
  for (int i = 0; i < 8; ++i)
    x[i] = (float)((*seed = *seed * 1664525u + 1013904223u) >> 8) / (1 << 23) - 1;
  return x[0] * x[1] + x[2] > 0;
}

/* A state by its name; AIC_ALL_STATES: there is none. */
static uint32_t state_of(const aic_model* model, const char* name, aic_state_info* info) {
  for (uint32_t i = 0; i < aic_model_state_count(model); ++i)
    if (aic_model_state(model, i, info) == AIC_OK && strcmp(info->name, name) == 0)
      return i;
  return AIC_ALL_STATES;
}

int main(int argc, char** argv) {
  enum { BATCH = 16 };
  float x[BATCH][8], target[BATCH], rate = 0.01f, results[2], y, bias;
  const aic_input batch[] = {{x, sizeof x}, {target, sizeof target}, {&rate, sizeof rate}};
  const aic_output losses[] = {{&results[0], sizeof(float)}, {&results[1], sizeof(float)}};
  aic_model* model;
  aic_session* session;
  aic_state_info info;
  uint32_t train, predict;
  unsigned seed = 1, right = 0, steps = argc > 2 ? (unsigned)atoi(argv[2]) : 2000;
  AIC_INIT(&info);
  if (aic_model_open(argc > 1 ? argv[1] : "mlp.aic", 0, &model) || aic_session_create(model, 1, &session) ||
      aic_model_find_entry(model, "train", &train) || aic_model_find_entry(model, "predict", &predict))
    return failed();
  for (unsigned step = 0; step < steps; ++step) {
    for (int i = 0; i < BATCH; ++i)
      target[i] = sample(&seed, x[i]);
    if (aic_session_run_entry(session, train, batch, 3, losses, 2))
      return failed();
    if (step % ((steps + 3) / 4) == 0)
      printf("step %u: loss %.4f\n", step, results[0]);
  }
  if (aic_session_read_state(session, state_of(model, "fc2.bias", &info), &bias, sizeof bias))
    return failed();
  for (int i = 0; i < 1000; ++i) {
    const int yes = sample(&seed, x[0]) > 0;
    const aic_input one = {x[0], sizeof x[0]};
    if (aic_session_run_entry(session, predict, &one, 1, &(aic_output){&y, sizeof y}, 1))
      return failed();
    right += yes == (y > 0.5f);
  }
  printf("%u of 1000 right; fc2.bias is %.4f\n", right, bias);
}
