// Loops that add up floats, as sums of sums of kChain numbers: the roundings of additions that follow upon
// each other add up, and all go one way where the numbers are equal (a mean of 224 * 224 of them is off by
// 5e-4 in one chain). PyTorch adds up in levels, too.
#pragma once

#include "compiler/codegen/LoopEmitter.h"

namespace aic::codegen {

class LongSum {
public:
  using Values = LoopEmitter::Values;
  static constexpr int64_t kChain = 32;

  /// Where `sums` is false something else than a sum of floats is carried: every loop is a plain one.
  LongSum(LoopEmitter& e, bool sums) : e(e), sums(sums) {}

  bool isLong(int64_t steps) const { return sums && steps > kChain; }

  /// A loop from 0 to `end`, a multiple of `step`, that adds to `carried`.
  Values loop(int64_t end, int64_t step, mlir::ValueRange carried,
              llvm::function_ref<Values(mlir::Value, mlir::ValueRange)> body);

  /// Loops over axes of these sizes, at offset `at`; `inside`: how many steps `body` adds.
  Values nest(llvm::ArrayRef<int64_t> sizes, llvm::ArrayRef<int64_t> strides, mlir::Value at,
              mlir::ValueRange carried, int64_t inside,
              llvm::function_ref<Values(mlir::Value, mlir::ValueRange)> body);

private:
  /// `sofar` and what `more` makes out of zeros.
  Values add(mlir::ValueRange sofar, llvm::function_ref<Values(mlir::ValueRange)> more);

  LoopEmitter& e;
  bool sums;
};

} // namespace aic::codegen
