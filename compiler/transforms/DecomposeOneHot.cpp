// aic-decompose-one-hot: one_hot is a comparison of each id with the numbers of the classes.
#include "compiler/transforms/Constants.h"
#include "compiler/transforms/Passes.h"
#include "compiler/transforms/Remarks.h"

using namespace mlir;

namespace aic::transforms {

#define GEN_PASS_DEF_DECOMPOSEONEHOT
#include "compiler/transforms/Passes.h.inc"

namespace {

constexpr llvm::StringLiteral kPass = "aic-decompose-one-hot";

/// 0, 1, ... as a constant of the ids' type, or null where the type or the memory does not hold them.
ElementsAttr classNumbers(OneHotOp op) {
  constexpr int64_t kMost = 1 << 24; // vocabularies have some 10^5
  auto element = cast<IntegerType>(op.getIds().getType().getElementType());
  int64_t classes = op.getNumClasses();
  if (classes > kMost)
    return {};
  reference::Tensor numbers;
  numbers.shape = {classes};
  numbers.element = element;
  for (int64_t i = 0; i < classes; ++i)
    numbers.i.push_back(i);
  return reference::toAttr(numbers, "classes");
}

struct DecomposeOneHotPass : impl::DecomposeOneHotBase<DecomposeOneHotPass> {
  void runOnOperation() override {
    SmallVector<OneHotOp> ops;
    getOperation().walk([&](OneHotOp op) { ops.push_back(op); });
    for (OneHotOp op : ops) {
      ElementsAttr classes = classNumbers(op);
      if (!classes) {
        reportMissed(op.getLoc(), kPass,
                     "one_hot stays: " + Twine(op.getNumClasses()) + " classes are too many");
        continue;
      }
      OpBuilder builder(op);
      Location loc = op.getLoc();
      SmallVector<int64_t> shape(op.getIds().getType().getShape());
      shape.push_back(1);
      auto column = RankedTensorType::get(shape, op.getIds().getType().getElementType());
      Value ids = ReshapeOp::create(builder, loc, column, op.getIds());
      Value equal = CompareOp::create(builder, loc, Predicate::EQ, ids, makeConstant(builder, loc, classes));
      op.replaceAllUsesWith(CastOp::create(builder, loc, op.getType(), equal).getResult());
      op.erase();
      reportPassed(loc, kPass, "one_hot becomes a comparison with the classes' numbers");
    }
  }
};

} // namespace

} // namespace aic::transforms
