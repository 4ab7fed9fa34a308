// Sizes that a file names by an expression of other names: "past_sequence_length + sequence_length".
#pragma once

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"

#include <cstdint>
#include <optional>
#include <string>

namespace aic::onnx {

/// What such a name means: sums, differences, products, `//` (rounded down) and `/` (without a rest) of names
/// and numbers, with parentheses. None where it is no such expression, where `value` knows not all of its
/// names, or where the result is negative or too large. A name alone is an expression, too.
std::optional<int64_t> sizeOf(llvm::StringRef text,
                              llvm::function_ref<std::optional<int64_t>(llvm::StringRef)> value);

/// An argument of a command line, in quotes where a shell would take it apart.
std::string forShell(const std::string& argument);

} // namespace aic::onnx
