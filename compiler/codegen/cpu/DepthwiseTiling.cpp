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
// (Measured: 14 with the 32 of AVX-512 gain 4 % at most; with AVX2, 4 take 2 to 39 % longer.) Integers are
// widened as they are loaded, which more pixels share.
constexpr int64_t kMostPixels = 7, kMostPixelsOfIntegers = 14;

// Pixels that lie a power of two apart share few sets of the first-level cache: each tile's window must fit
// alone, with room for what is written. Else it is copied to where it is dense, if windows overlap so much
// that it pays; or in AVX2 tiles of fewer pixels, which do fit, are up to 1.8 times as fast for 512 channels,
// in AVX-512 no faster.
constexpr int64_t kLineBytes = 64, kSets = 64, kWays = 8;
// Measured on Zen 4: with AVX-512, 14 x 14 x 512 is 1.8 times as fast and 7 x 7 x 1024 2.2 times, but 28 x 28
// x 256 and windows of 7 x 7 over 768 channels, of 4 sets, .8 times; with AVX2 these are 1.2 and 1.4 times as
// fast.
constexpr int64_t kFewSets = 2;
constexpr double kWithResults = 1.2;
constexpr int64_t kMostTogetherCopied = 256, kCopiedBytes = 128 * 1024;

/// What pixels take of the first-level cache, with one line of their channels.
struct FirstLevel {
  int64_t linesOfPixel, sets,
      lines; ///< lines: so many can be there at a time, in sets of a line of each pixel

  FirstLevel(const Window& window, const CpuTarget& target) {
    int64_t bytes = elementBytes(typeOf(window.x).getElementType()), step = window.channels * bytes;
    bool aligned = step % kLineBytes == 0;
    linesOfPixel = ceilDiv(DepthwiseTiling::channelsOfLine(window, target) * bytes, kLineBytes) + !aligned;
    sets = aligned ? kSets / std::gcd(step / kLineBytes, kSets) : kSets;
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

/// Whether what a tile's window covers does not stay in the first-level cache where it lies, and is used so
/// often that it pays to copy it.
bool paysToCopy(const Window& window, const DepthwiseTiling& tiling, const FirstLevel& first,
                const CpuTarget& target) {
  const WindowAxis &h = window.h, &w = window.w;
  if (!DepthwiseTiling::mayCopy(window) || h.stride != 1 || w.stride != 1 || h.kernel < 3 || w.kernel < 3)
    return false;
  int64_t columns = std::min(w.in, tiling.pixels - 1 + (w.kernel - 1) * w.dilation + 1);
  double lines = static_cast<double>(first.linesOfPixel * std::min(h.in, h.kernel) * columns);
  return kWithResults * lines > static_cast<double>(first.lines) &&
         (!target.maskRegisters || first.sets <= kFewSets);
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

int64_t DepthwiseTiling::rowsOfBand(const Window& window) const {
  const WindowAxis& h = window.h;
  return std::min(h.in, (band - 1) * h.stride + (h.kernel - 1) * h.dilation + 1);
}

int64_t DepthwiseTiling::scratchBytes(const Window& window) const {
  return copied ? rowsOfBand(window) * window.w.in * together * 4 : 0;
}

bool DepthwiseTiling::mayCopy(const Window& window) {
  Type element = typeOf(window.x).getElementType();
  return window.images == 1 && !element.isF64() && !element.isInteger();
}

DictionaryAttr DepthwiseTiling::toAttr(MLIRContext* context) const {
  NamedAttrList all = attrOfNumbers(*this, kNumbers, context);
  if (copied)
    all.append("copied", UnitAttr::get(context));
  return all.getDictionary(context);
}

DepthwiseTiling DepthwiseTiling::fromAttr(DictionaryAttr attr) {
  DepthwiseTiling tiling = numbersOfAttr(attr, kNumbers);
  tiling.copied = attr.contains("copied");
  return tiling;
}

DepthwiseTiling chooseDepthwiseTiling(const Window& window, int64_t epilogue, const CpuTarget& target) {
  const WindowAxis &h = window.h, &w = window.w;
  DepthwiseTiling tiling;
  int64_t columns = std::max<int64_t>(1, w.out);
  const bool many = target.registers >= 32 && typeOf(window.x).getElementType().isInteger();
  const int64_t most = many ? kMostPixelsOfIntegers : kMostPixels;
  tiling.pixels = ceilDiv(columns, ceilDiv(columns, most)); // even tiles
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
  if (DepthwiseTiling copied = tiling; paysToCopy(window, tiling, first, target)) {
    copied.copied = true;
    copied.together = std::max(line, std::min(tiling.together, kMostTogetherCopied / bytes));
    while (copied.band > kLeastBand && copied.scratchBytes(window) > kCopiedBytes)
      --copied.band;
    if (copied.scratchBytes(window) <= 2 * kCopiedBytes)
      tiling = copied;
  }
  auto linesOf = [&](int64_t pixels) {
    return first.linesOfPixel * (h.kernel * ((pixels - 1) * w.stride + w.kernel) + pixels);
  };
  while (!tiling.copied && !target.maskRegisters && tiling.pixels > 2 && linesOf(tiling.pixels) > first.lines)
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
