// Which whole numbers stand for floats: ranges of activations, scales of weights, channels made alike.
#pragma once

#include "llvm/ADT/ArrayRef.h"

#include <cstdint>
#include <vector>

namespace aic::quantise {

/// q = round(x / scale) + zero, in [0, 255].
struct Range {
  float scale = 1;
  int32_t zero = 0;
};

/// The range that has 0 and all of [low, high] in it, 0 as a number of its own.
Range rangeOf(double low, double high);

/// MinMax: all that was seen. Percentile: all but 0.01 % at each end. Mse: where the squares of the errors
/// that it makes are least.
enum class RangeMethod { MinMax, Percentile, Mse };

/// A tensor's numbers over many samples, seen twice: how far they go, then how often each is.
class Observer {
public:
  void extend(llvm::ArrayRef<float> numbers);
  /// All numbers lie within what `extend` has seen.
  void count(llvm::ArrayRef<float> numbers);

  Range range(RangeMethod method) const;
  /// Whether all that `extend` has seen was finite.
  bool isFinite() const { return finite_; }
  /// Whether it was 0 throughout.
  bool isNothing() const { return low_ == 0 && high_ == 0; }

private:
  static constexpr size_t kBins = 2048;
  double low_ = 0, high_ = 0;
  bool finite_ = true;
  uint64_t zeros_ = 0; // have no error in any range
  std::vector<uint64_t> bins_;

  double centre(size_t bin) const { return low_ + (static_cast<double>(bin) + 0.5) * (high_ - low_) / kBins; }
  Range percentile() const;
  Range leastSquares() const;
};

/// Weights as numbers of -127 to 127 with a scale for each output.
struct StoredWeight {
  std::vector<int8_t> numbers;
  std::vector<float> scales; // [channels]
};
/// weight: rows of outputs, [channels, ...], or with `columns` [..., channels].
StoredWeight store(llvm::ArrayRef<double> weight, size_t channels, bool columns);

/// By what each channel between two layers is divided, so that the channels' ranges and the weights that read
/// them share the difference (cross-layer equalisation: Nagel et al., 2019; with activations in place of
/// weights before: Xiao et al., 2023). Powers of two: the floats stay what they are. activations, weights:
/// the largest magnitude of each channel.
std::vector<float> equaliser(llvm::ArrayRef<float> activations, llvm::ArrayRef<float> weights);

} // namespace aic::quantise
