// aic-fold-batch-norm: conv2d or linear, then batch_norm, become the conv2d or linear alone (Jacob et al.,
// "Quantization and Training of Neural Networks", section 3.2): weight' = weight * factor per output channel,
// bias' = bias * factor + term. Computed in double, rounded once.
#include "compiler/transforms/BatchNorm.h"
#include "compiler/transforms/Constants.h"
#include "compiler/transforms/Passes.h"
#include "compiler/transforms/Remarks.h"
#include "mlir/IR/PatternMatch.h"

using namespace mlir;

namespace aic::transforms {

#define GEN_PASS_DEF_FOLDBATCHNORM
#include "compiler/transforms/Passes.h.inc"

namespace {

constexpr llvm::StringLiteral kPass = "aic-fold-batch-norm";

/// What a batch_norm folds into: both keep the output channels in axis 0 of the weight.
struct Producer {
  Operation* op = nullptr;
  Value weight, bias;
};

/// The conv2d or linear before `norm`; without one, the reason.
std::optional<Producer> findProducer(BatchNormOp norm, std::string& reason) {
  Operation* op = norm.getX().getDefiningOp();
  auto conv = dyn_cast_or_null<Conv2dOp>(op);
  auto linear = dyn_cast_or_null<LinearOp>(op);
  if (!conv && !linear) {
    reason = "its input comes from " + describeSource(norm.getX()) + ", which is neither conv2d nor linear";
    return std::nullopt;
  }
  if (!op->hasOneUse()) {
    Operation* other = nullptr;
    for (Operation* user : op->getUsers())
      if (user != norm)
        other = user;
    reason =
        ("the " + describe(op) + " before it is also used by " + (other ? describe(other) : "itself")).str();
    return std::nullopt;
  }
  int64_t rank = norm.getX().getType().getRank();
  int64_t outputAxis = conv && conv.getLayout() == ::aic::Layout::NCHW ? 1 : rank - 1;
  if (channelAxis(norm) != outputAxis) {
    reason = ("it normalises axis " + Twine(channelAxis(norm)) + ", and the output channels of " +
              describe(op) + " are in axis " + Twine(outputAxis))
                 .str();
    return std::nullopt;
  }
  if (conv)
    return Producer{op, conv.getWeight(), conv.getBias()};
  return Producer{op, linear.getWeight(), linear.getBias()};
}

/// The elements of a float constant operand, or nullopt with the reason.
std::optional<std::vector<double>> readOperand(Value value, StringRef name, Operation* op,
                                               std::string& reason) {
  ElementsAttr attr = constantWithData(value);
  if (!attr) {
    reason = ("the " + name + " of " + describe(op) + " " + whyNotConstant(value)).str();
    return std::nullopt;
  }
  FailureOr<reference::Tensor> tensor = reference::fromAttr(attr, [&] { return emitError(value.getLoc()); });
  if (failed(tensor)) {
    reason = ("the " + name + " of " + describe(op) + " cannot be read").str();
    return std::nullopt;
  }
  return std::move(tensor->f);
}

/// "layer1.0.conv1.bias" for the weight "layer1.0.conv1.weight".
std::string biasKey(StringRef weightKey) {
  StringRef stem = weightKey;
  if (stem.consume_back("weight"))
    return (stem + "bias").str();
  return (stem + ".bias").str();
}

/// Folds one batch_norm; false with the reason where it cannot.
bool fold(BatchNormOp norm, IRRewriter& rewriter, std::string& reason) {
  std::optional<Producer> producer = findProducer(norm, reason);
  if (!producer)
    return false;
  std::optional<ChannelAffine> affine = channelAffine(norm, reason);
  if (!affine)
    return false;
  std::optional<std::vector<double>> weight = readOperand(producer->weight, "weight", producer->op, reason);
  if (!weight)
    return false;
  std::vector<double> bias(affine->term);
  std::string key = biasKey(resourceKey(constantWithData(producer->weight)));
  if (producer->bias) {
    std::optional<std::vector<double>> old = readOperand(producer->bias, "bias", producer->op, reason);
    if (!old)
      return false;
    for (size_t c = 0; c < bias.size(); ++c)
      bias[c] += (*old)[c] * affine->factor[c];
    if (StringRef oldKey = resourceKey(constantWithData(producer->bias)); !oldKey.empty())
      key = oldKey.str();
  }
  size_t channels = affine->factor.size();
  size_t perChannel = channels ? weight->size() / channels : 0;
  for (size_t c = 0; c < channels; ++c)
    for (size_t i = 0; i < perChannel; ++i)
      (*weight)[c * perChannel + i] *= affine->factor[c];

  auto weightType = cast<RankedTensorType>(producer->weight.getType());
  StringRef weightKey = resourceKey(constantWithData(producer->weight));
  ElementsAttr newWeight = roundedAttr(std::move(*weight), weightType,
                                       weightKey.empty() ? "weight+bn" : (weightKey + "+bn").str());
  auto biasType = RankedTensorType::get({int64_t(channels)}, weightType.getElementType());
  ElementsAttr newBias = roundedAttr(std::move(bias), biasType, key + "+bn");
  if (!newWeight || !newBias) {
    reason = "a folded weight or bias does not fit " + describe(weightType);
    return false;
  }

  Location loc = FusedLoc::get(norm.getContext(), {producer->op->getLoc(), norm.getLoc()});
  rewriter.setInsertionPoint(producer->op);
  Value weightValue = makeConstant(rewriter, loc, newWeight);
  Value biasValue = makeConstant(rewriter, loc, newBias);
  Operation* folded = nullptr;
  if (auto conv = dyn_cast<Conv2dOp>(producer->op))
    folded = Conv2dOp::create(rewriter, loc, norm.getType(), conv.getX(), weightValue, biasValue,
                              conv.getStrideAttr(), conv.getPaddingAttr(), conv.getDilationAttr(),
                              conv.getGroupsAttr(), conv.getLayoutAttr());
  else
    folded = LinearOp::create(rewriter, loc, norm.getType(), cast<LinearOp>(producer->op).getX(), weightValue,
                              biasValue);
  reportPassed(norm.getLoc(), kPass,
               "batch_norm is folded into the weight and bias of " + describe(producer->op));
  rewriter.replaceOp(norm, folded);
  rewriter.eraseOp(producer->op);
  return true;
}

struct FoldBatchNormPass : impl::FoldBatchNormBase<FoldBatchNormPass> {
  void runOnOperation() override {
    SmallVector<BatchNormOp> norms;
    getOperation().walk([&](BatchNormOp norm) { norms.push_back(norm); });
    IRRewriter rewriter(&getContext());
    for (BatchNormOp norm : norms) {
      Location loc = norm.getLoc();
      std::string reason;
      if (!fold(norm, rewriter, reason))
        reportMissed(loc, kPass, "batch_norm is not folded: " + reason);
    }
  }
};

} // namespace

} // namespace aic::transforms
