// Values and their types: what all passes of this folder say often.
#pragma once

#include "dialects/aic/Aic.h"

namespace aic::transforms {

inline mlir::RankedTensorType typeOf(mlir::Value value) {
  return llvm::cast<mlir::RankedTensorType>(value.getType());
}

inline llvm::ArrayRef<int64_t> shapeOf(mlir::Value value) {
  return typeOf(value).getShape();
}

/// The value itself where it has the shape.
inline mlir::Value reshape(mlir::OpBuilder& builder, mlir::Location loc, mlir::Value value,
                           llvm::ArrayRef<int64_t> shape) {
  auto type = mlir::RankedTensorType::get(shape, typeOf(value).getElementType());
  return type == value.getType() ? value : ReshapeOp::create(builder, loc, type, value);
}

/// One list after the other.
inline llvm::SmallVector<int64_t> join(llvm::ArrayRef<int64_t> leading, llvm::ArrayRef<int64_t> last) {
  llvm::SmallVector<int64_t> all(leading);
  llvm::append_range(all, last);
  return all;
}

} // namespace aic::transforms
