#include "tools/aic/Remarks.h"

#include "absl/algorithm/container.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

#include <algorithm>
#include <iterator>
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

// A core computes some ten numbers while a byte comes from memory.
constexpr double kFlopsOfByte = 10;

struct Kind {
  std::string text; // what all say: numbers that differ are N
  size_t count = 0;
  std::string first; // where
  double flops = 0, bytes = 0;

  double cost() const { return std::max(flops, kFlopsOfByte * bytes); }
};

/// "1.21 GFLOP", "12 MB", "-" where nothing is known.
std::string costOf(const Kind& kind) {
  const bool moves = kFlopsOfByte * kind.bytes > kind.flops;
  double number = moves ? kind.bytes : kind.flops;
  if (number == 0)
    return "-";
  const char* const prefixes[] = {"", "k", "M", "G", "T"};
  size_t prefix = 0;
  for (; number >= 999.5 && prefix + 1 < std::size(prefixes); ++prefix)
    number /= 1000;
  return absl::StrFormat("%.3g %s%s", number, prefixes[prefix], moves ? "B" : "FLOP");
}

std::string placeOf(const graph::Diagnostic& remark) {
  return remark.line ? absl::StrCat(remark.file, ":", remark.line, ":", remark.column) : remark.file;
}

} // namespace

std::string summarize(const std::vector<driver::Remark>& remarks) {
  std::map<std::string, size_t> index;
  std::vector<Kind> kinds;
  for (const auto& [remark, flops, bytes] : remarks) {
    auto [place, isNew] = index.emplace(kindOf(remark.message), kinds.size());
    if (isNew)
      kinds.push_back({remark.message, 0, placeOf(remark), 0, 0});
    Kind& kind = kinds[place->second];
    if (kind.text != remark.message)
      kind.text = place->first;
    ++kind.count;
    kind.flops += flops;
    kind.bytes += bytes;
  }
  absl::c_stable_sort(kinds, [](const Kind& a, const Kind& b) {
    bool missedA = absl::StrContains(a.text, ": missed: "), missedB = absl::StrContains(b.text, ": missed: ");
    if (missedA != missedB)
      return missedA;
    return a.cost() != b.cost() ? a.cost() > b.cost() : a.count > b.count;
  });
  std::string text = absl::StrCat("remarks: ", remarks.size(), " of ", kinds.size(),
                                  " kinds; --remarks=all says each at its line\n");
  for (const Kind& kind : kinds)
    absl::StrAppendFormat(&text, "%6d  %11s  %s (%s%s)\n", kind.count, costOf(kind), kind.text,
                          kind.count > 1 ? "first: " : "", kind.first);
  return text;
}

} // namespace aic::tool
