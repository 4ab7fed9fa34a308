// Rotary embeddings (Su et al., arXiv 2104.09864), however they are spelled.
#pragma once

#include "mlir/Dialect/Func/IR/FuncOps.h"

namespace aic::transforms {

/// What a model writes with slices, negations and concats of the two halves of each row, or of its even and
/// odd elements, becomes x * c + flipped(x) * s over pairs, where `flipped` is one slice that walks
/// backwards: one kernel reads x twice. Before transposes that keep rows, which are an attention's views
/// then. Remarks are those of `pass`.
void foldRotaryEmbeddings(mlir::func::FuncOp function, llvm::StringRef pass);

} // namespace aic::transforms
