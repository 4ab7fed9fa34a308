// What the readers of a vocabulary and of its merges refuse, and the order in which merges go.

#include "frontends/tokenizers/Tokenizer.h"
#include "test/unit/tokenizers/Goldens.h"

namespace aic::tokenizers {
namespace {

/// {"!": 0, ...: the 256 bytes in GPT-2's order, one a line, and `more` behind them; ids from 256 are free.
std::string vocabularyWith(const std::string& more) {
  nlohmann::json all = nlohmann::json::parse(readText(inputPath("Inputs/gpt2/encoder.json")));
  std::map<int, std::string> bytes;
  for (const auto& [token, id] : all.items())
    if (id < 256)
      bytes[id] = token;
  std::string text = "{";
  for (const auto& [id, token] : bytes)
    text += (id ? ",\n" : "") + nlohmann::json(token).dump() + ": " + std::to_string(id);
  return text + more + "}";
}

std::string messageOf(const std::string& vocabulary, const std::string& merges) {
  absl::StatusOr<std::unique_ptr<Tokenizer>> tokenizer = ParseGpt2(vocabulary, merges, "v.json", "m.txt");
  EXPECT_EQ(tokenizer.status().code(), absl::StatusCode::kInvalidArgument);
  return std::string(tokenizer.status().message());
}

std::vector<int64_t> encode(const std::string& vocabulary, const std::string& merges,
                            const std::string& text) {
  absl::StatusOr<std::unique_ptr<Tokenizer>> tokenizer = ParseGpt2(vocabulary, merges);
  EXPECT_TRUE(tokenizer.ok()) << tokenizer.status();
  if (!tokenizer.ok())
    return {};
  absl::StatusOr<std::vector<int64_t>> ids = (*tokenizer)->Encode(text);
  EXPECT_TRUE(ids.ok()) << ids.status();
  return ids.ok() ? *ids : std::vector<int64_t>();
}

// Ids of bytes in GPT-2's order: 'a' is 64.
constexpr int64_t a = 64, b = 65;

TEST(Gpt2Files, RanksAreTheOrderOfTheLines) {
  std::string vocabulary = vocabularyWith(R"(, "ab": 256, "bc": 257, "abc": 258)");
  EXPECT_EQ(encode(vocabulary, "a b\nb c\n", "abc"), (std::vector<int64_t>{256, 66}));
  EXPECT_EQ(encode(vocabulary, "b c\na b\n", "abc"), (std::vector<int64_t>{a, 257}));
  EXPECT_EQ(encode(vocabulary, "b c\na bc\n", "abc"), (std::vector<int64_t>{258}));
}

// encoder.py merges a pair wherever it stands before it looks at what that made, even where that has a lower
// rank.
TEST(Gpt2Files, APairGoesEverywhereFirst) {
  std::string vocabulary = vocabularyWith(R"(, "ab": 256, "aba": 257)");
  EXPECT_EQ(encode(vocabulary, "ab a\na b\n", "abab"), (std::vector<int64_t>{256, 256}));
  EXPECT_EQ(encode(vocabulary, "ab a\na b\n", "aba"), (std::vector<int64_t>{257}));
}

TEST(Gpt2Files, OverlapsGoFromTheLeft) {
  std::string vocabulary = vocabularyWith(R"(, "aa": 256)");
  EXPECT_EQ(encode(vocabulary, "a a\n", "aaa"), (std::vector<int64_t>{256, a}));
  EXPECT_EQ(encode(vocabulary, "a a\n", "baaaa"), (std::vector<int64_t>{b, 256, 256}));
}

TEST(Gpt2Files, LinesMayEndAsOnWindowsAndBeEmpty) {
  std::string vocabulary = vocabularyWith(R"(, "ab": 256)");
  EXPECT_EQ(encode(vocabulary, "#version: 0.2\r\n\r\na b\r\n\n", "ab"), (std::vector<int64_t>{256}));
  EXPECT_EQ(encode(vocabulary, "", "ab"), (std::vector<int64_t>{a, b}));
}

// Ids that nothing has are no text; tokens of other characters stand for themselves.
TEST(Gpt2Files, HolesAndForeignCharacters) {
  absl::StatusOr<std::unique_ptr<Tokenizer>> tokenizer =
      ParseGpt2(vocabularyWith(R"(, "<im start>": 300, "\u4e2d": 301)"), "");
  ASSERT_TRUE(tokenizer.ok()) << tokenizer.status();
  EXPECT_EQ((*tokenizer)->Size(), 302);
  EXPECT_EQ((*tokenizer)->Decode(299), "");
  EXPECT_EQ((*tokenizer)->Decode(300), "<im start>");
  EXPECT_EQ((*tokenizer)->Decode(301), "\u4e2d");
  EXPECT_FALSE((*tokenizer)->End());
}

TEST(Gpt2Files, TheEndMayHaveRobertasName) {
  absl::StatusOr<std::unique_ptr<Tokenizer>> tokenizer = ParseGpt2(vocabularyWith(R"(, "</s>": 256)"), "");
  ASSERT_TRUE(tokenizer.ok()) << tokenizer.status();
  EXPECT_EQ((*tokenizer)->End(), 256);
}

TEST(Gpt2Files, WrongVocabularies) {
  EXPECT_EQ(messageOf("[]", ""),
            "v.json:1: a list stands where an object of tokens and their ids is expected");
  EXPECT_EQ(messageOf("5", ""),
            "v.json:1: a number stands where an object of tokens and their ids is expected");
  EXPECT_EQ(messageOf("{\"a\": 1,\n\n\"a\": 2}", ""), "v.json:3: the token 'a' occurs twice");
  EXPECT_EQ(messageOf("{\"a\": 1,\n\"b\": 1\n}", ""), "v.json:2: the tokens 'a' and 'b' have one id, 1");
  EXPECT_EQ(messageOf("{\"a\": -1}", ""), "v.json:1: the token 'a' has the negative number -1, not an id");
  EXPECT_EQ(messageOf("{\"a\":\n1.5}", ""), "v.json:2: the token 'a' has the number '1.5', not an id");
  EXPECT_EQ(messageOf("{\"a\": \"b\"}", ""), "v.json:1: the token 'a' has a string, not an id");
  EXPECT_EQ(messageOf("{\"a\": [1]}", ""), "v.json:1: the token 'a' has a list, not an id");
  EXPECT_EQ(messageOf("{\"a\": {}}", ""), "v.json:1: the token 'a' has an object, not an id");
  EXPECT_EQ(messageOf("{\"a\": null}", ""), "v.json:1: the token 'a' has null, not an id");
  EXPECT_EQ(messageOf("{\"\": 0}", ""), "v.json:1: a token is empty");
  EXPECT_EQ(messageOf("{\"a\": 4194304}", ""),
            "v.json:1: the token 'a' has the id 4194304, at most 4194303 is possible");
  EXPECT_EQ(messageOf("{\"a\": 18446744073709551616}", ""),
            "v.json:1: the token 'a' has the number '18446744073709551616', not an id");
  EXPECT_EQ(messageOf("{\"a\": 0}", ""), "v.json: there is no token for the byte 0x00, which is spelled 'Ā'");
  EXPECT_THAT(messageOf("", ""), testing::StartsWith("v.json:1: syntax error"));
  EXPECT_THAT(messageOf("{\"a\": 0,\n\"b", ""), testing::StartsWith("v.json:2: syntax error"));
  EXPECT_THAT(messageOf("{\"a\xFF\": 0}", ""), testing::StartsWith("v.json:1: syntax error"));
  EXPECT_THAT(messageOf(vocabularyWith("} {"), ""), testing::StartsWith("v.json:256: syntax error"));
}

TEST(Gpt2Files, WrongMerges) {
  std::string vocabulary = vocabularyWith(R"(, "ab": 256)");
  EXPECT_EQ(messageOf(vocabulary, "#version\na b\nc\n"),
            "m.txt:3: two tokens with a space between are expected, not 'c'");
  EXPECT_EQ(messageOf(vocabulary, "a b c\n"),
            "m.txt:1: two tokens with a space between are expected, not 'a b c'");
  EXPECT_EQ(messageOf(vocabulary, " a\n"), "m.txt:1: two tokens with a space between are expected, not ' a'");
  EXPECT_EQ(messageOf(vocabulary, "a  b\n"),
            "m.txt:1: two tokens with a space between are expected, not 'a  b'");
  EXPECT_EQ(messageOf(vocabulary, "a \n"), "m.txt:1: two tokens with a space between are expected, not 'a '");
  EXPECT_EQ(messageOf(vocabulary, "a b\nab \u4e2d\n"), "m.txt:2: the vocabulary has no token '\u4e2d'");
  EXPECT_EQ(messageOf(vocabulary, "b a\n"), "m.txt:1: the vocabulary has no token 'ba'");
  EXPECT_EQ(messageOf(vocabulary, "a b\n\na b\n"), "m.txt:3: the pair 'a b' occurs twice");
  EXPECT_EQ(messageOf(vocabulary, "a b\n#version c\n"), "m.txt:2: the vocabulary has no token '#version'");
}

} // namespace
} // namespace aic::tokenizers
