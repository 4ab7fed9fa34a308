#include "compiler/codegen/cpu/Division.h"

#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;

namespace aic::codegen {
namespace {

using FP = arith::CmpFPredicate;
using IP = arith::CmpIPredicate;

Value constant(OpBuilder& b, Location loc, Type type, TypedAttr attr) {
  if (auto vector = dyn_cast<VectorType>(type))
    attr = DenseElementsAttr::get(vector, Attribute(attr));
  return arith::ConstantOp::create(b, loc, attr);
}

// fmod of f64, |x| by |y| > 0: y is doubled as often as it goes into x, and taken off on the way back. Every
// difference is exact.
Value emitDoubleRemainder(OpBuilder& b, Location loc, Value x, Value y) {
  Type type = x.getType();
  auto holdsAnywhere = [](OpBuilder& b, Location loc, Value condition) -> Value {
    if (!isa<VectorType>(condition.getType()))
      return condition;
    return vector::ReductionOp::create(b, loc, vector::CombiningKind::OR, condition);
  };
  auto half = [&](OpBuilder& b, Value value) -> Value {
    return arith::MulFOp::create(b, loc, value, constant(b, loc, type, b.getF64FloatAttr(0.5)));
  };
  auto up = scf::WhileOp::create(
      b, loc, TypeRange{type}, ValueRange{y},
      [&](OpBuilder& inner, Location, ValueRange carried) {
        Value more = arith::CmpFOp::create(inner, loc, FP::OLE, carried[0], half(inner, x));
        scf::ConditionOp::create(inner, loc, holdsAnywhere(inner, loc, more), carried);
      },
      [&](OpBuilder& inner, Location, ValueRange carried) {
        Value twice = arith::AddFOp::create(inner, loc, carried[0], carried[0]);
        Value fits = arith::CmpFOp::create(inner, loc, FP::OLE, twice, x);
        scf::YieldOp::create(inner, loc,
                             arith::SelectOp::create(inner, loc, fits, twice, carried[0]).getResult());
      });
  auto down = scf::WhileOp::create(
      b, loc, TypeRange{type, type}, ValueRange{x, up.getResult(0)},
      [&](OpBuilder& inner, Location, ValueRange carried) {
        Value more = arith::CmpFOp::create(inner, loc, FP::OGE, carried[1], y);
        scf::ConditionOp::create(inner, loc, holdsAnywhere(inner, loc, more), carried);
      },
      [&](OpBuilder& inner, Location, ValueRange carried) {
        Value rest = carried[0], multiple = carried[1];
        Value fits =
            arith::AndIOp::create(inner, loc, arith::CmpFOp::create(inner, loc, FP::OGE, multiple, y),
                                  arith::CmpFOp::create(inner, loc, FP::OGE, rest, multiple));
        Value less = arith::SubFOp::create(inner, loc, rest, multiple);
        scf::YieldOp::create(
            inner, loc,
            ValueRange{arith::SelectOp::create(inner, loc, fits, less, rest), half(inner, multiple)});
      });
  return down.getResult(0);
}

// fmod of f32 in double precision, |x| by |y|, y perhaps infinite. Each step takes off a multiple of y whose
// factor has 29 bits, so that the product with the 24 bits of y is exact; quotients below 2^29 need one step,
// the largest ten.
Value emitSingleRemainder(OpBuilder& b, Location loc, Value start, Value divisor) {
  Type f64 = start.getType(), i64 = b.getI64Type();
  if (auto vector = dyn_cast<VectorType>(f64))
    i64 = VectorType::get(vector.getShape(), i64);
  Value zero = constant(b, loc, f64, b.getF64FloatAttr(0.0));
  auto compare = [&](FP predicate, Value a, Value c) {
    return arith::CmpFOp::create(b, loc, predicate, a, c).getResult();
  };
  auto select = [&](Value condition, Value a, Value c) {
    return arith::SelectOp::create(b, loc, condition, a, c).getResult();
  };
  auto loop = scf::WhileOp::create(
      b, loc, TypeRange{f64}, ValueRange{start},
      [&](OpBuilder& inner, Location, ValueRange carried) {
        Value more = arith::CmpFOp::create(inner, loc, FP::OGE, carried[0], divisor);
        more = arith::AndIOp::create(inner, loc, more,
                                     arith::CmpFOp::create(inner, loc, FP::OGT, divisor, zero));
        if (isa<VectorType>(more.getType()))
          more = vector::ReductionOp::create(inner, loc, vector::CombiningKind::OR, more);
        scf::ConditionOp::create(inner, loc, more, carried);
      },
      [&](OpBuilder& inner, Location, ValueRange carried) {
        OpBuilder::InsertionGuard guard(b);
        b.restoreInsertionPoint(inner.saveInsertionPoint());
        Value quotient = math::FloorOp::create(b, loc, arith::DivFOp::create(b, loc, carried[0], divisor));
        Value mask = constant(b, loc, i64,
                              b.getI64IntegerAttr(~int64_t(0xFFFFFF))); // 52 bits less 24, and the hidden one
        Value bits = arith::AndIOp::create(b, loc, arith::BitcastOp::create(b, loc, i64, quotient), mask);
        quotient = arith::BitcastOp::create(b, loc, f64, bits);
        Value rest =
            arith::SubFOp::create(b, loc, carried[0], arith::MulFOp::create(b, loc, quotient, divisor));
        // The division may have rounded up to the next whole number.
        rest = select(compare(FP::OLT, rest, zero), arith::AddFOp::create(b, loc, rest, divisor), rest);
        // A lane that has ended stays as it is: with a divisor that is 0, infinite or NaN the above made
        // nonsense of it.
        rest = select(compare(FP::OGE, carried[0], divisor), rest, carried[0]);
        scf::YieldOp::create(b, loc, rest);
      });
  return loop.getResult(0);
}

} // namespace

Value emitIntegerDivision(OpBuilder& b, Location loc, Division kind, bool isUnsigned, Value x, Value y,
                          Value& byZero) {
  Type type = x.getType();
  auto number = [&](int64_t value) {
    return constant(b, loc, type, b.getIntegerAttr(getElementTypeOrSelf(type), value));
  };
  auto compare = [&](IP predicate, Value a, Value c) {
    return b.createOrFold<arith::CmpIOp>(loc, predicate, a, c);
  };
  auto select = [&](Value condition, Value a, Value c) {
    return b.createOrFold<arith::SelectOp>(loc, condition, a, c);
  };
  Value zero = number(0), one = number(1);
  byZero = compare(IP::eq, y, zero);
  Value divisor = select(byZero, one, y);
  if (isUnsigned) {
    if (kind == Division::Remainder)
      return arith::RemUIOp::create(b, loc, x, divisor);
    return arith::DivUIOp::create(b, loc, x, divisor);
  }
  // Division by -1 traps for the smallest number; it is negation, which wraps.
  Value byMinusOne = compare(IP::eq, divisor, number(-1));
  divisor = select(byMinusOne, one, divisor);
  Value quotient = arith::DivSIOp::create(b, loc, x, divisor);
  Value product = arith::MulIOp::create(b, loc, quotient, divisor);
  Value rest = arith::SubIOp::create(b, loc, x, product); // 0 for -1 and 0
  Value negated = arith::SubIOp::create(b, loc, zero, x);
  if (kind == Division::Truncated)
    return select(byMinusOne, negated, quotient);
  // Towards the floor: where the remainder is not 0 and its sign is not the divisor's.
  Value differ = compare(IP::slt, arith::XOrIOp::create(b, loc, rest, divisor), zero);
  Value fix = arith::AndIOp::create(b, loc, differ, compare(IP::ne, rest, zero));
  if (kind == Division::Remainder)
    return select(fix, arith::AddIOp::create(b, loc, rest, divisor), rest);
  return select(byMinusOne, negated, select(fix, arith::SubIOp::create(b, loc, quotient, one), quotient));
}

Value emitFloatDivision(OpBuilder& b, Location loc, Division kind, Value narrowX, Value narrowY) {
  Type narrow = narrowX.getType();
  bool isDouble = getElementTypeOrSelf(narrow).isF64();
  auto like = [&](Type element) -> Type {
    auto vector = dyn_cast<VectorType>(narrow);
    return vector ? Type(VectorType::get(vector.getShape(), element)) : element;
  };
  Type f64 = like(b.getF64Type());
  auto number = [&](double value) { return constant(b, loc, f64, b.getF64FloatAttr(value)); };
  auto compare = [&](FP predicate, Value a, Value c) {
    return arith::CmpFOp::create(b, loc, predicate, a, c).getResult();
  };
  auto select = [&](Value condition, Value a, Value c) {
    return arith::SelectOp::create(b, loc, condition, a, c).getResult();
  };
  auto widened = [&](Value value) {
    return isDouble ? value : arith::ExtFOp::create(b, loc, f64, value).getResult();
  };
  auto rounded = [&](Value value) {
    return isDouble ? value : arith::TruncFOp::create(b, loc, narrow, value).getResult();
  };
  Value x = widened(narrowX), y = widened(narrowY);
  Value zero = number(0.0), infinity = number(std::numeric_limits<double>::infinity());
  Value magnitude = math::AbsFOp::create(b, loc, x), divisor = math::AbsFOp::create(b, loc, y);
  Value undefined =
      arith::OrIOp::create(b, loc, compare(FP::OEQ, magnitude, infinity), compare(FP::OEQ, divisor, zero));
  undefined = arith::OrIOp::create(b, loc, undefined, compare(FP::UNO, x, y));
  Value start = select(undefined, zero, magnitude); // else the loop would not end

  Value rest;
  if (isDouble) {
    Value whole = compare(FP::OEQ, divisor, infinity);
    Value other = arith::OrIOp::create(b, loc, undefined, whole);
    rest = emitDoubleRemainder(b, loc, select(other, zero, magnitude), select(other, number(1.0), divisor));
    rest = select(whole, start, rest);
  } else {
    rest = emitSingleRemainder(b, loc, start, divisor);
  }
  rest = math::CopySignOp::create(b, loc, rest, x);
  rest = select(undefined, number(std::numeric_limits<double>::quiet_NaN()), rest);
  Value sameSign =
      arith::CmpIOp::create(b, loc, IP::eq, compare(FP::OLT, x, zero), compare(FP::OLT, y, zero));
  Value fix = arith::AndIOp::create(
      b, loc, compare(FP::ONE, rest, zero),
      arith::XOrIOp::create(b, loc, sameSign, constant(b, loc, like(b.getI1Type()), b.getBoolAttr(true))));
  if (kind == Division::Remainder) {
    Value result = select(fix, arith::AddFOp::create(b, loc, rest, y), rest);
    return rounded(result);
  }
  // PyTorch's floor_divide: what the remainder leaves, by y, which is a whole number but for rounding.
  Value ratio = arith::DivFOp::create(b, loc, x, y);
  Value quotient = arith::DivFOp::create(b, loc, arith::SubFOp::create(b, loc, x, rest), y);
  quotient = select(fix, arith::SubFOp::create(b, loc, quotient, number(1.0)), quotient);
  Value whole = math::RoundEvenOp::create(b, loc, quotient);
  whole = select(compare(FP::OEQ, quotient, zero), math::CopySignOp::create(b, loc, zero, ratio), whole);
  whole = select(compare(FP::OEQ, y, zero), ratio, whole);
  return rounded(whole);
}

} // namespace aic::codegen
