// A transposed convolution as a convolution and a pixel shuffle.
#pragma once

#include "dialects/aic/Aic.h"

#include <string>

namespace aic::transforms {

/// conv_transpose2d as conv2d with stride 1, written in NHWC, behind `builder`'s place: the value that
/// replaces the result, and in `what` one clause on how. Null with the reason in `what` where the
/// weight is too big. A weight that is computed at run time becomes the convolution's at run time.
mlir::Value decomposeTransposed(ConvTranspose2dOp op, mlir::OpBuilder& builder, std::string& what);

} // namespace aic::transforms
