// From a planned schedule to the content of an artifact.
#pragma once

#include "compiler/artifact/Artifact.h"
#include "compiler/codegen/cpu/Target.h"
#include "compiler/codegen/vulkan/Vulkan.h"
#include "dialects/schedule/Schedule.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

#include <deque>
#include <map>

namespace aic::driver {

/// What a Content points into, and which of its constants are where.
struct ContentStorage {
  std::string code;
  std::deque<std::vector<uint8_t>> constants; // those that are not in a mapped file as they are
  /// By value and packing: targets that read a constant in one order share it.
  llvm::DenseMap<std::pair<mlir::Attribute, mlir::Attribute>, artifact::Binding> placed;
  /// The content's constants by the address of their bytes.
  std::multimap<uintptr_t, size_t> byAddress;
};

/// Triple, features and code of a CPU target; the code is storage's, linked.
void describeCpu(const codegen::CpuTarget& target, const ContentStorage& storage, artifact::Target& made);

/// Triple and shaders of a Vulkan target, a kernel per entry, in the order of the schedule.
void describeVulkan(const std::vector<codegen::VulkanKernel>& shaders, artifact::Target& made);

/// Adds a target with the plan of `schedule` to `content`; inputs and outputs come with the first, of the
/// types that `model` has (a target may hold them in others). Fills everything but producer, graph and
/// source. `storage` keeps the bytes that `content` refers to; unpacked constants refer to the module's
/// resources. Fails, with an error emitted, for a constant without data.
mlir::LogicalResult addTarget(mlir::ModuleOp schedule, mlir::func::FuncOp model, artifact::Target made,
                              ContentStorage& storage, artifact::Content& content);

} // namespace aic::driver
