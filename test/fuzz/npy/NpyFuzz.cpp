// Any bytes as an .npy file: what is accepted has exactly the elements that its shape says.

#include "frontends/weights/Npy.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace aic::weights;
  absl::StatusOr<Array> array = ParseNpy(data, size, "fuzz.npy");
  if (array.ok() && array->data.size() != TensorBytes(array->type, array->shape).value())
    std::abort();
  if (!array.ok() && array.status().message().empty())
    std::abort();
  return 0;
}
