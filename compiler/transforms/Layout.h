// The parts of aic-layout: the plan (LayoutPlan.h), the rewriting (Layout.cpp), and the clean-up after it.
#pragma once

#include "compiler/transforms/LayoutPlan.h"

namespace aic::transforms {

/// Joins transposes that meet, makes reshapes of those that move only axes of size 1, and drops pairs of
/// transposes around a reshape that only merges axes (a patch embedding: NHWC to NCHW, flatten, tokens last).
/// Removes dead code.
mlir::LogicalResult cleanUpTransposes(mlir::func::FuncOp function);

} // namespace aic::transforms
