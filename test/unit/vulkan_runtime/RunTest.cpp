// Runs on Vulkan: results, barriers, memory, traces, many sessions.
#include "test/unit/vulkan_runtime/VulkanModel.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace aic::test {
namespace {

using testing::HasSubstr;

void ExpectChain(const ChainResult& result, const ChainResult& expected) {
  EXPECT_LT(Difference(result.y, expected.y), 1e-6f);
  EXPECT_NEAR(result.s, expected.s, 1e-4 * std::fabs(expected.s) + 1e-3);
}

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
    ExpectChain(vulkan, ComputeChain(x));
  }
  EXPECT_GT(Difference(vulkan.y, cpu.y), 1e-6f); // And the inputs do matter.
}

TEST(VulkanRun, SaysWhatItRunsOn) {
  AIC_NEED_VULKAN();
  std::string bytes = ChainForBoth()->Bytes();
  ModelPtr model = Open(bytes);
  aic_session_info cpu = DescribeSession(MakeSession(model, 1));
  EXPECT_EQ(cpu.device, AIC_TARGET_CPU); // It comes first where nobody asks.
  SessionPtr session = MakeVulkanSession(model);
  aic_session_info info = DescribeSession(session);
  EXPECT_EQ(info.device, AIC_TARGET_VULKAN);
  EXPECT_STRNE(info.device_name, "");
  EXPECT_STRNE(info.driver, "");
  EXPECT_EQ(info.target, 1u);
  EXPECT_EQ(info.threads, 2u);
  EXPECT_EQ(aic_session_threads(session.get()), 2u);
  EXPECT_EQ(info.dispatch_count, 10u);
  EXPECT_EQ(info.pipeline_count, 3u);
  EXPECT_EQ(info.submission_count, 1u);
  EXPECT_EQ(info.shader_bytes, 4 * (ScaleShader().size() + BlendShader().size() + SumShader().size()));
  EXPECT_GT(info.upload_ns, 0u);
  EXPECT_GT(info.pipeline_ns, 0u);
  // Two of the arena's three tensors, weights, x and y, s in its 256 bytes.
  EXPECT_EQ(info.device_bytes, 2 * kTensorBytes + 256 + 2 * kTensorBytes + 256);
  // Without a CPU's code in the model, nobody need ask.
  std::string alone = VulkanChain()->Bytes();
  ModelPtr vulkan = Open(alone);
  EXPECT_EQ(DescribeSession(MakeSession(vulkan, 1)).device, AIC_TARGET_VULKAN);
}

TEST(VulkanRun, BarriersStandWhereBytesAreShared) {
  AIC_NEED_VULKAN();
  // Each dispatch of the chain reads what the one before wrote: nine barriers between ten. And one at the
  // end, for the host (three on a device with memory of its own).
  std::string chain = VulkanChain()->Bytes();
  ModelPtr model = Open(chain);
  SessionPtr session = MakeVulkanSession(model);
  const uint32_t others = DescribeSession(session).barrier_count - 9;
  EXPECT_TRUE(others == 1 || others == 3) << others;

  struct Case {
    const char* what;
    uint32_t barriers;
    std::vector<std::vector<artifact::Binding>> dispatches; // Of a kernel that reads one and writes one.
  };
  const uint64_t t = kTensorBytes;
  artifact::Binding y = Output(0);
  y.write = false;
  const Case cases[] = {
      {"one alone", 0, {{Input(0), Output(0)}}},
      {"independent", 0, {{Input(0), WriteArena(0)}, {Input(0), WriteArena(t)}, {Input(0), Output(0)}}},
      {"reads what was written", 1, {{Input(0), WriteArena(0)}, {ReadArena(0), Output(0)}}},
      {"reads beside what was written", 0, {{Input(0), WriteArena(0)}, {ReadArena(t), Output(0)}}},
      {"writes what was read", 1, {{ReadArena(0), WriteArena(t)}, {Input(0), WriteArena(0)}}},
      {"writes what was written", 1, {{Input(0), WriteArena(0)}, {Input(0), WriteArena(0)}}},
      {"overlaps a little", 1, {{Input(0), WriteArena(0)}, {ReadArena(t - 256), Output(0)}}},
      {"in place", 1, {{Input(0), WriteArena(0)}, {ReadArena(0), WriteArena(0)}}},
      {"two readers of one",
       1,
       {{Input(0), WriteArena(0)}, {ReadArena(0), WriteArena(t)}, {ReadArena(0), WriteArena(2 * t)}}},
      {"a barrier is for all before it",
       1,
       {{Input(0), WriteArena(0)},
        {Input(0), WriteArena(t)},
        {ReadArena(0), WriteArena(2 * t)},
        {ReadArena(t), WriteArena(3 * t)}}},
      {"reads an output back", 1, {{Input(0), Output(0)}, {y, WriteArena(0)}}},
  };
  for (const Case& one : cases) {
    auto plan = EmptyVulkanModel();
    TakeOneGiveOne(*plan);
    AddKernel(*plan, "add", AddShader(1));
    for (const auto& bindings : one.dispatches)
      plan->Add(static_cast<TestKernel>(0), 1, bindings);
    std::string bytes = plan->Bytes();
    ModelPtr opened = Open(bytes);
    EXPECT_EQ(DescribeSession(MakeVulkanSession(opened)).barrier_count, one.barriers + others) << one.what;
  }
}

TEST(VulkanRun, ComputesInPlaceAndReadsOutputsBack) {
  AIC_NEED_VULKAN();
  auto plan = EmptyVulkanModel();
  TakeOneGiveOne(*plan);
  AddKernel(*plan, "add", AddShader(1));
  artifact::Binding y = Output(0);
  y.write = false;
  plan->Add(static_cast<TestKernel>(0), 1, {Input(0), WriteArena(0)});
  for (int i = 0; i < 20; ++i)
    plan->Add(static_cast<TestKernel>(0), 1, {ReadArena(0), WriteArena(0)});
  plan->Add(static_cast<TestKernel>(0), 1, {ReadArena(0), Output(0)});
  plan->Add(static_cast<TestKernel>(0), 1, {y, Output(0)});
  std::string bytes = plan->Bytes();
  ModelPtr model = Open(bytes);
  SessionPtr session = MakeVulkanSession(model);
  std::vector<float> x = ChainInput(), result, expected = x;
  for (float& value : expected)
    value += 23;
  for (int round = 0; round < 3; ++round) {
    ASSERT_EQ(RunOne(session.get(), x, &result), AIC_OK) << aic_last_error();
    EXPECT_LT(Difference(result, expected), 1e-6f);
  }
}

TEST(VulkanRun, TakesEmptyTensorsAndPlansWithoutDispatches) {
  AIC_NEED_VULKAN();
  auto plan = EmptyVulkanModel();
  plan->content.entries[0].inputs = {{"nothing", artifact::ElementType::F32, {0, 5}},
                                     {"x", artifact::ElementType::F32, {kRows, kCols}}};
  plan->content.entries[0].outputs = {{"nobody", artifact::ElementType::F32, {3, 0}},
                                      {"y", artifact::ElementType::F32, {kRows, kCols}},
                                      {"untouched", artifact::ElementType::F32, {2}}};
  AddKernel(*plan, "add", Shader(5, "@load{%x 0 %i}\n%y = OpFAdd %f32 %x f:1\n@store{4 %i %y}"));
  plan->Add(static_cast<TestKernel>(0), 1, {Input(1), Input(0, 0), Output(0, 0), Weights(0, 0), Output(1)});
  std::string bytes = plan->Bytes();
  ModelPtr model = Open(bytes);
  SessionPtr session = MakeVulkanSession(model);
  ASSERT_TRUE(session);
  std::vector<float> x(kRows * kCols, 4), y(x.size()), untouched = {7, 8};
  aic_input in[] = {{nullptr, 0}, {x.data(), kTensorBytes}};
  aic_output out[] = {{nullptr, 0}, {y.data(), kTensorBytes}, {untouched.data(), 8}};
  ASSERT_EQ(aic_session_run(session.get(), in, 2, out, 3), AIC_OK) << aic_last_error();
  EXPECT_EQ(y, std::vector<float>(x.size(), 5));
  EXPECT_EQ(untouched, (std::vector<float>{7, 8})); // As on the CPU.

  auto nothing = EmptyVulkanModel();
  std::string empty = nothing->Bytes();
  ModelPtr opened = Open(empty);
  SessionPtr idle = MakeVulkanSession(opened);
  ASSERT_TRUE(idle);
  EXPECT_EQ(aic_session_run(idle.get(), nullptr, 0, nullptr, 0), AIC_OK) << aic_last_error();
  EXPECT_EQ(DescribeSession(idle).pipeline_count, 0u);
}

TEST(VulkanRun, NarrowsAndWidensIntegersAndBools) {
  AIC_NEED_VULKAN();
  // next = ids + flags, low = flags: i64 and bool for the caller, i32 on the device.
  constexpr uint64_t kCount = 64;
  auto plan = EmptyVulkanModel();
  plan->content.entries[0].inputs = {{"ids", artifact::ElementType::I64, {kCount}},
                                     {"flags", artifact::ElementType::Bool, {kCount}}};
  plan->content.entries[0].outputs = {{"next", artifact::ElementType::I64, {kCount}},
                                      {"low", artifact::ElementType::Bool, {kCount}}};
  AddKernel(*plan, "next",
            IntegerShader(4, "@load{%a 0 %i}\n@load{%b 1 %i}\n%c = OpIAdd %u32 %a %b\n"
                             "@store{2 %i %c}\n@store{3 %i %b}"),
            1);
  plan->Add(static_cast<TestKernel>(0), 1,
            {Input(0, 4 * kCount), Input(1, 4 * kCount), Output(0, 4 * kCount), Output(1, 4 * kCount)});
  std::string bytes = plan->Bytes();
  std::vector<int64_t> ids(kCount), next(kCount), expected(kCount);
  std::vector<uint8_t> flags(kCount), low(kCount);
  for (uint64_t i = 0; i < kCount; ++i) {
    ids[i] = static_cast<int64_t>(i * 12345678) - 400000000;
    flags[i] = i % 3 == 0;
    expected[i] = ids[i] + flags[i];
  }
  ids[0] = expected[0] = INT32_MIN;
  flags[0] = 0;
  ids[1] = expected[1] = INT32_MAX;
  for (const char* kind : {"", "discrete"}) {
    Layers layers(kind);
    ModelPtr model = Open(bytes);
    SessionPtr session = MakeVulkanSession(model);
    ASSERT_TRUE(session);
    std::vector<int64_t> given = ids;
    aic_input in[] = {{given.data(), 8 * kCount}, {flags.data(), kCount}};
    aic_output out[] = {{next.data(), 8 * kCount}, {low.data(), kCount}};
    ASSERT_EQ(aic_session_run(session.get(), in, 2, out, 2), AIC_OK) << aic_last_error();
    EXPECT_EQ(next, expected);
    EXPECT_EQ(low, flags);
    for (int64_t wide : {int64_t(INT32_MAX) + 1, int64_t(INT32_MIN) - 1, INT64_MAX, INT64_MIN}) {
      given[kCount - 1] = wide;
      EXPECT_EQ(aic_session_run(session.get(), in, 2, out, 2), AIC_UNSUPPORTED);
      EXPECT_THAT(aic_last_error(), HasSubstr("input 0 (ids): element 63 is " + std::to_string(wide) +
                                              ", which does not fit in the 32 bits"));
    }
  }
}

TEST(VulkanRun, HoldsOnlyTheWeightsThatItBinds) {
  AIC_NEED_VULKAN();
  // Four constants of 1 KB, 64 bytes off the 256 that a device may ask for; two are bound, one of them twice.
  auto plan = EmptyVulkanModel();
  TakeOneGiveOne(*plan);
  plan->weights.assign(4 * 272, 0);
  for (size_t constant = 0; constant < 4; ++constant)
    std::fill_n(&plan->weights[272 * constant], 272, static_cast<float>(constant + 1));
  plan->content.weightsBytes = 4 * 4 * 272;
  plan->content.constants = {
      {0, absl::MakeConstSpan(reinterpret_cast<const uint8_t*>(plan->weights.data()), 4 * 4 * 272)}};
  AddKernel(*plan, "scale", ScaleShader(1));
  plan->Add(static_cast<TestKernel>(0), 1, {Input(0), Weights(3 * 1088, 1024), WriteArena(0)});
  plan->Add(static_cast<TestKernel>(0), 1, {ReadArena(0), Weights(1088, 1024), WriteArena(kTensorBytes)});
  plan->Add(static_cast<TestKernel>(0), 1, {ReadArena(kTensorBytes), Weights(3 * 1088, 128), Output(0)});
  std::string bytes = plan->Bytes();
  ModelPtr model = Open(bytes);
  SessionPtr session = MakeVulkanSession(model);
  EXPECT_EQ(DescribeSession(session).device_bytes, 2 * 1024 + 2 * kTensorBytes + 2 * kTensorBytes);
  std::vector<float> y;
  ASSERT_EQ(RunOne(session.get(), std::vector<float>(kRows * kCols, 0), &y), AIC_OK);
  EXPECT_EQ(y, std::vector<float>(kRows * kCols, 4 + 2 + 4));
}

TEST(VulkanRun, EqualShadersAreOnePipeline) {
  AIC_NEED_VULKAN();
  auto plan = EmptyVulkanModel();
  TakeOneGiveOne(*plan);
  for (int i = 0; i < 3; ++i)
    AddKernel(*plan, "add" + std::to_string(i), AddShader(1), 32 - i); // Their workgroups differ.
  AddKernel(*plan, "other", AddShader(2));
  AddKernel(*plan, "unused", AddShader(3));
  for (uint32_t k = 0; k < 4; ++k)
    plan->Add(static_cast<TestKernel>(k), 1,
              {k ? ReadArena(0) : Input(0), k < 3 ? WriteArena(0) : Output(0)});
  std::string bytes = plan->Bytes();
  ModelPtr model = Open(bytes);
  SessionPtr session = MakeVulkanSession(model);
  EXPECT_EQ(DescribeSession(session).pipeline_count, 2u);
  std::vector<float> y;
  ASSERT_EQ(RunOne(session.get(), std::vector<float>(kRows * kCols, 0), &y), AIC_OK);
  EXPECT_EQ(y[0], 5);
  EXPECT_EQ(y[30 * 64], 4); // The third had no workgroup here,
  EXPECT_EQ(y[31 * 64], 3); // and here not the second, either.
}

TEST(VulkanRun, LongPlansAreSplit) {
  AIC_NEED_VULKAN();
  auto plan = VulkanChain(30);
  for (artifact::Dispatch& dispatch : plan->program().dispatches)
    dispatch.flops = 1500000000; // Two of these are some 300 ms of a slow device.
  std::string bytes = plan->Bytes();
  ModelPtr model = Open(bytes);
  SessionPtr session = MakeVulkanSession(model);
  aic_session_info info = DescribeSession(session);
  EXPECT_EQ(info.submission_count, 16u);
  EXPECT_GE(info.barrier_count, 31u); // A command buffer's border is none.
  ChainResult result;
  for (int round = 0; round < 3; ++round) {
    ASSERT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_OK) << aic_last_error();
    ExpectChain(result, ComputeChain(ChainInput(), 30));
  }
  for (artifact::Dispatch& dispatch : plan->program().dispatches)
    dispatch.flops = dispatch.bytes = ~uint64_t(0);
  std::string huge = plan->Bytes();
  ModelPtr opened = Open(huge);
  EXPECT_EQ(DescribeSession(MakeVulkanSession(opened)).submission_count, 31u * 32 + 1); // A workgroup each.
}

struct Traced {
  std::vector<uint32_t> dispatches, counts;
  std::vector<uint64_t> nanoseconds;
  std::vector<std::vector<float>> lasts; ///< The last buffer of each dispatch, which it writes.
  float firstWeight = 0;
};
void Keep(void* user, uint32_t dispatch, uint64_t nanoseconds, void* const* buffers, uint32_t count) {
  auto* traced = static_cast<Traced*>(user);
  traced->dispatches.push_back(dispatch);
  traced->counts.push_back(count);
  traced->nanoseconds.push_back(nanoseconds);
  if (!buffers)
    return;
  const auto* last = static_cast<const float*>(buffers[count - 1]);
  traced->lasts.emplace_back(last, last + (dispatch == 4 ? 1 : kRows * kCols));
  if (dispatch == 0)
    traced->firstWeight = *static_cast<const float*>(buffers[1]);
}

// SwiftShader opens a descriptor when it is loaded, and keeps it when it is unloaded.
TEST(VulkanRun, SessionsLeaveNoDescriptors) {
  AIC_NEED_VULKAN();
  if (getenv("VK_INSTANCE_LAYERS"))
    GTEST_SKIP() << "under a layer the driver is not seen (LogicalDevice.cpp)";
  auto count = [] {
    std::filesystem::directory_iterator open("/proc/self/fd");
    return std::distance(begin(open), end(open));
  };
  std::string bytes = VulkanChain()->Bytes();
  ModelPtr model = Open(bytes);
  std::ptrdiff_t first = 0;
  for (int round = 0; round < 5; ++round) {
    {
      SessionPtr session = MakeVulkanSession(model);
      ChainResult result;
      ASSERT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_OK) << aic_last_error();
    }
    if (round == 0)
      first = count();
    EXPECT_EQ(count(), first) << "after round " << round;
  }
}

// One dispatch with more work than a submission may have is cut by workgroups: the same bits, at every size
// of the parts, with grids of one, two and three directions, traced and profiled.
TEST(VulkanRun, LongDispatchesAreCutByWorkgroups) {
  AIC_NEED_VULKAN();
  const std::array<uint32_t, 3> grids[] = {{32, 1, 1}, {4, 8, 1}, {2, 4, 4}};
  // Of element (x + 64 * (grid's x) * (y + (grid's y) * z)), which each workgroup writes as often as it runs.
  auto shader = [](const std::array<uint32_t, 3>& grid) {
    return Shader(2, "%gy = OpCompositeExtract %u32 %ids 1\n%gz = OpCompositeExtract %u32 %ids 2\n"
                     "%planes = OpIMul %u32 %gz u:" +
                         std::to_string(grid[1]) +
                         "\n%rows = OpIAdd %u32 %gy %planes\n%before = OpIMul %u32 %rows u:" +
                         std::to_string(64 * grid[0]) +
                         "\n%at = OpIAdd %u32 %i %before\n@load{%x 0 %at}\n@load{%old 1 %at}\n"
                         "%sum = OpFAdd %f32 %old f:1\n%y = OpFAdd %f32 %sum %x\n@store{1 %at %y}");
  };
  struct Case {
    uint64_t flops;
    std::array<uint32_t, 3> submissions; ///< By grid.
  };
  const Case cases[] = {{1000, {1, 1, 1}},           {4000000000, {1, 1, 1}},
                        {4000000001, {2, 2, 2}},     {13000000000, {4, 4, 4}}, // eight workgroups each
                        {23000000000, {7, 8, 8}},                              // five, or four: whole rows
                        {60000000000, {16, 16, 16}},                           // two
                        {268000000000, {32, 32, 32}}};
  for (size_t g = 0; g < 3; ++g) {
    for (const Case& one : cases) {
      auto plan = EmptyVulkanModel();
      TakeOneGiveOne(*plan);
      AddKernel(*plan, "zero", Shader(2, "@load{%x 0 %i}\n%y = OpFSub %f32 %x %x\n@store{1 %i %y}"));
      AddKernel(*plan, "long", shader(grids[g]));
      plan->target().kernels[1].variants[0].workgroups = grids[g];
      plan->Add(static_cast<TestKernel>(0), 1, {Input(0), WriteArena(0)});
      plan->Add(static_cast<TestKernel>(1), 1, {Input(0), WriteArena(0)});
      AddKernel(*plan, "add", AddShader(1));
      plan->Add(static_cast<TestKernel>(2), 1, {ReadArena(0), Output(0)});
      plan->program().dispatches[1].flops = one.flops;
      plan->program().dispatches[1].bytes = 0;
      std::string bytes = plan->Bytes();
      ModelPtr model = Open(bytes);
      for (bool profiled : {false, true}) {
        aic_session_options options = VulkanOptions();
        options.flags = profiled ? uint32_t(AIC_SESSION_PROFILE) : 0;
        SessionPtr session = MakeVulkanSession(model, options);
        ASSERT_TRUE(session);
        // What comes before and after fits in with the first and the last part, where these are small.
        const uint32_t found = DescribeSession(session).submission_count;
        EXPECT_GE(found, one.submissions[g]) << one.flops;
        EXPECT_LE(found, one.submissions[g] + 2) << one.flops;
        std::vector<float> x = ChainInput(), y, expected = x;
        for (float& value : expected)
          value = value + 1 + 1;
        ASSERT_EQ(RunOne(session.get(), x, &y), AIC_OK) << aic_last_error();
        EXPECT_EQ(y, expected) << one.flops << " of " << grids[g][0] << " workgroups a row";
        Traced traced;
        ASSERT_EQ(aic_session_set_trace(session.get(), Keep, &traced), AIC_OK);
        ASSERT_EQ(RunOne(session.get(), x, &y), AIC_OK) << aic_last_error();
        EXPECT_EQ(y, expected) << one.flops;
        EXPECT_EQ(traced.dispatches, (std::vector<uint32_t>{0, 1, 2}));
      }
    }
  }
}

TEST(VulkanTrace, GivesEveryDispatchsBuffers) {
  AIC_NEED_VULKAN();
  std::string bytes = VulkanChain(3)->Bytes();
  ModelPtr model = Open(bytes);
  SessionPtr session = MakeVulkanSession(model);
  for (int round = 0; round < 2; ++round) {
    Traced traced;
    ASSERT_EQ(aic_session_set_trace(session.get(), Keep, &traced), AIC_OK);
    ChainResult result;
    ASSERT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_OK) << aic_last_error();
    ExpectChain(result, ComputeChain(ChainInput(), 3));
    EXPECT_EQ(traced.dispatches, (std::vector<uint32_t>{0, 1, 2, 3, 4}));
    EXPECT_EQ(traced.counts, (std::vector<uint32_t>{3, 2, 2, 2, 2}));
    EXPECT_EQ(traced.firstWeight, -3.0f);
    for (int blends = 0; blends <= 3; ++blends)
      EXPECT_LT(Difference(traced.lasts[blends], ComputeChain(ChainInput(), blends).y), 1e-6f) << blends;
    EXPECT_EQ(traced.lasts[4][0], result.s);
    for (uint64_t ns : traced.nanoseconds)
      EXPECT_GT(ns, 0u);
    // Without the trace the session is as before.
    ASSERT_EQ(aic_session_set_trace(session.get(), nullptr, nullptr), AIC_OK);
    ASSERT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_OK);
    ExpectChain(result, ComputeChain(ChainInput(), 3));
    EXPECT_EQ(traced.dispatches.size(), 5u);
  }
}

TEST(VulkanTrace, ProfilesWithTimestamps) {
  AIC_NEED_VULKAN();
  std::string bytes = VulkanChain(3)->Bytes();
  ModelPtr model = Open(bytes);
  aic_session_options options = VulkanOptions();
  options.flags = AIC_SESSION_PROFILE;
  SessionPtr session = MakeVulkanSession(model, options);
  ChainResult result;
  ASSERT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_OK); // No trace is set: nothing is measured.
  ExpectChain(result, ComputeChain(ChainInput(), 3));
  for (int round = 0; round < 2; ++round) {
    Traced traced;
    ASSERT_EQ(aic_session_set_trace(session.get(), Keep, &traced), AIC_OK);
    result = {};
    ASSERT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_OK) << aic_last_error();
    ExpectChain(result, ComputeChain(ChainInput(), 3));
    EXPECT_EQ(traced.dispatches, (std::vector<uint32_t>{0, 1, 2, 3, 4}));
    EXPECT_EQ(traced.counts, (std::vector<uint32_t>(5, 0)));
    EXPECT_TRUE(traced.lasts.empty());
    uint64_t sum = 0;
    for (uint64_t ns : traced.nanoseconds)
      sum += ns;
    EXPECT_GT(sum, 0u);
    EXPECT_LT(sum, 100000000000u);
  }
}

TEST(VulkanSessions, RunAtOnce) {
  AIC_NEED_VULKAN();
  std::string bytes2 = VulkanChain(5, 2)->Bytes(), bytes3 = VulkanChain(5, 3)->Bytes();
  ModelPtr model2 = Open(bytes2), model3 = Open(bytes3);
  std::vector<float> x = ChainInput();
  ChainResult expected2 = ComputeChain(x, 5, 2), expected3 = ComputeChain(x, 5, 3);
  std::atomic<int> wrong{0};
  std::vector<std::thread> callers;
  for (int caller = 0; caller < 2; ++caller)
    callers.emplace_back([&, caller] {
      for (int life = 0; life < 3; ++life) { // Sessions come and go while others run.
        SessionPtr session = MakeVulkanSession(caller ? model3 : model2);
        for (int round = 0; round < 10; ++round) {
          ChainResult result;
          if (RunChain(session.get(), x, &result) != AIC_OK ||
              Difference(result.y, (caller ? expected3 : expected2).y) > 1e-6f)
            ++wrong;
        }
      }
    });
  for (std::thread& caller : callers)
    caller.join();
  EXPECT_EQ(wrong, 0);
}

TEST(VulkanSessions, OutliveTheCallersModel) {
  AIC_NEED_VULKAN();
  std::string bytes = VulkanChain()->Bytes();
  ModelPtr model = Open(bytes);
  SessionPtr first = MakeVulkanSession(model), second = MakeVulkanSession(model);
  model.reset();
  first.reset();
  ChainResult result;
  ASSERT_EQ(RunChain(second.get(), ChainInput(), &result), AIC_OK);
  ExpectChain(result, ComputeChain(ChainInput()));
}

TEST(VulkanSessions, AForkHasNone) {
  AIC_NEED_VULKAN();
  std::string bytes = VulkanChain()->Bytes();
  ModelPtr model = Open(bytes);
  SessionPtr session = MakeVulkanSession(model);
  ChainResult result;
  pid_t child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    bool told = RunChain(session.get(), ChainInput(), &result) == AIC_DEVICE_LOST &&
                strstr(aic_last_error(), "fork") != nullptr;
    session.reset(); // And closing it touches nothing.
    _exit(told ? 0 : 1);
  }
  int status = -1;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
  ASSERT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_OK); // The parent's is as it was.
  ExpectChain(result, ComputeChain(ChainInput()));
}

TEST(VulkanSessions, RefuseWrongBuffers) {
  AIC_NEED_VULKAN();
  std::string bytes = VulkanChain()->Bytes();
  ModelPtr model = Open(bytes);
  SessionPtr session = MakeVulkanSession(model);
  aic_input input = {nullptr, 4};
  EXPECT_EQ(aic_session_run(session.get(), &input, 1, nullptr, 0), AIC_INVALID_ARGUMENT);
  EXPECT_THAT(aic_last_error(), HasSubstr("1 inputs and 2 outputs"));
}

TEST(VulkanRun, StopsBeforeItIsHandedOverAndBetweenTheStepsOfATrace) {
  AIC_NEED_VULKAN();
  std::string bytes = VulkanChain()->Bytes();
  ModelPtr model = Open(bytes);
  SessionPtr session = MakeVulkanSession(model);
  ASSERT_TRUE(session);
  ChainResult result;
  ASSERT_EQ(aic_session_set_time_limit(session.get(), 1), AIC_OK);
  ASSERT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_CANCELLED);
  EXPECT_THAT(aic_last_error(), testing::HasSubstr("more than its limit of 0.000 ms"));
  ASSERT_EQ(aic_session_set_time_limit(session.get(), 0), AIC_OK);
  auto cancel = [](void* user, uint32_t dispatch, uint64_t, void* const*, uint32_t) {
    if (dispatch == 3)
      EXPECT_EQ(aic_session_cancel(static_cast<aic_session*>(user)), AIC_OK);
  };
  ASSERT_EQ(aic_session_set_trace(session.get(), cancel, session.get()), AIC_OK);
  ASSERT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_CANCELLED);
  EXPECT_THAT(aic_last_error(), testing::HasSubstr("cancelled before the end of op 5"));
  ASSERT_EQ(aic_session_set_trace(session.get(), nullptr, nullptr), AIC_OK);
  ASSERT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_OK) << aic_last_error();
  EXPECT_LT(Difference(result.y, ComputeChain(ChainInput()).y), 1e-6f);
}

} // namespace
} // namespace aic::test
