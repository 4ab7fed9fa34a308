#include "runtime/vulkan/Commands.h"

namespace aic::runtime::vulkan {

VkResult CommandPool::Create(LogicalDevice& device) {
  device_ = &device;
  VkCommandPoolCreateInfo info = {};
  info.sType = VK_STRUCTURE_TYPE_COMMAND_POOL_CREATE_INFO;
  info.flags = VK_COMMAND_POOL_CREATE_RESET_COMMAND_BUFFER_BIT;
  info.queueFamilyIndex = device.physical.queueFamily;
  VkResult result = device.Note(device.vk.CreateCommandPool(device.handle, &info, nullptr, &pool_));
  if (result)
    pool_ = VK_NULL_HANDLE;
  return result;
}

CommandPool::~CommandPool() {
  if (pool_)
    device_->vk.DestroyCommandPool(device_->handle, pool_, nullptr);
}

VkResult CommandPool::Begin(VkCommandBuffer* commands) {
  VkCommandBufferAllocateInfo info = {};
  info.sType = VK_STRUCTURE_TYPE_COMMAND_BUFFER_ALLOCATE_INFO;
  info.commandPool = pool_;
  info.level = VK_COMMAND_BUFFER_LEVEL_PRIMARY;
  info.commandBufferCount = 1;
  *commands = VK_NULL_HANDLE;
  if (VkResult result = device_->Note(device_->vk.AllocateCommandBuffers(device_->handle, &info, commands)))
    return result;
  return BeginAgain(*commands);
}

VkResult CommandPool::BeginAgain(VkCommandBuffer commands) {
  VkCommandBufferBeginInfo info = {};
  info.sType = VK_STRUCTURE_TYPE_COMMAND_BUFFER_BEGIN_INFO;
  return device_->Note(device_->vk.BeginCommandBuffer(commands, &info)); // Resets what it held.
}

VkResult CommandPool::End(VkCommandBuffer commands) {
  return device_->Note(device_->vk.EndCommandBuffer(commands));
}

VkResult Fence::Create(LogicalDevice& device) {
  device_ = &device;
  VkFenceCreateInfo info = {};
  info.sType = VK_STRUCTURE_TYPE_FENCE_CREATE_INFO;
  VkResult result = device.Note(device.vk.CreateFence(device.handle, &info, nullptr, &fence_));
  if (result)
    fence_ = VK_NULL_HANDLE;
  return result;
}

Fence::~Fence() {
  if (fence_)
    device_->vk.DestroyFence(device_->handle, fence_, nullptr);
}

VkResult Fence::Wait() {
  constexpr uint64_t kSecond = 1000000000;
  VkResult result;
  do
    result = device_->vk.WaitForFences(device_->handle, 1, &fence_, VK_TRUE, kSecond);
  while (result == VK_TIMEOUT);
  return device_->Note(result) ? result : Reset();
}

VkResult Fence::Reset() {
  return device_->Note(device_->vk.ResetFences(device_->handle, 1, &fence_));
}

VkResult Timestamps::Create(LogicalDevice& device, uint32_t pairs) {
  device_ = &device;
  pairs_ = pairs;
  VkQueryPoolCreateInfo info = {};
  info.sType = VK_STRUCTURE_TYPE_QUERY_POOL_CREATE_INFO;
  info.queryType = VK_QUERY_TYPE_TIMESTAMP;
  info.queryCount = pairs ? 2 * pairs : 1;
  VkResult result = device.Note(device.vk.CreateQueryPool(device.handle, &info, nullptr, &pool_));
  if (result)
    pool_ = VK_NULL_HANDLE;
  return result;
}

Timestamps::~Timestamps() {
  if (pool_)
    device_->vk.DestroyQueryPool(device_->handle, pool_, nullptr);
}

void Timestamps::Reset(VkCommandBuffer commands) const {
  device_->vk.CmdResetQueryPool(commands, pool_, 0, pairs_ ? 2 * pairs_ : 1);
}

void Timestamps::Write(VkCommandBuffer commands, uint32_t query) const {
  // When all before it has ended.
  device_->vk.CmdWriteTimestamp(commands, VK_PIPELINE_STAGE_BOTTOM_OF_PIPE_BIT, pool_, query);
}

VkResult Timestamps::Read(uint32_t pair, uint64_t* nanoseconds) const {
  uint64_t ticks[2] = {};
  VkResult result =
      device_->vk.GetQueryPoolResults(device_->handle, pool_, 2 * pair, 2, sizeof(ticks), ticks,
                                      sizeof(uint64_t), VK_QUERY_RESULT_64_BIT | VK_QUERY_RESULT_WAIT_BIT);
  const uint32_t bits = device_->physical.timestampBits;
  const uint64_t mask = bits >= 64 ? ~uint64_t(0) : (uint64_t(1) << bits) - 1;
  *nanoseconds = static_cast<uint64_t>(static_cast<double>((ticks[1] - ticks[0]) & mask) *
                                       static_cast<double>(device_->physical.limits().timestampPeriod));
  return device_->Note(result);
}

void Barrier(const DeviceFunctions& vk, VkCommandBuffer commands, Scope before, Scope after) {
  VkMemoryBarrier barrier = {};
  barrier.sType = VK_STRUCTURE_TYPE_MEMORY_BARRIER;
  barrier.srcAccessMask = before.accesses;
  barrier.dstAccessMask = after.accesses;
  vk.CmdPipelineBarrier(commands, before.stages, after.stages, 0, 1, &barrier, 0, nullptr, 0, nullptr);
}

} // namespace aic::runtime::vulkan
