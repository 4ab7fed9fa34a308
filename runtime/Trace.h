/// \file
/// A session's trace callback.
#ifndef AIC_RUNTIME_TRACE_H
#define AIC_RUNTIME_TRACE_H

#include "runtime/aic.h"

namespace aic::runtime {

/// fn is NULL when there is none.
struct Trace {
  aic_trace_fn fn = nullptr;
  void* user = nullptr;
};

} // namespace aic::runtime

#endif // AIC_RUNTIME_TRACE_H
