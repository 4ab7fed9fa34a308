// The values of tensors: an ONNX TensorProto or an .npy file to an attribute of the dialect.
#pragma once

#include "dialects/aic/Aic.h"
#include "frontends/onnx/Model.h"

#include <optional>

namespace onnx {
class TensorProto;
}

namespace aic::onnx {

/// The dialect's element type for a TensorProto.DataType; null for one that it does not have.
mlir::Type elementType(mlir::MLIRContext* context, int type);
/// "uint16": ONNX's name of a TensorProto.DataType, also of those newer than this schema.
std::string elementName(int type);

/// Makes the constants of a model. Up to 16 elements, and integers up to 4,096, become `dense`; others a
/// `dense_resource` under the tensor's name, whose bytes lie in the parsed model or the mapped file where
/// they can.
class Tensors {
public:
  Tensors(mlir::MLIRContext* context, Model& model) : context_(context), model_(model) {}

  /// INT4 and UINT4 become i8 and u8. Null with a problem where the tensor's type, shape and bytes do not fit
  /// together. The same tensor, in a loop's body or a function, is read once.
  mlir::ElementsAttr read(const ::onnx::TensorProto& tensor, llvm::StringRef name, Problem& problem);

  /// The same numbers two a byte along the last axis, the low half first, of what read() made of INT4 or
  /// UINT4 with an even last axis; else null.
  mlir::ElementsAttr pairsOf(mlir::ElementsAttr value) const { return pairs_.lookup(value); }

  /// The array of an .npy file.
  mlir::ElementsAttr readNpy(const std::string& path, llvm::StringRef name, Problem& problem);

private:
  mlir::ElementsAttr readOnce(const ::onnx::TensorProto& tensor, llvm::StringRef name, Problem& problem);
  /// Row-major elements, one byte for a bool; they stay where they are if `keep` and their alignment allow.
  mlir::ElementsAttr fromBytes(mlir::RankedTensorType type, llvm::ArrayRef<char> bytes, llvm::StringRef name,
                               bool keep, Problem& problem);
  /// Of tensors that share a name the second has it with _1, and so on, as MLIR would number them; it would
  /// try every number that is taken again for each.
  std::string newName(llvm::StringRef name);
  llvm::ArrayRef<char> externalBytes(const ::onnx::TensorProto& tensor, int64_t bytes, Problem& problem);

  mlir::MLIRContext* context_;
  Model& model_;
  llvm::DenseMap<const void*, mlir::ElementsAttr> read_; // by its TensorProto
  llvm::DenseMap<mlir::Attribute, mlir::ElementsAttr> pairs_;
  llvm::StringMap<int64_t> names_; // how many tensors have had each
};

/// The elements of an integer or bool attribute (bools as 0 and 1), or of a float one rounded towards zero;
/// nullopt for more than `limit` elements or a resource without data.
std::optional<llvm::SmallVector<int64_t>> integersOf(mlir::ElementsAttr value, int64_t limit);
/// The same as doubles.
std::optional<llvm::SmallVector<double>> numbersOf(mlir::ElementsAttr value, int64_t limit);

} // namespace aic::onnx
