#include "runtime/vulkan/DescriptorSets.h"

namespace aic::runtime::vulkan {

VkResult DescriptorSets::Create(LogicalDevice& device, uint32_t sets, uint32_t buffers) {
  device_ = &device;
  const VkDescriptorPoolSize size = {VK_DESCRIPTOR_TYPE_STORAGE_BUFFER, buffers ? buffers : 1};
  VkDescriptorPoolCreateInfo info = {};
  info.sType = VK_STRUCTURE_TYPE_DESCRIPTOR_POOL_CREATE_INFO;
  info.maxSets = sets ? sets : 1;
  info.poolSizeCount = 1;
  info.pPoolSizes = &size;
  VkResult result = device.Note(device.vk.CreateDescriptorPool(device.handle, &info, nullptr, &pool_));
  if (result)
    pool_ = VK_NULL_HANDLE;
  return result;
}

VkResult DescriptorSets::Add(VkDescriptorSetLayout layout, const VkDescriptorBufferInfo* buffers,
                             uint32_t count, VkDescriptorSet* set) {
  VkDescriptorSetAllocateInfo info = {};
  info.sType = VK_STRUCTURE_TYPE_DESCRIPTOR_SET_ALLOCATE_INFO;
  info.descriptorPool = pool_;
  info.descriptorSetCount = 1;
  info.pSetLayouts = &layout;
  if (VkResult result = device_->Note(device_->vk.AllocateDescriptorSets(device_->handle, &info, set)))
    return result;
  if (count == 0)
    return VK_SUCCESS;
  // A write that has more descriptors than its binding has goes on with the next binding: all are alike here.
  VkWriteDescriptorSet write = {};
  write.sType = VK_STRUCTURE_TYPE_WRITE_DESCRIPTOR_SET;
  write.dstSet = *set;
  write.descriptorCount = count;
  write.descriptorType = VK_DESCRIPTOR_TYPE_STORAGE_BUFFER;
  write.pBufferInfo = buffers;
  device_->vk.UpdateDescriptorSets(device_->handle, 1, &write, 0, nullptr);
  return VK_SUCCESS;
}

DescriptorSets::~DescriptorSets() {
  if (pool_)
    device_->vk.DestroyDescriptorPool(device_->handle, pool_, nullptr);
}

} // namespace aic::runtime::vulkan
