// States on Vulkan: buffers that stay on the device from run to run.
#include "test/unit/vulkan_runtime/VulkanModel.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <cstring>
#include <sys/wait.h>
#include <unistd.h>

namespace aic::test {
namespace {

using testing::HasSubstr;

/// Entries behind those of StateModel.
enum : uint32_t { kCount = kSetSmall + 1, kGuarded, kHalf };
/// A state behind those of StateModel, larger than a window to the states is on a device with memory of its
/// own.
constexpr uint32_t kLarge = kStates;
constexpr size_t kLargeElements = 2500000;

/// code: a word that is reported unless it is 0.
Words CheckShader() {
  return IntegerShader(2, "@load{%code 0 %zero}\n%word = OpAccessChain %ptr %b1 %zero %zero\n"
                          "%old = OpAtomicUMax %u32 %word u:1 u:0 %code");
}

/// For the first `count` invocations y[i] = `op` of x[i].
Words FewShader(int count, const std::string& op) {
  return IntegerShader(
      2, "%inside = OpULessThan %bool %i u:" + std::to_string(count) +
             "\nOpSelectionMerge %end None\nOpBranchConditional %inside %go %end\n%go = OpLabel\n"
             "@load{%x 0 %i}\n%y = " +
             op + "\n@store{1 %i %y}\nOpBranch %end\n%end = OpLabel");
}

/// y = 2 * x + w where code is 0; else code is reported and nothing is written.
Words GuardedShader() {
  return IntegerShader(5, R"(
    @load{%code 2 %zero}
    %good = OpIEqual %bool %code u:0
    OpSelectionMerge %end None
    OpBranchConditional %good %go %stop
    %go = OpLabel
    @load{%xb 0 %i}
    %column = OpUMod %u32 %i u:32
    @load{%wb 1 %column}
    %x = OpBitcast %f32 %xb
    %w = OpBitcast %f32 %wb
    %m = OpFMul %f32 f:2 %x
    %y = OpFAdd %f32 %m %w
    %yb = OpBitcast %u32 %y
    @store{3 %i %yb}
    OpBranch %end
    %stop = OpLabel
    %word = OpAccessChain %ptr %b4 %zero %zero
    %old = OpAtomicUMax %u32 %word u:1 u:0 %code
    OpBranch %end
    %end = OpLabel)");
}

/// StateModel for Vulkan, and behind its entries:
/// - "count": flags[i] = !flags[i], position += 1.
/// - "guarded": code: i32[]. h = 2 * h + w, twice, each step reporting code instead unless it is 0.
/// - "half": the same, but the second step does not look at code.
std::unique_ptr<TestModel> Model(bool forBoth = false) {
  auto model = StateModel();
  artifact::Content& content = model->content;
  content.states.push_back(
      {{"large", artifact::ElementType::I64, {int64_t(kLargeElements)}}, false, uint64_t(-3)});
  artifact::Target target;
  target.kind = artifact::Target::Kind::Vulkan;
  target.triple = "spirv1.3-unknown-vulkan1.1";
  target.programs = model->target().programs;
  target.kernels = {{"scale", "elementwise", {MakeVariant("floor", ScaleShader(), 32)}},
                    {"sum", "reduction", {MakeVariant("floor", SumShader(), 1)}},
                    {"check", "check", {MakeVariant("floor", CheckShader(), 1)}},
                    {"flip", "elementwise", {MakeVariant("floor", FewShader(3, "OpISub %u32 u:1 %x"), 1)}},
                    {"count", "elementwise", {MakeVariant("floor", FewShader(1, "OpIAdd %u32 %x u:1"), 1)}},
                    {"guarded", "elementwise", {MakeVariant("floor", GuardedShader(), 32)}}};
  for (uint32_t kernel : {2u, 5u})
    target.kernels[kernel].variants[0].reports = true;
  for (artifact::Program& program : target.programs)
    for (artifact::Dispatch& dispatch : program.dispatches)
      dispatch.kernel = dispatch.kernel == kScale ? 0 : dispatch.kernel == kSum ? 1 : 2;
  if (forBoth) {
    content.targets.push_back(std::move(target));
    return model;
  }
  auto make = [](const char* name, uint32_t kernel, std::vector<artifact::Binding> bindings) {
    artifact::Dispatch dispatch;
    dispatch.name = name;
    dispatch.kernel = kernel;
    dispatch.bindings = std::move(bindings);
    return dispatch;
  };
  const artifact::Tensor code = {"code", artifact::ElementType::I32, {}};
  content.entries.push_back({"count", {}, {}});
  content.entries.push_back({"guarded", {code}, {}});
  content.entries.push_back({"half", {code}, {}});
  const artifact::Dispatch guarded =
      make("guarded", 5, {ReadState(kH), ReadState(kW, 4 * kCols), Input(0, 4), WriteState(kH)});
  const artifact::Dispatch plain =
      make("plain", 0, {ReadState(kH), ReadState(kW, 4 * kCols), WriteState(kH)});
  target.programs.push_back({{make("flip", 3, {ReadState(kFlags, 12), WriteState(kFlags, 12)}),
                              make("count", 4, {ReadState(kPosition, 4), WriteState(kPosition, 4)})}});
  target.programs.push_back({{guarded, guarded}});
  target.programs.push_back({{guarded, plain}});
  content.targets[0] = std::move(target);
  return model;
}

std::vector<float> Advanced(std::vector<float> h) {
  for (size_t i = 0; i < h.size(); ++i)
    h[i] = 2 * h[i] + (0.25f * (i % kCols) - 3);
  return h;
}

aic_status RunEntry(const SessionPtr& session, uint32_t entry, int32_t code = 0, float* s = nullptr) {
  float ignored = 0;
  const aic_input in = {&code, 4};
  const aic_output out = {s ? s : &ignored, 4};
  const bool takes = entry != kSumOfState && entry != kCount, gives = entry <= kSumOfState;
  return aic_session_run_entry(session.get(), entry, &in, takes, &out, gives);
}

std::vector<float> ReadH(const SessionPtr& session) {
  std::vector<float> h(kRows * kCols);
  EXPECT_EQ(aic_session_read_state(session.get(), kH, h.data(), kTensorBytes), AIC_OK) << aic_last_error();
  return h;
}

std::string Save(const SessionPtr& session) {
  std::string saved(aic_session_saved_bytes(session.get()), 'x');
  EXPECT_EQ(aic_session_save_states(session.get(), saved.data(), saved.size()), AIC_OK) << aic_last_error();
  return saved;
}

aic_status Load(const SessionPtr& session, const std::string& saved) {
  return aic_session_load_states(session.get(), saved.data(), saved.size());
}

const std::vector<float> kOnes(kRows* kCols, 1.0f);

void KeepsThem(const SessionPtr& session) {
  std::vector<float> expected = kOnes;
  for (int run = 0; run < 4; ++run) {
    float s = 0, again = 1;
    expected = Advanced(expected);
    ASSERT_EQ(RunEntry(session, run % 2 ? kLate : kAdvance, 0, &s), AIC_OK) << aic_last_error();
    EXPECT_LT(Difference(ReadH(session), expected), 1e-6f);
    ASSERT_EQ(RunEntry(session, kSumOfState, 0, &again), AIC_OK) << aic_last_error();
    EXPECT_EQ(s, again); // The same shader on the same numbers.
  }
  const std::vector<float> x = ChainInput();
  const int32_t code = 0;
  const aic_input in[] = {{x.data(), kTensorBytes}, {&code, 4}};
  ASSERT_EQ(aic_session_run_entry(session.get(), kSet, in, 2, nullptr, 0), AIC_OK) << aic_last_error();
  EXPECT_LT(Difference(ReadH(session), Advanced(x)), 1e-6f);
  ASSERT_EQ(aic_session_reset_state(session.get(), AIC_ALL_STATES), AIC_OK) << aic_last_error();
}

void NarrowsAndWidens(const SessionPtr& session) {
  auto flags = [&] {
    bool values[3] = {};
    EXPECT_EQ(aic_session_read_state(session.get(), kFlags, values, 3), AIC_OK) << aic_last_error();
    return std::vector<bool>(values, values + 3);
  };
  auto position = [&] {
    int64_t value = 77;
    EXPECT_EQ(aic_session_read_state(session.get(), kPosition, &value, 8), AIC_OK) << aic_last_error();
    return value;
  };
  EXPECT_EQ(flags(), std::vector<bool>({true, true, true}));
  EXPECT_EQ(position(), -5);
  ASSERT_EQ(RunEntry(session, kCount), AIC_OK) << aic_last_error();
  EXPECT_EQ(flags(), std::vector<bool>({false, false, false}));
  EXPECT_EQ(position(), -4);
  const bool mixed[3] = {true, false, true};
  const int64_t least = INT32_MIN;
  ASSERT_EQ(aic_session_write_state(session.get(), kFlags, mixed, 3), AIC_OK) << aic_last_error();
  ASSERT_EQ(aic_session_write_state(session.get(), kPosition, &least, 8), AIC_OK) << aic_last_error();
  ASSERT_EQ(RunEntry(session, kCount), AIC_OK) << aic_last_error();
  EXPECT_EQ(flags(), std::vector<bool>({false, true, false}));
  EXPECT_EQ(position(), least + 1);
  // What does not fit is told, and changes nothing.
  for (int64_t wide : {int64_t(INT32_MIN) - 1, int64_t(INT32_MAX) + 1}) {
    EXPECT_EQ(aic_session_write_state(session.get(), kPosition, &wide, 8), AIC_UNSUPPORTED);
    EXPECT_EQ(aic_last_error(), "<memory>: state 3 (position): element 0 is " + std::to_string(wide) +
                                    ", which does not fit in the 32 bits that integers have on Vulkan");
    EXPECT_EQ(position(), least + 1);
  }
  // A state of several windows, not aligned, of which every element is another.
  std::string large(8 * kLargeElements + 1, '\0'), found = large;
  for (size_t i = 0; i < kLargeElements; ++i) {
    const int64_t value = int64_t(i * 7919 % 4000000007) - 2000000000;
    const int64_t narrow = static_cast<int32_t>(value);
    memcpy(&large[1 + 8 * i], &narrow, 8);
  }
  ASSERT_EQ(aic_session_write_state(session.get(), kLarge, &large[1], 8 * kLargeElements), AIC_OK)
      << aic_last_error();
  ASSERT_EQ(aic_session_read_state(session.get(), kLarge, &found[1], 8 * kLargeElements), AIC_OK);
  EXPECT_TRUE(found == large);
  ASSERT_EQ(aic_session_reset_state(session.get(), kLarge), AIC_OK) << aic_last_error();
  ASSERT_EQ(aic_session_read_state(session.get(), kLarge, &found[1], 8 * kLargeElements), AIC_OK);
  bool same = true;
  for (size_t i = 0; i < kLargeElements; ++i) {
    int64_t value;
    memcpy(&value, &found[1 + 8 * i], 8);
    same = same && value == -3;
  }
  EXPECT_TRUE(same);
  ASSERT_EQ(aic_session_reset_state(session.get(), AIC_ALL_STATES), AIC_OK);
}

void SavesAndLoads(const SessionPtr& session) {
  float s = 0, next = 0;
  ASSERT_EQ(RunEntry(session, kAdvance), AIC_OK) << aic_last_error();
  ASSERT_EQ(RunEntry(session, kCount), AIC_OK) << aic_last_error();
  const std::string saved = Save(session);
  const std::vector<float> h = ReadH(session);
  ASSERT_EQ(RunEntry(session, kAdvance, 0, &next), AIC_OK);
  ASSERT_NE(ReadH(session), h);
  ASSERT_EQ(Load(session, saved), AIC_OK) << aic_last_error();
  EXPECT_EQ(ReadH(session), h);
  EXPECT_TRUE(Save(session) == saved);
  ASSERT_EQ(RunEntry(session, kAdvance, 0, &s), AIC_OK);
  EXPECT_EQ(s, next);
  const std::string after = Save(session);
  std::string damaged = saved;
  damaged[damaged.size() / 2] ^= 4;
  EXPECT_EQ(Load(session, damaged), AIC_INVALID_ARGUMENT);
  EXPECT_TRUE(Save(session) == after);
  ASSERT_EQ(aic_session_reset_state(session.get(), AIC_ALL_STATES), AIC_OK);
  EXPECT_EQ(ReadH(session), kOnes);
}

bool IsLost(const SessionPtr& session) {
  float h[kRows * kCols];
  const aic_status read = aic_session_read_state(session.get(), kH, h, kTensorBytes),
                   run = RunEntry(session, kSumOfState);
  EXPECT_EQ(read, run);
  EXPECT_TRUE(read == AIC_OK || read == AIC_STATE_LOST) << aic_last_error();
  return read == AIC_STATE_LOST;
}

void LosesThem(const SessionPtr& session) {
  // What fails is every step that writes: they are as they were.
  for (int round = 0; round < 2; ++round) {
    EXPECT_EQ(RunEntry(session, kGuarded, 7), AIC_KERNEL_FAILED);
    EXPECT_THAT(aic_last_error(), HasSubstr("guarded: its kernel failed with code 7 (dispatch 0)"));
    ASSERT_FALSE(IsLost(session));
    EXPECT_EQ(ReadH(session), kOnes);
  }
  ASSERT_EQ(RunEntry(session, kGuarded), AIC_OK);
  EXPECT_LT(Difference(ReadH(session), Advanced(Advanced(kOnes))), 1e-6f);
  // What writes nothing loses nothing.
  EXPECT_EQ(RunEntry(session, kSetSmall, 7), AIC_KERNEL_FAILED);
  EXPECT_FALSE(IsLost(session));
  // What fails before the first step that writes: the others do not run.
  EXPECT_EQ(RunEntry(session, kAdvance, 7), AIC_KERNEL_FAILED);
  EXPECT_THAT(aic_last_error(), HasSubstr("its kernel failed with code 7 (dispatch 0)"));
  EXPECT_FALSE(IsLost(session));
  ASSERT_EQ(aic_session_reset_state(session.get(), AIC_ALL_STATES), AIC_OK);
  // From there on steps behind one that failed run here, too.
  for (uint32_t entry : {uint32_t(kHalf), uint32_t(kLate)}) {
    EXPECT_EQ(RunEntry(session, entry, 7), AIC_KERNEL_FAILED);
    ASSERT_TRUE(IsLost(session)) << entry;
    EXPECT_EQ(RunEntry(session, kGuarded, 0), AIC_STATE_LOST);
    ASSERT_EQ(aic_session_reset_state(session.get(), AIC_ALL_STATES), AIC_OK);
    ASSERT_FALSE(IsLost(session));
    EXPECT_EQ(ReadH(session), kOnes);
  }
}

void DoesAll(const SessionPtr& session) {
  KeepsThem(session);
  NarrowsAndWidens(session);
  SavesAndLoads(session);
  LosesThem(session);
}

TEST(VulkanStates, AreKeptWrittenSavedAndLost) {
  AIC_NEED_VULKAN();
  const std::string bytes = Model()->Bytes();
  ModelPtr model = Open(bytes);
  ASSERT_TRUE(model);
  SessionPtr session = MakeVulkanSession(model);
  ASSERT_TRUE(session);
  DoesAll(session);
}

TEST(VulkanStates, TracedAndProfiled) {
  AIC_NEED_VULKAN();
  const std::string bytes = Model()->Bytes();
  ModelPtr model = Open(bytes);
  for (uint32_t flags : {0, int(AIC_SESSION_PROFILE)}) {
    aic_session_options options = VulkanOptions();
    options.flags = flags;
    SessionPtr session = MakeVulkanSession(model, options);
    ASSERT_TRUE(session);
    struct Seen {
      aic_session* session;
      int calls = 0;
      std::vector<float> h = std::vector<float>(kRows * kCols);
    } seen;
    seen.session = session.get();
    auto trace = [](void* user, uint32_t, uint64_t, void* const*, uint32_t) {
      auto& seen = *static_cast<Seen*>(user);
      ++seen.calls;
      EXPECT_EQ(aic_session_read_state(seen.session, kH, seen.h.data(), kTensorBytes), AIC_BUSY);
    };
    ASSERT_EQ(aic_session_set_trace(session.get(), trace, &seen), AIC_OK);
    KeepsThem(session);
    EXPECT_EQ(seen.calls, 4 * (3 + 1) + 2);
    LosesThem(session);
  }
}

TEST(VulkanStates, GoFromDeviceToDevice) {
  AIC_NEED_VULKAN();
  const std::string bytes = Model(/*forBoth=*/true)->Bytes();
  ModelPtr model = Open(bytes);
  ASSERT_TRUE(model);
  SessionPtr cpu = MakeSession(model, 2), vulkan = MakeVulkanSession(model);
  ASSERT_TRUE(cpu && vulkan);
  EXPECT_TRUE(Save(cpu) == Save(vulkan));
  float onCpu = 0, onVulkan = 0;
  ASSERT_EQ(RunEntry(cpu, kAdvance), AIC_OK);
  ASSERT_EQ(Load(vulkan, Save(cpu)), AIC_OK) << aic_last_error();
  EXPECT_EQ(ReadH(vulkan), ReadH(cpu));
  ASSERT_EQ(RunEntry(vulkan, kAdvance, 0, &onVulkan), AIC_OK);
  ASSERT_EQ(Load(cpu, Save(vulkan)), AIC_OK) << aic_last_error();
  ASSERT_EQ(RunEntry(cpu, kSumOfState, 0, &onCpu), AIC_OK);
  EXPECT_NEAR(onCpu, onVulkan, 1e-5f * std::abs(onCpu));
  // A number that only the CPU can have.
  const std::string before = Save(vulkan);
  const int64_t wide = int64_t(1) << 31;
  ASSERT_EQ(aic_session_write_state(cpu.get(), kPosition, &wide, 8), AIC_OK);
  ASSERT_EQ(RunEntry(cpu, kAdvance), AIC_OK);
  EXPECT_EQ(Load(vulkan, Save(cpu)), AIC_UNSUPPORTED);
  EXPECT_THAT(aic_last_error(), HasSubstr("state 3 (position): element 0 is 2147483648"));
  EXPECT_TRUE(Save(vulkan) == before);
}

TEST(VulkanStates, BeginWithWhatFits) {
  AIC_NEED_VULKAN();
  auto plan = Model();
  plan->content.states[kPosition].value = uint64_t(1) << 31;
  const std::string bytes = plan->Bytes();
  ModelPtr model = Open(bytes);
  EXPECT_THAT(SessionFailure(model, AIC_UNSUPPORTED),
              HasSubstr("state 3 (position): element 0 is 2147483648"));
  // The same of weights: two floats there are no such number.
  auto weights = Model();
  weights->content.states[kPosition] = {{"position", artifact::ElementType::I64, {}}, true};
  const std::string others = weights->Bytes();
  ModelPtr other = Open(others);
  EXPECT_THAT(SessionFailure(other, AIC_UNSUPPORTED), HasSubstr("state 3 (position): element 0 is "));
}

TEST(VulkanStates, WaitForWhatWasBefore) {
  AIC_NEED_VULKAN();
  const std::string bytes = Model()->Bytes();
  ModelPtr model = Open(bytes);
  // The host looks at the check before the step, which waits for earlier runs, and the sum for the step; the
  // last one is for the host.
  EXPECT_EQ(DescribeSession(MakeVulkanSession(model)).barrier_count, 4u);
}

TEST(VulkanStates, AForkHasNone) {
  AIC_NEED_VULKAN();
  const std::string bytes = Model()->Bytes();
  ModelPtr model = Open(bytes);
  SessionPtr session = MakeVulkanSession(model);
  std::vector<float> h(kRows * kCols);
  pid_t child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    const bool told = aic_session_read_state(session.get(), kH, h.data(), kTensorBytes) == AIC_DEVICE_LOST &&
                      aic_session_write_state(session.get(), kH, h.data(), kTensorBytes) == AIC_DEVICE_LOST;
    _exit(told ? 0 : 1);
  }
  int status = -1;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
  EXPECT_EQ(ReadH(session), kOnes);
}

// The names of these keep them from runs under the validation layer, which has no place beside the injecting
// one.
TEST(VulkanInjectStates, OnDevicesWhoseMemoryIsTheirOwn) {
  AIC_NEED_VULKAN();
  const std::string bytes = Model()->Bytes();
  for (const char* kind : {"discrete", "incoherent",
                           "discrete,limit:maxMemoryAllocationSize:10070000,limit:maxBufferSize:10070000"}) {
    SCOPED_TRACE(kind);
    Layers layers(kind);
    {
      ModelPtr model = Open(bytes);
      SessionPtr session = MakeVulkanSession(model);
      ASSERT_TRUE(session);
      DoesAll(session);
    }
    EXPECT_EQ(layers.Log(), "");
  }
  Layers layers("limit:maxMemoryAllocationSize:9999999,limit:maxBufferSize:9999999");
  ModelPtr model = Open(bytes);
  EXPECT_THAT(
      SessionFailure(model, AIC_UNSUPPORTED),
      HasSubstr("10000000 bytes of states must lie together, and the device's maxMemoryAllocationSize is"));
}

TEST(VulkanInjectStates, AWriteOrARunThatFailsLosesThem) {
  AIC_NEED_VULKAN();
  const std::string bytes = Model()->Bytes();
  const std::vector<float> twos(kRows * kCols, 2.0f);
  auto written = [&](const SessionPtr& session) {
    return aic_session_write_state(session.get(), kH, twos.data(), kTensorBytes);
  };
  // How often a session that does nothing submits, as no weights are bound: once for each window to a state.
  const int loading = 4 + 2;
  {
    Layers layers("discrete,fail:vkQueueSubmit:" + std::to_string(loading + 1) + ":-1");
    ModelPtr model = Open(bytes);
    SessionPtr session = MakeVulkanSession(model);
    ASSERT_TRUE(session);
    EXPECT_EQ(written(session), AIC_OUT_OF_MEMORY);
    EXPECT_THAT(aic_last_error(), HasSubstr("the states cannot be written (VK_ERROR_OUT_OF_HOST_MEMORY"));
    EXPECT_TRUE(IsLost(session));
    ASSERT_EQ(written(session), AIC_OK) << aic_last_error();
    EXPECT_FALSE(IsLost(session));
    EXPECT_EQ(ReadH(session), twos);
  }
  {
    Layers layers("discrete,fail:vkQueueSubmit:" + std::to_string(loading + 1) + ":-1");
    ModelPtr model = Open(bytes);
    SessionPtr session = MakeVulkanSession(model);
    std::vector<float> h(kRows * kCols);
    EXPECT_EQ(aic_session_read_state(session.get(), kH, h.data(), kTensorBytes), AIC_OUT_OF_MEMORY);
    EXPECT_FALSE(IsLost(session)); // A read changes nothing.
    EXPECT_EQ(ReadH(session), kOnes);
  }
  {
    Layers layers("discrete,fail:vkWaitForFences:" + std::to_string(loading + 1) + ":-1");
    ModelPtr model = Open(bytes);
    SessionPtr session = MakeVulkanSession(model);
    EXPECT_EQ(RunEntry(session, kAdvance), AIC_OUT_OF_MEMORY);
    EXPECT_TRUE(IsLost(session));
    ASSERT_EQ(aic_session_reset_state(session.get(), AIC_ALL_STATES), AIC_OK) << aic_last_error();
    EXPECT_EQ(ReadH(session), kOnes);
  }
  {
    Layers layers("discrete,fail:vkQueueSubmit:" + std::to_string(loading + 1) + ":-1");
    ModelPtr model = Open(bytes);
    SessionPtr session = MakeVulkanSession(model);
    EXPECT_EQ(RunEntry(session, kSumOfState), AIC_OUT_OF_MEMORY); // It writes none.
    EXPECT_FALSE(IsLost(session));
  }
  {
    // In the middle of a load: what is new and what is old is not told apart.
    Layers layers("discrete,fail:vkQueueSubmit:" + std::to_string(2 * loading + 3) + ":-1");
    ModelPtr model = Open(bytes);
    SessionPtr session = MakeVulkanSession(model);
    const std::string saved = Save(session);
    EXPECT_EQ(Load(session, saved), AIC_OUT_OF_MEMORY);
    EXPECT_TRUE(IsLost(session));
    ASSERT_EQ(written(session), AIC_OK);
    EXPECT_TRUE(IsLost(session));
    ASSERT_EQ(Load(session, saved), AIC_OK) << aic_last_error();
    EXPECT_TRUE(Save(session) == saved);
  }
}

TEST(VulkanInjectStates, EveryCallMayFail) {
  AIC_NEED_VULKAN();
  // Each function that making, writing and reading states calls, at each of its calls.
  const char* const functions[] = {"vkAllocateCommandBuffers",
                                   "vkAllocateMemory",
                                   "vkBeginCommandBuffer",
                                   "vkBindBufferMemory",
                                   "vkCreateBuffer",
                                   "vkEndCommandBuffer",
                                   "vkFlushMappedMemoryRanges",
                                   "vkInvalidateMappedMemoryRanges",
                                   "vkMapMemory",
                                   "vkQueueSubmit",
                                   "vkResetFences",
                                   "vkWaitForFences"};
  const std::pair<int, aic_status> results[] = {
      {-2, AIC_OUT_OF_MEMORY}, {-4, AIC_DEVICE_LOST}, {-13, AIC_SYSTEM}};
  auto plan = Model();
  plan->content.states.pop_back(); // The large one.
  plan->content.entries.resize(1);
  plan->target().programs.resize(1);
  const std::string bytes = plan->Bytes();
  ModelPtr model = Open(bytes);
  const aic_session_options options = VulkanOptions();
  int failed = 0, told = 0;
  for (const char* function : functions)
    for (int call = 1;; ++call) {
      const int code = results[(failed + call) % 3].first;
      const aic_status status = results[(failed + call) % 3].second;
      const std::string directives = "incoherent,fail:" + std::string(function) + ":" + std::to_string(call) +
                                     ":" + std::to_string(code);
      SCOPED_TRACE(directives);
      Layers layers(directives);
      bool happened = false;
      auto note = [&](aic_status got, bool mayBeLost) {
        if (got == AIC_OK)
          return true;
        if (happened && mayBeLost && got == AIC_STATE_LOST)
          ++told;
        else
          EXPECT_EQ(got, status) << aic_last_error();
        happened = true;
        return false;
      };
      aic_session* made;
      if (note(aic_session_create_with(model.get(), &options, &made), false)) {
        SessionPtr session(made);
        std::string saved(aic_session_saved_bytes(session.get()), 'x');
        const std::vector<float> twos(kRows * kCols, 2.0f);
        bool sound = true; // Nothing has failed yet.
        sound &= note(RunEntry(session, kAdvance), true);
        sound &= note(aic_session_write_state(session.get(), kH, twos.data(), kTensorBytes), true);
        std::vector<float> h(twos.size());
        if (note(aic_session_save_states(session.get(), saved.data(), saved.size()), true) && sound &&
            note(aic_session_read_state(session.get(), kH, h.data(), kTensorBytes), true)) {
          EXPECT_EQ(h, twos);
        }
      }
      EXPECT_EQ(layers.Log(), "");
      failed += happened;
      if (!happened) {
        EXPECT_GT(call, 1) << function << " was not called";
        break;
      }
    }
  EXPECT_GT(failed, 40);
  EXPECT_GT(told, 0);
}

TEST(VulkanValidationStates, HasNothingToSayAndSeesTheMissingBarrier) {
  AIC_NEED_VULKAN();
  if (!Layers::CanValidate())
    GTEST_SKIP() << "no validation layer (Debian: chromium-common)";
  const std::string bytes = Model()->Bytes();
  for (const char* kind : {"", "discrete"})
    for (uint32_t flags : {0, int(AIC_SESSION_PROFILE)}) {
      Layers layers(kind, /*validate=*/true);
      {
        ModelPtr model = Open(bytes);
        aic_session_options options = VulkanOptions();
        options.flags = flags;
        SessionPtr session = MakeVulkanSession(model, options);
        ASSERT_TRUE(session);
        DoesAll(session);
        auto ignore = [](void*, uint32_t, uint64_t, void* const*, uint32_t) {};
        ASSERT_EQ(aic_session_set_trace(session.get(), ignore, nullptr), AIC_OK);
        KeepsThem(session);
      }
      EXPECT_EQ(layers.Messages(), "") << kind << " " << flags;
      EXPECT_EQ(layers.Log(), "");
    }
  // Of "advance", which is recorded first: the barrier between the step that writes h and the sum that reads
  // it.
  Layers layers("drop:3", /*validate=*/true);
  {
    ModelPtr model = Open(bytes);
    SessionPtr session = MakeVulkanSession(model);
    ASSERT_EQ(RunEntry(session, kAdvance), AIC_OK) << aic_last_error();
  }
  EXPECT_THAT(layers.Messages(), HasSubstr("SYNC-HAZARD"));
}

} // namespace
} // namespace aic::test
