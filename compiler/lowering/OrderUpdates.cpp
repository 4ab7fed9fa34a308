// aic-order-updates: what a run leaves in its states is computed as soon as it can be.
#include "compiler/lowering/Lowering.h"
#include "compiler/lowering/States.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

using namespace mlir;

namespace aic::lowering {
#define GEN_PASS_DEF_ORDERUPDATES
#include "compiler/lowering/Passes.h.inc"

namespace {

/// What else a moved operation may make: numbers that several updates read. They live longer by it.
constexpr int64_t kSmallElements = 16;

/// True where a run may fail at a number that it computes: a division of integers by zero, or one that leaves
/// a device's 32 bits. Places are checked before the first write, wherever that is (checkBeforeWrites).
bool failsByNumbers(Operation* op) {
  return op
      ->walk([](Operation* inner) {
        const bool computes = isElementwise(inner) && !isa<CastOp, WhereOp>(inner) &&
                              llvm::any_of(inner->getResultTypes(), [](Type type) {
                                Type element = getElementTypeOrSelf(type);
                                return element.isInteger() && !element.isInteger(1);
                              });
        return computes ? WalkResult::interrupt() : WalkResult::advance();
      })
      .wasInterrupted();
}

class Order {
public:
  explicit Order(func::FuncOp function) : function(function), block(function.getBody().front()) {}

  void run() {
    findStates();
    for (Operation& op : block.without_terminator()) {
      const size_t own = places.size();
      size_t place = own;
      if (isa<ConstantOp, ReshapeOp>(op)) // which take no time
        place = behindOperands(&op);
      else if (states.contains(&op) && makesLittleElse(&op))
        place = std::min(own, earliest(&op));
      places[&op] = place;
      ordered.push_back(&op);
      if (failsByNumbers(&op))
        lastBarrier = own;
    }
    // Behind that which stands at the place; several there in their own order.
    llvm::stable_sort(ordered, [&](Operation* a, Operation* b) { return places.at(a) < places.at(b); });
    for (Operation* op : ordered)
      op->moveBefore(block.getTerminator());
  }

private:
  /// The states that each operation makes, as arguments of the function; null where the function has none.
  void findStates() {
    DenseMap<StringAttr, Value> found;
    for (BlockArgument argument : function.getArguments())
      if (auto state = function.getArgAttrOfType<FlatSymbolRefAttr>(argument.getArgNumber(), kStateAttr))
        found[state.getAttr()] = argument;
    for (auto [i, result] : llvm::enumerate(block.getTerminator()->getOperands()))
      if (auto state = function.getResultAttrOfType<FlatSymbolRefAttr>(static_cast<unsigned>(i), kStateAttr))
        if (Operation* op = behindReshapes(result).getDefiningOp(); op && !updatedOperand(op))
          states[op].push_back(found.lookup(state.getAttr()));
  }

  /// The results of `op` are small, or only what the function returns.
  static bool makesLittleElse(Operation* op) {
    auto isReturned = [](Value result) {
      SmallVector<Value> aliases{result};
      while (!aliases.empty())
        for (Operation* user : aliases.pop_back_val().getUsers())
          if (isa<ReshapeOp>(user))
            aliases.push_back(user->getResult(0));
          else if (!isa<func::ReturnOp>(user))
            return false;
      return true;
    };
    return llvm::all_of(op->getResults(), [&](Value result) {
      return cast<RankedTensorType>(result.getType()).getNumElements() <= kSmallElements ||
             isReturned(result);
    });
  }

  /// The first place at which all is there that `op` reads.
  size_t behindOperands(Operation* op) const {
    size_t place = 0;
    for (Value operand : op->getOperands())
      if (Operation* made = operand.getDefiningOp())
        place = std::max(place, places.at(made));
    return place;
  }

  /// That, where nothing reads any more what it writes over.
  size_t earliest(Operation* op) const {
    size_t place = std::max(lastBarrier, behindOperands(op));
    for (Value state : states.at(op))
      place = std::max(place, lastReader(state, op));
    return place;
  }

  /// The place of the last operation but `op` that reads a value; the end where one stands behind `op`.
  size_t lastReader(Value value, Operation* op) const {
    size_t place = 0;
    SmallVector<Value> aliases;
    if (value)
      aliases.push_back(value);
    while (!aliases.empty())
      for (Operation* user : aliases.pop_back_val().getUsers()) {
        if (isa<ReshapeOp>(user))
          aliases.push_back(user->getResult(0));
        if (user == op)
          continue;
        auto found = places.find(user);
        place = std::max(place, found == places.end() ? SIZE_MAX : found->second);
      }
    return place;
  }

  func::FuncOp function;
  Block& block;
  DenseMap<Operation*, SmallVector<Value>> states;
  DenseMap<Operation*, size_t> places; ///< of the operations up to the one that is looked at
  SmallVector<Operation*> ordered;
  size_t lastBarrier = 0;
};

struct OrderUpdates : impl::OrderUpdatesBase<OrderUpdates> {
  void runOnOperation() override {
    if (getOperation().getBody().hasOneBlock())
      Order(getOperation()).run();
  }
};

} // namespace
} // namespace aic::lowering
