// Several entries of one artifact on Vulkan.
#include "test/unit/vulkan_runtime/VulkanModel.h"

#include "gtest/gtest.h"

namespace aic::test {
namespace {

TEST(VulkanEntries, EachRunsItsOwnProgramInAnyOrder) {
  AIC_NEED_VULKAN();
  const std::string bytes = TwoEntriesOnVulkan()->Bytes();
  ModelPtr model = Open(bytes);
  ASSERT_TRUE(model);
  SessionPtr session = MakeVulkanSession(model);
  ASSERT_TRUE(session);
  const std::vector<float> x = ChainInput();
  const ChainResult wanted = ComputeChain(x, 2);
  for (int round = 0; round < 2; ++round) {
    std::vector<float> y(x.size());
    float s = 0, total = 0;
    const aic_input in = {x.data(), kTensorBytes}, again = {y.data(), kTensorBytes};
    const aic_output out[] = {{y.data(), kTensorBytes}, {&s, 4}}, sum = {&total, 4};
    ASSERT_EQ(aic_session_run_entry(session.get(), 0, &in, 1, out, 2), AIC_OK) << aic_last_error();
    EXPECT_LT(Difference(y, wanted.y), 1e-6f);
    ASSERT_EQ(aic_session_run_entry(session.get(), 1, &again, 1, &sum, 1), AIC_OK) << aic_last_error();
    EXPECT_EQ(total, s); // The same shader on the same numbers.
  }
}

TEST(VulkanEntries, ASessionHoldsTheMemoryOfAll) {
  AIC_NEED_VULKAN();
  const std::string one = VulkanChain(2)->Bytes(), two = TwoEntriesOnVulkan()->Bytes();
  ModelPtr first = Open(one), both = Open(two);
  SessionPtr session = MakeVulkanSession(first), larger = MakeVulkanSession(both);
  ASSERT_TRUE(session && larger);
  const uint64_t bytes = DescribeSession(session).device_bytes;
  EXPECT_GE(DescribeSession(larger).device_bytes, bytes + kTensorBytes + 4); // x and s of the second
}

} // namespace
} // namespace aic::test
