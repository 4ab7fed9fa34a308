#include "tools/aic/Attribution.h"

#include "tools/aic/Noise.h"

#include <algorithm>
#include <cmath>

namespace aic::tool {

int integratedGradients(ScoredModel& model, absl::Span<const double> x, absl::Span<const double> baseline,
                        uint64_t steps, const AttributionProgress& progress,
                        std::vector<double>& attribution) {
  std::vector<double> point(x.size()), gradient;
  attribution.assign(x.size(), 0);
  for (uint64_t step = 0; step < steps; ++step) {
    const double alpha = (static_cast<double>(step) + 0.5) / static_cast<double>(steps);
    for (size_t i = 0; i < x.size(); ++i)
      point[i] = baseline[i] + alpha * (x[i] - baseline[i]);
    if (int code = model.gradient(point, gradient))
      return code;
    for (size_t i = 0; i < x.size(); ++i)
      attribution[i] += gradient[i];
    progress(step + 1, steps);
  }
  for (size_t i = 0; i < x.size(); ++i)
    attribution[i] *= (x[i] - baseline[i]) / static_cast<double>(steps);
  return 0;
}

namespace {

/// The integral over steps, as it is refined.
class PathIntegral {
public:
  PathIntegral(ScoredModel& model, absl::Span<const double> x, absl::Span<const double> baseline,
               std::vector<double>& attribution)
      : model_(model), x_(x), baseline_(baseline), attribution_(attribution) {
    attribution_.assign(x.size(), 0);
  }

  int begin(uint64_t steps) {
    std::vector<double> from, to;
    if (int code = scoreAt(0, from))
      return code;
    const std::vector<double> first = from;
    for (uint64_t step = 0; step < steps; ++step) {
      Step made{static_cast<double>(step) / static_cast<double>(steps),
                static_cast<double>(step + 1) / static_cast<double>(steps),
                from,
                {},
                {}};
      if (int code = scoreAt(made.to, to))
        return code;
      made.scoreTo = from = to;
      if (int code = add(made))
        return code;
    }
    for (size_t row = 0; row < first.size(); ++row)
      whole_.push_back(std::max(std::fabs(to[row] - first[row]), 1e-12));
    return 0;
  }

  uint64_t steps() const { return steps_.size(); }

  /// What all steps miss together, as a part of the whole, in the row where that is most.
  double missing() const {
    double most = 0;
    for (size_t row = 0; row < whole_.size(); ++row) {
      double sum = 0;
      for (const Step& step : steps_)
        sum += step.missing[row];
      most = std::max(most, std::fabs(sum) / whole_[row]);
    }
    return most;
  }

  /// Halves those steps that miss at least a quarter of what the worst one misses.
  int refine(uint64_t most) {
    double worst = 0;
    for (const Step& step : steps_)
      worst = std::max(worst, missingOf(step));
    for (size_t i = 0, count = steps_.size(); i < count && steps_.size() < most; ++i) {
      if (missingOf(steps_[i]) < worst / 4)
        continue;
      const Step whole = steps_[i];
      Step left = whole, right = whole;
      left.to = right.from = (whole.from + whole.to) / 2;
      if (int code = scoreAt(left.to, left.scoreTo))
        return code;
      right.scoreFrom = left.scoreTo;
      if (int code = accumulate(whole, -1, nullptr))
        return code;
      if (int code = accumulate(left, 1, &left.missing))
        return code;
      steps_[i] = left;
      if (int code = add(right))
        return code;
    }
    return 0;
  }

private:
  struct Step {
    double from, to;
    std::vector<double> scoreFrom, scoreTo, missing; // one a row
  };

  double missingOf(const Step& step) const {
    double most = 0;
    for (size_t row = 0; row < whole_.size(); ++row)
      most = std::max(most, std::fabs(step.missing[row]) / whole_[row]);
    return most;
  }

  void pointAt(double alpha) {
    point_.resize(x_.size());
    for (size_t i = 0; i < x_.size(); ++i)
      point_[i] = baseline_[i] + alpha * (x_[i] - baseline_[i]);
  }

  int scoreAt(double alpha, std::vector<double>& scores) {
    pointAt(alpha);
    return model_.score(point_, scores);
  }

  int add(Step& step) {
    if (int code = accumulate(step, 1, &step.missing))
      return code;
    steps_.push_back(step);
    return 0;
  }

  /// Adds a step's part of the integral, or takes it away; how much of the score's change it misses.
  int accumulate(const Step& step, double sign, std::vector<double>* missing) {
    pointAt((step.from + step.to) / 2);
    if (int code = model_.gradient(point_, gradient_))
      return code;
    const size_t rows = model_.rows(), size = x_.size() / rows;
    for (size_t row = 0; row < rows; ++row) {
      double sum = 0;
      for (size_t i = row * size; i < (row + 1) * size; ++i) {
        const double part = (step.to - step.from) * gradient_[i] * (x_[i] - baseline_[i]);
        attribution_[i] += sign * part;
        sum += part;
      }
      if (missing) {
        missing->resize(rows);
        (*missing)[row] = sum - (step.scoreTo[row] - step.scoreFrom[row]);
      }
    }
    return 0;
  }

  ScoredModel& model_;
  absl::Span<const double> x_, baseline_;
  std::vector<double>& attribution_;
  std::vector<Step> steps_;
  std::vector<double> whole_; // the size of each row's change
  std::vector<double> point_, gradient_;
};

} // namespace

int integratedGradientsWithin(ScoredModel& model, absl::Span<const double> x,
                              absl::Span<const double> baseline, double tolerance, uint64_t first,
                              uint64_t most, const AttributionProgress& progress,
                              std::vector<double>& attribution, uint64_t& steps) {
  PathIntegral integral(model, x, baseline, attribution);
  if (int code = integral.begin(first))
    return code;
  while (integral.missing() > tolerance && integral.steps() < most) {
    progress(integral.steps(), 0);
    if (int code = integral.refine(most))
      return code;
  }
  steps = integral.steps();
  return 0;
}

int completenessErrors(ScoredModel& model, absl::Span<const double> x, absl::Span<const double> baseline,
                       absl::Span<const double> attribution, std::vector<double>& errors) {
  constexpr double kSmallest = 1e-12;
  std::vector<double> reached, left;
  if (int code = model.score(x, reached))
    return code;
  if (int code = model.score(baseline, left))
    return code;
  const size_t size = x.size() / model.rows();
  errors.clear();
  for (size_t row = 0; row < model.rows(); ++row) {
    double sum = 0;
    for (double part : attribution.subspan(row * size, size))
      sum += part;
    const double wanted = reached[row] - left[row];
    errors.push_back(std::fabs(sum - wanted) / std::max(std::fabs(wanted), kSmallest));
  }
  return 0;
}

int smoothGradient(ScoredModel& model, absl::Span<const double> x, double noise, uint64_t samples,
                   uint64_t seed, const AttributionProgress& progress, std::vector<double>& attribution) {
  std::vector<double> point(x.size()), gradient, deviation;
  const size_t size = x.size() / model.rows();
  for (size_t row = 0; row < model.rows() && size > 0; ++row) {
    auto [low, high] = std::minmax_element(x.begin() + row * size, x.begin() + (row + 1) * size);
    deviation.push_back(noise * (*high - *low));
  }
  attribution.assign(x.size(), 0);
  for (uint64_t sample = 0; sample < samples; ++sample) {
    for (size_t i = 0; i < x.size(); ++i)
      point[i] = x[i] + deviation[i / size] * normalAt(seed, sample, i);
    if (int code = model.gradient(point, gradient))
      return code;
    for (size_t i = 0; i < x.size(); ++i)
      attribution[i] += gradient[i];
    progress(sample + 1, samples);
  }
  for (double& value : attribution)
    value /= static_cast<double>(samples);
  return 0;
}

namespace {

/// How many windows there are along an axis: the last one reaches its end, or beyond it.
int64_t windowsAlong(int64_t size, int64_t window, int64_t stride) {
  return window >= size ? 1 : (size - window + stride - 1) / stride + 1;
}

/// Whether a number lies in window number `place` (row-major over the axes).
class Coverage {
public:
  explicit Coverage(const Windows& windows) : windows_(windows) {
    for (int64_t size : absl::MakeConstSpan(windows.shape).subspan(1))
      size_ *= static_cast<size_t>(size);
  }
  /// Numbers in a row.
  size_t size() const { return size_; }

  /// The numbers of a row that the window covers.
  std::vector<size_t> covered(uint64_t place) const {
    const size_t axes = windows_.window.size(), first = windows_.shape.size() - axes;
    std::vector<size_t> found = {0};
    for (size_t axis = 1; axis < first; ++axis) // whole
      found = spread(found, windows_.shape[axis], 0, windows_.shape[axis]);
    std::vector<int64_t> at(axes);
    for (size_t axis = axes; axis-- > 0;) {
      auto along = static_cast<uint64_t>(
          windowsAlong(windows_.shape[first + axis], windows_.window[axis], windows_.stride[axis]));
      at[axis] = static_cast<int64_t>(place % along) * windows_.stride[axis];
      place /= along;
    }
    for (size_t axis = 0; axis < axes; ++axis) {
      const int64_t size = windows_.shape[first + axis];
      found = spread(found, size, at[axis], std::min(size, at[axis] + windows_.window[axis]));
    }
    return found;
  }

private:
  static std::vector<size_t> spread(const std::vector<size_t>& outer, int64_t size, int64_t from,
                                    int64_t to) {
    std::vector<size_t> all;
    for (size_t place : outer)
      for (int64_t i = from; i < to; ++i)
        all.push_back(place * static_cast<size_t>(size) + static_cast<size_t>(i));
    return all;
  }

  const Windows& windows_;
  size_t size_ = 1;
};

} // namespace

const char* Windows::check() const {
  if (window.empty() || window.size() >= shape.size())
    return "a window has as many sizes as axes behind the first at most";
  if (stride.size() != window.size())
    return "a stride has as many sizes as the window";
  for (size_t i = 0; i < window.size(); ++i) {
    if (window[i] < 1 || stride[i] < 1)
      return "sizes are at least 1";
    if (stride[i] > window[i])
      return "a stride beyond the window leaves numbers out";
  }
  return "";
}

uint64_t Windows::count() const {
  uint64_t all = 1;
  for (size_t i = 0; i < window.size(); ++i)
    all *= static_cast<uint64_t>(windowsAlong(shape[shape.size() - window.size() + i], window[i], stride[i]));
  return all;
}

int occlusion(ScoredModel& model, absl::Span<const double> x, absl::Span<const double> baseline,
              const Windows& windows, const AttributionProgress& progress, std::vector<double>& attribution) {
  const Coverage coverage(windows);
  const size_t rows = model.rows(), size = coverage.size();
  std::vector<double> whole, scores, point(x.begin(), x.end()), times(size, 0);
  if (int code = model.score(x, whole))
    return code;
  attribution.assign(x.size(), 0);
  for (uint64_t place = 0; place < windows.count(); ++place) {
    const std::vector<size_t> covered = coverage.covered(place);
    auto fill = [&](absl::Span<const double> from) {
      for (size_t row = 0; row < rows; ++row)
        for (size_t i : covered)
          point[row * size + i] = from[row * size + i];
    };
    fill(baseline);
    if (int code = model.score(point, scores))
      return code;
    fill(x);
    for (size_t i : covered) {
      ++times[i];
      for (size_t row = 0; row < rows; ++row)
        attribution[row * size + i] += whole[row] - scores[row];
    }
    progress(place + 1, windows.count());
  }
  for (size_t i = 0; i < x.size(); ++i)
    attribution[i] /= times[i % size];
  return 0;
}

} // namespace aic::tool
