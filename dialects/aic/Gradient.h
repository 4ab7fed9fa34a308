// What the rules of GradientOpInterface are written with: the gradients that come in, those that go out, and
// operations under short names. Rules emit operations of the dialect that exist, so that a gradient is a
// graph as any other, which can be differentiated again; the values that they read are the forward pass's
// own.
#pragma once

#include "dialects/aic/Aic.h"

#include "llvm/ADT/BitVector.h"

namespace aic {

/// Operations at one place, with their types inferred. Operands broadcast as NumPy's; scalars take their
/// element type from the tensor beside them.
class GradientBuilder {
public:
  GradientBuilder(mlir::OpBuilder& builder, mlir::Location location) : builder(builder), loc(location) {}

  static llvm::ArrayRef<int64_t> shapeOf(mlir::Value x) {
    return llvm::cast<mlir::RankedTensorType>(x.getType()).getShape();
  }
  static mlir::Type elementOf(mlir::Value x) {
    return llvm::cast<mlir::RankedTensorType>(x.getType()).getElementType();
  }
  static int64_t rankOf(mlir::Value x) { return int64_t(shapeOf(x).size()); }

  /// A constant of one value; of `like`'s element type, a scalar.
  mlir::Value number(double value, mlir::Value like) { return full(value, {}, elementOf(like)); }
  mlir::Value full(double value, llvm::ArrayRef<int64_t> shape, mlir::Type element);
  mlir::Value zeros(mlir::Value like) { return full(0, shapeOf(like), elementOf(like)); }
  /// 0, 1, … of i64, in this shape.
  mlir::Value numbers(llvm::ArrayRef<int64_t> shape);
  /// [n, n] of the element type.
  mlir::Value identity(int64_t n, mlir::Type element);

  template <typename Op, typename... Args> mlir::Value make(Args&&... args) {
    return Op::create(builder, loc, std::forward<Args>(args)...)->getResult(0);
  }
  mlir::Value add(mlir::Value a, mlir::Value b) { return make<AddOp>(a, b); }
  mlir::Value add(mlir::Value a, double b) { return add(a, number(b, a)); }
  mlir::Value sub(mlir::Value a, mlir::Value b) { return make<SubOp>(a, b); }
  mlir::Value sub(double a, mlir::Value b) { return sub(number(a, b), b); }
  mlir::Value mul(mlir::Value a, mlir::Value b) { return make<MulOp>(a, b); }
  mlir::Value mul(mlir::Value a, double b) { return b == 1 ? a : mul(a, number(b, a)); }
  mlir::Value div(mlir::Value a, mlir::Value b) { return make<DivOp>(a, b); }
  mlir::Value neg(mlir::Value x) { return make<NegOp>(x); }
  mlir::Value square(mlir::Value x) { return mul(x, x); }
  mlir::Value compare(Predicate predicate, mlir::Value a, mlir::Value b) {
    return make<CompareOp>(predicate, a, b);
  }
  mlir::Value compare(Predicate predicate, mlir::Value a, double b) {
    return compare(predicate, a, number(b, a));
  }
  mlir::Value both(mlir::Value a, mlir::Value b) { return make<LogicalAndOp>(a, b); }
  mlir::Value where(mlir::Value condition, mlir::Value a, mlir::Value b) {
    return make<WhereOp>(condition, a, b);
  }
  /// a where the condition holds, else 0.
  mlir::Value only(mlir::Value condition, mlir::Value a) { return where(condition, a, number(0, a)); }
  mlir::Value cast(mlir::Value x, mlir::Type element);

  mlir::Value reshape(mlir::Value x, llvm::ArrayRef<int64_t> shape);
  mlir::Value expand(mlir::Value x, llvm::ArrayRef<int64_t> shape);
  mlir::Value transpose(mlir::Value x, llvm::ArrayRef<int64_t> perm);
  /// The last two axes exchanged.
  mlir::Value transposeLast(mlir::Value x);
  /// size elements from offset on along dim, `stride` apart.
  mlir::Value slice(mlir::Value x, int64_t dim, int64_t offset, int64_t size, int64_t stride = 1);
  mlir::Value pad(mlir::Value x, llvm::ArrayRef<int64_t> low, llvm::ArrayRef<int64_t> high, double value = 0);
  /// Along one axis, with zeros.
  mlir::Value pad(mlir::Value x, int64_t dim, int64_t low, int64_t high);
  mlir::Value concat(llvm::ArrayRef<mlir::Value> parts, int64_t dim);

  /// Over these axes; x where there is none.
  mlir::Value sum(mlir::Value x, llvm::ArrayRef<int64_t> dims, bool keepdim = false);
  mlir::Value mean(mlir::Value x, llvm::ArrayRef<int64_t> dims, bool keepdim = false);
  /// The transpose of broadcasting: summed over the axes that a tensor of this shape was broadcast along.
  mlir::Value sumTo(mlir::Value x, llvm::ArrayRef<int64_t> shape);
  mlir::Value matmul(mlir::Value a, mlir::Value b) { return make<MatmulOp>(a, b); }

  mlir::OpBuilder& builder;
  mlir::Location loc;
};

/// Axes [from, to).
llvm::SmallVector<int64_t> axesFrom(int64_t from, int64_t to);

/// One operation on the way back.
class Vjp : public GradientBuilder {
public:
  /// `results`: a gradient for each result, null where it is zero; `wanted`: which operands need theirs.
  Vjp(mlir::OpBuilder& builder, mlir::Operation* op, llvm::ArrayRef<mlir::Value> results,
      const llvm::BitVector& wanted)
      : GradientBuilder(builder, op->getLoc()), operation(op), results(results), needed(wanted),
        given(op->getNumOperands()) {}

  /// The gradient of a result; of one whose gradient is zero, zeros.
  mlir::Value gradient(unsigned result = 0) {
    return results[result] ? results[result] : zeros(operation->getResult(result));
  }
  bool has(unsigned result) const { return bool(results[result]); }

  bool wants(unsigned operand) const { return needed[operand]; }
  /// The place of operand i of the operation's definition where it is there and needs its gradient.
  template <typename Op> std::optional<unsigned> wanted(Op op, unsigned i) const {
    auto [first, count] = op.getODSOperandIndexAndLength(i);
    return count && needed[first] ? std::optional(first) : std::nullopt;
  }
  void give(unsigned operand, mlir::Value gradient) { given[operand] = gradient; }
  /// The same of an elementwise operation, at the shape that the operand was broadcast to.
  void giveBroadcast(unsigned operand, mlir::Value gradient) {
    give(operand, sumTo(gradient, shapeOf(operation->getOperand(operand))));
  }
  llvm::ArrayRef<mlir::Value> gradients() const { return given; }

  mlir::Operation* operation;

private:
  llvm::ArrayRef<mlir::Value> results;
  const llvm::BitVector& needed;
  llvm::SmallVector<mlir::Value> given;
};

} // namespace aic
