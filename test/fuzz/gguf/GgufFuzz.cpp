#include "test/fuzz/WeightFileTarget.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  return fuzzWeightFile(data, size, "fuzz.gguf");
}
