// What passes make of an `attention` beside what models write: unit attributes on it, for the few who know
// them.
#pragma once

#include "dialects/aic/Aic.h"

namespace aic {

/// A query whose scores have no softmax, since it sees no key or one of them is NaN, gives 0 (for finite
/// values) and not NaN: what where(isnan(p), 0, p) makes of the weights p.
inline constexpr llvm::StringLiteral kGuardedAttr("aic.guarded");

/// The mask is `spans`, i32 [2, Sq]: query i sees the keys spans[0, i] <= j < spans[1, i] alone, as far as
/// there are any. A band, or blocks along the diagonal; what lies outside is not computed. Neither causal nor
/// a length is given then.
inline constexpr llvm::StringLiteral kSpansAttr("aic.spans");

inline bool isGuarded(AttentionOp attention) {
  return attention->hasAttr(kGuardedAttr);
}

/// The spans; null where there are none.
inline mlir::Value spansOf(AttentionOp attention) {
  return attention->hasAttr(kSpansAttr) ? mlir::Value(attention.getMask()) : mlir::Value();
}

/// The mask, if it is one of bools or floats; else null.
inline mlir::Value maskOf(AttentionOp attention) {
  return attention->hasAttr(kSpansAttr) ? mlir::Value() : mlir::Value(attention.getMask());
}

/// Gives it spans in place of a mask and of causality.
inline void setSpans(AttentionOp attention, mlir::Value spans) {
  attention.getMaskMutable().assign(spans);
  attention.setCausal(false);
  attention->setAttr(kSpansAttr, mlir::UnitAttr::get(attention.getContext()));
}

} // namespace aic
