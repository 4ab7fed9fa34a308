#include "runtime/vulkan/Placement.h"

#include <cstdlib>

namespace aic::runtime::vulkan {

static int Compare(const void* a, const void* b) {
  const auto& x = *static_cast<const Piece*>(a);
  const auto& y = *static_cast<const Piece*>(b);
  if (x.begin != y.begin)
    return x.begin < y.begin ? -1 : 1;
  return x.end < y.end ? -1 : x.end > y.end;
}

void Placement::Add(uint64_t begin, uint64_t bytes) {
  if (bytes > 0)
    pieces_[count_++] = {begin, begin + bytes, 0, 0};
}

void Placement::Merge() {
  qsort(pieces_.data(), count_, sizeof(Piece), Compare);
  size_t kept = 0;
  for (size_t i = 0; i < count_; ++i) {
    if (kept > 0 && pieces_[i].begin < pieces_[kept - 1].end) {
      if (pieces_[i].end > pieces_[kept - 1].end)
        pieces_[kept - 1].end = pieces_[i].end;
    } else {
      pieces_[kept++] = pieces_[i];
    }
  }
  count_ = kept;
}

void Placement::Separate() {
  qsort(pieces_.data(), count_, sizeof(Piece), Compare);
  size_t kept = 0;
  for (size_t i = 0; i < count_; ++i) {
    if (kept > 0 && pieces_[i].begin == pieces_[kept - 1].begin)
      pieces_[kept - 1].end = pieces_[i].end; // Sorted: the longest comes last.
    else
      pieces_[kept++] = pieces_[i];
  }
  count_ = kept;
}

const Piece* Placement::Assign(uint64_t limit, bool* memory) {
  uint32_t buffer = 0;
  uint64_t end = 0;
  for (size_t i = 0; i < count_; ++i) {
    Piece& piece = pieces_[i];
    uint64_t bytes = AlignUp(piece.end - piece.begin);
    if (bytes > limit)
      return &piece;
    if (bytes > limit - end) {
      ++buffer;
      end = 0;
    }
    piece.buffer = buffer;
    piece.offset = end;
    end += bytes;
  }
  *memory = bufferBytes_.Allocate(count_ ? buffer + 1 : 0);
  if (*memory)
    for (const Piece& piece : *this)
      bufferBytes_[piece.buffer] = piece.offset + AlignUp(piece.end - piece.begin);
  return nullptr;
}

const Piece& Placement::Find(uint64_t at) const {
  // The last piece that begins at or before `at`.
  size_t low = 0, high = count_;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (pieces_[middle].begin <= at)
      low = middle;
    else
      high = middle;
  }
  return pieces_[low];
}

} // namespace aic::runtime::vulkan
