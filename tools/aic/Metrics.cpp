#include "tools/aic/Metrics.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <numeric>

namespace aic::tool {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr double kSmallest = std::numeric_limits<double>::epsilon();

/// A sum whose rounding is made good (Neumaier).
class Sum {
public:
  void add(double value) {
    const double next = sum_ + value;
    lost_ += std::fabs(sum_) >= std::fabs(value) ? (sum_ - next) + value : (value - next) + sum_;
    sum_ = next;
  }
  double value() const { return sum_ + lost_; }

private:
  double sum_ = 0, lost_ = 0;
};

template <typename Value> double meanOf(size_t count, Value value) {
  Sum sum;
  for (size_t i = 0; i < count; ++i)
    sum.add(value(i));
  return sum.value() / static_cast<double>(count);
}

double ratio(double part, double whole) {
  return whole == 0 ? 0 : part / whole;
}

/// The mean over the classes for which `use` holds, and the one weighted by support.
void average(const std::vector<double>& values, const std::vector<uint64_t>& support,
             const std::vector<bool>& use, Averages& averages) {
  Sum sum, weighted;
  double classes = 0, samples = 0;
  for (size_t i = 0; i < values.size(); ++i)
    if (use[i]) {
      sum.add(values[i]);
      weighted.add(values[i] * static_cast<double>(support[i]));
      ++classes;
      samples += static_cast<double>(support[i]);
    }
  averages.macro = classes > 0 ? sum.value() / classes : kNone;
  averages.weighted = samples > 0 ? weighted.value() / samples : kNone;
}

/// log(1 + exp(x)).
double softplus(double x) {
  return std::max(x, 0.0) + std::log1p(std::exp(-std::fabs(x)));
}

} // namespace

std::vector<int64_t> predictedClasses(absl::Span<const double> scores, size_t classes) {
  std::vector<int64_t> predicted;
  for (size_t row = 0; row < scores.size(); row += classes) {
    auto first = scores.begin() + row;
    predicted.push_back(std::max_element(first, first + classes) - first);
  }
  return predicted;
}

std::vector<uint64_t> confusionMatrix(absl::Span<const int64_t> labels, absl::Span<const int64_t> predicted,
                                      size_t classes) {
  std::vector<uint64_t> counts(classes * classes, 0);
  for (size_t i = 0; i < labels.size(); ++i)
    ++counts[static_cast<size_t>(labels[i]) * classes + static_cast<size_t>(predicted[i])];
  return counts;
}

double accuracy(absl::Span<const int64_t> labels, absl::Span<const int64_t> predicted) {
  return meanOf(labels.size(), [&](size_t i) { return labels[i] == predicted[i] ? 1.0 : 0.0; });
}

double topAccuracy(absl::Span<const int64_t> labels, absl::Span<const double> scores, size_t classes,
                   size_t k) {
  return meanOf(labels.size(), [&](size_t row) {
    absl::Span<const double> of = scores.subspan(row * classes, classes);
    const auto label = static_cast<size_t>(labels[row]);
    size_t larger = 0;
    for (size_t i = 0; i < classes; ++i)
      larger += of[i] > of[label] || (of[i] == of[label] && i > label);
    return larger < k ? 1.0 : 0.0;
  });
}

ClassReport classReport(absl::Span<const uint64_t> confusion, size_t classes) {
  ClassReport report;
  std::vector<bool> present;
  double right = 0, all = 0;
  for (size_t i = 0; i < classes; ++i) {
    double hits = static_cast<double>(confusion[i * classes + i]), taken = 0, support = 0;
    for (size_t j = 0; j < classes; ++j) {
      support += static_cast<double>(confusion[i * classes + j]);
      taken += static_cast<double>(confusion[j * classes + i]);
    }
    report.precision.push_back(ratio(hits, taken));
    report.recall.push_back(ratio(hits, support));
    report.f1.push_back(ratio(2 * hits, taken + support));
    report.support.push_back(static_cast<uint64_t>(support));
    present.push_back(taken + support > 0);
    right += hits;
    all += support;
  }
  average(report.precision, report.support, present, report.precisions);
  average(report.recall, report.support, present, report.recalls);
  average(report.f1, report.support, present, report.f1s);
  report.precisions.micro = report.recalls.micro = report.f1s.micro = ratio(right, all);
  return report;
}

std::vector<std::pair<double, double>> rocCurve(absl::Span<const bool> positive,
                                                absl::Span<const double> scores) {
  std::vector<size_t> order(scores.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return scores[a] > scores[b]; });
  const auto positives = static_cast<double>(std::count(positive.begin(), positive.end(), true));
  const double negatives = static_cast<double>(scores.size()) - positives;
  if (positives == 0 || negatives == 0)
    return {};
  std::vector<std::pair<double, double>> points = {{0, 0}};
  double right = 0, wrong = 0;
  for (size_t i = 0; i < order.size(); ++i) {
    ++(positive[order[i]] ? right : wrong);
    if (i + 1 == order.size() || scores[order[i]] != scores[order[i + 1]])
      points.emplace_back(wrong / negatives, right / positives);
  }
  return points;
}

double areaUnderRoc(absl::Span<const bool> positive, absl::Span<const double> scores) {
  const std::vector<std::pair<double, double>> points = rocCurve(positive, scores);
  if (points.empty())
    return kNone;
  Sum area;
  for (size_t i = 1; i < points.size(); ++i)
    area.add((points[i].first - points[i - 1].first) * (points[i].second + points[i - 1].second) / 2);
  return area.value();
}

ClassAreas areasUnderRoc(absl::Span<const int64_t> labels, absl::Span<const double> probabilities,
                         size_t classes) {
  ClassAreas found;
  const size_t samples = labels.size();
  auto isOf = std::make_unique<bool[]>(samples);
  std::vector<double> scores(samples);
  std::vector<uint64_t> support(classes, 0);
  std::vector<bool> defined;
  for (size_t i = 0; i < classes; ++i) {
    for (size_t row = 0; row < samples; ++row) {
      isOf[row] = labels[row] == static_cast<int64_t>(i);
      scores[row] = probabilities[row * classes + i];
      support[i] += isOf[row];
    }
    found.areas.push_back(areaUnderRoc(absl::MakeConstSpan(isOf.get(), samples), scores));
    defined.push_back(!std::isnan(found.areas.back()));
  }
  average(found.areas, support, defined, found.averages);
  auto all = std::make_unique<bool[]>(probabilities.size());
  for (size_t i = 0; i < probabilities.size(); ++i)
    all[i] = labels[i / classes] == static_cast<int64_t>(i % classes);
  found.averages.micro = areaUnderRoc(absl::MakeConstSpan(all.get(), probabilities.size()), probabilities);
  return found;
}

double binaryCrossEntropy(absl::Span<const bool> positive, absl::Span<const double> probabilities) {
  return meanOf(positive.size(), [&](size_t i) {
    const double p = std::clamp(probabilities[i], kSmallest, 1 - kSmallest);
    return -std::log(positive[i] ? p : 1 - p);
  });
}

double binaryCrossEntropyOfLogits(absl::Span<const bool> positive, absl::Span<const double> logits) {
  return meanOf(positive.size(), [&](size_t i) { return softplus(positive[i] ? -logits[i] : logits[i]); });
}

double crossEntropy(absl::Span<const int64_t> labels, absl::Span<const double> probabilities,
                    size_t classes) {
  return meanOf(labels.size(), [&](size_t row) {
    Sum sum;
    for (double p : probabilities.subspan(row * classes, classes))
      sum.add(std::clamp(p, kSmallest, 1 - kSmallest));
    const double p = probabilities[row * classes + static_cast<size_t>(labels[row])];
    return -std::log(std::clamp(p, kSmallest, 1 - kSmallest) / sum.value());
  });
}

double crossEntropyOfLogits(absl::Span<const int64_t> labels, absl::Span<const double> logits,
                            size_t classes) {
  return meanOf(labels.size(), [&](size_t row) {
    absl::Span<const double> of = logits.subspan(row * classes, classes);
    const double most = *std::max_element(of.begin(), of.end());
    Sum sum;
    for (double logit : of)
      sum.add(std::exp(logit - most));
    return most + std::log(sum.value()) - of[static_cast<size_t>(labels[row])];
  });
}

std::vector<double> softmaxRows(absl::Span<const double> logits, size_t classes) {
  std::vector<double> probabilities;
  probabilities.reserve(logits.size());
  for (size_t row = 0; row < logits.size(); row += classes) {
    absl::Span<const double> of = logits.subspan(row, classes);
    const double most = *std::max_element(of.begin(), of.end());
    Sum sum;
    for (double logit : of)
      sum.add(std::exp(logit - most));
    for (double logit : of)
      probabilities.push_back(std::exp(logit - most) / sum.value());
  }
  return probabilities;
}

std::vector<double> sigmoids(absl::Span<const double> logits) {
  std::vector<double> probabilities;
  for (double logit : logits)
    probabilities.push_back(logit < 0 ? std::exp(logit) / (1 + std::exp(logit)) : 1 / (1 + std::exp(-logit)));
  return probabilities;
}

double meanSquaredError(absl::Span<const double> wanted, absl::Span<const double> found) {
  return meanOf(wanted.size(), [&](size_t i) { return (wanted[i] - found[i]) * (wanted[i] - found[i]); });
}

double meanAbsoluteError(absl::Span<const double> wanted, absl::Span<const double> found) {
  return meanOf(wanted.size(), [&](size_t i) { return std::fabs(wanted[i] - found[i]); });
}

double r2Score(absl::Span<const double> wanted, absl::Span<const double> found, size_t outputs) {
  const size_t samples = wanted.size() / outputs;
  return meanOf(outputs, [&](size_t output) {
    auto at = [&](size_t sample) { return sample * outputs + output; };
    const double mean = meanOf(samples, [&](size_t i) { return wanted[at(i)]; });
    Sum left, all;
    for (size_t i = 0; i < samples; ++i) {
      left.add((wanted[at(i)] - found[at(i)]) * (wanted[at(i)] - found[at(i)]));
      all.add((wanted[at(i)] - mean) * (wanted[at(i)] - mean));
    }
    if (all.value() == 0)
      return left.value() == 0 ? 1.0 : 0.0;
    return 1 - left.value() / all.value();
  });
}

} // namespace aic::tool
