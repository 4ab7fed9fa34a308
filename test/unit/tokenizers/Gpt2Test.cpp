// GPT-2's BPE against OpenAI's tiktoken (make_gpt2.mjs).

#include "frontends/tokenizers/Tokenizer.h"
#include "test/unit/tokenizers/Goldens.h"

namespace aic::tokenizers {
namespace {

std::unique_ptr<Tokenizer> open() {
  absl::StatusOr<std::unique_ptr<Tokenizer>> opened = Open("gpt2:" + inputPath("Inputs/gpt2"));
  EXPECT_TRUE(opened.ok()) << opened.status();
  return opened.ok() ? *std::move(opened) : nullptr;
}

std::string decodeAll(const Tokenizer& tokenizer, const std::vector<int64_t>& ids) {
  std::string text;
  for (int64_t id : ids)
    text += tokenizer.Decode(id);
  return text;
}

TEST(Gpt2, EncodesAsTiktokenDoes) {
  std::unique_ptr<Tokenizer> tokenizer = open();
  ASSERT_TRUE(tokenizer);
  for (const nlohmann::json& row : readGoldens("gpt2.json")) {
    std::string text = row[0];
    absl::StatusOr<std::vector<int64_t>> ids = tokenizer->Encode(text);
    ASSERT_TRUE(ids.ok()) << ids.status();
    EXPECT_EQ(*ids, row[1].get<std::vector<int64_t>>()) << row[0];
    EXPECT_EQ(decodeAll(*tokenizer, *ids), text);
  }
}

TEST(Gpt2, KnowsItsIds) {
  std::unique_ptr<Tokenizer> tokenizer = open();
  ASSERT_TRUE(tokenizer);
  EXPECT_EQ(tokenizer->Size(), 1257);
  EXPECT_EQ(tokenizer->End(), 1256);
  EXPECT_FALSE(tokenizer->Begin());
  EXPECT_EQ(tokenizer->Decode(1256), ""); // the end is no text
  EXPECT_EQ(tokenizer->Decode(262), " the");
  EXPECT_EQ(tokenizer->Decode(198), "\n");
  EXPECT_EQ(tokenizer->Decode(-1), "");
  EXPECT_EQ(tokenizer->Decode(1257), "");
  EXPECT_EQ(tokenizer->Decode(INT64_MIN), "");
}

TEST(Gpt2, EveryByteIsWithinReach) {
  std::unique_ptr<Tokenizer> tokenizer = open();
  ASSERT_TRUE(tokenizer);
  std::array<int, 256> seen = {};
  for (int64_t id = 0; id < 256; ++id) {
    std::string bytes = tokenizer->Decode(id);
    ASSERT_EQ(bytes.size(), 1u) << id;
    ++seen[static_cast<uint8_t>(bytes[0])];
  }
  for (int byte = 0; byte < 256; ++byte)
    EXPECT_EQ(seen[byte], 1) << byte;
}

TEST(Gpt2, RefusesWhatIsNoUtf8) {
  std::unique_ptr<Tokenizer> tokenizer = open();
  ASSERT_TRUE(tokenizer);
  absl::StatusOr<std::vector<int64_t>> ids = tokenizer->Encode("abc\xC3(");
  EXPECT_EQ(ids.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(ids.status().message(), "the text is no UTF-8 at byte 3: 0xc3");
}

// A word of n letters takes about n log n: a quadratic walk would take minutes.
TEST(Gpt2, LongWordsAreNoTrouble) {
  std::unique_ptr<Tokenizer> tokenizer = open();
  ASSERT_TRUE(tokenizer);
  for (const char* unit : {"the", "a", "\xC3\xA9", " ", "."}) {
    std::string text;
    while (text.size() < 1000000)
      text += unit;
    absl::StatusOr<std::vector<int64_t>> ids = tokenizer->Encode(text);
    ASSERT_TRUE(ids.ok()) << ids.status();
    EXPECT_EQ(decodeAll(*tokenizer, *ids), text) << unit;
  }
}

TEST(Bytes, AreTheirOwnIds) {
  absl::StatusOr<std::unique_ptr<Tokenizer>> tokenizer = Open("bytes");
  ASSERT_TRUE(tokenizer.ok()) << tokenizer.status();
  EXPECT_EQ((*tokenizer)->Size(), 256);
  EXPECT_EQ(*(*tokenizer)->Encode("a\xFF\n"), (std::vector<int64_t>{97, 255, 10}));
  EXPECT_EQ((*tokenizer)->Decode(255), "\xFF");
  EXPECT_EQ((*tokenizer)->Decode(256), "");
  EXPECT_EQ((*tokenizer)->Decode(-1), "");
  EXPECT_FALSE((*tokenizer)->End());
}

TEST(Open, NamesTheTokenizersThereAre) {
  for (const char* name : {"", "byte", "bytes:", "gpt2", "gpt2:", "sentencepiece:", "GPT2:x"}) {
    absl::StatusOr<std::unique_ptr<Tokenizer>> tokenizer = Open(name);
    EXPECT_EQ(tokenizer.status().code(), absl::StatusCode::kInvalidArgument) << name;
    EXPECT_EQ(tokenizer.status().message(), std::string("the tokenizers are bytes, gpt2:FOLDER and "
                                                        "sentencepiece:FILE, not '") +
                                                name + "'");
  }
}

TEST(Open, SaysWhichFilesAreMissing) {
  std::string folder = inputPath("Inputs");
  absl::StatusOr<std::unique_ptr<Tokenizer>> tokenizer = Open("gpt2:" + folder);
  EXPECT_EQ(tokenizer.status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(tokenizer.status().message(), folder + ": there is neither vocab.json nor encoder.json");
}

} // namespace
} // namespace aic::tokenizers
