// aic-simplify-moves: operators that only move elements are joined, dropped, or moved out of the way of
// others.
#include "compiler/transforms/Groups.h"
#include "compiler/transforms/Layout.h"
#include "compiler/transforms/MovesAroundProducts.h"
#include "compiler/transforms/Passes.h"
#include "compiler/transforms/Remarks.h"
#include "compiler/transforms/RotaryEmbedding.h"
#include "compiler/transforms/Values.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"

using namespace mlir;

namespace aic::transforms {

#define GEN_PASS_DEF_SIMPLIFYMOVES
#include "compiler/transforms/Passes.h.inc"

namespace {

constexpr llvm::StringLiteral kPass = "aic-simplify-moves";

/// A slice that lies in one operand of a concat is a slice of that operand.
struct SliceOfConcat : OpRewritePattern<SliceOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(SliceOp slice, PatternRewriter& rewriter) const override {
    auto concat = slice.getX().getDefiningOp<ConcatOp>();
    if (!concat)
      return rewriter.notifyMatchFailure(slice, "its operand is not a concat");
    int64_t dim = concat.getDim(), count = slice.getSizes()[dim];
    if (count == 0)
      return rewriter.notifyMatchFailure(slice, "it is empty");
    int64_t first = slice.getOffsets()[dim], last = first + (count - 1) * slice.getStrides()[dim];
    int64_t begin = 0;
    for (Value input : concat.getInputs()) {
      int64_t end = begin + typeOf(input).getDimSize(dim);
      if (std::min(first, last) >= begin && std::max(first, last) < end) {
        SmallVector<int64_t> offsets(slice.getOffsets());
        offsets[dim] -= begin;
        reportPassed(slice.getLoc(), kPass, "the slice reads one operand of concat, not its result");
        rewriter.replaceOpWithNewOp<SliceOp>(slice, input, offsets, slice.getSizes(), slice.getStrides());
        return success();
      }
      begin = end;
    }
    return rewriter.notifyMatchFailure(slice, "it reads more than one operand of the concat");
  }
};

/// A slice of a slice is one.
struct SliceOfSlice : OpRewritePattern<SliceOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(SliceOp outer, PatternRewriter& rewriter) const override {
    auto inner = outer.getX().getDefiningOp<SliceOp>();
    if (!inner)
      return rewriter.notifyMatchFailure(outer, "its operand is not a slice");
    SmallVector<int64_t> offsets, strides;
    for (size_t axis = 0; axis < outer.getOffsets().size(); ++axis) {
      offsets.push_back(inner.getOffsets()[axis] + outer.getOffsets()[axis] * inner.getStrides()[axis]);
      // Steps of an axis of which one element is read are free, and must not leave the operand.
      strides.push_back(outer.getSizes()[axis] <= 1 ? 1
                                                    : inner.getStrides()[axis] * outer.getStrides()[axis]);
      if (outer.getSizes()[axis] == 0)
        offsets.back() = 0;
    }
    rewriter.replaceOpWithNewOp<SliceOp>(outer, inner.getX(), offsets, outer.getSizes(), strides);
    return success();
  }
};

/// A concat of concats along one axis is one, where nothing else reads the inner ones.
struct ConcatOfConcat : OpRewritePattern<ConcatOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(ConcatOp outer, PatternRewriter& rewriter) const override {
    constexpr size_t kMost = 24; // a kernel has 32 buffers at most
    SmallVector<Value> inputs;
    for (Value input : outer.getInputs()) {
      auto inner = input.getDefiningOp<ConcatOp>();
      if (inner && inner.getDim() == outer.getDim() && input.hasOneUse())
        llvm::append_range(inputs, inner.getInputs());
      else
        inputs.push_back(input);
    }
    if (inputs.size() == outer.getInputs().size() || inputs.size() > kMost)
      return rewriter.notifyMatchFailure(outer, "no operand is a concat of its own along the same axis");
    rewriter.replaceOpWithNewOp<ConcatOp>(outer, inputs, outer.getDim());
    return success();
  }
};

/// Elementwise operators broadcast by themselves: an expand before them does nothing where another operand,
/// or the expand's own, still gives the result its shape.
struct ExpandBeforeElementwise : RewritePattern {
  explicit ExpandBeforeElementwise(MLIRContext* context)
      : RewritePattern(MatchAnyOpTypeTag(), /*benefit=*/1, context) {}
  LogicalResult matchAndRewrite(Operation* op, PatternRewriter& rewriter) const override {
    if (!isElementwise(op) || op->getNumOperands() < 2)
      return rewriter.notifyMatchFailure(op, "not an elementwise operator of several operands");
    ArrayRef<int64_t> wanted = typeOf(op->getResult(0)).getShape();
    for (OpOperand& operand : op->getOpOperands()) {
      auto expand = operand.get().getDefiningOp<ExpandOp>();
      if (!expand || llvm::count(op->getOperands(), operand.get()) > 1) // a square stays one
        continue;
      SmallVector<int64_t> shape(expand.getX().getType().getShape());
      for (OpOperand& other : op->getOpOperands())
        if (&other != &operand)
          if (auto common = broadcastShapes(shape, typeOf(other.get()).getShape()))
            shape = *common;
      if (ArrayRef<int64_t>(shape) != wanted)
        continue;
      rewriter.modifyOpInPlace(op, [&] { operand.set(expand.getX()); });
      return success();
    }
    return rewriter.notifyMatchFailure(op, "no operand is an expand that others make up for");
  }
};

/// relu(reshape(transpose(conv2d))) is reshape(transpose(relu(conv2d))), where relu is part of the
/// convolution's kernel.
struct UnaryBeforeMoves : RewritePattern {
  explicit UnaryBeforeMoves(MLIRContext* context)
      : RewritePattern(MatchAnyOpTypeTag(), /*benefit=*/1, context) {}
  LogicalResult matchAndRewrite(Operation* op, PatternRewriter& rewriter) const override {
    std::optional<unsigned> at = onlyTensor(op);
    if (!at)
      return rewriter.notifyMatchFailure(op, "not an elementwise operator of one tensor");
    // Back through the moves, all of which nothing else reads.
    SmallVector<Operation*> moves;
    Value source = op->getOperand(*at);
    while (source.hasOneUse() && isMove(source.getDefiningOp())) {
      moves.push_back(source.getDefiningOp());
      source = moves.back()->getOperand(0);
    }
    Operation* maker = source.getDefiningOp();
    if (moves.empty() || !maker || !source.hasOneUse() || !(isFusionRoot(maker) || isElementwise(maker)) ||
        2 * typeOf(op->getResult(0)).getNumElements() < typeOf(source).getNumElements())
      return rewriter.notifyMatchFailure(op, "it does not follow moves of a kernel's result");
    rewriter.setInsertionPointAfter(maker);
    Operation* moved = rewriter.clone(*op);
    for (unsigned i = 0; i < op->getNumOperands(); ++i) {
      if (i == *at) {
        moved->setOperand(i, source);
      } else { // a number, perhaps made further down
        Value number = op->getOperand(i);
        rewriter.setInsertionPoint(moved);
        moved->setOperand(i, rewriter.clone(*number.getDefiningOp())->getResult(0));
      }
    }
    auto element = typeOf(op->getResult(0)).getElementType();
    moved->getResult(0).setType(RankedTensorType::get(typeOf(source).getShape(), element));
    reportPassed(op->getLoc(), kPass,
                 describe(op) + " goes before the " + describe(moves.back()) + ", to " + describe(maker));
    Value value = moved->getResult(0);
    rewriter.setInsertionPoint(op);
    for (Operation* move : llvm::reverse(moves)) {
      Operation* copy = rewriter.clone(*move);
      copy->setOperand(0, value);
      copy->getResult(0).setType(RankedTensorType::get(typeOf(move->getResult(0)).getShape(), element));
      value = copy->getResult(0);
    }
    rewriter.replaceOp(op, value);
    return success();
  }

private:
  static bool isMove(Operation* op) { return isa_and_nonnull<ReshapeOp, TransposeOp, SliceOp>(op); }

  /// The only operand of an elementwise operator that is not one number, of the result's shape.
  static std::optional<unsigned> onlyTensor(Operation* op) {
    if (!isElementwise(op))
      return std::nullopt;
    std::optional<unsigned> tensor;
    for (auto [i, operand] : llvm::enumerate(op->getOperands())) {
      auto constant = operand.getDefiningOp<ConstantOp>();
      bool isNumber = constant && typeOf(operand).getNumElements() == 1 && typeOf(operand).getRank() == 0;
      if (isNumber)
        continue;
      if (tensor || typeOf(operand).getShape() != typeOf(op->getResult(0)).getShape())
        return std::nullopt;
      tensor = i;
    }
    return tensor;
  }
};

/// add(reshape(linear), x) is reshape(add(linear, reshape(x))), where add is part of the linear's kernel.
/// Only of tensors of one shape, and numbers.
struct ElementwiseBeforeReshape : RewritePattern {
  explicit ElementwiseBeforeReshape(MLIRContext* context)
      : RewritePattern(MatchAnyOpTypeTag(), /*benefit=*/1, context) {}
  LogicalResult matchAndRewrite(Operation* op, PatternRewriter& rewriter) const override {
    if (!isElementwise(op) || op->getNumOperands() < 2)
      return rewriter.notifyMatchFailure(op, "not an elementwise operator of several operands");
    ArrayRef<int64_t> shape = typeOf(op->getResult(0)).getShape();
    Value source;
    for (Value operand : op->getOperands()) {
      if (isNumber(operand, shape)) // stays one, whatever makes it: it has no other shape to be reshaped to
        continue;
      if (shapeOf(operand) != shape)
        return rewriter.notifyMatchFailure(op, "it broadcasts an operand");
      if (Value made = behindReshape(operand)) {
        // Of two the other would be behind a reshape then.
        if (source && typeOf(source).getShape() != typeOf(made).getShape())
          return rewriter.notifyMatchFailure(op, "reshapes of several kernels' results");
        source = made;
      } else if (isKernelResult(operand)) { // it would be behind a reshape then, and so on for ever
        return rewriter.notifyMatchFailure(op, "an operand is a kernel's result as it is");
      }
    }
    if (!source)
      return rewriter.notifyMatchFailure(op, "no operand is the reshaped result of a kernel");
    ArrayRef<int64_t> inner = typeOf(source).getShape();
    auto reshaped = [&](Value value) -> Value {
      if (isNumber(value, shape))
        return value;
      auto type = RankedTensorType::get(inner, typeOf(value).getElementType());
      return ReshapeOp::create(rewriter, value.getLoc(), type, value);
    };
    SmallVector<Value> operands;
    for (Value operand : op->getOperands())
      operands.push_back(reshaped(operand)); // folds with the reshape before it
    reportPassed(op->getLoc(), kPass,
                 describe(op) + " goes before the reshape, to " + describe(source.getDefiningOp()));
    Operation* moved = rewriter.clone(*op);
    moved->setOperands(operands);
    Type result = op->getResult(0).getType();
    moved->getResult(0).setType(RankedTensorType::get(inner, typeOf(op->getResult(0)).getElementType()));
    rewriter.replaceOpWithNewOp<ReshapeOp>(op, result, moved->getResult(0));
    return success();
  }

private:
  /// An operand of rank 0 beside others that have the result's `shape`.
  static bool isNumber(Value operand, ArrayRef<int64_t> shape) {
    return typeOf(operand).getRank() == 0 && !shape.empty();
  }
  /// The result of a kernel that has one reader.
  static bool isKernelResult(Value value) {
    Operation* maker = value.getDefiningOp();
    return value.hasOneUse() && maker && isFusionRoot(maker) && !isCopy(maker);
  }
  /// The result of a kernel that only the reshape before `value` reads, which only the operator reads; null
  /// for others.
  static Value behindReshape(Value value) {
    auto reshape = value.getDefiningOp<ReshapeOp>();
    if (!reshape || !value.hasOneUse())
      return {};
    return isKernelResult(reshape.getX()) ? reshape.getX() : Value();
  }
};

struct SimplifyMovesPass : impl::SimplifyMovesBase<SimplifyMovesPass> {
  void runOnOperation() override {
    foldRotaryEmbeddings(getOperation(), kPass); // before their slices go anywhere
    RewritePatternSet patterns(&getContext());
    patterns.add<SliceOfConcat, SliceOfSlice, ConcatOfConcat, ExpandBeforeElementwise, UnaryBeforeMoves,
                 ElementwiseBeforeReshape>(&getContext());
    populateTransposePatterns(patterns);
    populateProductPatterns(patterns);
    GreedyRewriteConfig config;
    config.enableConstantCSE(false);
    if (failed(applyBounded(getOperation(), std::move(patterns), config)))
      reportMissed(getOperation().getLoc(), kPass, "the moves were not simplified to the end");
  }
};

} // namespace

} // namespace aic::transforms
