// From `aic` to `schedule`: forming kernels and planning memory. Neither knows a target.
#pragma once

#include "compiler/lowering/Passes.h"
#include "dialects/aic/Aic.h"
#include "dialects/schedule/Schedule.h"

namespace aic::lowering {

/// Offsets are multiples of this, so that a kernel's buffers start on a cache line and fit any vector.
inline constexpr int64_t kBufferAlignment = 64;

/// The operation that a kernel, or a group that will be one, is made for: the one that is neither
/// elementwise, nor a constant, nor a view of what it reads or makes; where there is one chain of views
/// alone, the last of them. Null for elementwise operations, which may read through several.
mlir::Operation* rootOf(mlir::Block& body);

/// The multiplication that makes the first operand of a pointwise convolution, by one number a channel, of
/// each image or of all: it reads x of nhwc and the factors [N or 1, 1, 1, C], arguments of the kernel, in
/// this order. Null where there is none. A target makes such kernels; FormKernels makes none.
mlir::Operation* gateOf(mlir::Operation* root);

/// The mean of a depthwise convolution's kernel over the pixels of each row, [N, H, 1, C] of the [N, H, W, C]
/// that it writes, which is a result and nothing else. Null where there is none. A target makes such kernels;
/// FormKernels makes none.
mlir::Operation* rowMeanOf(mlir::Block& body);

/// The value that the chain of views which makes `value` begins with.
mlir::Value behindViews(mlir::Value value);

/// The kernel family, which names the emitter, of the operation that is not elementwise (it says so itself:
/// KernelRootOpInterface); null: there is none.
llvm::StringRef familyOf(mlir::Operation* root);

/// Fails, with an error at the place, for a kernel that no emitter must see: results of several shapes or of
/// another than the root's, a root that reads what the kernel computes, views that its emitter does not look
/// through, constants that are not one number, nchw, another family than it says. FormKernels makes none, but
/// a text can.
mlir::LogicalResult checkKernel(schedule::KernelOp kernel);

/// Arithmetic and bytes of one run of a kernel, from its body: a multiply-add counts two, any other operation
/// one an element; bytes are those of its arguments and results.
struct KernelCost {
  int64_t flops = 0, bytes = 0;
};
KernelCost kernelCost(schedule::KernelOp kernel);

/// True where `argument` of the kernel is read only at the place of the result that is being written, so that
/// the result may take its buffer over.
bool readsInPlace(schedule::KernelOp kernel, unsigned argument);

/// Where the only thing that a kernel does is to copy neighbouring elements of its argument: the first one's
/// number.
std::optional<int64_t> copiedFrom(schedule::KernelOp kernel);

} // namespace aic::lowering
