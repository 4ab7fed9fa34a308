#include "tools/aic/FmaPeak.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <system_error>
#include <thread>
#include <vector>

namespace aic::tool {

namespace {

using Clock = std::chrono::steady_clock;

// 14 chains: an FMA takes four cycles and two can start in each, so at least 8 must be under way.
constexpr int kChains = 14;

// The factor and the summand come through volatile, or the loop would be folded; the values stay near 1.
volatile float gFactor = 0.999999f, gSummand = 1e-6f;

/// The loop for vectors of BYTES bytes. `a * b + c` becomes one instruction where TARGET has it.
#define AIC_FMA_LOOP(NAME, BYTES, TARGET)                                                                    \
  TARGET float NAME(int64_t rounds) {                                                                        \
    _Pragma("STDC FP_CONTRACT ON") typedef float Vector __attribute__((vector_size(BYTES)));                 \
    Vector b = Vector{} + gFactor, c = Vector{} + gSummand, a[kChains];                                      \
    for (int i = 0; i < kChains; ++i)                                                                        \
      a[i] = Vector{} + (1.0f + 0.01f * static_cast<float>(i));                                              \
    for (int64_t round = 0; round < rounds; ++round) {                                                       \
      _Pragma("clang loop unroll(full)") for (int i = 0; i < kChains; ++i) a[i] = a[i] * b + c;              \
    }                                                                                                        \
    for (int i = 1; i < kChains; ++i)                                                                        \
      a[0] += a[i];                                                                                          \
    return a[0][0];                                                                                          \
  }

#if defined(__x86_64__)
AIC_FMA_LOOP(fmaLoop64, 64, __attribute__((target("avx512f"))))
AIC_FMA_LOOP(fmaLoop32, 32, __attribute__((target("avx2,fma"))))
#endif
AIC_FMA_LOOP(fmaLoop16, 16, )
#undef AIC_FMA_LOOP

struct Loop {
  float (*run)(int64_t rounds);
  int lanes;
};

Loop widestLoop() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f"))
    return {fmaLoop64, 16};
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
    return {fmaLoop32, 8};
#endif
  return {fmaLoop16, 4};
}

} // namespace

double measureFmaPeak(unsigned threads) {
  threads = std::max(threads, 1u);
  const Loop loop = widestLoop();
  constexpr int64_t kRounds = 20000; // well under a millisecond
  constexpr auto kTime = std::chrono::milliseconds(30);
  std::atomic<unsigned> ready{0}, expected{threads};
  std::atomic<uint64_t> done{0};
  std::atomic<float> sink{0};
  auto work = [&] {
    float value = loop.run(kRounds); // the clock and the vector units wake up
    ++ready;
    while (ready < expected) // all start at once
      std::this_thread::yield();
    std::vector<double> rates; // rounds a second, of each short burst
    rates.reserve(4096);
    Clock::time_point begin = Clock::now(), before = begin;
    do {
      value += loop.run(kRounds);
      Clock::time_point now = Clock::now();
      rates.push_back(kRounds / std::chrono::duration<double>(now - before).count());
      before = now;
    } while (before - begin < kTime);
    // The median, like that of the runs: a burst in which another process took the core does not count.
    std::nth_element(rates.begin(), rates.begin() + static_cast<ptrdiff_t>(rates.size() / 2), rates.end());
    done += static_cast<uint64_t>(rates[rates.size() / 2]);
    sink = value;
  };
  std::vector<std::thread> others;
  try {
    for (unsigned i = 1; i < threads; ++i)
      others.emplace_back(work);
  } catch (const std::system_error&) { // the system gives no more threads: measure those that there are
    expected = static_cast<unsigned>(others.size()) + 1;
  }
  work();
  for (std::thread& other : others)
    other.join();
  double roundsPerSecond = static_cast<double>(done);
  return roundsPerSecond * kChains * loop.lanes * 2 / 1e9;
}

} // namespace aic::tool
