// Contractions of two tensors of 8-bit integers: x of i8 or ui8, a constant weight of i8, sums of i32.
#pragma once

#include "compiler/codegen/cpu/ContractionTiling.h"

namespace aic::codegen {

class KernelEmitter;

/// The most products of 8-bit integers whose sum f32 holds exactly: 2^24 / (255 * 128).
inline constexpr int64_t kMostIntegers = 514;

/// True for a contraction whose sums are integers.
bool isIntegerContraction(mlir::Operation* root);

/// Why there is no code for such a contraction on the CPU; "" where there is.
std::string whyNoIntegerContraction(mlir::Operation* root);

/// Columns of the window whose bytes of x lie side by side: all, or one where it is dilated or x has groups.
int64_t columnsOfRun(const Contraction& c);

/// The bytes of so many columns, which meet as many of each output, in quads of 4.
int64_t quadsOfRun(const Contraction& c);

/// As chooseTiling; with sums that take two registers where the CPU has no products of 8 bits.
ContractionTiling chooseIntegerTiling(const Contraction& c, const CpuTarget& target, int64_t width = 0);

/// How argument `index` is read: the weight in panels of this width, else null.
mlir::DictionaryAttr integerPacking(schedule::KernelOp kernel, unsigned index, int64_t width);

/// Bytes of scratch memory for a panel of a weight of integers or halves that f32 is multiplied by, as
/// floats, where several tiles of rows read it; 0 where it is widened as each is read, and for other
/// contractions.
int64_t widenedBytes(mlir::Operation* root, const Contraction& c, const ContractionTiling& t,
                     const CpuTarget& target);

/// emitContraction for those.
void emitIntegerContraction(KernelEmitter& e);

} // namespace aic::codegen
