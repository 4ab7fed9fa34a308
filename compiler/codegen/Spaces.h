// Iteration spaces: how results are cut into rows and columns, and tensors seen as strided axes.
#pragma once

#include "compiler/codegen/Kernel.h"
#include "dialects/aic/Views.h"

namespace aic::codegen {

inline int64_t ceilDiv(int64_t x, int64_t y) { ///< neither is negative
  return (x + y - 1) / y;
}

/// The result's shape, split into rows (axes before `split`) and columns (the rest).
struct ResultSpace {
  llvm::SmallVector<int64_t> shape;
  int64_t split = 0;
  int64_t rows = 1, cols = 1;
  ResultSpace() = default;
  ResultSpace(llvm::ArrayRef<int64_t> shape, int64_t split);
};

/// The space in which elementwise operations run side by side: as many inner axes as possible become columns,
/// but none before `leastSplit`. What they read is whole along the columns, or one element.
ResultSpace elementwiseSpace(schedule::KernelOp kernel, int64_t leastSplit = 0);

/// Strided axes of a tensor, outermost first: sizes, with the stride of each in elements. Strides may be
/// negative or 0.
struct Axes {
  llvm::SmallVector<int64_t> sizes, strides;
  /// Adds an axis inside the others. It becomes part of the last one where both are one run.
  void append(int64_t size, int64_t stride);
};

/// What the views of a copy kernel (dialects/aic/Views.h) make of an argument, as its axes: the element that
/// they begin with, and for each axis of the result how far it steps.
struct CopyView {
  mlir::Value argument;
  int64_t base = 0;
  Axes axes;
};
CopyView copyView(mlir::Operation* root);

/// The axes that a reduction keeps and those that go, neighbours merged where they are one run.
struct ReductionAxes {
  Axes kept, reduced;
  int64_t count = 1;    ///< elements that become one
  bool lastKept = true; ///< the operand's last axis stays
};
/// exceptLast: where the last axis stays, it is left out of `kept` (it is the columns).
ReductionAxes reductionAxes(mlir::Operation* root, bool exceptLast);

} // namespace aic::codegen
