// Views of single elements: see ElementView.h.
#include "compiler/codegen/ElementView.h"

using namespace mlir;

namespace aic::codegen {

ElementView::ElementView(Value value, ArrayRef<int64_t> space) : strides(space.size(), 0) {
  StridedView view = stridedView(value);
  argument = view.base;
  offset = view.offset;
  auto shape = typeOf(value).getShape();
  size_t missing = space.size() - shape.size();
  for (auto [axis, size] : llvm::enumerate(shape))
    if (size != 1)
      strides[missing + axis] = view.strides[axis];
}

std::optional<int64_t> ElementView::step(ArrayRef<int64_t> space, int64_t split) const {
  auto columns = llvm::seq(split, static_cast<int64_t>(space.size()));
  if (llvm::all_of(columns, [&](int64_t axis) { return space[axis] == 1 || strides[axis] == 0; }))
    return 0;
  int64_t next = 1;
  for (int64_t axis : llvm::reverse(columns)) {
    if (space[axis] != 1 && strides[axis] != next)
      return std::nullopt;
    next *= space[axis];
  }
  return 1;
}

Value ElementView::at(LoopEmitter& e, Value row, Value col) const {
  Axes rows, columns;
  for (auto [axis, size] : llvm::enumerate(e.space.shape)) {
    Axes& axes = static_cast<int64_t>(axis) < e.space.split ? rows : columns;
    axes.append(size, strides[axis]);
  }
  Value place = e.add(e.offsetOf(row, rows), offset);
  std::optional<int64_t> along = step(e.space.shape, e.space.split);
  return e.add(place, along ? e.mul(col, *along) : e.offsetOf(col, columns));
}

} // namespace aic::codegen
