// Writing at indices that are known at run time only.
#pragma once

#include "compiler/codegen/Spaces.h"

namespace aic::codegen {

/// x is [outer, size, inner] around `dim`, index and updates are [., count, .]: their outer and inner axes
/// may be shorter than x's. What x has at one outer and one inner place is a line of its own.
struct Scatter {
  mlir::Value x, index, updates; ///< arguments of the kernel
  ScatterReduction reduction = ScatterReduction::None;
  int64_t outer = 1, size = 1, inner = 1, count = 0;
  int64_t countStride = 1;                               ///< of index, along dim
  llvm::SmallVector<int64_t> outerSizes, innerSizes;     ///< x's axes before and after dim
  llvm::SmallVector<int64_t> outerIndices, innerIndices; ///< index's
  llvm::SmallVector<int64_t> outerIndexStrides, innerIndexStrides;
};
Scatter describeScatter(mlir::Operation* root);

/// topk's lines: x is [outer, size, inner], the results are [outer, k, inner].
struct Topk {
  mlir::Value x;
  int64_t outer = 1, size = 1, inner = 1, k = 1;
  bool largest = true;
};
Topk describeTopk(mlir::Operation* root);

} // namespace aic::codegen
