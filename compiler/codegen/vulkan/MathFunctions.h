// The functions of the math dialect as arithmetic of SPIR-V's: what GLSL.std.450 promises of its own is an
// absolute error of 2^-21 for a logarithm near 1, of exp(x) an error that grows with x, and of tanh nothing
// near 0; and exp(x) - 1 and log(1 + x), as which expm1 and log1p convert, keep no bit of a small x.
#pragma once

#include "dialects/Mlir.h"

namespace mlir {
class RewritePatternSet;
}

namespace aic::codegen::vulkan {

/// Patterns that replace math.{exp,expm1,log,log1p,tanh,erf} on f32, scalars and vectors. NaN, infinities and
/// signed zeros are as in C's functions; denormal numbers may be 0, as devices may take them so. Relative
/// errors are a few units in the last place, whatever the device: test/unit/vulkan_codegen/FunctionTest.cpp
/// measures them.
void populateMathFunctionPatterns(mlir::RewritePatternSet& patterns);

} // namespace aic::codegen::vulkan
