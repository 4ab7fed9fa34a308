#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "frontends/tokenizers/Gpt2Files.h"
#include "frontends/tokenizers/Utf8.h"
#include "frontends/weights/Formats.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

namespace aic::tokenizers {

namespace {

constexpr uint64_t kMaxIds = 1 << 22; // the tables by id stay small, whatever a file says

/// The byte that a character of a spelling means, by code point up to U+0143; -1: none.
struct Alphabet {
  std::array<int16_t, 0x144> byteOf;
  std::array<uint16_t, 256> characterOf;

  Alphabet() {
    byteOf.fill(-1);
    uint16_t next = 0x100;
    for (int byte = 0; byte < 256; ++byte) {
      bool shows =
          (byte >= '!' && byte <= '~') || (byte >= 0xA1 && byte <= 0xAC) || (byte >= 0xAE && byte <= 0xFF);
      characterOf[byte] = shows ? static_cast<uint16_t>(byte) : next++;
      byteOf[characterOf[byte]] = static_cast<int16_t>(byte);
    }
  }

  /// How a byte is spelled, in UTF-8.
  std::string Spell(int byte) const {
    uint16_t character = characterOf[byte];
    if (character < 0x80)
      return std::string(1, static_cast<char>(character));
    return {static_cast<char>(0xC0 | character >> 6), static_cast<char>(0x80 | (character & 0x3F))};
  }

  /// The bytes that a spelling, valid UTF-8, means.
  std::string Read(absl::string_view spelling) const {
    std::string bytes;
    for (size_t at = 0; at < spelling.size();) {
      int length = CharacterBytes(spelling.substr(at));
      auto first = static_cast<uint8_t>(spelling[at]);
      unsigned character = first;
      if (length == 2)
        character = (first & 0x1Fu) << 6 | (static_cast<uint8_t>(spelling[at + 1]) & 0x3Fu);
      if (length > 2 || character >= byteOf.size() || byteOf[character] < 0)
        return std::string(spelling);
      bytes.push_back(static_cast<char>(byteOf[character]));
      at += static_cast<size_t>(length);
    }
    return bytes;
  }
};

/// Walks over the text and tells how far the parser has come.
class Cursor {
public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  Cursor(const char* at, const char** reached) : at_(at), reached_(reached) {}
  reference operator*() const { return *at_; }
  Cursor& operator++() {
    *reached_ = ++at_;
    return *this;
  }
  bool operator==(const Cursor& other) const { return at_ == other.at_; }
  bool operator!=(const Cursor& other) const { return at_ != other.at_; }

private:
  const char* at_;
  const char** reached_;
};

/// Receives nlohmann's events. A handler that returns false stops the parser; `error` then says why, and
/// where.
class Reader : public nlohmann::json_sax<nlohmann::json> {
public:
  Vocabulary vocabulary;
  std::string error;
  const char* reached; // the end of what the parser has seen

  Reader(absl::string_view text, const std::string& name) : reached(text.data()), text_(text), name_(name) {}

  /// By id, once all is read.
  void Index(const Alphabet& alphabet) {
    vocabulary.bytes.resize(owners_.size());
    for (size_t id = 0; id < owners_.size(); ++id)
      if (owners_[id])
        vocabulary.bytes[id] = alphabet.Read(*owners_[id]);
  }

  bool start_object(size_t) override {
    if (open_)
      return Unexpected("an object");
    open_ = true;
    return true;
  }
  bool end_object() override { return true; }
  bool key(std::string& key) override {
    if (key.empty())
      return Fail("a token is empty");
    if (vocabulary.ids.count(key))
      return Fail(absl::StrCat("the token ", weights::Quote(key), " occurs twice"));
    key_ = key;
    return true;
  }
  bool number_unsigned(uint64_t id) override {
    if (!open_)
      return Unexpected("a number");
    if (id >= kMaxIds)
      return Fail(absl::StrCat("the token ", weights::Quote(key_), " has the id ", id, ", at most ",
                               kMaxIds - 1, " is possible"));
    if (id >= owners_.size())
      owners_.resize(id + 1, nullptr);
    if (owners_[id])
      return Fail(absl::StrCat("the tokens ", weights::Quote(*owners_[id]), " and ", weights::Quote(key_),
                               " have one id, ", id));
    // Nodes of the map stay where they are.
    owners_[id] = &vocabulary.ids.emplace(std::move(key_), static_cast<int32_t>(id)).first->first;
    return true;
  }
  bool number_integer(int64_t value) override {
    return Unexpected(absl::StrCat("the negative number ", value));
  }
  bool number_float(double, const std::string& text) override {
    return Unexpected(absl::StrCat("the number ", weights::Quote(text)));
  }
  bool start_array(size_t) override { return Unexpected("a list"); }
  bool end_array() override { return Unexpected("the end of a list"); }
  bool string(std::string&) override { return Unexpected("a string"); }
  bool null() override { return Unexpected("null"); }
  bool boolean(bool) override { return Unexpected("a boolean"); }
  bool binary(nlohmann::json::binary_t&) override { return Unexpected("binary data"); }
  bool parse_error(size_t, const std::string&, const nlohmann::json::exception& e) override {
    // "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error ...": the tail is for
    // people.
    absl::string_view what = e.what();
    for (absl::string_view before : {"] ", ": "})
      if (size_t at = what.find(before); at != what.npos)
        what.remove_prefix(at + before.size());
    return Fail(std::string(what));
  }

private:
  absl::string_view text_;
  const std::string& name_;
  std::string key_;
  std::vector<const std::string*> owners_; // of each id: its spelling, null where there is none
  bool open_ = false;

  bool Fail(const std::string& why) {
    if (!error.empty())
      return false;
    // The last character may be the one behind a number, which ended it.
    size_t read = static_cast<size_t>(std::max<std::ptrdiff_t>(reached - text_.data(), 1)) - 1;
    auto line = 1 + std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(read), '\n');
    error = absl::StrCat(name_, ":", line, ": ", why);
    return false;
  }
  bool Unexpected(absl::string_view what) {
    return Fail(open_ ? absl::StrCat("the token ", weights::Quote(key_), " has ", what, ", not an id")
                      : absl::StrCat(what, " stands where an object of tokens and their ids is expected"));
  }
};

} // namespace

absl::StatusOr<Vocabulary> ParseVocabulary(absl::string_view json, const std::string& name) {
  Reader reader(json, name);
  Cursor begin(json.data(), &reader.reached), end(json.data() + json.size(), &reader.reached);
  bool read = nlohmann::json::sax_parse(begin, end, &reader);
  if (!read || !reader.error.empty())
    return absl::InvalidArgumentError(reader.error);
  const Alphabet alphabet;
  reader.Index(alphabet);
  for (int byte = 0; byte < 256; ++byte) {
    std::string spelling = alphabet.Spell(byte);
    auto found = reader.vocabulary.ids.find(spelling);
    if (found == reader.vocabulary.ids.end())
      return absl::InvalidArgumentError(absl::StrFormat("%s: there is no token for the byte 0x%02X, which is "
                                                        "spelled '%s'",
                                                        name, byte, spelling));
    reader.vocabulary.byteIds[byte] = found->second;
  }
  return std::move(reader.vocabulary);
}

} // namespace aic::tokenizers
