// Linear layers, and convolutions of 1x1, on a CPU with a matrix unit (AMX): one of the ways of
// EmitPairedLinear.cpp (x of f32, a constant weight of bf16) and of EmitIntegerContraction.cpp (both of 8-bit
// integers).
#pragma once

#include "compiler/codegen/cpu/ContractionTiling.h"

namespace aic::codegen {

class KernelEmitter;

/// What a word of a tile holds along K, and how many of them.
enum class Packed : int64_t { Pairs = 2, Quads = 4 };

/// True of more rows than wait for the weight's bytes, where the CPU has such a unit.
bool paysInTiles(const Contraction& c, Packed packed, const CpuTarget& target);
/// mr: 16 or 32 rows; width: columns of a panel, where others have chosen it, else 0.
ContractionTiling chooseTilesOfLinear(const Contraction& c, Packed packed, const CpuTarget& target,
                                      int64_t width);
/// Whether a tiling is one of those, as one that was read from a text may not be.
bool isInTiles(const Contraction& c, const ContractionTiling& t, Packed packed, const CpuTarget& target);
/// Bytes of scratch memory: the rows of a workgroup as tiles, and the end of a panel.
int64_t bytesInTiles(const Contraction& c, const ContractionTiling& t, Packed packed,
                     const CpuTarget& target);
void emitLinearInTiles(KernelEmitter& e, const Contraction& c, const ContractionTiling& t, Packed packed);

} // namespace aic::codegen
