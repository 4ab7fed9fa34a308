#include "tools/aic/Print.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "tools/aic/Numbers.h"

#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstring>

namespace aic::tool {

namespace {

using weights::ElementType;

template <typename T> std::string shortest(T value) {
  char text[64];
  return std::string(text, std::to_chars(text, text + sizeof text, value).ptr);
}

} // namespace

Summary summarise(const Buffer& buffer) {
  Summary summary;
  double sum = 0;
  bool first = true;
  summary.count = elementCount(buffer);
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
    return loadInteger(buffer, i) ? "true" : "false";
  if (buffer.type() == ElementType::F64)
    return shortest(loadNumber(buffer, i));
  return isFloat(buffer.type()) ? shortest(loadFloat(buffer, i)) : shortest(loadInteger(buffer, i));
}

std::string describeValues(const Buffer& buffer) {
  constexpr uint64_t kAll = 64, kFirst = 8;
  std::string text = buffer.describe() + "\n";
  uint64_t count = elementCount(buffer);
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
        values.push_back(loadInteger(buffer, i) != 0);
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
