#include "runtime/vulkan/PhysicalDevice.h"

#include "runtime/schema/Prelude.h"

#include <cstdio>

namespace aic::runtime::vulkan {

static constexpr uint32_t kNoFamily = UINT32_MAX;

/// The driver's version, in the encoding of Vulkan's own versions, which all but NVIDIA use.
struct VersionText {
  VersionText(uint32_t vendor, uint32_t version) {
    if (vendor == 0x10de)
      snprintf(text, sizeof(text), "version %u.%u", version >> 22, version >> 14 & 0xff);
    else
      snprintf(text, sizeof(text), "version %u.%u.%u", VK_API_VERSION_MAJOR(version),
               VK_API_VERSION_MINOR(version), VK_API_VERSION_PATCH(version));
  }
  char text[48];
};

void PhysicalDevice::ReadProperties(const InstanceFunctions& functions, uint32_t instanceVersion) {
  functions.GetPhysicalDeviceProperties(handle, &properties);
  const uint32_t version = properties.apiVersion < instanceVersion ? properties.apiVersion : instanceVersion;
  const VersionText driverVersion(properties.vendorID, properties.driverVersion);
  if (version < VK_API_VERSION_1_1) {
    snprintf(driver, sizeof(driver), "%s", driverVersion.text);
    return;
  }
  VkPhysicalDeviceSubgroupProperties subgroup = {};
  subgroup.sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_SUBGROUP_PROPERTIES;
  VkPhysicalDeviceMaintenance3Properties allocation = {};
  allocation.sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_MAINTENANCE_3_PROPERTIES;
  VkPhysicalDeviceDriverProperties driverProperties = {};
  driverProperties.sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_DRIVER_PROPERTIES;
  VkPhysicalDeviceMaintenance4Properties buffer = {};
  buffer.sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_MAINTENANCE_4_PROPERTIES;
  VkPhysicalDeviceProperties2 all = {};
  all.sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_PROPERTIES_2;
  all.pNext = &subgroup;
  subgroup.pNext = &allocation;
  if (version >= VK_API_VERSION_1_2)
    allocation.pNext = &driverProperties;
  if (version >= VK_API_VERSION_1_3)
    driverProperties.pNext = &buffer;
  functions.GetPhysicalDeviceProperties2(handle, &all);

  constexpr VkSubgroupFeatureFlags kBasic = VK_SUBGROUP_FEATURE_BASIC_BIT,
                                   kBoth = kBasic | VK_SUBGROUP_FEATURE_ARITHMETIC_BIT;
  bool compute = subgroup.supportedStages & VK_SHADER_STAGE_COMPUTE_BIT;
  subgroupSize = compute && (subgroup.supportedOperations & kBasic) ? subgroup.subgroupSize : 0;
  subgroupArithmetic = compute && (subgroup.supportedOperations & kBoth) == kBoth;
  maxAllocationBytes = allocation.maxMemoryAllocationSize;
  // Older devices say nothing about buffers; one of them is in one allocation, so that is its bound.
  maxBufferBytes = buffer.maxBufferSize && buffer.maxBufferSize < maxAllocationBytes ? buffer.maxBufferSize
                                                                                     : maxAllocationBytes;
  if (*driverProperties.driverName)
    snprintf(driver, sizeof(driver), "%s%s%s, %s", driverProperties.driverName,
             *driverProperties.driverInfo ? ", " : "", driverProperties.driverInfo, driverVersion.text);
  else
    snprintf(driver, sizeof(driver), "%s", driverVersion.text);
}

void PhysicalDevice::ReadQueues(const InstanceFunctions& functions) {
  VkQueueFamilyProperties families[32];
  uint32_t count = sizeof(families) / sizeof(families[0]);
  functions.GetPhysicalDeviceQueueFamilyProperties(handle, &count, families);
  queueFamily = kNoFamily;
  // One without graphics, if there is one: there nothing of the screen's waits for us.
  for (uint32_t i = 0; i < count; ++i) {
    if (!(families[i].queueFlags & VK_QUEUE_COMPUTE_BIT) || families[i].queueCount == 0)
      continue;
    bool graphics = families[i].queueFlags & VK_QUEUE_GRAPHICS_BIT;
    if (queueFamily == kNoFamily || !graphics) {
      queueFamily = i;
      timestampBits = families[i].timestampValidBits;
      if (!graphics)
        break;
    }
  }
}

void PhysicalDevice::ReadMemory(const InstanceFunctions& functions) {
  functions.GetPhysicalDeviceMemoryProperties(handle, &memory);
  constexpr VkMemoryPropertyFlags kShared =
      VK_MEMORY_PROPERTY_DEVICE_LOCAL_BIT | VK_MEMORY_PROPERTY_HOST_VISIBLE_BIT;
  bool shared = false, all = true;
  for (uint32_t i = 0; i < memory.memoryTypeCount; ++i)
    shared |= (memory.memoryTypes[i].propertyFlags & kShared) == kShared;
  for (uint32_t i = 0; i < memory.memoryHeapCount; ++i)
    all &= (memory.memoryHeaps[i].flags & VK_MEMORY_HEAP_DEVICE_LOCAL_BIT) != 0;
  // A discrete GPU may show the host a window of its memory, too; behind that window is a bus.
  unified = shared && (all || software() || properties.deviceType == VK_PHYSICAL_DEVICE_TYPE_INTEGRATED_GPU);
}

void PhysicalDevice::Read(const InstanceFunctions& functions, VkPhysicalDevice device,
                          uint32_t instanceVersion) {
  *this = {};
  handle = device;
  ReadProperties(functions, instanceVersion);
  ReadQueues(functions);
  ReadMemory(functions);

  const uint32_t version = properties.apiVersion;
  if (version < VK_API_VERSION_1_1)
    snprintf(reason, sizeof(reason), "it has Vulkan %u.%u, and 1.1 is needed", VK_API_VERSION_MAJOR(version),
             VK_API_VERSION_MINOR(version));
  else if (queueFamily == kNoFamily)
    snprintf(reason, sizeof(reason), "it has no compute queue");
  else if (limits().minStorageBufferOffsetAlignment > schema::kVulkanBufferAlignment)
    snprintf(reason, sizeof(reason),
             "its minStorageBufferOffsetAlignment is %llu, and more than %u is not supported",
             static_cast<unsigned long long>(limits().minStorageBufferOffsetAlignment),
             schema::kVulkanBufferAlignment);
  else if (limits().maxBoundDescriptorSets < 1)
    snprintf(reason, sizeof(reason), "its maxBoundDescriptorSets is 0");
}

} // namespace aic::runtime::vulkan
