/// \file
/// The list of Vulkan's devices, usable or not.
#include "runtime/Failure.h"
#include "runtime/vulkan/Device.h"
#include "runtime/vulkan/Instance.h"

#include <cstdio>

namespace aic::runtime::vulkan {

static const char* TypeName(VkPhysicalDeviceType type) {
  switch (type) {
  case VK_PHYSICAL_DEVICE_TYPE_INTEGRATED_GPU:
    return "integrated GPU";
  case VK_PHYSICAL_DEVICE_TYPE_DISCRETE_GPU:
    return "discrete GPU";
  case VK_PHYSICAL_DEVICE_TYPE_VIRTUAL_GPU:
    return "virtual GPU";
  case VK_PHYSICAL_DEVICE_TYPE_CPU:
    return "CPU";
  default:
    return "other";
  }
}

static void Describe(const PhysicalDevice& device, DeviceEntry& entry) {
  snprintf(entry.name, sizeof(entry.name), "%s", device.name());
  snprintf(entry.driver, sizeof(entry.driver), "%s", device.driver);
  snprintf(entry.reason, sizeof(entry.reason), "%s", device.reason);
  const VkPhysicalDeviceLimits& limits = device.limits();
  const uint32_t version = device.properties.apiVersion;
  aic_device_info& info = entry.info;
  info.kind = AIC_TARGET_VULKAN;
  info.type = TypeName(device.properties.deviceType);
  info.usable = device.usable();
  info.api_version[0] = VK_API_VERSION_MAJOR(version);
  info.api_version[1] = VK_API_VERSION_MINOR(version);
  info.api_version[2] = VK_API_VERSION_PATCH(version);
  info.subgroup_size = device.subgroupSize;
  info.subgroup_arithmetic = device.subgroupArithmetic;
  info.max_workgroup_invocations = limits.maxComputeWorkGroupInvocations;
  info.max_shared_bytes = limits.maxComputeSharedMemorySize;
  info.max_storage_buffers = limits.maxPerStageDescriptorStorageBuffers;
  info.max_storage_buffer_bytes = limits.maxStorageBufferRange;
  for (uint32_t i = 0; i < device.memory.memoryHeapCount; ++i)
    if ((device.memory.memoryHeaps[i].flags & VK_MEMORY_HEAP_DEVICE_LOCAL_BIT) &&
        device.memory.memoryHeaps[i].size > info.memory_bytes)
      info.memory_bytes = device.memory.memoryHeaps[i].size;
  info.unified_memory = device.unified;
  info.timestamps = device.timestampBits > 0;
}

aic_status ListDevices(uint32_t skip, Array<DeviceEntry>& devices, char (&problem)[256]) {
  Instance* instance;
  aic_status status = Instance::Acquire(&instance, problem);
  if (status == AIC_OUT_OF_MEMORY)
    return Fail(status, "the devices cannot be listed: %s", problem);
  const uint32_t count = instance ? instance->devices().size() : 0;
  const bool memory = devices.Allocate(skip + count);
  for (uint32_t i = 0; memory && i < count; ++i)
    Describe(instance->devices()[i], devices[skip + i]);
  if (instance)
    instance->Release();
  return memory ? AIC_OK : Fail(AIC_OUT_OF_MEMORY, "no memory for a list of devices");
}

} // namespace aic::runtime::vulkan
