// Writing at indices, and the largest elements: see Scatter.h.
#include "compiler/codegen/Scatter.h"

using namespace mlir;

namespace aic::codegen {

Scatter describeScatter(Operation* root) {
  auto op = cast<ScatterOp>(root);
  auto x = typeOf(op.getX()).getShape(), index = typeOf(op.getIndex()).getShape();
  auto dim = static_cast<size_t>(op.getDim());
  auto strides = denseStrides(index);
  Scatter s;
  s.x = op.getX(), s.index = op.getIndex(), s.updates = op.getUpdates();
  s.reduction = op.getReduction();
  s.size = x[dim], s.count = index[dim], s.countStride = strides[dim];
  s.outerSizes.assign(x.begin(), x.begin() + dim);
  s.innerSizes.assign(x.begin() + dim + 1, x.end());
  s.outerIndices.assign(index.begin(), index.begin() + dim);
  s.innerIndices.assign(index.begin() + dim + 1, index.end());
  s.outerIndexStrides.assign(strides.begin(), strides.begin() + dim);
  s.innerIndexStrides.assign(strides.begin() + dim + 1, strides.end());
  s.outer = ShapedType::getNumElements(s.outerSizes);
  s.inner = ShapedType::getNumElements(s.innerSizes);
  return s;
}

Topk describeTopk(Operation* root) {
  auto op = cast<TopkOp>(root);
  auto x = typeOf(op.getX()).getShape();
  auto dim = static_cast<size_t>(op.getDim());
  Topk t;
  t.x = op.getX();
  t.size = x[dim], t.k = static_cast<int64_t>(op.getK());
  t.outer = ShapedType::getNumElements(x.take_front(dim));
  t.inner = ShapedType::getNumElements(x.drop_front(dim + 1));
  t.largest = op.getLargest();
  return t;
}

} // namespace aic::codegen
