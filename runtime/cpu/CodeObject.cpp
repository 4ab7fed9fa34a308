#include "runtime/cpu/CodeObject.h"

#include "runtime/Failure.h"

#include <cerrno>
#include <cstdio>
#include <dlfcn.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef MFD_EXEC
#define MFD_EXEC 0x0010U // Linux 6.3; older kernels know no such flag and allow execution anyway.
#endif

namespace aic::runtime::cpu {

static int CreateMemoryFile() {
  int fd = syscall(SYS_memfd_create, "aic-kernels", MFD_CLOEXEC | MFD_EXEC);
  if (fd < 0 && errno == EINVAL)
    fd = syscall(SYS_memfd_create, "aic-kernels", MFD_CLOEXEC);
  return fd;
}

aic_status CodeObject::Load(const char* where, const uint8_t* bytes, uint64_t size, uint32_t kernels) {
  fd_ = CreateMemoryFile();
  if (fd_ < 0)
    return Fail(AIC_SYSTEM, "%s: no memory file for the kernels: %s", where, ErrnoText(errno).text);
  for (uint64_t written = 0; written < size;) {
    ssize_t n = write(fd_, bytes + written, size - written);
    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0)
      return Fail(AIC_OUT_OF_MEMORY, "%s: the kernels (%llu bytes) cannot be copied to memory: %s", where,
                  static_cast<unsigned long long>(size), ErrnoText(n < 0 ? errno : ENOSPC).text);
    written += n;
  }

  // glibc matches a path against the names of what is loaded before it looks at the file. So the descriptor
  // stays open until dlclose: were its number used again, the next model would silently get this one's
  // kernels.
  char path[64];
  snprintf(path, sizeof(path), "/proc/self/fd/%d", fd_);
  handle_ = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (!handle_) {
    const char* reason = dlerror();
    return Fail(AIC_SYSTEM, "%s: the kernels cannot be loaded (is /proc mounted?): %s", where,
                reason ? reason : "no reason given");
  }
  table_ = static_cast<const aic_kernel_table*>(dlsym(handle_, AIC_KERNEL_TABLE_SYMBOL));
  if (!table_)
    return Fail(AIC_INVALID_ARTIFACT, "%s: the code section has no symbol %s", where,
                AIC_KERNEL_TABLE_SYMBOL);
  if (table_->abi_version != AIC_KERNEL_ABI_VERSION)
    return Fail(
        AIC_UNSUPPORTED,
        "%s: the kernels were compiled for kernel ABI %u, this runtime has %u; compile the model again",
        where, table_->abi_version, AIC_KERNEL_ABI_VERSION);
  if (table_->count != kernels || (kernels && !table_->functions))
    return Fail(AIC_INVALID_ARTIFACT, "%s: the code section has %u kernels, the header lists %u", where,
                table_->count, kernels);
  for (uint32_t i = 0; i < kernels; ++i)
    if (!table_->functions[i])
      return Fail(AIC_INVALID_ARTIFACT, "%s: kernel %u of the code section is null", where, i);
  return AIC_OK;
}

CodeObject::~CodeObject() {
  if (handle_)
    dlclose(handle_);
  if (fd_ >= 0)
    close(fd_);
}

} // namespace aic::runtime::cpu
