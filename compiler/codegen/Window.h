// Windows over each channel by itself, on nhwc activations: depthwise convolution and the poolings.
#pragma once

#include "compiler/codegen/LoopEmitter.h"

namespace aic::codegen {

/// One axis of a window: element k of window i is at i * stride - padLow + k * dilation. Adaptive: window i
/// covers [floor(i * in / out), ceil((i + 1) * in / out)).
struct WindowAxis {
  int64_t in = 1, out = 1, kernel = 1, stride = 1, dilation = 1, padLow = 0, padHigh = 0;
  bool adaptive = false;
};

struct Window {
  enum Kind { Depthwise, Max, Average } kind = Average;
  WindowAxis h, w;
  int64_t images = 1, channels = 1;
  bool includePad = false;     ///< in a mean's divisor
  int64_t padValue = 0;        ///< what lies outside, of a depthwise convolution of integers
  mlir::Value x, weight, bias; ///< arguments of the kernel; weight packed [KH][KW][C]; bias may be null
};
Window describeWindow(mlir::Operation* root);

/// The elements of window `out` of an axis that lie inside: base + k * dilation for k in [lower, upper).
struct WindowRange {
  mlir::Value base, lower, upper;
  mlir::Value divisor; ///< elements that count for a mean
};
WindowRange windowRange(LoopEmitter& e, const WindowAxis& axis, mlir::Value out, bool includePad);

} // namespace aic::codegen
