// topk: a workgroup a line. In each of k rounds every invocation looks through its part of the line for the
// best element of those that come after the last one found; a tree folds what they find.
#include "compiler/codegen/vulkan/Combine.h"

using namespace mlir;

namespace aic::codegen::vulkan {
namespace {

struct Lines {
  int64_t outer, length, inner;
};
Lines linesOf(TopkOp op) {
  ArrayRef<int64_t> shape = typeOf(op.getX()).getShape();
  auto dim = static_cast<size_t>(op.getDim());
  return {ShapedType::getNumElements(shape.take_front(dim)), shape[dim],
          ShapedType::getNumElements(shape.drop_front(dim + 1))};
}

class TopkEmitter {
  using Values = KernelEmitter::Values;
  KernelEmitter& e;
  TopkOp op;
  const Lines lines;
  Type element, i32 = e.b.getI32Type();
  Value values, places; // of the workgroup: a pair an invocation; a place of -1 is none

  Value isNone(Value place) {
    return arith::CmpIOp::create(e.b, e.loc, arith::CmpIPredicate::slt, place, e.constant(i32, 0, 0));
  }
  Value either(Value x, Value y) { return arith::OrIOp::create(e.b, e.loc, x, y); }

  // Does the first pair come before the second one in the order that is asked for? Both are there.
  Value before(Value x, Value placeOfX, Value y, Value placeOfY) {
    bool largest = op.getLargest();
    return comesBefore(e, largest ? x : y, largest ? y : x, placeOfX, placeOfY);
  }

  Values better(const Values& found, const Values& best) {
    Value wins =
        e.both(isSome(found[1]), either(isNone(best[1]), before(found[0], found[1], best[0], best[1])));
    return {e.select(wins, found[0], best[0]), e.select(wins, found[1], best[1])};
  }
  Value isSome(Value place) {
    return arith::CmpIOp::create(e.b, e.loc, arith::CmpIPredicate::sge, place, e.constant(i32, 0, 0));
  }

  // The best of this invocation's elements of the line that begins at `base`, of those after `last`.
  Values search(Value base, ValueRange last, const Values& none) {
    return e.loop(e.local, e.cst(lines.length), e.localSize(), none, [&](Value k, ValueRange best) {
      Value place = arith::IndexCastOp::create(e.b, e.loc, i32, k);
      Value value = e.load(op.getX(), e.add(base, e.mul(k, lines.inner)));
      Value left = either(isNone(last[1]), before(last[0], last[1], value, place));
      place = e.select(left, place, none[1]);
      return better({value, place}, Values(best));
    });
  }

  void line(Value number) {
    Value outer = e.div(number, lines.inner), inner = e.rem(number, lines.inner);
    auto k = static_cast<int64_t>(op.getK());
    Value base = e.add(e.mul(outer, lines.length * lines.inner), inner);
    Value to = e.add(e.mul(outer, k * lines.inner), inner);
    Values none{e.constant(element, 0, 0), e.constant(i32, -1, 0)};
    e.loop(e.cst(0), e.cst(k), 1, none, [&](Value rank, ValueRange last) {
      auto store = [&](const Values& pair) {
        e.storeShared(pair[0], values, e.local);
        e.storeShared(pair[1], places, e.local);
      };
      auto pairOf = [&](Value invocation) {
        return Values{e.loadShared(values, invocation), e.loadShared(places, invocation)};
      };
      store(search(base, last, none));
      e.barrier();
      for (int64_t half = e.localSize() / 2; half > 0; half /= 2) {
        e.ifThen(e.less(e.local, e.cst(half)),
                 [&] { store(better(pairOf(e.add(e.local, half)), pairOf(e.local))); });
        e.barrier();
      }
      Values found = pairOf(e.cst(0));
      e.barrier(); // before the memory is used again
      e.ifThen(e.less(e.local, e.cst(1)), [&] {
        Value at = e.add(to, e.mul(rank, lines.inner));
        e.store(0, found[0], at);
        e.store(1, found[1], at);
      });
      return found;
    });
  }

public:
  explicit TopkEmitter(KernelEmitter& e)
      : e(e), op(cast<TopkOp>(e.parts.root)), lines(linesOf(op)), element(typeOf(op.getX()).getElementType()),
        values(e.shared(e.localSize(), element)), places(e.shared(e.localSize(), i32)) {}

  void emit() {
    e.forEachWorkgroup([&](Value number) { line(number); });
  }
};

} // namespace

Variants topkVariants(schedule::KernelOp kernel) {
  Lines lines = linesOf(cast<TopkOp>(splitKernel(kernel).root));
  Variant floor = flat(0);
  floor.workgroups = lines.outer * lines.inner;
  return {floor};
}

void emitTopk(KernelEmitter& e) {
  TopkEmitter(e).emit();
}

} // namespace aic::codegen::vulkan
