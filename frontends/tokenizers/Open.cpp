#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "frontends/tokenizers/Tokenizer.h"

#include <cstring>

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

absl::Status CheckName(const std::string& name) {
  for (const char* prefix : {"gpt2:", "sentencepiece:"})
    if (absl::StartsWith(name, prefix) && name.size() > std::strlen(prefix))
      return absl::OkStatus();
  if (name == "bytes")
    return absl::OkStatus();
  return absl::InvalidArgumentError(
      absl::StrCat("the tokenizers are bytes, gpt2:FOLDER and sentencepiece:FILE, not '", name, "'"));
}

absl::StatusOr<std::unique_ptr<Tokenizer>> Open(const std::string& name) {
  if (absl::Status status = CheckName(name); !status.ok())
    return status;
  absl::string_view rest = name;
  if (absl::ConsumePrefix(&rest, "gpt2:"))
    return OpenGpt2(std::string(rest));
  if (absl::ConsumePrefix(&rest, "sentencepiece:"))
    return OpenSentencePiece(std::string(rest));
  return MakeBytes();
}

} // namespace aic::tokenizers
