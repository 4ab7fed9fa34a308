// Leading axes: see AttentionAxes.h.
#include "compiler/transforms/AttentionAxes.h"

#include "compiler/transforms/Values.h"
#include "dialects/aic/AttentionForms.h"
#include "dialects/aic/Views.h"

using namespace mlir;

namespace aic::transforms {

namespace {

/// The shape of a mask for scores whose leading axes change from `from` to `to` by a reshape. The mask has as
/// many leading axes as `from`, each of its size or 1. nullopt where axes are merged or split of which it has
/// some and not others.
std::optional<SmallVector<int64_t>> leadingOfMask(ArrayRef<int64_t> mask, ArrayRef<int64_t> from,
                                                  ArrayRef<int64_t> to) {
  SmallVector<int64_t> result;
  size_t i = 0, j = 0;
  while (i < from.size() || j < to.size()) {
    size_t begin = i, first = j;
    int64_t a = i < from.size() ? from[i++] : 1, b = j < to.size() ? to[j++] : 1;
    while (a != b) {
      if (a < b ? i == from.size() : j == to.size())
        return std::nullopt; // an empty axis
      (a < b ? a : b) *= a < b ? from[i++] : to[j++];
    }
    ArrayRef<int64_t> own = mask.slice(begin, i - begin);
    bool none = llvm::all_of(own, [](int64_t size) { return size == 1; });
    if (!none && own != from.slice(begin, i - begin))
      return std::nullopt;
    for (; first < j; ++first)
      result.push_back(none ? 1 : to[first]);
  }
  return result;
}

/// For each axis of a value the axes that it is made of, outermost first: their product is its size.
using Parts = SmallVector<SmallVector<int64_t>>;

constexpr int kDepth = 8; // views between a projection and an attention: four at most in models

SmallVector<int64_t> flat(const Parts& parts) {
  SmallVector<int64_t> shape;
  for (ArrayRef<int64_t> part : parts)
    llvm::append_range(shape, part);
  return shape;
}

/// For each axis of `to` the sizes that it and axes of `from` are made of, as a reshape between the two
/// merges and splits them; false where there are none, as of 2 x 3 and 3 x 2.
bool commonParts(ArrayRef<int64_t> from, ArrayRef<int64_t> to, Parts& parts) {
  parts.assign(to.size(), {});
  if (llvm::is_contained(from, 0))
    return false;
  size_t i = from.size(), j = to.size(); // from the last axes on
  int64_t a = 1, b = 1;                  // what is left of the two
  while (true) {
    while (a == 1 && i > 0)
      a = from[--i];
    while (b == 1 && j > 0)
      b = to[--j];
    if (a == 1 || b == 1)
      break;
    int64_t part = std::min(a, b);
    if (std::max(a, b) % part != 0)
      return false;
    parts[j].insert(parts[j].begin(), part);
    a /= part;
    b /= part;
  }
  for (auto [part, size] : llvm::zip_equal(parts, to))
    if (part.empty())
      part = {size};
  return true;
}

/// True where a slice or expand leaves an axis as it is.
bool isWhole(Operation* op, size_t axis) {
  auto slice = dyn_cast<SliceOp>(op);
  return shapeOf(op->getOperand(0))[axis] == shapeOf(op->getResult(0))[axis] &&
         (!slice || (slice.getOffsets()[axis] == 0 && slice.getStrides()[axis] == 1));
}

/// The parts that the views before `value` merged; an axis that was not merged is its own part.
Parts partsOf(Value value, int depth = 0) {
  Parts parts;
  for (int64_t size : shapeOf(value))
    parts.push_back({size});
  Operation* op = value.getDefiningOp();
  if (!isView(op) || depth == kDepth)
    return parts;
  Value source = op->getOperand(0);
  if (isa<ReshapeOp>(op)) {
    Parts common;
    if (commonParts(flat(partsOf(source, depth + 1)), shapeOf(value), common))
      parts = common;
  } else if (auto transpose = dyn_cast<TransposeOp>(op)) {
    Parts inner = partsOf(source, depth + 1);
    for (auto [part, axis] : llvm::zip_equal(parts, transpose.getPerm()))
      part = inner[axis];
  } else if (shapeOf(source).size() == parts.size()) { // slice, expand
    Parts inner = partsOf(source, depth + 1);
    for (size_t axis = 0; axis < parts.size(); ++axis)
      if (isWhole(op, axis))
        parts[axis] = inner[axis];
  }
  return parts;
}

/// `value` in the shape that has each axis in the given parts. The views before it are built again without
/// merging these, as far as they go.
Value apart(OpBuilder& builder, Value value, const Parts& parts, int depth = 0) {
  Operation* op = value.getDefiningOp();
  SmallVector<int64_t> shape = flat(parts);
  if (ArrayRef<int64_t>(shape) == shapeOf(value))
    return value;
  Location loc = value.getLoc();
  if (!isView(op) || depth == kDepth)
    return reshape(builder, loc, value, shape);
  Value source = op->getOperand(0);
  if (isa<ReshapeOp>(op))
    return reshape(builder, loc, source, shape);
  if (auto transpose = dyn_cast<TransposeOp>(op)) {
    Parts inner(parts.size());
    for (auto [part, axis] : llvm::zip_equal(parts, transpose.getPerm()))
      inner[axis] = part;
    SmallVector<int64_t> first(parts.size(), 0), perm; // of each axis of the source: its first part's place
    for (size_t axis = 1; axis < parts.size(); ++axis)
      first[axis] = first[axis - 1] + int64_t(inner[axis - 1].size());
    for (int64_t axis : transpose.getPerm())
      for (size_t i = 0; i < inner[axis].size(); ++i)
        perm.push_back(first[axis] + int64_t(i));
    return TransposeOp::create(builder, loc, apart(builder, source, inner, depth + 1),
                               builder.getDenseI64ArrayAttr(perm));
  }
  bool sameRank = shapeOf(source).size() == parts.size();
  for (size_t axis = 0; axis < parts.size(); ++axis)
    if (!sameRank || (parts[axis].size() > 1 && !isWhole(op, axis)))
      return reshape(builder, loc, value, shape);
  Parts inner(parts);
  for (size_t axis = 0; axis < parts.size(); ++axis)
    if (!isWhole(op, axis))
      inner[axis] = {shapeOf(source)[axis]};
  Value x = apart(builder, source, inner, depth + 1);
  if (isa<ExpandOp>(op))
    return ExpandOp::create(builder, loc, RankedTensorType::get(shape, typeOf(value).getElementType()), x);
  auto slice = cast<SliceOp>(op);
  SmallVector<int64_t> offsets, strides;
  for (size_t axis = 0; axis < parts.size(); ++axis)
    for (size_t i = 0; i < parts[axis].size(); ++i) {
      offsets.push_back(isWhole(op, axis) ? 0 : slice.getOffsets()[axis]);
      strides.push_back(isWhole(op, axis) ? 1 : slice.getStrides()[axis]);
    }
  return SliceOp::create(builder, loc, x, offsets, shape, strides);
}

/// How many of the operands a kernel would need copies of: views make them that strides cannot say.
int copiesBefore(ArrayRef<Value> operands) {
  return int(llvm::count_if(operands,
                            [](Value operand) { return isView(stridedView(operand).base.getDefiningOp()); }));
}

/// The views that `values` are made of.
llvm::SetVector<Operation*> viewsBefore(ArrayRef<Value> values) {
  llvm::SetVector<Operation*> views;
  for (Value value : values)
    while (isView(value.getDefiningOp()) && views.insert(value.getDefiningOp()))
      value = value.getDefiningOp()->getOperand(0);
  return views;
}

/// Erases those of `views` that nobody reads.
void eraseUnread(const llvm::SetVector<Operation*>& views) {
  SmallVector<Operation*> order(views.begin(), views.end());
  llvm::sort(order, [](Operation* a, Operation* b) { return b->isBeforeInBlock(a); });
  for (Operation* view : order)
    if (view->use_empty())
      view->erase();
}

} // namespace

Value maskInShape(OpBuilder& builder, Location loc, Value mask, ArrayRef<int64_t> from,
                  ArrayRef<int64_t> to) {
  if (from == to)
    return mask;
  SmallVector<int64_t> padded(from.size() - shapeOf(mask).size(), 1);
  llvm::append_range(padded, shapeOf(mask));
  auto leading = leadingOfMask(ArrayRef(padded).drop_back(2), from.drop_back(2), to.drop_back(2));
  if (!leading)
    return {};
  SmallVector<int64_t> shape = join(*leading, ArrayRef(padded).take_back(2));
  // Heads that were merged into the batch, so that the mask had to be repeated for each.
  if (auto merged = mask.getDefiningOp<ReshapeOp>())
    if (auto expand = merged.getX().getDefiningOp<ExpandOp>(); expand && shapeOf(expand) == ArrayRef(shape))
      return expand.getX();
  return reshape(builder, loc, mask, shape);
}

AttentionOp splitLeadingAxes(AttentionOp attention, OpBuilder& builder) {
  SmallVector<Value> given{attention.getQ(), attention.getK(), attention.getV()};
  int copies = copiesBefore(given);
  if (copies == 0)
    return attention;
  // Of each leading axis the parts that one of the operands has.
  SmallVector<int64_t> old(shapeOf(attention.getQ()).drop_back(2));
  Parts leading;
  for (int64_t size : old)
    leading.push_back({size});
  for (Value operand : given)
    for (auto [part, candidate] : llvm::zip(leading, partsOf(operand)))
      if (candidate.size() > part.size())
        part = candidate;
  SmallVector<int64_t> whole = flat(leading);
  if (whole == old)
    return attention;
  builder.setInsertionPoint(attention);
  SmallVector<Value> operands;
  for (Value operand : given) {
    Parts parts(leading);
    for (int64_t size : shapeOf(operand).take_back(2))
      parts.push_back({size});
    operands.push_back(apart(builder, operand, parts));
  }
  int64_t queries = *std::prev(shapeOf(given[0]).end(), 2), keys = *std::prev(shapeOf(given[1]).end(), 2);
  Value mask = maskOf(attention);
  bool better = copiesBefore(operands) < copies;
  if (better && mask) {
    mask = maskInShape(builder, attention.getLoc(), mask, join(old, {queries, keys}),
                       join(whole, {queries, keys}));
    better = mask != nullptr;
  }
  if (!better) {
    eraseUnread(viewsBefore(operands));
    return attention;
  }
  auto split =
      AttentionOp::create(builder, attention.getLoc(), operands[0], operands[1], operands[2], mask,
                          attention.getLength(), attention.getCausalAttr(), attention.getScaleAttr());
  if (Value spans = spansOf(attention))
    setSpans(split, spans);
  split->setDiscardableAttrs(attention->getDiscardableAttrDictionary());
  llvm::SetVector<Operation*> unread = viewsBefore(given);
  // Axes that a reshape takes apart again are never merged: strides could not say that.
  for (Operation* user : llvm::make_early_inc_range(attention.getResult().getUsers()))
    if (auto taken = dyn_cast<ReshapeOp>(user)) {
      builder.setInsertionPoint(taken);
      taken.replaceAllUsesWith(
          reshape(builder, taken.getLoc(), split.getResult(), shapeOf(taken.getResult())));
      taken.erase();
    }
  if (!attention.getResult().use_empty()) {
    builder.setInsertionPoint(attention);
    attention.getResult().replaceAllUsesWith(
        reshape(builder, attention.getLoc(), split.getResult(), shapeOf(attention.getResult())));
  }
  attention.erase();
  eraseUnread(unread);
  return split;
}

} // namespace aic::transforms
