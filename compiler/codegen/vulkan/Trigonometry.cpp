// See Trigonometry.h. The polynomials and the intervals are those of Cephes' single precision (S. Moshier).
#include "compiler/codegen/vulkan/Trigonometry.h"

#include "mlir/Dialect/Math/IR/Math.h"

#include <limits>

using namespace mlir;

namespace aic::codegen::vulkan {
namespace {

using E = ElementwiseCode;
using F = arith::CmpFPredicate;

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

// Reduction to [-pi/4, pi/4] by pi/2 in three parts (Cody and Waite): absolute error below 1e-6 up to |x| =
// 10^4.
struct Reduced {
  Value sine, cosine, quadrant; ///< of what is left of x; the quadrant as a float, not modulo 4
};
Reduced reduce(const E& e) {
  Value x = e.in[0];
  Value k = e.make<math::FloorOp>(e.add(e.mul(x, 2 / kPi), e.number(0.5)));
  for (double part : {-1.5703125, -4.837512969970703e-4, -7.549789948768648e-8})
    x = e.add(x, e.mul(k, part));
  Value square = e.mul(x, x);
  Value tail = polynomial(e, square, {-1.9515295891e-4, 8.3321608736e-3, -1.6666654611e-1});
  Value sine = e.add(x, e.mul(e.mul(x, square), tail));
  Value cosine =
      polynomial(e, square, {2.443315711809948e-5, -1.388731625493765e-3, 4.166664568298827e-2, -0.5, 1.0});
  return {sine, cosine, k};
}

// x modulo n, of a float that is an integer.
Value modulo(const E& e, Value x, double n) {
  return e.add(x, e.mul(e.make<math::FloorOp>(e.mul(x, 1 / n)), -n));
}

Value sineOfQuadrant(const E& e, double quadrants) {
  Reduced r = reduce(e);
  // From the quadrant that is asked for: 0 and 2 are sines, 1 and 3 cosines; 2 and 3 are negative.
  Value quadrant = modulo(e, e.add(r.quadrant, e.number(quadrants)), 4);
  Value odd = e.make<arith::OrIOp>(e.is(quadrant, F::OEQ, 1.0), e.is(quadrant, F::OEQ, 3.0));
  Value result = e.select(odd, r.cosine, r.sine);
  return e.select(e.is(quadrant, F::OGE, 2.0), e.negate(result), result);
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
  Reduced r = reduce(e);
  Value odd = e.is(modulo(e, r.quadrant, 2), F::OEQ, 1.0);
  return e.div(e.select(odd, r.cosine, r.sine), e.select(odd, e.negate(r.sine), r.cosine));
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
