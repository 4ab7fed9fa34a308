// The blocks that llama.cpp stores weights in: so many elements with scales of their own, as ggml-quants.c
// defines them.

#ifndef AIC_FRONTENDS_WEIGHTS_GGUFBLOCKS_H
#define AIC_FRONTENDS_WEIGHTS_GGUFBLOCKS_H

#include <cstddef>
#include <cstdint>

namespace aic::weights {

/// A type of quantised blocks. Elements are what the block says in f32: products and sums rounded once each.
struct GgufBlock {
  uint32_t type;    ///< ggml_type
  const char* name; ///< as llama.cpp calls it: "Q4_0"
  size_t elements, bytes;
  void (*unpack)(const uint8_t* block, float* out);
  /// Where 32 elements are whole numbers with a sign times one scale of f16, its first two bytes: their bits,
  /// 8 or 4, and how they become bytes, of 4 bits two neighbours in one. Else 0 and null.
  int bits = 0;
  void (*pack)(const uint8_t* block, uint8_t* out) = nullptr;
};

/// The block of a ggml_type; null where it is none of these.
const GgufBlock* FindGgufBlock(uint32_t type);

} // namespace aic::weights

#endif
