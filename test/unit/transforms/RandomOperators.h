// Random small models of every operation of the dialect, on every element type and on shapes that passes
// forget: rank 0, empty axes, axes of size 1, broadcasting, several results, constants anywhere.
#pragma once

#include "compiler/reference/Reference.h"
#include "dialects/aic/Aic.h"

#include "llvm/ADT/StringSet.h"

#include <cstdint>

namespace aic::transforms::test {

/// A module with one function `main` of some `size` operators. Equal seeds give equal modules.
mlir::OwningOpRef<mlir::ModuleOp> randomOperators(mlir::MLIRContext& context, uint64_t seed, int size);

/// Inputs for the function's arguments: few different numbers, eighths in [-2, 2], that every float type
/// holds, and integers in [-3, 3] (u8: in [0, 6]). Equal seeds and types give equal numbers.
llvm::SmallVector<reference::Tensor> exactInputs(mlir::ModuleOp module, uint64_t seed);

/// The smallest module that can be made of `module` by returning less, and by giving what an operator
/// computes as an input, and for which `fails` still holds. `module` itself fails.
mlir::OwningOpRef<mlir::ModuleOp> shrunk(mlir::ModuleOp module,
                                         llvm::function_ref<bool(mlir::ModuleOp)> fails);

} // namespace aic::transforms::test
