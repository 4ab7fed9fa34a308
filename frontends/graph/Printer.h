// The one canonical form of a `.graph` file.
#pragma once

#include "frontends/graph/Ast.h"
#include "frontends/graph/Diagnostic.h"

namespace aic::graph {

/// The text of a syntax tree that was parsed without errors.
std::string print(const File& file);

/// `text` in canonical form, comments kept; idempotent. With errors in it: `text` as it is, and the
/// diagnostics.
std::string format(const std::string& text, std::vector<Diagnostic>& diagnostics,
                   const std::string& name = "");

/// The one-line form of a type as it was written, for messages: `T[..., D]`.
std::string printType(const TypeRef& type);

} // namespace aic::graph
