#include "runtime/vulkan/Pipelines.h"

#include "runtime/Failure.h"
#include "runtime/Threads.h"
#include "runtime/vulkan/Result.h"

#include <signal.h>

namespace aic::runtime::vulkan {

VkResult Layout::Create(LogicalDevice& device, uint32_t bindings) {
  if (pipeline_)
    return VK_SUCCESS;
  device_ = &device;
  Array<VkDescriptorSetLayoutBinding> list;
  if (!list.Allocate(bindings))
    return VK_ERROR_OUT_OF_HOST_MEMORY;
  for (uint32_t i = 0; i < bindings; ++i)
    list[i] = {i, VK_DESCRIPTOR_TYPE_STORAGE_BUFFER, 1, VK_SHADER_STAGE_COMPUTE_BIT, nullptr};
  VkDescriptorSetLayoutCreateInfo setInfo = {};
  setInfo.sType = VK_STRUCTURE_TYPE_DESCRIPTOR_SET_LAYOUT_CREATE_INFO;
  setInfo.bindingCount = bindings;
  setInfo.pBindings = list.data();
  VkResult result = device.vk.CreateDescriptorSetLayout(device.handle, &setInfo, nullptr, &set_);
  if (result) {
    set_ = VK_NULL_HANDLE;
    return device.Note(result);
  }
  VkPipelineLayoutCreateInfo info = {};
  info.sType = VK_STRUCTURE_TYPE_PIPELINE_LAYOUT_CREATE_INFO;
  info.setLayoutCount = 1;
  info.pSetLayouts = &set_;
  result = device.vk.CreatePipelineLayout(device.handle, &info, nullptr, &pipeline_);
  if (result)
    pipeline_ = VK_NULL_HANDLE;
  return device.Note(result);
}

Layout::~Layout() {
  if (pipeline_)
    device_->vk.DestroyPipelineLayout(device_->handle, pipeline_, nullptr);
  if (set_)
    device_->vk.DestroyDescriptorSetLayout(device_->handle, set_, nullptr);
}

ShaderModule::ShaderModule(LogicalDevice& device, const uint32_t* words, uint64_t bytes, VkResult* result)
    : device_(device) {
  VkShaderModuleCreateInfo info = {};
  info.sType = VK_STRUCTURE_TYPE_SHADER_MODULE_CREATE_INFO;
  info.codeSize = bytes;
  info.pCode = words;
  *result = device.Note(device.vk.CreateShaderModule(device.handle, &info, nullptr, &module_));
  if (*result)
    module_ = VK_NULL_HANDLE;
}

ShaderModule::~ShaderModule() {
  if (module_)
    device_.vk.DestroyShaderModule(device_.handle, module_, nullptr);
}

namespace {

/// What the threads share. Each takes the next source until there is none, or until one fails.
struct Work {
  LogicalDevice& device;
  const Array<PipelineSource>& sources;
  const List<Layout>& layouts;
  VkPipelineCache cache;
  Array<VkPipeline>& pipelines;
  Array<VkResult>& results;
  std::atomic<uint32_t> next{0};
  std::atomic<bool> failed{false};
};

VkResult Make(Work& work, uint32_t index) {
  const PipelineSource& source = work.sources[index];
  VkResult result;
  ShaderModule module(work.device, source.words, source.bytes, &result);
  if (result)
    return result;
  VkComputePipelineCreateInfo info = {};
  info.sType = VK_STRUCTURE_TYPE_COMPUTE_PIPELINE_CREATE_INFO;
  info.flags = source.cut ? VK_PIPELINE_CREATE_DISPATCH_BASE : 0;
  info.stage.sType = VK_STRUCTURE_TYPE_PIPELINE_SHADER_STAGE_CREATE_INFO;
  info.stage.stage = VK_SHADER_STAGE_COMPUTE_BIT;
  info.stage.module = module.handle();
  info.stage.pName = "main";
  info.layout = work.layouts[source.bindings].pipeline();
  result = work.device.Note(work.device.vk.CreateComputePipelines(work.device.handle, work.cache, 1, &info,
                                                                  nullptr, &work.pipelines[index]));
  if (result)
    work.pipelines[index] = VK_NULL_HANDLE;
  return result;
}

void* WorkThrough(void* argument) {
  Work& work = *static_cast<Work*>(argument);
  for (uint32_t i; !work.failed.load(std::memory_order_relaxed) &&
                   (i = work.next.fetch_add(1, std::memory_order_relaxed)) < work.sources.size();)
    if ((work.results[i] = Make(work, i)))
      work.failed.store(true, std::memory_order_relaxed);
  return nullptr;
}

} // namespace

aic_status Pipelines::Create(const char* where, LogicalDevice& device, const Array<PipelineSource>& sources,
                             VkPipelineCache cache, uint32_t threads) {
  device_ = &device;
  uint32_t most = 0;
  for (const PipelineSource& source : sources)
    most = source.bindings > most ? source.bindings : most;
  Array<VkResult> results;
  Array<Thread> helpers;
  if (threads > sources.size())
    threads = sources.size() ? sources.size() : 1;
  if (!pipelines_.Allocate(sources.size()) || !layouts_.Allocate(size_t(most) + 1) ||
      !results.Allocate(sources.size()) || !helpers.Allocate(threads - 1))
    return Fail(AIC_OUT_OF_MEMORY, "%s: memory is short", where);
  for (const PipelineSource& source : sources)
    if (VkResult result = layouts_[source.bindings].Create(device, source.bindings))
      return FailVulkan(result, "%s: %s: kernel %s: no pipeline layout", where, device.name(), source.name);

  Work work = {device, sources, layouts_, cache, pipelines_, results};
  // A new thread starts with its maker's signal mask: the host's handlers are not for ours.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  const Threading threading = CurrentThreading();
  uint32_t started = 0;
  while (started < helpers.size() &&
         StartThread(threading, WorkThrough, &work, 0, &helpers[started]) == 0) // Fewer will do, too.
    ++started;
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  WorkThrough(&work);
  for (uint32_t i = 0; i < started; ++i)
    JoinThread(helpers[i]);
  for (uint32_t i = 0; i < sources.size(); ++i)
    if (results[i])
      return FailVulkan(results[i], "%s: %s: kernel %s: its pipeline cannot be made", where, device.name(),
                        sources[i].name);
  return AIC_OK;
}

Pipelines::~Pipelines() {
  for (VkPipeline pipeline : pipelines_)
    if (pipeline)
      device_->vk.DestroyPipeline(device_->handle, pipeline, nullptr);
}

} // namespace aic::runtime::vulkan
