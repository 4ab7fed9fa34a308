#include "frontends/weights/GgufBlocks.h"

#include "frontends/weights/Formats.h"
#include "frontends/weights/Half.h"

#include <cstring>

namespace aic::weights {

namespace {

/// The f16 that stands there.
float Half(const uint8_t* at) {
  return FromHalf(LoadLe<uint16_t>(at));
}

/// 32 elements of 4 bits, the low halves first; a fifth bit of each where `high` says so. d · (q − zero), and
/// m where there is one.
void UnpackHalves(const uint8_t* q, const uint32_t* high, int zero, float d, const float* m, float* out) {
  for (int i = 0; i < 16; ++i) {
    int low = q[i] & 15, top = q[i] >> 4;
    if (high) {
      low |= static_cast<int>(*high >> i & 1) << 4;
      top |= static_cast<int>(*high >> (i + 16) & 1) << 4;
    }
    out[i] = static_cast<float>(low - zero) * d;
    out[i + 16] = static_cast<float>(top - zero) * d;
    if (m) {
      out[i] += *m;
      out[i + 16] += *m;
    }
  }
}

void UnpackQ4_0(const uint8_t* block, float* out) {
  UnpackHalves(block + 2, nullptr, 8, Half(block), nullptr, out);
}
void UnpackQ4_1(const uint8_t* block, float* out) {
  const float m = Half(block + 2);
  UnpackHalves(block + 4, nullptr, 0, Half(block), &m, out);
}
void UnpackQ5_0(const uint8_t* block, float* out) {
  const uint32_t high = LoadLe<uint32_t>(block + 2);
  UnpackHalves(block + 6, &high, 16, Half(block), nullptr, out);
}
void UnpackQ5_1(const uint8_t* block, float* out) {
  const uint32_t high = LoadLe<uint32_t>(block + 4);
  const float m = Half(block + 2);
  UnpackHalves(block + 8, &high, 0, Half(block), &m, out);
}
void UnpackQ8_0(const uint8_t* block, float* out) {
  const float d = Half(block);
  for (int i = 0; i < 32; ++i)
    out[i] = static_cast<float>(static_cast<int8_t>(block[2 + i])) * d;
}

/// A number less 8 is what its four bits are with a sign once the highest is turned over.
void PackQ4_0(const uint8_t* block, uint8_t* out) {
  auto number = [&](int i) { return (i < 16 ? block[2 + i] & 15 : block[2 + i - 16] >> 4) ^ 8; };
  for (int i = 0; i < 16; ++i)
    out[i] = static_cast<uint8_t>(number(2 * i) | number(2 * i + 1) << 4);
}
void PackQ8_0(const uint8_t* block, uint8_t* out) {
  std::memcpy(out, block + 2, 32);
}

/// Scale and minimum of part `i` of 8, each of 6 bits, out of 12 bytes.
void ScaleAndMin(const uint8_t* packed, int i, int& scale, int& min) {
  if (i < 4) {
    scale = packed[i] & 63;
    min = packed[i + 4] & 63;
  } else {
    scale = (packed[i + 4] & 15) | (packed[i - 4] >> 6) << 4;
    min = packed[i + 4] >> 4 | (packed[i] >> 6) << 4;
  }
}

/// 256 elements: 8 parts of 32, each with a scale and a minimum; pairs of parts share bytes. `high` has the
/// fifth bits, a bit of each byte for a part; or null.
void UnpackParts(const uint8_t* block, const uint8_t* high, const uint8_t* q, float* out) {
  const float d = Half(block), dmin = Half(block + 2);
  for (int part = 0; part < 8; ++part) {
    int scale, min;
    ScaleAndMin(block + 4, part, scale, min);
    const float factor = d * static_cast<float>(scale), least = dmin * static_cast<float>(min);
    for (int i = 0; i < 32; ++i) {
      const uint8_t pair = q[part / 2 * 32 + i];
      int value = part % 2 ? pair >> 4 : pair & 15;
      if (high)
        value |= (high[i] >> part & 1) << 4;
      const float product = factor * static_cast<float>(value);
      out[part * 32 + i] = product - least;
    }
  }
}
void UnpackQ4_K(const uint8_t* block, float* out) {
  UnpackParts(block, nullptr, block + 16, out);
}
void UnpackQ5_K(const uint8_t* block, float* out) {
  UnpackParts(block, block + 16, block + 48, out);
}

/// 256 elements of 6 bits: 128 bytes with the low four, 64 with the high two, 16 scales of 8 bits, d.
void UnpackQ6_K(const uint8_t* block, float* out) {
  const uint8_t *low = block, *high = block + 128, *scales = block + 192;
  const float d = Half(block + 208);
  for (int half = 0; half < 2; ++half, low += 64, high += 32, scales += 8)
    for (int quarter = 0; quarter < 4; ++quarter)
      for (int i = 0; i < 32; ++i) {
        const uint8_t pair = low[quarter % 2 * 32 + i];
        const int q = (quarter < 2 ? pair & 15 : pair >> 4) | (high[i] >> (2 * quarter) & 3) << 4;
        const int scale = static_cast<int8_t>(scales[quarter * 2 + i / 16]);
        out[half * 128 + quarter * 32 + i] = d * static_cast<float>(scale) * static_cast<float>(q - 32);
      }
}

constexpr GgufBlock kBlocks[] = {
    {2, "Q4_0", 32, 18, UnpackQ4_0, 4, PackQ4_0},
    {3, "Q4_1", 32, 20, UnpackQ4_1},
    {6, "Q5_0", 32, 22, UnpackQ5_0},
    {7, "Q5_1", 32, 24, UnpackQ5_1},
    {8, "Q8_0", 32, 34, UnpackQ8_0, 8, PackQ8_0},
    {12, "Q4_K", 256, 144, UnpackQ4_K},
    {13, "Q5_K", 256, 176, UnpackQ5_K},
    {14, "Q6_K", 256, 210, UnpackQ6_K},
};

} // namespace

const GgufBlock* FindGgufBlock(uint32_t type) {
  for (const GgufBlock& block : kBlocks)
    if (block.type == type)
      return &block;
  return nullptr;
}

} // namespace aic::weights
