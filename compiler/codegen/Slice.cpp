// Slices at a place that is known at run time only: see Slice.h.
#include "compiler/codegen/Slice.h"

using namespace mlir;

namespace aic::codegen {

Slice describeSlice(Operation* root) {
  auto update = dyn_cast<UpdateSliceOp>(root);
  auto narrow = dyn_cast<NarrowOp>(root);
  Value source = root->getOperand(0);
  StridedView view = stridedView(source);
  Slice s;
  s.from = view.base, s.base = view.offset;
  s.start = update ? update.getStart() : narrow.getStart();
  auto dim = static_cast<size_t>(update ? update.getDim() : narrow.getDim());
  auto part = typeOf(update ? source : narrow.getResult()).getShape();
  auto whole = typeOf(update ? update.getX() : source).getShape();
  auto written = denseStrides(update ? whole : part);
  s.limit = whole[dim] - part[dim] + 1;
  (update ? s.writtenStep : s.readStep) = update ? written[dim] : view.strides[dim];
  s.elements = ShapedType::getNumElements(part);
  for (auto [size, from, to] : llvm::zip(part, view.strides, written)) {
    if (size == 1)
      continue;
    if (!s.sizes.empty() && s.read.back() == size * from && s.written.back() == size * to) {
      s.sizes.back() *= size;
      s.read.back() = from, s.written.back() = to;
      continue;
    }
    s.sizes.push_back(size);
    s.read.push_back(from);
    s.written.push_back(to);
  }
  return s;
}

} // namespace aic::codegen
