/* odd.h: a model as a C library. Made by aic 0.1.0 from odd.graph.
 *
 *   odd* model;
 *   if (odd_create(&model) != AIC_OK || odd_run(model, &inputs, &outputs) != AIC_OK)
 *     puts(odd_last_error());
 *   odd_destroy(model);
 *
 * Arrays are row-major. bool is a byte, 0 or 1; f16 and bf16 are their bits. Functions return 0 (AIC_OK) or
 * what went wrong. An instance is for one thread at a time; several may be in use at once. Results are those
 * of `aic run`, bit for bit.
 */
#ifndef ODD_H
#define ODD_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What functions return; aic.h has the same. */
#ifndef AIC_STATUS_DEFINED
#define AIC_STATUS_DEFINED
typedef enum aic_status {
  AIC_OK = 0,
  AIC_INVALID_ARGUMENT = 1,
  AIC_CANNOT_READ = 2,
  AIC_INVALID_ARTIFACT = 3,
  AIC_UNSUPPORTED = 4,
  AIC_OUT_OF_MEMORY = 5,
  AIC_BUSY = 6,
  AIC_KERNEL_FAILED = 7,
  AIC_SYSTEM = 8,
  AIC_DEVICE_LOST = 9,
  AIC_STATE_LOST = 10,
  AIC_CANCELLED = 11,
  AIC_REFUSED = 12
} aic_status;
#endif

/* An instance: working memory, and the states. */
typedef struct odd odd;

/* Makes one by malloc. Errors: AIC_INVALID_ARGUMENT, AIC_UNSUPPORTED (this CPU lacks what the code was
 * compiled for), AIC_OUT_OF_MEMORY. */
aic_status odd_create(odd** self);

/* Makes one in the caller's memory, which stays until it is destroyed: then nothing is allocated at all. */
#define ODD_ARENA_BYTES ...
#define ODD_ARENA_ALIGNMENT 64
aic_status odd_create_in(void* arena, size_t bytes, odd** self);

/* Ends one; NULL is allowed. */
void odd_destroy(odd* self);

/* The words for the last failure on this thread: one line, "" before the first. */
const char* odd_last_error(void);

/* A model with something of everything that a header has to say. * / This ends no comment.
 *
 * Whoever counts. */

/* Sizes in elements, and shapes. */
#define ODD_INPUT_X_SIZE 429
#define ODD_INPUT_X_RANK 4
#define ODD_INPUT_X_SHAPE {1, 3, 13, 11}
#define ODD_INPUT_CLASS__SIZE 1
#define ODD_INPUT_CLASS__RANK 0
#define ODD_INPUT_MASK_SIZE 3
#define ODD_INPUT_MASK_RANK 1
#define ODD_INPUT_MASK_SHAPE {3}
#define ODD_INPUT_HALF_SIZE 4
#define ODD_INPUT_HALF_RANK 2
#define ODD_INPUT_HALF_SHAPE {2, 2}
#define ODD_INPUT_NONE_OF_IT_SIZE 0
#define ODD_INPUT_NONE_OF_IT_RANK 2
#define ODD_INPUT_NONE_OF_IT_SHAPE {0, 4}
#define ODD_OUTPUT_Y_SIZE 3
#define ODD_OUTPUT_Y_RANK 2
#define ODD_OUTPUT_Y_SHAPE {1, 3}
#define ODD_OUTPUT_SELF__SIZE 1
#define ODD_OUTPUT_SELF__RANK 0
#define ODD_OUTPUT_HALF_SIZE 4
#define ODD_OUTPUT_HALF_RANK 2
#define ODD_OUTPUT_HALF_SHAPE {2, 2}
#define ODD_OUTPUT_SMALL_SIZE 1
#define ODD_OUTPUT_SMALL_RANK 1
#define ODD_OUTPUT_SMALL_SHAPE {1}

typedef struct odd_inputs {
  /* Pixels,
   * one plane after another. */
  float x[1 * 3 * 13 * 11]; /* f32[1, 3, 13, 11] */
  /* which row of the table */
  int64_t class_[1]; /* i64[] */
  uint8_t mask[3]; /* bool[3] */
  uint16_t half[2 * 2]; /* f16[2, 2] */
  float none_of_it[1]; /* f32[0, 4], empty */
} odd_inputs;

typedef struct odd_outputs {
  /* for each plane */
  float y[1 * 3]; /* f32[1, 3] */
  double self_[1]; /* f64[] */
  uint16_t half[2 * 2]; /* f16[2, 2] */
  uint16_t small[1]; /* bf16[1] */
} odd_outputs;

/* Runs odd. Allocates nothing. Errors: AIC_INVALID_ARGUMENT, AIC_BUSY (another thread runs it),
 * AIC_KERNEL_FAILED (it refused its data: an index out of range), AIC_STATE_LOST (until odd_reset). */
aic_status odd_run(odd* self, const odd_inputs* inputs, odd_outputs* outputs);

/* The same on buffers of the caller's, which overlap in nothing that is written. */
aic_status odd_run_with(odd* self, const float x[1 * 3 * 13 * 11], const int64_t class_[1], const uint8_t mask[3], const uint16_t half[2 * 2], const float* none_of_it, float y[1 * 3], double self_[1], uint16_t half_out[2 * 2], uint16_t small[1]);

/* ---- States: what stays from run to run ---- */

#define ODD_STATE_SEEN_SIZE 3
#define ODD_STATE_SEEN_RANK 1
#define ODD_STATE_SEEN_SHAPE {3}
#define ODD_STATE_RUNS_SIZE 1
#define ODD_STATE_RUNS_RANK 0
#define ODD_STATE_START_SIZE 2
#define ODD_STATE_START_RANK 1
#define ODD_STATE_START_SHAPE {2}

typedef struct odd_states {
  /* What was seen so far. */
  float seen[3]; /* seen: f32[3] */
  unsigned char aic_gap0[52];
  int32_t runs[1]; /* runs: i32[] */
  unsigned char aic_gap1[60];
  float start[2]; /* start: f32[2] */
} odd_states;

/* Where they lie in an instance: to be read and written between runs, one by one or all of them by memcpy. */
odd_states* odd_state(odd* self);

/* Gives all states what they begin with. Errors: AIC_INVALID_ARGUMENT, AIC_BUSY. */
aic_status odd_reset(odd* self);

#ifdef __cplusplus
}
#endif

#endif /* ODD_H */
