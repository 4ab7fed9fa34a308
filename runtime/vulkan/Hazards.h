/// \file
/// Where a barrier must stand.
#ifndef AIC_RUNTIME_VULKAN_HAZARDS_H
#define AIC_RUNTIME_VULKAN_HAZARDS_H

#include "runtime/Memory.h"

#include <cstdint>

namespace aic::runtime::vulkan {

/// Bytes that a dispatch touches. `space` tells arena, inputs and outputs from each other: two accesses meet
/// if they are in one space and overlap.
struct Access {
  uint64_t begin, end;
  uint32_t space;
  bool write;
};

/// What was touched since the last barrier.
class Hazards {
public:
  /// `most`: the largest number of accesses that will be noted. False when memory is short.
  [[nodiscard]] bool Allocate(size_t most) { return seen_.Allocate(most); }

  /// Whether a dispatch that touches these must wait for an earlier one: it reads or writes what was written,
  /// or writes what was read.
  bool Meet(const Access* accesses, size_t count) const;
  void Note(const Access* accesses, size_t count);
  /// After a barrier.
  void Clear() { count_ = 0; }

private:
  Array<Access> seen_;
  size_t count_ = 0;
};

} // namespace aic::runtime::vulkan

#endif // AIC_RUNTIME_VULKAN_HAZARDS_H
