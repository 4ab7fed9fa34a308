// Convolution, pooling and interpolation.
#ifndef AIC_WINDOW_TD
#define AIC_WINDOW_TD

include "dialects/aic/AicBase.td"

// Depthwise ones are of the family "window", others contractions.
def Aic_Conv2dOp
    : Aic_InferredOp<"conv2d", [Aic_KernelRoot<["getFamily", "getFlops", "getPackedOperand", "getParts"]>,
                                LayoutOpInterface, Aic_Contraction, Aic_HasVjp]> {
  let extraClassDeclaration = !strconcat(Aic_firstIsActivation, Aic_windowed, Aic_onlyNhwc);
  let summary = "2-D convolution (cross-correlation), PyTorch's conv2d";
  let description = [{
    x: [N, C, H, W] (or [N, H, W, C] with layout nhwc), weight: [O, C/groups, KH, KW] in either layout, bias: [O].
    padding is [top, left, bottom, right]. Result: [N, O, OH, OW] or [N, OH, OW, O] with
    OH = floor((H + top + bottom - dilation[0] * (KH - 1) - 1) / stride[0]) + 1.
    Constraints: C1 x and weight of rank 4, C2 the types of a contraction (AicBase.td), C3 sizes of attributes (2, 4, 2) and positive
    strides, dilations and groups, non-negative padding, C4 C = groups * weight.dim(1), C5 O divisible by groups,
    C6 bias of shape [O], C7 the window fits the padded input, and neither is empty.
  }];
  let arguments = (ins Aic_FactorTensor:$x, Aic_FactorTensor:$weight, Optional<Aic_SumTensor>:$bias,
    DefaultValuedAttr<DenseI64ArrayAttr, "{1, 1}">:$stride,
    DefaultValuedAttr<DenseI64ArrayAttr, "{0, 0, 0, 0}">:$padding,
    DefaultValuedAttr<DenseI64ArrayAttr, "{1, 1}">:$dilation,
    DefaultValuedAttr<I64Attr, "1">:$groups,
    DefaultValuedAttr<Aic_LayoutAttr, "::aic::Layout::NCHW">:$layout);
  let results = (outs Aic_SumTensor:$result);
  let assemblyFormat = "$x `,` $weight (`,` $bias^)? attr-dict `:` functional-type(operands, $result)";
}

def Aic_MaxPool2dOp : Aic_RootOp<"max_pool2d", "window", [LayoutOpInterface, Aic_HasVjp], ["getFlops"]> {
  let facts = !strconcat(Aic_windowed, Aic_onlyNhwc);
  let summary = "maximum over windows; what is outside counts as -inf";
  let description = [{
    x: [N, C, H, W] (nchw) or [N, H, W, C] (nhwc). ceil_mode rounds the output size up, but no window starts in the
    bottom or right padding (PyTorch's rule).
    Constraints: C1 x of rank 4, C2 sizes of attributes and positive kernel, stride, dilation, C3 padding not negative
    and at most half of the kernel, C4 the window fits the padded input, H and W are not empty, C5 x of a float type.
  }];
  let arguments = (ins Aic_FloatTensor:$x, DenseI64ArrayAttr:$kernel, DenseI64ArrayAttr:$stride,
    DefaultValuedAttr<DenseI64ArrayAttr, "{0, 0, 0, 0}">:$padding,
    DefaultValuedAttr<DenseI64ArrayAttr, "{1, 1}">:$dilation,
    DefaultValuedAttr<BoolAttr, "false">:$ceil_mode,
    DefaultValuedAttr<Aic_LayoutAttr, "::aic::Layout::NCHW">:$layout);
  let results = (outs Aic_FloatTensor:$result);
  let assemblyFormat = "$x attr-dict `:` functional-type(operands, $result)";
}

def Aic_AvgPool2dOp : Aic_RootOp<"avg_pool2d", "window", [LayoutOpInterface, Aic_HasVjp], ["getFlops"]> {
  let facts = !strconcat(Aic_windowed, Aic_onlyNhwc);
  let summary = "mean over windows, PyTorch's avg_pool2d";
  let description = [{
    As max_pool2d. The divisor is the window's size inside the padded input with count_include_pad, else the number of
    its elements inside the input.
    Constraints: C1 x of rank 4, C2 sizes of attributes and positive kernel and stride, C3 padding not negative and at
    most half of the kernel, C4 the window fits the padded input, H and W are not empty, C5 x of a float type.
  }];
  let arguments = (ins Aic_FloatTensor:$x, DenseI64ArrayAttr:$kernel, DenseI64ArrayAttr:$stride,
    DefaultValuedAttr<DenseI64ArrayAttr, "{0, 0, 0, 0}">:$padding,
    DefaultValuedAttr<BoolAttr, "false">:$ceil_mode,
    DefaultValuedAttr<BoolAttr, "true">:$count_include_pad,
    DefaultValuedAttr<Aic_LayoutAttr, "::aic::Layout::NCHW">:$layout);
  let results = (outs Aic_FloatTensor:$result);
  let assemblyFormat = "$x attr-dict `:` functional-type(operands, $result)";
}

def Aic_AdaptiveAvgPool2dOp : Aic_RootOp<"adaptive_avg_pool2d", "window", [LayoutOpInterface, Aic_HasVjp]> {
  let facts = !strconcat(Aic_windowed, Aic_onlyNhwc);
  let summary = "mean over output_size windows that cover the input";
  let description = [{
    Window i of axis H is [floor(i * H / OH), ceil((i + 1) * H / OH)), PyTorch's rule.
    Constraints: C1 x of rank 4, C2 output_size of two positive sizes, C3 H and W are not empty, C4 x of a float type.
  }];
  let arguments = (ins Aic_FloatTensor:$x, DenseI64ArrayAttr:$output_size,
    DefaultValuedAttr<Aic_LayoutAttr, "::aic::Layout::NCHW">:$layout);
  let results = (outs Aic_FloatTensor:$result);
  let assemblyFormat = "$x attr-dict `:` functional-type(operands, $result)";
}

def Aic_Conv1dOp : Aic_DecomposedOp<"conv1d", "contraction", [Aic_HasVjp]> {
  let facts = Aic_firstIsActivation;
  let summary = "1-D convolution (cross-correlation), PyTorch's conv1d";
  let description = [{
    x: [N, C, L], weight: [O, C/groups, K], bias: [O]. padding is [left, right]. Result: [N, O, OL], OL as conv2d's OH.
    Constraints: C1 x and weight of rank 3, C2 one float element type, C3 sizes of attributes (1, 2, 1) and positive
    strides, dilations and groups, non-negative padding, C4 C = groups * weight.dim(1), C5 O divisible by groups,
    C6 bias of shape [O], C7 the window fits the padded input, and neither is empty.
  }];
  let arguments = (ins Aic_FloatTensor:$x, Aic_FloatTensor:$weight, Optional<Aic_FloatTensor>:$bias,
    DefaultValuedAttr<DenseI64ArrayAttr, "{1}">:$stride,
    DefaultValuedAttr<DenseI64ArrayAttr, "{0, 0}">:$padding,
    DefaultValuedAttr<DenseI64ArrayAttr, "{1}">:$dilation,
    DefaultValuedAttr<I64Attr, "1">:$groups);
  let results = (outs Aic_FloatTensor:$result);
  let assemblyFormat = "$x `,` $weight (`,` $bias^)? attr-dict `:` functional-type(operands, $result)";
}

def Aic_ConvTranspose2dOp : Aic_DecomposedOp<"conv_transpose2d", "contraction", [Aic_HasVjp]> {
  let facts = Aic_firstIsActivation;
  let summary = "transposed 2-D convolution, PyTorch's conv_transpose2d";
  let description = [{
    Every element of x adds weight * x to a window of the result, stride apart; padding cuts the result's edges,
    output_padding lengthens its bottom and right.
    x: [N, C, H, W], weight: [C, O/groups, KH, KW], bias: [O]. padding is [top, left, bottom, right]. Result:
    [N, O, OH, OW] with OH = (H - 1) * stride[0] - top - bottom + dilation[0] * (KH - 1) + output_padding[0] + 1.
    Constraints: C1 x and weight of rank 4, C2 one float element type, C3 sizes of attributes (2, 4, 2, 2) and positive
    strides, dilations and groups, non-negative padding and output_padding, C4 C = weight.dim(0), divisible by groups,
    C5 output_padding below stride or dilation, C6 bias of shape [O], C7 height and width of x, weight and result are
    not empty.
  }];
  let arguments = (ins Aic_FloatTensor:$x, Aic_FloatTensor:$weight, Optional<Aic_FloatTensor>:$bias,
    DefaultValuedAttr<DenseI64ArrayAttr, "{1, 1}">:$stride,
    DefaultValuedAttr<DenseI64ArrayAttr, "{0, 0, 0, 0}">:$padding,
    DefaultValuedAttr<DenseI64ArrayAttr, "{0, 0}">:$output_padding,
    DefaultValuedAttr<DenseI64ArrayAttr, "{1, 1}">:$dilation,
    DefaultValuedAttr<I64Attr, "1">:$groups);
  let results = (outs Aic_FloatTensor:$result);
  let assemblyFormat = "$x `,` $weight (`,` $bias^)? attr-dict `:` functional-type(operands, $result)";
}

def Aic_InterpolateOp : Aic_RootOp<"interpolate", "interpolate", [LayoutOpInterface, Aic_HasVjp], ["getFlops"]> {
  let facts = Aic_windowed;
  let summary = "the image at another size, PyTorch's interpolate";
  let description = [{
    x: [N, C, H, W] (nchw) or [N, H, W, C] (nhwc); result: the same with output_size for H and W.
    Along each axis s is 1 / scales[i] where scales are given, else in / out. nearest: element i is x's
    min(floor(i * s), in - 1). bilinear: its place is max((i + 0.5) * s - 0.5, 0), or with align_corners
    i * (in - 1) / (out - 1), 0 where out is 1 (scales then mean nothing); the neighbours are floor(place) and the one
    after it, the last at most. Places are computed in f32 for all types but f64, as PyTorch does.
    Constraints: C1 x of rank 4, C2 output_size of two positive sizes, C3 H and W are not empty, C4 x of a float type,
    C5 align_corners with bilinear only, C6 scales of two positive numbers, and output_size is floor(size * scale).
  }];
  let arguments = (ins Aic_FloatTensor:$x, DenseI64ArrayAttr:$output_size,
    DefaultValuedAttr<Aic_ResizeModeAttr, "::aic::ResizeMode::Nearest">:$mode,
    DefaultValuedAttr<BoolAttr, "false">:$align_corners,
    OptionalAttr<DenseF64ArrayAttr>:$scales,
    DefaultValuedAttr<Aic_LayoutAttr, "::aic::Layout::NCHW">:$layout);
  let results = (outs Aic_FloatTensor:$result);
  let assemblyFormat = "$x attr-dict `:` functional-type(operands, $result)";
}

#endif
