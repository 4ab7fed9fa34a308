/// \file
/// What sessions can run on: the CPU, then Vulkan's devices.
#include "runtime/Failure.h"
#include "runtime/Structs.h"
#include "runtime/vulkan/Device.h"

#include <cstdio>
#include <unistd.h>

using namespace aic::runtime;

struct aic_device_list {
  Array<vulkan::DeviceEntry> devices;
  char problem[256] = "";
};

static void DescribeCpu(vulkan::DeviceEntry& entry) {
  snprintf(entry.name, sizeof(entry.name), "CPU");
  entry.info.kind = AIC_TARGET_CPU;
  entry.info.type = "CPU";
  entry.info.usable = 1;
  entry.info.unified_memory = 1;
  entry.info.timestamps = 1;
  long pages = sysconf(_SC_PHYS_PAGES), bytes = sysconf(_SC_PAGESIZE);
  entry.info.memory_bytes = pages > 0 && bytes > 0 ? uint64_t(pages) * uint64_t(bytes) : 0;
}

extern "C" {

aic_status aic_device_list_create(aic_device_list** result) {
  if (!result)
    return Fail(AIC_INVALID_ARGUMENT, "aic_device_list_create: list is NULL");
  *result = nullptr;
  auto* list = Make<aic_device_list>();
  if (!list)
    return Fail(AIC_OUT_OF_MEMORY, "no memory for a list of devices");
  if (aic_status status = vulkan::ListDevices(/*skip=*/1, list->devices, list->problem)) {
    aic_device_list_free(list);
    return status;
  }
  DescribeCpu(list->devices[0]);
  for (vulkan::DeviceEntry& entry : list->devices) {
    entry.info.name = entry.name;
    entry.info.driver = entry.driver;
    entry.info.reason = entry.reason;
  }
  *result = list;
  return AIC_OK;
}

void aic_device_list_free(aic_device_list* list) {
  Unmake(list);
}

uint32_t aic_device_list_count(const aic_device_list* list) {
  return list ? list->devices.size() : 0;
}

aic_status aic_device_list_device(const aic_device_list* list, uint32_t index, aic_device_info* info) {
  if (!list || !info)
    return Fail(AIC_INVALID_ARGUMENT, "aic_device_list_device: %s is NULL", list ? "info" : "list");
  Answer answer("aic_device_list_device", info);
  if (aic_status status = answer.Begin())
    return status;
  if (index >= list->devices.size())
    return Fail(AIC_INVALID_ARGUMENT, "aic_device_list_device: index %u of %u", index,
                static_cast<unsigned>(list->devices.size()));
  *answer = list->devices[index].info;
  return answer.Give();
}

const char* aic_device_list_vulkan_problem(const aic_device_list* list) {
  return list ? list->problem : "";
}
}
