/// \file
/// A buffer and the allocation that it fills.
#ifndef AIC_RUNTIME_VULKAN_BUFFER_H
#define AIC_RUNTIME_VULKAN_BUFFER_H

#include "runtime/vulkan/LogicalDevice.h"

namespace aic::runtime::vulkan {

/// What memory is for.
enum class MemoryUse {
  Device,  ///< Shaders alone see it.
  Shared,  ///< Shaders and the host, without copies: on unified devices.
  Report,  ///< Shaders and the host, without copies, wherever it is: for very little that is seldom written.
  Staging, ///< The host writes and reads it; copies go to and from it.
};

class Buffer {
public:
  Buffer() = default;
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;
  ~Buffer() { Destroy(); }

  /// Call once, or again after Destroy. `bytes` > 0. `what` names it in messages: "weights". Mapped unless it
  /// is for the device alone. Errors: AIC_OUT_OF_MEMORY, AIC_UNSUPPORTED (no memory of that kind, a limit),
  /// AIC_DEVICE_LOST.
  aic_status Create(const char* where, LogicalDevice& device, const char* what, uint64_t bytes,
                    MemoryUse use);

  /// Gives back what there is, also of a Create that failed.
  void Destroy();

  /// What the host wrote becomes visible to what is submitted from now on.
  VkResult Flush() const;
  /// What the device wrote, and made visible to the host, becomes visible to the calling thread.
  VkResult Invalidate() const;

  VkBuffer handle() const { return buffer_; }
  uint8_t* data() const { return data_; } ///< NULL unless mapped.
  uint64_t bytes() const { return bytes_; }

private:
  LogicalDevice* device_ = nullptr;
  VkBuffer buffer_ = VK_NULL_HANDLE;
  VkDeviceMemory memory_ = VK_NULL_HANDLE;
  uint8_t* data_ = nullptr;
  uint64_t bytes_ = 0;
  bool counted_ = false;
  bool coherent_ = false;
};

} // namespace aic::runtime::vulkan

#endif // AIC_RUNTIME_VULKAN_BUFFER_H
