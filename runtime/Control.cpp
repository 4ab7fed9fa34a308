#include "runtime/Control.h"

#include "runtime/Failure.h"

namespace aic::runtime {

aic_status Control::Fail(const char* where, const char* what) const {
  if (cancelled())
    return runtime::Fail(AIC_CANCELLED, "%s: the run was cancelled before the end of %s", where, what);
  return runtime::Fail(AIC_CANCELLED, "%s: the run took more than its limit of %.3f ms; it was at %s", where,
                       static_cast<double>(limit_) * 1e-6, what);
}

} // namespace aic::runtime
