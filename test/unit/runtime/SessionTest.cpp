// Runs: results, refusals, traces, failures.
#include "runtime/kernel_abi.h"
#include "test/unit/runtime/TestModel.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace aic::test {
namespace {

using testing::HasSubstr;

TEST(Session, EveryThreadCountGivesTheSameBits) {
  std::string bytes = ChainModel(20, Kernels2(), kKnead)->Bytes();
  ModelPtr model = Open(bytes);
  std::vector<float> x = ChainInput();
  ChainResult expected = ComputeChain(x, 20), result;
  for (uint32_t threads : {1, 2, 3, 8, 64}) {
    SessionPtr session = MakeSession(model, threads);
    EXPECT_EQ(aic_session_threads(session.get()), threads);
    for (int round = 0; round < 20; ++round) {
      ASSERT_EQ(RunChain(session.get(), x, &result), AIC_OK) << aic_last_error();
      ASSERT_EQ(memcmp(result.y.data(), expected.y.data(), kTensorBytes), 0) << threads << " threads";
      ASSERT_EQ(result.s, expected.s);
    }
  }
}

TEST(Session, ThreadCounts) {
  std::string bytes = ChainModel()->Bytes();
  ModelPtr model = Open(bytes);
  aic_session* session;
  EXPECT_EQ(aic_session_create(model.get(), AIC_MAX_THREADS + 1, &session), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(session, nullptr);
  EXPECT_EQ(aic_session_create(nullptr, 1, &session), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_session_create(model.get(), 1, nullptr), AIC_INVALID_ARGUMENT);
  EXPECT_GE(aic_session_threads(MakeSession(model, 0).get()), 1u);
  EXPECT_EQ(aic_session_threads(nullptr), 0u);
}

TEST(Session, ChecksItsOptions) {
  std::string bytes = ChainModel()->Bytes();
  ModelPtr model = Open(bytes);
  aic_session_options good;
  aic_session_options_init(&good);
  aic_session_options_init(nullptr);
  aic_session* session;
  auto refuse = [&](auto change, aic_status status, const char* message) {
    aic_session_options options = good;
    change(options);
    EXPECT_EQ(aic_session_create_with(model.get(), &options, &session), status);
    EXPECT_EQ(session, nullptr);
    EXPECT_THAT(aic_last_error(), HasSubstr(message));
  };
  refuse([](auto& o) { o.struct_bytes = 4; }, AIC_INVALID_ARGUMENT, "aic_session_options.struct_bytes is 4");
  refuse([](auto& o) { o.reserved = 1; }, AIC_INVALID_ARGUMENT, "aic_session_options_init");
  refuse([](auto& o) { o.threads = AIC_MAX_THREADS + 1; }, AIC_INVALID_ARGUMENT, "257 threads");
  refuse([](auto& o) { o.flags = 2; }, AIC_INVALID_ARGUMENT, "flags 0x2");
  refuse([](auto& o) { o.device = 2; }, AIC_INVALID_ARGUMENT, "kind of device 2");
  refuse([](auto& o) { o.variant = "floor"; }, AIC_INVALID_ARGUMENT, "the CPU has none");
  refuse([](auto& o) { o.device = AIC_TARGET_VULKAN; }, AIC_UNSUPPORTED, "holds no code for Vulkan");
  EXPECT_EQ(aic_session_create_with(model.get(), nullptr, &session), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_session_create_with(nullptr, &good, &session), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_session_create_with(model.get(), &good, nullptr), AIC_INVALID_ARGUMENT);
  good.flags = AIC_SESSION_PROFILE; // Which the CPU ignores.
  good.threads = 3;
  for (uint32_t device : {uint32_t(AIC_TARGET_CPU), AIC_DEVICE_ANY}) {
    good.device = device;
    ASSERT_EQ(aic_session_create_with(model.get(), &good, &session), AIC_OK) << aic_last_error();
    SessionPtr owner(session);
    ChainResult result;
    ASSERT_EQ(RunChain(session, ChainInput(), &result), AIC_OK);
    EXPECT_EQ(result.y, ComputeChain(ChainInput()).y);
  }
}

TEST(Session, DescribesItself) {
  std::string bytes = ChainModel()->Bytes();
  ModelPtr model = Open(bytes);
  SessionPtr session = MakeSession(model, 3);
  aic_session_info info;
  ASSERT_EQ(aic_session_describe(session.get(), &info), AIC_OK);
  EXPECT_EQ(info.device, AIC_TARGET_CPU);
  EXPECT_STREQ(info.device_name, "CPU");
  EXPECT_STREQ(info.driver, "");
  EXPECT_EQ(info.target, 0u);
  EXPECT_EQ(info.threads, 3u);
  EXPECT_EQ(info.dispatch_count, 10u);
  EXPECT_EQ(info.device_bytes, 3 * kTensorBytes);
  EXPECT_EQ(info.pipeline_count, 0u);
  EXPECT_EQ(aic_session_describe(nullptr, &info), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_session_describe(session.get(), nullptr), AIC_INVALID_ARGUMENT);
  const char *name, *reason;
  ASSERT_EQ(aic_session_variant(session.get(), 8, &name, &reason), AIC_OK);
  EXPECT_STREQ(name, "");
  EXPECT_STREQ(reason, "");
  EXPECT_EQ(aic_session_variant(session.get(), 10, &name, &reason), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(name, nullptr);
  EXPECT_EQ(aic_session_variant(session.get(), 0, &name, nullptr), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_session_variant(nullptr, 0, &name, &reason), AIC_INVALID_ARGUMENT);
}

TEST(Devices, TheCpuIsThere) {
  aic_device_list* list;
  ASSERT_EQ(aic_device_list_create(&list), AIC_OK) << aic_last_error();
  ASSERT_GE(aic_device_list_count(list), 1u);
  aic_device_info info;
  ASSERT_EQ(aic_device_list_device(list, 0, &info), AIC_OK);
  EXPECT_EQ(info.kind, AIC_TARGET_CPU);
  EXPECT_STREQ(info.name, "CPU");
  EXPECT_STREQ(info.reason, "");
  EXPECT_EQ(info.usable, 1);
  EXPECT_GT(info.memory_bytes, 0u);
  EXPECT_EQ(aic_device_list_device(list, aic_device_list_count(list), &info), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(info.name, nullptr);
  EXPECT_EQ(aic_device_list_device(list, 0, nullptr), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_device_list_device(nullptr, 0, &info), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_device_list_create(nullptr), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_device_list_count(nullptr), 0u);
  EXPECT_NE(aic_device_list_vulkan_problem(list), nullptr);
  EXPECT_STREQ(aic_device_list_vulkan_problem(nullptr), "");
  aic_device_list_free(list);
  aic_device_list_free(nullptr);
}

TEST(Session, OutlivesTheCallersModel) {
  std::string bytes = ChainModel()->Bytes();
  ModelPtr model = Open(bytes);
  SessionPtr session = MakeSession(model, 2);
  model.reset();
  ChainResult result;
  ASSERT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_OK);
  EXPECT_EQ(result.y, ComputeChain(ChainInput()).y);
}

TEST(Session, RefusesWrongBuffers) {
  std::string bytes = ChainModel()->Bytes();
  ModelPtr model = Open(bytes);
  SessionPtr session = MakeSession(model, 1);
  std::vector<float> x = ChainInput(), y(x.size() + 1), s(2);
  auto run = [&](std::vector<aic_input> inputs, std::vector<aic_output> outputs) -> std::string {
    std::fill(y.begin(), y.end(), -7.0f);
    aic_status status =
        aic_session_run(session.get(), inputs.data(), inputs.size(), outputs.data(), outputs.size());
    EXPECT_EQ(status, AIC_INVALID_ARGUMENT);
    EXPECT_EQ(y[0], -7.0f); // Nothing was run.
    return aic_last_error();
  };
  aic_input in = {x.data(), kTensorBytes};
  aic_output outY = {y.data(), kTensorBytes}, outS = {s.data(), 4};
  EXPECT_THAT(run({}, {outY, outS}), HasSubstr("the model has 1 inputs and 2 outputs; 0 and 2 given"));
  EXPECT_THAT(run({in}, {outY}), HasSubstr("1 and 1 given"));
  EXPECT_THAT(run({in, in}, {outY, outS}), HasSubstr("2 and 2 given"));
  EXPECT_THAT(run({{x.data(), kTensorBytes - 4}}, {outY, outS}),
              HasSubstr("input 0 (x) takes 8192 bytes, 8188 given"));
  EXPECT_THAT(run({in}, {outY, {s.data(), 8}}), HasSubstr("output 1 (s) takes 4 bytes, 8 given"));
  EXPECT_THAT(run({{nullptr, kTensorBytes}}, {outY, outS}), HasSubstr("input 0 (x): data is NULL"));
  EXPECT_THAT(run({in}, {outY, {nullptr, 4}}), HasSubstr("output 1 (s): data is NULL"));
  EXPECT_THAT(run({in}, {{reinterpret_cast<char*>(y.data()) + 2, kTensorBytes}, outS}),
              HasSubstr("not aligned"));
  EXPECT_THAT(run({in}, {{x.data(), kTensorBytes}, outS}), HasSubstr("output 0 (y) overlaps input 0 (x)"));
  EXPECT_THAT(run({in}, {outY, {y.data() + 5, 4}}), HasSubstr("output 1 (s) overlaps output 0 (y)"));
  EXPECT_EQ(aic_session_run(nullptr, &in, 1, &outY, 1), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_session_run(session.get(), nullptr, 1, &outY, 2), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_session_run(session.get(), &in, 1, nullptr, 2), AIC_INVALID_ARGUMENT);
  // And after all that it runs.
  aic_output outputs[] = {outY, outS};
  ASSERT_EQ(aic_session_run(session.get(), &in, 1, outputs, 2), AIC_OK);
  EXPECT_EQ(s[0], ComputeChain(x).s);
}

TEST(Session, TakesEmptyTensors) {
  auto model = EmptyModel();
  model->content.entries[0].inputs = {{"nothing", artifact::ElementType::F32, {0, 5}}};
  model->content.entries[0].outputs = {{"nobody", artifact::ElementType::I64, {3, 0}},
                                       {"probe", artifact::ElementType::I32, {kRows, 2}}};
  model->content.weightsBytes = 0;
  model->content.constants.clear();
  model->program().arenaBytes = 0;
  model->Add(kProbe, kRows,
             {Output(1, 8 * kRows), Input(0, 0), Output(0, 0), WriteArena(0, 0), Weights(0, 0)});
  std::string bytes = model->Bytes();
  ModelPtr opened = Open(bytes);
  ASSERT_TRUE(opened);
  SessionPtr session = MakeSession(opened, 1);
  std::vector<uint32_t> y(kRows * 2);
  aic_input in = {nullptr, 0};
  aic_output out[] = {{nullptr, 0}, {y.data(), 8 * kRows}};
  EXPECT_EQ(aic_session_run(session.get(), &in, 1, out, 2), AIC_OK) << aic_last_error();
  EXPECT_EQ(y[1], 1u);
}

TEST(Session, RunsAPlanWithoutDispatches) {
  auto model = EmptyModel();
  std::string bytes = model->Bytes();
  ModelPtr opened = Open(bytes);
  SessionPtr session = MakeSession(opened, 2);
  EXPECT_EQ(aic_session_run(session.get(), nullptr, 0, nullptr, 0), AIC_OK) << aic_last_error();
}

TEST(Session, AFailingKernelNamesItsOperator) {
  auto model = EmptyModel();
  model->content.entries[0].inputs = {{"ids", artifact::ElementType::I32, {kRows}},
                                      {"table", artifact::ElementType::F32, {4, kCols}}};
  model->content.entries[0].outputs = {{"y", artifact::ElementType::F32, {kRows, kCols}}};
  model->Add(kSlow, 1, {ReadArena(0), WriteArena(kTensorBytes)});
  model->Add(kGather, kRows, {Input(0, 4 * kRows), Input(1, 16 * kCols), Output(0)});
  std::string bytes = model->Bytes();
  ModelPtr opened = Open(bytes);
  std::vector<int32_t> ids(kRows, 3);
  std::vector<float> table(4 * kCols, 1.5f), y(kRows * kCols);
  aic_input in[] = {{ids.data(), 4 * kRows}, {table.data(), 16 * kCols}};
  aic_output out = {y.data(), kTensorBytes};
  for (uint32_t threads : {1, 2, 8}) {
    SessionPtr session = MakeSession(opened, threads);
    ids[11] = 4;
    ids[12] = -1;
    ids[60] = 9;
    EXPECT_EQ(aic_session_run(session.get(), in, 2, &out, 1), AIC_KERNEL_FAILED);
    // The first failing workgroup, whichever thread met one first.
    EXPECT_STREQ(aic_last_error(),
                 "<memory>: test.graph:2:3: op 2: an index is out of range (dispatch 1, workgroup 11)");
    ids[11] = ids[12] = ids[60] = 0; // The session is as good as before.
    EXPECT_EQ(aic_session_run(session.get(), in, 2, &out, 1), AIC_OK);
    EXPECT_EQ(y, std::vector<float>(kRows * kCols, 1.5f));
  }
}

TEST(Session, EveryFailureHasItsWords) {
  auto model = EmptyModel();
  model->content.entries[0].inputs = {{"code", artifact::ElementType::I32, {}}};
  model->Add(kFail, 3, {Input(0, 4)});
  model->program().dispatches[0].location.clear();
  std::string bytes = model->Bytes();
  ModelPtr opened = Open(bytes);
  SessionPtr session = MakeSession(opened, 2);
  const std::pair<int32_t, const char*> cases[] = {
      {AIC_KERNEL_INDEX_OUT_OF_RANGE, "an index is out of range"},
      {AIC_KERNEL_DIVISION_BY_ZERO, "an integer is divided by zero"},
      {77, "its kernel failed with code 77"},
      {-1, "its kernel failed with code -1"}};
  for (const auto& [code, words] : cases) {
    aic_input in = {&code, 4};
    EXPECT_EQ(aic_session_run(session.get(), &in, 1, nullptr, 0), AIC_KERNEL_FAILED);
    EXPECT_EQ(aic_last_error(), "<memory>: op 1: " + std::string(words) + " (dispatch 0, workgroup 0)");
  }
  int32_t none = 0;
  aic_input in = {&none, 4};
  EXPECT_EQ(aic_session_run(session.get(), &in, 1, nullptr, 0), AIC_OK);
}

TEST(Session, TracesEveryDispatch) {
  std::string bytes = ChainModel(3)->Bytes();
  ModelPtr model = Open(bytes);
  SessionPtr session = MakeSession(model, 2);
  struct Seen {
    std::vector<uint32_t> dispatches, counts;
    uint64_t nanoseconds = 0;
    float firstOfScale = 0;
    aic_session* session;
    aic_status inner = AIC_OK, innerTrace = AIC_OK;
    std::vector<float> x = ChainInput();
  } seen;
  seen.session = session.get();
  auto trace = [](void* user, uint32_t dispatch, uint64_t nanoseconds, void* const* buffers, uint32_t count) {
    auto* seen = static_cast<Seen*>(user);
    seen->dispatches.push_back(dispatch);
    seen->counts.push_back(count);
    seen->nanoseconds += nanoseconds;
    if (dispatch == 0)
      seen->firstOfScale = *static_cast<float*>(buffers[2]);
    ChainResult result;
    seen->inner = RunChain(seen->session, seen->x, &result);
    seen->innerTrace = aic_session_set_trace(seen->session, nullptr, nullptr);
  };
  ASSERT_EQ(aic_session_set_trace(session.get(), trace, &seen), AIC_OK);
  ChainResult result;
  ASSERT_EQ(RunChain(session.get(), seen.x, &result), AIC_OK);
  EXPECT_EQ(result.y, ComputeChain(seen.x, 3).y);
  EXPECT_EQ(seen.dispatches, (std::vector<uint32_t>{0, 1, 2, 3, 4}));
  EXPECT_EQ(seen.counts, (std::vector<uint32_t>{3, 2, 2, 2, 2}));
  EXPECT_GT(seen.nanoseconds, 0u);
  EXPECT_EQ(seen.firstOfScale, 2 * seen.x[0] - 3);
  EXPECT_EQ(seen.inner, AIC_BUSY);
  EXPECT_EQ(seen.innerTrace, AIC_BUSY);
  ASSERT_EQ(aic_session_set_trace(session.get(), nullptr, nullptr), AIC_OK);
  ASSERT_EQ(RunChain(session.get(), seen.x, &result), AIC_OK);
  EXPECT_EQ(seen.dispatches.size(), 5u);
  EXPECT_EQ(aic_session_set_trace(nullptr, nullptr, nullptr), AIC_INVALID_ARGUMENT);
}

#if defined(__x86_64__)
TEST(Session, TheCallersFloatingPointModesChangeNothing) {
  std::string bytes = ChainModel(1)->Bytes();
  ModelPtr model = Open(bytes);
  // Denormals, which a host that has set flush-to-zero would lose: 2 * x + w, with w taken away at column 12.
  std::vector<float> x(kRows * kCols, 1e-40f);
  ChainResult expected = ComputeChain(x, 1), result;
  ASSERT_NE(expected.y[12], 0.0f);
  unsigned before = _mm_getcsr();
  for (uint32_t threads : {1, 8}) {
    SessionPtr session = MakeSession(model, threads);
    unsigned modes = before | 0x8040; // Flush to zero, denormals are zero.
    _mm_setcsr(modes);
    aic_status status = RunChain(session.get(), x, &result);
    unsigned after = _mm_getcsr();
    _mm_setcsr(before);
    ASSERT_EQ(status, AIC_OK);
    EXPECT_EQ(after & 0xffc0, modes & 0xffc0); // Given back as they were, sticky flags aside.
    EXPECT_EQ(memcmp(result.y.data(), expected.y.data(), kTensorBytes), 0);
  }
}
#endif

} // namespace
} // namespace aic::test
