/// \file
/// VkResult in the runtime's words.
#ifndef AIC_RUNTIME_VULKAN_RESULT_H
#define AIC_RUNTIME_VULKAN_RESULT_H

#include "runtime/aic.h"
#include "runtime/vulkan/Loader.h"

namespace aic::runtime::vulkan {

/// "VK_ERROR_DEVICE_LOST"; "VkResult -77" for one without a row.
struct ResultText {
  explicit ResultText(VkResult result);
  char text[48];
};

/// The status that `result`, which is not VK_SUCCESS, comes to.
aic_status StatusOf(VkResult result);

/// Sets this thread's message, the formatted words and the result's name; returns the result's status.
aic_status FailVulkan(VkResult result, const char* format, ...) __attribute__((format(printf, 2, 3)));

} // namespace aic::runtime::vulkan

#endif // AIC_RUNTIME_VULKAN_RESULT_H
