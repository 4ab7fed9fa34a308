// Rules of operations that move elements: each gradient goes where its element came from.
#include "dialects/aic/Gradient.h"

using namespace mlir;

namespace aic {
namespace {

/// Elements along dim, reversed.
Value reversed(Vjp& vjp, Value x, int64_t dim) {
  int64_t size = GradientBuilder::shapeOf(x)[dim];
  return size <= 1 ? x : vjp.slice(x, dim, size - 1, size, -1);
}

/// The elements of x along dim at places offset, offset + stride, … of an axis of `length`, zeros elsewhere.
Value spread(Vjp& vjp, Value x, int64_t dim, int64_t offset, int64_t stride, int64_t length) {
  SmallVector<int64_t> shape(GradientBuilder::shapeOf(x));
  int64_t size = shape[dim];
  if (stride < 0) { // the same places from the other end
    x = reversed(vjp, x, dim);
    offset += (size - 1) * stride;
    stride = -stride;
  }
  if (size == 0)
    return vjp.pad(x, dim, 0, length);
  int64_t covered = size;
  if (stride > 1 && size > 1) {
    SmallVector<int64_t> apart(shape);
    apart.insert(apart.begin() + dim + 1, 1);
    x = vjp.pad(vjp.reshape(x, apart), dim + 1, 0, stride - 1);
    shape[dim] = size * stride;
    covered = (size - 1) * stride + 1;
    x = vjp.slice(vjp.reshape(x, shape), dim, 0, covered);
  }
  return vjp.pad(x, dim, offset, length - offset - covered);
}

} // namespace

LogicalResult ReshapeOp::buildVjp(Vjp& vjp) {
  vjp.give(0, vjp.reshape(vjp.gradient(), getX().getType().getShape()));
  return success();
}

LogicalResult TransposeOp::buildVjp(Vjp& vjp) {
  SmallVector<int64_t> back(getPerm().size());
  for (auto [to, from] : llvm::enumerate(getPerm()))
    back[from] = int64_t(to);
  vjp.give(0, vjp.transpose(vjp.gradient(), back));
  return success();
}

LogicalResult ExpandOp::buildVjp(Vjp& vjp) {
  vjp.giveBroadcast(0, vjp.gradient());
  return success();
}

LogicalResult ConcatOp::buildVjp(Vjp& vjp) {
  int64_t dim = getDim(), offset = 0;
  for (auto [i, input] : llvm::enumerate(getInputs())) {
    int64_t size = GradientBuilder::shapeOf(input)[dim];
    if (vjp.wants(i))
      vjp.give(i, vjp.slice(vjp.gradient(), dim, offset, size));
    offset += size;
  }
  return success();
}

LogicalResult SliceOp::buildVjp(Vjp& vjp) {
  Value gradient = vjp.gradient();
  ArrayRef<int64_t> shape = getX().getType().getShape();
  for (size_t axis = 0; axis < shape.size(); ++axis)
    gradient = spread(vjp, gradient, axis, getOffsets()[axis], getStrides()[axis], shape[axis]);
  vjp.give(0, gradient);
  return success();
}

LogicalResult PadOp::buildVjp(Vjp& vjp) {
  Value gradient = vjp.gradient();
  ArrayRef<int64_t> shape = getX().getType().getShape();
  for (int64_t axis = 0; axis < int64_t(shape.size()); ++axis) {
    int64_t low = getLow()[axis], high = getHigh()[axis], size = shape[axis];
    Value inside = vjp.slice(gradient, axis, low, size);
    if (getMode() != PadMode::Constant) {
      Value before = vjp.slice(gradient, axis, 0, low), after = vjp.slice(gradient, axis, low + size, high);
      if (getMode() == PadMode::Replicate) {
        if (low)
          inside = vjp.add(inside, vjp.pad(vjp.sum(before, {axis}, true), axis, 0, size - 1));
        if (high)
          inside = vjp.add(inside, vjp.pad(vjp.sum(after, {axis}, true), axis, size - 1, 0));
      } else {
        if (low)
          inside = vjp.add(inside, vjp.pad(reversed(vjp, before, axis), axis, 1, size - 1 - low));
        if (high)
          inside = vjp.add(inside, vjp.pad(reversed(vjp, after, axis), axis, size - 1 - high, 1));
      }
    }
    gradient = inside;
  }
  vjp.give(0, gradient);
  return success();
}

} // namespace aic
