// Random small models, and their numbers according to the oracle.
#pragma once

#include "compiler/reference/Reference.h"
#include "dialects/aic/Aic.h"

#include <cstdint>
#include <vector>

namespace aic::transforms::test {

/// What a random module is made of.
enum class Kind {
  Convolutional, ///< convolutions, poolings, batch norms, and everything that may stand between them
  Matrices       ///< matmul, linear, softmax, elementwise: attention's operators
};

/// A module with one function `main` of some `size` operators. Equal seeds give equal modules.
mlir::OwningOpRef<mlir::ModuleOp> randomModule(mlir::MLIRContext& context, Kind kind, uint64_t seed,
                                               int size);

/// The function's only block.
mlir::Block& bodyOf(mlir::ModuleOp module);

/// Inputs for the function's arguments, in [-1, 1).
llvm::SmallVector<reference::Tensor> randomInputs(mlir::ModuleOp module, uint64_t seed);

/// The results of the function; fails the current test where the oracle does.
llvm::SmallVector<reference::Tensor> run(mlir::ModuleOp module, llvm::ArrayRef<reference::Tensor> inputs);

/// max |a - b| / max |b|, and infinite where shapes differ or one of the two is NaN where the other is not.
double difference(const reference::Tensor& a, const reference::Tensor& b);

/// The text of the module, without the bytes of its resources.
std::string print(mlir::ModuleOp module);

} // namespace aic::transforms::test
