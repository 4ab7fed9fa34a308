/* Kernels written by hand, to the ABI of runtime/kernel_abi.h, for the runtime's tests. Compiled twice:
 * AIC_TEST_FACTOR tells the two code objects apart; AIC_TEST_TABLE, the table's name, is another where they
 * become part of the program. Every tensor is f32[64, 32] unless a kernel says
 * otherwise; a workgroup is a row. */
#include "runtime/kernel_abi.h"

#ifndef AIC_TEST_ABI_VERSION
#define AIC_TEST_ABI_VERSION AIC_KERNEL_ABI_VERSION
#endif
#ifndef AIC_TEST_TABLE
#define AIC_TEST_TABLE aic_kernels
#endif

#define ROWS 64
#define COLS 32

typedef const float (*In)[COLS];
typedef float (*Out)[COLS];

/* y = FACTOR * x + w; w: f32[32] */
static int32_t scale(void* const* b, uint32_t row, const aic_kernel_env* env) {
  In x = (In)b[0];
  const float* w = (const float*)b[1];
  Out y = (Out)b[2];
  for (int c = 0; c < COLS; ++c)
    y[row][c] = AIC_TEST_FACTOR * x[row][c] + w[c];
  return AIC_KERNEL_OK;
}

/* y[r] = x[r - 1] / 4 + x[r] / 2 + x[r + 1] / 3, rows wrap: reads what other workgroups wrote the dispatch
 * before. */
static int32_t blend(void* const* b, uint32_t row, const aic_kernel_env* env) {
  In x = (In)b[0];
  Out y = (Out)b[1];
  uint32_t above = (row + ROWS - 1) % ROWS, below = (row + 1) % ROWS;
  for (int c = 0; c < COLS; ++c)
    y[row][c] = x[above][c] / 4 + x[row][c] / 2 + x[below][c] / 3;
  return AIC_KERNEL_OK;
}

/* blend, after enough work that every thread has the time to take its share. */
static int32_t knead(void* const* b, uint32_t row, const aic_kernel_env* env) {
  volatile uint32_t work = 0;
  for (uint32_t i = 0; i < 2000; ++i)
    work = work + i;
  return blend(b, row, env);
}

/* s: f32[1] = the sum of x. One workgroup. */
static int32_t sum(void* const* b, uint32_t workgroup, const aic_kernel_env* env) {
  In x = (In)b[0];
  float s = 0;
  for (int r = 0; r < ROWS; ++r)
    for (int c = 0; c < COLS; ++c)
      s += x[r][c];
  *(float*)b[1] = s;
  return AIC_KERNEL_OK;
}

/* ids: i32[64], each of 0 .. 3; table: f32[4, 32] -> y: the table's rows. */
static int32_t gather(void* const* b, uint32_t row, const aic_kernel_env* env) {
  const int32_t* ids = (const int32_t*)b[0];
  In table = (In)b[1];
  Out y = (Out)b[2];
  if (ids[row] < 0 || ids[row] >= 4)
    return AIC_KERNEL_INDEX_OUT_OF_RANGE;
  for (int c = 0; c < COLS; ++c)
    y[row][c] = table[ids[row]][c];
  return AIC_KERNEL_OK;
}

/* y: u32[64, 2] = the environment's worker and worker_count, after some work, so that others get their share.
 * 65536 is added to the count where there is scratch memory; what this writes there must stay meanwhile. */
static int32_t probe(void* const* b, uint32_t row, const aic_kernel_env* env) {
  uint32_t (*y)[2] = (uint32_t (*)[2])b[0];
  if (env->abi_version != AIC_KERNEL_ABI_VERSION || env->step)
    return 99;
  volatile uint32_t* scratch = (volatile uint32_t*)env->scratch;
  if (scratch)
    scratch[0] = scratch[15] = row;
  volatile uint32_t work = 0;
  for (uint32_t i = 0; i < 20000; ++i)
    work = work + i;
  if (scratch &&
      (scratch[0] != row || scratch[15] != row || (uintptr_t)scratch % AIC_KERNEL_BUFFER_ALIGNMENT))
    return 98;
  y[row][0] = env->worker;
  y[row][1] = env->worker_count + (scratch ? 65536u : 0);
  return AIC_KERNEL_OK;
}

/* One slow workgroup, several milliseconds: longer than any thread spins. y = x. */
static int32_t slow(void* const* b, uint32_t workgroup, const aic_kernel_env* env) {
  In x = (In)b[0];
  Out y = (Out)b[1];
  volatile uint32_t work = 0;
  for (uint32_t i = 0; i < 10000000; ++i)
    work = work + i;
  for (int r = 0; r < ROWS; ++r)
    for (int c = 0; c < COLS; ++c)
      y[r][c] = x[r][c];
  return AIC_KERNEL_OK;
}

/* y = x, of which the last row takes some milliseconds: the others wait for it. Each row takes a while, so
 * that the last one is not always the caller's. */
static int32_t straggle(void* const* b, uint32_t row, const aic_kernel_env* env) {
  In x = (In)b[0];
  Out y = (Out)b[1];
  volatile uint32_t work = 0;
  for (uint32_t i = 0; i < (row == ROWS - 1 ? 3000000u : 20000u); ++i)
    work = work + i;
  for (int c = 0; c < COLS; ++c)
    y[row][c] = x[row][c];
  return AIC_KERNEL_OK;
}

/* Returns the i32 that it reads. */
static int32_t fail(void* const* b, uint32_t workgroup, const aic_kernel_env* env) {
  return *(const int32_t*)b[0];
}

/* y's row `step` from its row before: a recurrence, in which the workgroup has 4 of the 32 columns. Row 0 is
 * x's. */
static int32_t march(void* const* b, uint32_t group, const aic_kernel_env* env) {
  In x = (In)b[0];
  Out y = (Out)b[1];
  uint32_t t = env->step;
  for (uint32_t c = 4 * group; c < 4 * group + 4; ++c) {
    float sum = x[t][c];
    for (int k = 0; t > 0 && k < COLS; ++k)
      sum += y[t - 1][k] * (0.02f + 0.001f * (float)((c + k) % 5));
    y[t][c] = sum;
  }
  return t == 40 && x[0][0] < 0 ? 7 + (int32_t)group : AIC_KERNEL_OK;
}

static const aic_kernel_fn functions[] = {scale, blend,    sum,   gather, probe,
                                          slow,  straggle, knead, fail,   march};

__attribute__((visibility("default"))) const aic_kernel_table AIC_TEST_TABLE = {
    AIC_TEST_ABI_VERSION, sizeof(functions) / sizeof(functions[0]), functions};
