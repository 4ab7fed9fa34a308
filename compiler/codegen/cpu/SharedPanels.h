// Weights that several products or recurrences read: one width of panels for all.
#pragma once

#include "compiler/codegen/cpu/Target.h"
#include "dialects/schedule/Schedule.h"

namespace aic::codegen {

/// The products and recurrences that are to read constant weights in panels of another width than their
/// tiling has, and which: those that read a weight of equal value (for a step and for many rows at once, in
/// batches of several sizes) then read one packing of it. Where that would cost one of them much, they stay
/// as they are. Says both in remarks. `packingOf`: of every kernel's arguments, by the tilings that the
/// kernels have.
llvm::SmallVector<std::pair<schedule::KernelOp, int64_t>>
sharedPanels(mlir::ModuleOp schedule, const CpuTarget& target,
             llvm::function_ref<mlir::DictionaryAttr(schedule::KernelOp, unsigned)> packingOf);

} // namespace aic::codegen
