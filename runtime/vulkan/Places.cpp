#include "runtime/vulkan/Places.h"

#include "runtime/Failure.h"
#include "runtime/vulkan/Narrow.h"

#include <cstring>

namespace aic::runtime::vulkan {

using ull = unsigned long long;

aic_status AssignPlaces(const char* where, LogicalDevice& device, const char* what, Placement& placement) {
  // A page less, as a driver may round a buffer's size up.
  constexpr uint64_t kPage = 65536;
  const PhysicalDevice& physical = device.physical;
  const uint64_t most = physical.maxBufferBytes < physical.maxAllocationBytes ? physical.maxBufferBytes
                                                                              : physical.maxAllocationBytes;
  bool memory = true;
  if (const Piece* piece = placement.Assign(most > 2 * kPage ? most - kPage : most, &memory))
    return Fail(
        AIC_UNSUPPORTED,
        "%s: %s: %llu bytes of %s must lie together, and the device's maxMemoryAllocationSize is %llu, "
        "its maxBufferSize %llu",
        where, device.name(), ull(piece->end - piece->begin), what, ull(physical.maxAllocationBytes),
        ull(physical.maxBufferBytes));
  return memory ? AIC_OK : Fail(AIC_OUT_OF_MEMORY, "%s: memory is short", where);
}

aic_status AllocateBuffers(const char* where, LogicalDevice& device, const char* what,
                           const Array<uint64_t>& sizes, MemoryUse use, List<Buffer>& buffers,
                           uint64_t* bytes) {
  if (!buffers.Allocate(sizes.size()))
    return Fail(AIC_OUT_OF_MEMORY, "%s: memory is short", where);
  for (size_t i = 0; i < buffers.size(); ++i) {
    if (aic_status status = buffers[i].Create(where, device, what, sizes[i], use))
      return status;
    *bytes += buffers[i].bytes();
  }
  return AIC_OK;
}

aic_status CheckElements(const char* where, const char* kind, uint32_t index, const schema::Tensor& tensor,
                         const void* data, uint64_t bytes) {
  const uint64_t place = FirstTooWide(tensor.type(), data, bytes);
  if (place == kNone)
    return AIC_OK;
  int64_t value;
  memcpy(&value, static_cast<const char*>(data) + place * sizeof(value), sizeof(value));
  return Fail(
      AIC_UNSUPPORTED,
      "%s: %s %u (%s): element %llu is %lld, which does not fit in the 32 bits that integers have on Vulkan",
      where, kind, index, tensor.name()->c_str(), ull(place), static_cast<long long>(value));
}

} // namespace aic::runtime::vulkan
