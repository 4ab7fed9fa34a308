// Rules of operations that work at each place by itself. Where a function has a kink, its derivative there is
// PyTorch's.
#include "dialects/aic/Gradient.h"

#include "llvm/Support/MathExtras.h"

using namespace mlir;

namespace aic {
namespace {

constexpr double kPi = llvm::numbers::pi;

/// For f: gives f'(x) * gradient.
LogicalResult scaled(Vjp& vjp, Value derivative) {
  vjp.give(0, vjp.mul(vjp.gradient(), derivative));
  return success();
}

/// Gives the gradient where the condition holds, else 0.
LogicalResult masked(Vjp& vjp, Value condition) {
  vjp.give(0, vjp.only(condition, vjp.gradient()));
  return success();
}

/// The value of a constant that is one number; nullopt of others.
std::optional<double> numberOf(Value x) {
  auto constant = x.getDefiningOp<ConstantOp>();
  auto elements = constant ? dyn_cast<DenseElementsAttr>(constant.getValue()) : DenseElementsAttr();
  if (!elements || !elements.isSplat() || !isa<FloatType>(elements.getElementType()))
    return std::nullopt;
  return elements.getSplatValue<llvm::APFloat>().convertToDouble();
}

} // namespace

//===-- One operand -------------------------------------------------------------------------------------===//

LogicalResult ReluOp::buildVjp(Vjp& vjp) {
  Value gradient = vjp.gradient();
  vjp.give(0, vjp.where(vjp.compare(Predicate::LE, getX(), 0), vjp.number(0, gradient), gradient));
  return success();
}

LogicalResult Relu6Op::buildVjp(Vjp& vjp) {
  return masked(vjp, vjp.both(vjp.compare(Predicate::GT, getX(), 0), vjp.compare(Predicate::LT, getX(), 6)));
}

LogicalResult SigmoidOp::buildVjp(Vjp& vjp) {
  return scaled(vjp, vjp.mul(getResult(), vjp.sub(1, getResult())));
}

LogicalResult TanhOp::buildVjp(Vjp& vjp) {
  return scaled(vjp, vjp.sub(1, vjp.square(getResult())));
}

LogicalResult SiluOp::buildVjp(Vjp& vjp) {
  Value sigmoid = vjp.make<SigmoidOp>(getX());
  return scaled(vjp, vjp.mul(sigmoid, vjp.add(vjp.mul(getX(), vjp.sub(1, sigmoid)), 1)));
}

LogicalResult HardswishOp::buildVjp(Vjp& vjp) {
  Value gradient = vjp.gradient();
  Value between = vjp.mul(gradient, vjp.add(vjp.mul(getX(), 1.0 / 3), 0.5));
  Value above = vjp.where(vjp.compare(Predicate::GT, getX(), 3), gradient, between);
  vjp.give(0, vjp.where(vjp.compare(Predicate::LT, getX(), -3), vjp.number(0, gradient), above));
  return success();
}

LogicalResult HardsigmoidOp::buildVjp(Vjp& vjp) {
  Value inside = vjp.both(vjp.compare(Predicate::GT, getX(), -3), vjp.compare(Predicate::LT, getX(), 3));
  vjp.give(0, vjp.only(inside, vjp.mul(vjp.gradient(), 1.0 / 6)));
  return success();
}

LogicalResult ExpOp::buildVjp(Vjp& vjp) {
  return scaled(vjp, getResult());
}

LogicalResult LogOp::buildVjp(Vjp& vjp) {
  vjp.give(0, vjp.div(vjp.gradient(), getX()));
  return success();
}

LogicalResult SqrtOp::buildVjp(Vjp& vjp) {
  vjp.give(0, vjp.div(vjp.gradient(), vjp.mul(getResult(), 2)));
  return success();
}

LogicalResult RsqrtOp::buildVjp(Vjp& vjp) {
  return scaled(vjp, vjp.mul(vjp.mul(vjp.square(getResult()), getResult()), -0.5));
}

LogicalResult ErfOp::buildVjp(Vjp& vjp) {
  Value bell = vjp.make<ExpOp>(vjp.neg(vjp.square(getX())));
  return scaled(vjp, vjp.mul(bell, 2 / std::sqrt(kPi)));
}

LogicalResult SinOp::buildVjp(Vjp& vjp) {
  return scaled(vjp, vjp.make<CosOp>(getX()));
}

LogicalResult CosOp::buildVjp(Vjp& vjp) {
  return scaled(vjp, vjp.neg(vjp.make<SinOp>(getX())));
}

LogicalResult TanOp::buildVjp(Vjp& vjp) {
  return scaled(vjp, vjp.add(vjp.square(getResult()), 1));
}

LogicalResult AsinOp::buildVjp(Vjp& vjp) {
  return scaled(vjp, vjp.make<RsqrtOp>(vjp.sub(1, vjp.square(getX()))));
}

LogicalResult AcosOp::buildVjp(Vjp& vjp) {
  return scaled(vjp, vjp.neg(vjp.make<RsqrtOp>(vjp.sub(1, vjp.square(getX())))));
}

LogicalResult AtanOp::buildVjp(Vjp& vjp) {
  vjp.give(0, vjp.div(vjp.gradient(), vjp.add(vjp.square(getX()), 1)));
  return success();
}

LogicalResult SinhOp::buildVjp(Vjp& vjp) {
  return scaled(vjp, vjp.make<CoshOp>(getX()));
}

LogicalResult CoshOp::buildVjp(Vjp& vjp) {
  return scaled(vjp, vjp.make<SinhOp>(getX()));
}

LogicalResult AsinhOp::buildVjp(Vjp& vjp) {
  return scaled(vjp, vjp.make<RsqrtOp>(vjp.add(vjp.square(getX()), 1)));
}

LogicalResult AcoshOp::buildVjp(Vjp& vjp) {
  return scaled(vjp, vjp.make<RsqrtOp>(vjp.add(vjp.square(getX()), -1)));
}

LogicalResult AtanhOp::buildVjp(Vjp& vjp) {
  vjp.give(0, vjp.div(vjp.gradient(), vjp.sub(1, vjp.square(getX()))));
  return success();
}

LogicalResult AbsOp::buildVjp(Vjp& vjp) {
  return scaled(vjp, vjp.make<SignOp>(getX()));
}

LogicalResult NegOp::buildVjp(Vjp& vjp) {
  vjp.give(0, vjp.neg(vjp.gradient()));
  return success();
}

LogicalResult GeluOp::buildVjp(Vjp& vjp) {
  Value x = getX();
  if (!getTanh()) {
    Value below = vjp.mul(vjp.add(vjp.make<ErfOp>(vjp.mul(x, std::sqrt(0.5))), 1), 0.5);
    Value bell = vjp.mul(vjp.make<ExpOp>(vjp.mul(vjp.square(x), -0.5)), 1 / std::sqrt(2 * kPi));
    return scaled(vjp, vjp.add(below, vjp.mul(x, bell)));
  }
  constexpr double kCubic = 0.044715;
  const double scale = std::sqrt(2 / kPi);
  Value squared = vjp.square(x);
  Value inner = vjp.mul(vjp.mul(x, vjp.add(vjp.mul(squared, kCubic), 1)), scale);
  Value tanh = vjp.make<TanhOp>(inner);
  Value slope = vjp.mul(vjp.add(vjp.mul(squared, 3 * kCubic), 1), scale); // of inner
  Value curve = vjp.mul(vjp.mul(x, vjp.sub(1, vjp.square(tanh))), slope);
  return scaled(vjp, vjp.mul(vjp.add(vjp.add(tanh, 1), curve), 0.5));
}

LogicalResult LeakyReluOp::buildVjp(Vjp& vjp) {
  Value gradient = vjp.gradient();
  vjp.give(0, vjp.where(vjp.compare(Predicate::GT, getX(), 0), gradient,
                        vjp.mul(gradient, getNegativeSlope().convertToDouble())));
  return success();
}

LogicalResult EluOp::buildVjp(Vjp& vjp) {
  Value gradient = vjp.gradient();
  // Of what is not above 0 alone, so that nothing overflows where it is not looked at.
  Value below = vjp.make<ExpOp>(vjp.make<MinimumOp>(getX(), vjp.number(0, getX())));
  vjp.give(0, vjp.where(vjp.compare(Predicate::GT, getX(), 0), gradient,
                        vjp.mul(gradient, vjp.mul(below, getAlpha().convertToDouble()))));
  return success();
}

LogicalResult SoftplusOp::buildVjp(Vjp& vjp) {
  Value gradient = vjp.gradient();
  Value inner = vjp.mul(getX(), getBeta().convertToDouble());
  vjp.give(0, vjp.where(vjp.compare(Predicate::GT, inner, getThreshold().convertToDouble()), gradient,
                        vjp.mul(gradient, vjp.make<SigmoidOp>(inner))));
  return success();
}

LogicalResult ClampOp::buildVjp(Vjp& vjp) {
  Value inside;
  for (auto [bound, predicate] : {std::pair(getMin(), Predicate::GE), std::pair(getMax(), Predicate::LE)})
    if (bound) {
      Value holds = vjp.compare(predicate, getX(), bound->convertToDouble());
      inside = inside ? vjp.both(inside, holds) : holds;
    }
  return masked(vjp, inside);
}

LogicalResult CastOp::buildVjp(Vjp& vjp) {
  vjp.give(0, vjp.cast(vjp.gradient(), getX().getType().getElementType()));
  return success();
}

//===-- Two operands ------------------------------------------------------------------------------------===//

LogicalResult AddOp::buildVjp(Vjp& vjp) {
  for (unsigned operand : {0, 1})
    if (vjp.wants(operand))
      vjp.giveBroadcast(operand, vjp.gradient());
  return success();
}

LogicalResult SubOp::buildVjp(Vjp& vjp) {
  if (vjp.wants(0))
    vjp.giveBroadcast(0, vjp.gradient());
  if (vjp.wants(1))
    vjp.give(1, vjp.neg(vjp.sumTo(vjp.gradient(), getB().getType().getShape())));
  return success();
}

LogicalResult MulOp::buildVjp(Vjp& vjp) {
  if (vjp.wants(0))
    vjp.giveBroadcast(0, vjp.mul(vjp.gradient(), getB()));
  if (vjp.wants(1))
    vjp.giveBroadcast(1, vjp.mul(vjp.gradient(), getA()));
  return success();
}

LogicalResult DivOp::buildVjp(Vjp& vjp) {
  Value perB = vjp.div(vjp.gradient(), getB());
  if (vjp.wants(0))
    vjp.giveBroadcast(0, perB);
  if (vjp.wants(1))
    vjp.giveBroadcast(1, vjp.neg(vjp.mul(perB, vjp.div(getA(), getB()))));
  return success();
}

LogicalResult RemOp::buildVjp(Vjp& vjp) {
  if (vjp.wants(0))
    vjp.giveBroadcast(0, vjp.gradient());
  if (vjp.wants(1))
    vjp.giveBroadcast(1, vjp.neg(vjp.mul(vjp.gradient(), vjp.make<FloorDivOp>(getA(), getB()))));
  return success();
}

LogicalResult PowOp::buildVjp(Vjp& vjp) {
  Value gradient = vjp.gradient();
  if (vjp.wants(0)) {
    std::optional<double> exponent = numberOf(getB());
    if (exponent == 2.0) {
      vjp.giveBroadcast(0, vjp.mul(gradient, vjp.mul(getA(), 2)));
    } else {
      Value lower = vjp.mul(getB(), vjp.make<PowOp>(getA(), vjp.add(getB(), -1)));
      Value isOne = vjp.compare(Predicate::EQ, getB(), 0); // a ** 0, whatever a is
      vjp.giveBroadcast(0, vjp.mul(gradient, vjp.where(isOne, vjp.number(0, lower), lower)));
    }
  }
  if (vjp.wants(1)) {
    // 0 ** b is 0 for every b above 0.
    Value flat = vjp.both(vjp.compare(Predicate::EQ, getA(), 0), vjp.compare(Predicate::GE, getB(), 0));
    Value base = vjp.where(flat, vjp.number(1, getA()), getA());
    vjp.giveBroadcast(1, vjp.mul(gradient, vjp.mul(getResult(), vjp.make<LogOp>(base))));
  }
  return success();
}

/// Minimum and maximum: the gradient of the one that was taken, half of it where both are equal.
static LogicalResult chosen(Vjp& vjp, Value a, Value b, Predicate taken) {
  Value gradient = vjp.gradient();
  for (unsigned operand : {0, 1})
    if (vjp.wants(operand)) {
      Value self = operand == 0 ? a : b, other = operand == 0 ? b : a;
      Value tie =
          vjp.where(vjp.compare(Predicate::EQ, a, b), vjp.mul(gradient, 0.5), vjp.number(0, gradient));
      vjp.giveBroadcast(operand, vjp.where(vjp.compare(taken, self, other), gradient, tie));
    }
  return success();
}

LogicalResult MinimumOp::buildVjp(Vjp& vjp) {
  return chosen(vjp, getA(), getB(), Predicate::LT);
}

LogicalResult MaximumOp::buildVjp(Vjp& vjp) {
  return chosen(vjp, getA(), getB(), Predicate::GT);
}

LogicalResult WhereOp::buildVjp(Vjp& vjp) {
  Value gradient = vjp.gradient(), zero = vjp.number(0, gradient);
  if (vjp.wants(1))
    vjp.giveBroadcast(1, vjp.where(getCondition(), gradient, zero));
  if (vjp.wants(2))
    vjp.giveBroadcast(2, vjp.where(getCondition(), zero, gradient));
  return success();
}

} // namespace aic
