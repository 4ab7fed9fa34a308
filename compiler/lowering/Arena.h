// Offsets for buffers whose lives are known.
#pragma once

#include "llvm/ADT/ArrayRef.h"

#include <cstdint>
#include <vector>

namespace aic::lowering {

/// A buffer of `bytes` (a multiple of the alignment) that is alive in steps [begin, end], both included.
struct Lifetime {
  int64_t bytes = 0, begin = 0, end = 0;
  bool overlaps(const Lifetime& other) const { return begin <= other.end && other.begin <= end; }
};

struct Arena {
  std::vector<int64_t> offsets; ///< one per buffer; buffers alive at once share no byte
  int64_t bytes = 0;            ///< size of the arena
  int64_t peak = 0;             ///< largest sum of bytes alive at once: no arena is smaller
};

/// The same buffers give the same offsets.
Arena planArena(llvm::ArrayRef<Lifetime> buffers);

} // namespace aic::lowering
