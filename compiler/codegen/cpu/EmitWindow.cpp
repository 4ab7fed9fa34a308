// Windows over each channel by itself: depthwise convolution and the poolings, on nhwc activations.
// Vectorised over channels, several vectors at a time; the window's loops are clipped to the input, and
// unrolled over kx for the pixels whose window lies inside.
#include "compiler/codegen/cpu/Emitters.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;

namespace aic::codegen {
namespace {

// Vectors of channels at once: enough independent sums to hide an FMA's latency, few enough for the 16
// registers of AVX2.
constexpr int64_t kVectors = 4;
// Windows up to this width are unrolled.
constexpr int64_t kUnrolled = 7;

struct Axis {
  int64_t in, out, kernel = 1, stride = 1, dilation = 1, padLow = 0, padHigh = 0;
  bool adaptive = false;
};

class WindowEmitter {
  using Values = KernelEmitter::Values;
  enum Kind { Depthwise, Max, Average } kind = Average;
  KernelEmitter& e;
  Axis h, w;
  int64_t channels = 0, lanes;
  bool includePad = false;
  Value x, weight, bias;
  FloatType f32;

  struct Range {
    Value base, lower, upper; // element k of the window is base + k * dilation, for k in [lower, upper)
    Value divisor;            // elements that count for a mean, index
  };

  Range range(const Axis& axis, Value out) {
    Range r;
    if (axis.adaptive) {
      r.base = e.div(e.mul(out, axis.in), axis.out);
      Value end = e.div(e.add(e.mul(e.add(out, 1), axis.in), axis.out - 1), axis.out);
      r.lower = e.cst(0);
      r.upper = r.divisor = e.sub(end, r.base);
      return r;
    }
    r.base = e.add(e.mul(out, axis.stride), -axis.padLow);
    r.lower = e.ceilDivClipped(e.sub(e.cst(0), r.base), axis.dilation, axis.kernel);
    r.upper = e.ceilDivClipped(e.sub(e.cst(axis.in), r.base), axis.dilation, axis.kernel);
    r.divisor = includePad ? e.sub(e.min(e.add(r.base, axis.kernel), e.cst(axis.in + axis.padHigh)), r.base)
                           : e.sub(r.upper, r.lower);
    return r;
  }

  Value toFloat(Value index) {
    Value integer = arith::IndexCastOp::create(e.b, e.loc, e.b.getI64Type(), index);
    return arith::SIToFPOp::create(e.b, e.loc, f32, integer);
  }

  // acc[v] <- acc[v] with the element at x[at], for nv vectors of channels.
  Values combine(Values acc, Value at, Value weightAt, int64_t nv, Value mask) {
    for (int64_t v = 0; v < nv; ++v) {
      Value lastMask = v == nv - 1 ? mask : Value();
      Value element = e.load(x, e.add(at, v * lanes), f32, lanes, lastMask);
      if (kind == Max) {
        acc[v] = e.larger(acc[v], element);
      } else if (kind == Average) {
        acc[v] = arith::AddFOp::create(e.b, e.loc, acc[v], element);
      } else {
        Value factor = e.load(weight, e.add(weightAt, v * lanes), f32, lanes, lastMask);
        if (e.target.fusedMultiplyAdd)
          acc[v] = vector::FMAOp::create(e.b, e.loc, element, factor, acc[v]);
        else
          acc[v] =
              arith::AddFOp::create(e.b, e.loc, arith::MulFOp::create(e.b, e.loc, element, factor), acc[v]);
      }
    }
    return acc;
  }

  // nv vectors of channels from `channel` on, of one output pixel. `mask` cuts the last vector.
  void pixel(Value image, const Range& rows, const Range& columns, bool interior, Value position,
             Value channel, int64_t nv, Value mask) {
    Values start;
    for (int64_t v = 0; v < nv; ++v) {
      if (kind == Depthwise && bias)
        start.push_back(e.load(bias, e.add(channel, v * lanes), f32, lanes, v == nv - 1 ? mask : Value()));
      else
        start.push_back(e.constant(f32, kind == Max ? -std::numeric_limits<double>::infinity() : 0.0, lanes));
    }
    Value imageBase = e.add(e.mul(image, h.in * w.in * channels), channel);
    Values sums = e.loop(rows.lower, rows.upper, 1, start, [&](Value ky, ValueRange carried) {
      Value y = e.add(rows.base, e.mul(ky, h.dilation));
      Value row = e.add(imageBase, e.mul(e.add(e.mul(y, w.in), columns.base), channels));
      Value weightRow = e.add(e.mul(ky, w.kernel * channels), channel);
      auto column = [&](Value kx, Values acc) {
        return combine(acc, e.add(row, e.mul(kx, w.dilation * channels)),
                       e.add(weightRow, e.mul(kx, channels)), nv, mask);
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
    if (kind == Average) {
      Value count = arith::MulIOp::create(e.b, e.loc, rows.divisor, columns.divisor);
      Value divisor = e.splat(toFloat(count), lanes);
      for (Value& sum : sums)
        sum = arith::DivFOp::create(e.b, e.loc, sum, divisor);
    }
    for (int64_t v = 0; v < nv; ++v)
      e.finish(sums[v], Position{position, e.add(channel, v * lanes), lanes, v == nv - 1 ? mask : Value()});
  }

  void pixels(Value image, Value oh, const Range& rows, int64_t begin, int64_t end, bool interior) {
    if (begin >= end)
      return;
    e.loop(e.cst(begin), e.cst(end), 1, [&](Value ow) {
      Range columns = range(w, ow);
      Value position = e.add(e.mul(e.add(e.mul(image, h.out), oh), w.out), ow);
      int64_t block = kVectors * lanes, whole = channels / block * block;
      if (whole > 0)
        e.loop(e.cst(0), e.cst(whole), block,
               [&](Value c) { pixel(image, rows, columns, interior, position, c, kVectors, {}); });
      if (int64_t rest = channels - whole) {
        int64_t nv = (rest + lanes - 1) / lanes;
        Value mask = rest % lanes ? e.maskFirst(e.cst(rest % lanes), lanes) : Value();
        pixel(image, rows, columns, interior, position, e.cst(whole), nv, mask);
      }
    });
  }

public:
  explicit WindowEmitter(KernelEmitter& e) : e(e), lanes(e.target.lanes(4)), f32(e.b.getF32Type()) {
    Operation* root = e.parts.root;
    auto in = cast<RankedTensorType>(root->getOperand(0).getType()).getShape();
    auto out = cast<RankedTensorType>(root->getResult(0).getType()).getShape();
    h.in = in[1], w.in = in[2], channels = in[3];
    h.out = out[1], w.out = out[2];
    x = e.buffer(root->getOperand(0));
    auto window = [&](ArrayRef<int64_t> kernel, ArrayRef<int64_t> stride, ArrayRef<int64_t> padding,
                      ArrayRef<int64_t> dilation) {
      h.kernel = kernel[0], w.kernel = kernel[1];
      h.stride = stride[0], w.stride = stride[1];
      h.padLow = padding[0], w.padLow = padding[1];
      h.padHigh = padding[2], w.padHigh = padding[3];
      h.dilation = dilation[0], w.dilation = dilation[1];
    };
    if (auto conv = dyn_cast<Conv2dOp>(root)) {
      kind = Depthwise;
      auto shape = cast<RankedTensorType>(conv.getWeight().getType()).getShape();
      window(shape.drop_front(2), conv.getStride(), conv.getPadding(), conv.getDilation());
      weight = e.buffer(conv.getWeight());
      if (conv.getBias())
        bias = e.buffer(conv.getBias());
    } else if (auto pool = dyn_cast<MaxPool2dOp>(root)) {
      kind = Max;
      window(pool.getKernel(), pool.getStride(), pool.getPadding(), pool.getDilation());
    } else if (auto pool = dyn_cast<AvgPool2dOp>(root)) {
      window(pool.getKernel(), pool.getStride(), pool.getPadding(), {1, 1});
      includePad = pool.getCountIncludePad();
    } else {
      h.adaptive = w.adaptive = true;
    }
  }

  void emit(int64_t rowsPerGroup, int64_t images) {
    // Pixels whose window lies inside the row.
    int64_t first = 0, last = 0;
    if (!w.adaptive && w.kernel <= kUnrolled) {
      int64_t reach = (w.kernel - 1) * w.dilation - w.padLow;
      first = std::min(w.out, (w.padLow + w.stride - 1) / w.stride);
      last = w.in - 1 - reach < 0 ? first : std::min(w.out, (w.in - 1 - reach) / w.stride + 1);
      last = std::max(last, first);
    }
    auto [begin, end] = e.share(e.workgroup, images * h.out, rowsPerGroup);
    e.loop(begin, end, 1, [&](Value unit) {
      Value image = e.div(unit, h.out), oh = e.rem(unit, h.out);
      Range rows = range(h, oh);
      pixels(image, oh, rows, 0, first, false);
      pixels(image, oh, rows, first, last, true);
      pixels(image, oh, rows, last, w.out, false);
    });
  }
};

} // namespace

void emitWindow(KernelEmitter& e) {
  auto out = cast<RankedTensorType>(e.parts.root->getResult(0).getType());
  e.space = ResultSpace(out.getShape(), 3);
  WindowEmitter(e).emit(e.kernel.getTiling()->getAs<IntegerAttr>("units_per_group").getInt(),
                        out.getShape()[0]);
}

} // namespace aic::codegen
