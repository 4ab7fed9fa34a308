// embedding, take and gather. Slices of neighbours are copied in vectors, single elements one by one. Each
// index is checked when it is read: one that is out of range ends the run, and the element read in its place
// is the first.
#include "compiler/codegen/Gather.h"
#include "compiler/codegen/cpu/Emitters.h"
#include "runtime/kernel_abi.h"

using namespace mlir;

namespace aic::codegen {
namespace {

class GatherEmitter {
  KernelEmitter& e;
  const Gather g;
  Value x, index;
  Type element;
  int64_t panel = 0; ///< Rows a panel of the table, where it lies packed: panels x [columns][rows].
  int64_t each = 1;  ///< Columns of a row that lie side by side there: panels x [columns / each][rows][each].

  // Index number `at`, as an index that may be used.
  Value checked(Value at) {
    return checkedIndex(e, e.load(index, at, typeOf(g.index).getElementType(), 0), g.size);
  }

  void slice(Value row) {
    int64_t rows = g.inner / e.space.cols; // of a slice
    Value number = e.div(row, rows);       // of the slice, over all indices and outer places
    Value place = checked(g.outer == 1 ? number : e.rem(number, g.indices));
    Value outer = g.outer == 1 ? e.cst(0) : e.div(number, g.indices);
    Value begin = e.mul(e.rem(row, rows), e.space.cols); // in the slice
    if (panel > 0) {
      Value from = e.add(e.mul(e.div(place, panel), ceilDiv(g.inner, each) * each * panel),
                         e.mul(e.rem(place, panel), each));
      e.forEachVector(e.space.cols, 0, [&](Value col, int64_t width, Value mask) {
        Value column = e.add(begin, col);
        Value at = e.add(e.add(from, e.mul(e.div(column, each), panel * each)), e.rem(column, each));
        e.finish(e.load(x, at, element, width, mask), Position{row, col, width, mask});
      });
      return;
    }
    Value from = e.add(e.mul(e.add(e.mul(outer, g.size), place), g.inner), begin);
    int64_t lanes = e.space.cols == 1 ? 0 : elementwiseLanes(e.kernel, e.target);
    e.forEachVector(e.space.cols, lanes, [&](Value col, int64_t width, Value mask) {
      e.finish(e.load(x, e.add(from, col), element, width, mask), Position{row, col, width, mask});
    });
  }

  void elements(Value row) {
    size_t rank = e.space.shape.size();
    Value from = e.offsetOf(row, {SmallVector<int64_t>(ArrayRef(e.space.shape).drop_back()),
                                  SmallVector<int64_t>(ArrayRef(g.strides).drop_back())});
    e.loop(e.cst(0), e.cst(e.space.cols), 1, [&](Value col) {
      Value place = checked(e.add(e.mul(row, e.space.cols), col));
      Value at = e.add(from, e.add(e.mul(col, g.strides[rank - 1]), e.mul(place, g.dimStride)));
      e.finish(e.load(x, at, element, 0), Position{row, col, 0, {}});
    });
  }

public:
  explicit GatherEmitter(KernelEmitter& e)
      : e(e), g(describeGather(e.kernel)), x(e.buffer(g.x)), index(e.buffer(g.index)),
        element(typeOf(g.x).getElementType()) {
    e.space = g.space;
    if (auto packing = e.kernel.getTiling()->getAs<DictionaryAttr>(kTablePacking)) {
      panel = packing.getAs<IntegerAttr>("width").getInt();
      each = packing.getAs<StringAttr>("kind").getValue() == "pairs" ? 2 : 1;
    }
  }

  void emit(int64_t each) {
    auto [begin, end] = e.share(e.workgroup, e.space.rows, each);
    e.loop(begin, end, 1, [&](Value row) { g.slices ? slice(row) : elements(row); });
  }
};

} // namespace

Value checkedIndex(KernelEmitter& e, Value index, int64_t size) {
  Value value = arith::IndexCastOp::create(e.b, e.loc, e.b.getIndexType(), index);
  Value good = e.inside(value, size);
  Value bad =
      arith::XOrIOp::create(e.b, e.loc, good, arith::ConstantOp::create(e.b, e.loc, e.b.getBoolAttr(true)));
  e.refuse(bad, AIC_KERNEL_INDEX_OUT_OF_RANGE);
  return arith::SelectOp::create(e.b, e.loc, good, value, e.cst(0));
}

void emitGather(KernelEmitter& e) {
  GatherEmitter(e).emit(e.kernel.getTiling()->getAs<IntegerAttr>("units_per_group").getInt());
}

} // namespace aic::codegen
