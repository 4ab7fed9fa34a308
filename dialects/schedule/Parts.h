// Parts of buffers: a dispatch may read one where it lies.
#pragma once

#include "dialects/schedule/Schedule.h"

namespace aic::schedule {

/// An attribute of a dispatch, a dense i64 array: for each buffer that it reads -1, where that is a kernel's
/// tensor as a whole, or the byte at which the tensor begins in it. Constraints, which the dispatch's
/// verifier holds: C6 one number for each buffer, C7 a part's buffer is an input, or a transient that is
/// not packed, of the tensor's element type, C8 a part begins at a multiple of 64 and lies inside.
inline constexpr llvm::StringLiteral kReadOffsetsAttr = "schedule.read_offsets";

/// The byte at which read i of `dispatch` begins in its buffer; -1 where it is the buffer as a whole.
int64_t readOffset(DispatchOp dispatch, size_t i);

/// Makes read i of `dispatch` the part of `whole` that begins at a byte.
void readPart(DispatchOp dispatch, size_t i, mlir::Value whole, int64_t offset);

} // namespace aic::schedule
