// What aic attribute shows: drawings, text, JSON and files of numbers.
#pragma once

#include "tools/aic/AttributionRun.h"
#include "tools/aic/AttributionView.h"

#include <string>
#include <vector>

namespace aic::tool {

/// How rows are shown, and what is in them. `ids`: the input as it was given. Returns 0, or prints what is
/// wrong and returns the exit code, as all here.
int viewOf(const AttributeOptions& options, const AttributionSession& model, const Buffer& ids,
           const AttributionResult& result, AttributionView& view);

/// What is said of each row, and of the method.
std::vector<std::string> linesOf(const AttributeOptions& options, const AttributionSession& model,
                                 const AttributionResult& result);

void printAsJson(const AttributeOptions& options, AttributionSession& model, const AttributionResult& result,
                 const AttributionView& view);

int writeFiles(const AttributeOptions& options, const AttributionSession& model,
               const AttributionResult& result, const AttributionView& view);

} // namespace aic::tool
