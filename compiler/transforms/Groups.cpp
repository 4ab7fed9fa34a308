// Forming groups. One walk down the block; an elementwise operator joins the groups of its operands. A group
// is emitted at the place of its last operator, so it may grow by `op` only while nothing outside of it,
// above `op`, reads one of its values. That is the whole test for cycles: whatever a group reads is emitted
// above it, whatever reads it, below.
#include "compiler/transforms/Groups.h"

#include "compiler/transforms/Remarks.h"
#include "compiler/transforms/Values.h"
#include "dialects/aic/Views.h"
#include "mlir/IR/IRMapping.h"

#include <algorithm>
#include <tuple>

using namespace mlir;

namespace aic::transforms {

bool isCopy(Operation* op) {
  auto root = dyn_cast<KernelRootOpInterface>(op);
  return root && root.getFamily() == "copy" && !isa<ReshapeOp>(op);
}

bool isFusionRoot(Operation* op) {
  auto root = dyn_cast<KernelRootOpInterface>(op);
  return root && root.getDecomposedFamily().empty() && root.getEpilogue() == Epilogue::Joined;
}

llvm::SetVector<Value> groupInputs(const Group& group) {
  auto isSplat = [](Value value) {
    auto constant = value.getDefiningOp<ConstantOp>();
    auto dense = constant ? dyn_cast<DenseElementsAttr>(constant.getValue()) : DenseElementsAttr();
    return dense && dense.isSplat();
  };
  llvm::SetVector<Value> inputs;
  SmallVector<Operation*> all = group.all();
  for (Operation* op : all)
    for (Value operand : op->getOperands())
      if (!llvm::is_contained(all, operand.getDefiningOp()) &&
          (op == group.root || isView(op) || !isSplat(operand)))
        inputs.insert(operand);
  return inputs;
}

SmallVector<Value> groupResults(const Group& group) {
  SmallVector<Value> results;
  for (Operation* op : group.ops)
    if (llvm::any_of(op->getUsers(), [&](Operation* user) { return !llvm::is_contained(group.ops, user); }))
      results.push_back(op->getResult(0));
  return results;
}

namespace {

using transforms::shapeOf;
ArrayRef<int64_t> shapeOf(Operation* op) {
  return cast<RankedTensorType>(op->getResult(0).getType()).getShape();
}

bool isConstantNumber(Value value) {
  return typeOf(value).getNumElements() == 1 && value.getDefiningOp<ConstantOp>();
}

/// Puts constants first and each elementwise operator right after the last operator that it waits for, so
/// that what happens to stand between the two in the text does not keep them apart. An operator that makes
/// more elements than it reads stays where it is: earlier, its result would only occupy memory for longer.
void hoistElementwise(Block& block) {
  llvm::DenseMap<Operation*, size_t> place;
  std::vector<std::tuple<size_t, size_t, Operation*>> order; // place, then the order of the text
  size_t index = 0;
  for (Operation& op : block.without_terminator()) {
    size_t own = ++index;
    if (isa<ConstantOp>(op)) {
      own = 0;
    } else if (isElementwise(&op)) {
      size_t latest = 0;
      int64_t most = 0;
      for (Value operand : op.getOperands()) {
        most = std::max(most, cast<ShapedType>(operand.getType()).getNumElements());
        if (Operation* producer = operand.getDefiningOp(); producer && producer->getBlock() == &block)
          latest = std::max(latest, place.lookup(producer));
      }
      if (latest > 0 && most >= cast<ShapedType>(op.getResult(0).getType()).getNumElements())
        own = latest;
    }
    place[&op] = own;
    order.push_back({own, index, &op});
  }
  llvm::sort(order);
  Operation* end = block.getTerminator();
  for (auto& [at, text, op] : order)
    op->moveBefore(end);
}

/// A mean of a quantised tensor that others read, too, has numbers of its own: they are gathered where the
/// bytes are made, and the others' kernels read bytes.
void separateMeans(Block& block) {
  for (auto mean : block.getOps<MeanOp>()) {
    SmallVector<Operation*> chain; // the last first
    for (Operation* op = mean.getX().getDefiningOp(); op; op = op->getOperand(0).getDefiningOp()) {
      chain.push_back(op);
      if (!isa<SubOp, MulOp>(op) || !isConstantNumber(op->getOperand(1)))
        break;
    }
    auto cast = chain.empty() ? CastOp() : dyn_cast<CastOp>(chain.back());
    if (!cast || !typeOf(cast.getX()).getElementType().isInteger(8) || mean.getX().hasOneUse())
      continue;
    OpBuilder builder(
        chain.back()); // first: a group takes no reader behind another one's (constants go to the front)
    IRMapping mapping;
    for (Operation* op : llvm::reverse(chain))
      builder.clone(*op, mapping);
    mean->setOperand(0, mapping.lookup(mean.getX()));
  }
}

class Former {
public:
  Former(Block& block, const GroupLimits& limits, StringRef pass)
      : block(block), limits(limits), pass(pass) {}

  std::vector<Group> run() {
    size_t index = 0;
    for (Operation& op : block)
      position[&op] = index++;
    for (Operation& op : block) {
      if (isFusionRoot(&op))
        start(&op, &op);
      else if (isElementwise(&op) && !join(&op))
        start(&op, nullptr);
    }
    std::vector<Group> result;
    for (Group& group : groups)
      if (!group.ops.empty())
        result.push_back(std::move(group));
    llvm::sort(result, [&](const Group& a, const Group& b) {
      return position.lookup(a.ops.back()) < position.lookup(b.ops.back());
    });
    return result;
  }

private:
  void start(Operation* op, Operation* root) {
    groupOf[op] = groups.size();
    groups.push_back({{op}, root, {}});
    if (root)
      takePrologue(groups.back());
  }

  /// What only a reduction reads, and elementwise operators made, is computed as it is read.
  void takePrologue(Group& group) {
    auto root = cast<KernelRootOpInterface>(group.root);
    Value read = group.root->getOperand(0);
    Operation* made = read.getDefiningOp();
    auto found = made ? groupOf.find(made) : groupOf.end();
    if (root.getFamily() != "reduction" || found == groupOf.end())
      return;
    Group& before = groups[found->second];
    // Many elements of few results are steps of their own on some devices.
    constexpr int64_t kMostOperators = 8, kMostElements = 32768;
    int64_t elements = typeOf(read).getNumElements(),
            results = typeOf(group.root->getResult(0)).getNumElements();
    if (before.root || hasViews(before) || int64_t(before.ops.size()) > kMostOperators || results == 0 ||
        elements / results >= kMostElements || elements == results ||
        groupResults(before) != SmallVector<Value>{read} || !read.hasOneUse())
      return;
    auto fits = [&](Value value) {
      return typeOf(value).getElementType().isF32() &&
             (shapeOf(value) == shapeOf(read) || typeOf(value).getNumElements() == 1);
    };
    for (Operation* op : before.ops)
      if (!fits(op->getResult(0)) || !llvm::all_of(op->getOperands(), fits))
        return;
    if (int64_t(groupInputs(before).size()) + 1 > limits.buffers)
      return;
    group.prologue = std::move(before.ops);
    before.ops.clear();
    for (Operation* op : group.prologue)
      groupOf[op] = groups.size() - 1;
  }

  /// How much a group gains from taking one more operator: a contraction applies it in registers.
  int rank(const Group& group) const {
    if (!group.root)
      return 0;
    return group.root->hasTrait<OpTrait::Contraction>() ? 2 : 1;
  }

  /// True for a cast of 8-bit integers, alone or with a zero point and a scale behind it, whose only reader
  /// also reads what is made after it: that reader's kernel loads the 8 bits, where the kernel that makes
  /// them would write floats beside them.
  bool isWidenedLater(Operation* op) {
    auto cast = dyn_cast<CastOp>(op);
    if (!cast || !typeOf(cast.getX()).getElementType().isInteger(8) ||
        !isa<FloatType>(typeOf(cast.getResult()).getElementType()))
      return false;
    Operation *last = op, *reader = nullptr;
    auto isNumber = [](Value value) { return typeOf(value).getNumElements() == 1; };
    while (last->hasOneUse()) {
      reader = *last->user_begin();
      if (!isa<SubOp, MulOp>(reader) || !isNumber(reader->getOperand(1)))
        break;
      last = reader;
    }
    if (!last->hasOneUse() || !isElementwise(reader))
      return false;
    return llvm::any_of(reader->getOperands(), [&](Value value) {
      Operation* made = value.getDefiningOp();
      return made && made != last && made->getBlock() == &block &&
             position.lookup(made) > position.lookup(last);
    });
  }

  /// Adds `op` to the best group among its operands', and merges groups without a root into that; false where
  /// it can join none.
  bool join(Operation* op) {
    if (isWidenedLater(op)) {
      reportPassed(op->getLoc(), pass,
                   "what is stored in 8 bits is widened where it is read, in another kernel");
      return false;
    }
    SmallVector<size_t> candidates;
    for (Value operand : op->getOperands()) {
      Operation* producer = operand.getDefiningOp();
      auto found = producer ? groupOf.find(producer) : groupOf.end();
      if (found == groupOf.end()) {
        if (producer && !isa<ConstantOp>(producer) && producer->getBlock() == &block)
          refusals.push_back(describe(producer).str() + " takes no epilogue");
      } else if (!llvm::is_contained(candidates, found->second)) {
        candidates.push_back(found->second);
      }
    }
    // The best first; of equals the one that ends last, whose result is still warm.
    llvm::sort(candidates, [&](size_t a, size_t b) {
      if (rank(groups[a]) != rank(groups[b]))
        return rank(groups[a]) > rank(groups[b]);
      return position.lookup(groups[a].ops.back()) > position.lookup(groups[b].ops.back());
    });
    std::optional<size_t> chosen;
    for (size_t candidate : candidates) {
      std::string reason;
      if (!chosen ? canGrow(groups[candidate], {}, op, reason)
                  : canMerge(groups[candidate], groups[*chosen], op, reason)) {
        if (!chosen)
          chosen = candidate;
        else
          merge(candidate, *chosen);
      } else if (!chosen) {
        refusals.push_back(std::move(reason));
      }
    }
    if (chosen) {
      groups[*chosen].ops.push_back(op);
      groupOf[op] = *chosen;
    } else if (!refusals.empty()) {
      reportMissed(op->getLoc(), pass,
                   describe(op) + " does not join the operator before it: " + refusals.front());
    }
    refusals.clear();
    return chosen.has_value();
  }

  /// True where `group` may take `op` (and, with it, the operators of `other`).
  bool canGrow(const Group& group, ArrayRef<Operation*> other, Operation* op, std::string& reason) {
    if (shapeOf(group.ops.front()) != shapeOf(op)) {
      reason = (describe(group.ops.back()) + " makes " + describe(group.ops.back()->getResult(0).getType()) +
                ", and " + describe(op) + " makes " + describe(op->getResult(0).getType()))
                   .str();
      return false;
    }
    int64_t operators = int64_t(group.prologue.size() + group.ops.size() + other.size()) + 1;
    if (operators > limits.operators) {
      reason = "the kernel of " + describe(group.ops.front()).str() + " already has " +
               std::to_string(operators - 1) + " operators";
      return false;
    }
    for (ArrayRef<Operation*> members : {ArrayRef<Operation*>(group.ops), other})
      for (Operation* member : members)
        if (Operation* reader = readerAbove(member, group.ops, other, op)) {
          reason = ("the result of " + describe(member) + " is read by " + describe(reader) +
                    ", which must run before " + describe(op))
                       .str();
          return false;
        }
    Group grown = group;
    grown.ops.append(other.begin(), other.end());
    grown.ops.push_back(op);
    int64_t buffers = int64_t(groupInputs(grown).size() + groupResults(grown).size());
    if (buffers > limits.buffers) {
      reason = "the kernel of " + describe(group.ops.front()).str() + " would have " +
               std::to_string(buffers) + " operands and results";
      return false;
    }
    return true;
  }

  /// True where the rootless `from` may go into `into` when that takes `op`: what the root reads must stay
  /// outside, as a kernel reads it at other places than its own.
  bool canMerge(const Group& from, const Group& into, Operation* op, std::string& reason) {
    if (shapeOf(from.ops.front()) != shapeOf(op))
      return false;
    if (hasViews(from) && !readsAtOwnPlaces(from, into))
      return false;
    if (from.root && !hasViews(from))
      return false;
    for (auto [one, other] : {std::pair(&from, &into), std::pair(&into, &from)})
      for (Operation* member : one->all())
        if (member == one->root || isView(member) || llvm::is_contained(one->prologue, member))
          for (Value operand : member->getOperands())
            if (llvm::is_contained(other->ops, operand.getDefiningOp()))
              return false;
    return canGrow(into, from.ops, op, reason);
  }

  static bool hasViews(const Group& group) { return llvm::any_of(group.ops, isView); }

  /// True where two groups are elementwise operations, and views that these read as well through strides:
  /// rows of neighbours of floats. A kernel without a root reads each at its own place.
  static bool readsAtOwnPlaces(const Group& from, const Group& into) {
    for (const Group* group : {&from, &into}) {
      if (group->root && !isView(group->root))
        return false;
      for (Operation* member : group->ops) {
        if (!isView(member))
          continue;
        auto type = cast<RankedTensorType>(member->getResult(0).getType());
        StridedView view{member->getOperand(0), 0, denseStrides(shapeOf(member->getOperand(0)))};
        std::optional<SmallVector<int64_t>> strides =
            cast<ViewOpInterface>(member).getResultStrides(view.strides, view.offset);
        if (!isa<FloatType>(type.getElementType()) || type.getRank() == 0 || !strides ||
            (type.getShape().back() != 1 && strides->back() != 1))
          return false;
      }
    }
    return true;
  }

  /// An operator outside of the groups that stands above `op` and reads `member`. A value with very many
  /// readers counts as read: looking through them again and again would take quadratic time.
  Operation* readerAbove(Operation* member, ArrayRef<Operation*> group, ArrayRef<Operation*> other,
                         Operation* op) {
    constexpr int kReaders = 256;
    int readers = 0;
    for (Operation* user : member->getUsers()) {
      Operation* reader = block.findAncestorOpInBlock(*user);
      if (++readers > kReaders)
        return user;
      if (!reader || reader == op || llvm::is_contained(group, reader) || llvm::is_contained(other, reader))
        continue;
      if (position.lookup(reader) < position.lookup(op))
        return reader;
    }
    return nullptr;
  }

  void merge(size_t from, size_t into) {
    if (hasViews(groups[from]))
      groups[into].root = nullptr;
    for (Operation* op : groups[from].ops)
      groupOf[op] = into;
    Group& target = groups[into];
    // The root stays in front: nothing that it reads is among the merged operators.
    auto begin = target.ops.begin() + (target.root ? 1 : 0);
    SmallVector<Operation*> rest(begin, target.ops.end());
    target.ops.erase(begin, target.ops.end());
    rest.append(groups[from].ops);
    llvm::sort(rest, [&](Operation* a, Operation* b) { return position.lookup(a) < position.lookup(b); });
    target.ops.append(rest);
    groups[from].ops.clear();
    // One view alone is what the kernel is made for.
    if (!target.root && llvm::count_if(target.ops, isView) == 1) {
      auto view = llvm::find_if(target.ops, isView);
      target.root = *view;
      std::rotate(target.ops.begin(), view, view + 1);
    }
  }

  Block& block;
  GroupLimits limits;
  StringRef pass;
  llvm::DenseMap<Operation*, size_t> position;
  llvm::DenseMap<Operation*, size_t> groupOf;
  std::vector<Group> groups;
  SmallVector<std::string> refusals;
};

} // namespace

std::vector<Group> formGroups(Block& block, const GroupLimits& limits, StringRef pass) {
  separateMeans(block);
  hoistElementwise(block);
  return Former(block, limits, pass).run();
}

} // namespace aic::transforms
