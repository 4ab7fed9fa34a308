// What the passes said, in short.
#pragma once

#include "frontends/graph/Diagnostic.h"

#include <string>
#include <vector>

namespace aic::tool {

/// Remarks by kind, a line each: how many, what, and where the first is. What was missed stands first, in
/// each half the most frequent. Two are of one kind where they differ in types, numbers and the names of
/// kernels' operators alone.
std::string summarize(const std::vector<graph::Diagnostic>& remarks);

} // namespace aic::tool
