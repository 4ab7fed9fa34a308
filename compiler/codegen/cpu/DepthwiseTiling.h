// How depthwise convolution is cut on the CPU.
#pragma once

#include "compiler/codegen/Window.h"
#include "compiler/codegen/cpu/Target.h"

namespace aic::codegen {

/// A workgroup computes an even share of the rows of output pixels (of all images) of an even share of the
/// channels, a band of rows at a time: in a band one block of channels after the other, and of a
/// block each tile of all rows, so that what neighbouring rows read is in the first-level cache.
struct DepthwiseTiling {
  int64_t pixels = 1;   ///< of a row side by side in registers, each one vector of channels
  int64_t band = 1;     ///< rows
  int64_t together = 1; ///< channels of a block, which a tile computes one vector after another: some lines
  int64_t rowGroups = 1, channelGroups = 1;
  bool copied = false; ///< a block of the rows that a band reads is copied to the worker's memory first

  int64_t workgroups() const { return rowGroups * channelGroups; }
  /// Channels that are dealt out together: a line of memory, or two.
  static int64_t channelsOfLine(const Window& window, const CpuTarget& target);
  /// Rows that a band reads.
  int64_t rowsOfBand(const Window& window) const;
  /// Of the worker's memory, f32 [rowsOfBand()][w.in][together]; 0 if not copied.
  int64_t scratchBytes(const Window& window) const;
  /// Whether blocks can be copied at all: of one image, as f32.
  static bool mayCopy(const Window& window);

  mlir::DictionaryAttr toAttr(mlir::MLIRContext* context) const;
  static DepthwiseTiling fromAttr(mlir::DictionaryAttr attr);
};

/// `epilogue`: how many elementwise operations the kernel applies to each result.
DepthwiseTiling chooseDepthwiseTiling(const Window& window, int64_t epilogue, const CpuTarget& target);

} // namespace aic::codegen
