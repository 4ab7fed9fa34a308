// scatter: x is copied, then updates go where the indices say, one after another. A workgroup has outer
// places or columns of the inner ones to itself, so that no two write to one element.
#include "compiler/codegen/Scatter.h"
#include "compiler/codegen/cpu/Emitters.h"

using namespace mlir;

namespace aic::codegen {
namespace {

class ScatterEmitter {
  KernelEmitter& e;
  const Scatter s;
  Value x, index, updates, result;
  Type element, indexElement;
  int64_t lanes;

  void copy(Value from, Value begin, Value end) {
    e.loop(e.cst(0), e.cst(s.size), 1, [&](Value row) {
      Value base = e.add(from, e.mul(row, s.inner));
      auto move = [&](Value column, int64_t width) {
        Value at = e.add(base, column);
        e.store(e.load(x, at, element, width), result, at);
      };
      Value whole = e.add(begin, e.mul(e.div(e.sub(end, begin), lanes), lanes));
      e.loop(begin, whole, lanes, [&](Value column) { move(column, lanes); });
      e.loop(whole, end, 1, [&](Value column) { move(column, 0); });
    });
  }

  /// The old element with an update.
  Value combined(Value old, Value update) {
    auto make = [&](auto real, auto integer) -> Value {
      if (isa<FloatType>(old.getType()))
        return decltype(real)::create(e.b, e.loc, old, update);
      return decltype(integer)::create(e.b, e.loc, old, update);
    };
    switch (s.reduction) {
    case ScatterReduction::None:
      return update;
    case ScatterReduction::Add:
      return make(arith::AddFOp(), arith::AddIOp());
    case ScatterReduction::Mul:
      return make(arith::MulFOp(), arith::MulIOp());
    case ScatterReduction::Min:
      return element.isUnsignedInteger() ? make(arith::MinimumFOp(), arith::MinUIOp())
                                         : make(arith::MinimumFOp(), arith::MinSIOp());
    case ScatterReduction::Max:
      return element.isUnsignedInteger() ? make(arith::MaximumFOp(), arith::MaxUIOp())
                                         : make(arith::MaximumFOp(), arith::MaxSIOp());
    }
    return update;
  }

  /// Runs body(offset in index) where a place of x's axes is one of index's, too.
  void where(Value place, ArrayRef<int64_t> sizes, ArrayRef<int64_t> indices, ArrayRef<int64_t> strides,
             function_ref<void(Value)> body) {
    Value at = e.cst(0), inside;
    auto coordinates = e.delinearize(place, sizes);
    for (auto [coordinate, size, length, stride] : llvm::zip(coordinates, sizes, indices, strides)) {
      at = e.add(at, e.mul(coordinate, stride));
      if (length < size)
        inside = e.both(inside, e.inside(coordinate, length));
    }
    inside ? e.ifThenElse(inside, [&] { body(at); }) : body(at);
  }

  /// Columns [begin, end) of one outer place.
  void slab(Value outer, Value begin, Value end) {
    Value base = e.mul(outer, s.size * s.inner);
    copy(base, begin, end);
    where(outer, s.outerSizes, s.outerIndices, s.outerIndexStrides, [&](Value outerAt) {
      e.loop(e.cst(0), e.cst(s.count), 1, [&](Value i) {
        Value row = e.add(outerAt, e.mul(i, s.countStride));
        e.loop(begin, end, 1, [&](Value column) {
          where(column, s.innerSizes, s.innerIndices, s.innerIndexStrides, [&](Value innerAt) {
            Value at = e.add(row, innerAt);
            Value place = checkedIndex(e, e.load(index, at, indexElement, 0), s.size);
            Value to = e.add(e.add(base, e.mul(place, s.inner)), column);
            Value update = e.load(updates, at, element, 0);
            bool replaced = s.reduction == ScatterReduction::None;
            e.store(replaced ? update : combined(e.load(result, to, element, 0), update), result, to);
          });
        });
      });
    });
  }

public:
  explicit ScatterEmitter(KernelEmitter& e)
      : e(e), s(describeScatter(e.parts.root)), x(e.buffer(s.x)), index(e.buffer(s.index)),
        updates(e.buffer(s.updates)), result(e.resultBuffer(0)), element(typeOf(s.x).getElementType()),
        indexElement(typeOf(s.index).getElementType()), lanes(elementwiseLanes(e.kernel, e.target)) {}

  void emit(int64_t each, bool alongColumns) {
    auto [begin, end] = e.share(e.workgroup, alongColumns ? s.inner : s.outer, each);
    Value first = begin, last = end;
    e.loop(alongColumns ? e.cst(0) : first, alongColumns ? e.cst(s.outer) : last, 1, [&](Value outer) {
      slab(outer, alongColumns ? first : e.cst(0), alongColumns ? last : e.cst(s.inner));
    });
  }
};

} // namespace

void emitScatter(KernelEmitter& e) {
  auto tiling = *e.kernel.getTiling();
  ScatterEmitter(e).emit(tiling.getAs<IntegerAttr>("units_per_group").getInt(),
                         tiling.contains("along_columns"));
}

} // namespace aic::codegen
