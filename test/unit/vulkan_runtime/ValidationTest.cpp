// Under the Khronos validation layer with synchronisation validation: not one message; and one for each
// barrier that is missing.
#include "test/unit/vulkan_runtime/VulkanModel.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace aic::test {
namespace {

using testing::HasSubstr;

#define AIC_NEED_VALIDATION()                                                                                \
  AIC_NEED_VULKAN();                                                                                         \
  if (!Layers::CanValidate())                                                                                \
  GTEST_SKIP() << "no validation layer (Debian: chromium-common)"

void RunModel(const std::string& bytes, uint32_t flags, bool traced) {
  ModelPtr model = Open(bytes);
  aic_session_options options = VulkanOptions();
  options.flags = flags;
  SessionPtr session = MakeVulkanSession(model, options);
  ASSERT_TRUE(session);
  auto ignore = [](void*, uint32_t, uint64_t, void* const*, uint32_t) {};
  if (traced) {
    ASSERT_EQ(aic_session_set_trace(session.get(), ignore, nullptr), AIC_OK);
  }
  for (int round = 0; round < 3; ++round) {
    ChainResult result;
    ASSERT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_OK) << aic_last_error();
  }
}

/// Chains of which each dispatch is a command buffer of its own.
std::string SplitChain(int blends) {
  auto plan = VulkanChain(blends);
  for (artifact::Dispatch& dispatch : plan->program().dispatches)
    dispatch.flops = ~uint64_t(0);
  return plan->Bytes();
}

TEST(VulkanValidation, HasNothingToSay) {
  AIC_NEED_VALIDATION();
  const std::string chain = VulkanChain(4)->Bytes(), split = SplitChain(4);
  for (const char* kind : {"", "discrete"})
    for (const std::string* bytes : {&chain, &split})
      for (int mode = 0; mode < 3; ++mode) { // Plain, traced, profiled.
        Layers layers(kind, /*validate=*/true);
        RunModel(*bytes, mode == 2 ? uint32_t(AIC_SESSION_PROFILE) : 0, mode > 0);
        EXPECT_EQ(layers.Messages(), "") << kind << " " << mode;
        EXPECT_EQ(layers.Log(), "");
      }
}

TEST(VulkanValidation, SeesEachMissingBarrier) {
  AIC_NEED_VALIDATION();
  // The sum of y and the last blend, the blends among each other, scale and the first blend: all of them.
  const std::string chain = VulkanChain(4)->Bytes();
  uint32_t barriers;
  {
    ModelPtr model = Open(chain);
    barriers = DescribeSession(MakeVulkanSession(model)).barrier_count;
  }
  ASSERT_EQ(barriers, 5u + 1);
  for (uint32_t dropped = 1; dropped <= 5; ++dropped) {
    Layers layers("drop:" + std::to_string(dropped), /*validate=*/true);
    RunModel(chain, 0, false);
    EXPECT_THAT(layers.Messages(), HasSubstr("SYNC-HAZARD")) << "barrier " << dropped;
  }
}

TEST(VulkanValidation, SeesTheMissingBarriersOfCopies) {
  AIC_NEED_VALIDATION();
  // On a discrete device: after the upload of the weights (1), between dispatches (2 to 6), before the first
  // of them (7), and between the last and the copies of outputs (8). The one after those is for the host,
  // whose reads the layer does not see.
  const std::string chain = VulkanChain(4)->Bytes();
  for (uint32_t dropped : {2u, 6u, 7u, 8u}) {
    Layers layers("discrete,drop:" + std::to_string(dropped), /*validate=*/true);
    RunModel(chain, 0, false);
    EXPECT_THAT(layers.Messages(), HasSubstr("SYNC-HAZARD")) << "barrier " << dropped;
  }
}

} // namespace
} // namespace aic::test
