// Softmax and the normalisations.
#include "compiler/reference/Evaluators.h"
#include "dialects/aic/Aic.h"

#include <cmath>
#include <limits>

using namespace mlir;

namespace aic::reference {
namespace {

/// Softmax along an axis, or its logarithm. The largest element is subtracted first, so that exp cannot
/// overflow; a line that is -inf throughout, or has +inf or NaN in it, gives NaN, as in PyTorch.
LogicalResult softmax(Operation* op, Operands operands, Results& results) {
  const Tensor& x = *operands[0];
  bool logarithm = isa<LogSoftmaxOp>(op);
  int64_t dim = op->getAttrOfType<IntegerAttr>("dim").getInt();
  FailureOr<Tensor> result = zeroResult(op);
  if (failed(result))
    return failure();
  int64_t length = x.shape[dim], inner = rowMajorStrides(x.shape)[dim];
  int64_t lines = x.size() == 0 ? 0 : x.size() / length;
  for (int64_t line = 0; line < lines; ++line) {
    int64_t first = line / inner * inner * length + line % inner;
    const double* from = &x.f[first];
    double* to = &result->f[first];
    double largest = -std::numeric_limits<double>::infinity(), sum = 0;
    for (int64_t n = 0; n < length; ++n)
      if (from[n * inner] > largest || std::isnan(from[n * inner]))
        largest = from[n * inner];
    for (int64_t n = 0; n < length; ++n)
      sum += std::exp(from[n * inner] - largest);
    for (int64_t n = 0; n < length; ++n) {
      double shifted = from[n * inner] - largest;
      to[n * inner] = logarithm ? shifted - std::log(sum) : std::exp(shifted) / sum;
    }
  }
  results.push_back(std::move(*result));
  return success();
}

LogicalResult batchNorm(Operation* op, Operands operands, Results& results) {
  auto norm = cast<BatchNormOp>(op);
  const Tensor &x = *operands[0], &mean = *operands[1], &var = *operands[2];
  const Tensor* weight = norm.getWeight() ? operands[3] : nullptr;
  const Tensor* bias = norm.getBias() ? operands.back() : nullptr;
  double eps = norm.getEps().convertToDouble();
  FailureOr<Tensor> result = zeroResult(op);
  if (failed(result))
    return failure();
  size_t channelAxis = norm.getLayout() == Layout::NHWC ? x.shape.size() - 1 : 1;
  std::array<Strides, 1> channel = {Strides(x.shape.size(), 0)};
  channel[0][channelAxis] = 1;
  walk(x.shape, channel, [&](int64_t n, const auto& at) {
    int64_t c = at[0];
    double scaled = (x.f[n] - mean.f[c]) / std::sqrt(var.f[c] + eps);
    result->f[n] = scaled * (weight ? weight->f[c] : 1) + (bias ? bias->f[c] : 0);
  });
  results.push_back(std::move(*result));
  return success();
}

const Entry kEntries[] = {
    {"aic.batch_norm", batchNorm},
    {"aic.log_softmax", softmax},
    {"aic.softmax", softmax},
};

} // namespace

ArrayRef<Entry> normalisationEntries() {
  return kEntries;
}

} // namespace aic::reference
