// How the iteration spaces of the simple families are cut into rows and columns.
#pragma once

#include "compiler/codegen/cpu/KernelEmitter.h"

namespace aic::codegen {

/// The space of an elementwise kernel: as many inner axes as possible become columns.
ResultSpace elementwiseSpace(schedule::KernelOp kernel);

/// Lanes that suit the widest element type of the kernel.
int64_t elementwiseLanes(schedule::KernelOp kernel, const CpuTarget& target);

/// Pieces of a copy kernel that can be dealt out (rows of the space that EmitCopy.cpp walks).
int64_t copyUnits(schedule::KernelOp kernel);

/// Axes that are neighbours and alike merge. Strided view of a tensor: sizes, with the stride of each in
/// elements.
struct Axes {
  llvm::SmallVector<int64_t> sizes, strides;
};
/// Row-major strides of a shape.
llvm::SmallVector<int64_t> rowMajorStrides(llvm::ArrayRef<int64_t> shape);

} // namespace aic::codegen
