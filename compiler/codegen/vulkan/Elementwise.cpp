// Elementwise operations on registers, one row of the table an operation, by `arith` and `math` operations
// that convert to SPIR-V at scalar type and at vectors of 4. The rows differ from the CPU's
// (compiler/codegen/cpu/Elementwise.cpp) where SPIR-V has no such operation, or leaves undefined what the
// reference defines. An integer divided by zero has an undefined result here: a dispatch returns no status.
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

struct Emit {
  OpBuilder& b;
  Operation* op;
  ArrayRef<Value> in;
  Location loc = op->getLoc();

  Type type() const { return in[0].getType(); }
  bool isFloat() const { return isa<FloatType>(getElementTypeOrSelf(type())); }
  bool isBool() const { return getElementTypeOrSelf(type()).isInteger(1); }
  Value number(double value) const {
    Type element = getElementTypeOrSelf(type());
    TypedAttr attr = isa<FloatType>(element)
                         ? TypedAttr(b.getFloatAttr(element, value))
                         : TypedAttr(b.getIntegerAttr(element, static_cast<int64_t>(value)));
    if (auto vector = dyn_cast<VectorType>(type()))
      attr = DenseElementsAttr::get(vector, Attribute(attr));
    return arith::ConstantOp::create(b, loc, attr);
  }
  template <typename Op, typename... Args> Value make(Args... args) const {
    return Op::create(b, loc, args...);
  }
  Value select(Value condition, Value x, Value y) const { return make<arith::SelectOp>(condition, x, y); }
  Value is(Value x, arith::CmpFPredicate predicate, double bound) const {
    return arith::CmpFOp::create(b, loc, predicate, x, number(bound));
  }
  Value compare(arith::CmpIPredicate predicate, Value x, Value y) const {
    return arith::CmpIOp::create(b, loc, predicate, x, y);
  }
  Value is(Value x, arith::CmpFPredicate predicate, Value y) const {
    return arith::CmpFOp::create(b, loc, predicate, x, y);
  }
};

using Rule = Value (*)(const Emit&);
using F = arith::CmpFPredicate;

// GLSL.std.450 has no erf. Abramowitz and Stegun 7.1.26: absolute error below 2e-7 before rounding.
Value errorFunction(const Emit& e) {
  Value x = e.in[0], magnitude = e.make<math::AbsFOp>(x), one = e.number(1.0);
  auto step = [&](Value sum, Value t, double coefficient) {
    return e.make<arith::AddFOp>(e.make<arith::MulFOp>(sum, t), e.number(coefficient));
  };
  Value t = e.make<arith::DivFOp>(
      one, e.make<arith::AddFOp>(one, e.make<arith::MulFOp>(magnitude, e.number(0.3275911))));
  Value sum = e.number(1.061405429);
  for (double coefficient : {-1.453152027, 1.421413741, -0.284496736, 0.254829592, 0.0})
    sum = step(sum, t, coefficient);
  Value bell = e.make<math::ExpOp>(e.make<arith::NegFOp>(e.make<arith::MulFOp>(x, x)));
  Value above = e.make<arith::SubFOp>(one, e.make<arith::MulFOp>(sum, bell));
  return e.select(e.is(x, F::OLT, 0.0), e.make<arith::NegFOp>(above), above);
}

// Drivers may compute tanh from exp(2 x), which overflows; at 10 it is 1 in f32.
Value hyperbolicTangent(const Emit& e) {
  Value x = e.in[0], bound = e.number(10.0), negative = e.number(-10.0);
  x = e.select(e.is(x, F::OGT, 10.0), bound, x);
  x = e.select(e.is(x, F::OLT, -10.0), negative, x);
  return e.make<math::TanhOp>(x);
}

// Undefined in GLSL.std.450 where x <= 0.
Value logarithm(const Emit& e) {
  Value x = e.in[0], value = e.make<math::LogOp>(x), notANumber = e.number(kNaN),
        minusInfinity = e.number(-kInfinity);
  value = e.select(e.is(x, F::OLT, 0.0), notANumber, value);
  return e.select(e.is(x, F::OEQ, 0.0), minusInfinity, value);
}

// Undefined in GLSL.std.450 where x < 0.
Value squareRoot(const Emit& e) {
  Value x = e.in[0], notANumber = e.number(kNaN);
  return e.select(e.is(x, F::OLT, 0.0), notANumber, e.make<math::SqrtOp>(x));
}

// Vulkan allows sine and cosine an error of 5e-4, and none of them need be right far from 0. Reduction to
// [-pi/4, pi/4] by pi/2 in three parts (Cody and Waite) and Cephes' polynomials: absolute error below 1e-6 up
// to |x| = 10^4.
Value sineOfQuadrant(const Emit& e, double quadrants) {
  auto plus = [&](Value x, Value y) { return e.make<arith::AddFOp>(x, y); };
  auto times = [&](Value x, Value y) { return e.make<arith::MulFOp>(x, y); };
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
  return e.select(e.is(quadrant, F::OGE, 2.0), e.make<arith::NegFOp>(result), result);
}

// `x < bound ? bound : x`, which keeps NaN.
Value atLeast(const Emit& e, Value x, double bound) {
  return e.select(e.is(x, F::OLT, bound), e.number(bound), x);
}
Value atMost(const Emit& e, Value x, double bound) {
  return e.select(e.is(x, F::OGT, bound), e.number(bound), x);
}

Value clamp(const Emit& e) {
  auto op = cast<ClampOp>(e.op);
  Value x = e.in[0];
  if (auto bound = op.getMin())
    x = atLeast(e, x, bound->convertToDouble());
  if (auto bound = op.getMax())
    x = atMost(e, x, bound->convertToDouble());
  return x;
}

Value sigmoid(const Emit& e) {
  Value one = e.number(1.0), exponential = e.make<math::ExpOp>(e.make<arith::NegFOp>(e.in[0]));
  return e.make<arith::DivFOp>(one, e.make<arith::AddFOp>(one, exponential));
}

// a ** b as exp(b * log|a|), with the sign and the zeros of IEEE pow; small constant exponents are products.
Value power(const Emit& e) {
  Value a = e.in[0], y = e.in[1], zero = e.number(0.0), one = e.number(1.0);
  SplatElementsAttr constant;
  if (matchPattern(e.op->getOperand(1), m_Constant(&constant))) {
    double exponent = constant.getSplatValue<FloatAttr>().getValueAsDouble();
    int64_t factors = static_cast<int64_t>(std::fabs(exponent));
    if (factors >= 1 && factors <= 4 && static_cast<double>(factors) == std::fabs(exponent)) {
      Value product = a;
      for (int64_t i = 1; i < factors; ++i)
        product = e.make<arith::MulFOp>(product, a);
      return exponent > 0 ? product : e.make<arith::DivFOp>(one, product);
    }
  }
  Value magnitude =
      e.make<math::ExpOp>(e.make<arith::MulFOp>(y, e.make<math::LogOp>(e.make<math::AbsFOp>(a))));
  Value half = e.make<arith::MulFOp>(y, e.number(0.5));
  Value isInteger = e.is(e.make<math::FloorOp>(y), F::OEQ, y),
        isEven = e.is(e.make<math::FloorOp>(half), F::OEQ, half);
  Value ofNegative = e.select(isEven, magnitude, e.make<arith::NegFOp>(magnitude));
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
std::pair<Value, Value> flooredFloat(const Emit& e) {
  Value a = e.in[0], b = e.in[1], one = e.number(1.0), zero = e.number(0.0);
  Value quotient = e.make<math::FloorOp>(e.make<arith::DivFOp>(a, b));
  Value rest = e.make<math::FmaOp>(e.make<arith::NegFOp>(quotient), b, a);
  Value scaled = e.make<arith::MulFOp>(rest, e.select(e.is(b, F::OLT, 0.0), e.number(-1.0), one));
  Value below = e.is(scaled, F::OLT, 0.0), above = e.is(scaled, F::OGE, e.make<math::AbsFOp>(b));
  Value step = e.select(below, e.number(-1.0), e.select(above, one, zero));
  Value corrected = e.make<arith::AddFOp>(quotient, step);
  return {corrected, e.make<math::FmaOp>(e.make<arith::NegFOp>(corrected), b, a)};
}

std::pair<Value, Value> flooredInteger(const Emit& e) {
  using P = arith::CmpIPredicate;
  Value a = e.in[0], b = e.in[1], zero = e.number(0.0);
  Value quotient = e.make<arith::DivSIOp>(a, b);
  Value rest = e.make<arith::SubIOp>(a, e.make<arith::MulIOp>(quotient, b));
  Value differ = e.compare(P::slt, e.make<arith::XOrIOp>(rest, b), zero);
  Value fix = e.make<arith::AndIOp>(differ, e.compare(P::ne, rest, zero));
  return {e.select(fix, e.make<arith::SubIOp>(quotient, e.number(1.0)), quotient),
          e.select(fix, e.make<arith::AddIOp>(rest, b), rest)};
}

Value floorDiv(const Emit& e) {
  return e.isFloat() ? flooredFloat(e).first : flooredInteger(e).first;
}
Value remainder(const Emit& e) {
  return e.isFloat() ? flooredFloat(e).second : flooredInteger(e).second;
}

Value sign(const Emit& e) { // of NaN: 0, as in PyTorch
  using P = arith::CmpIPredicate;
  Value zero = e.number(0.0), one = e.number(1.0), minus = e.number(-1.0), x = e.in[0];
  if (e.isFloat())
    return e.select(e.is(x, F::OGT, 0.0), one, e.select(e.is(x, F::OLT, 0.0), minus, zero));
  return e.select(e.compare(P::sgt, x, zero), one, e.select(e.compare(P::slt, x, zero), minus, zero));
}

Value compareRule(const Emit& e) {
  auto predicate = static_cast<int>(cast<CompareOp>(e.op).getPredicate());
  if (e.isFloat()) {
    constexpr F table[] = {F::OEQ, F::UNE, F::OLT, F::OLE, F::OGT, F::OGE};
    return e.is(e.in[0], table[predicate], e.in[1]);
  }
  using P = arith::CmpIPredicate;
  constexpr P ofIntegers[] = {P::eq, P::ne, P::slt, P::sle, P::sgt, P::sge};
  if (!e.isBool())
    return e.compare(ofIntegers[predicate], e.in[0], e.in[1]);
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
Value castRule(const Emit& e) {
  Type from = getElementTypeOrSelf(e.op->getOperand(0).getType()),
       to = getElementTypeOrSelf(e.op->getResult(0).getType());
  Type type = to;
  if (auto vector = dyn_cast<VectorType>(e.type()))
    type = VectorType::get(vector.getShape(), to);
  Value x = e.in[0];
  if (from == to)
    return x;
  if (to.isInteger(1))
    return e.isFloat() ? e.is(x, F::UNE, 0.0) : e.compare(arith::CmpIPredicate::ne, x, e.number(0.0));
  if (isa<FloatType>(from))
    return e.make<arith::FPToSIOp>(type, x);
  if (from.isInteger(1))
    return isa<FloatType>(to) ? e.make<arith::UIToFPOp>(type, x) : e.make<arith::ExtUIOp>(type, x);
  return e.make<arith::SIToFPOp>(type, x);
}

// true is 1, the larger one.
Value maximum(const Emit& e) {
  if (e.isBool())
    return e.make<arith::OrIOp>(e.in[0], e.in[1]);
  return e.isFloat() ? e.make<arith::MaximumFOp>(e.in[0], e.in[1]) : e.make<arith::MaxSIOp>(e.in[0], e.in[1]);
}
Value minimum(const Emit& e) {
  if (e.isBool())
    return e.make<arith::AndIOp>(e.in[0], e.in[1]);
  return e.isFloat() ? e.make<arith::MinimumFOp>(e.in[0], e.in[1]) : e.make<arith::MinSIOp>(e.in[0], e.in[1]);
}

template <typename FloatOp, typename IntegerOp> Value arithmetic(const Emit& e) {
  return e.isFloat() ? e.make<FloatOp>(e.in[0], e.in[1]) : e.make<IntegerOp>(e.in[0], e.in[1]);
}
template <typename Op> Value unary(const Emit& e) {
  return e.make<Op>(e.in[0]);
}
template <typename Op> Value binary(const Emit& e) {
  return e.make<Op>(e.in[0], e.in[1]);
}

struct Row {
  const char* name;
  Rule rule;
};
constexpr Row kTable[] = {
    {"aic.abs", [](const Emit& e) { return e.isFloat() ? unary<math::AbsFOp>(e) : unary<math::AbsIOp>(e); }},
    {"aic.add", arithmetic<arith::AddFOp, arith::AddIOp>},
    {"aic.cast", castRule},
    {"aic.ceil", unary<math::CeilOp>},
    {"aic.clamp", clamp},
    {"aic.compare", compareRule},
    {"aic.cos", [](const Emit& e) { return sineOfQuadrant(e, 1.0); }},
    {"aic.div", arithmetic<arith::DivFOp, arith::DivSIOp>},
    {"aic.erf", errorFunction},
    {"aic.exp", unary<math::ExpOp>},
    {"aic.floor", unary<math::FloorOp>},
    {"aic.floor_div", floorDiv},
    {"aic.log", logarithm},
    {"aic.logical_and", binary<arith::AndIOp>},
    {"aic.logical_not", [](const Emit& e) { return e.make<arith::XOrIOp>(e.in[0], e.number(1.0)); }},
    {"aic.logical_or", binary<arith::OrIOp>},
    {"aic.maximum", maximum},
    {"aic.minimum", minimum},
    {"aic.mul", arithmetic<arith::MulFOp, arith::MulIOp>},
    {"aic.neg",
     [](const Emit& e) {
       return e.isFloat() ? unary<arith::NegFOp>(e) : e.make<arith::SubIOp>(e.number(0.0), e.in[0]);
     }},
    {"aic.pow", power},
    {"aic.relu", [](const Emit& e) { return atLeast(e, e.in[0], 0.0); }},
    {"aic.relu6", [](const Emit& e) { return atMost(e, atLeast(e, e.in[0], 0.0), 6.0); }},
    {"aic.rem", remainder},
    {"aic.round", unary<math::RoundEvenOp>},
    {"aic.rsqrt", [](const Emit& e) { return e.make<arith::DivFOp>(e.number(1.0), squareRoot(e)); }},
    {"aic.sigmoid", sigmoid},
    {"aic.sign", sign},
    {"aic.silu", [](const Emit& e) { return e.make<arith::MulFOp>(e.in[0], sigmoid(e)); }},
    {"aic.sin", [](const Emit& e) { return sineOfQuadrant(e, 0.0); }},
    {"aic.sqrt", squareRoot},
    {"aic.sub", arithmetic<arith::SubFOp, arith::SubIOp>},
    {"aic.tanh", hyperbolicTangent},
    {"aic.where", [](const Emit& e) { return e.select(e.in[0], e.in[1], e.in[2]); }},
};

const Row* findRow(Operation* op) {
  const Row* row =
      llvm::find_if(kTable, [&](const Row& r) { return op->getName().getStringRef() == r.name; });
  return row == std::end(kTable) ? nullptr : row;
}

} // namespace

bool hasElementwise(Operation* op) {
  return findRow(op) != nullptr;
}

Value emitElementwise(OpBuilder& b, Operation* op, ArrayRef<Value> operands) {
  const Row* row = findRow(op);
  return row ? row->rule(Emit{b, op, operands}) : Value();
}

} // namespace aic::codegen::vulkan
