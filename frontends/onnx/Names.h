// Names from a file, made safe to show and to keep: ONNX says that they are UTF-8, files need not.
#pragma once

#include "llvm/ADT/StringRef.h"

#include <string>

namespace aic::onnx {

/// Valid UTF-8 without control characters, at most `limit` bytes: what is neither becomes '?', what is longer
/// ends with "...".
std::string shownName(llvm::StringRef name, size_t limit = 120);

/// 'name', for messages.
std::string quoted(llvm::StringRef name);

/// True for UTF-8 without control characters that is not empty and at most 4,096 bytes: what may be the name
/// of an input, an output or a parameter.
bool isGoodName(llvm::StringRef name);

/// The first line of a documentation string, shortened; "" where there is none.
std::string firstLine(llvm::StringRef doc);

/// The name of a domain of operators; ONNX's own, which has two, is "".
std::string plainDomain(const std::string& domain);

} // namespace aic::onnx
