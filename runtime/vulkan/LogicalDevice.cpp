#include "runtime/vulkan/LogicalDevice.h"

#include "runtime/Failure.h"
#include "runtime/vulkan/Result.h"

#include <dlfcn.h>

namespace aic::runtime::vulkan {

/// The driver stays in the process when its last instance goes: not every driver gives back what it holds
/// when it is unloaded (SwiftShader keeps a descriptor each time that it is loaded), nor ends its threads
/// before. Under a layer this is the layer, which is for those who debug.
static void KeepDriver(const DeviceFunctions& vk) {
  Dl_info driver;
  if (!dladdr(reinterpret_cast<void*>(vk.CmdDispatch), &driver) || !driver.dli_fname)
    return;
  if (void* handle = dlopen(driver.dli_fname, RTLD_NOW | RTLD_NOLOAD | RTLD_NODELETE))
    dlclose(handle);
}

aic_status LogicalDevice::Create(const char* where, const InstanceFunctions& functions) {
  const float priority = 1;
  VkDeviceQueueCreateInfo queueInfo = {};
  queueInfo.sType = VK_STRUCTURE_TYPE_DEVICE_QUEUE_CREATE_INFO;
  queueInfo.queueFamilyIndex = physical.queueFamily;
  queueInfo.queueCount = 1;
  queueInfo.pQueuePriorities = &priority;
  VkDeviceCreateInfo info = {};
  info.sType = VK_STRUCTURE_TYPE_DEVICE_CREATE_INFO;
  info.queueCreateInfoCount = 1;
  info.pQueueCreateInfos = &queueInfo;
  if (VkResult result = functions.CreateDevice(physical.handle, &info, nullptr, &handle)) {
    handle = VK_NULL_HANDLE;
    return FailVulkan(result, "%s: %s: no logical device can be made", where, name());
  }
  if (const char* missing = vk.Load(functions, handle))
    return Fail(AIC_UNSUPPORTED, "%s: %s: its driver has no function vk%s", where, name(), missing);
  KeepDriver(vk);
  vk.GetDeviceQueue(handle, physical.queueFamily, 0, &queue_);
  return AIC_OK;
}

LogicalDevice::~LogicalDevice() {
  if (handle && vk.DestroyDevice)
    vk.DestroyDevice(handle, nullptr);
}

VkResult LogicalDevice::Submit(const VkCommandBuffer* commands, uint32_t count, VkFence fence) {
  VkSubmitInfo info = {};
  info.sType = VK_STRUCTURE_TYPE_SUBMIT_INFO;
  info.commandBufferCount = count;
  info.pCommandBuffers = commands;
  pthread_mutex_lock(&queueMutex_);
  VkResult result = vk.QueueSubmit(queue_, 1, &info, fence);
  pthread_mutex_unlock(&queueMutex_);
  return Note(result);
}

void LogicalDevice::WaitIdle() {
  pthread_mutex_lock(&queueMutex_);
  Note(vk.QueueWaitIdle(queue_));
  pthread_mutex_unlock(&queueMutex_);
}

bool LogicalDevice::CountAllocation() {
  uint32_t before = allocations_.fetch_add(1, std::memory_order_relaxed);
  if (before < physical.limits().maxMemoryAllocationCount)
    return true;
  UncountAllocation();
  return false;
}

} // namespace aic::runtime::vulkan
