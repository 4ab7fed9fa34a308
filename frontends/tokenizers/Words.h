// Cuts a text into the words of GPT-2's BPE.

#ifndef AIC_FRONTENDS_TOKENIZERS_WORDS_H
#define AIC_FRONTENDS_TOKENIZERS_WORDS_H

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

#include <memory>
#include <vector>

namespace aic::tokenizers {

/// OpenAI's pattern, with letters, numbers and white space as Unicode has them (the version that PCRE2
/// knows).
class Words {
public:
  /// Fails (Unavailable) where there is not enough memory.
  static absl::StatusOr<Words> Create();

  /// The words of a text, valid UTF-8, in it: joined they are the text.
  absl::StatusOr<std::vector<absl::string_view>> Split(absl::string_view text);

private:
  Words() = default;
  std::shared_ptr<void> code_, match_; // pcre2_code, pcre2_match_data
};

} // namespace aic::tokenizers

#endif
