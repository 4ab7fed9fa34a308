// Philox4x32-10, a generator whose numbers follow from a counter and a key alone (Salmon et al., "Parallel
// random numbers: as easy as 1, 2, 3", 2011): what the reference computes, and the constants of those who
// emit it.
#pragma once

#include <array>
#include <cstdint>

namespace aic::philox {

inline constexpr int kRounds = 10;
inline constexpr uint32_t kMultipliers[2] = {0xD2511F53, 0xCD9E8D57};
inline constexpr uint32_t kWeyl[2] = {0x9E3779B9, 0xBB67AE85}; ///< what the key moves on by, a round

constexpr std::array<uint32_t, 4> numbers(std::array<uint32_t, 4> counter, std::array<uint32_t, 2> key) {
  for (int round = 0; round < kRounds; ++round) {
    const uint64_t first = uint64_t(kMultipliers[0]) * counter[0],
                   second = uint64_t(kMultipliers[1]) * counter[2];
    counter = {uint32_t(second >> 32) ^ counter[1] ^ key[0], uint32_t(second),
               uint32_t(first >> 32) ^ counter[3] ^ key[1], uint32_t(first)};
    key = {key[0] + kWeyl[0], key[1] + kWeyl[1]};
  }
  return counter;
}

/// Which counter and which of its words is the number of element i (DropoutOp).
constexpr int64_t kVector = 16, kChunk = 4 * kVector;
constexpr uint64_t counterOf(uint64_t i) {
  return i / kChunk * kVector + i % kVector;
}
constexpr unsigned wordOf(uint64_t i) {
  return unsigned(i / kVector % 4);
}

/// An element of a dropout whose number is below this goes.
constexpr uint32_t threshold(double p) {
  const double bound = p * 0x1p32 + 0.5;
  return bound >= 0x1p32 ? UINT32_MAX : uint32_t(bound);
}

} // namespace aic::philox
