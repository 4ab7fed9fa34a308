// What the user of aic attribute says, and the methods run on one model as he says.
#pragma once

#include "tools/aic/AttributionSession.h"
#include "tools/aic/EvaluationRun.h"

#include <optional>
#include <string>
#include <vector>

namespace aic::tool {

/// What there is to choose from.
struct AttributionMethod {
  const char* name;
  bool gradient; // needs the model's text
  bool sums;     // its parts add up: over channels, and over the numbers of a word's vector
};
inline constexpr AttributionMethod kAttributionMethods[] = {
    {"gradient", true, false},    {"input_x_gradient", true, true}, {"integrated_gradients", true, true},
    {"smoothgrad", true, false},  {"guided", true, false},          {"occlusion", false, true},
    {"permutation", false, false}};

struct AttributeOptions {
  ModelOptions model;
  std::vector<std::string> inputs, files;
  std::string method = "integrated_gradients", target, by, of, entry, baseline = "0", window, stride,
              tokenizer, names;
  std::optional<uint64_t> steps;
  uint64_t samples = 50, seed = 0;
  double noise = 0.15;
  DeviceOptions device;
  bool json = false;
  EvaluationOptions evaluation; // of permutation: samples and metric
  uint64_t repeats = 5;
};

/// What --method says.
const AttributionMethod& methodOf(const AttributeOptions& options);

/// The parts miss their sum by so much of it, at most.
inline constexpr double kGoodCompleteness = 0.01;

/// The attributions of the explained numbers, and what is said of them.
struct AttributionResult {
  std::vector<double> values;
  std::optional<uint64_t> steps;
  std::vector<double> completeness; // one a row; integrated gradients have it
};

/// Explains the model's answer, with progress on a terminal. Returns 0, or prints why not and returns the
/// exit code.
int explain(const AttributeOptions& options, AttributionSession& model, AttributionResult& result);

} // namespace aic::tool
