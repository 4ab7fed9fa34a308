// Images at another size. Vectors are channels of one pixel, or, where each plane has one channel, pixels of
// one row.
#include "compiler/codegen/Interpolate.h"
#include "compiler/codegen/cpu/Emitters.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;

namespace aic::codegen {
namespace {

class InterpolateEmitter {
  KernelEmitter& e;
  const Interpolation i;
  Value x;
  Type element;
  FloatType real; // what places are computed in
  IntegerType integer;
  int64_t lanes;

  Value toInteger(Value index) { return arith::IndexCastOp::create(e.b, e.loc, integer, index); }
  Value toIndex(Value value) { return arith::IndexCastOp::create(e.b, e.loc, e.b.getIndexType(), value); }

  /// Rows of the image between which one of the result lies: where they begin in x.
  struct Rows {
    Value first, second, share;
  };
  Rows rows(Value plane, Value out) {
    Neighbours n = neighbours(e, i.h, toInteger(out), real, 0);
    auto begin = [&](Value row) {
      return e.mul(e.add(e.mul(plane, i.h.in), toIndex(row)), i.w.in * i.channels);
    };
    Rows r{begin(n.first), {}, n.share};
    r.second = n.share ? begin(n.second) : r.first;
    return r;
  }

  /// One pixel after another, channels side by side.
  void pixels(Value row, const Rows& r) {
    e.loop(e.cst(0), e.cst(i.w.out), 1, [&](Value column) {
      Neighbours n = neighbours(e, i.w, toInteger(column), real, 0);
      Value left = e.mul(toIndex(n.first), i.channels), right = left;
      if (n.share)
        right = e.mul(toIndex(n.second), i.channels);
      Value position = e.add(e.mul(row, i.w.out), column);
      e.forEachVector(i.channels, lanes, [&](Value channel, int64_t width, Value mask) {
        auto along = [&](Value line) {
          Value start = e.add(line, channel);
          Value first = e.load(x, e.add(start, left), element, width, mask);
          if (!n.share)
            return first;
          Value second = e.load(x, e.add(start, right), element, width, mask);
          return between(e, first, second, e.splat(n.share, width));
        };
        Value value = along(r.first);
        if (r.share)
          value = between(e, value, along(r.second), e.splat(r.share, width));
        e.finish(value, Position{position, channel, width, mask});
      });
    });
  }

  /// Pixels of a row side by side.
  void line(Value row, const Rows& r) {
    auto index = VectorType::get({lanes}, e.b.getIndexType());
    auto integers = VectorType::get({lanes}, integer);
    auto values = VectorType::get({lanes}, element);
    Value steps = vector::StepOp::create(e.b, e.loc, index);
    steps = arith::IndexCastOp::create(e.b, e.loc, integers, steps);
    Value all = e.constant(e.b.getI1Type(), 1, lanes);
    e.forEachVector(i.w.out, lanes, [&](Value column, int64_t width, Value mask) {
      Value out = arith::AddIOp::create(e.b, e.loc, e.splat(toInteger(column), lanes), steps);
      Neighbours n = neighbours(e, i.w, out, real, lanes); // those of lanes that are off lie inside, too
      auto along = [&](Value begin) {
        auto gather = [&](Value at) -> Value {
          return vector::GatherOp::create(e.b, e.loc, values, x, ValueRange{begin}, at, mask ? mask : all,
                                          e.constant(element, 0, lanes));
        };
        Value first = gather(n.first);
        return n.share ? between(e, first, gather(n.second), n.share) : first;
      };
      Value value = along(r.first);
      if (r.share)
        value = between(e, value, along(r.second), e.splat(r.share, lanes));
      e.finish(value, Position{row, column, width, mask});
    });
  }

public:
  explicit InterpolateEmitter(KernelEmitter& e)
      : e(e), i(describeInterpolation(e.parts.root)), x(e.buffer(i.x)), element(typeOf(i.x).getElementType()),
        real(element.isF64() ? FloatType(e.b.getF64Type()) : FloatType(e.b.getF32Type())),
        integer(std::max({i.h.in, i.h.out, i.w.in, i.w.out}) > INT32_MAX ? e.b.getI64Type()
                                                                         : e.b.getI32Type()),
        lanes(elementwiseLanes(e.kernel, e.target)) {}

  void emit(int64_t rowsPerGroup) {
    auto out = typeOf(e.parts.root->getResult(0)).getShape();
    // One channel: nchw, or an nhwc image that has no more. Narrow types cannot be gathered.
    bool oneChannel = i.channels == 1, lines = oneChannel && elementBytes(element) >= 4;
    bool image = out[3] != i.w.out && lines; // nhwc: the columns are its last two axes
    e.space = ResultSpace(out, image ? 2 : oneChannel && !lines ? 4 : 3);
    auto [begin, end] = e.share(e.workgroup, i.planes * i.h.out, rowsPerGroup);
    e.loop(begin, end, 1, [&](Value row) {
      Rows r = rows(e.div(row, i.h.out), e.rem(row, i.h.out));
      lines ? line(row, r) : pixels(row, r);
    });
  }
};

} // namespace

void emitInterpolate(KernelEmitter& e) {
  InterpolateEmitter(e).emit(e.kernel.getTiling()->getAs<IntegerAttr>("units_per_group").getInt());
}

} // namespace aic::codegen
