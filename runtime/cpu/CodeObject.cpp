#include "runtime/cpu/CodeObject.h"

#include "runtime/Failure.h"
#include "runtime/cpu/CodeImage.h"

#include <cerrno>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

#ifndef PR_SET_VMA
#define PR_SET_VMA 0x53564d41 // Linux 5.17
#define PR_SET_VMA_ANON_NAME 0
#endif

namespace aic::runtime::cpu {

/// Nothing writable is left, and nothing executable but the code.
static bool Protect(uint8_t* memory, const CodeImage& image) {
  uint8_t *begin = memory + image.codeBegin(), *end = memory + image.codeEnd();
  // Where the two caches do not know of each other; nothing on x86-64.
  __builtin___clear_cache(reinterpret_cast<char*>(begin), reinterpret_cast<char*>(end));
  return mprotect(memory, image.span(), PROT_READ) == 0 &&
         (begin == end || mprotect(begin, end - begin, PROT_READ | PROT_EXEC) == 0);
}

aic_status CodeObject::Load(const char* where, const uint8_t* bytes, uint64_t size, uint32_t kernels) {
  CodeImage image(where);
  if (aic_status status = image.ReadHeaders(bytes, size, static_cast<uint64_t>(sysconf(_SC_PAGESIZE))))
    return status;
  void* memory =
      mmap(nullptr, image.span(), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, /*fd=*/-1, 0);
  if (memory == MAP_FAILED)
    return Fail(AIC_OUT_OF_MEMORY, "%s: no memory for the kernels (%llu bytes): %s", where,
                static_cast<unsigned long long>(image.span()), ErrnoText(errno).text);
  pages_.begin = memory;
  pages_.bytes = image.span();
  auto* start = static_cast<uint8_t*>(memory);
  if (aic_status status = image.Place(bytes, start))
    return status;
  code_ = {start, {image.codeBegin(), image.codeEnd() - image.codeBegin()}, {}, nullptr};
  if (aic_status status = image.FindTable(start, kernels, &code_.table))
    return status;
  if (aic_status status = image.FindUnwindTable(start, &code_.unwind))
    return status;
  // For those who read /proc/PID/maps; a kernel without names says no, and that is well.
  prctl(PR_SET_VMA, static_cast<unsigned long>(PR_SET_VMA_ANON_NAME), memory, image.span(), "aic kernels");
  if (!Protect(start, image)) {
    int error = errno;
    return Fail(error == ENOMEM ? AIC_OUT_OF_MEMORY : AIC_SYSTEM,
                "%s: the system lets no memory become code (does a policy such as SELinux's execmem or "
                "systemd's MemoryDenyWriteExecute forbid it?): %s",
                where, ErrnoText(error).text);
  }
  debuggers_.TellUnwinder(code_);
  return AIC_OK;
}

CodeObject::Pages::~Pages() {
  if (begin)
    munmap(begin, bytes);
}

} // namespace aic::runtime::cpu
