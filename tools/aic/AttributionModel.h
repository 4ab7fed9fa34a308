// The entries that `aic attribute` runs, made of a model as it was read.
#pragma once

#include "mlir/IR/BuiltinOps.h"

#include <string>

namespace aic::tool {

/// The names of the entries, and of the inputs that they have beside the model's own.
inline constexpr const char *kScoreEntry = "score", *kGradientEntry = "gradient", *kEmbedEntry = "embed";
inline constexpr const char *kEmbeddedInput = "attribution.embedded", *kWeightsInput = "attribution.weights";

struct AttributionRequest {
  std::string input, output; // by name; "": the only one
  bool guided = false;       // guided backpropagation in the place of the gradient
};

/// What was chosen.
struct AttributionEntries {
  std::string input, output;
  bool embedded = false; // input holds ids; gradients are by the vectors that a table has for them
};

/// Replaces the one function of the module by
///
///     score(INPUTS) -> (output)
///     gradient(INPUTS, attribution.weights: output's type) -> d sum(weights * output) / d input
///
/// and where the input holds ids, the vectors [ids' shape, D] that a table has for them are a further input
/// of both, attribution.embedded, by which the gradient is, and embed(INPUTS) gives them. None of them writes
/// a state. Returns an exit code, with an error emitted.
int makeAttributionEntries(mlir::ModuleOp module, const AttributionRequest& request,
                           AttributionEntries& entries);

} // namespace aic::tool
