/// \file
/// Which variant of a kernel a device runs.
#ifndef AIC_RUNTIME_VULKAN_VARIANTS_H
#define AIC_RUNTIME_VULKAN_VARIANTS_H

#include "runtime/aic.h"
#include "runtime/schema/artifact_generated.h"
#include "runtime/vulkan/PhysicalDevice.h"

namespace aic::runtime::vulkan {

struct Choice {
  uint32_t variant; ///< Index among the kernel's.
  char reason[192]; ///< One sentence, for people.
};

/// What `device` lacks for `variant`, as the end of a sentence ("needs 32768 bytes of ..."), or "" if it
/// runs.
struct Lack {
  Lack(const PhysicalDevice& device, const schema::Variant& variant);
  char text[160] = "";
};

/// Chooses for `kernel`. `forced`: NULL, or the variant to take where the kernel has it.
/// Errors: AIC_UNSUPPORTED (the device cannot run what is forced, or any; the message names the limit).
aic_status ChooseVariant(const char* where, const PhysicalDevice& device, const schema::Kernel& kernel,
                         const char* forced, Choice* choice);

} // namespace aic::runtime::vulkan

#endif // AIC_RUNTIME_VULKAN_VARIANTS_H
