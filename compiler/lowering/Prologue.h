// What a kernel computes before its root reads it.
#pragma once

#include "dialects/aic/Aic.h"

namespace aic::lowering {

/// The elementwise operations that make what `root`, a reduction, reads, in the order of the block; empty
/// where it reads an argument, and for other roots (null too). They are computed element by element as the
/// root reads: arguments that have all of the root's operand's elements lie as that would, others have one
/// element.
llvm::SmallVector<mlir::Operation*> prologueOf(mlir::Operation* root);

/// The padding of images of 8-bit integers by a number that makes what `root`, a depthwise convolution of
/// them which pads nothing itself, reads; null where there is none, and for other roots (null too). It is
/// read as if it were there.
PadOp padOf(mlir::Operation* root);

/// Fails, with an error at the place, for a prologue that no emitter computes so.
mlir::LogicalResult checkPrologue(mlir::Operation* root, llvm::ArrayRef<mlir::Operation*> prologue);

} // namespace aic::lowering
