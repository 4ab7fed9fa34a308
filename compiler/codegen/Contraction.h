// Matrix products and convolutions as one loop nest: which loops, which strides.
#pragma once

#include "compiler/codegen/LoopEmitter.h"

namespace aic::codegen {

/// out[image, oh, ow, g, n] = sum over (ky, kx, c) of a[image, oh * sh + ky * dh - pt, ow * sw + kx * dw -
/// pl, g, c] * b[g][(ky, kx, c)][n]. A matrix product is the case of one row of `ow` = M pixels and a 1x1
/// window. All strides in elements.
struct Contraction {
  int64_t images = 1, outHeight = 1, outWidth = 1;
  int64_t groups = 1, channelsOut = 1,
          channelsIn = 1;        ///< channels per group: N and the part of K inside a pixel
  int64_t height = 1, width = 1; ///< of a
  int64_t kernelHeight = 1, kernelWidth = 1;
  int64_t strideH = 1, strideW = 1, dilationH = 1, dilationW = 1, padTop = 0, padLeft = 0;
  int64_t pixelStride = 1; ///< from one pixel of a to the next: all channels
  int64_t numberBytes = 4; ///< what one number takes in a register: f16 and bf16 are f32 there
  bool isMatmul = false;   ///< tiles may be dealt out one by one: the rows of a are all alike
  /// Where b comes from: packed panels [groups][N / NR][K][NR] made at compile time, or rows [K][N] as they
  /// lie.
  bool packed = true;
  /// For matmul of activations: the leading axes of the result, and of a and b (padded with 1 to the same
  /// rank).
  llvm::SmallVector<int64_t> batch, batchA, batchB;

  int64_t depth() const { return kernelHeight * kernelWidth * channelsIn; } ///< K
  double flops() const {
    return 2.0 * images * outHeight * outWidth * groups * channelsOut * static_cast<double>(depth());
  }
};

/// Describes aic.conv2d (nhwc), aic.linear and aic.matmul. The weight or b counts as packed if
/// `constantWeight`.
Contraction describeContraction(mlir::Operation* root, bool constantWeight);

/// Offset of matrix number `image` of an operand of a batched product: its own leading axes `own` (batchA or
/// batchB) broadcast to c.batch, and `matrix` is the distance from one of its matrices to the next.
mlir::Value batchOffset(LoopEmitter& e, const Contraction& c, mlir::Value image, llvm::ArrayRef<int64_t> own,
                        int64_t matrix);

} // namespace aic::codegen
