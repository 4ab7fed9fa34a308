// aic-decompose-batch-norm: what no convolution or linear took becomes elementwise operators.
#include "compiler/transforms/BatchNorm.h"
#include "compiler/transforms/Constants.h"
#include "compiler/transforms/Passes.h"
#include "compiler/transforms/Remarks.h"

using namespace mlir;

namespace aic::transforms {

#define GEN_PASS_DEF_DECOMPOSEBATCHNORM
#include "compiler/transforms/Passes.h.inc"

namespace {

constexpr llvm::StringLiteral kPass = "aic-decompose-batch-norm";

/// x * factor + term with computed factor and term: two elementwise operators on x.
Value withConstants(BatchNormOp norm, const ChannelAffine& affine, OpBuilder& builder) {
  Location loc = norm.getLoc();
  auto type = RankedTensorType::get(channelShape(norm), norm.getType().getElementType());
  StringRef key;
  if (norm.getWeight())
    key = resourceKey(constantWithData(norm.getWeight()));
  if (key.empty())
    key = "batch_norm";
  ElementsAttr factor = roundedAttr(affine.factor, type, (key + "+factor").str());
  ElementsAttr term = roundedAttr(affine.term, type, (key + "+term").str());
  if (!factor || !term)
    return {};
  Value scaled = MulOp::create(builder, loc, norm.getType(), norm.getX(), makeConstant(builder, loc, factor));
  return AddOp::create(builder, loc, norm.getType(), scaled, makeConstant(builder, loc, term));
}

/// (x - mean) * (weight * rsqrt(var + eps)) + bias with statistics known only when the model runs. The factor
/// is small
/// ([C]) and computed once.
Value withOperators(BatchNormOp norm, OpBuilder& builder) {
  Location loc = norm.getLoc();
  auto vector = cast<RankedTensorType>(norm.getVar().getType());
  auto type = RankedTensorType::get(channelShape(norm), vector.getElementType());
  auto along = [&](Value value) -> Value {
    return value.getType() == type ? value : ReshapeOp::create(builder, loc, type, value);
  };
  auto scalar = RankedTensorType::get({}, vector.getElementType());
  llvm::APFloat eps = norm.getEps();
  bool lossy;
  eps.convert(cast<FloatType>(vector.getElementType()).getFloatSemantics(),
              llvm::APFloat::rmNearestTiesToEven, &lossy);
  Value epsValue = makeConstant(builder, loc, DenseElementsAttr::get(scalar, eps));
  Value shifted = AddOp::create(builder, loc, vector, norm.getVar(), epsValue);
  Value factor = RsqrtOp::create(builder, loc, vector, shifted);
  if (norm.getWeight())
    factor = MulOp::create(builder, loc, vector, factor, norm.getWeight());
  Value centred = SubOp::create(builder, loc, norm.getType(), norm.getX(), along(norm.getMean()));
  Value result = MulOp::create(builder, loc, norm.getType(), centred, along(factor));
  if (norm.getBias())
    result = AddOp::create(builder, loc, norm.getType(), result, along(norm.getBias()));
  return result;
}

struct DecomposeBatchNormPass : impl::DecomposeBatchNormBase<DecomposeBatchNormPass> {
  void runOnOperation() override {
    SmallVector<BatchNormOp> norms;
    getOperation().walk([&](BatchNormOp norm) { norms.push_back(norm); });
    for (BatchNormOp norm : norms) {
      OpBuilder builder(norm);
      std::string reason;
      std::optional<ChannelAffine> affine = channelAffine(norm, reason);
      Value result = affine ? withConstants(norm, *affine, builder) : Value();
      if (result) {
        reportPassed(norm.getLoc(), kPass, "batch_norm becomes one mul and one add per element");
      } else {
        if (reason.empty())
          reason = "a factor or term does not fit " + describe(norm.getType());
        reportMissed(norm.getLoc(), kPass,
                     "batch_norm is computed from its statistics at each run: " + reason);
        result = withOperators(norm, builder);
      }
      norm.replaceAllUsesWith(result);
      norm.erase();
    }
  }
};

} // namespace

} // namespace aic::transforms
