// Where parts of a section lie, over random parts and limits.
#include "runtime/vulkan/Placement.h"

#include "gtest/gtest.h"
#include <map>
#include <random>
#include <vector>

namespace aic::runtime::vulkan {
namespace {

/// Checks what holds of any placement: pieces lie apart, inside their buffers, at multiples of 256, and no
/// buffer is larger than the limit or than what it holds.
void ExpectSound(const Placement& placement, uint64_t limit) {
  std::map<uint32_t, uint64_t> ends;
  for (const Piece& piece : placement) {
    EXPECT_LT(piece.begin, piece.end);
    EXPECT_EQ(piece.offset % 256, 0u);
    EXPECT_GE(piece.offset, ends[piece.buffer]);
    ends[piece.buffer] = piece.offset + (piece.end - piece.begin);
  }
  ASSERT_EQ(placement.bufferBytes().size(), ends.size());
  for (const auto& [buffer, end] : ends) {
    EXPECT_GE(placement.bufferBytes()[buffer], end);
    EXPECT_LT(placement.bufferBytes()[buffer], end + 256);
    EXPECT_LE(placement.bufferBytes()[buffer], limit);
  }
}

TEST(VulkanPlacement, MergedPartsKeepTheirDistances) {
  std::mt19937 random(3);
  for (int round = 0; round < 200; ++round) {
    struct Part {
      uint64_t begin, bytes;
    };
    std::vector<Part> parts(1 + random() % 40);
    Placement placement;
    ASSERT_TRUE(placement.Allocate(parts.size()));
    for (Part& part : parts) {
      part = {256 * (random() % 200), random() % 3000};
      placement.Add(part.begin, part.bytes);
    }
    placement.Merge();
    uint64_t limit = 200 * 256 + 4096, largest = 0;
    for (const Piece& piece : placement)
      largest = std::max(largest, (piece.end - piece.begin + 255) / 256 * 256);
    if (round % 2)
      limit = std::max<uint64_t>(largest, 256);
    bool memory = true;
    ASSERT_EQ(placement.Assign(limit, &memory), nullptr);
    ASSERT_TRUE(memory);
    ExpectSound(placement, limit);
    for (const Part& a : parts)
      for (const Part& b : parts) {
        if (a.bytes == 0 || b.bytes == 0)
          continue;
        const Piece &x = placement.Find(a.begin), &y = placement.Find(b.begin);
        ASSERT_TRUE(x.begin <= a.begin && a.begin + a.bytes <= x.end);
        bool overlap = a.begin < b.begin + b.bytes && b.begin < a.begin + a.bytes;
        if (overlap) {
          ASSERT_EQ(&x, &y);
        }
      }
    if (largest > 256) {
      Placement again;
      ASSERT_TRUE(again.Allocate(parts.size()));
      for (const Part& part : parts)
        again.Add(part.begin, part.bytes);
      again.Merge();
      const Piece* refused = again.Assign(largest - 256, &memory);
      ASSERT_NE(refused, nullptr);
      EXPECT_GT(refused->end - refused->begin, largest - 256);
    }
  }
}

TEST(VulkanPlacement, SeparatePartsMayBeThereTwice) {
  Placement placement;
  ASSERT_TRUE(placement.Allocate(5));
  placement.Add(1024, 100);
  placement.Add(64, 500);
  placement.Add(64, 1000); // The same constant, more of it.
  placement.Add(128, 10);  // Inside it, and 64 bytes off what a device may ask for.
  placement.Add(5000, 0);
  placement.Separate();
  bool memory = true;
  ASSERT_EQ(placement.Assign(1 << 20, &memory), nullptr);
  ASSERT_TRUE(memory);
  ExpectSound(placement, 1 << 20);
  EXPECT_EQ(placement.end() - placement.begin(), 3);
  EXPECT_EQ(placement.Find(64).end, 1064u);
  EXPECT_EQ(placement.Find(128).begin, 128u);
  EXPECT_EQ(placement.Find(1024).begin, 1024u);
  EXPECT_EQ(placement.bufferBytes()[0], 1024u + 256 + 256);
}

TEST(VulkanPlacement, NothingNeedsNoBuffer) {
  Placement placement;
  ASSERT_TRUE(placement.Allocate(0));
  placement.Merge();
  bool memory = true;
  ASSERT_EQ(placement.Assign(1, &memory), nullptr);
  EXPECT_TRUE(memory);
  EXPECT_EQ(placement.bufferBytes().size(), 0u);
}

} // namespace
} // namespace aic::runtime::vulkan
