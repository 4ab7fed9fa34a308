// Emitters of the operations that training adds (dialects/aic/Training.h).
#pragma once

#include "compiler/codegen/cpu/KernelEmitter.h"
#include "dialects/aic/Training.h"

namespace aic::codegen {

void emitDropout(KernelEmitter& e);
void emitPoolGradient(KernelEmitter& e);     ///< max_pool2d_gradient
void emitWeightGradient(KernelEmitter& e);   ///< conv2d_weight_gradient
void emitWinogradGradient(KernelEmitter& e); ///< of 3x3 windows, where that pays (WinogradGradient.h)

/// Pieces of a pool_gradient kernel that can be dealt out: some channels of an image.
int64_t poolGradientUnits(mlir::Operation* root, const CpuTarget& target);

} // namespace aic::codegen
