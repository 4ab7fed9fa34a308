/// \file
/// A VkPipelineCache that outlives the process, in a file per device and driver.
#ifndef AIC_RUNTIME_VULKAN_PIPELINECACHE_H
#define AIC_RUNTIME_VULKAN_PIPELINECACHE_H

#include "runtime/vulkan/LogicalDevice.h"

namespace aic::runtime::vulkan {

/// The file is $XDG_CACHE_HOME/aic/NAME, else $HOME/.cache/aic/NAME, where NAME says vendor, device, driver
/// version and the driver's cache UUID. It is a header of ours, with a checksum, and the driver's bytes,
/// which are handed to the driver only if both headers are right: drivers look at theirs alone. No failure of
/// the file is a failure of the session: a folder that is missing, full or read-only costs time.
class PipelineCache {
public:
  PipelineCache() = default;
  PipelineCache(const PipelineCache&) = delete;
  PipelineCache& operator=(const PipelineCache&) = delete;
  ~PipelineCache();

  /// Makes a cache out of the file, or an empty one. Call once. Errors: those of Vulkan.
  aic_status Create(const char* where, LogicalDevice& device);
  /// Writes it back, under a temporary name and then renamed, if it has grown.
  void Save() const;

  VkPipelineCache handle() const { return cache_; }
  bool found() const { return found_; } ///< A sound file of this device and driver was there.

private:
  LogicalDevice* device_ = nullptr;
  VkPipelineCache cache_ = VK_NULL_HANDLE;
  size_t loadedBytes_ = 0; ///< The driver's, before pipelines were made; 0 without a file.
  bool found_ = false;
};

} // namespace aic::runtime::vulkan

#endif // AIC_RUNTIME_VULKAN_PIPELINECACHE_H
