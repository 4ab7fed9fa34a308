// Trigonometric and hyperbolic functions and their inverses by polynomials: GLSL.std.450 allows its own an
// error of 5e-4, or of thousands of units in the last place.
#pragma once

#include "compiler/codegen/Elementwise.h"

namespace aic::codegen::vulkan {

mlir::Value sine(const ElementwiseCode& e); ///< of in[0], as all of these
mlir::Value cosine(const ElementwiseCode& e);
mlir::Value tangent(const ElementwiseCode& e);
mlir::Value arcSine(const ElementwiseCode& e);
mlir::Value arcCosine(const ElementwiseCode& e);
mlir::Value arcTangent(const ElementwiseCode& e);
mlir::Value hyperbolicSine(const ElementwiseCode& e);
mlir::Value hyperbolicCosine(const ElementwiseCode& e);
mlir::Value areaSine(const ElementwiseCode& e); ///< asinh
mlir::Value areaCosine(const ElementwiseCode& e);
mlir::Value areaTangent(const ElementwiseCode& e);

} // namespace aic::codegen::vulkan
