// The list of targets: the one place that knows which there are.
#pragma once

#include "compiler/codegen/Target.h"

namespace aic::codegen {

/// All of them, in the order of schema::TargetKind; the first is what is compiled for without `--target`.
llvm::ArrayRef<const TargetKind*> targets();

/// The one of this name; null if there is none.
const TargetKind* targetNamed(llvm::StringRef name);

/// Makes them known to the passes that ask (transforms/Targets.h).
void registerTargets();

/// Registers their passes for the command line of aic-opt, and each one's pipelines: `aic-NAME-fit` from a
/// fused module to one that fits it, `aic-NAME-schedule` from there to a plan. Both have the option
/// `target-cpu`.
void registerTargetPasses();

} // namespace aic::codegen
