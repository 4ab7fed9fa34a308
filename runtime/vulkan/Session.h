/// \file
/// What a session holds on a Vulkan device.
#ifndef AIC_RUNTIME_VULKAN_SESSION_H
#define AIC_RUNTIME_VULKAN_SESSION_H

#include "runtime/vulkan/Device.h"
#include "runtime/vulkan/Instance.h"
#include "runtime/vulkan/Program.h"
#include "runtime/vulkan/Variants.h"

#include <unistd.h>

namespace aic::runtime::vulkan {

/// An entry's program on a device. Members are destroyed from the last to the first.
struct Plan::State {
  State(Instance& sharedInstance, LogicalDevice& sharedDevice)
      : instance(sharedInstance), device(sharedDevice) {}
  ~State();

  /// Everything up to the recorded plan. `where`, header, target and code live as long as the state.
  aic_status Load(const char* path, const Header& header, const schema::Target& planTarget,
                  uint32_t planEntry, const uint8_t* code, const uint8_t* weights, const Options& options);
  aic_status Run(const aic_input* inputs, const aic_output* outputs, const Trace& trace);

  const schema::Program& entryProgram() const { return *target->programs()->Get(entry); }

  aic_status ChooseVariants(const char* forced);
  aic_status CheckBindings() const;
  aic_status MakePipelines(const uint8_t* code, uint32_t threads);
  aic_status RecordPlan(bool profiled);
  /// One run of what is recorded, and the wait for it.
  VkResult Submit(const Recording& recording);
  /// The steps one by one, each with copies of what it binds for the callback.
  aic_status RunSteps(const Trace& trace);
  aic_status PrepareCopies();
  VkResult RunStep(uint32_t index, void** pointers);
  VkResult SubmitOne(VkCommandBuffer commands);
  /// The message of a run's failure. Unless the device is lost, the session may be run again.
  aic_status FailRun(VkResult result);
  /// What kernels reported in the run that has ended.
  aic_status CheckReports();

  Instance& instance;
  LogicalDevice& device;
  const pid_t process = getpid(); ///< The one that this was made in: a fork has none of it.
  const char* where = nullptr;
  const schema::Target* target = nullptr;
  uint32_t entry = 0;

  Array<Choice> choices;                  ///< Of each kernel.
  Array<const schema::Variant*> variants; ///< The chosen one of each kernel.
  Array<uint32_t> pipelineOf;             ///< Of each kernel.
  Storage storage;
  Reports reports;
  Pipelines pipelines;
  Program program;
  CommandPool pool;
  Fence fence;
  Timestamps timestamps;
  Recording plan, profile;                        ///< The second only for a session that profiles.
  VkCommandBuffer inputCommands = VK_NULL_HANDLE; ///< NULL on a unified device.
  VkCommandBuffer outputCommands = VK_NULL_HANDLE;
  bool profiles = false;

  // For traces without PROFILE, made at the first of them.
  VkCommandBuffer stepCommands = VK_NULL_HANDLE;
  Buffer copies;
  Array<void*> copyPointers;

  uint64_t shaderBytes = 0, uploadNanoseconds = 0, pipelineNanoseconds = 0;
  bool cacheFound = false;
};

} // namespace aic::runtime::vulkan

#endif // AIC_RUNTIME_VULKAN_SESSION_H
