/* What the sides of the benchmark have in common: each is a process that loads a model once, reads commands,
 * and is asked for short turns, so that all sides alternate within a second.
 *
 * The tensors stand in a file, one a line, without spaces in names:
 *   input NAME TYPE BYTES OFFSET RANK DIM... PATH    TYPE: NumPy's (f4, i8, b1); BYTES at OFFSET of the file
 * PATH output NAME TYPE BYTES 0 RANK DIM... -
 *
 * On standard output: {"load_ms": ...} when the model is loaded, then one line of JSON for each command:
 *   time SECONDS    run for so long, at least three times: {"median_ms", "p90_ms", "min_ms", "runs"}
 *   save FILE       run once; all outputs' bytes, one after another: {}
 *   profile SECONDS what a side tells of its operators; {} where it does not
 * It ends with its standard input. */
#ifndef AIC_BENCH_SIDE_H
#define AIC_BENCH_SIDE_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { kMaxTensors = 128, kMaxRank = 8, kMaxTimes = 400000, kAlignment = 64 };

typedef struct Tensor {
  char name[256], type[8];
  int64_t shape[kMaxRank];
  size_t rank, bytes;
  void* data; /* bytes of it, 64-byte aligned */
} Tensor;

typedef struct Tensors {
  Tensor inputs[kMaxTensors], outputs[kMaxTensors];
  size_t inputCount, outputCount;
} Tensors;

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void stop(const char* what, const char* why) {
  fprintf(stderr, "%s: %s\n", what, why);
  exit(1);
}

/* Zeros. */
static void* allocate(size_t bytes) {
  const size_t rounded = (bytes + kAlignment) / kAlignment * kAlignment; /* never none */
  void* data = aligned_alloc(kAlignment, rounded);
  if (!data)
    stop("side", "memory is short");
  memset(data, 0, rounded);
  return data;
}

static inline void readTensors(const char* path, Tensors* tensors) {
  FILE* list = fopen(path, "r");
  if (!list)
    stop(path, "cannot be opened");
  char kind[8], source[4096];
  tensors->inputCount = tensors->outputCount = 0;
  while (fscanf(list, "%7s", kind) == 1) {
    const int isInput = strcmp(kind, "input") == 0;
    size_t* count = isInput ? &tensors->inputCount : &tensors->outputCount;
    if (*count == kMaxTensors)
      stop(path, "too many tensors");
    Tensor* tensor = &(isInput ? tensors->inputs : tensors->outputs)[(*count)++];
    size_t offset;
    if (fscanf(list, "%7s %zu %zu %zu", tensor->type, &tensor->bytes, &offset, &tensor->rank) != 4 ||
        tensor->rank > kMaxRank)
      stop(path, "no list of tensors");
    for (size_t i = 0; i < tensor->rank; i++)
      if (fscanf(list, "%ld", &tensor->shape[i]) != 1)
        stop(path, "no list of tensors");
    if (fscanf(list, " %255[^\t] %4095[^\n]", tensor->name, source) != 2)
      stop(path, "no list of tensors");
    tensor->data = allocate(tensor->bytes);
    if (!isInput)
      continue;
    FILE* file = fopen(source, "rb");
    if (!file || fseek(file, (long)offset, SEEK_SET) != 0 ||
        fread(tensor->data, 1, tensor->bytes, file) != tensor->bytes)
      stop(source, "cannot be read");
    fclose(file);
  }
  fclose(list);
}

static int ascending(const void* x, const void* y) {
  const double a = *(const double*)x, b = *(const double*)y;
  return (a > b) - (a < b);
}

/* One side: `run` computes the outputs from the inputs or ends the program; `profile`, or NULL, prints its
 * line. */
typedef struct Side {
  void (*run)(void* self);
  void (*profile)(void* self, double seconds);
  void* self;
  const Tensors* tensors;
} Side;

static void takeTurn(const Side* side, double length) {
  static double times[kMaxTimes];
  /* What the other side left is in the caches, and the pool's threads sleep: a fifth of the turn does not
   * count. */
  const double begin = seconds();
  do
    side->run(side->self);
  while (seconds() - begin < 0.2 * length);
  size_t runs = 0;
  const double start = seconds();
  double now = start;
  while (runs < kMaxTimes && (runs < 3 || now - start < length)) {
    const double before = now;
    side->run(side->self);
    now = seconds();
    times[runs++] = now - before;
  }
  qsort(times, runs, sizeof *times, ascending);
  printf("{\"median_ms\": %.6f, \"p90_ms\": %.6f, \"min_ms\": %.6f, \"runs\": %zu}\n", 1e3 * times[runs / 2],
         1e3 * times[runs * 9 / 10], 1e3 * times[0], runs);
}

static void saveOutputs(const Side* side, const char* path) {
  side->run(side->self);
  FILE* file = fopen(path, "wb");
  if (!file)
    stop(path, "cannot be written");
  for (size_t i = 0; i < side->tensors->outputCount; i++) {
    const Tensor* tensor = &side->tensors->outputs[i];
    if (fwrite(tensor->data, 1, tensor->bytes, file) != tensor->bytes)
      stop(path, "cannot be written");
  }
  if (fclose(file) != 0)
    stop(path, "cannot be written");
  printf("{}\n");
}

/* Serves commands until there are none. */
static inline int serve(const Side* side, double loadSeconds) {
  printf("{\"load_ms\": %.3f}\n", 1e3 * loadSeconds);
  fflush(stdout);
  char line[4096], argument[4096];
  double length;
  while (fgets(line, sizeof line, stdin)) {
    if (sscanf(line, "time %lf", &length) == 1)
      takeTurn(side, length);
    else if (sscanf(line, "save %4095[^\n]", argument) == 1)
      saveOutputs(side, argument);
    else if (sscanf(line, "profile %lf", &length) == 1 && side->profile)
      side->profile(side->self, length);
    else
      printf("{}\n");
    fflush(stdout);
  }
  return 0;
}

#endif
