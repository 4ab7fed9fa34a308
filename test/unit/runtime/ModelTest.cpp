// Opening and describing models.
#include "runtime/cpu/CpuFeatures.h"
#include "test/unit/runtime/TestModel.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <tuple>
#include <unistd.h>

namespace aic::test {
namespace {

using testing::HasSubstr;

std::string TemporaryPath(const char* name) {
  return testing::TempDir() + "aic_" + std::to_string(getpid()) + "_" + name;
}

TEST(Model, DescribesWhatWasWritten) {
  std::string bytes = ChainModel()->Bytes();
  ModelPtr model = Open(bytes);
  ASSERT_TRUE(model);
  aic_model_info info;
  ASSERT_EQ(aic_model_describe(model.get(), &info), AIC_OK);
  EXPECT_EQ(info.format_version, 4u);
  EXPECT_EQ(info.format_minor, 3u);
  EXPECT_STREQ(info.producer, "aic test");
  EXPECT_STREQ(info.graph, "chain");
  EXPECT_STREQ(info.source, "test.graph");
  EXPECT_EQ(info.file_bytes, bytes.size());
  EXPECT_EQ(info.weights_bytes, 128u);
  EXPECT_EQ(info.section_count, 2u);
  EXPECT_EQ(info.target_count, 1u);
  EXPECT_EQ(info.target, 0u);

  ASSERT_EQ(aic_model_input_count(model.get()), 1u);
  ASSERT_EQ(aic_model_output_count(model.get()), 2u);
  aic_tensor_info tensor;
  ASSERT_EQ(aic_model_input(model.get(), 0, &tensor), AIC_OK);
  EXPECT_STREQ(tensor.name, "x");
  EXPECT_EQ(tensor.type, AIC_F32);
  ASSERT_EQ(tensor.rank, 2u);
  EXPECT_EQ(tensor.shape[0], kRows);
  EXPECT_EQ(tensor.shape[1], kCols);
  EXPECT_EQ(tensor.bytes, kTensorBytes);
  ASSERT_EQ(aic_model_output(model.get(), 1, &tensor), AIC_OK);
  EXPECT_STREQ(tensor.name, "s");
  EXPECT_EQ(tensor.bytes, 4u);

  aic_target_info target;
  ASSERT_EQ(aic_model_target(model.get(), 0, &target), AIC_OK);
  EXPECT_EQ(target.kind, AIC_TARGET_CPU);
  EXPECT_STREQ(target.cpu, "x86-64");
  ASSERT_EQ(target.feature_count, 2u);
  EXPECT_STREQ(target.features[0], "sse"); // Written sorted.
  EXPECT_STREQ(target.features[1], "sse2");
  EXPECT_EQ(target.kernel_count, 10u);
  ASSERT_EQ(target.dispatch_count, 10u);
  EXPECT_EQ(target.arena_bytes, 3 * kTensorBytes);
  EXPECT_EQ(target.peak_live_bytes, 2 * kTensorBytes);
  EXPECT_EQ(target.total_bytes, 9 * kTensorBytes);

  aic_kernel_info kernel;
  ASSERT_EQ(aic_model_kernel(model.get(), 0, 1, &kernel), AIC_OK);
  EXPECT_STREQ(kernel.name, "blend");
  EXPECT_STREQ(kernel.family, "elementwise");

  aic_dispatch_info dispatch;
  ASSERT_EQ(aic_model_dispatch(model.get(), 0, 0, &dispatch), AIC_OK);
  EXPECT_STREQ(dispatch.name, "op 1");
  EXPECT_STREQ(dispatch.location, "test.graph:1:3");
  EXPECT_EQ(dispatch.kernel, kScale);
  EXPECT_EQ(dispatch.workgroups, 64u);
  EXPECT_EQ(dispatch.flops, 100u);
  EXPECT_EQ(dispatch.bytes, 1000u);
  ASSERT_EQ(dispatch.binding_count, 3u);
  aic_binding_info binding;
  ASSERT_EQ(aic_model_binding(model.get(), 0, 1, 1, &binding), AIC_OK);
  EXPECT_EQ(binding.kind, AIC_BINDING_ARENA);
  EXPECT_EQ(binding.offset, kTensorBytes);
  EXPECT_EQ(binding.bytes, kTensorBytes);
  EXPECT_EQ(binding.write, 1);

  aic_section_info section;
  ASSERT_EQ(aic_model_section(model.get(), 0, &section), AIC_OK);
  EXPECT_EQ(section.kind, AIC_SECTION_CODE);
  EXPECT_EQ(section.bytes, Kernels2().size());
  ASSERT_EQ(aic_model_section(model.get(), 1, &section), AIC_OK);
  EXPECT_EQ(section.kind, AIC_SECTION_WEIGHTS);
  EXPECT_EQ(section.offset % 4096, 0u);
  EXPECT_EQ(aic_model_verify_weights(model.get()), AIC_OK);
}

TEST(Model, RefusesIndicesAndNulls) {
  std::string bytes = ChainModel()->Bytes();
  ModelPtr model = Open(bytes);
  aic_tensor_info tensor;
  aic_target_info target;
  aic_kernel_info kernel;
  aic_dispatch_info dispatch;
  aic_binding_info binding;
  aic_section_info section;
  aic_model_info info;
  EXPECT_EQ(aic_model_input(model.get(), 1, &tensor), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(tensor.name, nullptr);
  EXPECT_EQ(aic_model_output(model.get(), 2, &tensor), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_model_target(model.get(), 1, &target), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_model_kernel(model.get(), 0, 10, &kernel), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_model_kernel(model.get(), 9, 0, &kernel), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_model_dispatch(model.get(), 0, 10, &dispatch), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_model_binding(model.get(), 0, 0, 3, &binding), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_model_section(model.get(), 2, &section), AIC_INVALID_ARGUMENT);
  EXPECT_THAT(aic_last_error(), HasSubstr("section 2 of 2"));
  EXPECT_EQ(aic_model_input(model.get(), 0, nullptr), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_model_describe(nullptr, &info), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_model_verify_weights(nullptr), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_model_input_count(nullptr), 0u);
  aic_model_close(nullptr);
  aic_session_close(nullptr);
  aic_model* opened;
  EXPECT_EQ(aic_model_open(nullptr, 0, &opened), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_model_open("x", 0, nullptr), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_model_open_memory(nullptr, 0, 0, &opened), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_model_open_memory(bytes.data(), bytes.size(), 16, &opened), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(opened, nullptr);
}

TEST(Model, OpensFiles) {
  std::string path = TemporaryPath("open.aic");
  ASSERT_TRUE(artifact::WriteArtifact(ChainModel()->content, path).ok());
  aic_model* model;
  ASSERT_EQ(aic_model_open(path.c_str(), 0, &model), AIC_OK) << aic_last_error();
  ModelPtr owner(model);
  unlink(path.c_str()); // Mapped: the name is not needed any more.
  SessionPtr session = MakeSession(owner, 2);
  ChainResult result;
  ASSERT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_OK);
  EXPECT_EQ(result.y, ComputeChain(ChainInput()).y);
}

TEST(Model, VerifiesItsWeightsIfItIsAsked) {
  std::string bytes = ChainModel()->Bytes();
  EXPECT_TRUE(Open(bytes, AIC_OPEN_VERIFY));
  EXPECT_TRUE(Open(bytes, AIC_OPEN_VERIFY | AIC_OPEN_INSPECT));
  bytes.back() ^= 1; // Of the last weight.
  ModelPtr unread = Open(bytes);
  EXPECT_EQ(aic_model_verify_weights(unread.get()), AIC_INVALID_ARTIFACT);
  for (uint32_t inspect : {0u, uint32_t(AIC_OPEN_INSPECT)})
    EXPECT_THAT(OpenFailure(bytes, AIC_INVALID_ARTIFACT, AIC_OPEN_VERIFY | inspect),
                HasSubstr("<memory>: the weights are damaged"));
  std::string path = TemporaryPath("damaged.aic");
  std::ofstream(path, std::ios::binary) << bytes;
  aic_model* model;
  EXPECT_EQ(aic_model_open(path.c_str(), AIC_OPEN_VERIFY, &model), AIC_INVALID_ARTIFACT);
  EXPECT_EQ(model, nullptr);
  unlink(path.c_str());
}

/// What /proc/self/status says of the process, in kilobytes: "VmLck:" for what is locked, "RssFile:" for what
/// it has of files in memory.
int Kilobytes(const char* what) {
  std::ifstream file("/proc/self/status");
  for (std::string word; file >> word;)
    if (int kilobytes; word == what && file >> kilobytes)
      return kilobytes;
  ADD_FAILURE() << what;
  return -1;
}
int Locked() {
  return Kilobytes("VmLck:");
}

TEST(Model, PreloadsItsWeightsAndLocksThem) {
  auto chain = ChainModel();
  chain->weights.resize(1 << 20, 1.f); // Of which the kernels read few.
  const uint64_t bytes = chain->weights.size() * sizeof(float);
  chain->content.weightsBytes = bytes;
  chain->content.constants = {
      {0, absl::MakeConstSpan(reinterpret_cast<const uint8_t*>(chain->weights.data()), bytes)}};
  std::string path = TemporaryPath("preloaded.aic");
  ASSERT_TRUE(artifact::WriteArtifact(chain->content, path).ok());
  auto open = [&](uint32_t flags) {
    aic_model* model = nullptr;
    EXPECT_EQ(aic_model_open(path.c_str(), flags, &model), AIC_OK) << aic_last_error();
    return ModelPtr(model);
  };
  const int before = Locked();
  {
    const int files = Kilobytes("RssFile:");
    ModelPtr unread = open(0);
    EXPECT_LT(Kilobytes("RssFile:"), files + 2048);
    ModelPtr model = open(AIC_OPEN_PRELOAD);
    EXPECT_GE(Kilobytes("RssFile:"), files + 4096);
    EXPECT_EQ(Locked(), before);
    SessionPtr session = MakeSession(model, 1);
    ChainResult result;
    ASSERT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_OK);
  }
#ifndef AIC_TEST_SANITIZED // under which mlock does nothing
  {
    ModelPtr model = open(AIC_OPEN_LOCK | AIC_OPEN_VERIFY);
    EXPECT_GE(Locked(), before + 4096);
  }
  EXPECT_EQ(Locked(), before);
  {
    // Of the caller's memory, at any place.
    std::string bytes = chain->Bytes();
    ModelPtr model = Open(bytes, AIC_OPEN_LOCK);
    EXPECT_GE(Locked(), before + 4096);
    model.reset();
    EXPECT_EQ(Locked(), before);
  }
  pid_t child = fork();
  if (child == 0) {
    rlimit limit = {65536, 65536};
    aic_model* model;
    bool good = setrlimit(RLIMIT_MEMLOCK, &limit) == 0 && (geteuid() != 0 || setuid(65534) == 0) &&
                aic_model_open(path.c_str(), AIC_OPEN_LOCK, &model) == AIC_SYSTEM && !model &&
                strstr(aic_last_error(), "RLIMIT_MEMLOCK");
    if (!good)
      fprintf(stderr, "%s\n", aic_last_error());
    _exit(good ? 0 : 1);
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
#endif
  unlink(path.c_str());
}

#ifndef AIC_TEST_SANITIZED // whose own memory would be in the way of the limit
TEST(Model, SaysThatThereIsNoAddressSpaceForIt) {
  std::string path = TemporaryPath("large.aic");
  ASSERT_TRUE(artifact::WriteArtifact(ChainModel()->content, path).ok());
  ASSERT_EQ(truncate(path.c_str(), off_t(1) << 32), 0);
  pid_t child = fork();
  if (child == 0) {
    rlimit limit = {rlim_t(1) << 31, rlim_t(1) << 31};
    aic_model* model;
    bool good = setrlimit(RLIMIT_AS, &limit) == 0 &&
                aic_model_open(path.c_str(), 0, &model) == AIC_OUT_OF_MEMORY &&
                strstr(aic_last_error(), "large.aic: cannot be mapped: Cannot allocate memory");
    if (!good)
      fprintf(stderr, "%s\n", aic_last_error());
    _exit(good ? 0 : 1);
  }
  int status = -1;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
  unlink(path.c_str());
}
#endif

TEST(Model, SaysWhyAFileCannotBeRead) {
  aic_model* model;
  EXPECT_EQ(aic_model_open("/no/such/model.aic", 0, &model), AIC_CANNOT_READ);
  EXPECT_THAT(aic_last_error(), HasSubstr("/no/such/model.aic: cannot be opened: No such file"));
  EXPECT_EQ(aic_model_open("/", 0, &model), AIC_CANNOT_READ);
  EXPECT_THAT(aic_last_error(), HasSubstr("not a regular file"));
  std::string pipe = TemporaryPath("pipe");
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_EQ(aic_model_open(pipe.c_str(), 0, &model), AIC_CANNOT_READ); // And does not wait for a writer.
  unlink(pipe.c_str());
  std::string empty = TemporaryPath("empty");
  close(open(empty.c_str(), O_CREAT | O_WRONLY, 0600));
  EXPECT_EQ(aic_model_open(empty.c_str(), 0, &model), AIC_INVALID_ARTIFACT);
  EXPECT_THAT(aic_last_error(), HasSubstr("is not a model.aic"));
  unlink(empty.c_str());
  // A long path must not push the reason out of the message.
  EXPECT_EQ(aic_model_open(("/" + std::string(3000, 'x')).c_str(), 0, &model), AIC_CANNOT_READ);
  EXPECT_THAT(aic_last_error(), HasSubstr("cannot be opened"));
  EXPECT_EQ(model, nullptr);
}

TEST(Model, WorksFromUnalignedMemory) {
  std::string bytes = ChainModel()->Bytes();
  for (size_t shift : {1, 4, 32}) {
    std::vector<char> storage(bytes.size() + 128);
    char* at = storage.data() + (64 - reinterpret_cast<uintptr_t>(storage.data()) % 64) + shift;
    memcpy(at, bytes.data(), bytes.size());
    aic_model* model;
    ASSERT_EQ(aic_model_open_memory(at, bytes.size(), 0, &model), AIC_OK) << aic_last_error();
    ModelPtr owner(model);
    EXPECT_EQ(aic_model_verify_weights(model), AIC_OK);
    ChainResult result;
    ASSERT_EQ(RunChain(MakeSession(owner, 1).get(), ChainInput(), &result), AIC_OK);
    EXPECT_EQ(result.y, ComputeChain(ChainInput()).y);
  }
}

TEST(Model, RefusesAnotherCpu) {
  auto model = ChainModel();
  model->target().cpu = "bdver2";
  model->target().features = {"sse2", "xop",
                              "fma4"}; // AMD's short-lived ones: no CPU has both them and a future.
  std::string bytes = model->Bytes();
  std::string message = OpenFailure(bytes, AIC_UNSUPPORTED);
  EXPECT_THAT(message,
              HasSubstr("compiled for bdver2 and needs fma4 and 1 more, which this machine's CPU lacks; "
                        "compile again with --target-cpu x86-64"));
  model->target().features = {"avx1024"};
  EXPECT_THAT(OpenFailure(model->Bytes(), AIC_UNSUPPORTED),
              HasSubstr("avx1024, which this runtime does not know"));
  model->target().triple = "riscv64-unknown-linux-gnu";
  EXPECT_THAT(OpenFailure(model->Bytes(), AIC_UNSUPPORTED),
              HasSubstr("compiled for riscv64-unknown-linux-gnu"));

  // Tools can look at it all the same, but not run it.
  ModelPtr inspected = Open(bytes, AIC_OPEN_INSPECT);
  ASSERT_TRUE(inspected);
  aic_model_info info;
  ASSERT_EQ(aic_model_describe(inspected.get(), &info), AIC_OK);
  EXPECT_EQ(info.target, info.target_count);
  aic_session* session;
  EXPECT_EQ(aic_session_create(inspected.get(), 1, &session), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(session, nullptr);
}

TEST(Model, ChoosesTheFirstTargetThatRunsHere) {
  auto model = ChainModel();
  model->content.targets.push_back(model->target());
  model->target().features = {"xop"};
  std::string bytes = model->Bytes();
  ModelPtr opened = Open(bytes);
  ASSERT_TRUE(opened);
  aic_model_info info;
  ASSERT_EQ(aic_model_describe(opened.get(), &info), AIC_OK);
  EXPECT_EQ(info.target, 1u);
  aic_target_info target;
  ASSERT_EQ(aic_model_target(opened.get(), 1, &target), AIC_OK);
  EXPECT_EQ(target.feature_count, 2u);
  EXPECT_STREQ(target.features[1], "sse2");
}

/// Three CPUs, best first: one that no machine is (nor will be), one that all are, and one that all are, too,
/// whose kernels multiply by 3 where the others' do by 2.
std::unique_ptr<TestModel> ThreeCpuModel() {
  auto model = ChainModel();
  artifact::Target best = model->target(), middle = best, last = best;
  best.cpu = "bdver2";
  best.features = {"xop", "fma4"};
  last.cpu = "old";
  last.features = {};
  last.code = absl::MakeConstSpan(reinterpret_cast<const uint8_t*>(Kernels3().data()), Kernels3().size());
  model->content.targets = {best, middle, last};
  return model;
}

TEST(Model, TakesTheBestCpuThatThisMachineIs) {
  std::string bytes = ThreeCpuModel()->Bytes();
  struct Case {
    const char* wanted; ///< AIC_TARGET_CPU
    uint32_t target;
    float factor;
  };
  ASSERT_EQ(aic_model_open("/no/such/model.aic", 0, nullptr), AIC_INVALID_ARGUMENT);
  const std::string before = aic_last_error();
  for (const Case& c : {Case{nullptr, 1, 2}, Case{"", 1, 2}, Case{"x86-64", 1, 2}, Case{"old", 2, 3}}) {
    SCOPED_TRACE(c.wanted ? c.wanted : "any");
    if (c.wanted)
      setenv("AIC_TARGET_CPU", c.wanted, 1);
    ModelPtr opened = Open(bytes);
    ASSERT_TRUE(opened);
    EXPECT_EQ(before, aic_last_error()); // What does not fit is no failure.
    SessionPtr session = MakeSession(opened, 1);
    ChainResult result;
    ASSERT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_OK);
    EXPECT_EQ(result.y, ComputeChain(ChainInput(), 8, c.factor).y);
    aic_session_info info;
    ASSERT_EQ(aic_session_describe(session.get(), &info), AIC_OK);
    EXPECT_EQ(info.target, c.target);
    for (uint32_t i = 0; i < 3; ++i) {
      aic_target_info target;
      ASSERT_EQ(aic_model_target(opened.get(), i, &target), AIC_OK);
      EXPECT_EQ(target.runs_here != 0, i == c.target || (i == 2 && !(c.wanted && *c.wanted))) << i;
    }
    unsetenv("AIC_TARGET_CPU");
  }
  setenv("AIC_TARGET_CPU", "bdver2", 1);
  EXPECT_THAT(
      OpenFailure(bytes, AIC_UNSUPPORTED),
      HasSubstr("AIC_TARGET_CPU asks for the code for bdver2; there is code for bdver2 (lacking here: "
                "fma4 and 1 more), x86-64, old, and this machine is "));
  unsetenv("AIC_TARGET_CPU");
}

TEST(Model, SaysWhichCpusItIsFor) {
  auto model = ThreeCpuModel();
  model->content.targets[1].features = {"tbm"};
  model->content.targets[1].cpu = "bdver3";
  model->content.targets[2].triple = "riscv64-unknown-linux-gnu";
  const std::string here =
      std::string(runtime::cpu::Architecture()) + " and runs up to " + runtime::cpu::PortableTargetCpu();
  EXPECT_THAT(
      OpenFailure(model->Bytes(), AIC_UNSUPPORTED),
      HasSubstr("has code for bdver2 (lacking here: fma4 and 1 more), bdver3 (lacking here: tbm), old "
                "(riscv64); this machine is " +
                here + ": compile again with it in --target-cpu"));
  model->content.targets[1].features = {"avx1024"};
  EXPECT_THAT(OpenFailure(model->Bytes(), AIC_UNSUPPORTED),
              HasSubstr("bdver3 (with avx1024, which this runtime does not know)"));
  // Very many do not fit a message: it ends, and says what the machine is.
  for (int i = 0; i < 60; ++i)
    model->content.targets.push_back(model->content.targets[0]);
  EXPECT_THAT(OpenFailure(model->Bytes(), AIC_UNSUPPORTED), HasSubstr("this machine is " + here));
}

TEST(Model, OpensForVulkanAlone) {
  // A target for a CPU that this machine is not, or none: Vulkan's is enough to open, and the message of a
  // session on the CPU says what is wrong with the other.
  auto model = TwoTargetModel();
  model->target().features = {"xop"};
  std::string refused = model->Bytes();
  model->content.targets.erase(model->content.targets.begin());
  std::string alone = model->Bytes();
  aic_session_options options;
  aic_session_options_init(&options);
  options.device = AIC_TARGET_CPU;
  for (const auto& [bytes, target, message] :
       {std::tuple(&refused, 1u, "needs xop"), std::tuple(&alone, 0u, "holds no code for a CPU")}) {
    ModelPtr opened = Open(*bytes);
    ASSERT_TRUE(opened);
    aic_model_info info;
    ASSERT_EQ(aic_model_describe(opened.get(), &info), AIC_OK);
    EXPECT_EQ(info.target, target);
    aic_session* session;
    EXPECT_EQ(aic_session_create_with(opened.get(), &options, &session), AIC_UNSUPPORTED);
    EXPECT_THAT(aic_last_error(), HasSubstr(message));
    EXPECT_EQ(session, nullptr);
  }
}

TEST(Model, TheCpuComesFirst) {
  auto model = TwoTargetModel();
  std::swap(model->content.targets[0], model->content.targets[1]);
  std::string bytes = model->Bytes();
  ModelPtr opened = Open(bytes);
  ASSERT_TRUE(opened);
  aic_model_info info;
  ASSERT_EQ(aic_model_describe(opened.get(), &info), AIC_OK);
  EXPECT_EQ(info.target, 1u);
  ChainResult result;
  SessionPtr session = MakeSession(opened, 1);
  ASSERT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_OK);
  EXPECT_EQ(result.y, ComputeChain(ChainInput(), 2).y);
  aic_session_info described;
  ASSERT_EQ(aic_session_describe(session.get(), &described), AIC_OK);
  EXPECT_EQ(described.target, 1u);
}

TEST(Model, DescribesVariants) {
  std::string bytes = TwoTargetModel()->Bytes();
  // Also from memory that is not aligned: the words must be.
  for (size_t shift : {0, 1, 2}) {
    std::vector<char> storage(bytes.size() + 128);
    char* at = storage.data() + (64 - reinterpret_cast<uintptr_t>(storage.data()) % 64) + shift;
    memcpy(at, bytes.data(), bytes.size());
    aic_model* model;
    ASSERT_EQ(aic_model_open_memory(at, bytes.size(), AIC_OPEN_INSPECT, &model), AIC_OK) << aic_last_error();
    ModelPtr owner(model);
    aic_kernel_info kernel;
    ASSERT_EQ(aic_model_kernel(model, 1, 0, &kernel), AIC_OK);
    EXPECT_EQ(kernel.variant_count, 2u);
    ASSERT_EQ(aic_model_kernel(model, 0, 0, &kernel), AIC_OK);
    EXPECT_EQ(kernel.variant_count, 0u);
    aic_variant_info variant;
    ASSERT_EQ(aic_model_variant(model, 1, 0, 1, &variant), AIC_OK);
    EXPECT_STREQ(variant.name, "shared");
    EXPECT_EQ(variant.local_size[0], 16u);
    EXPECT_EQ(variant.local_size[1], 16u);
    EXPECT_EQ(variant.local_size[2], 1u);
    EXPECT_EQ(variant.workgroups[0], 32u);
    EXPECT_EQ(variant.workgroups[1], 1u);
    EXPECT_EQ(variant.shared_bytes, 32768u);
    EXPECT_EQ(variant.needs_subgroup, 0);
    std::vector<uint32_t> expected = IdleShader(3, {16, 16, 1});
    ASSERT_EQ(variant.shader_bytes, 4 * expected.size());
    ASSERT_EQ(reinterpret_cast<uintptr_t>(variant.words) % 4, 0u);
    EXPECT_EQ(std::vector<uint32_t>(variant.words, variant.words + expected.size()), expected);
    ASSERT_EQ(aic_model_variant(model, 1, 1, 1, &variant), AIC_OK);
    EXPECT_STREQ(variant.name, "subgroup");
    EXPECT_EQ(variant.needs_subgroup, 1);
    EXPECT_EQ(aic_model_variant(model, 1, 1, 2, &variant), AIC_INVALID_ARGUMENT);
    EXPECT_EQ(aic_model_variant(model, 1, 3, 0, &variant), AIC_INVALID_ARGUMENT);
    EXPECT_EQ(aic_model_variant(model, 2, 0, 0, &variant), AIC_INVALID_ARGUMENT);
    EXPECT_EQ(aic_model_variant(model, 0, 0, 0, &variant), AIC_INVALID_ARGUMENT);
    EXPECT_THAT(aic_last_error(), HasSubstr("variant 0 of 0"));
  }
}

TEST(Model, RefusesCodeThatDoesNotFit) {
  EXPECT_THAT(OpenFailure(ChainModel(8, KernelsOtherAbi())->Bytes(), AIC_UNSUPPORTED),
              HasSubstr("kernel ABI 7, this runtime has 2"));
  auto model = ChainModel();
  model->target().kernels.push_back({"one too many", "elementwise"});
  EXPECT_THAT(OpenFailure(model->Bytes(), AIC_INVALID_ARTIFACT),
              HasSubstr("has 10 kernels, the header lists 11"));
  std::string noElf = "this is no shared object";
  EXPECT_THAT(OpenFailure(ChainModel(8, noElf)->Bytes(), AIC_INVALID_ARTIFACT),
              HasSubstr("<memory>: the code section is no ELF object"));
}

TEST(Model, TwoAtOnceRunTheirOwnKernels) {
  std::string bytes2 = ChainModel(8, Kernels2())->Bytes(), bytes3 = ChainModel(8, Kernels3())->Bytes();
  std::vector<float> x = ChainInput();
  ChainResult expected2 = ComputeChain(x, 8, 2), expected3 = ComputeChain(x, 8, 3), result;
  ASSERT_NE(expected2.s, expected3.s);
  ModelPtr first = Open(bytes2), second = Open(bytes3);
  SessionPtr firstSession = MakeSession(first, 2), secondSession = MakeSession(second, 2);
  for (int round = 0; round < 3; ++round) {
    ASSERT_EQ(RunChain(firstSession.get(), x, &result), AIC_OK);
    EXPECT_EQ(result.y, expected2.y);
    ASSERT_EQ(RunChain(secondSession.get(), x, &result), AIC_OK);
    EXPECT_EQ(result.y, expected3.y);
  }
  // And after one is closed, the next may get its place.
  firstSession.reset();
  first.reset();
  ModelPtr third = Open(bytes3);
  ASSERT_EQ(RunChain(MakeSession(third, 1).get(), x, &result), AIC_OK);
  EXPECT_EQ(result.y, expected3.y);
  third.reset();
  ModelPtr fourth = Open(bytes2);
  ASSERT_EQ(RunChain(MakeSession(fourth, 1).get(), x, &result), AIC_OK);
  EXPECT_EQ(result.y, expected2.y);
}

TEST(Model, LeavesNoDescriptorBehind) {
  std::string bytes = ChainModel()->Bytes();
  Open(bytes);
  int before = open("/dev/null", O_RDONLY);
  close(before);
  for (int i = 0; i < 10; ++i) {
    Open(bytes);
    OpenFailure(ChainModel(8, KernelsOtherAbi())->Bytes(), AIC_UNSUPPORTED);
  }
  int after = open("/dev/null", O_RDONLY);
  close(after);
  EXPECT_EQ(before, after);
}

TEST(Model, NamesElements) {
  EXPECT_EQ(aic_element_bytes(AIC_BF16), 2u);
  EXPECT_EQ(aic_element_bytes(AIC_I64), 8u);
  EXPECT_EQ(aic_element_bytes(10), 0u);
  EXPECT_STREQ(aic_element_name(AIC_BOOL), "bool");
  EXPECT_STREQ(aic_element_name(~0u), "?");
  EXPECT_STREQ(aic_status_name(AIC_KERNEL_FAILED), "AIC_KERNEL_FAILED");
  EXPECT_STREQ(aic_status_name(AIC_DEVICE_LOST), "AIC_DEVICE_LOST");
  EXPECT_STREQ(aic_status_name(77), "AIC_?");
}

} // namespace
} // namespace aic::test
