// Tiles of products whose weights are integers in blocks, each with a scale of its own.
#pragma once

#include "compiler/codegen/Kernel.h"
#include "compiler/codegen/cpu/Target.h"
#include "dialects/aic/Quantised.h"

namespace aic::codegen {

/// out[m, n] = sum over k of x[m, k] * q[n, k] * scale[n, k / block], plus bias[n].
struct BlockLinear {
  int64_t rows = 1, columns = 1, depth = 1; ///< M, N and K
  int64_t bits = 8, block = 1;

  int64_t perWord() const { return 32 / bits; }                         ///< numbers of one output in 32 bits
  int64_t words() const { return (depth + perWord() - 1) / perWord(); } ///< of a row of q, as it is packed
  int64_t blocks() const { return (depth + block - 1) / block; }
};
BlockLinear describeBlockLinear(mlir::Operation* root);

/// mr rows of x by nv vectors of outputs; a workgroup computes unitsPerGroup tiles of mr rows with each of
/// panelsPerGroup panels of nv vectors.
struct BlockTiling {
  int64_t mr = 1, nv = 1, units = 1, panels = 1, unitsPerGroup = 1, panelsPerGroup = 1;

  int64_t workgroups() const;
  mlir::DictionaryAttr toAttr(mlir::MLIRContext* context) const;
};
/// Bytes of scratch memory for a panel whose numbers are floats, scaled, where several tiles of rows read it;
/// 0 where they are made of its bytes as each is read.
int64_t widenedBytes(const BlockLinear& b, const BlockTiling& t, const CpuTarget& target);
/// The same for all kernels of one weight in its panels' width, so that they share them.
BlockTiling chooseBlockTiling(const BlockLinear& b, const CpuTarget& target);

/// How argument `index` of a kernel of block_linear is read: q in quads of bytes, scales in panels; null for
/// others.
mlir::DictionaryAttr blockPacking(schedule::KernelOp kernel, unsigned index, const CpuTarget& target);

} // namespace aic::codegen
