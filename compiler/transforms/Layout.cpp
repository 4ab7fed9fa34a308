// aic-layout: rewrites what LayoutPlan.cpp chose. Values keep their NCHW form in the IR until the very end:
// each rewritten operator is followed by a transpose back, its users in NHWC read past that transpose, and
// the transposes that nobody needs then fall away.
#include "compiler/transforms/Layout.h"

#include "compiler/transforms/Passes.h"
#include "compiler/transforms/Remarks.h"
#include "compiler/transforms/Values.h"
#include "dialects/aic/Views.h"

using namespace mlir;

namespace aic::transforms {

#define GEN_PASS_DEF_LAYOUT
#include "compiler/transforms/Passes.h.inc"

namespace {

constexpr llvm::StringLiteral kPass = "aic-layout";

RankedTensorType withShape(Value value, ArrayRef<int64_t> shape) {
  return RankedTensorType::get(shape, cast<ShapedType>(value.getType()).getElementType());
}

class Rewriter {
public:
  Rewriter(Block& block, LayoutPlan& plan)
      : block(block), plan(plan), builder(block.getParentOp()->getContext()) {}

  void run() {
    // Listed first: operators that are made on the way may get the address of one that was erased.
    SmallVector<Operation*> planned;
    for (Operation& op : block)
      if (plan.isNhwc(&op))
        planned.push_back(&op);
    for (Operation* op : planned) {
      auto flatten = plan.flattens.find(op);
      if (flatten != plan.flattens.end())
        rewriteFlatten(flatten->second);
      else
        rewrite(op);
    }
    for (Operation* op : llvm::reverse(backwards))
      if (op->use_empty())
        op->erase();
  }

private:
  /// `value` with its axes permuted: a reshape where only axes of size 1 move.
  Value permute(Value value, ArrayRef<int64_t> perm, Location loc) {
    RankedTensorType type = withShape(value, permuted(shapeOf(value), perm));
    if (movesOnlyOnes(shapeOf(value), perm))
      return type == value.getType() ? value : ReshapeOp::create(builder, loc, type, value);
    return TransposeOp::create(builder, loc, type, value, builder.getDenseI64ArrayAttr(perm));
  }

  /// The NHWC form of a value of rank 4, made right after the value, once for all users. `user` gives the
  /// location: it is what needs the transpose.
  Value toNhwc(Value value, Operation* user) {
    if (Value form = nhwcForm.lookup(value))
      return form;
    OpBuilder::InsertionGuard guard(builder);
    builder.setInsertionPointAfterValue(value);
    Value form = permute(value, kToNhwc, user->getLoc());
    nhwcForm[value] = form;
    return form;
  }

  /// An operand that broadcasts to rank 4 in NHWC.
  Value toNhwcBroadcast(Value value, Operation* user) {
    ArrayRef<int64_t> shape = shapeOf(value);
    if (shape.size() == 4)
      return toNhwc(value, user);
    if (llvm::all_of(shape, [](int64_t size) { return size == 1; }))
      return value;
    OpBuilder::InsertionGuard guard(builder);
    builder.setInsertionPoint(user);
    // Per channel, [C, 1, 1]: a vector along the last axis.
    if (shape.size() == 3 && shape[1] == 1 && shape[2] == 1)
      return ReshapeOp::create(builder, user->getLoc(), withShape(value, shape[0]), value);
    Value extended =
        ReshapeOp::create(builder, user->getLoc(), withShape(value, extendedShape(shape)), value);
    return permute(extended, kToNhwc, user->getLoc());
  }

  /// Clones `op` onto NHWC operands, sets what depends on the axes, and puts the transpose back behind it.
  void rewrite(Operation* op) {
    bool broadcasts = isElementwise(op) || isa<ExpandOp>(op);
    // Weights and vectors are the same in both layouts.
    auto root = dyn_cast<KernelRootOpInterface>(op);
    unsigned count = root ? root.getNumActivations() : op->getNumOperands();
    SmallVector<Value> operands;
    for (Value operand : op->getOperands().take_front(count))
      operands.push_back(broadcasts ? toNhwcBroadcast(operand, op) : toNhwc(operand, op));
    builder.setInsertionPoint(op);
    Operation* moved = builder.clone(*op);
    for (auto [i, operand] : llvm::enumerate(operands))
      moved->setOperand(i, operand);
    Value result = moved->getResult(0);
    Value old = op->getResult(0);

    SmallVector<int64_t> dims;
    bool keepdim = true;
    reductionOf(op, dims, keepdim);
    if (auto image = dyn_cast<LayoutOpInterface>(moved))
      image.moveAxes({llvm::to_vector(kToNhwc), /*added=*/std::nullopt});
    Value back;
    if (keepdim) {
      result.setType(withShape(old, permuted(shapeOf(old), kToNhwc)));
      back = permute(result, kToNchw, op->getLoc());
    } else {
      SmallVector<int64_t> perm = reductionResultPerm(dims);
      SmallVector<int64_t> shape(perm.size());
      for (size_t i = 0; i < perm.size(); ++i)
        shape[perm[i]] = shapeOf(old)[i];
      result.setType(withShape(old, shape));
      back = permute(result, perm, op->getLoc());
    }
    if (keepdim)
      nhwcForm[back] = result;
    if (back != result)
      backwards.push_back(back.getDefiningOp());
    old.replaceAllUsesWith(back);
    nhwcForm.erase(old);
    op->erase();
  }

  /// Flattens the NHWC form and permutes the columns of the weights after it.
  void rewriteFlatten(FlattenToLinear& flatten) {
    ReshapeOp reshape = flatten.flatten;
    SmallVector<int64_t> shape(shapeOf(reshape.getX()));
    builder.setInsertionPoint(reshape);
    bool moves = !movesOnlyOnes(shape, kToNhwc);
    reshape.getXMutable().assign(toNhwc(reshape.getX(), reshape));
    if (!moves)
      return;
    for (LinearOp linear : flatten.linears) {
      builder.setInsertionPoint(linear);
      Value weight = linear.getWeight();
      int64_t rows = shapeOf(weight)[0];
      Location loc = weight.getLoc();
      Value split =
          ReshapeOp::create(builder, loc, withShape(weight, {rows, shape[1], shape[2], shape[3]}), weight);
      Value columns = permute(split, kToNhwc, loc);
      linear.getWeightMutable().assign(ReshapeOp::create(builder, loc, weight.getType(), columns));
      reportPassed(linear.getLoc(), kPass,
                   "the columns of the linear's weight are permuted at compile time, so the flatten before "
                   "it needs no "
                   "transpose");
    }
  }

  Block& block;
  LayoutPlan& plan;
  OpBuilder builder;
  llvm::DenseMap<Value, Value> nhwcForm; // a value in NCHW -> the same in NHWC
  SmallVector<Operation*> backwards;     // transposes to NCHW, in the order in which they were made
};

/// "relu", or what else reads the value first.
Operation* firstUser(Value value) {
  Operation* first = nullptr;
  for (Operation* user : value.getUsers())
    if (!first || (user->getBlock() == first->getBlock() && user->isBeforeInBlock(first)))
      first = user;
  return first;
}

/// True for a constant seen through reshapes and transposes: aic-fold-constants computes those.
bool isComputedConstant(Value value) {
  while (Operation* op = value.getDefiningOp()) {
    if (!isMove(op))
      return isa<ConstantOp>(op);
    value = op->getOperand(0);
  }
  return false;
}

/// Says which transposes of activations are left, and what stands in their way.
void reportTransposes(Block& block) {
  for (Operation& op : block) {
    auto transpose = dyn_cast<TransposeOp>(op);
    if (!transpose || transpose->use_empty() || isComputedConstant(transpose.getX()))
      continue;
    Operation* user = firstUser(transpose.getResult());
    std::string type = describe(transpose.getX().getType());
    if (transpose.getPerm() == ArrayRef<int64_t>(kToNhwc))
      reportMissed(op.getLoc(), kPass,
                   "a transpose of " + Twine(type) + " to NHWC stays before " + describe(user) + ": " +
                       describeSource(transpose.getX()) + " is NCHW");
    else if (transpose.getPerm() == ArrayRef<int64_t>(kToNchw))
      reportMissed(op.getLoc(), kPass,
                   "a transpose of " + Twine(type) + " back to NCHW stays after " +
                       describeSource(transpose.getX()) + ": " + describe(user) + " needs NCHW");
  }
}

struct LayoutPass : impl::LayoutBase<LayoutPass> {
  void runOnOperation() override {
    bool changed = false;
    for (Block& block : getOperation().getBody()) {
      LayoutPlan plan = planLayout(block);
      changed |= plan.hasWindows;
      if (plan.nhwc.empty())
        continue;
      reportPassed(getOperation().getLoc(), kPass, Twine(plan.nhwc.size()) + " operators compute in NHWC");
      reportFlexible(block, plan);
      Rewriter(block, plan).run();
    }
    if (!changed)
      return markAllAnalysesPreserved();
    if (failed(cleanUpTransposes(getOperation())))
      reportMissed(getOperation().getLoc(), kPass, "the transposes were not simplified to the end");
    for (Block& block : getOperation().getBody())
      reportTransposes(block);
  }

  /// The operators that could have followed and did not.
  void reportFlexible(Block& block, LayoutPlan& plan) {
    for (Operation& op : block) {
      if (plan.isNhwc(&op) || layoutRole(&op) != LayoutRole::Flexible)
        continue;
      for (Value operand : op.getOperands())
        if (Operation* producer = operand.getDefiningOp(); producer && plan.isNhwc(producer)) {
          Operation* user = firstUser(op.getResult(0));
          std::string where = user ? ("before " + describe(user)).str() : std::string("around it");
          reportMissed(op.getLoc(), kPass,
                       describe(&op) + " stays NCHW after " + describe(producer) +
                           ": more bytes would be transposed " + where);
          break;
        }
    }
  }
};

} // namespace

} // namespace aic::transforms
