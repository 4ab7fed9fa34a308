// Weights of a file for several CPUs: one order for all of them, where none loses much by it.
#pragma once

#include "compiler/codegen/cpu/Target.h"
#include "dialects/schedule/Schedule.h"

namespace aic::codegen {

/// How a product, a convolution or a recurrence reads its weight: in panels of `width` columns, as it is
/// (way 0) or transformed for Winograd's way with this tile (2 or 4).
struct PanelOrder {
  int64_t way = 0, width = 0;
  bool operator==(const PanelOrder& other) const { return way == other.way && width == other.width; }
};

/// The kernels of `tiled[own]` that are to read their weights in another order than their tiling has, and
/// which. tiled: one plan, as each of `targets` would have it, with its tilings, by itself; none has kernels
/// that pack at run time yet. For each weight, the CPUs read one order if by the models that choose tiles
/// none of them takes more than a tenth longer for it; else as many of them as can, and the others their own.
/// Says both in remarks. `packingOf`: of a kernel's arguments, by its tiling for a target.
llvm::SmallVector<std::pair<schedule::KernelOp, PanelOrder>> commonPackings(
    llvm::ArrayRef<mlir::ModuleOp> tiled, llvm::ArrayRef<CpuTarget> targets, size_t own,
    llvm::function_ref<mlir::DictionaryAttr(schedule::KernelOp, unsigned, const CpuTarget&)> packingOf);

} // namespace aic::codegen
