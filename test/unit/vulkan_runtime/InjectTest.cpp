// Failures that the layer of test/vulkan_layer injects: each ends in a status that names the device and what
// was lacking, and nothing is left behind.
#include "test/unit/vulkan_runtime/VulkanModel.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace aic::test {
namespace {

using testing::HasSubstr;

class VulkanInject : public testing::Test {
protected:
  void SetUp() override {
    AIC_NEED_VULKAN();
    aic_device_list* list;
    ASSERT_EQ(aic_device_list_create(&list), AIC_OK);
    aic_device_info info;
    ASSERT_EQ(aic_device_list_device(list, 1, &info), AIC_OK);
    device_ = info.name;
    aic_device_list_free(list);
  }
  /// Expects that no session can be made, and why.
  void ExpectRefused(const std::string& bytes, const std::string& directives, aic_status status,
                     const std::string& message) {
    Layers layers(directives);
    {
      ModelPtr model = Open(bytes);
      std::string text = SessionFailure(model, status);
      EXPECT_THAT(text, HasSubstr(message)) << directives;
      EXPECT_THAT(text, HasSubstr(device_)) << directives;
    }
    EXPECT_EQ(layers.Log(), "") << directives;
  }
  std::string device_;
  const std::string chain_ = VulkanChain(2)->Bytes();
};

TEST_F(VulkanInject, LimitsAreChecked) {
  ExpectRefused(
      chain_, "limit:maxStorageBufferRange:8191", AIC_UNSUPPORTED,
      "a tensor of 8192 bytes is bound at once, and the device's maxStorageBufferRange is 8191: the largest "
      "tensor that fits has 2047 elements of 4 bytes, 99 % of this one's; make the input");
  ExpectRefused(chain_, "limit:maxPerStageDescriptorStorageBuffers:2", AIC_UNSUPPORTED,
                "dispatch op 1 binds 3 buffers, and the device's maxPerStageDescriptorStorageBuffers is 2");
  ExpectRefused(chain_, "limit:maxDescriptorSetStorageBuffers:2", AIC_UNSUPPORTED,
                "maxDescriptorSetStorageBuffers is 2");
  ExpectRefused(chain_, "limit:maxPerStageResources:2", AIC_UNSUPPORTED, "maxPerStageResources is 2");
  ExpectRefused(chain_, "limit:maxMemoryAllocationCount:2", AIC_OUT_OF_MEMORY,
                "the inputs and outputs need one allocation more than its maxMemoryAllocationCount of 2");
  ExpectRefused(
      chain_, "limit:maxMemoryAllocationSize:8191,limit:maxBufferSize:8191", AIC_UNSUPPORTED,
      "8192 bytes of activations must lie together, and the device's maxMemoryAllocationSize is 8191");
  ExpectRefused(chain_, "limit:maxBufferSize:8191", AIC_UNSUPPORTED, "its maxBufferSize 8191");
}

TEST_F(VulkanInject, MemoryIsSplitWhereALimitAsksForIt) {
  // Each tensor gets a buffer of its own: arena and outputs both hold two.
  for (const char* kind : {"", "discrete,", "incoherent,"}) {
    Layers layers(std::string(kind) + "limit:maxMemoryAllocationSize:8192,limit:maxBufferSize:8192");
    {
      ModelPtr model = Open(chain_);
      SessionPtr session = MakeVulkanSession(model);
      ASSERT_TRUE(session);
      ChainResult result;
      ASSERT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_OK) << aic_last_error();
      EXPECT_LT(Difference(result.y, ComputeChain(ChainInput(), 2).y), 1e-6f);
    }
    EXPECT_EQ(layers.Log(), "");
  }
}

TEST_F(VulkanInject, ADiscreteDeviceGetsCopies) {
  // Weights larger than one piece of their upload, so that pieces and constants end apart.
  auto plan = EmptyVulkanModel();
  TakeOneGiveOne(*plan);
  constexpr size_t kConstant = 3000000 / 64 * 16; // Floats, a multiple of 64 bytes: 3 MB.
  plan->weights.assign(4 * kConstant, 0);
  for (size_t i = 0; i < plan->weights.size(); ++i)
    plan->weights[i] = static_cast<float>(i % 9973);
  plan->content.weightsBytes = 4 * plan->weights.size();
  plan->content.constants = {{0, absl::MakeConstSpan(reinterpret_cast<const uint8_t*>(plan->weights.data()),
                                                     plan->content.weightsBytes)}};
  // Adds the last 32 floats of a constant: y = x + w[end - 32 + i % 32].
  AddKernel(*plan, "tail",
            Shader(3, "@load{%x 0 %i}\n%column = OpUMod %u32 %i u:32\n%at = OpIAdd %u32 %column u:" +
                          std::to_string(kConstant - 32) +
                          "\n@load{%w 1 %at}\n%y = OpFAdd %f32 %x %w\n@store{2 %i %y}"));
  for (int i = 0; i < 4; ++i)
    plan->Add(static_cast<TestKernel>(0), 1,
              {i ? ReadArena((i - 1) % 2 * kTensorBytes) : Input(0),
               Weights(4 * kConstant * i, 4 * kConstant),
               i == 3 ? Output(0) : WriteArena(i % 2 * kTensorBytes)});
  std::string bytes = plan->Bytes();
  std::vector<float> expected(kRows * kCols, 1), y;
  for (size_t i = 0; i < expected.size(); ++i)
    for (int c = 1; c <= 4; ++c)
      expected[i] += plan->weights[c * kConstant - 32 + i % 32];
  for (const char* kind : {"", "discrete", "incoherent"}) {
    Layers layers(kind);
    {
      ModelPtr model = Open(bytes);
      SessionPtr session = MakeVulkanSession(model);
      ASSERT_TRUE(session);
      ASSERT_EQ(RunOne(session.get(), std::vector<float>(kRows * kCols, 1), &y), AIC_OK) << aic_last_error();
      EXPECT_EQ(y, expected) << kind;
      // Traced, too: what the callback gets was copied out of the device's memory.
      struct Seen {
        int calls = 0;
        float weight = 0;
      } seen;
      auto keep = [](void* user, uint32_t, uint64_t, void* const* buffers, uint32_t) {
        auto* seen = static_cast<Seen*>(user);
        ++seen->calls;
        seen->weight = static_cast<const float*>(buffers[1])[kConstant - 1];
      };
      ASSERT_EQ(aic_session_set_trace(session.get(), keep, &seen), AIC_OK);
      ASSERT_EQ(RunOne(session.get(), std::vector<float>(kRows * kCols, 1), &y), AIC_OK) << aic_last_error();
      EXPECT_EQ(y, expected) << kind;
      EXPECT_EQ(seen.calls, 4);
      EXPECT_EQ(seen.weight, plan->weights.back());
    }
    EXPECT_EQ(layers.Log(), "");
  }
}

TEST_F(VulkanInject, ALostDeviceIsToldAndReplaced) {
  for (const char* where : {"fail:vkQueueSubmit:2:-4", "fail:vkWaitForFences:2:-4"}) {
    Layers layers(where);
    {
      ModelPtr model = Open(chain_);
      SessionPtr session = MakeVulkanSession(model), other = MakeVulkanSession(model);
      ChainResult result;
      ASSERT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_OK) << aic_last_error();
      for (int round = 0; round < 2; ++round) { // Once it happens, then because it has.
        EXPECT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_DEVICE_LOST);
        EXPECT_THAT(aic_last_error(), HasSubstr("the device is lost"));
        EXPECT_THAT(aic_last_error(), HasSubstr("VK_ERROR_DEVICE_LOST"));
        EXPECT_THAT(aic_last_error(), HasSubstr(device_));
      }
      EXPECT_EQ(RunChain(other.get(), ChainInput(), &result), AIC_DEVICE_LOST); // They share the device.
      // A session that is made now gets a device of its own, beside the old ones.
      SessionPtr next = MakeVulkanSession(model);
      ASSERT_TRUE(next);
      ASSERT_EQ(RunChain(next.get(), ChainInput(), &result), AIC_OK) << aic_last_error();
      EXPECT_LT(Difference(result.y, ComputeChain(ChainInput(), 2).y), 1e-6f);
      EXPECT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_DEVICE_LOST);
    }
    EXPECT_EQ(layers.Log(), "");
  }
}

TEST_F(VulkanInject, ARunThatFailsOtherwiseMayBeRunAgain) {
  auto plan = VulkanChain(2);
  for (artifact::Dispatch& dispatch : plan->program().dispatches)
    dispatch.flops = ~uint64_t(0); // Four submissions a run.
  std::string bytes = plan->Bytes();
  Layers layers("fail:vkQueueSubmit:3:-2,fail:vkWaitForFences:2:-1");
  {
    ModelPtr model = Open(bytes);
    SessionPtr session = MakeVulkanSession(model);
    ChainResult result;
    std::vector<float> x = ChainInput();
    // The third submission of the first run, and the wait of the third.
    for (bool good : {false, true, false, true, true}) {
      for (float& value : x)
        value += 1;
      result = {};
      aic_status status = RunChain(session.get(), x, &result);
      if (good) {
        ASSERT_EQ(status, AIC_OK) << aic_last_error();
        EXPECT_LT(Difference(result.y, ComputeChain(x, 2).y), 1e-6f);
      } else {
        EXPECT_EQ(status, AIC_OUT_OF_MEMORY);
        EXPECT_THAT(aic_last_error(), HasSubstr("the run failed (VK_ERROR_OUT_OF_"));
        EXPECT_THAT(aic_last_error(), HasSubstr(device_));
      }
    }
  }
  EXPECT_EQ(layers.Log(), "");
}

TEST_F(VulkanInject, ATraceThatFailsMayBeRunAgain) {
  struct Case {
    const char* function;
    int call;
  };
  // Those that the first traced run makes, after the ones of loading: three allocations, and so on.
  for (const Case& one : {Case{"vkAllocateMemory", 4},
                          {"vkCreateBuffer", 4},
                          {"vkMapMemory", 3},
                          {"vkAllocateCommandBuffers", 3},
                          {"vkBeginCommandBuffer", 4},
                          {"vkEndCommandBuffer", 4},
                          {"vkQueueSubmit", 2},
                          {"vkWaitForFences", 2}}) {
    Layers layers("fail:" + std::string(one.function) + ":" + std::to_string(one.call) + ":-1");
    {
      ModelPtr model = Open(chain_);
      SessionPtr session = MakeVulkanSession(model);
      ASSERT_TRUE(session) << one.function;
      int calls = 0;
      auto count = [](void* user, uint32_t, uint64_t, void* const* buffers, uint32_t) {
        *static_cast<int*>(user) += buffers[0] != nullptr;
      };
      ASSERT_EQ(aic_session_set_trace(session.get(), count, &calls), AIC_OK);
      ChainResult result;
      EXPECT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_OUT_OF_MEMORY) << one.function;
      EXPECT_THAT(aic_last_error(), HasSubstr(device_));
      calls = 0;
      ASSERT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_OK) << one.function << aic_last_error();
      EXPECT_LT(Difference(result.y, ComputeChain(ChainInput(), 2).y), 1e-6f);
      EXPECT_EQ(calls, 4);
    }
    EXPECT_EQ(layers.Log(), "");
  }
}

TEST_F(VulkanInject, EveryCallOfLoadingMayFail) {
  // Each function of the driver that can fail, at each of its calls while a session is made and run.
  const char* const functions[] = {"vkAllocateCommandBuffers",
                                   "vkAllocateDescriptorSets",
                                   "vkAllocateMemory",
                                   "vkBeginCommandBuffer",
                                   "vkBindBufferMemory",
                                   "vkCreateBuffer",
                                   "vkCreateCommandPool",
                                   "vkCreateComputePipelines",
                                   "vkCreateDescriptorPool",
                                   "vkCreateDescriptorSetLayout",
                                   "vkCreateDevice",
                                   "vkCreateFence",
                                   "vkCreatePipelineCache",
                                   "vkCreatePipelineLayout",
                                   "vkCreateQueryPool",
                                   "vkCreateShaderModule",
                                   "vkEndCommandBuffer",
                                   "vkFlushMappedMemoryRanges",
                                   "vkGetQueryPoolResults",
                                   "vkInvalidateMappedMemoryRanges",
                                   "vkMapMemory",
                                   "vkQueueSubmit",
                                   "vkResetFences",
                                   "vkWaitForFences"};
  const std::pair<int, aic_status> results[] = {
      {-2, AIC_OUT_OF_MEMORY}, {-4, AIC_DEVICE_LOST}, {-13, AIC_SYSTEM}};
  auto plan = VulkanChain(0);
  plan->program().arenaBytes = 4 * kTensorBytes;
  std::string bytes = plan->Bytes();
  ModelPtr model = Open(bytes);
  aic_session_options options = VulkanOptions();
  options.flags = AIC_SESSION_PROFILE;
  auto ignore = [](void*, uint32_t, uint64_t, void* const*, uint32_t) {};
  int failed = 0;
  for (const char* function : functions)
    for (int call = 1;; ++call) {
      bool happened = false;
      const auto& [code, status] = results[(failed + call) % 3];
      std::string directives = "incoherent,fail:" + std::string(function) + ":" + std::to_string(call) + ":" +
                               std::to_string(code);
      Layers layers(directives);
      aic_session* session;
      aic_status made = aic_session_create_with(model.get(), &options, &session);
      if (made == AIC_OK) {
        ChainResult result;
        aic_session_set_trace(session, ignore, nullptr);
        made = RunChain(session, ChainInput(), &result);
        aic_session_close(session);
      } else {
        EXPECT_EQ(session, nullptr);
      }
      if (made != AIC_OK) {
        happened = true;
        ++failed;
        EXPECT_EQ(made, status) << directives << ": " << aic_last_error();
        EXPECT_THAT(aic_last_error(), HasSubstr(device_));
        EXPECT_THAT(aic_last_error(), HasSubstr("VK_ERROR_"));
      }
      EXPECT_EQ(layers.Log(), "") << directives << ": " << aic_last_error();
      if (!happened) {
        EXPECT_GT(call, 1) << function << " was not called";
        break;
      }
    }
  EXPECT_GT(failed, 40);
}

TEST_F(VulkanInject, ClosingReleasesEverything) {
  for (const char* kind : {"", "discrete"}) {
    Layers layers(kind);
    for (int round = 0; round < 2; ++round) {
      ModelPtr model = Open(chain_);
      aic_session_options options = VulkanOptions();
      options.flags = round ? uint32_t(AIC_SESSION_PROFILE) : 0;
      SessionPtr session = MakeVulkanSession(model, options);
      auto ignore = [](void*, uint32_t, uint64_t, void* const*, uint32_t) {};
      ASSERT_EQ(aic_session_set_trace(session.get(), ignore, nullptr), AIC_OK);
      ChainResult result;
      ASSERT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_OK) << aic_last_error();
    }
    EXPECT_EQ(layers.Log(), "");
  }
}

} // namespace
} // namespace aic::test
