// Winograd's way of 3x3 convolutions on the CPU: where it can be taken, its blocks of tiles, and what it
// costs.
#pragma once

#include "compiler/codegen/Contraction.h"
#include "compiler/codegen/cpu/Target.h"

namespace aic::codegen {

/// Channels of a tile that are neighbours in V.
inline constexpr int64_t kChannelBlock = 16;

/// F(tile x tile, 3 x 3): an output tile of `tile`^2 pixels is computed from (tile + 2)^2 products of
/// channels, the points. A block of `tilesPerBlock` tiles is transformed once into V[point][C /
/// 16][tile][16]; each panel of nv vectors of outputs makes M[point][tile][nv * lanes] of it, in
/// register tiles of at most mr rows, and transforms that into outputs. A workgroup computes unitsPerGroup
/// blocks by panelsPerGroup panels. V and M lie in the worker's scratch memory.
struct WinogradTiling {
  int64_t tile = 4, tilesPerBlock = 1, mr = 1, nv = 1, unitsPerGroup = 1, panelsPerGroup = 1;

  int64_t points() const { return (tile + 2) * (tile + 2); }
  int64_t tiles(const Contraction& c) const;
  int64_t blocks(const Contraction& c) const { return ceilDiv(tiles(c), tilesPerBlock); }
  int64_t width(const CpuTarget& target) const { return nv * target.lanes(sizeof(float)); }
  int64_t panels(const Contraction& c, const CpuTarget& target) const;
  int64_t workgroups(const Contraction& c, const CpuTarget& target) const;

  /// In floats, from one point to the next. A cache line more than it takes, so that the points of a tile,
  /// which are written and read together, do not meet in the same lines of the first-level cache.
  int64_t pointStrideOfV(const Contraction& c, const CpuTarget& target) const;
  int64_t pointStrideOfM(const CpuTarget& target) const;
  int64_t scratchBytes(const Contraction& c, const CpuTarget& target) const;

  mlir::DictionaryAttr toAttr(mlir::MLIRContext* context, const Contraction& c,
                              const CpuTarget& target) const;
  static WinogradTiling fromAttr(mlir::DictionaryAttr attr);
};

/// In the tiling of a contraction kernel that is computed so: the tile, 2 or 4.
inline constexpr llvm::StringLiteral kWinograd = "winograd";
bool isWinograd(schedule::KernelOp kernel);

/// Why the kernel, a contraction, cannot be computed so; "" where it can.
std::string whyNoWinograd(schedule::KernelOp kernel);

/// Whether the numbers of a tiling with kWinograd, which may come from a text, are such that the kernel can
/// be emitted.
bool isWinogradTiling(schedule::KernelOp kernel, const CpuTarget& target);

/// The best tiling for F(tile), 2 or 4, and the cycles of one core that it takes, with the time that the
/// weights take to arrive where that is more. nv: vectors of a panel, where others have chosen them (a number
/// that isWinogradWidth knows); 0: the best.
std::pair<WinogradTiling, double> chooseWinogradTiling(const Contraction& c, const CpuTarget& target,
                                                       int64_t tile, int64_t nv = 0);

/// Whether there are register tiles for panels of so many vectors.
bool isWinogradWidth(int64_t nv, const CpuTarget& target);

} // namespace aic::codegen
