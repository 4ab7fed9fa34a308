// What the emitters of both targets stand on: a kernel's parts and space, index arithmetic and loops. Each
// target's KernelEmitter adds its memory and its end of a kernel.
#pragma once

#include "compiler/codegen/Spaces.h"

namespace aic::codegen {

class LoopEmitter {
public:
  mlir::OpBuilder b;
  mlir::Location loc;
  schedule::KernelOp kernel;
  KernelParts parts;
  ResultSpace space;

  //===-- Index arithmetic (index type) ---------------------------------------------------------------===//
  mlir::Value cst(int64_t value);
  mlir::Value add(mlir::Value x, mlir::Value y);
  mlir::Value add(mlir::Value x, int64_t y);
  mlir::Value sub(mlir::Value x, mlir::Value y);
  mlir::Value mul(mlir::Value x, int64_t y);
  mlir::Value div(mlir::Value x, int64_t y); ///< x and y not negative
  mlir::Value rem(mlir::Value x, int64_t y); ///< x and y not negative
  mlir::Value min(mlir::Value x, mlir::Value y);
  mlir::Value max(mlir::Value x, mlir::Value y);
  /// ceil(x / y) clipped to [0, limit]; x may be negative.
  mlir::Value ceilDivClipped(mlir::Value x, int64_t y, int64_t limit);
  mlir::Value less(mlir::Value x, mlir::Value y);
  mlir::Value inside(mlir::Value x, int64_t limit); ///< 0 <= x < limit
  mlir::Value both(mlir::Value x, mlir::Value y);   ///< x and y; either may be null, for true
  /// The indices of `linear` in a row-major space.
  llvm::SmallVector<mlir::Value> delinearize(mlir::Value linear, llvm::ArrayRef<int64_t> sizes);
  /// The offset of element `linear` of these axes, counted row-major.
  mlir::Value offsetOf(mlir::Value linear, const Axes& axes);

  //===-- Control -------------------------------------------------------------------------------------===//
  using Values = llvm::SmallVector<mlir::Value>;
  /// for (i = lower; i < upper; i += step) carrying `init`; the body returns the values carried on.
  Values loop(mlir::Value lower, mlir::Value upper, int64_t step, mlir::ValueRange init,
              llvm::function_ref<Values(mlir::Value, mlir::ValueRange)> body);
  void loop(mlir::Value lower, mlir::Value upper, int64_t step, llvm::function_ref<void(mlir::Value)> body);

  /// The values of one of the two.
  Values choose(mlir::Value condition, llvm::function_ref<Values()> then,
                llvm::function_ref<Values()> otherwise);

  //===-- Values --------------------------------------------------------------------------------------===//
  mlir::Type lanesOf(mlir::Type element, int64_t lanes); ///< a vector, or with lanes 0 the element itself
  mlir::Value splat(mlir::Value scalar, int64_t lanes);
  mlir::Value constant(mlir::Type element, double value, int64_t lanes);

  /// Where the result's element at (row, col) of the space lies in its buffer. The runs of a kernel that has
  /// some are whole rows of the space.
  mlir::Value placeOfResult(mlir::Value row, mlir::Value col);

protected:
  LoopEmitter(schedule::KernelOp kernel, mlir::MLIRContext* context)
      : b(context), loc(kernel.getLoc()), kernel(kernel), parts(splitKernel(kernel)) {}

  /// The offset of an operand of `shape` that broadcasts to the result space. alongCols tells whether
  /// neighbours along the columns are neighbours in the operand (else one element serves them all).
  mlir::Value broadcastOffset(llvm::ArrayRef<int64_t> shape, mlir::Value row, mlir::Value col,
                              bool& alongCols);
};

} // namespace aic::codegen
