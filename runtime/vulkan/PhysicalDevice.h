/// \file
/// One of Vulkan's physical devices: what it is, what it can do, and whether this runtime can use it.
#ifndef AIC_RUNTIME_VULKAN_PHYSICALDEVICE_H
#define AIC_RUNTIME_VULKAN_PHYSICALDEVICE_H

#include "runtime/vulkan/Loader.h"

#include <cstdint>

namespace aic::runtime::vulkan {

/// Plain data, filled by Read.
struct PhysicalDevice {
  VkPhysicalDevice handle;
  VkPhysicalDeviceProperties properties;
  VkPhysicalDeviceMemoryProperties memory;
  uint32_t subgroupSize;       ///< 0: no subgroup operations in compute shaders.
  bool subgroupArithmetic;     ///< The basic and the arithmetic ones.
  bool unified;                ///< The host sees the device's memory: nothing need be copied.
  uint32_t queueFamily;        ///< One with a compute queue.
  uint32_t timestampBits;      ///< Of that family; 0: no timestamps.
  uint64_t maxAllocationBytes; ///< Of one allocation.
  uint64_t maxBufferBytes;     ///< Of one buffer.
  char driver[640];            ///< Name, information and version of the driver.
  char reason[256];            ///< Why the device cannot be used, or "".

  /// `instanceVersion`: what the instance was made for.
  void Read(const InstanceFunctions& functions, VkPhysicalDevice device, uint32_t instanceVersion);

  const char* name() const { return properties.deviceName; }
  const VkPhysicalDeviceLimits& limits() const { return properties.limits; }
  bool usable() const { return !*reason; }
  /// Computes on the CPU: shared memory is plain memory there, and barriers cost.
  bool software() const { return properties.deviceType == VK_PHYSICAL_DEVICE_TYPE_CPU; }

private:
  void ReadProperties(const InstanceFunctions& functions, uint32_t instanceVersion);
  void ReadQueues(const InstanceFunctions& functions);
  void ReadMemory(const InstanceFunctions& functions);
};

} // namespace aic::runtime::vulkan

#endif // AIC_RUNTIME_VULKAN_PHYSICALDEVICE_H
