// Several entries of one artifact on Vulkan, by the row of the runtime: the C API runs the first.
#include "runtime/Model.h"
#include "runtime/Target.h"
#include "test/unit/vulkan_runtime/VulkanModel.h"

#include "gtest/gtest.h"
#include <cmath>

namespace aic::test {
namespace {

TEST(VulkanEntries, EachRunsItsOwnProgramInAnyOrder) {
  AIC_NEED_VULKAN();
  const std::string bytes = TwoEntriesOnVulkan()->Bytes();
  ModelPtr model = Open(bytes);
  ASSERT_TRUE(model);
  const runtime::TargetKind& kind = *runtime::kTargets[AIC_TARGET_VULKAN];
  const runtime::PlanSource source = {"test", &model->header, model->header->targets()->Get(0),
                                      model->code[AIC_TARGET_VULKAN], model->weights};
  runtime::PlanOptions options;
  options.threads = 2;
  runtime::Plan* plan = nullptr;
  ASSERT_EQ(kind.prepare(source, options, &plan), AIC_OK) << aic_last_error();
  const std::vector<float> x = ChainInput();
  const ChainResult wanted = ComputeChain(x, 2);
  for (int round = 0; round < 2; ++round) {
    std::vector<float> y(x.size());
    float s = 0, total = 0;
    const aic_input in = {x.data(), kTensorBytes}, again = {y.data(), kTensorBytes};
    const aic_output out[] = {{y.data(), kTensorBytes}, {&s, 4}}, sum = {&total, 4};
    ASSERT_EQ(kind.run(*plan, 0, &in, out, {}), AIC_OK) << aic_last_error();
    EXPECT_LT(Difference(y, wanted.y), 1e-6f);
    ASSERT_EQ(kind.run(*plan, 1, &again, &sum, {}), AIC_OK) << aic_last_error();
    EXPECT_EQ(total, s); // The same shader on the same numbers.
  }
  kind.end(plan);
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
