// Linear layers of f32 with a constant weight of bf16 on a CPU with a matrix unit (AMX): one of the ways of
// EmitPairedLinear.cpp.
#pragma once

#include "compiler/codegen/cpu/ContractionTiling.h"

namespace aic::codegen {

class KernelEmitter;

/// True of more rows than wait for the weight's bytes, where the CPU has such a unit.
bool paysInTiles(const Contraction& c, const CpuTarget& target);
/// mr: 16 or 32 rows; width: columns of a panel, where others have chosen it, else 0.
ContractionTiling chooseTilesOfPairs(const Contraction& c, const CpuTarget& target, int64_t width);
/// Whether a tiling is one of those, as one that was read from a text may not be.
bool isTilesOfPairs(const Contraction& c, const ContractionTiling& t, const CpuTarget& target);
/// Bytes of scratch memory: the rows of a workgroup as tiles of bf16, and the end of a panel.
int64_t tilesOfPairsBytes(const Contraction& c, const ContractionTiling& t, const CpuTarget& target);
void emitTilesOfPairs(KernelEmitter& e, const Contraction& c, const ContractionTiling& t);

} // namespace aic::codegen
