#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "frontends/tokenizers/Tokenizer.h"

namespace aic::tokenizers {

namespace {

class Bytes : public Tokenizer {
public:
  int64_t Size() const override { return 256; }
  absl::StatusOr<std::vector<int64_t>> Encode(absl::string_view text) override {
    std::vector<int64_t> ids;
    for (char byte : text)
      ids.push_back(static_cast<uint8_t>(byte));
    return ids;
  }
  std::string Decode(int64_t id) const override {
    return id >= 0 && id < 256 ? std::string(1, static_cast<char>(id)) : "";
  }
};

} // namespace

std::unique_ptr<Tokenizer> MakeBytes() {
  return std::make_unique<Bytes>();
}

absl::StatusOr<std::unique_ptr<Tokenizer>> Open(const std::string& name) {
  absl::string_view rest = name;
  if (rest == "bytes")
    return MakeBytes();
  if (absl::ConsumePrefix(&rest, "gpt2:") && !rest.empty())
    return OpenGpt2(std::string(rest));
  if (absl::ConsumePrefix(&rest, "sentencepiece:") && !rest.empty())
    return OpenSentencePiece(std::string(rest));
  return absl::InvalidArgumentError(
      absl::StrCat("the tokenizers are bytes, gpt2:FOLDER and sentencepiece:FILE, not '", name, "'"));
}

} // namespace aic::tokenizers
