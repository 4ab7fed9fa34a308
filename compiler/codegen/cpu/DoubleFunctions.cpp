// exp, expm1, log, log1p, tanh, erf and pow of f64: as those of f32 in MathFunctions.cpp, with longer
// polynomials. Without FMA their products are rounded; where a product must be exact, it is split.
#include "compiler/codegen/MathCode.h"
#include "compiler/codegen/cpu/MathFunctions.h"
#include "mlir/IR/PatternMatch.h"

using namespace mlir;

namespace aic::codegen {
namespace {

using Code = MathCode;
using FP = arith::CmpFPredicate;

constexpr double kPerLog2 = 1.4426950408889634;
// log 2: 33 bits, so that products with exponents are exact, and the rest.
constexpr double kLog2High = 0x1.62e42fefp-1, kLog2Low = 7.4406171100123967e-11;
constexpr int64_t kMagicBits = 0x4338000000000000; // 1.5 * 2^52

// (e^r - 1 - r) / r^2 for |r| <= log(2) / 2.
Value exponentialTail(const Code& c, Value r) {
  return c.polynomial(r, {2.0914686968086877e-9, 2.5105217004720745e-8, 2.7557273643110295e-7,
                          2.7557255400206424e-6, 2.4801587325547741e-5, 0.00019841269874820625,
                          0.0013888888888883748, 0.0083333333333261351, 0.04166666666666667,
                          0.16666666666666671, 0.5});
}

struct Reduced {
  Value rest, exponent; // x - n log 2; n as an integer
};
Reduced reduce(const Code& c, Value x) {
  auto [n, sum] = c.nearest(c.mul(x, kPerLog2));
  Value rest = c.fma(n, -kLog2Low, c.fma(n, -kLog2High, x));
  return {rest, c.addi(c.bits(sum, c.i64()), -kMagicBits)};
}
Value powerOfTwo(const Code& c, Value exponent) {
  return c.bits(c.shiftLeft(c.addi(exponent, 1023), 52), c.f64());
}

// e^r 2^n; 2^n in two factors, since n reaches from -1076 to 1025.
Value scaledExponential(const Code& c, Value r, Value n) {
  Value sum = c.fma(c.mul(r, r), exponentialTail(c, r), r);
  Value half = c.make<arith::ShRSIOp>(n, c.integer(n, 1));
  Value result = c.mul(c.add(sum, 1.0), powerOfTwo(c, half));
  return c.mul(result, powerOfTwo(c, c.make<arith::SubIOp>(n, half)));
}

Value exponential(const Code& c, Value x) {
  Reduced reduced = reduce(c, c.clamp(x, -746.0, 710.0));
  return scaledExponential(c, reduced.rest, reduced.exponent);
}

Value exponentialMinusOne(const Code& c, Value x) {
  auto [r, n] = reduce(c, c.clamp(x, -60.0, 710.0));
  Value q = c.fma(c.mul(r, r), exponentialTail(c, r), r);
  Value half = powerOfTwo(c, c.addi(n, -1));
  Value result = c.fma(half, q, c.add(half, -0.5));
  result = c.add(result, result);
  return c.select(c.compare(FP::OEQ, x, 0.0), x, result); // -0 stays
}

struct Split {
  Value exponent, mantissa; // f64; in [sqrt(1/2), sqrt(2))
};
// Of a positive number.
Split split(const Code& c, Value x) {
  constexpr int64_t kOne = 0x3FF0000000000000, kRootHalf = 0x3FE6A09E667F3BCD;
  Value tiny = c.compare(FP::OLT, x, 2.2250738585072014e-308);
  x = c.select(tiny, c.mul(x, 0x1p54), x);
  Value bits = c.addi(c.bits(x, c.i64()), kOne - kRootHalf);
  Value biased = c.make<arith::ShRUIOp>(bits, c.integer(bits, 52));
  Value fraction = c.make<arith::AndIOp>(bits, c.integer(bits, 0xFFFFFFFFFFFFF));
  // 2^52 + the biased exponent, as a float
  Value e = c.bits(c.make<arith::OrIOp>(biased, c.integer(bits, 0x4330000000000000)), c.f64());
  e = c.sub(e, c.select(tiny, c.number(e, 0x1p52 + 1023 + 54), c.number(e, 0x1p52 + 1023)));
  return {e, c.bits(c.addi(fraction, kRootHalf), c.f64())};
}

// FreeBSD's e_log.c.
Value logarithm(const Code& c, Value x) {
  auto [e, m] = split(c, x);
  Value f = c.add(m, -1.0), half = c.mul(c.mul(f, f), 0.5), s = c.div(f, c.add(f, 2.0)), z = c.mul(s, s);
  Value p = c.polynomial(z, {1.479819860511658591e-01, 1.531383769920937332e-01, 1.818357216161805012e-01,
                             2.222219843214978396e-01, 2.857142874366239149e-01, 3.999999999940941908e-01,
                             6.666666666666735130e-01});
  Value low = c.fma(s, c.fma(z, p, half), c.mul(e, kLog2Low));
  Value result = c.fma(e, kLog2High, c.sub(f, c.sub(half, low)));
  result = c.select(c.compare(FP::OEQ, x, kInfinity), x, result);
  result = c.select(c.compare(FP::OEQ, x, 0.0), c.number(x, -kInfinity), result);
  return c.select(c.compare(FP::ULT, x, 0.0), c.number(x, kNaN), result); // NaN too
}

Value hyperbolicTangent(const Code& c, Value x) {
  Value a = c.abs(x), e = exponentialMinusOne(c, c.add(a, a)), divisor = c.add(e, 2.0);
  Value large = c.sub(c.number(x, 1.0), c.div(c.number(x, 2.0), divisor));
  return c.withSign(c.select(c.compare(FP::OLT, a, 0.5), c.div(e, divisor), large), x);
}

// 2 x / sqrt(pi) (1 + x^2 P(x^2)) to 1; beyond, 1 - e^-x^2 Q((x - 3) / (x + 3)), and 1 from 6 on.
Value errorFunction(const Code& c, Value x) {
  Value a = c.abs(x), s = c.mul(x, x);
  Value p = c.polynomial(s, {2.5665117013024003e-13, -5.5461363005341224e-12, 8.2796147230099529e-11,
                             -1.0883862755029159e-9, 1.312185277729677e-8, -1.4503813210902357e-7,
                             1.4589167420473965e-6, -1.3227513182816046e-5, 0.0001068376068290163,
                             -0.00075757575757468699, 0.0046296296296295497, -0.023809523809523806, 0.1,
                             -0.33333333333333333});
  Value scaled = c.mul(x, 1.1283791670955125739);
  Value small = c.fma(c.mul(scaled, s), p, scaled);
  Value clamped = c.select(c.compare(FP::OGT, a, 6.0), c.number(a, 6.0), a);
  Value t = c.div(c.add(clamped, -3.0), c.add(clamped, 3.0));
  Value q = c.polynomial(t, {-2.5925894581233315e-8, -2.3893874634747923e-7, -2.7269500546476834e-7,
                             1.2598817267482605e-6, 2.1169509641489687e-6, -7.9798177043487268e-6,
                             -1.2860318447907675e-5, 6.4056733422068437e-5, 4.5255298034073953e-5,
                             -0.00059706195861583047, 0.00070774643851773535, 0.0042691363331483025,
                             -0.024392499318655417, 0.071665837197973469, -0.15011593650077743,
                             0.24560380171233091, -0.32623356004303723, 0.17900115118138995});
  Value rest = c.mul(exponential(c, c.make<arith::NegFOp>(c.mul(clamped, clamped))), q);
  Value large = c.withSign(c.sub(c.number(x, 1.0), rest), x);
  return c.select(c.compare(FP::OLT, a, 1.0), small, large);
}

// high + low, where low is small.
struct Pair {
  Value high, low;
};
Pair sumOf(const Code& c, Value larger, Value smaller) {
  Value high = c.add(larger, smaller);
  return {high, c.add(c.sub(larger, high), smaller)};
}
// Dekker's: exact, with or without FMA.
Pair productOf(const Code& c, Value x, Value y) {
  auto halves = [&](Value v) -> Pair {
    Value scaled = c.mul(v, 134217729.0); // 2^27 + 1
    Value high = c.sub(scaled, c.sub(scaled, v));
    return {high, c.sub(v, high)};
  };
  Pair a = halves(x), b = halves(y);
  Value high = c.mul(x, y);
  Value low = c.sub(c.mul(a.high, b.high), high);
  low = c.add(low, c.mul(a.high, b.low));
  low = c.add(low, c.mul(a.low, b.high));
  return {high, c.add(low, c.mul(a.low, b.low))};
}

// log(m 2^e) with some 65 bits: 2 atanh(s), s = (m - 1) / (m + 1), by its series.
Pair exactLogarithm(const Code& c, Value e, Value m) {
  Value f = c.add(m, -1.0), divisor = c.add(m, 1.0), lost = c.sub(m, c.add(divisor, -1.0));
  Pair s;
  s.high = c.div(f, divisor);
  Pair product = productOf(c, s.high, divisor);
  Value rest = c.sub(c.sub(c.sub(f, product.high), product.low), c.mul(s.high, lost));
  s.low = c.div(rest, divisor);
  Pair z = productOf(c, s.high, s.high);
  z.low = c.add(z.low, c.mul(c.mul(s.high, 2.0), s.low));
  // 1/3 + z (1/5 + z (1/7 + ...)), the first of them in two parts
  Value tail = c.mul(z.high, c.polynomial(z.high, {1.0 / 25, 1.0 / 23, 1.0 / 21, 1.0 / 19, 1.0 / 17, 1.0 / 15,
                                                   1.0 / 13, 1.0 / 11, 1.0 / 9, 1.0 / 7, 1.0 / 5}));
  Pair p = sumOf(c, c.number(z.high, 1.0 / 3), tail);
  p.low = c.add(p.low, 1.8503717077085943e-17); // 1/3 less its double
  Pair u = productOf(c, z.high, p.high);
  u.low = c.add(u.low, c.add(c.mul(z.high, p.low), c.mul(z.low, p.high)));
  Pair v = productOf(c, s.high, u.high);
  v.low = c.add(v.low, c.add(c.mul(s.high, u.low), c.mul(s.low, u.high)));
  Pair log = sumOf(c, s.high, v.high);
  log.low = c.add(log.low, c.add(s.low, v.low));
  Value whole = c.mul(e, kLog2High), high = c.mul(log.high, 2.0);
  Pair sum = sumOf(c, whole, high); // whole is 0, or the larger
  return sumOf(c, sum.high, c.add(sum.low, c.fma(e, kLog2Low, c.mul(log.low, 2.0))));
}

// e^(y log |a|); signs and special cases as in C, as for f32.
Value power(const Code& c, Value a, Value y) {
  Value magnitude = c.abs(a);
  auto [e, m] = split(c, magnitude);
  Pair log = exactLogarithm(c, e, m);
  Value exponent = c.clamp(y, -0x1p70, 0x1p70); // beyond, only 1 has a power that is neither 0 nor infinite
  Pair product = productOf(c, exponent, log.high);
  product.low = c.fma(exponent, log.low, product.low);
  Value high = c.clamp(product.high, -760.0, 720.0);
  Value low = c.select(c.compare(FP::OEQ, high, product.high), product.low, c.number(high, 0.0));
  Reduced reduced = reduce(c, high);
  Value result = scaledExponential(c, c.add(reduced.rest, low), reduced.exponent);

  Value zero = c.number(a, 0.0), one = c.number(a, 1.0), infinity = c.number(a, kInfinity);
  Value up = c.compare(FP::OGT, y, 0.0);
  result = c.select(c.compare(FP::OEQ, magnitude, zero), c.select(up, zero, infinity), result);
  result = c.select(c.compare(FP::OEQ, magnitude, infinity), c.select(up, infinity, zero), result);
  Value half = c.mul(y, 0.5);
  Value whole = c.compare(FP::OEQ, c.make<math::FloorOp>(y), y);
  Value even = c.compare(FP::OEQ, c.make<math::FloorOp>(half), half);
  Value isOdd = c.both(whole, c.make<arith::XOrIOp>(even, c.integer(even, 1)));
  result = c.select(isOdd, c.withSign(result, a), result);
  Value negative = c.both(c.compare(FP::OLT, a, zero), c.compare(FP::OGT, a, -kInfinity));
  Value impossible = c.both(negative, c.compare(FP::ONE, c.make<math::FloorOp>(y), y));
  result = c.select(impossible, c.number(a, kNaN), result);
  result = c.select(c.compare(FP::UNO, a, y), c.number(a, kNaN), result);
  Value unit =
      c.both(c.compare(FP::OEQ, magnitude, one), c.compare(FP::OEQ, c.abs(y), infinity)); // -1 ** inf
  result = c.select(c.make<arith::OrIOp>(unit, c.compare(FP::OEQ, a, one)), one, result);
  return c.select(c.compare(FP::OEQ, y, zero), one, result);
}

template <typename Op, Value (*function)(const Code&, Value)>
using Unary = UnaryFunction<Op, function, Float64Type>;

} // namespace

void populateDoubleFunctionPatterns(RewritePatternSet& patterns) {
  patterns.add<Unary<math::ExpOp, exponential>, Unary<math::ExpM1Op, exponentialMinusOne>,
               Unary<math::LogOp, logarithm>, Unary<math::Log1pOp, logarithmOfOnePlus<logarithm>>,
               Unary<math::TanhOp, hyperbolicTangent>, Unary<math::ErfOp, errorFunction>,
               PowerFunction<power, Float64Type>>(patterns.getContext());
}

} // namespace aic::codegen
