// The elementwise operations whose code is Vulkan's own (the others are in compiler/codegen/Elementwise.cpp),
// by `arith` and `math` operations that convert to SPIR-V at scalar type and at vectors of 4: where SPIR-V
// has no such operation, or leaves undefined what the reference defines.
#include "compiler/codegen/vulkan/KernelEmitter.h"
#include "compiler/codegen/vulkan/Trigonometry.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
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

// Undefined in GLSL.std.450 where x < 0.
Value squareRootOf(const E& e, Value x) {
  Value notANumber = e.number(kNaN);
  return e.select(e.is(x, F::OLT, 0.0), notANumber, e.make<math::SqrtOp>(x));
}
Value squareRoot(const E& e) {
  return squareRootOf(e, e.in[0]);
}

Value sigmoid(const E& e) {
  Value one = e.number(1.0), exponential = e.make<math::ExpOp>(e.negate(e.in[0]));
  return e.div(one, e.add(one, exponential));
}

// a ** b as exp(b * log|a|), with the sign and the zeros of IEEE pow; small constant exponents are products
// and roots.
Value power(const E& e) {
  Value a = e.in[0], y = e.in[1], zero = e.number(0.0), one = e.number(1.0);
  SplatElementsAttr constant;
  if (matchPattern(e.op->getOperand(1), m_Constant(&constant))) {
    double exponent = constant.getSplatValue<FloatAttr>().getValueAsDouble();
    double factors = std::fabs(exponent);
    if (factors >= 1 && factors <= 4 && factors == std::floor(factors)) {
      Value product = a;
      for (int i = 1; i < factors; ++i)
        product = e.mul(product, a);
      return exponent > 0 ? product : e.div(one, product);
    }
    // pow takes -0 as +0 and -infinity as infinity. Not by adding 0: drivers leave such a sum out.
    if (std::fabs(exponent) == 0.5) {
      Value root = squareRootOf(e, a), infinity = e.number(kInfinity);
      Value power = exponent > 0 ? root : e.div(one, root);
      power = e.select(e.is(a, F::OEQ, -kInfinity), exponent > 0 ? infinity : zero, power);
      return e.select(e.is(a, F::OEQ, 0.0), exponent > 0 ? zero : infinity, power);
    }
  }
  Value size = e.make<math::AbsFOp>(a);
  Value magnitude = e.make<math::ExpOp>(e.mul(y, e.make<math::LogOp>(size)));
  magnitude = e.select(e.is(size, F::OEQ, 1.0), one, magnitude); // of an infinite exponent, too
  Value half = e.mul(y, e.number(0.5));
  Value isInteger = e.is(e.make<math::FloorOp>(y), F::OEQ, y),
        isEven = e.is(e.make<math::FloorOp>(half), F::OEQ, half);
  Value ofNegative = e.select(isEven, magnitude, e.negate(magnitude));
  ofNegative = e.select(isInteger, ofNegative, e.number(kNaN));
  Value result = e.select(e.is(a, F::OLT, 0.0), ofNegative, magnitude);
  // 0 and infinity have every power; their sign counts where it is odd.
  Type ints = e.b.getI32Type();
  if (auto vector = dyn_cast<VectorType>(e.type()))
    ints = vector.clone(ints);
  Value signBelow = e.is(e.make<arith::BitcastOp>(ints, a), I::slt, e.number(ints, 0.0)); // of -0 too
  Value isOdd = e.make<arith::AndIOp>(isInteger, e.is(e.make<math::FloorOp>(half), F::UNE, half));
  Value flips = e.make<arith::AndIOp>(signBelow, isOdd), toBelow = e.is(y, F::OLT, 0.0);
  auto at = [&](double special, Value ofSpecial) {
    ofSpecial = e.select(flips, e.negate(ofSpecial), ofSpecial);
    result = e.select(e.is(size, F::OEQ, special), ofSpecial, result);
  };
  at(0.0, e.select(toBelow, e.number(kInfinity), zero));
  at(kInfinity, e.select(toBelow, zero, e.number(kInfinity)));
  result = e.select(e.is(y, F::UNO, y), y, result);
  result = e.select(e.is(a, F::OEQ, 1.0), one, result);
  return e.select(e.is(y, F::OEQ, 0.0), one, result);
}

// The first 12 bits of the 24 that a float has.
Value highHalf(const E& e, Value x) {
  Type ints = e.b.getI32Type();
  if (auto vector = dyn_cast<VectorType>(e.type()))
    ints = vector.clone(ints);
  Value bits = e.make<arith::BitcastOp>(ints, x), mask = e.integer(ints, APInt(32, 0xFFFFF000));
  return e.make<arith::BitcastOp>(e.type(), e.make<arith::AndIOp>(bits, mask));
}

// |a| modulo |b|, exactly, for any quotient: b is doubled as often as it goes into a, and taken off on the
// way back. Every difference is exact. Both are finite, and b is no denormal number.
Value longRemainder(const E& e, Value a, Value b) {
  OpBuilder& builder = e.b;
  Location loc = e.loc;
  Type ints = builder.getI32Type();
  if (auto vector = dyn_cast<VectorType>(e.type()))
    ints = vector.clone(ints);
  auto integer = [&](int32_t value) { return e.integer(ints, APInt(32, value, /*isSigned=*/true)); };
  auto exponent = [&](Value x) -> Value {
    return e.make<arith::ShRUIOp>(e.make<arith::BitcastOp>(ints, x), integer(23));
  };
  auto power = [&](Value k) -> Value {
    Value biased = e.make<arith::AddIOp>(k, integer(127));
    return e.make<arith::BitcastOp>(e.type(), e.make<arith::ShLIOp>(biased, integer(23)));
  };
  auto takeOff = [](OpBuilder& at, Location loc, Value rest, Value multiple) -> Value {
    Value fits = arith::CmpFOp::create(at, loc, F::OGE, rest, multiple);
    return arith::SelectOp::create(at, loc, fits, arith::SubFOp::create(at, loc, rest, multiple), rest);
  };
  // With a's exponent, and then no larger than a: what is taken off is never less than half of what is there.
  Value k = e.make<arith::SubIOp>(exponent(a), exponent(b)), half = e.make<arith::ShRUIOp>(k, integer(1));
  Value multiple = e.mul(e.mul(b, power(half)), power(e.make<arith::SubIOp>(k, half)));
  multiple = e.select(e.is(multiple, F::OGT, a), e.mul(multiple, 0.5), multiple);
  Value rest = takeOff(builder, loc, a, multiple);
  auto index = [&](int64_t value) -> Value { return arith::ConstantIndexOp::create(builder, loc, value); };
  constexpr int64_t kMostDoublings = 254;
  auto loop = scf::ForOp::create(
      builder, loc, index(0), index(kMostDoublings), index(1), ValueRange{rest, multiple},
      [&](OpBuilder& inner, Location at, Value, ValueRange carried) {
        Value smaller = arith::MulFOp::create(inner, at, carried[1], e.number(0.5));
        Value more = arith::CmpFOp::create(inner, at, F::OGE, smaller, b);
        smaller = arith::SelectOp::create(inner, at, more, smaller, b); // once there, it goes in no more
        scf::YieldOp::create(inner, at, ValueRange{takeOff(inner, at, carried[0], smaller), smaller});
      });
  return loop.getResult(0);
}

Value anyLane(const E& e, Value condition) {
  auto vector = dyn_cast<VectorType>(condition.getType());
  if (!vector)
    return condition;
  auto lane = [&](int64_t i) -> Value {
    return vector::ExtractOp::create(e.b, e.loc, condition, ArrayRef<int64_t>{i});
  };
  Value any = lane(0);
  for (int64_t i = 1; i < vector.getNumElements(); ++i)
    any = e.make<arith::OrIOp>(any, lane(i));
  return any;
}

// |a| / |b| cut off, and fmod(|a|, |b|). A device may divide with an error of 2.5 units in the last place,
// and round the product of an Fma: below 2^11 the quotient's products with the halves of b are exact, and
// what they leave of a is, too, and puts the quotient right.
std::pair<Value, Value> truncatedFloat(const E& e, Value a, Value b) {
  constexpr double kLong = 2047;
  Value divided = e.div(a, b), quotient = e.make<math::FloorOp>(divided);
  Value high = highHalf(e, b), low = e.sub(b, high), rest;
  auto leave = [&] { rest = e.sub(e.sub(a, e.mul(quotient, high)), e.mul(quotient, low)); };
  leave();
  Value below = e.is(rest, F::OLT, 0.0), above = e.is(rest, F::OGE, b);
  quotient = e.add(quotient, e.select(below, e.number(-1.0), e.select(above, e.number(1.0), e.number(0.0))));
  leave();
  Value finite = e.make<arith::AndIOp>(e.is(a, F::OLT, kInfinity), e.is(b, F::OLT, kInfinity));
  Value normal = e.make<arith::AndIOp>(finite, e.is(b, F::OGE, 1.17549435e-38));
  Value isLong = e.make<arith::AndIOp>(normal, e.is(divided, F::OGE, kLong));
  auto branch = scf::IfOp::create(
      e.b, e.loc, anyLane(e, isLong),
      [&](OpBuilder& b2, Location loc) {
        E inner{b2, e.op, e.in};
        Value one = inner.number(1.0), ofA = inner.select(isLong, a, one), byB = inner.select(isLong, b, one);
        Value left = longRemainder(inner, ofA, byB);
        Value whole = inner.make<math::RoundEvenOp>(inner.div(inner.sub(ofA, left), byB));
        scf::YieldOp::create(
            b2, loc, ValueRange{inner.select(isLong, whole, quotient), inner.select(isLong, left, rest)});
      },
      [&](OpBuilder& b2, Location loc) { scf::YieldOp::create(b2, loc, ValueRange{quotient, rest}); });
  // By infinity nothing is taken off.
  Value byInfinity = e.make<arith::AndIOp>(e.is(a, F::OLT, kInfinity), e.is(b, F::OEQ, kInfinity));
  return {e.select(byInfinity, e.number(0.0), branch.getResult(0)),
          e.select(byInfinity, a, branch.getResult(1))};
}

// PyTorch's floor_divide and remainder: fmod with a's sign, plus b where the signs differ; and the quotient
// that this leaves. Of infinity, or by 0, there is no remainder.
std::pair<Value, Value> flooredFloat(const E& e) {
  Value a = e.in[0], b = e.in[1], sizeA = e.make<math::AbsFOp>(a), sizeB = e.make<math::AbsFOp>(b);
  auto [quotient, rest] = truncatedFloat(e, sizeA, sizeB);
  Value isBelow = e.is(a, F::OLT, 0.0), some = e.is(rest, F::OGT, 0.0);
  Value differ = e.make<arith::XOrIOp>(isBelow, e.is(b, F::OLT, 0.0));
  Value fix = e.make<arith::AndIOp>(differ, some);
  rest = e.select(isBelow, e.negate(rest), rest);
  rest = e.select(fix, e.add(rest, b), rest);
  quotient = e.select(fix, e.add(quotient, e.number(1.0)), quotient);
  quotient = e.select(differ, e.negate(quotient), quotient);
  Value byZero = e.is(b, F::OEQ, 0.0), none = e.make<arith::OrIOp>(byZero, e.is(sizeA, F::OEQ, kInfinity));
  Value notANumber = e.number(kNaN);
  return {e.select(none, e.select(byZero, e.div(a, b), notANumber), quotient),
          e.select(none, notANumber, rest)};
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

Value checked(const E& e, const Checked& value) {
  if (e.overflowed && isWide(e.op))
    e.overflowed->push_back(value.overflows);
  return value.result;
}

// The one quotient that is out of range: of the smallest number by -1.
Value inRange(const E& e, Value quotient) {
  Value smallest = e.integer(e.type(), APInt::getSignedMinValue(32));
  Value overflows =
      e.make<arith::AndIOp>(e.is(e.in[0], I::eq, smallest), e.is(e.in[1], I::eq, e.number(-1.0)));
  return checked(e, {quotient, overflows});
}

Value quotient(const E& e) {
  return e.isFloat() ? e.div(e.in[0], e.in[1]) : inRange(e, divideIntegers(e).first);
}
Value floorDiv(const E& e) {
  return e.isFloat() ? flooredFloat(e).first : inRange(e, flooredInteger(e).first);
}
Value remainder(const E& e) {
  return e.isFloat() ? flooredFloat(e).second : flooredInteger(e).second;
}

Value sum(const E& e) {
  return e.isFloat() ? e.add(e.in[0], e.in[1]) : checked(e, addChecked(e.b, e.loc, e.in[0], e.in[1]));
}
Value difference(const E& e) {
  return e.isFloat() ? e.sub(e.in[0], e.in[1]) : checked(e, subtractChecked(e.b, e.loc, e.in[0], e.in[1]));
}
Value product(const E& e) {
  return e.isFloat() ? e.mul(e.in[0], e.in[1]) : checked(e, multiplyChecked(e.b, e.loc, e.in[0], e.in[1]));
}
Value negative(const E& e) {
  return e.isFloat() ? e.negate(e.in[0]) : checked(e, subtractChecked(e.b, e.loc, e.number(0.0), e.in[0]));
}
Value absolute(const E& e) {
  if (e.isFloat())
    return e.make<math::AbsFOp>(e.in[0]);
  Value negated = negative(e); // which tells of the smallest number alone
  return e.select(e.is(e.in[0], I::slt, e.number(0.0)), negated, e.in[0]);
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
  if (isa<FloatType>(from)) { // what does not fit becomes the nearest end of the range, NaN 0
    constexpr double kEnd = 2147483648.0;
    Value low = e.is(x, F::OLT, -kEnd), high = e.is(x, F::OGE, kEnd);
    Value inside = e.make<arith::AndIOp>(e.is(x, F::OGE, -kEnd), e.is(x, F::OLT, kEnd));
    Value whole = e.make<arith::FPToSIOp>(type, e.select(inside, x, e.number(0.0)));
    whole = e.select(low, e.integer(type, APInt::getSignedMinValue(32)), whole);
    whole = e.select(high, e.integer(type, APInt::getSignedMaxValue(32)), whole);
    return checked(e, {whole, e.make<arith::OrIOp>(low, high)});
  }
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
    {"aic.abs", absolute},
    {"aic.acos", arcCosine},
    {"aic.acosh", areaCosine},
    {"aic.add", sum},
    {"aic.asin", arcSine},
    {"aic.asinh", areaSine},
    {"aic.atan", arcTangent},
    {"aic.atanh", areaTangent},
    {"aic.cast", castRule},
    {"aic.compare", compareRule},
    {"aic.cos", cosine},
    {"aic.cosh", hyperbolicCosine},
    {"aic.div", quotient},
    {"aic.erf", unary<math::ErfOp>},
    {"aic.floor_div", floorDiv},
    {"aic.gelu",
     [](const E& e) { return gelu(e, [](const E& f, Value x) -> Value { return f.make<math::ErfOp>(x); }); }},
    {"aic.log", unary<math::LogOp>},
    {"aic.maximum", maximum},
    {"aic.minimum", minimum},
    {"aic.mul", product},
    {"aic.neg", negative},
    {"aic.pow", power},
    {"aic.rem", remainder},
    {"aic.rsqrt", [](const E& e) { return e.div(e.number(1.0), squareRoot(e)); }},
    {"aic.sigmoid", sigmoid},
    {"aic.silu", [](const E& e) { return e.mul(e.in[0], sigmoid(e)); }},
    {"aic.sin", sine},
    {"aic.sinh", hyperbolicSine},
    {"aic.sqrt", squareRoot},
    {"aic.sub", difference},
    {"aic.tan", tangent},
    {"aic.tanh", unary<math::TanhOp>},
};

const ElementwiseRow* findRow(Operation* op) {
  return findElementwiseRow(kTable, op->getName().getStringRef());
}

} // namespace

bool hasElementwise(Operation* op) {
  return findRow(op) != nullptr;
}

Value emitElementwise(OpBuilder& b, Operation* op, ArrayRef<Value> operands, SmallVectorImpl<Value>& refused,
                      SmallVectorImpl<Value>& overflowed) {
  const ElementwiseRow* row = findRow(op);
  return row ? row->rule(ElementwiseCode{b, op, operands, &refused, &overflowed}) : Value();
}

} // namespace aic::codegen::vulkan
