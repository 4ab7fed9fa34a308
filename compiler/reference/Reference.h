// The oracle: evaluates operations of the `aic` dialect in double precision, plainly, one after another.
//
// Floats are computed in double and are not rounded to f32, f16 or bf16 between operations; only `aic.cast`,
// toAttr and toBytes round, to nearest even. Integers are exact in their own width (they wrap, as PyTorch's
// do); bool is 0 or 1.
#pragma once

#include "mlir/IR/AsmState.h"
#include "mlir/IR/BuiltinAttributeInterfaces.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/Operation.h"

#include "llvm/ADT/STLFunctionalExtras.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace aic::reference {

/// A tensor with more elements is refused with an error, before any memory is asked for (4 GiB of doubles).
inline constexpr int64_t kMaxElements = int64_t(1) << 29;

/// How the error ends where memory runs out in an evaluation: the machine's fault, not the model's nor ours.
inline constexpr llvm::StringLiteral kOutOfMemory = "not enough memory to evaluate this";

/// A value: row-major, dense. Exactly one of `f` and `i` holds the elements.
struct Tensor {
  llvm::SmallVector<int64_t> shape;
  mlir::Type element;     ///< f32 f16 bf16 f64 i1 i8 ui8 i16 i32 i64
  std::vector<double> f;  ///< the elements of a float tensor
  std::vector<int64_t> i; ///< the elements of an integer tensor (ui8 as 0 … 255) or bool tensor (0 or 1)

  /// Asked of each element: so not for FloatType, an interface that would be looked up among those of its
  /// type.
  bool isFloat() const { return !llvm::isa<mlir::IntegerType>(element); }
  /// Number of elements held.
  int64_t size() const { return isFloat() ? int64_t(f.size()) : int64_t(i.size()); }
  mlir::RankedTensorType type() const { return mlir::RankedTensorType::get(shape, element); }
};

/// Product of the sizes; 0 if one of them is. nullopt where it exceeds kMaxElements or a size is negative.
std::optional<int64_t> elementCount(llvm::ArrayRef<int64_t> shape);

/// True for the element types of the dialect.
bool isSupportedElement(mlir::Type element);

/// Makes the diagnostic of a failure, at the place that the caller knows.
using EmitError = llvm::function_ref<mlir::InFlightDiagnostic()>;

/// The elements of a dense, splat or dense_resource attribute. Fails, with a message through `emitError`
/// (without one: at the unknown location), for a resource that has no data or data of the wrong size, for an
/// element type outside the dialect, and for more than kMaxElements elements.
mlir::FailureOr<Tensor> fromAttr(mlir::ElementsAttr attr, EmitError emitError = nullptr);

/// The tensor as an attribute of its type, rounded to its element type. Up to 16 elements, and tensors of one
/// repeated value, become `dense`; others a `dense_resource` on a heap blob whose key is `resourceNameHint`,
/// made unique. Null where the tensor does not hold as many elements as its shape says, or memory is short.
mlir::ElementsAttr toAttr(const Tensor& tensor, llvm::StringRef resourceNameHint);

/// A resource on `blob` under `key`, or "key_N" where that is taken. (MLIR's own search for N starts from 1
/// each time, which many resources of one name make quadratic.)
mlir::ElementsAttr namedResource(mlir::RankedTensorType type, llvm::StringRef key,
                                 mlir::AsmResourceBlob blob);

/// Reads row-major elements, one byte for a bool, any alignment. `element` must be of the dialect. Where the
/// shape is too big or memory is short the result holds no elements (size() is 0), which evaluate() reports.
Tensor fromBytes(llvm::ArrayRef<int64_t> shape, mlir::Type element, const void* bytes);

/// Writes row-major elements rounded to the element type: size() * aic::elementBytes(element) bytes, any
/// alignment.
void toBytes(const Tensor& tensor, void* bytes);

/// Moves values as roundings could: Uncertainty.h.
class RandomRounding;

/// Evaluates one operation of the dialect; `aic.fused` by evaluating its region. `operands` are in the
/// operation's order and of its types. Appends to `results`. With a `rounding`, inner values and results are
/// moved by it. A failure has emitted an error at the operation's location that names it.
mlir::LogicalResult evaluate(mlir::Operation* op, llvm::ArrayRef<const Tensor*> operands,
                             llvm::SmallVectorImpl<Tensor>& results, RandomRounding* rounding = nullptr);

/// Evaluates a block of `aic` operations (the body of a function, of `aic.fused`, of `schedule.kernel`):
/// `args` are its arguments, `results` gets the operands of its terminator. A value is dropped after its last
/// use and a constant is read at its first, so that the memory in use follows the activations that are alive.
/// With a `rounding`, what each operation computes is moved by it; arguments and constants stay as they are.
mlir::LogicalResult evaluateBlock(mlir::Block& block, llvm::ArrayRef<Tensor> args,
                                  llvm::SmallVectorImpl<Tensor>& results, RandomRounding* rounding = nullptr);

/// About how many scalar steps evaluate() will take, saturating: for callers that must bound their time, such
/// as constant folding. Needs only the operation's types and attributes.
int64_t estimateSteps(mlir::Operation* op);

} // namespace aic::reference
