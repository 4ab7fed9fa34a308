// The constants of a module, as the passes read and make them.
#pragma once

#include "compiler/reference/Reference.h"
#include "dialects/aic/Aic.h"

namespace aic::transforms {

/// Swallows what this thread reports while it lives: what the oracle refuses is no error of the model, but a
/// reason not to compute at compile time. Other functions' passes may be at work in other threads.
class OracleSilence {
public:
  explicit OracleSilence(mlir::MLIRContext* context);

private:
  mlir::ScopedDiagnosticHandler handler;
};

/// The value of a constant whose elements can be read: null for a value that is not an `aic.constant`, and
/// for a resource without data or with data of another size than its type has (IR that was printed without
/// its resources).
mlir::ElementsAttr constantWithData(mlir::Value value);

/// Why constantWithData is null: "is not a constant (it comes from relu)", "is a constant without data".
std::string whyNotConstant(mlir::Value value);

/// The key of a `dense_resource`, such as a parameter's full name; empty for other attributes.
llvm::StringRef resourceKey(mlir::ElementsAttr value);

/// `value` as a splat where it is a resource of equal elements, else null. Looks at the bytes until two
/// differ.
mlir::ElementsAttr asSplat(mlir::ElementsAttr value);

/// The one number that a float constant is filled with; nullopt for others.
std::optional<double> splatNumber(mlir::Value value);

/// The elements of a constant, or of what operators make of constants alone, evaluated with the oracle where
/// that takes few operators of at most `maxElements` elements each; nullopt otherwise, and where it depends
/// on an input.
std::optional<reference::Tensor> evaluateConstant(mlir::Value value, int64_t maxElements);

/// A new heap blob of `bytes` under `key` (made unique), for the caller to fill through `*data`. Null where
/// memory is short.
mlir::ElementsAttr newResource(mlir::RankedTensorType type, llvm::StringRef key, char** data);

/// `value` with the same elements under another shape. A resource shares its bytes.
mlir::ElementsAttr reshaped(mlir::ElementsAttr value, mlir::RankedTensorType type);

/// A resource with its axes permuted (result axis i is axis perm[i]), its bytes moved as they are: no
/// conversion, no more memory than the result. Null where `value` is not a resource with data, or memory is
/// short.
mlir::ElementsAttr transposed(mlir::ElementsAttr value, llvm::ArrayRef<int64_t> perm, llvm::StringRef key);

/// Constants of one float type one after another along `axis`; their other sizes are equal. Bytes are moved
/// as they are. Null where one has no data (see constantWithData), or memory is short.
mlir::ElementsAttr concatenated(llvm::ArrayRef<mlir::ElementsAttr> values, int64_t axis, llvm::StringRef key);

/// An `aic.constant`; a resource's location carries its key, as a parameter's does.
mlir::Value makeConstant(mlir::OpBuilder& builder, mlir::Location loc, mlir::ElementsAttr value);

/// `values` (row-major) as a float constant, rounded once; under `key` where it becomes a resource. Null
/// where the number of values is not the type's, or where rounding would make a finite value infinite.
mlir::ElementsAttr roundedAttr(std::vector<double> values, mlir::RankedTensorType type, llvm::StringRef key);

} // namespace aic::transforms
