// What becomes of states when a function becomes a program: who writes their buffers, and what is copied.
#pragma once

#include "dialects/aic/Aic.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

namespace aic::lowering {

/// The operand of a group or single operation whose buffer is its result's, as a slice of it alone is
/// written; null where there is none.
mlir::OpOperand* updatedOperand(mlir::Operation* op);

/// The value that a chain of reshapes begins with: they share its buffer.
mlir::Value behindReshapes(mlir::Value value);

/// A function's states.
struct States {
  /// What is written to a state's buffer when it is computed, and that state's symbol: nothing reads there
  /// what was in the buffer before.
  llvm::DenseMap<mlir::Value, mlir::StringAttr> written;
  /// What is copied to a state's buffer when all else is done.
  llvm::SmallVector<std::pair<mlir::Value, mlir::StringAttr>> copied;
};

/// Says who writes the states of a function that is one block; those that keep the value that they have are
/// in neither list.
States planStates(mlir::func::FuncOp function);

/// Of a `narrow` that checks a number and does nothing else: what its kernel is called.
constexpr llvm::StringLiteral kCheckAttr = "check";
/// Of the same, and of its dispatch: the number and its bounds, for who reads that it is beyond them.
constexpr llvm::StringLiteral kCheckedAttr = "schedule.checked";

/// Sees to it that places which are read at run time are checked before the first write of a state, so that a
/// run which fails there leaves all states as they were: indices are looked up before it, starts and lengths
/// are checked before it, where they can be known by then. Moves and adds operations in front of that write.
void checkBeforeWrites(mlir::func::FuncOp function, const States& states);

/// Copies what an update writes into where it must not change: where it is read later, is the caller's or a
/// constant. After this the buffer of each updated operand is its operation's own.
void ownUpdatedOperands(mlir::func::FuncOp function, const States& states);

} // namespace aic::lowering
