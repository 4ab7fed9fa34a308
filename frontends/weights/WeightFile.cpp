#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "frontends/weights/Formats.h"
#include "frontends/weights/MappedFile.h"
#include "frontends/weights/Weights.h"

#include <cstring>

namespace aic::weights {

WeightFile::WeightFile() = default;
WeightFile::~WeightFile() = default;

namespace {

bool StartsWith(Bytes file, absl::string_view magic) {
  return file.size() >= magic.size() && std::memcmp(file.data(), magic.data(), magic.size()) == 0;
}

absl::StatusOr<Content> ParseContent(Bytes file, const std::string& path) {
  if (file.empty())
    return absl::InvalidArgumentError(absl::StrCat(path, ": the file is empty"));
  // Byte 8 of a .safetensors file opens its header; in a zip it is a compression method, in a pickle no '{'
  // is likely.
  if (file.size() > 8 && file[8] == '{' && !StartsWith(file, "\x93NUMPY"))
    return ParseSafetensors(file, path);
  if (StartsWith(file, "PK\x03\x04") || StartsWith(file, "PK\x05\x06"))
    return ParseNpz(file, path);
  if (StartsWith(file, "\x93NUMPY"))
    return absl::InvalidArgumentError(absl::StrCat(
        path,
        ": this is one .npy array without a name; weights are .safetensors or .npz (numpy.savez) files"));
  if (StartsWith(file, "\x80\x02"))
    return absl::UnimplementedError(
        absl::StrCat(path,
                     ": this is a Python pickle, an old PyTorch checkpoint perhaps; convert it first: "
                     "tools/pth2safetensors.py ",
                     path, " weights.safetensors"));
  return ParseSafetensors(file, path);
}

} // namespace

absl::StatusOr<std::shared_ptr<WeightFile>> WeightFile::Parse(const uint8_t* data, size_t size,
                                                              const std::string& path) {
  absl::StatusOr<Content> content = ParseContent(Bytes(data, size), path);
  if (!content.ok())
    return content.status();
  std::shared_ptr<WeightFile> file(new WeightFile());
  file->tensors_ = std::move(content->tensors);
  file->owned_ = std::move(content->owned);
  return file;
}

absl::StatusOr<std::shared_ptr<WeightFile>> WeightFile::Open(const std::string& path) {
  absl::StatusOr<MappedFile> mapped = MapFile(path);
  if (!mapped.ok())
    return mapped.status();
  absl::StatusOr<std::shared_ptr<WeightFile>> file = Parse(mapped->bytes.data(), mapped->bytes.size(), path);
  if (file.ok())
    (*file)->mapping_ = std::move(mapped->owner);
  return file;
}

const TensorView* WeightFile::Find(absl::string_view name) const {
  auto found = tensors_.find(std::string(name));
  return found == tensors_.end() ? nullptr : &found->second;
}

} // namespace aic::weights
