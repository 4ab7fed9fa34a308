#include "tools/aic/Remarks.h"

#include "absl/algorithm/container.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

#include <map>

namespace aic::tool {
namespace {

/// The message with "[...]" for every shape and N for every number of its own.
std::string kindOf(const std::string& message) {
  std::string kind;
  for (size_t i = 0; i < message.size(); ++i) {
    char c = message[i];
    bool inWord = i > 0 && (absl::ascii_isalnum(message[i - 1]) || message[i - 1] == '_');
    if (c == '[') {
      size_t close = message.find(']', i);
      if (close != std::string::npos) {
        kind += "[...]";
        i = close;
        continue;
      }
    }
    if (absl::ascii_isdigit(c) && !inWord) {
      while (i + 1 < message.size() && (absl::ascii_isdigit(message[i + 1]) || message[i + 1] == ','))
        ++i;
      kind += 'N';
      continue;
    }
    kind += c;
  }
  return kind;
}

struct Kind {
  std::string text;
  size_t count = 0;
  std::string first; // where
};

std::string placeOf(const graph::Diagnostic& remark) {
  return remark.line ? absl::StrCat(remark.file, ":", remark.line, ":", remark.column) : remark.file;
}

} // namespace

std::string summarize(const std::vector<graph::Diagnostic>& remarks) {
  std::map<std::string, size_t> index;
  std::vector<Kind> kinds;
  for (const graph::Diagnostic& remark : remarks) {
    std::string text = kindOf(remark.message);
    auto [place, isNew] = index.emplace(text, kinds.size());
    if (isNew)
      kinds.push_back({text, 0, placeOf(remark)});
    ++kinds[place->second].count;
  }
  absl::c_stable_sort(kinds, [](const Kind& a, const Kind& b) {
    bool missedA = absl::StrContains(a.text, ": missed: "), missedB = absl::StrContains(b.text, ": missed: ");
    return missedA != missedB ? missedA : a.count > b.count;
  });
  std::string text = absl::StrCat("remarks: ", remarks.size(), " of ", kinds.size(),
                                  " kinds; --remarks=all says each at its line\n");
  for (const Kind& kind : kinds)
    absl::StrAppendFormat(&text, "%6d  %s (%s%s)\n", kind.count, kind.text, kind.count > 1 ? "first: " : "",
                          kind.first);
  return text;
}

} // namespace aic::tool
