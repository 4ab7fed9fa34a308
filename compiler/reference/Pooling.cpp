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

  /// The windows along an axis: n is 0 for H, 1 for W.
  WindowAxis windows(int n, ArrayRef<int64_t> kernel, ArrayRef<int64_t> stride, ArrayRef<int64_t> dilation,
                     ArrayRef<int64_t> padding) const {
    int64_t a = axis(n == 0 ? 'H' : 'W');
    return {x.shape[a], kernel[n], stride[n], dilation[n], padding[n], padding[2 + n], result.shape[a]};
  }
};

constexpr StringRef kTooLarge = "the window's sizes are too large to evaluate";

LogicalResult maxPool(Operation* op, Operands operands, Results& results) {
  auto pooling = cast<MaxPool2dOp>(op);
  FailureOr<Tensor> result = zeroResult(op);
  if (failed(result))
    return failure();
  const Tensor& x = *operands[0];
  Pool pool{x, *result, pooling.getLayout()};
  auto axis = [&](int n) {
    return pool.windows(n, pooling.getKernel(), pooling.getStride(), pooling.getDilation(),
                        pooling.getPadding());
  };
  WindowAxis rows = axis(0), columns = axis(1);
  if (!rows.fits() || !columns.fits())
    return emitFailure(op) << kTooLarge;
  int64_t rowStride = pool.rowStride(), columnStride = pool.columnStride();
  pool.eachWindow([&](int64_t row, int64_t column, int64_t n, int64_t first) {
    auto [rowTap, rowEnd] = rows.taps(row);
    auto [columnFirst, columnEnd] = columns.taps(column);
    double largest = -std::numeric_limits<double>::infinity();
    for (; rowTap < rowEnd; ++rowTap)
      for (int64_t columnTap = columnFirst; columnTap < columnEnd; ++columnTap) {
        double value = x.f[first + (rows.start(row) + rowTap * rows.dilation) * rowStride +
                           (columns.start(column) + columnTap * columns.dilation) * columnStride];
        if (value > largest || std::isnan(value)) // NaN, once met, stays
          largest = value;
      }
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
  auto axis = [&](int n) {
    return pool.windows(n, pooling.getKernel(), pooling.getStride(), pooling.getDilation(),
                        pooling.getPadding());
  };
  WindowAxis rows = axis(0), columns = axis(1);
  if (!rows.fits() || !columns.fits())
    return emitFailure(op) << kTooLarge;
  int64_t rowStride = pool.rowStride(), columnStride = pool.columnStride();
  pool.eachWindow([&](int64_t row, int64_t column, int64_t n, int64_t first) {
    auto [rowFirst, rowEnd] = rows.taps(row);
    auto [columnFirst, columnEnd] = columns.taps(column);
    SmallVector<int64_t> places;
    double largest = -std::numeric_limits<double>::infinity();
    for (int64_t rowTap = rowFirst; rowTap < rowEnd; ++rowTap)
      for (int64_t columnTap = columnFirst; columnTap < columnEnd; ++columnTap) {
        places.push_back(first + (rows.start(row) + rowTap * rows.dilation) * rowStride +
                         (columns.start(column) + columnTap * columns.dilation) * columnStride);
        double value = x.f[places.back()];
        if (value > largest || std::isnan(value))
          largest = value;
      }
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
  auto axis = [&](int n) {
    return pool.windows(n, pooling.getKernel(), pooling.getStride(), {1, 1}, pooling.getPadding());
  };
  WindowAxis rows = axis(0), columns = axis(1);
  if (!rows.fits() || !columns.fits())
    return emitFailure(op) << kTooLarge;
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
