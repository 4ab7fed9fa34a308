/// \file
/// How kernels on a device say that they cannot go on.
#ifndef AIC_RUNTIME_VULKAN_REPORTS_H
#define AIC_RUNTIME_VULKAN_REPORTS_H

#include "runtime/vulkan/Buffer.h"

namespace aic::runtime::vulkan {

/// A word in mapped memory for each dispatch that can fail: 0, or what its kernel wrote (kernel_abi.h).
class Reports {
public:
  /// `count` words; with none there is no memory. Call once. Errors: those of Buffer.
  aic_status Create(const char* where, LogicalDevice& device, uint32_t count);

  uint32_t count() const { return count_; }
  uint64_t bytes() const { return count_ ? buffer_.bytes() : 0; }
  /// What the dispatch binds.
  VkDescriptorBufferInfo Find(uint32_t number) const;

  /// All words become 0. The device is idle.
  VkResult Clear();
  /// The first word that is not 0: its number and what it says; `number` is count() if there is none.
  VkResult Read(uint32_t* number, uint32_t* code) const;

private:
  Buffer buffer_;
  uint32_t count_ = 0;
};

} // namespace aic::runtime::vulkan

#endif // AIC_RUNTIME_VULKAN_REPORTS_H
