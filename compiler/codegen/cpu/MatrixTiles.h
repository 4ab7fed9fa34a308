// The matrix unit of x86-64, AMX: eight tiles of 16 rows by 64 bytes. A product adds to a tile of 16 x 16
// sums of 32 bits what a tile of 16 rows of A makes with a tile of 16 rows of B, where neighbours along K lie
// side by side. (Intel's Architecture Instruction Set Extensions Programming Reference, chapter 3.)
#pragma once

#include "compiler/codegen/cpu/KernelEmitter.h"

namespace aic::codegen {

/// Rows of a tile, words of 32 bits in each, and words of a whole one.
inline constexpr int64_t kTileRows = 16, kTileWords = 16, kWordsOfTile = kTileRows * kTileWords;

class MatrixTiles {
  KernelEmitter& e;

  void call(llvm::StringRef name, llvm::ArrayRef<int64_t> tiles, mlir::ValueRange more = {});
  /// Of element `offset` of a buffer.
  mlir::Value pointer(mlir::Value buffer, mlir::Value offset);

public:
  explicit MatrixTiles(KernelEmitter& e) : e(e) {}

  /// At a kernel's beginning: all tiles are whole ones. At its end the system has to save none of them.
  void configure();
  void release();

  void zero(int64_t tile);
  /// Between a tile and rows that are `step` words apart in a buffer; `offset` counts the buffer's elements.
  void load(int64_t tile, mlir::Value buffer, mlir::Value offset, int64_t step);
  void store(int64_t tile, mlir::Value buffer, mlir::Value offset, int64_t step);
  /// Sums of f32 of products of pairs of bf16, of which denormals are 0.
  void multiplyPairs(int64_t sums, int64_t a, int64_t b);
  /// Sums of 32 bits, which wrap, of products of quads of bytes: of a, with signs or without, and of b, with.
  void multiplyQuads(int64_t sums, int64_t a, int64_t b, bool isSigned);
};

} // namespace aic::codegen
