// Bytes into whole characters.

#ifndef AIC_FRONTENDS_TOKENIZERS_UTF8_H
#define AIC_FRONTENDS_TOKENIZERS_UTF8_H

#include "absl/strings/string_view.h"

#include <string>

namespace aic::tokenizers {

/// How many bytes at the front of `text` are one character of UTF-8 (Unicode 15.0, table 3-7): 1 to 4; 0
/// where no character begins there; -1 where one does and the text ends within it. `text` is not empty.
int CharacterBytes(absl::string_view text);

/// Holds back the beginning of a character until its end has come. Bytes that can be no character go through.
class CharacterStream {
public:
  /// What may be shown after `bytes` have come.
  std::string Push(absl::string_view bytes);

  /// What is still held back: no more bytes will come.
  std::string Finish();

private:
  std::string held_; ///< at most 3 bytes
};

} // namespace aic::tokenizers

#endif
