// The tiles of contractions, as a table.
#include "compiler/codegen/vulkan/ContractionTile.h"

using namespace mlir;

namespace aic::codegen::vulkan {
namespace {

// Register tiles of the floor variant, the first that fits: at least so many output channels a group, and so
// many tiles. For 512^3 on lavapipe and SwiftShader 8x2 and 4x2 are the fastest of 1x1 to 8x4; 4x4 and 2x4
// are slower on both.
struct FloorTile {
  int64_t minChannels, minTiles, pixels, fours;
};
constexpr FloorTile kFloorTiles[] = {
    {8, 512, 8, 2}, // 16 accumulators: a four of b serves eight pixels, a four of a two fours of channels
    {8, 256, 4, 2}, // too few of these to occupy a device
    {5, 64, 2, 2},  // small problems: more invocations rather than more reuse
    {1, 64, 4, 1},  // up to four channels
    {1, 0, 1, 1},   // a row vector times a matrix: one four an invocation
};

// The shared-memory variant: a block of rows and columns per workgroup, and as much of K at a time. 64
// invocations, 8 KiB. A block that is mostly empty, or a K of one step, gains nothing from sharing.
struct SharedTile {
  int64_t minPixels, minChannels, minDepth, blockRows, blockColumns, blockDepth, pixels, fours;
};
constexpr SharedTile kSharedTile = {32, 32, 32, 64, 64, 16, 8, 2};
static_assert((kSharedTile.blockRows + kSharedTile.blockColumns) * kSharedTile.blockDepth * 4 <=
              kMaxSharedBytes);

} // namespace

Variants contractionVariants(schedule::KernelOp kernel) {
  Contraction c = contractionOf(kernel);
  int64_t pixels = c.images * c.outHeight * c.outWidth;
  auto tilesOf = [&](const FloorTile& t) {
    int64_t rows = c.isMatmul ? c.images * ceilDiv(c.outWidth, t.pixels) : ceilDiv(pixels, t.pixels);
    return rows * c.groups * ceilDiv(c.channelsOut, 4 * t.fours);
  };
  const FloorTile* chosen = std::end(kFloorTiles) - 1;
  for (const FloorTile& t : kFloorTiles)
    if (c.channelsOut >= t.minChannels && tilesOf(t) >= t.minTiles) {
      chosen = &t;
      break;
    }
  Variant floor = flat(tilesOf(*chosen));
  int64_t width = 4 * chosen->fours;
  floor.tiles = {{"pixels", chosen->pixels}, {"fours", chosen->fours}, {"width", width}};
  if (c.packed)
    floor.tiles.push_back({"packed", 1});
  const SharedTile& s = kSharedTile;
  if (pixels < s.minPixels || c.channelsOut < s.minChannels || c.depth() < s.minDepth)
    return {floor};
  Variant shared;
  shared.name = "shared";
  shared.localSize = s.blockRows / s.pixels * (s.blockColumns / (4 * s.fours));
  int64_t rows = c.isMatmul ? c.images * ceilDiv(c.outWidth, s.blockRows) : ceilDiv(pixels, s.blockRows);
  shared.workgroups = rows * c.groups * ceilDiv(c.channelsOut, s.blockColumns);
  shared.tiles = {{"block_rows", s.blockRows},
                  {"block_columns", s.blockColumns},
                  {"block_depth", s.blockDepth},
                  {"pixels", s.pixels},
                  {"fours", s.fours},
                  {"width", width}};
  return {floor, shared};
}

} // namespace aic::codegen::vulkan
