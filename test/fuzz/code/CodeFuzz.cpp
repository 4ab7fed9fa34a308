// Any bytes as a code section. What is accepted is placed in memory, and its kernels must lie in its code;
// they are not run. That it is placed at all is the fuzz target's whole point: relocations write where the
// bytes say.
#include "runtime/cpu/CodeImage.h"

#include <cstdlib>
#include <cstring>
#include <initializer_list>

using aic::runtime::cpu::CodeImage;

static void Expect(bool condition) {
  if (!condition)
    abort();
}

static void Load(const uint8_t* bytes, size_t size, uint64_t pageBytes, uint32_t kernels) {
  CodeImage image("code");
  if (image.ReadHeaders(bytes, size, pageBytes) != AIC_OK)
    return Expect(*aic_last_error());
  Expect(image.span() > 0 && image.span() % pageBytes == 0 && image.span() <= size + 600 * 1024);
  Expect(image.codeBegin() <= image.codeEnd() && image.codeEnd() <= image.span());
  auto* memory = static_cast<uint8_t*>(aligned_alloc(pageBytes, image.span()));
  memset(memory, 0, image.span());
  const aic_kernel_table* table;
  if (image.Place(bytes, memory) == AIC_OK && image.FindTable(memory, kernels, &table) == AIC_OK)
    for (uint32_t i = 0; i < kernels; ++i) {
      auto* kernel = reinterpret_cast<uint8_t*>(table->functions[i]);
      Expect(kernel >= memory + image.codeBegin() && kernel < memory + image.codeEnd());
    }
  aic::runtime::cpu::Part unwind;
  if (image.FindUnwindTable(memory, &unwind) == AIC_OK)
    Expect(unwind.address <= image.span() && unwind.bytes <= image.span() - unwind.address);
  free(memory);
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  for (uint64_t pageBytes : {4096, 65536})
    for (uint32_t kernels : {0, 1, 2})
      Load(data, size, pageBytes, kernels);
  return 0;
}
