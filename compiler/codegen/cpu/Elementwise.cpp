// Elementwise operations on registers: one row of the table an operation. Scalars and vectors go through the same
// `arith` and `math` operations.
#include "compiler/codegen/cpu/KernelEmitter.h"

#include "llvm/ADT/StringMap.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;

namespace aic::codegen {
namespace {

struct Emit {
  OpBuilder& b;
  Operation* op;
  ArrayRef<Value> in;
  Location loc = op->getLoc();

  Type type() const { return in[0].getType(); }
  bool isFloat() const { return isa<FloatType>(getElementTypeOrSelf(in[0].getType())); }
  bool isUnsigned() const {
    return cast<RankedTensorType>(op->getOperand(0).getType()).getElementType().isUnsignedInteger();
  }
  Value number(Type type, double value) const {
    Type element = getElementTypeOrSelf(type);
    TypedAttr attr = isa<FloatType>(element) ? TypedAttr(b.getFloatAttr(element, value))
                                             : TypedAttr(b.getIntegerAttr(element, static_cast<int64_t>(value)));
    if (auto vector = dyn_cast<VectorType>(type))
      attr = DenseElementsAttr::get(vector, Attribute(attr));
    return arith::ConstantOp::create(b, loc, attr);
  }
  Value number(double value) const { return number(type(), value); }
  template <typename Op, typename... Args> Value make(Args... args) const { return Op::create(b, loc, args...); }
  Value select(Value condition, Value x, Value y) const { return make<arith::SelectOp>(condition, x, y); }
  Value compare(arith::CmpFPredicate predicate, Value x, Value y) const {
    return arith::CmpFOp::create(b, loc, predicate, x, y);
  }
  Value compare(arith::CmpIPredicate predicate, Value x, Value y) const {
    return arith::CmpIOp::create(b, loc, predicate, x, y);
  }
};

using Rule = Value (*)(const Emit&);

// max(x, 0) that keeps NaN: `x < 0 ? 0 : x` is one vmaxps with its operands in this order.
Value atLeast(const Emit& e, Value x, double bound) {
  Value limit = e.number(bound);
  return e.select(e.compare(arith::CmpFPredicate::OLT, x, limit), limit, x);
}
Value atMost(const Emit& e, Value x, double bound) {
  Value limit = e.number(bound);
  return e.select(e.compare(arith::CmpFPredicate::OGT, x, limit), limit, x);
}

Value sigmoid(const Emit& e, Value x) {
  Value exponential = e.make<math::ExpOp>(e.make<arith::NegFOp>(x));
  return e.make<arith::DivFOp>(e.number(1.0), e.make<arith::AddFOp>(e.number(1.0), exponential));
}

Value floorDiv(const Emit& e) {
  if (e.isFloat())
    return e.make<math::FloorOp>(e.make<arith::DivFOp>(e.in[0], e.in[1]));
  if (e.isUnsigned())
    return e.make<arith::DivUIOp>(e.in[0], e.in[1]);
  return e.make<arith::FloorDivSIOp>(e.in[0], e.in[1]);
}

// Python's %: the result has the divisor's sign. From the exact remainder, as NumPy does.
Value remainder(const Emit& e) {
  Value zero = e.number(0.0);
  if (!e.isFloat()) {
    if (e.isUnsigned())
      return e.make<arith::RemUIOp>(e.in[0], e.in[1]);
    Value r = e.make<arith::RemSIOp>(e.in[0], e.in[1]);
    Value differ = e.compare(arith::CmpIPredicate::slt, e.make<arith::XOrIOp>(r, e.in[1]), zero);
    Value nonzero = e.compare(arith::CmpIPredicate::ne, r, zero);
    Value fix = e.make<arith::AndIOp>(differ, nonzero);
    return e.select(fix, e.make<arith::AddIOp>(r, e.in[1]), r);
  }
  // a - floor(a / b) * b, with one rounding in the product and the sum.
  Value quotient = e.make<math::FloorOp>(e.make<arith::DivFOp>(e.in[0], e.in[1]));
  return e.make<math::FmaOp>(e.make<arith::NegFOp>(quotient), e.in[1], e.in[0]);
}

std::optional<double> splatValue(Value value) {
  DenseElementsAttr elements;
  if (!matchPattern(value, m_Constant(&elements)) || !elements.isSplat() ||
      !isa<FloatType>(elements.getElementType()))
    return std::nullopt;
  return elements.getSplatValue<FloatAttr>().getValueAsDouble();
}

// a ** b as exp(b * log|a|), with the sign and the zeros of IEEE pow; relative error below 1e-5 for results in range.
Value power(const Emit& e) {
  Value a = e.in[0], y = e.in[1];
  if (auto constant = splatValue(e.op->getOperand(1))) {
    double exponent = *constant;
    if (exponent == 1.0)
      return a;
    if (exponent == 2.0)
      return e.make<arith::MulFOp>(a, a);
    if (exponent == 3.0)
      return e.make<arith::MulFOp>(e.make<arith::MulFOp>(a, a), a);
    if (exponent == 4.0) {
      Value square = e.make<arith::MulFOp>(a, a);
      return e.make<arith::MulFOp>(square, square);
    }
    if (exponent == -1.0)
      return e.make<arith::DivFOp>(e.number(1.0), a);
    if (exponent == -2.0)
      return e.make<arith::DivFOp>(e.number(1.0), e.make<arith::MulFOp>(a, a));
  }
  Value zero = e.number(0.0), one = e.number(1.0);
  Value magnitude = e.make<math::ExpOp>(e.make<arith::MulFOp>(y, e.make<math::LogOp>(e.make<math::AbsFOp>(a))));
  Value half = e.make<arith::MulFOp>(y, e.number(0.5));
  Value isInteger = e.compare(arith::CmpFPredicate::OEQ, e.make<math::FloorOp>(y), y);
  Value isEven = e.compare(arith::CmpFPredicate::OEQ, e.make<math::FloorOp>(half), half);
  Value negated = e.make<arith::NegFOp>(magnitude);
  Value signedPower = e.select(isEven, magnitude, negated);
  Value notANumber = e.number(std::numeric_limits<double>::quiet_NaN());
  Value ofNegative = e.select(isInteger, signedPower, notANumber);
  Value result = e.select(e.compare(arith::CmpFPredicate::OLT, a, zero), ofNegative, magnitude);
  result = e.select(e.compare(arith::CmpFPredicate::OEQ, a, one), one, result);
  return e.select(e.compare(arith::CmpFPredicate::OEQ, y, zero), one, result);
}

Value compareRule(const Emit& e) {
  auto predicate = cast<CompareOp>(e.op).getPredicate();
  if (e.isFloat()) {
    using P = arith::CmpFPredicate;
    constexpr P table[] = {P::OEQ, P::UNE, P::OLT, P::OLE, P::OGT, P::OGE};
    return e.compare(table[static_cast<int>(predicate)], e.in[0], e.in[1]);
  }
  using P = arith::CmpIPredicate;
  constexpr P signedTable[] = {P::eq, P::ne, P::slt, P::sle, P::sgt, P::sge};
  constexpr P unsignedTable[] = {P::eq, P::ne, P::ult, P::ule, P::ugt, P::uge};
  bool isUnsigned = e.isUnsigned() || getElementTypeOrSelf(e.type()).isInteger(1);
  return e.compare((isUnsigned ? unsignedTable : signedTable)[static_cast<int>(predicate)], e.in[0], e.in[1]);
}

Value castRule(const Emit& e) {
  Type from = getElementTypeOrSelf(e.op->getOperand(0).getType());
  Type to = getElementTypeOrSelf(e.op->getResult(0).getType());
  Type toStored = to.isUnsignedInteger() ? Type(IntegerType::get(e.b.getContext(), to.getIntOrFloatBitWidth())) : to;
  Type type = toStored;
  if (auto vector = dyn_cast<VectorType>(e.type()))
    type = VectorType::get(vector.getShape(), toStored);
  Value x = e.in[0];
  if (from == to)
    return x;
  bool fromUnsigned = from.isUnsignedInteger() || from.isInteger(1);
  if (to.isInteger(1)) {
    Value zero = e.number(0.0);
    return isa<FloatType>(from) ? e.compare(arith::CmpFPredicate::UNE, x, zero)
                                : e.compare(arith::CmpIPredicate::ne, x, zero);
  }
  if (isa<FloatType>(from) && isa<FloatType>(to))
    return from.getIntOrFloatBitWidth() < to.getIntOrFloatBitWidth() ? e.make<arith::ExtFOp>(type, x)
                                                                     : e.make<arith::TruncFOp>(type, x);
  if (isa<FloatType>(from))
    return to.isUnsignedInteger() ? e.make<arith::FPToUIOp>(type, x) : e.make<arith::FPToSIOp>(type, x);
  if (isa<FloatType>(to))
    return fromUnsigned ? e.make<arith::UIToFPOp>(type, x) : e.make<arith::SIToFPOp>(type, x);
  if (from.getIntOrFloatBitWidth() == to.getIntOrFloatBitWidth())
    return x;
  if (from.getIntOrFloatBitWidth() > to.getIntOrFloatBitWidth())
    return e.make<arith::TruncIOp>(type, x);
  return fromUnsigned ? e.make<arith::ExtUIOp>(type, x) : e.make<arith::ExtSIOp>(type, x);
}

template <typename FloatOp, typename SignedOp, typename UnsignedOp = SignedOp> Value arithmetic(const Emit& e) {
  if (e.isFloat())
    return e.make<FloatOp>(e.in[0], e.in[1]);
  return e.isUnsigned() ? e.make<UnsignedOp>(e.in[0], e.in[1]) : e.make<SignedOp>(e.in[0], e.in[1]);
}
template <typename FloatOp> Value unary(const Emit& e) { return e.make<FloatOp>(e.in[0]); }

struct Row {
  const char* name;
  Rule rule;
  bool polynomial; // needs an approximation that exists for f32 alone
};

const Row kTable[] = {
    {"aic.abs", [](const Emit& e) { return e.isFloat() ? e.make<math::AbsFOp>(e.in[0]) : e.make<math::AbsIOp>(e.in[0]); }, false},
    {"aic.add", arithmetic<arith::AddFOp, arith::AddIOp>, false},
    {"aic.cast", castRule, false},
    {"aic.ceil", unary<math::CeilOp>, false},
    {"aic.clamp", [](const Emit& e) {
       auto op = cast<ClampOp>(e.op);
       Value x = e.in[0];
       if (auto bound = op.getMin())
         x = atLeast(e, x, bound->convertToDouble());
       if (auto bound = op.getMax())
         x = atMost(e, x, bound->convertToDouble());
       return x;
     }, false},
    {"aic.compare", compareRule, false},
    {"aic.cos", unary<math::CosOp>, true},
    {"aic.div", arithmetic<arith::DivFOp, arith::DivSIOp, arith::DivUIOp>, false},
    {"aic.erf", unary<math::ErfOp>, true},
    {"aic.exp", unary<math::ExpOp>, true},
    {"aic.floor", unary<math::FloorOp>, false},
    {"aic.floor_div", floorDiv, false},
    {"aic.log", unary<math::LogOp>, true},
    {"aic.logical_and", [](const Emit& e) { return e.make<arith::AndIOp>(e.in[0], e.in[1]); }, false},
    {"aic.logical_not", [](const Emit& e) { return e.make<arith::XOrIOp>(e.in[0], e.number(1.0)); }, false},
    {"aic.logical_or", [](const Emit& e) { return e.make<arith::OrIOp>(e.in[0], e.in[1]); }, false},
    {"aic.maximum", arithmetic<arith::MaximumFOp, arith::MaxSIOp, arith::MaxUIOp>, false},
    {"aic.minimum", arithmetic<arith::MinimumFOp, arith::MinSIOp, arith::MinUIOp>, false},
    {"aic.mul", arithmetic<arith::MulFOp, arith::MulIOp>, false},
    {"aic.neg", [](const Emit& e) {
       return e.isFloat() ? e.make<arith::NegFOp>(e.in[0]) : e.make<arith::SubIOp>(e.number(0.0), e.in[0]);
     }, false},
    {"aic.pow", power, true},
    {"aic.relu", [](const Emit& e) { return atLeast(e, e.in[0], 0.0); }, false},
    {"aic.relu6", [](const Emit& e) { return atMost(e, atLeast(e, e.in[0], 0.0), 6.0); }, false},
    {"aic.rem", remainder, false},
    {"aic.round", unary<math::RoundEvenOp>, false},
    {"aic.rsqrt", [](const Emit& e) { return e.make<arith::DivFOp>(e.number(1.0), e.make<math::SqrtOp>(e.in[0])); }, false},
    {"aic.sigmoid", [](const Emit& e) { return sigmoid(e, e.in[0]); }, true},
    {"aic.sign", [](const Emit& e) {
       Value zero = e.number(0.0), one = e.number(1.0), minus = e.number(-1.0);
       if (!e.isFloat()) {
         Value negative = e.isUnsigned() ? zero : e.select(e.compare(arith::CmpIPredicate::slt, e.in[0], zero), minus, zero);
         auto above = e.isUnsigned() ? arith::CmpIPredicate::ugt : arith::CmpIPredicate::sgt;
         return e.select(e.compare(above, e.in[0], zero), one, negative);
       }
       Value negative = e.select(e.compare(arith::CmpFPredicate::OLT, e.in[0], zero), minus, zero);
       return e.select(e.compare(arith::CmpFPredicate::OGT, e.in[0], zero), one, negative); // sign(NaN) is 0 in PyTorch
     }, false},
    {"aic.silu", [](const Emit& e) { return e.make<arith::MulFOp>(e.in[0], sigmoid(e, e.in[0])); }, true},
    {"aic.sin", unary<math::SinOp>, true},
    {"aic.sqrt", unary<math::SqrtOp>, false},
    {"aic.sub", arithmetic<arith::SubFOp, arith::SubIOp>, false},
    {"aic.tanh", unary<math::TanhOp>, true},
    {"aic.where", [](const Emit& e) { return e.select(e.in[0], e.in[1], e.in[2]); }, false},
};

const Row* findRow(StringRef name) {
  static const llvm::StringMap<const Row*> rows = [] {
    llvm::StringMap<const Row*> map;
    for (const Row& row : kTable)
      map[row.name] = &row;
    return map;
  }();
  return rows.lookup(name);
}

} // namespace

Value emitElementwise(OpBuilder& b, Operation* op, ArrayRef<Value> operands) {
  const Row* row = findRow(op->getName().getStringRef());
  return row ? row->rule(Emit{b, op, operands}) : Value();
}

std::string whyUnsupported(Operation* op) {
  auto element = [](Type type) { return cast<RankedTensorType>(type).getElementType(); };
  std::string name = op->getName().stripDialect().str();
  bool half = false, other = false;
  for (Type type : llvm::concat<const Type>(op->getOperandTypes(), op->getResultTypes())) {
    half |= isa<Float16Type, BFloat16Type>(element(type));
    other |= !element(type).isF32();
  }
  bool moves = isa<ReshapeOp, TransposeOp, ExpandOp, ConcatOp, SliceOp, PadOp, ConstantOp>(op);
  if (moves)
    return "";
  if (half)
    return name + " on f16 or bf16 tensors: the CPU computes in f32; cast first";
  if (isElementwise(op)) {
    const Row* row = findRow(op->getName().getStringRef());
    if (!row)
      return name + " has no CPU code";
    if (row->polynomial && other)
      return name + " on types other than f32";
    return "";
  }
  if (other)
    return name + " on types other than f32";
  return "";
}

} // namespace aic::codegen
