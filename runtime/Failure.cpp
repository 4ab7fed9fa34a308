#include "runtime/Failure.h"

#include "runtime/kernel_abi.h"

#include <cstdarg>
#include <cstdio>
#include <cstring>

namespace aic::runtime {

// Plain bytes: no constructor, nothing to free when a thread ends.
static thread_local char lastError[1024];

aic_status Fail(aic_status status, const char* format, ...) {
  // Formatted aside, since an argument may point into the message before.
  char text[sizeof(lastError)];
  va_list arguments;
  va_start(arguments, format);
  int length = vsnprintf(text, sizeof(text), format, arguments);
  va_end(arguments);
  if (length < 0)
    text[0] = '\0';
  for (char* c = text; *c; ++c)
    if (static_cast<unsigned char>(*c) < 0x20 || *c == 0x7f)
      *c = '?';
  memcpy(lastError, text, sizeof(text));
  return status;
}

KernelFailureText::KernelFailureText(int32_t code) {
  if (code == AIC_KERNEL_INDEX_OUT_OF_RANGE)
    snprintf(text, sizeof(text), "an index is out of range");
  else if (code == AIC_KERNEL_DIVISION_BY_ZERO)
    snprintf(text, sizeof(text), "an integer is divided by zero");
  else if (code == AIC_KERNEL_INTEGER_OVERFLOW)
    snprintf(text, sizeof(text), "an i64 leaves the 32 bits that integers have on Vulkan");
  else
    snprintf(text, sizeof(text), "its kernel failed with code %d", code);
}

ErrnoText::ErrnoText(int error) {
  // strerror_r comes in two kinds, by macros that the build may or may not set; both fill or return a string.
  struct Choose {
    static const char* from(int, const char* buffer) { return buffer; }
    static const char* from(const char* result, const char*) { return result; }
  };
  char buffer[sizeof(text)] = "";
  snprintf(text, sizeof(text), "%s", Choose::from(strerror_r(error, buffer, sizeof(buffer)), buffer));
}

} // namespace aic::runtime

extern "C" {

const char* aic_last_error(void) {
  return aic::runtime::lastError;
}

const char* aic_status_name(uint32_t status) {
  switch (status) {
  case AIC_OK:
    return "AIC_OK";
  case AIC_INVALID_ARGUMENT:
    return "AIC_INVALID_ARGUMENT";
  case AIC_CANNOT_READ:
    return "AIC_CANNOT_READ";
  case AIC_INVALID_ARTIFACT:
    return "AIC_INVALID_ARTIFACT";
  case AIC_UNSUPPORTED:
    return "AIC_UNSUPPORTED";
  case AIC_OUT_OF_MEMORY:
    return "AIC_OUT_OF_MEMORY";
  case AIC_BUSY:
    return "AIC_BUSY";
  case AIC_KERNEL_FAILED:
    return "AIC_KERNEL_FAILED";
  case AIC_SYSTEM:
    return "AIC_SYSTEM";
  case AIC_DEVICE_LOST:
    return "AIC_DEVICE_LOST";
  case AIC_STATE_LOST:
    return "AIC_STATE_LOST";
  case AIC_CANCELLED:
    return "AIC_CANCELLED";
  case AIC_REFUSED:
    return "AIC_REFUSED";
  }
  return "AIC_?";
}

const char* aic_version(void) {
  return AIC_RUNTIME_VERSION;
}
}
