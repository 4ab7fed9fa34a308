// Windows: see Window.h.
#include "compiler/codegen/Window.h"

#include "compiler/lowering/Lowering.h"
#include "compiler/lowering/Prologue.h"

using namespace mlir;

namespace aic::codegen {

Window describeWindow(Operation* root) {
  Window window;
  WindowAxis &h = window.h, &w = window.w;
  auto in = typeOf(root->getOperand(0)).getShape(), out = typeOf(root->getResult(0)).getShape();
  h.in = in[1], w.in = in[2], window.channels = in[3];
  window.images = out[0], h.out = out[1], w.out = out[2];
  window.x = root->getOperand(0);
  auto set = [&](ArrayRef<int64_t> kernel, ArrayRef<int64_t> stride, ArrayRef<int64_t> padding,
                 ArrayRef<int64_t> dilation) {
    h.kernel = kernel[0], w.kernel = kernel[1];
    h.stride = stride[0], w.stride = stride[1];
    h.padLow = padding[0], w.padLow = padding[1];
    h.padHigh = padding[2], w.padHigh = padding[3];
    h.dilation = dilation[0], w.dilation = dilation[1];
  };
  if (auto conv = dyn_cast<Conv2dOp>(root)) {
    window.kind = Window::Depthwise;
    set(typeOf(conv.getWeight()).getShape().drop_front(2), conv.getStride(), conv.getPadding(),
        conv.getDilation());
    window.weight = lowering::behindViews(conv.getWeight());
    window.bias = conv.getBias();
    if (PadOp pad = lowering::padOf(conv)) {
      window.x = pad.getX();
      auto image = typeOf(window.x).getShape();
      h.in = image[1], w.in = image[2];
      h.padLow = pad.getLow()[1], w.padLow = pad.getLow()[2];
      h.padHigh = pad.getHigh()[1], w.padHigh = pad.getHigh()[2];
      window.padValue = static_cast<int64_t>(pad.getValue().convertToDouble());
    }
  } else if (auto pool = dyn_cast<MaxPool2dOp>(root)) {
    window.kind = Window::Max;
    set(pool.getKernel(), pool.getStride(), pool.getPadding(), pool.getDilation());
  } else if (auto pool = dyn_cast<AvgPool2dOp>(root)) {
    set(pool.getKernel(), pool.getStride(), pool.getPadding(), {1, 1});
    window.includePad = pool.getCountIncludePad();
  } else {
    h.adaptive = w.adaptive = true;
  }
  return window;
}

WindowRange windowRange(LoopEmitter& e, const WindowAxis& axis, Value out, bool includePad) {
  WindowRange r;
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

} // namespace aic::codegen
