// Random small models, and their numbers according to the oracle.
#pragma once

#include "compiler/reference/Reference.h"
#include "compiler/transforms/Passes.h"
#include "dialects/aic/Aic.h"

#include <cstdint>
#include <vector>

namespace aic::transforms::test {

/// What a random module is made of.
enum class Kind {
  Convolutional, ///< convolutions, poolings, batch norms, and everything that may stand between them
  Matrices       ///< matmul, linear, softmax, elementwise: attention's operators
};

/// No pass at all.
FusionOptions nothing();

/// A module with one function `main` of some `size` operators. Equal seeds give equal modules.
mlir::OwningOpRef<mlir::ModuleOp> randomModule(mlir::MLIRContext& context, Kind kind, uint64_t seed,
                                               int size);

/// The function's only block.
mlir::Block& bodyOf(mlir::ModuleOp module);

/// The module in `text`; fails the current test where it does not parse.
mlir::OwningOpRef<mlir::ModuleOp> parseModule(mlir::MLIRContext& context, llvm::StringRef text);

/// Inputs for the function's arguments, in [-1, 1); integers in [0, most], bools either.
llvm::SmallVector<reference::Tensor> randomInputs(mlir::ModuleOp module, uint64_t seed, uint64_t most = 3);

/// The results of the function; fails the current test where the oracle does.
llvm::SmallVector<reference::Tensor> run(mlir::ModuleOp module, llvm::ArrayRef<reference::Tensor> inputs);

/// Expects that the results of the functions stay within `bound`: each element relative to itself and, where
/// that is not enough, to the numbers that it is the sum or difference of, as the reference's uncertainty
/// shows them, but never to more than the largest of its tensor. Shapes, integers and NaNs are the same.
void expectSameNumbers(mlir::ModuleOp before, mlir::ModuleOp after, llvm::ArrayRef<reference::Tensor> inputs,
                       double bound);

/// Runs the passes of `options` over the module and expects that its numbers stay within `bound`.
void expectSameNumbers(mlir::ModuleOp module, const FusionOptions& options, double bound, uint64_t seed = 1);

/// The text of the module, without the bytes of its resources.
std::string print(mlir::ModuleOp module);

} // namespace aic::transforms::test
