// Rules of normalisations. Statistics are computed again from x: cheaper than keeping what is as large as x.
#include "dialects/aic/Gradient.h"

using namespace mlir;

namespace aic {
namespace {

/// The gradient of x through y = (x - mean) * scale, where scale is 1 / sqrt(var + eps) of the same axes, and
/// `normal` is y: (g - mean(g) - y * mean(g * y)) * scale; without the first mean where none was taken off.
Value throughNorm(Vjp& vjp, Value gradient, Value normal, Value scale, ArrayRef<int64_t> dims, bool centred) {
  Value along = vjp.mul(normal, vjp.mean(vjp.mul(gradient, normal), dims, /*keepdim=*/true));
  if (centred)
    gradient = vjp.sub(gradient, vjp.mean(gradient, dims, /*keepdim=*/true));
  return vjp.mul(vjp.sub(gradient, along), scale);
}

/// (x - mean) and 1 / sqrt(var + eps) over these axes.
std::pair<Value, Value> standardised(Vjp& vjp, Value x, ArrayRef<int64_t> dims, double eps, bool centred) {
  if (centred)
    x = vjp.sub(x, vjp.mean(x, dims, /*keepdim=*/true));
  Value variance = vjp.mean(vjp.square(x), dims, /*keepdim=*/true);
  return {x, vjp.make<RsqrtOp>(vjp.add(variance, eps))};
}

LogicalResult overLastAxes(Vjp& vjp, Value x, Value weight, int64_t axes, double eps, bool centred,
                           std::optional<unsigned> weightPlace, std::optional<unsigned> biasPlace) {
  const int64_t rank = GradientBuilder::rankOf(x);
  SmallVector<int64_t> dims = axesFrom(rank - axes, rank), leading = axesFrom(0, rank - axes);
  Value gradient = vjp.gradient();
  auto [shifted, scale] = standardised(vjp, x, dims, eps, centred);
  Value normal = vjp.mul(shifted, scale);
  if (vjp.wants(0)) {
    Value scaled = weight ? vjp.mul(gradient, weight) : gradient;
    vjp.give(0, throughNorm(vjp, scaled, normal, scale, dims, centred));
  }
  if (weightPlace)
    vjp.give(*weightPlace, vjp.sum(vjp.mul(gradient, normal), leading));
  if (biasPlace)
    vjp.give(*biasPlace, vjp.sum(gradient, leading));
  return success();
}

} // namespace

LogicalResult BatchNormOp::buildVjp(Vjp& vjp) {
  const int64_t rank = getX().getType().getRank(), channel = getLayout() == Layout::NHWC ? rank - 1 : 1;
  const int64_t channels = getX().getType().getDimSize(channel);
  SmallVector<int64_t> others = axesFrom(0, rank), along(rank, 1);
  others.erase(others.begin() + channel);
  along[channel] = channels;
  auto perChannel = [&](Value x) { return vjp.reshape(x, along); };
  Value gradient = vjp.gradient();
  Value inverse = vjp.make<RsqrtOp>(vjp.add(getVar(), getEps().convertToDouble()));
  Value scale = getWeight() ? vjp.mul(inverse, getWeight()) : inverse;
  if (vjp.wants(0))
    vjp.give(0, vjp.mul(gradient, perChannel(scale)));
  std::optional<unsigned> mean = vjp.wanted(*this, 1), var = vjp.wanted(*this, 2);
  std::optional<unsigned> weight = vjp.wanted(*this, 3), bias = vjp.wanted(*this, 4);
  Value sum = mean || bias ? vjp.sum(gradient, others) : Value();
  if (mean)
    vjp.give(*mean, vjp.neg(vjp.mul(sum, scale)));
  if (bias)
    vjp.give(*bias, sum);
  if (!var && !weight)
    return success();
  Value product = vjp.sum(vjp.mul(gradient, vjp.sub(getX(), perChannel(getMean()))), others);
  if (var)
    vjp.give(*var, vjp.mul(vjp.mul(product, vjp.mul(scale, vjp.square(inverse))), -0.5));
  if (weight)
    vjp.give(*weight, vjp.mul(product, inverse));
  return success();
}

LogicalResult LayerNormOp::buildVjp(Vjp& vjp) {
  return overLastAxes(vjp, getX(), getWeight(), getAxes(), getEps().convertToDouble(), /*centred=*/true,
                      vjp.wanted(*this, 1), vjp.wanted(*this, 2));
}

LogicalResult RmsNormOp::buildVjp(Vjp& vjp) {
  return overLastAxes(vjp, getX(), getWeight(), getAxes(), getEps().convertToDouble(), /*centred=*/false,
                      vjp.wanted(*this, 1), std::nullopt);
}

LogicalResult GroupNormOp::buildVjp(Vjp& vjp) {
  if (getLayout() != Layout::NCHW)
    return emitError("group_norm has no gradient in the layout nhwc");
  ArrayRef<int64_t> shape = getX().getType().getShape();
  const int64_t rank = int64_t(shape.size()), groups = int64_t(getNumGroups());
  int64_t elements = 1;
  for (int64_t size : shape.drop_front())
    elements *= size;
  const SmallVector<int64_t> grouped{shape[0], groups, elements / groups};
  SmallVector<int64_t> others = axesFrom(0, rank), along(rank, 1);
  others.erase(others.begin() + 1);
  along[1] = shape[1];
  Value gradient = vjp.gradient();
  auto [shifted, scale] =
      standardised(vjp, vjp.reshape(getX(), grouped), {2}, getEps().convertToDouble(), true);
  Value normal = vjp.mul(shifted, scale);
  if (vjp.wants(0)) {
    Value scaled = getWeight() ? vjp.mul(gradient, vjp.reshape(getWeight(), along)) : gradient;
    Value back = throughNorm(vjp, vjp.reshape(scaled, grouped), normal, scale, {2}, true);
    vjp.give(0, vjp.reshape(back, shape));
  }
  if (std::optional<unsigned> weight = vjp.wanted(*this, 1))
    vjp.give(*weight, vjp.sum(vjp.mul(gradient, vjp.reshape(normal, shape)), others));
  if (std::optional<unsigned> bias = vjp.wanted(*this, 2))
    vjp.give(*bias, vjp.sum(gradient, others));
  return success();
}

} // namespace aic
