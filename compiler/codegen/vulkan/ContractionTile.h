// What both contraction emitters share: which pixels and channels a tile has, where a and b lie, the
// epilogue.
#pragma once

#include "compiler/codegen/Contraction.h"
#include "compiler/codegen/vulkan/Emitters.h"

namespace aic::codegen::vulkan {

/// Some output channels of one group: `fours` fours, `fourStep` fours apart.
struct Columns {
  mlir::Value group, first, outFirst; ///< first channel in the group, and in the result
  mlir::Value batchB;                 ///< element offset of the matrix b; null where there is one
};

/// One output pixel: a row of the result.
struct Pixel {
  mlir::Value row;   ///< in the result space; the last one again where the tile reaches over the end
  mlir::Value valid; ///< i1: not over the end; null where no tile is
  mlir::Value base;  ///< offset in a of window place (0, 0), in units of A; may be "negative" where padded
  mlir::Value top, left; ///< of the window in a, for padded convolutions
};

class ContractionTile {
public:
  ContractionTile(KernelEmitter& e, int64_t pixels, int64_t fours);

  KernelEmitter& e;
  const Contraction c;
  const int64_t mr, nf;
  int64_t blockRows,
      blockColumns; ///< of all invocations that share b or a: pixels and channels; for one alone, its own
  int64_t fourStep = 1;

  int64_t panelsPerGroup() const; ///< blocks of columns in a group
  int64_t tiles() const;          ///< blocks of rows
  bool foursOfA() const { return aFours; }

  /// Block number `panel` of the columns, over all groups.
  Columns columns(mlir::Value panel);
  /// Block number `tile` of the rows: its image or matrix, and its first pixel there. Sets columns.batchB.
  std::pair<mlir::Value, mlir::Value> rows(mlir::Value tile, Columns& columns);
  /// The pixel `index` of an image or matrix, the last one again (and not valid) where index lies behind it.
  Pixel clampedPixel(mlir::Value image, mlir::Value index, mlir::Value group, bool mayExceed = true);
  /// Offset in a of channel 0 at place (ky, kx) of the pixel's window, in units of A, and whether it lies
  /// inside (null: always). Outside, the offset is 0.
  std::pair<mlir::Value, mlir::Value> address(const Pixel& pixel, mlir::Value ky, mlir::Value kx);
  /// What stands `unit` units of A behind an address: four channels with foursOfA, else one; zero where not
  /// inside.
  mlir::Value loadA(mlir::Value address, mlir::Value unit, mlir::Value inside);
  /// Four output channels of the columns' group, number `four` of its fours, at k + plus = (ky * KW + kx) *
  /// channelsIn + channel.
  mlir::Value loadB(const Columns& columns, mlir::Value four, mlir::Value k, int64_t plus = 0);
  mlir::Value fourOf(const Columns& columns, int64_t j) {
    return e.add(e.div(columns.first, 4), j * fourStep);
  }
  /// mr * nf accumulators: the bias or zero.
  llvm::SmallVector<mlir::Value> start(const Columns& columns);
  void finish(llvm::ArrayRef<Pixel> pixels, const Columns& columns, llvm::ArrayRef<mlir::Value> sums);

private:
  Pixel pixel(mlir::Value image, mlir::Value index, mlir::Value group);
  int64_t pixelsPerImage() const;

  enum class LayoutOfB { Panels, Rows, RowsInFours } layoutOfB;
  mlir::Value a, b, bias;
  bool aFours, padded;
  int64_t panelWidth;
};

/// Describes the kernel's root; packed says whether its constant b comes in panels.
Contraction contractionOf(schedule::KernelOp kernel);

} // namespace aic::codegen::vulkan
