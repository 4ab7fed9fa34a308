// Patterns on the transposes that a change of layout leaves.
#include "compiler/transforms/Layout.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"

using namespace mlir;

namespace aic::transforms {

namespace {

struct OnlyOnesMove : OpRewritePattern<TransposeOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(TransposeOp op, PatternRewriter& rewriter) const override {
    if (!movesOnlyOnes(cast<RankedTensorType>(op.getX().getType()).getShape(), op.getPerm()))
      return rewriter.notifyMatchFailure(op, "an axis of a size other than 1 moves");
    rewriter.replaceOpWithNewOp<ReshapeOp>(op, op.getType(), op.getX());
    return success();
  }
};

/// transpose(reshape(transpose(x))) where the reshape merges neighbouring axes and, in the end, every axis of
/// x stands where it stood: reshape(x).
struct TransposesCancelAroundMerge : OpRewritePattern<TransposeOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(TransposeOp outer, PatternRewriter& rewriter) const override {
    auto reshape = outer.getX().getDefiningOp<ReshapeOp>();
    if (!reshape)
      return rewriter.notifyMatchFailure(outer, "its operand is not a reshape");
    auto inner = reshape.getX().getDefiningOp<TransposeOp>();
    if (!inner)
      return rewriter.notifyMatchFailure(outer, "the reshape's operand is not a transpose");
    SmallVector<SmallVector<int64_t>> merged;
    if (!merges(cast<RankedTensorType>(inner.getType()).getShape(),
                cast<RankedTensorType>(reshape.getType()).getShape(), merged))
      return rewriter.notifyMatchFailure(outer, "the reshape does more than merge axes");
    SmallVector<int64_t> order; // axes of x, as the outer transpose leaves them
    for (int64_t axis : outer.getPerm())
      for (int64_t part : merged[axis])
        order.push_back(inner.getPerm()[part]);
    if (!movesOnlyOnes(cast<RankedTensorType>(inner.getX().getType()).getShape(), order))
      return rewriter.notifyMatchFailure(outer, "the two transposes do not cancel");
    rewriter.replaceOpWithNewOp<ReshapeOp>(outer, outer.getType(), inner.getX());
    return success();
  }

  /// For each axis of `to` the neighbouring axes of `from` whose product it is; false where an axis is split.
  /// Axes of size 1 go with the axis before them, or the first.
  static bool merges(ArrayRef<int64_t> from, ArrayRef<int64_t> to,
                     SmallVectorImpl<SmallVector<int64_t>>& parts) {
    parts.resize(to.size());
    if (llvm::is_contained(from, 0) || to.empty())
      return false;
    size_t next = 0;
    for (size_t axis = 0; axis < to.size(); ++axis) {
      int64_t product = 1;
      while (next < from.size() && (product < to[axis] || from[next] == 1)) {
        product *= from[next];
        parts[axis].push_back(int64_t(next++));
      }
      if (product != to[axis])
        return false;
    }
    return next == from.size();
  }
};

} // namespace

LogicalResult cleanUpTransposes(func::FuncOp function) {
  RewritePatternSet patterns(function.getContext());
  patterns.add<OnlyOnesMove, TransposesCancelAroundMerge>(function.getContext());
  // The dialect's folders join transposes of transposes and reshapes of reshapes.
  return applyPatternsGreedily(function, std::move(patterns));
}

} // namespace aic::transforms
