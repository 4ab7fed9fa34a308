// The order of samples, from a seed and nothing else.
#pragma once

#include "absl/types/span.h"

#include <cstdint>
#include <vector>

namespace aic::tool {

/// `rows` in the order of an epoch, from 0 on: by the keys splitmix64(e + row), where e = splitmix64(
/// splitmix64(seed) + epoch) and splitmix64 is rule 10's of the graph language; equal keys by their row. So
/// any epoch's order is had without those before it.
std::vector<int64_t> shuffled(absl::Span<const int64_t> rows, uint64_t seed, uint64_t epoch);

/// The epoch whose order says which samples are kept for validation: the first so many.
inline constexpr uint64_t kValidationEpoch = ~uint64_t{0};

} // namespace aic::tool
