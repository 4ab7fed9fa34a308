// What passes make of an `attention` beside what models write: unit attributes on it, for the few who know
// them.
#pragma once

#include "dialects/aic/Quantised.h"

#include <optional>

namespace aic {

/// A query whose scores have no softmax, since it sees no key or one of them is NaN, gives 0 (for finite
/// values) and not NaN: what where(isnan(p), 0, p) makes of the weights p.
inline constexpr llvm::StringLiteral kGuardedAttr("aic.guarded");

/// The mask is `spans`, i32 [2, Sq]: query i sees the keys spans[0, i] <= j < spans[1, i] alone, as far as
/// there are any. A band, or blocks along the diagonal; what lies outside is not computed. Neither causal nor
/// a length is given then.
inline constexpr llvm::StringLiteral kSpansAttr("aic.spans");

inline bool isGuarded(mlir::Operation* attention) {
  return attention->hasAttr(kGuardedAttr);
}

/// What an attention reads and how, of floats or of keys and values of 8 bits.
struct AttentionForm {
  mlir::Operation* op;
  mlir::Value q, k, v;
  mlir::Value mask, spans, length; ///< null where it has none
  mlir::Value kScale, vScale;      ///< of a k or v of i8; else null
  bool causal;
  double scale;
};

/// That of `op`; nullopt where it is no attention. A null `op` is none.
inline std::optional<AttentionForm> attentionForm(mlir::Operation* op) {
  auto form = [&](auto attention) {
    const bool spans = op->hasAttr(kSpansAttr);
    const mlir::Value mask = attention.getMask();
    return AttentionForm{op,
                         attention.getQ(),
                         attention.getK(),
                         attention.getV(),
                         spans ? mlir::Value() : mask,
                         spans ? mask : mlir::Value(),
                         attention.getLength(),
                         {},
                         {},
                         attention.getCausal(),
                         attention.getScale().convertToDouble()};
  };
  if (auto floats = llvm::dyn_cast_or_null<AttentionOp>(op))
    return form(floats);
  auto quantised = llvm::dyn_cast_or_null<QuantisedAttentionOp>(op);
  if (!quantised)
    return std::nullopt;
  AttentionForm all = form(quantised);
  all.kScale = quantised.getKScale();
  all.vScale = quantised.getVScale();
  return all;
}

/// The spans; null where there are none.
inline mlir::Value spansOf(AttentionOp attention) {
  const std::optional<AttentionForm> form = attentionForm(attention);
  return form ? form->spans : mlir::Value();
}

/// The mask, if it is one of bools or floats; else null.
inline mlir::Value maskOf(AttentionOp attention) {
  const std::optional<AttentionForm> form = attentionForm(attention);
  return form ? form->mask : mlir::Value();
}

/// Gives it spans in place of a mask and of causality.
inline void setSpans(AttentionOp attention, mlir::Value spans) {
  attention.getMaskMutable().assign(spans);
  attention.setCausal(false);
  attention->setAttr(kSpansAttr, mlir::UnitAttr::get(attention.getContext()));
}

} // namespace aic
