// Which inputs and outputs of a model are one state: --state INPUT=OUTPUT.
#pragma once

#include "frontends/onnx/Onnx.h"

namespace aic::onnx {

/// The output that an option pairs with `input`: its own, or with `*` for a number, which both names have.
/// nullopt: none.
std::optional<std::string> outputOfState(const StateOption& option, llvm::StringRef input);

} // namespace aic::onnx
