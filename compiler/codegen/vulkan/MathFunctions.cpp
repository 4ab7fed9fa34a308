// The formulas are those of compiler/codegen/cpu/MathFunctions.cpp. What differs is what a device may do with
// arithmetic: it may contract a product and a sum or not, and a driver's compiler takes x + c - c for x. So
// there is no fma here, nothing that counts on the rounding of a sum, and integers come out of floats by
// floor and a conversion, of numbers that are in range.
#include "compiler/codegen/vulkan/MathFunctions.h"

#include "compiler/codegen/MathCode.h"

using namespace mlir;

namespace aic::codegen::vulkan {
namespace {

using Code = MathCode;
using FP = arith::CmpFPredicate;

Value multiplyAdd(const Code& c, Value x, Value y, Value sum) {
  return c.add(c.mul(x, y), sum);
}
Value multiplyAdd(const Code& c, Value x, double y, Value sum) {
  return c.add(c.mul(x, y), sum);
}
// ((c0 x + c1) x + c2) ...
Value polynomial(const Code& c, Value x, ArrayRef<double> coefficients) {
  Value sum;
  for (double coefficient : coefficients)
    sum = sum ? c.add(c.mul(sum, x), coefficient) : c.number(x, coefficient);
  return sum;
}
Value unlessNaN(const Code& c, Value x, Value value) {
  return c.select(c.compare(FP::UNO, x, x), x, value);
}
// x <= low and x >= high become these; NaN becomes low, so that it can be converted.
Value within(const Code& c, Value x, double low, double high) {
  x = c.select(c.compare(FP::OGT, x, low), x, c.number(x, low));
  return c.select(c.compare(FP::OLT, x, high), x, c.number(x, high));
}
// 2^k of an integer in [-126, 127].
Value powerOfTwo(const Code& c, Value k) {
  return c.bits(c.shiftLeft(c.addi(k, 127), 23), c.f32());
}

// x = n ln2 + r with |r| <= ln2/2, and e^r - 1 by a polynomial.
struct ReducedExponent {
  Value n; // i32
  Value rest;
};
ReducedExponent reduceExponent(const Code& c, Value x) {
  Value n = c.make<math::FloorOp>(multiplyAdd(c, x, 1.4426950408889634, c.number(x, 0.5)));
  Value r = multiplyAdd(c, n, -0.693359375, x); // exact: the constant has 9 bits
  r = multiplyAdd(c, n, 2.12194440e-4, r);
  Value p =
      polynomial(c, r, {1.381446706e-03, 8.368780575e-03, 4.166839422e-02, 1.666652011e-01, 4.999999341e-01});
  return {arith::FPToSIOp::create(c.b, c.loc, c.i32(), n), multiplyAdd(c, c.mul(r, r), p, r)};
}

// 2^n e^r. 2^n comes in two factors, since n reaches from -151 to 130.
Value exponentialOf(const Code& c, Value x) {
  auto [n, rest] = reduceExponent(c, within(c, x, -105.0, 90.0));
  Value half = c.make<arith::ShRSIOp>(n, c.integer(n, 1));
  Value other = c.make<arith::SubIOp>(n, half);
  return c.mul(c.mul(c.add(rest, 1.0), powerOfTwo(c, half)), powerOfTwo(c, other));
}
Value exponential(const Code& c, Value x) {
  return unlessNaN(c, x, exponentialOf(c, x));
}

// 2 (2^(n-1) (e^r - 1) + 2^(n-1) - 1/2), which keeps its bits near 0 and overflows where the result does.
Value exponentialMinusOne(const Code& c, Value x) {
  auto [n, rest] = reduceExponent(c, within(c, x, -30.0, 89.0)); // half of e^89 is a number
  Value half = powerOfTwo(c, c.addi(n, -1));
  Value result = multiplyAdd(c, half, rest, c.add(half, -0.5));
  result = c.add(result, result);
  return c.select(c.compare(FP::OEQ, x, 0.0), x, unlessNaN(c, x, result)); // -0 stays
}

// log(u), of which `f` is u - 1 where that is known better than u is: where `given` holds, and u is 1 there.
Value logarithmOf(const Code& c, Value u, Value given = {}, Value f = {}) {
  Value tiny = c.compare(FP::OLT, u, 1.17549435e-38);
  Value scaled = c.select(tiny, c.mul(u, 33554432.0), u); // 2^25
  Value bits = c.addi(c.bits(scaled, c.i32()), 0x3F800000 - 0x3F3504F3);
  Value exponent = c.addi(c.make<arith::ShRSIOp>(bits, c.integer(bits, 23)), -127);
  Value m = c.bits(c.addi(c.make<arith::AndIOp>(bits, c.integer(bits, 0x7FFFFF)), 0x3F3504F3), c.f32());
  Value e = arith::SIToFPOp::create(c.b, c.loc, c.f32(), exponent);
  e = c.select(tiny, c.add(e, -25.0), e);
  Value own = c.add(m, -1.0);
  f = given ? c.select(given, f, own) : own;
  Value square = c.mul(f, f);
  Value q = polynomial(c, f,
                       {7.0376836292e-2, -1.1514610310e-1, 1.1676998740e-1, -1.2420140846e-1, 1.4249322787e-1,
                        -1.6668057665e-1, 2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1});
  Value low = multiplyAdd(c, e, -2.12194440e-4, c.mul(c.mul(f, square), q));
  low = multiplyAdd(c, square, -0.5, low);
  Value result = multiplyAdd(c, e, 0.693359375, c.add(f, low));
  result = c.select(c.compare(FP::OEQ, u, kInfinity), u, result);
  result = c.select(c.compare(FP::OEQ, u, 0.0), c.number(u, -kInfinity), result);
  return c.select(c.compare(FP::OGE, u, 0.0), result, c.number(u, kNaN));
}
Value logarithm(const Code& c, Value x) {
  return logarithmOf(c, x);
}
// Near 0 the polynomial takes x itself; farther out the rounding of 1 + x is small beside the logarithm.
Value logarithmOfOnePlusX(const Code& c, Value x) {
  Value near = c.both(c.compare(FP::OGT, x, -0.29), c.compare(FP::OLT, x, 0.41)), one = c.number(x, 1.0);
  return logarithmOf(c, c.select(near, one, c.add(x, one)), near, x);
}

// Cephes, tanhf: a polynomial near 0, else 1 - 2 / (e^2x + 1).
Value hyperbolicTangent(const Code& c, Value x) {
  Value magnitude = c.abs(x), square = c.mul(x, x);
  Value p = polynomial(
      c, square,
      {-5.70498872745e-3, 2.06390887954e-2, -5.37397155531e-2, 1.33314422036e-1, -3.33332819422e-1});
  Value small = multiplyAdd(c, c.mul(square, p), x, x);
  // From 10 on it is 1. A device may give no quotient by more than 2^126.
  Value e = exponentialOf(c, within(c, c.add(magnitude, magnitude), 0.0, 20.0));
  Value large = c.sub(c.number(x, 1.0), c.div(c.number(x, 2.0), c.add(e, 1.0)));
  large = c.select(c.compare(FP::OLT, x, 0.0), c.make<arith::NegFOp>(large), large);
  return c.select(c.compare(FP::OLT, magnitude, 0.625), small, unlessNaN(c, x, large));
}

// After N. Juffa (erff, forums.developer.nvidia.com, 2016): x P(x^2) near 0, else 1 - e^Q(|x|).
Value errorFunction(const Code& c, Value x) {
  Value t = within(c, c.abs(x), 0.0, 4.0), s = c.mul(t, t); // from 4 on it is 1
  Value r = multiplyAdd(c, t, -1.72853470e-5, c.number(x, 3.83197126e-4));
  Value u = multiplyAdd(c, t, -3.88396438e-3, c.number(x, 2.42546219e-2));
  r = multiplyAdd(c, r, s, u);
  for (double coefficient : {-1.06777877e-1, -6.34846687e-1, -1.28717512e-1})
    r = multiplyAdd(c, r, t, c.number(x, coefficient));
  r = multiplyAdd(c, r, t, c.make<arith::NegFOp>(t));
  Value large = c.sub(c.number(x, 1.0), exponentialOf(c, r));
  large = c.select(c.compare(FP::OLT, x, 0.0), c.make<arith::NegFOp>(large), large);
  Value p = polynomial(
      c, s, {-5.96761703e-4, 4.99119423e-3, -2.67681349e-2, 1.12819925e-1, -3.76125336e-1, 1.28379166e-1});
  Value small = multiplyAdd(c, p, x, x);
  return c.select(c.compare(FP::OLE, c.abs(x), 0.927734375), small, unlessNaN(c, x, large));
}

/// SPIR-V leaves a quotient by 0 open, and compilers of drivers that see the 0 make anything of it. A product
/// with infinity is what IEEE says of the quotient.
struct DivisionByZero : OpRewritePattern<arith::DivFOp> {
  using OpRewritePattern::OpRewritePattern;

  LogicalResult matchAndRewrite(arith::DivFOp op, PatternRewriter& rewriter) const override {
    APFloat divisor(0.0);
    if (!matchPattern(op.getRhs(), m_ConstantFloat(&divisor)) || !divisor.isZero())
      return failure();
    TypedAttr infinity = rewriter.getFloatAttr(getElementTypeOrSelf(op.getType()),
                                               APFloat::getInf(divisor.getSemantics(), divisor.isNegative()));
    if (auto vector = dyn_cast<VectorType>(op.getType()))
      infinity = DenseElementsAttr::get(vector, cast<Attribute>(infinity));
    Value by = arith::ConstantOp::create(rewriter, op.getLoc(), infinity);
    rewriter.replaceOpWithNewOp<arith::MulFOp>(op, op.getLhs(), by);
    return success();
  }
};

} // namespace

void populateMathFunctionPatterns(RewritePatternSet& patterns) {
  patterns.add<DivisionByZero>(patterns.getContext());
  patterns.add<UnaryFunction<math::ExpOp, exponential, Float32Type>,
               UnaryFunction<math::ExpM1Op, exponentialMinusOne, Float32Type>,
               UnaryFunction<math::LogOp, logarithm, Float32Type>,
               UnaryFunction<math::Log1pOp, logarithmOfOnePlusX, Float32Type>,
               UnaryFunction<math::TanhOp, hyperbolicTangent, Float32Type>,
               UnaryFunction<math::ErfOp, errorFunction, Float32Type>>(patterns.getContext());
}

} // namespace aic::codegen::vulkan
