#include "runtime/vulkan/Loader.h"

#include <cstdio>
#include <dlfcn.h>

namespace aic::runtime::vulkan {

bool Library::Load(char* problem, size_t problemBytes) {
  static constexpr char kName[] = "libvulkan.so.1";
  handle_ = dlopen(kName, RTLD_NOW | RTLD_LOCAL);
  if (!handle_) {
    const char* reason = dlerror();
    snprintf(problem, problemBytes, "%s cannot be loaded: install it (Debian: libvulkan1) (%s)", kName,
             reason ? reason : "no reason given");
    return false;
  }
  GetInstanceProcAddr = reinterpret_cast<PFN_vkGetInstanceProcAddr>(dlsym(handle_, "vkGetInstanceProcAddr"));
  const char* missing = GetInstanceProcAddr ? nullptr : "GetInstanceProcAddr";
#define AIC_VULKAN_LOAD(name)                                                                                \
  if (!missing && !((name) = reinterpret_cast<PFN_vk##name>(GetInstanceProcAddr(nullptr, "vk" #name))))      \
    missing = #name;
  AIC_VULKAN_GLOBAL(AIC_VULKAN_LOAD)
#undef AIC_VULKAN_LOAD
  if (missing)
    snprintf(problem, problemBytes, "%s has no function vk%s: Vulkan 1.1 is needed", kName, missing);
  return !missing;
}

Library::~Library() {
  if (handle_)
    dlclose(handle_);
}

const char* InstanceFunctions::Load(const Library& library, VkInstance instance) {
  const char* missing = nullptr; // All are asked for, so that what there is can be destroyed.
#define AIC_VULKAN_LOAD(name)                                                                                \
  if (!((name) = reinterpret_cast<PFN_vk##name>(library.GetInstanceProcAddr(instance, "vk" #name))))         \
    missing = #name;
  AIC_VULKAN_INSTANCE(AIC_VULKAN_LOAD)
#undef AIC_VULKAN_LOAD
  return missing;
}

const char* DeviceFunctions::Load(const InstanceFunctions& functions, VkDevice device) {
  const char* missing = nullptr;
#define AIC_VULKAN_LOAD(name)                                                                                \
  if (!((name) = reinterpret_cast<PFN_vk##name>(functions.GetDeviceProcAddr(device, "vk" #name))))           \
    missing = #name;
  AIC_VULKAN_DEVICE(AIC_VULKAN_LOAD)
#undef AIC_VULKAN_LOAD
  return missing;
}

} // namespace aic::runtime::vulkan
