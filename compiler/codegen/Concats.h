// Concatenations without a copy: who makes an operand writes it where it lies in the result.
#pragma once

#include "compiler/codegen/Kernel.h"

namespace aic::codegen {

/// Whether a kernel's emitter writes its result in the runs that it has (schedule::Runs).
using WritesRuns = llvm::function_ref<bool(schedule::KernelOp)>;

/// Concatenations that are a kernel of their own go, or copy less. An operand is written in place where one
/// dispatch writes it, nothing else reads it, it is neither an input, an output, a state nor a constant, and
/// the kernel that makes it `writesRuns`. Operands between two that are not written so are copied with them.
/// A remark says what was done, or why not. Before tiles are chosen.
void joinConcats(mlir::ModuleOp schedule, WritesRuns writesRuns);

/// An error at each kernel that has runs and does not write them: a text may have some.
mlir::LogicalResult checkRuns(mlir::ModuleOp schedule, llvm::StringRef device, WritesRuns writesRuns);

/// What is so on every target: kernels of one result, stored in rows of a space that runs are made of, or in
/// any where there is one run.
bool writesRunsOfRows(schedule::KernelOp kernel);

} // namespace aic::codegen
