// aic-share-slices: slices along one axis that cut the same out of the others cut it out once.
#include "compiler/lowering/Lowering.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/Support/MathExtras.h"

#include <map>

using namespace mlir;

namespace aic::lowering {
#define GEN_PASS_DEF_SHARESLICES
#include "compiler/lowering/Passes.h.inc"

namespace {

constexpr size_t kLeastSlices = 4;

constexpr size_t kLeastMoved = 8; ///< Slices for which rows are moved: that takes up to three copies itself.

/// The first axis of more than one element; all before it have one, so that its slices are neighbouring
/// elements.
int64_t outerAxis(ArrayRef<int64_t> shape) {
  return llvm::find_if(shape, [](int64_t size) { return size != 1; }) - shape.begin();
}

/// Slices of one tensor that differ in their offset along one axis.
struct Group {
  int64_t axis;
  SmallVector<SliceOp> slices;
};

struct ShareSlices : impl::ShareSlicesBase<ShareSlices> {
  using ShareSlicesBase::ShareSlicesBase;

  void runOnOperation() override {
    shared.clear(); // A pass runs on several functions.
    // In order: the same module makes the same kernels.
    llvm::MapVector<Value, std::map<std::vector<int64_t>, Group>> groups;
    for (Block& block : getOperation().getBody())
      for (auto slice : block.getOps<SliceOp>()) {
        ArrayRef<int64_t> shape = slice.getX().getType().getShape();
        const int64_t outer = outerAxis(shape);
        if (slice.getX().getDefiningOp<ConstantOp>() || slice.getType().getNumElements() == 0 ||
            llvm::any_of(slice.getStrides(), [](int64_t stride) { return stride != 1; }))
          continue;
        for (int64_t axis = outer; axis < static_cast<int64_t>(shape.size()); ++axis) {
          if (axis != outer && (shape[axis] == 1 || slice.getSizes()[axis] != 1))
            continue;
          std::vector<int64_t> key = {axis};
          llvm::append_range(key, slice.getOffsets());
          key[1 + axis] = 0;
          llvm::append_range(key, slice.getSizes());
          Group& group = groups[slice.getX()][key];
          group.axis = axis;
          group.slices.push_back(slice);
        }
      }
    for (auto& [x, some] : groups)
      for (auto& [key, group] : some) {
        llvm::erase_if(group.slices, [&](SliceOp slice) { return shared.contains(slice); });
        if (group.slices.size() >= kLeastSlices)
          share(x, group);
      }
    for (SliceOp slice : shared)
      if (slice->use_empty())
        slice->erase();
  }

private:
  llvm::SetVector<SliceOp> shared;

  void share(Value x, Group& group) {
    SliceOp one = group.slices.front();
    auto type = cast<RankedTensorType>(x.getType());
    const int64_t axis = group.axis, width = (type.getElementTypeBitWidth() + 7) / 8;
    SmallVector<int64_t> offsets(one.getOffsets()), sizes(one.getSizes());
    offsets[axis] = 0;
    sizes[axis] = 1;
    const int64_t row = width * llvm::product_of(sizes);
    sizes[axis] = type.getDimSize(axis);
    const bool whole = ArrayRef(sizes) == type.getShape(), moves = axis != outerAxis(type.getShape());
    OpBuilder b(&getContext());
    b.setInsertionPointAfterValue(x);
    auto cut = [&] { return SliceOp::create(b, one.getLoc(), x, offsets, sizes, one.getStrides()); };
    if (moves || row % alignment != 0) {
      if (one.getSizes()[axis] == 1 && group.slices.size() >= kLeastMoved &&
          2 * static_cast<int64_t>(group.slices.size()) >= sizes[axis])
        moveRows(b, whole ? x : Value(cut()), group, llvm::alignTo(row, alignment) / width);
      return;
    }
    // What the caller holds is brought into a buffer of ours where it cannot be read; other whole rows lie in
    // one.
    if (whole && (inputs || x.getDefiningOp()))
      return;
    Value rows = cut();
    for (SliceOp slice : group.slices) {
      SmallVector<int64_t> begin(offsets.size(), 0);
      begin[axis] = slice.getOffsets()[axis];
      slice.getXMutable().assign(rows);
      slice.setOffsets(begin);
      shared.insert(slice);
    }
  }

  /// Makes each slice, one along the axis of all that `x` has, the first elements of a row of its own, of
  /// `length` elements.
  void moveRows(OpBuilder& b, Value x, Group& group, int64_t length) {
    const Location loc = group.slices.front().getLoc();
    auto type = cast<RankedTensorType>(x.getType());
    const int64_t rank = type.getRank(), count = type.getDimSize(group.axis),
                  used = type.getNumElements() / count;
    SmallVector<int64_t> perm = {group.axis};
    for (int64_t axis = 0; axis < rank; ++axis)
      if (axis != group.axis)
        perm.push_back(axis);
    if (group.axis != outerAxis(type.getShape()))
      x = TransposeOp::create(b, loc, x, b.getDenseI64ArrayAttr(perm));
    x = ReshapeOp::create(b, loc, type.clone({count, used}), x);
    if (length != used)
      x = PadOp::create(b, loc, x, SmallVector<int64_t>{0, 0}, SmallVector<int64_t>{0, length - used},
                        PadMode::Constant, llvm::APFloat(0.0));
    for (SliceOp slice : group.slices) {
      b.setInsertionPoint(slice);
      Value row =
          SliceOp::create(b, slice.getLoc(), x, SmallVector<int64_t>{slice.getOffsets()[group.axis], 0},
                          SmallVector<int64_t>{1, used}, SmallVector<int64_t>{1, 1});
      row = ReshapeOp::create(b, slice.getLoc(), slice.getType(), row);
      slice.getResult().replaceAllUsesWith(row);
      shared.insert(slice);
    }
  }
};

} // namespace
} // namespace aic::lowering
