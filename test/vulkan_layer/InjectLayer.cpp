/// \file
/// A Vulkan layer for tests: what it is told in the environment goes wrong. README.md lists the directives.
#include <vulkan/vulkan.h>
// Below it.
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <mutex>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>
#include <vulkan/vk_layer.h>

namespace {

// Functions that can be told to fail; those that begin with Create or Allocate are counted as objects if a
// function of the second list ends them.
#define AIC_RESULT_FUNCTIONS(X)                                                                              \
  X(AllocateCommandBuffers)                                                                                  \
  X(AllocateDescriptorSets)                                                                                  \
  X(AllocateMemory)                                                                                          \
  X(BeginCommandBuffer)                                                                                      \
  X(BindBufferMemory)                                                                                        \
  X(CreateBuffer)                                                                                            \
  X(CreateCommandPool)                                                                                       \
  X(CreateComputePipelines)                                                                                  \
  X(CreateDescriptorPool)                                                                                    \
  X(CreateDescriptorSetLayout)                                                                               \
  X(CreateFence)                                                                                             \
  X(CreatePipelineCache)                                                                                     \
  X(CreatePipelineLayout)                                                                                    \
  X(CreateQueryPool)                                                                                         \
  X(CreateShaderModule)                                                                                      \
  X(EndCommandBuffer)                                                                                        \
  X(FlushMappedMemoryRanges)                                                                                 \
  X(GetPipelineCacheData)                                                                                    \
  X(GetQueryPoolResults)                                                                                     \
  X(InvalidateMappedMemoryRanges)                                                                            \
  X(MapMemory)                                                                                               \
  X(QueueSubmit)                                                                                             \
  X(QueueWaitIdle)                                                                                           \
  X(ResetFences)                                                                                             \
  X(WaitForFences)
#define AIC_DESTROY_FUNCTIONS(X)                                                                             \
  X(DestroyBuffer)                                                                                           \
  X(DestroyCommandPool)                                                                                      \
  X(DestroyDescriptorPool)                                                                                   \
  X(DestroyDescriptorSetLayout)                                                                              \
  X(DestroyFence)                                                                                            \
  X(DestroyPipeline)                                                                                         \
  X(DestroyPipelineCache)                                                                                    \
  X(DestroyPipelineLayout)                                                                                   \
  X(DestroyQueryPool)                                                                                        \
  X(DestroyShaderModule)                                                                                     \
  X(FreeMemory)

enum Function : int {
#define AIC_ENUM(name) k##name,
  AIC_RESULT_FUNCTIONS(AIC_ENUM) AIC_DESTROY_FUNCTIONS(AIC_ENUM)
#undef AIC_ENUM
      kFunctions
};
const char* const kNames[] = {
#define AIC_NAME(name) "vk" #name,
    AIC_RESULT_FUNCTIONS(AIC_NAME) AIC_DESTROY_FUNCTIONS(AIC_NAME)
#undef AIC_NAME
};

bool CountsAsObject(int function) {
  return (strncmp(kNames[function], "vkCreate", 8) == 0 || function == kAllocateMemory);
}

/// A function that is to fail at its n-th call from now on, and at all after it if the device is lost.
struct Failure {
  int call = 0;
  VkResult result = VK_SUCCESS;
};

/// Memory that is not coherent: what the host sees is a copy.
struct Shadow {
  void* real = nullptr;
  std::vector<char> copy;
};

/// All of it: one instance at a time, of one driver.
struct Layer {
  std::map<std::string, Failure> failures; ///< By the function's name.
  std::map<std::string, uint64_t> limits;
  std::vector<int> dropped; ///< Barriers, counted from 1.
  std::string log;
  bool discrete = false, incoherent = false, subgroups = true, compute = true;

  PFN_vkGetInstanceProcAddr nextInstance = nullptr;
  PFN_vkGetDeviceProcAddr nextDevice = nullptr;
  PFN_vkVoidFunction next[kFunctions] = {};
  PFN_vkCmdPipelineBarrier nextBarrier = nullptr;
  PFN_vkGetBufferMemoryRequirements nextRequirements = nullptr;
  PFN_vkDestroyDevice nextDestroyDevice = nullptr;
  PFN_vkDeviceWaitIdle nextWaitIdle = nullptr;
  PFN_vkGetPhysicalDeviceProperties nextProperties = nullptr;
  PFN_vkGetPhysicalDeviceProperties2 nextProperties2 = nullptr;
  PFN_vkGetPhysicalDeviceMemoryProperties nextMemoryProperties = nullptr;
  PFN_vkGetPhysicalDeviceQueueFamilyProperties nextFamilies = nullptr;
  PFN_vkCreateDevice nextCreateDevice = nullptr;
  PFN_vkDestroyInstance nextDestroyInstance = nullptr;
  VkInstance instance = VK_NULL_HANDLE;

  std::mutex mutex;
  int calls[kFunctions] = {};
  int devices = 0;
  bool lost = false;
  int barriers = 0;
  std::atomic<long> objects{0};
  std::map<VkDeviceMemory, uint32_t> types; ///< As the program asked for them.
  std::map<VkDeviceMemory, Shadow> shadows;
  std::map<VkDeviceMemory, uint64_t> sizes;
  std::map<VkPipelineCache, std::string> caches; ///< What stands behind the driver's own bytes.

  uint64_t Limit(const char* name, uint64_t otherwise) const {
    auto found = limits.find(name);
    return found == limits.end() ? otherwise : found->second;
  }
  /// What this call of `name` is to return; VK_SUCCESS: what the driver returns.
  VkResult Judge(const char* name, int& count) {
    std::lock_guard<std::mutex> lock(mutex);
    ++count;
    bool queue = !strcmp(name, "vkQueueSubmit") || !strcmp(name, "vkWaitForFences") ||
                 !strcmp(name, "vkQueueWaitIdle");
    if (lost && queue)
      return VK_ERROR_DEVICE_LOST;
    auto found = failures.find(name);
    if (found == failures.end() || found->second.call != count)
      return VK_SUCCESS;
    lost = lost || found->second.result == VK_ERROR_DEVICE_LOST;
    return found->second.result;
  }
  void Write(const std::string& line) {
    if (log.empty())
      return;
    if (FILE* file = fopen(log.c_str(), "a")) {
      fprintf(file, "%s\n", line.c_str());
      fclose(file);
    }
  }
  void Configure(const char* text) {
    std::stringstream directives(text);
    for (std::string directive; std::getline(directives, directive, ',');) {
      std::vector<std::string> words;
      std::stringstream parts(directive);
      for (std::string word; std::getline(parts, word, ':');)
        words.push_back(word);
      words.resize(4);
      if (directive.empty())
        continue;
      if (words[0] == "fail")
        failures[words[1]] = {atoi(words[2].c_str()), static_cast<VkResult>(atoi(words[3].c_str()))};
      else if (words[0] == "limit")
        limits[words[1]] = strtoull(words[2].c_str(), nullptr, 0);
      else if (words[0] == "drop")
        dropped.push_back(atoi(words[1].c_str()));
      else if (words[0] == "log")
        log = words[1];
      else if (words[0] == "discrete")
        discrete = true;
      else if (words[0] == "incoherent")
        discrete = incoherent = true;
      else if (directive == "no:subgroups")
        subgroups = false;
      else if (directive == "no:compute")
        compute = false;
      else
        fprintf(stderr, "VK_LAYER_AIC_inject: no such directive: %s\n", directive.c_str());
    }
  }
};

Layer* layer = nullptr;

// ---- Functions that may fail, and the end of objects

template <int function, typename... Arguments> VkResult VKAPI_CALL Wrap(Arguments... arguments) {
  if (VkResult result = layer->Judge(kNames[function], layer->calls[function]))
    return result;
  auto next = reinterpret_cast<VkResult(VKAPI_PTR*)(Arguments...)>(layer->next[function]);
  VkResult result = next(arguments...);
  if (result == VK_SUCCESS && CountsAsObject(function))
    ++layer->objects;
  return result;
}
template <int function, typename... Arguments>
PFN_vkVoidFunction WrapperOf(VkResult(VKAPI_PTR*)(Arguments...)) {
  return reinterpret_cast<PFN_vkVoidFunction>(&Wrap<function, Arguments...>);
}

template <int function, typename... Arguments> void VKAPI_CALL WrapDestroy(Arguments... arguments) {
  if (std::get<1>(std::make_tuple(arguments...)) != VK_NULL_HANDLE)
    --layer->objects;
  reinterpret_cast<void(VKAPI_PTR*)(Arguments...)>(layer->next[function])(arguments...);
}
template <int function, typename... Arguments> PFN_vkVoidFunction WrapperOf(void(VKAPI_PTR*)(Arguments...)) {
  return reinterpret_cast<PFN_vkVoidFunction>(&WrapDestroy<function, Arguments...>);
}

template <typename Pfn> Pfn Next(int function) {
  return reinterpret_cast<Pfn>(layer->next[function]);
}

// ---- Memory of a discrete device: type 0 is the device's alone, type 1 the host's

VkResult VKAPI_CALL AllocateMemory(VkDevice device, const VkMemoryAllocateInfo* info,
                                   const VkAllocationCallbacks* callbacks, VkDeviceMemory* memory) {
  if (VkResult result = layer->Judge("vkAllocateMemory", layer->calls[kAllocateMemory]))
    return result;
  VkMemoryAllocateInfo changed = *info;
  if (layer->discrete)
    changed.memoryTypeIndex = 0; // Both drivers that are tested have one type of memory.
  VkResult result = Next<PFN_vkAllocateMemory>(kAllocateMemory)(device, &changed, callbacks, memory);
  if (result == VK_SUCCESS) {
    ++layer->objects;
    std::lock_guard<std::mutex> lock(layer->mutex);
    layer->types[*memory] = info->memoryTypeIndex;
    layer->sizes[*memory] = info->allocationSize;
  }
  return result;
}

VkResult VKAPI_CALL MapMemory(VkDevice device, VkDeviceMemory memory, VkDeviceSize offset, VkDeviceSize size,
                              VkMemoryMapFlags flags, void** data) {
  if (VkResult result = layer->Judge("vkMapMemory", layer->calls[kMapMemory]))
    return result;
  std::lock_guard<std::mutex> lock(layer->mutex);
  if (layer->discrete && layer->types[memory] == 0)
    return VK_ERROR_MEMORY_MAP_FAILED; // It is not the host's.
  VkResult result = Next<PFN_vkMapMemory>(kMapMemory)(device, memory, offset, size, flags, data);
  if (result == VK_SUCCESS && layer->incoherent) {
    Shadow& shadow = layer->shadows[memory];
    shadow.real = *data;
    shadow.copy.assign(layer->sizes[memory], 0x5a);
    *data = shadow.copy.data();
  }
  return result;
}

void VKAPI_CALL FreeMemory(VkDevice device, VkDeviceMemory memory, const VkAllocationCallbacks* callbacks) {
  if (memory != VK_NULL_HANDLE)
    --layer->objects;
  {
    std::lock_guard<std::mutex> lock(layer->mutex);
    layer->shadows.erase(memory);
    layer->types.erase(memory);
    layer->sizes.erase(memory);
  }
  Next<PFN_vkFreeMemory>(kFreeMemory)(device, memory, callbacks);
}

VkResult VKAPI_CALL FlushMappedMemoryRanges(VkDevice device, uint32_t count,
                                            const VkMappedMemoryRange* ranges) {
  if (VkResult result = layer->Judge("vkFlushMappedMemoryRanges", layer->calls[kFlushMappedMemoryRanges]))
    return result;
  std::lock_guard<std::mutex> lock(layer->mutex);
  for (uint32_t i = 0; i < count; ++i)
    if (auto found = layer->shadows.find(ranges[i].memory); found != layer->shadows.end())
      memcpy(found->second.real, found->second.copy.data(), found->second.copy.size());
  return VK_SUCCESS;
}

VkResult VKAPI_CALL InvalidateMappedMemoryRanges(VkDevice device, uint32_t count,
                                                 const VkMappedMemoryRange* ranges) {
  if (VkResult result =
          layer->Judge("vkInvalidateMappedMemoryRanges", layer->calls[kInvalidateMappedMemoryRanges]))
    return result;
  std::lock_guard<std::mutex> lock(layer->mutex);
  for (uint32_t i = 0; i < count; ++i)
    if (auto found = layer->shadows.find(ranges[i].memory); found != layer->shadows.end())
      memcpy(found->second.copy.data(), found->second.real, found->second.copy.size());
  return VK_SUCCESS;
}

void VKAPI_CALL GetBufferMemoryRequirements(VkDevice device, VkBuffer buffer, VkMemoryRequirements* needs) {
  layer->nextRequirements(device, buffer, needs);
  if (layer->discrete)
    needs->memoryTypeBits = 3;
}

void VKAPI_CALL GetPhysicalDeviceMemoryProperties(VkPhysicalDevice device,
                                                  VkPhysicalDeviceMemoryProperties* memory) {
  layer->nextMemoryProperties(device, memory);
  if (!layer->discrete)
    return;
  memory->memoryTypeCount = memory->memoryHeapCount = 2;
  memory->memoryHeaps[1] = {memory->memoryHeaps[0].size, 0};
  memory->memoryHeaps[0].flags = VK_MEMORY_HEAP_DEVICE_LOCAL_BIT;
  memory->memoryTypes[0] = {VK_MEMORY_PROPERTY_DEVICE_LOCAL_BIT, 0};
  VkMemoryPropertyFlags host = VK_MEMORY_PROPERTY_HOST_VISIBLE_BIT | VK_MEMORY_PROPERTY_HOST_CACHED_BIT;
  memory->memoryTypes[1] = {host | (layer->incoherent ? 0u : VK_MEMORY_PROPERTY_HOST_COHERENT_BIT), 1};
}

// ---- Limits

void Change(VkPhysicalDeviceProperties& properties) {
  VkPhysicalDeviceLimits& limits = properties.limits;
#define AIC_LIMIT(name) limits.name = static_cast<decltype(limits.name)>(layer->Limit(#name, limits.name));
  AIC_LIMIT(maxStorageBufferRange)
  AIC_LIMIT(maxComputeSharedMemorySize)
  AIC_LIMIT(maxComputeWorkGroupInvocations)
  AIC_LIMIT(maxPerStageDescriptorStorageBuffers)
  AIC_LIMIT(maxDescriptorSetStorageBuffers)
  AIC_LIMIT(maxPerStageResources)
  AIC_LIMIT(maxBoundDescriptorSets)
  AIC_LIMIT(maxMemoryAllocationCount)
  AIC_LIMIT(minStorageBufferOffsetAlignment)
#undef AIC_LIMIT
  for (uint32_t& size : limits.maxComputeWorkGroupSize)
    size = static_cast<uint32_t>(layer->Limit("maxComputeWorkGroupSize", size));
  for (uint32_t& count : limits.maxComputeWorkGroupCount)
    count = static_cast<uint32_t>(layer->Limit("maxComputeWorkGroupCount", count));
  properties.apiVersion = static_cast<uint32_t>(layer->Limit("apiVersion", properties.apiVersion));
  properties.driverVersion = static_cast<uint32_t>(layer->Limit("driverVersion", properties.driverVersion));
  if (layer->discrete)
    properties.deviceType = VK_PHYSICAL_DEVICE_TYPE_DISCRETE_GPU;
}

void VKAPI_CALL GetPhysicalDeviceProperties(VkPhysicalDevice device, VkPhysicalDeviceProperties* properties) {
  layer->nextProperties(device, properties);
  Change(*properties);
}

void VKAPI_CALL GetPhysicalDeviceProperties2(VkPhysicalDevice device,
                                             VkPhysicalDeviceProperties2* properties) {
  layer->nextProperties2(device, properties);
  Change(properties->properties);
  for (auto* next = static_cast<VkBaseOutStructure*>(properties->pNext); next; next = next->pNext) {
    if (next->sType == VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_SUBGROUP_PROPERTIES && !layer->subgroups)
      reinterpret_cast<VkPhysicalDeviceSubgroupProperties*>(next)->supportedOperations =
          VK_SUBGROUP_FEATURE_BASIC_BIT;
    if (next->sType == VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_MAINTENANCE_3_PROPERTIES) {
      auto* known = reinterpret_cast<VkPhysicalDeviceMaintenance3Properties*>(next);
      known->maxMemoryAllocationSize =
          layer->Limit("maxMemoryAllocationSize", known->maxMemoryAllocationSize);
    }
    if (next->sType == VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_MAINTENANCE_4_PROPERTIES) {
      auto* known = reinterpret_cast<VkPhysicalDeviceMaintenance4Properties*>(next);
      known->maxBufferSize = layer->Limit("maxBufferSize", known->maxBufferSize);
    }
  }
}

void VKAPI_CALL GetPhysicalDeviceQueueFamilyProperties(VkPhysicalDevice device, uint32_t* count,
                                                       VkQueueFamilyProperties* families) {
  layer->nextFamilies(device, count, families);
  for (uint32_t i = 0; families && i < *count; ++i) {
    if (!layer->compute)
      families[i].queueFlags &= ~VkQueueFlags(VK_QUEUE_COMPUTE_BIT);
    families[i].timestampValidBits =
        static_cast<uint32_t>(layer->Limit("timestampValidBits", families[i].timestampValidBits));
  }
}

// ---- Barriers

void VKAPI_CALL CmdPipelineBarrier(VkCommandBuffer commands, VkPipelineStageFlags from,
                                   VkPipelineStageFlags to, VkDependencyFlags flags, uint32_t memoryCount,
                                   const VkMemoryBarrier* memory, uint32_t bufferCount,
                                   const VkBufferMemoryBarrier* buffers, uint32_t imageCount,
                                   const VkImageMemoryBarrier* images) {
  {
    std::lock_guard<std::mutex> lock(layer->mutex);
    int number = ++layer->barriers;
    if (std::find(layer->dropped.begin(), layer->dropped.end(), number) != layer->dropped.end())
      return;
  }
  layer->nextBarrier(commands, from, to, flags, memoryCount, memory, bufferCount, buffers, imageCount,
                     images);
}

// ---- The pipeline cache: 64 bytes for each pipeline that was made with it, as the tested drivers keep
// nothing

constexpr size_t kPerPipeline = 64;

VkResult VKAPI_CALL CreatePipelineCache(VkDevice device, const VkPipelineCacheCreateInfo* info,
                                        const VkAllocationCallbacks* callbacks, VkPipelineCache* cache) {
  if (VkResult result = layer->Judge("vkCreatePipelineCache", layer->calls[kCreatePipelineCache]))
    return result;
  VkPipelineCacheCreateInfo changed = *info;
  std::string kept;
  uint32_t header = 0;
  if (info->initialDataSize >= 4)
    memcpy(&header, info->pInitialData, 4);
  if (header && header <= info->initialDataSize) {
    kept.assign(static_cast<const char*>(info->pInitialData) + header, info->initialDataSize - header);
    if (kept != std::string(kept.size(), 'p'))
      layer->Write("the pipeline cache was handed damaged bytes");
  }
  changed.initialDataSize = 0; // What the driver would do with its header alone is of no interest.
  VkResult result = Next<PFN_vkCreatePipelineCache>(kCreatePipelineCache)(device, &changed, callbacks, cache);
  if (result == VK_SUCCESS) {
    ++layer->objects;
    std::lock_guard<std::mutex> lock(layer->mutex);
    layer->caches[*cache] = kept;
  }
  return result;
}

VkResult VKAPI_CALL CreateComputePipelines(VkDevice device, VkPipelineCache cache, uint32_t count,
                                           const VkComputePipelineCreateInfo* infos,
                                           const VkAllocationCallbacks* callbacks, VkPipeline* pipelines) {
  if (VkResult result = layer->Judge("vkCreateComputePipelines", layer->calls[kCreateComputePipelines]))
    return result;
  VkResult result = Next<PFN_vkCreateComputePipelines>(kCreateComputePipelines)(device, cache, count, infos,
                                                                                callbacks, pipelines);
  if (result == VK_SUCCESS) {
    layer->objects += count;
    std::lock_guard<std::mutex> lock(layer->mutex);
    if (uint64_t bytes = layer->Limit("cacheBytes", 0); layer->caches[cache].size() < bytes)
      layer->caches[cache].append(kPerPipeline * count, 'p');
  }
  return result;
}

VkResult VKAPI_CALL GetPipelineCacheData(VkDevice device, VkPipelineCache cache, size_t* bytes, void* data) {
  if (VkResult result = layer->Judge("vkGetPipelineCacheData", layer->calls[kGetPipelineCacheData]))
    return result;
  std::lock_guard<std::mutex> lock(layer->mutex);
  const std::string& kept = layer->caches[cache];
  auto next = Next<PFN_vkGetPipelineCacheData>(kGetPipelineCacheData);
  size_t own = 0;
  VkResult result = next(device, cache, &own, nullptr);
  if (result || !data) {
    *bytes = own + kept.size();
    return result;
  }
  if (*bytes < own + kept.size())
    return VK_INCOMPLETE;
  result = next(device, cache, &own, data);
  memcpy(static_cast<char*>(data) + own, kept.data(), kept.size());
  *bytes = own + kept.size();
  return result;
}

// ---- Waits that fail: the driver's work ends all the same, as that of a lost device does

VkResult VKAPI_CALL WaitForFences(VkDevice device, uint32_t count, const VkFence* fences, VkBool32 all,
                                  uint64_t timeout) {
  if (VkResult result = layer->Judge("vkWaitForFences", layer->calls[kWaitForFences])) {
    layer->nextWaitIdle(device);
    return result;
  }
  return Next<PFN_vkWaitForFences>(kWaitForFences)(device, count, fences, all, timeout);
}

VkResult VKAPI_CALL QueueWaitIdle(VkQueue queue) {
  VkResult judged = layer->Judge("vkQueueWaitIdle", layer->calls[kQueueWaitIdle]);
  VkResult result = Next<PFN_vkQueueWaitIdle>(kQueueWaitIdle)(queue);
  return judged ? judged : result;
}

// ---- Instance and device

template <typename Info> Info* FindLink(const void* chain, VkStructureType type) {
  for (auto* next = static_cast<const VkBaseInStructure*>(chain); next; next = next->pNext)
    if (next->sType == type)
      if (auto* info = reinterpret_cast<Info*>(const_cast<VkBaseInStructure*>(next));
          info->function == VK_LAYER_LINK_INFO)
        return info;
  return nullptr;
}

VkResult VKAPI_CALL CreateInstance(const VkInstanceCreateInfo* info, const VkAllocationCallbacks* callbacks,
                                   VkInstance* instance) {
  auto* link =
      FindLink<VkLayerInstanceCreateInfo>(info->pNext, VK_STRUCTURE_TYPE_LOADER_INSTANCE_CREATE_INFO);
  if (!link)
    return VK_ERROR_INITIALIZATION_FAILED;
  delete layer;
  layer = new Layer;
  if (const char* text = getenv("AIC_INJECT"))
    layer->Configure(text);
  layer->nextInstance = link->u.pLayerInfo->pfnNextGetInstanceProcAddr;
  link->u.pLayerInfo = link->u.pLayerInfo->pNext;
  auto create = reinterpret_cast<PFN_vkCreateInstance>(layer->nextInstance(nullptr, "vkCreateInstance"));
  VkResult result = create(info, callbacks, instance);
  if (result)
    return result;
  layer->instance = *instance;
  auto load = [&](auto& pointer, const char* name) {
    pointer = reinterpret_cast<std::decay_t<decltype(pointer)>>(layer->nextInstance(*instance, name));
  };
  load(layer->nextProperties, "vkGetPhysicalDeviceProperties");
  load(layer->nextProperties2, "vkGetPhysicalDeviceProperties2");
  load(layer->nextMemoryProperties, "vkGetPhysicalDeviceMemoryProperties");
  load(layer->nextFamilies, "vkGetPhysicalDeviceQueueFamilyProperties");
  load(layer->nextCreateDevice, "vkCreateDevice");
  load(layer->nextDestroyInstance, "vkDestroyInstance");
  return VK_SUCCESS;
}

void VKAPI_CALL DestroyInstance(VkInstance instance, const VkAllocationCallbacks* callbacks) {
  layer->nextDestroyInstance(instance, callbacks);
  if (layer->devices)
    layer->Write(std::to_string(layer->devices) + " devices were not destroyed");
  delete layer;
  layer = nullptr;
}

VkResult VKAPI_CALL CreateDevice(VkPhysicalDevice physical, const VkDeviceCreateInfo* info,
                                 const VkAllocationCallbacks* callbacks, VkDevice* device) {
  static int calls;
  calls = layer->devices;
  if (VkResult result = layer->Judge("vkCreateDevice", calls))
    return result;
  auto* link = FindLink<VkLayerDeviceCreateInfo>(info->pNext, VK_STRUCTURE_TYPE_LOADER_DEVICE_CREATE_INFO);
  if (!link)
    return VK_ERROR_INITIALIZATION_FAILED;
  layer->nextDevice = link->u.pLayerInfo->pfnNextGetDeviceProcAddr;
  link->u.pLayerInfo = link->u.pLayerInfo->pNext;
  VkResult result = layer->nextCreateDevice(physical, info, callbacks, device);
  if (result)
    return result;
  ++layer->devices;
  layer->lost = false; // Another device.
  for (int i = 0; i < kFunctions; ++i)
    layer->next[i] = layer->nextDevice(*device, kNames[i]);
  auto load = [&](auto& pointer, const char* name) {
    pointer = reinterpret_cast<std::decay_t<decltype(pointer)>>(layer->nextDevice(*device, name));
  };
  load(layer->nextBarrier, "vkCmdPipelineBarrier");
  load(layer->nextRequirements, "vkGetBufferMemoryRequirements");
  load(layer->nextDestroyDevice, "vkDestroyDevice");
  load(layer->nextWaitIdle, "vkDeviceWaitIdle");
  return VK_SUCCESS;
}

void VKAPI_CALL DestroyDevice(VkDevice device, const VkAllocationCallbacks* callbacks) {
  if (--layer->devices == 0 && layer->objects)
    layer->Write(std::to_string(layer->objects) + " objects were not destroyed");
  layer->nextDestroyDevice(device, callbacks);
}

PFN_vkVoidFunction Own(const char* name) {
  struct Row {
    const char* name;
    PFN_vkVoidFunction function;
  };
#define AIC_ROW(name) {"vk" #name, reinterpret_cast<PFN_vkVoidFunction>(static_cast<PFN_vk##name>(name))},
#define AIC_WRAPPER(name) {"vk" #name, WrapperOf<k##name>(PFN_vk##name(nullptr))},
  static const Row rows[] = {
      AIC_ROW(CreateInstance) AIC_ROW(DestroyInstance) AIC_ROW(CreateDevice) AIC_ROW(DestroyDevice)
          AIC_ROW(GetPhysicalDeviceProperties) AIC_ROW(GetPhysicalDeviceProperties2)
              AIC_ROW(GetPhysicalDeviceMemoryProperties) AIC_ROW(GetPhysicalDeviceQueueFamilyProperties)
                  AIC_ROW(AllocateMemory) AIC_ROW(MapMemory) AIC_ROW(FreeMemory)
                      AIC_ROW(FlushMappedMemoryRanges) AIC_ROW(InvalidateMappedMemoryRanges)
                          AIC_ROW(GetBufferMemoryRequirements) AIC_ROW(CmdPipelineBarrier)
                              AIC_ROW(CreatePipelineCache) AIC_ROW(CreateComputePipelines)
                                  AIC_ROW(GetPipelineCacheData) AIC_ROW(WaitForFences) AIC_ROW(QueueWaitIdle)
      // Those above come first: the general wrappers below have the same names.
      AIC_RESULT_FUNCTIONS(AIC_WRAPPER) AIC_DESTROY_FUNCTIONS(AIC_WRAPPER)};
#undef AIC_ROW
#undef AIC_WRAPPER
  for (const Row& row : rows)
    if (strcmp(row.name, name) == 0)
      return row.function;
  return nullptr;
}

PFN_vkVoidFunction VKAPI_CALL GetDeviceProcAddr(VkDevice device, const char* name) {
  if (strcmp(name, "vkGetDeviceProcAddr") == 0)
    return reinterpret_cast<PFN_vkVoidFunction>(GetDeviceProcAddr);
  PFN_vkVoidFunction own = Own(name);
  return own ? own : layer->nextDevice(device, name);
}

PFN_vkVoidFunction VKAPI_CALL GetInstanceProcAddr(VkInstance instance, const char* name) {
  if (strcmp(name, "vkGetInstanceProcAddr") == 0)
    return reinterpret_cast<PFN_vkVoidFunction>(GetInstanceProcAddr);
  if (strcmp(name, "vkGetDeviceProcAddr") == 0)
    return reinterpret_cast<PFN_vkVoidFunction>(GetDeviceProcAddr);
  PFN_vkVoidFunction own = Own(name);
  return own ? own : layer && layer->nextInstance ? layer->nextInstance(instance, name) : nullptr;
}

} // namespace

extern "C" __attribute__((visibility("default"))) VkResult VKAPI_CALL
vkNegotiateLoaderLayerInterfaceVersion(VkNegotiateLayerInterface* version) {
  version->loaderLayerInterfaceVersion = std::min(version->loaderLayerInterfaceVersion, 2u);
  version->pfnGetInstanceProcAddr = GetInstanceProcAddr;
  version->pfnGetDeviceProcAddr = GetDeviceProcAddr;
  version->pfnGetPhysicalDeviceProcAddr = nullptr;
  return VK_SUCCESS;
}
