// Iteration spaces: see Spaces.h.
#include "compiler/codegen/Spaces.h"

#include "compiler/codegen/ElementView.h"

using namespace mlir;

namespace aic::codegen {

ResultSpace::ResultSpace(ArrayRef<int64_t> shape, int64_t split) : shape(shape), split(split) {
  for (auto [i, size] : llvm::enumerate(shape))
    (static_cast<int64_t>(i) < split ? rows : cols) *= size;
}

ResultSpace elementwiseSpace(schedule::KernelOp kernel, int64_t leastSplit) {
  Block& body = kernel.getBody().front();
  auto out = cast<RankedTensorType>(body.getTerminator()->getOperand(0).getType());
  ArrayRef<int64_t> shape = out.getShape();
  int64_t rank = out.getRank(), split = rank;
  SmallVector<ElementView> views;
  for (Operation& op : body)
    if (isView(&op) && llvm::any_of(op.getUsers(), [](Operation* user) { return !isView(user); }))
      views.emplace_back(op.getResult(0), shape);
  const schedule::Runs runs = kernel.getResultRuns();
  auto fits = [&](int64_t from) {
    if (!runs.areWhole() && runs.length % ShapedType::getNumElements(shape.drop_front(from)) != 0)
      return false;
    if (!llvm::all_of(views, [&](const ElementView& view) { return view.step(shape, from); }))
      return false;
    for (BlockArgument argument : body.getArguments()) {
      bool read = llvm::any_of(argument.getUsers(),
                               [](Operation* user) { return isElementwise(user) || isa<YieldOp>(user); });
      if (!read)
        continue; // by the root alone
      auto own = cast<RankedTensorType>(argument.getType()).getShape();
      bool whole = true, single = true;
      for (int64_t i = from; i < rank; ++i) {
        int64_t at = i - (rank - static_cast<int64_t>(own.size()));
        int64_t size = at < 0 ? 1 : own[at];
        whole &= size == shape[i];
        single &= size == 1;
      }
      if (!whole && !single)
        return false;
    }
    return true;
  };
  while (split > leastSplit && fits(split - 1))
    --split;
  return ResultSpace(shape, split);
}

void Axes::append(int64_t size, int64_t stride) {
  if (!sizes.empty() && strides.back() == size * stride) {
    sizes.back() *= size;
    strides.back() = stride;
    return;
  }
  sizes.push_back(size);
  strides.push_back(stride);
}

CopyView copyView(Operation* root) {
  if (!isView(root)) // a padded scalar: nothing stands around it
    return {root->getOperand(0), 0, {}};
  StridedView view = stridedView(root->getResult(0));
  auto shape = typeOf(root->getResult(0)).getShape();
  return {view.base, view.offset, {SmallVector<int64_t>(shape), view.strides}};
}

ReductionAxes reductionAxes(Operation* root, bool exceptLast) {
  auto shape = typeOf(root->getOperand(0)).getShape();
  auto dims = cast<DenseI64ArrayAttr>(root->getAttr("dims")).asArrayRef();
  auto strides = denseStrides(shape);
  int64_t rank = static_cast<int64_t>(shape.size());
  ReductionAxes axes;
  axes.lastKept = dims.empty() || dims.back() != rank - 1;
  for (int64_t i = 0; i < rank; ++i) {
    bool reduced = llvm::is_contained(dims, i);
    if (reduced)
      axes.count *= shape[i];
    if (reduced || !exceptLast || !axes.lastKept || i != rank - 1)
      (reduced ? axes.reduced : axes.kept).append(shape[i], strides[i]);
  }
  return axes;
}

} // namespace aic::codegen
