#include "tools/aic/Numbers.h"

#include "frontends/weights/Half.h"

#include <cmath>
#include <cstring>
#include <limits>

namespace aic::tool {

namespace {

using weights::ElementType;

template <typename T> T load(const void* data, uint64_t i) {
  T value;
  std::memcpy(&value, static_cast<const char*>(data) + i * sizeof(T), sizeof(T));
  return value;
}

template <typename T> void store(Buffer& buffer, uint64_t i, T value) {
  std::memcpy(static_cast<char*>(buffer.data.get()) + i * sizeof(T), &value, sizeof(T));
}

float fromBf16(uint16_t bits) {
  uint32_t wide = static_cast<uint32_t>(bits) << 16;
  float value;
  std::memcpy(&value, &wide, sizeof value);
  return value;
}

int64_t integerAt(ElementType type, const void* data, uint64_t i) {
  switch (type) {
  case ElementType::I8:
    return load<int8_t>(data, i);
  case ElementType::Bool:
  case ElementType::U8:
    return load<uint8_t>(data, i);
  case ElementType::I16:
    return load<int16_t>(data, i);
  case ElementType::I32:
    return load<int32_t>(data, i);
  default:
    return load<int64_t>(data, i);
  }
}

float floatAt(ElementType type, const void* data, uint64_t i) {
  switch (type) {
  case ElementType::F16:
    return weights::FromHalf(load<uint16_t>(data, i));
  case ElementType::BF16:
    return fromBf16(load<uint16_t>(data, i));
  default:
    return load<float>(data, i);
  }
}

} // namespace

bool isFloat(ElementType type) {
  return type == ElementType::F32 || type == ElementType::F16 || type == ElementType::BF16 ||
         type == ElementType::F64;
}

uint64_t elementCount(const Buffer& buffer) {
  return buffer.info.bytes / weights::ElementBytes(buffer.type());
}

int64_t loadInteger(const Buffer& buffer, uint64_t i) {
  return integerAt(buffer.type(), buffer.data.get(), i);
}

int64_t loadInteger(ElementType type, const void* data, uint64_t i) {
  return integerAt(type, data, i);
}

float loadFloat(const Buffer& buffer, uint64_t i) {
  return floatAt(buffer.type(), buffer.data.get(), i);
}

double loadNumber(const Buffer& buffer, uint64_t i) {
  return loadNumber(buffer.type(), buffer.data.get(), i);
}

double loadNumber(ElementType type, const void* data, uint64_t i) {
  if (type == ElementType::F64)
    return load<double>(data, i);
  return isFloat(type) ? floatAt(type, data, i) : static_cast<double>(integerAt(type, data, i));
}

std::vector<double> loadNumbers(const Buffer& buffer) {
  std::vector<double> numbers(elementCount(buffer));
  for (uint64_t i = 0; i < numbers.size(); ++i)
    numbers[i] = loadNumber(buffer, i);
  return numbers;
}

bool canStore(ElementType type) {
  return type != ElementType::F16 && type != ElementType::BF16;
}

bool canHold(ElementType type, double value) {
  if (type == ElementType::F64)
    return std::isfinite(value);
  if (isFloat(type))
    return std::fabs(value) <= std::numeric_limits<float>::max();
  const bool isSigned = type != ElementType::Bool && type != ElementType::U8;
  const int bits = type == ElementType::Bool ? 1 : static_cast<int>(8 * weights::ElementBytes(type));
  const double beyond = std::ldexp(1, isSigned ? bits - 1 : bits);
  return value == std::floor(value) && value < beyond && value >= (isSigned ? -beyond : 0);
}

void storeNumber(Buffer& buffer, uint64_t i, double value) {
  switch (buffer.type()) {
  case ElementType::F64:
    return store(buffer, i, value);
  case ElementType::Bool:
    return store(buffer, i, static_cast<uint8_t>(value != 0));
  case ElementType::I8:
    return store(buffer, i, static_cast<int8_t>(value));
  case ElementType::U8:
    return store(buffer, i, static_cast<uint8_t>(value));
  case ElementType::I16:
    return store(buffer, i, static_cast<int16_t>(value));
  case ElementType::I32:
    return store(buffer, i, static_cast<int32_t>(value));
  case ElementType::I64:
    return store(buffer, i, static_cast<int64_t>(value));
  default:
    return store(buffer, i, static_cast<float>(value));
  }
}

} // namespace aic::tool
