// What the families of evaluators share. Internal to this folder.
//
// An evaluator may trust that the operation is verified and that its operands have the operation's types:
// evaluate() has checked them. It may throw std::bad_alloc: evaluate() turns that into an error.
#pragma once

#include "compiler/reference/Uncertainty.h"

#include <array>
#include <cmath>

namespace aic::reference {

/// What an evaluator reads, and what moves the values inside it; null where they are exact.
struct Operands : llvm::ArrayRef<const Tensor*> {
  Operands(llvm::ArrayRef<const Tensor*> tensors, RandomRounding* rounding)
      : ArrayRef(tensors), rounding(rounding) {}
  RandomRounding* rounding;
};

/// Moves the values inside an operation that its kernel rounds and no result shows: a mean, a gate. What an
/// evaluator sums up from its operands needs none: these were moved themselves.
class InnerRounding {
public:
  InnerRounding(const Operands& operands, mlir::Type element)
      : rounding(operands.rounding), size(element.isF64() ? 0x1p-53 : 0x1p-24) {} // narrow kernels have f32

  /// Of values that are tensors of the element type where passes have taken the operation apart.
  static InnerRounding ofStored(const Operands& operands, mlir::Type element) {
    InnerRounding made(operands, element);
    made.size = std::ldexp(1.0, -int(llvm::cast<mlir::FloatType>(element).getFPMantissaWidth()));
    return made;
  }

  double operator()(double value) const { return rounding ? rounding->moved(value, size) : value; }
  /// By how much a part of a sum is moved that is not computed by itself here.
  double of(double part) const { return rounding && std::isfinite(part) ? (*this)(part)-part : 0; }

private:
  RandomRounding* rounding;
  double size; ///< of a rounding, relative
};

using Results = llvm::SmallVectorImpl<Tensor>;
using Evaluator = mlir::LogicalResult (*)(mlir::Operation* op, Operands operands, Results& results);

/// One row of the table from operation names ("aic.conv2d") to evaluators.
struct Entry {
  llvm::StringRef name;
  Evaluator evaluate;
};

// The rows of each family; Evaluate.cpp makes one table of them.
llvm::ArrayRef<Entry> attentionEntries();
llvm::ArrayRef<Entry> convolutionEntries();
llvm::ArrayRef<Entry> elementwiseEntries();
llvm::ArrayRef<Entry> indexingEntries();
llvm::ArrayRef<Entry> interpolationEntries();
llvm::ArrayRef<Entry> matrixProductEntries();
llvm::ArrayRef<Entry> normalisationEntries();
llvm::ArrayRef<Entry> poolingEntries();
llvm::ArrayRef<Entry> quantisedEntries();
llvm::ArrayRef<Entry> recurrenceEntries();
llvm::ArrayRef<Entry> reductionEntries();
llvm::ArrayRef<Entry> shapeEntries();

/// evaluateBlock() on arguments that stay where they are.
mlir::LogicalResult evaluateBlockOn(mlir::Block& block, Operands args, Results& results);

/// The operation's name as users write it: "conv2d".
llvm::StringRef userName(mlir::Operation* op);

/// An error at the operation's location that begins with its name: "conv2d: ".
mlir::InFlightDiagnostic emitFailure(mlir::Operation* op);

/// The tensor of an operand by its number among those that the operation declares; null where it is absent.
template <typename Op> const Tensor* declaredOperand(Op op, Operands operands, unsigned number) {
  auto [first, count] = op.getODSOperandIndexAndLength(number);
  return count == 0 ? nullptr : operands[first];
}

/// A tensor of zeros of the type; fails with an error where it is too big.
mlir::FailureOr<Tensor> zeros(mlir::Operation* op, mlir::Type type);

/// A tensor of zeros of the operation's only result type; fails with an error where it is too big.
inline mlir::FailureOr<Tensor> zeroResult(mlir::Operation* op) {
  return zeros(op, op->getResult(0).getType());
}

/// The integer modulo 2^width in the element type's range; for bool, whether it is not zero.
int64_t wrapTo(mlir::Type element, int64_t value);

/// The nearest value of the float element type, ties to even.
double roundTo(mlir::Type element, double value);

inline double sigmoid(double x) {
  return 1 / (1 + std::exp(-x));
}

/// Softmax of the `length` elements that stand `stride` apart, or its logarithm; `to` may be `from`. The
/// largest element is subtracted first, so that exp cannot overflow; a line that is -inf throughout, or has
/// +inf or NaN in it, gives NaN, as in PyTorch.
void softmaxLine(const double* from, double* to, int64_t length, int64_t stride, bool logarithm,
                 const InnerRounding& inner);

/// Element strides, row-major. Without overflow (modulo 2^64) for shapes without elements, whose strides none
/// uses.
using Strides = llvm::SmallVector<int64_t>;
Strides rowMajorStrides(llvm::ArrayRef<int64_t> shape);

/// Strides that read an operand as if it had `shape`, as NumPy broadcasts: 0 along an axis that it repeats.
Strides broadcastStrides(llvm::ArrayRef<int64_t> operand, llvm::ArrayRef<int64_t> shape);

/// Calls visit(linear, offsets) for each element of `shape` in row-major order: its number, and per set of
/// strides the offset that they lead to. Each set has one stride per axis.
template <size_t N, typename Visit>
void walk(llvm::ArrayRef<int64_t> shape, const std::array<Strides, N>& strides, Visit&& visit) {
  for (int64_t size : shape)
    if (size == 0)
      return;
  llvm::SmallVector<int64_t> index(shape.size(), 0);
  std::array<int64_t, N> offsets{};
  int64_t linear = 0;
  while (true) {
    visit(linear++, offsets);
    size_t axis = shape.size();
    while (axis > 0) {
      --axis;
      for (size_t n = 0; n < N; ++n)
        offsets[n] += strides[n][axis];
      if (++index[axis] < shape[axis])
        break;
      for (size_t n = 0; n < N; ++n)
        offsets[n] -= strides[n][axis] * shape[axis];
      index[axis] = 0;
      if (axis == 0)
        return;
    }
    if (shape.empty())
      return;
  }
}

} // namespace aic::reference
