// What convolutions and poolings share: windows along each spatial axis, and the padding around them.
#pragma once

#include "frontends/onnx/Node.h"

namespace aic::onnx {

/// The windows over the axes from 2 on of a tensor [N, C, ...].
struct Windows {
  Node::Ints kernel, stride, dilation, before, after; // one for each spatial axis

  size_t rank() const { return kernel.size(); }
  /// Elements that a window spans along an axis.
  int64_t span(size_t axis) const { return (kernel[axis] - 1) * dilation[axis] + 1; }
  /// Before and after, in the dialect's order: all befores, then all afters.
  Node::Ints padding() const {
    Node::Ints all(before);
    all.append(after);
    return all;
  }
};

/// Reads strides, dilations, pads and auto_pad; `sizes` are the input's spatial ones. Checks that all are
/// there and in [0, 2^31).
Windows readWindows(Node& n, llvm::ArrayRef<int64_t> sizes, llvm::ArrayRef<int64_t> kernel);

/// A list attribute of `count` values in [low, 2^31); all `otherwise` where it is not given.
Node::Ints listOf(Node& n, llvm::StringRef name, size_t count, int64_t low, int64_t otherwise);

/// A convolution with the node's attributes; bias may be null. With `padding`, a number of x's type and of
/// rank 0, x is padded by that before it: integers, whose sums are i32.
mlir::Value convolution(Node& n, mlir::Value x, mlir::Value weight, mlir::Value bias,
                        mlir::Value padding = nullptr);

} // namespace aic::onnx
