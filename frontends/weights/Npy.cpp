#include "frontends/weights/Npy.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "frontends/weights/FileWriter.h"
#include "frontends/weights/NpyHeader.h"

#include <new>

namespace aic::weights {

absl::StatusOr<Array> ParseNpy(const uint8_t* data, size_t size, const std::string& path) {
  absl::StatusOr<NpyHeader> header = ParseNpyHeader(Bytes(data, size), path);
  if (!header.ok())
    return header.status();
  Array array;
  array.type = header->type;
  array.shape = header->shape;
  try {
    array.data.resize(header->dataBytes);
  } catch (const std::bad_alloc&) {
    return absl::UnavailableError(
        absl::StrCat(path, ": not enough memory for ", header->dataBytes, " bytes"));
  }
  CopyElements(*header, data + header->dataOffset, array.data.data());
  return array;
}

NpyFile::NpyFile() = default;

absl::StatusOr<NpyFile> NpyFile::Open(const std::string& path) {
  absl::StatusOr<MappedFile> file = MapFile(path);
  if (!file.ok())
    return file.status();
  absl::StatusOr<NpyHeader> header = ParseNpyHeader(file->bytes, path);
  if (!header.ok())
    return header.status();
  NpyFile opened;
  opened.data_ = file->bytes.data() + header->dataOffset;
  opened.header_ = std::make_shared<const NpyHeader>(*std::move(header));
  opened.mapping_ = std::move(file->owner);
  return opened;
}

ElementType NpyFile::type() const {
  return header_->type;
}
const std::vector<int64_t>& NpyFile::shape() const {
  return header_->shape;
}
size_t NpyFile::bytes() const {
  return header_->dataBytes;
}
void NpyFile::CopyTo(void* out) const {
  CopyElements(*header_, data_, static_cast<uint8_t*>(out));
}

absl::StatusOr<Array> ReadNpy(const std::string& path) {
  absl::StatusOr<MappedFile> file = MapFile(path);
  if (!file.ok())
    return file.status();
  return ParseNpy(file->bytes.data(), file->bytes.size(), path);
}

namespace {

/// NumPy's name of a type, empty for bf16, which has none.
const char* NumpyName(ElementType type) {
  switch (type) {
  case ElementType::F32:
    return "<f4";
  case ElementType::F16:
    return "<f2";
  case ElementType::F64:
    return "<f8";
  case ElementType::Bool:
    return "|b1";
  case ElementType::I8:
    return "|i1";
  case ElementType::U8:
    return "|u1";
  case ElementType::I16:
    return "<i2";
  case ElementType::I32:
    return "<i4";
  case ElementType::I64:
    return "<i8";
  case ElementType::BF16:
    break;
  }
  return "";
}

} // namespace

absl::Status WriteNpy(const std::string& path, ElementType type, absl::Span<const int64_t> shape,
                      const void* data) {
  absl::StatusOr<size_t> bytes = TensorBytes(type, shape);
  if (!bytes.ok())
    return absl::InvalidArgumentError(absl::StrCat(path, ": ", bytes.status().message()));
  std::string name = NumpyName(type);
  if (name.empty())
    return absl::UnimplementedError(
        absl::StrCat(path, ": .npy has no ", ElementName(type), "; cast it to f32 in the model"));
  std::string header = absl::StrCat("{'descr': '", name, "', 'fortran_order': False, 'shape': (",
                                    absl::StrJoin(shape, ", "), shape.size() == 1 ? ",), }" : "), }");
  constexpr size_t kPrefix = 10, kAlignment = 64;
  size_t total = (kPrefix + header.size() + 1 + kAlignment - 1) / kAlignment * kAlignment;
  header.resize(total - kPrefix - 1, ' ');
  header += '\n';
  const char prefix[kPrefix] = {'\x93',
                                'N',
                                'U',
                                'M',
                                'P',
                                'Y',
                                1,
                                0,
                                static_cast<char>(header.size() & 255),
                                static_cast<char>(header.size() >> 8)};
  return WriteFile(path, {Bytes(reinterpret_cast<const uint8_t*>(prefix), kPrefix),
                          Bytes(reinterpret_cast<const uint8_t*>(header.data()), header.size()),
                          Bytes(static_cast<const uint8_t*>(data), *bytes)});
}

} // namespace aic::weights
