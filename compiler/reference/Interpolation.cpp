// Images at another size.
#include "compiler/reference/Evaluators.h"
#include "dialects/aic/Aic.h"

#include <algorithm>
#include <cmath>

using namespace mlir;

namespace aic::reference {
namespace {

/// The two neighbours that an element lies between, and the second one's share of it.
struct Place {
  int64_t first, second;
  double share;
};

/// One axis of the image. Place is computed in Real, which is float but for f64, for PyTorch computes so.
template <typename Real> struct ResizedAxis {
  int64_t from, to;
  double scale; ///< given by the user, or 0
  ResizeMode mode;
  bool alignCorners;

  Real step() const {
    if (mode == ResizeMode::Bilinear && alignCorners)
      return to > 1 ? Real(from - 1) / Real(to - 1) : Real(0);
    return scale > 0 ? Real(1 / scale) : Real(from) / Real(to);
  }

  Place operator()(int64_t n) const {
    if (mode == ResizeMode::Nearest) {
      // PyTorch rounds to float here even where it has computed in double.
      int64_t place = inside(std::floor(float(Real(n) * step())));
      return {place, place, 0};
    }
    // PyTorch copies an axis that keeps its size, whatever scale says.
    if (from == to)
      return {n, n, 0};
    Real place =
        alignCorners ? Real(n) * step() : std::max((Real(n) + Real(0.5)) * step() - Real(0.5), Real(0));
    int64_t first = inside(std::floor(place));
    return {first, std::min(first + 1, from - 1), std::clamp(double(place) - double(first), 0.0, 1.0)};
  }

private:
  int64_t inside(Real place) const {
    return place < Real(from - 1) ? int64_t(place) : from - 1; // a huge place has no int64_t
  }
};

template <typename Real> void resize(InterpolateOp op, const Tensor& x, Tensor& result) {
  bool nhwc = op.getLayout() == Layout::NHWC;
  int height = nhwc ? 1 : 2;
  auto axis = [&](int n) {
    return ResizedAxis<Real>{x.shape[height + n], result.shape[height + n],
                             op.getScales() ? (*op.getScales())[n] : 0, op.getMode(), op.getAlignCorners()};
  };
  auto rows = axis(0), columns = axis(1);
  // [planes, H, W, channels] in either layout.
  int64_t channels = nhwc ? x.shape[3] : 1, planes = x.shape[0] * (nhwc ? 1 : x.shape[1]);
  auto between = [&](double first, double second, double share) {
    return rows.mode == ResizeMode::Nearest ? first : (1 - share) * first + share * second;
  };
  double* to = result.f.data();
  for (int64_t plane = 0; plane < planes; ++plane)
    for (int64_t row = 0; row < rows.to; ++row) {
      Place above = rows(row);
      const double* firstRow = &x.f[(plane * rows.from + above.first) * columns.from * channels];
      const double* secondRow = &x.f[(plane * rows.from + above.second) * columns.from * channels];
      for (int64_t column = 0; column < columns.to; ++column) {
        Place left = columns(column);
        for (int64_t channel = 0; channel < channels; ++channel) {
          auto along = [&](const double* line) {
            return between(line[left.first * channels + channel], line[left.second * channels + channel],
                           left.share);
          };
          *to++ = between(along(firstRow), along(secondRow), above.share);
        }
      }
    }
}

LogicalResult interpolate(Operation* op, Operands operands, Results& results) {
  FailureOr<Tensor> result = zeroResult(op);
  if (failed(result))
    return failure();
  if (result->size() > 0 && result->element.isF64())
    resize<double>(cast<InterpolateOp>(op), *operands[0], *result);
  else if (result->size() > 0)
    resize<float>(cast<InterpolateOp>(op), *operands[0], *result);
  results.push_back(std::move(*result));
  return success();
}

const Entry kEntries[] = {{"aic.interpolate", interpolate}};

} // namespace

ArrayRef<Entry> interpolationEntries() {
  return kEntries;
}

} // namespace aic::reference
