#include "tools/aic/Noise.h"

#include <cmath>

namespace aic::tool {

std::array<uint32_t, 4> philox(std::array<uint32_t, 4> counter, std::array<uint32_t, 2> key) {
  for (int round = 0; round < 10; ++round) {
    const uint64_t a = uint64_t(0xD2511F53) * counter[0], b = uint64_t(0xCD9E8D57) * counter[2];
    counter = {static_cast<uint32_t>(b >> 32) ^ counter[1] ^ key[0], static_cast<uint32_t>(b),
               static_cast<uint32_t>(a >> 32) ^ counter[3] ^ key[1], static_cast<uint32_t>(a)};
    key[0] += 0x9E3779B9;
    key[1] += 0xBB67AE85;
  }
  return counter;
}

namespace {

std::array<uint32_t, 4> wordsAt(uint64_t seed, uint64_t stream, uint64_t index) {
  return philox({static_cast<uint32_t>(index), static_cast<uint32_t>(index >> 32),
                 static_cast<uint32_t>(stream), static_cast<uint32_t>(stream >> 32)},
                {static_cast<uint32_t>(seed), static_cast<uint32_t>(seed >> 32)});
}

} // namespace

double normalAt(uint64_t seed, uint64_t stream, uint64_t index) {
  constexpr double kTwoPi = 6.283185307179586, kWord = 4294967296.0;
  std::array<uint32_t, 4> words = wordsAt(seed, stream, index);
  return std::sqrt(-2 * std::log((words[0] + 1.0) / kWord)) * std::cos(kTwoPi * (words[1] / kWord));
}

double uniformAt(uint64_t seed, uint64_t stream, uint64_t index) {
  std::array<uint32_t, 4> words = wordsAt(seed, stream, index);
  return static_cast<double>((uint64_t(words[0]) << 32 | words[1]) >> 11) * 0x1p-53;
}

} // namespace aic::tool
