// Recurrence: the cells and shapes of aic.recurrence.
#pragma once

#include "compiler/codegen/LoopEmitter.h"

namespace aic::codegen {

struct Recurrence {
  Cell cell = Cell::Lstm;
  bool reverse = false;
  int64_t sequences = 1, steps = 1, units = 1, gates = 1; ///< x: [sequences, steps, gates * units]
  int64_t xOffset = 0, xSequence = 0, xStep = 0;          ///< of x, which may be a view of its argument
  mlir::Value x, weight, bias, h0, c0; ///< arguments of the kernel; bias (gru's b_n), h0, c0 may be null

  bool hasCell() const { return cell == Cell::Lstm; } ///< a third result, c
  double flops() const {
    return 2.0 * static_cast<double>(sequences * steps) * static_cast<double>(gates * units) *
           static_cast<double>(units);
  }
  /// The element of the sequence that step number `step` works on, and whether it is the first.
  mlir::Value time(LoopEmitter& e, mlir::Value step) const {
    return reverse ? e.sub(e.cst(steps - 1), step) : step;
  }
  int64_t before() const { return reverse ? 1 : -1; } ///< from a step's element to the one computed before it
};
Recurrence describeRecurrence(mlir::Operation* root);

/// A cell's next state from the sums of its gates (in PyTorch's order, all operands and hidden states added
/// in, but for gru's n, whose parts from x and from the state come apart), for one vector or scalar of units.
struct CellState {
  mlir::Value h, c; ///< c null but for lstm
};
CellState emitCell(LoopEmitter& e, Cell cell, llvm::ArrayRef<mlir::Value> gates, mlir::Value fromX,
                   CellState before);

} // namespace aic::codegen
