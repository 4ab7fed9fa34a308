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
    {"sum", "x, dim=none, keepdim=false", reduce<SumOp>},
    {"mean", "x, dim=none, keepdim=false", reduce<MeanOp>},
    {"amax", "x, dim=none, keepdim=false", reduce<AmaxOp>},
    {"amin", "x, dim=none, keepdim=false", reduce<AminOp>},
    {"prod", "x, dim=none, keepdim=false", reduce<ProdOp>},
    {"argmax", "x, dim=none, keepdim=false", argmax},
    {"softmax", "x, dim", along<SoftmaxOp>},
    {"log_softmax", "x, dim", along<LogSoftmaxOp>},
};

} // namespace

llvm::ArrayRef<Primitive> reductionPrimitives() {
  return kRows;
}

} // namespace aic::graph
