// What --loss and --optimizer have behind their names: values, which become arguments in a made entry.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace aic::tool {

/// "NAME,ARGUMENT=VALUE,..." as it was given.
struct NamedCall {
  std::string name;
  /// As the language spells them, each value a number, a bool, a string, none or a list of such.
  std::vector<std::pair<std::string, std::string>> arguments;

  /// ", ARGUMENT=VALUE, ..."
  std::string text() const;
};

/// What stands before the first comma.
std::string nameOf(const std::string& given);

/// Reads `given` for the block of that name in `library`, the text of one of the language's own files. The
/// first `own` arguments of the block are those that a training entry gives itself. A word where the block
/// wants a string is one. Nothing of `given` but single values reaches `call`. Returns "", or what is wrong.
std::string readCall(const std::string& given, const char* library, size_t own, NamedCall& call);

} // namespace aic::tool
