// aic-fold-batch-norm: a convolution or linear, then batch_norm, become the convolution or linear alone
// (Jacob et al., "Quantization and Training of Neural Networks", section 3.2): weight' = weight * factor per
// output channel, bias' = bias * factor + term. Computed in double, rounded once.
#include "compiler/transforms/BatchNorm.h"
#include "compiler/transforms/Constants.h"
#include "compiler/transforms/Passes.h"
#include "compiler/transforms/Remarks.h"
#include "mlir/IR/PatternMatch.h"

#include <functional>

using namespace mlir;

namespace aic::transforms {

#define GEN_PASS_DEF_FOLDBATCHNORM
#include "compiler/transforms/Passes.h.inc"

namespace {

constexpr llvm::StringLiteral kPass = "aic-fold-batch-norm";

/// What a batch_norm folds into: x, weight and perhaps a bias are its operands.
struct Producer {
  Operation* op = nullptr;
  Value weight, bias;

  /// The output channel that an element of the weight belongs to. It is the weight's axis 0, but for
  /// conv_transpose2d: [C, O / groups, KH, KW].
  std::function<size_t(size_t)> channelOf;
};

Producer describeProducer(Operation* op) {
  Producer producer{op, op->getOperand(1), op->getNumOperands() > 2 ? op->getOperand(2) : Value(), {}};
  auto weight = cast<RankedTensorType>(producer.weight.getType());
  size_t rest = 1;
  for (int64_t size : weight.getShape().drop_front())
    rest *= size;
  if (auto conv = dyn_cast<ConvTranspose2dOp>(op)) {
    size_t outputs = weight.getDimSize(1), inputs = weight.getDimSize(0) / conv.getGroups();
    size_t area = weight.getDimSize(2) * weight.getDimSize(3);
    producer.channelOf = [=](size_t i) { return i / rest / inputs * outputs + i / area % outputs; };
  } else {
    producer.channelOf = [=](size_t i) { return i / rest; };
  }
  return producer;
}

/// The convolution or linear before `norm`; without one, the reason.
std::optional<Producer> findProducer(BatchNormOp norm, std::string& reason) {
  Operation* op = norm.getX().getDefiningOp();
  if (!isa_and_nonnull<Conv1dOp, Conv2dOp, ConvTranspose2dOp, LinearOp>(op)) {
    reason =
        "its input comes from " + describeSource(norm.getX()) + ", which is neither a convolution nor linear";
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
  auto conv = dyn_cast<Conv2dOp>(op);
  bool channelsLast = isa<LinearOp>(op) || (conv && conv.getLayout() == ::aic::Layout::NHWC);
  int64_t outputAxis = channelsLast ? rank - 1 : 1;
  if (channelAxis(norm) != outputAxis) {
    reason = ("it normalises axis " + Twine(channelAxis(norm)) + ", and the output channels of " +
              describe(op) + " are in axis " + Twine(outputAxis))
                 .str();
    return std::nullopt;
  }
  return describeProducer(op);
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
  if (getElementTypeOrSelf(producer->weight) != getElementTypeOrSelf(norm.getX())) {
    reason = "it would round the weight, " + describe(producer->weight.getType()) + ", again";
    return false;
  }
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
  for (size_t i = 0; i < weight->size(); ++i)
    (*weight)[i] *= affine->factor[producer->channelOf(i)];

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
  Operation* folded = rewriter.clone(*producer->op);
  folded->setLoc(loc);
  folded->setOperands({producer->op->getOperand(0), weightValue, biasValue});
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
