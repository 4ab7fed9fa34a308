// SentencePiece's models through the process of their own, against the library's Python binding
// (make_sentencepiece.py), and what becomes of models that are none.

#include "absl/strings/match.h"
#include "frontends/tokenizers/Tokenizer.h"
#include "test/unit/tokenizers/Goldens.h"

#include <cstdio>
#include <map>

namespace aic::tokenizers {
namespace {

#if AIC_HAVE_SENTENCEPIECE

std::unique_ptr<Tokenizer> open(const std::string& model) {
  absl::StatusOr<std::unique_ptr<Tokenizer>> opened =
      Open("sentencepiece:" + inputPath("Inputs/" + model + ".model"));
  EXPECT_TRUE(opened.ok()) << opened.status();
  return opened.ok() ? *std::move(opened) : nullptr;
}

/// As Python's decoder: it puts U+FFFD for bytes that are no character, which these texts have none of.
std::string decodeAll(const Tokenizer& tokenizer, const std::vector<int64_t>& ids) {
  std::string text;
  for (int64_t id : ids)
    text += tokenizer.Decode(id);
  return text;
}

TEST(SentencePiece, EncodesAndDecodesAsItsOwnBinding) {
  std::map<std::string, std::unique_ptr<Tokenizer>> tokenizers;
  for (const char* model : {"bpe", "unigram"})
    ASSERT_TRUE(tokenizers[model] = open(model));
  for (const nlohmann::json& row : readGoldens("sentencepiece.json")) {
    Tokenizer& tokenizer = *tokenizers.at(row[0]);
    if (row[1].is_null()) {
      EXPECT_EQ(tokenizer.Size(), row[2][0]);
      EXPECT_EQ(tokenizer.Begin().value_or(-1), row[2][1]);
      EXPECT_EQ(tokenizer.End().value_or(-1), row[2][2]);
      continue;
    }
    absl::StatusOr<std::vector<int64_t>> ids = tokenizer.Encode(std::string(row[1]));
    ASSERT_TRUE(ids.ok()) << ids.status();
    EXPECT_EQ(*ids, row[2].get<std::vector<int64_t>>()) << row;
    EXPECT_EQ(decodeAll(tokenizer, *ids), std::string(row[3])) << row;
  }
}

TEST(SentencePiece, KnowsWhatIsNoText) {
  std::unique_ptr<Tokenizer> tokenizer = open("bpe");
  ASSERT_TRUE(tokenizer);
  EXPECT_EQ(tokenizer->Decode(*tokenizer->Begin()), "");
  EXPECT_EQ(tokenizer->Decode(*tokenizer->End()), "");
  EXPECT_EQ(tokenizer->Decode(-1), "");
  EXPECT_EQ(tokenizer->Decode(512), "");
  EXPECT_EQ(tokenizer->Decode(3 + 0xC3), "\xC3"); // the bytes follow <unk>, <s> and </s>
}

TEST(SentencePiece, RefusesWhatIsNoUtf8) {
  std::unique_ptr<Tokenizer> tokenizer = open("bpe");
  ASSERT_TRUE(tokenizer);
  EXPECT_EQ(tokenizer->Encode("\xFF").status().message(), "the text is no UTF-8 at byte 0: 0xff");
}

TEST(SentencePiece, ALongTextComesBack) {
  std::unique_ptr<Tokenizer> tokenizer = open("bpe");
  ASSERT_TRUE(tokenizer);
  std::string text;
  while (text.size() < 300000) // more than a socket holds
    text += " and it came to pass";
  absl::StatusOr<std::vector<int64_t>> ids = tokenizer->Encode(text);
  ASSERT_TRUE(ids.ok()) << ids.status();
  EXPECT_EQ(decodeAll(*tokenizer, *ids), " " + text);
}

TEST(SentencePiece, WrongModelsAreMessages) {
  absl::StatusOr<std::unique_ptr<Tokenizer>> missing = Open("sentencepiece:/nowhere/x.model");
  EXPECT_EQ(missing.status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(missing.status().message(), "/nowhere/x.model: cannot open: No such file or directory");

  const std::string whole = readText(inputPath("Inputs/bpe.model"));
  const std::string path = testing::TempDir() + "wrong.model";
  auto open = [&](const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
    absl::StatusOr<std::unique_ptr<Tokenizer>> opened = OpenSentencePiece(path);
    if (opened.ok()) { // then it works
      EXPECT_TRUE((*opened)->Encode("abc").ok() ||
                  absl::StartsWith((*opened)->Encode("abc").status().message(), path));
      return std::string();
    }
    EXPECT_EQ(opened.status().code(), absl::StatusCode::kInvalidArgument) << opened.status();
    return std::string(opened.status().message());
  };
  EXPECT_THAT(open("no model"), testing::StartsWith(path + ": SentencePiece cannot read this model: "));
  EXPECT_THAT(open(""), testing::StartsWith(path + ": SentencePiece"));
  EXPECT_THAT(open(whole.substr(0, whole.size() / 2)), testing::StartsWith(path + ": SentencePiece"));
  EXPECT_EQ(open(whole), "");
  // Whatever the library does with a damaged byte, this process lives and has a message or a tokenizer.
  for (size_t at = 0; at < whole.size(); at += 251) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    open(damaged);
  }
  std::remove(path.c_str());
}

#else

TEST(SentencePiece, SaysWhatIsMissing) {
  absl::StatusOr<std::unique_ptr<Tokenizer>> opened = Open("sentencepiece:x.model");
  EXPECT_EQ(opened.status().code(), absl::StatusCode::kUnimplemented);
  EXPECT_THAT(std::string(opened.status().message()), testing::HasSubstr("libsentencepiece-dev"));
}

#endif

} // namespace
} // namespace aic::tokenizers
