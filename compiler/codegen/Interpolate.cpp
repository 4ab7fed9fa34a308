// Images at another size: see Interpolate.h.
#include "compiler/codegen/Interpolate.h"

#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;

namespace aic::codegen {

double ResizedAxis::step(bool single) const {
  auto quotient = [&](double from, double to) {
    return single ? double(float(from) / float(to)) : from / to;
  };
  if (!nearest && alignCorners)
    return out > 1 ? quotient(double(in - 1), double(out - 1)) : 0;
  if (scale > 0)
    return single ? double(float(1 / scale)) : 1 / scale;
  return quotient(double(in), double(out));
}

Interpolation describeInterpolation(Operation* root) {
  auto op = cast<InterpolateOp>(root);
  auto in = typeOf(op.getX()).getShape(), out = typeOf(op.getResult()).getShape();
  bool nhwc = op.getLayout() == Layout::NHWC;
  Interpolation i;
  i.x = op.getX();
  i.channels = nhwc ? in[3] : 1;
  i.planes = in[0] * (nhwc ? 1 : in[1]);
  for (int n : {0, 1}) {
    ResizedAxis& axis = n == 0 ? i.h : i.w;
    axis.in = in[(nhwc ? 1 : 2) + n];
    axis.out = out[(nhwc ? 1 : 2) + n];
    axis.nearest = op.getMode() == ResizeMode::Nearest;
    axis.alignCorners = op.getAlignCorners();
    axis.scale = op.getScales() ? (*op.getScales())[n] : 0;
  }
  return i;
}

namespace {

/// Arithmetic on numbers or vectors of them.
struct Lanes {
  LoopEmitter& e;
  FloatType real;
  int64_t lanes;

  Value number(double value) { return e.constant(real, value, lanes); }
  Value mul(Value x, Value y) { return arith::MulFOp::create(e.b, e.loc, x, y); }
  Value add(Value x, Value y) { return arith::AddFOp::create(e.b, e.loc, x, y); }
  Value sub(Value x, Value y) { return arith::SubFOp::create(e.b, e.loc, x, y); }
  Value less(Value x, Value y) { return arith::CmpFOp::create(e.b, e.loc, arith::CmpFPredicate::OLT, x, y); }
  Value select(Value condition, Value x, Value y) {
    return arith::SelectOp::create(e.b, e.loc, condition, x, y);
  }
  Value toReal(Value integer) { return arith::SIToFPOp::create(e.b, e.loc, e.lanesOf(real, lanes), integer); }
};

} // namespace

Neighbours neighbours(LoopEmitter& e, const ResizedAxis& axis, Value out, FloatType real, int64_t lanes) {
  Lanes v{e, real, lanes};
  Type integer = out.getType();
  Value last = e.constant(getElementTypeOrSelf(integer), double(axis.in - 1), lanes);
  // floor(place), which is not negative, but the last element at most: a place beyond has no integer.
  auto inside = [&](Value place) {
    return v.select(v.less(place, v.number(double(axis.in - 1))),
                    arith::FPToSIOp::create(e.b, e.loc, integer, place), last);
  };
  Value step = v.number(axis.step(real.isF32())), n = v.toReal(out);
  if (axis.nearest) {
    Value place = v.mul(n, step);
    if (!real.isF32()) { // PyTorch rounds to float here, even where it has computed in double
      place = arith::TruncFOp::create(e.b, e.loc, e.lanesOf(e.b.getF32Type(), lanes), place);
      place = arith::ExtFOp::create(e.b, e.loc, e.lanesOf(real, lanes), place);
    }
    Value first = inside(place);
    return {first, first, {}};
  }
  Value zero = v.number(0), one = v.number(1);
  if (axis.in == axis.out) // copied, whatever scale says
    return {out, out, zero};
  Value place = v.mul(n, step);
  if (!axis.alignCorners) {
    place = v.sub(v.mul(v.add(n, v.number(0.5)), step), v.number(0.5));
    place = v.select(v.less(place, zero), zero, place);
  }
  Value first = inside(place);
  Value next = arith::AddIOp::create(e.b, e.loc, first, e.constant(getElementTypeOrSelf(integer), 1, lanes));
  Value share = v.sub(place, v.toReal(first));
  share = v.select(v.less(share, zero), zero, share);
  share = v.select(v.less(share, one), share, one);
  return {first, arith::MinSIOp::create(e.b, e.loc, next, last), share};
}

Value between(LoopEmitter& e, Value first, Value second, Value share) {
  if (!share)
    return first;
  auto vector = dyn_cast<VectorType>(share.getType());
  auto real = cast<FloatType>(getElementTypeOrSelf(share.getType()));
  Lanes v{e, real, vector ? vector.getNumElements() : 0};
  return v.add(v.mul(v.sub(v.number(1), share), first), v.mul(share, second));
}

} // namespace aic::codegen
