// Matrix products.
#include "frontends/graph/Primitives.h"

namespace aic::graph {
namespace {

/// As NumPy: a vector on the left is a row, on the right a column, and its axis of size 1 leaves the result.
Value matmul(PrimitiveCall& call) {
  mlir::Value a = call.tensor(0), b = call.tensor(1);
  if (call.failed())
    return Value::poison();
  bool row = shapeOf(a).size() == 1, column = shapeOf(b).size() == 1;
  if (row)
    a = call.reshape(a, {1, shapeOf(a)[0]});
  if (column)
    b = call.reshape(b, {shapeOf(b)[0], 1});
  mlir::Value y = a && b ? call.emit<MatmulOp>({a, b}) : nullptr;
  if (!y)
    return Value::poison();
  if (!row && !column)
    return Value::ofTensor(y);
  llvm::SmallVector<int64_t> shape(shapeOf(y));
  if (column)
    shape.pop_back();
  if (row)
    shape.erase(shape.end() - (column ? 1 : 2));
  return Value::ofTensor(call.reshape(y, shape));
}

Value linear(PrimitiveCall& call) {
  llvm::SmallVector<mlir::Value> operands = {call.tensor(0), call.tensor(1)};
  mlir::Value bias = call.optionalTensor(2);
  if (call.failed())
    return Value::poison();
  if (bias)
    operands.push_back(bias);
  return Value::ofTensor(call.emit<LinearOp>(operands));
}

constexpr Primitive kRows[] = {
    {"matmul", "a, b", matmul},
    {"linear", "x, weight, bias=none", linear},
};

} // namespace

llvm::ArrayRef<Primitive> matrixPrimitives() {
  return kRows;
}

} // namespace aic::graph
