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
  return isa_and_nonnull<ViewOpInterface>(op);
}

bool isMove(Operation* op) {
  auto view = dyn_cast_or_null<ViewOpInterface>(op);
  return view && view.keepsAllElements();
}

bool readsThroughViews(Operation* op) {
  auto root = dyn_cast_or_null<KernelRootOpInterface>(op);
  return root && !root.getViewedOperands().empty();
}

unsigned viewedActivations(Operation* op) {
  auto root = dyn_cast_or_null<KernelRootOpInterface>(op);
  return root ? std::min<unsigned>(root.getViewedOperands().size(), root.getNumActivations()) : 0;
}

SmallVector<int64_t> denseStrides(ArrayRef<int64_t> shape) {
  SmallVector<int64_t> strides(shape.size(), 1);
  for (size_t axis = shape.size(); axis-- > 1;)
    strides[axis - 1] = strides[axis] * std::max<int64_t>(shape[axis], 1);
  return strides;
}

using MaybeStrides = std::optional<SmallVector<int64_t>>;

MaybeStrides ReshapeOp::getResultStrides(ArrayRef<int64_t> strides, int64_t&) {
  return reshapeStrides(shapeOf(getX()), strides, shapeOf(getResult()));
}

MaybeStrides ReshapeOp::getOperandStrides(ArrayRef<int64_t> strides) {
  return reshapeStrides(shapeOf(getResult()), strides, shapeOf(getX()));
}

MaybeStrides TransposeOp::getResultStrides(ArrayRef<int64_t> strides, int64_t&) {
  SmallVector<int64_t> result;
  for (int64_t axis : getPerm())
    result.push_back(strides[axis]);
  return result;
}

MaybeStrides TransposeOp::getOperandStrides(ArrayRef<int64_t> strides) {
  SmallVector<int64_t> operand(strides.size());
  for (auto [axis, source] : llvm::enumerate(getPerm()))
    operand[source] = strides[axis];
  return operand;
}

MaybeStrides SliceOp::getResultStrides(ArrayRef<int64_t> strides, int64_t& offset) {
  SmallVector<int64_t> result;
  for (auto [from, step, stride] : llvm::zip_equal(getOffsets(), getStrides(), strides)) {
    offset += from * stride;
    result.push_back(step * stride);
  }
  return result;
}

MaybeStrides ExpandOp::getResultStrides(ArrayRef<int64_t> strides, int64_t&) {
  ArrayRef<int64_t> from = shapeOf(getX()), to = shapeOf(getResult());
  SmallVector<int64_t> result;
  size_t missing = to.size() - from.size();
  for (size_t axis = 0; axis < to.size(); ++axis)
    result.push_back(axis < missing || from[axis - missing] != to[axis] ? 0 : strides[axis - missing]);
  return result;
}

/// Steps over the view `op`: from strides (and an offset) of its operand to those of its result. False where
/// strides cannot say it.
static bool step(Operation* op, StridedView& view) {
  MaybeStrides strides = cast<ViewOpInterface>(op).getResultStrides(view.strides, view.offset);
  if (strides)
    view.strides = std::move(*strides);
  return strides.has_value();
}

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
    if (!isMove(user))
      break;
    chain.push_back(user);
    at = user->getResult(0);
  }
  // From the end back to the value; a reshape that strides cannot say cuts off what comes after it.
  StridedView view{value, 0, denseStrides(shapeOf(value))};
  for (size_t length = chain.size(); length > 0; --length) {
    Value last = chain[length - 1]->getResult(0);
    MaybeStrides strides = denseStrides(shapeOf(last));
    for (Operation* op : llvm::reverse(ArrayRef(chain).take_front(length)))
      if (strides)
        strides = cast<ViewOpInterface>(op).getOperandStrides(*strides);
    if (strides)
      return {last, 0, std::move(*strides)};
  }
  return view;
}

} // namespace aic
