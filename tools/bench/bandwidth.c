/* bandwidth THREADS MEGABYTES: how fast this machine reads memory now, in GB/s: the threads read one block of
 * so many megabytes together, each its own part, and again; the median of the rounds. Smaller than the last
 * cache it is that cache's. */
#include <immintrin.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { kRounds = 9, kMaxThreads = 256 };

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
  pthread_barrier_t* barrier;
  double* seconds; /* of each round; of the first thread alone */
  int sum;
} Part;

static void* readAll(void* argument) {
  Part* part = argument;
  __m256i sums[4] = {_mm256_setzero_si256(), _mm256_setzero_si256(), _mm256_setzero_si256(),
                     _mm256_setzero_si256()};
  for (int round = 0; round <= kRounds; round++) {
    pthread_barrier_wait(part->barrier);
    const double begin = now();
    for (size_t i = 0; i + 128 <= part->bytes; i += 128)
      for (int k = 0; k < 4; k++)
        sums[k] = _mm256_add_epi32(sums[k], _mm256_load_si256((const __m256i*)(part->data + i + 32 * k)));
    pthread_barrier_wait(part->barrier);
    if (part->seconds && round > 0) /* the first one brings it into the cache, if it fits */
      part->seconds[round - 1] = now() - begin;
  }
  for (int k = 1; k < 4; k++)
    sums[0] = _mm256_add_epi32(sums[0], sums[k]);
  part->sum = _mm256_extract_epi32(sums[0], 0);
  return NULL;
}

int main(int count, char** arguments) {
  const int threads = count > 1 ? atoi(arguments[1]) : 1;
  const size_t bytes = (count > 2 ? strtoul(arguments[2], NULL, 10) : 512) * 1000000;
  if (threads < 1 || threads > kMaxThreads || bytes == 0) {
    fprintf(stderr, "usage: bandwidth THREADS MEGABYTES\n");
    return 2;
  }
  const size_t each = bytes / (size_t)threads / 4096 * 4096;
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
    parts[t] = (Part){data + (size_t)t * each, each, &barrier, t == 0 ? seconds : NULL, 0};
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
  printf("%.2f\n", (double)(each * (size_t)threads) / seconds[kRounds / 2] * 1e-9);
  free(data);
  return sum == 12345;
}
