// The smallest part of a module that still shows a fault: delta debugging (Zeller and Hildebrandt,
// "Simplifying and isolating failure-inducing input", 2002) with steps that keep the module valid.
#pragma once

#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"

#include <functional>
#include <string>

namespace aic::driver {

/// How much there is of a module.
struct ModuleSize {
  size_t functions = 0;
  size_t operations = 0; ///< in functions' blocks, without terminators, constants among them
};

ModuleSize sizeOf(mlir::ModuleOp module);

/// Makes `module` smaller for as long as `fails` says that what is left still shows the fault. A step takes a
/// function away; makes an input of a state; returns one value in place of all results; makes arguments of an
/// operation's results, and so needs nothing that they came from; or puts an operand in the place of a result
/// of its type. Only modules that pass the verifier are tried. `said`, where it is set, is called after each
/// step that was taken. Returns how often `fails` was asked.
size_t reduce(mlir::OwningOpRef<mlir::ModuleOp>& module, const std::function<bool(mlir::ModuleOp)>& fails,
              const std::function<void(const ModuleSize&)>& said = nullptr);

} // namespace aic::driver
