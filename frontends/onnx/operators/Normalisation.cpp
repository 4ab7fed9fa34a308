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

/// x less its mean over the axes, and its variance over them.
std::pair<Value, Value> moments(Node& n, Value x, llvm::ArrayRef<int64_t> axes, Value& mean) {
  mean = n.mean(x, axes, true);
  Value distance = n.sub(x, mean);
  return {distance, n.mean(n.mul(distance, distance), axes, true)};
}

/// Since opset 14: the statistics of the batch itself, and the running ones that a training would keep.
void trainBatchNorm(Node& n, llvm::ArrayRef<Value> in, double eps, double momentum) {
  Value x = in[0], mean;
  Node::Ints axes{0}, perChannel(rankOf(x), 1);
  for (int64_t axis = 2; axis < rankOf(x); ++axis)
    axes.push_back(axis);
  perChannel[1] = shapeOf(x)[1];
  Value variance = moments(n, x, axes, mean).second;
  mean = n.reshape(mean, shapeOf(x)[1]);
  variance = n.reshape(variance, shapeOf(x)[1]);
  n.result(0, emitOne<BatchNormOp>(n, {x, mean, variance, in[1], in[2]}, 3, {n.attribute("eps", eps)}));
  auto running = [&](Value old, Value now) {
    return n.add(n.mul(old, n.scalar(momentum, old)), n.mul(now, n.scalar(1 - momentum, now)));
  };
  n.result(1, running(in[3], mean));
  n.result(2, running(in[4], variance));
}

void batchNorm(Node& n) {
  llvm::SmallVector<Value> in;
  for (size_t i = 0; i < 5; ++i)
    in.push_back(n.operand(i));
  double eps = n.number("epsilon", double(1e-5f)), momentum = n.number("momentum", double(0.9f));
  bool training = n.flag("training_mode", false) || (n.opset() < 7 && !n.flag("is_test", false));
  bool spatial = n.flag("spatial", true);
  if (n.failed())
    return;
  if (!spatial)
    return n.unsupported("spatial = 0: statistics for each place");
  if (rankOf(in[0]) < 2)
    return n.error("its input has at least two axes; found " + describe(in[0].getType()));
  if (training && n.opset() >= 14)
    return trainBatchNorm(n, in, eps, momentum);
  if (training)
    return n.unsupported("training, before opset 14");
  n.result(emitOne<BatchNormOp>(n, {in[0], in[3], in[4], in[1], in[2]}, 3, {n.attribute("eps", eps)}));
}

void instanceNorm(Node& n) {
  Value x = n.operand(0), scale = n.operand(1), bias = n.operand(2);
  double eps = n.number("epsilon", double(1e-5f));
  if (n.failed())
    return;
  if (rankOf(x) < 3)
    return n.error("its input has at least 3 axes; found " + describe(x.getType()));
  if (elementsOf(shapeOf(x)) == 0) // groups of no channels
    return n.result(x);
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
  Value mean;
  auto [distance, variance] = moments(n, x, axes, mean);
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
  x = n.wide(x); // stash_type
  if (n.wants(1))
    n.result(1, n.mean(x, axes, true));
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
  Value norm = power == 1 ? sum : n.emit<SqrtOp>(sum), zero = n.scalar(0, norm);
  n.result(n.where(n.compare(Predicate::EQ, norm, zero), zero, n.div(x, norm))); // 0 / 0 is 0 here
}

// (x - mean) / (sqrt(variance) + 1e-9), as the standard's own function says.
void meanVariance(Node& n) {
  Value x = n.operand(0);
  Node::Ints given = n.ints("axes");
  if (!n.hasAttribute("axes"))
    given = {0, 2, 3};
  Node::Ints axes = n.axes(given, rankOf(x));
  if (n.failed())
    return;
  Value wide = n.wide(x);
  auto [distance, deviation] = centred(n, wide, axes, 0);
  n.result(n.cast(n.div(distance, n.add(deviation, n.scalar(1e-9, wide))), elementOf(x)));
}

constexpr Operator kRows[] = {
    {"BatchNormalization", 1, batchNorm, "consumed_inputs epsilon is_test momentum spatial training_mode",
     "training before opset 14"},
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
