/* peak THREADS: the FMA rate of this machine now, in GFLOP/s, over some 60 ms on each thread. The clock of a
 * shared machine drifts: run it right before and after a timing. x86-64, with the widest FMA that it is
 * compiled for (-march=native). */
#include <immintrin.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { kRounds = 6000000, kAccumulators = 12, kMaxThreads = 256 };
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
static void* chains(void* sink) {
  Vector a[kAccumulators];
  for (int i = 0; i < kAccumulators; i++)
    a[i] = broadcast(1.0f + (float)i);
  const Vector b = broadcast(0.999999f), c = broadcast(1e-7f);
  for (long k = 0; k < kRounds; k++) {
#pragma GCC unroll 12
    for (int i = 0; i < kAccumulators; i++)
      a[i] = multiplyAdd(a[i], b, c);
  }
  for (int i = 1; i < kAccumulators; i++)
    a[0] = multiplyAdd(a[0], b, a[i]);
  *(volatile Vector*)sink = a[0];
  return NULL;
}

int main(int argc, char** argv) {
  const int threads = argc > 1 ? atoi(argv[1]) : 1;
  if (threads < 1 || threads > kMaxThreads) {
    fprintf(stderr, "usage: peak THREADS\n");
    return 2;
  }
  double sum = 0;
  const int rounds = 4; /* the first wakes the cores up and does not count */
  for (int r = 0; r < rounds; r++) {
    pthread_t others[kMaxThreads];
    static Vector sinks[kMaxThreads];
    const double start = now();
    for (int t = 1; t < threads; t++)
      if (pthread_create(&others[t], NULL, chains, &sinks[t]) != 0)
        return 1;
    chains(&sinks[0]);
    for (int t = 1; t < threads; t++)
      pthread_join(others[t], NULL);
    if (r > 0)
      sum += 2.0 * kAccumulators * kLanes * kRounds * threads / (now() - start) / 1e9;
  }
  printf("%.2f\n", sum / (rounds - 1));
  return 0;
}
