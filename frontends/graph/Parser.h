// Text to a syntax tree. Every error of the file is reported; statements that could not be read are left out.
#pragma once

#include "frontends/graph/Ast.h"
#include "frontends/graph/Diagnostic.h"

namespace aic::graph {

/// Bounds of what is read; past them is an error with a message.
constexpr size_t kMaxFileBytes = 8u << 20;
constexpr int kMaxExpressionDepth = 200;
constexpr int kMaxStatementDepth = 64;
constexpr int kMaxExpressions = 1000000;

/// Parses `source`, appending to `diagnostics`. The result is never null, and whole only without errors.
std::unique_ptr<File> parse(std::shared_ptr<const SourceFile> source, std::vector<Diagnostic>& diagnostics);
std::unique_ptr<File> parse(const std::string& name, std::string text, std::vector<Diagnostic>& diagnostics);

/// The value of a string literal as spelled, quotes included, or of a piece of a path: escapes \" \\ \n \t \{
/// \}.
std::string unescape(const std::string& spelling);

} // namespace aic::graph
