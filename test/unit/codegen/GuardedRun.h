// Runs an artifact's kernels one after another, each on buffers of its own that lie against unmapped pages:
// inputs, weights, intermediate results and outputs, of exactly the bytes that the plan says.
#pragma once

#include "GuardedBuffer.h"
#include "compiler/artifact/Artifact.h"

#include <vector>

namespace aic::test {

/// The first feature that the code for the CPU needs and this machine lacks, or "".
std::string lackingFeature(const artifact::Content& content);

/// The CPU target's dispatches in order, on one thread, each workgroup by itself: from the first to the last,
/// or `backwards`. What is only read cannot be written. inputs: the bytes of each; outputs: their room, which
/// is written. Returns what went wrong, with the dispatch and the buffer, or "". Not for two threads at once.
std::string runGuarded(const artifact::Content& content, const std::vector<std::vector<uint8_t>>& inputs,
                       std::vector<std::vector<uint8_t>>& outputs, Against against, bool backwards);

} // namespace aic::test
