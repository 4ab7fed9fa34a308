// What the inference functions share: one object that knows the operator and its operands, and says what is
// wrong with them in the user's words; and arithmetic that cannot overflow. Private to this folder.
#pragma once

#include "dialects/aic/Aic.h"

namespace aic::infer {

/// The element types that an operator works on.
enum class Element { Any, Number, Float, Bool, Index };

/// An operand under the name that users know it by. The value is null where an optional operand is absent.
struct Operand {
  std::string name;
  mlir::Value value;
};

/// The inference of one operation's result. Every error is one sentence at `location`, e.g.
/// "conv2d: x is f32[1, 3, 24, 24], weight is f32[32, 4, 3, 3]: the weight expects 4 input channels, x has 3
/// [C4]".
class Inference {
public:
  /// `operation` is the full name, "aic.conv2d".
  Inference(std::optional<mlir::Location> location, llvm::StringRef operation, std::vector<Operand> operands);

  /// Checks that each operand that is there is a bounded tensor. First of all checks: the others rely on it.
  llvm::LogicalResult checkTensors();

  /// Checks operand i's element type, if it is there.
  llvm::LogicalResult checkElement(size_t i, Element element, llvm::StringRef constraint);

  /// Checks that all operands from `first` on that are there have the same element type.
  llvm::LogicalResult checkSameElement(llvm::StringRef constraint, size_t first = 0);

  /// Checks the types of a contraction (AicBase.td): of its factors, operands 0 and 1, and of the bias,
  /// operand 2 where there is one. `sum` becomes the result's element type. `halfWeights`: f32 may meet a
  /// weight of f16 or bf16.
  llvm::LogicalResult checkContraction(llvm::StringRef constraint, mlir::Type& sum, bool halfWeights);

  /// Checks operand i's shape, if it is there; the message says what the shape is made of.
  llvm::LogicalResult checkShape(size_t i, llvm::ArrayRef<int64_t> shape, llvm::StringRef constraint,
                                 const llvm::Twine& because);

  /// Checks an attribute: there, of `size` values, each in [low, 2^31).
  llvm::LogicalResult checkSizes(llvm::StringRef name, mlir::DenseI64ArrayAttr values, size_t size,
                                 int64_t low, llvm::StringRef constraint);

  /// Reports; always failure, so that callers can return it.
  llvm::LogicalResult fail(llvm::StringRef constraint, const llvm::Twine& reason);

  /// Checks an attribute that names one of operand i's axes: there, in [0, rank).
  llvm::LogicalResult checkAxis(size_t i, mlir::IntegerAttr dim, llvm::StringRef constraint);

  /// Appends a result type, or reports a result beyond the limits (S1).
  llvm::LogicalResult finish(llvm::ArrayRef<int64_t> shape, mlir::Type element,
                             llvm::SmallVectorImpl<mlir::Type>& types);

  /// The type of operand i after checkTensors(); null where it is absent.
  mlir::RankedTensorType type(size_t i) const {
    return operands[i].value ? llvm::cast<mlir::RankedTensorType>(operands[i].value.getType()) : nullptr;
  }

private:
  std::optional<mlir::Location> location;
  llvm::StringRef name;
  std::vector<Operand> operands;
};

/// `[1, 3, 24, 24]`
std::string describeShape(llvm::ArrayRef<int64_t> shape);

/// The values of an attribute, or the default where it is absent: builders infer before defaults are filled
/// in.
inline mlir::DenseI64ArrayAttr valueOr(mlir::DenseI64ArrayAttr attribute, llvm::ArrayRef<int64_t> otherwise,
                                       mlir::MLIRContext* context) {
  return attribute ? attribute : mlir::DenseI64ArrayAttr::get(context, otherwise);
}

/// A window along one axis. `size` and `kernel` are at most 2^40, the others below 2^31 (checkSizes).
struct Window {
  int64_t size, before, after, kernel, stride, dilation;
  bool ceil = false;

  /// The number of windows, at least 1; nullopt where not even one fits, or an axis is empty.
  std::optional<int64_t> count() const;
};

/// Stores the number of windows along an axis, called `axis` in the message where there is none.
llvm::LogicalResult countWindows(Inference& inference, llvm::StringRef constraint, llvm::StringRef axis,
                                 const Window& window, int64_t& count);

/// The axes of an activation of rank 4: channels, height, width.
struct ImageAxes {
  unsigned channels, height, width;
};
inline ImageAxes imageAxes(LayoutAttr layout) {
  return layout && layout.getValue() == Layout::NHWC ? ImageAxes{3, 1, 2} : ImageAxes{1, 2, 3};
}

// Whole operations that several share; the ODS classes call them.
llvm::LogicalResult unary(std::optional<mlir::Location> location, llvm::StringRef operation, mlir::Value x,
                          Element element, llvm::SmallVectorImpl<mlir::Type>& types);
llvm::LogicalResult binary(std::optional<mlir::Location> location, llvm::StringRef operation, mlir::Value a,
                           mlir::Value b, Element element, llvm::SmallVectorImpl<mlir::Type>& types);
llvm::LogicalResult reduction(std::optional<mlir::Location> location, llvm::StringRef operation,
                              mlir::Value x, Element element, mlir::DenseI64ArrayAttr dims,
                              mlir::BoolAttr keepdim, bool wantsElements,
                              llvm::SmallVectorImpl<mlir::Type>& types);
llvm::LogicalResult softmax(std::optional<mlir::Location> location, llvm::StringRef operation, mlir::Value x,
                            mlir::IntegerAttr dim, llvm::SmallVectorImpl<mlir::Type>& types);
/// Operands q, k, v, mask (spans, if so) and length; with `scales` those of k and v behind them, beside which
/// k and v may be i8.
llvm::LogicalResult attention(Inference& inference, bool causal, bool spans, bool scales,
                              llvm::SmallVectorImpl<mlir::Type>& types);

} // namespace aic::infer
