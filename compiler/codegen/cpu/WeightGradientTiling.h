// The gradient of a convolution's weight on the CPU: what it sums, and its blocks.
#pragma once

#include "compiler/codegen/Contraction.h"
#include "compiler/codegen/cpu/Target.h"

namespace aic::codegen {

/// out[o][ky][kx][c] = sum over the pixels (image, oh, ow) of gradient[pixel][o] * x[image][oh * sh + ky * dh
/// - pt][ow * sw + kx * dw - pl][c], where x has such a place. Channels are neighbours in all of them, so a
/// row of vectors of x, times elements of the gradient, is a step of a product whose depth are the pixels.
struct WeightGradient {
  int64_t images = 1, height = 1, width = 1, channelsIn = 1; ///< of x
  int64_t outHeight = 1, outWidth = 1, channelsOut = 1;      ///< of the gradient
  int64_t kernelHeight = 1, kernelWidth = 1;
  int64_t strideH = 1, strideW = 1, dilationH = 1, dilationW = 1, padTop = 0, padLeft = 0;
  /// Whether all of a window's row lies in x, wherever it is, one pixel beside the other: then it is one run.
  bool wholeRows = false;
  bool isProduct = false; ///< of two matrices, [pixels, channels] each
  /// Whether the rows of a window, which are whole and short, are put one behind the other before they are
  /// multiplied: as a product's, for their vectors are full then.
  bool isGathered = false;

  /// Runs of neighbours, for each row of the window or for all, and how long they are.
  int64_t windowRows() const { return isGathered ? 1 : kernelHeight; }
  int64_t runs() const { return wholeRows ? 1 : kernelWidth; }
  int64_t rowLength() const { return kernelWidth * channelsIn; }
  int64_t runLength() const {
    return isGathered ? kernelHeight * rowLength() : wholeRows ? rowLength() : channelsIn;
  }
  int64_t rows() const { return images * outHeight; }
  int64_t pixels() const { return rows() * outWidth; }
  /// Whether a row of the window may lie above or below x.
  bool looksOutside() const {
    return padTop > 0 || (outHeight - 1) * strideH + (kernelHeight - 1) * dilationH >= height;
  }
};

WeightGradient describeWeightGradient(mlir::Operation* root);

/// A tile of mr outputs by nv vectors of a run is summed in registers over a block of rows of pixels, and
/// blocks in the worker's scratch memory, where there are several: always in the same order. A workgroup has
/// some panels (nv vectors of a run) by some tiles of outputs. Where both operands are matrices, or windows
/// are gathered, a block is `depth` pixels, which are first put in the order of tiles and panels: as they
/// lie, each pixel is in a page of its own.
struct WeightGradientTiling {
  int64_t mr = 1, nv = 1, rowsPerBlock = 1, panelsPerGroup = 1, tilesPerGroup = 1;
  int64_t depth = 0; ///< 0: both are read as they lie

  int64_t width(const CpuTarget& target) const { return nv * target.lanes(sizeof(float)); }
  int64_t panelsOfRun(const WeightGradient& w, const CpuTarget& target) const {
    return ceilDiv(w.runLength(), width(target));
  }
  int64_t panels(const WeightGradient& w, const CpuTarget& target) const {
    return w.windowRows() * w.runs() * panelsOfRun(w, target);
  }
  int64_t tiles(const WeightGradient& w) const { return ceilDiv(w.channelsOut, mr); }
  int64_t blocks(const WeightGradient& w) const {
    return depth > 0 ? ceilDiv(w.pixels(), depth) : ceilDiv(w.rows(), rowsPerBlock);
  }
  int64_t workgroups(const WeightGradient& w, const CpuTarget& target) const {
    return ceilDiv(panels(w, target), panelsPerGroup) * ceilDiv(tiles(w), tilesPerGroup);
  }

  // What lies in a workgroup's scratch memory, in floats, one behind the other.
  /// Its sums; none where there is but one block.
  int64_t sums(const WeightGradient& w, const CpuTarget& target) const {
    return blocks(w) == 1 ? 0 : panelsPerGroup * tilesPerGroup * mr * width(target);
  }
  /// A block of the gradient, [tile][pixel][mr].
  int64_t packedGradient() const { return ceilDiv(tilesPerGroup * depth * mr, kLine) * kLine; }
  /// A block of x, [pixel][packedRow]: of a panel, or of the windows that the workgroup's panels see; the
  /// last vector of a window's last row may lie half behind it.
  int64_t packedRow(const WeightGradient& w, const CpuTarget& target) const {
    if (!w.isGathered)
      return width(target);
    const int64_t lanes = target.lanes(sizeof(float)), all = panels(w, target) * width(target);
    return ceilDiv(std::max(all, w.runLength() + lanes), kLine) * kLine;
  }
  int64_t packedPanel(const WeightGradient& w, const CpuTarget& target) const {
    return depth * packedRow(w, target);
  }

  mlir::DictionaryAttr toAttr(mlir::MLIRContext* context, const WeightGradient& w,
                              const CpuTarget& target) const;
  static WeightGradientTiling fromAttr(mlir::DictionaryAttr attr);

private:
  static constexpr int64_t kLine = 16; ///< floats of a cache line
};

WeightGradientTiling chooseWeightGradientTiling(const WeightGradient& w, const CpuTarget& target);

} // namespace aic::codegen
