// The elementwise operations whose code is Vulkan's own (the others are in compiler/codegen/Elementwise.cpp),
// by `arith` and `math` operations that convert to SPIR-V at scalar type and at vectors of 4: where SPIR-V
// has no such operation, or leaves undefined what the reference defines.
#include "compiler/codegen/vulkan/KernelEmitter.h"
#include "compiler/codegen/vulkan/Trigonometry.h"
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

// The quotient, cut off towards 0, and what is left. By 0 the run fails; the smallest number by -1, which
// SPIR-V leaves undefined, wraps.
std::pair<Value, Value> divideIntegers(const E& e) {
  Value a = e.in[0], b = e.in[1], zero = e.number(0.0), one = e.number(1.0);
  Value byZero = e.is(b, I::eq, zero), byMinusOne = e.is(b, I::eq, e.number(-1.0));
  if (e.refused)
    e.refused->push_back(byZero);
  Value safe = e.select(e.make<arith::OrIOp>(byZero, byMinusOne), one, b);
  Value quotient = e.make<arith::DivSIOp>(a, safe);
  quotient = e.select(byMinusOne, e.make<arith::SubIOp>(zero, a), quotient);
  return {quotient, e.make<arith::SubIOp>(a, e.make<arith::MulIOp>(quotient, b))};
}

std::pair<Value, Value> flooredInteger(const E& e) {
  auto [quotient, rest] = divideIntegers(e);
  Value b = e.in[1], zero = e.number(0.0);
  Value differ = e.is(e.make<arith::XOrIOp>(rest, b), I::slt, zero);
  Value fix = e.make<arith::AndIOp>(differ, e.is(rest, I::ne, zero));
  return {e.select(fix, e.make<arith::SubIOp>(quotient, e.number(1.0)), quotient),
          e.select(fix, e.make<arith::AddIOp>(rest, b), rest)};
}

Value quotient(const E& e) {
  return e.isFloat() ? e.div(e.in[0], e.in[1]) : divideIntegers(e).first;
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
    {"aic.acos", arcCosine},
    {"aic.acosh", areaCosine},
    {"aic.asin", arcSine},
    {"aic.asinh", areaSine},
    {"aic.atan", arcTangent},
    {"aic.atanh", areaTangent},
    {"aic.cast", castRule},
    {"aic.compare", compareRule},
    {"aic.cos", cosine},
    {"aic.cosh", hyperbolicCosine},
    {"aic.div", quotient},
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
    {"aic.sin", sine},
    {"aic.sinh", hyperbolicSine},
    {"aic.sqrt", squareRoot},
    {"aic.tan", tangent},
    {"aic.tanh", hyperbolicTangent},
};

const ElementwiseRow* findRow(Operation* op) {
  return findElementwiseRow(kTable, op->getName().getStringRef());
}

} // namespace

bool hasElementwise(Operation* op) {
  return findRow(op) != nullptr;
}

Value emitElementwise(OpBuilder& b, Operation* op, ArrayRef<Value> operands,
                      SmallVectorImpl<Value>& refused) {
  const ElementwiseRow* row = findRow(op);
  return row ? row->rule(ElementwiseCode{b, op, operands, &refused}) : Value();
}

} // namespace aic::codegen::vulkan
