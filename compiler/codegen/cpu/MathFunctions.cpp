// The functions one after another. None has a table, a branch (but one, for huge angles) or a conversion that
// is undefined for some input: integers come out of floats by the addition of 1.5 * 2^23, whose sum has them
// in its low bits.
#include "compiler/codegen/cpu/MathFunctions.h"

#include "compiler/codegen/MathCode.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/Matchers.h"
#include "mlir/IR/PatternMatch.h"

using namespace mlir;

namespace aic::codegen {
namespace {

using Code = MathCode;
using FP = arith::CmpFPredicate;

// e^x = 2^n e^r with r in [-ln2/2, ln2/2]; a minimax polynomial of (e^r - 1 - r) / r^2 (relative error 3e-9).
// 2^n comes in two factors, since n reaches from -151 (below the denormals) to 130.
Value exponential(const Code& c, Value x) {
  x = c.clamp(x, -105.0, 90.0);
  auto [n, sum] = c.nearest(c.mul(x, 1.4426950408889634));
  Value r = c.fma(n, -0.693359375, x); // exact: the constant has 9 bits
  r = c.fma(n, 2.12194440e-4, r);
  Value p =
      c.polynomial(r, {1.381446706e-03, 8.368780575e-03, 4.166839422e-02, 1.666652011e-01, 4.999999341e-01});
  Value result = c.add(c.fma(c.mul(r, r), p, r), 1.0);
  Value integer = c.addi(c.bits(sum, c.i32()), -int64_t(0x4B400000)); // the bits of 1.5 * 2^23
  Value half = c.make<arith::ShRSIOp>(integer, c.integer(integer, 1));
  Value rest = c.make<arith::SubIOp>(integer, half);
  auto power = [&](Value k) { return c.bits(c.shiftLeft(c.addi(k, 127), 23), c.f32()); };
  return c.mul(c.mul(result, power(half)), power(rest));
}

// 1 / (1 + e^t), of which sigmoid, silu, a form of gelu and the gates of recurrent networks are made. 2^n is
// one factor here, added to the exponent, as t ends where the result would be a denormal number: that is 0.
// (A reciprocal estimate and a step of Newton's instead of the division gained nothing.)
Value logistic(const Code& c, Value t) {
  constexpr double kLast = 87.33; // e^kLast < 2^126
  Value x = c.clamp(t, -kLast, kLast);
  Value sum = c.fma(x, 1.4426950408889634, c.number(x, kMagic32));
  Value n = c.sub(sum, c.number(sum, kMagic32));
  Value r = c.fma(n, -0.693359375, x);
  r = c.fma(n, 2.12194440e-4, r);
  Value p =
      c.polynomial(r, {1.381446706e-03, 8.368780575e-03, 4.166839422e-02, 1.666652011e-01, 4.999999341e-01});
  Value power = c.add(c.fma(c.mul(r, r), p, r), 1.0);
  Value e =
      c.bits(c.make<arith::AddIOp>(c.bits(power, c.i32()), c.shiftLeft(c.bits(sum, c.i32()), 23)), c.f32());
  Value result = c.div(c.number(e, 1.0), c.add(e, 1.0));
  return c.select(c.compare(FP::OGT, t, kLast), c.number(e, 0.0), result);
}

// e^x - 1 = 2^n (e^r - 1) + (2^n - 1), which keeps its bits near 0. Half of it is computed, so that 2^n does
// not overflow before the result does; below -17 the result is -1.
Value exponentialMinusOne(const Code& c, Value x) {
  Value clamped = c.clamp(x, -30.0, 89.0); // beyond, 2^n has no exponent; e^89 is infinite
  auto [n, sum] = c.nearest(c.mul(clamped, 1.4426950408889634));
  Value r = c.fma(n, -0.693359375, clamped);
  r = c.fma(n, 2.12194440e-4, r);
  Value p =
      c.polynomial(r, {1.381446706e-03, 8.368780575e-03, 4.166839422e-02, 1.666652011e-01, 4.999999341e-01});
  Value q = c.fma(c.mul(r, r), p, r);
  Value integer = c.addi(c.bits(sum, c.i32()), -int64_t(0x4B400000));
  Value half = c.bits(c.shiftLeft(c.addi(integer, 126), 23), c.f32()); // 2^(n - 1)
  Value result = c.fma(half, q, c.add(half, -0.5));
  result = c.add(result, result);
  return c.select(c.compare(FP::OEQ, x, 0.0), x, result); // -0 stays
}

// x = 2^e m with m in [sqrt(1/2), sqrt(2)); the polynomial for log(m) is that of Moshier's Cephes, logf.
Value logarithm(const Code& c, Value x) {
  Value tiny = c.compare(FP::OLT, x, 1.17549435e-38);
  Value scaled = c.select(tiny, c.mul(x, 33554432.0), x); // 2^25
  Value bits = c.addi(c.bits(scaled, c.i32()), 0x3F800000 - 0x3F3504F3);
  Value exponent = c.addi(c.make<arith::ShRSIOp>(bits, c.integer(bits, 23)), -127);
  Value m = c.bits(c.addi(c.make<arith::AndIOp>(bits, c.integer(bits, 0x7FFFFF)), 0x3F3504F3), c.f32());
  Value e = arith::SIToFPOp::create(c.b, c.loc, c.f32(), exponent);
  e = c.select(tiny, c.add(e, -25.0), e);
  Value f = c.add(m, -1.0), square = c.mul(f, f);
  Value q =
      c.polynomial(f, {7.0376836292e-2, -1.1514610310e-1, 1.1676998740e-1, -1.2420140846e-1, 1.4249322787e-1,
                       -1.6668057665e-1, 2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1});
  Value low = c.fma(e, -2.12194440e-4, c.mul(c.mul(f, square), q));
  low = c.fma(square, -0.5, low);
  Value result = c.fma(e, 0.693359375, c.add(f, low));
  result = c.select(c.compare(FP::OEQ, x, kInfinity), x, result);
  result = c.select(c.compare(FP::OEQ, x, 0.0), c.number(x, -kInfinity), result);
  return c.select(c.compare(FP::ULT, x, 0.0), c.number(x, kNaN), result); // NaN too
}

// Cephes, tanhf: a polynomial near 0, else 1 - 2 / (e^2x + 1).
Value hyperbolicTangent(const Code& c, Value x) {
  Value magnitude = c.abs(x), square = c.mul(x, x);
  Value p = c.polynomial(
      square, {-5.70498872745e-3, 2.06390887954e-2, -5.37397155531e-2, 1.33314422036e-1, -3.33332819422e-1});
  Value small = c.fma(c.mul(square, p), x, x);
  Value e = exponential(c, c.add(magnitude, magnitude));
  Value large = c.sub(c.number(x, 1.0), c.div(c.number(x, 2.0), c.add(e, 1.0)));
  return c.select(c.compare(FP::OLT, magnitude, 0.625), small, c.withSign(large, x));
}

// After N. Juffa (erff, forums.developer.nvidia.com, 2016): x P(x^2) near 0, else 1 - e^Q(|x|).
Value errorFunction(const Code& c, Value x) {
  Value t = c.abs(x), s = c.mul(x, x);
  Value r = c.fma(t, -1.72853470e-5, c.number(x, 3.83197126e-4));
  Value u = c.fma(t, -3.88396438e-3, c.number(x, 2.42546219e-2));
  r = c.fma(r, s, u);
  r = c.fma(r, t, c.number(x, -1.06777877e-1));
  r = c.fma(r, t, c.number(x, -6.34846687e-1));
  r = c.fma(r, t, c.number(x, -1.28717512e-1));
  r = c.fma(r, t, c.make<arith::NegFOp>(t));
  // From 4 on the result is 1 in f32; the polynomial must not run off to infinity minus infinity.
  r = c.select(c.compare(FP::OGT, t, 4.0), c.number(x, -20.0), r);
  Value large = c.withSign(c.sub(c.number(x, 1.0), exponential(c, r)), x);
  Value p = c.polynomial(
      s, {-5.96761703e-4, 4.99119423e-3, -2.67681349e-2, 1.12819925e-1, -3.76125336e-1, 1.28379166e-1});
  return c.select(c.compare(FP::OLE, t, 0.927734375), c.fma(p, x, x), large);
}

struct Angle {
  Value rest, quadrant; // f64 in [-pi/4, pi/4]; i64 of which the low two bits count
};

// x - n pi/2 in double precision, pi/2 in two parts (FreeBSD's e_rem_pio2f.c): right for |x| < 2^28.
Angle reduceAngle(const Code& c, Value x) {
  auto [n, sum] = c.nearest(c.mul(x, 6.36619772367581382433e-01));
  Value rest = c.sub(x, c.mul(n, 1.57079631090164184570e+00));
  rest = c.sub(rest, c.mul(n, 1.58932547735281966916e-08));
  return {rest, c.bits(sum, c.i64())};
}

// For any |x| (Payne and Hanek): 2/pi in seven pieces of 29 bits, so that each product with the 24 bits of x
// is exact, and so is what each leaves modulo 4. Summed from the largest on, whole quadrants taken off at
// each step, so that a result near 0 keeps its bits.
Angle reduceHugeAngle(const Code& c, Value x) {
  static constexpr double kTwoOverPi[] = {0x1.45f306dp-1,   0x1.9391054p-30, 0x1.4fe13abp-59, 0x1.d1f534dp-88,
                                          0x1.b81b6c5p-117, 0x1.5993c4p-148, 0x1.c820ff2p-175};
  Value whole = c.number(x, 0.0), rest = c.number(x, 0.0);
  for (double piece : kTwoOverPi) {
    Value product = c.mul(x, piece);
    Value fours = c.make<math::RoundEvenOp>(c.mul(product, 0.25));
    product = c.sub(product, c.mul(fours, 4.0));
    Value quadrants = c.nearest(product).first;
    rest = c.add(rest, c.sub(product, quadrants));
    Value carry = c.nearest(rest).first;
    rest = c.sub(rest, carry);
    whole = c.add(whole, c.add(quadrants, carry));
  }
  return {c.mul(rest, 1.57079632679489661923), c.bits(c.nearest(whole).second, c.i64())};
}

// Any angle.
Angle angleOf(const Code& c, Value x) {
  Angle angle = reduceAngle(c, x);
  Value huge = c.compare(FP::OGE, c.abs(x), 268435456.0);
  Value any = huge;
  if (auto vector = dyn_cast<VectorType>(huge.getType()))
    any = vector::ReductionOp::create(c.b, c.loc, vector::CombiningKind::OR, huge);
  auto branch = scf::IfOp::create(
      c.b, c.loc, any,
      [&](OpBuilder& b, Location loc) {
        Code inner{b, loc, c.like};
        Angle other = reduceHugeAngle(inner, x);
        scf::YieldOp::create(b, loc,
                             ValueRange{inner.select(huge, other.rest, angle.rest),
                                        inner.select(huge, other.quadrant, angle.quadrant)});
      },
      [&](OpBuilder& b, Location loc) {
        scf::YieldOp::create(b, loc, ValueRange{angle.rest, angle.quadrant});
      });
  return {branch.getResult(0), branch.getResult(1)};
}

// Of an angle in [-pi/4, pi/4]: FreeBSD's k_sinf.c and k_cosf.c, in double precision.
std::pair<Value, Value> sineAndCosine(const Code& c, Value r) {
  Value z = c.mul(r, r);
  Value sine = c.polynomial(z, {0.0000027183114939898219064, -0.000198393348360966317347,
                                0.0083333293858894631756, -0.166666666416265235595});
  sine = c.fma(c.mul(r, z), sine, r);
  Value cosine = c.polynomial(z, {0.0000243904487962774090654, -0.00138867637746099294692,
                                  0.0416666233237390631894, -0.499999997251031003120, 1.0});
  return {sine, cosine};
}

Value roundedFunctionOfAngle(const Code& c, Value narrow, bool oddly, Value result) {
  Value rounded = arith::TruncFOp::create(c.b, c.loc, c.f32(), result);
  return oddly ? c.select(c.compare(FP::OEQ, narrow, 0.0), narrow, rounded) : rounded; // -0 stays
}

// Sine (first = 0) or cosine (first = 1).
Value circular(const Code& c, Value narrow, int64_t first) {
  Angle angle = angleOf(c, arith::ExtFOp::create(c.b, c.loc, c.f64(), narrow));
  auto [sine, cosine] = sineAndCosine(c, angle.rest);
  Value quadrant = c.addi(angle.quadrant, first);
  Value result = c.select(c.isBit(quadrant, 1), cosine, sine);
  result = c.select(c.isBit(quadrant, 2), c.make<arith::NegFOp>(result), result);
  return roundedFunctionOfAngle(c, narrow, first == 0, result);
}
Value sine(const Code& c, Value x) {
  return circular(c, x, 0);
}
Value cosine(const Code& c, Value x) {
  return circular(c, x, 1);
}

Value tangent(const Code& c, Value narrow) {
  Angle angle = angleOf(c, arith::ExtFOp::create(c.b, c.loc, c.f64(), narrow));
  auto [sine, cosine] = sineAndCosine(c, angle.rest);
  Value odd = c.isBit(angle.quadrant, 1);
  Value result = c.div(c.select(odd, c.make<arith::NegFOp>(cosine), sine), c.select(odd, sine, cosine));
  return roundedFunctionOfAngle(c, narrow, true, result);
}

// a ** y = 2 ** (y log2 |a|) in double precision, which leaves f32's own rounding; signs and special cases as
// in C.
Value power(const Code& c, Value a, Value y) {
  Value magnitude = arith::ExtFOp::create(c.b, c.loc, c.f64(), c.abs(a));
  Value exponent = arith::ExtFOp::create(c.b, c.loc, c.f64(), y);
  // log2: m in [sqrt(1/2), sqrt(2)), log2(m) = 2 / ln2 * atanh((m - 1) / (m + 1)).
  Value bits = c.addi(c.bits(magnitude, c.i64()), 0x3FF0000000000000 - 0x3FE6A09E667F3BCD);
  Value biased = c.make<arith::ShRUIOp>(bits, c.integer(bits, 52));
  Value m = c.bits(c.addi(c.make<arith::AndIOp>(bits, c.integer(bits, 0xFFFFFFFFFFFFF)), 0x3FE6A09E667F3BCD),
                   c.f64());
  Value e =
      c.bits(c.make<arith::OrIOp>(biased, c.integer(bits, 0x4330000000000000)), c.f64()); // 2^52 + biased
  e = c.add(e, -4503599627370496.0 - 1023.0);
  Value s = c.div(c.add(m, -1.0), c.add(m, 1.0)), z = c.mul(s, s);
  Value p = c.polynomial(z, {2.0 / 15, 2.0 / 13, 2.0 / 11, 2.0 / 9, 2.0 / 7, 2.0 / 5, 2.0 / 3, 2.0});
  Value log2 = c.fma(c.mul(s, p), 1.4426950408889634, e);
  log2 = c.select(c.compare(FP::OEQ, magnitude, 0.0), c.number(log2, -kInfinity), log2);
  log2 = c.select(c.compare(FP::OEQ, magnitude, kInfinity), magnitude, log2);
  Value product = c.clamp(c.mul(exponent, log2), -300.0, 300.0);
  auto [n, sum] = c.nearest(product);
  Value r = c.mul(c.sub(product, n), 0.69314718055994530942);
  Value q = c.polynomial(r, {1.0 / 3628800, 1.0 / 362880, 1.0 / 40320, 1.0 / 5040, 1.0 / 720, 1.0 / 120,
                             1.0 / 24, 1.0 / 6, 0.5, 1.0, 1.0});
  Value scale = c.bits(c.shiftLeft(c.addi(c.bits(sum, c.i64()), 1023), 52), c.f64());
  Value result = arith::TruncFOp::create(c.b, c.loc, c.f32(), c.mul(q, scale));
  // A NaN has passed through all of that but log2, whose bits it went through.
  result = c.select(c.compare(FP::UNO, a, a), a, result);

  Value half = c.mul(y, 0.5), zero = c.number(a, 0.0), one = c.number(a, 1.0);
  Value isInteger = c.compare(FP::OEQ, c.make<math::FloorOp>(y), y);
  Value isEven = c.compare(FP::OEQ, c.make<math::FloorOp>(half), half);
  Value isOdd = c.both(isInteger, c.make<arith::XOrIOp>(isEven, c.integer(isEven, 1)));
  result = c.select(isOdd, c.withSign(result, a), result);
  Value finite = c.compare(FP::OGT, a, -kInfinity);
  Value impossible =
      c.both(c.both(c.compare(FP::OLT, a, zero), finite), c.compare(FP::ONE, c.make<math::FloorOp>(y), y));
  result = c.select(impossible, c.number(a, kNaN), result);
  Value unit =
      c.both(c.compare(FP::OEQ, c.abs(a), one), c.compare(FP::OEQ, c.abs(y), kInfinity)); // -1 ** inf
  result = c.select(c.make<arith::OrIOp>(unit, c.compare(FP::OEQ, a, one)), one, result);
  return c.select(c.compare(FP::OEQ, y, zero), one, result);
}

bool isF32(Value value) {
  return getElementTypeOrSelf(value.getType()).isF32();
}

template <typename Op, Value (*function)(const Code&, Value)>
using Unary = UnaryFunction<Op, function, Float32Type>;

// a / (1 + exp(t)).
struct Logistic : OpRewritePattern<arith::DivFOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(arith::DivFOp op, PatternRewriter& rewriter) const override {
    auto sum = op.getRhs().getDefiningOp<arith::AddFOp>();
    if (!sum || !isF32(sum) || !sum->hasOneUse())
      return rewriter.notifyMatchFailure(op, "expected a sum of f32");
    Value left = sum.getLhs(), right = sum.getRhs();
    auto exponential = right.getDefiningOp<math::ExpOp>();
    if (!exponential) {
      exponential = left.getDefiningOp<math::ExpOp>();
      std::swap(left, right);
    }
    if (!exponential || !exponential->hasOneUse() || !matchPattern(left, m_OneFloat()))
      return rewriter.notifyMatchFailure(op, "expected 1 + exp(t)");
    Value result = logistic(Code{rewriter, op.getLoc(), op.getType()}, exponential.getOperand());
    if (!matchPattern(op.getLhs(), m_OneFloat()))
      result = arith::MulFOp::create(rewriter, op.getLoc(), op.getLhs(), result);
    rewriter.replaceOp(op, result);
    return success();
  }
};

} // namespace

void populateLogisticPatterns(RewritePatternSet& patterns) {
  patterns.add<Logistic>(patterns.getContext());
}

void populateMathFunctionPatterns(RewritePatternSet& patterns) {
  patterns.add<Unary<math::ExpOp, exponential>, Unary<math::ExpM1Op, exponentialMinusOne>,
               Unary<math::LogOp, logarithm>, Unary<math::Log1pOp, logarithmOfOnePlus<logarithm>>,
               Unary<math::TanhOp, hyperbolicTangent>, Unary<math::ErfOp, errorFunction>,
               Unary<math::SinOp, sine>, Unary<math::CosOp, cosine>, Unary<math::TanOp, tangent>,
               PowerFunction<power, Float32Type>>(patterns.getContext());
  populateInverseFunctionPatterns(patterns);
  populateDoubleFunctionPatterns(patterns);
}

} // namespace aic::codegen
