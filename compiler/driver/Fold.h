// What a frontend folds shapes with: the reference evaluator, one operation at a time.
#pragma once

#include "mlir/IR/BuiltinAttributeInterfaces.h"
#include "mlir/IR/Operation.h"

namespace aic::driver {

/// The value of an operation of the `aic` dialect that has one result, on these operands, rounded to its
/// element type. Takes the scalar steps that it needs from `budget`. Null where that is not enough, or where
/// it cannot be computed.
mlir::ElementsAttr foldOperation(mlir::Operation* op, llvm::ArrayRef<mlir::ElementsAttr> operands,
                                 int64_t& budget);

} // namespace aic::driver
