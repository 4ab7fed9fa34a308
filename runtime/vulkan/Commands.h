/// \file
/// Command buffers, the fence of a run, and timestamps.
#ifndef AIC_RUNTIME_VULKAN_COMMANDS_H
#define AIC_RUNTIME_VULKAN_COMMANDS_H

#include "runtime/vulkan/LogicalDevice.h"

namespace aic::runtime::vulkan {

/// Command buffers of one session, freed together.
class CommandPool {
public:
  CommandPool() = default;
  CommandPool(const CommandPool&) = delete;
  CommandPool& operator=(const CommandPool&) = delete;
  ~CommandPool();

  VkResult Create(LogicalDevice& device);
  /// A new command buffer, begun.
  VkResult Begin(VkCommandBuffer* commands);
  /// One that was ended before, and is not running, begun again.
  VkResult BeginAgain(VkCommandBuffer commands);
  VkResult End(VkCommandBuffer commands);

private:
  LogicalDevice* device_ = nullptr;
  VkCommandPool pool_ = VK_NULL_HANDLE;
};

class Fence {
public:
  Fence() = default;
  Fence(const Fence&) = delete;
  Fence& operator=(const Fence&) = delete;
  ~Fence();

  VkResult Create(LogicalDevice& device);
  /// Waits for what was submitted with the fence, as long as that takes, and makes the fence ready for
  /// another submission. A device that hangs is its driver's to find: it then says that the device is lost.
  VkResult Wait();
  /// Makes it ready after a submission or a wait that failed. The device is idle.
  VkResult Reset();
  VkFence handle() const { return fence_; }

private:
  LogicalDevice* device_ = nullptr;
  VkFence fence_ = VK_NULL_HANDLE;
};

/// Pairs of timestamps.
class Timestamps {
public:
  Timestamps() = default;
  Timestamps(const Timestamps&) = delete;
  Timestamps& operator=(const Timestamps&) = delete;
  ~Timestamps();

  VkResult Create(LogicalDevice& device, uint32_t pairs);
  void Reset(VkCommandBuffer commands) const;
  void Begin(VkCommandBuffer commands, uint32_t pair) const { Write(commands, 2 * pair); }
  void End(VkCommandBuffer commands, uint32_t pair) const { Write(commands, 2 * pair + 1); }
  /// The time between a pair, of commands that have run.
  VkResult Read(uint32_t pair, uint64_t* nanoseconds) const;

private:
  void Write(VkCommandBuffer commands, uint32_t query) const;

  LogicalDevice* device_ = nullptr;
  VkQueryPool pool_ = VK_NULL_HANDLE;
  uint32_t pairs_ = 0;
};

/// A stage of the pipeline and what it does with memory.
struct Scope {
  VkPipelineStageFlags stages;
  VkAccessFlags accesses;
};
constexpr Scope kHost = {VK_PIPELINE_STAGE_HOST_BIT, VK_ACCESS_HOST_READ_BIT | VK_ACCESS_HOST_WRITE_BIT};
constexpr Scope kCompute = {VK_PIPELINE_STAGE_COMPUTE_SHADER_BIT,
                            VK_ACCESS_SHADER_READ_BIT | VK_ACCESS_SHADER_WRITE_BIT};
constexpr Scope kTransfer = {VK_PIPELINE_STAGE_TRANSFER_BIT,
                             VK_ACCESS_TRANSFER_READ_BIT | VK_ACCESS_TRANSFER_WRITE_BIT};

/// All that `before` does, of all memory, happens before and is seen by all that `after` does.
void Barrier(const DeviceFunctions& vk, VkCommandBuffer commands, Scope before, Scope after);

} // namespace aic::runtime::vulkan

#endif // AIC_RUNTIME_VULKAN_COMMANDS_H
