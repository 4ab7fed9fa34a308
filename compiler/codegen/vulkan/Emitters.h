// One emitter a kernel family, and the choice of its variants; Emit.cpp holds the table.
#pragma once

#include "compiler/codegen/vulkan/KernelEmitter.h"

namespace aic::codegen::vulkan {

using Variants = llvm::SmallVector<Variant>;

// What the portability floor allows: no subgroup operations, and
inline constexpr int64_t kMaxLocalSize = 256;
inline constexpr int64_t kMaxSharedBytes = 16 * 1024;
/// Invocations of a workgroup: 64x1, which every device runs well.
inline constexpr int64_t kLocalSize = 64;

/// `count` invocations in workgroups of kLocalSize.
Variant flat(int64_t count);
/// A workgroup of kLocalSize a result, folded by a tree in shared memory (floor) or by subgroups (subgroup).
Variants workgroupFolds(int64_t results);

Variants contractionVariants(schedule::KernelOp kernel); ///< conv2d, linear, matmul
void emitContraction(KernelEmitter& e);
void emitSharedContraction(KernelEmitter& e);

Variants
windowVariants(schedule::KernelOp kernel); ///< depthwise conv2d, max_pool2d, avg_pool2d, adaptive_avg_pool2d
void emitWindow(KernelEmitter& e);

Variants elementwiseVariants(schedule::KernelOp kernel);
void emitElementwiseKernel(KernelEmitter& e);

Variants reductionVariants(schedule::KernelOp kernel); ///< sum mean amax amin prod
void emitReduction(KernelEmitter& e);

Variants softmaxVariants(schedule::KernelOp kernel); ///< softmax log_softmax
void emitSoftmax(KernelEmitter& e);

Variants normalisationVariants(schedule::KernelOp kernel); ///< layer_norm rms_norm group_norm
void emitNormalisation(KernelEmitter& e);

Variants gatherVariants(schedule::KernelOp kernel); ///< embedding take gather
void emitGather(KernelEmitter& e);

Variants attentionVariants(schedule::KernelOp kernel);
void emitAttention(KernelEmitter& e);

/// Hidden units of a recurrence whose states a workgroup's memory holds: h twice, and c.
inline constexpr int64_t kMaxRecurrenceUnits = kMaxSharedBytes / (3 * 4);
Variants recurrenceVariants(schedule::KernelOp kernel);
void emitRecurrence(KernelEmitter& e);

Variants argmaxVariants(schedule::KernelOp kernel);
void emitArgmax(KernelEmitter& e);

Variants interpolateVariants(schedule::KernelOp kernel);
void emitInterpolate(KernelEmitter& e);

Variants scatterVariants(schedule::KernelOp kernel);
void emitScatter(KernelEmitter& e);

Variants sliceVariants(schedule::KernelOp kernel); ///< update_slice narrow
void emitSlice(KernelEmitter& e);
/// Updates that have no values bind none: their kernels see an empty slice of x there.
void dropEmptyValues(mlir::ModuleOp schedule);

Variants topkVariants(schedule::KernelOp kernel);
void emitTopk(KernelEmitter& e);

/// True where there is an emitter for kernels of this family, and of integers too.
bool hasEmitter(llvm::StringRef family);
bool hasEmitterOfIntegers(llvm::StringRef family);

/// The entries of a kernel's tiling that are variants.
llvm::SmallVector<mlir::NamedAttribute> variantsOf(schedule::KernelOp kernel);
/// In a kernel's tiling, beside the variants: how a weight is packed that is computed at run time.
inline constexpr llvm::StringLiteral kPacking = "packing";
Variants packVariants(schedule::KernelOp kernel);
void emitPack(KernelEmitter& e);

Variants copyVariants(schedule::KernelOp kernel); ///< transpose slice pad concat expand
void emitCopy(KernelEmitter& e);

} // namespace aic::codegen::vulkan
