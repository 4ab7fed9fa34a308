/// \file
/// The Vulkan device, as the rest of the runtime sees it: nothing of Vulkan's own. Implemented by Session.cpp
/// and Devices.cpp, or by WithoutVulkan.cpp where the runtime was built without Vulkan's headers.
#ifndef AIC_RUNTIME_VULKAN_DEVICE_H
#define AIC_RUNTIME_VULKAN_DEVICE_H

#include "runtime/Control.h"
#include "runtime/Header.h"
#include "runtime/Trace.h"

namespace aic::runtime::vulkan {

struct Options {
  uint32_t device = AIC_DEVICE_ANY; ///< Index among Vulkan's devices.
  uint32_t threads = 1;             ///< That make pipelines.
  const char* variant = nullptr;    ///< That every kernel which has it must use.
  bool profile = false;
  const Control* control = nullptr; ///< Of the session's runs; NULL: none stops.
};

/// The programs of a target, loaded onto one device, and the states.
class Plan {
public:
  Plan() = default;
  Plan(const Plan&) = delete;
  Plan& operator=(const Plan&) = delete;
  ~Plan();

  /// Loads the programs of `target` of `header`, which stay alive as long as the plan. `code` is its code
  /// section, aligned to 4; `weights` the weights section: both stay too. Errors: AIC_UNSUPPORTED (no Vulkan,
  /// no such device, what it lacks), AIC_OUT_OF_MEMORY, AIC_DEVICE_LOST, AIC_SYSTEM.
  aic_status Prepare(const char* where, const Header& header, const schema::Target& target,
                     const uint8_t* code, const uint8_t* weights, const Options& options);

  /// Runs an entry. The caller's buffers are already checked against the header. `statesLost`: see
  /// runtime/Target.h. Errors: AIC_DEVICE_LOST, AIC_OUT_OF_MEMORY, AIC_KERNEL_FAILED, AIC_UNSUPPORTED.
  aic_status Run(uint32_t entry, const aic_input* inputs, const aic_output* outputs, const Trace& trace,
                 bool* statesLost);

  /// As runtime/Target.h has them.
  aic_status CheckState(uint32_t state, const void* data) const;
  aic_status ReadState(uint32_t state, void* data);
  aic_status WriteState(uint32_t state, const void* data);

  /// What only the plan knows of it: all but device, target, threads and dispatch_count.
  void Describe(aic_session_info* info) const;
  const char* VariantName(uint32_t kernel) const;
  const char* VariantReason(uint32_t kernel) const;

private:
  struct State;
  [[maybe_unused]] State* state_ = nullptr;
};

/// A device's description and the strings that it points to.
struct DeviceEntry {
  aic_device_info info;
  char name[256], driver[640], reason[256];
};

/// Allocates `devices`, one entry per device that Vulkan finds, usable or not, after `skip` entries that the
/// caller fills, and says in `problem` why there is no Vulkan ("" if there is). Errors: AIC_OUT_OF_MEMORY.
aic_status ListDevices(uint32_t skip, Array<DeviceEntry>& devices, char (&problem)[256]);

} // namespace aic::runtime::vulkan

#endif // AIC_RUNTIME_VULKAN_DEVICE_H
