// argmax: the place of the largest element of a line, the first of equal ones; NaN is larger than every
// number. Short lines, and those along an outer axis: an invocation each. Long ones: a workgroup each, folded
// by a tree of pairs.
#include "compiler/codegen/vulkan/Combine.h"

using namespace mlir;

namespace aic::codegen::vulkan {
namespace {

struct Lines {
  int64_t outer = 1, length = 1, inner = 1; // as of softmax
  // Each invocation of a workgroup then has an element at least.
  bool byWorkgroups() const { return inner == 1 && length >= kLocalSize; }
};

Lines linesOf(schedule::KernelOp kernel) {
  auto argmax = cast<ArgmaxOp>(splitKernel(kernel).root);
  ArrayRef<int64_t> shape = typeOf(argmax.getX()).getShape();
  Lines lines;
  lines.length = ShapedType::getNumElements(shape);
  if (std::optional<uint64_t> dim = argmax.getDim()) {
    lines.outer = ShapedType::getNumElements(shape.take_front(*dim));
    lines.length = shape[*dim];
    lines.inner = ShapedType::getNumElements(shape.drop_front(*dim + 1));
  }
  return lines;
}

class ArgmaxEmitter {
  using Values = KernelEmitter::Values;
  KernelEmitter& e;
  const Lines lines;
  Value x;
  Type element, i32 = e.b.getI32Type();

  // The better of two pairs of an element and its place.
  Values better(Value found, Value place, Value best, Value bestPlace) {
    Value wins = comesBefore(e, found, best, place, bestPlace);
    return {e.select(wins, found, best), e.select(wins, place, bestPlace)};
  }

  Value toI32(Value index) { return arith::IndexCastOp::create(e.b, e.loc, i32, index); }

  // Elements first, first + step ... of the line that begins at `base`.
  Values search(Value base, Value first, int64_t step) {
    auto at = [&](Value k) { return e.load(x, e.add(base, e.mul(k, lines.inner))); };
    return e.loop(e.add(first, step), e.cst(lines.length), step, ValueRange{at(first), toI32(first)},
                  [&](Value k, ValueRange best) { return better(at(k), toI32(k), best[0], best[1]); });
  }

  void finish(Value place, Value line) {
    e.finish(place, Position{e.div(line, e.space.cols), e.rem(line, e.space.cols)});
  }

  void byWorkgroups() {
    Value values = e.shared(e.localSize(), element), places = e.shared(e.localSize(), i32);
    auto store = [&](const Values& pair) {
      e.storeShared(pair[0], values, e.local);
      e.storeShared(pair[1], places, e.local);
    };
    e.forEachWorkgroup([&](Value line) {
      store(search(e.mul(line, lines.length), e.local, e.localSize()));
      e.barrier();
      for (int64_t half = e.localSize() / 2; half > 0; half /= 2) {
        e.ifThen(e.less(e.local, e.cst(half)), [&] {
          Value other = e.add(e.local, half);
          store(better(e.loadShared(values, other), e.loadShared(places, other),
                       e.loadShared(values, e.local), e.loadShared(places, e.local)));
        });
        e.barrier();
      }
      e.ifThen(e.less(e.local, e.cst(1)), [&] { finish(e.loadShared(places, e.cst(0)), line); });
    });
  }

public:
  explicit ArgmaxEmitter(KernelEmitter& e)
      : e(e), lines(linesOf(e.kernel)), x(e.parts.root->getOperand(0)), element(typeOf(x).getElementType()) {
    auto shape = typeOf(e.parts.made).getShape();
    e.space = ResultSpace(shape, std::max<int64_t>(static_cast<int64_t>(shape.size()) - 1, 0));
  }

  void emit() {
    if (lines.byWorkgroups())
      return byWorkgroups();
    e.forEachInvocation(lines.outer * lines.inner, [&](Value line) {
      Value base =
          e.add(e.mul(e.div(line, lines.inner), lines.length * lines.inner), e.rem(line, lines.inner));
      finish(search(base, e.cst(0), 1)[1], line);
    });
  }
};

} // namespace

Variants argmaxVariants(schedule::KernelOp kernel) {
  Lines lines = linesOf(kernel);
  Variant floor = flat(lines.outer * lines.inner);
  if (lines.byWorkgroups())
    floor.workgroups = lines.outer;
  return {floor};
}

void emitArgmax(KernelEmitter& e) {
  ArgmaxEmitter(e).emit();
}

} // namespace aic::codegen::vulkan
