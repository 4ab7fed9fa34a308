#include "test/unit/weights/Files.h"

#include <gtest/gtest.h>

namespace aic::weights {
namespace {

struct Golden {
  uint64_t seed;
  const char* name;
  std::vector<int64_t> shape;
  ElementType type;
  std::vector<uint64_t> first; // the bits of the first elements
  uint64_t checksum;           // of all
};

const Golden kGoldens[] = {
#include "test/unit/weights/RandomGoldens.inc"
};

TEST(Random, EqualsNumpyToTheBit) {
  for (const Golden& golden : kGoldens) {
    SCOPED_TRACE(std::string(golden.name) + " " + TypeString(golden.type, golden.shape));
    size_t bytes = TensorBytes(golden.type, golden.shape).value();
    size_t size = ElementBytes(golden.type);
    std::vector<uint8_t> out(bytes + 1, 0xAB);
    FillRandom(golden.seed, golden.name, golden.shape, golden.type, out.data());
    EXPECT_EQ(out[bytes], 0xAB);
    for (size_t i = 0; i < golden.first.size(); ++i) {
      uint64_t bits = 0;
      std::memcpy(&bits, out.data() + i * size, size);
      EXPECT_EQ(bits, golden.first[i]) << i;
    }
    uint64_t hash = 0xcbf29ce484222325;
    for (size_t i = 0; i < bytes; ++i)
      hash = (hash ^ out[i]) * 0x100000001b3;
    EXPECT_EQ(hash, golden.checksum);
  }
}

TEST(Random, UniformInputs) {
  float u[5];
  FillUniform(7, "bn1.bias", {5}, ElementType::F32, u);
  float scaled[5];
  FillRandom(7, "bn1.bias", {5}, ElementType::F32, scaled);
  int64_t index[5];
  FillUniform(7, "bn1.bias", {5}, ElementType::I64, index);
  for (int i = 0; i < 5; ++i) {
    EXPECT_FLOAT_EQ(scaled[i], 0.1f * u[i]);
    EXPECT_EQ(index[i], u[i] >= 0 ? 1 : 0);
  }
  uint8_t flags[1000];
  FillUniform(1, "flags", {1000}, ElementType::Bool, flags);
  int ones = 0;
  for (uint8_t flag : flags) {
    ASSERT_LE(flag, 1);
    ones += flag;
  }
  EXPECT_GT(ones, 400);
  EXPECT_LT(ones, 600);
}

TEST(Random, DependsOnSeedAndName) {
  auto fill = [](uint64_t seed, const char* name) {
    std::vector<uint8_t> out(64);
    FillRandom(seed, name, {16}, ElementType::F32, out.data());
    return out;
  };
  EXPECT_EQ(fill(1, "a.bias"), fill(1, "a.bias"));
  EXPECT_NE(fill(1, "a.bias"), fill(2, "a.bias"));
  EXPECT_NE(fill(1, "a.bias"), fill(1, "b.bias"));
}

} // namespace
} // namespace aic::weights
