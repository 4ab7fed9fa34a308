/// \file
/// Compute pipelines, made on several threads, and the layouts that go with them.
#ifndef AIC_RUNTIME_VULKAN_PIPELINES_H
#define AIC_RUNTIME_VULKAN_PIPELINES_H

#include "runtime/Memory.h"
#include "runtime/vulkan/List.h"
#include "runtime/vulkan/LogicalDevice.h"

namespace aic::runtime::vulkan {

/// Storage buffers at bindings 0 .. count - 1 of descriptor set 0, and nothing else.
class Layout {
public:
  Layout() = default;
  Layout(const Layout&) = delete;
  Layout& operator=(const Layout&) = delete;
  ~Layout();

  /// Makes it if it is not made yet.
  VkResult Create(LogicalDevice& device, uint32_t bindings);

  VkDescriptorSetLayout set() const { return set_; }
  VkPipelineLayout pipeline() const { return pipeline_; }

private:
  LogicalDevice* device_ = nullptr;
  VkDescriptorSetLayout set_ = VK_NULL_HANDLE;
  VkPipelineLayout pipeline_ = VK_NULL_HANDLE;
};

/// A SPIR-V module on the device.
class ShaderModule {
public:
  ShaderModule(LogicalDevice& device, const uint32_t* words, uint64_t bytes, VkResult* result);
  ~ShaderModule();
  ShaderModule(const ShaderModule&) = delete;
  ShaderModule& operator=(const ShaderModule&) = delete;
  VkShaderModule handle() const { return module_; }

private:
  LogicalDevice& device_;
  VkShaderModule module_ = VK_NULL_HANDLE;
};

/// What a pipeline is made of. `name` is for messages.
struct PipelineSource {
  const uint32_t* words;
  uint64_t bytes;
  uint32_t bindings;
  const char* name;
  bool cut; ///< Its dispatches may begin with another workgroup than the first.
};

class Pipelines {
public:
  Pipelines() = default;
  Pipelines(const Pipelines&) = delete;
  Pipelines& operator=(const Pipelines&) = delete;
  ~Pipelines();

  /// Makes one pipeline per source on up to `threads` threads, the caller's included; fewer if the system
  /// gives no more. Call once. Errors: those of Vulkan; the message names the first source that failed.
  aic_status Create(const char* where, LogicalDevice& device, const Array<PipelineSource>& sources,
                    VkPipelineCache cache, uint32_t threads);

  VkPipeline pipeline(uint32_t index) const { return pipelines_[index]; }
  const Layout& layout(uint32_t bindings) const { return layouts_[bindings]; }
  uint32_t size() const { return pipelines_.size(); }

private:
  LogicalDevice* device_ = nullptr;
  List<Layout> layouts_; ///< By the number of bindings; those that no source has are not made.
  Array<VkPipeline> pipelines_;
};

} // namespace aic::runtime::vulkan

#endif // AIC_RUNTIME_VULKAN_PIPELINES_H
