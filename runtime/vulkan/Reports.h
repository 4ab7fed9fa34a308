/// \file
/// How kernels on a device say that they cannot go on.
#ifndef AIC_RUNTIME_VULKAN_REPORTS_H
#define AIC_RUNTIME_VULKAN_REPORTS_H

#include "runtime/vulkan/Buffer.h"

namespace aic::runtime::vulkan {

/// A word in mapped memory for each dispatch of a run that can fail: 0, or what its kernel wrote
/// (kernel_abi.h). The entries of a session share them, as one runs at a time.
class Reports {
public:
  /// `count` words; with none there is no memory. Call once. Errors: those of Buffer.
  aic_status Create(const char* where, LogicalDevice& device, uint32_t count);

  /// What the dispatch binds.
  VkDescriptorBufferInfo Find(uint32_t number) const;

  /// All words become 0. The device is idle.
  VkResult Clear();
  /// What the device wrote becomes visible to code().
  VkResult Fetch() const { return count_ ? buffer_.Invalidate() : VK_SUCCESS; }
  /// Whether a word is not 0. Fetch comes before.
  bool any() const {
    for (uint32_t i = 0; i < count_; ++i)
      if (code(i))
        return true;
    return false;
  }
  uint32_t code(uint32_t number) const;

private:
  Buffer buffer_;
  uint32_t count_ = 0;
};

} // namespace aic::runtime::vulkan

#endif // AIC_RUNTIME_VULKAN_REPORTS_H
