// LLD in process where reading its output fails: an end with a message, and no wait for what nobody reads.
// `read` of this program stands before libc's.
#include "compiler/codegen/cpu/Codegen.h"
#include "compiler/driver/Driver.h"

#include <cerrno>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static bool pipesFail = false;

extern "C" ssize_t read(int fd, void* bytes, size_t count) {
  struct stat about;
  if (pipesFail && fstat(fd, &about) == 0 && S_ISFIFO(about.st_mode)) {
    errno = EIO;
    return -1;
  }
  return syscall(SYS_read, fd, bytes, count);
}

namespace aic {
namespace {

std::string object() {
  driver::Options options;
  options.path = "test.mlir";
  options.module = "func.func @f(%x: tensor<64xf32>) -> tensor<64xf32> {\n"
                   "  %0 = aic.relu %x : tensor<64xf32>\n  return %0 : tensor<64xf32>\n}\n";
  driver::Compilation compilation(options);
  EXPECT_EQ(compilation.reach(driver::Stage::Code), driver::kGood);
  for (const driver::Form& form : driver::forms())
    if (form.name == "object")
      return compilation.emit(form);
  return "";
}

TEST(Link, GivesAnImage) {
  auto linked = codegen::linkSharedObject(object());
  ASSERT_TRUE(bool(linked));
  EXPECT_EQ(linked->substr(0, 4), "\177ELF");
}

TEST(Link, EndsWhereItsOutputCannotBeRead) {
  const std::string bytes = object();
  EXPECT_DEATH(
      {
        pipesFail = true;
        (void)!codegen::linkSharedObject(bytes);
      },
      "cannot read what was linked: Input/output error");
}

} // namespace
} // namespace aic
