// What does again what failed by our fault.
#pragma once

#include "compiler/codegen/Target.h"

#include <functional>

namespace aic::driver {

/// Writes a module with the textual pipeline that `aic-opt --run-reproducer FILE` runs on it, as MLIR's
/// bytecode. False where it cannot be written.
bool writeReproducer(mlir::ModuleOp module, const std::string& pipeline, const std::string& path);

/// Another target of the same kind and options; null where there is none.
using TargetMaker = std::function<std::unique_ptr<codegen::Target>()>;

/// Where the code of a plan could not be made: finds the first kernel that fails alone (else takes all of
/// them), and writes it to `path` with the target's passes that make code. Returns what to tell the user, ""
/// where nothing was written. Diagnostics of the tries are dropped.
std::string reproduceCode(mlir::ModuleOp plan, const TargetMaker& fresh, const std::string& path);

} // namespace aic::driver
