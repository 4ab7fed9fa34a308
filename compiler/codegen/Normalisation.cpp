// Normalisations: see Normalisation.h.
#include "compiler/codegen/Normalisation.h"

#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;

namespace aic::codegen {

Normalisation describeNormalisation(schedule::KernelOp kernel) {
  Operation* root = splitKernel(kernel).root;
  ArrayRef<int64_t> shape = typeOf(root->getResult(0)).getShape();
  int64_t rank = static_cast<int64_t>(shape.size());
  Normalisation n;
  n.x = root->getOperand(0);
  auto product = [&](int64_t from, int64_t to) {
    return ShapedType::getNumElements(shape.slice(from, std::max<int64_t>(to - from, 0)));
  };
  auto overLastAxes = [&](int64_t axes, double eps) {
    n.eps = eps;
    n.space = elementwiseSpace(kernel, rank - axes);
    n.units = product(0, rank - axes);
    n.runs = product(rank - axes, n.space.split);
    n.length = n.runStride = n.weightRun = product(n.space.split, rank);
    n.outerStride = n.count();
  };
  if (auto norm = dyn_cast<LayerNormOp>(root)) {
    n.weight = norm.getWeight(), n.bias = norm.getBias();
    overLastAxes(norm.getAxes(), norm.getEps().convertToDouble());
    return n;
  }
  if (auto norm = dyn_cast<RmsNormOp>(root)) {
    n.centred = false;
    n.weight = norm.getWeight();
    overLastAxes(norm.getAxes(), norm.getEps().convertToDouble());
    return n;
  }
  auto norm = cast<GroupNormOp>(root);
  bool channelsLast = norm.getLayout() == Layout::NHWC;
  n.weight = norm.getWeight(), n.bias = norm.getBias();
  n.eps = norm.getEps().convertToDouble();
  n.groups = norm.getNumGroups();
  n.units = shape[0] * n.groups;
  int64_t channels = shape[channelsLast ? rank - 1 : 1];
  n.weightGroup = channels / n.groups;
  n.outerStride = product(1, rank);
  if (channelsLast) {
    n.space = ResultSpace(shape, rank - 1);
    n.runs = product(1, rank - 1);
    n.length = n.groupStride = n.weightGroup;
    n.runStride = channels;
    return n;
  }
  n.space = elementwiseSpace(kernel, 2);
  n.runsPerWeight = product(2, n.space.split);
  n.runs = n.weightGroup * n.runsPerWeight;
  n.length = n.runStride = product(n.space.split, rank);
  n.groupStride = n.count();
  n.alongRun = false;
  return n;
}

Value Normalisation::base(LoopEmitter& e, Value unit) const {
  if (groups == 1)
    return e.mul(unit, outerStride);
  return e.add(e.mul(e.div(unit, groups), outerStride), e.mul(e.rem(unit, groups), groupStride));
}

Value Normalisation::weightAt(LoopEmitter& e, Value unit, Value run) const {
  Value group = groups == 1 ? e.cst(0) : e.mul(e.rem(unit, groups), weightGroup);
  return e.add(group, alongRun ? e.mul(run, weightRun) : e.div(run, runsPerWeight));
}

Value varianceAbout(LoopEmitter& e, Value distance, Value square) {
  Value off = arith::MulFOp::create(e.b, e.loc, distance, distance);
  Value variance = arith::SubFOp::create(e.b, e.loc, square, off);
  auto vector = dyn_cast<VectorType>(variance.getType());
  Value zero =
      e.constant(getElementTypeOrSelf(variance.getType()), 0.0, vector ? vector.getNumElements() : 0);
  Value below = arith::CmpFOp::create(e.b, e.loc, arith::CmpFPredicate::OLT, variance, zero);
  return arith::SelectOp::create(e.b, e.loc, below, zero, variance);
}

} // namespace aic::codegen
