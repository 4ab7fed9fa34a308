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

/// transpose(reshape(transpose(x))) where the reshape only merges or only splits axes: one transpose does,
/// before or after it, and none where every axis of x stands in the end where it stood.
struct OneTransposeAroundReshape : OpRewritePattern<TransposeOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(TransposeOp outer, PatternRewriter& rewriter) const override {
    auto reshape = outer.getX().getDefiningOp<ReshapeOp>();
    if (!reshape)
      return rewriter.notifyMatchFailure(outer, "its operand is not a reshape");
    auto inner = reshape.getX().getDefiningOp<TransposeOp>();
    if (!inner)
      return rewriter.notifyMatchFailure(outer, "the reshape's operand is not a transpose");
    ArrayRef<int64_t> from = inner.getType().getShape(), to = reshape.getType().getShape();
    SmallVector<SmallVector<int64_t>> parts;
    if (mergedAxes(from, to, parts)) {
      SmallVector<int64_t> perm; // axes of x, as the outer transpose leaves them
      for (int64_t axis : outer.getPerm())
        for (int64_t part : parts[axis])
          perm.push_back(inner.getPerm()[part]);
      Value moved =
          TransposeOp::create(rewriter, outer.getLoc(), inner.getX(), rewriter.getDenseI64ArrayAttr(perm));
      rewriter.replaceOpWithNewOp<ReshapeOp>(outer, outer.getType(), moved);
      return success();
    }
    if (!mergedAxes(to, from, parts))
      return rewriter.notifyMatchFailure(outer, "the reshape does more than merge or split axes");
    SmallVector<int64_t> shape, place(to.size()),
        perm; // x with its axes split, and where each axis of `to` is in it
    for (int64_t axis = 0; axis < int64_t(from.size()); ++axis)
      for (int64_t part : parts[llvm::find(inner.getPerm(), axis) - inner.getPerm().begin()]) {
        place[part] = int64_t(shape.size());
        shape.push_back(to[part]);
      }
    for (int64_t axis : outer.getPerm())
      perm.push_back(place[axis]);
    Value split =
        ReshapeOp::create(rewriter, outer.getLoc(),
                          RankedTensorType::get(shape, outer.getType().getElementType()), inner.getX());
    rewriter.replaceOpWithNewOp<TransposeOp>(outer, split, rewriter.getDenseI64ArrayAttr(perm));
    return success();
  }
};

/// transpose(reshape(transpose(x))) where the reshape takes axes apart and merges their parts anew (heads out
/// of the batch, into the width): x's axes apart, one transpose, and the parts merged.
struct OneTransposeAroundRegrouping : OpRewritePattern<TransposeOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(TransposeOp outer, PatternRewriter& rewriter) const override {
    auto reshape = outer.getX().getDefiningOp<ReshapeOp>();
    auto inner =
        reshape && reshape->hasOneUse() ? reshape.getX().getDefiningOp<TransposeOp>() : TransposeOp();
    if (!inner || !inner->hasOneUse())
      return rewriter.notifyMatchFailure(outer, "not the second transpose around a reshape, alone");
    ArrayRef<int64_t> from = inner.getType().getShape(), to = reshape.getType().getShape();
    SmallVector<int64_t> sizes;
    SmallVector<SmallVector<int64_t>> taken(from.size()), merged(to.size());
    if (!commonFactors(from, to, sizes, taken, merged))
      return rewriter.notifyMatchFailure(outer, "the reshape's axes have no common parts");
    SmallVector<int64_t> apart, place(sizes.size()), perm;
    for (int64_t axis = 0; axis < int64_t(from.size()); ++axis)
      for (int64_t part : taken[llvm::find(inner.getPerm(), axis) - inner.getPerm().begin()]) {
        place[part] = int64_t(apart.size());
        apart.push_back(sizes[part]);
      }
    for (int64_t axis : outer.getPerm())
      for (int64_t part : merged[axis])
        perm.push_back(place[part]);
    Type element = outer.getType().getElementType();
    Value value =
        ReshapeOp::create(rewriter, outer.getLoc(), RankedTensorType::get(apart, element), inner.getX());
    value = TransposeOp::create(rewriter, outer.getLoc(), value, rewriter.getDenseI64ArrayAttr(perm));
    rewriter.replaceOpWithNewOp<ReshapeOp>(outer, outer.getType(), value);
    return success();
  }

private:
  /// The sizes that both shapes are made of, and which of them each axis is; axes of size 1 are none.
  static bool commonFactors(ArrayRef<int64_t> from, ArrayRef<int64_t> to, SmallVectorImpl<int64_t>& sizes,
                            MutableArrayRef<SmallVector<int64_t>> taken,
                            MutableArrayRef<SmallVector<int64_t>> merged) {
    if (llvm::is_contained(from, 0))
      return false;
    size_t i = 0, j = 0;
    int64_t a = 1, b = 1; // what is left of the axes before i and j
    while (true) {
      while (a == 1 && i < from.size())
        a = from[i++];
      while (b == 1 && j < to.size())
        b = to[j++];
      if (a == 1 || b == 1)
        return a == b && sizes.size() > 1;
      int64_t part = std::min(a, b);
      if (std::max(a, b) % part != 0)
        return false;
      taken[i - 1].push_back(int64_t(sizes.size()));
      merged[j - 1].push_back(int64_t(sizes.size()));
      sizes.push_back(part);
      a /= part;
      b /= part;
    }
  }
};

} // namespace

bool mergedAxes(ArrayRef<int64_t> from, ArrayRef<int64_t> to, SmallVectorImpl<SmallVector<int64_t>>& parts) {
  parts.assign(to.size(), {});
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

void populateTransposePatterns(RewritePatternSet& patterns) {
  patterns.add<OnlyOnesMove, OneTransposeAroundReshape, OneTransposeAroundRegrouping>(patterns.getContext());
}

LogicalResult applyBounded(func::FuncOp function, RewritePatternSet patterns, GreedyRewriteConfig config) {
  int64_t operators = 0;
  function.walk([&](Operation*) { ++operators; });
  config.setMaxNumRewrites(64 * operators + 1024);
  return applyPatternsGreedily(function, std::move(patterns), config);
}

LogicalResult cleanUpTransposes(func::FuncOp function) {
  RewritePatternSet patterns(function.getContext());
  populateTransposePatterns(patterns);
  return applyBounded(function, std::move(patterns));
}

} // namespace aic::transforms
