// Choosing how depthwise convolutions are cut.
#include "compiler/codegen/cpu/DepthwiseTiling.h"

#include "compiler/codegen/Kernel.h"
#include "compiler/codegen/cpu/TilingAttr.h"

#include <numeric>

using namespace mlir;

namespace aic::codegen {
namespace {

// What a band's rows read and write of a block of channels should stay in the second-level cache; those that
// two bands share are read twice, and of few pixels there is no use in few rows.
constexpr int64_t kLeastBand = 4, kMostBand = 16, kPixelsOfBand = 256;
constexpr int64_t kBandBytes = 512 * 1024;

// Neighbouring lines are fetched ahead, and lie in one page; but what a tile's window covers of them must
// stay in the first-level cache for the next row. (Measured: 1.1 to 2.4 times as fast as one line at a time,
// most where pixels lie far apart; for a window of 5x5 with stride 2 512 bytes are .8 times as fast as 128.)
constexpr int64_t kMostTogether = 512, kWindowBytes = 16 * 1024;

// Beside the sums a row of the kernel's weights and an element are in registers: 7 + 7 + 1 of AVX2's 16.
// (Measured: 14 with the 32 of AVX-512 gain 4 % at most; with AVX2, 4 take 2 to 39 % longer.)
constexpr int64_t kMostPixels = 7;

// Pixels that lie a power of two apart share few sets of the first-level cache. Each tile's window must fit
// alone: in AVX2 tiles of fewer pixels, which do, are up to 1.8 times as fast for 512 channels, in AVX-512 no
// faster.
constexpr int64_t kLineBytes = 64, kSets = 64, kWays = 8;

/// What pixels take of the first-level cache, with one line of their channels.
struct FirstLevel {
  int64_t linesOfPixel, lines; ///< lines: so many can be there at a time

  FirstLevel(const Window& window, const CpuTarget& target) {
    int64_t bytes = elementBytes(typeOf(window.x).getElementType()), step = window.channels * bytes;
    bool aligned = step % kLineBytes == 0;
    linesOfPixel = ceilDiv(DepthwiseTiling::channelsOfLine(window, target) * bytes, kLineBytes) + !aligned;
    int64_t sets = aligned ? kSets / std::gcd(step / kLineBytes, kSets) : kSets;
    lines = kWays * std::min(kSets, linesOfPixel * sets);
  }
};

// Some 5 us of one core, in cycles; and no more pieces than balance better on the machines that we know.
constexpr double kCyclesPerGroup = 20000;
constexpr int64_t kMaxGroups = 64;

// By a small model of the core: two FMAs a cycle, or 16 bytes a cycle of input and result from beyond the
// second-level cache; and some cycles for a vector's share of addresses, the end of the tile and the
// epilogue.
double cyclesOf(const Window& window, int64_t epilogue, const CpuTarget& target) {
  const WindowAxis &h = window.h, &w = window.w;
  auto pixels = [](int64_t rows, int64_t columns) { return static_cast<double>(rows * columns); };
  double out = static_cast<double>(window.images) * pixels(h.out, w.out),
         in = static_cast<double>(window.images) * pixels(h.in, w.in);
  double sums = static_cast<double>(h.kernel * w.kernel) / 2 + 4 + 2 * static_cast<double>(epilogue);
  double bytes = (in + out) / 16 * static_cast<double>(target.vectorBytes);
  int64_t lanes = target.lanes(std::max<int64_t>(4, elementBytes(typeOf(window.x).getElementType())));
  return std::max(out * sums, bytes) * static_cast<double>(ceilDiv(window.channels, lanes));
}

constexpr TilingNumber<DepthwiseTiling> kNumbers[] = {{"band", &DepthwiseTiling::band},
                                                      {"channel_groups", &DepthwiseTiling::channelGroups},
                                                      {"pixels", &DepthwiseTiling::pixels},
                                                      {"row_groups", &DepthwiseTiling::rowGroups},
                                                      {"together", &DepthwiseTiling::together}};

} // namespace

// Half-empty passes over lines cost more where vectors are short. (Measured, 112 x 112 x 32: two lines gain
// 17 % with AVX2, and lose 5 % with AVX-512.)
int64_t DepthwiseTiling::channelsOfLine(const Window& window, const CpuTarget& target) {
  return (target.vectorBytes >= 64 ? 64 : 128) / elementBytes(typeOf(window.x).getElementType());
}

DictionaryAttr DepthwiseTiling::toAttr(MLIRContext* context) const {
  return attrOfNumbers(*this, kNumbers, context).getDictionary(context);
}

DepthwiseTiling DepthwiseTiling::fromAttr(DictionaryAttr attr) {
  return numbersOfAttr(attr, kNumbers);
}

DepthwiseTiling chooseDepthwiseTiling(const Window& window, int64_t epilogue, const CpuTarget& target) {
  const WindowAxis &h = window.h, &w = window.w;
  DepthwiseTiling tiling;
  int64_t columns = std::max<int64_t>(1, w.out);
  tiling.pixels = ceilDiv(columns, ceilDiv(columns, kMostPixels)); // even tiles
  int64_t line = DepthwiseTiling::channelsOfLine(window, target),
          bytes = elementBytes(typeOf(window.x).getElementType());
  tiling.together = std::max<int64_t>(line, kMostTogether / bytes);
  while (tiling.together > line &&
         h.kernel * ((tiling.pixels - 1) * w.stride + w.kernel) * tiling.together * bytes > kWindowBytes)
    tiling.together /= 2;
  int64_t rowBytes =
      std::max<int64_t>(1, bytes * std::min(window.channels, tiling.together) * (w.in * h.stride + w.out));
  tiling.band = std::max(std::clamp(kBandBytes / rowBytes, kLeastBand, kMostBand),
                         kPixelsOfBand / std::max<int64_t>(1, w.in * h.stride));
  const FirstLevel first(window, target);
  auto linesOf = [&](int64_t pixels) {
    return first.linesOfPixel * (h.kernel * ((pixels - 1) * w.stride + w.kernel) + pixels);
  };
  while (!target.maskRegisters && tiling.pixels > 2 && linesOf(tiling.pixels) > first.lines)
    --tiling.pixels;
  // Groups in multiples of four, as two and four threads share them evenly: the cut whose largest piece is
  // smallest, along the rows where it does not matter.
  int64_t rows = window.images * h.out, lines = ceilDiv(window.channels, line);
  double wanted = cyclesOf(window, epilogue, target) / kCyclesPerGroup;
  if (wanted < 0.5)
    return tiling;
  int64_t groups =
      wanted < 1.2 ? 2 : std::min<int64_t>(kMaxGroups, 4 * static_cast<int64_t>(wanted / 4 + 0.8));
  int64_t best = rows * lines;
  for (int64_t along = groups; along >= 1; --along) {
    if (groups % along != 0 || along > rows || groups / along > lines)
      continue;
    int64_t largest = ceilDiv(rows, along) * ceilDiv(lines, groups / along);
    if (largest < best) {
      best = largest;
      tiling.rowGroups = along;
      tiling.channelGroups = groups / along;
    }
  }
  if (best == rows * lines) { // too small for that many
    tiling.rowGroups = std::max<int64_t>(1, std::min(rows, groups));
    tiling.channelGroups = std::max<int64_t>(1, std::min(lines, groups / tiling.rowGroups));
  }
  return tiling;
}

} // namespace aic::codegen
