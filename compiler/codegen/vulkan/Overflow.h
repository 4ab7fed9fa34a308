// Integers that the model has in 64 bits and the device in 32: where a result leaves these, the run fails.
#pragma once

#include "mlir/Dialect/Arith/IR/Arith.h"

namespace aic::codegen::vulkan {

/// On operations whose result was i64 before narrowVulkanTypes. (An i32 of the model wraps, as everywhere.)
inline constexpr llvm::StringLiteral kWide = "aic.wide";
inline bool isWide(mlir::Operation* op) {
  return op && op->hasAttr(kWide);
}

/// A result, and an i1 (or a vector of them) that is true where it is not the one of unbounded integers.
struct Checked {
  mlir::Value result, overflows;
};

/// Of i32, scalars or vectors.
Checked addChecked(mlir::OpBuilder& b, mlir::Location loc, mlir::Value x, mlir::Value y);
Checked subtractChecked(mlir::OpBuilder& b, mlir::Location loc, mlir::Value x, mlir::Value y);
Checked multiplyChecked(mlir::OpBuilder& b, mlir::Location loc, mlir::Value x, mlir::Value y);

} // namespace aic::codegen::vulkan
