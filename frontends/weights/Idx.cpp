#include "frontends/weights/Idx.h"

#include "absl/strings/str_cat.h"
#include "frontends/weights/MappedFile.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <optional>
#include <zlib.h>

namespace aic::weights {

namespace {

/// Gives the bytes of a file one piece after another, unpacked where gzip packed them.
class Stream {
public:
  explicit Stream(Bytes bytes) : rest_(bytes) {
    packed_ = bytes.size() >= 2 && bytes[0] == 0x1f && bytes[1] == 0x8b;
    if (packed_ && inflateInit2(&stream_, 16 + MAX_WBITS) != Z_OK)
      failed_ = true;
  }
  ~Stream() {
    if (packed_)
      inflateEnd(&stream_);
  }
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  /// The next `size` bytes; false where there are fewer, or they are damaged.
  bool read(uint8_t* out, uint64_t size) {
    if (failed_)
      return false;
    if (packed_)
      return inflateInto(out, size) == size;
    if (rest_.size() < size)
      return false;
    if (size)
      std::memcpy(out, rest_.data(), size);
    rest_.remove_prefix(size);
    return true;
  }

  /// The most bytes that can still come: deflate packs no tighter than 1032 to 1.
  uint64_t most() const { return packed_ ? rest_.size() * uint64_t{1032} : rest_.size(); }

  /// Whether this is the end, with the right checksum where it was packed.
  bool ends() {
    if (!packed_)
      return rest_.empty();
    uint8_t more;
    return inflateInto(&more, 1) == 0 && ended_ && rest_.empty();
  }

private:
  uint64_t inflateInto(uint8_t* out, uint64_t size) {
    constexpr uint64_t kStep = 1 << 30; // zlib counts in 32 bits
    uint64_t done = 0;
    while (done < size && !ended_) {
      stream_.next_in = const_cast<Bytef*>(rest_.data());
      stream_.avail_in = static_cast<uInt>(std::min<uint64_t>(rest_.size(), kStep));
      stream_.next_out = out + done;
      stream_.avail_out = static_cast<uInt>(std::min<uint64_t>(size - done, kStep));
      const uInt in = stream_.avail_in, room = stream_.avail_out;
      const int result = inflate(&stream_, Z_NO_FLUSH);
      rest_.remove_prefix(in - stream_.avail_in);
      done += room - stream_.avail_out;
      ended_ = result == Z_STREAM_END;
      if (result != Z_OK && !ended_)
        break;
    }
    return done;
  }

  Bytes rest_;
  z_stream stream_ = {};
  bool packed_ = false, failed_ = false, ended_ = false;
};

std::optional<ElementType> TypeOf(uint8_t code) {
  switch (code) {
  case 8:
    return ElementType::U8;
  case 9:
    return ElementType::I8;
  case 11:
    return ElementType::I16;
  case 12:
    return ElementType::I32;
  case 13:
    return ElementType::F32;
  case 14:
    return ElementType::F64;
  default:
    return std::nullopt;
  }
}

} // namespace

absl::StatusOr<Array> ParseIdx(const uint8_t* data, size_t size, const std::string& path) {
  auto wrong = [&](absl::string_view what) {
    return absl::InvalidArgumentError(absl::StrCat(path, ": ", what));
  };
  Stream stream(Bytes(data, size));
  uint8_t magic[4] = {};
  const bool whole = stream.read(magic, sizeof magic);
  const std::optional<ElementType> type = TypeOf(magic[2]);
  if (!whole || magic[0] != 0 || magic[1] != 0 || !type)
    return wrong("this is no idx file: it does not begin with 0, 0, a type and the number of dimensions");
  Array array;
  array.type = *type;
  for (int i = 0; i < magic[3]; ++i) {
    uint8_t bytes[4];
    if (!stream.read(bytes, sizeof bytes))
      return wrong(absl::StrCat("the file ends within the sizes of its ", magic[3], " dimensions"));
    array.shape.push_back(int64_t{bytes[0]} << 24 | int64_t{bytes[1]} << 16 | int64_t{bytes[2]} << 8 |
                          bytes[3]);
  }
  absl::StatusOr<size_t> bytes = TensorBytes(array.type, array.shape);
  if (!bytes.ok())
    return wrong(bytes.status().message());
  const std::string claim = absl::StrCat(TypeString(array.type, array.shape), ", ", *bytes, " bytes");
  if (*bytes > stream.most())
    return wrong(absl::StrCat("the file is shorter than its array: ", claim));
  try {
    array.data.resize(*bytes);
  } catch (const std::bad_alloc&) {
    return absl::UnavailableError(absl::StrCat(path, ": not enough memory for ", *bytes, " bytes"));
  }
  if (!stream.read(array.data.data(), *bytes))
    return wrong(
        absl::StrCat("the file is shorter than its array, or its compressed data are damaged: ", claim));
  if (!stream.ends())
    return wrong(absl::StrCat("the file does not end with its array: ", claim));
  const size_t element = ElementBytes(array.type);
  for (size_t at = 0; element > 1 && at < *bytes; at += element)
    std::reverse(array.data.begin() + static_cast<std::ptrdiff_t>(at),
                 array.data.begin() + static_cast<std::ptrdiff_t>(at + element));
  return array;
}

absl::StatusOr<Array> ReadIdx(const std::string& path) {
  absl::StatusOr<MappedFile> file = MapFile(path);
  if (!file.ok())
    return file.status();
  return ParseIdx(file->bytes.data(), file->bytes.size(), path);
}

} // namespace aic::weights
