// The list of devices, and machines that have none.
#include "test/unit/vulkan_runtime/VulkanModel.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace aic::test {
namespace {

using testing::HasSubstr;

struct FreeList {
  void operator()(aic_device_list* list) const { aic_device_list_free(list); }
};
using ListPtr = std::unique_ptr<aic_device_list, FreeList>;

ListPtr ListDevices() {
  aic_device_list* list;
  EXPECT_EQ(aic_device_list_create(&list), AIC_OK) << aic_last_error();
  return ListPtr(list);
}

aic_device_info FirstVulkanDevice(const ListPtr& list) {
  aic_device_info info;
  EXPECT_EQ(aic_device_list_device(list.get(), 1, &info), AIC_OK);
  return info;
}

TEST(VulkanDevices, AreDescribed) {
  AIC_NEED_VULKAN();
  ListPtr list = ListDevices();
  ASSERT_GE(aic_device_list_count(list.get()), 2u);
  EXPECT_STREQ(aic_device_list_vulkan_problem(list.get()), "");
  aic_device_info info = FirstVulkanDevice(list);
  EXPECT_EQ(info.kind, AIC_TARGET_VULKAN);
  EXPECT_STRNE(info.name, "");
  EXPECT_THAT(info.driver, HasSubstr("version "));
  EXPECT_STREQ(info.type, "CPU"); // Both drivers of the tests compute there.
  EXPECT_EQ(info.usable, 1);
  EXPECT_STREQ(info.reason, "");
  EXPECT_EQ(info.api_version[0], 1u);
  EXPECT_GE(info.api_version[1], 1u);
  EXPECT_GE(info.subgroup_size, 4u);
  EXPECT_GE(info.max_workgroup_invocations, 128u); // Vulkan's own minimums.
  EXPECT_GE(info.max_shared_bytes, 16384u);
  EXPECT_GE(info.max_storage_buffers, 4u);
  EXPECT_GE(info.max_storage_buffer_bytes, 1u << 27);
  EXPECT_GT(info.memory_bytes, 0u);
  EXPECT_EQ(info.unified_memory, 1);
  EXPECT_EQ(info.timestamps, 1);
  // The session's words are the list's.
  std::string bytes = VulkanChain()->Bytes();
  ModelPtr model = Open(bytes);
  SessionPtr session = MakeVulkanSession(model);
  EXPECT_STREQ(DescribeSession(session).device_name, info.name);
  EXPECT_STREQ(DescribeSession(session).driver, info.driver);
}

TEST(VulkanDevices, AreChosenByIndex) {
  AIC_NEED_VULKAN();
  std::string bytes = VulkanChain()->Bytes();
  ModelPtr model = Open(bytes);
  aic_session_options options = VulkanOptions();
  options.device_index = 0;
  SessionPtr session = MakeVulkanSession(model, options);
  EXPECT_STREQ(DescribeSession(session).device_name, FirstVulkanDevice(ListDevices()).name);
  options.device_index = 77;
  EXPECT_THAT(SessionFailure(model, AIC_UNSUPPORTED, options), HasSubstr("there is no Vulkan device 77"));
}

TEST(VulkanDevices, TwoAtOnceComputeAlike) {
  AIC_NEED_VULKAN();
  Variable drivers("VK_ICD_FILENAMES", AIC_VULKAN_DRIVERS);
  Variable files("VK_DRIVER_FILES", AIC_VULKAN_DRIVERS);
  ListPtr list = ListDevices();
  if (aic_device_list_count(list.get()) != 3)
    GTEST_SKIP() << "one driver alone is installed";
  std::string bytes = VulkanChain()->Bytes();
  ModelPtr model = Open(bytes);
  SessionPtr sessions[2];
  for (uint32_t i = 0; i < 2; ++i) {
    aic_session_options options = VulkanOptions();
    options.device_index = i;
    sessions[i] = MakeVulkanSession(model, options);
    ASSERT_TRUE(sessions[i]);
    aic_device_info info;
    ASSERT_EQ(aic_device_list_device(list.get(), 1 + i, &info), AIC_OK);
    EXPECT_STREQ(DescribeSession(sessions[i]).device_name, info.name);
  }
  EXPECT_STRNE(DescribeSession(sessions[0]).device_name, DescribeSession(sessions[1]).device_name);
  for (int round = 0; round < 3; ++round)
    for (const SessionPtr& session : sessions) {
      ChainResult result;
      ASSERT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_OK) << aic_last_error();
      EXPECT_LT(Difference(result.y, ComputeChain(ChainInput()).y), 1e-6f);
    }
}

TEST(VulkanDevices, ThatCannotBeUsedSayWhy) {
  AIC_NEED_VULKAN();
  std::string bytes = VulkanChain()->Bytes();
  ModelPtr model = Open(bytes);
  const std::pair<const char*, const char*> cases[] = {
      {"limit:apiVersion:0x400003", "it has Vulkan 1.0, and 1.1 is needed"},
      {"no:compute", "it has no compute queue"},
      {"limit:minStorageBufferOffsetAlignment:512", "minStorageBufferOffsetAlignment is 512"},
      {"limit:maxBoundDescriptorSets:0", "maxBoundDescriptorSets is 0"},
  };
  for (const auto& [directive, reason] : cases) {
    Layers layers(directive);
    ListPtr list = ListDevices();
    aic_device_info info = FirstVulkanDevice(list);
    EXPECT_EQ(info.usable, 0);
    EXPECT_THAT(info.reason, HasSubstr(reason));
    EXPECT_STRNE(info.name, "");
    list.reset();
    for (uint32_t index : {0u, AIC_DEVICE_ANY}) {
      aic_session_options options = VulkanOptions();
      options.device_index = index;
      std::string message = SessionFailure(model, AIC_UNSUPPORTED, options);
      EXPECT_THAT(message, HasSubstr("cannot be used: "));
      EXPECT_THAT(message, HasSubstr(reason));
    }
    EXPECT_EQ(layers.Log(), "");
  }
}

TEST(VulkanDevices, NoTimestampsNoProfile) {
  AIC_NEED_VULKAN();
  std::string bytes = VulkanChain()->Bytes();
  ModelPtr model = Open(bytes);
  Layers layers("limit:timestampValidBits:0");
  EXPECT_EQ(FirstVulkanDevice(ListDevices()).timestamps, 0);
  EXPECT_TRUE(MakeVulkanSession(model));
  aic_session_options options = VulkanOptions();
  options.flags = AIC_SESSION_PROFILE;
  EXPECT_THAT(SessionFailure(model, AIC_UNSUPPORTED, options), HasSubstr("has no timestamps"));
}

TEST(VulkanDevices, AMachineWithoutDrivers) {
  if (*aic_version() && VulkanProblem().find("cannot be loaded") == 0)
    GTEST_SKIP() << "no libvulkan";
  Variable driver("VK_ICD_FILENAMES", "/nonexistent.json");
  Variable other("VK_DRIVER_FILES", "/nonexistent.json");
  ListPtr list = ListDevices();
  ASSERT_EQ(aic_device_list_count(list.get()), 1u); // The CPU.
  EXPECT_THAT(aic_device_list_vulkan_problem(list.get()),
              HasSubstr("install one (Debian: mesa-vulkan-drivers)"));
  std::string bytes = ChainForBoth()->Bytes();
  ModelPtr model = Open(bytes);
  EXPECT_THAT(SessionFailure(model, AIC_UNSUPPORTED),
              HasSubstr("there is no Vulkan here: no Vulkan driver can be loaded"));
  // And the CPU's half of the model runs.
  ChainResult result;
  ASSERT_EQ(RunChain(MakeSession(model, 1).get(), ChainInput(), &result), AIC_OK);
  EXPECT_EQ(result.y, ComputeChain(ChainInput()).y);
}

// Run by ctest alone, with a libvulkan.so.1 that is none in LD_LIBRARY_PATH.
TEST(WithoutLibrary, DISABLED_TheCpuRunsAndTheMessageSaysWhatToInstall) {
  ListPtr list = ListDevices();
  ASSERT_EQ(aic_device_list_count(list.get()), 1u);
  EXPECT_THAT(aic_device_list_vulkan_problem(list.get()),
              HasSubstr("libvulkan.so.1 cannot be loaded: install it (Debian: libvulkan1)"));
  std::string bytes = ChainForBoth()->Bytes();
  ModelPtr model = Open(bytes);
  EXPECT_THAT(SessionFailure(model, AIC_UNSUPPORTED), HasSubstr("libvulkan.so.1 cannot be loaded"));
  ChainResult result;
  ASSERT_EQ(RunChain(MakeSession(model, 2).get(), ChainInput(), &result), AIC_OK);
  EXPECT_EQ(result.y, ComputeChain(ChainInput()).y);
}

} // namespace
} // namespace aic::test
