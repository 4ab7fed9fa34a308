#include "runtime/vulkan/Narrow.h"

#include <cstring>

namespace aic::runtime::vulkan {

uint64_t FirstTooWide(schema::ElementType type, const void* from, uint64_t bytes) {
  if (type != schema::ElementType_I64)
    return kNone;
  auto* values = static_cast<const int64_t*>(from);
  for (uint64_t i = 0; i < bytes / sizeof(int64_t); ++i)
    if (values[i] < INT32_MIN || values[i] > INT32_MAX)
      return i;
  return kNone;
}

void Narrow(schema::ElementType type, const void* from, uint64_t bytes, void* to) {
  auto* narrow = static_cast<int32_t*>(to);
  if (type == schema::ElementType_I64)
    for (uint64_t i = 0; i < bytes / sizeof(int64_t); ++i)
      narrow[i] = static_cast<int32_t>(static_cast<const int64_t*>(from)[i]);
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
      static_cast<int64_t*>(to)[i] = narrow[i];
  else if (type == schema::ElementType_Bool)
    for (uint64_t i = 0; i < bytes; ++i)
      static_cast<uint8_t*>(to)[i] = narrow[i] != 0;
  else if (bytes)
    memcpy(to, from, bytes);
}

} // namespace aic::runtime::vulkan
