// One emitter a kernel family; Emit.cpp holds the table.
#pragma once

#include "compiler/codegen/cpu/KernelEmitter.h"

namespace aic::codegen {

/// The lanes of one vector are added as a tree, not one after another; of 0 and -0 either may be the larger.
inline constexpr auto kTreeOfLanes = mlir::arith::FastMathFlags::reassoc | mlir::arith::FastMathFlags::nsz;

void emitArgmax(KernelEmitter& e);
void emitAttention(KernelEmitter& e);
void emitAttentionOfFew(KernelEmitter& e); ///< of few queries (AttentionTiling.h)
void emitBlockLinear(KernelEmitter& e);    ///< block_linear
void emitContraction(KernelEmitter& e);    ///< conv2d, linear, matmul
void emitWinograd(KernelEmitter& e);       ///< of these, conv2d of 3x3 (WinogradTiling.h)
void emitDepthwise(KernelEmitter& e);      ///< emitWindow for depthwise conv2d
void emitWindow(KernelEmitter& e);         ///< depthwise conv2d, max_pool2d, avg_pool2d, adaptive_avg_pool2d
void emitElementwiseKernel(KernelEmitter& e);
void emitGather(KernelEmitter& e); ///< embedding take gather
void emitInterpolate(KernelEmitter& e);
void emitPack(KernelEmitter& e);         ///< a weight that is computed at run time, as its kernels read it
void emitWinogradPack(KernelEmitter& e); ///< the same for Winograd's
void emitRecurrence(KernelEmitter& e);
void emitReduction(KernelEmitter& e);     ///< sum mean amax amin prod
void emitNormalisation(KernelEmitter& e); ///< layer_norm rms_norm group_norm
void emitScatter(KernelEmitter& e);
void emitSlice(KernelEmitter& e);   ///< update_slice narrow
void emitSoftmax(KernelEmitter& e); ///< softmax log_softmax
void emitCopy(KernelEmitter& e);    ///< transpose slice pad concat expand

void emitTopk(KernelEmitter& e);

/// Integer `index`, checked when it is read: the run ends where it is not in [0, size), and 0 stands in its
/// place.
mlir::Value checkedIndex(KernelEmitter& e, mlir::Value index, int64_t size);

/// Groups of a group_norm in nhwc that the kernel computes at once: units are dealt out so many at a time.
int64_t groupsTogether(schedule::KernelOp kernel, const CpuTarget& target);

/// In the tiling of a gather kernel: how the table lies that it looks its rows up in (lowering/Packing.h,
/// "linear" or "pairs"). Absent: row-major.
inline constexpr llvm::StringLiteral kTablePacking = "packing";
/// That packing, if argument `index` of this gather kernel is its table; else null.
mlir::DictionaryAttr tablePacking(schedule::KernelOp kernel, unsigned index);
/// Why the gather kernel's tiling has a packing that the kernel cannot read; "" where it can, or has none.
std::string whyNoTable(schedule::KernelOp kernel);
/// Lets gather kernels read constant tables in the packing of the products that read them too, where all
/// agree. `packingOf`: of every kernel's arguments.
void shareTables(mlir::ModuleOp schedule,
                 llvm::function_ref<mlir::DictionaryAttr(schedule::KernelOp, unsigned)> packingOf);

/// True where there is an emitter for kernels of this family, and of f64 too.
bool hasEmitter(llvm::StringRef family);
bool hasEmitterOfDoubles(llvm::StringRef family);

/// Pieces of a pack kernel that can be dealt out; of one whose packing is Winograd's.
int64_t packUnits(schedule::KernelOp kernel);
int64_t winogradPackUnits(schedule::KernelOp kernel);

/// Pieces of a slice kernel that can be dealt out.
int64_t sliceUnits(schedule::KernelOp kernel);

/// Pieces of a copy kernel that can be dealt out (rows of the space that EmitCopy.cpp walks).
int64_t copyUnits(schedule::KernelOp kernel);

/// Whether a kernel's emitter stores what it makes by KernelEmitter::finish, in rows that its runs are made
/// of.
bool writesRuns(schedule::KernelOp kernel);

/// Of a copy kernel: whether the rows of that space are whole parts of the kernel's runs.
bool copiesToRuns(schedule::KernelOp kernel);

} // namespace aic::codegen
