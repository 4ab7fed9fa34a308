// Reading at indices that are known at run time only: embedding, take and gather.
#pragma once

#include "compiler/codegen/Spaces.h"

namespace aic::codegen {

/// embedding and take: x is [outer, size, inner], and each index names a slice of `inner` neighbours; the
/// result is [outer, index, inner]. gather: an element for each index, at its own place but along `dim`.
struct Gather {
  mlir::Value x, index; ///< arguments of the kernel
  int64_t size = 1;     ///< indices lie in [0, size)
  bool slices = true;
  int64_t outer = 1, indices = 1, inner = 1; ///< of slices
  llvm::SmallVector<int64_t> strides;        ///< gather: of x, for the result's axes, 0 for `dim`
  int64_t dimStride = 1;                     ///< of x, from one index to the next
  ResultSpace space;                         ///< slices: a row is a part of a slice, or all of it
};
Gather describeGather(schedule::KernelOp kernel);

} // namespace aic::codegen
