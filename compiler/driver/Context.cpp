#include "compiler/driver/Context.h"

#include "compiler/codegen/Targets.h"
#include "mlir/IR/DialectRegistry.h"

#include "llvm/Support/ErrorHandling.h"

#include <cerrno>

namespace aic::driver {
namespace {

mlir::MLIRContext::Threading withoutThreads() {
  errno = 0; // before the context loads its first dialect
  return mlir::MLIRContext::Threading::DISABLED;
}

} // namespace

Context::Context() : MLIRContext(withoutThreads()) {
  codegen::registerTargets();
  mlir::DialectRegistry registry;
  for (const codegen::TargetKind* kind : codegen::targets())
    kind->registerDialects(registry);
  appendDialectRegistry(registry);
  loadAllAvailableDialects();
  // MLIR takes each interface of an operation from malloc and does not look at what it gets
  // (mlir/Support/InterfaceSupport.h): without memory the operation has not that interface, and fails much
  // later, or means something else. malloc itself leaves word.
  if (errno == ENOMEM)
    llvm::report_bad_alloc_error("loading dialects");
}

} // namespace aic::driver
