// aic-fuse-views: attention and recurrence read the heads and slices of a projection where they lie.
#include "compiler/transforms/AttentionAxes.h"
#include "compiler/transforms/Passes.h"
#include "compiler/transforms/Remarks.h"
#include "dialects/aic/Views.h"
#include "mlir/IR/IRMapping.h"

using namespace mlir;

namespace aic::transforms {

#define GEN_PASS_DEF_FUSEVIEWS
#include "compiler/transforms/Passes.h.inc"

namespace {

constexpr llvm::StringLiteral kPass = "aic-fuse-views";

/// Those of `root`: its first operands.
ArrayRef<ViewedOperand> viewedOperands(Operation* op) {
  auto root = dyn_cast<KernelRootOpInterface>(op);
  return root ? root.getViewedOperands() : ArrayRef<ViewedOperand>();
}

/// True where neighbours along the last axis lie side by side.
bool isDenseAlongLast(const StridedView& view, Value value) {
  auto type = cast<RankedTensorType>(value.getType());
  return type.getRank() == 0 || type.getShape().back() == 1 || view.strides.back() == 1;
}

/// The views between `value` and `base`, the last first.
SmallVector<Operation*> viewsBetween(Value value, Value base) {
  SmallVector<Operation*> chain;
  for (; value != base; value = chain.back()->getOperand(0))
    chain.push_back(value.getDefiningOp());
  return chain;
}

/// Views that move bytes when they stand alone.
int64_t countCopies(ArrayRef<Operation*> views) {
  return llvm::count_if(views, [](Operation* op) { return !isa<ReshapeOp>(op); });
}

/// One root and the views around it.
class Group {
public:
  explicit Group(Operation* root) : root(root) {
    for (auto [i, viewed] : llvm::enumerate(viewedOperands(root)))
      chooseBase(root->getOperand(i), viewed);
    // Only attention's result: y of a recurrence has neighbours that it is written with.
    if (cast<KernelRootOpInterface>(root).writesThroughViews()) {
      Value result = root->getResult(0);
      StridedView view = stridedResult(result);
      if (isDenseAlongLast(view, result)) {
        after = viewsBetween(view.base, result);
        std::reverse(after.begin(), after.end());
      }
    }
  }

  bool hasViews() const { return !before.empty() || !after.empty(); }

  void outline(OpBuilder& builder) {
    SmallVector<Value> inputs;
    auto add = [&](Value value) {
      if (!llvm::is_contained(inputs, value))
        inputs.push_back(value);
    };
    for (Value operand : root->getOperands())
      add(bases.count(operand) ? bases.lookup(operand) : operand);
    SmallVector<Value> results(root->getResults());
    if (!after.empty())
      results.assign(1, after.back()->getResult(0));

    builder.setInsertionPoint(root);
    auto fused = FusedOp::create(builder, root->getLoc(), ValueRange(results).getTypes(), inputs);
    Block& body = fused.getBody().emplaceBlock();
    IRMapping mapping;
    for (Value input : inputs)
      mapping.map(input, body.addArgument(input.getType(), input.getLoc()));
    builder.setInsertionPointToStart(&body);
    for (Operation* view : before)
      builder.clone(*view, mapping);
    builder.clone(*root, mapping);
    for (Operation* view : after)
      builder.clone(*view, mapping);
    SmallVector<Value> yielded;
    for (Value result : results)
      yielded.push_back(mapping.lookup(result));
    YieldOp::create(builder, root->getLoc(), yielded);

    report();
    for (auto [result, replacement] : llvm::zip_equal(results, fused.getResults()))
      result.replaceAllUsesWith(replacement);
    for (Operation* view : llvm::reverse(after))
      view->erase();
    root->erase();
    for (Operation* view : llvm::reverse(before))
      if (view->use_empty())
        view->erase();
  }

private:
  void chooseBase(Value operand, const ViewedOperand& viewed) {
    StridedView view = stridedView(operand);
    if (view.base == operand)
      return;
    SmallVector<Operation*> chain = viewsBetween(operand, view.base);
    if (llvm::is_contained(root->getOperands().drop_front(viewedOperands(root).size()), operand)) {
      reportMissed(root->getLoc(), kPass,
                   "the " + describe(chain.front()) + " before " + describe(root) + "'s " + viewed.name +
                       " stays a copy: the same value is an operand that is not read through views");
      return;
    }
    // One value may be two operands: k and v.
    bool byRows = false;
    for (auto [i, other] : llvm::enumerate(viewedOperands(root)))
      byRows |= other.byRows && root->getOperand(i) == operand;
    if (byRows && !isDenseAlongLast(view, operand)) {
      reportMissed(
          root->getLoc(), kPass,
          "the " + describe(chain.front()) + " before " + describe(root) + "'s " + viewed.name +
              " stays a copy: neighbours along its last axis do not lie side by side in what it views");
      return;
    }
    bases[operand] = view.base;
    for (Operation* op : llvm::reverse(chain))
      if (!llvm::is_contained(before, op))
        before.push_back(op);
  }

  void report() const {
    int64_t copies = countCopies(before) + countCopies(after);
    if (copies > 0)
      reportPassed(root->getLoc(), kPass,
                   describe(root) + " reads and writes through " + Twine(copies) +
                       (copies == 1 ? " view, which would be a copy" : " views, which would be copies"));
  }

  Operation* root;
  llvm::SmallDenseMap<Value, Value> bases; // operand -> what it is a view of
  SmallVector<Operation*> before, after;   // in the order of the block
};

struct FuseViewsPass : impl::FuseViewsBase<FuseViewsPass> {
  void runOnOperation() override {
    SmallVector<Operation*> roots;
    for (Block& block : getOperation().getBody())
      for (Operation& op : block)
        if (!viewedOperands(&op).empty())
          roots.push_back(&op);
    OpBuilder builder(&getContext());
    for (Operation* root : roots) {
      if (auto attention = dyn_cast<AttentionOp>(root))
        root = splitLeadingAxes(attention, builder);
      if (Group group(root); group.hasViews())
        group.outline(builder);
    }
  }
};

} // namespace

} // namespace aic::transforms
