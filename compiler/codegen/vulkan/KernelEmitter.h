// What every Vulkan emitter stands on: a kernel's buffers as storage buffers, index arithmetic, loops, loads
// and stores at a position of the result, and the epilogue applied to a value that is still in registers. The
// sibling of compiler/codegen/cpu/KernelEmitter.h; here an emitter writes what one invocation does.
#pragma once

#include "compiler/codegen/Elementwise.h"
#include "compiler/codegen/LoopEmitter.h"
#include "compiler/codegen/vulkan/Overflow.h"
#include "mlir/Dialect/GPU/IR/GPUDialect.h"

namespace aic::codegen::vulkan {

/// Where a value stands in the kernel's result space. lanes is 0 for one element or 4 for four neighbours
/// along `col`, which is then a multiple of 4. With 4 lanes some may lie behind the last column: the emitter
/// sees to it by itself.
struct Position {
  mlir::Value row, col;
  int64_t lanes = 0;
};

/// What is chosen for one variant of a kernel, as it stands in the kernel's `tiling`.
struct Variant {
  std::string name;
  int64_t localSize = 64, workgroups = 1;
  llvm::SmallVector<std::pair<llvm::StringRef, int64_t>> tiles; ///< the family's own figures
};

class KernelEmitter : public LoopEmitter {
public:
  /// Emits into `function`, made by makeFunction().
  KernelEmitter(schedule::KernelOp kernel, mlir::DictionaryAttr tiles, mlir::gpu::GPUFuncOp function);

  mlir::Value workgroup; ///< index of this workgroup, all axes in one
  mlir::Value local;     ///< index of this invocation inside it
  int64_t sharedBytes = 0;

  /// A figure of the variant that is emitted, by its name in `tiling`.
  int64_t tile(llvm::StringRef name) const;
  bool hasTile(llvm::StringRef name) const { return tiles.contains(name); }
  int64_t localSize() const { return tile("local_size"); }
  /// Runs `body` with this invocation's index in [0, count), if it has one.
  void forEachInvocation(int64_t count, llvm::function_ref<void(mlir::Value)> body);
  /// Runs `body` with this workgroup's index, if it has one. All invocations of a workgroup agree: barriers
  /// may stand in it.
  void forEachWorkgroup(llvm::function_ref<void(mlir::Value)> body);

  //===-- Control ---------------------------------------------------------------------------------------===//
  /// [0, count) by `step`, unrolled where it is short.
  Values loopOrUnroll(int64_t count, int64_t step, int64_t unrollUpTo, mlir::ValueRange init,
                      llvm::function_ref<Values(mlir::Value, mlir::ValueRange)> body);
  void ifThen(mlir::Value condition, llvm::function_ref<void()> then); ///< a null condition is true
  void barrier();

  //===-- Values ----------------------------------------------------------------------------------------===//
  mlir::Value extract(mlir::Value vector, int64_t lane);
  mlir::Value gather(llvm::ArrayRef<mlir::Value> lanes); ///< a vector of these
  mlir::Value select(mlir::Value condition, mlir::Value x,
                     mlir::Value y); ///< condition a scalar, or null for true
  mlir::Value fadd(mlir::Value x, mlir::Value y);
  mlir::Value fmul(mlir::Value x, mlir::Value y);
  mlir::Value multiplyAdd(mlir::Value x, mlir::Value y, mlir::Value sum);

  mlir::Value outside(mlir::Value index, int64_t limit); ///< not in [0, limit)

  //===-- Memory ----------------------------------------------------------------------------------------===//
  /// One element of an argument of the kernel.
  mlir::Value load(mlir::Value argument, mlir::Value offset);
  /// Four neighbours, numbered from the buffer's start in fours. The buffer's size is a multiple of four.
  mlir::Value load4(mlir::Value argument, mlir::Value index);
  /// Four elements, one after another, wherever they lie.
  mlir::Value loadLanes(mlir::Value argument, llvm::function_ref<mlir::Value(int64_t)> offsetOfLane);
  /// Memory of the workgroup: `count` values of a type.
  mlir::Value shared(int64_t count, mlir::Type type);
  mlir::Value loadShared(mlir::Value memory, mlir::Value index);
  void storeShared(mlir::Value value, mlir::Value memory, mlir::Value index);
  /// The operand of the result space's broadcasting at a position.
  mlir::Value loadAt(mlir::Value argument, const Position& pos);

  //===-- The end of a kernel ---------------------------------------------------------------------------===//
  /// Applies the epilogue to the root's result at a position (null for a kernel without a root) and stores
  /// all results.
  void finish(mlir::Value rootResult, const Position& pos);
  /// One element of a result: of a root with several results, or that makes one step by step. No epilogue
  /// follows.
  void store(unsigned result, mlir::Value value, mlir::Value offset);
  mlir::Value loadResult(unsigned result, mlir::Value offset);
  /// Where `condition` (an i1, or a vector of them) holds, the run fails with `code` (runtime/kernel_abi.h).
  void refuse(mlir::Value condition, int32_t code);
  /// The result; where it overflows, and `of` is i64 in the model, the run fails.
  mlir::Value checked(mlir::Operation* of, const Checked& value);
  /// Drops views of buffers that nothing used.
  void close();
  /// After close: whether a word for failures is bound behind the kernel's buffers.
  bool reports() const { return reported; }

private:
  mlir::Value valueAt(mlir::Value value, const Position& pos, llvm::DenseMap<mlir::Value, mlir::Value>& done);
  mlir::Value view(unsigned buffer, bool fours);
  void storeResult(unsigned result, mlir::Value value, const Position& pos);
  bool wholeFours() const { return space.cols % 4 == 0; }

  mlir::gpu::GPUFuncOp function;
  mlir::DictionaryAttr tiles;
  bool reported = false;
};

/// A gpu.func "main" at the end of `module` for a variant: two views of each buffer of the kernel, one of
/// elements and one of fours, at one binding; and behind them all a word for failures.
mlir::gpu::GPUFuncOp makeFunction(schedule::KernelOp kernel, mlir::gpu::GPUModuleOp module, int64_t localSize,
                                  llvm::ArrayRef<int64_t> elements);

/// The elementwise operation `op` on operands that are scalars or vectors of 4, by operations that convert to
/// SPIR-V. hasElementwise tells whether there is a row for it. `refused` gets conditions under which an
/// integer is divided by zero, `overflowed` those under which one that is i64 in the model leaves 32 bits.
bool hasElementwise(mlir::Operation* op);
mlir::Value emitElementwise(mlir::OpBuilder& b, mlir::Operation* op, llvm::ArrayRef<mlir::Value> operands,
                            llvm::SmallVectorImpl<mlir::Value>& refused,
                            llvm::SmallVectorImpl<mlir::Value>& overflowed);

/// Workgroups beyond this number on one axis are not allowed everywhere.
inline constexpr int64_t kMaxWorkgroupsPerAxis = 65535;
/// {x, y, 1} with x * y >= count.
std::array<uint32_t, 3> workgroupGrid(int64_t count);

} // namespace aic::codegen::vulkan
