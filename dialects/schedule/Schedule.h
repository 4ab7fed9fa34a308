// The `schedule` dialect: see ScheduleOps.td.
#pragma once

#include "dialects/Mlir.h"
#include "mlir/IR/SymbolTable.h"

namespace aic::schedule {

/// Offsets of transients are multiples of it, and so are the buffers' addresses in the arena.
constexpr int64_t kBufferAlignment = 64;

/// Bytes of a buffer or of a kernel's tensor: row-major, dense, i1 takes one byte. nullopt where it is no
/// buffer: not of static shape and identity layout, or beyond 2^40 elements.
std::optional<int64_t> bufferBytes(mlir::Type type);

/// Where the elements of a kernel's result lie in its buffer: `length` neighbours at a time, each run
/// `stride` elements behind the one before. In elements; without a length the result is the buffer.
struct Runs {
  int64_t length = 0, offset = 0, stride = 0;

  Runs() = default;
  explicit Runs(std::optional<llvm::ArrayRef<int64_t>> numbers) {
    if (numbers)
      length = (*numbers)[0], offset = (*numbers)[1], stride = (*numbers)[2];
  }

  bool areWhole() const { return length == 0; }
  /// Of the buffer, where the result has `elements`.
  int64_t bufferElements(int64_t elements) const {
    return areWhole() ? elements : elements / length * stride;
  }
  /// Of an element of the result.
  int64_t placeOf(int64_t element) const {
    return areWhole() ? element : offset + element / length * stride + element % length;
  }
};

} // namespace aic::schedule

#include "dialects/schedule/ScheduleDialect.h.inc"
#define GET_OP_CLASSES
#include "dialects/schedule/ScheduleOps.h.inc"
