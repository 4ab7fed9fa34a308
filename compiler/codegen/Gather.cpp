// Reading at indices: see Gather.h.
#include "compiler/codegen/Gather.h"

using namespace mlir;

namespace aic::codegen {

Gather describeGather(schedule::KernelOp kernel) {
  Operation* root = splitKernel(kernel).root;
  auto out = typeOf(root->getResult(0));
  Gather g;
  auto slices = [&](Value x, Value index, int64_t dim) {
    auto shape = typeOf(x).getShape();
    g.x = x, g.index = index;
    g.size = shape[dim];
    g.outer = ShapedType::getNumElements(shape.take_front(dim));
    g.indices = typeOf(index).getNumElements();
    g.inner = g.dimStride = ShapedType::getNumElements(shape.drop_front(dim + 1));
    g.space = elementwiseSpace(kernel, dim + typeOf(index).getRank());
  };
  if (auto embedding = dyn_cast<EmbeddingOp>(root)) {
    slices(embedding.getWeight(), embedding.getIds(), 0);
  } else if (auto take = dyn_cast<TakeOp>(root)) {
    slices(take.getX(), take.getIndex(), take.getDim());
  } else {
    auto gather = cast<GatherOp>(root);
    auto shape = typeOf(gather.getX()).getShape();
    int64_t dim = gather.getDim();
    g.x = gather.getX(), g.index = gather.getIndex();
    g.slices = false;
    g.size = shape[dim];
    g.strides = denseStrides(shape);
    g.dimStride = g.strides[dim];
    g.strides[dim] = 0;
    g.space = ResultSpace(out.getShape(), out.getRank() - 1);
  }
  return g;
}

} // namespace aic::codegen
