// Vulkan's steps of code generation as passes. Vulkan.h has the functions behind them.
#pragma once

#include "dialects/Mlir.h"
#include "mlir/Pass/Pass.h"

namespace aic::codegen {

#define GEN_PASS_DECL
#include "compiler/codegen/vulkan/Passes.h.inc"

/// From gpu.modules, as aic-vulkan-emit makes them, to spirv.modules; `aic-vulkan-to-spirv` in aic-opt.
void buildSpirvPipeline(mlir::OpPassManager& pm);

/// Registers the passes and that pipeline.
void registerVulkanPasses();

} // namespace aic::codegen
