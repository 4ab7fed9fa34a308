// update_slice and narrow: a slice whose place is known at run time. Every workgroup looks at the place
// before it writes anything: where the slice does not fit there, nothing is written.
#include "compiler/codegen/Slice.h"
#include "compiler/codegen/cpu/Emitters.h"
#include "runtime/kernel_abi.h"

using namespace mlir;

namespace aic::codegen {
namespace {

// Elements of the innermost axis that are dealt out together: a multiple of every vector's lanes.
constexpr int64_t kPiece = 8192;

int64_t columnsOf(const Slice& s) {
  return s.sizes.empty() ? 1 : s.sizes.back();
}
int64_t piecesOf(const Slice& s) {
  return ceilDiv(columnsOf(s), kPiece);
}

class SliceEmitter {
  KernelEmitter& e;
  const Slice s;
  const int64_t columns, pieces;
  Value from, result;
  Type element;

  // One piece of a row: elements [first, end) of the innermost axis.
  void piece(Value read, Value written, Value first, Value end) {
    int64_t readStride = s.sizes.empty() ? 1 : s.read.back(),
            writtenStride = s.sizes.empty() ? 1 : s.written.back();
    auto move = [&](Value column, int64_t width, Value mask) {
      Value to = e.add(written, e.mul(column, writtenStride));
      if (readStride == 0)
        return e.store(e.splat(e.load(from, read, element, 0), width), result, to, mask);
      e.store(e.load(from, e.add(read, e.mul(column, readStride)), element, width, mask), result, to, mask);
    };
    if (columns == 1 || writtenStride != 1 || readStride > 1 || readStride < 0)
      return e.loop(first, end, 1, [&](Value column) { move(column, 0, {}); });
    int64_t lanes = elementwiseLanes(e.kernel, e.target);
    Value whole = e.add(first, e.mul(e.div(e.sub(end, first), lanes), lanes));
    e.loop(first, whole, lanes, [&](Value column) { move(column, lanes, {}); });
    if (columns % lanes != 0)
      e.ifThenElse(e.less(whole, end), [&] { move(whole, lanes, e.maskFirst(e.sub(end, whole), lanes)); });
  }

public:
  explicit SliceEmitter(KernelEmitter& e)
      : e(e), s(describeSlice(e.parts.root)), columns(columnsOf(s)), pieces(piecesOf(s)),
        from(e.buffer(s.from)), result(e.resultBuffer(0)), element(typeOf(s.from).getElementType()) {}

  void emit(int64_t each) {
    Value start = e.load(e.buffer(s.start), e.cst(0), typeOf(s.start).getElementType(), 0);
    start = arith::IndexCastOp::create(e.b, e.loc, e.b.getIndexType(), start);
    Value good = e.inside(start, s.limit);
    Value yes = arith::ConstantOp::create(e.b, e.loc, e.b.getBoolAttr(true));
    e.refuse(arith::XOrIOp::create(e.b, e.loc, good, yes), AIC_KERNEL_INDEX_OUT_OF_RANGE);
    if (s.elements == 0)
      return;
    e.ifThenElse(good, [&] {
      auto outer = [](ArrayRef<int64_t> axes) {
        return SmallVector<int64_t>(axes.empty() ? axes : axes.drop_back());
      };
      Axes readAxes{outer(s.sizes), outer(s.read)}, writtenAxes{outer(s.sizes), outer(s.written)};
      Value read = e.add(e.mul(start, s.readStep), s.base), written = e.mul(start, s.writtenStep);
      auto [begin, end] = e.share(e.workgroup, sliceUnits(e.kernel), each);
      e.loop(begin, end, 1, [&](Value unit) {
        Value row = e.div(unit, pieces), first = e.mul(e.rem(unit, pieces), kPiece);
        Value last = pieces == 1 ? e.cst(columns) : e.min(e.add(first, kPiece), e.cst(columns));
        piece(e.add(read, e.offsetOf(row, readAxes)), e.add(written, e.offsetOf(row, writtenAxes)), first,
              last);
      });
    });
  }
};

} // namespace

int64_t sliceUnits(schedule::KernelOp kernel) {
  Slice s = describeSlice(splitKernel(kernel).root);
  return s.elements / std::max<int64_t>(columnsOf(s), 1) * piecesOf(s);
}

void emitSlice(KernelEmitter& e) {
  SliceEmitter(e).emit(e.kernel.getTiling()->getAs<IntegerAttr>("units_per_group").getInt());
}

} // namespace aic::codegen
