// Runs on Vulkan: results, barriers, memory, many sessions.
#include "test/unit/vulkan_runtime/VulkanModel.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <atomic>
#include <cstring>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace aic::test {
namespace {

using testing::HasSubstr;

TEST(VulkanRun, EqualsTheCpu) {
  AIC_NEED_VULKAN();
  std::string bytes = ChainForBoth()->Bytes();
  ModelPtr model = Open(bytes);
  std::vector<float> x = ChainInput();
  ChainResult cpu, vulkan;
  ASSERT_EQ(RunChain(MakeSession(model, 1).get(), x, &cpu), AIC_OK);
  SessionPtr session = MakeVulkanSession(model);
  ASSERT_TRUE(session);
  for (int round = 0; round < 5; ++round) {
    vulkan = {};
    x[round] += 1; // Another input each time.
    ASSERT_EQ(RunChain(session.get(), x, &vulkan), AIC_OK) << aic_last_error();
    ChainResult expected = ComputeChain(x);
    EXPECT_LT(Difference(vulkan.y, expected.y), 1e-6f);
    EXPECT_NEAR(vulkan.s, expected.s, 1e-5 * std::abs(expected.s));
  }
  EXPECT_GT(Difference(vulkan.y, cpu.y), 1e-6f); // And the inputs do matter.
}

} // namespace
} // namespace aic::test
