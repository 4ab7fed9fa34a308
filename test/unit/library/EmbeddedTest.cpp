// runtime/embedded with kernels of our own: what they are given, and what becomes of what they say.
#include "runtime/embedded/embedded.h"

#include "runtime/aic.h"

#include <cstring>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace {

/// What the kernels saw, one line a workgroup, and what they answer.
std::vector<std::string> seen;
int32_t answer = 0;
aic_embedded_instance* instance = nullptr;
extern const aic_embedded_model model;

/// Writes "step.workgroup" down; adds the input's byte to the state's and gives it out.
int32_t add(void* const* buffers, uint32_t workgroup, const aic_kernel_env* env) {
  EXPECT_EQ(env->abi_version, uint32_t(AIC_KERNEL_ABI_VERSION));
  EXPECT_EQ(env->worker, 0u);
  EXPECT_EQ(env->worker_count, 1u);
  EXPECT_EQ(reinterpret_cast<uintptr_t>(env->scratch) % AIC_KERNEL_BUFFER_ALIGNMENT, 0u);
  memset(env->scratch, 0xff, 100);
#if defined(__x86_64__)
  EXPECT_EQ(_mm_getcsr() & ~0x3fu, 0x1f80u);
#endif
  seen.push_back(std::to_string(env->step) + "." + std::to_string(workgroup));
  if (env->step == 0 && workgroup == 0) {
    auto* state = static_cast<uint8_t*>(buffers[2]);
    *state = static_cast<uint8_t>(*state + *static_cast<uint8_t*>(buffers[0]) +
                                  *static_cast<uint8_t*>(buffers[1]));
    *static_cast<uint8_t*>(buffers[3]) = *state;
    EXPECT_EQ(reinterpret_cast<uintptr_t>(buffers[4]) % AIC_KERNEL_BUFFER_ALIGNMENT, 0u);
    memset(buffers[4], 0xff, 70);
  }
  return 0;
}

/// Meets the instance running.
int32_t refuse(void* const* buffers, uint32_t, const aic_kernel_env*) {
  EXPECT_EQ(AIC_EMBEDDED_NAME(run)(&model, instance, 0, buffers[0], buffers[0], nullptr), AIC_BUSY);
  EXPECT_STREQ(AIC_EMBEDDED_NAME(last_error)(), "m_go: this instance is running already; make one a thread");
  EXPECT_EQ(AIC_EMBEDDED_NAME(reset)(&model, instance), AIC_BUSY);
  return answer;
}

// Strings by their places: "" at 0, "m" 1, "m_go" 3, "cpu" 8, "x" 12, "y" 14, "add" 16, "f:1:2" 20,
// "refuse" 26.
const char kStrings[] = "\0m\0m_go\0cpu\0x\0y\0add\0f:1:2\0refuse";
const aic_embedded_entry kEntry = {0, 1, 1, 0, 2, 0, 0, 3};
const aic_embedded_tensor kTensors[] = {{1, 0, 12, 1}, {1, 0, 14, 1}};
const aic_embedded_dispatch kDispatches[] = {{0, 3, 3, 0, 5, 16, 0}, {1, 1, 1, 5, 1, 26, 20}};
const aic_embedded_binding kBindings[] = {
    {0, 0, 0, AIC_EMBEDDED_INPUT, 0},  {64, 0, 0, AIC_EMBEDDED_WEIGHTS, 0}, {0, 0, 0, AIC_EMBEDDED_STATE, 1},
    {0, 0, 0, AIC_EMBEDDED_OUTPUT, 1}, {0, 0, 0, AIC_EMBEDDED_ARENA, 1},    {0, 0, 0, AIC_EMBEDDED_INPUT, 0}};
const aic_embedded_state kStates[] = {{0, 1, 5, 1, 0}, {64, 6, 0x0102, 2, 0}, {128, 3, 65, 1, 1}};
const aic_kernel_fn kFunctions[] = {add, refuse};
const aic_kernel_table kKernels = {AIC_KERNEL_ABI_VERSION, 2, kFunctions};
struct alignas(64) Weights {
  unsigned char padding[64];
  unsigned char bytes[4];
};
const Weights kWeights = {{}, {10, 11, 12, 13}};
/// 64 of its own, 131 of states, 70 of the arena, 100 of scratch memory.
constexpr uint64_t kBytes = 64 + 192 + 128 + 128;
const aic_embedded_model model = {1,
                                  3,
                                  0,
                                  1,
                                  8,
                                  131,
                                  70,
                                  100,
                                  kBytes,
                                  kStrings,
                                  nullptr,
                                  &kEntry,
                                  kTensors,
                                  kDispatches,
                                  nullptr,
                                  kBindings,
                                  kStates,
                                  &kKernels,
                                  kWeights.padding};

class Embedded : public testing::Test {
protected:
  void SetUp() override {
    seen.clear();
    answer = 0;
    ASSERT_EQ(AIC_EMBEDDED_NAME(create)(&model, &instance), AIC_OK);
  }
  void TearDown() override { AIC_EMBEDDED_NAME(destroy)(instance); }

  static int run(uint8_t x, uint8_t* y) {
    return AIC_EMBEDDED_NAME(run)(&model, instance, 0, &x, y, nullptr);
  }
};

TEST_F(Embedded, RunsStepsThereAndBack) {
  uint8_t y = 0;
#if defined(__x86_64__)
  const unsigned before = _mm_getcsr();
  _mm_setcsr(before | 0x8040); // denormals are zero
#endif
  ASSERT_EQ(run(2, &y), AIC_OK);
#if defined(__x86_64__)
  EXPECT_EQ(_mm_getcsr() & ~0x3fu, (before | 0x8040) & ~0x3fu);
  _mm_setcsr(before);
#endif
  EXPECT_EQ(y, 5 + 2 + 10);
  EXPECT_EQ(seen, (std::vector<std::string>{"0.0", "0.1", "0.2", "1.2", "1.1", "1.0", "2.0", "2.1", "2.2"}));
}

TEST_F(Embedded, RepeatsWithOtherOffsets) {
  // The first dispatch three times: 5 + 2 + 10, + 2 + 11, + 2 + 12, each in a byte of its own.
  const aic_embedded_repeat repeat = {0, 1, 3};
  aic_embedded_binding bindings[6];
  std::copy(std::begin(kBindings), std::end(kBindings), bindings);
  bindings[1].stride = bindings[3].stride = 1;
  aic_embedded_tensor tensors[] = {kTensors[0], kTensors[1]};
  tensors[1].bytes = 3;
  aic_embedded_entry entry = kEntry;
  entry.dispatches = entry.repeats = 1;
  aic_embedded_model repeated = model;
  repeated.repeat = &repeat;
  repeated.binding = bindings;
  repeated.tensor = tensors;
  repeated.entry = &entry;
  aic_embedded_instance* own = nullptr;
  ASSERT_EQ(AIC_EMBEDDED_NAME(create)(&repeated, &own), AIC_OK);
  const uint8_t x = 2;
  uint8_t y[3] = {};
  EXPECT_EQ(AIC_EMBEDDED_NAME(run)(&repeated, own, 0, &x, y, nullptr), AIC_OK);
  EXPECT_EQ(y[0], 17);
  EXPECT_EQ(y[1], 30);
  EXPECT_EQ(y[2], 44);
  EXPECT_EQ(seen.size(), 27u);
  AIC_EMBEDDED_NAME(destroy)(own);
}

TEST_F(Embedded, BeginsWithItsStates) {
  auto* states = static_cast<unsigned char*>(AIC_EMBEDDED_NAME(states)(instance));
  EXPECT_EQ(reinterpret_cast<uintptr_t>(states) % 64, 0u);
  auto check = [&] {
    EXPECT_EQ(states[0], 5);
    const unsigned char halves[] = {2, 1, 2, 1, 2, 1}, stored[] = {11, 12, 13};
    EXPECT_EQ(memcmp(states + 64, halves, 6), 0);
    EXPECT_EQ(memcmp(states + 128, stored, 3), 0);
  };
  check();
  memset(states, 99, 131);
  EXPECT_EQ(AIC_EMBEDDED_NAME(reset)(&model, instance), AIC_OK);
  check();
}

TEST_F(Embedded, SaysWhatAKernelRefuses) {
  const std::pair<int32_t, const char*> kWords[] = {
      {AIC_KERNEL_INDEX_OUT_OF_RANGE, "an index is out of range"},
      {AIC_KERNEL_DIVISION_BY_ZERO, "an integer is divided by zero"},
      {AIC_KERNEL_INTEGER_OVERFLOW, "an i64 leaves 32 bits"},
      {77, "its kernel failed"}};
  uint8_t y = 0;
  for (const auto& [code, words] : kWords) {
    answer = code;
    EXPECT_EQ(run(1, &y), AIC_KERNEL_FAILED);
    EXPECT_EQ(AIC_EMBEDDED_NAME(last_error)(),
              std::string("m_go: f:1:2: refuse: ") + words + " (dispatch 1, workgroup 0)");
    // The dispatch before it had written a state.
    answer = 0;
    EXPECT_EQ(run(1, &y), AIC_STATE_LOST);
    EXPECT_STREQ(AIC_EMBEDDED_NAME(last_error)(),
                 "m_go: a run failed after it had begun to write states: reset them");
    EXPECT_EQ(AIC_EMBEDDED_NAME(reset)(&model, instance), AIC_OK);
    EXPECT_EQ(run(1, &y), AIC_OK);
    EXPECT_EQ(AIC_EMBEDDED_NAME(reset)(&model, instance), AIC_OK);
  }
}

TEST_F(Embedded, StaysInsideItsArena) {
  alignas(64) unsigned char memory[kBytes + 64];
  memset(memory, 0xa5, sizeof memory);
  aic_embedded_instance* allocated = instance;
  ASSERT_EQ(AIC_EMBEDDED_NAME(create_in)(&model, memory, kBytes, &instance), AIC_OK);
  uint8_t y = 0;
  EXPECT_EQ(run(1, &y), AIC_OK);
  for (size_t i = kBytes; i < sizeof memory; ++i)
    EXPECT_EQ(memory[i], 0xa5);
  AIC_EMBEDDED_NAME(destroy)(instance);
  instance = allocated;
}

TEST_F(Embedded, AsksTheCpu) {
#if defined(__x86_64__)
  // "cpu" needs "x", which is SSE2's bit, then "y", a bit that CPUID leaves 0 (leaf 1, EDX, bit 10), then one
  // whose registers no system saves.
  const aic_embedded_feature kFeatures[] = {
      {1, 0, 3, 26, 0, 12}, {1, 0, 3, 10, 0, 14}, {1, 0, 3, 26, 1u << 31, 16}, {0xffffffff, 0, 0, 0, 0, 26}};
  aic_embedded_model asking = model;
  aic_embedded_instance* made = nullptr;
  asking.features = 1;
  asking.feature = kFeatures;
  ASSERT_EQ(AIC_EMBEDDED_NAME(create)(&asking, &made), AIC_OK);
  AIC_EMBEDDED_NAME(destroy)(made);
  for (auto [first, name] : {std::pair(1, "y"), {2, "add"}, {3, "refuse"}}) {
    asking.feature = kFeatures + first;
    EXPECT_EQ(AIC_EMBEDDED_NAME(create)(&asking, &made), AIC_UNSUPPORTED);
    EXPECT_EQ(made, nullptr);
    EXPECT_EQ(AIC_EMBEDDED_NAME(last_error)(),
              std::string("m: was compiled for cpu and needs ") + name + ", which this CPU does not have");
    alignas(64) unsigned char memory[kBytes];
    EXPECT_EQ(AIC_EMBEDDED_NAME(create_in)(&asking, memory, kBytes, &made), AIC_UNSUPPORTED);
  }
#else
  GTEST_SKIP();
#endif
}

} // namespace
