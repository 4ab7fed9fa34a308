// .npz: a zip file of NAME.npy members, as numpy.savez (stored: used in place) and savez_compressed
// (deflated: into memory of its own) write it.

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "frontends/weights/Formats.h"
#include "frontends/weights/NpyHeader.h"
#include "frontends/weights/ZipDirectory.h"

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

/// Inflates a raw deflate stream into exactly `size` bytes. False: the stream is broken or has another
/// length.
bool Inflate(Bytes from, uint8_t* to, uint64_t size) {
  z_stream stream = {};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
    return false;
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
  return result == Z_STREAM_END && in == from.size() && out == size;
}

uint32_t Crc(const uint8_t* data, uint64_t size) {
  return static_cast<uint32_t>(crc32_z(0, data, size));
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
    if (content.tensors.count(name))
      return absl::InvalidArgumentError(absl::StrCat(where, ": the name occurs twice"));
    auto memoryError = [&](uint64_t size) {
      return absl::UnavailableError(absl::StrCat(where, ": not enough memory for ", size, " bytes"));
    };

    Bytes npy = member.data;
    if (member.deflated) {
      std::shared_ptr<uint8_t> inflated = AllocateBytes(member.size);
      if (!inflated)
        return memoryError(member.size);
      if (!Inflate(member.data, inflated.get(), member.size) ||
          Crc(inflated.get(), member.size) != member.crc)
        return absl::InvalidArgumentError(absl::StrCat(where, ": its compressed data are damaged (",
                                                       member.size, " bytes and their CRC expected)"));
      npy = Bytes(inflated.get(), member.size);
      content.owned.push_back(std::move(inflated));
    }
    absl::StatusOr<NpyHeader> header = ParseNpyHeader(npy, where);
    if (!header.ok())
      return header.status();
    const uint8_t* data = npy.data() + header->dataOffset;
    if (header->bigEndian || header->fortranOrder) {
      std::shared_ptr<uint8_t> copy = AllocateBytes(header->dataBytes);
      if (!copy)
        return memoryError(header->dataBytes);
      CopyElements(*header, data, copy.get());
      data = copy.get();
      content.owned.push_back(std::move(copy));
    }
    content.tensors.emplace(std::move(name),
                            TensorView{header->type, header->shape, data, header->dataBytes});
  }
  return content;
}

} // namespace aic::weights
