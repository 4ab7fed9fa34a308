// .npz: a zip file of NAME.npy members, as numpy.savez (stored: used in place) and savez_compressed
// (deflated: into memory of its own, once it is asked for) write it.

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "frontends/weights/Formats.h"
#include "frontends/weights/NpyHeader.h"
#include "frontends/weights/ZipDirectory.h"

#include <algorithm>
#include <new>
#include <zlib.h>

namespace aic::weights {

std::shared_ptr<uint8_t> AllocateBytes(size_t size) {
  uint8_t* data = new (std::nothrow) uint8_t[size];
  if (!data)
    return nullptr;
  return std::shared_ptr<uint8_t>(data, [](uint8_t* p) { delete[] p; });
}

namespace {

absl::Status NoMemory(const std::string& where, uint64_t size) {
  return absl::UnavailableError(absl::StrCat(where, ": not enough memory for ", size, " bytes"));
}

enum class Inflated {
  All,     // the stream ends there, and with it the bytes
  Part,    // there is more of it
  Damaged, // it is broken, or ends before
};

/// Inflates the first `size` bytes of a raw deflate stream.
Inflated InflateInto(Bytes from, uint8_t* to, uint64_t size) {
  z_stream stream = {};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
    return Inflated::Damaged;
  constexpr uint64_t kStep = 1 << 30; // zlib counts in 32 bits
  uint64_t in = 0, out = 0;
  int result = Z_OK;
  uint8_t none = 0;
  while (result == Z_OK) {
    stream.next_in = const_cast<Bytef*>(from.data() + in);
    stream.avail_in = static_cast<uInt>(std::min<uint64_t>(from.size() - in, kStep));
    stream.next_out = size ? to + out : &none;
    stream.avail_out = static_cast<uInt>(std::min<uint64_t>(size - out, kStep));
    uInt hadIn = stream.avail_in, hadOut = stream.avail_out;
    result = inflate(&stream, Z_NO_FLUSH);
    in += hadIn - stream.avail_in;
    out += hadOut - stream.avail_out;
  }
  inflateEnd(&stream);
  if (out != size)
    return Inflated::Damaged;
  if (result == Z_STREAM_END)
    return in == from.size() ? Inflated::All : Inflated::Damaged;
  return result == Z_BUF_ERROR ? Inflated::Part : Inflated::Damaged;
}

/// The content of a member. What went wrong begins with `where`.
absl::StatusOr<Unpacked> Inflate(const ZipMember& member, const std::string& where) {
  std::shared_ptr<uint8_t> content = AllocateBytes(member.size);
  if (!content)
    return NoMemory(where, member.size);
  if (InflateInto(member.data, content.get(), member.size) != Inflated::All ||
      crc32_z(0, content.get(), member.size) != member.crc)
    return absl::InvalidArgumentError(absl::StrCat(where, ": its compressed data are damaged (", member.size,
                                                   " bytes and their CRC expected)"));
  return content;
}

/// The header of a compressed array, of which no more is unpacked than that.
absl::StatusOr<NpyHeader> InflateHeader(const ZipMember& member, const std::string& where) {
  std::vector<uint8_t> begin(std::min<uint64_t>(member.size, kNpyPrefix));
  size_t wanted = begin.size();
  for (int pass = 0; pass < 2; ++pass) {
    begin.resize(wanted);
    if (InflateInto(member.data, begin.data(), wanted) == Inflated::Damaged)
      return absl::InvalidArgumentError(absl::StrCat(where, ": its compressed data are damaged"));
    wanted = std::max<uint64_t>(wanted, std::min<uint64_t>(NpyHeaderBytes(begin), member.size));
  }
  return ParseNpyHeader(begin, member.size, where);
}

/// The array of a member: where its elements lie, or how they get out. The member's bytes stay in the file.
absl::StatusOr<ContentTensor> ReadMember(const ZipMember& member, const std::string& where) {
  absl::StatusOr<NpyHeader> parsed =
      member.deflated ? InflateHeader(member, where) : ParseNpyHeader(member.data, where);
  if (!parsed.ok())
    return parsed.status();
  const NpyHeader& header = *parsed;
  ContentTensor tensor{{header.type, header.shape, header.dataBytes}};
  if (!member.deflated && !header.bigEndian && !header.fortranOrder) {
    tensor.data = member.data.data() + header.dataOffset;
    return tensor;
  }
  tensor.unpack = [member, header, where]() -> absl::StatusOr<Unpacked> {
    Unpacked content;
    const uint8_t* data = member.data.data();
    if (member.deflated) {
      absl::StatusOr<Unpacked> inflated = Inflate(member, where);
      if (!inflated.ok())
        return inflated.status();
      content = *std::move(inflated);
      data = content.get();
    }
    if (!header.bigEndian && !header.fortranOrder)
      return Unpacked(content, data + header.dataOffset);
    std::shared_ptr<uint8_t> turned = AllocateBytes(header.dataBytes);
    if (!turned)
      return NoMemory(where, header.dataBytes);
    CopyElements(header, data + header.dataOffset, turned.get());
    return turned;
  };
  return tensor;
}

} // namespace

absl::StatusOr<Content> ParseNpz(Bytes file, const std::string& path) {
  absl::StatusOr<std::vector<ZipMember>> members = ReadZipDirectory(file, path);
  if (!members.ok())
    return members.status();
  for (const ZipMember& member : *members)
    if (absl::EndsWith(member.name, "/data.pkl") || member.name == "data.pkl")
      return absl::UnimplementedError(
          absl::StrCat(path,
                       ": this is a PyTorch checkpoint, which only Python can read; convert it first: "
                       "tools/pth2safetensors.py ",
                       path, " weights.safetensors"));
  Content content;
  for (const ZipMember& member : *members) {
    std::string where = absl::StrCat(path, ": member ", Quote(member.name));
    if (!absl::EndsWith(member.name, ".npy"))
      return absl::InvalidArgumentError(absl::StrCat(where, ": its name does not end with .npy"));
    std::string name(absl::StripSuffix(member.name, ".npy"));
    if (content.count(name))
      return absl::InvalidArgumentError(absl::StrCat(where, ": the name occurs twice"));
    absl::StatusOr<ContentTensor> tensor = ReadMember(member, where);
    if (!tensor.ok())
      return tensor.status();
    content.emplace(std::move(name), *std::move(tensor));
  }
  return content;
}

} // namespace aic::weights
