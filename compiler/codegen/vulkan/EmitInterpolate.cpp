// Images at another size: an invocation four channels of a pixel, or one where they are no fours.
#include "compiler/codegen/Interpolate.h"
#include "compiler/codegen/vulkan/Emitters.h"

using namespace mlir;

namespace aic::codegen::vulkan {
namespace {

int64_t lanesOf(const Interpolation& i) {
  return i.channels % 4 == 0 ? 4 : 1;
}

class InterpolateEmitter {
  KernelEmitter& e;
  const Interpolation i;
  const int64_t lanes, width, channels; // channels in units of lanes

  Neighbours along(const ResizedAxis& axis, Value out) {
    Type i32 = e.b.getI32Type();
    Neighbours n = neighbours(e, axis, arith::IndexCastOp::create(e.b, e.loc, i32, out), e.b.getF32Type(), 0);
    n.first = toIndex(n.first), n.second = toIndex(n.second);
    if (n.share)
      n.share = e.splat(n.share, width);
    return n;
  }
  Value toIndex(Value value) { return arith::IndexCastOp::create(e.b, e.loc, e.b.getIndexType(), value); }

public:
  explicit InterpolateEmitter(KernelEmitter& e)
      : e(e), i(describeInterpolation(e.parts.root)), lanes(lanesOf(i)), width(lanes == 4 ? 4 : 0),
        channels(i.channels / lanes) {
    auto shape = typeOf(e.parts.root->getResult(0)).getShape();
    e.space = ResultSpace(shape, static_cast<int64_t>(shape.size()) - 1);
  }

  void emit() {
    e.forEachInvocation(i.planes * i.h.out * i.w.out * channels, [&](Value id) {
      SmallVector<Value> index = e.delinearize(id, {i.planes, i.h.out, i.w.out, channels});
      Neighbours rows = along(i.h, index[1]), columns = along(i.w, index[2]);
      auto pixel = [&](Value row, Value column) {
        Value at = e.add(e.mul(e.add(e.mul(index[0], i.h.in), row), i.w.in), column);
        at = e.add(e.mul(at, channels), index[3]);
        return lanes == 4 ? e.load4(i.x, at) : e.load(i.x, at);
      };
      auto line = [&](Value row) {
        Value first = pixel(row, columns.first);
        return columns.share ? between(e, first, pixel(row, columns.second), columns.share) : first;
      };
      Value value = line(rows.first);
      if (rows.share)
        value = between(e, value, line(rows.second), rows.share);
      Value at = e.mul(id, lanes);
      e.finish(value, Position{e.div(at, e.space.cols), e.rem(at, e.space.cols), width});
    });
  }
};

} // namespace

Variants interpolateVariants(schedule::KernelOp kernel) {
  Operation* root = splitKernel(kernel).root;
  return {flat(typeOf(root->getResult(0)).getNumElements() / lanesOf(describeInterpolation(root)))};
}

void emitInterpolate(KernelEmitter& e) {
  InterpolateEmitter(e).emit();
}

} // namespace aic::codegen::vulkan
