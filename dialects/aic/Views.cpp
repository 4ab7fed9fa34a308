// Views as strides: see Views.h.
#include "dialects/aic/Views.h"

using namespace mlir;

namespace aic {
namespace {

ArrayRef<int64_t> shapeOf(Value value) {
  return cast<RankedTensorType>(value.getType()).getShape();
}

/// The strides of the shape `to` on elements that lie in the shape `from` with `strides`; nullopt where an
/// axis of `to` would need more than one.
std::optional<SmallVector<int64_t>> reshapeStrides(ArrayRef<int64_t> from, ArrayRef<int64_t> strides,
                                                   ArrayRef<int64_t> to) {
  if (llvm::is_contained(from, 0))
    return denseStrides(to); // nothing is read
  SmallVector<int64_t> result(to.size(), 1);
  size_t begin = 0, next = 0; // axes of `from`, of `to`
  while (begin < from.size()) {
    if (from[begin] == 1) {
      ++begin;
      continue;
    }
    // The fewest axes on both sides with one product.
    size_t first = next;
    int64_t target = from[begin], product = 1;
    size_t end = begin + 1;
    while (product != target) {
      if (product < target)
        product *= to[next++];
      else
        target *= from[end++];
    }
    int64_t stride = 0; // inside the axes [begin, end) each must lie in the one before
    for (size_t axis = end; axis-- > begin;) {
      if (from[axis] == 1)
        continue;
      if (stride != 0 && strides[axis] != stride)
        return std::nullopt;
      if (stride == 0 && end - begin > 1 && strides[axis] == 0)
        return std::nullopt; // repeated elements of several axes: not worth a case
      stride = strides[axis] * from[axis];
    }
    size_t last = end - 1;
    while (from[last] == 1)
      --last;
    stride = strides[last];
    for (size_t axis = next; axis-- > first;) {
      result[axis] = stride;
      stride *= to[axis];
    }
    begin = end;
  }
  return result;
}

} // namespace

bool isView(Operation* op) {
  return isa_and_nonnull<ReshapeOp, TransposeOp, SliceOp, ExpandOp>(op);
}

SmallVector<int64_t> denseStrides(ArrayRef<int64_t> shape) {
  SmallVector<int64_t> strides(shape.size(), 1);
  for (size_t axis = shape.size(); axis-- > 1;)
    strides[axis - 1] = strides[axis] * std::max<int64_t>(shape[axis], 1);
  return strides;
}

namespace {

/// Steps over the view `op`: from strides (and an offset) of its operand to those of its result. False where
/// strides cannot say it.
bool step(Operation* op, StridedView& view) {
  ArrayRef<int64_t> from = shapeOf(op->getOperand(0)), to = shapeOf(op->getResult(0));
  SmallVector<int64_t> strides;
  if (auto transpose = dyn_cast<TransposeOp>(op)) {
    for (int64_t axis : transpose.getPerm())
      strides.push_back(view.strides[axis]);
  } else if (auto slice = dyn_cast<SliceOp>(op)) {
    for (size_t axis = 0; axis < to.size(); ++axis) {
      view.offset += slice.getOffsets()[axis] * view.strides[axis];
      strides.push_back(slice.getStrides()[axis] * view.strides[axis]);
    }
  } else if (isa<ExpandOp>(op)) {
    size_t missing = to.size() - from.size();
    for (size_t axis = 0; axis < to.size(); ++axis)
      strides.push_back(axis < missing || from[axis - missing] != to[axis] ? 0
                                                                           : view.strides[axis - missing]);
  } else if (auto reshaped = reshapeStrides(from, view.strides, to)) {
    strides = std::move(*reshaped);
  } else {
    return false;
  }
  view.strides = std::move(strides);
  return true;
}

} // namespace

StridedView stridedView(Value value) {
  SmallVector<Operation*> chain;
  while (isView(value.getDefiningOp())) {
    chain.push_back(value.getDefiningOp());
    value = chain.back()->getOperand(0);
  }
  StridedView view{value, 0, denseStrides(shapeOf(value))};
  for (Operation* op : llvm::reverse(chain))
    if (!step(op, view))
      view = {op->getResult(0), 0, denseStrides(shapeOf(op->getResult(0)))};
  return view;
}

std::optional<SmallVector<int64_t>> stridesIn(Value value, Value base, ArrayRef<int64_t> strides) {
  SmallVector<Operation*> chain;
  for (; value != base; value = chain.back()->getOperand(0)) {
    if (!isView(value.getDefiningOp()))
      return std::nullopt;
    chain.push_back(value.getDefiningOp());
  }
  StridedView view{base, 0, SmallVector<int64_t>(strides)};
  for (Operation* op : llvm::reverse(chain))
    if (!step(op, view))
      return std::nullopt;
  return std::move(view.strides);
}

StridedView stridedResult(Value value) {
  constexpr size_t kLongest = 16; // the walk below is quadratic, and models have two
  SmallVector<Operation*> chain;
  for (Value at = value; at.hasOneUse() && chain.size() < kLongest;) {
    Operation* user = *at.getUsers().begin();
    if (!isa<ReshapeOp, TransposeOp>(user))
      break;
    chain.push_back(user);
    at = user->getResult(0);
  }
  // From the end back to the value; a reshape that strides cannot say cuts off what comes after it.
  StridedView view{value, 0, denseStrides(shapeOf(value))};
  for (size_t length = chain.size(); length > 0; --length) {
    Value last = chain[length - 1]->getResult(0);
    std::optional<SmallVector<int64_t>> strides = denseStrides(shapeOf(last));
    for (Operation* op : llvm::reverse(ArrayRef(chain).take_front(length))) {
      ArrayRef<int64_t> from = shapeOf(op->getOperand(0)), to = shapeOf(op->getResult(0));
      if (auto transpose = dyn_cast<TransposeOp>(op)) {
        SmallVector<int64_t> inner(from.size());
        for (auto [axis, source] : llvm::enumerate(transpose.getPerm()))
          inner[source] = (*strides)[axis];
        strides = std::move(inner);
      } else {
        strides = reshapeStrides(to, *strides, from);
      }
      if (!strides)
        break;
    }
    if (strides)
      return {last, 0, std::move(*strides)};
  }
  return view;
}

} // namespace aic
