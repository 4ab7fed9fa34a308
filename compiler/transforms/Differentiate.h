// What aic-differentiate is told beside the operations themselves.
#pragma once

#include "llvm/ADT/StringRef.h"

namespace aic::transforms {

/// On an aic.gradient, a unit attribute: guided backpropagation (Springenberg et al., arXiv 1412.6806). What
/// is negative does not pass back through a relu: relu(gradient) where x > 0. This is no derivative, but
/// shows what speaks for a result.
inline constexpr llvm::StringLiteral kGuidedAttr("aic.guided");

} // namespace aic::transforms
