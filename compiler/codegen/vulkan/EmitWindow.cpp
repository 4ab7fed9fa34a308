// Windows over each channel by itself: depthwise convolution and the poolings, on nhwc activations. One
// invocation takes four channels of a pixel (one channel where they are no fours); the window's loops are
// clipped to the input.
#include "compiler/codegen/Window.h"
#include "compiler/codegen/vulkan/Emitters.h"

#include <limits>

using namespace mlir;

namespace aic::codegen::vulkan {
namespace {

class WindowEmitter {
  using Values = KernelEmitter::Values;
  KernelEmitter& e;
  const Window window;
  const WindowAxis &h = window.h, &w = window.w;
  const int64_t lanes, channels; // channels in units of lanes

  // Offsets count fours or single channels: `channels` of them make a pixel.
  Value at(Value argument, Value offset) {
    return lanes == 4 ? e.load4(argument, offset) : e.load(argument, offset);
  }

  Value combine(Value sum, Value offset, Value weightOffset) {
    Value element = at(window.x, offset);
    if (window.kind == Window::Max)
      return arith::MaximumFOp::create(e.b, e.loc, sum, element);
    if (window.kind == Window::Average)
      return e.fadd(sum, element);
    return e.multiplyAdd(element, at(window.weight, weightOffset), sum);
  }

public:
  explicit WindowEmitter(KernelEmitter& e)
      : e(e), window(describeWindow(e.parts.root)), lanes(window.channels % 4 == 0 ? 4 : 1),
        channels(window.channels / lanes) {}

  void emit() {
    Type f32 = e.b.getF32Type();
    int64_t width = lanes == 4 ? 4 : 0;
    e.forEachInvocation(window.images * h.out * w.out * channels, [&](Value id) {
      SmallVector<Value> index = e.delinearize(id, {window.images, h.out, w.out, channels});
      Value channel = index[3];
      WindowRange rows = windowRange(e, h, index[1], window.includePad);
      WindowRange columns = windowRange(e, w, index[2], window.includePad);
      Value image = e.add(e.mul(index[0], h.in * w.in * channels), channel);
      Value start =
          window.kind == Window::Depthwise && window.bias
              ? at(window.bias, channel)
              : e.constant(f32, window.kind == Window::Max ? -std::numeric_limits<double>::infinity() : 0.0,
                           width);
      Value sum = e.loop(rows.lower, rows.upper, 1, ValueRange{start}, [&](Value ky, ValueRange carried) {
        Value y = e.add(rows.base, e.mul(ky, h.dilation));
        Value row = e.add(image, e.mul(e.add(e.mul(y, w.in), columns.base), channels));
        return e.loop(columns.lower, columns.upper, 1, carried, [&](Value kx, ValueRange inner) {
          Value weightAt =
              e.add(e.mul(e.add(e.mul(ky, w.kernel), kx), channels), channel); // packed [KH][KW][C]
          return Values{combine(inner[0], e.add(row, e.mul(kx, w.dilation * channels)), weightAt)};
        });
      })[0];
      if (window.kind == Window::Average) {
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
