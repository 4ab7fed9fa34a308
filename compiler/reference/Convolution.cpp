// Convolution, plane by plane: for each weight, the plane of inputs that it meets is added to the plane of
// results, so that the inner loop runs along a row and vectorises (4 GMAC take a few seconds). Works on NCHW;
// NHWC is reordered.
#include "compiler/reference/Evaluators.h"
#include "compiler/reference/Windows.h"
#include "dialects/aic/Aic.h"

using namespace mlir;

namespace aic::reference {
namespace {

/// y[n] += factor * x[n * step]
void addScaled(double* __restrict y, const double* __restrict x, double factor, int64_t count, int64_t step) {
  if (step == 1)
    for (int64_t n = 0; n < count; ++n)
      y[n] += factor * x[n];
  else
    for (int64_t n = 0; n < count; ++n)
      y[n] += factor * x[n * step];
}

/// Adds one weight's share to a plane of results.
/// x: [rows.size, columns.size], y: [rows.windows, columns.windows].
void addTap(const double* x, double* y, double weight, const WindowAxis& rows, const WindowAxis& columns,
            int64_t tapRow, int64_t tapColumn) {
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
    addScaled(y + row * columns.windows + first, x + fromRow * columns.size + fromColumn, weight, count,
              columns.stride);
  }
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

LogicalResult conv2d(Operation* op, Operands operands, Results& results) {
  auto conv = cast<Conv2dOp>(op);
  const Tensor &x = *operands[0], &weight = *operands[1];
  const Tensor* bias = operands.size() > 2 ? operands[2] : nullptr;
  bool nhwc = conv.getLayout() == Layout::NHWC;
  FailureOr<Tensor> result = zeroResult(op);
  if (failed(result))
    return failure();
  int height = nhwc ? 1 : 2;
  ArrayRef<int64_t> stride = conv.getStride(), padding = conv.getPadding(), dilation = conv.getDilation();
  auto axis = [&](int n) {
    return WindowAxis{x.shape[height + n], weight.shape[2 + n],      stride[n], dilation[n], padding[n],
                      padding[2 + n],      result->shape[height + n]};
  };
  if (result->size() == 0) {
    results.push_back(std::move(*result));
    return success();
  }
  int64_t images = x.shape[0], outputs = weight.shape[0], perGroup = weight.shape[1];
  int64_t groups = int64_t(conv.getGroups());
  int64_t inPlane = x.shape[height] * x.shape[height + 1];
  int64_t outPlane = result->shape[height] * result->shape[height + 1];
  if (bias) // [N, O, OH * OW] until the end
    for (int64_t plane = 0; plane < images * outputs; ++plane)
      std::fill_n(result->f.begin() + plane * outPlane, outPlane, bias->f[plane % outputs]);

  if (x.size() > 0 && weight.size() > 0) {
    WindowAxis rows = axis(0), columns = axis(1);
    if (!rows.fits() || !columns.fits())
      return emitFailure(op) << "the window's sizes are too large to evaluate";
    std::vector<double> reordered;
    if (nhwc)
      reordered = swapInner(x.f, inPlane, perGroup * groups);
    const double* planes = nhwc ? reordered.data() : x.f.data();
    for (int64_t image = 0; image < images; ++image)
      for (int64_t output = 0; output < outputs; ++output) {
        double* y = &result->f[(image * outputs + output) * outPlane];
        int64_t firstInput = image * perGroup * groups + output / (outputs / groups) * perGroup;
        const double* w = &weight.f[output * perGroup * rows.kernel * columns.kernel];
        for (int64_t input = 0; input < perGroup; ++input)
          for (int64_t row = 0; row < rows.kernel; ++row)
            for (int64_t column = 0; column < columns.kernel; ++column)
              addTap(planes + (firstInput + input) * inPlane, y, *w++, rows, columns, row, column);
      }
  }
  if (nhwc)
    result->f = swapInner(result->f, outputs, outPlane);
  results.push_back(std::move(*result));
  return success();
}

const Entry kEntries[] = {{"aic.conv2d", conv2d}};

} // namespace

ArrayRef<Entry> convolutionEntries() {
  return kEntries;
}

} // namespace aic::reference
