/// \file
/// The Vulkan device of a runtime that was built without one: it says so.
#include "runtime/Failure.h"
#include "runtime/vulkan/Device.h"

#include <cstdio>

namespace aic::runtime::vulkan {

static constexpr char kProblem[] = "this runtime was built without Vulkan";

struct Plan::State {};

Plan::~Plan() = default;

aic_status Plan::Prepare(const char* where, const Header&, const schema::Target&, uint32_t, const uint8_t*,
                         const uint8_t*, const Options&) {
  return Fail(AIC_UNSUPPORTED, "%s: %s", where, kProblem);
}

aic_status Plan::Run(const aic_input*, const aic_output*, const Trace&) {
  return Fail(AIC_UNSUPPORTED, "%s", kProblem);
}

void Plan::Describe(aic_session_info*) const {}
const char* Plan::VariantName(uint32_t) const {
  return "";
}
const char* Plan::VariantReason(uint32_t) const {
  return "";
}

aic_status ListDevices(uint32_t skip, Array<DeviceEntry>& devices, char (&problem)[256]) {
  snprintf(problem, sizeof(problem), "%s", kProblem);
  return devices.Allocate(skip) ? AIC_OK : Fail(AIC_OUT_OF_MEMORY, "no memory for a list of devices");
}

} // namespace aic::runtime::vulkan
