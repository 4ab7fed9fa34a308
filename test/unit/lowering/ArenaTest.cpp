// Offsets of random programs: buffers alive at once share no byte, and the arena is close to the lower bound.
#include "compiler/lowering/Arena.h"

#include <chrono>
#include <gtest/gtest.h>
#include <random>

namespace aic::lowering {
namespace {

class Random {
public:
  explicit Random(uint32_t seed) : engine(seed) {}
  int64_t between(int64_t low, int64_t high) {
    return low + static_cast<int64_t>(engine() % static_cast<uint64_t>(high - low + 1));
  }
  bool chance(double p) { return std::uniform_real_distribution<double>()(engine) < p; }

private:
  std::mt19937_64 engine;
};

// The largest sum of bytes alive at once, step by step.
int64_t peakOf(const std::vector<Lifetime>& buffers) {
  int64_t last = 0, peak = 0;
  for (const Lifetime& buffer : buffers)
    last = std::max(last, buffer.end);
  for (int64_t step = 0; step <= last; ++step) {
    int64_t alive = 0;
    for (const Lifetime& buffer : buffers)
      if (buffer.begin <= step && step <= buffer.end)
        alive += buffer.bytes;
    peak = std::max(peak, alive);
  }
  return peak;
}

// Checks a plan; returns its size by the bound.
double check(const std::vector<Lifetime>& buffers, const char* what, uint32_t seed) {
  Arena arena = planArena(buffers);
  EXPECT_EQ(arena.offsets.size(), buffers.size());
  EXPECT_EQ(arena.peak, peakOf(buffers));
  for (size_t a = 0; a < buffers.size(); ++a) {
    EXPECT_EQ(arena.offsets[a] % 64, 0);
    EXPECT_GE(arena.offsets[a], 0);
    EXPECT_LE(arena.offsets[a] + buffers[a].bytes, arena.bytes);
    for (size_t b = 0; b < a; ++b)
      if (buffers[a].overlaps(buffers[b]))
        EXPECT_TRUE(arena.offsets[a] + buffers[a].bytes <= arena.offsets[b] ||
                    arena.offsets[b] + buffers[b].bytes <= arena.offsets[a])
            << what << " " << seed << ": buffers " << a << " and " << b;
  }
  Arena again = planArena(buffers);
  EXPECT_EQ(again.offsets, arena.offsets);
  return arena.peak == 0 ? 1.0 : static_cast<double>(arena.bytes) / static_cast<double>(arena.peak);
}

int64_t bytes(Random& random) {
  return 64 * random.between(1, random.chance(0.3) ? 20000 : 500);
}

// Each step writes one buffer, which the next steps read for the last time.
std::vector<Lifetime> chain(Random& random) {
  std::vector<Lifetime> buffers;
  for (int64_t step = 0, n = random.between(1, 60); step < n; ++step)
    buffers.push_back({bytes(random), step, step + 1});
  return buffers;
}

// Networks like ResNet: a value lives on beside a few steps of its branch; sizes fall as the network goes on.
std::vector<Lifetime> residual(Random& random) {
  std::vector<Lifetime> buffers;
  int64_t size = 64 * random.between(500, 20000), step = 0;
  for (int64_t block = 0, n = random.between(2, 20); block < n; ++block) {
    int64_t length = random.between(1, 4);
    buffers.push_back({size, step, step + length}); // the shortcut
    for (int64_t i = 0; i < length; ++i, ++step) {
      int64_t inner = random.chance(0.3) ? size / 64 / 4 * 64 + 64 : size;
      buffers.push_back({inner, step + 1, step + 2});
    }
    if (random.chance(0.3))
      size = std::max<int64_t>(64, size / 64 / 2 * 64);
    ++step;
  }
  return buffers;
}

// Inception and DenseNet: several branches from one value, whose results meet.
std::vector<Lifetime> branching(Random& random) {
  std::vector<Lifetime> buffers;
  int64_t step = 0, size = 64 * random.between(500, 20000);
  for (int64_t block = 0, n = random.between(1, 10); block < n; ++block) {
    int64_t branches = random.between(1, 5), start = step;
    std::vector<int64_t> lengths;
    int64_t total = 0;
    for (int64_t i = 0; i < branches; ++i)
      total += lengths.emplace_back(random.between(1, 4));
    buffers.push_back({size, start, start + total});
    for (int64_t length : lengths)
      for (int64_t i = 0; i < length; ++i) {
        ++step;
        bool last = i + 1 == length;
        buffers.push_back({64 * std::max<int64_t>(1, size / 64 / random.between(1, 4)), step,
                           last ? start + total + 1 : step + 1});
      }
    ++step;
  }
  return buffers;
}

std::vector<Lifetime> anything(Random& random) {
  std::vector<Lifetime> buffers;
  for (int64_t i = 0, n = random.between(0, 40); i < n; ++i) {
    int64_t begin = random.between(0, 40);
    buffers.push_back(
        {64 * random.between(0, 100), begin, begin + random.between(0, random.chance(0.2) ? 40 : 4)});
  }
  return buffers;
}

void sweep(const char* what, std::vector<Lifetime> (*make)(Random&), uint32_t seeds, double bound) {
  double worst = 1, sum = 0;
  for (uint32_t seed = 0; seed < seeds; ++seed) {
    Random random(seed);
    double ratio = check(make(random), what, seed);
    EXPECT_LE(ratio, bound) << what << " with seed " << seed;
    worst = std::max(worst, ratio);
    sum += ratio;
  }
  std::printf("%s: worst %.3f, mean %.4f of the bound\n", what, worst, sum / seeds);
}

TEST(Arena, Chains) {
  sweep("chain", chain, 300, 1.1);
}
TEST(Arena, Residual) {
  sweep("residual", residual, 300, 1.1);
}
TEST(Arena, Branching) {
  sweep("branching", branching, 300, 1.1);
}
TEST(Arena, Anything) {
  sweep("anything", anything, 300, 1.25);
}

TEST(Arena, NothingAndOne) {
  EXPECT_EQ(planArena({}).bytes, 0);
  Arena one = planArena({Lifetime{128, 3, 3}});
  EXPECT_EQ(one.bytes, 128);
  EXPECT_EQ(one.peak, 128);
}

// A model of thousands of operators is planned in a moment.
TEST(Arena, ManyBuffers) {
  Random random(5);
  std::vector<Lifetime> buffers;
  for (int64_t step = 0; step < 5000; ++step)
    buffers.push_back({64 * random.between(1, 1000), step, step + random.between(1, 5)});
  Arena arena = planArena(buffers);
  EXPECT_LE(arena.bytes, arena.peak * 1.1);
}

// All alive at once, as before a concat of them: nothing is to be won, and comparing all with all would take
// minutes.
TEST(Arena, ManyBuffersAtOnce) {
  Random random(6);
  std::vector<Lifetime> buffers;
  for (int64_t step = 0; step < 60000; ++step)
    buffers.push_back({64 * random.between(1, 1000), step, 60000});
  auto start = std::chrono::steady_clock::now();
  Arena arena = planArena(buffers);
  EXPECT_EQ(arena.bytes, arena.peak);
  EXPECT_LT(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(), 20);
}

// Gaps open and close while others stay: no byte is in two buffers that are alive.
TEST(Arena, ManyBuffersOfAllLives) {
  Random random(7);
  std::vector<Lifetime> buffers;
  for (int64_t step = 0; step < 3000; ++step)
    buffers.push_back(
        {64 * random.between(0, 50), step, step + random.between(0, random.chance(0.1) ? 300 : 6)});
  EXPECT_LE(check(buffers, "all lives", 7), 1.25);
}

} // namespace
} // namespace aic::lowering
