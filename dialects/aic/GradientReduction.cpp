// Rules of reductions and softmax.
#include "dialects/aic/Gradient.h"

using namespace mlir;

namespace aic {
namespace {

/// What has one element for those along `dims`, with these axes of size 1.
Value withAxes(Vjp& vjp, Value reduced, ArrayRef<int64_t> shape, ArrayRef<int64_t> dims) {
  SmallVector<int64_t> kept(shape);
  for (int64_t dim : dims)
    kept[dim] = 1;
  return vjp.reshape(reduced, kept);
}

/// amax and amin: equal ones have equal parts of the gradient.
LogicalResult shared(Vjp& vjp, Value x, Value result, ArrayRef<int64_t> dims) {
  ArrayRef<int64_t> shape = GradientBuilder::shapeOf(x);
  Value isTaken = vjp.cast(vjp.compare(Predicate::EQ, x, withAxes(vjp, result, shape, dims)),
                           GradientBuilder::elementOf(x));
  Value gradient = withAxes(vjp, vjp.gradient(), shape, dims);
  vjp.give(0, vjp.mul(isTaken, vjp.div(gradient, vjp.sum(isTaken, dims, /*keepdim=*/true))));
  return success();
}

} // namespace

LogicalResult SumOp::buildVjp(Vjp& vjp) {
  ArrayRef<int64_t> shape = getX().getType().getShape();
  vjp.give(0, vjp.expand(withAxes(vjp, vjp.gradient(), shape, getDims()), shape));
  return success();
}

LogicalResult MeanOp::buildVjp(Vjp& vjp) {
  ArrayRef<int64_t> shape = getX().getType().getShape();
  double count = 1;
  for (int64_t dim : getDims())
    count *= double(shape[dim]);
  vjp.give(0, vjp.expand(withAxes(vjp, vjp.mul(vjp.gradient(), 1 / count), shape, getDims()), shape));
  return success();
}

LogicalResult AmaxOp::buildVjp(Vjp& vjp) {
  return shared(vjp, getX(), getResult(), getDims());
}

LogicalResult AminOp::buildVjp(Vjp& vjp) {
  return shared(vjp, getX(), getResult(), getDims());
}

LogicalResult ProdOp::buildVjp(Vjp& vjp) {
  // The product of the others: of elements that are not 0 a quotient; of a 0 that is the only one, the
  // product of the rest.
  Value x = getX();
  ArrayRef<int64_t> shape = getX().getType().getShape();
  Value isZero = vjp.compare(Predicate::EQ, x, 0);
  Value rest = vjp.where(isZero, vjp.number(1, x), x);
  Value product = vjp.make<ProdOp>(rest, getDimsAttr(), vjp.builder.getBoolAttr(true));
  Value zeros = vjp.sum(vjp.cast(isZero, getX().getType().getElementType()), getDims(), /*keepdim=*/true);
  Value noOther =
      vjp.compare(Predicate::EQ, vjp.sub(zeros, vjp.cast(isZero, getX().getType().getElementType())), 0);
  Value others = vjp.only(noOther, vjp.div(product, rest));
  vjp.give(0, vjp.mul(withAxes(vjp, vjp.gradient(), shape, getDims()), others));
  return success();
}

LogicalResult SoftmaxOp::buildVjp(Vjp& vjp) {
  Value scaled = vjp.mul(vjp.gradient(), getResult());
  Value total = vjp.sum(scaled, {int64_t(getDim())}, /*keepdim=*/true);
  vjp.give(0, vjp.sub(scaled, vjp.mul(getResult(), total)));
  return success();
}

LogicalResult LogSoftmaxOp::buildVjp(Vjp& vjp) {
  Value total = vjp.sum(vjp.gradient(), {int64_t(getDim())}, /*keepdim=*/true);
  vjp.give(0, vjp.sub(vjp.gradient(), vjp.mul(vjp.make<ExpOp>(getResult()), total)));
  return success();
}

} // namespace aic
