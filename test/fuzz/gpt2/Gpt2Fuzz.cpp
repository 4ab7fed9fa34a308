// A vocabulary, its merges and a text, with a zero byte between. Few mutations leave 256 bytes' tokens whole,
// so those may be left out: where the vocabulary begins with '+', they stand before it.

#include "frontends/tokenizers/Tokenizer.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace {

using absl::string_view;

/// {"!":0, ...: each byte's token, in the order of the bytes; not closed.
const std::string& byteTokens() {
  static const std::string tokens = [] {
    std::string text;
    int next = 0x100;
    for (int byte = 0; byte < 256; ++byte) {
      bool shows = (byte >= '!' && byte <= '~') || (byte >= 0xA1 && byte <= 0xAC) || byte >= 0xAE;
      char spelling[8];
      std::snprintf(spelling, sizeof spelling, "\\u%04x", static_cast<unsigned>(shows ? byte : next++));
      text += (byte ? ",\"" : "{\"") + std::string(spelling) + "\":" + std::to_string(byte);
    }
    return text;
  }();
  return tokens;
}

string_view cutAtZero(string_view& rest) {
  string_view part = rest.substr(0, rest.find('\0'));
  rest.remove_prefix(std::min(part.size() + 1, rest.size()));
  return part;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  string_view rest(reinterpret_cast<const char*>(data), size);
  std::string vocabulary(cutAtZero(rest));
  string_view merges = cutAtZero(rest);
  if (!vocabulary.empty() && vocabulary[0] == '+')
    vocabulary = byteTokens() + vocabulary.substr(1);
  auto tokenizer = aic::tokenizers::ParseGpt2(vocabulary, merges);
  if (!tokenizer.ok()) {
    if (tokenizer.status().message().empty())
      std::abort();
    return 0;
  }
  absl::StatusOr<std::vector<int64_t>> ids = (*tokenizer)->Encode(rest);
  if (!ids.ok()) {
    if (aic::tokenizers::CheckUtf8(rest).ok())
      std::abort();
    return 0;
  }
  std::string text;
  bool special = false;
  for (int64_t id : *ids) {
    if (id < 0 || id >= (*tokenizer)->Size())
      std::abort();
    special = special || id == (*tokenizer)->End();
    text += (*tokenizer)->Decode(id);
  }
  if (text != rest && !special) // a merge may spell the end's name
    std::abort();
  return 0;
}
