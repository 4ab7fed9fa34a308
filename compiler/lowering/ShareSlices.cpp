// aic-share-slices: slices along one axis that cut the same out of the others cut it out once.
#include "compiler/lowering/Lowering.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

#include "llvm/ADT/MapVector.h"

#include <map>

using namespace mlir;

namespace aic::lowering {
#define GEN_PASS_DEF_SHARESLICES
#include "compiler/lowering/Passes.h.inc"

namespace {

constexpr size_t kLeastSlices = 4;

/// The first axis of more than one element; all before it have one, so that its slices are neighbouring
/// elements.
int64_t outerAxis(ArrayRef<int64_t> shape) {
  return llvm::find_if(shape, [](int64_t size) { return size != 1; }) - shape.begin();
}

struct ShareSlices : impl::ShareSlicesBase<ShareSlices> {
  using ShareSlicesBase::ShareSlicesBase;

  void runOnOperation() override {
    // In order: the same module makes the same kernels.
    llvm::MapVector<Value, std::map<std::vector<int64_t>, SmallVector<SliceOp>>> groups;
    for (Block& block : getOperation().getBody())
      for (auto slice : block.getOps<SliceOp>()) {
        ArrayRef<int64_t> shape = slice.getX().getType().getShape();
        const int64_t axis = outerAxis(shape);
        if (slice.getX().getDefiningOp<ConstantOp>() || slice.getType().getNumElements() == 0 ||
            axis == static_cast<int64_t>(shape.size()) ||
            llvm::any_of(slice.getStrides(), [](int64_t stride) { return stride != 1; }))
          continue;
        std::vector<int64_t> key(slice.getOffsets());
        key[axis] = 0;
        llvm::append_range(key, slice.getSizes());
        groups[slice.getX()][key].push_back(slice);
      }
    for (auto& [x, some] : groups)
      for (auto& [key, slices] : some)
        if (slices.size() >= kLeastSlices)
          share(x, slices);
  }

  void share(Value x, ArrayRef<SliceOp> slices) {
    SliceOp one = slices.front();
    auto type = cast<RankedTensorType>(x.getType());
    const int64_t axis = outerAxis(type.getShape());
    SmallVector<int64_t> offsets(one.getOffsets()), sizes(one.getSizes());
    offsets[axis] = 0;
    sizes[axis] = 1;
    int64_t row = (type.getElementTypeBitWidth() + 7) / 8;
    for (int64_t size : sizes)
      row *= size;
    sizes[axis] = type.getDimSize(axis);
    // What the caller holds is brought into a buffer of ours; other whole rows lie in one.
    if (row % alignment != 0 || (ArrayRef(sizes) == type.getShape() && x.getDefiningOp()))
      return;
    OpBuilder b(&getContext());
    b.setInsertionPointAfterValue(x);
    Value rows = SliceOp::create(b, one.getLoc(), x, offsets, sizes, one.getStrides());
    for (SliceOp slice : slices) {
      SmallVector<int64_t> begin(offsets.size(), 0);
      begin[axis] = slice.getOffsets()[axis];
      slice.getXMutable().assign(rows);
      slice.setOffsets(begin);
    }
  }
};

} // namespace
} // namespace aic::lowering
