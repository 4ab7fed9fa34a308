// The parts of aic-layout: the plan (LayoutPlan.h), the rewriting (Layout.cpp), and the clean-up after it.
#pragma once

#include "compiler/transforms/LayoutPlan.h"

namespace aic::transforms {

/// Joins transposes that meet, also around a reshape that only merges or only splits axes (a patch embedding:
/// NHWC to NCHW, flatten, tokens last), and makes reshapes of those that move only axes of size 1. Removes
/// dead code.
mlir::LogicalResult cleanUpTransposes(mlir::func::FuncOp function);

} // namespace aic::transforms
