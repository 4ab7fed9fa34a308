// The layout analysis. Convolutions, poolings and interpolations are fixed to NHWC; arguments, results and
// operators that know nothing of channels are fixed to NCHW; the flexible operators between them are coloured
// so that the bytes on edges between two colours are few. Finding the very least is a minimum cut; two cheap
// steps reach it in the graphs that we know: each connected region of flexible operators takes the better
// colour as a whole, then single operators flip while that lowers the cost. All NCHW is where the search
// starts and every step lowers the cost, so no region ends worse than it was.
#include "compiler/transforms/LayoutPlan.h"

#include "llvm/ADT/EquivalenceClasses.h"
#include "llvm/ADT/MapVector.h"

using namespace mlir;

namespace aic::transforms {

bool movesOnlyOnes(ArrayRef<int64_t> shape, ArrayRef<int64_t> perm) {
  int64_t last = -1;
  for (int64_t axis : perm) {
    if (shape[axis] == 1)
      continue;
    if (axis < last)
      return false;
    last = axis;
  }
  return true;
}

SmallVector<int64_t> extendedShape(ArrayRef<int64_t> shape) {
  SmallVector<int64_t> extended(4 - shape.size(), 1);
  llvm::append_range(extended, shape);
  return extended;
}

SmallVector<int64_t> permuted(ArrayRef<int64_t> values, ArrayRef<int64_t> perm) {
  SmallVector<int64_t> result;
  for (int64_t axis : perm)
    result.push_back(values[axis]);
  return result;
}

SmallVector<int64_t> reductionResultPerm(ArrayRef<int64_t> dims) {
  SmallVector<int64_t> nhwcAxes, perm;
  for (int64_t axis : kToNhwc)
    if (!llvm::is_contained(dims, axis))
      nhwcAxes.push_back(axis);
  for (int64_t axis = 0; axis < 4; ++axis) {
    auto* at = llvm::find(nhwcAxes, axis);
    if (at != nhwcAxes.end())
      perm.push_back(at - nhwcAxes.begin());
  }
  return perm;
}

bool reductionOf(Operation* op, SmallVector<int64_t>& dims, bool& keepdim) {
  auto reduction = dyn_cast<ReductionOpInterface>(op);
  std::optional<SmallVector<int64_t>> axes = reduction ? reduction.getReducedAxes() : std::nullopt;
  if (!axes)
    return false;
  dims = std::move(*axes);
  keepdim = reduction.getKeepdim();
  return true;
}

namespace {

bool isRank4(Value value) {
  auto type = dyn_cast<RankedTensorType>(value.getType());
  return type && type.getRank() == 4;
}

} // namespace

LayoutRole layoutRole(Operation* op) {
  if (auto image = dyn_cast<LayoutOpInterface>(op))
    return image.getLayoutRole();
  return isElementwise(op) && isRank4(op->getResult(0)) ? LayoutRole::Flexible : LayoutRole::Opaque;
}

namespace {

/// Follows a flattened value to the linears that read it; false where anything else does.
bool followFlattened(Value value, SmallVectorImpl<LinearOp>& linears, int depth) {
  constexpr int kDepth = 8, kUsers = 16;
  if (depth > kDepth || value.use_empty())
    return false;
  int users = 0;
  for (OpOperand& use : value.getUses()) {
    if (++users > kUsers)
      return false;
    Operation* user = use.getOwner();
    if (auto linear = dyn_cast<LinearOp>(user)) {
      if (use.getOperandNumber() != 0 || !linear.getWeight().getDefiningOp<ConstantOp>())
        return false;
      linears.push_back(linear);
      continue;
    }
    // A unary operator does the same to every element, so it does not see the order.
    if (!isElementwise(user) || user->getNumOperands() != 1 ||
        !followFlattened(user->getResult(0), linears, depth + 1))
      return false;
  }
  return true;
}

class Planner {
public:
  explicit Planner(Block& block) : block(block) {}

  LayoutPlan run() {
    collect();
    if (!plan.hasWindows)
      return std::move(plan);
    chooseRegions();
    refine();
    for (auto& [op, role] : roles)
      if (role == LayoutRole::Window || state.lookup(op))
        plan.nhwc.insert(op);
    llvm::SmallVector<Operation*> unused;
    for (auto& [op, flatten] : plan.flattens)
      if (!plan.isNhwc(op))
        unused.push_back(op);
    for (Operation* op : unused)
      plan.flattens.erase(op);
    return std::move(plan);
  }

private:
  void collect() {
    for (Operation& op : block) {
      LayoutRole role = layoutRole(&op);
      if (auto reshape = dyn_cast<ReshapeOp>(op))
        if (isFlattenToLinear(reshape))
          role = LayoutRole::Flexible;
      // One that is in NHWC already (of a conv_transpose2d) needs no rewriting, but what is around it may
      // follow.
      plan.hasWindows |= role == LayoutRole::Window || isa<Conv2dOp>(op);
      if (role == LayoutRole::Opaque)
        continue;
      roles.insert({&op, role});
      if (role != LayoutRole::Window)
        free.push_back(&op);
    }
  }

  bool isFlattenToLinear(ReshapeOp reshape) {
    auto from = cast<RankedTensorType>(reshape.getX().getType());
    auto to = cast<RankedTensorType>(reshape.getType());
    if (from.getRank() != 4 || to.getRank() == 0 || from.getNumElements() == 0)
      return false;
    int64_t features = from.getDimSize(1) * from.getDimSize(2) * from.getDimSize(3);
    if (to.getShape().back() != features)
      return false;
    FlattenToLinear flatten{reshape, {}};
    if (!followFlattened(reshape.getResult(), flatten.linears, 0))
      return false;
    plan.flattens[reshape] = flatten;
    return true;
  }

  /// True where `op` computes in NHWC as things stand.
  bool isNhwc(Operation* op) const {
    auto role = roles.find(op);
    return role != roles.end() && (role->second == LayoutRole::Window || state.lookup(op));
  }

  /// Bytes that the transposes of one value move, plus a little for each edge over which a kernel cannot
  /// reach: of two equally cheap places for a transpose the one after the epilogue is better.
  double costOfValue(Value value) const {
    auto type = dyn_cast<RankedTensorType>(value.getType());
    Operation* producer = value.getDefiningOp();
    if (!type || type.getRank() != 4 || isa_and_nonnull<ConstantOp>(producer))
      return 0;
    bool isNhwcValue = producer && isNhwc(producer);
    bool turned = false;
    double cost = 0;
    double whole = double(tensorBytes(type));
    double bytes = movesOnlyOnes(type.getShape(), kToNhwc) ? 0 : whole;
    for (Operation* user : value.getUsers()) {
      if (user->getBlock() != &block) {
        turned |= isNhwcValue;
      } else if (auto transpose = dyn_cast<TransposeOp>(user)) {
        // It moves the bytes anyway, from either layout, unless nothing is left of it.
        SmallVector<int64_t> perm(transpose.getPerm());
        SmallVector<int64_t> shape(type.getShape());
        if (isNhwcValue) {
          for (int64_t& axis : perm)
            axis = kToNchw[axis];
          shape = permuted(shape, kToNhwc);
        }
        cost += movesOnlyOnes(shape, perm) ? 0 : whole;
      } else if (isNhwc(user) != isNhwcValue && !(isNhwc(user) && isa_and_nonnull<TransposeOp>(producer))) {
        turned = true;
        cost += isNhwcValue && isElementwise(user) ? kEpilogue : 0;
      }
    }
    return cost + (turned ? bytes : 0);
  }

  /// What `op` itself costs where it computes in NHWC: operands of lower rank, results of reductions.
  double costOfOperator(Operation* op) const {
    if (!isNhwc(op))
      return 0;
    double cost = 0;
    SmallVector<int64_t> dims;
    bool keepdim;
    if (reductionOf(op, dims, keepdim)) {
      auto result = cast<RankedTensorType>(op->getResult(0).getType());
      if (keepdim)
        return 0;
      SmallVector<int64_t> perm = reductionResultPerm(dims);
      SmallVector<int64_t> nhwcShape(perm.size());
      for (size_t i = 0; i < perm.size(); ++i)
        nhwcShape[perm[i]] = result.getDimSize(i);
      return movesOnlyOnes(nhwcShape, perm) ? 0 : double(tensorBytes(result));
    }
    if (isElementwise(op) || isa<ExpandOp>(op))
      for (Value operand : op->getOperands()) {
        auto type = cast<RankedTensorType>(operand.getType());
        if (type.getRank() >= 4 || operand.getDefiningOp<ConstantOp>())
          continue;
        if (!movesOnlyOnes(extendedShape(type.getShape()), kToNhwc))
          cost += double(tensorBytes(type));
      }
    return cost;
  }

  /// The cost of everything that the colours of `ops` decide.
  double costAround(ArrayRef<Operation*> ops) const {
    llvm::DenseSet<Value> seen;
    double cost = 0;
    for (Operation* op : ops) {
      cost += costOfOperator(op);
      for (Value operand : op->getOperands())
        if (seen.insert(operand).second)
          cost += costOfValue(operand);
      for (Value result : op->getResults())
        if (seen.insert(result).second)
          cost += costOfValue(result);
    }
    return cost;
  }

  /// Flips `ops` to NHWC or back, if that lowers the cost.
  bool flipIfBetter(ArrayRef<Operation*> ops) {
    double before = costAround(ops);
    for (Operation* op : ops)
      state[op] = !state.lookup(op);
    if (costAround(ops) < before)
      return true;
    for (Operation* op : ops)
      state[op] = !state.lookup(op);
    return false;
  }

  void chooseRegions() {
    llvm::EquivalenceClasses<Operation*> classes;
    for (Operation* op : free) {
      classes.insert(op);
      for (Value operand : op->getOperands()) {
        Operation* producer = operand.getDefiningOp();
        auto role = producer ? roles.find(producer) : roles.end();
        if (isRank4(operand) && role != roles.end() && role->second != LayoutRole::Window)
          classes.unionSets(op, producer);
      }
    }
    llvm::MapVector<Operation*, SmallVector<Operation*>> regions;
    for (Operation* op : free)
      regions[classes.getLeaderValue(op)].push_back(op);
    for (auto& [leader, region] : regions)
      flipIfBetter(region);
  }

  /// Sweeps forwards and backwards over the flexible operators. A value with very many users would make a
  /// sweep quadratic: operators at such values keep the colour of their region.
  void refine() {
    constexpr int kSweeps = 4;
    SmallVector<Operation*> candidates;
    for (Operation* op : free)
      if (!touchesCrowd(op))
        candidates.push_back(op);
    for (int sweep = 0; sweep < kSweeps; ++sweep) {
      bool changed = false;
      for (Operation* op : candidates)
        changed |= flipIfBetter(op);
      if (!changed)
        return;
      std::reverse(candidates.begin(), candidates.end());
    }
  }

  static bool touchesCrowd(Operation* op) {
    constexpr unsigned kCrowd = 64;
    auto crowded = [](Value value) {
      return !value.getDefiningOp<ConstantOp>() && value.hasNUsesOrMore(kCrowd);
    };
    return llvm::any_of(op->getOperands(), crowded) || llvm::any_of(op->getResults(), crowded);
  }

  static constexpr double kEpilogue = 0.5;

  Block& block;
  LayoutPlan plan;
  llvm::DenseMap<Operation*, LayoutRole> roles;
  llvm::DenseMap<Operation*, bool> state; // true: NHWC
  SmallVector<Operation*> free;           // flexible operators and flattens, in the order of the block
};

} // namespace

LayoutPlan planLayout(Block& block) {
  return Planner(block).run();
}

} // namespace aic::transforms
