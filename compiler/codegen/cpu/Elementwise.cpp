// Elementwise operations on registers: one row of the table an operation. Scalars and vectors go through the
// same `arith` and `math` operations.
#include "compiler/codegen/cpu/Division.h"
#include "compiler/codegen/cpu/KernelEmitter.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

#include "llvm/ADT/StringMap.h"

using namespace mlir;

namespace aic::codegen {
namespace {

struct Emit {
  OpBuilder& b;
  Operation* op;
  ArrayRef<Value> in;
  SmallVectorImpl<Value>& refused;
  Location loc = op->getLoc();

  Type type() const { return in[0].getType(); }
  bool isFloat() const { return isa<FloatType>(getElementTypeOrSelf(in[0].getType())); }
  bool isUnsigned() const {
    Type element = cast<RankedTensorType>(op->getOperand(0).getType()).getElementType();
    return element.isUnsignedInteger() || element.isInteger(1); // in registers both are signless
  }
  Value number(Type type, double value) const {
    Type element = getElementTypeOrSelf(type);
    TypedAttr attr = isa<FloatType>(element)
                         ? TypedAttr(b.getFloatAttr(element, value))
                         : TypedAttr(b.getIntegerAttr(element, static_cast<int64_t>(value)));
    if (auto vector = dyn_cast<VectorType>(type))
      attr = DenseElementsAttr::get(vector, Attribute(attr));
    return arith::ConstantOp::create(b, loc, attr);
  }
  Value number(double value) const { return number(type(), value); }
  Value integer(Type type, const APInt& value) const {
    TypedAttr attr = b.getIntegerAttr(getElementTypeOrSelf(type), value);
    if (auto vector = dyn_cast<VectorType>(type))
      attr = DenseElementsAttr::get(vector, Attribute(attr));
    return arith::ConstantOp::create(b, loc, attr);
  }
  template <typename Op, typename... Args> Value make(Args... args) const {
    return Op::create(b, loc, args...);
  }
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

// 1 + exp(-x): what sigmoid divides by.
Value sigmoidDivisor(const Emit& e) {
  return e.make<arith::AddFOp>(e.number(1.0), e.make<math::ExpOp>(e.make<arith::NegFOp>(e.in[0])));
}

template <Division kind> Value division(const Emit& e) {
  if (e.isFloat())
    return kind == Division::Truncated ? e.make<arith::DivFOp>(e.in[0], e.in[1])
                                       : emitFloatDivision(e.b, e.loc, kind, e.in[0], e.in[1]);
  Value byZero;
  Value result = emitIntegerDivision(e.b, e.loc, kind, e.isUnsigned(), e.in[0], e.in[1], byZero);
  e.refused.push_back(byZero);
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
    // Adding 0 makes +0 of -0, as pow does.
    if (exponent == 0.5)
      return e.make<math::SqrtOp>(e.make<arith::AddFOp>(a, e.number(0.0)));
    if (exponent == -0.5)
      return e.make<arith::DivFOp>(e.number(1.0),
                                   e.make<math::SqrtOp>(e.make<arith::AddFOp>(a, e.number(0.0))));
  }
  return e.make<math::PowFOp>(a, y);
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
  return e.compare((e.isUnsigned() ? unsignedTable : signedTable)[static_cast<int>(predicate)], e.in[0],
                   e.in[1]);
}

// Towards zero; what does not fit becomes the nearest end of the range, and NaN 0. (The machine's own
// conversion is undefined there.)
Value toInteger(const Emit& e, Value x, Type type, bool isUnsigned) {
  unsigned width = getElementTypeOrSelf(type).getIntOrFloatBitWidth();
  double low = isUnsigned ? 0.0 : -std::ldexp(1.0, static_cast<int>(width) - 1);
  double end = std::ldexp(1.0, static_cast<int>(isUnsigned ? width : width - 1));
  APInt largest = isUnsigned ? APInt::getMaxValue(width) : APInt::getSignedMaxValue(width);
  APInt smallest = isUnsigned ? APInt::getMinValue(width) : APInt::getSignedMinValue(width);
  Value above = e.compare(arith::CmpFPredicate::OGE, x, e.number(end));
  Value below = e.compare(arith::CmpFPredicate::OLE, x, e.number(low));
  Value inside = e.compare(arith::CmpFPredicate::OLT, x, e.number(end)); // false for NaN
  Value safe = e.select(e.make<arith::AndIOp>(inside, e.compare(arith::CmpFPredicate::OGT, x, e.number(low))),
                        x, e.number(0.0));
  Value result = isUnsigned ? e.make<arith::FPToUIOp>(type, safe) : e.make<arith::FPToSIOp>(type, safe);
  result = e.select(above, e.integer(type, largest), result);
  return e.select(below, e.integer(type, smallest), result);
}

Value castRule(const Emit& e) {
  Type from = getElementTypeOrSelf(e.op->getOperand(0).getType());
  Type to = getElementTypeOrSelf(e.op->getResult(0).getType());
  Type toStored =
      to.isUnsignedInteger() ? Type(IntegerType::get(e.b.getContext(), to.getIntOrFloatBitWidth())) : to;
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
    return toInteger(e, x, type, to.isUnsignedInteger());
  if (isa<FloatType>(to))
    return fromUnsigned ? e.make<arith::UIToFPOp>(type, x) : e.make<arith::SIToFPOp>(type, x);
  if (from.getIntOrFloatBitWidth() == to.getIntOrFloatBitWidth())
    return x;
  if (from.getIntOrFloatBitWidth() > to.getIntOrFloatBitWidth())
    return e.make<arith::TruncIOp>(type, x);
  return fromUnsigned ? e.make<arith::ExtUIOp>(type, x) : e.make<arith::ExtSIOp>(type, x);
}

template <typename FloatOp, typename SignedOp, typename UnsignedOp = SignedOp>
Value arithmetic(const Emit& e) {
  if (e.isFloat())
    return e.make<FloatOp>(e.in[0], e.in[1]);
  return e.isUnsigned() ? e.make<UnsignedOp>(e.in[0], e.in[1]) : e.make<SignedOp>(e.in[0], e.in[1]);
}
// Of 0 and -0 either may win: one instruction less.
template <typename FloatOp, typename SignedOp, typename UnsignedOp> Value extremum(const Emit& e) {
  if (e.isFloat())
    return FloatOp::create(e.b, e.loc, e.in[0], e.in[1], arith::FastMathFlags::nsz);
  return e.isUnsigned() ? e.make<UnsignedOp>(e.in[0], e.in[1]) : e.make<SignedOp>(e.in[0], e.in[1]);
}
template <typename FloatOp> Value unary(const Emit& e) {
  return e.make<FloatOp>(e.in[0]);
}

struct Row {
  const char* name;
  Rule rule;
  bool onlyF32; // of the float types: MathFunctions.cpp and Division.cpp know no other
};

const Row kTable[] = {
    {"aic.abs",
     [](const Emit& e) {
       if (e.isFloat())
         return e.make<math::AbsFOp>(e.in[0]);
       return e.isUnsigned() ? e.in[0] : e.make<math::AbsIOp>(e.in[0]);
     },
     false},
    {"aic.add", arithmetic<arith::AddFOp, arith::AddIOp>, false},
    {"aic.cast", castRule, false},
    {"aic.ceil", unary<math::CeilOp>, false},
    {"aic.clamp",
     [](const Emit& e) {
       auto op = cast<ClampOp>(e.op);
       Value x = e.in[0];
       if (auto bound = op.getMin())
         x = atLeast(e, x, bound->convertToDouble());
       if (auto bound = op.getMax())
         x = atMost(e, x, bound->convertToDouble());
       return x;
     },
     false},
    {"aic.compare", compareRule, false},
    {"aic.cos", unary<math::CosOp>, true},
    {"aic.div", division<Division::Truncated>, false},
    {"aic.erf", unary<math::ErfOp>, true},
    {"aic.exp", unary<math::ExpOp>, true},
    {"aic.floor", unary<math::FloorOp>, false},
    {"aic.floor_div", division<Division::Floor>, true},
    {"aic.log", unary<math::LogOp>, true},
    {"aic.logical_and", [](const Emit& e) { return e.make<arith::AndIOp>(e.in[0], e.in[1]); }, false},
    {"aic.logical_not", [](const Emit& e) { return e.make<arith::XOrIOp>(e.in[0], e.number(1.0)); }, false},
    {"aic.logical_or", [](const Emit& e) { return e.make<arith::OrIOp>(e.in[0], e.in[1]); }, false},
    {"aic.maximum", extremum<arith::MaximumFOp, arith::MaxSIOp, arith::MaxUIOp>, false},
    {"aic.minimum", extremum<arith::MinimumFOp, arith::MinSIOp, arith::MinUIOp>, false},
    {"aic.mul", arithmetic<arith::MulFOp, arith::MulIOp>, false},
    {"aic.neg",
     [](const Emit& e) {
       return e.isFloat() ? e.make<arith::NegFOp>(e.in[0]) : e.make<arith::SubIOp>(e.number(0.0), e.in[0]);
     },
     false},
    {"aic.pow", power, true},
    {"aic.relu", [](const Emit& e) { return atLeast(e, e.in[0], 0.0); }, false},
    {"aic.relu6", [](const Emit& e) { return atMost(e, atLeast(e, e.in[0], 0.0), 6.0); }, false},
    {"aic.rem", division<Division::Remainder>, true},
    {"aic.round", unary<math::RoundEvenOp>, false},
    {"aic.rsqrt",
     [](const Emit& e) { return e.make<arith::DivFOp>(e.number(1.0), e.make<math::SqrtOp>(e.in[0])); },
     false},
    {"aic.sigmoid", [](const Emit& e) { return e.make<arith::DivFOp>(e.number(1.0), sigmoidDivisor(e)); },
     true},
    {"aic.sign",
     [](const Emit& e) {
       Value zero = e.number(0.0), one = e.number(1.0), minus = e.number(-1.0);
       if (!e.isFloat()) {
         Value negative = e.isUnsigned()
                              ? zero
                              : e.select(e.compare(arith::CmpIPredicate::slt, e.in[0], zero), minus, zero);
         auto above = e.isUnsigned() ? arith::CmpIPredicate::ugt : arith::CmpIPredicate::sgt;
         return e.select(e.compare(above, e.in[0], zero), one, negative);
       }
       Value negative = e.select(e.compare(arith::CmpFPredicate::OLT, e.in[0], zero), minus, zero);
       return e.select(e.compare(arith::CmpFPredicate::OGT, e.in[0], zero), one,
                       negative); // sign(NaN) is 0 in PyTorch
     },
     false},
    {"aic.silu", [](const Emit& e) { return e.make<arith::DivFOp>(e.in[0], sigmoidDivisor(e)); }, true},
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

Value emitElementwise(OpBuilder& b, Operation* op, ArrayRef<Value> operands,
                      SmallVectorImpl<Value>& refused) {
  const Row* row = findRow(op->getName().getStringRef());
  return row ? row->rule(Emit{b, op, operands, refused}) : Value();
}

// True where `value` is computed from the model's inputs, and so no constant, folded or not.
static bool dependsOnInput(Value value) {
  SmallVector<Value> open{value};
  llvm::DenseSet<Value> seen;
  while (!open.empty()) {
    Value next = open.pop_back_val();
    if (!seen.insert(next).second)
      continue;
    if (Operation* made = next.getDefiningOp()) {
      open.append(made->operand_begin(), made->operand_end());
      continue;
    }
    auto argument = cast<BlockArgument>(next);
    Operation* owner = argument.getOwner()->getParentOp();
    if (isa_and_nonnull<func::FuncOp>(owner))
      return true;
    if (auto fused = dyn_cast_if_present<FusedOp>(owner))
      open.push_back(fused->getOperand(argument.getArgNumber()));
  }
  return false;
}

std::string whyUnsupported(Operation* op) {
  auto element = [](Type type) { return cast<RankedTensorType>(type).getElementType(); };
  std::string name = op->getName().stripDialect().str();
  bool half = false, other = false, otherFloat = false;
  for (Type type : llvm::concat<const Type>(op->getOperandTypes(), op->getResultTypes())) {
    half |= isa<Float16Type, BFloat16Type>(element(type));
    other |= !element(type).isF32();
    otherFloat |= isa<FloatType>(element(type)) && !element(type).isF32();
  }
  bool moves = isa<ReshapeOp, TransposeOp, ExpandOp, ConcatOp, SliceOp, PadOp, ConstantOp>(op);
  if (moves)
    return "";
  if (half)
    return name + " on f16 or bf16 tensors: the CPU computes in f32";
  if (isElementwise(op)) {
    const Row* row = findRow(op->getName().getStringRef());
    if (!row)
      return name + " has no CPU code";
    if (row->onlyF32 && otherFloat)
      return name + " on floats other than f32";
    return "";
  }
  if (other)
    return name + " on types other than f32";
  // linear becomes a matmul with the transposed weight (FormKernels.cpp).
  auto linear = dyn_cast<LinearOp>(op);
  if ((isa<Conv2dOp>(op) || (linear && linear.getX().getType().getRank() < 2)) &&
      dependsOnInput(op->getOperand(1)))
    return name + " with a weight that is computed from the model's inputs: weights are packed when the "
                  "model is compiled";
  return "";
}

} // namespace aic::codegen
