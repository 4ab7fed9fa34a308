/// \file
/// How the runtime reports a failure: a status that is returned, and a message for aic_last_error.
#ifndef AIC_RUNTIME_FAILURE_H
#define AIC_RUNTIME_FAILURE_H

#include "runtime/aic.h"

namespace aic::runtime {

/// Sets this thread's message, cut to 1023 bytes, control characters replaced by '?' (names come from files).
/// Returns `status`, so that a check reads `return Fail(AIC_…, "…")`.
aic_status Fail(aic_status status, const char* format, ...) __attribute__((format(printf, 2, 3)));

/// The words for what a kernel failed with (kernel_abi.h). The array is the caller's.
struct KernelFailureText {
  explicit KernelFailureText(int32_t code);
  char text[64];
};

/// The words of an errno value. The array is the caller's.
struct ErrnoText {
  explicit ErrnoText(int error);
  char text[128];
};

} // namespace aic::runtime

#endif // AIC_RUNTIME_FAILURE_H
