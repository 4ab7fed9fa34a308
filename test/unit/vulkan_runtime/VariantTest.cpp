// Which variant runs, and why.
#include "test/unit/vulkan_runtime/VulkanModel.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <functional>

namespace aic::test {
namespace {

using testing::HasSubstr;

/// Two kernels: the first adds 1 as floor, 2 as shared, 4 as subgroup; the second adds 8 as floor, 16 as
/// shared. So the result says which of them ran. `change` sees the target before it is written.
std::string TellingModel(const std::function<void(artifact::Target&)>& change = nullptr) {
  auto plan = EmptyVulkanModel();
  TakeOneGiveOne(*plan);
  artifact::Variant subgroup = MakeVariant("subgroup", AddShader(4), 32);
  subgroup.needsSubgroup = true;
  artifact::Variant shared = MakeVariant("shared", AddShader(2), 32);
  shared.sharedBytes = 4096;
  plan->target().kernels = {
      {"first", "softmax", {MakeVariant("floor", AddShader(1), 32), shared, subgroup}},
      {"second",
       "contraction",
       {MakeVariant("floor", AddShader(8), 32), MakeVariant("shared", AddShader(16), 32)}}};
  plan->Add(static_cast<TestKernel>(0), 1, {Input(0), WriteArena(0)});
  plan->Add(static_cast<TestKernel>(1), 1, {ReadArena(0), Output(0)});
  if (change)
    change(plan->target());
  return plan->Bytes();
}

/// What the model adds to 0 on the device.
float ResultOf(const SessionPtr& session) {
  std::vector<float> y;
  EXPECT_EQ(RunOne(session.get(), std::vector<float>(kRows * kCols, 0), &y), AIC_OK) << aic_last_error();
  return y[0];
}

std::string VariantOf(const SessionPtr& session, uint32_t kernel, std::string* reason = nullptr) {
  const char *name, *why;
  EXPECT_EQ(aic_session_variant(session.get(), kernel, &name, &why), AIC_OK);
  if (reason)
    *reason = why;
  return name;
}

TEST(VulkanVariants, AreChosenByTheDevice) {
  AIC_NEED_VULKAN();
  std::string bytes = TellingModel(), reason;
  ModelPtr model = Open(bytes);
  { // Drivers in software with subgroups: both drivers of the tests are.
    SessionPtr session = MakeVulkanSession(model);
    EXPECT_EQ(VariantOf(session, 0, &reason), "subgroup");
    EXPECT_THAT(reason, HasSubstr("without shared memory"));
    EXPECT_EQ(VariantOf(session, 1, &reason), "floor");
    EXPECT_THAT(reason, HasSubstr("device in software"));
    EXPECT_EQ(ResultOf(session), 4 + 8);
  }
  { // A GPU.
    Layers layers("discrete");
    SessionPtr session = MakeVulkanSession(model);
    EXPECT_EQ(VariantOf(session, 0), "subgroup");
    EXPECT_EQ(VariantOf(session, 1, &reason), "shared");
    EXPECT_THAT(reason, HasSubstr("tiles"));
    EXPECT_EQ(ResultOf(session), 4 + 16);
  }
  { // Without arithmetic among its subgroup operations, and with little shared memory.
    Layers layers("discrete,no:subgroups,limit:maxComputeSharedMemorySize:2048");
    SessionPtr session = MakeVulkanSession(model);
    EXPECT_EQ(VariantOf(session, 0, &reason), "floor");
    EXPECT_THAT(reason, HasSubstr("subgroup needs basic and arithmetic subgroup operations"));
    EXPECT_EQ(VariantOf(session, 1), "shared"); // Its own asks for none.
    EXPECT_EQ(ResultOf(session), 1 + 16);
  }
}

TEST(VulkanVariants, AreForced) {
  AIC_NEED_VULKAN();
  std::string bytes = TellingModel(), reason;
  ModelPtr model = Open(bytes);
  aic_session_options options = VulkanOptions();
  options.variant = "floor";
  EXPECT_EQ(ResultOf(MakeVulkanSession(model, options)), 1 + 8);
  options.variant = "shared";
  SessionPtr session = MakeVulkanSession(model, options);
  EXPECT_EQ(ResultOf(session), 2 + 16);
  EXPECT_EQ(VariantOf(session, 1, &reason), "shared");
  EXPECT_EQ(reason, "it was asked for");
  options.variant = "subgroup"; // The second kernel has none: it runs as it would.
  EXPECT_EQ(ResultOf(MakeVulkanSession(model, options)), 4 + 8);
  options.variant = "fancy";
  EXPECT_THAT(SessionFailure(model, AIC_UNSUPPORTED, options),
              HasSubstr("no kernel has a variant called fancy"));
  session.reset();
  options.variant = "subgroup";
  Layers layers("no:subgroups");
  EXPECT_THAT(SessionFailure(model, AIC_UNSUPPORTED, options),
              HasSubstr("kernel first, variant subgroup: needs basic and arithmetic subgroup operations"));
}

TEST(VulkanVariants, NeedWhatTheySay) {
  AIC_NEED_VULKAN();
  struct Case {
    const char* directive;
    const char* message;
    std::function<void(artifact::Variant&)> change;
  };
  const Case cases[] = {
      {"limit:maxComputeWorkGroupInvocations:63",
       "needs 64 invocations in a workgroup, and the device's maxComputeWorkGroupInvocations is 63", nullptr},
      {"limit:maxComputeWorkGroupSize:32",
       "needs 64 invocations in one direction, and the device's "
       "maxComputeWorkGroupSize is 32",
       nullptr},
      {"limit:maxComputeWorkGroupCount:31",
       "needs 32 workgroups in one direction, and the device's "
       "maxComputeWorkGroupCount is 31",
       nullptr},
      {"limit:maxComputeSharedMemorySize:8191",
       "needs 8192 bytes of shared memory, and the device's "
       "maxComputeSharedMemorySize is 8191",
       [](artifact::Variant& floor) { floor.sharedBytes = 8192; }},
  };
  for (const Case& one : cases) {
    std::string bytes = TellingModel([&](artifact::Target& target) {
      if (one.change)
        one.change(target.kernels[1].variants[0]);
      target.kernels[1].variants.resize(1);
    });
    ModelPtr model = Open(bytes);
    ASSERT_TRUE(MakeVulkanSession(model));
    Layers layers(one.directive);
    std::string message = SessionFailure(model, AIC_UNSUPPORTED);
    EXPECT_THAT(message, HasSubstr(one.message));
    EXPECT_THAT(message, HasSubstr("variant floor"));
  }
}

TEST(VulkanVariants, UseSubgroups) {
  AIC_NEED_VULKAN();
  auto plan = EmptyVulkanModel();
  TakeOneGiveOne(*plan);
  artifact::Variant subgroup = MakeVariant("subgroup", SubgroupShader(), 32);
  subgroup.needsSubgroup = true;
  plan->target().kernels = {{"sum", "reduction", {MakeVariant("floor", AddShader(0), 32), subgroup}}};
  plan->Add(static_cast<TestKernel>(0), 1, {Input(0), Output(0)});
  std::string bytes = plan->Bytes();
  ModelPtr model = Open(bytes);
  aic_device_list* list;
  ASSERT_EQ(aic_device_list_create(&list), AIC_OK);
  aic_device_info device;
  ASSERT_EQ(aic_device_list_device(list, 1, &device), AIC_OK);
  aic_device_list_free(list);
  ASSERT_TRUE(device.subgroup_arithmetic);
  EXPECT_EQ(ResultOf(MakeVulkanSession(model)), 0);
  std::vector<float> y;
  SessionPtr session = MakeVulkanSession(model);
  ASSERT_EQ(RunOne(session.get(), std::vector<float>(kRows * kCols, 1), &y), AIC_OK);
  EXPECT_EQ(y, std::vector<float>(y.size(), static_cast<float>(device.subgroup_size)));
}

} // namespace
} // namespace aic::test
