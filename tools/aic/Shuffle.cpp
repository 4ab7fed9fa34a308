#include "tools/aic/Shuffle.h"

#include <algorithm>
#include <utility>

namespace aic::tool {

namespace {

uint64_t splitmix64(uint64_t x) {
  uint64_t z = x + 0x9E3779B97F4A7C15u;
  z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
  z = (z ^ z >> 27) * 0x94D049BB133111EBu;
  return z ^ z >> 31;
}

} // namespace

std::vector<int64_t> shuffled(absl::Span<const int64_t> rows, uint64_t seed, uint64_t epoch) {
  const uint64_t key = splitmix64(splitmix64(seed) + epoch);
  std::vector<std::pair<uint64_t, int64_t>> order;
  order.reserve(rows.size());
  for (int64_t row : rows)
    order.emplace_back(splitmix64(key + static_cast<uint64_t>(row)), row);
  std::sort(order.begin(), order.end());
  std::vector<int64_t> result;
  result.reserve(rows.size());
  for (const auto& [sortedBy, row] : order)
    result.push_back(row);
  return result;
}

} // namespace aic::tool
