/// \file
/// The Vulkan device of a runtime that was built without one: it says so.
#include "runtime/Failure.h"
#include "runtime/vulkan/Device.h"

#include <cstdio>

namespace aic::runtime::vulkan {

static constexpr char kProblem[] = "this runtime was built without Vulkan";

struct Plan::State {};

Plan::~Plan() = default;

aic_status Plan::Prepare(const char* where, const Header&, const schema::Target&, const uint8_t*,
                         const uint8_t*, const Options&) {
  return Fail(AIC_UNSUPPORTED, "%s: %s", where, kProblem);
}

// No plan is ever prepared.
static aic_status Refuse() {
  return Fail(AIC_UNSUPPORTED, "%s", kProblem);
}
aic_status Plan::Run(uint32_t, const aic_input*, const aic_output*, const Trace&, bool*) {
  return Refuse();
}
aic_status Plan::CheckState(uint32_t, const void*) const {
  return Refuse();
}
aic_status Plan::ReadState(uint32_t, void*) {
  return Refuse();
}
aic_status Plan::WriteState(uint32_t, const void*) {
  return Refuse();
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
