#include "runtime/vulkan/Narrow.h"

#include <cstring>

namespace aic::runtime::vulkan {

namespace {

/// The caller's memory need not be aligned.
int64_t Load(const void* from, uint64_t i) {
  int64_t value;
  memcpy(&value, static_cast<const uint8_t*>(from) + i * sizeof(value), sizeof(value));
  return value;
}
void Store(void* to, uint64_t i, int64_t value) {
  memcpy(static_cast<uint8_t*>(to) + i * sizeof(value), &value, sizeof(value));
}

} // namespace

uint64_t FirstTooWide(schema::ElementType type, const void* from, uint64_t bytes) {
  if (type != schema::ElementType_I64)
    return kNone;
  for (uint64_t i = 0; i < bytes / sizeof(int64_t); ++i)
    if (Load(from, i) < INT32_MIN || Load(from, i) > INT32_MAX)
      return i;
  return kNone;
}

void Narrow(schema::ElementType type, const void* from, uint64_t bytes, void* to) {
  auto* narrow = static_cast<int32_t*>(to);
  if (type == schema::ElementType_I64)
    for (uint64_t i = 0; i < bytes / sizeof(int64_t); ++i)
      narrow[i] = static_cast<int32_t>(Load(from, i));
  else if (type == schema::ElementType_Bool)
    for (uint64_t i = 0; i < bytes; ++i)
      narrow[i] = static_cast<const uint8_t*>(from)[i] != 0;
  else if (bytes) // C++ knows no memcpy from NULL.
    memcpy(to, from, bytes);
}

void Widen(schema::ElementType type, const void* from, void* to, uint64_t bytes) {
  auto* narrow = static_cast<const int32_t*>(from);
  if (type == schema::ElementType_I64)
    for (uint64_t i = 0; i < bytes / sizeof(int64_t); ++i)
      Store(to, i, narrow[i]);
  else if (type == schema::ElementType_Bool)
    for (uint64_t i = 0; i < bytes; ++i)
      static_cast<uint8_t*>(to)[i] = narrow[i] != 0;
  else if (bytes)
    memcpy(to, from, bytes);
}

} // namespace aic::runtime::vulkan
