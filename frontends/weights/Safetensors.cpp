// https://github.com/huggingface/safetensors: u64 length, JSON header, data. The header is read event by
// event, so that a repeated name is seen and nothing nested deeper than the format has is ever built.

#include "absl/status/status.h"
#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "frontends/weights/Formats.h"

#include <algorithm>
#include <cstring>
#include <nlohmann/json.hpp>
#include <set>

namespace aic::weights {

std::string Quote(absl::string_view name) {
  constexpr size_t kMax = 120;
  if (name.size() <= kMax)
    return absl::StrCat("'", absl::Utf8SafeCEscape(name), "'");
  // Cut between characters: a byte 10xxxxxx continues one.
  size_t cut = kMax;
  while (cut > 0 && (static_cast<uint8_t>(name[cut]) & 0xC0) == 0x80)
    --cut;
  return absl::StrCat("'", absl::Utf8SafeCEscape(name.substr(0, cut)), "...'");
}

namespace {

constexpr uint64_t kMaxHeaderBytes = 100'000'000; // the reference implementation's limit

struct Entry {
  std::string name;
  std::string dtype;
  std::vector<int64_t> shape;
  uint64_t begin = 0, end = 0; // relative to the end of the header
};

/// Receives nlohmann's events. A handler that returns false stops the parser; `error` then says why.
class HeaderReader : public nlohmann::json_sax<nlohmann::json> {
public:
  std::vector<Entry> entries;
  std::string error;

  bool start_object(size_t) override {
    switch (state_) {
    case State::Start:
      state_ = State::Names;
      return true;
    case State::Tensor:
      if (name_ == "__metadata__") {
        state_ = State::Metadata;
        return true;
      }
      state_ = State::Fields;
      entry_ = Entry();
      entry_.name = name_;
      haveDtype_ = haveShape_ = haveOffsets_ = false;
      return true;
    default:
      return Unexpected("an object");
    }
  }
  bool end_object() override {
    switch (state_) {
    case State::Names:
      state_ = State::End;
      return true;
    case State::Metadata:
      state_ = State::Names;
      return true;
    case State::Fields:
      if (!haveDtype_ || !haveShape_ || !haveOffsets_)
        return Fail(absl::StrCat("tensor ", Quote(name_), " has no ",
                                 !haveDtype_   ? "dtype"
                                 : !haveShape_ ? "shape"
                                               : "data_offsets"));
      entries.push_back(std::move(entry_));
      state_ = State::Names;
      return true;
    default:
      return Unexpected("'}'");
    }
  }
  bool key(std::string& key) override {
    switch (state_) {
    case State::Names:
      if (!names_.insert(key).second)
        return Fail(absl::StrCat("the name ", Quote(key), " occurs twice"));
      name_ = key;
      state_ = State::Tensor;
      return true;
    case State::Metadata:
      return true;
    case State::Fields:
      if (key == "dtype" && !haveDtype_) {
        haveDtype_ = true;
        state_ = State::Dtype;
      } else if (key == "shape" && !haveShape_) {
        haveShape_ = true;
        state_ = State::Shape;
      } else if (key == "data_offsets" && !haveOffsets_) {
        haveOffsets_ = true;
        offsets_.clear();
        state_ = State::Offsets;
      } else {
        return Fail(absl::StrCat("tensor ", Quote(name_), " has an unknown or repeated field ", Quote(key)));
      }
      return true;
    default:
      return Unexpected("a key");
    }
  }
  bool string(std::string& value) override {
    if (state_ == State::Metadata)
      return true;
    if (state_ != State::Dtype)
      return Unexpected("a string");
    entry_.dtype = value;
    state_ = State::Fields;
    return true;
  }
  bool start_array(size_t) override {
    if (state_ == State::Shape)
      state_ = State::ShapeItems;
    else if (state_ == State::Offsets)
      state_ = State::OffsetItems;
    else
      return Unexpected("a list");
    return true;
  }
  bool end_array() override {
    if (state_ == State::OffsetItems) {
      if (offsets_.size() != 2)
        return Fail(
            absl::StrCat("tensor ", Quote(name_), ": data_offsets has ", offsets_.size(), " numbers, not 2"));
      entry_.begin = offsets_[0];
      entry_.end = offsets_[1];
    }
    state_ = State::Fields;
    return true;
  }
  bool number_unsigned(uint64_t value) override {
    if (state_ == State::ShapeItems) {
      if (value > INT64_MAX)
        return Fail(absl::StrCat("tensor ", Quote(name_), ": the size ", value, " is too large"));
      entry_.shape.push_back(static_cast<int64_t>(value));
    } else if (state_ == State::OffsetItems) {
      offsets_.push_back(value);
    } else {
      return Unexpected("a number");
    }
    return true;
  }
  bool number_integer(int64_t value) override {
    return Unexpected(absl::StrCat("the negative number ", value));
  }
  bool number_float(double, const std::string& text) override {
    return Unexpected(absl::StrCat("the number ", Quote(text)));
  }
  bool null() override { return Unexpected("null"); }
  bool boolean(bool) override { return Unexpected("a boolean"); }
  bool binary(nlohmann::json::binary_t&) override { return Unexpected("binary data"); }
  bool parse_error(size_t position, const std::string&, const nlohmann::json::exception& e) override {
    // "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error ...": the tail is for
    // people.
    absl::string_view what = e.what();
    for (absl::string_view before : {"] ", ": "})
      if (size_t at = what.find(before); at != what.npos)
        what.remove_prefix(at + before.size());
    return Fail(absl::StrCat("at byte ", position, ": ", what));
  }

private:
  enum class State {
    Start,    // before the outer '{'
    Names,    // between tensors
    Tensor,   // after a tensor's name
    Metadata, // inside __metadata__: strings by name, not read
    Fields,   // between the fields of a tensor
    Dtype,
    Shape,
    ShapeItems,
    Offsets,
    OffsetItems,
    End,
  };

  bool Fail(std::string why) {
    if (error.empty())
      error = std::move(why);
    return false;
  }
  bool Unexpected(absl::string_view what) {
    return Fail(name_.empty() ? absl::StrCat("unexpected ", what)
                              : absl::StrCat("unexpected ", what, " in the entry ", Quote(name_)));
  }

  State state_ = State::Start;
  std::string name_;
  std::set<std::string> names_;
  Entry entry_;
  bool haveDtype_ = false, haveShape_ = false, haveOffsets_ = false;
  std::vector<uint64_t> offsets_;
};

struct Dtype {
  const char* name;
  ElementType type;
};
constexpr Dtype kDtypes[] = {
    {"F32", ElementType::F32}, {"F16", ElementType::F16},   {"BF16", ElementType::BF16},
    {"F64", ElementType::F64}, {"BOOL", ElementType::Bool}, {"I8", ElementType::I8},
    {"U8", ElementType::U8},   {"I16", ElementType::I16},   {"I32", ElementType::I32},
    {"I64", ElementType::I64},
};

} // namespace

absl::StatusOr<Content> ParseSafetensors(Bytes file, const std::string& path) {
  auto malformed = [&](absl::string_view why) {
    return absl::InvalidArgumentError(absl::StrCat(path, ": malformed .safetensors file: ", why));
  };
  if (file.size() < 8)
    return malformed("it ends inside the header");
  uint64_t length = LoadLe<uint64_t>(file.data());
  if (length > kMaxHeaderBytes)
    return malformed(
        absl::StrCat("the header claims ", length, " bytes, at most ", kMaxHeaderBytes, " is allowed"));
  if (length > file.size() - 8)
    return malformed(absl::StrCat("the header claims ", length, " bytes, the file has ", file.size() - 8,
                                  " after its length"));
  Bytes header = file.subspan(8, length), data = file.subspan(8 + length);
  if (header.empty() || header[0] != '{') // a byte order mark, say, which the parser would skip
    return malformed("the header does not begin with '{'");
  HeaderReader reader;
  if (!nlohmann::json::sax_parse(header.begin(), header.end(), &reader))
    return malformed(absl::StrCat("header: ", reader.error));

  // In the order of their data, so that holes and overlaps show.
  std::vector<const Entry*> order;
  for (const Entry& entry : reader.entries)
    order.push_back(&entry);
  std::sort(order.begin(), order.end(), [](const Entry* a, const Entry* b) {
    return std::tie(a->begin, a->end, a->name) < std::tie(b->begin, b->end, b->name);
  });
  uint64_t covered = 0;
  for (const Entry* entry : order) {
    std::string range =
        absl::StrCat("tensor ", Quote(entry->name), ": data_offsets [", entry->begin, ", ", entry->end, "]");
    if (entry->begin > entry->end)
      return malformed(absl::StrCat(range, " end before they begin"));
    if (entry->end > data.size())
      return malformed(absl::StrCat(range, " are outside the ", data.size(), " bytes of data"));
    if (entry->begin < covered)
      return malformed(absl::StrCat(range, " overlap another tensor's"));
    if (entry->begin > covered)
      return malformed(
          absl::StrCat(range, " leave a hole of ", entry->begin - covered, " bytes before them"));
    covered = entry->end;
  }
  if (covered != data.size())
    return malformed(absl::StrCat(data.size() - covered, " bytes after the last tensor belong to none"));

  Content content;
  for (Entry& entry : reader.entries) {
    const Dtype* dtype = std::find_if(std::begin(kDtypes), std::end(kDtypes),
                                      [&](const Dtype& row) { return entry.dtype == row.name; });
    if (dtype == std::end(kDtypes))
      return absl::UnimplementedError(absl::StrCat(path, ": tensor ", Quote(entry.name),
                                                   ": the element type ", Quote(entry.dtype),
                                                   " is not supported; convert it to F32, say, first"));
    absl::StatusOr<size_t> bytes = TensorBytes(dtype->type, entry.shape);
    if (!bytes.ok())
      return malformed(absl::StrCat("tensor ", Quote(entry.name), ": ", bytes.status().message()));
    if (*bytes != entry.end - entry.begin)
      return malformed(absl::StrCat("tensor ", Quote(entry.name), ": ", TypeString(dtype->type, entry.shape),
                                    " needs ", *bytes, " bytes, data_offsets span ",
                                    entry.end - entry.begin));
    content.emplace(std::move(entry.name),
                    ContentTensor{{dtype->type, std::move(entry.shape), *bytes}, data.data() + entry.begin});
  }
  return content;
}

} // namespace aic::weights
