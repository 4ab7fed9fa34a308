#include "tools/aic/Names.h"

#include "absl/strings/str_cat.h"
#include "tools/aic/Chart.h"
#include "tools/aic/Failure.h"

#include <cerrno>
#include <cstring>
#include <fstream>

namespace aic::tool {

int readNames(const std::string& option, const std::string& path, size_t count, const std::string& things,
              std::vector<std::string>& names) {
  std::ifstream file(path);
  if (!file)
    return fail(CannotReadOrWrite, absl::StrCat(path, ": cannot open: ", std::strerror(errno)));
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line.back() == '\r') // of another system
      line.pop_back();
    names.push_back(shownText(line));
  }
  if (names.size() == count)
    return Good;
  return fail(WrongUsage,
              absl::StrCat(option, " ", path, ": ", names.size(), " names for ", count, " ", things));
}

} // namespace aic::tool
