#include "tools/aic/Device.h"

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "tools/aic/Failure.h"

#include <CLI/CLI.hpp>

namespace aic::tool {

namespace {

/// The kinds of devices: the one list of them in this folder.
struct Kind {
  const char* name;
  aic_target_kind kind;
  bool numbered; // there may be several: NAME:N
};
constexpr Kind kKinds[] = {{"cpu", AIC_TARGET_CPU, false}, {"vulkan", AIC_TARGET_VULKAN, true}};

} // namespace

const char* deviceName(uint32_t kind) {
  for (const Kind& row : kKinds)
    if (row.kind == kind)
      return row.name;
  return "?";
}

void addDeviceOptions(CLI::App& command, DeviceOptions& options) {
  command
      .add_option("--device", options.device,
                  "What to run on: cpu, vulkan (the first device that can), vulkan:N (`aic devices` lists "
                  "them); default: cpu, or vulkan where the model has no code for this CPU")
      ->type_name("DEVICE");
  command
      .add_option(
          "--vulkan-variant", options.variant,
          "Run each kernel that has it as this variant: floor, shared, subgroup; default: chosen by the "
          "device's features (`aic inspect --plan` lists them)")
      ->type_name("NAME");
  command
      .add_option("--threads", options.threads,
                  "CPU: threads to run on; Vulkan: threads that prepare shaders; default: one per CPU")
      ->check(CLI::Range(1, AIC_MAX_THREADS))
      ->type_name("N");
}

int parseDevice(const std::string& command, const DeviceOptions& options, bool profile,
                aic_session_options& result) {
  aic_session_options_init(&result);
  result.threads = options.threads;
  if (profile)
    result.flags |= AIC_SESSION_PROFILE;
  absl::string_view device = options.device;
  for (const Kind& kind : kKinds) {
    if (!(kind.numbered ? absl::ConsumePrefix(&device, kind.name) : device == kind.name))
      continue;
    result.device = kind.kind;
    if (kind.numbered && !device.empty() &&
        (!absl::ConsumePrefix(&device, ":") || !absl::SimpleAtoi(device, &result.device_index)))
      return failUsage(command, absl::StrCat("--device ", options.device, ": expected ", kind.name, " or ",
                                             kind.name, ":N"));
  }
  if (!options.device.empty() && result.device == AIC_DEVICE_ANY)
    return failUsage(command,
                     absl::StrCat("--device ", options.device, ": the devices are cpu, vulkan and vulkan:N"));
  if (!options.variant.empty()) {
    if (result.device == AIC_TARGET_CPU)
      return failUsage(command, "--vulkan-variant goes with --device vulkan");
    result.device = AIC_TARGET_VULKAN;
    result.variant = options.variant.c_str();
  }
  return Good;
}

std::string describeDevice(const aic_session_info& info) {
  if (*info.driver)
    return absl::StrCat(info.device_name, ", ", info.driver);
  return absl::StrCat(info.threads, info.threads == 1 ? " thread" : " threads");
}

} // namespace aic::tool
