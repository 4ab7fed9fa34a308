// Cutting recurrence: see RecurrenceTiling.h.
#include "compiler/codegen/cpu/RecurrenceTiling.h"

#include "compiler/codegen/cpu/TilingAttr.h"

using namespace mlir;

namespace aic::codegen {
namespace {

// Sums in registers, at least, to hide an FMA's latency of 4 at two a cycle.
constexpr int64_t kSums = 8;
// What a workgroup does in a step must outweigh the meeting of threads after it, about a microsecond: so many
// bytes of weights take two or three from the second-level cache.
constexpr int64_t kBytesPerStep = 96 * 1024;
// From so many tiles of sequences on, threads are busy without meeting.
constexpr int64_t kIndependentTiles = 4;
// What of the first-level cache a panel may take.
constexpr double kFirstLevel = 24 * 1024;
// The runtime's limit for kernels in steps is 256 workgroups.
constexpr int64_t kMaxGroups = 64;
// And 2^31 - 1 for workgroups and steps together.
constexpr int64_t kMaxSteps = INT32_MAX / kMaxGroups;

constexpr TilingNumber<RecurrenceTiling> kNumbers[] = {{"rows", &RecurrenceTiling::rows},
                                                       {"units_per_group", &RecurrenceTiling::unitsPerGroup},
                                                       {"vectors", &RecurrenceTiling::vectors}};

} // namespace

DictionaryAttr RecurrenceTiling::toAttr(MLIRContext* context) const {
  NamedAttrList all = attrOfNumbers(*this, kNumbers, context);
  if (inSteps)
    all.append("in_steps", UnitAttr::get(context));
  return all.getDictionary(context);
}

RecurrenceTiling RecurrenceTiling::fromAttr(DictionaryAttr attr) {
  auto tiling = numbersOfAttr(attr, kNumbers);
  tiling.inSteps = attr.contains("in_steps");
  return tiling;
}

SmallVector<int64_t> panelWidths(const Recurrence& r, const CpuTarget& target) {
  int64_t lanes = target.lanes(4), most = std::max<int64_t>(1, target.accumulators / r.gates);
  SmallVector<int64_t> widths;
  for (int64_t vectors = 1; vectors <= std::min(most, ceilDiv(r.units, lanes)); ++vectors)
    widths.push_back(vectors * lanes);
  return widths;
}

double cyclesOf(const Recurrence& r, const CpuTarget& target, int64_t width) {
  RecurrenceTiling t = chooseRecurrenceTiling(r, target, width);
  auto sums = static_cast<double>(t.rows * t.vectors * r.gates);
  double step = std::max({sums / 2, static_cast<double>(t.rows + t.vectors * r.gates) / 2, 4.0});
  if (t.tiles(r) > 1 && 4.0 * static_cast<double>(r.units * width * r.gates) > kFirstLevel)
    step = std::max(step, static_cast<double>(t.vectors * r.gates)); // lines from the second-level cache
  return step * static_cast<double>(t.tiles(r) * t.panels(r, target));
}

RecurrenceTiling chooseRecurrenceTiling(const Recurrence& r, const CpuTarget& target, int64_t width) {
  RecurrenceTiling t;
  int64_t lanes = target.lanes(4);
  // One vector of each gate, more where a single row would leave the FMA units waiting.
  int64_t most = std::max<int64_t>(1, target.accumulators / r.gates);
  if (width != 0) {
    t.vectors = width / lanes;
    most = std::max<int64_t>(1, most / t.vectors);
  }
  t.rows = ceilDiv(r.sequences, ceilDiv(r.sequences, most));
  if (width == 0) {
    t.vectors = std::clamp<int64_t>(ceilDiv(kSums, t.rows * r.gates), 1, std::max<int64_t>(1, most / t.rows));
    t.vectors = std::min(t.vectors, ceilDiv(r.units, lanes));
  }
  int64_t panels = t.panels(r, target), bytes = 4 * r.gates * r.units * r.units;
  t.inSteps = r.steps > 1 && r.steps <= kMaxSteps && t.tiles(r) < kIndependentTiles &&
              bytes >= 2 * kBytesPerStep && panels > 1;
  if (t.inSteps) {
    t.unitsPerGroup =
        ceilDiv(panels, std::clamp<int64_t>(bytes / kBytesPerStep, 2, std::min(panels, kMaxGroups)));
  } else {
    double flops = r.flops() / 2e6; // about 20 us of one core
    int64_t groups = std::clamp<int64_t>(static_cast<int64_t>(flops), 1, std::min(t.tiles(r), kMaxGroups));
    t.unitsPerGroup = ceilDiv(t.tiles(r), groups);
  }
  return t;
}

} // namespace aic::codegen
