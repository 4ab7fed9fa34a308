#include "runtime/vulkan/Variants.h"

#include "runtime/Failure.h"

#include <cstdio>
#include <cstring>

namespace aic::runtime::vulkan {

namespace {

bool Always(const PhysicalDevice&) {
  return true;
}
bool OnSoftware(const PhysicalDevice& device) {
  return device.software();
}
bool OnGpu(const PhysicalDevice& device) {
  return !device.software();
}

/// The first row whose variant the kernel has, whose device this is, and that the device can run, is taken.
struct Row {
  const char* variant;
  bool (*on)(const PhysicalDevice&);
  const char* reason;
};
constexpr Row kTable[] = {
    // By tree, a fold passes log2(64) barriers, by subgroups one. Software gains, too: softmax over rows of
    // 4096
    // takes 3.4 in place of 17.8 ms on lavapipe, 41 in place of 62 ms on SwiftShader.
    {"subgroup", Always, "subgroups fold a row without shared memory and its barriers"},
    // Each value of a tile is read from memory once and from shared memory many times.
    {"shared", OnGpu, "tiles in shared memory are loaded once and read many times"},
    // There, shared memory is memory like any other, the cache does what tiles would, and barriers cost: a
    // 3x3
    // convolution runs at 9.3 GFLOP/s without and at 3.5 with shared memory on lavapipe.
    {"floor", OnSoftware, "on a device in software, registers and the cache serve better than shared memory"},
    {"floor", Always, "no other variant is there for this kernel and this device"},
};

int Find(const schema::Kernel& kernel, const char* name) {
  for (uint32_t i = 0; i < kernel.variants()->size(); ++i)
    if (strcmp(kernel.variants()->Get(i)->name()->c_str(), name) == 0)
      return static_cast<int>(i);
  return -1;
}

} // namespace

Lack::Lack(const PhysicalDevice& device, const schema::Variant& variant) {
  const VkPhysicalDeviceLimits& limits = device.limits();
  const uint32_t local[] = {variant.local_x(), variant.local_y(), variant.local_z()};
  const uint32_t groups[] = {variant.workgroups_x(), variant.workgroups_y(), variant.workgroups_z()};
  const uint32_t invocations = local[0] * local[1] * local[2]; // Checked by the header: at most 1024.
  auto exceeds = [this](const char* what, uint32_t needs, const char* limit, uint32_t has) {
    if (!*text && needs > has)
      snprintf(text, sizeof(text), "needs %u %s, and the device's %s is %u", needs, what, limit, has);
  };
  exceeds("invocations in a workgroup", invocations, "maxComputeWorkGroupInvocations",
          limits.maxComputeWorkGroupInvocations);
  exceeds("bytes of shared memory", variant.shared_bytes(), "maxComputeSharedMemorySize",
          limits.maxComputeSharedMemorySize);
  for (int i = 0; i < 3; ++i) {
    exceeds("invocations in one direction", local[i], "maxComputeWorkGroupSize",
            limits.maxComputeWorkGroupSize[i]);
    exceeds("workgroups in one direction", groups[i], "maxComputeWorkGroupCount",
            limits.maxComputeWorkGroupCount[i]);
  }
  if (!*text && variant.needs_subgroup() && !device.subgroupArithmetic)
    snprintf(text, sizeof(text),
             "needs basic and arithmetic subgroup operations in compute shaders, and the device lacks them");
}

aic_status ChooseVariant(const char* where, const PhysicalDevice& device, const schema::Kernel& kernel,
                         const char* forced, Choice* choice) {
  if (int index = forced ? Find(kernel, forced) : -1; index >= 0) {
    const Lack lack(device, *kernel.variants()->Get(index));
    if (*lack.text)
      return Fail(AIC_UNSUPPORTED, "%s: %s: kernel %s, variant %s: %s", where, device.name(),
                  kernel.name()->c_str(), forced, lack.text);
    choice->variant = index;
    snprintf(choice->reason, sizeof(choice->reason), "it was asked for");
    return AIC_OK;
  }
  char refused[192] = ""; // What a better variant lacks, for the reason of the one that is taken.
  for (const Row& row : kTable) {
    int index = Find(kernel, row.variant);
    if (index < 0 || !row.on(device))
      continue;
    const Lack lack(device, *kernel.variants()->Get(index));
    if (!*lack.text) {
      choice->variant = index;
      snprintf(choice->reason, sizeof(choice->reason), "%s", *refused ? refused : row.reason);
      return AIC_OK;
    }
    if (!*refused)
      snprintf(refused, sizeof(refused), "%s %s", row.variant, lack.text);
  }
  // Not even the floor: `refused` may be about another variant, so the floor is asked again.
  return Fail(AIC_UNSUPPORTED, "%s: %s: kernel %s, variant floor: %s", where, device.name(),
              kernel.name()->c_str(), Lack(device, *kernel.variants()->Get(0)).text);
}

} // namespace aic::runtime::vulkan
