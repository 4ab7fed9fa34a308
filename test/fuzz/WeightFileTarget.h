// What the fuzz targets of .safetensors and .npz do: the content decides which reader gets the bytes, so each
// starts from seeds of its own format.
#pragma once

#include "frontends/weights/Weights.h"

#include <cstdlib>

/// Parses; what is accepted must be readable to its last byte, and of the size that its shape says.
inline int fuzzWeightFile(const uint8_t* data, size_t size, const char* name) {
  using namespace aic::weights;
  absl::StatusOr<std::shared_ptr<WeightFile>> file = WeightFile::Parse(data, size, name);
  if (!file.ok()) {
    if (file.status().message().empty())
      std::abort();
    return 0;
  }
  for (const auto& [tensorName, tensor] : (*file)->tensors()) {
    if ((*file)->Find(tensorName) != &tensor ||
        tensor.bytes != TensorBytes(tensor.type, tensor.shape).value())
      std::abort();
    absl::StatusOr<TensorData> loaded = (*file)->Load(tensorName);
    if (!loaded.ok()) { // a compressed member that is damaged after its header
      if (loaded.status().message().empty())
        std::abort();
      continue;
    }
    if (loaded->size() != tensor.bytes)
      std::abort();
    volatile uint8_t sink = 0;
    for (uint8_t byte : *loaded)
      sink = sink + byte;
  }
  return 0;
}
