// The leading axes of an attention, apart or together.
#pragma once

#include "dialects/aic/Aic.h"

namespace aic::transforms {

/// `mask`, which broadcasts to scores of the shape `from`, for the same scores in the shape `to` (only the
/// leading axes differ); null where axes are merged or split of which it has some and not others.
mlir::Value maskInShape(mlir::OpBuilder& builder, mlir::Location loc, mlir::Value mask,
                        llvm::ArrayRef<int64_t> from, llvm::ArrayRef<int64_t> to);

/// An attention whose q, k or v are copies only because a reshape merges leading axes (batch and heads;
/// groups of queries and their heads of keys) becomes one over these axes apart, where they are views.
/// Returns it, or the given one.
AttentionOp splitLeadingAxes(AttentionOp attention, mlir::OpBuilder& builder);

} // namespace aic::transforms
