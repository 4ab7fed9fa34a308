/// \file
/// Buffers for what a Placement places, and the checks of what goes into them.
#ifndef AIC_RUNTIME_VULKAN_PLACES_H
#define AIC_RUNTIME_VULKAN_PLACES_H

#include "runtime/schema/artifact_generated.h"
#include "runtime/vulkan/Buffer.h"
#include "runtime/vulkan/List.h"
#include "runtime/vulkan/Placement.h"

namespace aic::runtime::vulkan {

/// Gives the pieces their places in buffers that the device can have. Errors: AIC_UNSUPPORTED (a piece that
/// is larger), AIC_OUT_OF_MEMORY.
aic_status AssignPlaces(const char* where, LogicalDevice& device, const char* what, Placement& placement);

/// Makes buffers of these sizes, and adds what they take to `bytes`. Errors: those of Buffer.
aic_status AllocateBuffers(const char* where, LogicalDevice& device, const char* what,
                           const Array<uint64_t>& sizes, MemoryUse use, List<Buffer>& buffers,
                           uint64_t* bytes);

/// Whether every i64 of `bytes` bytes at `data` fits in the device's 32 bits. `kind`, `index`: "input",
/// which. Errors: AIC_UNSUPPORTED, which names the element.
aic_status CheckElements(const char* where, const char* kind, uint32_t index, const schema::Tensor& tensor,
                         const void* data, uint64_t bytes);

} // namespace aic::runtime::vulkan

#endif // AIC_RUNTIME_VULKAN_PLACES_H
