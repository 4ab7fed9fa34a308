/// \file
/// libvulkan, found when it is needed, and the functions that this device calls.
///
/// A table of our own and not volk's: volk defines a global variable for each of Vulkan's functions, by the
/// function's name; a program that links libaic_runtime_static.a and uses Vulkan itself would call into them.
#ifndef AIC_RUNTIME_VULKAN_LOADER_H
#define AIC_RUNTIME_VULKAN_LOADER_H

#define VK_NO_PROTOTYPES
#include <cstddef>
#include <vulkan/vulkan_core.h>

namespace aic::runtime::vulkan {

// Grouped by what they are asked of: nothing, an instance, a device.
#define AIC_VULKAN_GLOBAL(X)                                                                                 \
  X(CreateInstance)                                                                                          \
  X(EnumerateInstanceVersion)
#define AIC_VULKAN_INSTANCE(X)                                                                               \
  X(CreateDevice)                                                                                            \
  X(DestroyInstance)                                                                                         \
  X(EnumeratePhysicalDevices)                                                                                \
  X(GetDeviceProcAddr)                                                                                       \
  X(GetPhysicalDeviceMemoryProperties)                                                                       \
  X(GetPhysicalDeviceProperties)                                                                             \
  X(GetPhysicalDeviceProperties2)                                                                            \
  X(GetPhysicalDeviceQueueFamilyProperties)
#define AIC_VULKAN_DEVICE(X)                                                                                 \
  X(AllocateCommandBuffers)                                                                                  \
  X(AllocateDescriptorSets)                                                                                  \
  X(AllocateMemory)                                                                                          \
  X(BeginCommandBuffer)                                                                                      \
  X(BindBufferMemory)                                                                                        \
  X(CmdBindDescriptorSets)                                                                                   \
  X(CmdBindPipeline)                                                                                         \
  X(CmdCopyBuffer)                                                                                           \
  X(CmdDispatch)                                                                                             \
  X(CmdDispatchBase)                                                                                         \
  X(CmdPipelineBarrier)                                                                                      \
  X(CmdResetQueryPool)                                                                                       \
  X(CmdWriteTimestamp)                                                                                       \
  X(CreateBuffer)                                                                                            \
  X(CreateCommandPool)                                                                                       \
  X(CreateComputePipelines)                                                                                  \
  X(CreateDescriptorPool)                                                                                    \
  X(CreateDescriptorSetLayout)                                                                               \
  X(CreateFence)                                                                                             \
  X(CreatePipelineCache)                                                                                     \
  X(CreatePipelineLayout)                                                                                    \
  X(CreateQueryPool)                                                                                         \
  X(CreateShaderModule)                                                                                      \
  X(DestroyBuffer)                                                                                           \
  X(DestroyCommandPool)                                                                                      \
  X(DestroyDescriptorPool)                                                                                   \
  X(DestroyDescriptorSetLayout)                                                                              \
  X(DestroyDevice)                                                                                           \
  X(DestroyFence)                                                                                            \
  X(DestroyPipeline)                                                                                         \
  X(DestroyPipelineCache)                                                                                    \
  X(DestroyPipelineLayout)                                                                                   \
  X(DestroyQueryPool)                                                                                        \
  X(DestroyShaderModule)                                                                                     \
  X(EndCommandBuffer)                                                                                        \
  X(FlushMappedMemoryRanges)                                                                                 \
  X(FreeMemory)                                                                                              \
  X(GetBufferMemoryRequirements)                                                                             \
  X(GetDeviceQueue)                                                                                          \
  X(GetPipelineCacheData)                                                                                    \
  X(GetQueryPoolResults)                                                                                     \
  X(InvalidateMappedMemoryRanges)                                                                            \
  X(MapMemory)                                                                                               \
  X(QueueSubmit)                                                                                             \
  X(QueueWaitIdle)                                                                                           \
  X(ResetFences)                                                                                             \
  X(UpdateDescriptorSets)                                                                                    \
  X(WaitForFences)

#define AIC_VULKAN_POINTER(name) PFN_vk##name name = nullptr;

/// libvulkan.so.1, loaded into the process.
class Library {
public:
  Library() = default;
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
  ~Library();

  /// False where it cannot be loaded; `problem` then says why and what to do. Call once.
  bool Load(char* problem, size_t problemBytes);

  PFN_vkGetInstanceProcAddr GetInstanceProcAddr = nullptr;
  AIC_VULKAN_GLOBAL(AIC_VULKAN_POINTER)

private:
  void* handle_ = nullptr;
};

struct InstanceFunctions {
  /// The name of a function that is missing, or nullptr.
  const char* Load(const Library& library, VkInstance instance);
  AIC_VULKAN_INSTANCE(AIC_VULKAN_POINTER)
};

struct DeviceFunctions {
  /// The name of a function that is missing, or nullptr.
  const char* Load(const InstanceFunctions& functions, VkDevice device);
  AIC_VULKAN_DEVICE(AIC_VULKAN_POINTER)
};

#undef AIC_VULKAN_POINTER

} // namespace aic::runtime::vulkan

#endif // AIC_RUNTIME_VULKAN_LOADER_H
