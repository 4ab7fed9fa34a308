// exp, expm1, log, log1p, tanh, erf, sin, cos and pow of f32 as arithmetic on scalars or vectors, so that
// kernels call no library.
#pragma once

#include "dialects/Pch.h"

namespace mlir {
class RewritePatternSet;
}

namespace aic::codegen {

/// Patterns that replace math.{exp,expm1,log,log1p,tanh,erf,sin,cos,powf} on f32 by arithmetic. NaN,
/// infinities, signed zeros and denormal numbers are as in C's functions; the errors are in README.md, and
/// test/unit/codegen/MathTest.cpp measures them.
void populateMathFunctionPatterns(mlir::RewritePatternSet& patterns);

} // namespace aic::codegen
