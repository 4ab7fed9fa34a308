#include "runtime/vulkan/Buffer.h"

#include "runtime/Failure.h"
#include "runtime/vulkan/Result.h"

namespace aic::runtime::vulkan {

using ull = unsigned long long;

namespace {

struct Wish {
  VkMemoryPropertyFlags required, preferred;
};

Wish WishFor(MemoryUse use) {
  constexpr VkMemoryPropertyFlags kLocal = VK_MEMORY_PROPERTY_DEVICE_LOCAL_BIT,
                                  kVisible = VK_MEMORY_PROPERTY_HOST_VISIBLE_BIT,
                                  kCoherent = VK_MEMORY_PROPERTY_HOST_COHERENT_BIT,
                                  kCached = VK_MEMORY_PROPERTY_HOST_CACHED_BIT;
  switch (use) {
  case MemoryUse::Device:
    return {0, kLocal};
  case MemoryUse::Shared:
    return {kLocal | kVisible, kCached | kCoherent};
  case MemoryUse::Report:
  case MemoryUse::Staging: // Cached before coherent: results are read, and uncached reads are slow.
    return {kVisible, kCached | kCoherent};
  }
  return {};
}

/// The index of the best type among `allowed`, or -1.
int ChooseMemoryType(const VkPhysicalDeviceMemoryProperties& memory, uint32_t allowed, Wish wish) {
  // Types that are special in some other way (protected, lazily allocated) are not for us.
  constexpr VkMemoryPropertyFlags kKnown =
      VK_MEMORY_PROPERTY_DEVICE_LOCAL_BIT | VK_MEMORY_PROPERTY_HOST_VISIBLE_BIT |
      VK_MEMORY_PROPERTY_HOST_COHERENT_BIT | VK_MEMORY_PROPERTY_HOST_CACHED_BIT;
  int best = -1, bestScore = -1;
  for (uint32_t i = 0; i < memory.memoryTypeCount; ++i) {
    VkMemoryPropertyFlags flags = memory.memoryTypes[i].propertyFlags;
    if (!(allowed >> i & 1) || (flags & wish.required) != wish.required || (flags & ~kKnown))
      continue;
    int score = __builtin_popcount(flags & wish.preferred);
    if (score > bestScore) { // The first of equals: drivers list the faster ones first.
      best = static_cast<int>(i);
      bestScore = score;
    }
  }
  return best;
}

} // namespace

aic_status Buffer::Create(const char* where, LogicalDevice& device, const char* what, uint64_t bytes,
                          MemoryUse use) {
  device_ = &device;
  bytes_ = bytes;
  const char* name = device.name();
  VkBufferCreateInfo info = {};
  info.sType = VK_STRUCTURE_TYPE_BUFFER_CREATE_INFO;
  info.size = bytes;
  info.usage = VK_BUFFER_USAGE_TRANSFER_SRC_BIT | VK_BUFFER_USAGE_TRANSFER_DST_BIT;
  if (use != MemoryUse::Staging)
    info.usage |= VK_BUFFER_USAGE_STORAGE_BUFFER_BIT;
  if (VkResult result = device.Note(device.vk.CreateBuffer(device.handle, &info, nullptr, &buffer_))) {
    buffer_ = VK_NULL_HANDLE;
    return FailVulkan(result, "%s: %s: no buffer of %llu bytes for the %s", where, name, ull(bytes), what);
  }
  VkMemoryRequirements needs;
  device.vk.GetBufferMemoryRequirements(device.handle, buffer_, &needs);
  if (needs.size > device.physical.maxAllocationBytes)
    return Fail(AIC_UNSUPPORTED,
                "%s: %s: the %s need an allocation of %llu bytes, its maxMemoryAllocationSize is %llu", where,
                name, what, ull(needs.size), ull(device.physical.maxAllocationBytes));
  const Wish wish = WishFor(use);
  const int type = ChooseMemoryType(device.physical.memory, needs.memoryTypeBits, wish);
  if (type < 0)
    return Fail(AIC_UNSUPPORTED, "%s: %s: has no kind of memory that suits the %s", where, name, what);
  if (!device.CountAllocation())
    return Fail(AIC_OUT_OF_MEMORY,
                "%s: %s: the %s need one allocation more than its maxMemoryAllocationCount of %u", where,
                name, what, device.physical.limits().maxMemoryAllocationCount);
  counted_ = true;
  coherent_ = device.physical.memory.memoryTypes[type].propertyFlags & VK_MEMORY_PROPERTY_HOST_COHERENT_BIT;
  VkMemoryAllocateInfo allocation = {};
  allocation.sType = VK_STRUCTURE_TYPE_MEMORY_ALLOCATE_INFO;
  allocation.allocationSize = needs.size;
  allocation.memoryTypeIndex = static_cast<uint32_t>(type);
  VkResult result = device.Note(device.vk.AllocateMemory(device.handle, &allocation, nullptr, &memory_));
  if (result) {
    memory_ = VK_NULL_HANDLE;
    return FailVulkan(result, "%s: %s: no memory for the %s, %llu bytes", where, name, what, ull(needs.size));
  }
  result = device.Note(device.vk.BindBufferMemory(device.handle, buffer_, memory_, 0));
  if (result == VK_SUCCESS && (wish.required & VK_MEMORY_PROPERTY_HOST_VISIBLE_BIT)) {
    void* data = nullptr;
    result = device.Note(device.vk.MapMemory(device.handle, memory_, 0, VK_WHOLE_SIZE, 0, &data));
    data_ = static_cast<uint8_t*>(data);
  }
  if (result)
    return FailVulkan(result, "%s: %s: the memory for the %s cannot be used", where, name, what);
  return AIC_OK;
}

void Buffer::Destroy() {
  if (buffer_)
    device_->vk.DestroyBuffer(device_->handle, buffer_, nullptr);
  if (memory_) // Unmaps it.
    device_->vk.FreeMemory(device_->handle, memory_, nullptr);
  if (counted_)
    device_->UncountAllocation();
  buffer_ = VK_NULL_HANDLE;
  memory_ = VK_NULL_HANDLE;
  data_ = nullptr;
  counted_ = false;
}

static VkMappedMemoryRange WholeOf(VkDeviceMemory memory) {
  VkMappedMemoryRange range = {};
  range.sType = VK_STRUCTURE_TYPE_MAPPED_MEMORY_RANGE;
  range.memory = memory;
  range.size = VK_WHOLE_SIZE;
  return range;
}

VkResult Buffer::Flush() const {
  if (coherent_ || !data_)
    return VK_SUCCESS;
  VkMappedMemoryRange range = WholeOf(memory_);
  return device_->Note(device_->vk.FlushMappedMemoryRanges(device_->handle, 1, &range));
}

VkResult Buffer::Invalidate() const {
  if (coherent_ || !data_)
    return VK_SUCCESS;
  VkMappedMemoryRange range = WholeOf(memory_);
  return device_->Note(device_->vk.InvalidateMappedMemoryRanges(device_->handle, 1, &range));
}

} // namespace aic::runtime::vulkan
