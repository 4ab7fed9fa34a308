// A tiling's numbers as an attribute of its kernel, and back.
#pragma once

#include "mlir/IR/Builders.h"
#include "mlir/IR/BuiltinAttributes.h"

namespace aic::codegen {

/// One number of a tiling: its name in the attribute, and where it stands in the struct.
template <typename Tiling> struct TilingNumber {
  llvm::StringLiteral name;
  int64_t Tiling::* member;
};

/// {name = number : i64, ...}, to which what is no number may be added.
template <typename Tiling, size_t N>
mlir::NamedAttrList attrOfNumbers(const Tiling& tiling, const TilingNumber<Tiling> (&numbers)[N],
                                  mlir::MLIRContext* context) {
  mlir::Builder b(context);
  mlir::NamedAttrList all;
  for (const auto& [name, member] : numbers)
    all.append(name, b.getI64IntegerAttr(tiling.*member));
  return all;
}

/// `attr` has all of these numbers.
template <typename Tiling, size_t N>
Tiling numbersOfAttr(mlir::DictionaryAttr attr, const TilingNumber<Tiling> (&numbers)[N]) {
  Tiling tiling;
  for (const auto& [name, member] : numbers)
    tiling.*member = attr.getAs<mlir::IntegerAttr>(name).getInt();
  return tiling;
}

} // namespace aic::codegen
