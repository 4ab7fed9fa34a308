#include "tools/aic/Print.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstring>

namespace aic::tool {

namespace {

using weights::ElementType;

template <typename T> T load(const Buffer& buffer, uint64_t i) {
  T value;
  std::memcpy(&value, static_cast<const char*>(buffer.data.get()) + i * sizeof(T), sizeof(T));
  return value;
}

float fromBf16(uint16_t bits) {
  uint32_t wide = static_cast<uint32_t>(bits) << 16;
  float value;
  std::memcpy(&value, &wide, sizeof value);
  return value;
}

float fromF16(uint16_t bits) {
  int exponent = (bits >> 10) & 31, mantissa = bits & 1023;
  float magnitude = exponent == 31  ? (mantissa ? NAN : INFINITY)
                    : exponent == 0 ? std::ldexp(static_cast<float>(mantissa), -24)
                                    : std::ldexp(static_cast<float>(mantissa + 1024), exponent - 25);
  return bits & 0x8000 ? -magnitude : magnitude;
}

bool isFloat(ElementType type) {
  return type == ElementType::F32 || type == ElementType::F16 || type == ElementType::BF16 ||
         type == ElementType::F64;
}

int64_t loadInteger(const Buffer& buffer, uint64_t i) {
  switch (buffer.type()) {
  case ElementType::I8:
    return load<int8_t>(buffer, i);
  case ElementType::Bool:
  case ElementType::U8:
    return load<uint8_t>(buffer, i);
  case ElementType::I16:
    return load<int16_t>(buffer, i);
  case ElementType::I32:
    return load<int32_t>(buffer, i);
  default:
    return load<int64_t>(buffer, i);
  }
}

/// f16, bf16 and f32 as float: their shortest text is that of their own precision or a little longer.
float loadFloat(const Buffer& buffer, uint64_t i) {
  switch (buffer.type()) {
  case ElementType::F16:
    return fromF16(load<uint16_t>(buffer, i));
  case ElementType::BF16:
    return fromBf16(load<uint16_t>(buffer, i));
  default:
    return load<float>(buffer, i);
  }
}

double loadNumber(const Buffer& buffer, uint64_t i) {
  if (buffer.type() == ElementType::F64)
    return load<double>(buffer, i);
  return isFloat(buffer.type()) ? loadFloat(buffer, i) : static_cast<double>(loadInteger(buffer, i));
}

uint64_t elements(const Buffer& buffer) {
  return buffer.info.bytes / weights::ElementBytes(buffer.type());
}

template <typename T> std::string shortest(T value) {
  char text[64];
  return std::string(text, std::to_chars(text, text + sizeof text, value).ptr);
}

} // namespace

Summary summarise(const Buffer& buffer) {
  Summary summary;
  double sum = 0;
  bool first = true;
  summary.count = elements(buffer);
  for (uint64_t i = 0; i < summary.count; ++i) {
    double value = loadNumber(buffer, i);
    if (std::isnan(value)) {
      ++summary.nans;
      continue;
    }
    if (first || value > summary.max) {
      summary.max = value;
      summary.argmax = i;
    }
    if (first || value < summary.min)
      summary.min = value;
    first = false;
    sum += value;
  }
  if (!first)
    summary.mean = sum / static_cast<double>(summary.count - summary.nans);
  return summary;
}

std::string elementText(const Buffer& buffer, uint64_t i) {
  if (buffer.type() == ElementType::Bool)
    return load<uint8_t>(buffer, i) ? "true" : "false";
  if (buffer.type() == ElementType::F64)
    return shortest(load<double>(buffer, i));
  return isFloat(buffer.type()) ? shortest(loadFloat(buffer, i)) : shortest(loadInteger(buffer, i));
}

std::string describeValues(const Buffer& buffer) {
  constexpr uint64_t kAll = 64, kFirst = 8;
  std::string text = buffer.describe() + "\n";
  uint64_t count = elements(buffer);
  if (count > kAll) {
    Summary s = summarise(buffer);
    absl::StrAppendFormat(&text, "  min %g  max %g (at %u)  mean %g", s.min, s.max, s.argmax, s.mean);
    if (s.nans)
      absl::StrAppendFormat(&text, "  NaN %u times", s.nans);
    text += "\n ";
    for (uint64_t i = 0; i < kFirst; ++i)
      absl::StrAppend(&text, " ", elementText(buffer, i));
    absl::StrAppend(&text, " ... (", withCommas(count), " numbers; --output writes them all)\n");
    return text;
  }
  uint64_t row = buffer.info.rank ? static_cast<uint64_t>(buffer.shape().back()) : 1;
  for (uint64_t i = 0; i < count; ++i)
    absl::StrAppend(&text, i % row == 0 ? "  " : " ", elementText(buffer, i), (i + 1) % row == 0 ? "\n" : "");
  return text;
}

nlohmann::ordered_json valuesToJson(const Buffer& buffer) {
  constexpr uint64_t kAll = 100000;
  nlohmann::ordered_json json;
  json["name"] = buffer.info.name;
  json["type"] = weights::ElementName(buffer.type());
  json["shape"] = std::vector<int64_t>(buffer.shape().begin(), buffer.shape().end());
  Summary s = summarise(buffer);
  if (s.count <= kAll) {
    auto& values = json["values"] = nlohmann::ordered_json::array();
    for (uint64_t i = 0; i < s.count; ++i) {
      if (buffer.type() == ElementType::Bool)
        values.push_back(load<uint8_t>(buffer, i) != 0);
      else if (isFloat(buffer.type()))
        values.push_back(loadNumber(buffer, i));
      else
        values.push_back(loadInteger(buffer, i));
    }
  }
  if (s.count > s.nans) {
    json["min"] = s.min;
    json["max"] = s.max;
    json["mean"] = s.mean;
    json["argmax"] = s.argmax;
  }
  json["nan_count"] = s.nans;
  return json;
}

std::string withCommas(uint64_t number) {
  std::string digits = std::to_string(number);
  for (size_t at = digits.size(); at > 3;)
    digits.insert(at -= 3, ",");
  return digits;
}

std::string operatorText(const aic_dispatch_info& dispatch, const aic_kernel_info& kernel) {
  std::string text = std::string(dispatch.name) + "  " + kernel.name;
  return *dispatch.location ? text + "  " + dispatch.location : text;
}

void printJson(const nlohmann::ordered_json& json) {
  std::string text = json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace);
  std::fprintf(stdout, "%s\n", text.c_str());
}

} // namespace aic::tool
