#include "compiler/quantise/Ranges.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace aic::quantise {

Range rangeOf(double low, double high) {
  low = std::min(low, 0.0), high = std::max(high, 0.0);
  Range range;
  if (low == high) // zeros alone
    return range;
  range.scale = std::max(static_cast<float>((high - low) / 255), std::numeric_limits<float>::min());
  range.zero = static_cast<int32_t>(std::clamp(std::nearbyint(-low / range.scale), 0.0, 255.0));
  return range;
}

void Observer::extend(llvm::ArrayRef<float> numbers) {
  float low = static_cast<float>(low_), high = static_cast<float>(high_), sum = 0;
  for (float x : numbers) {
    low = std::min(low, x);
    high = std::max(high, x);
    sum += x * 0; // NaN where one is not finite
  }
  low_ = low, high_ = high;
  finite_ &= sum == 0;
}

void Observer::count(llvm::ArrayRef<float> numbers) {
  bins_.resize(kBins, 0);
  const double width = high_ - low_, factor = width > 0 ? kBins / width : 0;
  for (float x : numbers) {
    zeros_ += x == 0;
    if (x != 0)
      ++bins_[static_cast<size_t>(std::clamp((x - low_) * factor, 0.0, double(kBins - 1)))];
  }
}

Range Observer::range(RangeMethod method) const {
  if (method == RangeMethod::MinMax || bins_.empty() || !(high_ > low_))
    return rangeOf(low_, high_);
  return method == RangeMethod::Percentile ? percentile() : leastSquares();
}

Range Observer::percentile() const {
  uint64_t all = zeros_;
  for (uint64_t count : bins_)
    all += count;
  const double outside = static_cast<double>(all) * 1e-4, width = (high_ - low_) / kBins;
  size_t first = 0, last = kBins;
  for (double seen = 0; first + 1 < kBins && centre(first) < 0; ++first)
    if ((seen += static_cast<double>(bins_[first])) > outside)
      break;
  for (double seen = 0; last > first + 1 && centre(last - 1) > 0; --last)
    if ((seen += static_cast<double>(bins_[last - 1])) > outside)
      break;
  return rangeOf(low_ + static_cast<double>(first) * width, low_ + static_cast<double>(last) * width);
}

Range Observer::leastSquares() const {
  Range best;
  double least = std::numeric_limits<double>::infinity();
  for (int part = 100; part >= 20; --part) { // hundredths of the whole
    const double low = low_ * part / 100, high = high_ * part / 100, step = (high - low) / 255;
    double error = 0;
    for (size_t bin = 0; bin < kBins && error < least; ++bin) {
      if (bins_[bin] == 0)
        continue;
      const double x = centre(bin), off = std::max({low - x, x - high, 0.0});
      error += static_cast<double>(bins_[bin]) * (off > 0 ? off * off : step * step / 12);
    }
    if (error < least) {
      least = error;
      best = rangeOf(low, high);
    }
  }
  return best;
}

StoredWeight store(llvm::ArrayRef<double> weight, size_t channels, bool columns) {
  StoredWeight stored;
  const size_t each = channels ? weight.size() / channels : 0;
  auto channelOf = [&](size_t i) { return columns ? i % channels : i / each; };
  std::vector<double> largest(channels, 0);
  for (size_t i = 0; i < weight.size(); ++i)
    largest[channelOf(i)] = std::max(largest[channelOf(i)], std::fabs(weight[i]));
  for (double most : largest) {
    const auto scale = static_cast<float>(most / 127);
    stored.scales.push_back(scale >= std::numeric_limits<float>::min() ? scale : 1);
  }
  stored.numbers.reserve(weight.size());
  for (size_t i = 0; i < weight.size(); ++i)
    stored.numbers.push_back(static_cast<int8_t>(
        std::clamp(std::nearbyint(weight[i] / stored.scales[channelOf(i)]), -127.0, 127.0)));
  return stored;
}

std::vector<float> equaliser(llvm::ArrayRef<float> activations, llvm::ArrayRef<float> weights) {
  std::vector<float> factors(activations.size(), 1);
  std::vector<double> logs(activations.size(), 0);
  double sum = 0;
  size_t live = 0;
  for (size_t c = 0; c < logs.size(); ++c)
    if (activations[c] > 0 && weights[c] > 0) {
      logs[c] = (std::log2(activations[c]) - std::log2(weights[c])) / 2;
      sum += logs[c];
      ++live;
    }
  for (size_t c = 0; c < logs.size(); ++c)
    if (activations[c] > 0 && weights[c] > 0)
      factors[c] =
          std::exp2(static_cast<float>(std::clamp(std::nearbyint(logs[c] - sum / double(live)), -6.0, 6.0)));
  return factors;
}

} // namespace aic::quantise
