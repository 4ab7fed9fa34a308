// From a planned schedule to the content of an artifact.
#pragma once

#include "compiler/artifact/Artifact.h"
#include "dialects/schedule/Schedule.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

#include <deque>
#include <map>

namespace aic::driver {

/// What a Content points into, and which of its constants are where.
struct ContentStorage {
  std::deque<std::vector<uint8_t>> constants; // those that are not in a mapped file as they are
  /// By value and packing: targets that read a constant in one order share it.
  llvm::DenseMap<std::pair<mlir::Attribute, mlir::Attribute>, artifact::Binding> placed;
  /// The content's constants by the address of their bytes.
  std::multimap<uintptr_t, size_t> byAddress;
};

/// Adds a target with the plan of `schedule` to `content`; inputs and outputs come with the first, of the
/// types that `model` has (a target may hold them in others). Fills everything but producer, graph and
/// source. `storage` keeps the bytes that `content` refers to; unpacked constants refer to the module's
/// resources. Fails, with an error emitted, for a constant without data.
mlir::LogicalResult addTarget(mlir::ModuleOp schedule, mlir::func::FuncOp model, artifact::Target made,
                              ContentStorage& storage, artifact::Content& content);

} // namespace aic::driver
