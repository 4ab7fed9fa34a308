// The loop that matrix products are made of: mr x nv vectors of sums in registers, K innermost.
#pragma once

#include "compiler/codegen/cpu/KernelEmitter.h"

namespace aic::codegen {

/// sums[i][j] += a(i, k) * b(k, j) for k in [0, count): a(i, k) is one element, broadcast, and b(k, j) the
/// vector number j of row k, of floats or of integers, which are exact as floats. Sums are in the order
/// [i][j].
struct RegisterTile {
  using Values = LoopEmitter::Values;
  KernelEmitter& e;
  mlir::Value a;
  int64_t aRow, aStep; ///< in a: from i to i + 1, from k to k + 1
  mlir::Value b;
  int64_t bStep; ///< in b: from k to k + 1
  int64_t nv, lanes;
  llvm::function_ref<mlir::Value(int64_t)> maskOf = nullptr; ///< which lanes of vector j are there; or null
  llvm::function_ref<void(mlir::Value, mlir::Value)> ahead =
      nullptr;                    ///< called with bBase and k once an iteration
  mlir::Value distance = nullptr; ///< so many elements before they are read, lines of b are fetched; or null

  Values zeros(int64_t rows) const;
  /// The rows i in `active`, from element (0, 0) at aBase and bBase on.
  Values accumulate(mlir::Value aBase, llvm::ArrayRef<int64_t> active, mlir::Value bBase, int64_t count,
                    Values sums) const;
  /// The same for a count that is known at run time only.
  Values accumulate(mlir::Value aBase, llvm::ArrayRef<int64_t> active, mlir::Value bBase, mlir::Value count,
                    Values sums) const;

private:
  /// The steps of `count` (of each()) k, from k on; `sums` holds those of each chain, one after another.
  Values steps(mlir::Value aBase, llvm::ArrayRef<int64_t> active, mlir::Value bBase, mlir::Value k,
               int64_t count, Values sums, int64_t chains = 1) const;
  Values step(mlir::Value aBase, llvm::ArrayRef<int64_t> active, mlir::Value bBase, mlir::Value k, int64_t u,
              llvm::ArrayRef<mlir::Value> ofRows, Values sums) const;
  bool byLanes() const;
  int64_t chains(size_t rows, int64_t count) const;
  int64_t each(size_t rows) const;
};

/// Bytes. A weight that is read once, from beyond the second-level cache, is fetched so far ahead: what one
/// core reads by itself is a quarter less (int8, Sapphire Rapids; 1 and 4 KB gain less).
inline constexpr int64_t kStreamAhead = 2048;

/// Fetches the line of element `at` of a buffer.
void prefetch(LoopEmitter& e, mlir::Value buffer, mlir::Value at);

/// Integers of at most 32 bits, with their signs, as f32: scalars or vectors.
mlir::Value asFloats(LoopEmitter& e, mlir::Value integers);

/// The lanes x lanes matrix whose rows these vectors are, transposed, by log2(lanes) rounds of shuffles.
LoopEmitter::Values transposeSquare(LoopEmitter& e, LoopEmitter::Values rows);

/// The vector whose lane i is the sum of the lanes of rows[i], of which there are as many as lanes.
mlir::Value sumsOfLanes(LoopEmitter& e, LoopEmitter::Values rows);

} // namespace aic::codegen
