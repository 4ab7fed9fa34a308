// Moves around matrix products and concats: see MovesAroundProducts.h.
#include "compiler/transforms/MovesAroundProducts.h"

#include "compiler/transforms/Layout.h"
#include "compiler/transforms/Remarks.h"
#include "compiler/transforms/Values.h"
#include "dialects/aic/Views.h"

using namespace mlir;

namespace aic::transforms {

namespace {

constexpr llvm::StringLiteral kPass = "aic-simplify-moves";

/// linear, or matmul with one matrix: each row of the first operand by itself.
bool isProduct(Operation* op) {
  auto matmul = dyn_cast_or_null<MatmulOp>(op);
  return isa_and_nonnull<LinearOp>(op) ||
         (matmul && typeOf(matmul.getB()).getRank() == 2 && typeOf(matmul.getA()).getRank() >= 2);
}

/// True where the last axis stays what and where it is.
bool keepsLastAxis(Operation* move) {
  ArrayRef<int64_t> from = shapeOf(move->getOperand(0)), to = shapeOf(move->getResult(0));
  if (from.size() < 2 || to.size() < 2)
    return false;
  if (auto transpose = dyn_cast<TransposeOp>(move))
    return transpose.getPerm().back() == int64_t(from.size()) - 1;
  return from.back() == to.back() && !llvm::is_contained(from, 0);
}

/// The operand of an elementwise operator that has the result's shape, where all others are numbers or
/// constant vectors along the last axis.
std::optional<unsigned> onlyRows(Operation* op) {
  if (!isElementwise(op) || op->getNumResults() != 1)
    return std::nullopt;
  ArrayRef<int64_t> shape = shapeOf(op->getResult(0));
  std::optional<unsigned> rows;
  for (auto [i, operand] : llvm::enumerate(op->getOperands())) {
    if (typeOf(operand).getRank() <= 1 && shape.size() > 1) {
      if (!operand.getDefiningOp<ConstantOp>())
        return std::nullopt;
    } else if (rows || shapeOf(operand) != shape) {
      return std::nullopt;
    } else {
      rows = i;
    }
  }
  return rows;
}

/// A product and the elementwise operators after it, each of which alone reads the one before.
struct Chain {
  SmallVector<Operation*> ops; ///< the product first

  Value operand() const { return ops.front()->getOperand(0); }
};

/// The chain that ends in `value`.
std::optional<Chain> chainBefore(Value value) {
  constexpr size_t kLongest = 16;
  Chain chain;
  while (value.hasOneUse() && value.getDefiningOp() && chain.ops.size() < kLongest) {
    Operation* op = value.getDefiningOp();
    chain.ops.insert(chain.ops.begin(), op);
    if (isProduct(op))
      return chain;
    std::optional<unsigned> rows = onlyRows(op);
    if (!rows)
      return std::nullopt;
    value = op->getOperand(*rows);
  }
  return std::nullopt;
}

/// The chain again, for `rows` as the product's operand: its result.
Value cloneChain(PatternRewriter& rewriter, const Chain& chain, Value rows) {
  SmallVector<int64_t> leading(shapeOf(rows).drop_back());
  for (Operation* op : chain.ops) {
    unsigned at = isProduct(op) ? 0 : *onlyRows(op);
    Operation* copy = rewriter.clone(*op);
    copy->setOperand(at, rows);
    auto old = typeOf(op->getResult(0));
    SmallVector<int64_t> shape(leading);
    shape.push_back(old.getShape().back());
    copy->getResult(0).setType(RankedTensorType::get(shape, old.getElementType()));
    rows = copy->getResult(0);
  }
  return rows;
}

/// True where moves that nothing else reads lead back from `value` to an attention, which writes through
/// them.
bool comesFromAttention(Value value) {
  while (value.hasOneUse() && isMove(value.getDefiningOp()))
    value = value.getDefiningOp()->getOperand(0);
  return value.hasOneUse() && value.getDefiningOp<AttentionOp>();
}

/// transpose(linear(reshape(attention))) is linear(transpose(reshape(attention))): there it joins the other
/// moves.
struct MoveBeforeProduct : RewritePattern {
  explicit MoveBeforeProduct(MLIRContext* context)
      : RewritePattern(MatchAnyOpTypeTag(), /*benefit=*/2, context) {}
  LogicalResult matchAndRewrite(Operation* move, PatternRewriter& rewriter) const override {
    if (!isMove(move) || !keepsLastAxis(move))
      return rewriter.notifyMatchFailure(move, "not a move that keeps the last axis");
    std::optional<Chain> chain = chainBefore(move->getOperand(0));
    if (!chain)
      return rewriter.notifyMatchFailure(move, "it does not follow a product and what is elementwise");
    Value rows = chain->operand();
    Operation* before = rows.getDefiningOp();
    bool meets = isa<ReshapeOp>(move) ? isa_and_nonnull<ReshapeOp>(before)
                                      : comesFromAttention(rows) && isMove(before);
    if (!meets)
      return rewriter.notifyMatchFailure(move, "it would meet no other move");
    reportPassed(move->getLoc(), kPass,
                 describe(move) + " goes before " + describe(chain->ops.front()) + ", to " +
                     describe(before));
    rewriter.setInsertionPoint(move);
    Value moved;
    if (auto transpose = dyn_cast<TransposeOp>(move)) {
      moved = TransposeOp::create(rewriter, move->getLoc(), rows, transpose.getPermAttr());
    } else {
      SmallVector<int64_t> shape(shapeOf(move->getResult(0)).drop_back());
      shape.push_back(shapeOf(rows).back());
      moved = ReshapeOp::create(rewriter, move->getLoc(),
                                RankedTensorType::get(shape, typeOf(rows).getElementType()), rows);
    }
    rewriter.replaceOp(move, cloneChain(rewriter, *chain, moved));
    return success();
  }
};

/// True where each reader of `value` reads it through views (attention, recurrence).
bool isReadAsView(Value value, int& budget) {
  if (value.use_empty())
    return false;
  for (OpOperand& use : value.getUses()) {
    Operation* user = use.getOwner();
    if (--budget < 0)
      return false;
    unsigned viewed = viewedActivations(user);
    if (use.getOperandNumber() < viewed || (isView(user) && isReadAsView(user->getResult(0), budget)))
      continue;
    return false;
  }
  return true;
}

/// attention(reshape(linear(transpose(x)))) reads transpose(linear(x)) as a view.
struct TransposeBehindProduct : RewritePattern {
  explicit TransposeBehindProduct(MLIRContext* context)
      : RewritePattern(MatchAnyOpTypeTag(), /*benefit=*/1, context) {}
  LogicalResult matchAndRewrite(Operation* product, PatternRewriter& rewriter) const override {
    if (!isProduct(product))
      return rewriter.notifyMatchFailure(product, "not a product with a matrix");
    auto transpose = product->getOperand(0).getDefiningOp<TransposeOp>();
    if (!transpose || !keepsLastAxis(transpose))
      return rewriter.notifyMatchFailure(product, "its rows do not come from a transpose");
    if (comesFromAttention(transpose.getX())) // MoveBeforeProduct's other way
      return rewriter.notifyMatchFailure(product, "its rows come from an attention, which writes transposed");
    Chain chain{{product}};
    Value last = product->getResult(0);
    while (last.hasOneUse()) {
      Operation* user = *last.getUsers().begin();
      std::optional<unsigned> rows = onlyRows(user);
      if (!rows || user->getOperand(*rows) != last)
        break;
      chain.ops.push_back(user);
      last = user->getResult(0);
    }
    int budget = 64; // readers: a merged projection has three parts
    if (!isReadAsView(last, budget))
      return rewriter.notifyMatchFailure(product, "others than attentions and recurrences read it");
    reportPassed(transpose.getLoc(), kPass,
                 describe(transpose) + " goes behind " + describe(product) + ", where it is a view");
    rewriter.setInsertionPoint(chain.ops.back());
    Value rows = cloneChain(rewriter, chain, transpose.getX());
    rewriter.replaceOpWithNewOp<TransposeOp>(chain.ops.back(), rows, transpose.getPermAttr());
    return success();
  }
};

/// A transpose of a concat of moved tensors: the moves meet.
struct TransposeOfConcat : OpRewritePattern<TransposeOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(TransposeOp transpose, PatternRewriter& rewriter) const override {
    auto concat = transpose.getX().getDefiningOp<ConcatOp>();
    if (!concat || !concat->hasOneUse())
      return rewriter.notifyMatchFailure(transpose, "not of a concat that nothing else reads");
    // Each operand comes from a transpose, perhaps with a reshape after it that only splits axes off.
    for (Value input : concat.getInputs()) {
      if (auto reshape = input.getDefiningOp<ReshapeOp>())
        input = reshape.getX();
      if (!input.getDefiningOp<TransposeOp>())
        return rewriter.notifyMatchFailure(transpose, "an operand of the concat was not transposed");
    }
    SmallVector<Value> inputs;
    for (Value input : concat.getInputs())
      inputs.push_back(TransposeOp::create(rewriter, transpose.getLoc(), input, transpose.getPermAttr()));
    int64_t axis = llvm::find(transpose.getPerm(), int64_t(concat.getDim())) - transpose.getPerm().begin();
    rewriter.replaceOpWithNewOp<ConcatOp>(transpose, inputs, axis);
    return success();
  }
};

/// A concat of tensors that are all transposed alike is the transpose of a concat.
struct ConcatOfTransposes : OpRewritePattern<ConcatOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(ConcatOp concat, PatternRewriter& rewriter) const override {
    SmallVector<Value> inputs;
    DenseI64ArrayAttr perm;
    for (Value input : concat.getInputs()) {
      auto transpose = input.getDefiningOp<TransposeOp>();
      if (!transpose || !input.hasOneUse() || (perm && perm != transpose.getPermAttr()))
        return rewriter.notifyMatchFailure(concat, "its operands are not transposed alike, for it alone");
      // TransposeOfConcat put it there to meet another move: they join first.
      Operation* before = transpose.getX().getDefiningOp();
      if (isMove(before))
        return rewriter.notifyMatchFailure(concat, "an operand's transpose has another move before it");
      perm = transpose.getPermAttr();
      inputs.push_back(transpose.getX());
    }
    if (inputs.size() < 2)
      return rewriter.notifyMatchFailure(concat, "it has one operand");
    Value joined = ConcatOp::create(rewriter, concat.getLoc(), inputs, perm[int64_t(concat.getDim())]);
    rewriter.replaceOpWithNewOp<TransposeOp>(concat, joined, perm);
    return success();
  }
};

/// reshape(concat(reshape(a), reshape(b))) is a concat of reshapes where it merges the axis of the concat
/// with those after it.
struct ReshapeOfConcat : OpRewritePattern<ReshapeOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(ReshapeOp reshape, PatternRewriter& rewriter) const override {
    auto concat = reshape.getX().getDefiningOp<ConcatOp>();
    if (!concat || !concat->hasOneUse())
      return rewriter.notifyMatchFailure(reshape, "not of a concat that nothing else reads");
    for (Value input : concat.getInputs())
      if (!input.getDefiningOp<ReshapeOp>())
        return rewriter.notifyMatchFailure(reshape, "an operand of the concat was not reshaped");
    ArrayRef<int64_t> from = shapeOf(concat), to = shapeOf(reshape);
    SmallVector<SmallVector<int64_t>> parts;
    if (!mergedAxes(from, to, parts))
      return rewriter.notifyMatchFailure(reshape, "it splits axes");
    int64_t dim = concat.getDim();
    std::optional<int64_t> axis;
    for (auto [i, part] : llvm::enumerate(parts))
      if (llvm::is_contained(part, dim))
        axis = int64_t(i);
    for (int64_t before : parts[*axis])
      if (before < dim && from[before] != 1)
        return rewriter.notifyMatchFailure(reshape, "it merges the concat's axis with one before it");
    SmallVector<Value> inputs;
    for (Value input : concat.getInputs()) {
      SmallVector<int64_t> shape(to);
      shape[*axis] = to[*axis] / from[dim] * shapeOf(input)[dim];
      inputs.push_back(ReshapeOp::create(
          rewriter, reshape.getLoc(), RankedTensorType::get(shape, typeOf(input).getElementType()), input));
    }
    rewriter.replaceOpWithNewOp<ConcatOp>(reshape, inputs, *axis);
    return success();
  }
};

} // namespace

void populateProductPatterns(RewritePatternSet& patterns) {
  patterns
      .add<MoveBeforeProduct, TransposeBehindProduct, TransposeOfConcat, ConcatOfTransposes, ReshapeOfConcat>(
          patterns.getContext());
}

} // namespace aic::transforms
