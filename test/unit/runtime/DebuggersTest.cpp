// What unwinders, gdb and perf learn of kernels.
#include "runtime/cpu/Debuggers.h"

#include "test/unit/runtime/TestModel.h"

#include "gtest/gtest.h"
#include <algorithm>
#include <csetjmp>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <elf.h>
#include <fstream>
#include <sstream>
#include <sys/mman.h>
#include <unistd.h>
#include <unwind.h>

// gdb's interface, as a debugger reads it.
struct Entry {
  Entry *next, *previous;
  const char* object;
  uint64_t bytes;
};
extern "C" struct {
  uint32_t version, action;
  Entry *relevant, *first;
} __jit_debug_descriptor;

namespace aic::test {
namespace {

int CountShown() {
  int count = 0;
  for (Entry* entry = __jit_debug_descriptor.first; entry; entry = entry->next)
    ++count;
  return count;
}

#ifndef AIC_TEST_SANITIZED // There kernels are part of the program.
/// What the handler looks for on the stack.
void (*wanted)();
volatile bool found = false;

__attribute__((noinline)) void RunIntoTheVoid() {
  ModelPtr model = Open(ChainModel()->Bytes());
  aic_session* session;
  ASSERT_EQ(aic_session_create(model.get(), 1, &session), AIC_OK) << aic_last_error();
  void* unreadable = mmap(nullptr, kTensorBytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  ChainResult result{std::vector<float>(kRows * kCols), 0};
  aic_input input = {unreadable, kTensorBytes};
  aic_output outputs[] = {{result.y.data(), kTensorBytes}, {&result.s, sizeof(float)}};
  aic_session_run(session, &input, 1, outputs, 2);
  fprintf(stderr, "a kernel read what cannot be read\n");
  _exit(1);
}

_Unwind_Reason_Code Look(_Unwind_Context* context, void*) {
  auto* inside = reinterpret_cast<void*>(_Unwind_GetIP(context) - 1);
  found = found || _Unwind_FindEnclosingFunction(inside) == reinterpret_cast<void*>(wanted);
  return _URC_NO_REASON;
}

TEST(DebuggersDeathTest, ABacktraceGoesThroughAKernel) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_EXIT(
      {
        wanted = &RunIntoTheVoid;
        signal(SIGSEGV, [](int) {
          _Unwind_Backtrace(Look, nullptr);
          fputs(found ? "went through" : "ended at the kernel", stderr);
          _exit(found ? 0 : 1);
        });
        RunIntoTheVoid();
      },
      testing::ExitedWithCode(0), "went through");
}
#endif

TEST(Debuggers, GdbIsToldOfEveryKernel) {
  const int before = CountShown();
  ModelPtr first = Open(ChainModel()->Bytes());
  ModelPtr second = Open(ChainModel(8, Kernels3())->Bytes());
  ASSERT_EQ(CountShown(), before + 2);
  const Entry& entry = *__jit_debug_descriptor.first;
  EXPECT_EQ(__jit_debug_descriptor.version, 1u);
  EXPECT_EQ(__jit_debug_descriptor.action, 1u); // Registered.
  EXPECT_EQ(__jit_debug_descriptor.relevant, &entry);
  EXPECT_EQ(entry.next->previous, &entry);
  Elf64_Ehdr header;
  ASSERT_GE(entry.bytes, sizeof(header));
  memcpy(&header, entry.object, sizeof(header));
  ASSERT_EQ(header.e_shoff + header.e_shnum * sizeof(Elf64_Shdr), sizeof(header) + 5 * sizeof(Elf64_Shdr));
  const auto* sections = reinterpret_cast<const Elf64_Shdr*>(entry.object + header.e_shoff);
  for (int i = 1; i < header.e_shnum; ++i)
    if (sections[i].sh_type != SHT_NOBITS)
      EXPECT_LE(sections[i].sh_offset + sections[i].sh_size, entry.bytes) << i;
  const auto* symbols = reinterpret_cast<const Elf64_Sym*>(entry.object + sections[3].sh_offset);
  const char* strings = entry.object + sections[4].sh_offset;
  std::vector<std::string> names;
  for (uint64_t i = 1; i < sections[3].sh_size / sizeof(Elf64_Sym); ++i) {
    names.emplace_back(strings + symbols[i].st_name);
    EXPECT_GE(symbols[i].st_value, sections[1].sh_addr);
    EXPECT_LE(symbols[i].st_value + symbols[i].st_size, sections[1].sh_addr + sections[1].sh_size);
    EXPECT_GT(symbols[i].st_size, 0u);
  }
  EXPECT_EQ(names.size(), 10u);
  EXPECT_NE(std::find(names.begin(), names.end(), "blend"), names.end());

  first.reset();
  EXPECT_EQ(CountShown(), before + 1);
  EXPECT_EQ(__jit_debug_descriptor.action, 2u); // Unregistered.
  second.reset();
  EXPECT_EQ(CountShown(), before);
}

TEST(Debuggers, PerfIsToldWhenAskedFor) {
  const std::string path = "/tmp/perf-" + std::to_string(getpid()) + ".map";
  unlink(path.c_str());
  Open(ChainModel()->Bytes());
  EXPECT_NE(access(path.c_str(), F_OK), 0);
  setenv("AIC_PERF_MAP", "1", 1);
  ModelPtr model = Open(ChainModel()->Bytes());
  unsetenv("AIC_PERF_MAP");
  std::ifstream file(path);
  std::string line;
  int lines = 0;
  bool blend = false;
  uint64_t end = 0;
  for (; std::getline(file, line); ++lines) {
    std::istringstream words(line);
    uint64_t start = 0, size = 0;
    std::string name;
    words >> std::hex >> start >> size >> name;
    EXPECT_TRUE(words) << line;
    EXPECT_GT(size, 0u);
    blend = blend || name == "blend";
    end = std::max(end, start + size);
  }
  EXPECT_EQ(lines, 10);
  EXPECT_TRUE(blend);
  unlink(path.c_str());
  // What another has put there is not written through.
  ASSERT_EQ(symlink("/tmp/aic-perf-map-of-somebody", path.c_str()), 0);
  setenv("AIC_PERF_MAP", "1", 1);
  model = Open(ChainModel()->Bytes());
  unsetenv("AIC_PERF_MAP");
  EXPECT_NE(access("/tmp/aic-perf-map-of-somebody", F_OK), 0);
  unlink(path.c_str());
}

} // namespace
} // namespace aic::test
