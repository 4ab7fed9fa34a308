// Which operators of a block compute in NHWC: a choice that leaves few bytes to transpose.
#pragma once

#include "dialects/aic/Aic.h"

#include <array>

namespace aic::transforms {

/// Result axis i of the transpose is operand axis kToNhwc[i]; and back.
inline constexpr std::array<int64_t, 4> kToNhwc = {0, 2, 3, 1};
inline constexpr std::array<int64_t, 4> kToNchw = {0, 3, 1, 2};

/// A flatten of [N, C, H, W] to [..., C * H * W] that ends, perhaps after unary operators, in linears with
/// constant weights only: in NHWC it needs no transpose where the columns of those weights are permuted.
struct FlattenToLinear {
  ReshapeOp flatten;
  llvm::SmallVector<LinearOp> linears;
};

/// What the analysis decided for one block.
struct LayoutPlan {
  llvm::DenseSet<mlir::Operation*> nhwc; ///< these compute in NHWC
  llvm::DenseMap<mlir::Operation*, FlattenToLinear> flattens;
  bool hasWindows = false; ///< the block has a convolution or pooling to convert

  bool isNhwc(mlir::Operation* op) const { return nhwc.contains(op); }
};

/// The role of an operator (LayoutOpInterface; an elementwise one on images is Flexible). A FlattenToLinear
/// is Opaque here, only planLayout knows it.
LayoutRole layoutRole(mlir::Operation* op);

/// Decides for every operator of a block.
LayoutPlan planLayout(mlir::Block& block);

/// True where a transpose moves no axis but those of size 1: then it is a reshape.
bool movesOnlyOnes(llvm::ArrayRef<int64_t> shape, llvm::ArrayRef<int64_t> perm);

/// The shape [1, ..., 1, shape...] of rank 4.
llvm::SmallVector<int64_t> extendedShape(llvm::ArrayRef<int64_t> shape);

/// result[i] = values[perm[i]].
llvm::SmallVector<int64_t> permuted(llvm::ArrayRef<int64_t> values, llvm::ArrayRef<int64_t> perm);

/// The axes of x that a reduction leaves, in NHWC order, as positions in the order that NCHW leaves: the
/// permutation that its result needs when it computes in NHWC without keepdim.
llvm::SmallVector<int64_t> reductionResultPerm(llvm::ArrayRef<int64_t> dims);

/// The dims and keepdim of a reduction along axes (ReductionOpInterface); false for other operators.
bool reductionOf(mlir::Operation* op, llvm::SmallVector<int64_t>& dims, bool& keepdim);

} // namespace aic::transforms
