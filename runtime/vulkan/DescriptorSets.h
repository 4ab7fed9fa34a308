/// \file
/// Descriptor sets: which bytes each dispatch binds, said once.
#ifndef AIC_RUNTIME_VULKAN_DESCRIPTORSETS_H
#define AIC_RUNTIME_VULKAN_DESCRIPTORSETS_H

#include "runtime/Memory.h"
#include "runtime/vulkan/LogicalDevice.h"

namespace aic::runtime::vulkan {

class DescriptorSets {
public:
  DescriptorSets() = default;
  DescriptorSets(const DescriptorSets&) = delete;
  DescriptorSets& operator=(const DescriptorSets&) = delete;
  ~DescriptorSets();

  /// Room for `sets` sets with `buffers` storage buffers in all. Call once.
  VkResult Create(LogicalDevice& device, uint32_t sets, uint32_t buffers);
  /// A set of `layout` that binds `buffers`, in their order.
  VkResult Add(VkDescriptorSetLayout layout, const VkDescriptorBufferInfo* buffers, uint32_t count,
               VkDescriptorSet* set);

private:
  LogicalDevice* device_ = nullptr;
  VkDescriptorPool pool_ = VK_NULL_HANDLE;
};

} // namespace aic::runtime::vulkan

#endif // AIC_RUNTIME_VULKAN_DESCRIPTORSETS_H
