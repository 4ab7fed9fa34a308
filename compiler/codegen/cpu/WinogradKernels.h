// Which convolutions are computed by Winograd's way.
#pragma once

#include "compiler/codegen/cpu/WinogradTiling.h"

namespace aic::codegen {

/// The contractions that are to be computed so, with their tilings, by the models of WinogradTiling.cpp and,
/// for the tilings that they have, of ContractionTiling.cpp. Kernels that read one weight, in one program or
/// in several, all go one way, so that the artifact holds the weight once. Says in remarks where and why not.
/// `forced`: 2 or 4: every convolution that can be, with this tile; 0: where it pays.
llvm::SmallVector<std::pair<schedule::KernelOp, WinogradTiling>>
winogradKernels(mlir::ModuleOp schedule, const CpuTarget& target, int64_t forced = 0);

/// Says in remarks what winogradKernels could have computed, but for --optimize size.
void reportWithoutWinograd(mlir::ModuleOp schedule);

} // namespace aic::codegen
