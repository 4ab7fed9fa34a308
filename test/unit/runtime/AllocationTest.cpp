// A run allocates nothing: malloc and its family, and the mappings below them, are replaced by ones that
// count, for all threads of this program and for the runtime, which is linked into it.
#include "test/unit/runtime/TestModel.h"

#include "gtest/gtest.h"
#include <atomic>
#include <cerrno>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

static std::atomic<long> allocations{0};

extern "C" {
void* __libc_malloc(size_t);
void* __libc_calloc(size_t, size_t);
void* __libc_realloc(void*, size_t);
void* __libc_memalign(size_t, size_t);
void __libc_free(void*);

void* malloc(size_t size) {
  ++allocations;
  return __libc_malloc(size);
}
void* calloc(size_t count, size_t size) {
  ++allocations;
  return __libc_calloc(count, size);
}
void* realloc(void* pointer, size_t size) {
  ++allocations;
  return __libc_realloc(pointer, size);
}
void* memalign(size_t alignment, size_t size) {
  ++allocations;
  return __libc_memalign(alignment, size);
}
void* aligned_alloc(size_t alignment, size_t size) {
  return memalign(alignment, size);
}
int posix_memalign(void** result, size_t alignment, size_t size) {
  *result = memalign(alignment, size);
  return *result ? 0 : ENOMEM;
}
void free(void* pointer) {
  __libc_free(pointer);
}
void* mmap(void* address, size_t size, int protection, int flags, int fd, off_t offset) noexcept {
  ++allocations;
  return reinterpret_cast<void*>(syscall(SYS_mmap, address, size, protection, flags, fd, offset));
}
}
// operator new comes to malloc, in libstdc++.

namespace aic::test {
namespace {

void CountNothing(void* user, uint32_t, uint64_t, void* const*, uint32_t) {
  ++*static_cast<int*>(user);
}

TEST(Allocation, TheCounterCounts) {
  long before = allocations;
  delete new int(7);
  free(malloc(100));
  std::string bytes = ChainModel()->Bytes();
  ModelPtr model = Open(bytes);
  long opened = allocations;
  EXPECT_GE(opened - before, 2);
  SessionPtr session = MakeSession(model, 2);
  EXPECT_GE(allocations - opened, 2); // The session's memory and its arena.
}

TEST(Allocation, ARunAllocatesNothing) {
  std::string bytes = ChainModel(50)->Bytes();
  ModelPtr model = Open(bytes);
  std::vector<float> x = ChainInput();
  ChainResult result;
  result.y.resize(kRows * kCols);
  int traced = 0;
  for (uint32_t threads : {1, 2, 8}) {
    SessionPtr session = MakeSession(model, threads);
    ASSERT_EQ(aic_session_set_trace(session.get(), CountNothing, &traced), AIC_OK);
    for (int round = 0; round < 20; ++round) { // The first run too.
      long before = allocations;
      aic_status status = RunChain(session.get(), x, &result);
      long after = allocations;
      ASSERT_EQ(status, AIC_OK);
      ASSERT_EQ(after - before, 0) << threads << " threads, run " << round;
    }
  }
  EXPECT_EQ(traced, 3 * 20 * 52);
}

TEST(Allocation, NeitherEntriesNorStatesDo) {
  std::string bytes = StateModel()->Bytes();
  ModelPtr model = Open(bytes);
  for (uint32_t threads : {1, 2, 8}) {
    SessionPtr owner = MakeSession(model, threads);
    aic_session* session = owner.get();
    std::vector<float> h(kRows * kCols), x = ChainInput();
    std::vector<char> saved(aic_session_saved_bytes(session));
    int32_t code = 0, failing = 7;
    float s = 0;
    const aic_input good = {&code, 4}, bad = {&failing, 4}, set[] = {{x.data(), kTensorBytes}, {&code, 4}};
    const aic_output out = {&s, 4};
    for (int round = 0; round < 3; ++round) {
      const long before = allocations;
      const aic_status statuses[] = {aic_session_run_entry(session, kAdvance, &good, 1, &out, 1),
                                     aic_session_run_entry(session, kSet, set, 2, nullptr, 0),
                                     aic_session_run_entry(session, kSumOfState, nullptr, 0, &out, 1),
                                     aic_session_read_state(session, kH, h.data(), kTensorBytes),
                                     aic_session_write_state(session, kH, h.data(), kTensorBytes),
                                     aic_session_save_states(session, saved.data(), saved.size()),
                                     aic_session_reset_state(session, kW),
                                     aic_session_load_states(session, saved.data(), saved.size()),
                                     aic_session_run_entry(session, kLate, &bad, 1, &out, 1),
                                     aic_session_run_entry(session, kSumOfState, nullptr, 0, &out, 1),
                                     aic_session_reset_state(session, AIC_ALL_STATES),
                                     aic_session_run_entry(session, kSumOfState, nullptr, 0, &out, 1)};
      const long after = allocations;
      const aic_status wanted[] = {
          AIC_OK,         AIC_OK, AIC_OK, AIC_OK, AIC_OK, AIC_OK, AIC_OK, AIC_OK, AIC_KERNEL_FAILED,
          AIC_STATE_LOST, AIC_OK, AIC_OK};
      for (size_t i = 0; i < std::size(wanted); ++i)
        ASSERT_EQ(statuses[i], wanted[i]) << i << ": " << aic_last_error();
      ASSERT_EQ(after - before, 0) << threads << " threads, round " << round;
    }
  }
}

} // namespace
} // namespace aic::test
