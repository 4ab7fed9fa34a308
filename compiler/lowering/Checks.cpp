// Places that are read at run time, checked before the first write of a state.
#include "compiler/lowering/Lowering.h"
#include "compiler/lowering/States.h"
#include "dialects/aic/AttentionForms.h"

#include "llvm/ADT/SetVector.h"

using namespace mlir;

namespace aic::lowering {
namespace {

/// A number that must be in [least, most], else the run fails.
struct Check {
  Value number; // a scalar of the function
  int64_t least, most;
  StringRef what; // as its kernel is called
};

int64_t sizeOf(Value tensor, uint64_t axis) {
  return cast<RankedTensorType>(tensor.getType()).getDimSize(static_cast<int64_t>(axis));
}

/// What `op`, a group or a single operation, asks of a scalar.
std::optional<Check> checkOf(Operation* op) {
  auto fused = dyn_cast<FusedOp>(op);
  Operation* root = fused ? rootOf(fused.getBody().front()) : op;
  std::optional<Check> check;
  if (auto update = dyn_cast_or_null<UpdateSliceOp>(root))
    check = Check{update.getStart(), 0,
                  sizeOf(update.getX(), update.getDim()) - sizeOf(update.getValues(), update.getDim()),
                  "start_of_update"};
  else if (auto narrow = dyn_cast_or_null<NarrowOp>(root))
    check = Check{narrow.getStart(), 0,
                  sizeOf(narrow.getX(), narrow.getDim()) - static_cast<int64_t>(narrow.getSize()),
                  "start_of_narrow"};
  else if (auto attention = attentionForm(root); attention && attention->length) {
    const auto rank = static_cast<uint64_t>(cast<RankedTensorType>(attention->q.getType()).getRank());
    const int64_t queries = sizeOf(attention->q, rank - 2), keys = sizeOf(attention->k, rank - 2);
    check = Check{attention->length, attention->causal ? std::max<int64_t>(queries, 1) : 1, keys,
                  "length_of_attention"};
  }
  if (!check || !fused)
    return check;
  auto argument = dyn_cast<BlockArgument>(check->number);
  if (!argument)
    return std::nullopt;
  check->number = fused.getInputs()[argument.getArgNumber()];
  return check;
}

bool looksUp(Operation* op) {
  auto fused = dyn_cast<FusedOp>(op);
  auto root = dyn_cast_or_null<KernelRootOpInterface>(fused ? rootOf(fused.getBody().front()) : op);
  return root && root.getFamily() == "gather";
}

/// The number that is added to another to give `value`; nullopt where it is no such sum.
std::optional<std::pair<Value, int64_t>> sumOf(Value value) {
  auto add = value.getDefiningOp<AddOp>();
  for (unsigned i = 0; add && i < 2; ++i) {
    auto constant = add->getOperand(i).getDefiningOp<ConstantOp>();
    auto dense = constant ? dyn_cast<DenseElementsAttr>(constant.getValue()) : DenseElementsAttr();
    if (dense && dense.isSplat() && !dense.empty())
      return std::pair(add->getOperand(1 - i), dense.getSplatValue<APInt>().getSExtValue());
  }
  return std::nullopt;
}

bool writesState(Operation* op, const States& states) {
  return llvm::any_of(op->getResults(), [&](Value result) { return states.written.contains(result); });
}

class Checks {
  const States& states;
  Operation* first; // that writes a state
  SmallVector<Check> known;

  /// What is checked already says that this one holds.
  bool follows(const Check& wanted) const {
    auto sum = sumOf(wanted.number);
    return llvm::any_of(known, [&](const Check& check) {
      if (check.number == wanted.number)
        return check.least >= wanted.least && check.most <= wanted.most;
      return sum && check.number == sum->first && check.least + sum->second >= wanted.least &&
             check.most + sum->second <= wanted.most;
    });
  }

  /// Moves what `value` is computed from in front of the first write; false, and nothing is moved, where a
  /// write is among that: others may still read what it writes over.
  bool bringForward(Value value) {
    llvm::SetVector<Operation*> needed;
    SmallVector<Value> open{value};
    while (!open.empty()) {
      Operation* op = open.pop_back_val().getDefiningOp();
      if (!op || op->isBeforeInBlock(first) || !needed.insert(op))
        continue;
      if (writesState(op, states) || updatedOperand(op))
        return false;
      llvm::append_range(open, op->getOperands());
    }
    SmallVector<Operation*> ordered(needed.getArrayRef());
    llvm::sort(ordered, [](Operation* a, Operation* b) { return a->isBeforeInBlock(b); });
    for (Operation* op : ordered)
      op->moveBefore(first);
    return true;
  }

  /// One element of a tensor that has just so many that a number out of range is none of its places.
  void add(const Check& check, Location loc) {
    OpBuilder b(first);
    auto scalar = cast<RankedTensorType>(check.number.getType());
    auto integer = cast<IntegerType>(scalar.getElementType());
    auto constant = [&](ArrayRef<int64_t> shape, int64_t value) -> Value {
      auto type = RankedTensorType::get(shape, integer);
      return ConstantOp::create(b, loc, DenseElementsAttr::get(type, b.getIntegerAttr(integer, value)));
    };
    Value place = check.number;
    if (check.least != 0)
      place = SubOp::create(b, loc, place, constant({}, check.least));
    auto checked = NarrowOp::create(b, loc, constant(check.most - check.least + 1, 0), place,
                                    b.getI64IntegerAttr(0), b.getI64IntegerAttr(1));
    checked->setAttr(kCheckAttr, b.getStringAttr(check.what));
    std::string text = check.what.str();
    std::replace(text.begin(), text.end(), '_', ' ');
    checked->setAttr(kCheckedAttr, b.getStringAttr(text + " (from " + Twine(check.least) + " to " +
                                                   Twine(check.most) + ")"));
  }

public:
  Checks(Block& block, Operation* first, const States& states) : states(states), first(first) {
    for (Operation& op : block) {
      if (std::optional<Check> check = checkOf(&op))
        known.push_back(*check); // by what is in front of the write, and by the write itself
      if (&op == first)
        break;
    }
  }

  void run() {
    SmallVector<Operation*> after;
    for (Operation* op = first->getNextNode(); op; op = op->getNextNode())
      after.push_back(op);
    for (Operation* op : after) {
      if (looksUp(op)) {
        bringForward(op->getResult(0));
        continue;
      }
      std::optional<Check> check = checkOf(op);
      if (!check || check->most < check->least || follows(*check) || !bringForward(check->number))
        continue;
      add(*check, op->getLoc());
      known.push_back(*check);
    }
  }
};

} // namespace

void checkBeforeWrites(func::FuncOp function, const States& states) {
  Block& block = function.getBody().front();
  for (Operation& op : block)
    if (writesState(&op, states))
      return Checks(block, &op, states).run();
}

} // namespace aic::lowering
