#include "runtime/vulkan/Result.h"

#include "runtime/Failure.h"

#include <cstdarg>
#include <cstdio>

namespace aic::runtime::vulkan {

namespace {

struct Row {
  VkResult result;
  aic_status status;
  const char* name;
};

constexpr Row kRows[] = {
    {VK_ERROR_OUT_OF_HOST_MEMORY, AIC_OUT_OF_MEMORY, "VK_ERROR_OUT_OF_HOST_MEMORY"},
    {VK_ERROR_OUT_OF_DEVICE_MEMORY, AIC_OUT_OF_MEMORY, "VK_ERROR_OUT_OF_DEVICE_MEMORY"},
    {VK_ERROR_OUT_OF_POOL_MEMORY, AIC_OUT_OF_MEMORY, "VK_ERROR_OUT_OF_POOL_MEMORY"},
    {VK_ERROR_FRAGMENTED_POOL, AIC_OUT_OF_MEMORY, "VK_ERROR_FRAGMENTED_POOL"},
    {VK_ERROR_FRAGMENTATION, AIC_OUT_OF_MEMORY, "VK_ERROR_FRAGMENTATION"},
    {VK_ERROR_MEMORY_MAP_FAILED, AIC_OUT_OF_MEMORY, "VK_ERROR_MEMORY_MAP_FAILED"},
    {VK_ERROR_TOO_MANY_OBJECTS, AIC_OUT_OF_MEMORY, "VK_ERROR_TOO_MANY_OBJECTS"},
    {VK_ERROR_DEVICE_LOST, AIC_DEVICE_LOST, "VK_ERROR_DEVICE_LOST"},
    {VK_ERROR_INITIALIZATION_FAILED, AIC_UNSUPPORTED, "VK_ERROR_INITIALIZATION_FAILED"},
    {VK_ERROR_INCOMPATIBLE_DRIVER, AIC_UNSUPPORTED, "VK_ERROR_INCOMPATIBLE_DRIVER"},
    {VK_ERROR_FEATURE_NOT_PRESENT, AIC_UNSUPPORTED, "VK_ERROR_FEATURE_NOT_PRESENT"},
    {VK_ERROR_EXTENSION_NOT_PRESENT, AIC_UNSUPPORTED, "VK_ERROR_EXTENSION_NOT_PRESENT"},
    {VK_ERROR_LAYER_NOT_PRESENT, AIC_UNSUPPORTED, "VK_ERROR_LAYER_NOT_PRESENT"},
    {VK_ERROR_INVALID_SHADER_NV, AIC_UNSUPPORTED, "VK_ERROR_INVALID_SHADER_NV"},
    {VK_ERROR_UNKNOWN, AIC_SYSTEM, "VK_ERROR_UNKNOWN"},
};

const Row* Find(VkResult result) {
  for (const Row& row : kRows)
    if (row.result == result)
      return &row;
  return nullptr;
}

} // namespace

ResultText::ResultText(VkResult result) {
  if (const Row* row = Find(result))
    snprintf(text, sizeof(text), "%s", row->name);
  else
    snprintf(text, sizeof(text), "VkResult %d", static_cast<int>(result));
}

aic_status StatusOf(VkResult result) {
  const Row* row = Find(result);
  return row ? row->status : AIC_SYSTEM;
}

aic_status FailVulkan(VkResult result, const char* format, ...) {
  char text[768];
  va_list arguments;
  va_start(arguments, format);
  if (vsnprintf(text, sizeof(text), format, arguments) < 0)
    text[0] = '\0';
  va_end(arguments);
  return Fail(StatusOf(result), "%s (%s)", text, ResultText(result).text);
}

} // namespace aic::runtime::vulkan
