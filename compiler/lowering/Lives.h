// Which dispatches use which buffers, apart from MLIR's operations, so that other orders can be tried; and
// how long that makes the buffers live.
#pragma once

#include "compiler/lowering/Arena.h"
#include "compiler/lowering/Lowering.h"

namespace aic::lowering {

/// A program's dispatches and buffers.
struct Flow {
  struct Buffer {
    int64_t bytes;  ///< in the arena, a multiple of the alignment
    bool transient; ///< else the caller's, a constant or a state
    size_t origin;  ///< of the program's buffers, that which it is or is made again
  };
  struct Step {
    size_t dispatch; ///< of the program's, that which it is or is run again
    bool again;
    llvm::SmallVector<size_t> reads, writes; ///< numbers of buffers
  };
  std::vector<Buffer> buffers; ///< the program's first, in their order
  std::vector<Step> steps;
  /// Of each of the program's dispatches and each of its reads: may the first result take its buffer over
  /// where that dies?
  std::vector<llvm::SmallVector<bool>> inPlace;
};

Flow flowOf(schedule::ProgramOp program, int64_t alignment);

struct Lives {
  static constexpr size_t kNone = SIZE_MAX;
  std::vector<Lifetime> lifetimes;
  std::vector<size_t> of; ///< each buffer's lifetime; several share one where results are made in place
};

/// A buffer lives from the step that uses it first to the one that uses it last, one that nothing uses in
/// step 0.
Lives livesOf(const Flow& flow);

} // namespace aic::lowering
