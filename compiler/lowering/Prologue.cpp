// Prologues: see Prologue.h.
#include "compiler/lowering/Prologue.h"

using namespace mlir;

namespace aic::lowering {

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
