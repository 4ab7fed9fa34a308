// What to do about an operator that nothing imports.
#pragma once

#include "llvm/ADT/StringRef.h"

#include <cstdint>
#include <optional>
#include <string>

namespace aic::onnx {

/// A sentence that says how to get a model without the operator, or where to cut it; "" where there is
/// nothing to say. `domain` is "" for ONNX's own, `opset` the version of it that the model declares.
std::string hintFor(llvm::StringRef domain, llvm::StringRef name, std::optional<int64_t> opset);

} // namespace aic::onnx
