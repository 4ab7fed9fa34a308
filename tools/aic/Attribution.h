// What the numbers of an input have to do with a model's answer: the methods, for anything that has a score
// and a gradient.
#pragma once

#include "absl/types/span.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace aic::tool {

/// A function of rows, each of so many numbers, that gives each row a score. Both return 0, or an exit code
/// after having said what is wrong.
class ScoredModel {
public:
  virtual ~ScoredModel() = default;
  virtual size_t rows() const = 0;
  /// x: all rows; scores: one a row.
  virtual int score(absl::Span<const double> x, std::vector<double>& scores) = 0;
  /// The gradient of each row's score by that row: as many numbers as x.
  virtual int gradient(absl::Span<const double> x, std::vector<double>& gradient) = 0;
};

/// Called after each evaluation: how many there were, of how many (0: that is not known yet).
using AttributionProgress = std::function<void(uint64_t done, uint64_t all)>;

/// (x - baseline) times the mean of the gradients at baseline + (k + 1/2) / steps (x - baseline), k = 0 ...
/// steps - 1: the integral along the straight line by the midpoint rule (Sundararajan et al., arXiv
/// 1703.01365). `baseline` has x's size.
int integratedGradients(ScoredModel& model, absl::Span<const double> x, absl::Span<const double> baseline,
                        uint64_t steps, const AttributionProgress& progress,
                        std::vector<double>& attribution);

/// The same integral over steps of different lengths: from `first` equal ones on, those that miss the change
/// of the score along them by most are halved, until what all of them miss together is at most `tolerance` of
/// the whole in each row, or there are `most`. Where a model jumps near the baseline (a norm of vectors of
/// zeros), equal steps would not find it.
int integratedGradientsWithin(ScoredModel& model, absl::Span<const double> x,
                              absl::Span<const double> baseline, double tolerance, uint64_t first,
                              uint64_t most, const AttributionProgress& progress,
                              std::vector<double>& attribution, uint64_t& steps);

/// By how much each row's attributions miss the sum that they must have, score(x) - score(baseline), as a
/// part of it (of 1e-12 where it is smaller).
int completenessErrors(ScoredModel& model, absl::Span<const double> x, absl::Span<const double> baseline,
                       absl::Span<const double> attribution, std::vector<double>& errors);

/// The mean of the gradients at x + deviation * noise (Smilkov et al., arXiv 1706.03825). Number i of sample
/// k has normalAt(seed, k, i). `deviation` of each row is `noise` times the range of its numbers.
int smoothGradient(ScoredModel& model, absl::Span<const double> x, double noise, uint64_t samples,
                   uint64_t seed, const AttributionProgress& progress, std::vector<double>& attribution);

/// The windows of occlusion over an input of [rows, ...]: how far they reach and how far apart they begin
/// along its last axes, as many as window has. Axes between the rows and these (channels) are covered whole.
struct Windows {
  std::vector<int64_t> shape; // of the input, rows first
  std::vector<int64_t> window, stride;

  /// Empty where all is well; else what is wrong.
  const char* check() const;
  uint64_t count() const;
};

/// How much lower a row's score gets where a window of it is replaced by the baseline, averaged over the
/// windows that cover a number; those at an end are cut (Zeiler and Fergus, arXiv 1311.2901, as Captum has
/// it). windows.check() is empty.
int occlusion(ScoredModel& model, absl::Span<const double> x, absl::Span<const double> baseline,
              const Windows& windows, const AttributionProgress& progress, std::vector<double>& attribution);

} // namespace aic::tool
