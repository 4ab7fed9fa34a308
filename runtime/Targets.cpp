/// \file
/// The list of the kinds of targets.
#include "runtime/Target.h"

namespace aic::runtime {

const TargetKind* const kTargets[kTargetKinds] = {&cpu::kTarget, &vulkan::kTarget};

} // namespace aic::runtime
