// `--weights random:SEED`, rule 10 of the graph language. README.md has the same in numpy.

#include "absl/strings/match.h"
#include "frontends/weights/Weights.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace aic::weights {

namespace {

uint64_t Fnv1a64(absl::string_view text) {
  uint64_t hash = 0xcbf29ce484222325;
  for (char c : text)
    hash = (hash ^ static_cast<uint8_t>(c)) * 0x100000001b3;
  return hash;
}

uint64_t SplitMix64(uint64_t x) {
  uint64_t z = x + 0x9E3779B97F4A7C15;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
  return z ^ (z >> 31);
}

/// value = offset + scale * u, with u in [-1, 1).
struct Distribution {
  double offset;
  double scale;
};

Distribution DistributionOf(absl::string_view name, absl::Span<const int64_t> shape) {
  if (absl::EndsWith(name, "running_var"))
    return {1.0, 0.5};
  if (shape.size() >= 2) {
    double fanIn = 1;
    for (int64_t size : shape.subspan(1))
      fanIn *= static_cast<double>(size);
    return {0.0, std::sqrt(3.0 / fanIn)};
  }
  if (shape.size() == 1 && absl::EndsWith(name, "weight"))
    return {1.0, 0.2};
  return {0.0, 0.1};
}

/// Rounds once, to nearest even, to a 16-bit format with `mantissa` stored bits and the exponent range from
/// `minExponent`. |value| < 2^15 here, so nothing overflows.
uint16_t RoundTo16(double value, int mantissa, int minExponent, int bias) {
  uint16_t sign = std::signbit(value) ? 0x8000 : 0;
  value = std::fabs(value);
  if (value == 0)
    return sign;
  int exponent = std::max(std::ilogb(value), minExponent);
  // An integer below 2^(mantissa+1): multiples of the last place. nearbyint rounds to nearest even.
  auto units = static_cast<uint32_t>(std::nearbyint(std::ldexp(value, mantissa - exponent)));
  // A carry out of the mantissa moves into the exponent by itself; a subnormal has units < 2^mantissa.
  uint32_t bits = units + (static_cast<uint32_t>(exponent + bias - 1) << mantissa);
  return sign | static_cast<uint16_t>(bits);
}

template <typename T, typename Round>
void Fill(uint64_t start, size_t count, Distribution d, char* out, Round round) {
#pragma STDC FP_CONTRACT OFF // NumPy rounds the product before the sum
  for (size_t i = 0; i < count; ++i) {
    double u = static_cast<double>(SplitMix64(start + i) >> 40) / 8388608.0 - 1.0;
    T value = round(d.offset + d.scale * u);
    std::memcpy(out + i * sizeof(T), &value, sizeof(T));
  }
}

/// Fills `out` with offset + scale * u(i), rounded once to the element type.
void FillAs(uint64_t seed, absl::string_view name, absl::Span<const int64_t> shape, ElementType type,
            Distribution d, void* out) {
  absl::StatusOr<size_t> bytes = TensorBytes(type, shape);
  if (!bytes.ok())
    return;
  size_t count = *bytes / ElementBytes(type);
  uint64_t start = seed ^ Fnv1a64(name);
  char* to = static_cast<char*>(out);
  switch (type) {
  case ElementType::F32:
    return Fill<float>(start, count, d, to, [](double v) { return static_cast<float>(v); });
  case ElementType::F64:
    return Fill<double>(start, count, d, to, [](double v) { return v; });
  case ElementType::F16:
    return Fill<uint16_t>(start, count, d, to, [](double v) { return RoundTo16(v, 10, -14, 15); });
  case ElementType::BF16:
    return Fill<uint16_t>(start, count, d, to, [](double v) { return RoundTo16(v, 7, -126, 127); });
  case ElementType::Bool:
    return Fill<uint8_t>(start, count, d, to, [](double v) { return std::nearbyint(v) != 0; });
  case ElementType::I8:
    return Fill<int8_t>(start, count, d, to, [](double v) { return static_cast<int8_t>(std::nearbyint(v)); });
  case ElementType::U8: // negative values wrap, as NumPy's cast through int64 does
    return Fill<uint8_t>(start, count, d, to, [](double v) {
      return static_cast<uint8_t>(static_cast<int64_t>(std::nearbyint(v)));
    });
  case ElementType::I16:
    return Fill<int16_t>(start, count, d, to,
                         [](double v) { return static_cast<int16_t>(std::nearbyint(v)); });
  case ElementType::I32:
    return Fill<int32_t>(start, count, d, to,
                         [](double v) { return static_cast<int32_t>(std::nearbyint(v)); });
  case ElementType::I64:
    return Fill<int64_t>(start, count, d, to,
                         [](double v) { return static_cast<int64_t>(std::nearbyint(v)); });
  }
}

} // namespace

void FillRandom(uint64_t seed, absl::string_view name, absl::Span<const int64_t> shape, ElementType type,
                void* out) {
  FillAs(seed, name, shape, type, DistributionOf(name, shape), out);
}

void FillUniform(uint64_t seed, absl::string_view name, absl::Span<const int64_t> shape, ElementType type,
                 void* out) {
  switch (type) {
  case ElementType::F32:
  case ElementType::F16:
  case ElementType::BF16:
  case ElementType::F64:
    return FillAs(seed, name, shape, type, {0.0, 1.0}, out);
  default: // to nearest even: u / 2 + 0.5 is at least 0.5 where u >= 0, so push it past the half
    return FillAs(seed, name, shape, type, {0.5 + 1e-9, 0.5}, out);
  }
}

} // namespace aic::weights
