// The linear maps of Winograd's convolutions, of tiles whose elements are vectors in registers. The points
// are 0, 1, -1 and infinity, for six of them also 2 and -2 (compiler/lowering/Packing.cpp has the matrix of
// the weights).
#pragma once

#include "compiler/codegen/cpu/KernelEmitter.h"

namespace aic::codegen {

class WinogradTransforms {
public:
  using Values = KernelEmitter::Values;
  using Matrix = llvm::SmallVector<Values>; ///< [row][column]
  using Line = llvm::function_ref<Values(llvm::ArrayRef<mlir::Value>)>;

  WinogradTransforms(KernelEmitter& e, int64_t lanes) : e(e), lanes(lanes) {}

  /// B^T d of an input, as many values as d has: 4 or 6.
  Values ofInput(llvm::ArrayRef<mlir::Value> d);
  /// A^T m of an output: the first 4 of 6, or 2 of 4.
  Values ofOutput(llvm::ArrayRef<mlir::Value> m);
  /// Of F(3, 4), whose output are three weights, the same: 3 of 6 values; and G g, 6 of 4.
  Values ofWeights(llvm::ArrayRef<mlir::Value> m);
  Values ofGradient(llvm::ArrayRef<mlir::Value> g);

  /// `ofLine` of the columns, then of the rows that this makes: `at` gives element (row, column) of a square
  /// matrix of so many rows.
  Matrix ofSquare(int64_t rows, llvm::function_ref<mlir::Value(int64_t, int64_t)> at, Line ofLine);

private:
  mlir::Value sum(mlir::Value a, mlir::Value b);
  mlir::Value difference(mlir::Value a, mlir::Value b);
  mlir::Value times(double factor, mlir::Value a);
  mlir::Value timesPlus(double factor, mlir::Value a, mlir::Value b);

  KernelEmitter& e;
  const int64_t lanes;
};

} // namespace aic::codegen
