// What the readers of this room share: the content of one file of tensors, and little-endian numbers.

#ifndef AIC_FRONTENDS_WEIGHTS_FORMATS_H
#define AIC_FRONTENDS_WEIGHTS_FORMATS_H

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "frontends/weights/MappedFile.h"
#include "frontends/weights/Weights.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace aic::weights {

/// Memory of its own for a tensor's elements.
using Unpacked = std::shared_ptr<const uint8_t>;

struct ContentTensor {
  TensorInfo info;
  const uint8_t* data = nullptr; // where they lie in the file as they are wanted; else null
  /// Where they do not. The file must still be there.
  std::function<absl::StatusOr<Unpacked>()> unpack = nullptr;
  /// Blocks as kernels may read them; null where there are none.
  std::function<absl::StatusOr<Blocks>()> blocks = nullptr;
};
using Content = std::map<std::string, ContentTensor>;

/// The format of huggingface/safetensors: u64 length of the header, a JSON header, the tensors.
absl::StatusOr<Content> ParseSafetensors(Bytes file, const std::string& path);

/// A zip file whose members are NAME.npy.
absl::StatusOr<Content> ParseNpz(Bytes file, const std::string& path);

/// llama.cpp's format; tensors have the names and the order that checkpoints have (Gguf.h), blocks are
/// unpacked to f32.
absl::StatusOr<Content> ParseGguf(Bytes file, const std::string& path);

/// An unsigned little-endian number; the caller has checked that it lies inside.
template <typename T> T LoadLe(const uint8_t* data) {
  T value = 0;
  for (size_t i = 0; i < sizeof(T); ++i)
    value |= static_cast<T>(static_cast<T>(data[i]) << (8 * i));
  return value;
}

/// A name out of a file for a message: quoted, escaped, cut where it is long.
std::string Quote(absl::string_view name);

/// Memory that reports failure instead of throwing; null when there is not enough.
std::shared_ptr<uint8_t> AllocateBytes(size_t size);

} // namespace aic::weights

#endif
