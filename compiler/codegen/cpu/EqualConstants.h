// Constants by what they hold: entries that were made of one graph fold equal constants, each for itself.
#pragma once

#include "dialects/Mlir.h"

#include "llvm/ADT/DenseMap.h"

namespace aic::codegen {

class EqualConstants {
public:
  /// The first value that it was asked for with the type and the bytes of this one. Values without bytes of
  /// their own (DenseResourceElementsAttr has them) are only equal to themselves.
  mlir::Attribute first(mlir::Attribute value);

private:
  llvm::DenseMap<std::pair<mlir::Type, uint64_t>, llvm::SmallVector<mlir::Attribute>> byHash;
  llvm::DenseMap<mlir::Attribute, mlir::Attribute> known;
};

/// "'layer1.conv.weight'", for remarks.
std::string nameOfConstant(mlir::Attribute value);

} // namespace aic::codegen
