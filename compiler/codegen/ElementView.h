// What elementwise operations read through views (dialects/aic/Views.h): in a kernel without a root, each at
// its own place of an argument.
#pragma once

#include "compiler/codegen/LoopEmitter.h"

namespace aic::codegen {

/// A value that views make of an argument, in the axes of a kernel's space, to which it broadcasts.
struct ElementView {
  mlir::Value argument;
  int64_t offset = 0;
  llvm::SmallVector<int64_t> strides; ///< one an axis of the space; 0 where it repeats

  ElementView(mlir::Value value, llvm::ArrayRef<int64_t> space);

  /// From one column to the next, where the columns are the axes from `split` on: 1, 0 (all are one element),
  /// or nullopt where it is not the same everywhere, or another number.
  std::optional<int64_t> step(llvm::ArrayRef<int64_t> space, int64_t split) const;
  /// The offset of an element of e's space in the argument.
  mlir::Value at(LoopEmitter& e, mlir::Value row, mlir::Value col) const;
};

} // namespace aic::codegen
