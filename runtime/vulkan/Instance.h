/// \file
/// Vulkan in this process: one instance and one logical device a physical one, shared by all sessions and
/// gone with the last of them.
#ifndef AIC_RUNTIME_VULKAN_INSTANCE_H
#define AIC_RUNTIME_VULKAN_INSTANCE_H

#include "runtime/Memory.h"
#include "runtime/vulkan/Loader.h"
#include "runtime/vulkan/PhysicalDevice.h"

namespace aic::runtime::vulkan {

class LogicalDevice;

/// Counted references, all made and released under one lock of the process.
class Instance {
public:
  /// The process's instance, made if there is none. `problem` says why there is no Vulkan, "" if there is.
  /// Errors: AIC_UNSUPPORTED (problem says why), AIC_OUT_OF_MEMORY.
  static aic_status Acquire(Instance** result, char (&problem)[256]);
  void Release();

  /// The logical device of physical device `index`, made if nobody has it or it was lost. The caller holds
  /// the instance as long as the device. Errors: those of Vulkan.
  aic_status AcquireDevice(const char* where, uint32_t index, LogicalDevice** result);
  void ReleaseDevice(LogicalDevice* device);

  const Array<PhysicalDevice>& devices() const { return devices_; }
  const InstanceFunctions& functions() const { return functions_; }

private:
  template <typename T, typename... Arguments> friend T* runtime::Make(Arguments&&... arguments);
  template <typename T> friend void runtime::Unmake(T* object);
  Instance() = default;
  ~Instance();
  aic_status Create(char (&problem)[256]);

  Library library_;
  VkInstance instance_ = VK_NULL_HANDLE;
  InstanceFunctions functions_;
  Array<PhysicalDevice> devices_;
  Array<LogicalDevice*> open_; ///< One per physical device; NULL where there is none.
  uint32_t references_ = 0;
};

} // namespace aic::runtime::vulkan

#endif // AIC_RUNTIME_VULKAN_INSTANCE_H
