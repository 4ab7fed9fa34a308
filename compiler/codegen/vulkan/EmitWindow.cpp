// Windows over each channel by itself: depthwise convolution and the poolings, on nhwc activations. One
// invocation takes four channels of a pixel (one channel where they are no fours); the window's loops are
// clipped to the input.
#include "compiler/codegen/vulkan/Emitters.h"

#include <limits>

using namespace mlir;

namespace aic::codegen::vulkan {
namespace {

struct Axis {
  int64_t in, out, kernel = 1, stride = 1, dilation = 1, padLow = 0, padHigh = 0;
  bool adaptive = false;
};

RankedTensorType typeOf(Value value) {
  return cast<RankedTensorType>(value.getType());
}

class WindowEmitter {
  using Values = KernelEmitter::Values;
  enum Kind { Depthwise, Max, Average } kind = Average;
  KernelEmitter& e;
  Axis h, w;
  int64_t channels = 0, images = 0, lanes;
  bool includePad = false;
  Value x, weight, bias;

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

  // Offsets count fours or single channels: `channels` of them make a pixel.
  Value at(Value argument, Value offset) {
    return lanes == 4 ? e.load4(argument, offset) : e.load(argument, offset);
  }

  Value combine(Value sum, Value offset, Value weightOffset) {
    Value element = at(x, offset);
    if (kind == Max)
      return arith::MaximumFOp::create(e.b, e.loc, sum, element);
    if (kind == Average)
      return e.fadd(sum, element);
    return e.multiplyAdd(element, at(weight, weightOffset), sum);
  }

public:
  explicit WindowEmitter(KernelEmitter& e) : e(e) {
    Operation* root = e.parts.root;
    auto in = typeOf(root->getOperand(0)).getShape(), out = typeOf(root->getResult(0)).getShape();
    lanes = in[3] % 4 == 0 ? 4 : 1;
    h.in = in[1], w.in = in[2], channels = in[3] / lanes;
    images = out[0], h.out = out[1], w.out = out[2];
    x = root->getOperand(0);
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
      window(typeOf(conv.getWeight()).getShape().drop_front(2), conv.getStride(), conv.getPadding(),
             conv.getDilation());
      weight = conv.getWeight();
      bias = conv.getBias();
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

  void emit() {
    Type f32 = e.b.getF32Type();
    int64_t width = lanes == 4 ? 4 : 0;
    e.forEachInvocation(images * h.out * w.out * channels, [&](Value id) {
      SmallVector<Value> index = e.delinearize(id, {images, h.out, w.out, channels});
      Value channel = index[3];
      Range rows = range(h, index[1]), columns = range(w, index[2]);
      Value image = e.add(e.mul(index[0], h.in * w.in * channels), channel);
      Value start =
          kind == Depthwise && bias
              ? at(bias, channel)
              : e.constant(f32, kind == Max ? -std::numeric_limits<double>::infinity() : 0.0, width);
      Value sum = e.loop(rows.lower, rows.upper, 1, ValueRange{start}, [&](Value ky, ValueRange carried) {
        Value y = e.add(rows.base, e.mul(ky, h.dilation));
        Value row = e.add(image, e.mul(e.add(e.mul(y, w.in), columns.base), channels));
        return e.loop(columns.lower, columns.upper, 1, carried, [&](Value kx, ValueRange inner) {
          Value weightAt =
              e.add(e.mul(e.add(e.mul(ky, w.kernel), kx), channels), channel); // packed [KH][KW][C]
          return Values{combine(inner[0], e.add(row, e.mul(kx, w.dilation * channels)), weightAt)};
        });
      })[0];
      if (kind == Average) {
        Value count = arith::MulIOp::create(e.b, e.loc, rows.divisor, columns.divisor);
        Value integer = arith::IndexCastOp::create(e.b, e.loc, e.b.getI32Type(), count);
        Value divisor = arith::SIToFPOp::create(e.b, e.loc, f32, integer);
        sum = arith::DivFOp::create(e.b, e.loc, sum, e.splat(divisor, width));
      }
      Value pixel = e.add(e.mul(e.add(e.mul(index[0], h.out), index[1]), w.out), index[2]);
      e.finish(sum, Position{pixel, e.mul(channel, lanes), width});
    });
  }
};

} // namespace

Variants windowVariants(schedule::KernelOp kernel) {
  auto out = typeOf(splitKernel(kernel).root->getResult(0));
  return {flat(out.getNumElements() / (out.getShape().back() % 4 == 0 ? 4 : 1))};
}

void emitWindow(KernelEmitter& e) {
  e.space = ResultSpace(typeOf(e.parts.root->getResult(0)).getShape(), 3);
  WindowEmitter(e).emit();
}

} // namespace aic::codegen::vulkan
