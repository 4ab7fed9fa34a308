// Pieces of text of the aic dialect.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

namespace aic::test {

inline std::string tensor(const std::vector<int64_t>& shape, const std::string& element = "f32") {
  std::string text = "tensor<";
  for (int64_t size : shape)
    text += std::to_string(size) + "x";
  return text + element + ">";
}

inline std::string array(const std::vector<int64_t>& values) {
  std::string text = "array<i64";
  for (size_t i = 0; i < values.size(); ++i)
    text += (i ? ", " : ": ") + std::to_string(values[i]);
  return text + ">";
}

/// A constant f32 tensor of numbers in [-1, 1] without a pattern.
inline std::string weights(const std::string& name, const std::vector<int64_t>& shape) {
  int64_t count = 1;
  for (int64_t size : shape)
    count *= size;
  std::string hex = "0x";
  uint32_t state = 12345u + static_cast<uint32_t>(count);
  for (int64_t i = 0; i < count; ++i) {
    state = state * 1664525u + 1013904223u;
    float value = static_cast<float>(static_cast<int32_t>(state >> 8) - (1 << 23)) / (1 << 23);
    uint32_t bits;
    std::memcpy(&bits, &value, 4);
    char digits[9];
    std::snprintf(digits, sizeof digits, "%02X%02X%02X%02X", bits & 255, bits >> 8 & 255, bits >> 16 & 255,
                  bits >> 24);
    hex += digits;
  }
  return "  %" + name + " = aic.constant dense<\"" + hex + "\"> : " + tensor(shape) + "\n";
}

/// func.func @f(arguments) -> results { body, return values }.
inline std::string function(const std::string& arguments, const std::string& body, const std::string& values,
                            const std::string& results) {
  return "func.func @f(" + arguments + ") -> (" + results + ") {\n" + body + "  return " + values + " : " +
         results + "\n}\n";
}

} // namespace aic::test
