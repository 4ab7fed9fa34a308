// What the interfaces of AicInterfaces.td speak of. Included by Aic.h.
#pragma once

#include "dialects/Mlir.h"

namespace aic {

/// What a rule of GradientOpInterface reads and gives: Gradient.h.
class Vjp;

/// What elementwise operations may do after a root, in its kernel.
enum class Epilogue {
  Never,   ///< the root's results are in memory while they are made
  Allowed, ///< they may stand there, but groups are not formed so
  Joined   ///< they join the root's group
};

/// An operand that kernels read through views.
struct ViewedOperand {
  llvm::StringRef name; ///< as messages call it
  bool byRows;          ///< only where neighbours along its last axis lie side by side: it is read as vectors
};

/// How an operand can be read in parts: along its `axis`; the result's axis that is then put together, or -1
/// where one part of several has each element.
struct PartedOperand {
  int64_t axis, resultAxis;
};

/// How an operation takes part in the choice of a layout.
enum class LayoutRole {
  Opaque,  ///< it keeps the axes that the model has
  Window,  ///< convolution, pooling: NHWC, always
  Flexible ///< can compute in either
};

/// Where axes have gone: axis i was axis from[i], or is a new one of size 1 beside it.
struct MovedAxes {
  llvm::SmallVector<int64_t> from;
  std::optional<int64_t> added; ///< the new one

  /// Where `axis` is now.
  int64_t placeOf(int64_t axis) const;
  /// One value an axis, where they are now; `forAdded` for the new one.
  llvm::SmallVector<int64_t> placed(llvm::ArrayRef<int64_t> values, int64_t forAdded) const;
  /// The axes of a reduction over `axes`: the new one with its neighbour, so that none is left over.
  llvm::SmallVector<int64_t> reduced(llvm::ArrayRef<int64_t> axes) const;
  /// True where the channels of an image, axis 1, have become the last axis.
  bool channelsLast() const { return from.size() == 4 && placeOf(1) == 3; }
};

/// One an element of the first result or operand, of which there are more.
int64_t oneAnElement(mlir::Operation* op);

} // namespace aic

#include "dialects/aic/AicInterfaces.h.inc"
