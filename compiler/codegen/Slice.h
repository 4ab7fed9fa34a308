// Slices at a place that is known at run time only: update_slice and narrow.
#pragma once

#include "compiler/codegen/Spaces.h"

namespace aic::codegen {

/// What is moved, in axes of the slice: axes of one element are left out, neighbours that are one run on both
/// sides are one. The innermost axis is last; there may be none (one element).
struct Slice {
  mlir::Value from,
      start;            ///< arguments of the kernel: what is read through views, and a scalar of i32 or i64
  int64_t limit = 1;    ///< start lies in [0, limit), else the run fails before anything is written
  int64_t elements = 1; ///< may be 0: then start is checked all the same
  llvm::SmallVector<int64_t> sizes, read, written; ///< strides in `from` and in the result's buffer
  int64_t base = 0;                                ///< of element 0 in `from` where start is 0
  int64_t readStep = 0, writtenStep = 0;           ///< how far one step of start goes on either side
};
/// of update_slice: `from` is values, the result's buffer is x's and all else in it stays; of narrow: `from`
/// is x.
Slice describeSlice(mlir::Operation* root);

} // namespace aic::codegen
