// Normalisations.
#include "frontends/onnx/Node.h"

namespace aic::onnx {
namespace {

using mlir::Value;

/// The one result of an operation with optional operands.
template <typename Op>
Value emitOne(Node& n, llvm::ArrayRef<Value> operands, size_t required,
              llvm::ArrayRef<mlir::NamedAttribute> attributes) {
  llvm::SmallVector<Value> results = n.emitSegments<Op>(operands, required, attributes);
  return results.empty() ? Value() : results.front();
}

void batchNorm(Node& n) {
  Value x = n.operand(0), scale = n.operand(1), bias = n.operand(2), mean = n.operand(3),
        variance = n.operand(4);
  double eps = n.number("epsilon", double(1e-5f));
  n.number("momentum", 0.9);
  bool training = n.flag("training_mode", false) || (n.opset() < 7 && !n.flag("is_test", false));
  if (n.flag("spatial", true) == false)
    return n.unsupported("spatial = 0: statistics for each place");
  if (training)
    return n.unsupported("training: the statistics of the batch itself");
  for (size_t i = 1; i < n.outputs(); ++i)
    if (n.wants(i))
      return n.unsupported("the statistics as outputs, which are for training");
  n.result(emitOne<BatchNormOp>(n, {x, mean, variance, scale, bias}, 3, {n.attribute("eps", eps)}));
}

void instanceNorm(Node& n) {
  Value x = n.operand(0), scale = n.operand(1), bias = n.operand(2);
  double eps = n.number("epsilon", double(1e-5f));
  if (n.failed())
    return;
  if (rankOf(x) < 3)
    return n.error("its input has at least 3 axes; found " + describe(x.getType()));
  n.result(emitOne<GroupNormOp>(n, {x, scale, bias}, 1,
                                {n.attribute("num_groups", shapeOf(x)[1]), n.attribute("eps", eps)}));
}

/// Since opset 21 there is a scale for each channel, before that for each group.
void groupNorm(Node& n) {
  Value x = n.operand(0), scale = n.operand(1), bias = n.operand(2);
  double eps = n.number("epsilon", double(1e-5f));
  int64_t groups = n.integer("num_groups", 0);
  n.integer("stash_type", 1);
  if (n.failed())
    return;
  if (rankOf(x) < 2 || groups < 1 || shapeOf(x)[1] % groups != 0)
    return n.error("num_groups divides the channels of its input, " + describe(x.getType()));
  int64_t channels = shapeOf(x)[1];
  auto perChannel = [&](Value v) {
    if (n.opset() >= 21 || n.failed())
      return v;
    return n.reshape(n.expand(n.reshape(v, {groups, 1}), {groups, channels / groups}), {channels});
  };
  n.result(emitOne<GroupNormOp>(n, {x, perChannel(scale), perChannel(bias)}, 1,
                                {n.attribute("num_groups", groups), n.attribute("eps", eps)}));
}

/// x less its mean over the axes, and the square root of its variance plus eps.
std::pair<Value, Value> centred(Node& n, Value x, llvm::ArrayRef<int64_t> axes, double eps) {
  Value distance = n.sub(x, n.reduce<MeanOp>(x, axes, true));
  Value variance = n.reduce<MeanOp>(n.mul(distance, distance), axes, true);
  return {distance, n.emit<SqrtOp>(n.add(variance, n.scalar(eps, variance)))};
}

void layerNorm(Node& n) {
  Value x = n.operand(0), scale = n.operand(1), bias = n.optional(2);
  double eps = n.number("epsilon", double(1e-5f));
  n.integer("stash_type", 1);
  int64_t axis = n.axis(n.integer("axis", -1), rankOf(x));
  if (n.failed())
    return;
  llvm::ArrayRef<int64_t> shape = shapeOf(x).drop_front(axis);
  bool direct = shapeOf(scale) == shape && (!bias || shapeOf(bias) == shape);
  Value normal = emitOne<LayerNormOp>(
      n, {x, direct ? scale : Value(), direct ? bias : Value()}, 1,
      {n.attribute("axes", static_cast<int64_t>(shape.size())), n.attribute("eps", eps)});
  if (!direct) {
    normal = n.mul(normal, scale);
    normal = bias ? n.add(normal, bias) : normal;
  }
  n.result(normal);
  Node::Ints axes;
  for (int64_t i = axis; i < rankOf(x); ++i)
    axes.push_back(i);
  if (n.wants(1))
    n.result(1, n.reduce<MeanOp>(x, axes, true));
  if (n.wants(2)) {
    Value deviation = centred(n, x, axes, eps).second;
    n.result(2, n.div(n.scalar(1, deviation), deviation));
  }
}

void rmsNorm(Node& n) {
  Value x = n.operand(0), scale = n.operand(1);
  double eps = n.number("epsilon", double(1e-5f));
  n.integer("stash_type", 1);
  int64_t axis = n.axis(n.integer("axis", -1), rankOf(x));
  if (n.failed())
    return;
  int64_t axes = rankOf(x) - axis;
  bool direct = shapeOf(scale) == shapeOf(x).drop_front(axis);
  Value normal = n.emit<RmsNormOp>(direct ? mlir::ValueRange{x, scale} : mlir::ValueRange{x},
                                   {n.attribute("axes", axes), n.attribute("eps", eps)});
  n.result(direct ? normal : n.mul(normal, scale));
}

void lpNormalization(Node& n) {
  Value x = n.operand(0);
  int64_t axis = n.axis(n.integer("axis", -1), rankOf(x)), power = n.integer("p", 2);
  if (n.failed())
    return;
  if (power != 1 && power != 2)
    return n.error("p is 1 or 2");
  Value size = power == 1 ? n.emit<AbsOp>(x) : n.mul(x, x);
  Value sum = n.reduce<SumOp>(size, {axis}, true);
  n.result(n.div(x, power == 1 ? sum : n.emit<SqrtOp>(sum)));
}

// (x - mean) / (sqrt(variance) + 1e-9), as the standard's own function says.
void meanVariance(Node& n) {
  Value x = n.operand(0);
  Node::Ints given = n.ints("axes");
  if (!n.hasAttribute("axes"))
    given = {0, 2, 3};
  Node::Ints axes = n.axes(given, rankOf(x));
  auto [distance, deviation] = centred(n, x, axes, 0);
  n.result(n.div(distance, n.add(deviation, n.scalar(1e-9, x))));
}

constexpr Operator kRows[] = {
    {"BatchNormalization", 1, batchNorm, "consumed_inputs epsilon is_test momentum spatial training_mode",
     "training"},
    {"InstanceNormalization", 1, instanceNorm, "consumed_inputs epsilon"},
    {"GroupNormalization", 18, groupNorm, "epsilon num_groups stash_type"},
    {"LayerNormalization", 17, layerNorm, "axis epsilon stash_type"},
    {"RMSNormalization", 23, rmsNorm, "axis epsilon stash_type"},
    {"LpNormalization", 1, lpNormalization, "axis p"},
    {"MeanVarianceNormalization", 9, meanVariance, "axes"},
};

} // namespace

llvm::ArrayRef<Operator> normalisationOperators() {
  return kRows;
}

} // namespace aic::onnx
