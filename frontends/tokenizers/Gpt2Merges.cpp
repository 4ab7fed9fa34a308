#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "frontends/tokenizers/Gpt2Files.h"
#include "frontends/weights/Formats.h"

namespace aic::tokenizers {

absl::StatusOr<Merges> ParseMerges(absl::string_view text, const Vocabulary& vocabulary,
                                   const std::string& name) {
  Merges merges;
  size_t number = 0;
  auto fail = [&](absl::string_view why) {
    return absl::InvalidArgumentError(absl::StrCat(name, ":", number, ": ", why));
  };
  while (!text.empty()) {
    absl::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    ++number;
    absl::ConsumeSuffix(&line, "\r");
    if (line.empty() || (number == 1 && absl::StartsWith(line, "#version")))
      continue;
    size_t space = line.find(' ');
    std::string left(line.substr(0, space));
    std::string right(space == line.npos ? "" : line.substr(space + 1));
    if (left.empty() || right.empty() || absl::StrContains(right, ' '))
      return fail(absl::StrCat("two tokens with a space between are expected, not ", weights::Quote(line)));
    int32_t ids[3];
    const std::string spellings[3] = {left, right, left + right};
    for (int i = 0; i < 3; ++i) {
      auto found = vocabulary.ids.find(spellings[i]);
      if (found == vocabulary.ids.end())
        return fail(absl::StrCat("the vocabulary has no token ", weights::Quote(spellings[i])));
      ids[i] = found->second;
    }
    Merge merge{static_cast<int32_t>(merges.size()), ids[2]};
    if (!merges.emplace(PairKey(ids[0], ids[1]), merge).second)
      return fail(absl::StrCat("the pair ", weights::Quote(line), " occurs twice"));
  }
  return merges;
}

} // namespace aic::tokenizers
