// The passes from `aic` to `schedule`.
#pragma once

#include "dialects/Mlir.h"
#include "dialects/schedule/Schedule.h"
#include "mlir/Pass/Pass.h"

namespace aic::lowering {

#define GEN_PASS_DECL
#include "compiler/lowering/Passes.h.inc"
#define GEN_PASS_REGISTRATION
#include "compiler/lowering/Passes.h.inc"

inline void registerPasses() {
  registerAicLoweringPasses();
}

} // namespace aic::lowering
