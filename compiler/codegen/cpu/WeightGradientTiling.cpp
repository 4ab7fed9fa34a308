// Choosing the blocks of weights' gradients.
#include "compiler/codegen/cpu/WeightGradientTiling.h"

#include "compiler/codegen/cpu/TilingAttr.h"
#include "dialects/aic/Training.h"

using namespace mlir;

namespace aic::codegen {
namespace {

// A block of both operands, read once for each tile, stays in the second-level cache; and is so deep that
// loading and storing its sums does not show.
constexpr int64_t kBlockBytes = 512 * 1024, kDepth = 96;
// A workgroup's sums stay there, too, and its part of a packed gradient; a packed panel in the first level.
constexpr int64_t kSumBytes = 256 * 1024, kPackedBytes = 256 * 1024, kPanelBytes = 24 * 1024;
// Products with as many tiles and pixels as these are worth packing.
constexpr int64_t kPackedTiles = 4, kPackedPixels = 64;
// Rows of windows that are shorter, in floats, leave much of their last vector empty.
constexpr int64_t kShortWindowRow = 32;
// A workgroup takes 3 us of a core or more, in cycles. Each reads both operands from beyond the second-level
// cache, kArriving bytes a cycle, which should take no more than a part of its time; but two threads have
// work.
constexpr double kCyclesPerGroup = 12000, kArriving = 16, kPart = 0.1;
constexpr int64_t kMostGroups = 64, kFewGroups = 4;
constexpr int64_t kMostVectors = 4;
// Pixels of a 1x1 convolution are cut into rows of at most so many.
constexpr int64_t kLongRow = 128, kShortRow = 32;

constexpr TilingNumber<WeightGradientTiling> kNumbers[] = {
    {"mr", &WeightGradientTiling::mr},
    {"nv", &WeightGradientTiling::nv},
    {"rows_per_block", &WeightGradientTiling::rowsPerBlock},
    {"depth", &WeightGradientTiling::depth},
    {"panels_per_group", &WeightGradientTiling::panelsPerGroup},
    {"tiles_per_group", &WeightGradientTiling::tilesPerGroup}};

// All pixels are one row: as rows that are a block or less, where their number allows it.
void cutRow(WeightGradient& w) {
  int64_t pixels = w.images * w.outHeight * w.outWidth, row = std::min(pixels, kLongRow);
  while (row > kShortRow && pixels % row != 0)
    --row;
  if (row <= 0 || pixels % row != 0)
    row = std::max<int64_t>(pixels, 1);
  w.images = 1;
  w.outHeight = w.height = pixels / row;
  w.outWidth = w.width = row;
}

// Sums, the vectors of x, and an element of the gradient.
int64_t mostRows(const CpuTarget& target, int64_t nv) {
  int64_t rows = target.accumulators / nv;
  const int64_t others = nv + (target.broadcastsInFma ? 0 : 1);
  while (rows > 1 && rows * nv + others > target.registers)
    --rows;
  return rows;
}

// Cycles of a step of a tile, of which two FMAs and nearly two loads pass in one; lines of x come from the
// second-level cache.
double cyclesOf(int64_t rows, int64_t nv) {
  return std::max({double(rows * nv) / 2, double(rows + nv) / 1.8, 4.0, double(nv)});
}

} // namespace

WeightGradient describeWeightGradient(Operation* root) {
  auto op = cast<Conv2dWeightGradientOp>(root);
  auto x = op.getX().getType().getShape(), gradient = op.getGradient().getType().getShape();
  WeightGradient w;
  if (x.size() == 2) {
    w.width = w.outWidth = x[0];
    w.channelsIn = x[1];
    w.channelsOut = gradient[1];
    w.wholeRows = w.isProduct = true;
    cutRow(w);
    return w;
  }
  w.images = x[0], w.height = x[1], w.width = x[2], w.channelsIn = x[3];
  w.outHeight = gradient[1], w.outWidth = gradient[2], w.channelsOut = gradient[3];
  w.kernelHeight = op.getKernel()[0], w.kernelWidth = op.getKernel()[1];
  w.strideH = op.getStride()[0], w.strideW = op.getStride()[1];
  w.dilationH = op.getDilation()[0], w.dilationW = op.getDilation()[1];
  w.padTop = op.getPadding()[0], w.padLeft = op.getPadding()[1];
  int64_t last = (w.outWidth - 1) * w.strideW + (w.kernelWidth - 1) * w.dilationW;
  w.wholeRows = (w.dilationW == 1 || w.kernelWidth == 1) && w.padLeft == 0 && last < w.width;
  if (w.kernelHeight == 1 && w.kernelWidth == 1 && w.strideH == 1 && w.strideW == 1 && w.padTop == 0 &&
      w.padLeft == 0 && w.outHeight == w.height && w.outWidth == w.width) {
    w.isProduct = true;
    cutRow(w);
  }
  w.isGathered = !w.isProduct && w.wholeRows && !w.looksOutside() && w.kernelHeight > 1 &&
                 w.rowLength() < kShortWindowRow && w.pixels() >= kPackedPixels;
  return w;
}

DictionaryAttr WeightGradientTiling::toAttr(MLIRContext* context, const WeightGradient& w,
                                            const CpuTarget& target) const {
  NamedAttrList all = attrOfNumbers(*this, kNumbers, context);
  int64_t floats = sums(w, target) + (depth > 0 ? packedGradient() + packedPanel(w, target) : 0);
  if (floats > 0)
    all.append(kScratchBytes, Builder(context).getI64IntegerAttr(floats * int64_t(sizeof(float))));
  return all.getDictionary(context);
}

WeightGradientTiling WeightGradientTiling::fromAttr(DictionaryAttr attr) {
  return numbersOfAttr(attr, kNumbers);
}

namespace {

/// Rows and vectors of the tiles that take the fewest cycles, and these, for one pixel.
std::pair<WeightGradientTiling, double> chooseTile(const WeightGradient& w, const CpuTarget& target) {
  const int64_t lanes = target.lanes(sizeof(float)), outputs = std::max<int64_t>(w.channelsOut, 1);
  WeightGradientTiling best;
  double least = 0;
  for (int64_t nv = 1; nv <= kMostVectors && (nv == 1 || (nv - 1) * lanes < w.runLength()); ++nv) {
    WeightGradientTiling t;
    t.nv = nv;
    t.mr = ceilDiv(outputs, ceilDiv(outputs, std::min(mostRows(target, nv), outputs))); // even tiles
    const int64_t whole = outputs / t.mr, rest = outputs % t.mr;
    double row = static_cast<double>(whole) * cyclesOf(t.mr, nv);
    if (rest > 0)
      row += cyclesOf(rest, nv);
    double cycles = row * static_cast<double>(t.panels(w, target));
    if (least == 0 || cycles < 0.99 * least) {
      least = cycles;
      best = t;
    }
  }
  return {best, least};
}

/// How many workgroups there should be.
int64_t chooseGroups(const WeightGradient& w, double cycles) {
  const double arriving =
      4.0 * static_cast<double>(w.images * w.height * w.width * w.channelsIn + w.pixels() * w.channelsOut) /
      kArriving;
  auto groups = static_cast<int64_t>(kPart * cycles / std::max(arriving, 1.0));
  groups = std::clamp(groups, kFewGroups, kMostGroups);
  return std::clamp<int64_t>(static_cast<int64_t>(cycles / kCyclesPerGroup), 1, groups);
}

int64_t share(int64_t count, int64_t among) {
  return ceilDiv(count, std::min(count, among));
}

/// Deals tiles and panels out so that the fewest floats are packed: each group packs its tiles and its
/// panels.
void dealOutPacked(WeightGradientTiling& t, const WeightGradient& w, const CpuTarget& target,
                   int64_t groups) {
  const int64_t tiles = t.tiles(w), panels = t.panels(w, target);
  int64_t least = INT64_MAX;
  for (int64_t among = std::min(groups, tiles); among >= 1; --among) { // at first each tile meets all panels
    const int64_t tilesEach = share(tiles, among), ofTiles = ceilDiv(tiles, tilesEach);
    const int64_t panelsEach = share(panels, ceilDiv(groups, ofTiles)),
                  ofPanels = ceilDiv(panels, panelsEach);
    const int64_t packed = ofPanels * tiles * t.mr + ofTiles * panels * t.width(target);
    if (packed >= least || (least != INT64_MAX && tilesEach * t.mr * t.depth * 4 > kPackedBytes))
      continue;
    least = packed;
    t.tilesPerGroup = tilesEach;
    t.panelsPerGroup = panelsEach;
  }
}

} // namespace

WeightGradientTiling chooseWeightGradientTiling(const WeightGradient& w, const CpuTarget& target) {
  auto [best, ofPixel] = chooseTile(w, target);
  const int64_t panels = best.panels(w, target), tiles = best.tiles(w);
  int64_t groups = chooseGroups(w, ofPixel * static_cast<double>(w.pixels()));
  if (w.isGathered || (w.isProduct && panels > 1 && tiles >= kPackedTiles && w.pixels() >= kPackedPixels)) {
    const int64_t most =
        w.isGathered ? kDepth : std::max(kPanelBytes / (4 * best.width(target)), kPackedPixels);
    best.depth = ceilDiv(w.pixels(), ceilDiv(w.pixels(), most)); // even blocks
    groups = std::max(groups, ceilDiv(tiles * best.mr * best.depth * 4, kPackedBytes));
  } else {
    const int64_t rows = std::max<int64_t>(w.rows(), 1);
    int64_t rowBytes = 4 * (w.outWidth * w.channelsOut + w.strideH * w.width * w.channelsIn);
    int64_t each = std::max(kBlockBytes / std::max<int64_t>(rowBytes, 1),
                            ceilDiv(kDepth, std::max<int64_t>(w.outWidth, 1)));
    best.rowsPerBlock = ceilDiv(rows, ceilDiv(rows, std::clamp<int64_t>(each, 1, rows)));
  }
  if (best.blocks(w) > 1) // sums of all
    groups = std::max(groups, ceilDiv(panels * tiles * best.mr * best.width(target) * 4, kSumBytes));
  if (best.depth > 0) {
    dealOutPacked(best, w, target, groups);
  } else {
    best.panelsPerGroup = share(panels, groups);
    best.tilesPerGroup = share(tiles, ceilDiv(groups, ceilDiv(panels, best.panelsPerGroup)));
  }
  return best;
}

} // namespace aic::codegen
