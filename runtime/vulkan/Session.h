/// \file
/// What a session holds on a Vulkan device.
#ifndef AIC_RUNTIME_VULKAN_SESSION_H
#define AIC_RUNTIME_VULKAN_SESSION_H

#include "runtime/vulkan/Device.h"
#include "runtime/vulkan/Instance.h"
#include "runtime/vulkan/Program.h"
#include "runtime/vulkan/Variants.h"

#include <ctime>
#include <unistd.h>

namespace aic::runtime::vulkan {

/// By the clock that only goes forward.
inline uint64_t Nanoseconds() {
  timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return uint64_t(now.tv_sec) * 1000000000u + now.tv_nsec;
}

/// What an entry has of its own.
struct EntryPlan {
  Program program;
  Timestamps timestamps;
  Recording plan, profile;                        ///< The second only for a session that profiles.
  VkCommandBuffer inputCommands = VK_NULL_HANDLE; ///< NULL on a unified device.
  VkCommandBuffer outputCommands = VK_NULL_HANDLE;
};

/// A target's programs on a device. Members are destroyed from the last to the first.
struct Plan::State {
  State(Instance& sharedInstance, LogicalDevice& sharedDevice)
      : instance(sharedInstance), device(sharedDevice) {}
  ~State();

  /// Everything up to the recorded plans. `where`, header, target, code and weights live as long as the
  /// state.
  aic_status Load(const char* path, const Header& header, const schema::Target& planTarget,
                  const uint8_t* code, const uint8_t* weights, const Options& options);
  aic_status Run(uint32_t index, const aic_input* inputs, const aic_output* outputs, const Trace& trace,
                 bool* statesLost);

  const schema::Program& programOf(uint32_t entry) const { return *target->programs()->Get(entry); }

  aic_status ChooseVariants(const char* forced);
  aic_status CheckBindings() const;
  aic_status MakePipelines(const uint8_t* code, uint32_t threads);
  aic_status WriteStates();
  aic_status RecordPlan(uint32_t index, bool profiled);
  /// One run of what is recorded, and the wait for it. `ended`: it ended before the first write of a state,
  /// because of what was reported by then.
  VkResult Submit(const EntryPlan& entry, const Recording& recording, bool* ended);
  /// The steps one by one, each with copies of what it binds for the callback. PrepareCopies comes before.
  aic_status RunSteps(const EntryPlan& entry, const Trace& trace, bool* ended);
  /// Whether a step reported a failure in the run so far, which has been waited for.
  VkResult SeeReports(bool* reported);
  aic_status PrepareCopies();
  VkResult RunStep(const Program& program, uint32_t index, void** pointers);
  VkResult SubmitOne(VkCommandBuffer commands);
  /// The message of a failure of a run, or of what else `what` is. Unless the device is lost, the session may
  /// be used again.
  aic_status FailRun(VkResult result, const char* what = "the run failed");
  /// AIC_DEVICE_LOST where the device is, or where this is another process than the session's.
  aic_status CheckDevice();
  /// What kernels reported in the run, of which so many steps ran. `statesLost`: whether one of them that did
  /// not report a failure writes a state; as steps behind one that failed run too.
  aic_status CheckReports(uint32_t index, uint32_t ran, bool* statesLost);

  Instance& instance;
  LogicalDevice& device;
  const pid_t process = getpid(); ///< The one that this was made in: a fork has none of it.
  const char* where = nullptr;
  const Control* control = nullptr;
  const Header* header = nullptr;
  const schema::Target* target = nullptr;

  Array<Choice> choices;                  ///< Of each kernel.
  Array<const schema::Variant*> variants; ///< The chosen one of each kernel.
  Array<uint32_t> pipelineOf;             ///< Of each kernel.
  Storage storage;
  Reports reports;
  Pipelines pipelines;
  CommandPool pool;
  Fence fence;
  States states;
  List<EntryPlan> entries;
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
