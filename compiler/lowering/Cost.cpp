// What a kernel costs, and which of its arguments it reads in place.
#include "compiler/lowering/Lowering.h"
#include "compiler/lowering/Packing.h"
#include "compiler/lowering/Prologue.h"

using namespace mlir;

namespace aic::lowering {
namespace {

RankedTensorType typeOf(Value value) {
  return cast<RankedTensorType>(value.getType());
}

int64_t flopsOf(Operation* op) {
  if (auto root = dyn_cast<KernelRootOpInterface>(op))
    return root.getFlops();
  return isElementwise(op) && !isa<CastOp>(op) ? oneAnElement(op) : 0;
}

} // namespace

KernelCost kernelCost(schedule::KernelOp kernel) {
  KernelCost cost;
  if (Operation* root = rootOf(kernel.getBody().front()); root && isa<UpdateSliceOp, NarrowOp>(root)) {
    Value slice =
        isa<NarrowOp>(root) ? root->getResult(0) : root->getOperand(0); // read and written, nothing else is
    cost.bytes = 2 * tensorBytes(typeOf(slice));
    return cost;
  }
  for (Operation& op : kernel.getBody().front().without_terminator())
    cost.flops += flopsOf(&op);
  for (Type type : kernel.getArgumentTypes())
    cost.bytes += tensorBytes(cast<RankedTensorType>(type));
  for (Type type : kernel.getResultTypes())
    cost.bytes += tensorBytes(cast<RankedTensorType>(type));
  return cost;
}

bool readsInPlace(schedule::KernelOp kernel, unsigned index) {
  if (kernel.getFamily() == kPackFamily || kernel.getRuns())
    return false;
  Value argument = kernel.getBody().front().getArgument(index);
  auto result = cast<RankedTensorType>(kernel.getResultTypes().front());
  auto own = typeOf(argument);
  if (own.getShape() != result.getShape() ||
      elementBytes(own.getElementType()) != elementBytes(result.getElementType()))
    return false;
  Operation* root = rootOf(kernel.getBody().front());
  Operation* gate = gateOf(root);
  SmallVector<Operation*> prologue = prologueOf(root);
  return llvm::all_of(argument.getUses(), [&](OpOperand& use) {
    if (use.getOwner() == gate || llvm::is_contained(prologue, use.getOwner()))
      return false;
    auto root = dyn_cast<KernelRootOpInterface>(use.getOwner());
    return root ? root.readsInPlace(use.getOperandNumber())
                : isElementwise(use.getOwner()) || isa<YieldOp>(use.getOwner());
  });
}

} // namespace aic::lowering
