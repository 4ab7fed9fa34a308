// The functions of the math dialect as arithmetic on scalars or vectors, so that kernels call no library: all
// of f32, and of f64 all but sin, cos and tan.
#pragma once

#include "dialects/Pch.h"

namespace mlir {
class RewritePatternSet;
}

namespace aic::codegen {

/// Patterns that replace math.{exp,expm1,log,log1p,tanh,erf,sin,cos,tan,powf} on f32, and what the two below
/// replace, by arithmetic. NaN,
/// infinities, signed zeros and denormal numbers are as in C's functions; the errors are in README.md, and
/// test/unit/codegen/MathTest.cpp measures them.
void populateMathFunctionPatterns(mlir::RewritePatternSet& patterns);

/// A pattern that replaces a / (1 + exp(t)) on f32, where a result that is a denormal number becomes 0. To be
/// applied before the others, which replace exp.
void populateLogisticPatterns(mlir::RewritePatternSet& patterns);

/// asin, acos, atan, sinh, cosh, asinh, acosh and atanh of f32 and f64, made with exp, expm1, log and log1p.
void populateInverseFunctionPatterns(mlir::RewritePatternSet& patterns);

/// exp, expm1, log, log1p, tanh, erf and powf of f64.
void populateDoubleFunctionPatterns(mlir::RewritePatternSet& patterns);

} // namespace aic::codegen
