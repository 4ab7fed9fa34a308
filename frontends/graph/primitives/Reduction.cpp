// Reductions and softmax.
#include "frontends/graph/Primitives.h"

namespace aic::graph {
namespace {

template <typename Op> Value reduce(PrimitiveCall& call) {
  mlir::Value x = call.tensor(0);
  if (call.failed())
    return Value::poison();
  auto dims = call.axes(1, shapeOf(x).size());
  bool keepdim = call.boolean(2);
  if (call.failed())
    return Value::poison();
  return Value::ofTensor(
      call.emit<Op>(x, {call.attribute("dims", dims), call.attribute("keepdim", keepdim)}));
}

/// x in the type that sums and products have: dtype, else i64 for integers and bool, as in PyTorch.
mlir::Value inTypeOfSums(PrimitiveCall& call, mlir::Value x, size_t dtype) {
  mlir::Type element = mlir::getElementTypeOrSelf(x.getType());
  mlir::Type wanted = element;
  if (!call.isNone(dtype))
    wanted = call.element(dtype);
  else if (!llvm::isa<mlir::FloatType>(element))
    wanted = mlir::IntegerType::get(call.context(), 64);
  if (call.failed() || wanted == element)
    return x;
  return call.emitAs<CastOp>(llvm::cast<mlir::RankedTensorType>(x.getType()).clone(wanted), x);
}

template <typename Op> Value accumulate(PrimitiveCall& call) {
  mlir::Value x = call.tensor(0);
  if (call.failed())
    return Value::poison();
  auto dims = call.axes(1, shapeOf(x).size());
  bool keepdim = call.boolean(2);
  x = inTypeOfSums(call, x, 3);
  if (call.failed())
    return Value::poison();
  return Value::ofTensor(
      call.emit<Op>(x, {call.attribute("dims", dims), call.attribute("keepdim", keepdim)}));
}

template <typename Op> Value along(PrimitiveCall& call) {
  mlir::Value x = call.tensor(0);
  if (call.failed())
    return Value::poison();
  int64_t dim = call.axis(1, shapeOf(x).size());
  return call.failed() ? Value::poison() : Value::ofTensor(call.emit<Op>(x, call.attribute("dim", dim)));
}

Value argmax(PrimitiveCall& call) {
  mlir::Value x = call.tensor(0);
  bool keepdim = call.boolean(2);
  if (call.failed())
    return Value::poison();
  llvm::SmallVector<mlir::NamedAttribute> attributes = {call.attribute("keepdim", keepdim)};
  if (!call.isNone(1))
    attributes.push_back(call.attribute("dim", call.axis(1, shapeOf(x).size())));
  return call.failed() ? Value::poison() : Value::ofTensor(call.emit<ArgmaxOp>(x, attributes));
}

constexpr Primitive kRows[] = {
    {"sum", "x, dim=none, keepdim=false, dtype=none", accumulate<SumOp>},
    {"mean", "x, dim=none, keepdim=false", reduce<MeanOp>},
    {"amax", "x, dim=none, keepdim=false", reduce<AmaxOp>},
    {"amin", "x, dim=none, keepdim=false", reduce<AminOp>},
    {"prod", "x, dim=none, keepdim=false, dtype=none", accumulate<ProdOp>},
    {"argmax", "x, dim=none, keepdim=false", argmax},
    {"softmax", "x, dim", along<SoftmaxOp>},
    {"log_softmax", "x, dim", along<LogSoftmaxOp>},
};

} // namespace

llvm::ArrayRef<Primitive> reductionPrimitives() {
  return kRows;
}

} // namespace aic::graph
