// Pooling over windows of the two spatial axes.
#include "compiler/reference/Evaluators.h"
#include "compiler/reference/Windows.h"
#include "dialects/aic/Training.h"

#include <cmath>
#include <limits>

using namespace mlir;

namespace aic::reference {
namespace {

/// A pooling operation's tensors, whose axes are found by what they are, not where.
struct Pool {
  const Tensor& x;
  Tensor& result;
  Layout layout;

  int64_t axis(char name) const { return StringRef(layout == Layout::NHWC ? "NHWC" : "NCHW").find(name); }

  /// Calls visit(row, column, element offset in result, offset in x of the channel's first element) for each
  /// window.
  template <typename Visit> void eachWindow(Visit&& visit) const {
    Strides in = rowMajorStrides(x.shape);
    in[axis('H')] = in[axis('W')] = 0;
    Strides row(4, 0), column(4, 0);
    row[axis('H')] = column[axis('W')] = 1;
    walk<3>(result.shape, {in, row, column},
            [&](int64_t n, const auto& at) { visit(at[1], at[2], n, at[0]); });
  }

  int64_t rowStride() const { return rowMajorStrides(x.shape)[axis('H')]; }
  int64_t columnStride() const { return rowMajorStrides(x.shape)[axis('W')]; }
};

/// The windows of a pooling operation along both axes, and how far the elements of x are apart there.
struct Windows {
  WindowAxis rows, columns;
  int64_t rowStride, columnStride;

  /// Calls visit(offset in x) for each element that a window sees, row by row; `first` is the channel's
  /// first.
  template <typename Visit>
  void eachElement(int64_t row, int64_t column, int64_t first, Visit&& visit) const {
    auto [rowFirst, rowEnd] = rows.taps(row);
    auto [columnFirst, columnEnd] = columns.taps(column);
    for (int64_t rowTap = rowFirst; rowTap < rowEnd; ++rowTap)
      for (int64_t columnTap = columnFirst; columnTap < columnEnd; ++columnTap)
        visit(first + (rows.start(row) + rowTap * rows.dilation) * rowStride +
              (columns.start(column) + columnTap * columns.dilation) * columnStride);
  }
};

/// Those of `pooling`; fails, with an error, where their sizes do not fit.
template <typename Op>
FailureOr<Windows> windowsOf(Op pooling, const Pool& pool, ArrayRef<int64_t> dilation) {
  auto along = [&](int n) {
    const int64_t a = pool.axis(n == 0 ? 'H' : 'W');
    return WindowAxis{pool.x.shape[a],     pooling.getKernel()[n],  pooling.getStride()[n],
                      dilation[n],         pooling.getPadding()[n], pooling.getPadding()[2 + n],
                      pool.result.shape[a]};
  };
  Windows windows{along(0), along(1), pool.rowStride(), pool.columnStride()};
  if (!windows.rows.fits() || !windows.columns.fits())
    return emitFailure(pooling) << "the window's sizes are too large to evaluate";
  return windows;
}

/// The larger of the two; a NaN, once met, stays.
double largerOf(double largest, double value) {
  return value > largest || std::isnan(value) ? value : largest;
}

LogicalResult maxPool(Operation* op, Operands operands, Results& results) {
  auto pooling = cast<MaxPool2dOp>(op);
  FailureOr<Tensor> result = zeroResult(op);
  if (failed(result))
    return failure();
  const Tensor& x = *operands[0];
  Pool pool{x, *result, pooling.getLayout()};
  FailureOr<Windows> windows = windowsOf(pooling, pool, pooling.getDilation());
  if (failed(windows))
    return failure();
  pool.eachWindow([&](int64_t row, int64_t column, int64_t n, int64_t first) {
    double largest = -std::numeric_limits<double>::infinity();
    windows->eachElement(row, column, first, [&](int64_t place) { largest = largerOf(largest, x.f[place]); });
    result->f[n] = largest;
  });
  results.push_back(std::move(*result));
  return success();
}

LogicalResult maxPoolGradient(Operation* op, Operands operands, Results& results) {
  auto pooling = cast<MaxPool2dGradientOp>(op);
  FailureOr<Tensor> result = zeroResult(op);
  if (failed(result))
    return failure();
  const Tensor& x = *operands[0];
  Tensor gradient = *operands[1];
  Pool pool{x, gradient, pooling.getLayout()};
  FailureOr<Windows> windows = windowsOf(pooling, pool, pooling.getDilation());
  if (failed(windows))
    return failure();
  pool.eachWindow([&](int64_t row, int64_t column, int64_t n, int64_t first) {
    SmallVector<int64_t> places;
    double largest = -std::numeric_limits<double>::infinity();
    windows->eachElement(row, column, first, [&](int64_t place) {
      places.push_back(place);
      largest = largerOf(largest, x.f[place]);
    });
    auto* taken = llvm::find_if(places, [&](int64_t place) { return !(x.f[place] < largest); });
    if (taken != places.end())
      result->f[*taken] += gradient.f[n];
  });
  results.push_back(std::move(*result));
  return success();
}

/// Sum of x over the half-open rectangle.
double sumOf(const Pool& pool, int64_t first, std::pair<int64_t, int64_t> rows,
             std::pair<int64_t, int64_t> columns) {
  int64_t rowStride = pool.rowStride(), columnStride = pool.columnStride();
  double sum = 0;
  for (int64_t row = rows.first; row < rows.second; ++row)
    for (int64_t column = columns.first; column < columns.second; ++column)
      sum += pool.x.f[first + row * rowStride + column * columnStride];
  return sum;
}

LogicalResult avgPool(Operation* op, Operands operands, Results& results) {
  auto pooling = cast<AvgPool2dOp>(op);
  FailureOr<Tensor> result = zeroResult(op);
  if (failed(result))
    return failure();
  Pool pool{*operands[0], *result, pooling.getLayout()};
  const int64_t dense[] = {1, 1};
  FailureOr<Windows> windows = windowsOf(pooling, pool, dense);
  if (failed(windows))
    return failure();
  const WindowAxis &rows = windows->rows, &columns = windows->columns;
  bool countPadding = pooling.getCountIncludePad();
  // A window's places inside the input, and how many it has inside the padded input (ceil_mode lets the last
  // one stick out of that too).
  auto places = [](const WindowAxis& axis, int64_t window) {
    int64_t start = axis.start(window);
    auto [begin, end] = axis.taps(window);
    return std::pair(start + begin, start + end);
  };
  auto padded = [](const WindowAxis& axis, int64_t window) {
    return std::min(axis.start(window) + axis.kernel, axis.size + axis.high) - axis.start(window);
  };
  pool.eachWindow([&](int64_t row, int64_t column, int64_t n, int64_t first) {
    auto rowPlaces = places(rows, row), columnPlaces = places(columns, column);
    if (rowPlaces.first >= rowPlaces.second || columnPlaces.first >= columnPlaces.second)
      return; // nothing but padding: 0, as in PyTorch
    double count = countPadding ? double(padded(rows, row)) * double(padded(columns, column))
                                : double(rowPlaces.second - rowPlaces.first) *
                                      double(columnPlaces.second - columnPlaces.first);
    result->f[n] = sumOf(pool, first, rowPlaces, columnPlaces) / count;
  });
  results.push_back(std::move(*result));
  return success();
}

LogicalResult adaptiveAvgPool(Operation* op, Operands operands, Results& results) {
  FailureOr<Tensor> result = zeroResult(op);
  if (failed(result))
    return failure();
  Pool pool{*operands[0], *result, cast<AdaptiveAvgPool2dOp>(op).getLayout()};
  // With elements in x and in the result both sizes are below kMaxElements, and their products fit.
  auto places = [&](char name, int64_t window) {
    int64_t size = pool.x.shape[pool.axis(name)], windows = result->shape[pool.axis(name)];
    return std::pair(window * size / windows, ((window + 1) * size + windows - 1) / windows);
  };
  if (pool.x.size() == 0)
    std::fill(result->f.begin(), result->f.end(), std::numeric_limits<double>::quiet_NaN());
  else
    pool.eachWindow([&](int64_t row, int64_t column, int64_t n, int64_t first) {
      auto rows = places('H', row), columns = places('W', column);
      double count = double(rows.second - rows.first) * double(columns.second - columns.first);
      result->f[n] = sumOf(pool, first, rows, columns) / count;
    });
  results.push_back(std::move(*result));
  return success();
}

const Entry kEntries[] = {
    {"aic.adaptive_avg_pool2d", adaptiveAvgPool},
    {"aic.avg_pool2d", avgPool},
    {"aic.max_pool2d", maxPool},
    {"aic.max_pool2d_gradient", maxPoolGradient},
};

} // namespace

ArrayRef<Entry> poolingEntries() {
  return kEntries;
}

} // namespace aic::reference
