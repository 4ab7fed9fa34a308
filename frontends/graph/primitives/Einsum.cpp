// Einsum, as transposes and products.
#include "frontends/Einsum.h"

#include "frontends/graph/Primitives.h"

namespace aic::graph {
namespace {

/// What Einsum emits by.
struct Emitter {
  PrimitiveCall& call;

  bool failed() const { return call.failed(); }
  void error(const std::string& message) { call.error(0, message); }
  mlir::Value reshape(mlir::Value x, llvm::ArrayRef<int64_t> shape) {
    return failed() ? nullptr : call.reshape(x, shape);
  }
  mlir::Value transpose(mlir::Value x, llvm::ArrayRef<int64_t> perm) {
    if (failed() || llvm::is_sorted(perm))
      return x;
    return call.emit<TransposeOp>(x, call.attribute("perm", perm));
  }
  mlir::Value slice(mlir::Value x, int64_t axis, int64_t start, int64_t count, int64_t step) {
    return failed() ? nullptr : call.slice(x, axis, start, count, step);
  }
  mlir::Value sum(mlir::Value x, llvm::ArrayRef<int64_t> axes) {
    return failed() ? nullptr
                    : call.emit<SumOp>(x, {call.attribute("dims", axes), call.attribute("keepdim", false)});
  }
  mlir::Value mul(mlir::Value a, mlir::Value b) { return failed() ? nullptr : call.emit<MulOp>({a, b}); }
  mlir::Value matmul(mlir::Value a, mlir::Value b) {
    return failed() ? nullptr : call.emit<MatmulOp>({a, b});
  }
};

/// The tensors are given one by one or as a list, as in PyTorch.
Value einsum(PrimitiveCall& call) {
  std::string equation = call.string(0);
  llvm::SmallVector<mlir::Value> operands;
  if (call.value(1).kind == Value::Kind::List)
    operands = call.tensors(1);
  else
    operands.push_back(call.tensor(1));
  for (size_t i = 2; i < call.arguments.size() && !call.failed(); ++i)
    if (!call.isNone(i))
      operands.push_back(call.tensor(i));
  if (call.failed())
    return Value::poison();
  for (mlir::Value operand : operands)
    if (mlir::getElementTypeOrSelf(operand.getType()) != mlir::getElementTypeOrSelf(operands[0].getType())) {
      call.error("its tensors have one element type, found " + describe(Value::ofTensor(operands[0])) +
                 " and " + describe(Value::ofTensor(operand)) + ": cast one");
      return Value::poison();
    }
  mlir::Value y = Einsum(Emitter{call}, equation, operands).run();
  return call.failed() ? Value::poison() : Value::ofTensor(y);
}

constexpr Primitive kRows[] = {
    {"einsum", "equation, a, b=none, c=none, d=none", einsum},
};

} // namespace

llvm::ArrayRef<Primitive> einsumPrimitives() {
  return kRows;
}

} // namespace aic::graph
