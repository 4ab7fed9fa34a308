/// \file
/// Elements between the caller's memory and a Vulkan device's, where bool and i64 are i32.
#ifndef AIC_RUNTIME_VULKAN_NARROW_H
#define AIC_RUNTIME_VULKAN_NARROW_H

#include "runtime/schema/artifact_generated.h"

#include <cstdint>

namespace aic::runtime::vulkan {

constexpr uint64_t kNone = UINT64_MAX;

/// The first of `bytes` bytes of i64 elements that an i32 cannot hold, or kNone; kNone for other types.
uint64_t FirstTooWide(schema::ElementType type, const void* from, uint64_t bytes);

/// `bytes` counts the caller's bytes, which need not be aligned: those of `from` here, those of `to` below.
void Narrow(schema::ElementType type, const void* from, uint64_t bytes, void* to);
void Widen(schema::ElementType type, const void* from, void* to, uint64_t bytes);

} // namespace aic::runtime::vulkan

#endif // AIC_RUNTIME_VULKAN_NARROW_H
