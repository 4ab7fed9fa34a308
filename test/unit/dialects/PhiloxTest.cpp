// The generator of dropout against the known answers of its authors' library, Random123 (tests/kat_vectors).
#include "dialects/aic/Philox.h"

#include <gtest/gtest.h>

namespace aic::philox {
namespace {

TEST(Philox, KnownAnswers) {
  using Words = std::array<uint32_t, 4>;
  EXPECT_EQ(numbers({0, 0, 0, 0}, {0, 0}), (Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
  constexpr uint32_t kOnes = 0xffffffff;
  EXPECT_EQ(numbers({kOnes, kOnes, kOnes, kOnes}, {kOnes, kOnes}),
            (Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
  EXPECT_EQ(numbers({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
            (Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(Philox, PlacesOfElements) {
  EXPECT_EQ(counterOf(0), 0u);
  EXPECT_EQ(counterOf(15), 15u);
  EXPECT_EQ(counterOf(16), 0u);
  EXPECT_EQ(wordOf(16), 1u);
  EXPECT_EQ(wordOf(63), 3u);
  EXPECT_EQ(counterOf(63), 15u);
  EXPECT_EQ(counterOf(64), 16u);
  EXPECT_EQ(wordOf(64), 0u);
  EXPECT_EQ(threshold(0), 0u);
  EXPECT_EQ(threshold(0.5), 0x80000000u);
  EXPECT_EQ(threshold(0.9999999999999), UINT32_MAX);
}

} // namespace
} // namespace aic::philox
