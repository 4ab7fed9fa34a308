// Normal numbers that are a function of a seed and a place: the same on every machine, in any order.
#pragma once

#include <array>
#include <cstdint>

namespace aic::tool {

/// Philox4x32-10 (Salmon et al., Parallel Random Numbers: As Easy as 1, 2, 3, SC 2011).
std::array<uint32_t, 4> philox(std::array<uint32_t, 4> counter, std::array<uint32_t, 2> key);

/// Number `index` of stream `stream` from a normal distribution of mean 0 and deviation 1, by Box and Muller:
/// the first two words of philox({index, index >> 32, stream, stream >> 32}, {seed, seed >> 32}).
double normalAt(uint64_t seed, uint64_t stream, uint64_t index);

/// Number `index` of stream `stream`, from [0, 1): 53 bits of the same words.
double uniformAt(uint64_t seed, uint64_t stream, uint64_t index);

} // namespace aic::tool
