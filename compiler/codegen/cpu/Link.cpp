// LLD in process: one object in, one shared object out. LLD reads and writes files by name, so both go
// through descriptors that /proc gives names to: memory for the object, a pipe for the result (of regular
// files LLD wants a temporary one beside them). No disk is needed, and a killed process leaves nothing.
#include "compiler/codegen/cpu/Codegen.h"
#include "lld/Common/Driver.h"
#include "runtime/kernel_abi.h"

#include "llvm/Support/Error.h"
#include "llvm/Support/ErrorHandling.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <mutex>
#include <new>
#include <sys/mman.h>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <vector>

LLD_HAS_DRIVER(elf)

namespace aic::codegen {
namespace {

class Descriptor {
public:
  Descriptor() = default;
  explicit Descriptor(int fd) : fd(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { reset(-1); }

  void reset(int next) {
    if (fd >= 0)
      close(fd);
    fd = next;
  }
  int get() const { return fd; }
  /// What other parts of this process may open it by.
  std::string path() const { return "/proc/self/fd/" + std::to_string(fd); }

private:
  int fd = -1;
};

llvm::Error systemError(const char* what) {
  std::error_code error(errno, std::generic_category());
  return llvm::createStringError(error,
                                 std::string("cannot link the kernels: ") + what + ": " + error.message());
}

/// Writes `bytes` into a file that lives in memory.
llvm::Error fill(Descriptor& file, llvm::StringRef bytes) {
  file.reset(memfd_create("aic-object", MFD_CLOEXEC));
  if (file.get() < 0)
    return systemError("no memory file");
  while (!bytes.empty()) {
    ssize_t n = write(file.get(), bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return systemError("no memory for the object");
    bytes = bytes.drop_front(static_cast<size_t>(n));
  }
  return llvm::Error::success();
}

/// Reads until no one has the pipe open for writing, since LLD waits while it is full: what there is no
/// memory for is read too. Returns 0 or an errno.
int drain(int fd, std::string& bytes) {
  char buffer[1 << 16];
  int error = 0;
  for (;;) {
    const ssize_t n = read(fd, buffer, sizeof buffer);
    if (n == 0)
      return error;
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0) // No pipe of ours does so; if one did, LLD would wait for ever.
      llvm::report_fatal_error(llvm::Twine("cannot read what was linked: ") + strerror(errno));
    try {
      if (!error)
        bytes.append(buffer, static_cast<size_t>(n));
    } catch (const std::bad_alloc&) {
      error = ENOMEM;
    }
  }
}

/// `arguments` without the output. What LLD says goes to `messages`; false where it failed.
bool runLld(std::vector<const char*> arguments, const std::string& output, std::string& messages) {
  arguments.insert(arguments.end(), {"-o", output.c_str()});
  llvm::raw_string_ostream stream(messages);
  lld::Result result = lld::lldMain(arguments, stream, stream, {{lld::Gnu, &lld::elf::link}});
  return result.retCode == 0;
}

} // namespace

llvm::Expected<std::string> linkSharedObject(const std::string& object) {
  static std::mutex lldHasGlobals;
  std::lock_guard<std::mutex> lock(lldHasGlobals);
  Descriptor file, in, out;
  if (llvm::Error error = fill(file, object))
    return std::move(error);
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0)
    return systemError("no pipe");
  in.reset(ends[0]);
  out.reset(ends[1]);
  if (access(out.path().c_str(), W_OK) != 0)
    return systemError("/proc is needed");
  // LLD opens both, and would tell of a lack in words only.
  if (Descriptor first(dup(file.get())), second(dup(file.get())); second.get() < 0)
    return systemError("no descriptor");

  // The form that the runtime's loader takes, and no other: runtime/cpu/CodeImage.h. The entry is the table,
  // which is exported too, for debuggers.
  const std::string input = file.path();
  const std::vector<const char*> arguments = {"ld.lld",
                                              "-shared",
                                              "--no-undefined",
                                              "--gc-sections",
                                              "--strip-all",
                                              "--eh-frame-hdr",
                                              "--entry=" AIC_KERNEL_TABLE_SYMBOL,
                                              "--build-id=none",
                                              "--hash-style=gnu",
                                              "-z",
                                              "now",
                                              "-z",
                                              "noexecstack",
                                              "-z",
                                              "relro",
                                              "--threads=1",
                                              input.c_str()};
  std::string linked, messages;
  int error = 0;
  std::thread reader; // a pipe holds less than a big model's code
  try {
    reader = std::thread([&] { error = drain(in.get(), linked); });
  } catch (const std::system_error& failure) {
    return llvm::createStringError(failure.code(),
                                   std::string("cannot link the kernels: no thread: ") + failure.what());
  }
  const bool good = runLld(arguments, out.path(), messages);
  out.reset(-1);
  reader.join();
  if (!good)
    return llvm::createStringError(llvm::inconvertibleErrorCode(), "linking the kernels failed: " + messages);
  if (error) {
    errno = error;
    return systemError("no memory for the result");
  }
  return linked;
}

} // namespace aic::codegen
