#include "frontends/tokenizers/Utf8.h"

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "frontends/tokenizers/Tokenizer.h"

#include <cstdint>

namespace aic::tokenizers {

namespace {

struct Form {
  uint8_t firstLow, firstHigh, secondLow, secondHigh; ///< bounds of the first two bytes; others are 80 to BF
  int bytes;
};
constexpr Form kForms[] = {{0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3},
                           {0xE1, 0xEC, 0x80, 0xBF, 3}, {0xED, 0xED, 0x80, 0x9F, 3},
                           {0xEE, 0xEF, 0x80, 0xBF, 3}, {0xF0, 0xF0, 0x90, 0xBF, 4},
                           {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4}};

} // namespace

int CharacterBytes(absl::string_view text) {
  auto byte = [&](size_t i) { return static_cast<uint8_t>(text[i]); };
  if (byte(0) < 0x80)
    return 1;
  for (const Form& form : kForms) {
    if (byte(0) < form.firstLow || byte(0) > form.firstHigh)
      continue;
    for (size_t i = 1; i < static_cast<size_t>(form.bytes); ++i) {
      if (i == text.size())
        return -1;
      if (byte(i) < (i == 1 ? form.secondLow : 0x80) || byte(i) > (i == 1 ? form.secondHigh : 0xBF))
        return 0;
    }
    return form.bytes;
  }
  return 0;
}

std::string CharacterStream::Push(absl::string_view bytes) {
  held_.append(bytes.data(), bytes.size());
  size_t end = 0;
  while (end < held_.size()) {
    int length = CharacterBytes(absl::string_view(held_).substr(end));
    if (length < 0)
      break;
    end += length == 0 ? 1 : static_cast<size_t>(length);
  }
  std::string whole = held_.substr(0, end);
  held_.erase(0, end);
  return whole;
}

std::string CharacterStream::Finish() {
  std::string rest = std::move(held_);
  held_.clear();
  return rest;
}

absl::Status CheckUtf8(absl::string_view text) {
  for (size_t at = 0; at < text.size();) {
    int length = CharacterBytes(text.substr(at));
    if (length <= 0)
      return absl::InvalidArgumentError(absl::StrCat("the text is no UTF-8 at byte ", at, ": 0x",
                                                     absl::Hex(static_cast<uint8_t>(text[at]))));
    at += static_cast<size_t>(length);
  }
  return absl::OkStatus();
}

} // namespace aic::tokenizers
