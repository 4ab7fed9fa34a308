// Convolution and its transpose, plane by plane: for each weight, the plane of inputs that it meets is added
// to the plane of results, so that the inner loop runs along a row and vectorises (4 GMAC take a few
// seconds). Works on NCHW; NHWC is reordered, and one dimension is a plane of one row.
#include "compiler/reference/Products.h"
#include "compiler/reference/Windows.h"
#include "dialects/aic/Training.h"

using namespace mlir;

namespace aic::reference {
namespace {

/// y[n * yStep] += factor * x[n * xStep], where one of the steps is 1.
void addScaled(double* __restrict y, int64_t yStep, const double* __restrict x, int64_t xStep, double factor,
               int64_t count) {
  if (xStep == 1 && yStep == 1)
    for (int64_t n = 0; n < count; ++n)
      y[n] += factor * x[n];
  else
    for (int64_t n = 0; n < count; ++n)
      y[n * yStep] += factor * x[n * xStep];
}

/// What a convolution's loops run over. The windows lie on x, one for each element of the result; on the
/// result, one for each element of x, where it is transposed.
struct Geometry {
  int64_t images, groups;
  int64_t inputs, outputs; ///< channels of one group
  WindowAxis rows, columns;
  bool transposed = false;

  int64_t windowed() const { return rows.size * columns.size; } ///< elements of a plane that windows lie on
  int64_t windows() const { return rows.windows * columns.windows; } ///< of the other side's planes
};

/// Adds one weight's share to a plane of results.
void addTap(const Geometry& g, const double* x, double* y, double weight, int64_t tapRow, int64_t tapColumn) {
  const WindowAxis &rows = g.rows, &columns = g.columns;
  auto [firstRow, endRow] = rows.windowsOf(tapRow);
  auto [first, end] = columns.windowsOf(tapColumn);
  if (first == end)
    return;
  int64_t fromColumn = columns.start(first) + tapColumn * columns.dilation;
  int64_t count = end - first, repeats = endRow - firstRow;
  // Whole rows of one width lie one after another: one long row.
  if (rows.stride == 1 && columns.stride == 1 && count == columns.windows && count == columns.size &&
      repeats > 0) {
    count *= repeats;
    repeats = 1;
  }
  for (int64_t row = firstRow; row < firstRow + repeats; ++row) {
    int64_t fromRow = rows.start(row) + tapRow * rows.dilation;
    int64_t window = row * columns.windows + first, place = fromRow * columns.size + fromColumn;
    if (g.transposed)
      addScaled(y + place, columns.stride, x + window, 1, weight, count);
    else
      addScaled(y + window, 1, x + place, columns.stride, weight, count);
  }
}

/// y += x convolved with the weight: [groups * outputs, inputs, kernel], or [groups * inputs, outputs,
/// kernel] where it is transposed. Not for empty tensors.
LogicalResult convolve(Operation* op, const Geometry& g, const double* x, const double* weight, double* y) {
  if (!g.rows.fits() || !g.columns.fits())
    return emitFailure(op) << "the window's sizes are too large to evaluate";
  int64_t kernel = g.rows.kernel * g.columns.kernel;
  int64_t xPlane = g.transposed ? g.windows() : g.windowed();
  int64_t yPlane = g.transposed ? g.windowed() : g.windows();
  for (int64_t image = 0; image < g.images; ++image)
    for (int64_t output = 0; output < g.groups * g.outputs; ++output) {
      int64_t group = output / g.outputs;
      double* to = y + (image * g.groups * g.outputs + output) * yPlane;
      for (int64_t input = group * g.inputs; input < (group + 1) * g.inputs; ++input) {
        const double* from = x + (image * g.groups * g.inputs + input) * xPlane;
        const double* w = weight + (g.transposed ? input * g.outputs + output % g.outputs
                                                 : output * g.inputs + input % g.inputs) *
                                       kernel;
        for (int64_t row = 0; row < g.rows.kernel; ++row)
          for (int64_t column = 0; column < g.columns.kernel; ++column)
            addTap(g, from, to, *w++, row, column);
      }
    }
  return success();
}

/// Axis n, 0 for rows, of a convolution whose windows lie on `size` elements.
template <typename Conv> WindowAxis axisOf(Conv conv, int n, int64_t size, int64_t kernel, int64_t windows) {
  return {size,
          kernel,
          conv.getStride()[n],
          conv.getDilation()[n],
          conv.getPadding()[n],
          conv.getPadding()[2 + n],
          windows};
}

/// Sets each plane of y [N, C, ...] to its channel's bias.
void fillBias(const Tensor& bias, Tensor& y) {
  std::vector<double> room;
  const std::vector<double>& terms = numbersOf(bias, room);
  int64_t plane = y.size() / (y.shape[0] * bias.size());
  for (int64_t n = 0; n < y.shape[0] * bias.size(); ++n)
    std::fill_n(y.f.begin() + n * plane, plane, terms[n % bias.size()]);
}

/// [N, H, W, C] to [N, C, H, W] for (rows, columns) = (H * W, C), and back for (C, H * W).
std::vector<double> swapInner(const std::vector<double>& x, int64_t rows, int64_t columns) {
  std::vector<double> swapped(x.size());
  int64_t plane = rows * columns;
  for (size_t image = 0; image < x.size(); image += plane)
    for (int64_t row = 0; row < rows; ++row)
      for (int64_t column = 0; column < columns; ++column)
        swapped[image + column * rows + row] = x[image + row * columns + column];
  return swapped;
}

LogicalResult conv1d(Operation* op, Operands operands, Results& results) {
  auto conv = cast<Conv1dOp>(op);
  const Tensor &x = *operands[0], &weight = *operands[1];
  FailureOr<Tensor> result = zeroResult(op);
  if (failed(result))
    return failure();
  if (result->size() > 0 && operands.size() > 2)
    fillBias(*operands[2], *result);
  if (result->size() > 0 && x.size() > 0 && weight.size() > 0) {
    int64_t groups = int64_t(conv.getGroups());
    WindowAxis length{x.shape[2],           weight.shape[2],      conv.getStride()[0], conv.getDilation()[0],
                      conv.getPadding()[0], conv.getPadding()[1], result->shape[2]};
    Geometry geometry{x.shape[0], groups, weight.shape[1], weight.shape[0] / groups, {1, 1, 1, 1, 0, 0, 1},
                      length};
    if (failed(convolve(op, geometry, x.f.data(), weight.f.data(), result->f.data())))
      return failure();
  }
  results.push_back(std::move(*result));
  return success();
}

LogicalResult conv2d(Operation* op, Operands operands, Results& results) {
  auto conv = cast<Conv2dOp>(op);
  const Tensor &x = *operands[0], &weight = *operands[1];
  bool nhwc = conv.getLayout() == Layout::NHWC;
  std::vector<double> rooms[2];
  const std::vector<double>&xs = numbersOf(x, rooms[0]), &weights = numbersOf(weight, rooms[1]);
  FailureOr<Tensor> result = zeroSums(op);
  if (failed(result))
    return failure();
  if (result->size() == 0) {
    makeSums(op, *result);
    results.push_back(std::move(*result));
    return success();
  }
  if (operands.size() > 2)
    fillBias(*operands[2], *result); // [N, O, OH * OW] until the end
  int height = nhwc ? 1 : 2;
  int64_t outputs = weight.shape[0], groups = int64_t(conv.getGroups());
  if (x.size() > 0 && weight.size() > 0) {
    auto axis = [&](int n) {
      return axisOf(conv, n, x.shape[height + n], weight.shape[2 + n], result->shape[height + n]);
    };
    Geometry geometry{x.shape[0], groups, weight.shape[1], outputs / groups, axis(0), axis(1)};
    std::vector<double> reordered;
    if (nhwc)
      reordered = swapInner(xs, geometry.windowed(), geometry.inputs * groups);
    if (failed(convolve(op, geometry, nhwc ? reordered.data() : xs.data(), weights.data(), result->f.data())))
      return failure();
  }
  if (nhwc)
    result->f = swapInner(result->f, outputs, result->shape[1] * result->shape[2]);
  makeSums(op, *result);
  results.push_back(std::move(*result));
  return success();
}

LogicalResult convTranspose2d(Operation* op, Operands operands, Results& results) {
  auto conv = cast<ConvTranspose2dOp>(op);
  const Tensor &x = *operands[0], &weight = *operands[1];
  FailureOr<Tensor> result = zeroResult(op);
  if (failed(result))
    return failure();
  if (result->size() > 0 && operands.size() > 2)
    fillBias(*operands[2], *result);
  if (result->size() > 0 && x.size() > 0 && weight.size() > 0) {
    int64_t groups = int64_t(conv.getGroups());
    auto axis = [&](int n) {
      return axisOf(conv, n, result->shape[2 + n], weight.shape[2 + n], x.shape[2 + n]);
    };
    Geometry geometry{x.shape[0], groups,  x.shape[1] / groups, weight.shape[1],
                      axis(0),    axis(1), /*transposed=*/true};
    if (failed(convolve(op, geometry, x.f.data(), weight.f.data(), result->f.data())))
      return failure();
  }
  results.push_back(std::move(*result));
  return success();
}

/// The sum over windows of the products of gradient and what one place of the window sees of x; both a plane.
double sumOfTap(const Geometry& g, const double* x, const double* gradient, int64_t tapRow,
                int64_t tapColumn) {
  auto [firstRow, endRow] = g.rows.windowsOf(tapRow);
  auto [first, end] = g.columns.windowsOf(tapColumn);
  double sum = 0;
  for (int64_t row = firstRow; row < endRow; ++row) {
    int64_t place = (g.rows.start(row) + tapRow * g.rows.dilation) * g.columns.size;
    for (int64_t column = first; column < end; ++column)
      sum += gradient[row * g.columns.windows + column] *
             x[place + g.columns.start(column) + tapColumn * g.columns.dilation];
  }
  return sum;
}

LogicalResult conv2dWeightGradient(Operation* op, Operands operands, Results& results) {
  auto conv = cast<Conv2dWeightGradientOp>(op);
  const Tensor &x = *operands[0], &gradient = *operands[1];
  FailureOr<Tensor> result = zeroResult(op);
  if (failed(result))
    return failure();
  const bool ofLinear = x.shape.size() == 2; // one row of pixels
  const bool nhwc = ofLinear || conv.getLayout() == Layout::NHWC;
  const int height = nhwc ? 1 : 2, channels = ofLinear ? 1 : nhwc ? 3 : 1;
  auto axis = [&](int n) {
    if (ofLinear)
      return n == 0 ? WindowAxis{1, 1, 1, 1, 0, 0, 1} : WindowAxis{x.shape[0], 1, 1, 1, 0, 0, x.shape[0]};
    return axisOf(conv, n, x.shape[height + n], conv.getKernel()[n], gradient.shape[height + n]);
  };
  const Geometry g{ofLinear ? 1 : x.shape[0], 1,       x.shape[channels],
                   gradient.shape[channels],  axis(0), axis(1)};
  if (!g.rows.fits() || !g.columns.fits())
    return emitFailure(op) << "the window's sizes are too large to evaluate";
  if (x.size() > 0 && gradient.size() > 0) {
    std::vector<double> rooms[2];
    if (nhwc) {
      rooms[0] = swapInner(x.f, g.windowed(), g.inputs);
      rooms[1] = swapInner(gradient.f, g.windows(), g.outputs);
    }
    const std::vector<double>&xs = nhwc ? rooms[0] : x.f, &gradients = nhwc ? rooms[1] : gradient.f;
    const int64_t taps = g.rows.kernel * g.columns.kernel;
    for (int64_t image = 0; image < g.images; ++image)
      for (int64_t output = 0; output < g.outputs; ++output)
        for (int64_t input = 0; input < g.inputs; ++input)
          for (int64_t tap = 0; tap < taps; ++tap)
            result->f[(output * g.inputs + input) * taps + tap] +=
                sumOfTap(g, &xs[(image * g.inputs + input) * g.windowed()],
                         &gradients[(image * g.outputs + output) * g.windows()], tap / g.columns.kernel,
                         tap % g.columns.kernel);
    if (nhwc)
      result->f = swapInner(result->f, g.inputs, taps);
  }
  results.push_back(std::move(*result));
  return success();
}

const Entry kEntries[] = {{"aic.conv1d", conv1d},
                          {"aic.conv2d", conv2d},
                          {"aic.conv2d_weight_gradient", conv2dWeightGradient},
                          {"aic.conv_transpose2d", convTranspose2d}};

} // namespace

ArrayRef<Entry> convolutionEntries() {
  return kEntries;
}

} // namespace aic::reference
