// The elementwise operations whose code is the CPU's own; the others are in compiler/codegen/Elementwise.cpp.
#include "compiler/codegen/Elementwise.h"

#include "compiler/codegen/MathCode.h"
#include "compiler/codegen/cpu/Division.h"
#include "compiler/codegen/cpu/Halves.h"
#include "compiler/codegen/cpu/KernelEmitter.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;

namespace aic::codegen {
namespace {

using E = ElementwiseCode;
using F = arith::CmpFPredicate;
using I = arith::CmpIPredicate;

// 1 + exp(-x): what sigmoid divides by.
Value sigmoidDivisor(const E& e) {
  return e.add(e.number(1.0), e.make<math::ExpOp>(e.negate(e.in[0])));
}

template <Division kind> Value division(const E& e) {
  if (e.isFloat())
    return kind == Division::Truncated ? e.div(e.in[0], e.in[1])
                                       : emitFloatDivision(e.b, e.loc, kind, e.in[0], e.in[1]);
  Value byZero;
  Value result = emitIntegerDivision(e.b, e.loc, kind, e.isUnsigned(), e.in[0], e.in[1], byZero);
  e.refused->push_back(byZero);
  return result;
}

std::optional<double> splatValue(Value value) {
  DenseElementsAttr elements;
  if (!matchPattern(value, m_Constant(&elements)) || elements.empty() || !elements.isSplat() ||
      !isa<FloatType>(elements.getElementType()))
    return std::nullopt;
  return elements.getSplatValue<FloatAttr>().getValueAsDouble();
}

// Small constant exponents are products and roots, as in PyTorch; else MathFunctions.cpp.
Value power(const E& e) {
  Value a = e.in[0], y = e.in[1];
  if (auto constant = splatValue(e.op->getOperand(1))) {
    double exponent = *constant;
    if (exponent == 1.0)
      return a;
    if (exponent == 2.0)
      return e.mul(a, a);
    if (exponent == 3.0)
      return e.mul(e.mul(a, a), a);
    if (exponent == 4.0) {
      Value square = e.mul(a, a);
      return e.mul(square, square);
    }
    if (exponent == -1.0)
      return e.div(e.number(1.0), a);
    if (exponent == -2.0)
      return e.div(e.number(1.0), e.mul(a, a));
    // pow makes +0 of -0, which adding 0 does, and infinity of -infinity.
    if (exponent == 0.5 || exponent == -0.5) {
      Value root = e.make<math::SqrtOp>(e.add(a, e.number(0.0)));
      root = e.select(e.is(a, F::OEQ, -kInfinity), e.number(kInfinity), root);
      return exponent > 0 ? root : e.div(e.number(1.0), root);
    }
  }
  return e.make<math::PowFOp>(a, y);
}

Value compareRule(const E& e) {
  auto predicate = cast<CompareOp>(e.op).getPredicate();
  if (e.isFloat()) {
    constexpr F table[] = {F::OEQ, F::UNE, F::OLT, F::OLE, F::OGT, F::OGE};
    return e.is(e.in[0], table[static_cast<int>(predicate)], e.in[1]);
  }
  constexpr I signedTable[] = {I::eq, I::ne, I::slt, I::sle, I::sgt, I::sge};
  constexpr I unsignedTable[] = {I::eq, I::ne, I::ult, I::ule, I::ugt, I::uge};
  return e.is(e.in[0], (e.isUnsigned() ? unsignedTable : signedTable)[static_cast<int>(predicate)], e.in[1]);
}

// Whether the model itself keeps x in [low, high], or NaN, as quantised values are.
bool isClamped(Operation* cast, double low, double high) {
  auto clamp = cast->getOperand(0).getDefiningOp<ClampOp>();
  return clamp && clamp.getMin() && clamp.getMax() && clamp.getMin()->convertToDouble() >= low &&
         clamp.getMin()->convertToDouble() <= high && clamp.getMax()->convertToDouble() >= low &&
         clamp.getMax()->convertToDouble() <= high;
}

// Towards zero; what does not fit becomes the nearest end of the range, and NaN 0. (The machine's own
// conversion is undefined there.)
Value toInteger(const E& e, Value x, Type type, bool isUnsigned) {
  unsigned width = getElementTypeOrSelf(type).getIntOrFloatBitWidth();
  double low = isUnsigned ? 0.0 : -std::ldexp(1.0, static_cast<int>(width) - 1);
  double end = std::ldexp(1.0, static_cast<int>(isUnsigned ? width : width - 1));
  APInt largest = isUnsigned ? APInt::getMaxValue(width) : APInt::getSignedMaxValue(width);
  APInt smallest = isUnsigned ? APInt::getMinValue(width) : APInt::getSignedMinValue(width);
  if (width <= 16 && isClamped(e.op, low, end - 1)) {
    Value number = e.select(e.is(x, F::ORD, x), x, e.number(0.0));
    return isUnsigned ? e.make<arith::FPToUIOp>(type, number) : e.make<arith::FPToSIOp>(type, number);
  }
  Value above = e.is(x, F::OGE, e.number(end));
  Value below = e.is(x, F::OLE, e.number(low));
  Value inside = e.is(x, F::OLT, e.number(end)); // false for NaN
  Value safe = e.select(e.make<arith::AndIOp>(inside, e.is(x, F::OGT, e.number(low))), x, e.number(0.0));
  Value result = isUnsigned ? e.make<arith::FPToUIOp>(type, safe) : e.make<arith::FPToSIOp>(type, safe);
  result = e.select(above, e.integer(type, largest), result);
  return e.select(below, e.integer(type, smallest), result);
}

Value castRule(const E& e) {
  Type from = getElementTypeOrSelf(e.op->getOperand(0).getType());
  Type to = getElementTypeOrSelf(e.op->getResult(0).getType());
  auto shaped = [&](Type element) -> Type {
    auto vector = dyn_cast<VectorType>(e.type());
    return vector ? Type(VectorType::get(vector.getShape(), element)) : element;
  };
  Value x = e.in[0];
  if (from == to)
    return x;
  if (isa<Float16Type, BFloat16Type>(from)) // f32 in registers
    from = e.b.getF32Type();
  bool fromUnsigned = from.isUnsignedInteger() || from.isInteger(1);
  if (isa<Float16Type, BFloat16Type>(to)) {
    if (!isa<FloatType>(from)) { // to what holds it, so that it is rounded once
      Type wide = shaped(from.getIntOrFloatBitWidth() > 16 ? Type(e.b.getF64Type()) : e.b.getF32Type());
      x = fromUnsigned ? e.make<arith::UIToFPOp>(wide, x) : e.make<arith::SIToFPOp>(wide, x);
    }
    return roundToHalf(e.b, e.loc, x, to);
  }
  if (from == to)
    return x;
  Type type = shaped(to.isUnsignedInteger() ? Type(e.b.getIntegerType(to.getIntOrFloatBitWidth())) : to);
  if (to.isInteger(1)) {
    Value zero = e.number(0.0);
    return isa<FloatType>(from) ? e.is(x, F::UNE, zero) : e.is(x, I::ne, zero);
  }
  if (isa<FloatType>(from) && isa<FloatType>(to))
    return from.getIntOrFloatBitWidth() < to.getIntOrFloatBitWidth() ? e.make<arith::ExtFOp>(type, x)
                                                                     : e.make<arith::TruncFOp>(type, x);
  if (isa<FloatType>(from))
    return toInteger(e, x, type, to.isUnsignedInteger());
  if (isa<FloatType>(to))
    return fromUnsigned ? e.make<arith::UIToFPOp>(type, x) : e.make<arith::SIToFPOp>(type, x);
  if (from.getIntOrFloatBitWidth() == to.getIntOrFloatBitWidth())
    return x;
  if (from.getIntOrFloatBitWidth() > to.getIntOrFloatBitWidth())
    return e.make<arith::TruncIOp>(type, x);
  return fromUnsigned ? e.make<arith::ExtUIOp>(type, x) : e.make<arith::ExtSIOp>(type, x);
}

// Of 0 and -0 either may win: one instruction less.
template <typename FloatOp, typename SignedOp, typename UnsignedOp> Value extremum(const E& e) {
  if (e.isFloat())
    return FloatOp::create(e.b, e.loc, e.in[0], e.in[1], arith::FastMathFlags::nsz);
  return e.isUnsigned() ? e.make<UnsignedOp>(e.in[0], e.in[1]) : e.make<SignedOp>(e.in[0], e.in[1]);
}
template <typename Op> constexpr ElementwiseRule unary = elementwiseUnary<Op>;

Value errorFunction(const E& e, Value x) {
  return e.make<math::ErfOp>(x);
}

// What MathFunctions.cpp and Division.cpp compute for f32 alone of the float types is marked.
constexpr ElementwiseRow kTable[] = {
    {"aic.acos", unary<math::AcosOp>},
    {"aic.acosh", unary<math::AcoshOp>},
    {"aic.asin", unary<math::AsinOp>},
    {"aic.asinh", unary<math::AsinhOp>},
    {"aic.atan", unary<math::AtanOp>},
    {"aic.atanh", unary<math::AtanhOp>},
    {"aic.cast", castRule},
    {"aic.compare", compareRule},
    {"aic.cos", unary<math::CosOp>, true},
    {"aic.cosh", unary<math::CoshOp>},
    {"aic.div", division<Division::Truncated>},
    {"aic.erf", unary<math::ErfOp>},
    {"aic.floor_div", division<Division::Floor>},
    {"aic.gelu", [](const E& e) { return gelu(e, errorFunction); }},
    {"aic.log", unary<math::LogOp>},
    {"aic.maximum", extremum<arith::MaximumFOp, arith::MaxSIOp, arith::MaxUIOp>},
    {"aic.minimum", extremum<arith::MinimumFOp, arith::MinSIOp, arith::MinUIOp>},
    {"aic.pow", power},
    {"aic.rem", division<Division::Remainder>},
    {"aic.rsqrt", [](const E& e) { return e.div(e.number(1.0), e.make<math::SqrtOp>(e.in[0])); }},
    {"aic.sigmoid", [](const E& e) { return e.div(e.number(1.0), sigmoidDivisor(e)); }},
    {"aic.silu", [](const E& e) { return e.div(e.in[0], sigmoidDivisor(e)); }},
    {"aic.sin", unary<math::SinOp>, true},
    {"aic.sinh", unary<math::SinhOp>},
    {"aic.sqrt", unary<math::SqrtOp>},
    {"aic.tan", unary<math::TanOp>, true},
    {"aic.tanh", unary<math::TanhOp>},
};

} // namespace

const ElementwiseRow* elementwiseRow(Operation* op) {
  return findElementwiseRow(kTable, op->getName().getStringRef());
}

Value emitElementwise(OpBuilder& b, Operation* op, ArrayRef<Value> operands,
                      SmallVectorImpl<Value>& refused) {
  const ElementwiseRow* row = elementwiseRow(op);
  return row ? row->rule(ElementwiseCode{b, op, operands, &refused}) : Value();
}

} // namespace aic::codegen
