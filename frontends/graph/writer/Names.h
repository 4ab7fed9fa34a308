// Names of all kinds, made such that the language can spell them.
#pragma once

#include "llvm/ADT/StringRef.h"

#include <set>
#include <string>

namespace aic::graph::writer {

/// Letters, digits and '_', not beginning with a digit, no keyword, at most 60 bytes: `/layer1/Conv_output_0`
/// gives `layer1_Conv_output_0`. `otherwise` where nothing is left.
std::string identifier(llvm::StringRef name, llvm::StringRef otherwise);

/// True where the language reads it as a name that may be bound.
bool isIdentifier(llvm::StringRef name);

/// `name`, or the first of name_2, name_3, ... that is not taken; takes it.
std::string unique(std::set<std::string>& taken, const std::string& name);

/// One line of printable UTF-8, at most `limit` bytes.
std::string commentText(llvm::StringRef text, size_t limit = 200);

/// True where a parameter may have the name: UTF-8 without control characters, of a length that fits in a
/// path.
bool isParameterName(llvm::StringRef name);

/// True for names that an exporter counted out: `onnx::MatMul_1244`, `1244`, `_v_12`.
bool isGenerated(llvm::StringRef name);

/// The path of a module from the name of a node, without the operator's own: `/layer1/layer1.0/conv1/Conv`
/// gives `layer1.0.conv1` (PyTorch writes a module's place in its parent in front of its name). "" where
/// there is none.
std::string scopeOfNode(llvm::StringRef node);

/// A path after '@': quoted where it must be.
std::string spellPath(llvm::StringRef path);

/// What stands between the quotes of a path.
std::string escapePath(llvm::StringRef path);

/// What is left of `path` below `scope`; "." where they are equal, "" where it lies elsewhere.
std::string below(llvm::StringRef scope, llvm::StringRef path);

} // namespace aic::graph::writer
