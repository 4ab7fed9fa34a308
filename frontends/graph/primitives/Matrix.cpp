// Matrix products.
#include "frontends/graph/Primitives.h"

namespace aic::graph {
namespace {

/// Of matrices of integers: a product at each place, then a sum, which wraps as PyTorch's does.
mlir::Value integerMatmul(PrimitiveCall& call, mlir::Value a, mlir::Value b) {
  llvm::SmallVector<int64_t> left(shapeOf(a)), right(shapeOf(b));
  int64_t inner = left.back();
  if (inner != right[right.size() - 2]) {
    call.error("a is " + describe(Value::ofTensor(a)) + " and b " + describe(Value::ofTensor(b)) +
               ": the columns of a are not as many as the rows of b");
    return nullptr;
  }
  left.push_back(1);
  right.insert(right.end() - 2, 1);
  a = call.reshape(a, left), b = a ? call.reshape(b, right) : nullptr;
  mlir::Value products = b ? call.emit<MulOp>({a, b}) : nullptr;
  if (!products)
    return nullptr;
  int64_t axis = static_cast<int64_t>(shapeOf(products).size()) - 2;
  return call.emit<SumOp>(
      products, {call.attribute("dims", llvm::ArrayRef<int64_t>(axis)), call.attribute("keepdim", false)});
}

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
  auto elementOf = [](mlir::Value x) { return mlir::getElementTypeOrSelf(x.getType()); };
  bool integers = a && b && elementOf(a).isInteger() && !elementOf(a).isInteger(1) &&
                  elementOf(a) == elementOf(b) && shapeOf(a).size() > 1 && shapeOf(b).size() > 1;
  mlir::Value y = !a || !b ? nullptr : integers ? integerMatmul(call, a, b) : call.emit<MatmulOp>({a, b});
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
