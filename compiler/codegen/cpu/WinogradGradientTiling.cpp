// When weights' gradients go by Winograd's way, and in which blocks: see WinogradGradient.h.
#include "compiler/codegen/cpu/TilingAttr.h"
#include "compiler/codegen/cpu/WinogradGradient.h"
#include "compiler/codegen/cpu/WinogradTiling.h"
#include "dialects/aic/Training.h"

using namespace mlir;

namespace aic::codegen {
namespace {

// Channels and outputs of a workgroup: a vector that is transformed is read in so many products. (Twice as
// many channels, too, leave room for too few tiles.)
constexpr int64_t kBlock = 32, kOutputs = 64;
// V, W and M stay in the second-level cache.
constexpr int64_t kMostScratch = 640 * 1024, kMostTiles = 48;
// Cycles to transform a vector: of a tile of x, of the gradient, and of M to weights (with its epilogue).
constexpr double kOfInput = 150, kOfGradient = 110, kOfWeights = 150;
// How much longer products take that load and store their sums once a block.
constexpr double kOfBlocks = 1.2;
// Of the time of the direct way: the models are not exact.
constexpr double kMustGain = 0.85;

constexpr TilingNumber<WinogradGradientTiling> kNumbers[] = {
    {"channels", &WinogradGradientTiling::channels},
    {"mr", &WinogradGradientTiling::mr},
    {"nv", &WinogradGradientTiling::nv},
    {"outputs", &WinogradGradientTiling::outputs},
    {"tiles_per_block", &WinogradGradientTiling::tilesPerBlock}};

bool canBe(schedule::KernelOp kernel, const WeightGradient& w) {
  auto op = cast<Conv2dWeightGradientOp>(splitKernel(kernel).root);
  return op.getType().getRank() == 4 && op.getType().getElementType().isF32() && w.kernelHeight == 3 &&
         w.kernelWidth == 3 && w.strideH == 1 && w.strideW == 1 && w.dilationH == 1 && w.dilationW == 1 &&
         w.pixels() * w.channelsIn * w.channelsOut * w.height * w.width > 0;
}

bool pays(const WeightGradient& w, const WinogradGradientTiling& t, const CpuTarget& target) {
  const int64_t lanes = target.lanes(sizeof(float));
  auto number = [](int64_t value) { return static_cast<double>(value); };
  const double vectorsIn = number(ceilDiv(w.channelsIn, lanes)),
               vectorsOut = number(ceilDiv(w.channelsOut, lanes));
  const double tiles = number(WinogradGradientTiling::tiles(w)), outputs = number(w.channelsOut);
  const double direct = 9 * number(w.pixels()) * outputs * vectorsIn / 2;
  const double products = WinogradGradientTiling::kPoints * tiles * outputs * number(t.channelGroups(w)) *
                          number(t.channels / lanes) / 2;
  const double transforms = tiles * (vectorsIn * number(t.outputGroups(w)) * kOfInput +
                                     vectorsOut * number(t.channelGroups(w)) * kOfGradient) +
                            outputs * vectorsIn * kOfWeights;
  return products * kOfBlocks + transforms < kMustGain * direct;
}

} // namespace

DictionaryAttr WinogradGradientTiling::toAttr(MLIRContext* context) const {
  NamedAttrList all = attrOfNumbers(*this, kNumbers, context);
  all.append(kWinograd, Builder(context).getI64IntegerAttr(kTile));
  all.append(kScratchBytes, Builder(context).getI64IntegerAttr(scratchBytes()));
  return all.getDictionary(context);
}

WinogradGradientTiling WinogradGradientTiling::fromAttr(DictionaryAttr attr) {
  return numbersOfAttr(attr, kNumbers);
}

bool isWinogradGradient(schedule::KernelOp kernel) {
  return kernel.getFamily() == "weight_gradient" && kernel.getTiling() &&
         kernel.getTiling()->contains(kWinograd);
}

std::optional<WinogradGradientTiling> chooseWinogradGradient(schedule::KernelOp kernel,
                                                             const CpuTarget& target, int64_t forced) {
  if (kernel.getFamily() != "weight_gradient" || forced == 2)
    return {};
  const WeightGradient w = describeWeightGradient(splitKernel(kernel).root);
  if (!canBe(kernel, w))
    return {};
  const int64_t lanes = target.lanes(sizeof(float)), tiles = WinogradGradientTiling::tiles(w);
  WinogradGradientTiling t;
  t.nv = w.channelsIn > lanes ? 2 : 1;
  t.channels = std::max(std::min(ceilDiv(w.channelsIn, t.nv * lanes) * t.nv * lanes, kBlock), t.nv * lanes);
  t.outputs = std::min(ceilDiv(w.channelsOut, lanes) * lanes, kOutputs);
  const int64_t others = t.nv + (target.broadcastsInFma ? 0 : 1);
  const int64_t rows = std::min(target.accumulators / t.nv, (target.registers - others) / t.nv);
  t.mr = ceilDiv(t.outputs, ceilDiv(t.outputs, rows)); // even tiles
  const int64_t perTile = WinogradGradientTiling::kPoints * (t.channels + t.outputs) * 4;
  const int64_t most = (kMostScratch - WinogradGradientTiling::kPoints * t.strideOfM() * 4) / perTile;
  const int64_t each = std::min({most, kMostTiles, tiles});
  t.tilesPerBlock = ceilDiv(tiles, ceilDiv(tiles, each)); // and even blocks
  if (forced == 0 && !pays(w, t, target))
    return {};
  return t;
}

} // namespace aic::codegen
