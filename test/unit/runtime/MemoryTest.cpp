// What the runtime takes of its host: memory (aic_set_allocator, aic_model_requirements), stack, descriptors.
#include "runtime/cpu/Team.h"
#include "test/unit/runtime/TestModel.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <atomic>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <pthread.h>
#include <unistd.h>

namespace aic::test {
namespace {

using testing::HasSubstr;

/// An allocator that knows what it has given, fills it with 0xee, and may fail once.
class Host {
public:
  Host() {
    AIC_INIT(&allocator), allocator.user = this, allocator.allocate = Allocate, allocator.release = Release;
  }

  aic_allocator allocator;
  size_t bytes = 0;   ///< That are given.
  size_t largest = 0; ///< The largest alignment that was asked for.
  long calls = 0;     ///< So far.
  long failing = 0;   ///< The number of the call that fails; 0: none.
  size_t wrong = 0;   ///< Releases of what was not given so.

private:
  static void* Allocate(void* user, size_t bytes, size_t alignment) {
    auto& host = *static_cast<Host*>(user);
    std::lock_guard lock(host.mutex_);
    if (++host.calls == host.failing)
      return nullptr;
    host.wrong += bytes == 0 || (alignment & (alignment - 1)) || alignment == 0;
    host.largest = std::max(host.largest, alignment);
    // Aligned as asked, and not better: not at a multiple of twice that.
    char* block = static_cast<char*>(
        aligned_alloc(2 * alignment, (bytes + 4 * alignment) / (2 * alignment) * 2 * alignment));
    char* memory = block + alignment;
    memset(memory, 0xee, bytes);
    host.given_[memory] = {bytes, block};
    host.bytes += bytes;
    return memory;
  }
  static void Release(void* user, void* memory, size_t bytes) {
    auto& host = *static_cast<Host*>(user);
    std::lock_guard lock(host.mutex_);
    auto found = host.given_.find(memory);
    if (found == host.given_.end() || found->second.first != bytes) {
      ++host.wrong;
      return;
    }
    host.bytes -= bytes;
    free(found->second.second);
    host.given_.erase(found);
  }

  std::mutex mutex_;
  std::map<void*, std::pair<size_t, char*>> given_;
};

class Allocator : public testing::Test {
protected:
  void SetUp() override { ASSERT_EQ(aic_set_allocator(&host.allocator), AIC_OK) << aic_last_error(); }
  void TearDown() override {
    EXPECT_EQ(host.bytes, 0u); // All was given back.
    EXPECT_EQ(host.wrong, 0u);
    EXPECT_EQ(aic_set_allocator(nullptr), AIC_OK) << aic_last_error();
  }
  Host host;
};

TEST_F(Allocator, RefusesWhatCannotBe) {
  Host other;
  other.allocator.release = nullptr;
  EXPECT_EQ(aic_set_allocator(&other.allocator), AIC_INVALID_ARGUMENT);
  EXPECT_THAT(aic_last_error(), HasSubstr("release is NULL"));
  other.allocator.allocate = nullptr;
  EXPECT_EQ(aic_set_allocator(&other.allocator), AIC_INVALID_ARGUMENT);
  EXPECT_THAT(aic_last_error(), HasSubstr("allocate is NULL"));
  Host reserved;
  reserved.allocator.reserved = 1;
  EXPECT_EQ(aic_set_allocator(&reserved.allocator), AIC_INVALID_ARGUMENT);
  EXPECT_THAT(aic_last_error(), HasSubstr("reserved is not 0"));
}

TEST_F(Allocator, StaysAsLongAsItIsNeeded) {
  std::string bytes = ChainModel()->Bytes();
  ModelPtr model = Open(bytes);
  EXPECT_EQ(aic_set_allocator(nullptr), AIC_BUSY);
  SessionPtr session = MakeSession(model, 2);
  model.reset();
  EXPECT_EQ(aic_set_allocator(nullptr), AIC_BUSY);
  session.reset();
  aic_device_list* list = nullptr;
  ASSERT_EQ(aic_device_list_create(&list), AIC_OK);
  EXPECT_EQ(aic_set_allocator(nullptr), AIC_BUSY);
  aic_device_list_free(list);
  EXPECT_EQ(aic_set_allocator(nullptr), AIC_OK);
  model = Open(bytes); // Now by the C library.
  EXPECT_EQ(aic_set_allocator(&host.allocator), AIC_BUSY);
  EXPECT_EQ(host.bytes, 0u);
}

// Zeroed arenas and states too, and no more alignment than was asked for.
TEST_F(Allocator, ModelsRunInItsMemory) {
  std::string bytes = ChainModel()->Bytes(), stateBytes = StateModel()->Bytes();
  std::string shifted = "1234" + bytes; // The weights and the code are copied.
  aic_model* opened = nullptr;
  ASSERT_EQ(aic_model_open_memory(shifted.data() + 4, bytes.size(), 0, &opened), AIC_OK) << aic_last_error();
  ModelPtr model(opened), states = Open(stateBytes);
  std::vector<float> x = ChainInput();
  for (uint32_t threads : {1, 3}) {
    SessionPtr session = MakeSession(model, threads), other = MakeSession(states, threads);
    ChainResult result;
    ASSERT_EQ(RunChain(session.get(), x, &result), AIC_OK);
    EXPECT_EQ(result.y, ComputeChain(x).y);
    int64_t position = 0;
    ASSERT_EQ(aic_session_read_state(other.get(), kPosition, &position, 8), AIC_OK);
    EXPECT_EQ(position, -5);
    const long before = host.calls;
    ASSERT_EQ(RunChain(session.get(), x, &result), AIC_OK);
    EXPECT_EQ(host.calls, before); // A run allocates nothing.
  }
  EXPECT_GE(host.bytes, kTensorBytes / 16);
  EXPECT_GE(host.largest, 4096u);
}

TEST_F(Allocator, LargeArenasAreAlignedToHugePages) {
  auto large = ChainModel();
  large->program().arenaBytes = 8 << 20;
  std::string bytes = large->Bytes();
  ModelPtr model = Open(bytes);
  SessionPtr session = MakeSession(model, 2);
  std::vector<float> x = ChainInput();
  ChainResult result;
  ASSERT_EQ(RunChain(session.get(), x, &result), AIC_OK);
  EXPECT_EQ(result.y, ComputeChain(x).y);
  EXPECT_EQ(host.largest, size_t(2) << 20);
  EXPECT_GT(host.bytes, size_t(8) << 20);
}

// Whichever allocation fails, the call says so and leaves nothing; the next one works.
TEST_F(Allocator, FailingIsACleanStatus) {
  std::string bytes = StateModel()->Bytes();
  for (long failing = 1;; ++failing) {
    host.calls = 0;
    host.failing = failing;
    aic_model* opened = nullptr;
    aic_status status = aic_model_open_memory(bytes.data(), bytes.size(), 0, &opened);
    ModelPtr model(opened);
    aic_session* made = nullptr;
    if (status == AIC_OK)
      status = aic_session_create(opened, 3, &made);
    SessionPtr session(made);
    if (host.calls < failing) {
      EXPECT_EQ(status, AIC_OK) << aic_last_error();
      EXPECT_GT(failing, 10);
      break;
    }
    // What gdb is told is not worth a failure.
    if (status != AIC_OK) {
      EXPECT_EQ(status, AIC_OUT_OF_MEMORY) << failing;
      EXPECT_EQ(made, nullptr);
      EXPECT_THAT(aic_last_error(), testing::AnyOf(HasSubstr("memory is short"), HasSubstr("no memory for")));
    }
    session.reset();
    model.reset();
    ASSERT_EQ(host.bytes, 0u) << failing;
  }
}

// To the byte.
TEST_F(Allocator, RequirementsAreWhatASessionTakes) {
  auto scratched = ChainModel();
  scratched->program().scratchBytes = 5000;
  std::string one = scratched->Bytes(), two = StateModel()->Bytes(), three = TwoEntryModel()->Bytes();
  for (const std::string* bytes : {&one, &two, &three}) {
    ModelPtr model = Open(*bytes);
    for (uint32_t threads : {1, 2, 7, 0}) {
      aic_session_options options;
      aic_session_options_init(&options);
      options.threads = threads;
      aic_requirements needs;
      const size_t before = host.bytes;
      const long calls = host.calls;
      ASSERT_EQ(aic_model_requirements(model.get(), &options, &needs), AIC_OK) << aic_last_error();
      EXPECT_EQ(host.calls, calls);
      SessionPtr session = MakeSession(model, threads);
      EXPECT_EQ(host.bytes - before, needs.total_bytes);
      EXPECT_EQ(needs.total_bytes,
                needs.arena_bytes + needs.state_bytes + needs.scratch_bytes + needs.other_bytes);
      EXPECT_EQ(needs.threads, aic_session_threads(session.get()));
      EXPECT_EQ(needs.stack_bytes, AIC_STACK_BYTES);
      aic_session_info info;
      ASSERT_EQ(aic_session_describe(session.get(), &info), AIC_OK);
      EXPECT_GE(needs.total_bytes, info.device_bytes);
      aic_plan_info plan;
      ASSERT_EQ(aic_model_entry_plan(model.get(), 0, 0, &plan), AIC_OK);
      EXPECT_GE(needs.arena_bytes, plan.arena_bytes);
      EXPECT_LT(needs.arena_bytes, plan.arena_bytes + 4097);
      if (bytes == &one) {
        EXPECT_EQ(needs.scratch_bytes, 8192 * needs.threads);
      }
    }
  }
}

TEST(Requirements, RefuseWhatASessionWould) {
  std::string bytes = TwoTargetModel()->Bytes();
  ModelPtr model = Open(bytes);
  aic_session_options options;
  aic_session_options_init(&options);
  aic_requirements needs;
  EXPECT_EQ(aic_model_requirements(nullptr, &options, &needs), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_model_requirements(model.get(), nullptr, &needs), AIC_INVALID_ARGUMENT);
  EXPECT_EQ(aic_model_requirements(model.get(), &options, nullptr), AIC_INVALID_ARGUMENT);
  options.threads = AIC_MAX_THREADS + 1;
  needs.total_bytes = 1;
  EXPECT_EQ(aic_model_requirements(model.get(), &options, &needs), AIC_INVALID_ARGUMENT);
  EXPECT_THAT(aic_last_error(), HasSubstr("aic_model_requirements: 257 threads"));
  EXPECT_EQ(needs.total_bytes, 0u);
  options.threads = 1;
  options.device = AIC_TARGET_VULKAN;
  EXPECT_EQ(aic_model_requirements(model.get(), &options, &needs), AIC_UNSUPPORTED);
  EXPECT_THAT(aic_last_error(), HasSubstr("the device decides"));
  ModelPtr inspected = Open(bytes, AIC_OPEN_INSPECT);
  aic_session_options_init(&options);
  EXPECT_EQ(aic_model_requirements(inspected.get(), &options, &needs), AIC_INVALID_ARGUMENT);
}

/// Runs `body` on a thread with the stack that aic.h promises to be enough.
template <typename Body> void OnSmallStack(Body body) {
  pthread_attr_t attributes;
  ASSERT_EQ(pthread_attr_init(&attributes), 0);
  ASSERT_EQ(pthread_attr_setstacksize(&attributes, AIC_STACK_BYTES), 0);
  pthread_t thread;
  ASSERT_EQ(pthread_create(
                &thread, &attributes,
                [](void* argument) -> void* {
                  (*static_cast<Body*>(argument))();
                  return nullptr;
                },
                &body),
            0);
  pthread_join(thread, nullptr);
  pthread_attr_destroy(&attributes);
}

#if !defined(AIC_TEST_SANITIZED) // Whose frames are larger.
// As much as kernels have at most (compiler/codegen/cpu).
int32_t UseMuchStack(void* const* buffers, uint32_t group, const aic_kernel_env*) {
  volatile char much[112 * 1024];
  for (size_t i = 0; i < sizeof(much); i += 64)
    much[i] = static_cast<char>(group);
  static_cast<std::atomic<uint32_t>*>(buffers[0])->fetch_add(much[64] == static_cast<char>(group));
  return AIC_KERNEL_OK;
}

TEST(Stack, IsAsSmallAsIsSaid) {
  std::string bytes = ChainModel()->Bytes(), damaged = bytes;
  damaged[100] ^= 1;
  std::atomic<uint32_t> ran{0};
  OnSmallStack([&] {
    EXPECT_NE(OpenFailure(damaged, AIC_INVALID_ARTIFACT), "");
    ModelPtr model = Open(bytes);
    SessionPtr session = MakeSession(model, 0), two = MakeSession(model, 2);
    std::vector<float> x = ChainInput();
    ChainResult result;
    for (aic_session* each : {session.get(), two.get()}) {
      EXPECT_EQ(RunChain(each, x, &result), AIC_OK);
      EXPECT_EQ(result.y, ComputeChain(x).y);
    }
    runtime::cpu::PoolUse use;
    ASSERT_EQ(use.Begin(2, false), AIC_OK);
    runtime::cpu::Team team(2);
    void* buffers[] = {&ran};
    EXPECT_EQ(team.Run({UseMuchStack, buffers, 20, 1}).code, AIC_KERNEL_OK);
    EXPECT_EQ(team.Run({UseMuchStack, buffers, 20, 3}).code, AIC_KERNEL_OK);
  });
  EXPECT_EQ(ran, 80u);
}
#endif

size_t OpenDescriptors() {
  size_t count = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator("/proc/self/fd"))
    ++count;
  return count;
}

TEST(Descriptors, AreNotHeld) {
  std::string bytes = ChainModel()->Bytes();
  char path[] = "/tmp/aic-descriptors-XXXXXX";
  const int file = mkstemp(path);
  ASSERT_EQ(write(file, bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
  close(file);
  const size_t before = OpenDescriptors();
  aic_model* opened = nullptr;
  ASSERT_EQ(aic_model_open(path, 0, &opened), AIC_OK) << aic_last_error();
  ModelPtr model(opened);
  EXPECT_EQ(OpenDescriptors(), before);
  SessionPtr session = MakeSession(model, 3);
  ChainResult result;
  EXPECT_EQ(RunChain(session.get(), ChainInput(), &result), AIC_OK);
  EXPECT_EQ(OpenDescriptors(), before);
  EXPECT_EQ(aic_model_open("/dev/null", 0, &opened), AIC_CANNOT_READ);
  EXPECT_EQ(OpenDescriptors(), before);
  unlink(path);
}

} // namespace
} // namespace aic::test
