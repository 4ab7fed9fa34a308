// A weight that is computed at run time, put in the order that its kernels read
// (compiler/lowering/Packing.h). It is [outer, length, inner] around the axis that panels are cut from, and
// neighbours along that axis become neighbours: rows of the last axis are copied in vectors, others turned in
// registers, a square at a time.
#include "compiler/codegen/cpu/Emitters.h"
#include "compiler/codegen/cpu/RegisterTile.h"
#include "compiler/lowering/Packing.h"

using namespace mlir;

namespace aic::codegen {
namespace {

lowering::PackedAxes packedAxesOf(schedule::KernelOp kernel) {
  return lowering::packedAxes(typeOf(kernel.getBody().front().getArgument(0)).getShape(),
                              kernel.getTiling()->getAs<DictionaryAttr>("packing"));
}

class PackEmitter {
  using Values = KernelEmitter::Values;
  KernelEmitter& e;
  const lowering::PackedAxes p;
  Value from, to;
  Type element;
  int64_t lanes, inner = 1, panelStride = 0;
  Axes outerTo, innerTo; // where the axes before and after lie in the packed weight
  SmallVector<int64_t> strides;

  int64_t length() const { return p.shape[p.axis]; }

  /// The rows of one panel: neighbours already.
  void copy(Value row, Value panel, Value toRow) {
    Value first = e.mul(panel, p.width), source = e.add(e.mul(row, length()), first);
    e.forEachVector(p.width, lanes, [&](Value w, int64_t width, Value mask) {
      Value there = mask;
      if (length() % p.width != 0) { // what is beyond becomes 0
        Value valid = e.sub(e.cst(length()), e.add(first, w));
        there = e.maskFirst(mask ? e.min(valid, e.sub(e.cst(p.width), w)) : valid, lanes);
      }
      e.store(e.load(from, e.add(source, w), element, width, there), to, e.add(toRow, w), mask);
    });
  }

  /// Elements [begin, begin + count) along the inner axes, of `lanes` neighbours along the panel.
  void square(Value outer, Value panel, Value w, Value begin, int64_t count, Value toPanel, Value storeMask) {
    Values rows;
    for (int64_t i = 0; i < lanes; ++i) {
      Value place = e.add(e.add(e.mul(panel, p.width), w), i);
      Value mask;
      bool whole = length() % p.width == 0 && p.width % lanes == 0;
      if (!whole) { // rows that are not there are 0
        Value there = e.inside(place, length());
        mask = e.maskFirst(arith::SelectOp::create(e.b, e.loc, there, e.cst(count), e.cst(0)), lanes);
      } else if (count < lanes) {
        mask = e.maskFirst(e.cst(count), lanes);
      }
      Value at = e.add(e.mul(e.add(e.mul(outer, length()), place), inner), begin);
      rows.push_back(e.load(from, at, element, lanes, mask));
    }
    rows = transposeSquare(e, rows);
    for (int64_t j = 0; j < count; ++j)
      e.store(rows[j], to, e.add(e.add(toPanel, w), e.offsetOf(e.add(begin, j), innerTo)), storeMask);
  }

  void turn(Value outer, Value panel, Value toPanel) {
    int64_t wholeInner = inner / lanes * lanes, wholeWidth = p.width / lanes * lanes;
    auto along = [&](Value w, Value storeMask) {
      e.loop(e.cst(0), e.cst(wholeInner), lanes,
             [&](Value q) { square(outer, panel, w, q, lanes, toPanel, storeMask); });
      if (inner > wholeInner)
        square(outer, panel, w, e.cst(wholeInner), inner - wholeInner, toPanel, storeMask);
    };
    e.loop(e.cst(0), e.cst(wholeWidth), lanes, [&](Value w) { along(w, {}); });
    if (p.width > wholeWidth)
      along(e.cst(wholeWidth), e.maskFirst(e.cst(p.width - wholeWidth), lanes));
  }

public:
  explicit PackEmitter(KernelEmitter& e)
      : e(e), p(packedAxesOf(e.kernel)), from(e.buffer(e.kernel.getBody().front().getArgument(0))),
        to(e.resultBuffer(0)), element(typeOf(e.kernel.getBody().front().getArgument(0)).getElementType()),
        lanes(e.target.lanes(std::max<int64_t>(4, elementBytes(element)))) {
    auto dense = denseStrides(p.packedShape());
    strides.resize(p.shape.size());
    for (auto [axis, stride] : llvm::zip(p.order, dense))
      if (axis == p.axis)
        panelStride = stride;
      else if (axis < static_cast<int64_t>(p.shape.size()))
        strides[axis] = stride;
    for (int64_t i = 0; i < static_cast<int64_t>(p.shape.size()); ++i) {
      if (i == p.axis || p.shape[i] == 1)
        continue;
      (i < p.axis ? outerTo : innerTo).append(p.shape[i], strides[i]);
      if (i > p.axis)
        inner *= p.shape[i];
    }
  }

  void emit(int64_t each) {
    int64_t outer = ShapedType::getNumElements(ArrayRef(p.shape).take_front(p.axis));
    if (inner == 1) { // a workgroup goes down the rows of its panels
      int64_t rows = p.axis == 0 ? 1 : p.shape[p.axis - 1], rest = outer / rows;
      auto [begin, end] = e.share(e.workgroup, rest * p.panels, each);
      e.loop(begin, end, 1, [&](Value unit) {
        Value panel = e.rem(unit, p.panels), first = e.mul(e.div(unit, p.panels), rows);
        e.loop(e.cst(0), e.cst(rows), 1, [&](Value i) {
          Value row = e.add(first, i);
          copy(row, panel, e.add(e.mul(panel, panelStride), e.offsetOf(row, outerTo)));
        });
      });
      return;
    }
    auto [begin, end] = e.share(e.workgroup, outer * p.panels, each);
    e.loop(begin, end, 1, [&](Value unit) {
      Value panel = e.rem(unit, p.panels), number = e.div(unit, p.panels);
      turn(number, panel, e.add(e.mul(panel, panelStride), e.offsetOf(number, outerTo)));
    });
  }
};

} // namespace

int64_t packUnits(schedule::KernelOp kernel) {
  lowering::PackedAxes p = packedAxesOf(kernel);
  auto before = ArrayRef(p.shape).take_front(p.axis);
  bool rows = ShapedType::getNumElements(ArrayRef(p.shape).drop_front(p.axis + 1)) == 1 && !before.empty();
  return p.panels * ShapedType::getNumElements(rows ? before.drop_back() : before);
}

void emitPack(KernelEmitter& e) {
  if (lowering::isTransformed(e.kernel.getTiling()->getAs<DictionaryAttr>("packing")))
    return emitWinogradPack(e);
  PackEmitter(e).emit(e.kernel.getTiling()->getAs<IntegerAttr>("units_per_group").getInt());
}

} // namespace aic::codegen
