// A model's answers to many samples beside what is right: which metrics there are, and all of them as text,
// JSON and drawings.
#pragma once

#include "tools/aic/Chart.h"
#include "tools/aic/Metrics.h"

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace aic::tool {

/// Answers of all samples. Those of classes: [samples, classes], or one number a sample, of two classes. Of
/// numbers: as many a sample as its labels.
struct Answers {
  enum class Kind { Classes, Binary, Numbers };
  Kind kind = Kind::Classes;
  bool probabilities = false;     // of classes: they are these, not logits
  size_t classes = 0;             // a column each; of Binary 2
  std::vector<double> scores;     // what the model says
  std::vector<int64_t> labels;    // of classes
  std::vector<double> wanted;     // of numbers
  size_t outputs = 1;             // of numbers: how many a sample
  std::vector<std::string> names; // of the classes; empty, or one for each

  size_t samples() const { return kind == Kind::Numbers ? wanted.size() / outputs : labels.size(); }
  std::string name(size_t i) const { return names.empty() ? std::to_string(i) : names[i]; }
};

/// "accuracy, top5, precision, ...": for messages and --help.
extern const char* const kMetrics;

/// Those that the kind has where nothing is said.
std::vector<std::string> defaultMetrics(const Answers& answers);

/// Empty, or why there is no such metric for these answers.
std::string checkMetric(const std::string& metric, const Answers& answers);

/// Whether rows look like probabilities: all in [0, 1], and of several classes their sums 1 within 1e-3.
bool lookLikeProbabilities(const std::vector<double>& scores, size_t columns);

struct Evaluation {
  nlohmann::ordered_json metrics;   // {"accuracy": 0.91, "precision": {"macro": ..., "classes": [...]}, ...}
  std::string text;                 // the same, with matrix and curve as letters
  std::string confusionSvg, rocSvg; // where they were asked for
  std::string html;                 // the elements of a page
};

/// Computes metrics that checkMetric lets pass. There is a sample at least.
Evaluation evaluate(const Answers& answers, const std::vector<std::string>& metrics);

} // namespace aic::tool
