// See Trigonometry.h. The polynomials and the intervals are those of Cephes' single precision (S. Moshier).
#include "compiler/codegen/vulkan/Trigonometry.h"

#include "mlir/Dialect/Math/IR/Math.h"

#include <limits>

using namespace mlir;

namespace aic::codegen::vulkan {
namespace {

using E = ElementwiseCode;
using F = arith::CmpFPredicate;
using I = arith::CmpIPredicate;

constexpr double kPi = 3.14159265358979323846;
constexpr double kLn2 = 0.69314718055994530942;
// Squares overflow far beyond it, and x^2 + 1 is x^2 in f32.
constexpr double kLarge = 1500;

Value polynomial(const E& e, Value x, std::initializer_list<double> coefficients) {
  Value sum = e.number(*coefficients.begin());
  for (const double* next = coefficients.begin() + 1; next != coefficients.end(); ++next)
    sum = e.add(e.mul(sum, x), e.number(*next));
  return sum;
}

Value select(const E& e, Value condition, Value x, double y) {
  return e.select(condition, x, e.number(y));
}
Value magnitude(const E& e) {
  return e.make<math::AbsFOp>(e.in[0]);
}
// Operands of log and sqrt are kept where these are defined, though another branch is taken.
Value logarithm(const E& e, Value x) {
  return e.make<math::LogOp>(select(e, e.is(x, F::OGT, 0.0), x, 1));
}
Value squareRoot(const E& e, Value x) {
  return e.make<math::SqrtOp>(select(e, e.is(x, F::OGE, 0.0), x, 0));
}
// `value`, not negative, with in[0]'s sign. -0 gives 0.
Value withSign(const E& e, Value value) {
  return e.select(e.is(e.in[0], F::OLT, 0.0), e.negate(value), value);
}
Value unlessNaN(const E& e, Value value) {
  return e.select(e.is(e.in[0], F::UNO, e.in[0]), e.in[0], value);
}

// i32 arithmetic on what x is made of, scalar or vector.
struct Bits {
  const E& e;
  Type type;
  explicit Bits(const E& e) : e(e), type(e.b.getI32Type()) {
    if (auto vector = dyn_cast<VectorType>(e.type()))
      type = vector.clone(type);
  }
  Value cst(uint32_t value) const { return e.integer(type, APInt(32, value)); }
  Value of(Value x) const { return e.make<arith::BitcastOp>(type, x); }
  Value add(Value x, Value y) const { return e.make<arith::AddIOp>(x, y); }
  Value add(Value x, uint32_t y) const { return add(x, cst(y)); }
  Value sub(Value x, Value y) const { return e.make<arith::SubIOp>(x, y); }
  Value mul(Value x, Value y) const { return e.make<arith::MulIOp>(x, y); }
  Value both(Value x, uint32_t y) const { return e.make<arith::AndIOp>(x, cst(y)); }
  Value either(Value x, Value y) const { return e.make<arith::OrIOp>(x, y); }
  Value exclusive(Value x, Value y) const { return e.make<arith::XOrIOp>(x, y); }
  Value left(Value x, Value y) const { return e.make<arith::ShLIOp>(x, y); }
  Value right(Value x, Value y) const { return e.make<arith::ShRUIOp>(x, y); }
  Value isBit(Value x, uint32_t bit) const { return e.is(both(x, bit), I::ne, cst(0)); }
  /// The low and the high word of a product.
  std::pair<Value, Value> product(Value x, Value y) const {
    auto op = arith::MulUIExtendedOp::create(e.b, e.loc, x, y);
    return {op.getLow(), op.getHigh()};
  }
  Value real(Value x) const { return arith::UIToFPOp::create(e.b, e.loc, e.type(), x); }
};

// x = quadrant * pi/2 + rest, |rest| <= pi/4, for every f32 (Payne and Hanek): of x = m 2^s, an integer times
// a power of two, in turns x / (2 pi) all that counts is the fraction. So m is multiplied, in integers, with
// those 96 bits of 2/pi of which the product's first bit is half a turn; 64 bits of the product are kept, as
// a float may lie within 2^-30 of a quadrant's end. Below 1/2 nothing is to be done.
struct Angle {
  Value rest, quadrant; ///< of the quadrant, an i32, the low two bits count
};
Angle reduce(const E& e) {
  constexpr uint32_t kTwoOverPi[] = {0,          0xA2F9836E, 0x4E441529, 0xFC2757D1,
                                     0xF534DDC0, 0xDB629599, 0x3C439041, 0xFE5163AB};
  constexpr uint32_t kBiasOfHalf = 126, kWindow = 3;
  Value x = e.in[0], a = magnitude(e);
  Bits i(e);
  Value bits = i.of(a), exponent = i.right(bits, i.cst(23));
  Value small = e.is(exponent, I::ult, i.cst(kBiasOfHalf));
  exponent = e.select(small, i.cst(kBiasOfHalf), exponent);
  Value m = i.either(i.both(bits, 0x7FFFFF), i.cst(0x800000));
  // m's last bit is 2^(exponent - 150), and the table begins 32 bits before 2/pi's point: of its bits those
  // before `place` make whole turns.
  Value place = i.sub(exponent, i.cst(120)), word = i.right(place, i.cst(5)), shift = i.both(place, 31);
  Value words[kWindow + 1], window[kWindow];
  for (uint32_t w = 0; w <= kWindow; ++w) {
    words[w] = i.cst(kTwoOverPi[w]);
    for (uint32_t first = 1; first <= 4; ++first)
      words[w] = e.select(e.is(word, I::eq, i.cst(first)), i.cst(kTwoOverPi[w + first]), words[w]);
  }
  Value back = i.sub(i.cst(31), shift);
  for (uint32_t w = 0; w < kWindow; ++w)
    window[w] = i.either(i.left(words[w], shift), i.right(i.right(words[w + 1], i.cst(1)), back));
  auto [low, carry] = i.product(m, window[1]);
  Value high = i.add(i.mul(m, window[0]), carry), rest = i.product(m, window[2]).second;
  Value sum = i.add(low, rest);
  high = i.add(high, e.select(e.is(sum, I::ult, low), i.cst(1), i.cst(0)));
  // The nearest quadrant, and what is left as a signed fraction of a turn.
  Value quadrant = i.right(i.add(high, 0x20000000), i.cst(30));
  high = i.sub(high, i.left(quadrant, i.cst(30)));
  Value below = e.is(high, I::slt, i.cst(0)), flip = e.select(below, i.cst(0xFFFFFFFF), i.cst(0));
  Value quadrants =
      e.add(e.mul(i.real(i.exclusive(high, flip)), 0x1p-30), e.mul(i.real(i.exclusive(sum, flip)), 0x1p-62));
  Value angle = e.mul(quadrants, kPi / 2);
  angle = e.select(below, e.negate(angle), angle);
  // Of -x both are the opposite; of an infinity there is nothing.
  Value negative = e.is(x, F::OLT, 0.0);
  angle = e.select(negative, e.negate(angle), angle);
  quadrant = e.select(negative, i.sub(i.cst(0), quadrant), quadrant);
  angle = select(e, e.is(a, F::OLT, std::numeric_limits<double>::infinity()), angle,
                 std::numeric_limits<double>::quiet_NaN());
  return {e.select(small, x, angle), e.select(small, i.cst(0), quadrant)};
}

struct SineAndCosine {
  Value sine, cosine; ///< of what is left of x
};
SineAndCosine ofRest(const E& e, Value x) {
  Value square = e.mul(x, x);
  Value tail = polynomial(e, square, {-1.9515295891e-4, 8.3321608736e-3, -1.6666654611e-1});
  Value cosine =
      polynomial(e, square, {2.443315711809948e-5, -1.388731625493765e-3, 4.166664568298827e-2, -0.5, 1.0});
  return {e.add(x, e.mul(e.mul(x, square), tail)), cosine};
}

// From the quadrant that is asked for: 0 and 2 are sines, 1 and 3 cosines; 2 and 3 are negative.
Value sineOfQuadrant(const E& e, uint32_t quadrants) {
  Angle angle = reduce(e);
  SineAndCosine of = ofRest(e, angle.rest);
  Bits i(e);
  Value quadrant = i.add(angle.quadrant, quadrants);
  Value result = e.select(i.isBit(quadrant, 1), of.cosine, of.sine);
  return e.select(i.isBit(quadrant, 2), e.negate(result), result);
}

// asin on [0, 1], as a function of v in [0, 1/2]: v is x, or beyond 1/2 sqrt((1 - x) / 2), and asin x then
// pi/2 - 2 asin v.
struct HalfArc {
  Value big, arc; ///< x > 1/2; asin v
};
HalfArc halfArc(const E& e) {
  Value a = magnitude(e), big = e.is(a, F::OGT, 0.5);
  Value z = e.select(big, e.mul(e.sub(e.number(1), a), 0.5), e.mul(a, a));
  Value v = e.select(big, squareRoot(e, z), a);
  Value tail =
      polynomial(e, z, {4.2163199048e-2, 2.4181311049e-2, 4.5470025998e-2, 7.4953002686e-2, 1.6666752422e-1});
  return {big, e.add(e.mul(e.mul(tail, z), v), v)};
}

// NaN where |x| > 1, and where x is NaN.
Value onUnitInterval(const E& e, Value value) {
  return select(e, e.is(magnitude(e), F::OLE, 1.0), value, std::numeric_limits<double>::quiet_NaN());
}

// exp(|x|) / 2, which overflows where sinh and cosh do.
Value halfExponential(const E& e) {
  return e.make<math::ExpOp>(e.sub(magnitude(e), e.number(kLn2)));
}

} // namespace

Value sine(const E& e) {
  return sineOfQuadrant(e, 0);
}
Value cosine(const E& e) {
  return sineOfQuadrant(e, 1);
}

Value tangent(const E& e) {
  Angle angle = reduce(e);
  SineAndCosine of = ofRest(e, angle.rest);
  Value odd = Bits(e).isBit(angle.quadrant, 1);
  return e.div(e.select(odd, e.negate(of.cosine), of.sine), e.select(odd, of.sine, of.cosine));
}

Value arcSine(const E& e) {
  HalfArc h = halfArc(e);
  Value arc = e.select(h.big, e.sub(e.number(kPi / 2), e.mul(h.arc, 2)), h.arc);
  return onUnitInterval(e, withSign(e, arc));
}

Value arcCosine(const E& e) {
  HalfArc h = halfArc(e);
  Value negative = e.is(e.in[0], F::OLT, 0.0), twice = e.mul(h.arc, 2);
  Value outer = e.select(negative, e.sub(e.number(kPi), twice), twice);
  return onUnitInterval(e, e.select(h.big, outer, e.sub(e.number(kPi / 2), withSign(e, h.arc))));
}

Value arcTangent(const E& e) {
  Value a = magnitude(e), one = e.number(1), zero = e.number(0);
  Value far = e.is(a, F::OGT, 2.414213562373095), middle = e.is(a, F::OGT, 0.4142135623730950);
  Value start = e.select(far, e.number(kPi / 2), e.select(middle, e.number(kPi / 4), zero));
  Value numerator = e.select(far, e.number(-1), e.select(middle, e.sub(a, one), a));
  Value denominator = e.select(far, a, e.select(middle, e.add(a, one), one));
  Value x = e.div(numerator, denominator), z = e.mul(x, x);
  // A device may give no quotient by infinity.
  x = e.select(e.is(a, F::OGT, 1e30), zero, x);
  Value tail = polynomial(e, z, {8.05374449538e-2, -1.38776856032e-1, 1.99777106478e-1, -3.33329491539e-1});
  z = e.select(e.is(a, F::OGT, 1e30), zero, e.mul(e.mul(tail, z), x));
  return unlessNaN(e, withSign(e, e.add(start, e.add(z, x))));
}

Value hyperbolicSine(const E& e) {
  Value x = e.in[0], z = e.mul(x, x), half = halfExponential(e);
  Value tail = polynomial(e, z, {2.03721912945e-4, 8.33028376239e-3, 1.66667160211e-1});
  Value near = e.add(e.mul(e.mul(tail, z), x), x);
  Value far = withSign(e, e.sub(half, e.div(e.number(0.25), half)));
  return e.select(e.is(magnitude(e), F::OGT, 1.0), far, near);
}

Value hyperbolicCosine(const E& e) {
  Value half = halfExponential(e);
  return unlessNaN(e, e.add(half, e.div(e.number(0.25), half)));
}

Value areaSine(const E& e) {
  Value x = e.in[0], a = magnitude(e), z = e.mul(x, x), one = e.number(1);
  Value tail = polynomial(e, z, {2.0122003309e-2, -4.2699340972e-2, 7.4847586088e-2, -1.6666288134e-1});
  Value near = e.add(e.mul(e.mul(tail, z), x), x), large = e.is(a, F::OGT, kLarge);
  Value bounded = e.select(large, one, a);
  Value root = squareRoot(e, e.add(e.mul(bounded, bounded), one));
  Value far = logarithm(e, e.select(large, a, e.add(bounded, root)));
  far = e.add(far, e.select(large, e.number(kLn2), e.number(0)));
  return unlessNaN(e, e.select(e.is(a, F::OGT, 0.5), withSign(e, far), near));
}

Value areaCosine(const E& e) {
  Value x = e.in[0], z = e.sub(x, e.number(1)), large = e.is(x, F::OGT, kLarge);
  Value tail = polynomial(
      e, z, {1.7596881071e-3, -7.5272886713e-3, 2.6454905019e-2, -1.1784741703e-1, 1.4142135263e0});
  Value near = e.mul(tail, squareRoot(e, z));
  Value bounded = e.select(large, e.number(1), x);
  Value root = squareRoot(e, e.mul(e.sub(bounded, e.number(1)), e.add(bounded, e.number(1))));
  Value far = logarithm(e, e.select(large, x, e.add(bounded, root)));
  far = e.add(far, e.select(large, e.number(kLn2), e.number(0)));
  Value result = e.select(e.is(z, F::OLT, 0.5), near, far);
  return select(e, e.is(x, F::OGE, 1.0), result, std::numeric_limits<double>::quiet_NaN());
}

Value areaTangent(const E& e) {
  Value x = e.in[0], a = magnitude(e), z = e.mul(x, x), one = e.number(1);
  Value tail = polynomial(
      e, z, {1.81740078349e-1, 8.24370301058e-2, 1.46691431730e-1, 1.99782164500e-1, 3.33337300303e-1});
  Value near = e.add(e.mul(e.mul(tail, z), x), x);
  Value inside = e.is(a, F::OLT, 1.0), bounded = e.select(inside, a, e.number(0));
  Value far = e.mul(logarithm(e, e.div(e.add(one, bounded), e.sub(one, bounded))), 0.5);
  far = select(e, inside, far, std::numeric_limits<double>::infinity());
  return onUnitInterval(e, e.select(e.is(a, F::OLT, 0.5), near, withSign(e, far)));
}

} // namespace aic::codegen::vulkan
