// Inverse and hyperbolic functions of f32 and f64, made of polynomials near 0 and of exp, expm1, log and
// log1p beyond, which other patterns replace. The polynomials are interpolated at Chebyshev's nodes.
#include "compiler/codegen/MathCode.h"
#include "compiler/codegen/cpu/MathFunctions.h"
#include "mlir/IR/PatternMatch.h"

using namespace mlir;

namespace aic::codegen {
namespace {

using Code = MathCode;
using FP = arith::CmpFPredicate;

// Of (f(x) / x - 1) / x^2 in x^2, to the precision of each type.
struct OddFunction {
  ArrayRef<double> f32, f64;
};
// |x| <= 1
constexpr double kAtan32[] = {0.001488691939, -0.009144629761, 0.02630500111, -0.04896051403, 0.0703191425,
                              -0.08931826777, 0.1108826163,    -0.1428400379, 0.1999994932,   -0.3333333308};
constexpr double kAtan64[] = {
    7.7676243302899186e-6, -9.3711863450526254e-5, 0.00053768392973962447, -0.0019612554271685326,
    0.0051409128567469387, -0.010412153260359242,  0.017183981722113348,   -0.024191345810140719,
    0.030330719265790507,  -0.035271331066871294,  0.039386875407986321,   -0.043306538430670663,
    0.047580800836378206,  -0.052624922290256753,  0.058822644167764488,   -0.066666579345737678,
    0.076923070788270293,  -0.090909090619352799,  0.11111111110268297,    -0.14285714285701233,
    0.19999999999999919,   -0.33333333333333333};
// |x| <= 1/2
constexpr double kAsin32[] = {0.0336908472,  0.01714923836, 0.03110066274,
                              0.04459940153, 0.07500094543, 0.1666666634};
constexpr double kAsin64[] = {0.02961201126495512,   -0.019241671746743041, 0.019554513336123379,
                              0.0030448799094556774, 0.0093195607947674463, 0.009621842970100281,
                              0.011566459612121669,  0.01396378001220357,   0.017352816540325495,
                              0.022372157443507222,  0.03038194447553234,   0.044642857142551893,
                              0.075000000000001178,  0.16666666666666667};
// |x| <= 1
constexpr double kAsinh32[] = {0.0003028242786, -0.001883845458, 0.005530514046, -0.01064080761,
                               0.0161022092,    -0.02206924395,  0.03033828156,  -0.04463958143,
                               0.07499990283,   -0.1666666662};
constexpr double kAsinh64[] = {
    1.0884735741927092e-6,  -1.3168322287317899e-5, 7.5829012854932806e-5, -0.00027792794090195983,
    0.00073327287778444195, -0.0014984592921966172, 0.0025036941898020522, -0.0035846824193565164,
    0.0045969809236661285,  -0.0055025673936133959, 0.0063645176204906541, -0.0072893151515269061,
    0.0083851574737522636,  -0.0097607070705018441, 0.011551680756000169,  -0.013964831889554118,
    0.017352763589275554,   -0.022372159051510502,  0.030381944443297973,  -0.044642857142839384,
    0.07499999999999989,    -0.16666666666666667};
// |x| <= 1/2
constexpr double kAtanh32[] = {0.1562916538, 0.04091623072, 0.09751940866, 0.110508304,
                               0.1428828604, 0.1999995934,  0.3333333344};
constexpr double kAtanh64[] = {0.21098097885975797,  -0.14450491183414468, 0.13557903913692298,
                               0.012292448728540532, 0.054419154182345872, 0.05160769881147162,
                               0.058930996925900416, 0.066658863527018841, 0.076923459402706383,
                               0.090909078815091881, 0.11111111133938969,  0.14285714285490105,
                               0.20000000000000865,  0.33333333333333333};

const OddFunction kAtan = {kAtan32, kAtan64}, kAsin = {kAsin32, kAsin64}, kAsinh = {kAsinh32, kAsinh64},
                  kAtanh = {kAtanh32, kAtanh64};

Value odd(const Code& c, const OddFunction& function, Value x, Value square) {
  Value p = c.polynomial(square, c.isF64() ? function.f64 : function.f32);
  return c.fma(c.mul(x, square), p, x);
}
Value odd(const Code& c, const OddFunction& function, Value x) {
  return odd(c, function, x, c.mul(x, x));
}

// pi / 2 - x, with what the type's own pi / 2 leaves out.
Value fromRightAngle(const Code& c, Value x) {
  double half = c.isF64() ? 1.5707963267948966 : 1.5707963705062866;
  double rest = c.isF64() ? 6.1232339957367658861e-17 : -4.37113900019e-8;
  return c.sub(c.number(x, half), c.add(x, -rest));
}

Value arctangent(const Code& c, Value x) {
  Value a = c.abs(x), beyond = c.compare(FP::OGT, a, 1.0);
  Value angle = odd(c, kAtan, c.select(beyond, c.div(c.number(a, 1.0), a), a));
  return c.withSign(c.select(beyond, fromRightAngle(c, angle), angle), x);
}

// Beyond 1/2: pi / 2 - 2 asin(sqrt((1 - a) / 2)); the root's square is exact.
struct Arc {
  Value beyond, angle; // of |x|, or where it is beyond 1/2 the asin of that root
};
Arc arc(const Code& c, Value x) {
  Value a = c.abs(x), beyond = c.compare(FP::OGT, a, 0.5);
  Value square = c.mul(c.sub(c.number(a, 1.0), a), 0.5);
  Value root = c.make<math::SqrtOp>(square); // NaN above 1
  return {beyond, odd(c, kAsin, c.select(beyond, root, a), c.select(beyond, square, c.mul(a, a)))};
}

Value arcsine(const Code& c, Value x) {
  auto [beyond, angle] = arc(c, x);
  return c.withSign(c.select(beyond, fromRightAngle(c, c.add(angle, angle)), angle), x);
}

Value arccosine(const Code& c, Value x) {
  auto [beyond, angle] = arc(c, x);
  Value twice = c.add(angle, angle), negative = c.compare(FP::OLT, x, 0.0);
  Value opposite = fromRightAngle(c, angle);
  opposite = c.add(opposite, opposite); // pi - twice
  Value far = c.select(negative, opposite, twice);
  return c.select(beyond, far, fromRightAngle(c, c.withSign(angle, x)));
}

// Above this e^x would end before the result does.
Value isLarge(const Code& c, Value a) {
  return c.compare(FP::OGT, a, c.isF64() ? 709.0 : 88.0);
}
// e^a / 2 in two factors.
Value halfExponential(const Code& c, Value a) {
  Value root = c.make<math::ExpOp>(c.mul(a, 0.5));
  return c.mul(c.mul(root, 0.5), root);
}

Value hyperbolicSine(const Code& c, Value x) {
  Value a = c.abs(x), e = c.make<math::ExpM1Op>(a);
  Value small = c.mul(c.add(e, c.div(e, c.add(e, 1.0))), 0.5);
  return c.withSign(c.select(isLarge(c, a), halfExponential(c, a), small), x);
}

Value hyperbolicCosine(const Code& c, Value x) {
  Value a = c.abs(x), e = c.make<math::ExpOp>(a);
  Value small = c.add(c.mul(e, 0.5), c.div(c.number(e, 0.5), e));
  return c.select(isLarge(c, a), halfExponential(c, a), small);
}

constexpr double kLog2 = 0.69314718055994530942;
// Above this x^2 + 1 is x^2, and may not be representable: asinh and acosh are log(2 x).
Value isHuge(const Code& c, Value a) {
  return c.compare(FP::OGT, a, c.isF64() ? 1e18 : 1e9);
}

Value inverseHyperbolicSine(const Code& c, Value x) {
  Value a = c.abs(x), huge = isHuge(c, a);
  Value root = c.make<math::SqrtOp>(c.fma(a, a, c.number(a, 1.0)));
  Value log = c.make<math::LogOp>(c.select(huge, a, c.add(a, root)));
  log = c.add(log, c.select(huge, c.number(a, kLog2), c.number(a, 0.0)));
  return c.withSign(c.select(c.compare(FP::OLE, a, 1.0), odd(c, kAsinh, a), log), x);
}

Value inverseHyperbolicCosine(const Code& c, Value x) {
  Value t = c.add(x, -1.0), huge = isHuge(c, x);
  Value root = c.make<math::SqrtOp>(c.mul(t, c.add(t, 2.0)));
  Value log = c.make<math::Log1pOp>(c.select(huge, x, c.add(t, root)));
  log = c.add(log, c.select(huge, c.number(x, kLog2), c.number(x, 0.0)));
  return c.select(c.compare(FP::OLT, x, 1.0), c.number(x, kNaN), log);
}

Value inverseHyperbolicTangent(const Code& c, Value x) {
  Value a = c.abs(x);
  Value ratio = c.div(c.add(a, a), c.sub(c.number(a, 1.0), a));
  Value log = c.mul(c.make<math::Log1pOp>(ratio), 0.5); // infinity at 1, NaN beyond
  return c.withSign(c.select(c.compare(FP::OLE, a, 0.5), odd(c, kAtanh, a), log), x);
}

template <typename Op, Value (*function)(const Code&, Value)>
using Unary = UnaryFunction<Op, function, Float32Type, Float64Type>;

} // namespace

void populateInverseFunctionPatterns(RewritePatternSet& patterns) {
  patterns.add<Unary<math::AtanOp, arctangent>, Unary<math::AsinOp, arcsine>, Unary<math::AcosOp, arccosine>,
               Unary<math::SinhOp, hyperbolicSine>, Unary<math::CoshOp, hyperbolicCosine>,
               Unary<math::AsinhOp, inverseHyperbolicSine>, Unary<math::AcoshOp, inverseHyperbolicCosine>,
               Unary<math::AtanhOp, inverseHyperbolicTangent>>(patterns.getContext());
}

} // namespace aic::codegen
