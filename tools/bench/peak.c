/* peak THREADS: the FMA rate of this machine now, in GFLOP/s, over some 100 ms: the sum of the threads' own
 * rates, each the median of its rounds. The clock of a shared machine drifts: run it right before and after a
 * timing. x86-64, with the widest FMA that it is compiled for (-march=native). */
#include <immintrin.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { kSteps = 5000000, kRounds = 7, kAccumulators = 12, kMaxThreads = 256 };
#ifdef __AVX512F__
typedef __m512 Vector;
enum { kLanes = 16 };
static Vector broadcast(float x) {
  return _mm512_set1_ps(x);
}
static Vector multiplyAdd(Vector a, Vector b, Vector c) {
  return _mm512_fmadd_ps(a, b, c);
}
#else
typedef __m256 Vector;
enum { kLanes = 8 };
static Vector broadcast(float x) {
  return _mm256_set1_ps(x);
}
static Vector multiplyAdd(Vector a, Vector b, Vector c) {
  return _mm256_fmadd_ps(a, b, c);
}
#endif

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* Twelve independent chains: enough to hide four or five cycles of latency on two FMA ports. */
static float chains(void) {
  Vector a[kAccumulators];
  for (int i = 0; i < kAccumulators; i++)
    a[i] = broadcast(1.0f + (float)i);
  const Vector b = broadcast(0.999999f), c = broadcast(1e-7f);
  for (long k = 0; k < kSteps; k++) {
#pragma GCC unroll 12
    for (int i = 0; i < kAccumulators; i++)
      a[i] = multiplyAdd(a[i], b, c);
  }
  for (int i = 1; i < kAccumulators; i++)
    a[0] = multiplyAdd(a[0], b, a[i]);
  return *(const float*)&a[0];
}

static int ascending(const void* x, const void* y) {
  const double a = *(const double*)x, b = *(const double*)y;
  return (a > b) - (a < b);
}

/* The thread's median rate, in GFLOP/s; the first round wakes the core up and does not count. */
static void* measure(void* result) {
  double rates[kRounds];
  volatile float sink = chains();
  for (int r = 0; r < kRounds; r++) {
    const double start = now();
    sink = chains();
    rates[r] = 2.0 * kAccumulators * kLanes * kSteps / (now() - start) / 1e9;
  }
  (void)sink;
  qsort(rates, kRounds, sizeof *rates, ascending);
  *(double*)result = rates[kRounds / 2];
  return NULL;
}

int main(int argc, char** argv) {
  const int threads = argc > 1 ? atoi(argv[1]) : 1;
  if (threads < 1 || threads > kMaxThreads) {
    fprintf(stderr, "usage: peak THREADS\n");
    return 2;
  }
  pthread_t others[kMaxThreads];
  double rates[kMaxThreads], sum = 0;
  for (int t = 1; t < threads; t++)
    if (pthread_create(&others[t], NULL, measure, &rates[t]) != 0)
      return 1;
  measure(&rates[0]);
  for (int t = 1; t < threads; t++)
    pthread_join(others[t], NULL);
  for (int t = 0; t < threads; t++)
    sum += rates[t];
  printf("%.2f\n", sum);
  return 0;
}
