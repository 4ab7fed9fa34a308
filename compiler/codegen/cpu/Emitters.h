// One emitter a kernel family; Emit.cpp holds the table.
#pragma once

#include "compiler/codegen/cpu/KernelEmitter.h"

namespace aic::codegen {

void emitContraction(KernelEmitter& e); ///< conv2d, linear, matmul
void emitWindow(KernelEmitter& e);      ///< depthwise conv2d, max_pool2d, avg_pool2d, adaptive_avg_pool2d
void emitElementwiseKernel(KernelEmitter& e);
void emitReduction(KernelEmitter& e); ///< sum mean amax amin prod
void emitSoftmax(KernelEmitter& e);   ///< softmax log_softmax
void emitCopy(KernelEmitter& e);      ///< transpose slice pad concat expand

/// Pieces of a copy kernel that can be dealt out (rows of the space that EmitCopy.cpp walks).
int64_t copyUnits(schedule::KernelOp kernel);

} // namespace aic::codegen
