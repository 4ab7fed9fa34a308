// Choosing the tiles of contractions.
#include "compiler/codegen/cpu/ContractionTiling.h"

using namespace mlir;

namespace aic::codegen {
namespace {

// Tiles must not be dealt out in pieces that cost more to hand over than to compute: about 20 us of one core.
constexpr double kFlopsPerGroup = 2e6;
// More pieces than this balance no better on the machines that we know (2 to 64 threads).
constexpr int64_t kMaxGroups = 64;
// A workgroup's share of `a` is read once per panel: it should stay in the second-level cache.
constexpr int64_t kBytesOfA = 256 * 1024;

// What of the first- and second-level caches a panel may take.
constexpr double kFirstLevel = 24 * 1024, kSecondLevel = 640 * 1024;
// Of a panel.
constexpr int64_t kMostVectors = 8;

} // namespace

int64_t ContractionTiling::units(const Contraction& c) const {
  return c.isMatmul ? c.images * ceilDiv(c.outWidth, mr) : c.images * c.outHeight;
}

int64_t ContractionTiling::panels(const Contraction& c, const CpuTarget& target) const {
  return c.groups * ceilDiv(c.channelsOut, nv * target.lanes(c.numberBytes));
}

int64_t ContractionTiling::workgroups(const Contraction& c, const CpuTarget& target) const {
  return ceilDiv(units(c), unitsPerGroup) * ceilDiv(panels(c, target), panelsPerGroup);
}

DictionaryAttr ContractionTiling::toAttr(MLIRContext* context) const {
  Builder b(context);
  return b.getDictionaryAttr({b.getNamedAttr("mr", b.getI64IntegerAttr(mr)),
                              b.getNamedAttr("nv", b.getI64IntegerAttr(nv)),
                              b.getNamedAttr("panels_per_group", b.getI64IntegerAttr(panelsPerGroup)),
                              b.getNamedAttr("units_per_group", b.getI64IntegerAttr(unitsPerGroup))});
}

ContractionTiling ContractionTiling::fromAttr(DictionaryAttr attr) {
  auto get = [&](StringRef name) { return attr.getAs<IntegerAttr>(name).getInt(); };
  return {get("mr"), get("nv"), get("units_per_group"), get("panels_per_group")};
}

namespace {

/// Rows of a tile that is `nv` vectors wide, and the cycles of all tiles.
struct Tile {
  int64_t mr;
  double cycles;
};

// By a small model of the core. A step of K in a tile of mr x nv vectors takes the largest of
//   mr * nv / 2     two FMAs a cycle,
//   (mr + nv) / 2   two loads a cycle: nv rows of b, mr broadcasts of a,
//   4               an FMA's latency: each accumulator is used once a step,
//   nv or 4 * nv    lines of b that is read more than once: from the second-level cache, or from beyond it,
// and the tile 24 + 2 * mr * nv cycles more for its addresses, epilogue and stores. With `arriving`, lines of
// b that is read once from beyond the second-level cache count too: they are as many for every tile.
Tile tileOf(const Contraction& c, const CpuTarget& target, int64_t nv, bool arriving) {
  int64_t lanes = target.lanes(c.numberBytes);
  double depth = static_cast<double>(c.depth());
  int64_t most = std::min<int64_t>(target.accumulators / nv, c.outWidth);
  int64_t mr = ceilDiv(c.outWidth, ceilDiv(c.outWidth, most)); // even tiles
  double panelBytes = 4.0 * depth * nv * lanes;
  bool again = c.images * c.outHeight * c.outWidth > mr;
  bool fromBeyond =
      again ? panelBytes > kSecondLevel
            : arriving && 4.0 * depth * static_cast<double>(c.groups * c.channelsOut) > kSecondLevel;
  auto cycles = [&](int64_t rows) {
    double step = std::max({rows * nv / 2.0, (rows + nv) / 2.0, 4.0});
    if (fromBeyond)
      step = std::max(step, 4.0 * nv);
    else if (again && panelBytes > kFirstLevel)
      step = std::max(step, 1.0 * nv);
    return depth * step + 24 + 2.0 * rows * nv;
  };
  int64_t whole = c.outWidth / mr, rest = c.outWidth % mr;
  double cost = static_cast<double>(whole) * cycles(mr) + (rest ? cycles(rest) : 0);
  return {mr, cost * static_cast<double>(ceilDiv(c.channelsOut, nv * lanes))};
}

} // namespace

SmallVector<int64_t> panelWidths(const Contraction& c, const CpuTarget& target) {
  int64_t lanes = target.lanes(c.numberBytes);
  SmallVector<int64_t> widths;
  for (int64_t nv = 1; nv <= std::min<int64_t>(kMostVectors, target.accumulators); ++nv)
    if (nv == 1 || (nv - 1) * lanes < c.channelsOut)
      widths.push_back(nv * lanes);
  return widths;
}

double cyclesOf(const Contraction& c, const CpuTarget& target, int64_t width, bool arriving) {
  return tileOf(c, target, width / target.lanes(c.numberBytes), arriving).cycles;
}

ContractionTiling chooseTiling(const Contraction& c, const CpuTarget& target, int64_t width) {
  ContractionTiling best;
  double bestCycles = 0;
  for (int64_t candidate : panelWidths(c, target)) {
    if (width != 0 && candidate != width)
      continue;
    int64_t nv = candidate / target.lanes(c.numberBytes);
    Tile tile = tileOf(c, target, nv, /*arriving=*/false);
    if (bestCycles == 0 || tile.cycles < bestCycles * 0.999) {
      bestCycles = tile.cycles;
      best.mr = tile.mr;
      best.nv = nv;
    }
  }
  // Deal out work along the bigger of the two operands, so that each thread reads its own part of it.
  int64_t units = best.units(c), panels = best.panels(c, target);
  int64_t groups = std::clamp<int64_t>(static_cast<int64_t>(c.flops() / kFlopsPerGroup), 1, kMaxGroups);
  int64_t bytesA = c.images * c.height * c.width * c.pixelStride * 4;
  int64_t bytesB = c.groups * c.channelsOut * c.depth() * 4;
  int64_t unitGroups = 1, panelGroups = 1;
  if (bytesB > bytesA) {
    panelGroups = std::min(panels, groups);
    unitGroups = std::min(units, std::max<int64_t>(1, groups / panelGroups));
  } else {
    unitGroups = std::min(units, groups);
    panelGroups = std::min(panels, std::max<int64_t>(1, groups / unitGroups));
  }
  unitGroups = std::max(unitGroups, std::min(units, bytesA / kBytesOfA));
  best.unitsPerGroup = ceilDiv(units, unitGroups);
  best.panelsPerGroup = ceilDiv(panels, panelGroups);
  return best;
}

} // namespace aic::codegen
