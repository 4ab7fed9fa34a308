// Poolings on nhwc activations. Vectorised over channels, several vectors at a time; the window's loops are
// clipped to the input, and unrolled over kx for the pixels whose window lies inside. (Depthwise convolution:
// EmitDepthwise.cpp.)
#include "compiler/codegen/Window.h"
#include "compiler/codegen/cpu/Emitters.h"

using namespace mlir;

namespace aic::codegen {
namespace {

// Vectors of channels at once: enough independent sums to hide an addition's latency.
constexpr int64_t kVectors = 4;
// Windows up to this width are unrolled.
constexpr int64_t kUnrolled = 7;

class WindowEmitter {
  using Values = KernelEmitter::Values;
  KernelEmitter& e;
  const Window window;
  const WindowAxis &h = window.h, &w = window.w;
  const int64_t channels = window.channels;
  const FloatType real;
  const int64_t lanes;
  Value x;

  Value toFloat(Value index) {
    Value integer = arith::IndexCastOp::create(e.b, e.loc, e.b.getI64Type(), index);
    return arith::SIToFPOp::create(e.b, e.loc, real, integer);
  }

  // acc[v] <- acc[v] with the element at x[at], for nv vectors of channels.
  Values combine(Values acc, Value at, int64_t nv, Value mask) {
    for (int64_t v = 0; v < nv; ++v) {
      Value element = e.load(x, e.add(at, v * lanes), real, lanes, v == nv - 1 ? mask : Value());
      acc[v] = window.kind == Window::Max ? e.larger(acc[v], element)
                                          : arith::AddFOp::create(e.b, e.loc, acc[v], element).getResult();
    }
    return acc;
  }

  // nv vectors of channels from `channel` on, of one output pixel. `mask` cuts the last vector.
  void pixel(Value image, const WindowRange& rows, const WindowRange& columns, bool interior, Value position,
             Value channel, int64_t nv, Value mask) {
    Value first =
        e.constant(real, window.kind == Window::Max ? -std::numeric_limits<double>::infinity() : 0.0, lanes);
    Values start(static_cast<size_t>(nv), first);
    Value imageBase = e.add(e.mul(image, h.in * w.in * channels), channel);
    Values sums = e.loop(rows.lower, rows.upper, 1, start, [&](Value ky, ValueRange carried) {
      Value y = e.add(rows.base, e.mul(ky, h.dilation));
      Value row = e.add(imageBase, e.mul(e.add(e.mul(y, w.in), columns.base), channels));
      auto column = [&](Value kx, Values acc) {
        return combine(acc, e.add(row, e.mul(kx, w.dilation * channels)), nv, mask);
      };
      Values acc(carried);
      if (interior) {
        for (int64_t kx = 0; kx < w.kernel; ++kx)
          acc = column(e.cst(kx), acc);
        return acc;
      }
      return e.loop(columns.lower, columns.upper, 1, acc,
                    [&](Value kx, ValueRange inner) { return column(kx, Values(inner)); });
    });
    finish(sums, rows, columns, position, channel, mask);
  }

  // The end of one pixel.
  void finish(Values sums, const WindowRange& rows, const WindowRange& columns, Value position, Value channel,
              Value mask) {
    auto nv = static_cast<int64_t>(sums.size());
    if (window.kind == Window::Average) {
      Value count = arith::MulIOp::create(e.b, e.loc, rows.divisor, columns.divisor);
      Value divisor = e.splat(toFloat(count), lanes);
      for (Value& sum : sums)
        sum = arith::DivFOp::create(e.b, e.loc, sum, divisor);
    }
    for (int64_t v = 0; v < nv; ++v)
      e.finish(sums[v], Position{position, e.add(channel, v * lanes), lanes, v == nv - 1 ? mask : Value()});
  }

  void pixels(Value image, Value oh, const WindowRange& rows, int64_t begin, int64_t end, bool interior) {
    if (begin >= end)
      return;
    e.loop(e.cst(begin), e.cst(end), 1, [&](Value ow) {
      WindowRange columns = windowRange(e, w, ow, window.includePad);
      Value position = e.add(e.mul(e.add(e.mul(image, h.out), oh), w.out), ow);
      overChannels([&](Value c, int64_t nv, Value mask) {
        pixel(image, rows, columns, interior, position, c, nv, mask);
      });
    });
  }

  // kVectors vectors of channels at a time, then what is left.
  void overChannels(function_ref<void(Value, int64_t, Value)> body) {
    int64_t block = kVectors * lanes, whole = channels / block * block;
    if (whole > 0)
      e.loop(e.cst(0), e.cst(whole), block, [&](Value c) { body(c, kVectors, {}); });
    if (int64_t rest = channels - whole) {
      Value mask = rest % lanes ? e.maskFirst(e.cst(rest % lanes), lanes) : Value();
      body(e.cst(whole), (rest + lanes - 1) / lanes, mask);
    }
  }

public:
  explicit WindowEmitter(KernelEmitter& e)
      : e(e), window(describeWindow(e.parts.root)), real(e.realOf(window.x)),
        lanes(e.target.lanes(elementBytes(real))), x(e.buffer(window.x)) {}

  void emit(int64_t rowsPerGroup) {
    // Pixels whose window lies inside the row.
    int64_t first = 0, last = 0;
    if (!w.adaptive && w.kernel <= kUnrolled) {
      int64_t reach = (w.kernel - 1) * w.dilation - w.padLow;
      first = std::min(w.out, (w.padLow + w.stride - 1) / w.stride);
      last = w.in - 1 - reach < 0 ? first : std::min(w.out, (w.in - 1 - reach) / w.stride + 1);
      last = std::max(last, first);
    }
    auto [begin, end] = e.share(e.workgroup, window.images * h.out, rowsPerGroup);
    e.loop(begin, end, 1, [&](Value unit) {
      Value image = e.div(unit, h.out), oh = e.rem(unit, h.out);
      WindowRange rows = windowRange(e, h, oh, window.includePad);
      pixels(image, oh, rows, 0, first, false);
      pixels(image, oh, rows, first, last, true);
      pixels(image, oh, rows, last, w.out, false);
    });
  }
};

} // namespace

void emitWindow(KernelEmitter& e) {
  if (isa<Conv2dOp>(e.parts.root))
    return emitDepthwise(e);
  auto out = cast<RankedTensorType>(e.parts.root->getResult(0).getType());
  e.space = ResultSpace(out.getShape(), 3);
  WindowEmitter(e).emit(e.kernel.getTiling()->getAs<IntegerAttr>("units_per_group").getInt());
}

} // namespace aic::codegen
