/* roundtrip: how long a cache line takes to another core and back, in nanoseconds: the first two CPUs that
 * this process may use. Cores that share a last cache are near (some 100 ns), others far (some 400); where a
 * virtual machine's CPUs lie changes from minute to minute, and no clock shows it. Prints 0 where there is
 * one CPU alone. */
#define _GNU_SOURCE
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { kRounds = 9, kTrips = 4000 };

static _Alignas(256) atomic_int line;
static int cpus[2];

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static int ascending(const void* x, const void* y) {
  const double a = *(const double*)x, b = *(const double*)y;
  return (a > b) - (a < b);
}

static void stay(int cpu) {
  cpu_set_t one;
  CPU_ZERO(&one);
  CPU_SET(cpu, &one);
  sched_setaffinity(0, sizeof one, &one);
}

/* Waits for the ball: `mine` is 0 or 1, and after so many polls the CPU is offered, should both run on one.
 */
static void await(int mine) {
  for (unsigned polls = 1; atomic_load_explicit(&line, memory_order_acquire) != mine; polls++)
    if (polls % 65536 == 0)
      sched_yield();
}

static void* answer(void* unused) {
  (void)unused;
  stay(cpus[1]);
  for (int trip = 0; trip < (kRounds + 1) * kTrips; trip++) {
    await(1);
    atomic_store_explicit(&line, 0, memory_order_release);
  }
  return NULL;
}

int main(void) {
  cpu_set_t allowed;
  int found = 0;
  if (sched_getaffinity(0, sizeof allowed, &allowed) != 0)
    return 1;
  for (int cpu = 0; cpu < CPU_SETSIZE && found < 2; cpu++)
    if (CPU_ISSET(cpu, &allowed))
      cpus[found++] = cpu;
  if (found < 2) {
    printf("0\n");
    return 0;
  }
  pthread_t other;
  if (pthread_create(&other, NULL, answer, NULL) != 0)
    return 1;
  stay(cpus[0]);
  double rounds[kRounds];
  for (int round = 0; round <= kRounds; round++) {
    const double begin = now();
    for (int trip = 0; trip < kTrips; trip++) {
      atomic_store_explicit(&line, 1, memory_order_release);
      await(0);
    }
    if (round > 0) /* in the first one the other thread may still be starting */
      rounds[round - 1] = (now() - begin) / kTrips * 1e9;
  }
  pthread_join(other, NULL);
  qsort(rounds, kRounds, sizeof *rounds, ascending);
  printf("%.0f\n", rounds[kRounds / 2]);
  return 0;
}
