// The passes of GradientPasses.td.
#pragma once

#include "dialects/aic/Aic.h"
#include "mlir/Pass/Pass.h"

namespace aic::transforms {

#define GEN_PASS_DECL
#include "compiler/transforms/GradientPasses.h.inc"

} // namespace aic::transforms
