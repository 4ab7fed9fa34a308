// What is added to the scores of an attention, or taken out of them, as one mask and perhaps causality.
#pragma once

#include "dialects/aic/Aic.h"

namespace aic::transforms {

/// A mask term that is at most this hides a key: no score that a model computes makes up for it.
inline constexpr double kHidden = -1e4;

/// What aic.attention takes: query i sees keys j <= i where `causal`, and `mask` (null: all); or `spans`
/// alone (dialects/aic/AttentionForms.h).
struct AttentionMask {
  bool causal = false;
  mlir::Value mask;
  mlir::Value spans; ///< a constant, i32 [2, queries]
};

/// Combines `terms` on scores [..., queries, keys], each of which broadcasts to them: bools, true where a
/// query sees a key, and floats of the type `element`, which are added. Constant terms (tril comparisons, 0
/// and -inf) become causality, spans, a bool mask, or nothing where they hide nothing. `causal`: query i sees
/// keys j <= i at most, beside the terms. New operators are made at `builder`'s place.
AttentionMask combineMasks(mlir::OpBuilder& builder, mlir::Location loc, llvm::ArrayRef<mlir::Value> terms,
                           int64_t queries, int64_t keys, mlir::FloatType element, bool causal = false);

} // namespace aic::transforms
