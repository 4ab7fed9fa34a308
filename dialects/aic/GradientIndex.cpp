// Rules of operations whose places are known at run time: what gathers scatters its gradient, and the other
// way round. Sums of gradients at one place run in the order of the indices.
#include "dialects/aic/Gradient.h"

using namespace mlir;

namespace aic {
namespace {

Value scatter(Vjp& vjp, Value x, Value index, Value updates, int64_t dim, ScatterReduction reduction) {
  return vjp.make<ScatterOp>(x, index, updates, uint64_t(dim), reduction);
}

/// Gradients of slices along axis 1 of [before, size, after], one for each of index, added at their places.
Value addSlices(Vjp& vjp, Value index, Value gradient, int64_t before, int64_t size, int64_t after) {
  int64_t count = cast<RankedTensorType>(index.getType()).getNumElements();
  Value places = vjp.expand(vjp.reshape(index, {1, count, 1}), {before, count, after});
  Value zeros = vjp.full(0, {before, size, after}, GradientBuilder::elementOf(gradient));
  return scatter(vjp, zeros, places, vjp.reshape(gradient, {before, count, after}), 1, ScatterReduction::Add);
}

} // namespace

LogicalResult EmbeddingOp::buildVjp(Vjp& vjp) {
  ArrayRef<int64_t> shape = getWeight().getType().getShape();
  int64_t count = getIds().getType().getNumElements();
  Value rows = vjp.expand(vjp.reshape(getIds(), {count, 1}), {count, shape[1]});
  Value gradient = vjp.reshape(vjp.gradient(), {count, shape[1]});
  vjp.give(1, scatter(vjp, vjp.zeros(getWeight()), rows, gradient, 0, ScatterReduction::Add));
  return success();
}

LogicalResult GatherOp::buildVjp(Vjp& vjp) {
  vjp.give(0, scatter(vjp, vjp.zeros(getX()), getIndex(), vjp.gradient(), getDim(), ScatterReduction::Add));
  return success();
}

LogicalResult TakeOp::buildVjp(Vjp& vjp) {
  ArrayRef<int64_t> shape = getX().getType().getShape();
  int64_t before = 1, after = 1, dim = getDim();
  for (auto [axis, size] : llvm::enumerate(shape))
    (int64_t(axis) < dim ? before : after) *= int64_t(axis) == dim ? 1 : size;
  vjp.give(0, vjp.reshape(addSlices(vjp, getIndex(), vjp.gradient(), before, shape[dim], after), shape));
  return success();
}

LogicalResult ScatterOp::buildVjp(Vjp& vjp) {
  Value x = getX(), index = getIndex(), updates = getUpdates(), gradient = vjp.gradient();
  const int64_t dim = getDim();
  auto gather = [&](Value from) { return vjp.make<GatherOp>(from, index, uint64_t(dim)); };
  switch (getReduction()) {
  case ScatterReduction::None: {
    if (vjp.wants(0))
      vjp.give(0, scatter(vjp, gradient, index, vjp.zeros(updates), dim, ScatterReduction::None));
    if (!vjp.wants(2))
      return success();
    // Of several updates at one place the last one counts: who finds its own number there.
    Value own = vjp.numbers(GradientBuilder::shapeOf(index));
    Value none = vjp.full(-1, GradientBuilder::shapeOf(x), vjp.builder.getI64Type());
    Value last = gather(scatter(vjp, none, index, own, dim, ScatterReduction::None));
    vjp.give(2, vjp.only(vjp.compare(Predicate::EQ, last, own), gather(gradient)));
    return success();
  }
  case ScatterReduction::Add:
    if (vjp.wants(0))
      vjp.give(0, gradient);
    if (vjp.wants(2))
      vjp.give(2, gather(gradient));
    return success();
  case ScatterReduction::Mul:
    if (vjp.wants(2))
      return vjp.operation->emitError("scatter with reduction mul has no gradient with respect to updates");
    vjp.give(0, scatter(vjp, gradient, index, updates, dim, ScatterReduction::Mul));
    return success();
  case ScatterReduction::Min:
  case ScatterReduction::Max: {
    // Equal ones have equal parts.
    Type element = GradientBuilder::elementOf(x);
    Value isX = vjp.cast(vjp.compare(Predicate::EQ, x, getResult()), element);
    Value isUpdate = vjp.cast(vjp.compare(Predicate::EQ, updates, gather(getResult())), element);
    Value part = vjp.div(gradient, scatter(vjp, isX, index, isUpdate, dim, ScatterReduction::Add));
    if (vjp.wants(0))
      vjp.give(0, vjp.mul(isX, part));
    if (vjp.wants(2))
      vjp.give(2, vjp.mul(isUpdate, gather(part)));
    return success();
  }
  }
  return success();
}

LogicalResult TopkOp::buildVjp(Vjp& vjp) {
  vjp.give(0, scatter(vjp, vjp.zeros(getX()), getIndices(), vjp.gradient(), getDim(), ScatterReduction::Add));
  return success();
}

LogicalResult UpdateSliceOp::buildVjp(Vjp& vjp) {
  Value gradient = vjp.gradient();
  if (vjp.wants(0))
    vjp.give(0, vjp.make<NarrowOp>(gradient, getStart(), getDim(),
                                   uint64_t(getValues().getType().getDimSize(getDim()))));
  if (vjp.wants(1))
    vjp.give(1, vjp.make<UpdateSliceOp>(vjp.zeros(getValues()), gradient, getStart(), getDim()));
  return success();
}

LogicalResult NarrowOp::buildVjp(Vjp& vjp) {
  vjp.give(0, vjp.make<UpdateSliceOp>(vjp.gradient(), vjp.zeros(getX()), getStart(), getDim()));
  return success();
}

} // namespace aic
