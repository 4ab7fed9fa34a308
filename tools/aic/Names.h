// --classes, --names: what classes and features are called.
#pragma once

#include <string>
#include <vector>

namespace aic::tool {

/// Reads the file of `option`, one name a line, for `count` things ("classes"). Names are fit to be shown
/// (shownText). Returns 0, or prints what is wrong and returns the exit code.
int readNames(const std::string& option, const std::string& path, size_t count, const std::string& things,
              std::vector<std::string>& names);

} // namespace aic::tool
