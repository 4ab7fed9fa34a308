// The functions of the math dialect as arithmetic on scalars or vectors, so that kernels call no library: all
// of f32, and of f64 all but sin, cos and tan.
#pragma once

#include "compiler/codegen/MathCode.h"
#include "dialects/Mlir.h"

namespace mlir {
class RewritePatternSet;
}

namespace aic::codegen {

/// Patterns that replace math.{exp,expm1,log,log1p,tanh,erf,sin,cos,tan,powf} on f32, and what the two below
/// replace, by arithmetic. NaN, infinities, signed zeros and denormal numbers are as in C's functions; the
/// errors are in README.md, and test/unit/codegen/MathTest.cpp measures them. avx512: of the target, see
/// CpuTarget.
void populateMathFunctionPatterns(mlir::RewritePatternSet& patterns, bool avx512);

/// Patterns that replace a / (1 + exp(t)) and x * (1 + erf(x / sqrt(2))) / 2 on f32, each as a whole. To be
/// applied before the others, which replace exp and erf.
void populateWholeFunctionPatterns(mlir::RewritePatternSet& patterns, bool avx512);

/// 2^x and e^x of f32 for x <= 0 and NaN, which stays: code for attention and softmax. Relative error 1.6e-7,
/// but that below 2^-126.5 it may be 0.
mlir::Value powerOfTwoUpToOne(const MathCode& c, mlir::Value x);
mlir::Value exponentialUpToOne(const MathCode& c, mlir::Value x);

/// asin, acos, atan, sinh, cosh, asinh, acosh and atanh of f32 and f64, made with exp, expm1, log and log1p.
void populateInverseFunctionPatterns(mlir::RewritePatternSet& patterns);

/// exp, expm1, log, log1p, tanh, erf and powf of f64.
void populateDoubleFunctionPatterns(mlir::RewritePatternSet& patterns);

} // namespace aic::codegen
