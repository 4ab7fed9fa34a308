#include "frontends/tokenizers/Words.h"

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace aic::tokenizers {

namespace {

// White space by its property: PCRE2's own \s has U+180E besides, which lost that property in Unicode 6.3.
constexpr const char kPattern[] = R"('s|'t|'re|'ve|'m|'ll|'d)"
                                  R"(| ?\p{L}+)"
                                  R"(| ?\p{N}+)"
                                  R"(| ?[^\p{White_Space}\p{L}\p{N}]+)"
                                  R"(|\p{White_Space}+(?!\P{White_Space})|\p{White_Space}+)";

std::string Describe(int error) {
  PCRE2_UCHAR message[256];
  pcre2_get_error_message(error, message, sizeof message);
  return reinterpret_cast<const char*>(message);
}

absl::Status OutOfMemory() {
  return absl::UnavailableError("not enough memory for PCRE2");
}

} // namespace

absl::StatusOr<Words> Words::Create() {
  int error;
  PCRE2_SIZE place;
  Words words;
  words.code_.reset(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(kPattern), PCRE2_ZERO_TERMINATED,
                                  PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C, &error, &place, nullptr),
                    [](void* code) { pcre2_code_free(static_cast<pcre2_code*>(code)); });
  if (!words.code_)
    return absl::UnavailableError(
        absl::StrCat("PCRE2 cannot compile the pattern of words: ", Describe(error)));
  words.match_.reset(pcre2_match_data_create(1, nullptr),
                     [](void* match) { pcre2_match_data_free(static_cast<pcre2_match_data*>(match)); });
  if (!words.match_)
    return OutOfMemory();
  return words;
}

absl::StatusOr<std::vector<absl::string_view>> Words::Split(absl::string_view text) {
  auto* match = static_cast<pcre2_match_data*>(match_.get());
  std::vector<absl::string_view> words;
  for (size_t at = 0; at < text.size();) {
    int found =
        pcre2_match(static_cast<const pcre2_code*>(code_.get()), reinterpret_cast<PCRE2_SPTR>(text.data()),
                    text.size(), at, PCRE2_NO_UTF_CHECK | PCRE2_ANCHORED, match, nullptr);
    if (found == PCRE2_ERROR_NOMEMORY)
      return OutOfMemory();
    if (found < 0)
      return absl::InternalError(absl::StrCat("PCRE2 finds no word at byte ", at, ": ", Describe(found)));
    size_t end = pcre2_get_ovector_pointer(match)[1];
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

} // namespace aic::tokenizers
