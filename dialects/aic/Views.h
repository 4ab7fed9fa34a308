// Views: what reshape, transpose, slice and expand make of a tensor, as strides. A kernel that reads an
// operand through them needs no copy of it.
#pragma once

#include "dialects/aic/Aic.h"

namespace aic {

/// True for the operations that a view may be made of (ViewOpInterface): reshape, transpose, slice, expand.
/// `op` may be null.
bool isView(mlir::Operation* op);

/// True for those of them that keep all elements: reshape, transpose. `op` may be null.
bool isMove(mlir::Operation* op);

/// True for operations whose kernels read operands through views. `op` may be null.
bool readsThroughViews(mlir::Operation* op);

/// How many of its first operands an operation reads through views that are activations: of attention not the
/// mask.
unsigned viewedActivations(mlir::Operation* op);

/// A value seen as strided axes of another: its element (i0, i1, ...) is element offset + i0 * strides[0] +
/// ... of `base`, whose elements are counted row-major. Strides are 0 where an expand repeats, negative where
/// a slice walks backwards.
struct StridedView {
  mlir::Value base;
  int64_t offset = 0;
  llvm::SmallVector<int64_t> strides; ///< one an axis of the value, in elements

  bool operator==(const StridedView& other) const {
    return base == other.base && offset == other.offset && strides == other.strides;
  }
};

/// Row-major strides of a shape.
llvm::SmallVector<int64_t> denseStrides(llvm::ArrayRef<int64_t> shape);

/// `value` through the views before it, as far as strides can say it: a reshape that merges axes which do not
/// lie one inside the other is the end, and its result the base. A value that no view makes is its own base,
/// row-major.
StridedView stridedView(mlir::Value value);

/// The strides of `value` in `base`, which it is a view of, if the elements of base lay `strides` apart;
/// nullopt where strides cannot say it.
std::optional<llvm::SmallVector<int64_t>> stridesIn(mlir::Value value, mlir::Value base,
                                                    llvm::ArrayRef<int64_t> strides);

/// Where `value` lies in what moves (isMove) make of it: follows its only user as long as that is one,
/// and strides can say it. `base` is the last value of the chain, `strides` has one entry an
/// axis of `value`.
StridedView stridedResult(mlir::Value value);

} // namespace aic
