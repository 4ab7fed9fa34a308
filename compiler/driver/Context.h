// A context with all that a compilation uses.
#pragma once

#include "mlir/IR/MLIRContext.h"

namespace aic::driver {

/// Has the dialects of all targets loaded, on one thread. A lack of memory meanwhile ends as any other does,
/// in LLVM's handler for it (`llvm::install_bad_alloc_error_handler`).
class Context : public mlir::MLIRContext {
public:
  Context();
};

} // namespace aic::driver
