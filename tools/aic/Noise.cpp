#include "tools/aic/Noise.h"

#include "dialects/aic/Philox.h"

#include <cmath>

namespace aic::tool {

double normalAt(uint64_t seed, uint64_t stream, uint64_t index) {
  constexpr double kTwoPi = 6.283185307179586, kWord = 4294967296.0;
  const auto low = [](uint64_t value) { return static_cast<uint32_t>(value); };
  const auto words = philox::numbers({low(index), low(index >> 32), low(stream), low(stream >> 32)},
                                     {low(seed), low(seed >> 32)});
  return std::sqrt(-2 * std::log((words[0] + 1.0) / kWord)) * std::cos(kTwoPi * (words[1] / kWord));
}

} // namespace aic::tool
