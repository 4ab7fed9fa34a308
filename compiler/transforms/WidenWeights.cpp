// aic-widen-weights: weights that are stored in 16 bits beside f32 become f32 where a device cannot read
// them.
#include "compiler/transforms/Constants.h"
#include "compiler/transforms/Passes.h"
#include "compiler/transforms/Remarks.h"
#include "compiler/transforms/Targets.h"
#include "compiler/transforms/Values.h"

using namespace mlir;

namespace aic::transforms {

#define GEN_PASS_DEF_WIDENWEIGHTS
#include "compiler/transforms/Passes.h.inc"

namespace {

constexpr llvm::StringLiteral kPass = "aic-widen-weights";

/// A constant of halves, and what reads it to compute in f32.
struct Weight {
  OpOperand* use;
  CastOp cast; ///< of a lookup; null of a product

  Operation* reader() const { return use->getOwner(); }
};

std::optional<Weight> weightOf(Operation* op) {
  Weight weight{nullptr, nullptr};
  if (isa<LinearOp, MatmulOp>(op) && typeOf(op->getOperand(0)).getElementType().isF32()) {
    weight.use = &op->getOpOperand(1);
  } else if (auto cast = dyn_cast<CastOp>(op); cast && typeOf(cast).getElementType().isF32()) {
    Operation* lookup = cast.getX().getDefiningOp();
    if (!isa_and_nonnull<TakeOp, EmbeddingOp>(lookup) || !lookup->hasOneUse())
      return std::nullopt;
    weight = {&lookup->getOpOperand(isa<TakeOp>(lookup) ? 0 : 1), cast};
  }
  if (!weight.use || !isa<Float16Type, BFloat16Type>(typeOf(weight.use->get()).getElementType()) ||
      !constantWithData(weight.use->get()))
    return std::nullopt;
  return weight;
}

struct WidenWeightsPass : impl::WidenWeightsBase<WidenWeightsPass> {
  using WidenWeightsBase::WidenWeightsBase;

  void runOnOperation() override {
    FailureOr<Targets> asked = Targets::named(targets, &getContext());
    if (failed(asked))
      return signalPassFailure();
    SmallVector<Weight> weights;
    getOperation().walk([&](Operation* op) {
      if (std::optional<Weight> weight = weightOf(op))
        weights.push_back(*weight);
    });
    for (Weight& weight : weights)
      if (std::string why = asked->whyNot(weight.reader()); !why.empty())
        widen(weight, why);
  }

private:
  DenseMap<Attribute, ElementsAttr> made; ///< f32, of what is stored

  void widen(Weight& weight, const std::string& why) {
    Value stored = weight.use->get();
    ElementsAttr& wide = made[constantWithData(stored)];
    if (!wide)
      wide = widened(constantWithData(stored));
    if (!wide)
      return; // memory is short: the device's own check says what it cannot read
    Operation* reader = weight.reader();
    reportMissed(reader->getLoc(), kPass,
                 describe(reader) + " reads floats, not the " + describe(stored.getType()) +
                     " that its weight is stored as: " + why);
    OpBuilder b(reader);
    Value constant = makeConstant(b, stored.getLoc(), wide);
    weight.use->set(constant);
    if (weight.cast) {
      reader->getResult(0).setType(weight.cast.getType());
      weight.cast.replaceAllUsesWith(reader->getResult(0));
      weight.cast.erase();
    }
    if (stored.use_empty())
      stored.getDefiningOp()->erase();
  }

  ElementsAttr widened(ElementsAttr stored) {
    FailureOr<reference::Tensor> numbers = reference::fromAttr(stored);
    if (failed(numbers))
      return {};
    numbers->element = Float32Type::get(&getContext());
    StringRef key = resourceKey(stored);
    return reference::toAttr(*numbers, key.empty() ? "wide" : (key + "+f32").str());
  }
};

} // namespace

} // namespace aic::transforms
