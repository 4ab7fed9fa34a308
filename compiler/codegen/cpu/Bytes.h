// Bytes in epilogues, as quantised networks have them: chains of elementwise operations that few instructions
// do.
#pragma once

#include "compiler/codegen/cpu/KernelEmitter.h"

namespace aic::codegen {

/// A byte that elementwise operations of one kernel make of one other byte and of numbers alone.
struct ByteChain {
  mlir::Value source;                      ///< that byte: an argument or a result of the kernel's operations
  llvm::SmallVector<mlir::Operation*> ops; ///< in their order; the last is a cast to bytes

  /// Whether a table of its results is faster than what it computes.
  bool pays(const CpuTarget& target) const;
};

/// What `cast` is the end of; nullopt where it depends on anything else. Chains of chains are one.
std::optional<ByteChain> byteChain(mlir::Operation* cast);

/// The results of a chain for bytes in registers (a vector of them, or one), read from a table of 256 that
/// the reference fills, a global of this name in the function's module. Null where it cannot be evaluated.
mlir::Value emitByteChain(mlir::OpBuilder& b, const ByteChain& chain, llvm::StringRef name,
                          const CpuTarget& target, mlir::Value bytes);

/// What rounds f32 to nearest even, adds a zero point, bounds it and makes a byte of it; NaN is 0.
struct RoundedBytes {
  mlir::Value x;
  int64_t zero, low, high; ///< low and high: of the byte
};

/// What `cast` is the end of, with bounds of x before it taken in; nullopt for others.
std::optional<RoundedBytes> roundedBytes(mlir::Operation* cast);

/// What `op` makes of such bytes, without making bytes: a cast of them to f32, or that less their zero point.
struct RoundedNumbers {
  RoundedBytes of;
  bool lessZero;
};
std::optional<RoundedNumbers> roundedNumbers(mlir::Operation* op, const CpuTarget& target);
mlir::Value emitRoundedNumbers(mlir::OpBuilder& b, mlir::Location loc, const RoundedNumbers& numbers,
                               mlir::Value x);

/// Its bytes, for x in registers.
mlir::Value emitRoundedBytes(mlir::OpBuilder& b, mlir::Location loc, const RoundedBytes& rounded,
                             mlir::Value x);

} // namespace aic::codegen
