// What training adds: the operations that rules for gradients make, and dropout. Their classes are in Training.h.
#ifndef AIC_TRAINING_TD
#define AIC_TRAINING_TD

include "dialects/aic/AicBase.td"

def Aic_Conv2dWeightGradientOp
    : Aic_RootOp<"conv2d_weight_gradient", "weight_gradient", [LayoutOpInterface, Aic_HasVjp], ["getFlops"]> {
  let facts = !strconcat(Aic_setsLayout, [{
  ::aic::LayoutRole getLayoutRole() {
    return needsOtherLayout() ? ::aic::LayoutRole::Window : ::aic::LayoutRole::Opaque;
  }
  bool needsOtherLayout() { return getType().getRank() == 4 && getLayout() == ::aic::Layout::NCHW; }
}]);
  let summary = "the gradient of a conv2d's or a linear's weight";
  let description = [{
    Of conv2d with groups 1 and a weight [O, C, kernel]: the sum over images and windows of the products of what a window sees of
    x, [N, C, H, W], and the gradient there, [N, O, OH, OW]. Result: [O, C, KH, KW]. With layout nhwc: [N, H, W, C],
    [N, OH, OW, O] and [O, KH, KW, C]. Windows behind OH and OW have none.
    Of linear x is [K, C], the gradient [K, O], and the result [O, C]: as of 1x1 windows of K pixels.
    Constraints: C1 x and gradient of rank 4, or of rank 2 with kernel, strides and dilation 1 and no padding, C2 one float element type, C3 sizes of attributes (2, 2, 4, 2) and positive kernel,
    strides and dilations, non-negative padding, C4 equal N or K, C5 OH and OW are at most the number of windows in x.
  }];
  let arguments = (ins Aic_FloatTensor:$x, Aic_FloatTensor:$gradient, DenseI64ArrayAttr:$kernel,
    DefaultValuedAttr<DenseI64ArrayAttr, "{1, 1}">:$stride,
    DefaultValuedAttr<DenseI64ArrayAttr, "{0, 0, 0, 0}">:$padding,
    DefaultValuedAttr<DenseI64ArrayAttr, "{1, 1}">:$dilation,
    DefaultValuedAttr<Aic_LayoutAttr, "::aic::Layout::NCHW">:$layout);
  let results = (outs Aic_FloatTensor:$result);
  let assemblyFormat = "$x `,` $gradient attr-dict `:` functional-type(operands, $result)";
}

def Aic_MaxPool2dGradientOp
    : Aic_RootOp<"max_pool2d_gradient", "pool_gradient", [LayoutOpInterface, Aic_HasVjp], ["getFlops"]> {
  let facts = !strconcat(Aic_windowed, Aic_onlyNhwc, Aic_neverJoined);
  let summary = "the gradient of max_pool2d's x";
  let description = [{
    The gradient of each window, of the shape of max_pool2d's result, goes to the first of the largest elements in it, row by row;
    in a window that has a NaN to the first of all. Result: of x's type.
    Constraints: C1 to C5 of max_pool2d, C6 the gradient has the type of its result.
  }];
  let arguments = (ins Aic_FloatTensor:$x, Aic_FloatTensor:$gradient, DenseI64ArrayAttr:$kernel, DenseI64ArrayAttr:$stride,
    DefaultValuedAttr<DenseI64ArrayAttr, "{0, 0, 0, 0}">:$padding,
    DefaultValuedAttr<DenseI64ArrayAttr, "{1, 1}">:$dilation,
    DefaultValuedAttr<BoolAttr, "false">:$ceil_mode,
    DefaultValuedAttr<Aic_LayoutAttr, "::aic::Layout::NCHW">:$layout);
  let results = (outs Aic_FloatTensor:$result);
  let assemblyFormat = "$x `,` $gradient attr-dict `:` functional-type(operands, $result)";
}

def Aic_DropoutOp : Aic_RootOp<"dropout", "dropout", [Aic_HasVjp], ["getFlops"]> {
  let facts = !strconcat(Aic_firstIsActivation, Aic_neverJoined);
  let summary = "zeros in place of a share p of the elements; what is left times 1 / (1 - p)";
  let description = [{
    Element i of x, row-major, stays where its number is at least p * 2^32, rounded to an integer. Numbers are those of Philox4x32-10
    (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", 2011) of the key (key[0], stream) and the counter
    (i / 64 * 16 + i % 16, its high 32 bits, key[1], 0), all modulo 2^32: word i / 16 % 4. So a vector of 16 elements is one word of 16
    neighbouring counters. The gradient draws the same numbers again. Result: of x's type.
    Constraints: C1 x of a float type, C2 key is i64[2] or i32[2], C3 p in [0, 1), C4 stream in [0, 2^32).
  }];
  let arguments = (ins Aic_FloatTensor:$x, Aic_IndexTensor:$key, F64Attr:$p, DefaultValuedAttr<I64Attr, "0">:$stream);
  let results = (outs Aic_FloatTensor:$result);
  let assemblyFormat = "$x `,` $key attr-dict `:` functional-type(operands, $result)";
}

#endif
