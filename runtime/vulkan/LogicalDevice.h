/// \file
/// A logical device and its one compute queue.
#ifndef AIC_RUNTIME_VULKAN_LOGICALDEVICE_H
#define AIC_RUNTIME_VULKAN_LOGICALDEVICE_H

#include "runtime/aic.h"
#include "runtime/vulkan/Loader.h"
#include "runtime/vulkan/PhysicalDevice.h"

#include <atomic>
#include <pthread.h>

namespace aic::runtime::vulkan {

class LogicalDevice {
public:
  explicit LogicalDevice(const PhysicalDevice& physicalDevice) : physical(physicalDevice) {}
  LogicalDevice(const LogicalDevice&) = delete;
  LogicalDevice& operator=(const LogicalDevice&) = delete;
  ~LogicalDevice();

  /// Call once. Errors: those of Vulkan.
  aic_status Create(const char* where, const InstanceFunctions& functions);

  /// Submits `commands`, in order, `fence` (or VK_NULL_HANDLE) to be signalled after them. Any thread.
  VkResult Submit(const VkCommandBuffer* commands, uint32_t count, VkFence fence);
  /// Waits until the queue is empty: after a failure midway. Any thread.
  void WaitIdle();

  /// One allocation more; false where maxMemoryAllocationCount is reached. Any thread.
  bool CountAllocation();
  void UncountAllocation() { allocations_.fetch_sub(1, std::memory_order_relaxed); }

  const char* name() const { return physical.name(); }
  /// Once any call has said so: the device is of no use any more, to any session.
  bool lost() const { return lost_.load(std::memory_order_relaxed); }
  /// Returns `result`, and remembers it if the device is lost.
  VkResult Note(VkResult result) {
    if (result == VK_ERROR_DEVICE_LOST)
      lost_.store(true, std::memory_order_relaxed);
    return result;
  }

  const PhysicalDevice physical;
  DeviceFunctions vk;
  VkDevice handle = VK_NULL_HANDLE;
  uint32_t references = 0; ///< Instance's, under its lock.

private:
  VkQueue queue_ = VK_NULL_HANDLE;
  pthread_mutex_t queueMutex_ = PTHREAD_MUTEX_INITIALIZER; ///< Vulkan wants one thread at a time at a queue.
  std::atomic<uint32_t> allocations_{0};
  std::atomic<bool> lost_{false};
};

} // namespace aic::runtime::vulkan

#endif // AIC_RUNTIME_VULKAN_LOGICALDEVICE_H
