// From a planned schedule to the content of an artifact.
#pragma once

#include "compiler/artifact/Artifact.h"
#include "compiler/codegen/cpu/Target.h"
#include "dialects/schedule/Schedule.h"

#include <deque>

namespace aic::driver {

/// What a Content points into.
struct ContentStorage {
  std::string code;
  std::deque<std::vector<uint8_t>> constants; // those that are not in a mapped file as they are
};

/// Fills everything but producer, graph and source. `storage` keeps the bytes that `content` refers to;
/// unpacked constants refer to the module's resources. Fails, with an error emitted, for a constant without
/// data.
mlir::LogicalResult buildContent(mlir::ModuleOp schedule, const codegen::CpuTarget& target,
                                 ContentStorage& storage, artifact::Content& content);

} // namespace aic::driver
