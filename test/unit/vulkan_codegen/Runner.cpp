#include "Runner.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <spirv-tools/libspirv.h>

namespace aic::test {
namespace {

constexpr size_t kFront = 256, kBehind = 4096; // every device takes multiples of 256 as an offset
constexpr uint8_t kGuardByte = 0xFE;           // -1.7e38 as floats, out of every range as indices

std::string failed(const char* call, VkResult result) {
  return std::string(call) + " failed: " + std::to_string(result);
}

} // namespace

DeviceBuffer::DeviceBuffer(VkDevice device, VkPhysicalDevice physical, size_t bytes)
    : bytes(bytes), device(device) {
  VkBufferCreateInfo info{VK_STRUCTURE_TYPE_BUFFER_CREATE_INFO};
  info.size = kFront + bytes + kBehind;
  info.usage = VK_BUFFER_USAGE_STORAGE_BUFFER_BIT;
  if (vkCreateBuffer(device, &info, nullptr, &buffer) != VK_SUCCESS)
    return;
  VkMemoryRequirements needs;
  vkGetBufferMemoryRequirements(device, buffer, &needs);
  VkPhysicalDeviceMemoryProperties types;
  vkGetPhysicalDeviceMemoryProperties(physical, &types);
  constexpr VkMemoryPropertyFlags wanted =
      VK_MEMORY_PROPERTY_HOST_VISIBLE_BIT | VK_MEMORY_PROPERTY_HOST_COHERENT_BIT;
  for (uint32_t i = 0; i < types.memoryTypeCount; ++i) {
    if (!(needs.memoryTypeBits >> i & 1) || (types.memoryTypes[i].propertyFlags & wanted) != wanted)
      continue;
    VkMemoryAllocateInfo allocate{VK_STRUCTURE_TYPE_MEMORY_ALLOCATE_INFO};
    allocate.allocationSize = needs.size;
    allocate.memoryTypeIndex = i;
    void* mapped = nullptr;
    if (vkAllocateMemory(device, &allocate, nullptr, &memory) == VK_SUCCESS &&
        vkBindBufferMemory(device, buffer, memory, 0) == VK_SUCCESS &&
        vkMapMemory(device, memory, 0, VK_WHOLE_SIZE, 0, &mapped) == VK_SUCCESS) {
      data = static_cast<uint8_t*>(mapped) + kFront;
      std::memset(data - kFront, kGuardByte, kFront);
      std::memset(data, 0xFF, bytes); // NaN: what is not written, and is read, shows
      std::memset(data + bytes, kGuardByte, kBehind);
    }
    return;
  }
}

DeviceBuffer::~DeviceBuffer() {
  vkDestroyBuffer(device, buffer, nullptr);
  vkFreeMemory(device, memory, nullptr);
}

bool DeviceBuffer::intact() const {
  auto untouched = [](uint8_t byte) { return byte == kGuardByte; };
  return std::all_of(data - kFront, data, untouched) &&
         std::all_of(data + bytes, data + bytes + kBehind, untouched);
}

VkDescriptorBufferInfo DeviceBuffer::binding() const {
  return {buffer, kFront, bytes + kBehind};
}

Runner* Runner::instance(std::string& why) {
  static std::string reason;
  static std::unique_ptr<Runner> runner = [] {
    // Compiled shaders are kept with the build: lavapipe takes up to seconds for one.
    setenv("MESA_SHADER_CACHE_DIR", AIC_BINARY_DIR "/mesa-shader-cache", 0);
    std::unique_ptr<Runner> made(new Runner);
    reason = made->create();
    if (!reason.empty())
      made.reset();
    return made;
  }();
  why = reason;
  return runner.get();
}

std::string Runner::create() {
  VkApplicationInfo application{VK_STRUCTURE_TYPE_APPLICATION_INFO};
  application.apiVersion = VK_API_VERSION_1_1;
  VkInstanceCreateInfo instanceInfo{VK_STRUCTURE_TYPE_INSTANCE_CREATE_INFO};
  instanceInfo.pApplicationInfo = &application;
  if (VkResult result = vkCreateInstance(&instanceInfo, nullptr, &vulkan); result != VK_SUCCESS)
    return "no Vulkan driver (Debian's mesa-vulkan-drivers has one): " + failed("vkCreateInstance", result);
  uint32_t count = 1;
  VkResult found = vkEnumeratePhysicalDevices(vulkan, &count, &physical);
  if (count == 0 || (found != VK_SUCCESS && found != VK_INCOMPLETE))
    return "no Vulkan device (Debian's mesa-vulkan-drivers has one)";
  VkPhysicalDeviceSubgroupProperties subgroup{VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_SUBGROUP_PROPERTIES};
  VkPhysicalDeviceProperties2 properties{VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_PROPERTIES_2, &subgroup, {}};
  vkGetPhysicalDeviceProperties2(physical, &properties);
  deviceName = properties.properties.deviceName;
  subgroupSize = subgroup.subgroupSize;
  constexpr VkSubgroupFeatureFlags needed =
      VK_SUBGROUP_FEATURE_BASIC_BIT | VK_SUBGROUP_FEATURE_ARITHMETIC_BIT;
  subgroupArithmetic = (subgroup.supportedStages & VK_SHADER_STAGE_COMPUTE_BIT) &&
                       (subgroup.supportedOperations & needed) == needed;
  std::vector<VkQueueFamilyProperties> families(64);
  uint32_t familyCount = static_cast<uint32_t>(families.size());
  vkGetPhysicalDeviceQueueFamilyProperties(physical, &familyCount, families.data());
  while (family < familyCount && !(families[family].queueFlags & VK_QUEUE_COMPUTE_BIT))
    ++family;
  if (family == familyCount)
    return deviceName + " has no compute queue";
  float priority = 1;
  VkDeviceQueueCreateInfo queueInfo{VK_STRUCTURE_TYPE_DEVICE_QUEUE_CREATE_INFO};
  queueInfo.queueFamilyIndex = family;
  queueInfo.queueCount = 1;
  queueInfo.pQueuePriorities = &priority;
  VkDeviceCreateInfo deviceInfo{VK_STRUCTURE_TYPE_DEVICE_CREATE_INFO};
  deviceInfo.queueCreateInfoCount = 1; // and no feature: robustBufferAccess is off
  deviceInfo.pQueueCreateInfos = &queueInfo;
  if (VkResult result = vkCreateDevice(physical, &deviceInfo, nullptr, &device); result != VK_SUCCESS)
    return failed("vkCreateDevice", result);
  vkGetDeviceQueue(device, family, 0, &queue);
  VkCommandPoolCreateInfo poolInfo{VK_STRUCTURE_TYPE_COMMAND_POOL_CREATE_INFO};
  poolInfo.queueFamilyIndex = family;
  if (VkResult result = vkCreateCommandPool(device, &poolInfo, nullptr, &pool); result != VK_SUCCESS)
    return failed("vkCreateCommandPool", result);
  return "";
}

Runner::~Runner() {
  if (device) {
    vkDestroyCommandPool(device, pool, nullptr);
    vkDestroyDevice(device, nullptr);
  }
  if (vulkan)
    vkDestroyInstance(vulkan, nullptr);
}

std::unique_ptr<DeviceBuffer> Runner::allocate(size_t bytes) {
  return std::make_unique<DeviceBuffer>(device, physical, bytes);
}

std::string Runner::run(const artifact::Variant& variant, const std::vector<DeviceBuffer*>& buffers) {
  VkShaderModule module = VK_NULL_HANDLE;
  VkDescriptorSetLayout setLayout = VK_NULL_HANDLE;
  VkPipelineLayout layout = VK_NULL_HANDLE;
  VkPipeline pipeline = VK_NULL_HANDLE;
  VkDescriptorPool descriptors = VK_NULL_HANDLE;
  VkCommandBuffer commands = VK_NULL_HANDLE;
  VkFence fence = VK_NULL_HANDLE;
  std::string error;
  auto good = [&](const char* call, VkResult result) {
    if (result != VK_SUCCESS)
      error = failed(call, result);
    return result == VK_SUCCESS;
  };
  auto work = [&] {
    uint32_t count = static_cast<uint32_t>(buffers.size());
    VkShaderModuleCreateInfo moduleInfo{VK_STRUCTURE_TYPE_SHADER_MODULE_CREATE_INFO};
    moduleInfo.codeSize = variant.words.size() * sizeof(uint32_t);
    moduleInfo.pCode = variant.words.data();
    if (!good("vkCreateShaderModule", vkCreateShaderModule(device, &moduleInfo, nullptr, &module)))
      return;
    std::vector<VkDescriptorSetLayoutBinding> bindings;
    for (uint32_t i = 0; i < count; ++i)
      bindings.push_back({i, VK_DESCRIPTOR_TYPE_STORAGE_BUFFER, 1, VK_SHADER_STAGE_COMPUTE_BIT, nullptr});
    VkDescriptorSetLayoutCreateInfo setInfo{VK_STRUCTURE_TYPE_DESCRIPTOR_SET_LAYOUT_CREATE_INFO};
    setInfo.bindingCount = count;
    setInfo.pBindings = bindings.data();
    if (!good("vkCreateDescriptorSetLayout",
              vkCreateDescriptorSetLayout(device, &setInfo, nullptr, &setLayout)))
      return;
    VkPipelineLayoutCreateInfo layoutInfo{VK_STRUCTURE_TYPE_PIPELINE_LAYOUT_CREATE_INFO};
    layoutInfo.setLayoutCount = 1;
    layoutInfo.pSetLayouts = &setLayout;
    if (!good("vkCreatePipelineLayout", vkCreatePipelineLayout(device, &layoutInfo, nullptr, &layout)))
      return;
    VkComputePipelineCreateInfo pipelineInfo{VK_STRUCTURE_TYPE_COMPUTE_PIPELINE_CREATE_INFO};
    pipelineInfo.flags = VK_PIPELINE_CREATE_DISPATCH_BASE;
    pipelineInfo.stage = {VK_STRUCTURE_TYPE_PIPELINE_SHADER_STAGE_CREATE_INFO};
    pipelineInfo.stage.stage = VK_SHADER_STAGE_COMPUTE_BIT;
    pipelineInfo.stage.module = module;
    pipelineInfo.stage.pName = "main";
    pipelineInfo.layout = layout;
    if (!good("vkCreateComputePipelines",
              vkCreateComputePipelines(device, VK_NULL_HANDLE, 1, &pipelineInfo, nullptr, &pipeline)))
      return;
    VkDescriptorPoolSize size{VK_DESCRIPTOR_TYPE_STORAGE_BUFFER, count};
    VkDescriptorPoolCreateInfo poolInfo{VK_STRUCTURE_TYPE_DESCRIPTOR_POOL_CREATE_INFO};
    poolInfo.maxSets = 1;
    poolInfo.poolSizeCount = 1;
    poolInfo.pPoolSizes = &size;
    if (!good("vkCreateDescriptorPool", vkCreateDescriptorPool(device, &poolInfo, nullptr, &descriptors)))
      return;
    VkDescriptorSet set;
    VkDescriptorSetAllocateInfo allocate{VK_STRUCTURE_TYPE_DESCRIPTOR_SET_ALLOCATE_INFO};
    allocate.descriptorPool = descriptors;
    allocate.descriptorSetCount = 1;
    allocate.pSetLayouts = &setLayout;
    if (!good("vkAllocateDescriptorSets", vkAllocateDescriptorSets(device, &allocate, &set)))
      return;
    std::vector<VkDescriptorBufferInfo> infos;
    std::vector<VkWriteDescriptorSet> writes;
    for (DeviceBuffer* buffer : buffers)
      infos.push_back(buffer->binding());
    for (uint32_t i = 0; i < count; ++i) {
      VkWriteDescriptorSet write{VK_STRUCTURE_TYPE_WRITE_DESCRIPTOR_SET};
      write.dstSet = set;
      write.dstBinding = i;
      write.descriptorCount = 1;
      write.descriptorType = VK_DESCRIPTOR_TYPE_STORAGE_BUFFER;
      write.pBufferInfo = &infos[i];
      writes.push_back(write);
    }
    vkUpdateDescriptorSets(device, count, writes.data(), 0, nullptr);
    VkCommandBufferAllocateInfo commandInfo{VK_STRUCTURE_TYPE_COMMAND_BUFFER_ALLOCATE_INFO};
    commandInfo.commandPool = pool;
    commandInfo.level = VK_COMMAND_BUFFER_LEVEL_PRIMARY;
    commandInfo.commandBufferCount = 1;
    if (!good("vkAllocateCommandBuffers", vkAllocateCommandBuffers(device, &commandInfo, &commands)))
      return;
    VkCommandBufferBeginInfo begin{VK_STRUCTURE_TYPE_COMMAND_BUFFER_BEGIN_INFO};
    if (!good("vkBeginCommandBuffer", vkBeginCommandBuffer(commands, &begin)))
      return;
    vkCmdBindPipeline(commands, VK_PIPELINE_BIND_POINT_COMPUTE, pipeline);
    vkCmdBindDescriptorSets(commands, VK_PIPELINE_BIND_POINT_COMPUTE, layout, 0, 1, &set, 0, nullptr);
    // In parts, as the runtime cuts long dispatches: two in each direction. The parts write different
    // elements of one range, which synchronisation validation cannot tell from a race; so a barrier, as
    // there.
    VkMemoryBarrier between{VK_STRUCTURE_TYPE_MEMORY_BARRIER, nullptr, VK_ACCESS_SHADER_WRITE_BIT,
                            VK_ACCESS_SHADER_READ_BIT | VK_ACCESS_SHADER_WRITE_BIT};
    const uint32_t cutX = (variant.workgroups[0] + 2) / 3, cutY = (variant.workgroups[1] + 1) / 2;
    for (auto [x, width] : {std::pair(0u, cutX), {cutX, variant.workgroups[0] - cutX}})
      for (auto [y, height] : {std::pair(0u, cutY), {cutY, variant.workgroups[1] - cutY}})
        if (width > 0 && height > 0) {
          vkCmdDispatchBase(commands, x, y, 0, width, height, variant.workgroups[2]);
          vkCmdPipelineBarrier(commands, VK_PIPELINE_STAGE_COMPUTE_SHADER_BIT,
                               VK_PIPELINE_STAGE_COMPUTE_SHADER_BIT, 0, 1, &between, 0, nullptr, 0, nullptr);
        }
    VkMemoryBarrier barrier{VK_STRUCTURE_TYPE_MEMORY_BARRIER, nullptr, VK_ACCESS_SHADER_WRITE_BIT,
                            VK_ACCESS_HOST_READ_BIT};
    vkCmdPipelineBarrier(commands, VK_PIPELINE_STAGE_COMPUTE_SHADER_BIT, VK_PIPELINE_STAGE_HOST_BIT, 0, 1,
                         &barrier, 0, nullptr, 0, nullptr);
    VkFenceCreateInfo fenceInfo{VK_STRUCTURE_TYPE_FENCE_CREATE_INFO};
    VkSubmitInfo submit{VK_STRUCTURE_TYPE_SUBMIT_INFO};
    submit.commandBufferCount = 1;
    submit.pCommandBuffers = &commands;
    if (!good("vkEndCommandBuffer", vkEndCommandBuffer(commands)) ||
        !good("vkCreateFence", vkCreateFence(device, &fenceInfo, nullptr, &fence)))
      return;
    auto start = std::chrono::steady_clock::now();
    if (!good("vkQueueSubmit", vkQueueSubmit(queue, 1, &submit, fence)))
      return;
    constexpr uint64_t kTwoMinutes = 120ull * 1000 * 1000 * 1000;
    good("vkWaitForFences", vkWaitForFences(device, 1, &fence, VK_TRUE, kTwoMinutes));
    seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  work();
  vkDestroyFence(device, fence, nullptr);
  if (commands)
    vkFreeCommandBuffers(device, pool, 1, &commands);
  vkDestroyDescriptorPool(device, descriptors, nullptr);
  vkDestroyPipeline(device, pipeline, nullptr);
  vkDestroyPipelineLayout(device, layout, nullptr);
  vkDestroyDescriptorSetLayout(device, setLayout, nullptr);
  vkDestroyShaderModule(device, module, nullptr);
  return error;
}

std::string validate(const std::vector<uint32_t>& words) {
  spv_context context = spvContextCreate(SPV_ENV_VULKAN_1_1);
  spv_diagnostic diagnostic = nullptr;
  spv_const_binary_t binary{words.data(), words.size()};
  std::string message;
  if (spvValidate(context, &binary, &diagnostic) != SPV_SUCCESS)
    message = diagnostic ? diagnostic->error : "invalid";
  spvDiagnosticDestroy(diagnostic);
  spvContextDestroy(context);
  return message;
}

} // namespace aic::test
