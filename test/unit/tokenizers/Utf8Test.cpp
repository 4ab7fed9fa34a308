// Characters that come in pieces.

#include "frontends/tokenizers/Utf8.h"

#include "frontends/tokenizers/Tokenizer.h"

#include <gtest/gtest.h>
#include <vector>

namespace aic::tokenizers {
namespace {

/// What comes out after each byte, and at the end.
std::vector<std::string> pieces(const std::string& bytes) {
  CharacterStream stream;
  std::vector<std::string> out;
  for (char byte : bytes)
    out.push_back(stream.Push(std::string(1, byte)));
  out.push_back(stream.Finish());
  return out;
}

using Pieces = std::vector<std::string>;

TEST(CharacterStream, WaitsForTheEndOfACharacter) {
  EXPECT_EQ(pieces("aé"), (Pieces{"a", "", "é", ""}));
  EXPECT_EQ(pieces("日"), (Pieces{"", "", "日", ""}));
  EXPECT_EQ(pieces("🙂!"), (Pieces{"", "", "", "🙂", "!", ""}));
  CharacterStream stream;
  EXPECT_EQ(stream.Push("a\xF0\x9F"), "a");
  EXPECT_EQ(stream.Push("\x99\x82z\xC3"), "🙂z");
  EXPECT_EQ(stream.Finish(), "\xC3");
  EXPECT_EQ(stream.Finish(), "");
}

TEST(CharacterStream, LetsThroughWhatIsNoCharacter) {
  EXPECT_EQ(pieces("\xFF"), (Pieces{"\xFF", ""}));
  EXPECT_EQ(pieces("\x80\xC0"), (Pieces{"\x80", "\xC0", ""}));
  EXPECT_EQ(pieces("\xE6\x97x"), (Pieces{"", "", "\xE6\x97x", ""}));       // cut short
  EXPECT_EQ(pieces("\xED\xA0\x80"), (Pieces{"", "\xED\xA0", "\x80", ""})); // a surrogate
  EXPECT_EQ(pieces("\xE0\x80"), (Pieces{"", "\xE0\x80", ""}));             // overlong
  EXPECT_EQ(pieces("\xF4\x90"), (Pieces{"", "\xF4\x90", ""}));             // beyond U+10FFFF
}

// Table 3-7 of Unicode by another road: each code point, encoded by its bits.
TEST(CharacterBytes, HasEveryCharacterAndNothingElse) {
  for (uint32_t c = 0; c <= 0x110000; ++c) {
    std::string text;
    if (c < 0x80)
      text = {static_cast<char>(c)};
    else if (c < 0x800)
      text = {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 63))};
    else if (c < 0x10000)
      text = {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 63)),
              static_cast<char>(0x80 | (c & 63))};
    else
      text = {static_cast<char>(0xF0 | c >> 18), static_cast<char>(0x80 | (c >> 12 & 63)),
              static_cast<char>(0x80 | (c >> 6 & 63)), static_cast<char>(0x80 | (c & 63))};
    bool valid = c < 0x110000 && (c < 0xD800 || c > 0xDFFF);
    ASSERT_EQ(CharacterBytes(text), valid ? static_cast<int>(text.size()) : 0) << std::hex << c;
    if (valid && text.size() > 1)
      ASSERT_EQ(CharacterBytes(text.substr(0, text.size() - 1)), -1) << std::hex << c;
  }
  // Overlong: the same bits in more bytes.
  for (const char* text :
       {"\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xF0\x8F\xBF\xBF", "\xF8\x88\x80\x80\x80"})
    EXPECT_EQ(CharacterBytes(text), 0) << text;
}

TEST(CheckUtf8, NamesTheFirstWrongByte) {
  EXPECT_TRUE(CheckUtf8("").ok());
  EXPECT_TRUE(CheckUtf8("a\xC3\xA9").ok());
  EXPECT_EQ(CheckUtf8("a\xC3\xA9\xA9").message(), "the text is no UTF-8 at byte 3: 0xa9");
  EXPECT_EQ(CheckUtf8("ab\xF0\x9F").message(), "the text is no UTF-8 at byte 2: 0xf0");
}

} // namespace
} // namespace aic::tokenizers
