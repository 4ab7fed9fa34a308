// The arithmetic of batch_norm that folding and decomposing share.
#include "compiler/transforms/BatchNorm.h"

#include "compiler/transforms/Constants.h"

#include <cmath>

using namespace mlir;

namespace aic::transforms {

namespace {

/// The elements of an optional operand [C]; `absent` repeated where there is none.
std::optional<std::vector<double>> channelValues(Value value, StringRef name, int64_t channels, double absent,
                                                 std::string& reason) {
  if (!value)
    return std::vector<double>(channels, absent);
  ElementsAttr attr = constantWithData(value);
  if (!attr) {
    reason = ("its " + name + " " + whyNotConstant(value)).str();
    return std::nullopt;
  }
  FailureOr<reference::Tensor> tensor = reference::fromAttr(attr, [&] { return emitError(value.getLoc()); });
  if (failed(tensor) || int64_t(tensor->f.size()) != channels) {
    reason = ("its " + name + " cannot be read").str();
    return std::nullopt;
  }
  return std::move(tensor->f);
}

} // namespace

std::optional<ChannelAffine> channelAffine(BatchNormOp norm, std::string& reason) {
  int64_t channels = norm.getMean().getType().getDimSize(0);
  auto mean = channelValues(norm.getMean(), "mean", channels, 0, reason);
  if (!mean)
    return std::nullopt;
  auto var = channelValues(norm.getVar(), "variance", channels, 1, reason);
  if (!var)
    return std::nullopt;
  auto weight = channelValues(norm.getWeight(), "weight", channels, 1, reason);
  if (!weight)
    return std::nullopt;
  auto bias = channelValues(norm.getBias(), "bias", channels, 0, reason);
  if (!bias)
    return std::nullopt;
  ChannelAffine affine;
  affine.factor.resize(channels);
  affine.term.resize(channels);
  double eps = norm.getEps().convertToDouble();
  for (int64_t c = 0; c < channels; ++c) {
    affine.factor[c] = (*weight)[c] / std::sqrt((*var)[c] + eps);
    affine.term[c] = (*bias)[c] - (*mean)[c] * affine.factor[c];
    // A negative variance is NaN in the model as it stands: left to the kernel, so that the numbers stay what
    // they were.
    if (!std::isfinite(affine.factor[c]) || !std::isfinite(affine.term[c])) {
      reason = "channel " + std::to_string(c) + " has no finite factor (its variance is " +
               std::to_string((*var)[c]) + ")";
      return std::nullopt;
    }
  }
  return affine;
}

int64_t channelAxis(BatchNormOp norm) {
  return norm.getLayout() == ::aic::Layout::NHWC ? norm.getX().getType().getRank() - 1 : 1;
}

SmallVector<int64_t> channelShape(BatchNormOp norm) {
  SmallVector<int64_t> shape(norm.getX().getType().getRank() - channelAxis(norm), 1);
  shape.front() = norm.getX().getType().getDimSize(channelAxis(norm));
  return shape;
}

} // namespace aic::transforms
