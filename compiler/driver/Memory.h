// What Options::memory does to the arenas of a plan.
#pragma once

#include "compiler/driver/Driver.h"
#include "mlir/IR/BuiltinOps.h"

#include <string>
#include <vector>

namespace aic::driver {

/// That of each entry as it is planned now; `before` is the same.
std::vector<MemoryUse> memoryUseOf(mlir::ModuleOp plan, llvm::StringRef target);

/// The first with what was before: they are of the same entries.
std::vector<MemoryUse> changeOf(const std::vector<MemoryUse>& before, std::vector<MemoryUse> now);

/// The error where an arena has more than `memory` bytes; "" where none has.
std::string whyMemoryIsMissed(const std::vector<MemoryUse>& uses, int64_t memory);

} // namespace aic::driver
