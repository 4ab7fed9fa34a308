// Functions of a module with the states that they read and write: the oracle of a whole entry.
#pragma once

#include "compiler/reference/Reference.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/BuiltinOps.h"

#include "llvm/ADT/StringMap.h"

namespace aic::reference {

/// The states of a model by their full names, as they are between two runs.
using StateValues = llvm::StringMap<Tensor>;

/// What every state of a module holds before the first run. Fails, with an error at the state, where its
/// value has no data.
mlir::FailureOr<StateValues> initialStates(mlir::ModuleOp module);

/// Runs a function of the `aic` dialect: `inputs` are its arguments that are no states, `outputs` gets its
/// results that are none. `states` has every state that it reads, and then what it left in those that it
/// writes; a failure changes none. With a `rounding`, inputs, states and what is computed are moved by it.
/// A failure has emitted an error.
mlir::LogicalResult evaluateFunction(mlir::func::FuncOp function, llvm::ArrayRef<Tensor> inputs,
                                     StateValues& states, llvm::SmallVectorImpl<Tensor>& outputs,
                                     RandomRounding* rounding = nullptr);

} // namespace aic::reference
