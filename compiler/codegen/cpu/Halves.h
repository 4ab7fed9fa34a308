// f16 and bf16: 16 bits in memory, f32 in registers. Kernels compute on them as on f32 and round once, to
// nearest even, where they store.
#pragma once

#include "dialects/Mlir.h"

namespace aic::codegen {

/// The f32 of a half's bits: i16 or a vector of them. `f16c`: the CPU converts f16 itself.
mlir::Value widenHalf(mlir::OpBuilder& b, mlir::Location loc, mlir::Value bits, mlir::Type half, bool f16c);

/// The bits of the half nearest to an f32.
mlir::Value narrowHalf(mlir::OpBuilder& b, mlir::Location loc, mlir::Value x, mlir::Type half, bool f16c);

/// The half nearest to an f32 or f64, as an f32.
mlir::Value roundToHalf(mlir::OpBuilder& b, mlir::Location loc, mlir::Value x, mlir::Type half);

} // namespace aic::codegen
