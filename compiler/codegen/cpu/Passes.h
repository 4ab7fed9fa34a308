// The steps of code generation as passes. Codegen.h has the functions behind them.
#pragma once

#include "dialects/Mlir.h"
#include "mlir/Pass/Pass.h"

namespace aic::codegen {

#define GEN_PASS_DECL
#include "compiler/codegen/cpu/Passes.h.inc"

/// Registers the passes, and the way from kernels to the LLVM dialect as the pipeline `aic-cpu-to-llvm`.
void registerCpuPasses();

} // namespace aic::codegen
