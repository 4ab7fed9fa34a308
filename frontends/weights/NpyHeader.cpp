#include "frontends/weights/NpyHeader.h"

#include "absl/status/status.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "frontends/weights/Formats.h"

#include <algorithm>
#include <cstring>

namespace aic::weights {

namespace {

constexpr size_t kMaxHeaderBytes = 1 << 20; // NumPy itself refuses more than 10,000

/// Reads the Python literal that an .npy header is: a dict of strings, booleans and tuples of integers.
class HeaderReader {
public:
  HeaderReader(absl::string_view text, const std::string& where) : text_(text), where_(where) {}

  absl::Status Read(NpyHeader& header) {
    if (!Take('{'))
      return Malformed("it does not begin with '{'");
    bool haveDescr = false, haveOrder = false, haveShape = false;
    while (!Take('}')) {
      std::string key;
      if (!TakeString(key) || !Take(':'))
        return Malformed("expected 'key': value");
      if (key == "descr" && !haveDescr) {
        haveDescr = true;
        if (Peek() == '[')
          return absl::UnimplementedError(absl::StrCat(where_, ": structured arrays are not supported"));
        if (!TakeString(descr_))
          return Malformed("'descr' is no string");
      } else if (key == "fortran_order" && !haveOrder) {
        haveOrder = true;
        if (TakeWord("True"))
          header.fortranOrder = true;
        else if (!TakeWord("False"))
          return Malformed("'fortran_order' is neither True nor False");
      } else if (key == "shape" && !haveShape) {
        haveShape = true;
        if (!TakeShape(header.shape))
          return Malformed("'shape' is no tuple of integers");
      } else {
        return Malformed(absl::StrCat("unknown or repeated key ", Quote(key)));
      }
      if (!Take(',') && Peek() != '}')
        return Malformed("expected ',' or '}'");
    }
    SkipSpace();
    if (at_ != text_.size())
      return Malformed("there is text after the '}'");
    if (!haveDescr || !haveOrder || !haveShape)
      return Malformed("'descr', 'fortran_order' or 'shape' is missing");
    return ReadType(header);
  }

private:
  absl::Status Malformed(absl::string_view why) const {
    return absl::InvalidArgumentError(absl::StrCat(where_, ": malformed .npy header: ", why));
  }

  /// '<f4', '|b1', ...: byte order, kind, bytes.
  absl::Status ReadType(NpyHeader& header) const {
    struct Row {
      const char* name;
      ElementType type;
    };
    static constexpr Row kTypes[] = {
        {"f4", ElementType::F32},  {"f2", ElementType::F16}, {"f8", ElementType::F64},
        {"b1", ElementType::Bool}, {"i1", ElementType::I8},  {"u1", ElementType::U8},
        {"i2", ElementType::I16},  {"i4", ElementType::I32}, {"i8", ElementType::I64},
    };
    absl::string_view name = descr_;
    char order = name.empty() ? '?' : name[0];
    if (order == '<' || order == '>' || order == '|' || order == '=')
      name.remove_prefix(1);
    else
      order = '?';
    for (const Row& row : kTypes) {
      if (name != row.name)
        continue;
      bool oneByte = ElementBytes(row.type) == 1;
      if (!oneByte && order != '<' && order != '>')
        break;
      header.type = row.type;
      header.bigEndian = !oneByte && order == '>';
      return absl::OkStatus();
    }
    return absl::UnimplementedError(
        absl::StrCat(where_, ": the element type ", Quote(descr_),
                     " is not supported; convert the array to float32, say, first"));
  }

  void SkipSpace() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\t'))
      ++at_;
  }
  char Peek() {
    SkipSpace();
    return at_ < text_.size() ? text_[at_] : '\0';
  }
  bool Take(char c) {
    if (Peek() != c || at_ >= text_.size())
      return false;
    ++at_;
    return true;
  }
  bool TakeWord(absl::string_view word) {
    SkipSpace();
    if (text_.substr(at_, word.size()) != word)
      return false;
    at_ += word.size();
    return true;
  }
  bool TakeString(std::string& out) {
    char quote = Peek();
    if (quote != '\'' && quote != '"')
      return false;
    size_t end = text_.find(quote, at_ + 1);
    if (end == absl::string_view::npos)
      return false;
    out = std::string(text_.substr(at_ + 1, end - at_ - 1));
    at_ = end + 1;
    return true;
  }
  bool TakeShape(std::vector<int64_t>& shape) {
    if (!Take('('))
      return false;
    while (!Take(')')) {
      SkipSpace();
      size_t end = at_;
      while (end < text_.size() && text_[end] >= '0' && text_[end] <= '9')
        ++end;
      int64_t size;
      if (end == at_ || !absl::SimpleAtoi(text_.substr(at_, end - at_), &size))
        return false;
      shape.push_back(size);
      at_ = end;
      if (at_ < text_.size() && text_[at_] == 'L') // Python 2 wrote 3L
        ++at_;
      if (!Take(',') && Peek() != ')')
        return false;
    }
    return true;
  }

  absl::string_view text_;
  const std::string& where_;
  size_t at_ = 0;
  std::string descr_;
};

} // namespace

size_t NpyHeaderBytes(Bytes begin) {
  if (begin.size() < 8 || begin[6] < 1 || begin[6] > 3)
    return 0;
  size_t lengthBytes = begin[6] == 1 ? 2 : 4;
  if (begin.size() < 8 + lengthBytes)
    return 0;
  size_t length = begin[6] == 1 ? LoadLe<uint16_t>(&begin[8]) : LoadLe<uint32_t>(&begin[8]);
  return length > kMaxHeaderBytes ? 0 : 8 + lengthBytes + length;
}

absl::StatusOr<NpyHeader> ParseNpyHeader(Bytes file, const std::string& where) {
  return ParseNpyHeader(file, file.size(), where);
}

absl::StatusOr<NpyHeader> ParseNpyHeader(Bytes file, uint64_t size, const std::string& where) {
  auto malformed = [&](absl::string_view why) {
    return absl::InvalidArgumentError(absl::StrCat(where, ": ", why));
  };
  static constexpr uint8_t kMagic[] = {0x93, 'N', 'U', 'M', 'P', 'Y'};
  if (file.size() < sizeof(kMagic) || std::memcmp(file.data(), kMagic, sizeof(kMagic)) != 0)
    return malformed("this is no .npy array (its first bytes are not \\x93NUMPY)");
  if (file.size() < 8)
    return malformed("the file ends inside the .npy header");
  int version = file[6];
  if (version < 1 || version > 3)
    return absl::UnimplementedError(
        absl::StrCat(where, ": version ", version, " of the .npy format is not supported, 1 to 3 are"));
  size_t lengthBytes = version == 1 ? 2 : 4;
  if (file.size() < 8 + lengthBytes)
    return malformed("the file ends inside the .npy header");
  size_t length = version == 1 ? LoadLe<uint16_t>(&file[8]) : LoadLe<uint32_t>(&file[8]);
  size_t begin = 8 + lengthBytes;
  if (length > file.size() - begin)
    return malformed("the file ends inside the .npy header");
  if (length > kMaxHeaderBytes)
    return malformed(
        absl::StrCat("the .npy header has ", length, " bytes, at most ", kMaxHeaderBytes, " is read"));

  NpyHeader header;
  absl::string_view text(reinterpret_cast<const char*>(file.data()) + begin, length);
  if (absl::Status status = HeaderReader(text, where).Read(header); !status.ok())
    return status;
  absl::StatusOr<size_t> bytes = TensorBytes(header.type, header.shape);
  if (!bytes.ok())
    return malformed(bytes.status().message());
  header.dataOffset = begin + length;
  header.dataBytes = *bytes;
  uint64_t rest = size - header.dataOffset;
  if (rest != header.dataBytes)
    return malformed(absl::StrCat(TypeString(header.type, header.shape), " needs ", header.dataBytes,
                                  " bytes after the header, the file has ", rest));
  if (std::count_if(header.shape.begin(), header.shape.end(), [](int64_t size) { return size != 1; }) <= 1)
    header.fortranOrder = false;
  return header;
}

namespace {

/// Row-major walk over a column-major array: `strides` are those of the source, in elements.
template <size_t N> void CopyColumnMajor(const NpyHeader& header, const uint8_t* data, uint8_t* out) {
  size_t rank = header.shape.size();
  std::vector<size_t> strides(rank), index(rank, 0);
  size_t stride = 1;
  for (size_t i = 0; i < rank; ++i) {
    strides[i] = stride;
    stride *= static_cast<size_t>(header.shape[i]);
  }
  size_t from = 0;
  for (size_t to = 0, count = header.dataBytes / N; to < count; ++to) {
    std::memcpy(out + to * N, data + from * N, N);
    for (size_t i = rank; i-- > 0;) {
      from += strides[i];
      if (++index[i] < static_cast<size_t>(header.shape[i]))
        break;
      from -= strides[i] * index[i];
      index[i] = 0;
    }
  }
}

} // namespace

void CopyElements(const NpyHeader& header, const uint8_t* data, uint8_t* out) {
  if (header.dataBytes == 0)
    return;
  size_t size = ElementBytes(header.type);
  if (!header.fortranOrder)
    std::memcpy(out, data, header.dataBytes);
  else if (size == 1)
    CopyColumnMajor<1>(header, data, out);
  else if (size == 2)
    CopyColumnMajor<2>(header, data, out);
  else if (size == 4)
    CopyColumnMajor<4>(header, data, out);
  else
    CopyColumnMajor<8>(header, data, out);
  if (header.bigEndian)
    for (size_t i = 0; i < header.dataBytes; i += size)
      std::reverse(out + i, out + i + size);
}

} // namespace aic::weights
