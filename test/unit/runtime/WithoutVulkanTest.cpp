// A runtime that was built without Vulkan: it runs a model's code for the CPU, and says why it cannot run the
// other.
#include "test/unit/runtime/TestModel.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace aic::test {
namespace {

using testing::HasSubstr;

TEST(WithoutVulkan, TheCpuRunsAndTheRestIsRefused) {
  const std::string bytes = TwoTargetModel()->Bytes();
  ModelPtr model = Open(bytes);
  ASSERT_NE(model, nullptr);
  aic_session_options options;
  aic_session_options_init(&options);
  options.device = AIC_TARGET_VULKAN;
  aic_session* refused = nullptr;
  EXPECT_EQ(aic_session_create_with(model.get(), &options, &refused), AIC_UNSUPPORTED);
  EXPECT_EQ(refused, nullptr);
  EXPECT_THAT(aic_last_error(), HasSubstr("this runtime was built without Vulkan"));

  SessionPtr session = MakeSession(model, 1);
  ChainResult result;
  ASSERT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_OK);
  EXPECT_EQ(result.y, ComputeChain(ChainInput(), 2).y);
}

TEST(WithoutVulkan, TheListOfDevicesEndsWithTheCpu) {
  aic_device_list* list = nullptr;
  ASSERT_EQ(aic_device_list_create(&list), AIC_OK);
  EXPECT_EQ(aic_device_list_count(list), 1u);
  EXPECT_STREQ(aic_device_list_vulkan_problem(list), "this runtime was built without Vulkan");
  aic_device_list_free(list);
}

} // namespace
} // namespace aic::test
