// Linear layers of f32 with a constant weight of bf16, whose panels hold two inputs of each output side by
// side ({kind = "pairs"} in lowering/Packing.h).
#pragma once

#include "compiler/codegen/Kernel.h"
#include "compiler/codegen/cpu/ContractionTiling.h"

namespace aic::codegen {

class KernelEmitter;

/// True for a kernel that is one.
bool isPairedLinear(schedule::KernelOp kernel);

/// As chooseTiling; where the CPU has products of pairs and rows are many, with a pair in the place of a
/// number, or for tiles of AMX (LinearInTiles.h).
ContractionTiling choosePairTiling(const Contraction& c, const CpuTarget& target, int64_t width = 0);

/// Bytes of scratch memory: for rows of x as pairs or tiles of bf16, or for a panel as floats, or none.
int64_t pairScratchBytes(const Contraction& c, const ContractionTiling& t, const CpuTarget& target);

/// How argument `index` is read: the weight in panels of this width, else null.
mlir::DictionaryAttr pairPacking(schedule::KernelOp kernel, unsigned index, int64_t width);

/// emitContraction for those.
void emitPairedLinear(KernelEmitter& e);

} // namespace aic::codegen
