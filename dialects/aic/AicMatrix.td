// Matrix products and normalisation.
#ifndef AIC_MATRIX_TD
#define AIC_MATRIX_TD

include "dialects/aic/AicBase.td"

//===-- Matrix products --------------------------------------------------------------------------------------------===//

def Aic_MatmulOp
    : Aic_RootOp<"matmul", "contraction", [Aic_Contraction, Aic_HasVjp], ["getFlops", "getPackedOperand", "getParts"]> {
  let summary = "a . b over the last two axes; leading axes broadcast";
  let description = [{
    a: [..., M, K], b: [..., K, N], both of rank at least 2 (frontends reshape vectors). Result: [..., M, N].
    Constraints: C1 rank at least 2, C2 the types of a contraction (AicBase.td), C3 equal K, C4 leading axes broadcast.
  }];
  let arguments = (ins Aic_FactorTensor:$a, Aic_FactorTensor:$b);
  let results = (outs Aic_SumTensor:$result);
  let assemblyFormat = "$a `,` $b attr-dict `:` functional-type(operands, $result)";
}

def Aic_LinearOp
    : Aic_RootOp<"linear", "contraction", [Aic_Contraction, Aic_HasVjp], ["getFlops", "getPackedOperand", "getParts"]> {
  let facts = Aic_firstIsActivation;
  let summary = "x . weight^T + bias, PyTorch's linear";
  let description = [{
    x: [..., K] of rank at least 1, weight: [N, K], bias: [N]. Result: [..., N].
    Constraints: C1 x of rank at least 1 and weight of rank 2, C2 the types of a contraction (AicBase.td), C3 equal K, C4 bias of shape
    [N].
  }];
  let arguments = (ins Aic_FactorTensor:$x, Aic_FactorTensor:$weight, Optional<Aic_SumTensor>:$bias);
  let results = (outs Aic_SumTensor:$result);
  let assemblyFormat = "$x `,` $weight (`,` $bias^)? attr-dict `:` functional-type(operands, $result)";
}

//===-- Normalisation ----------------------------------------------------------------------------------------------===//

def Aic_BatchNormOp
    : Aic_DecomposedOp<"batch_norm", "elementwise", [AttrSizedOperandSegments, LayoutOpInterface, Aic_HasVjp]> {
  let facts = !strconcat(Aic_firstIsActivation, Aic_flexibleNorm);
  let summary = "batch normalisation with running statistics";
  let description = [{
    (x - mean) / sqrt(var + eps) * weight + bias per channel; the channel axis is 1 (nchw) or the last (nhwc).
    x: rank at least 2; mean, var, weight, bias: [C].
    Constraints: C1 x of rank at least 2, C2 one float element type, C3 mean, var, weight and bias of shape [C].
  }];
  let arguments = (ins Aic_FloatTensor:$x, Aic_FloatTensor:$mean, Aic_FloatTensor:$var,
    Optional<Aic_FloatTensor>:$weight, Optional<Aic_FloatTensor>:$bias,
    DefaultValuedAttr<F64Attr, "1e-5">:$eps,
    DefaultValuedAttr<Aic_LayoutAttr, "::aic::Layout::NCHW">:$layout);
  let results = (outs Aic_FloatTensor:$result);
  let assemblyFormat = [{
    $x `,` $mean `,` $var (`weight` $weight^)? (`bias` $bias^)? attr-dict `:` functional-type(operands, $result)
  }];
}

def Aic_LayerNormOp : Aic_RootOp<"layer_norm", "normalisation", [AttrSizedOperandSegments, Aic_HasVjp], ["getFlops"]> {
  let facts = Aic_firstIsActivation;
  let summary = "normalisation over the last axes";
  let description = [{
    (x - mean) / sqrt(var + eps) * weight + bias, mean and (biased) variance over the last `axes` axes.
    weight, bias: x's last `axes` sizes.
    Constraints: C1 axes in [1, rank], C2 one float element type, C3 weight and bias have the last sizes of x.
  }];
  let arguments = (ins Aic_FloatTensor:$x, Optional<Aic_FloatTensor>:$weight, Optional<Aic_FloatTensor>:$bias,
    DefaultValuedAttr<I64Attr, "1">:$axes,
    DefaultValuedAttr<F64Attr, "1e-5">:$eps);
  let results = (outs Aic_FloatTensor:$result);
  let assemblyFormat = [{
    $x (`weight` $weight^)? (`bias` $bias^)? attr-dict `:` functional-type(operands, $result)
  }];
}

def Aic_RmsNormOp : Aic_RootOp<"rms_norm", "normalisation", [Aic_HasVjp], ["getFlops"]> {
  let facts = Aic_firstIsActivation;
  let summary = "division by the root of the mean square of the last axes";
  let description = [{
    x / sqrt(mean(x^2) + eps) * weight, the mean over the last `axes` axes. weight: x's last `axes` sizes.
    Constraints: C1 axes in [1, rank], C2 one float element type, C3 weight has the last sizes of x.
  }];
  let arguments = (ins Aic_FloatTensor:$x, Optional<Aic_FloatTensor>:$weight,
    DefaultValuedAttr<I64Attr, "1">:$axes,
    DefaultValuedAttr<F64Attr, "1e-5">:$eps);
  let results = (outs Aic_FloatTensor:$result);
  let assemblyFormat = "$x (`weight` $weight^)? attr-dict `:` functional-type(operands, $result)";
}

def Aic_GroupNormOp
    : Aic_RootOp<"group_norm", "normalisation", [AttrSizedOperandSegments, LayoutOpInterface, Aic_HasVjp], ["getFlops"]> {
  let facts = !strconcat(Aic_firstIsActivation, Aic_flexibleNorm);
  let summary = "normalisation of each group of channels";
  let description = [{
    (x - mean) / sqrt(var + eps) * weight + bias; mean and (biased) variance over the C / num_groups neighbouring
    channels of a group and all axes after the batch's; weight and bias per channel. The channel axis is 1 (nchw) or the
    last (nhwc). x: rank at least 2; weight, bias: [C].
    Constraints: C1 x of rank at least 2, C2 one float element type, C3 num_groups is positive and divides C,
    C4 weight and bias of shape [C].
  }];
  let arguments = (ins Aic_FloatTensor:$x, Optional<Aic_FloatTensor>:$weight, Optional<Aic_FloatTensor>:$bias,
    I64Attr:$num_groups,
    DefaultValuedAttr<F64Attr, "1e-5">:$eps,
    DefaultValuedAttr<Aic_LayoutAttr, "::aic::Layout::NCHW">:$layout);
  let results = (outs Aic_FloatTensor:$result);
  let assemblyFormat = [{
    $x (`weight` $weight^)? (`bias` $bias^)? attr-dict `:` functional-type(operands, $result)
  }];
}

#endif
