#include "test/onnx/Arrays.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <dirent.h>
#include <fstream>
#include <iterator>
#include <onnx/onnx_pb.h>
#include <optional>

namespace aic::onnx::test {
namespace {

using ::onnx::TensorProto;
using weights::ElementType;

std::optional<ElementType> typeOf(int type) {
  switch (type) {
  case TensorProto::FLOAT:
    return ElementType::F32;
  case TensorProto::FLOAT16:
    return ElementType::F16;
  case TensorProto::BFLOAT16:
    return ElementType::BF16;
  case TensorProto::DOUBLE:
    return ElementType::F64;
  case TensorProto::BOOL:
    return ElementType::Bool;
  case TensorProto::INT8:
    return ElementType::I8;
  case TensorProto::UINT8:
    return ElementType::U8;
  case TensorProto::INT16:
    return ElementType::I16;
  case TensorProto::INT32:
    return ElementType::I32;
  case TensorProto::INT64:
    return ElementType::I64;
  default:
    return std::nullopt;
  }
}

template <typename Field> void append(const Field& values, size_t width, std::vector<uint8_t>& bytes) {
  for (auto value : values) {
    const auto* at = reinterpret_cast<const uint8_t*>(&value);
    bytes.insert(bytes.end(), at, at + width);
  }
}

double halfToDouble(uint16_t bits, int exponentBits) {
  int mantissaBits = 15 - exponentBits, bias = (1 << (exponentBits - 1)) - 1;
  int exponent = (bits >> mantissaBits) & ((1 << exponentBits) - 1),
      mantissa = bits & ((1 << mantissaBits) - 1);
  double sign = bits & 0x8000 ? -1 : 1;
  if (exponent == (1 << exponentBits) - 1)
    return mantissa ? NAN : sign * INFINITY;
  double fraction = std::ldexp(mantissa, -mantissaBits);
  return exponent ? sign * std::ldexp(1 + fraction, exponent - bias) : sign * std::ldexp(fraction, 1 - bias);
}

template <typename T> double load(const uint8_t* at) {
  T value;
  std::memcpy(&value, at, sizeof value);
  return static_cast<double>(value);
}

double element(const Array& array, size_t i) {
  const uint8_t* at = array.bytes.data() + i * weights::ElementBytes(array.type);
  switch (array.type) {
  case ElementType::F32:
    return load<float>(at);
  case ElementType::F64:
    return load<double>(at);
  case ElementType::F16:
    return halfToDouble(static_cast<uint16_t>(load<uint16_t>(at)), 5);
  case ElementType::BF16:
    return halfToDouble(static_cast<uint16_t>(load<uint16_t>(at)), 8);
  case ElementType::Bool:
  case ElementType::U8:
    return load<uint8_t>(at);
  case ElementType::I8:
    return load<int8_t>(at);
  case ElementType::I16:
    return load<int16_t>(at);
  case ElementType::I32:
    return load<int32_t>(at);
  case ElementType::I64:
    return load<int64_t>(at);
  }
  return 0;
}

bool isFloat(ElementType type) {
  return type == ElementType::F32 || type == ElementType::F64 || type == ElementType::F16 ||
         type == ElementType::BF16;
}

} // namespace

bool toArray(const TensorProto& tensor, int declared, Array& array) {
  bool isBrain = declared == TensorProto::BFLOAT16 && tensor.data_type() == TensorProto::UINT16;
  std::optional<ElementType> type = typeOf(isBrain ? declared : tensor.data_type());
  if (!type)
    return false;
  array.type = *type;
  array.shape.assign(tensor.dims().begin(), tensor.dims().end());
  size_t width = weights::ElementBytes(*type), count = 1;
  for (int64_t size : array.shape)
    count *= static_cast<size_t>(size);
  if (tensor.has_raw_data())
    array.bytes.assign(tensor.raw_data().begin(), tensor.raw_data().end());
  else if (*type == ElementType::F32)
    append(tensor.float_data(), width, array.bytes);
  else if (*type == ElementType::F64)
    append(tensor.double_data(), width, array.bytes);
  else if (*type == ElementType::I64)
    append(tensor.int64_data(), width, array.bytes);
  else
    append(tensor.int32_data(), width, array.bytes);
  return array.bytes.size() == count * width;
}

std::string difference(const Array& found, const Array& expected) {
  if (found.type != expected.type || found.shape != expected.shape)
    return "it is " + weights::TypeString(found.type, found.shape) + ", expected " +
           weights::TypeString(expected.type, expected.shape);
  size_t count = expected.bytes.size() / weights::ElementBytes(expected.type);
  if (found.bytes.size() != expected.bytes.size())
    return "it has another size";
  if (!isFloat(expected.type))
    if (found.bytes == expected.bytes)
      return "";
  // bfloat16 has 8 bits, and the tests' own values are cut off instead of rounded: one unit of the last.
  double relative = expected.type == ElementType::BF16 ? 1.0 / 128 : 1e-3;
  for (size_t i = 0; i < count; ++i) {
    double a = element(found, i), b = element(expected, i);
    bool near = a == b || (std::isnan(a) && std::isnan(b));
    if (isFloat(expected.type))
      near |= std::abs(a - b) <= 1e-7 + relative * std::abs(b);
    if (!near)
      return "element " + std::to_string(i) + " is " + std::to_string(a) + ", expected " + std::to_string(b);
  }
  return "";
}

std::vector<std::string> entries(const std::string& folder) {
  std::vector<std::string> names;
  if (DIR* open = opendir(folder.c_str())) {
    while (dirent* entry = readdir(open))
      if (entry->d_name[0] != '.')
        names.push_back(entry->d_name);
    closedir(open);
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string readFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace aic::onnx::test
