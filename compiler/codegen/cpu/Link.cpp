// LLD in process: one object in, one shared object out. LLD reads and writes files, so both pass through a
// private temporary folder.
#include "compiler/codegen/cpu/Codegen.h"
#include "lld/Common/Driver.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"

#include <mutex>

LLD_HAS_DRIVER(elf)

namespace aic::codegen {
namespace {

struct TemporaryFolder {
  llvm::SmallString<128> path;
  ~TemporaryFolder() {
    if (!path.empty())
      llvm::sys::fs::remove_directories(path);
  }
};

} // namespace

llvm::Expected<std::string> linkSharedObject(const std::string& object) {
  static std::mutex lldHasGlobals;
  std::lock_guard<std::mutex> lock(lldHasGlobals);
  TemporaryFolder folder;
  if (std::error_code error = llvm::sys::fs::createUniqueDirectory("aic-link", folder.path)) {
    folder.path.clear();
    return llvm::createStringError(error, "cannot make a temporary folder: " + error.message());
  }
  std::string in = (folder.path + "/kernels.o").str(), out = (folder.path + "/kernels.so").str();
  std::error_code error;
  {
    llvm::raw_fd_ostream file(in, error);
    if (!error) {
      file << object;
      file.close();
      error = file.error();
      file.clear_error();
    }
  }
  if (error)
    return llvm::createStringError(error, "cannot write " + in + ": " + error.message());
  std::string messages;
  llvm::raw_string_ostream stream(messages);
  const char* arguments[] = {"ld.lld",
                             "-shared",
                             "--no-undefined",
                             "--gc-sections",
                             "--strip-all",
                             "--build-id=none",
                             "--hash-style=gnu",
                             "-z",
                             "now",
                             "-z",
                             "noexecstack",
                             "--threads=1",
                             "-o",
                             out.c_str(),
                             in.c_str()};
  lld::Result result = lld::lldMain(arguments, stream, stream, {{lld::Gnu, &lld::elf::link}});
  if (result.retCode != 0)
    return llvm::createStringError(std::make_error_code(std::errc::not_supported),
                                   "linking kernels failed: " + messages);
  auto linked = llvm::MemoryBuffer::getFile(out, /*IsText=*/false, /*RequiresNullTerminator=*/false);
  if (!linked)
    return llvm::createStringError(linked.getError(),
                                   "cannot read " + out + ": " + linked.getError().message());
  return (*linked)->getBuffer().str();
}

} // namespace aic::codegen
