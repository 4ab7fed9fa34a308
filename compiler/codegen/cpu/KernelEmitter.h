// What every CPU emitter stands on: a kernel's buffers, index arithmetic, loops, loads and stores at a
// position of the result, and the epilogue applied to a value that is still in registers.
#pragma once

#include "compiler/codegen/Elementwise.h"
#include "compiler/codegen/LoopEmitter.h"
#include "compiler/codegen/cpu/Target.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

namespace aic::codegen {

/// Where a value stands in the kernel's result space: `row` counts the outer axes row-major, `col` the inner
/// ones. lanes 0 means one element, else that many neighbours along `col`; `mask`, where set, switches lanes
/// off.
struct Position {
  mlir::Value row, col;
  int64_t lanes = 0;
  mlir::Value mask;
  mlir::Value offset = {}; ///< in the results' buffers, where they are not row-major; null where they are
};

class KernelEmitter : public LoopEmitter {
public:
  /// Emits into `function`, whose arguments are one 1-D memref per buffer of the kernel, then the workgroup's
  /// index, then its scratch memory if it needs some, then the step's index if the kernel has steps.
  KernelEmitter(schedule::KernelOp kernel, const CpuTarget& target, mlir::func::FuncOp function);

  const CpuTarget& target;
  mlir::Value workgroup;
  mlir::Value step; ///< of a kernel that has steps, else null
  /// The worker's own memory, f32, of a kernel whose tiling has kScratchBytes, else null
  /// (runtime/kernel_abi.h).
  mlir::Value workerScratch;

  void ifThenElse(mlir::Value condition, llvm::function_ref<void()> then,
                  llvm::function_ref<void()> otherwise = nullptr);
  /// The share of [0, count) that is this workgroup's, `each` at a time: [begin, end).
  std::pair<mlir::Value, mlir::Value> share(mlir::Value group, int64_t count, int64_t each);

  //===-- Memory ----------------------------------------------------------------------------------------===//
  /// The buffer behind an argument of the kernel, as a 1-D memref.
  mlir::Value buffer(mlir::Value kernelArgument) const { return buffers.lookup(kernelArgument); }
  mlir::Value resultBuffer(unsigned index) const { return results[index]; }
  /// One element (lanes 0) or `lanes` neighbours; bools are i1 in registers and bytes in memory, f16 and bf16
  /// f32 in registers (but where a kernel only moves them: then they are their bits).
  mlir::Value load(mlir::Value memref, mlir::Value offset, mlir::Type element, int64_t lanes,
                   mlir::Value mask = {});
  void store(mlir::Value value, mlir::Value memref, mlir::Value offset, mlir::Value mask = {});
  /// What an element of a tensor is in a register.
  mlir::Type inRegister(mlir::Type element);
  /// What a root computes with on a tensor of floats: f64 on f64, else f32.
  mlir::FloatType realOf(mlir::Value tensor);
  /// A number that a tensor of `element` can hold, rounded to it: one element, as load() would give it.
  mlir::Value number(mlir::Type element, llvm::APFloat value);
  /// The operand of the result space's broadcasting at a position: a vector of pos.lanes, or a scalar.
  mlir::Value loadAt(mlir::Value kernelArgument, const Position& pos);
  /// A mask of `lanes` lanes, the first `count` of them on.
  mlir::Value maskFirst(mlir::Value count, int64_t lanes);
  /// The larger or smaller of two floats; NaN wins, and of 0 and -0 either may.
  mlir::Value larger(mlir::Value x, mlir::Value y);
  mlir::Value smaller(mlir::Value x, mlir::Value y);

  /// Runs body(i, lanes, mask) over [0, count): whole vectors, then what is left under a mask. With lanes 0:
  /// one by one.
  void forEachVector(int64_t count, int64_t lanes,
                     llvm::function_ref<void(mlir::Value, int64_t, mlir::Value)> body);

  /// x * y + sum: one FMA where the CPU has it.
  mlir::Value multiplyAdd(mlir::Value x, mlir::Value y, mlir::Value sum);
  /// Room for `count` numbers on the stack, aligned to 64 bytes: floats, where no element is given.
  mlir::Value scratch(int64_t count, mlir::Type element = {});

  //===-- The end of a kernel ---------------------------------------------------------------------------===//
  /// Applies the epilogue to the root's result at a position (null for a kernel without a root) and stores
  /// all results but the mean of rows. Returns what that is of, where the kernel makes one, else null.
  mlir::Value finish(mlir::Value rootResult, const Position& pos);
  /// The same for the rows x columns vectors of a tile, sums[row * columns + column]. A long epilogue is code
  /// for one row, which is run for each; positionOf gets a row and the column's number, and no order.
  void finishTile(llvm::ArrayRef<mlir::Value> sums, int64_t rows, int64_t columns,
                  llvm::function_ref<Position(mlir::Value, int64_t)> positionOf);
  /// The buffer of the mean of rows, or null.
  mlir::Value rowMeanBuffer();
  /// Makes the run fail with `code` (runtime/kernel_abi.h) where the condition, a scalar or a vector, holds
  /// anywhere.
  void refuse(mlir::Value condition, int32_t code);
  /// The function's return. What it returns is a status (runtime/kernel_abi.h) where the kernel can refuse
  /// its data, and nothing where it cannot.
  void close();

private:
  bool isRowMean(mlir::Value result) const {
    return parts.rowMean && result.getDefiningOp() == parts.rowMean;
  }
  mlir::Value valueAt(mlir::Value value, const Position& pos, llvm::DenseMap<mlir::Value, mlir::Value>& done);

  mlir::func::FuncOp function;
  bool movesBits; ///< no number is computed on
  mlir::Value
      status; ///< one i32 on the stack, which LLVM makes a register; null where nothing can be refused

  llvm::DenseMap<mlir::Value, mlir::Value> buffers;
  llvm::DenseMap<mlir::Value, mlir::Type> halves; ///< of buffers of f16 and bf16
  llvm::SmallVector<mlir::Value> results;
};

/// Lanes that suit the widest element type of the kernel.
int64_t elementwiseLanes(schedule::KernelOp kernel, const CpuTarget& target);

/// The elementwise operation `op` on operands that are scalars or vectors of one length. Null where the CPU
/// has no code for it at these types (whyUnsupported said so before). Appends to `refused` conditions, of the
/// operands' shape, under which the operation has no result: an integer divided by zero.
mlir::Value emitElementwise(mlir::OpBuilder& b, mlir::Operation* op, llvm::ArrayRef<mlir::Value> operands,
                            llvm::SmallVectorImpl<mlir::Value>& refused);

/// The CPU's row for an elementwise operation, or null.
const ElementwiseRow* elementwiseRow(mlir::Operation* op);

} // namespace aic::codegen
