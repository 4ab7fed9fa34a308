// What a frontend folds shapes with: the reference evaluator, one operation at a time.
#pragma once

#include "mlir/IR/BuiltinAttributeInterfaces.h"
#include "mlir/IR/Operation.h"

namespace aic::driver {

/// The value of an operation of the `aic` dialect that has one result, on these operands, rounded to its
/// element type. Null where it cannot be computed, or takes more than a second or so.
mlir::ElementsAttr foldOperation(mlir::Operation* op, llvm::ArrayRef<mlir::ElementsAttr> operands);

} // namespace aic::driver
