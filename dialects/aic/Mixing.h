// What passes may mix and models may not.
#pragma once

#include "dialects/aic/Aic.h"

namespace aic {

/// Passes give products and attentions of f32 weights, keys and values of f16 or bf16, where that was asked
/// for (--precision,
/// --state-precision); in a model of a user's such a mixture is a mistake. Why `op` is one, "weight is f16, x
/// is f32: ..."; "" where it is none.
std::string whyMixed(mlir::Operation* op);

} // namespace aic
