// Code in pages of its own: whose kernels run, and what is left of them.
#include "runtime/cpu/CodeObject.h"

#include "test/unit/runtime/SmallCode.h"
#include "test/unit/runtime/TestModel.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace aic::test {
namespace {

#ifndef SYS_close_range
#define SYS_close_range 436 // Linux 5.9
#endif

/// Runs `test` in a child; false if it returns a failure or dies. The child says what is wrong on stderr.
template <typename Test> bool InChild(Test test) {
  fflush(nullptr);
  pid_t child = fork();
  if (child == 0) {
    const char* problem = test();
    if (problem)
      fprintf(stderr, "in the child: %s (%s)\n", problem, aic_last_error());
    _exit(problem ? 1 : 0);
  }
  int status = 0;
  return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/// NULL if the model of `bytes` computes with `factor`, else what it does.
const char* Computes(const std::string& bytes, float factor) {
  aic_model* model;
  if (aic_model_open_memory(bytes.data(), bytes.size(), 0, &model) != AIC_OK)
    return "cannot be opened";
  ModelPtr owner(model);
  aic_session* session;
  if (aic_session_create(model, 1, &session) != AIC_OK)
    return "gives no session";
  SessionPtr sessionOwner(session);
  ChainResult result;
  std::vector<float> x = ChainInput();
  if (RunChain(session, x, &result) != AIC_OK)
    return "does not run";
  return result.y == ComputeChain(x, 8, factor).y ? nullptr : "computes something else";
}

TEST(CodeObject, AChildThatClosesDescriptorsRunsItsOwnKernels) {
  // The system's loader knows an object by its name, which was the number of a descriptor: the second model
  // got the first one's kernels where the child had closed that and the number came again.
  std::string bytes2 = ChainModel(8, Kernels2())->Bytes(), bytes3 = ChainModel(8, Kernels3())->Bytes();
  ModelPtr first = Open(bytes2);
  EXPECT_TRUE(InChild([&]() -> const char* {
    if (syscall(SYS_close_range, 3, ~0u, 0) != 0)
      for (int fd = 3; fd < 1024; ++fd)
        close(fd);
    if (const char* problem = Computes(bytes3, 3))
      return problem;
    // Nor does closing the first one close what is somebody else's now.
    int strangers[8];
    for (int& fd : strangers)
      fd = open("/dev/null", O_RDONLY);
    first.reset();
    for (int fd : strangers)
      if (fcntl(fd, F_GETFD) < 0)
        return "closed a stranger's descriptor";
    return Computes(bytes2, 2);
  }));
  EXPECT_EQ(Computes(bytes3, 3), nullptr);
}

TEST(CodeObject, NeedsNoFileOfItsOwn) {
  std::string bytes = ChainModel()->Bytes();
  std::string path = testing::TempDir() + "aic_" + std::to_string(getpid()) + "_limits.aic";
  ASSERT_TRUE(artifact::WriteArtifact(ChainModel()->content, path).ok());
  EXPECT_TRUE(InChild([&]() -> const char* {
    rlimit none = {0, 0};
    if (setrlimit(RLIMIT_FSIZE, &none) != 0)
      return "has no limit";
    // One descriptor is left, for the file.
    int lowest = open("/dev/null", O_RDONLY);
    close(lowest);
    rlimit one = {rlim_t(lowest) + 1, rlim_t(lowest) + 1};
    if (setrlimit(RLIMIT_NOFILE, &one) != 0)
      return "has no limit";
    aic_model* model;
    if (aic_model_open(path.c_str(), 0, &model) != AIC_OK)
      return "cannot be opened";
    aic_model_close(model);
    return Computes(bytes, 2);
  }));
  unlink(path.c_str());
}

/// What a sandbox does: no memory becomes executable any more in this process.
bool ForbidNewCode() {
  sock_filter program[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_mprotect, 0, 3),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, args[2])), // The lower half.
      BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, PROT_EXEC, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  sock_fprog filter = {sizeof(program) / sizeof(program[0]), program};
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

TEST(CodeObject, SaysThatTheSystemLetsNoMemoryBecomeCode) {
  std::string bytes = ChainModel()->Bytes();
  EXPECT_TRUE(InChild([&]() -> const char* {
    if (!ForbidNewCode())
      return "there is no seccomp";
    aic_model* model;
    if (aic_model_open_memory(bytes.data(), bytes.size(), 0, &model) != AIC_SYSTEM || model)
      return "has another status";
    return strstr(aic_last_error(), "the system lets no memory become code") &&
                   strstr(aic_last_error(), "Permission denied")
               ? nullptr
               : "has other words";
  }));
}

/// The lines of /proc/self/maps that name no file and are executable, and all of them.
struct Mappings {
  Mappings() {
    std::ifstream file("/proc/self/maps");
    for (std::string line; std::getline(file, line); ++all) {
      std::string permissions = line.substr(line.find(' ') + 1, 4);
      writableCode += permissions[1] == 'w' && permissions[2] == 'x';
      anonymousCode += permissions[2] == 'x' && line.find('/') == std::string::npos &&
                       line.find("[v") == std::string::npos;
    }
  }
  int all = 0, anonymousCode = 0, writableCode = 0;
};

TEST(CodeObject, LeavesNoPageBehind) {
  std::string bytes = ChainModel()->Bytes(), otherAbi = ChainModel(8, KernelsOtherAbi())->Bytes();
  Open(bytes);
  Mappings before;
  {
    ModelPtr model = Open(bytes);
    Mappings open;
    EXPECT_EQ(open.anonymousCode, before.anonymousCode + 1);
    EXPECT_EQ(open.writableCode, 0);
  }
  for (int i = 0; i < 50; ++i) {
    Open(bytes);
    OpenFailure(otherAbi, AIC_UNSUPPORTED);
  }
  Mappings after;
  EXPECT_EQ(after.anonymousCode, before.anonymousCode);
#ifndef AIC_TEST_SANITIZED // whose allocators map what they like
  EXPECT_EQ(after.all, before.all);
#endif
}

TEST(CodeObject, OnlyItsCodeIsExecutableAndNothingWritable) {
  SmallCode small;
  runtime::cpu::CodeObject object;
  ASSERT_EQ(object.Load("model.aic", reinterpret_cast<const uint8_t*>(&small), sizeof(small), 2), AIC_OK);
  const auto code = reinterpret_cast<uintptr_t>(object.kernel(0));
  const uintptr_t begin = code - small.code.p_vaddr, end = begin + small.DataAddress(&small + 1);
  std::ifstream file("/proc/self/maps");
  size_t covered = 0;
  for (std::string line; std::getline(file, line);) {
    uintptr_t from, to;
    char permissions[5];
    ASSERT_EQ(sscanf(line.c_str(), "%lx-%lx %4s", &from, &to, permissions), 3);
    if (to <= begin || from >= end)
      continue;
    covered += std::min(to, end) - std::max(from, begin);
    bool holdsCode = from <= code && code < to;
    EXPECT_STREQ(permissions, holdsCode ? "r-xp" : "r--p") << line;
  }
  EXPECT_EQ(covered, end - begin);
}

} // namespace
} // namespace aic::test
