// Division and remainder: of integers without traps, of floats as PyTorch rounds them.
#pragma once

#include "dialects/Mlir.h"

namespace aic::codegen {

enum class Division { Truncated, Floor, Remainder };

/// x / y on integers, scalars or vectors. Where y is 0 the result is x's own business (some number, no trap)
/// and `byZero`, an i1 of the same shape, is true; the smallest number by -1 wraps, as PyTorch's integers do.
mlir::Value emitIntegerDivision(mlir::OpBuilder& b, mlir::Location loc, Division kind, bool isUnsigned,
                                mlir::Value x, mlir::Value y, mlir::Value& byZero);

/// Floor or Remainder of f32: the remainder is exact, has y's sign, and the quotient is the one that belongs
/// to it.
mlir::Value emitFloatDivision(mlir::OpBuilder& b, mlir::Location loc, Division kind, mlir::Value x,
                              mlir::Value y);

} // namespace aic::codegen
