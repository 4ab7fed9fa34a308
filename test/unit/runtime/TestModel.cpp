#include "test/unit/runtime/TestModel.h"

#include "runtime/cpu/CpuFeatures.h"
#include "runtime/kernel_abi.h"
#include "runtime/schema/Prelude.h"
#include "runtime/schema/artifact_generated.h"

#include "gtest/gtest.h"
#include <cstring>
#include <fstream>
#include <iterator>

#define XXH_INLINE_ALL
#include "xxhash.h"

namespace aic::test {

static std::string ReadFile(const char* path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  EXPECT_FALSE(bytes.empty()) << path;
  return bytes;
}

#ifdef AIC_TEST_KERNELS_JUMPS
extern "C" const aic_kernel_table aic_test_kernels_inside_2, aic_test_kernels_inside_3;

/// kernels/jumps.c with the addresses of the table's kernels.
static std::string JumpsTo(const aic_kernel_table& table) {
  std::string bytes = ReadFile(AIC_TEST_KERNELS_JUMPS);
  const uint64_t first = 0x7e57c0de51075100u;
  size_t slots = bytes.find(std::string(reinterpret_cast<const char*>(&first), sizeof(first)));
  if (slots == std::string::npos)
    return ADD_FAILURE() << "no slots", bytes;
  memcpy(&bytes[slots], table.functions, table.count * sizeof(aic_kernel_fn));
  return bytes;
}
const std::string& Kernels2() {
  static const std::string bytes = JumpsTo(aic_test_kernels_inside_2);
  return bytes;
}
const std::string& Kernels3() {
  static const std::string bytes = JumpsTo(aic_test_kernels_inside_3);
  return bytes;
}
#else
const std::string& Kernels2() {
  return WholeKernels();
}
const std::string& Kernels3() {
  static const std::string bytes = ReadFile(AIC_TEST_KERNELS_3);
  return bytes;
}
#endif
const std::string& WholeKernels() {
  static const std::string bytes = ReadFile(AIC_TEST_KERNELS_2);
  return bytes;
}
const std::string& KernelsOtherAbi() {
  static const std::string bytes = ReadFile(AIC_TEST_KERNELS_OTHER_ABI);
  return bytes;
}

void TestModel::Add(TestKernel kernel, uint32_t workgroups, std::vector<artifact::Binding> bindings) {
  artifact::Dispatch dispatch;
  size_t number = program().dispatches.size() + 1;
  dispatch.kernel = kernel;
  dispatch.workgroups = workgroups;
  dispatch.bindings = std::move(bindings);
  dispatch.name = "op " + std::to_string(number);
  dispatch.location = "test.graph:" + std::to_string(number) + ":3";
  dispatch.flops = 100 * number;
  dispatch.bytes = 1000 * number;
  program().dispatches.push_back(std::move(dispatch));
}

std::string TestModel::Bytes() const {
  absl::StatusOr<std::string> bytes = artifact::SerializeArtifact(content);
  EXPECT_TRUE(bytes.ok()) << bytes.status();
  return bytes.ok() ? *bytes : "";
}

static artifact::Binding Bind(artifact::Binding::Kind kind, uint32_t index, uint64_t offset, uint64_t bytes,
                              bool write) {
  artifact::Binding binding;
  binding.kind = kind;
  binding.index = index;
  binding.offset = offset;
  binding.bytes = bytes;
  binding.write = write;
  return binding;
}
artifact::Binding Input(uint32_t index, uint64_t bytes) {
  return Bind(artifact::Binding::Kind::Input, index, 0, bytes, false);
}
artifact::Binding Output(uint32_t index, uint64_t bytes) {
  return Bind(artifact::Binding::Kind::Output, index, 0, bytes, true);
}
artifact::Binding ReadArena(uint64_t offset, uint64_t bytes) {
  return Bind(artifact::Binding::Kind::Arena, 0, offset, bytes, false);
}
artifact::Binding WriteArena(uint64_t offset, uint64_t bytes) {
  return Bind(artifact::Binding::Kind::Arena, 0, offset, bytes, true);
}
artifact::Binding Weights(uint64_t offset, uint64_t bytes) {
  return Bind(artifact::Binding::Kind::Weights, 0, offset, bytes, false);
}

artifact::Binding ReadState(uint32_t index, uint64_t bytes) {
  return Bind(artifact::Binding::Kind::State, index, 0, bytes, false);
}
artifact::Binding WriteState(uint32_t index, uint64_t bytes) {
  return Bind(artifact::Binding::Kind::State, index, 0, bytes, true);
}

std::unique_ptr<TestModel> EmptyModel(const std::string& kernels) {
  auto model = std::make_unique<TestModel>();
  for (int i = 0; i < kCols; ++i)
    model->weights.push_back(0.25f * i - 3);
  artifact::Content& content = model->content;
  content.producer = "aic test";
  content.entries.push_back({"chain", {}, {}});
  content.source = "test.graph";
  content.weightsBytes = 4 * kCols;
  content.constants.push_back(
      {0, absl::MakeConstSpan(reinterpret_cast<const uint8_t*>(model->weights.data()), 4 * kCols)});
  artifact::Target target;
  target.triple = std::string(runtime::cpu::Architecture()) + "-unknown-linux-gnu";
  target.cpu = "x86-64";
  target.features = {"sse2", "sse"};
  for (const char* name :
       {"scale", "blend", "sum", "gather", "probe", "slow", "straggle", "knead", "fail", "march"})
    target.kernels.push_back({name, "elementwise"});
  target.programs.push_back({{}, 3 * kTensorBytes, 2 * kTensorBytes, 9 * kTensorBytes});
  target.code = absl::MakeConstSpan(reinterpret_cast<const uint8_t*>(kernels.data()), kernels.size());
  content.targets.push_back(std::move(target));
  return model;
}

std::unique_ptr<TestModel> ChainModel(int blends, const std::string& kernels, TestKernel blend) {
  std::unique_ptr<TestModel> model = EmptyModel(kernels);
  using artifact::ElementType;
  model->content.entries[0].inputs = {{"x", ElementType::F32, {kRows, kCols}}};
  model->content.entries[0].outputs = {{"y", ElementType::F32, {kRows, kCols}}, {"s", ElementType::F32, {1}}};
  model->Add(kScale, kRows, {Input(0), Weights(0, 4 * kCols), WriteArena(0)});
  for (int i = 0; i < blends; ++i)
    model->Add(blend, kRows,
               {ReadArena(i % 2 * kTensorBytes),
                i + 1 == blends ? Output(0) : WriteArena((i + 1) % 2 * kTensorBytes)});
  artifact::Binding y = Output(0); // An output may be read back.
  y.write = false;
  model->Add(kSum, 1, {y, Output(1, 4)});
  return model;
}

std::vector<uint32_t> IdleShader(uint32_t bindings, std::array<uint32_t, 3> localSize, bool subgroups) {
  enum : uint32_t { kMain = 1, kVoid, kFunction, kFloat, kArray, kBlock, kPointer, kLabel, kFirstBuffer };
  std::vector<uint32_t> words = {0x07230203, 0x00010300, 0, kFirstBuffer + bindings, 0};
  auto add = [&](uint32_t op, std::vector<uint32_t> operands) {
    words.push_back((uint32_t(operands.size()) + 1) << 16 | op);
    words.insert(words.end(), operands.begin(), operands.end());
  };
  add(/*OpCapability*/ 17, {/*Shader*/ 1});
  if (subgroups) {
    add(17, {/*GroupNonUniform*/ 61});
    add(17, {/*GroupNonUniformArithmetic*/ 63});
  }
  add(/*OpMemoryModel*/ 14, {/*Logical*/ 0, /*GLSL450*/ 1});
  add(/*OpEntryPoint*/ 15, {/*GLCompute*/ 5, kMain, /*"main"*/ 0x6e69616d, 0});
  add(/*OpExecutionMode*/ 16, {kMain, /*LocalSize*/ 17, localSize[0], localSize[1], localSize[2]});
  add(/*OpDecorate*/ 71, {kArray, /*ArrayStride*/ 6, 4});
  add(/*OpMemberDecorate*/ 72, {kBlock, 0, /*Offset*/ 35, 0});
  add(71, {kBlock, /*Block*/ 2});
  for (uint32_t i = 0; i < bindings; ++i) {
    add(71, {kFirstBuffer + i, /*DescriptorSet*/ 34, 0});
    add(71, {kFirstBuffer + i, /*Binding*/ 33, i});
  }
  add(/*OpTypeVoid*/ 19, {kVoid});
  add(/*OpTypeFunction*/ 33, {kFunction, kVoid});
  add(/*OpTypeFloat*/ 22, {kFloat, 32});
  add(/*OpTypeRuntimeArray*/ 29, {kArray, kFloat});
  add(/*OpTypeStruct*/ 30, {kBlock, kArray});
  add(/*OpTypePointer*/ 32, {kPointer, /*StorageBuffer*/ 12, kBlock});
  for (uint32_t i = 0; i < bindings; ++i)
    add(/*OpVariable*/ 59, {kPointer, kFirstBuffer + i, 12});
  add(/*OpFunction*/ 54, {kVoid, kMain, 0, kFunction});
  add(/*OpLabel*/ 248, {kLabel});
  add(/*OpReturn*/ 253, {});
  add(/*OpFunctionEnd*/ 56, {});
  return words;
}

size_t FindInstruction(const std::vector<uint32_t>& words, uint32_t op) {
  for (size_t i = 5; i < words.size(); i += words[i] >> 16)
    if ((words[i] & 0xffff) == op)
      return i;
  ADD_FAILURE() << "no instruction " << op;
  return 0;
}

std::unique_ptr<TestModel> TwoEntryModel() {
  auto model = ChainModel(2);
  using artifact::ElementType;
  model->content.entries.push_back(
      {"total", {{"x", ElementType::F32, {kRows, kCols}}}, {{"s", ElementType::F32, {1}}}});
  artifact::Dispatch sum = model->program().dispatches.back();
  sum.bindings = {Input(0), Output(0, 4)};
  model->target().programs.push_back({{sum}, 0, 0, 0});
  return model;
}

std::unique_ptr<TestModel> StateModel(const std::string& kernels) {
  using artifact::ElementType;
  auto model = EmptyModel(kernels);
  artifact::Content& content = model->content;
  const uint32_t one = 0x3f800000;
  content.states = {{{"h", ElementType::F32, {kRows, kCols}}, false, one},
                    {{"w", ElementType::F32, {kCols}}, true},
                    {{"flags", ElementType::Bool, {3}}, false, 1},
                    {{"position", ElementType::I64, {}}, false, uint64_t(-5)},
                    {{"nothing", ElementType::F32, {0, 4}}}};
  const artifact::Tensor code = {"code", ElementType::I32, {}}, s = {"s", ElementType::F32, {1}},
                         x = {"x", ElementType::F32, {kRows, kCols}};
  content.entries = {{"advance", {code}, {s}},
                     {"late", {code}, {s}},
                     {"sum", {}, {s}, {{"N", 64}}},
                     {"set", {x, code}, {}, {{"N", 64}, {"S", 32}}},
                     {"set", {code}, {}, {{"N", 8}, {"S", 32}}}};
  auto add = [&](const char* name, TestKernel kernel, uint32_t workgroups,
                 std::vector<artifact::Binding> bindings) {
    model->Add(kernel, workgroups, std::move(bindings));
    artifact::Dispatch made = model->program().dispatches.back();
    model->program().dispatches.pop_back();
    made.name = name;
    return made;
  };
  const artifact::Dispatch check = add("check", kFail, 1, {Input(0, 4)}),
                           checkSecond = add("check", kFail, 1, {Input(1, 4)}),
                           step = add("step", kScale, kRows,
                                      {ReadState(kH), ReadState(kW, 4 * kCols), WriteState(kH)}),
                           total = add("total", kSum, 1, {ReadState(kH), Output(0, 4)}),
                           set = add("set", kScale, kRows,
                                     {Input(0), ReadState(kW, 4 * kCols), WriteState(kH)});
  model->target().programs = {
      {{check, step, total}}, {{step, check, total}}, {{total}}, {{checkSecond, set}}, {{check}}};
  return model;
}

std::unique_ptr<TestModel> TwoTargetModel() {
  std::unique_ptr<TestModel> model = ChainModel(2);
  artifact::Target target = model->target();
  target.kind = artifact::Target::Kind::Vulkan;
  target.triple = "spirv1.3-unknown-vulkan1.1";
  target.cpu.clear();
  target.features.clear();
  target.code = {};
  artifact::Variant floor, shared, subgroup;
  floor.name = "floor";
  floor.localSize = {64, 1, 1};
  floor.workgroups = {32, 1, 1};
  shared = subgroup = floor;
  floor.words = IdleShader(3);
  shared.name = "shared";
  shared.words = IdleShader(3, {16, 16, 1});
  shared.localSize = {16, 16, 1};
  shared.sharedBytes = 32768;
  subgroup.name = "subgroup";
  subgroup.words = IdleShader(2, {64, 1, 1}, /*subgroups=*/true);
  subgroup.needsSubgroup = true;
  artifact::Variant floor2 = floor;
  floor2.words = IdleShader(2);
  target.kernels = {{"scale", "elementwise", {floor, shared}},
                    {"blend", "window", {floor2, subgroup}},
                    {"sum", "reduction", {floor2}}};
  model->content.targets.push_back(std::move(target));
  return model;
}

std::vector<float> ChainInput() {
  std::vector<float> x(kRows * kCols);
  for (size_t i = 0; i < x.size(); ++i)
    x[i] = 0.001f * ((i * 7919) % 2003) - 1;
  return x;
}

ChainResult ComputeChain(const std::vector<float>& x, int blends, float factor) {
  std::vector<float> a(x.size()), b(x.size());
  for (size_t i = 0; i < x.size(); ++i)
    a[i] = factor * x[i] + (0.25f * (i % kCols) - 3);
  for (int n = 0; n < blends; ++n) {
    for (int r = 0; r < kRows; ++r)
      for (int c = 0; c < kCols; ++c)
        b[r * kCols + c] = a[(r + kRows - 1) % kRows * kCols + c] / 4 + a[r * kCols + c] / 2 +
                           a[(r + 1) % kRows * kCols + c] / 3;
    std::swap(a, b);
  }
  ChainResult result;
  for (float v : a)
    result.s += v;
  result.y = std::move(a);
  return result;
}

ModelPtr Open(const std::string& bytes, uint32_t flags) {
  aic_model* model;
  aic_status status = aic_model_open_memory(bytes.data(), bytes.size(), flags, &model);
  EXPECT_EQ(status, AIC_OK) << aic_last_error();
  return ModelPtr(model);
}

SessionPtr MakeSession(const ModelPtr& model, uint32_t threads) {
  aic_session* session;
  aic_status status = aic_session_create(model.get(), threads, &session);
  EXPECT_EQ(status, AIC_OK) << aic_last_error();
  return SessionPtr(session);
}

aic_status RunChain(aic_session* session, const std::vector<float>& x, ChainResult* result) {
  result->y.resize(kRows * kCols);
  aic_input input = {x.data(), 4 * x.size()};
  aic_output outputs[] = {{result->y.data(), 4 * result->y.size()}, {&result->s, 4}};
  return aic_session_run(session, &input, 1, outputs, 2);
}

std::string OpenFailure(const std::string& bytes, aic_status expected, uint32_t flags) {
  aic_model* model = nullptr;
  aic_status status = aic_model_open_memory(bytes.data(), bytes.size(), flags, &model);
  EXPECT_EQ(status, expected) << aic_last_error();
  EXPECT_EQ(model != nullptr, status == AIC_OK);
  aic_model_close(model);
  return status == AIC_OK ? "" : aic_last_error();
}

void FixChecksums(std::string* bytes) {
  schema::Prelude prelude;
  ASSERT_GE(bytes->size(), sizeof(prelude));
  memcpy(&prelude, bytes->data(), sizeof(prelude));
  if (prelude.headerBytes <= bytes->size() - sizeof(prelude)) {
    uint8_t* header = reinterpret_cast<uint8_t*>(bytes->data()) + sizeof(prelude);
    flatbuffers::Verifier verifier(header, prelude.headerBytes, 64, 1000000);
    // The verifier asks no more than 4 bytes of a vector's alignment, a section asks 8.
    if (schema::VerifyHeaderBuffer(verifier) &&
        reinterpret_cast<uintptr_t>(schema::GetHeader(header)->sections()->Data()) % 8 == 0)
      for (const schema::Section* section : *schema::GetHeader(header)->sections())
        if (section->offset() <= bytes->size() && section->bytes() <= bytes->size() - section->offset())
          const_cast<schema::Section*>(section)->mutate_checksum(
              XXH3_64bits(bytes->data() + section->offset(), section->bytes()));
    prelude.headerChecksum = XXH3_64bits(header, prelude.headerBytes);
  }
  prelude.preludeChecksum = XXH3_64bits(&prelude, offsetof(schema::Prelude, preludeChecksum));
  memcpy(bytes->data(), &prelude, sizeof(prelude));
}

} // namespace aic::test
