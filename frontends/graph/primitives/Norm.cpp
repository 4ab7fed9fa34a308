// Normalisation.
#include "frontends/graph/Primitives.h"

namespace aic::graph {
namespace {

Value batchNorm(PrimitiveCall& call) {
  mlir::Value x = call.tensor(0), mean = call.tensor(1), var = call.tensor(2),
              weight = call.optionalTensor(3), bias = call.optionalTensor(4);
  double eps = call.epsilon(5);
  if (call.failed())
    return Value::poison();
  auto results = call.emitSegments<BatchNormOp>({x, mean, var, weight, bias}, call.attribute("eps", eps));
  return results.empty() ? Value::poison() : Value::ofTensor(results[0]);
}

/// The number of x's last axes that normalized_shape names, an int or a list; 0 where reported.
int64_t normalisedAxes(PrimitiveCall& call, size_t i, mlir::Value x) {
  llvm::SmallVector<int64_t> shape;
  if (call.value(i).kind == Value::Kind::Int)
    shape.push_back(call.integer(i));
  else
    shape = call.integers(i);
  if (call.failed())
    return 0;
  if (shape.empty() || shape.size() > shapeOf(x).size() ||
      shapeOf(x).take_back(shape.size()) != llvm::ArrayRef(shape)) {
    call.error(i, "x is " + describe(Value::ofTensor(x)) + ": its last sizes are not " + spellShape(shape));
    return 0;
  }
  return static_cast<int64_t>(shape.size());
}

Value layerNorm(PrimitiveCall& call) {
  mlir::Value x = call.tensor(0), weight = call.optionalTensor(2), bias = call.optionalTensor(3);
  double eps = call.epsilon(4);
  int64_t axes = call.failed() ? 0 : normalisedAxes(call, 1, x);
  if (call.failed())
    return Value::poison();
  auto results = call.emitSegments<LayerNormOp>({x, weight, bias},
                                                {call.attribute("axes", axes), call.attribute("eps", eps)});
  return results.empty() ? Value::poison() : Value::ofTensor(results[0]);
}

Value rmsNorm(PrimitiveCall& call) {
  mlir::Value x = call.tensor(0), weight = call.optionalTensor(2);
  double eps = call.epsilon(3);
  int64_t axes = call.failed() ? 0 : normalisedAxes(call, 1, x);
  if (call.failed())
    return Value::poison();
  llvm::SmallVector<mlir::Value> operands = {x};
  if (weight)
    operands.push_back(weight);
  return Value::ofTensor(
      call.emit<RmsNormOp>(operands, {call.attribute("axes", axes), call.attribute("eps", eps)}));
}

Value groupNorm(PrimitiveCall& call) {
  mlir::Value x = call.tensor(0), weight = call.optionalTensor(2), bias = call.optionalTensor(3);
  int64_t groups = call.integer(1);
  double eps = call.epsilon(4);
  if (call.failed())
    return Value::poison();
  auto results = call.emitSegments<GroupNormOp>(
      {x, weight, bias}, {call.attribute("num_groups", groups), call.attribute("eps", eps)});
  return results.empty() ? Value::poison() : Value::ofTensor(results[0]);
}

constexpr Primitive kRows[] = {
    {"batch_norm", "x, running_mean, running_var, weight=none, bias=none, eps=1e-5", batchNorm},
    {"layer_norm", "x, normalized_shape, weight=none, bias=none, eps=1e-5", layerNorm},
    {"rms_norm", "x, normalized_shape, weight=none, eps=1e-5", rmsNorm},
    {"group_norm", "x, num_groups, weight=none, bias=none, eps=1e-5", groupNorm},
};

} // namespace

llvm::ArrayRef<Primitive> normPrimitives() {
  return kRows;
}

} // namespace aic::graph
