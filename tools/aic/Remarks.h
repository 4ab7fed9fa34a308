// What the passes said, in short.
#pragma once

#include "compiler/driver/Driver.h"

#include <string>
#include <vector>

namespace aic::tool {

/// Remarks by kind, a line each: how many, what their operators cost in a run (arithmetic, or the bytes that
/// they touch where those take longer), what, and where the first is. What was missed stands first, in each
/// half what costs most. Two are of one kind where they differ in types, numbers and the names of
/// kernels' operators alone.
std::string summarize(const std::vector<driver::Remark>& remarks);

} // namespace aic::tool
