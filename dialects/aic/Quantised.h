// The operations of AicQuantised.td, for those few who know them: apart from Aic.h, which all include.
#pragma once

#include "dialects/aic/Aic.h"

#include <string>

namespace aic {

/// What is wrong with the numbers of a constant scale, f32, f16 or bf16, that is 0, NaN or infinite: "element
/// 3 is nan";
/// "" where nothing is, or they are not there to be read.
std::string wrongScale(mlir::ElementsAttr scale);

} // namespace aic

#define GET_OP_CLASSES
#include "dialects/aic/AicQuantised.h.inc"
