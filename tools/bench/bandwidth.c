/* bandwidth THREADS MEGABYTES: how fast this machine reads memory now, in GB/s: the threads read one block of
 * so many megabytes together (0.25 is allowed), each its own part, and again; the median of the rounds. The
 * block's size chooses the cache that is measured: a block that fits into one comes from there. */
#include <immintrin.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { kRounds = 9, kMaxThreads = 256, kLeast = 32000000 }; /* kLeast: bytes that a thread reads in a round */
#ifdef __AVX512F__
typedef __m512i Vector;
static Vector add(Vector sum, const char* data) {
  return _mm512_add_epi32(sum, _mm512_load_si512((const void*)data));
}
static int first(Vector x) {
  return _mm512_cvtsi512_si32(x);
}
#else
typedef __m256i Vector;
static Vector add(Vector sum, const char* data) {
  return _mm256_add_epi32(sum, _mm256_load_si256((const __m256i*)data));
}
static int first(Vector x) {
  return _mm256_extract_epi32(x, 0);
}
#endif
enum { kChains = 4, kStep = kChains * (int)sizeof(Vector) };

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static int ascending(const void* x, const void* y) {
  const double a = *(const double*)x, b = *(const double*)y;
  return (a > b) - (a < b);
}

typedef struct Part {
  const char* data;
  size_t bytes;
  int passes; /* over the part, in a round */
  pthread_barrier_t* barrier;
  double* seconds; /* of each round; of the first thread alone */
  int sum;
} Part;

static void* readAll(void* argument) {
  Part* part = argument;
  Vector sums[kChains];
  memset(sums, 0, sizeof sums);
  for (int round = 0; round <= kRounds; round++) {
    pthread_barrier_wait(part->barrier);
    const double begin = now();
    for (int pass = 0; pass < part->passes; pass++)
      for (size_t i = 0; i + kStep <= part->bytes; i += kStep)
#pragma GCC unroll 4
        for (int k = 0; k < kChains; k++)
          sums[k] = add(sums[k], part->data + i + (size_t)k * sizeof(Vector));
    pthread_barrier_wait(part->barrier);
    if (part->seconds && round > 0) /* the first one brings it into the cache, if it fits */
      part->seconds[round - 1] = now() - begin;
  }
  part->sum = 0;
  for (int k = 0; k < kChains; k++)
    part->sum += first(sums[k]);
  return NULL;
}

int main(int count, char** arguments) {
  const int threads = count > 1 ? atoi(arguments[1]) : 1;
  const size_t bytes = (size_t)(1e6 * (count > 2 ? strtod(arguments[2], NULL) : 512));
  if (threads < 1 || threads > kMaxThreads || bytes < 4096 * (size_t)threads) {
    fprintf(stderr, "usage: bandwidth THREADS MEGABYTES\n");
    return 2;
  }
  const size_t each = bytes / (size_t)threads / 4096 * 4096;
  const int passes = (int)((kLeast + each - 1) / each);
  char* data = aligned_alloc(4096, each * (size_t)threads);
  if (!data) {
    fprintf(stderr, "memory is short\n");
    return 4;
  }
  memset(data, 1, each * (size_t)threads);
  pthread_barrier_t barrier;
  pthread_barrier_init(&barrier, NULL, (unsigned)threads);
  double seconds[kRounds];
  pthread_t others[kMaxThreads];
  Part parts[kMaxThreads];
  for (int t = 0; t < threads; t++) {
    parts[t] = (Part){data + (size_t)t * each, each, passes, &barrier, t == 0 ? seconds : NULL, 0};
    if (t > 0 && pthread_create(&others[t], NULL, readAll, &parts[t]) != 0) {
      fprintf(stderr, "a thread cannot be started\n");
      return 4;
    }
  }
  readAll(&parts[0]);
  int sum = parts[0].sum;
  for (int t = 1; t < threads; t++) {
    pthread_join(others[t], NULL);
    sum += parts[t].sum;
  }
  qsort(seconds, kRounds, sizeof *seconds, ascending);
  printf("%.2f\n", (double)passes * (double)(each * (size_t)threads) / seconds[kRounds / 2] * 1e-9);
  free(data);
  return sum == 12345;
}
