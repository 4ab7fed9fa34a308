// aic devices: what there is to run on, and what keeps it from being used.

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "tools/aic/Command.h"
#include "tools/aic/Device.h"
#include "tools/aic/Failure.h"
#include "tools/aic/Print.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

namespace aic::tool {

namespace {

struct Options {
  bool json = false;
};

using Json = nlohmann::ordered_json;

std::string version(const aic_device_info& info) {
  return absl::StrCat(info.api_version[0], ".", info.api_version[1], ".", info.api_version[2]);
}

/// The name that --device takes.
std::string handle(const aic_device_info& info, uint32_t index) {
  std::string name = deviceName(info.kind);
  return info.kind == AIC_TARGET_CPU ? name : absl::StrCat(name, ":", index - 1);
}

Json toJson(const aic_device_info& info, uint32_t index) {
  Json json = {{"device", handle(info, index)}, {"name", info.name},
               {"driver", info.driver},         {"type", info.type},
               {"usable", info.usable != 0},    {"reason", info.reason}};
  if (info.kind == AIC_TARGET_CPU)
    return json;
  json["api_version"] = version(info);
  json["subgroup_size"] = info.subgroup_size;
  json["subgroup_arithmetic"] = info.subgroup_arithmetic != 0;
  json["max_workgroup_invocations"] = info.max_workgroup_invocations;
  json["max_shared_bytes"] = info.max_shared_bytes;
  json["max_storage_buffers"] = info.max_storage_buffers;
  json["max_storage_buffer_bytes"] = info.max_storage_buffer_bytes;
  json["memory_bytes"] = info.memory_bytes;
  json["unified_memory"] = info.unified_memory != 0;
  json["timestamps"] = info.timestamps != 0;
  return json;
}

void printText(const aic_device_info& info, uint32_t index) {
  std::printf("%-10s %s\n", handle(info, index).c_str(), info.name);
  if (info.kind != AIC_TARGET_CPU) {
    auto line = [](const char* what, const std::string& text) {
      std::printf("           %-10s %s\n", what, text.c_str());
    };
    line("driver", absl::StrCat(info.driver, "; Vulkan ", version(info), "; ", info.type));
    line("workgroup", absl::StrCat("at most ", info.max_workgroup_invocations, " invocations, ",
                                   withCommas(info.max_shared_bytes), " bytes of shared memory"));
    line("subgroup", info.subgroup_size == 0
                         ? std::string("none in compute shaders")
                         : absl::StrCat("of ", info.subgroup_size, ", ",
                                        info.subgroup_arithmetic ? "with" : "without", " arithmetic"));
    line("buffers", absl::StrCat("a dispatch sees ", info.max_storage_buffers, ", each of at most ",
                                 withCommas(info.max_storage_buffer_bytes), " bytes"));
    line("memory", absl::StrCat(withCommas(info.memory_bytes), " bytes",
                                info.unified_memory ? ", shared with the CPU: nothing is copied" : ""));
    line("profile", info.timestamps ? "yes" : "no: the device has no timestamps");
  }
  if (!info.usable)
    std::printf("           cannot be used: %s\n", info.reason);
}

int devices(const Options& options) {
  aic_device_list* made = nullptr;
  if (aic_status status = aic_device_list_create(&made))
    return failRuntime(status);
  std::unique_ptr<aic_device_list, void (*)(aic_device_list*)> list(made, aic_device_list_free);
  Json json = {{"devices", Json::array()}};
  for (uint32_t i = 0; i < aic_device_list_count(made); ++i) {
    aic_device_info info;
    if (aic_status status = aic_device_list_device(made, i, &info))
      return failRuntime(status);
    if (options.json)
      json["devices"].push_back(toJson(info, i));
    else
      printText(info, i);
  }
  const std::string problem = aic_device_list_vulkan_problem(made);
  if (options.json) {
    json["vulkan_problem"] = problem;
    printJson(json);
  } else if (!problem.empty()) {
    std::printf("no Vulkan  %s\n", problem.c_str());
  }
  return Good;
}

} // namespace

Command addDevices(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("devices", "List what models can run on, with the limits that matter");
  command->add_flag("--json", options->json, "Print JSON");
  command->footer(
      "The first column is what --device takes. The environment variable VK_ICD_FILENAMES chooses\n"
      "Vulkan drivers.\n\n"
      "Example:\n  aic devices");
  return {command, [options] { return devices(*options); }};
}

} // namespace aic::tool
