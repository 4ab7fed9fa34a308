// Normal numbers that are a function of a seed and a place: the same on every machine, in any order.
#pragma once

#include <cstdint>

namespace aic::tool {

/// Number `index` of stream `stream` from a normal distribution of mean 0 and deviation 1, by Box and Muller:
/// the first two words of Philox4x32-10 at the counter {index, index >> 32, stream, stream >> 32} with the
/// key {seed, seed >> 32}.
double normalAt(uint64_t seed, uint64_t stream, uint64_t index);

} // namespace aic::tool
