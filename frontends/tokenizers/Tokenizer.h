// Text into the numbers that a language model reads, and back.
//
// Status codes, as in frontends/weights:
//   NotFound, PermissionDenied, Unavailable   a file cannot be read (exit code 4)
//   InvalidArgument                           its content, the text or the name of a tokenizer is wrong
//   Unimplemented                             this build lacks the library (exit code 3)
// The message of what is wrong in a file begins with its name, and the line where it has lines.

#ifndef AIC_FRONTENDS_TOKENIZERS_TOKENIZER_H
#define AIC_FRONTENDS_TOKENIZERS_TOKENIZER_H

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace aic::tokenizers {

/// Ids are 0 ... Size() - 1. A tokenizer may be used by one thread at a time.
class Tokenizer {
public:
  virtual ~Tokenizer() = default;

  /// How many ids there are. Some may stand for nothing.
  virtual int64_t Size() const = 0;

  /// The ids of a text, without Begin() and End(). What looks like the name of a special id is text as all
  /// else. InvalidArgument where the text is no UTF-8 and the tokenizer needs that.
  virtual absl::StatusOr<std::vector<int64_t>> Encode(absl::string_view text) = 0;

  /// The bytes that an id adds to a text: joined over the ids they are the text, though those of one id may
  /// end in the middle of a character. Empty for what is no text, and for numbers that are no ids.
  virtual std::string Decode(int64_t id) const = 0;

  /// The id that a text begins with, where the model was trained so.
  virtual std::optional<int64_t> Begin() const { return std::nullopt; }

  /// The id that says that the text is over.
  virtual std::optional<int64_t> End() const { return std::nullopt; }
};

/// Ids 0 to 255, the bytes of the text.
std::unique_ptr<Tokenizer> MakeBytes();

/// GPT-2's byte-level BPE. `folder` holds vocab.json or encoder.json, and merges.txt or vocab.bpe.
absl::StatusOr<std::unique_ptr<Tokenizer>> OpenGpt2(const std::string& folder);

/// The same from the contents of the files, whose names are for messages.
absl::StatusOr<std::unique_ptr<Tokenizer>> ParseGpt2(absl::string_view vocabulary, absl::string_view merges,
                                                     const std::string& vocabularyName = "vocab.json",
                                                     const std::string& mergesName = "merges.txt");

/// A model of the library SentencePiece, which works in a process of its own (see README.md): the program
/// aic-sentencepiece, beside the one that runs.
absl::StatusOr<std::unique_ptr<Tokenizer>> OpenSentencePiece(const std::string& file);

/// OK for "bytes", "gpt2:FOLDER" and "sentencepiece:FILE"; else InvalidArgument. No file is looked at.
absl::Status CheckName(const std::string& name);

/// The tokenizer of such a name.
absl::StatusOr<std::unique_ptr<Tokenizer>> Open(const std::string& name);

/// OK, or InvalidArgument with the first byte that is no UTF-8.
absl::Status CheckUtf8(absl::string_view text);

} // namespace aic::tokenizers

#endif
