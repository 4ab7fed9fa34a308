// The gradient of max_pool2d's x, on nhwc activations, some channels of an image at a time: they are cleared,
// then each window, row by row, looks for its largest element and adds its gradient at the first that is as
// large. Windows that lie side by side and cover x write instead.
#include "compiler/codegen/Window.h"
#include "compiler/codegen/cpu/TrainingEmitters.h"

using namespace mlir;

namespace aic::codegen {
namespace {

// Vectors of channels at once.
constexpr int64_t kVectors = 2;
// Windows of so many places are unrolled where all of them lie in x.
constexpr int64_t kUnrolled = 9;

class PoolGradientEmitter {
  using Values = KernelEmitter::Values;
  KernelEmitter& e;
  WindowAxis h, w;
  int64_t images, channels;
  Value x, gradient, result;
  FloatType real;
  int64_t lanes;
  bool covered = false; ///< each element of x is in one window

  /// The vectors of channels that are computed at once.
  struct Channels {
    Value first;
    int64_t count;
    Value mask; ///< of the last vector, or null
    Value maskOf(int64_t v) const { return v == count - 1 ? mask : Value(); }
  };

  void clear(Value image, const Channels& c) {
    e.loop(e.cst(0), e.cst(h.in * w.in), 1, [&](Value pixel) {
      Value at = e.add(e.mul(e.add(e.mul(image, h.in * w.in), pixel), channels), c.first);
      for (int64_t v = 0; v < c.count; ++v)
        e.store(e.constant(real, 0.0, lanes), result, e.add(at, v * lanes), c.maskOf(v));
    });
  }

  /// One window: `each` calls its body for the places of its window, and passes values on.
  void window(Value pixel, const Channels& c,
              function_ref<Values(Values, function_ref<Values(Value, Values)>)> each) {
    Values largest(static_cast<size_t>(c.count),
                   e.constant(real, -std::numeric_limits<double>::infinity(), lanes));
    largest = each(largest, [&](Value at, Values found) {
      for (int64_t v = 0; v < c.count; ++v)
        found[v] = e.larger(found[v], e.load(x, e.add(at, v * lanes), real, lanes, c.maskOf(v)));
      return found;
    });
    Values left; // what no place has taken yet
    for (int64_t v = 0; v < c.count; ++v)
      left.push_back(e.load(gradient, e.add(e.add(e.mul(pixel, channels), c.first), v * lanes), real, lanes,
                            c.maskOf(v)));
    each(left, [&](Value at, Values rest) {
      Value zero = e.constant(real, 0.0, lanes);
      for (int64_t v = 0; v < c.count; ++v) {
        Value place = e.add(at, v * lanes), element = e.load(x, place, real, lanes, c.maskOf(v));
        Value lower = arith::CmpFOp::create(e.b, e.loc, arith::CmpFPredicate::OLT, element, largest[v]);
        Value own = arith::SelectOp::create(e.b, e.loc, lower, zero, rest[v]);
        if (!covered)
          own = arith::AddFOp::create(e.b, e.loc, e.load(result, place, real, lanes, c.maskOf(v)), own);
        e.store(own, result, place, c.maskOf(v));
        rest[v] = arith::SelectOp::create(e.b, e.loc, lower, rest[v], zero);
      }
      return rest;
    });
  }

  void windows(Value image, Value oh, const WindowRange& rows, const Channels& c, int64_t begin, int64_t end,
               bool inside) {
    if (begin >= end)
      return;
    e.loop(e.cst(begin), e.cst(end), 1, [&](Value ow) {
      WindowRange columns = windowRange(e, w, ow, /*includePad=*/false);
      Value pixel = e.add(e.mul(e.add(e.mul(image, h.out), oh), w.out), ow);
      Value plane = e.add(e.mul(image, h.in * w.in * channels), c.first);
      auto at = [&](Value ky, Value kx) {
        Value y = e.add(rows.base, e.mul(ky, h.dilation)),
              column = e.add(columns.base, e.mul(kx, w.dilation));
        return e.add(plane, e.mul(e.add(e.mul(y, w.in), column), channels));
      };
      window(pixel, c, [&](Values values, function_ref<Values(Value, Values)> body) {
        if (inside) {
          for (int64_t ky = 0; ky < h.kernel; ++ky)
            for (int64_t kx = 0; kx < w.kernel; ++kx)
              values = body(at(e.cst(ky), e.cst(kx)), values);
          return values;
        }
        return e.loop(rows.lower, rows.upper, 1, values, [&](Value ky, ValueRange outer) {
          return e.loop(columns.lower, columns.upper, 1, outer,
                        [&](Value kx, ValueRange inner) { return body(at(ky, kx), Values(inner)); });
        });
      });
    });
  }

  void plane(Value image, const Channels& c) {
    if (!covered)
      clear(image, c);
    // Windows that lie in x.
    auto inner = [](const WindowAxis& axis) -> std::pair<int64_t, int64_t> {
      int64_t reach = (axis.kernel - 1) * axis.dilation - axis.padLow;
      int64_t first = std::min(axis.out, ceilDiv(axis.padLow, axis.stride));
      int64_t last =
          axis.in - 1 - reach < 0 ? 0 : std::min(axis.out, (axis.in - 1 - reach) / axis.stride + 1);
      return {first, std::max(first, last)};
    };
    auto [top, bottom] = inner(h);
    auto [left, right] = inner(w);
    const bool unrolled = h.kernel * w.kernel <= kUnrolled;
    auto rowsOf = [&, left = left, right = right](int64_t begin, int64_t end, bool inside) {
      if (begin >= end)
        return;
      e.loop(e.cst(begin), e.cst(end), 1, [&](Value oh) {
        WindowRange rows = windowRange(e, h, oh, /*includePad=*/false);
        if (!inside)
          return windows(image, oh, rows, c, 0, w.out, false);
        windows(image, oh, rows, c, 0, left, false);
        windows(image, oh, rows, c, left, right, true);
        windows(image, oh, rows, c, right, w.out, false);
      });
    };
    rowsOf(0, top, false);
    rowsOf(top, bottom, unrolled);
    rowsOf(bottom, h.out, false);
  }

public:
  explicit PoolGradientEmitter(KernelEmitter& e) : e(e) {
    auto op = cast<MaxPool2dGradientOp>(e.parts.root);
    auto in = op.getX().getType().getShape(), out = op.getGradient().getType().getShape();
    auto axis = [&](int i) {
      WindowAxis a;
      a.in = in[1 + i], a.out = out[1 + i];
      a.kernel = op.getKernel()[i], a.stride = op.getStride()[i], a.dilation = op.getDilation()[i];
      a.padLow = op.getPadding()[i], a.padHigh = op.getPadding()[2 + i];
      return a;
    };
    h = axis(0), w = axis(1);
    images = in[0], channels = in[3];
    x = e.buffer(op.getX()), gradient = e.buffer(op.getGradient()), result = e.resultBuffer(0);
    real = e.realOf(op.getX());
    lanes = e.target.lanes(elementBytes(real));
    auto sideBySide = [](const WindowAxis& a) {
      return a.kernel == a.stride && a.dilation == 1 && a.padLow == 0 && a.out * a.kernel == a.in;
    };
    covered = sideBySide(h) && sideBySide(w);
  }

  void emit(int64_t unitsPerGroup) {
    const int64_t block = kVectors * lanes, blocks = ceilDiv(channels, block);
    auto [begin, end] = e.share(e.workgroup, images * blocks, unitsPerGroup);
    e.loop(begin, end, 1, [&](Value unit) {
      Value image = e.div(unit, blocks), number = blocks == 1 ? e.cst(0) : e.rem(unit, blocks);
      Value first = e.mul(number, block);
      const int64_t rest = channels % block;
      auto tail = [&] {
        Value mask = rest % lanes ? e.maskFirst(e.cst(rest % lanes), lanes) : Value();
        plane(image, {first, ceilDiv(rest, lanes), mask});
      };
      if (rest == 0)
        return plane(image, {first, kVectors, {}});
      if (blocks == 1)
        return tail();
      Value isTail = arith::CmpIOp::create(e.b, e.loc, arith::CmpIPredicate::eq, number, e.cst(blocks - 1));
      e.ifThenElse(isTail, tail, [&] { plane(image, {first, kVectors, {}}); });
    });
  }
};

} // namespace

int64_t poolGradientUnits(Operation* root, const CpuTarget& target) {
  auto x = typeOf(root->getOperand(0));
  int64_t bytes = std::max<int64_t>(elementBytes(x.getElementType()), sizeof(float));
  return x.getDimSize(0) * ceilDiv(x.getDimSize(3), kVectors * target.lanes(bytes));
}

void emitPoolGradient(KernelEmitter& e) {
  e.space = ResultSpace(typeOf(e.parts.root->getResult(0)).getShape(), 3);
  PoolGradientEmitter(e).emit(e.kernel.getTiling()->getAs<IntegerAttr>("units_per_group").getInt());
}

} // namespace aic::codegen
