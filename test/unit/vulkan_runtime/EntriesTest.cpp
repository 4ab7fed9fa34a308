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

TEST(VulkanEntries, ShareWeightsMemoryAndPipelines) {
  AIC_NEED_VULKAN();
  const std::string one = VulkanChain(2)->Bytes(), two = TwoEntriesOnVulkan()->Bytes();
  ModelPtr first = Open(one), both = Open(two);
  SessionPtr session = MakeVulkanSession(first), larger = MakeVulkanSession(both);
  ASSERT_TRUE(session && larger);
  // The second has no more of anything than the first, of which each is there once.
  EXPECT_EQ(DescribeSession(larger).device_bytes, DescribeSession(session).device_bytes);
  EXPECT_EQ(DescribeSession(larger).pipeline_count, 3u);
  EXPECT_EQ(DescribeSession(larger).dispatch_count, 4u);
}

TEST(VulkanEntries, TheMemoryIsThatOfTheLargest) {
  AIC_NEED_VULKAN();
  // The small one first: what the large one needs is there all the same.
  auto swapped = TwoEntriesOnVulkan();
  std::swap(swapped->content.entries[0], swapped->content.entries[1]);
  std::swap(swapped->target().programs[0], swapped->target().programs[1]);
  const std::string bytes = swapped->Bytes(), two = TwoEntriesOnVulkan()->Bytes();
  ModelPtr model = Open(bytes), both = Open(two);
  SessionPtr session = MakeVulkanSession(model), other = MakeVulkanSession(both);
  ASSERT_TRUE(session && other);
  EXPECT_EQ(DescribeSession(session).device_bytes, DescribeSession(other).device_bytes);
  const std::vector<float> x = ChainInput();
  const ChainResult wanted = ComputeChain(x, 2);
  std::vector<float> y(x.size());
  float s = 0;
  const aic_input in = {x.data(), kTensorBytes};
  const aic_output out[] = {{y.data(), kTensorBytes}, {&s, 4}};
  ASSERT_EQ(aic_session_run_entry(session.get(), 1, &in, 1, out, 2), AIC_OK) << aic_last_error();
  EXPECT_LT(Difference(y, wanted.y), 1e-6f);
}

} // namespace
} // namespace aic::test
