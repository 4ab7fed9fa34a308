// Any bytes as an .npy and as an idx file: what is accepted has exactly the elements that its shape says.

#include "frontends/weights/Idx.h"
#include "frontends/weights/Npy.h"

#include <cstdlib>

namespace {

void check(const absl::StatusOr<aic::weights::Array>& array) {
  if (array.ok() && array->data.size() != aic::weights::TensorBytes(array->type, array->shape).value())
    std::abort();
  if (!array.ok() && array.status().message().empty())
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  check(aic::weights::ParseNpy(data, size, "fuzz.npy"));
  check(aic::weights::ParseIdx(data, size, "fuzz.idx"));
  return 0;
}
