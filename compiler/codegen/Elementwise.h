// Elementwise operations on registers: one row an operation, of code that scalars and vectors go through
// alike. Here are the rows that both targets share; each has a table of its own for those that differ.
#pragma once

#include "dialects/aic/Aic.h"
#include "mlir/Dialect/Arith/IR/Arith.h"

namespace aic::codegen {

/// The operation `op` on operands that are in registers: scalars, or vectors of one length.
struct ElementwiseCode {
  mlir::OpBuilder& b;
  mlir::Operation* op;
  llvm::ArrayRef<mlir::Value> in;
  /// Gets conditions, of the operands' shape, under which the operation has no result (an integer divided by
  /// zero); null where the target cannot refuse its data.
  llvm::SmallVectorImpl<mlir::Value>* refused = nullptr;
  /// The same for an integer that leaves the bits that the target has for it; null where it wraps in its own.
  llvm::SmallVectorImpl<mlir::Value>* overflowed = nullptr;
  mlir::Location loc = op->getLoc();

  mlir::Type type() const { return in[0].getType(); }
  bool isFloat() const { return llvm::isa<mlir::FloatType>(mlir::getElementTypeOrSelf(type())); }
  bool isBool() const { return mlir::getElementTypeOrSelf(type()).isInteger(1); }
  bool isUnsigned() const; ///< in registers unsigned integers are signless

  /// Numbers of x's or in[0]'s type: a scalar or a vector.
  mlir::Value number(mlir::Type type, double value) const;
  mlir::Value number(double value) const { return number(type(), value); }
  mlir::Value integer(mlir::Type type, const llvm::APInt& value) const;

  template <typename Op, typename... Args> mlir::Value make(Args... args) const {
    return Op::create(b, loc, args...);
  }
  mlir::Value add(mlir::Value x, mlir::Value y) const { return make<mlir::arith::AddFOp>(x, y); }
  mlir::Value sub(mlir::Value x, mlir::Value y) const { return make<mlir::arith::SubFOp>(x, y); }
  mlir::Value mul(mlir::Value x, mlir::Value y) const { return make<mlir::arith::MulFOp>(x, y); }
  mlir::Value mul(mlir::Value x, double y) const { return mul(x, number(y)); }
  mlir::Value div(mlir::Value x, mlir::Value y) const { return make<mlir::arith::DivFOp>(x, y); }
  mlir::Value negate(mlir::Value x) const { return make<mlir::arith::NegFOp>(x); }
  mlir::Value select(mlir::Value condition, mlir::Value x, mlir::Value y) const {
    return make<mlir::arith::SelectOp>(condition, x, y);
  }
  mlir::Value is(mlir::Value x, mlir::arith::CmpFPredicate predicate, mlir::Value y) const {
    return mlir::arith::CmpFOp::create(b, loc, predicate, x, y);
  }
  mlir::Value is(mlir::Value x, mlir::arith::CmpFPredicate predicate, double y) const {
    return is(x, predicate, number(y));
  }
  mlir::Value is(mlir::Value x, mlir::arith::CmpIPredicate predicate, mlir::Value y) const {
    return mlir::arith::CmpIOp::create(b, loc, predicate, x, y);
  }
};

using ElementwiseRule = mlir::Value (*)(const ElementwiseCode&);

struct ElementwiseRow {
  const char* name; ///< "aic.relu"
  ElementwiseRule rule;
  bool onlyF32 = false; ///< of the float types: what it stands on knows no other
};

/// The row of this name in a target's own table, else the shared one; null where there is none.
const ElementwiseRow* findElementwiseRow(llvm::ArrayRef<ElementwiseRow> own, llvm::StringRef name);

//===-- Parts of rows -----------------------------------------------------------------------------------===//

/// FloatOp, or by the operands' signedness SignedOp or UnsignedOp, on two operands.
template <typename FloatOp, typename SignedOp, typename UnsignedOp = SignedOp>
mlir::Value elementwiseArithmetic(const ElementwiseCode& e) {
  if (e.isFloat())
    return e.make<FloatOp>(e.in[0], e.in[1]);
  return e.isUnsigned() ? e.make<UnsignedOp>(e.in[0], e.in[1]) : e.make<SignedOp>(e.in[0], e.in[1]);
}
template <typename Op> mlir::Value elementwiseUnary(const ElementwiseCode& e) {
  return e.make<Op>(e.in[0]);
}

/// x * (1 + erf(x / sqrt(2))) / 2 with the target's erf, or the form with tanh, as aic.gelu says.
mlir::Value gelu(const ElementwiseCode& e, mlir::Value (*erf)(const ElementwiseCode&, mlir::Value));

} // namespace aic::codegen
