// From `schedule` kernels to SPIR-V: variants, workgroups, gpu.func, spirv.module, words.
#pragma once

#include "compiler/codegen/Target.h"
#include "dialects/schedule/Schedule.h"

#include <string>
#include <vector>

namespace aic::codegen {

/// Vulkan, for the list of targets and for tests: its passes are the way, and the same for all. (What a
/// device need not bind at once is read in parts, types are narrowed, what cannot be computed is said; then
/// kernels get their tiles.) The functions below are what the passes call.
const TargetKind& vulkanTarget();

/// After the fusion pipeline: what is i64 becomes i32, what is bool in memory an i32 of 0 or 1 (the runtime
/// narrows inputs and widens outputs); a bool inside an aic.fused stays. Failure, with an error, where a
/// constant does not fit.
mlir::LogicalResult narrowVulkanTypes(mlir::ModuleOp module);

/// The most operands and results of one kernel: devices bind some 16 storage buffers, and a word for failures
/// may be one of them.
inline constexpr int64_t kVulkanBuffers = 15;

/// Why there is no kernel for an operation of `aic` before narrowVulkanTypes; "" where there is one.
std::string whyNotOnVulkan(mlir::Operation* op);

/// Every operation of the module that Vulkan cannot compute, each reported as an error at its location
/// ("unsupported on Vulkan: ..."). Failure if there was one. Runs after narrowVulkanTypes: bools may live
/// inside an aic.fused, but not cross its border.
mlir::LogicalResult checkVulkanCoverage(mlir::ModuleOp module);

/// Chooses each kernel's variants and their tiles, and the packing of the constants that they read. `tiling`
/// of a kernel becomes a dictionary of one dictionary a variant; `workgroups` the floor variant's number of
/// workgroups.
mlir::LogicalResult assignVulkanTiles(mlir::ModuleOp schedule);

/// One gpu.module per kernel and variant, named KERNEL__VARIANT, in the order of the schedule.
mlir::OwningOpRef<mlir::ModuleOp> emitVulkanKernels(mlir::ModuleOp schedule);

/// The shaders of a schedule whose tiles are assigned: one entry a kernel, in the order of the schedule, with
/// the variants of each, "floor" first. All variants of a kernel read the same buffers in the same packing.
mlir::FailureOr<std::vector<artifact::Kernel>> emitSpirv(mlir::ModuleOp schedule);

/// What this needs loaded in a context.
void registerVulkanDialects(mlir::DialectRegistry& registry);

} // namespace aic::codegen
