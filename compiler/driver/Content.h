// From a planned schedule to the content of an artifact.
#pragma once

#include "compiler/artifact/Artifact.h"
#include "dialects/schedule/Schedule.h"
#include "mlir/IR/BuiltinOps.h"

#include <deque>
#include <map>
#include <unordered_map>

namespace aic::driver {

/// What a Content points into, and which of its constants are where.
struct ContentStorage {
  std::deque<std::vector<uint8_t>> constants; // those that are not in a mapped file as they are
  /// By value and packing: targets that read a constant in one order share it.
  llvm::DenseMap<std::pair<mlir::Attribute, mlir::Attribute>, artifact::Binding> placed;
  llvm::DenseSet<mlir::Attribute> pairs; ///< those of 4 bits, two numbers a byte
  /// The content's constants by the address of their bytes.
  std::multimap<uintptr_t, size_t> byAddress;
  /// Where there are several programs or targets: the content's constants by the hash of their bytes.
  bool shared = false;
  std::unordered_multimap<uint64_t, size_t> byHash;
};

/// Adds a target with the programs of `schedule` to `content`; their entries and states come with the first
/// target, with inputs and outputs of the types that the functions of `model` have, as it was before any
/// pass. Fills everything but producer and source. `storage` keeps the bytes that `content` refers to;
/// unpacked constants refer to the module's resources. Fails, with an error emitted, for a constant without
/// data.
mlir::LogicalResult addTarget(mlir::ModuleOp schedule, mlir::ModuleOp model, artifact::Target made,
                              ContentStorage& storage, artifact::Content& content);

/// What a dispatch of `kernel` is called, for people: "layer1.0.conv1 + relu". In the place of the root
/// stands the layer whose parameters it reads, where it reads some: their name less its last part.
std::string nameOf(schedule::DispatchOp dispatch, schedule::KernelOp kernel);

} // namespace aic::driver
