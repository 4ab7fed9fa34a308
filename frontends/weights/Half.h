// The value of a number in 16 bits.
#ifndef AIC_FRONTENDS_WEIGHTS_HALF_H
#define AIC_FRONTENDS_WEIGHTS_HALF_H

#include <cmath>
#include <cstdint>
#include <limits>

namespace aic::weights {

/// Of IEEE 754 binary16, which f32 holds exactly; what is no number becomes a quiet one.
inline float FromHalf(uint16_t bits) {
  const int exponent = bits >> 10 & 31, fraction = bits & 1023;
  float value;
  if (exponent == 31)
    value = fraction ? std::numeric_limits<float>::quiet_NaN() : std::numeric_limits<float>::infinity();
  else
    value =
        std::ldexp(static_cast<float>(exponent ? fraction | 1024 : fraction), (exponent ? exponent : 1) - 25);
  return bits >> 15 ? -value : value;
}

} // namespace aic::weights

#endif
