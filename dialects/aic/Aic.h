// The `aic` dialect: operations, attributes, and the few queries that passes and emitters share.
#pragma once

#include "dialects/aic/Interfaces.h"

#include <string>

namespace aic {

/// The limits of every tensor (S1): so many elements, an empty axis counted as one, and so many axes. They
/// keep each product of dimensions and each byte offset far inside 64 bits.
constexpr int64_t kMaxElements = int64_t(1) << 40;
constexpr int64_t kMaxRank = 32;

/// Of an argument or a result of a function: the symbol of the state (aic.state) that it is.
constexpr llvm::StringLiteral kStateAttr = "aic.state";
/// Of a function: the entry's name where it is not the symbol's, and the sizes that its graph was made in.
constexpr llvm::StringLiteral kEntryAttr = "aic.entry", kDimsAttr = "aic.dims";

/// True where the shape is static and within the limits above.
bool isBounded(llvm::ArrayRef<int64_t> shape);

/// A type as users write it: `f32[1, 3, 24, 24]`, a scalar `f32[]`, an element type `bool`; what is not a
/// tensor of the language is spelled as MLIR does.
std::string describe(mlir::Type type);

/// NumPy broadcasting of two shapes; nullopt where they do not broadcast.
std::optional<llvm::SmallVector<int64_t>> broadcastShapes(llvm::ArrayRef<int64_t> a,
                                                          llvm::ArrayRef<int64_t> b);

/// Bytes of one element in memory: i1 takes one byte.
int64_t elementBytes(mlir::Type element);

/// Bytes of a tensor in memory: row-major, dense. The type is one that an operation of the dialect accepts.
int64_t tensorBytes(mlir::ShapedType type);

} // namespace aic

namespace aic::OpTrait {
// See AicBase.td.
/// Each result element depends on the operands' elements at its own place (NumPy broadcasting).
template <typename ConcreteType>
class Elementwise : public mlir::OpTrait::TraitBase<ConcreteType, Elementwise> {};
template <typename ConcreteType> class Unary : public mlir::OpTrait::TraitBase<ConcreteType, Unary> {};
template <typename ConcreteType>
class Contraction : public mlir::OpTrait::TraitBase<ConcreteType, Contraction> {};
template <typename ConcreteType>
class ChoosesElements : public mlir::OpTrait::TraitBase<ConcreteType, ChoosesElements> {};
template <typename ConcreteType>
class MakesPlaces : public mlir::OpTrait::TraitBase<ConcreteType, MakesPlaces> {};
} // namespace aic::OpTrait

#include "dialects/aic/AicDialect.h.inc"
#include "dialects/aic/AicEnums.h.inc"
#define GET_ATTRDEF_CLASSES
#include "dialects/aic/AicAttrs.h.inc"
#define GET_OP_CLASSES
#include "dialects/aic/AicOps.h.inc"

namespace aic {

/// True for operations that can be an epilogue: they carry the Elementwise trait.
inline bool isElementwise(mlir::Operation* op) {
  return op->hasTrait<OpTrait::Elementwise>();
}

/// The gates of a recurrent cell: its weights have so many times the hidden size rows.
inline int64_t gateCount(Cell cell) {
  return cell == Cell::Lstm ? 4 : cell == Cell::Gru ? 3 : 1;
}

} // namespace aic
