/// \file
/// A target's dispatches with everything resolved for a device, and their recording into command buffers.
#ifndef AIC_RUNTIME_VULKAN_PROGRAM_H
#define AIC_RUNTIME_VULKAN_PROGRAM_H

#include "runtime/Header.h"
#include "runtime/vulkan/Commands.h"
#include "runtime/vulkan/DescriptorSets.h"
#include "runtime/vulkan/Hazards.h"
#include "runtime/vulkan/Pipelines.h"
#include "runtime/vulkan/Reports.h"
#include "runtime/vulkan/Storage.h"

namespace aic::runtime::vulkan {

/// One dispatch.
struct Step {
  VkPipeline pipeline;
  VkPipelineLayout layout;
  VkDescriptorSet set;
  uint32_t groups[3];
  uint64_t work;       ///< Operations and bytes.
  size_t first, count; ///< Its bindings, in buffers and accesses.
  bool reports;        ///< One buffer more: the word that it reports a failure in.
};

/// Command buffers that are submitted one after another, and what is in them.
struct Recording {
  Array<VkCommandBuffer> commands;
  uint32_t count = 0; ///< Those in use.
  uint32_t barriers = 0;
};

class Program {
public:
  /// Makes the descriptor sets. `pipelineOf` and `variantOf`: of each kernel. Call once. Errors: those of
  /// Vulkan.
  aic_status Create(const char* where, LogicalDevice& device, const schema::Target& target,
                    const Storage& storage, const Reports& reports, const Pipelines& pipelines,
                    const Array<uint32_t>& pipelineOf, const Array<const schema::Variant*>& variantOf);

  /// Records all steps, with barriers where bytes are shared, into as many command buffers as their work asks
  /// for. With `timestamps`, each step waits for the one before and stands between a pair of them.
  VkResult Record(CommandPool& pool, const Timestamps* timestamps, Recording* recording) const;
  /// Records one step.
  void RecordStep(VkCommandBuffer commands, uint32_t index) const;

  const Array<Step>& steps() const { return steps_; }
  /// What step `index` binds.
  const VkDescriptorBufferInfo* buffers(uint32_t index) const {
    return buffers_.data() + steps_[index].first;
  }

private:
  LogicalDevice* device_ = nullptr;
  Array<Step> steps_;
  Array<VkDescriptorBufferInfo> buffers_;
  Array<Access> accesses_;
  DescriptorSets sets_;
};

} // namespace aic::runtime::vulkan

#endif // AIC_RUNTIME_VULKAN_PROGRAM_H
