// topk: the first k elements of a line become a heap in the results' buffers, with the last in order on top;
// of the others each that comes before the top takes its place; then the heap is sorted. At most size *
// log(k) comparisons, whatever the data.
#include "compiler/codegen/Scatter.h"
#include "compiler/codegen/cpu/Emitters.h"
#include "mlir/Dialect/SCF/IR/SCF.h"

using namespace mlir;

namespace aic::codegen {
namespace {

class TopkEmitter {
  using Values = KernelEmitter::Values;
  KernelEmitter& e;
  const Topk t;
  Value x, values, indices, from, to; // from and to: where the line begins
  Type element, i64;

  struct Entry {
    Value value, index; // index: i64
  };

  Entry at(Value place) {
    Value offset = e.add(to, e.mul(place, t.inner));
    return {e.load(values, offset, element, 0), e.load(indices, offset, i64, 0)};
  }
  void put(Value place, Entry entry) {
    Value offset = e.add(to, e.mul(place, t.inner));
    e.store(entry.value, values, offset);
    e.store(entry.index, indices, offset);
  }
  Entry ofLine(Value i) {
    return {e.load(x, e.add(from, e.mul(i, t.inner)), element, 0),
            arith::IndexCastOp::create(e.b, e.loc, i64, i)};
  }

  Value both(Value a, Value b) { return arith::AndIOp::create(e.b, e.loc, a, b); }
  Value either(Value a, Value b) { return arith::OrIOp::create(e.b, e.loc, a, b); }
  Value no(Value a) {
    return arith::XOrIOp::create(e.b, e.loc, a, arith::ConstantOp::create(e.b, e.loc, e.b.getBoolAttr(true)));
  }

  /// Of two values, not indices: does a come before b?
  Value beats(Value a, Value b) {
    if (!t.largest)
      std::swap(a, b);
    if (!isa<FloatType>(a.getType()))
      return arith::CmpIOp::create(
          e.b, e.loc, element.isUnsignedInteger() ? arith::CmpIPredicate::ugt : arith::CmpIPredicate::sgt, a,
          b);
    using P = arith::CmpFPredicate;
    Value toNan = both(arith::CmpFOp::create(e.b, e.loc, P::UNO, a, a),
                       arith::CmpFOp::create(e.b, e.loc, P::ORD, b, b));
    return either(arith::CmpFOp::create(e.b, e.loc, P::OGT, a, b), toNan);
  }
  Value before(Entry a, Entry b) {
    Value lower = arith::CmpIOp::create(e.b, e.loc, arith::CmpIPredicate::slt, a.index, b.index);
    return either(beats(a.value, b.value), both(no(beats(b.value, a.value)), lower));
  }

  /// Puts an entry where it belongs below the free place `hole` of the heap's first `end` places.
  void sift(Value hole, Value end, Entry entry) {
    Value yes = arith::ConstantOp::create(e.b, e.loc, e.b.getBoolAttr(true));
    Type index = e.b.getIndexType(), i1 = e.b.getI1Type();
    auto child = [&](Value place) { return e.add(e.mul(place, 2), 1); };
    auto inLoop = [&](function_ref<void(ValueRange)> body) {
      return [this, body](OpBuilder& inner, Location, ValueRange carried) {
        OpBuilder::InsertionGuard guard(e.b);
        e.b.setInsertionPoint(inner.getInsertionBlock(), inner.getInsertionPoint());
        body(carried);
      };
    };
    auto goesOn = [&](ValueRange carried) {
      scf::ConditionOp::create(e.b, e.loc, both(carried[1], e.less(child(carried[0]), end)), carried);
    };
    auto step = [&](ValueRange carried) {
      Value left = child(carried[0]), right = e.min(e.add(left, 1), e.sub(end, e.cst(1)));
      Value later = arith::SelectOp::create(e.b, e.loc, before(at(left), at(right)), right, left);
      Entry below = at(later);
      Value down = before(entry, below);
      e.ifThenElse(down, [&] { put(carried[0], below); });
      Value next = arith::SelectOp::create(e.b, e.loc, down, later, carried[0]);
      scf::YieldOp::create(e.b, e.loc, ValueRange{next, down});
    };
    auto loop = scf::WhileOp::create(e.b, e.loc, TypeRange{index, i1}, ValueRange{hole, yes}, inLoop(goesOn),
                                     inLoop(step));
    put(loop.getResult(0), entry);
  }

  void line() {
    Value k = e.cst(t.k), top = e.cst(0);
    e.loop(top, k, 1, [&](Value i) { put(i, ofLine(i)); });
    e.loop(top, e.cst(t.k / 2), 1, [&](Value i) {
      Value place = e.sub(e.cst(t.k / 2 - 1), i);
      sift(place, k, at(place));
    });
    // Its index is higher than all in the heap: of equal ones it is the later.
    e.loop(k, e.cst(t.size), 1, ValueRange{at(top).value}, [&](Value i, ValueRange last) {
      Entry entry = ofLine(i);
      return e.choose(
          beats(entry.value, last[0]),
          [&] {
            sift(top, k, entry);
            return Values{at(top).value};
          },
          [&] { return Values{last[0]}; });
    });
    e.loop(e.cst(1), k, 1, [&](Value sorted) {
      Value place = e.sub(k, sorted);
      Entry entry = at(place);
      put(place, at(top));
      sift(top, place, entry);
    });
  }

public:
  explicit TopkEmitter(KernelEmitter& e)
      : e(e), t(describeTopk(e.parts.root)), x(e.buffer(t.x)), values(e.resultBuffer(0)),
        indices(e.resultBuffer(1)), element(typeOf(t.x).getElementType()), i64(e.b.getI64Type()) {}

  void emit(int64_t each) {
    auto [begin, end] = e.share(e.workgroup, t.outer * t.inner, each);
    e.loop(begin, end, 1, [&](Value number) {
      Value outer = e.div(number, t.inner), inner = e.rem(number, t.inner);
      from = e.add(e.mul(outer, t.size * t.inner), inner);
      to = e.add(e.mul(outer, t.k * t.inner), inner);
      line();
    });
  }
};

} // namespace

void emitTopk(KernelEmitter& e) {
  TopkEmitter(e).emit(e.kernel.getTiling()->getAs<IntegerAttr>("units_per_group").getInt());
}

} // namespace aic::codegen
