// The operations of AicTraining.td, for those few who know them, apart from Aic.h, which all include; and
// what they are in operations that models are written in.
#pragma once

#include "dialects/aic/Aic.h"

#define GET_OP_CLASSES
#include "dialects/aic/AicTraining.h.inc"

namespace aic {

class GradientBuilder;

/// The attributes of a 2-D convolution; of a transposed one those of the convolution that it transposes.
struct Windows {
  llvm::SmallVector<int64_t, 2> stride, dilation;
  llvm::SmallVector<int64_t, 4> padding;
  int64_t groups = 1;
};

/// The gradient of a convolution's weight, [O, C / groups, kernel], as a convolution of x by the result's
/// gradient in which batch and channels, and stride and dilation, have changed places. x: [N, C, H, W],
/// gradient: [N, O, OH, OW].
mlir::Value weightGradientAsConvolution(GradientBuilder& b, mlir::Value x, mlir::Value gradient,
                                        const Windows& windows, llvm::ArrayRef<int64_t> kernel);

/// max_pool2d_gradient in NCHW, as slices of x that are compared with the largest, one for each place in a
/// window.
mlir::Value maxPoolGradientBySlices(GradientBuilder& b, MaxPool2dGradientOp op);

} // namespace aic
