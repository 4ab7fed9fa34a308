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

} // namespace aic::schedule

#include "dialects/schedule/ScheduleDialect.h.inc"
#define GET_OP_CLASSES
#include "dialects/schedule/ScheduleOps.h.inc"
