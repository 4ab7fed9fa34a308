// The elementwise operations whose code is Vulkan's own (the others are in compiler/codegen/Elementwise.cpp),
// by `arith` and `math` operations that convert to SPIR-V at scalar type and at vectors of 4: where SPIR-V
// has no such operation, or leaves undefined what the reference defines. An integer divided by zero has an
// undefined result here: a dispatch returns no status.
#include "compiler/codegen/vulkan/KernelEmitter.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

#include <cmath>
#include <limits>

using namespace mlir;

namespace aic::codegen::vulkan {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

using E = ElementwiseCode;
using F = arith::CmpFPredicate;
using I = arith::CmpIPredicate;

// GLSL.std.450 has no erf. Abramowitz and Stegun 7.1.26: absolute error below 2e-7 before rounding.
Value errorFunction(const E& e, Value x) {
  Value magnitude = e.make<math::AbsFOp>(x), one = e.number(1.0);
  auto step = [&](Value sum, Value t, double coefficient) {
    return e.add(e.mul(sum, t), e.number(coefficient));
  };
  Value t = e.div(one, e.add(one, e.mul(magnitude, e.number(0.3275911))));
  Value sum = e.number(1.061405429);
  for (double coefficient : {-1.453152027, 1.421413741, -0.284496736, 0.254829592, 0.0})
    sum = step(sum, t, coefficient);
  Value bell = e.make<math::ExpOp>(e.negate(e.mul(x, x)));
  Value above = e.sub(one, e.mul(sum, bell));
  return e.select(e.is(x, F::OLT, 0.0), e.negate(above), above);
}

// Drivers may compute tanh from exp(2 x), which overflows; at 10 it is 1 in f32.
Value hyperbolicTangent(const E& e) {
  Value x = e.in[0], bound = e.number(10.0), negative = e.number(-10.0);
  x = e.select(e.is(x, F::OGT, 10.0), bound, x);
  x = e.select(e.is(x, F::OLT, -10.0), negative, x);
  return e.make<math::TanhOp>(x);
}

// Undefined in GLSL.std.450 where x <= 0.
Value logarithm(const E& e) {
  Value x = e.in[0], value = e.make<math::LogOp>(x), notANumber = e.number(kNaN),
        minusInfinity = e.number(-kInfinity);
  value = e.select(e.is(x, F::OLT, 0.0), notANumber, value);
  return e.select(e.is(x, F::OEQ, 0.0), minusInfinity, value);
}

// Undefined in GLSL.std.450 where x < 0.
Value squareRoot(const E& e) {
  Value x = e.in[0], notANumber = e.number(kNaN);
  return e.select(e.is(x, F::OLT, 0.0), notANumber, e.make<math::SqrtOp>(x));
}

// Vulkan allows sine and cosine an error of 5e-4, and none of them need be right far from 0. Reduction to
// [-pi/4, pi/4] by pi/2 in three parts (Cody and Waite) and Cephes' polynomials: absolute error below 1e-6 up
// to |x| = 10^4.
Value sineOfQuadrant(const E& e, double quadrants) {
  auto plus = [&](Value x, Value y) { return e.add(x, y); };
  auto times = [&](Value x, Value y) { return e.mul(x, y); };
  Value x = e.in[0], k = e.make<math::FloorOp>(plus(times(x, e.number(0.63661977236758134)), e.number(0.5)));
  for (double part : {-1.5703125, -4.837512969970703e-4, -7.549789948768648e-8})
    x = plus(x, times(k, e.number(part)));
  Value square = times(x, x);
  auto polynomial = [&](std::initializer_list<double> coefficients) {
    Value sum = e.number(*coefficients.begin());
    for (auto next = coefficients.begin() + 1; next != coefficients.end(); ++next)
      sum = plus(times(sum, square), e.number(*next));
    return sum;
  };
  Value sine =
      plus(x, times(times(x, square), polynomial({-1.9515295891e-4, 8.3321608736e-3, -1.6666654611e-1})));
  Value cosine = polynomial({2.443315711809948e-5, -1.388731625493765e-3, 4.166664568298827e-2, -0.5, 1.0});
  // k modulo 4, from the quadrant that is asked for: 0 and 2 are sines, 1 and 3 cosines; 2 and 3 are
  // negative.
  Value shifted = plus(k, e.number(quadrants));
  Value quadrant =
      plus(shifted, times(e.make<math::FloorOp>(times(shifted, e.number(0.25))), e.number(-4.0)));
  Value odd = e.make<arith::OrIOp>(e.is(quadrant, F::OEQ, 1.0), e.is(quadrant, F::OEQ, 3.0));
  Value result = e.select(odd, cosine, sine);
  return e.select(e.is(quadrant, F::OGE, 2.0), e.negate(result), result);
}

Value sigmoid(const E& e) {
  Value one = e.number(1.0), exponential = e.make<math::ExpOp>(e.negate(e.in[0]));
  return e.div(one, e.add(one, exponential));
}

// a ** b as exp(b * log|a|), with the sign and the zeros of IEEE pow; small constant exponents are products.
Value power(const E& e) {
  Value a = e.in[0], y = e.in[1], zero = e.number(0.0), one = e.number(1.0);
  SplatElementsAttr constant;
  if (matchPattern(e.op->getOperand(1), m_Constant(&constant))) {
    double exponent = constant.getSplatValue<FloatAttr>().getValueAsDouble();
    int64_t factors = static_cast<int64_t>(std::fabs(exponent));
    if (factors >= 1 && factors <= 4 && static_cast<double>(factors) == std::fabs(exponent)) {
      Value product = a;
      for (int64_t i = 1; i < factors; ++i)
        product = e.mul(product, a);
      return exponent > 0 ? product : e.div(one, product);
    }
  }
  Value magnitude = e.make<math::ExpOp>(e.mul(y, e.make<math::LogOp>(e.make<math::AbsFOp>(a))));
  Value half = e.mul(y, e.number(0.5));
  Value isInteger = e.is(e.make<math::FloorOp>(y), F::OEQ, y),
        isEven = e.is(e.make<math::FloorOp>(half), F::OEQ, half);
  Value ofNegative = e.select(isEven, magnitude, e.negate(magnitude));
  ofNegative = e.select(isInteger, ofNegative, e.number(kNaN));
  Value result = e.select(e.is(a, F::OLT, 0.0), ofNegative, magnitude);
  // The logarithm of 0 is undefined.
  Value ofZero = e.select(e.is(y, F::OLT, 0.0), e.number(kInfinity), zero);
  result = e.select(e.is(a, F::OEQ, 0.0), ofZero, result);
  result = e.select(e.is(a, F::OEQ, 1.0), one, result);
  return e.select(e.is(y, F::OEQ, 0.0), one, result);
}

// floor(a / b) and a - floor(a / b) * b, the remainder with b's sign. A device may divide with an error
// of 2.5 units in the last place: the quotient is put right by the remainder that it leaves.
std::pair<Value, Value> flooredFloat(const E& e) {
  Value a = e.in[0], b = e.in[1], one = e.number(1.0), zero = e.number(0.0);
  Value quotient = e.make<math::FloorOp>(e.div(a, b));
  Value rest = e.make<math::FmaOp>(e.negate(quotient), b, a);
  Value scaled = e.mul(rest, e.select(e.is(b, F::OLT, 0.0), e.number(-1.0), one));
  Value below = e.is(scaled, F::OLT, 0.0), above = e.is(scaled, F::OGE, e.make<math::AbsFOp>(b));
  Value step = e.select(below, e.number(-1.0), e.select(above, one, zero));
  Value corrected = e.add(quotient, step);
  return {corrected, e.make<math::FmaOp>(e.negate(corrected), b, a)};
}

std::pair<Value, Value> flooredInteger(const E& e) {
  Value a = e.in[0], b = e.in[1], zero = e.number(0.0);
  Value quotient = e.make<arith::DivSIOp>(a, b);
  Value rest = e.make<arith::SubIOp>(a, e.make<arith::MulIOp>(quotient, b));
  Value differ = e.is(e.make<arith::XOrIOp>(rest, b), I::slt, zero);
  Value fix = e.make<arith::AndIOp>(differ, e.is(rest, I::ne, zero));
  return {e.select(fix, e.make<arith::SubIOp>(quotient, e.number(1.0)), quotient),
          e.select(fix, e.make<arith::AddIOp>(rest, b), rest)};
}

Value floorDiv(const E& e) {
  return e.isFloat() ? flooredFloat(e).first : flooredInteger(e).first;
}
Value remainder(const E& e) {
  return e.isFloat() ? flooredFloat(e).second : flooredInteger(e).second;
}

Value compareRule(const E& e) {
  auto predicate = static_cast<int>(cast<CompareOp>(e.op).getPredicate());
  if (e.isFloat()) {
    constexpr F table[] = {F::OEQ, F::UNE, F::OLT, F::OLE, F::OGT, F::OGE};
    return e.is(e.in[0], table[predicate], e.in[1]);
  }
  constexpr I ofIntegers[] = {I::eq, I::ne, I::slt, I::sle, I::sgt, I::sge};
  if (!e.isBool())
    return e.is(e.in[0], ofIntegers[predicate], e.in[1]);
  // false < true, by logic: comparisons of bools convert for eq and ne alone.
  Value one = e.number(1.0), a = e.in[0], b = e.in[1];
  auto negate = [&](Value x) { return e.make<arith::XOrIOp>(x, one); };
  switch (cast<CompareOp>(e.op).getPredicate()) {
  case Predicate::EQ:
    return negate(e.make<arith::XOrIOp>(a, b));
  case Predicate::NE:
    return e.make<arith::XOrIOp>(a, b);
  case Predicate::LT:
    return e.make<arith::AndIOp>(negate(a), b);
  case Predicate::LE:
    return e.make<arith::OrIOp>(negate(a), b);
  case Predicate::GT:
    return e.make<arith::AndIOp>(a, negate(b));
  case Predicate::GE:
    return e.make<arith::OrIOp>(a, negate(b));
  }
  return {};
}

// Between f32, i32 and bool.
Value castRule(const E& e) {
  Type from = getElementTypeOrSelf(e.op->getOperand(0).getType()),
       to = getElementTypeOrSelf(e.op->getResult(0).getType());
  Type type = to;
  if (auto vector = dyn_cast<VectorType>(e.type()))
    type = VectorType::get(vector.getShape(), to);
  Value x = e.in[0];
  if (from == to || (from.isInteger(64) && to.isInteger(32))) // an argmax's place is an i32 in its register
    return x;
  if (to.isInteger(1))
    return e.isFloat() ? e.is(x, F::UNE, 0.0) : e.is(x, I::ne, e.number(0.0));
  if (isa<FloatType>(from))
    return e.make<arith::FPToSIOp>(type, x);
  if (from.isInteger(1))
    return isa<FloatType>(to) ? e.make<arith::UIToFPOp>(type, x) : e.make<arith::ExtUIOp>(type, x);
  return e.make<arith::SIToFPOp>(type, x);
}

// true is 1, the larger one.
Value maximum(const E& e) {
  if (e.isBool())
    return e.make<arith::OrIOp>(e.in[0], e.in[1]);
  return e.isFloat() ? e.make<arith::MaximumFOp>(e.in[0], e.in[1]) : e.make<arith::MaxSIOp>(e.in[0], e.in[1]);
}
Value minimum(const E& e) {
  if (e.isBool())
    return e.make<arith::AndIOp>(e.in[0], e.in[1]);
  return e.isFloat() ? e.make<arith::MinimumFOp>(e.in[0], e.in[1]) : e.make<arith::MinSIOp>(e.in[0], e.in[1]);
}

template <typename Op> constexpr ElementwiseRule unary = elementwiseUnary<Op>;

constexpr ElementwiseRow kTable[] = {
    {"aic.cast", castRule},
    {"aic.compare", compareRule},
    {"aic.cos", [](const E& e) { return sineOfQuadrant(e, 1.0); }},
    {"aic.div", elementwiseArithmetic<arith::DivFOp, arith::DivSIOp>},
    {"aic.erf", [](const E& e) { return errorFunction(e, e.in[0]); }},
    {"aic.floor_div", floorDiv},
    {"aic.gelu", [](const E& e) { return gelu(e, errorFunction); }},
    {"aic.log", logarithm},
    {"aic.maximum", maximum},
    {"aic.minimum", minimum},
    {"aic.pow", power},
    {"aic.rem", remainder},
    {"aic.rsqrt", [](const E& e) { return e.div(e.number(1.0), squareRoot(e)); }},
    {"aic.sigmoid", sigmoid},
    {"aic.silu", [](const E& e) { return e.mul(e.in[0], sigmoid(e)); }},
    {"aic.sin", [](const E& e) { return sineOfQuadrant(e, 0.0); }},
    {"aic.sqrt", squareRoot},
    {"aic.tanh", hyperbolicTangent},
};

const ElementwiseRow* findRow(Operation* op) {
  return findElementwiseRow(kTable, op->getName().getStringRef());
}

} // namespace

bool hasElementwise(Operation* op) {
  return findRow(op) != nullptr;
}

Value emitElementwise(OpBuilder& b, Operation* op, ArrayRef<Value> operands) {
  const ElementwiseRow* row = findRow(op);
  return row ? row->rule(ElementwiseCode{b, op, operands}) : Value();
}

} // namespace aic::codegen::vulkan
