// Images read between their elements.
#pragma once

#include "frontends/onnx/Node.h"

namespace aic::onnx {

/// Where images are read: for each of their own axes the places along it, as floats, in elements.
using Places = llvm::SmallVector<mlir::Value>;

/// Places bounded to an axis of `size`.
mlir::Value bounded(Node& n, mlir::Value x, int64_t size);

/// Reads an image whose own axes are one.
struct Reader {
  Node& n;
  llvm::ArrayRef<int64_t> sizes;                       // of the image's own axes
  llvm::function_ref<mlir::Value(mlir::Value)> gather; // an element for each index (i64)

  /// The elements at whole places, the nearest inside for those outside.
  mlir::Value at(llvm::ArrayRef<mlir::Value> place) const;
  /// True (bool) for whole places inside.
  mlir::Value inside(llvm::ArrayRef<mlir::Value> place) const;
};

/// The sum over the 2^dims whole places around each, `read` there, by how near they are.
mlir::Value interpolated(Node& n, llvm::ArrayRef<mlir::Value> place,
                         llvm::function_ref<mlir::Value(const Places&)> read);

} // namespace aic::onnx
