// Rules of matrix products.
#include "dialects/aic/Gradient.h"
#include "dialects/aic/Training.h"

using namespace mlir;

namespace aic {
namespace {

/// [rows, last]: all axes but the last as one.
Value asRows(Vjp& vjp, Value x) {
  ArrayRef<int64_t> shape = GradientBuilder::shapeOf(x);
  int64_t rows = 1;
  for (int64_t size : shape.drop_back())
    rows *= size;
  return vjp.reshape(x, {rows, shape.back()});
}

/// gradient^T . x of [rows, .]: [O, C]. A kernel of its own reads both as they lie.
Value weightOfRows(Vjp& vjp, Value x, Value gradient) {
  return vjp.make<Conv2dWeightGradientOp>(x, gradient, ArrayRef<int64_t>{1, 1}, ArrayRef<int64_t>{1, 1},
                                          ArrayRef<int64_t>{0, 0, 0, 0}, ArrayRef<int64_t>{1, 1},
                                          Layout::NCHW);
}

/// The gradient of operand 1 in its own type: f32 may meet a weight of 16 bits.
Value ofWeight(Vjp& vjp, Value gradient) {
  return vjp.cast(gradient, getElementTypeOrSelf(vjp.operation->getOperand(1)));
}

} // namespace

LogicalResult MatmulOp::buildVjp(Vjp& vjp) {
  Value gradient = vjp.gradient();
  if (vjp.wants(0))
    vjp.giveBroadcast(0, vjp.matmul(gradient, vjp.transposeLast(getB())));
  if (!vjp.wants(1))
    return success();
  ArrayRef<int64_t> shape = getB().getType().getShape();
  if (llvm::all_of(shape.drop_back(2), [](int64_t size) { return size == 1; })) {
    // One matrix for all of a's: one product, which sums over them.
    Value product = weightOfRows(vjp, asRows(vjp, gradient), asRows(vjp, getA()));
    vjp.give(1, ofWeight(vjp, vjp.reshape(product, shape)));
  } else {
    vjp.giveBroadcast(1, ofWeight(vjp, vjp.matmul(vjp.transposeLast(getA()), gradient)));
  }
  return success();
}

LogicalResult LinearOp::buildVjp(Vjp& vjp) {
  Value gradient = vjp.gradient(), rows = asRows(vjp, gradient);
  if (vjp.wants(0)) {
    bool isRow = getX().getType().getRank() == 1;
    Value product = vjp.matmul(isRow ? rows : gradient, getWeight());
    vjp.give(0, vjp.reshape(product, getX().getType().getShape()));
  }
  if (vjp.wants(1))
    vjp.give(1, ofWeight(vjp, weightOfRows(vjp, asRows(vjp, getX()), rows)));
  if (getBias() && vjp.wants(2))
    vjp.give(2, vjp.sum(rows, {0}));
  return success();
}

} // namespace aic
