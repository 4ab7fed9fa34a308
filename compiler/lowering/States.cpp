#include "compiler/lowering/States.h"

#include "compiler/lowering/Lowering.h"
#include "dialects/aic/AttentionForms.h"
#include "dialects/aic/Views.h"

using namespace mlir;

namespace aic::lowering {
namespace {

/// True where nothing reads the buffer of `value` after `op`, nor `op` itself but by operands that are
/// `allowed`. A result of the function is read at its end.
bool isLastReadBy(Operation* op, Value value, function_ref<bool(OpOperand&)> allowed) {
  SmallVector<Value> aliases{value};
  while (!aliases.empty())
    for (OpOperand& use : aliases.pop_back_val().getUses()) {
      Operation* user = use.getOwner();
      if (isa<ReshapeOp>(user))
        aliases.push_back(user->getResult(0));
      else if (user == op ? !allowed(use) : !user->isBeforeInBlock(op))
        return false;
    }
  return true;
}

/// The same, where `op` reads it by `operand` alone, and inside only for what it updates.
bool diesAt(Value value, Operation* op, OpOperand* operand) {
  auto fused = dyn_cast<FusedOp>(op);
  return isLastReadBy(op, value, [&](OpOperand& use) { return &use == operand; }) &&
         (!fused || fused.getBody().getArgument(operand->getOperandNumber()).hasOneUse());
}

/// True where the kernel of `op` reads this operand only at the place that it writes: in elementwise
/// operations alone, if after a root (an optimiser's update after the transpose, or the product, that makes a
/// gradient).
bool readsInPlace(Operation* op, OpOperand& operand) {
  if (operand.get().getType() != op->getResult(0).getType())
    return false;
  auto fused = dyn_cast<FusedOp>(op);
  if (!fused)
    return isElementwise(op);
  BlockArgument argument = fused.getBody().getArgument(operand.getOperandNumber());
  return llvm::all_of(argument.getUsers(),
                      [](Operation* user) { return isElementwise(user) || isa<YieldOp>(user); });
}

/// True where a kernel of it may fail when it has written a part of its result: at an index, a division of
/// integers, or one that leaves a device's 32 bits.
bool mayFail(Operation* op) {
  auto one = [](Operation* inner) {
    std::optional<AttentionForm> attention = attentionForm(inner);
    auto root = dyn_cast<KernelRootOpInterface>(inner);
    bool reads = root && llvm::is_contained({"gather", "scatter", "slice"}, root.getFamily()); // places
    return reads || (attention && attention->length) || llvm::any_of(inner->getResultTypes(), [](Type type) {
             return !isa<FloatType>(getElementTypeOrSelf(type));
           });
  };
  return op
      ->walk([&](Operation* inner) {
        return !isa<ConstantOp, FusedOp, YieldOp>(inner) && one(inner) ? WalkResult::interrupt()
                                                                       : WalkResult::advance();
      })
      .wasInterrupted();
}

/// The values that become `last` by updates, it included, if they can all be made in the buffer of `first`;
/// else empty.
SmallVector<Value> updatesInPlace(Value first, Value last) {
  SmallVector<Value> chain;
  while (last != first) {
    Operation* op = last.getDefiningOp();
    OpOperand* updated = op ? updatedOperand(op) : nullptr;
    Value before = updated ? behindReshapes(updated->get()) : Value();
    if (!before || !diesAt(before, op, updated))
      return {};
    chain.push_back(last);
    last = before;
  }
  return chain;
}

} // namespace

Value behindReshapes(Value value) {
  while (auto reshape = value.getDefiningOp<ReshapeOp>())
    value = reshape.getX();
  return value;
}

OpOperand* updatedOperand(Operation* op) {
  if (auto update = dyn_cast<UpdateSliceOp>(op))
    return &update.getXMutable();
  auto fused = dyn_cast<FusedOp>(op);
  auto update = fused ? dyn_cast_or_null<UpdateSliceOp>(rootOf(fused.getBody().front())) : UpdateSliceOp();
  auto argument = update ? dyn_cast<BlockArgument>(update.getX()) : BlockArgument();
  return argument ? &fused->getOpOperand(argument.getArgNumber()) : nullptr;
}

States planStates(func::FuncOp function) {
  States states;
  DenseMap<StringAttr, Value> found; // the arguments
  for (BlockArgument argument : function.getArguments())
    if (auto state = function.getArgAttrOfType<FlatSymbolRefAttr>(argument.getArgNumber(), kStateAttr))
      found[state.getAttr()] = argument;
  Operation* end = function.getBody().front().getTerminator();
  for (auto [i, result] : llvm::enumerate(end->getOperands())) {
    auto state = function.getResultAttrOfType<FlatSymbolRefAttr>(i, kStateAttr);
    if (!state)
      continue;
    StringAttr name = state.getAttr();
    Value value = behindReshapes(result), before = found.lookup(name);
    Operation* op = value.getDefiningOp();
    if (value == before)
      continue;
    if (SmallVector<Value> chain = before ? updatesInPlace(before, value) : SmallVector<Value>();
        !chain.empty()) {
      for (Value made : chain)
        states.written[made] = name;
    } else if (op && !isa<ConstantOp>(op) && !updatedOperand(op) && !mayFail(op) &&
               !states.written.contains(value) &&
               (!before || isLastReadBy(op, before, [&](OpOperand& use) { return readsInPlace(op, use); }))) {
      states.written[value] = name;
    } else {
      states.copied.push_back({result, name});
    }
  }
  return states;
}

void ownUpdatedOperands(func::FuncOp function, const States& states) {
  for (Operation& op : llvm::make_early_inc_range(function.getBody().front().without_terminator())) {
    OpOperand* updated = updatedOperand(&op);
    if (!updated || states.written.contains(op.getResult(0)))
      continue;
    Value before = behindReshapes(updated->get());
    if (before.getDefiningOp() && !before.getDefiningOp<ConstantOp>() && diesAt(before, &op, updated))
      continue;
    OpBuilder b(&op);
    auto copy =
        ExpandOp::create(b, op.getLoc(), updated->get().getType(), updated->get()); // to its own shape
    auto fused = dyn_cast<FusedOp>(op);
    if (!fused) {
      updated->set(copy);
      continue;
    }
    // What else in the group reads the operand goes on with what it was.
    auto update = cast<UpdateSliceOp>(rootOf(fused.getBody().front()));
    fused.getInputsMutable().append(copy.getResult());
    update.getXMutable().set(fused.getBody().front().addArgument(copy.getType(), copy.getLoc()));
  }
}

} // namespace aic::lowering
