// The emitter of dropout.
#pragma once

#include "compiler/codegen/vulkan/Emitters.h"

namespace aic::codegen::vulkan {

Variants dropoutVariants(schedule::KernelOp kernel);
void emitDropout(KernelEmitter& e);

} // namespace aic::codegen::vulkan
