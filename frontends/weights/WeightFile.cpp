#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "frontends/weights/Formats.h"
#include "frontends/weights/MappedFile.h"
#include "frontends/weights/Weights.h"

#include <cstring>
#include <mutex>

namespace aic::weights {

struct WeightFile::Source {
  std::mutex mutex;
  const uint8_t* data = nullptr; // null: not unpacked yet
  std::function<absl::StatusOr<Unpacked>()> unpack;
  std::function<absl::StatusOr<Blocks>()> blocks;
  Unpacked owned;
};

WeightFile::WeightFile() = default;
WeightFile::~WeightFile() = default;

namespace {

bool StartsWith(Bytes file, absl::string_view magic) {
  return file.size() >= magic.size() && std::memcmp(file.data(), magic.data(), magic.size()) == 0;
}

absl::StatusOr<Content> ParseContent(Bytes file, const std::string& path) {
  if (file.empty())
    return absl::InvalidArgumentError(absl::StrCat(path, ": the file is empty"));
  if (StartsWith(file, "GGUF"))
    return ParseGguf(file, path);
  // Byte 8 of a .safetensors file opens its header; in a zip it is a compression method, in a pickle no '{'
  // is likely.
  if (file.size() > 8 && file[8] == '{' && !StartsWith(file, "\x93NUMPY"))
    return ParseSafetensors(file, path);
  if (StartsWith(file, "PK\x03\x04") || StartsWith(file, "PK\x05\x06"))
    return ParseNpz(file, path);
  if (StartsWith(file, "\x93NUMPY"))
    return absl::InvalidArgumentError(
        absl::StrCat(path, ": this is one .npy array without a name; weights are .safetensors, .npz "
                           "(numpy.savez) or .gguf files"));
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
  for (auto& [name, tensor] : *content) {
    file->tensors_.emplace(name, tensor.info);
    auto source = std::make_unique<Source>();
    source->data = tensor.data;
    source->unpack = std::move(tensor.unpack);
    source->blocks = std::move(tensor.blocks);
    file->sources_.emplace(name, std::move(source));
  }
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

const TensorInfo* WeightFile::Find(absl::string_view name) const {
  auto found = tensors_.find(std::string(name));
  return found == tensors_.end() ? nullptr : &found->second;
}

absl::StatusOr<TensorData> WeightFile::Load(absl::string_view name) const {
  const TensorInfo* info = Find(name);
  if (!info)
    return absl::NotFoundError(absl::StrCat("there is no tensor ", Quote(name)));
  Source& source = *sources_.at(std::string(name));
  std::lock_guard<std::mutex> lock(source.mutex);
  if (!source.data) {
    absl::StatusOr<Unpacked> unpacked = source.unpack();
    if (!unpacked.ok())
      return unpacked.status();
    source.owned = *std::move(unpacked);
    source.data = source.owned.get();
  }
  return TensorData(source.data, info->bytes);
}

bool WeightFile::HasBlocks(absl::string_view name) const {
  auto found = sources_.find(std::string(name));
  return found != sources_.end() && found->second->blocks != nullptr;
}

absl::StatusOr<Blocks> WeightFile::LoadBlocks(absl::string_view name) const {
  if (!HasBlocks(name))
    return absl::NotFoundError(absl::StrCat("there is no tensor of blocks ", Quote(name)));
  return sources_.at(std::string(name))->blocks();
}

} // namespace aic::weights
