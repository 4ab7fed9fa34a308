// Any bytes as an .npz file: what is accepted can be read to its last byte.

#include <cstdlib>

#include "frontends/weights/Weights.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace aic::weights;
  absl::StatusOr<std::shared_ptr<WeightFile>> file = WeightFile::Parse(data, size, "fuzz.npz");
  if (!file.ok()) {
    if (file.status().message().empty())
      std::abort();
    return 0;
  }
  for (const auto& [name, tensor] : (*file)->tensors()) {
    if ((*file)->Find(name) != &tensor || tensor.bytes != TensorBytes(tensor.type, tensor.shape).value())
      std::abort();
    volatile uint8_t sink = 0;
    for (size_t i = 0; i < tensor.bytes; ++i)
      sink = sink + tensor.data[i];
  }
  return 0;
}
