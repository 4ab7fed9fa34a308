#include "runtime/vulkan/Reports.h"

#include "runtime/schema/Prelude.h"

#include <cstring>

namespace aic::runtime::vulkan {

/// Each word is bound by itself, at an offset that every device takes.
static constexpr uint64_t kDistance = schema::kVulkanBufferAlignment;

aic_status Reports::Create(const char* where, LogicalDevice& device, uint32_t count) {
  count_ = count;
  return count ? buffer_.Create(where, device, "reports of failures", count * kDistance, MemoryUse::Report)
               : AIC_OK;
}

VkDescriptorBufferInfo Reports::Find(uint32_t number) const {
  return {buffer_.handle(), number * kDistance, sizeof(uint32_t)};
}

VkResult Reports::Clear() {
  if (count_ == 0)
    return VK_SUCCESS;
  memset(buffer_.data(), 0, count_ * kDistance);
  return buffer_.Flush();
}

uint32_t Reports::code(uint32_t number) const {
  uint32_t code;
  memcpy(&code, buffer_.data() + number * kDistance, sizeof(code));
  return code;
}

} // namespace aic::runtime::vulkan
