// aic-fold-constants: evaluates with the oracle what does not depend on the model's inputs.
#include "compiler/transforms/Constants.h"
#include "compiler/transforms/Passes.h"
#include "compiler/transforms/Remarks.h"
#include "dialects/aic/Quantised.h"
#include "mlir/IR/Iterators.h"

using namespace mlir;

namespace aic::transforms {

#define GEN_PASS_DEF_FOLDCONSTANTS
#include "compiler/transforms/Passes.h.inc"

namespace {

constexpr llvm::StringLiteral kPass = "aic-fold-constants";

struct FoldConstantsPass : impl::FoldConstantsBase<FoldConstantsPass> {
  using FoldConstantsBase::FoldConstantsBase;

  void runOnOperation() override {
    // Exporters write masks and fillings as tensors of one number, which other passes look for.
    getOperation().walk([&](ConstantOp constant) {
      if (ElementsAttr splat = asSplat(constantWithData(constant)))
        constant.setValueAttr(splat);
    });
    SmallVector<std::pair<Operation*, Value>> folded;
    // Operands stand before their users, so that one walk folds whole chains.
    getOperation().walk([&](Operation* op) {
      if (!isa_and_nonnull<AicDialect>(op->getDialect()) ||
          isa<ConstantOp, DequantizeOp, FusedOp, YieldOp>(op) || op->getNumResults() != 1 ||
          op->getNumOperands() == 0 || op->use_empty())
        return;
      SmallVector<ElementsAttr> operands;
      for (Value operand : op->getOperands()) {
        operands.push_back(constantWithData(operand));
        if (!operands.back())
          return;
      }
      ElementsAttr value = fold(op, operands);
      if (!value)
        return;
      OpBuilder builder(op);
      Value constant = makeConstant(builder, op->getLoc(), value);
      op->getResult(0).replaceAllUsesWith(constant);
      folded.push_back({op, constant});
    });
    // Of a chain only the end is worth a word.
    for (auto& [op, constant] : folded)
      if (llvm::any_of(constant.getUsers(), [](Operation* user) { return !isOpTriviallyDead(user); }))
        reportPassed(op->getLoc(), kPass, describe(op) + " of constants is computed at compile time");
    eraseDead();
  }

  /// The operators that were folded, and the constants that only they read.
  void eraseDead() {
    getOperation().walk<WalkOrder::PostOrder, ReverseIterator>([&](Operation* op) {
      if (isa_and_nonnull<AicDialect>(op->getDialect()) && isOpTriviallyDead(op))
        op->erase();
    });
  }

  ElementsAttr fold(Operation* op, ArrayRef<ElementsAttr> operands) {
    auto type = cast<RankedTensorType>(op->getResult(0).getType());
    // These move bytes and need no arithmetic: no detour through double, which would take eight times the
    // memory.
    if (isa<ReshapeOp>(op))
      return reshaped(operands.front(), type);
    std::string key = keyFor(op, operands);
    if (auto transpose = dyn_cast<TransposeOp>(op))
      if (ElementsAttr moved = transposed(operands.front(), transpose.getPerm(), key))
        return moved;

    int64_t before = 0;
    for (ElementsAttr operand : operands)
      before += tensorBytes(operand.getShapedType());
    int64_t after = tensorBytes(type);
    if (after - before > maxGrowth) {
      reportMissed(op->getLoc(), kPass,
                   describe(op) + " of constants is left for the run: its result " + describe(type) + " is " +
                       Twine(after - before) + " bytes bigger than its operands");
      return {};
    }
    int64_t steps = reference::estimateSteps(op);
    if (steps > maxSteps) {
      reportMissed(op->getLoc(), kPass,
                   describe(op) + " of constants is left for the run: it takes about " + Twine(steps) +
                       " steps, more than " + Twine(maxSteps));
      return {};
    }
    return evaluate(op, operands, key);
  }

  ElementsAttr evaluate(Operation* op, ArrayRef<ElementsAttr> operands, StringRef key) {
    SmallVector<reference::Tensor> values;
    SmallVector<const reference::Tensor*> pointers;
    SmallVector<reference::Tensor> results;
    bool evaluated;
    {
      // What the oracle refuses (a constant index out of range, say) is an error only if the model runs it:
      // it stays.
      OracleSilence silence(&getContext());
      for (ElementsAttr operand : operands) {
        FailureOr<reference::Tensor> value = reference::fromAttr(operand, [&] { return op->emitError(); });
        if (failed(value))
          return {};
        values.push_back(std::move(*value));
      }
      for (reference::Tensor& value : values)
        pointers.push_back(&value);
      evaluated = succeeded(reference::evaluate(op, pointers, results)) && results.size() == 1;
    }
    if (!evaluated) {
      reportMissed(op->getLoc(), kPass,
                   describe(op) + " of constants is left for the run: it cannot be evaluated");
      return {};
    }
    ElementsAttr value = reference::toAttr(results.front(), key);
    return value && value.getType() == op->getResult(0).getType() ? value : ElementsAttr();
  }

  /// "fc1.weight+transpose": after the first operand that is a resource.
  static std::string keyFor(Operation* op, ArrayRef<ElementsAttr> operands) {
    for (ElementsAttr operand : operands)
      if (StringRef key = resourceKey(operand); !key.empty())
        return (key + "+" + describe(op)).str();
    return describe(op).str();
  }
};

} // namespace

} // namespace aic::transforms
