#include "runtime/vulkan/Instance.h"

#include "runtime/Failure.h"
#include "runtime/vulkan/LogicalDevice.h"
#include "runtime/vulkan/Result.h"

#include <cstdio>
#include <pthread.h>

namespace aic::runtime::vulkan {

namespace {

pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
Instance* shared = nullptr; // Under the mutex.
bool watchesForks = false;  // Under the mutex.

class Lock {
public:
  Lock() { pthread_mutex_lock(&mutex); }
  ~Lock() { pthread_mutex_unlock(&mutex); }
};

// A driver's threads and its state in the kernel are not copied: what the parent has is lost to the child.
void ForkPrepare() {
  pthread_mutex_lock(&mutex);
}
void ForkParent() {
  pthread_mutex_unlock(&mutex);
}
void ForkChild() {
  shared = nullptr;
  pthread_mutex_unlock(&mutex);
}

} // namespace

aic_status Instance::Create(char (&problem)[256]) {
  if (!library_.Load(problem, sizeof(problem)))
    return AIC_UNSUPPORTED;
  uint32_t loader = VK_API_VERSION_1_0;
  library_.EnumerateInstanceVersion(&loader);
  if (loader < VK_API_VERSION_1_1) {
    snprintf(problem, sizeof(problem), "libvulkan.so.1 has Vulkan 1.0, and 1.1 is needed");
    return AIC_UNSUPPORTED;
  }
  // Nothing but 1.1 is needed; more is asked for so that newer drivers may say more about themselves.
  const uint32_t version = loader < VK_API_VERSION_1_3 ? VK_API_VERSION_1_1 : VK_API_VERSION_1_3;
  VkApplicationInfo application = {};
  application.sType = VK_STRUCTURE_TYPE_APPLICATION_INFO;
  application.pEngineName = "aic";
  application.apiVersion = version;
  VkInstanceCreateInfo info = {};
  info.sType = VK_STRUCTURE_TYPE_INSTANCE_CREATE_INFO;
  info.pApplicationInfo = &application;
  if (VkResult result = library_.CreateInstance(&info, nullptr, &instance_)) {
    instance_ = VK_NULL_HANDLE;
    snprintf(problem, sizeof(problem), "%s (%s)",
             result == VK_ERROR_INCOMPATIBLE_DRIVER
                 ? "no Vulkan driver can be loaded: install one (Debian: mesa-vulkan-drivers)"
                 : "Vulkan cannot be started",
             ResultText(result).text);
    return StatusOf(result) == AIC_OUT_OF_MEMORY ? AIC_OUT_OF_MEMORY : AIC_UNSUPPORTED;
  }
  if (const char* missing = functions_.Load(library_, instance_)) {
    snprintf(problem, sizeof(problem), "libvulkan.so.1 has no function vk%s", missing);
    return AIC_UNSUPPORTED;
  }
  uint32_t count = 0;
  VkResult result = functions_.EnumeratePhysicalDevices(instance_, &count, nullptr);
  Array<VkPhysicalDevice> handles;
  if (result == VK_SUCCESS) {
    if (!handles.Allocate(count) || !devices_.Allocate(count) || !open_.Allocate(count)) {
      snprintf(problem, sizeof(problem), "no memory for a list of devices");
      return AIC_OUT_OF_MEMORY;
    }
    result = functions_.EnumeratePhysicalDevices(instance_, &count, handles.data());
  }
  if (result < 0) { // VK_INCOMPLETE: one more came just now, and will be seen next time.
    snprintf(problem, sizeof(problem), "Vulkan's devices cannot be listed (%s)", ResultText(result).text);
    return AIC_UNSUPPORTED;
  }
  if (count == 0) {
    snprintf(problem, sizeof(problem),
             "Vulkan finds no device: install a driver (Debian: mesa-vulkan-drivers)");
    return AIC_UNSUPPORTED;
  }
  for (uint32_t i = 0; i < count && i < devices_.size(); ++i)
    devices_[i].Read(functions_, handles[i], version);
  return AIC_OK;
}

Instance::~Instance() {
  if (instance_ && functions_.DestroyInstance)
    functions_.DestroyInstance(instance_, nullptr);
}

aic_status Instance::Acquire(Instance** result, char (&problem)[256]) {
  *result = nullptr;
  problem[0] = '\0';
  Lock lock;
  if (!watchesForks)
    watchesForks = pthread_atfork(ForkPrepare, ForkParent, ForkChild) == 0;
  if (!shared) {
    auto* made = Make<Instance>();
    if (!made) {
      snprintf(problem, sizeof(problem), "no memory for Vulkan");
      return AIC_OUT_OF_MEMORY;
    }
    if (aic_status status = made->Create(problem)) {
      Unmake(made);
      return status;
    }
    shared = made;
  }
  ++shared->references_;
  *result = shared;
  return AIC_OK;
}

void Instance::Release() {
  Lock lock;
  if (--references_ > 0)
    return;
  if (shared == this)
    shared = nullptr;
  Unmake(this);
}

aic_status Instance::AcquireDevice(const char* where, uint32_t index, LogicalDevice** result) {
  *result = nullptr;
  Lock lock;
  LogicalDevice*& known = open_[index];
  if (!known || known->lost()) {
    auto* made = Make<LogicalDevice>(devices_[index]);
    if (!made)
      return Fail(AIC_OUT_OF_MEMORY, "%s: memory is short", where);
    if (aic_status status = made->Create(where, functions_)) {
      Unmake(made);
      return status;
    }
    known = made; // One that was lost belongs to those that still hold it.
  }
  ++known->references;
  *result = known;
  return AIC_OK;
}

void Instance::ReleaseDevice(LogicalDevice* device) {
  Lock lock;
  if (--device->references > 0)
    return;
  for (LogicalDevice*& known : open_)
    if (known == device)
      known = nullptr;
  Unmake(device);
}

} // namespace aic::runtime::vulkan
