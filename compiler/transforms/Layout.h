// The parts of aic-layout: the plan (LayoutPlan.h), the rewriting (Layout.cpp), and the clean-up after it.
#pragma once

#include "compiler/transforms/LayoutPlan.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"

namespace aic::transforms {

/// For each axis of `to` the neighbouring axes of `from` whose product it is; false where an axis is split.
/// Axes of size 1 go with the axis before them, or the first.
bool mergedAxes(llvm::ArrayRef<int64_t> from, llvm::ArrayRef<int64_t> to,
                llvm::SmallVectorImpl<llvm::SmallVector<int64_t>>& parts);

/// One transpose for two around a reshape; a reshape for one that moves only axes of size 1. (The dialect's
/// folders join transposes of transposes and reshapes of reshapes.)
void populateTransposePatterns(mlir::RewritePatternSet& patterns);

/// Applies the patterns until none matches; failure after so many rewrites that two of them must undo one
/// another. The function is good after each rewrite, so there too.
mlir::LogicalResult applyBounded(mlir::func::FuncOp function, mlir::RewritePatternSet patterns,
                                 mlir::GreedyRewriteConfig config = {});

/// Joins transposes that meet, also around a reshape that only merges or only splits axes (a patch embedding:
/// NHWC to NCHW, flatten, tokens last), and makes reshapes of those that move only axes of size 1. Removes
/// dead code. Failure as applyBounded's.
mlir::LogicalResult cleanUpTransposes(mlir::func::FuncOp function);

} // namespace aic::transforms
