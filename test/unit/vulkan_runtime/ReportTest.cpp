// Kernels that cannot go on: the run fails with the dispatch's name and place, and the session may be run
// again.
#include "runtime/kernel_abi.h"
#include "test/unit/vulkan_runtime/VulkanModel.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace aic::test {
namespace {

using testing::HasSubstr;

/// y = x; a negative element is reported as `code`.
Words Reporting(uint32_t code) {
  return IntegerShader(3, "@load{%x 0 %i}\n@store{1 %i %x}\n"
                          "%negative = OpShiftRightLogical %u32 %x u:31\n"
                          "%code = OpIMul %u32 %negative u:" +
                              std::to_string(code) +
                              "\n%word = OpAccessChain %ptr %b2 %zero %zero\n"
                              "%old = OpAtomicUMax %u32 %word u:1 u:0 %code");
}

/// Two dispatches that copy, each told by negative elements, and between them one that adds 100.
std::unique_ptr<TestModel> Model(uint32_t first, uint32_t last) {
  auto plan = EmptyVulkanModel();
  TakeOneGiveOne(*plan);
  AddKernel(*plan, "first", Reporting(first));
  AddKernel(*plan, "add", AddShader(100));
  AddKernel(*plan, "last", Reporting(last));
  for (uint32_t kernel : {0u, 2u})
    plan->target().kernels[kernel].variants[0].reports = true;
  plan->Add(static_cast<TestKernel>(0), 1, {Input(0), WriteArena(0)});
  plan->Add(static_cast<TestKernel>(1), 1, {ReadArena(0), WriteArena(kTensorBytes)});
  plan->Add(static_cast<TestKernel>(2), 1, {ReadArena(kTensorBytes), Output(0)});
  return plan;
}

void RunAndFail(aic_session* session) {
  std::vector<float> x(kRows * kCols, 1), y;
  for (int round = 0; round < 2; ++round) {
    x[77] = 1;
    ASSERT_EQ(RunOne(session, x, &y), AIC_OK) << aic_last_error();
    EXPECT_EQ(y[77], 101);
    x[77] = -1; // After 100 more it is good again.
    EXPECT_EQ(RunOne(session, x, &y), AIC_KERNEL_FAILED);
    EXPECT_THAT(aic_last_error(), HasSubstr("an index is out of range (dispatch 0)"));
    x[77] = -200; // The first one is told.
    EXPECT_EQ(RunOne(session, x, &y), AIC_KERNEL_FAILED);
    EXPECT_THAT(aic_last_error(), HasSubstr("an index is out of range (dispatch 0)"));
  }
}

TEST(VulkanReport, ARunFailsAndTheNextOneIsGood) {
  AIC_NEED_VULKAN();
  std::string bytes = Model(AIC_KERNEL_INDEX_OUT_OF_RANGE, AIC_KERNEL_DIVISION_BY_ZERO)->Bytes();
  ModelPtr model = Open(bytes);
  SessionPtr session = MakeVulkanSession(model);
  ASSERT_TRUE(session);
  RunAndFail(session.get());
  int steps = 0;
  aic_session_set_trace(
      session.get(),
      [](void* user, uint32_t, uint64_t, void* const*, uint32_t count) {
        EXPECT_EQ(count, 2u); // The word for failures is none of them.
        ++*static_cast<int*>(user);
      },
      &steps);
  RunAndFail(session.get());
  EXPECT_EQ(steps, 18);
}

TEST(VulkanReport, NamesTheDispatchAndTheReason) {
  AIC_NEED_VULKAN();
  for (auto [code, words] : {std::pair(int(AIC_KERNEL_DIVISION_BY_ZERO), "an integer is divided by zero"),
                             std::pair(77, "its kernel failed with code 77")}) {
    auto plan = Model(0, code);
    plan->program().dispatches[2].name = "the_last";
    plan->program().dispatches[2].location = "model.graph:12:7";
    std::string bytes = plan->Bytes();
    ModelPtr model = Open(bytes);
    SessionPtr session = MakeVulkanSession(model);
    ASSERT_TRUE(session);
    std::vector<float> x(kRows * kCols, -200), y;
    EXPECT_EQ(RunOne(session.get(), x, &y), AIC_KERNEL_FAILED);
    EXPECT_THAT(aic_last_error(),
                HasSubstr(std::string("model.graph:12:7: the_last: ") + words + " (dispatch 2)"));
  }
}

// The test's name keeps it from runs under the validation layer, which has no place beside the injecting one.
TEST(VulkanInjectReport, OnDevicesWhoseMemoryIsTheirOwn) {
  AIC_NEED_VULKAN();
  for (const char* kind : {"discrete", "incoherent"}) {
    Layers layers(kind);
    std::string bytes = Model(AIC_KERNEL_INDEX_OUT_OF_RANGE, AIC_KERNEL_DIVISION_BY_ZERO)->Bytes();
    ModelPtr model = Open(bytes);
    SessionPtr session = MakeVulkanSession(model);
    ASSERT_TRUE(session);
    RunAndFail(session.get());
  }
}

// A module that binds a word for failures says so.
TEST(VulkanReport, AModuleThatDoesNotSayThatItReportsIsRefused) {
  auto plan = Model(1, 2);
  plan->target().kernels[2].variants[0].reports = false;
  EXPECT_THAT(std::string(artifact::SerializeArtifact(plan->content).status().message()),
              HasSubstr("has more buffers than its dispatches bind"));
}

} // namespace
} // namespace aic::test
