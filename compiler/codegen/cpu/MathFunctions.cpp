// The functions one after another. None has a table, a branch (but one, for huge angles) or a conversion that
// is undefined for some input: integers come out of floats by the addition of 1.5 * 2^23, whose sum has them
// in its low bits.
#include "compiler/codegen/cpu/MathFunctions.h"

#include "compiler/codegen/MathCode.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/Matchers.h"
#include "mlir/IR/PatternMatch.h"

using namespace mlir;

namespace aic::codegen {
namespace {

using Code = MathCode;
using FP = arith::CmpFPredicate;

constexpr double kPerLog2 = 1.4426950408889634;
// log 2: 9 bits, so that products with integers are exact, and the rest.
constexpr double kLog2High = 0.693359375, kLog2Low = -2.12194440e-4;
// Minimax polynomials: (e^r - 1 - r) / r^2 for |r| <= log(2) / 2, relative error of e^r 3e-9, and e^r there,
// 9.5e-8.
constexpr double kTail[] = {1.381446706e-03, 8.368780575e-03, 4.166839422e-02, 1.666652011e-01,
                            4.999999341e-01};
constexpr double kExponential[] = {0.00829031453, 0.04189792939, 0.166676362,
                                   0.4999914952,  0.9999997072,  1.0};

bool hasInstructions(const Code& c) {
  auto vector = dyn_cast<VectorType>(c.like);
  return c.avx512 && vector && vector.getRank() == 1 && vector.getElementType().isF32() &&
         (vector.getDimSize(0) == 4 || vector.getDimSize(0) == 8 || vector.getDimSize(0) == 16);
}

// llvm.x86.avx512.mask.NAME.ps.WIDTH of all lanes.
Value instruction(const Code& c, StringRef name, SmallVector<Value> operands,
                  std::optional<int> control = {}) {
  int64_t lanes = cast<VectorType>(c.like).getDimSize(0);
  auto number = [&](int width, int64_t value) -> Value {
    return c.make<arith::ConstantOp>(c.b.getIntegerAttr(c.b.getIntegerType(width), value));
  };
  Value first = operands[0];
  if (control)
    operands.push_back(number(32, *control));
  operands.push_back(first); // of lanes that are switched off
  operands.push_back(number(lanes == 16 ? 16 : 8, -1));
  if (lanes == 16)
    operands.push_back(number(32, 4)); // rounds as everything does
  std::string full = ("llvm.x86.avx512.mask." + name + ".ps." + Twine(lanes * 32)).str();
  return LLVM::CallIntrinsicOp::create(c.b, c.loc, c.like, c.b.getStringAttr(full), operands).getResult(0);
}
// x 2^floor(n). Right for any two numbers: NaN 2^-inf is 0, NaN 2^inf is infinity.
Value scaled(const Code& c, Value x, Value n) {
  return instruction(c, "scalef", {x, n});
}
// |r| at most `most`, and `most` for NaN.
Value limited(const Code& c, Value r, double most) {
  return instruction(c, "range", {r, c.number(r, most)}, 2);
}

// x = n log 2 + rest with |rest| <= log(2) / 2, a little more at most.
struct Reduced {
  Value rest;
  Value power; // n; without AVX-512 2^(n + shift), which is 0 and infinity at the ends of what it can be
};
// `part`: x is that part of what is reduced, and so is the rest. Without AVX-512, n + shift must lie in
// [-127, 128]; with it, the rest is right where n is below 2^22, and no larger elsewhere.
Reduced reduce(const Code& c, Value x, double part = 1, int shift = 0) {
  Value rest, power, n;
  if (hasInstructions(c)) {
    n = power = c.make<math::RoundEvenOp>(c.mul(x, kPerLog2 / part));
  } else {
    Value sum = c.fma(x, kPerLog2 / part, c.number(x, kMagic32 + 127 + shift));
    n = c.sub(sum, c.number(sum, kMagic32 + 127 + shift));
    power = c.bits(c.shiftLeft(c.bits(sum, c.i32()), 23), c.f32());
  }
  rest = c.fma(n, -kLog2High * part, x); // exact
  rest = c.fma(n, -kLog2Low * part, rest);
  return {hasInstructions(c) ? limited(c, rest, 0.35 * part) : rest, power};
}
Value times2ToThe(const Code& c, Value x, Value power) {
  return hasInstructions(c) ? scaled(c, x, power) : c.mul(x, power);
}

// e^r for |r| <= log(2) / 2 within one unit.
Value exponentialOfRest(const Code& c, Value r) {
  return c.add(c.fma(c.mul(r, r), c.polynomial(r, kTail), r), 1.0);
}

// For x in [-87, 88].
Value exponentialOfFew(const Code& c, Value x) {
  Reduced reduced = reduce(c, x);
  return times2ToThe(c, exponentialOfRest(c, reduced.rest), reduced.power);
}

// Without AVX-512 2^n comes in two factors, since n reaches from -151 (below the denormals) to 130.
Value exponential(const Code& c, Value x) {
  if (hasInstructions(c))
    return exponentialOfFew(c, x);
  x = c.clamp(x, -105.0, 90.0);
  auto [n, sum] = c.nearest(c.mul(x, kPerLog2));
  Value r = c.fma(n, -kLog2Low, c.fma(n, -kLog2High, x));
  Value integer = c.addi(c.bits(sum, c.i32()), -int64_t(0x4B400000)); // the bits of 1.5 * 2^23
  Value half = c.make<arith::ShRSIOp>(integer, c.integer(integer, 1));
  Value rest = c.make<arith::SubIOp>(integer, half);
  auto power = [&](Value k) { return c.bits(c.shiftLeft(c.addi(k, 127), 23), c.f32()); };
  return c.mul(c.mul(exponentialOfRest(c, r), power(half)), power(rest));
}

// 2^shift e^t, relative error 1.7e-7, infinite above 88.3 - shift log 2; without AVX-512 0 in place of
// denormal numbers.
Value shiftedExponential(const Code& c, Value t, int shift) {
  SmallVector<double> coefficients(std::begin(kExponential), std::end(kExponential));
  if (hasInstructions(c))
    for (double& coefficient : coefficients)
      coefficient = std::ldexp(coefficient, shift);
  else
    t = c.clamp(t, (-127 - shift) / kPerLog2, (128 - shift) / kPerLog2);
  Reduced reduced = reduce(c, t, 1, shift);
  return times2ToThe(c, c.polynomial(reduced.rest, coefficients), reduced.power);
}

// a / (1 + e^t), of which sigmoid, silu, a form of gelu and the gates of recurrent networks are made. With
// a = 1 both sides of the division are 2^-24 of that, so that e^t is not infinite before the result is 0.
// (A reciprocal estimate and a step of Newton's instead of the division are slower.)
Value logistic(const Code& c, Value a, Value t) {
  int shift = matchPattern(a, m_OneFloat()) ? -24 : 0;
  Value unit = c.number(t, std::ldexp(1.0, shift));
  return c.div(shift == 0 ? a : unit, c.add(shiftedExponential(c, t, shift), unit));
}

// x times the normal distribution's integral up to x. Of -|x| that is 2^Q(|x|), with Q of degree 10: absolute
// error 2e-8, relative error 4e-7 from -2 on and 1e-6 from -4 on; beyond -6 Q falls without end, too slowly
// at first.
Value gelu(const Code& c, Value x) {
  Value q = c.polynomial(c.abs(x),
                         {-2.12523759e-08, 6.65586242e-07, -8.91772015e-06, 6.47323177e-05, -0.000240431196,
                          -7.79857e-05, 0.00703652902, -0.0524967685, -0.459204823, -1.15110576, -1.0});
  Value below = powerOfTwoUpToOne(c, q);
  Value integral = c.select(c.compare(FP::OGT, x, 0.0), c.sub(c.number(x, 1.0), below), below);
  return c.mul(x, integral);
}

// e^x - 1 = 2^n (e^r - 1) + (2^n - 1), which keeps its bits near 0. Half of it is computed, so that 2^n does
// not overflow before the result does; below -17 the result is -1.
Value exponentialMinusOne(const Code& c, Value x) {
  Value clamped = c.clamp(x, -30.0, 89.0); // beyond, 2^n has no exponent; e^89 is infinite
  auto [n, sum] = c.nearest(c.mul(clamped, kPerLog2));
  Value r = c.fma(n, -kLog2Low, c.fma(n, -kLog2High, clamped));
  Value q = c.fma(c.mul(r, r), c.polynomial(r, kTail), r);
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

// With h = (e^-2|x| - 1) / 2, which keeps its bits near 0: -h / (h + 1). e^-2|x| is 2^n e^2r.
Value hyperbolicTangent(const Code& c, Value x) {
  Value t = c.withSign(x, c.number(x, -1.0));
  if (!hasInstructions(c))
    t = c.select(c.compare(FP::OLT, t, -10.0), c.number(t, -10.0), t); // NaN stays
  auto [r, power] = reduce(c, t, 0.5);
  SmallVector<double> tail(std::begin(kTail), std::end(kTail));
  for (auto [i, coefficient] : llvm::enumerate(tail))
    coefficient = std::ldexp(coefficient, static_cast<int>(tail.size() - i));
  Value h = c.fma(c.mul(r, r), c.polynomial(r, tail), r); // (e^2r - 1) / 2
  if (hasInstructions(c))
    power = scaled(c, c.number(x, 1.0), power);
  h = c.fma(power, h, c.fma(power, 0.5, c.number(x, -0.5)));
  return c.withSign(c.div(h, c.add(h, 1.0)), x);
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
  Value large = c.withSign(c.sub(c.number(x, 1.0), exponentialOfFew(c, r)), x);
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

// One of two operands that is made by `Op`, and the other; null where none is.
template <typename Op> std::pair<Op, Value> operandMadeBy(Operation* op) {
  for (unsigned i : {0u, 1u})
    if (auto found = op->getOperand(i).getDefiningOp<Op>())
      return {found, op->getOperand(1 - i)};
  return {};
}

// a / (1 + exp(t)).
struct Logistic : OpRewritePattern<arith::DivFOp> {
  bool avx512;
  Logistic(MLIRContext* context, bool avx512) : OpRewritePattern(context), avx512(avx512) {}
  LogicalResult matchAndRewrite(arith::DivFOp op, PatternRewriter& rewriter) const override {
    auto sum = op.getRhs().getDefiningOp<arith::AddFOp>();
    if (!sum || !isF32(sum) || !sum->hasOneUse())
      return rewriter.notifyMatchFailure(op, "expected a sum of f32");
    auto [exponential, one] = operandMadeBy<math::ExpOp>(sum);
    if (!exponential || !exponential->hasOneUse() || !matchPattern(one, m_OneFloat()))
      return rewriter.notifyMatchFailure(op, "expected 1 + exp(t)");
    Code c{rewriter, op.getLoc(), op.getType(), avx512};
    rewriter.replaceOp(op, logistic(c, op.getLhs(), exponential.getOperand()));
    return success();
  }
};

// x / 2 * (1 + erf(x / sqrt(2))), as Elementwise.cpp makes it.
struct Gelu : OpRewritePattern<arith::MulFOp> {
  bool avx512;
  Gelu(MLIRContext* context, bool avx512) : OpRewritePattern(context), avx512(avx512) {}
  LogicalResult matchAndRewrite(arith::MulFOp op, PatternRewriter& rewriter) const override {
    auto [sum, half] = operandMadeBy<arith::AddFOp>(op);
    if (!sum || !isF32(sum))
      return rewriter.notifyMatchFailure(op, "expected a sum of f32");
    auto [erf, one] = operandMadeBy<math::ErfOp>(sum);
    if (!erf || !matchPattern(one, m_OneFloat()))
      return rewriter.notifyMatchFailure(op, "expected 1 + erf(t)");
    auto factor = [](Value product, Value x) -> std::optional<double> {
      auto mul = product.getDefiningOp<arith::MulFOp>();
      APFloat number(0.0f);
      if (!mul || mul.getLhs() != x || !matchPattern(mul.getRhs(), m_ConstantFloat(&number)))
        return std::nullopt;
      return number.convertToDouble();
    };
    auto inner = erf.getOperand().getDefiningOp<arith::MulFOp>();
    if (!inner || factor(inner, inner.getLhs()) != double(float(std::sqrt(0.5))) ||
        factor(half, inner.getLhs()) != 0.5)
      return rewriter.notifyMatchFailure(op, "expected x / 2 and x / sqrt(2)");
    rewriter.replaceOp(op, gelu(Code{rewriter, op.getLoc(), op.getType(), avx512}, inner.getLhs()));
    return success();
  }
};

} // namespace

// x = n + r; without AVX-512, the sum with 1.5 * 2^23 + 127 has n + 127 in its low bits, which shifted are
// those of 2^n. Minimax polynomials, relative errors 1.0e-7 (exact at both ends) and 9.2e-8;
// with AVX-512 r is in [0, 1].
Value powerOfTwoUpToOne(const MathCode& c, Value x) {
  if (hasInstructions(c)) {
    constexpr int kDown = 9; // and no exception for what is lost
    Value r = instruction(c, "reduce", {x}, kDown);
    Value p =
        c.polynomial(r, {0.001879319083, 0.008990993723, 0.05581867695, 0.2401592731, 0.6931517124, 1.0});
    return scaled(c, p, x);
  }
  x = c.select(c.compare(FP::OLT, x, -127.0), c.number(x, -127.0), x); // NaN stays
  Value sum = c.add(x, kMagic32 + 127), r = c.sub(x, c.sub(sum, c.number(x, kMagic32 + 127)));
  Value p = c.polynomial(r, {0.00132647269, 0.009671512661, 0.05550733744, 0.2402224208, 0.6931469776, 1.0});
  return c.mul(p, c.bits(c.shiftLeft(c.bits(sum, c.i32()), 23), c.f32()));
}

Value exponentialUpToOne(const MathCode& c, Value x) {
  if (!hasInstructions(c))
    x = c.select(c.compare(FP::OLT, x, -127 / kPerLog2), c.number(x, -127 / kPerLog2), x); // NaN stays
  Reduced reduced = reduce(c, x);
  return times2ToThe(c, c.polynomial(reduced.rest, kExponential), reduced.power);
}

void populateWholeFunctionPatterns(RewritePatternSet& patterns, bool avx512) {
  patterns.add<Logistic, Gelu>(patterns.getContext(), avx512);
}

void populateMathFunctionPatterns(RewritePatternSet& patterns, bool avx512) {
  patterns.add<Unary<math::ExpOp, exponential>, Unary<math::ExpM1Op, exponentialMinusOne>,
               Unary<math::LogOp, logarithm>, Unary<math::Log1pOp, logarithmOfOnePlus<logarithm>>,
               Unary<math::TanhOp, hyperbolicTangent>, Unary<math::ErfOp, errorFunction>,
               Unary<math::SinOp, sine>, Unary<math::CosOp, cosine>, Unary<math::TanOp, tangent>>(
      patterns.getContext(), avx512);
  patterns.add<PowerFunction<power, Float32Type>>(patterns.getContext());
  populateInverseFunctionPatterns(patterns);
  populateDoubleFunctionPatterns(patterns);
}

} // namespace aic::codegen
