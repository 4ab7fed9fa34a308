// aic-share-slices: slices along one axis that cut the same out of the others cut it out once, with that axis
// in front.
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

/// Slices of one tensor, elements along `axis` of the same columns.
struct Slices {
  int64_t axis;
  SmallVector<SliceOp> all;
};

/// The axis that a slice is taken along: the outermost of more than one element, whose slices are
/// neighbouring elements once the columns are cut out, if it takes less than all of that; else the first of
/// which it takes one element.
std::optional<int64_t> axisOf(SliceOp slice) {
  ArrayRef<int64_t> shape = slice.getX().getType().getShape();
  const auto rank = static_cast<int64_t>(shape.size());
  const int64_t outer = llvm::find_if(shape, [](int64_t size) { return size != 1; }) - shape.begin();
  if (outer == rank)
    return std::nullopt;
  if (slice.getSizes()[outer] == shape[outer])
    for (int64_t axis = outer + 1; axis < rank; ++axis)
      if (shape[axis] != 1 && slice.getSizes()[axis] == 1)
        return axis;
  return outer;
}

bool isOuter(ArrayRef<int64_t> shape, int64_t axis) {
  return llvm::all_of(shape.take_front(axis), [](int64_t size) { return size == 1; });
}

struct ShareSlices : impl::ShareSlicesBase<ShareSlices> {
  using ShareSlicesBase::ShareSlicesBase;

  void runOnOperation() override {
    // In order: the same module makes the same kernels.
    llvm::MapVector<Value, std::map<std::vector<int64_t>, Slices>> groups;
    for (Block& block : getOperation().getBody())
      for (auto slice : block.getOps<SliceOp>()) {
        const std::optional<int64_t> axis = axisOf(slice);
        if (!axis || slice.getX().getDefiningOp<ConstantOp>() || slice.getType().getNumElements() == 0 ||
            llvm::any_of(slice.getStrides(), [](int64_t stride) { return stride != 1; }))
          continue;
        std::vector<int64_t> key(slice.getOffsets());
        key[*axis] = 0;
        llvm::append_range(key, slice.getSizes());
        key.push_back(*axis);
        Slices& slices = groups[slice.getX()][key];
        slices.axis = *axis;
        slices.all.push_back(slice);
      }
    for (auto& [x, some] : groups)
      for (auto& [key, slices] : some)
        if (slices.all.size() >= kLeastSlices)
          share(slices);
  }

  void share(Slices& slices) {
    SliceOp one = slices.all.front();
    Value x = one.getX(); // which may be what another slice became
    auto type = cast<RankedTensorType>(x.getType());
    const int64_t axis = slices.axis, length = type.getDimSize(axis);
    const bool outer = isOuter(type.getShape(), axis);
    SmallVector<int64_t> offsets(one.getOffsets()), sizes(one.getSizes());
    offsets[axis] = 0;
    sizes[axis] = 1;
    int64_t row = (type.getElementTypeBitWidth() + 7) / 8;
    for (int64_t size : sizes)
      row *= size;
    sizes[axis] = length;
    const bool whole = ArrayRef(sizes) == type.getShape();
    // What the caller holds is brought into a buffer of ours where it cannot be read; other whole rows lie in
    // one. An axis is brought to the front for half of its elements and more.
    if (row % alignment != 0 || (outer && whole && (inputs || x.getDefiningOp())) ||
        (!outer && static_cast<int64_t>(slices.all.size()) * 2 < length))
      return;
    OpBuilder b(&getContext());
    b.setInsertionPointAfterValue(x);
    Value rows = x;
    if (!whole || outer)
      rows = SliceOp::create(b, one.getLoc(), x, offsets, sizes, one.getStrides());
    if (outer)
      for (SliceOp slice : slices.all)
        readRow(slice, rows, axis);
    else
      readElements(slices, rows);
  }

  static void readRow(SliceOp slice, Value rows, int64_t axis) {
    SmallVector<int64_t> begin(slice.getOffsets().size(), 0);
    begin[axis] = slice.getOffsets()[axis];
    slice.getXMutable().assign(rows);
    slice.setOffsets(begin);
  }

  /// Of `rows` with the axis in front; each slice has one element of it.
  static void readElements(const Slices& slices, Value rows) {
    OpBuilder b(rows.getContext());
    b.setInsertionPointAfterValue(rows);
    auto type = cast<RankedTensorType>(rows.getType());
    SmallVector<int64_t> order = {slices.axis};
    for (int64_t axis = 0; axis < type.getRank(); ++axis)
      if (axis != slices.axis)
        order.push_back(axis);
    Value front = TransposeOp::create(b, rows.getLoc(), rows, b.getDenseI64ArrayAttr(order));
    SmallVector<int64_t> sizes(cast<RankedTensorType>(front.getType()).getShape()), strides(sizes.size(), 1);
    sizes.front() = 1;
    for (SliceOp slice : slices.all) {
      SmallVector<int64_t> begin(sizes.size(), 0);
      begin.front() = slice.getOffsets()[slices.axis];
      b.setInsertionPoint(slice);
      Value element = SliceOp::create(b, slice.getLoc(), front, begin, sizes, strides);
      Value turned = ReshapeOp::create(b, slice.getLoc(), slice.getType(), element);
      slice.replaceAllUsesWith(turned);
      slice.erase();
    }
  }
};

} // namespace
} // namespace aic::lowering
