// Prologues: see Prologue.h.
#include "compiler/lowering/Prologue.h"

using namespace mlir;

namespace aic::lowering {

/// Whether a type of 8-bit integers has this number.
static bool holds(Type element, const llvm::APFloat& number) {
  if (!element.isInteger(8) || !number.isInteger())
    return false;
  const double value = number.convertToDouble();
  return element.isUnsignedInteger() ? value >= 0 && value <= 255 : value >= -128 && value <= 127;
}

SmallVector<Operation*> prologueOf(Operation* root) {
  auto known = dyn_cast_or_null<KernelRootOpInterface>(root);
  if (!known || known.getFamily() != "reduction")
    return {};
  llvm::SmallPtrSet<Operation*, 8> found;
  SmallVector<Value> left{root->getOperand(0)};
  while (!left.empty()) {
    Operation* made = left.pop_back_val().getDefiningOp();
    if (made && isElementwise(made) && made->getBlock() == root->getBlock() && found.insert(made).second)
      llvm::append_range(left, made->getOperands());
  }
  SmallVector<Operation*> prologue(found.begin(), found.end());
  llvm::sort(prologue, [](Operation* a, Operation* b) { return a->isBeforeInBlock(b); });
  return prologue;
}

PadOp padOf(Operation* root) {
  auto conv = dyn_cast_or_null<Conv2dOp>(root);
  auto pad = conv ? conv.getX().getDefiningOp<PadOp>() : PadOp();
  if (!pad || !pad->hasOneUse() || pad->getBlock() != root->getBlock() || !isa<BlockArgument>(pad.getX()) ||
      pad.getMode() != PadMode::Constant ||
      !holds(cast<RankedTensorType>(pad.getType()).getElementType(), pad.getValue()))
    return {};
  auto all = [](ArrayRef<int64_t> numbers) {
    return llvm::all_of(numbers, [](int64_t number) { return number == 0; });
  };
  auto ofImage = [](ArrayRef<int64_t> axes) { return axes[0] == 0 && axes[3] == 0; };
  return conv.getLayout() == Layout::NHWC && conv.getFamily() == "window" && all(conv.getPadding()) &&
                 ofImage(pad.getLow()) && ofImage(pad.getHigh())
             ? pad
             : PadOp();
}

LogicalResult checkPrologue(Operation* root, ArrayRef<Operation*> prologue) {
  if (prologue.empty())
    return success();
  auto shapeOf = [](Value value) { return cast<RankedTensorType>(value.getType()).getShape(); };
  ArrayRef<int64_t> whole = shapeOf(root->getOperand(0));
  for (Operation* op : prologue) {
    auto isOurs = [&](Operation* user) { return user == root || llvm::is_contained(prologue, user); };
    if (shapeOf(op->getResult(0)) != whole || !llvm::all_of(op->getUsers(), isOurs))
      return op->emitError("what a reduction reads is made for it alone, and as large as that");
    for (Value operand : op->getOperands())
      if (isa<BlockArgument>(operand) && shapeOf(operand) != whole &&
          ShapedType::getNumElements(shapeOf(operand)) != 1)
        return op->emitError("what is read for a reduction is as large as its operand, or one number");
  }
  return success();
}

} // namespace aic::lowering
