// The gradient of a 3x3 convolution's weight by Winograd's F(3x3, 4x4).
#pragma once

#include "compiler/codegen/cpu/WeightGradientTiling.h"

namespace aic::codegen {

/// Pixels are cut into tiles of 4x4 of the gradient, each of which meets 6x6 of x. Of a block of
/// `tilesPerBlock` tiles, x becomes V[point][tile][channels] and the gradient W[point][tile][outputs]; the
/// products of all 36 points are summed in M[point][outputs][channels], over all blocks in their order, and
/// transformed into 3x3 weights. A workgroup has `channels` channels by `outputs` outputs, register tiles of
/// mr outputs by nv vectors of channels; all three lie in the worker's scratch memory.
struct WinogradGradientTiling {
  int64_t mr = 1, nv = 1, channels = 1, outputs = 1, tilesPerBlock = 1;

  static constexpr int64_t kTile = 4, kSide = 6, kPoints = kSide * kSide;

  static int64_t tiles(const WeightGradient& w) {
    return w.images * ceilDiv(w.outHeight, kTile) * ceilDiv(w.outWidth, kTile);
  }
  int64_t channelGroups(const WeightGradient& w) const { return ceilDiv(w.channelsIn, channels); }
  int64_t outputGroups(const WeightGradient& w) const { return ceilDiv(w.channelsOut, outputs); }
  int64_t workgroups(const WeightGradient& w) const { return channelGroups(w) * outputGroups(w); }

  /// In floats, from one point to the next: a cache line more than it takes, so that points do not meet in
  /// the same lines of the first-level cache.
  int64_t strideOfV() const { return tilesPerBlock * channels + 16; }
  int64_t strideOfW() const { return tilesPerBlock * outputs + 16; }
  int64_t strideOfM() const { return outputs * channels + 16; }
  int64_t scratchBytes() const { return kPoints * (strideOfV() + strideOfW() + strideOfM()) * 4; }

  mlir::DictionaryAttr toAttr(mlir::MLIRContext* context) const;
  static WinogradGradientTiling fromAttr(mlir::DictionaryAttr attr);
};

/// Whether the tiling of a weight_gradient kernel is such a one.
bool isWinogradGradient(schedule::KernelOp kernel);

/// The tiling of a weight_gradient kernel of f32 with windows of 3x3, stride and dilation 1, where a model of
/// the core says that it pays, or with `forced` 4; 2: none.
std::optional<WinogradGradientTiling> chooseWinogradGradient(schedule::KernelOp kernel,
                                                             const CpuTarget& target, int64_t forced);

} // namespace aic::codegen
