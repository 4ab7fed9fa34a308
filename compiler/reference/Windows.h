// The geometry of windows along one axis, shared by convolution and pooling. Internal to this folder.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

namespace aic::reference {

/// Windows over one axis: window w has taps at w * stride - low + tap * dilation. Places below 0 and from
/// `size` on are padding.
struct WindowAxis {
  int64_t size, kernel, stride, dilation, low, high;
  int64_t windows; ///< size of the result's axis

  /// True where no product or sum of these numbers overflows; nothing else may be asked before.
  bool fits() const {
    auto product = [](int64_t a, int64_t b) { return a == 0 || b <= kLimit / a; };
    return size >= 0 && kernel >= 1 && stride >= 1 && dilation >= 1 && low >= 0 && high >= 0 &&
           windows >= 0 && size <= kLimit && low <= kLimit && high <= kLimit && product(kernel, dilation) &&
           (windows <= 1 || product(windows - 1, stride));
  }

  /// Where window w begins; may lie in the padding.
  int64_t start(int64_t w) const { return w * stride - low; }

  /// The half-open range of taps of window w that are not padding.
  std::pair<int64_t, int64_t> taps(int64_t w) const { return inside(start(w), dilation, kernel); }

  /// The half-open range of windows whose given tap is not padding.
  std::pair<int64_t, int64_t> windowsOf(int64_t tap) const {
    return inside(tap * dilation - low, stride, windows);
  }

private:
  static constexpr int64_t kLimit = std::numeric_limits<int64_t>::max() / 8;

  /// The n in [0, count) with 0 <= first + n * step < size.
  std::pair<int64_t, int64_t> inside(int64_t first, int64_t step, int64_t count) const {
    int64_t begin = first < 0 ? (-first + step - 1) / step : 0;
    int64_t end = first >= size ? 0 : std::min(count, (size - 1 - first) / step + 1);
    return {begin, std::max(begin, end)};
  }
};

} // namespace aic::reference
