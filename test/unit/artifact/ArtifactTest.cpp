// The writer: the same bytes of the same content, whole files or none, and no content that the loader would
// refuse.
#include "compiler/artifact/Artifact.h"

#include "runtime/schema/Prelude.h"
#include "test/unit/runtime/TestModel.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <algorithm>
#include <csignal>
#include <cstring>
#include <dirent.h>
#include <fstream>
#include <functional>
#include <iterator>
#include <random>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace aic::artifact {
namespace {

using test::ChainModel;
using test::ModelPtr;
using test::TestModel;
using testing::HasSubstr;

/// A folder of the test's own, empty at first, gone at the end.
class ArtifactFile : public testing::Test {
protected:
  void SetUp() override {
    std::string pattern = testing::TempDir() + "aic_artifact_XXXXXX";
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder = pattern;
  }
  void TearDown() override {
    for (const std::string& name : Names())
      unlink((folder + "/" + name).c_str());
    rmdir(folder.c_str());
  }
  std::vector<std::string> Names() const {
    std::vector<std::string> names;
    if (DIR* dir = opendir(folder.c_str())) {
      while (dirent* entry = readdir(dir))
        if (entry->d_name[0] != '.')
          names.push_back(entry->d_name);
      closedir(dir);
    }
    std::sort(names.begin(), names.end());
    return names;
  }
  static std::string Read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return std::string((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  }
  static void Write(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
  }
  std::string folder;
};

TEST(Artifact, SameContentSameBytes) {
  std::string bytes = ChainModel()->Bytes();
  EXPECT_EQ(bytes, ChainModel()->Bytes());
  auto model = ChainModel();
  model->target().features = {"sse", "sse2", "sse"}; // A set: neither order nor repetition shows.
  EXPECT_EQ(bytes, model->Bytes());
  model->program().dispatches[3].flops ^= 1;
  EXPECT_NE(bytes, model->Bytes());
}

TEST(Artifact, TheHeadersSizeDoesNotChangeWithTheSections) {
  // Offsets past 4 GiB in the header need no more room than small ones: only the weights' size differs here.
  auto model = ChainModel();
  std::string small = model->Bytes();
  schema::Prelude prelude;
  memcpy(&prelude, small.data(), sizeof(prelude));
  uint64_t headerBytes = prelude.headerBytes;
  model->content.weightsBytes = 1 << 20;
  std::string large = model->Bytes();
  memcpy(&prelude, large.data(), sizeof(prelude));
  EXPECT_EQ(prelude.headerBytes, headerBytes);
  EXPECT_EQ(large.size(), prelude.fileBytes);
  EXPECT_NE(test::Open(large, AIC_OPEN_INSPECT), nullptr);
}

TEST(Artifact, PlacesConstantsAndZeros) {
  auto model = ChainModel();
  std::string a(70, 'a'), b(5000, 'b');
  model->content.weightsBytes = 9001;
  auto span = [](const std::string& s) {
    return absl::MakeConstSpan(reinterpret_cast<const uint8_t*>(s.data()), s.size());
  };
  model->content.constants = {{128, span(a)}, {256, span("")}, {256, span(b)}};
  std::string bytes = model->Bytes();
  test::ModelPtr opened = test::Open(bytes);
  ASSERT_TRUE(opened);
  EXPECT_EQ(aic_model_verify_weights(opened.get()), AIC_OK);
  aic_section_info weights;
  ASSERT_EQ(aic_model_section(opened.get(), 1, &weights), AIC_OK);
  std::string expected(9001, '\0');
  expected.replace(128, a.size(), a);
  expected.replace(256, b.size(), b);
  EXPECT_EQ(bytes.substr(weights.offset, weights.bytes), expected);
}

TEST(Artifact, WritesNoEmptyWeights) {
  auto model = test::EmptyModel();
  model->content.weightsBytes = 0;
  model->content.constants.clear();
  std::string bytes = model->Bytes();
  test::ModelPtr opened = test::Open(bytes);
  aic_model_info info;
  ASSERT_EQ(aic_model_describe(opened.get(), &info), AIC_OK);
  EXPECT_EQ(info.section_count, 1u);
  EXPECT_EQ(info.weights_bytes, 0u);
  EXPECT_EQ(aic_model_verify_weights(opened.get()), AIC_OK);
}

TEST(Artifact, RefusesContentThatBreaksTheSchema) {
  using Change = std::function<void(TestModel&)>;
  auto binding = [](TestModel& m, size_t i) -> Binding& { return m.program().dispatches[0].bindings[i]; };
  const std::pair<const char*, Change> changes[] = {
      {"no target", [](TestModel& m) { m.content.targets.clear(); }},
      {"no entry", [](TestModel& m) { m.content.entries.clear(); }},
      {"0 programs for 1 entries", [](TestModel& m) { m.target().programs.clear(); }},
      {"1 programs for 2 entries",
       [](TestModel& m) {
         m.content.entries.push_back(m.content.entries[0]);
         m.content.entries[1].name = "other";
       }},
      {"entry chain is there twice", [](TestModel& m) { m.content.entries.push_back(m.content.entries[0]); }},
      {"impossible shape", [](TestModel& m) { m.content.entries[0].inputs[0].shape = {-1}; }},
      {"impossible shape",
       [](TestModel& m) { m.content.entries[0].inputs[0].shape = {1LL << 40, 1LL << 40}; }},
      {"rank", [](TestModel& m) { m.content.entries[0].outputs[0].shape.assign(33, 1); }},
      {"element type",
       [](TestModel& m) { m.content.entries[0].inputs[0].type = static_cast<ElementType>(10); }},
      {"0 steps of", [](TestModel& m) { m.program().dispatches[0].steps = 0; }},
      {"2 steps of 257 workgroups",
       [](TestModel& m) {
         m.program().dispatches[0].workgroups = 257;
         m.program().dispatches[0].steps = 2;
       }},
      {"kernel 10 of 10", [](TestModel& m) { m.program().dispatches[0].kernel = 10; }},
      {"0 workgroups", [](TestModel& m) { m.program().dispatches[0].workgroups = 0; }},
      {"workgroups", [](TestModel& m) { m.program().dispatches[0].workgroups = 0x80000000u; }},
      {"names input, output or state 1, which there is not", [&](TestModel& m) { binding(m, 0).index = 1; }},
      {"has an index", [&](TestModel& m) { binding(m, 2).index = 1; }},
      {"do not fit", [&](TestModel& m) { binding(m, 0).bytes += 1; }},
      {"do not fit", [&](TestModel& m) { binding(m, 1).bytes = ~uint64_t(0); }},
      {"do not fit", [&](TestModel& m) { binding(m, 2).offset = 32; }},
      {"do not fit", [](TestModel& m) { m.program().arenaBytes = 64; }},
      {"scratch memory of 1073741825 bytes",
       [](TestModel& m) { m.program().scratchBytes = (uint64_t(1) << 30) + 1; }},
      {"arena is too large", [](TestModel& m) { m.program().arenaBytes = ~uint64_t(0); }},
      {"weights are too large", [](TestModel& m) { m.content.weightsBytes = ~uint64_t(0); }},
      {"read-only", [&](TestModel& m) { binding(m, 0).write = true; }},
      {"read-only", [&](TestModel& m) { binding(m, 1).write = true; }},
      {"0 dispatches from 1 on of 10 are repeated 2 times",
       [](TestModel& m) { m.program().repeats = {{1, 0, 2}}; }},
      {"repeated 1 times", [](TestModel& m) { m.program().repeats = {{1, 1, 1}}; }},
      {"2 dispatches from 9 on of 10", [](TestModel& m) { m.program().repeats = {{9, 2, 2}}; }},
      {"1 dispatches from 2 on", [](TestModel& m) { m.program().repeats = {{1, 2, 2}, {2, 1, 2}}; }},
      {"16777225 dispatches in a run", [](TestModel& m) { m.program().repeats = {{0, 1, 1 << 24}}; }},
      {"3 strides for 3 bindings, 1 times",
       [](TestModel& m) { m.program().dispatches[0].strides = {0, 0, 0}; }},
      {"1 strides for 3 bindings, 2 times",
       [](TestModel& m) {
         m.program().repeats = {{0, 1, 2}};
         m.program().dispatches[0].strides = {64};
       }},
      {"binding 2: 8192 bytes at 64 do not fit",
       [](TestModel& m) {
         m.program().repeats = {{0, 1, 2}};
         m.program().dispatches[0].strides = {0, 0, 64};
         m.program().arenaBytes = 8192 + 32;
       }},
      {"binding 2 moves by -64 bytes, 2 times",
       [](TestModel& m) {
         m.program().repeats = {{0, 1, 2}};
         m.program().dispatches[0].strides = {0, 0, -64};
       }},
      {"constant", [](TestModel& m) { m.content.constants[0].offset = 4; }},
      {"constant", [](TestModel& m) { m.content.constants[0].offset = 64; }},
      {"constant", [](TestModel& m) { m.content.constants.push_back(m.content.constants[0]); }},
  };
  for (const auto& [message, change] : changes) {
    auto model = ChainModel();
    change(*model);
    absl::StatusOr<std::string> bytes = SerializeArtifact(model->content);
    EXPECT_EQ(bytes.status().code(), absl::StatusCode::kInvalidArgument) << message;
    EXPECT_THAT(std::string(bytes.status().message()), HasSubstr(message));
  }
}

TEST(Artifact, RefusesStatesAndSizesThatBreakTheSchema) {
  using Change = std::function<void(Content&)>;
  auto binding = [](Content& c, size_t i) -> Binding& {
    return c.targets[0].programs[0].dispatches[1].bindings[i];
  };
  const std::pair<const char*, Change> changes[] = {
      {"state h is there twice", [](Content& c) { c.states[1].tensor.name = "h"; }},
      {"tensor h: impossible shape", [](Content& c) { c.states[0].tensor.shape = {-1}; }},
      {"no such element type", [](Content& c) { c.states[0].tensor.type = static_cast<ElementType>(10); }},
      {"state h: the states are too large",
       [](Content& c) {
         c.states.insert(c.states.begin(), State{{"large", ElementType::U8, {int64_t(1) << 56}}});
       }},
      {"state h: 5360320512 is no element of its type", [](Content& c) { c.states[0].value = 0x13f800000; }},
      {"state flags: 2 is no element", [](Content& c) { c.states[2].value = 2; }},
      {"state h begins in two ways", [](Content& c) { c.states[0].offset = 64; }},
      {"state w begins in two ways", [](Content& c) { c.states[1].value = 1; }},
      {"state w: 128 bytes at 64 are misaligned or outside the weights",
       [](Content& c) { c.states[1].offset = 64; }},
      {"state w: 128 bytes at 4 are misaligned", [](Content& c) { c.states[1].offset = 4; }},
      {"names input, output or state 5, which there is not", [&](Content& c) { binding(c, 0).index = 5; }},
      {"132 bytes at 0 do not fit 128 bytes", [&](Content& c) { binding(c, 1).bytes = 132; }},
      {"do not fit", [&](Content& c) { binding(c, 2).offset = 4; }},
      {"entry set is there twice", [](Content& c) { c.entries[4].dims = {{"S", 32}, {"N", 64}}; }},
      {"dimension N = -1 is below 0", [](Content& c) { c.entries[2].dims = {{"N", -1}}; }},
      {"dimension N = 2 is below 0 or there twice",
       [](Content& c) { c.entries[2].dims = {{"N", 1}, {"N", 2}}; }},
  };
  for (const auto& [message, change] : changes) {
    auto model = test::StateModel();
    change(model->content);
    absl::StatusOr<std::string> bytes = SerializeArtifact(model->content);
    EXPECT_EQ(bytes.status().code(), absl::StatusCode::kInvalidArgument) << message;
    EXPECT_THAT(std::string(bytes.status().message()), HasSubstr(message));
  }
  EXPECT_EQ(test::StateModel()->Bytes(), test::StateModel()->Bytes());
}

TEST(Artifact, BindsWholeStatesOnVulkan) {
  // position is an i64 with 4 bytes there, flags three of them.
  auto with = [](Binding binding) {
    auto model = test::TwoTargetModel();
    model->content.states = test::StateModel()->content.states;
    model->content.targets[1].programs[0].dispatches[0].bindings[0] = binding;
    return SerializeArtifact(model->content);
  };
  EXPECT_TRUE(with(test::WriteState(test::kPosition, 4)).ok());
  EXPECT_TRUE(with(test::ReadState(test::kFlags, 12)).ok());
  EXPECT_EQ(test::OpenFailure(*with(test::ReadState(test::kFlags, 12)), AIC_OK), "");
  EXPECT_THAT(std::string(with(test::ReadState(test::kPosition, 8)).status().message()),
              HasSubstr("8 bytes at 0 do not fit 4 bytes aligned to 4"));
  Binding part = test::ReadState(test::kFlags, 4);
  part.offset = 4;
  EXPECT_THAT(std::string(with(part).status().message()), HasSubstr("does not begin where its tensor does"));
}

TEST(Artifact, RefusesShadersThatBreakTheSchema) {
  using Change = std::function<void(Target&)>;
  auto shared = [](Target& t) -> Variant& { return t.kernels[0].variants[1]; };
  const std::pair<const char*, Change> changes[] = {
      {"code of a Vulkan target", [](Target& t) { t.code = absl::MakeConstSpan(t.code.data(), 1); }},
      {"kernel scale has no variant called floor", [](Target& t) { t.kernels[0].variants.clear(); }},
      {"no variant called floor",
       [](Target& t) { t.kernels[0].variants.erase(t.kernels[0].variants.begin()); }},
      {"too many variants", [](Target& t) { t.kernels[0].variants.resize(17); }},
      {"two variants of one name", [&](Target& t) { shared(t).name = "floor"; }},
      {"variant shared has an impossible local size", [&](Target& t) { shared(t).localSize[1] = 0; }},
      {"impossible local size", [&](Target& t) { shared(t).localSize = {1u << 31, 2, 1}; }},
      {"another local size than its SPIR-V", [&](Target& t) { shared(t).localSize = {8, 16, 1}; }},
      {"number of workgroups", [&](Target& t) { shared(t).workgroups[2] = 0; }},
      {"number of workgroups", [&](Target& t) { shared(t).workgroups[0] = 65536; }},
      {"workgroup memory", [&](Target& t) { shared(t).sharedBytes = ~0u; }},
      {"more than every device has", [](Target& t) { t.kernels[0].variants[0].sharedBytes = 16385; }},
      {"more than every device has", [](Target& t) { t.kernels[0].variants[0].needsSubgroup = true; }},
      {"uses subgroups", [](Target& t) { t.kernels[1].variants[1].needsSubgroup = false; }},
      {"no SPIR-V module", [&](Target& t) { shared(t).words.clear(); }},
      {"above 1.3", [&](Target& t) { shared(t).words[1] = 0x00010500; }},
      {"beyond its end", [&](Target& t) { shared(t).words.push_back(2 << 16); }},
      {"more buffers than its dispatches bind",
       [&](Target& t) { shared(t).words = test::IdleShader(4, {16, 16, 1}); }},
      {"2 bindings, another of its kernel has 3", [](Target& t) { t.programs[0].dispatches[1].kernel = 0; }},
      {"do not fit 24576 bytes aligned to 256",
       [](Target& t) { t.programs[0].dispatches[0].bindings[2].offset = 64; }},
      {"does not begin where its tensor does",
       [](Target& t) {
         t.programs[0].dispatches[0].bindings[0].offset = 256;
         t.programs[0].dispatches[0].bindings[0].bytes = 4;
       }},
  };
  for (const auto& [message, change] : changes) {
    auto model = test::TwoTargetModel();
    change(model->content.targets[1]);
    absl::StatusOr<std::string> bytes = SerializeArtifact(model->content);
    EXPECT_EQ(bytes.status().code(), absl::StatusCode::kInvalidArgument) << message;
    EXPECT_THAT(std::string(bytes.status().message()), HasSubstr(message));
  }
  auto model = ChainModel();
  model->target().kernels[0].variants.resize(1);
  EXPECT_THAT(std::string(SerializeArtifact(model->content).status().message()),
              HasSubstr("is for a CPU and has variants"));
}

TEST(Artifact, StoresEqualShadersOnce) {
  auto model = test::TwoTargetModel();
  std::string bytes = model->Bytes();
  ModelPtr opened = test::Open(bytes);
  aic_variant_info blend, sum;
  ASSERT_EQ(aic_model_variant(opened.get(), 1, 1, 0, &blend), AIC_OK);
  ASSERT_EQ(aic_model_variant(opened.get(), 1, 2, 0, &sum), AIC_OK);
  EXPECT_EQ(blend.words, sum.words);
  aic_section_info code;
  ASSERT_EQ(aic_model_section(opened.get(), 1, &code), AIC_OK);
  EXPECT_EQ(code.kind, AIC_SECTION_CODE);
  size_t words = test::IdleShader(3).size() + test::IdleShader(3, {16, 16, 1}).size() +
                 test::IdleShader(2, {64, 1, 1}, true).size() + test::IdleShader(2).size();
  EXPECT_EQ(code.bytes, 4 * words);
  EXPECT_EQ(bytes, test::TwoTargetModel()->Bytes());
}

TEST(Artifact, RefusesAHeaderBeyondItsLimit) {
  auto model = ChainModel();
  model->content.source.assign(size_t(1) << 30, 'x');
  EXPECT_EQ(SerializeArtifact(model->content).status().code(), absl::StatusCode::kResourceExhausted);
}

TEST(Artifact, WhatTheWriterTakesTheLoaderTakes) {
  // Random plans within the rules: offsets, sizes, kinds. The two sides check the same constraints.
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    auto model = ChainModel();
    model->program().dispatches.clear();
    uint64_t arena = random() % 100000;
    model->program().arenaBytes = arena;
    model->content.states = test::StateModel()->content.states;
    model->content.weightsBytes = 128 + random() % 5000;
    for (int d = random() % 6; d >= 0; --d) {
      std::vector<Binding> bindings;
      for (int b = random() % 5; b > 0; --b) {
        Binding binding;
        binding.kind = static_cast<Binding::Kind>(random() % 5);
        bool fixed = binding.kind == Binding::Kind::Arena || binding.kind == Binding::Kind::Weights;
        if (binding.kind == Binding::Kind::Output)
          binding.index = random() % 3; // 2 is one too many.
        if (binding.kind == Binding::Kind::State)
          binding.index = random() % 6; // 5 is.
        binding.offset = random() % 130 * (fixed ? 32 : 2);
        binding.bytes = random() % 9000;
        binding.write = random() % 8 == 0;
        bindings.push_back(binding);
      }
      model->Add(static_cast<test::TestKernel>(random() % 8), 1 + random() % 100, bindings);
    }
    absl::StatusOr<std::string> bytes = SerializeArtifact(model->content);
    if (bytes.ok()) {
      EXPECT_EQ(test::OpenFailure(*bytes, AIC_OK), "");
    }
  }
}

TEST(Artifact, TheFuzzTargetsSeedsAreSound) {
  // Else a change of the schema would leave the fuzz target with seeds that its first check refuses.
  for (const char* name : {"chain.aic", "empty.aic", "two.aic", "entries.aic", "states.aic"}) {
    std::string path = std::string(AIC_SOURCE_DIR "/test/fuzz/artifact/corpus/") + name;
    aic_model* model;
    EXPECT_EQ(aic_model_open(path.c_str(), AIC_OPEN_INSPECT, &model), AIC_OK) << aic_last_error();
    aic_model_close(model);
    struct stat status;
    ASSERT_EQ(stat(path.c_str(), &status), 0);
    EXPECT_LE(status.st_size, 4096) << path; // What tools/check lets libFuzzer read.
  }
}

TEST_F(ArtifactFile, WritesWhatSerializeGives) {
  auto model = ChainModel();
  std::string path = folder + "/model.aic";
  ASSERT_TRUE(WriteArtifact(model->content, path).ok());
  EXPECT_EQ(Read(path), model->Bytes());
  EXPECT_EQ(Names(), std::vector<std::string>{"model.aic"});
  struct stat status;
  ASSERT_EQ(stat(path.c_str(), &status), 0);
  mode_t mask = umask(0);
  umask(mask);
  EXPECT_EQ(status.st_mode & 0777, 0666 & ~mask); // As any file that one writes.
}

TEST_F(ArtifactFile, ReplacesAnOpenModelWithoutHurtingIt) {
  std::string path = folder + "/model.aic";
  ASSERT_TRUE(WriteArtifact(ChainModel(8, test::Kernels2())->content, path).ok());
  aic_model* model;
  ASSERT_EQ(aic_model_open(path.c_str(), 0, &model), AIC_OK);
  test::ModelPtr owner(model);
  ASSERT_TRUE(WriteArtifact(ChainModel(8, test::Kernels3())->content, path).ok());
  test::ChainResult result;
  ASSERT_EQ(test::RunChain(test::MakeSession(owner, 1).get(), test::ChainInput(), &result), AIC_OK);
  EXPECT_EQ(result.y, test::ComputeChain(test::ChainInput(), 8, 2).y);
}

TEST_F(ArtifactFile, FollowsLinks) {
  std::string path = folder + "/model.aic", link = folder + "/link.aic";
  Write(path, "before");
  ASSERT_EQ(symlink("model.aic", link.c_str()), 0);
  ASSERT_TRUE(WriteArtifact(ChainModel()->content, link).ok());
  EXPECT_EQ(Read(path), ChainModel()->Bytes());
  struct stat status;
  ASSERT_EQ(lstat(link.c_str(), &status), 0);
  EXPECT_TRUE(S_ISLNK(status.st_mode));
}

TEST_F(ArtifactFile, AFullDiskLeavesWhatWasThere) {
  // A limit on the size of files stands in for a full disk: the write stops midway.
  std::string path = folder + "/model.aic";
  Write(path, "before");
  rlimit before, small;
  ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
  small = before;
  small.rlim_cur = 5000;
  auto handler = signal(SIGXFSZ, SIG_IGN);
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
  absl::Status status = WriteArtifact(ChainModel()->content, path);
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &before), 0);
  signal(SIGXFSZ, handler);
  EXPECT_EQ(status.code(), absl::StatusCode::kUnavailable);
  EXPECT_THAT(std::string(status.message()), HasSubstr(path + ": cannot write: File too large"));
  EXPECT_EQ(Read(path), "before");
  EXPECT_EQ(Names(), std::vector<std::string>{"model.aic"});
}

TEST_F(ArtifactFile, SaysWhyItCannotWrite) {
  auto model = ChainModel();
  absl::Status status = WriteArtifact(model->content, folder + "/no/model.aic");
  EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(std::string(status.message()), HasSubstr("/no/model.aic: cannot create: No such file"));
  EXPECT_EQ(WriteArtifact(model->content, "").code(), absl::StatusCode::kNotFound);
  status = WriteArtifact(model->content, folder);
  EXPECT_EQ(status.code(), absl::StatusCode::kUnavailable);
  EXPECT_THAT(std::string(status.message()), HasSubstr("it is a folder"));
  if (geteuid() != 0) { // Root may write anywhere.
    ASSERT_EQ(chmod(folder.c_str(), 0500), 0);
    EXPECT_EQ(WriteArtifact(model->content, folder + "/model.aic").code(),
              absl::StatusCode::kPermissionDenied);
    ASSERT_EQ(chmod(folder.c_str(), 0700), 0);
  }
  // Content that is refused touches no file.
  std::string path = folder + "/model.aic";
  Write(path, "before");
  model->program().dispatches[0].kernel = 99;
  EXPECT_EQ(WriteArtifact(model->content, path).code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(Read(path), "before");
}

TEST_F(ArtifactFile, WritesToDevicesDirectly) {
  struct stat status;
  ASSERT_TRUE(WriteArtifact(ChainModel()->content, "/dev/null").ok());
  ASSERT_EQ(stat("/dev/null", &status), 0);
  EXPECT_TRUE(S_ISCHR(status.st_mode)); // Not replaced by a file.
  absl::Status full = WriteArtifact(ChainModel()->content, "/dev/full");
  EXPECT_EQ(full.code(), absl::StatusCode::kUnavailable);
  EXPECT_THAT(std::string(full.message()), HasSubstr("No space left on device"));
}

} // namespace
} // namespace aic::artifact
