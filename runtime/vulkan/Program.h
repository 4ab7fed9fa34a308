/// \file
/// An entry's dispatches with everything resolved for a device, and their recording into command buffers.
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

/// A dispatch's operations and bytes, by the artifact's own figures.
uint64_t WorkOf(const schema::Dispatch& dispatch);

/// How the workgroups of a dispatch are dealt out to submissions: in boxes of `box` workgroups, the last ones
/// in a direction smaller, so that none has more work than a submission may have; unless that is one
/// workgroup, or the boxes would be too many.
struct Cut {
  Cut() = default;
  Cut(const uint32_t (&groups)[3], uint64_t work);
  uint32_t box[3] = {1, 1, 1};
  uint32_t boxes[3] = {1, 1, 1}; ///< In each direction.
  uint32_t parts() const { return boxes[0] * boxes[1] * boxes[2]; }
};

/// One dispatch.
struct Step {
  VkPipeline pipeline;
  VkPipelineLayout layout;
  VkDescriptorSet set;
  uint32_t groups[3];
  uint64_t work;       ///< Of WorkOf.
  Cut cut;             ///< Of `groups`.
  size_t first, count; ///< Its bindings, in buffers and accesses.
  bool reports;        ///< One buffer more: the word that it reports a failure in.
  bool writesStates;
};

/// Command buffers that are submitted one after another, and what is in them.
struct Recording {
  Array<VkCommandBuffer> commands;
  uint32_t count = 0;   ///< Those in use.
  uint32_t checked = 0; ///< The first so many are those of Program::checkedSteps.
  uint32_t barriers = 0;
};

class Program {
public:
  /// Makes the descriptor sets of `program`, which is that of an entry. `pipelineOf` and `variantOf`: of each
  /// kernel. Call once. Errors: those of Vulkan.
  aic_status Create(const char* where, LogicalDevice& device, const schema::Entry& owner, uint32_t entry,
                    const schema::Program& program, const Storage& storage, const States& states,
                    const Reports& reports, const Pipelines& pipelines, const Array<uint32_t>& pipelineOf,
                    const Array<const schema::Variant*>& variantOf);

  /// Records all steps, with barriers where bytes are shared, into as many command buffers as their work asks
  /// for: a step with much of it in parts. With `timestamps`, each step waits for the one before and stands
  /// between a pair of them.
  VkResult Record(CommandPool& pool, const Timestamps* timestamps, Recording* recording) const;
  /// Records part `part` of step `index`.
  void RecordPart(VkCommandBuffer commands, uint32_t index, uint32_t part) const;

  const Array<Step>& steps() const { return steps_; }
  uint32_t reports() const { return reports_; } ///< How many steps do.
  bool writesStates() const { return writesStates_; }
  /// How many steps stand before the first that writes a state, where one of them can report a failure: their
  /// reports are looked at before the others run, so that no state is written then. 0: none.
  uint32_t checkedSteps() const { return checkedSteps_; }
  /// What step `index` binds.
  const VkDescriptorBufferInfo* buffers(uint32_t index) const {
    return buffers_.data() + steps_[index].first;
  }

private:
  LogicalDevice* device_ = nullptr;
  Array<Step> steps_;
  Array<VkDescriptorBufferInfo> buffers_;
  Array<Access> accesses_;
  Array<Access> before_; ///< What may have been done to the states before: all is written.
  uint32_t reports_ = 0;
  bool writesStates_ = false;
  uint32_t checkedSteps_ = 0;
  DescriptorSets sets_;
};

} // namespace aic::runtime::vulkan

#endif // AIC_RUNTIME_VULKAN_PROGRAM_H
