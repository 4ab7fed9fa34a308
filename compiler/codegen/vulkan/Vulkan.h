// From `schedule` kernels to SPIR-V: variants, workgroups, gpu.func, spirv.module, words.
#pragma once

#include "dialects/schedule/Schedule.h"

#include <array>
#include <string>
#include <vector>

namespace aic::codegen {

/// One way to compute a kernel. All variants of a kernel read the same buffers in the same packing.
struct VulkanVariant {
  std::string name;            ///< "floor", "shared" or "subgroup"
  std::vector<uint32_t> words; ///< SPIR-V of at most 1.3 (Vulkan 1.1), entry point "main"
  std::array<uint32_t, 3> localSize{1, 1, 1};
  std::array<uint32_t, 3> workgroups{1, 1, 1}; ///< each at most 65535, what every device allows
  uint32_t sharedBytes = 0;
  bool reports = false; ///< a word for failures (runtime/kernel_abi.h) is bound behind the kernel's buffers
  bool needsSubgroup = false; ///< VK_SUBGROUP_FEATURE_BASIC_BIT and ARITHMETIC_BIT in compute shaders
};

struct VulkanKernel {
  std::string name;                    ///< the schedule.kernel's symbol
  std::vector<VulkanVariant> variants; ///< "floor" is always there and first
};

/// The way from the fusion pipeline's module to a schedule with tiles: the driver's, and that of every test.
/// What a device need not bind at once is read in parts (aic-split-constants, aic-split-concats), types are
/// narrowed, and what cannot be computed is said: failure is that, with errors.
mlir::LogicalResult prepareForVulkan(mlir::ModuleOp module);
/// Then kernels are formed and get their tiles; emitSpirv is what comes next. Failure, with errors, where a
/// kernel is not supported.
mlir::LogicalResult scheduleForVulkan(mlir::ModuleOp module);

//===-- The steps of these ------------------------------------------------------------------------------===//

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

/// The gpu.modules of emitVulkanKernels become spirv.modules, in place.
mlir::LogicalResult convertToSpirv(mlir::ModuleOp kernels);

/// All of it, for a schedule whose tiles are assigned: one entry a kernel, in the order of the schedule.
mlir::FailureOr<std::vector<VulkanKernel>> emitSpirv(mlir::ModuleOp schedule);

/// What this needs loaded in a context.
void registerVulkanDialects(mlir::DialectRegistry& registry);

} // namespace aic::codegen
