// What the two files of a byte-level BPE say.

#ifndef AIC_FRONTENDS_TOKENIZERS_GPT2FILES_H
#define AIC_FRONTENDS_TOKENIZERS_GPT2FILES_H

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace aic::tokenizers {

/// The tokens of a vocabulary, by id and by spelling. Files spell each byte as one character, those that show
/// as themselves and the others as U+0100 ... (bytes_to_unicode in OpenAI's encoder.py).
struct Vocabulary {
  std::vector<std::string> bytes; ///< by id: what it adds to a text; empty where there is no token
  std::unordered_map<std::string, int32_t> ids; ///< by spelling
  std::array<int32_t, 256> byteIds;             ///< of each byte's own token
};

/// A JSON object, {"SPELLING": id, ...}. Spellings and ids occur once, ids are below 2^22, every byte has a
/// token. What is spelled with other characters (a special token, say) stands for itself.
absl::StatusOr<Vocabulary> ParseVocabulary(absl::string_view json, const std::string& name);

/// What becomes of two tokens beside each other, and when: lower ranks go first.
struct Merge {
  int32_t rank;
  int32_t id;
};

/// By left id * 2^32 + right id.
using Merges = std::unordered_map<uint64_t, Merge>;

inline uint64_t PairKey(int32_t left, int32_t right) {
  return static_cast<uint64_t>(static_cast<uint32_t>(left)) << 32 | static_cast<uint32_t>(right);
}

/// Lines of two spellings with a space between, in the order of their ranks; a first line "#version..." is a
/// comment. Both and what they become are in the vocabulary; no pair occurs twice.
absl::StatusOr<Merges> ParseMerges(absl::string_view text, const Vocabulary& vocabulary,
                                   const std::string& name);

} // namespace aic::tokenizers

#endif
