/// \file
/// Which part of a section lies where on the device.
#ifndef AIC_RUNTIME_VULKAN_PLACEMENT_H
#define AIC_RUNTIME_VULKAN_PLACEMENT_H

#include "runtime/Memory.h"
#include "runtime/schema/Prelude.h"

#include <cstdint>

namespace aic::runtime::vulkan {

/// The next multiple of 256.
constexpr uint64_t AlignUp(uint64_t value) {
  return (value + schema::kVulkanBufferAlignment - 1) / schema::kVulkanBufferAlignment *
         schema::kVulkanBufferAlignment;
}

/// Bytes begin .. end of a section, and where they lie: at `offset`, a multiple of 256, of buffer `buffer`.
struct Piece {
  uint64_t begin, end;
  uint64_t offset;
  uint32_t buffer;
};

/// Places the parts of a section (weights, arena, inputs and outputs, states) that dispatches bind, and no
/// others, into as few buffers as their sizes allow. Call Allocate, Add for each part, one of Merge and
/// Separate, Assign.
class Placement {
public:
  /// Makes room for `count` parts. False when memory is short.
  [[nodiscard]] bool Allocate(size_t count) { return pieces_.Allocate(count); }
  void Add(uint64_t begin, uint64_t bytes);

  /// Parts that overlap become one piece: what is written through one is read through the other. Parts begin
  /// at multiples of 256.
  void Merge();
  /// Parts that begin at the same byte become one piece; others lie apart even if they overlap: what is only
  /// read may be there twice, and each can then begin at a multiple of 256.
  void Separate();

  /// Gives each piece its place in buffers of at most `limit` bytes. Returns nullptr, or the piece that is
  /// larger than that. False in `memory` when memory is short.
  const Piece* Assign(uint64_t limit, bool* memory);

  /// The piece that holds byte `at`, which lies in one; with Separate, the piece that begins there.
  const Piece& Find(uint64_t at) const;

  const Piece* begin() const { return pieces_.begin(); }
  const Piece* end() const { return pieces_.begin() + count_; }
  const Array<uint64_t>& bufferBytes() const { return bufferBytes_; } ///< The size of each buffer.

private:
  Array<Piece> pieces_; ///< In ascending order of begin.
  size_t count_ = 0;
  Array<uint64_t> bufferBytes_;
};

} // namespace aic::runtime::vulkan

#endif // AIC_RUNTIME_VULKAN_PLACEMENT_H
