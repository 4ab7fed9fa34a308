// Softmax and the normalisations.
#include "compiler/reference/Evaluators.h"
#include "dialects/aic/Aic.h"

#include <cmath>
#include <limits>

using namespace mlir;

namespace aic::reference {
namespace {

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
    softmaxLine(&x.f[first], &result->f[first], length, inner, logarithm, {operands, x.element});
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
  const InnerRounding stored = InnerRounding::ofStored(operands, x.element);
  size_t channelAxis = norm.getLayout() == Layout::NHWC ? x.shape.size() - 1 : 1;
  std::array<Strides, 1> channel = {Strides(x.shape.size(), 0)};
  channel[0][channelAxis] = 1;
  walk(x.shape, channel, [&](int64_t n, const auto& at) {
    int64_t c = at[0];
    // Passes make x * scale + shift of it, and constants of scale and shift.
    double scale = (weight ? weight->f[c] : 1) / std::sqrt(var.f[c] + eps), b = bias ? bias->f[c] : 0;
    result->f[n] = (stored(x.f[n]) - mean.f[c]) * scale + b + stored.of(b - mean.f[c] * scale);
  });
  results.push_back(std::move(*result));
  return success();
}

/// The mean of at(0), ..., at(count - 1). It is rounded even where all of them are one number, and a norm
/// multiplies that by 1 / sqrt(eps).
template <typename At> double meanOf(int64_t count, const InnerRounding& inner, At&& at) {
  double sum = 0;
  for (int64_t n = 0; n < count; ++n)
    sum += at(n);
  return inner(sum / double(count));
}

/// layer_norm and rms_norm, which does not subtract the mean: each line that the last `axes` axes make.
template <typename Op> LogicalResult normaliseLast(Operation* op, Operands operands, Results& results) {
  constexpr bool kCentred = std::is_same_v<Op, LayerNormOp>;
  auto norm = cast<Op>(op);
  const Tensor& x = *operands[0];
  const Tensor* weight = declaredOperand(norm, operands, 1);
  const Tensor* bias = kCentred ? declaredOperand(norm, operands, 2) : nullptr;
  double eps = norm.getEps().convertToDouble();
  const InnerRounding inner(operands, x.element);
  FailureOr<Tensor> result = zeroResult(op);
  if (failed(result))
    return failure();
  int64_t length = x.size() == 0 ? 1 : *elementCount(ArrayRef(x.shape).take_back(norm.getAxes()));
  for (int64_t first = 0; first < x.size(); first += length) {
    const double* from = &x.f[first];
    double mean = kCentred ? meanOf(length, inner, [&](int64_t n) { return from[n]; }) : 0;
    double square = meanOf(length, inner, [&](int64_t n) { return (from[n] - mean) * (from[n] - mean); });
    double root = std::sqrt(square + eps);
    for (int64_t n = 0; n < length; ++n)
      result->f[first + n] =
          inner((from[n] - mean) / root * (weight ? weight->f[n] : 1)) + (bias ? bias->f[n] : 0);
  }
  results.push_back(std::move(*result));
  return success();
}

LogicalResult groupNorm(Operation* op, Operands operands, Results& results) {
  auto norm = cast<GroupNormOp>(op);
  const Tensor& x = *operands[0];
  const Tensor *weight = declaredOperand(norm, operands, 1), *bias = declaredOperand(norm, operands, 2);
  double eps = norm.getEps().convertToDouble();
  bool nhwc = norm.getLayout() == Layout::NHWC;
  const InnerRounding inner(operands, x.element);
  FailureOr<Tensor> result = zeroResult(op);
  if (failed(result))
    return failure();
  if (x.size() == 0) {
    results.push_back(std::move(*result));
    return success();
  }
  int64_t images = x.shape[0], groups = int64_t(norm.getNumGroups());
  int64_t channels = nhwc ? x.shape.back() : x.shape[1], perGroup = channels / groups;
  int64_t image = x.size() / images, plane = image / channels;
  for (int64_t group = 0; group < images * groups; ++group) {
    int64_t first = group / groups * image, firstChannel = group % groups * perGroup;
    // Where element n of the group stands, and its channel.
    auto place = [&](int64_t n) {
      return first +
             (nhwc ? n / perGroup * channels + firstChannel + n % perGroup : firstChannel * plane + n);
    };
    auto channel = [&](int64_t n) { return firstChannel + (nhwc ? n % perGroup : n / plane); };
    int64_t count = perGroup * plane;
    double mean = meanOf(count, inner, [&](int64_t n) { return x.f[place(n)]; });
    double variance =
        meanOf(count, inner, [&](int64_t n) { return (x.f[place(n)] - mean) * (x.f[place(n)] - mean); });
    double root = std::sqrt(variance + eps);
    for (int64_t n = 0; n < count; ++n) {
      int64_t c = channel(n);
      result->f[place(n)] =
          inner((x.f[place(n)] - mean) / root * (weight ? weight->f[c] : 1)) + (bias ? bias->f[c] : 0);
    }
  }
  results.push_back(std::move(*result));
  return success();
}

const Entry kEntries[] = {
    {"aic.batch_norm", batchNorm},
    {"aic.group_norm", groupNorm},
    {"aic.layer_norm", normaliseLast<LayerNormOp>},
    {"aic.log_softmax", softmax},
    {"aic.rms_norm", normaliseLast<RmsNormOp>},
    {"aic.softmax", softmax},
};

} // namespace

void softmaxLine(const double* from, double* to, int64_t length, int64_t stride, bool logarithm,
                 const InnerRounding& inner) {
  double largest = -std::numeric_limits<double>::infinity(), sum = 0;
  for (int64_t n = 0; n < length; ++n)
    if (from[n * stride] > largest || std::isnan(from[n * stride]))
      largest = from[n * stride];
  for (int64_t n = 0; n < length; ++n) {
    double shifted = inner(from[n * stride] - largest), power = inner(std::exp(shifted));
    sum += power;
    to[n * stride] = logarithm ? shifted : power;
  }
  sum = inner(sum); // the logarithm of one that is hardly more than 1 is uncertain
  for (int64_t n = 0; n < length; ++n)
    to[n * stride] = logarithm ? to[n * stride] - std::log(sum) : to[n * stride] / sum;
}

ArrayRef<Entry> normalisationEntries() {
  return kEntries;
}

} // namespace aic::reference
