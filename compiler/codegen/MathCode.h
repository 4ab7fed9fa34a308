// Arithmetic on scalars or vectors alike, for the functions that have no instruction.
#pragma once

#include "dialects/Mlir.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/IR/PatternMatch.h"

namespace aic::codegen {

inline constexpr double kInfinity = std::numeric_limits<double>::infinity();
inline constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
inline constexpr double kMagic32 = 12582912.0;         // 1.5 * 2^23
inline constexpr double kMagic64 = 6755399441055744.0; // 1.5 * 2^52

/// Arithmetic on values shaped like the pattern's operand: a scalar or a vector.
struct MathCode {
  using FP = mlir::arith::CmpFPredicate;
  using IP = mlir::arith::CmpIPredicate;
  mlir::OpBuilder& b;
  mlir::Location loc;
  mlir::Type like;
  bool avx512 = false; ///< with VL and DQ: what CpuTarget::avx512 says

  mlir::Type shaped(mlir::Type element) const {
    if (auto vector = llvm::dyn_cast<mlir::VectorType>(like))
      return mlir::VectorType::get(vector.getShape(), element);
    return element;
  }
  bool isF64() const { return mlir::getElementTypeOrSelf(like).isF64(); }
  mlir::Type f32() const { return shaped(b.getF32Type()); }
  mlir::Type f64() const { return shaped(b.getF64Type()); }
  mlir::Type i32() const { return shaped(b.getI32Type()); }
  mlir::Type i64() const { return shaped(b.getI64Type()); }

  mlir::Value constant(mlir::Type type, mlir::TypedAttr attr) const {
    if (auto vector = llvm::dyn_cast<mlir::VectorType>(type))
      attr = mlir::DenseElementsAttr::get(vector, mlir::Attribute(attr));
    return mlir::arith::ConstantOp::create(b, loc, attr);
  }
  mlir::Value number(mlir::Type type, double value) const {
    return constant(type, b.getFloatAttr(mlir::getElementTypeOrSelf(type), value));
  }
  mlir::Value integer(mlir::Type type, int64_t value) const {
    return constant(type, b.getIntegerAttr(mlir::getElementTypeOrSelf(type), value));
  }
  mlir::Value number(mlir::Value as, double value) const { return number(as.getType(), value); }
  mlir::Value integer(mlir::Value as, int64_t value) const { return integer(as.getType(), value); }

  template <typename Op, typename... Args> mlir::Value make(Args... args) const {
    return Op::create(b, loc, args...);
  }
  mlir::Value add(mlir::Value x, mlir::Value y) const { return make<mlir::arith::AddFOp>(x, y); }
  mlir::Value add(mlir::Value x, double y) const { return add(x, number(x, y)); }
  mlir::Value sub(mlir::Value x, mlir::Value y) const { return make<mlir::arith::SubFOp>(x, y); }
  mlir::Value mul(mlir::Value x, mlir::Value y) const { return make<mlir::arith::MulFOp>(x, y); }
  mlir::Value mul(mlir::Value x, double y) const { return mul(x, number(x, y)); }
  mlir::Value div(mlir::Value x, mlir::Value y) const { return make<mlir::arith::DivFOp>(x, y); }
  mlir::Value fma(mlir::Value x, mlir::Value y, mlir::Value z) const {
    return make<mlir::math::FmaOp>(x, y, z);
  }
  mlir::Value fma(mlir::Value x, double y, mlir::Value z) const { return fma(x, number(x, y), z); }
  mlir::Value abs(mlir::Value x) const { return make<mlir::math::AbsFOp>(x); }
  mlir::Value withSign(mlir::Value magnitude, mlir::Value sign) const {
    return make<mlir::math::CopySignOp>(magnitude, sign);
  }
  mlir::Value select(mlir::Value condition, mlir::Value x, mlir::Value y) const {
    return make<mlir::arith::SelectOp>(condition, x, y);
  }
  mlir::Value compare(FP predicate, mlir::Value x, double y) const {
    return mlir::arith::CmpFOp::create(b, loc, predicate, x, number(x, y));
  }
  mlir::Value compare(FP predicate, mlir::Value x, mlir::Value y) const {
    return mlir::arith::CmpFOp::create(b, loc, predicate, x, y);
  }
  mlir::Value both(mlir::Value x, mlir::Value y) const { return make<mlir::arith::AndIOp>(x, y); }
  mlir::Value bits(mlir::Value x, mlir::Type type) const {
    return mlir::arith::BitcastOp::create(b, loc, type, x);
  }
  mlir::Value addi(mlir::Value x, int64_t y) const { return make<mlir::arith::AddIOp>(x, integer(x, y)); }
  mlir::Value shiftLeft(mlir::Value x, int64_t y) const {
    return make<mlir::arith::ShLIOp>(x, integer(x, y));
  }
  mlir::Value isBit(mlir::Value x, int64_t bit) const {
    mlir::Value masked = make<mlir::arith::AndIOp>(x, integer(x, bit));
    return mlir::arith::CmpIOp::create(b, loc, IP::ne, masked, integer(x, 0));
  }
  /// Keeps NaN.
  mlir::Value clamp(mlir::Value x, double low, double high) const {
    x = select(compare(FP::OLT, x, low), number(x, low), x);
    return select(compare(FP::OGT, x, high), number(x, high), x);
  }
  /// ((c0 x + c1) x + c2) ...
  mlir::Value polynomial(mlir::Value x, llvm::ArrayRef<double> coefficients) const {
    mlir::Value sum;
    for (double c : coefficients)
      sum = sum ? fma(sum, x, number(x, c)) : number(x, c);
    return sum;
  }
  /// Nearest integer of |x| < 2^22 (f32) or 2^51 (f64): as a float, and the sum that has it in its low bits.
  std::pair<mlir::Value, mlir::Value> nearest(mlir::Value x) const {
    double magic = mlir::getElementTypeOrSelf(x.getType()).isF32() ? kMagic32 : kMagic64;
    mlir::Value sum = add(x, magic);
    return {sub(sum, number(sum, magic)), sum};
  }
};

/// log(u) for u = 1 + x rounded, and what the rounding took, divided by u (HP-15C Advanced Functions
/// Handbook).
template <mlir::Value (*logarithm)(const MathCode&, mlir::Value)>
mlir::Value logarithmOfOnePlus(const MathCode& c, mlir::Value x) {
  using FP = MathCode::FP;
  mlir::Value one = c.number(x, 1.0), u = c.add(x, one);
  mlir::Value lost = c.sub(x, c.sub(u, one));
  mlir::Value result = c.add(logarithm(c, u), c.div(lost, u));
  result = c.select(c.compare(FP::OEQ, u, kInfinity), u, result);
  result = c.select(c.compare(FP::OEQ, x, -1.0), c.number(x, -kInfinity), result);
  return c.select(c.compare(FP::OEQ, x, 0.0), x, result); // -0 stays
}

/// Replaces a function of one operand whose elements are `Taken` by what `function` makes.
template <typename Op, mlir::Value (*function)(const MathCode&, mlir::Value), typename... Taken>
struct UnaryFunction : mlir::OpRewritePattern<Op> {
  bool avx512;
  explicit UnaryFunction(mlir::MLIRContext* context, bool avx512 = false)
      : mlir::OpRewritePattern<Op>(context), avx512(avx512) {}
  llvm::LogicalResult matchAndRewrite(Op op, mlir::PatternRewriter& rewriter) const override {
    if (!llvm::isa<Taken...>(mlir::getElementTypeOrSelf(op.getType())))
      return rewriter.notifyMatchFailure(op, "another element type");
    rewriter.replaceOp(op, function(MathCode{rewriter, op.getLoc(), op.getType(), avx512}, op.getOperand()));
    return llvm::success();
  }
};

/// The same for a ** b.
template <mlir::Value (*function)(const MathCode&, mlir::Value, mlir::Value), typename Taken>
struct PowerFunction : mlir::OpRewritePattern<mlir::math::PowFOp> {
  using mlir::OpRewritePattern<mlir::math::PowFOp>::OpRewritePattern;
  llvm::LogicalResult matchAndRewrite(mlir::math::PowFOp op, mlir::PatternRewriter& rewriter) const override {
    if (!llvm::isa<Taken>(mlir::getElementTypeOrSelf(op.getType())))
      return rewriter.notifyMatchFailure(op, "another element type");
    rewriter.replaceOp(op, function(MathCode{rewriter, op.getLoc(), op.getType()}, op.getLhs(), op.getRhs()));
    return llvm::success();
  }
};

} // namespace aic::codegen
