// Tensors of few bits: integers with scales, and products that read them. Their classes are in Quantised.h.
#ifndef AIC_QUANTISED_TD
#define AIC_QUANTISED_TD

include "dialects/aic/AicBase.td"

def Aic_ByteTensor : Aic_BoundedTensorOf<AnyTypeOf<[I8, UI8]>, "i8 or ui8">;

def Aic_DequantizeOp : Aic_DecomposedOp<"dequantize", "elementwise"> {
  let summary = "(q - zero) * scale in f32: a tensor that is stored as integers of 8 or 4 bits";
  let description = [{
    q: i8 or ui8. With bits = 4 each of its elements holds two neighbours along the last axis, the first in the low half,
    with a sign where q is i8: the result's last axis is twice as long. scale: of the result's rank, each axis 1 or the
    result's; with block > 0 one scale serves `block` neighbours along axis `axis`, whose last block may be shorter. zero:
    of scale's shape, one number a byte. Computed in f32; scales of f16 and bf16 are widened.
    It is never folded: what reads it may read q itself (aic-read-quantised), and aic-decompose-dequantize makes other
    operations of the rest.
    Constraints: C1 bits 8 or 4, and with 4 q of rank 1 at least, C2 scale of f32, f16 or bf16, C3 block not negative, and
    axis in [0, rank) where it is positive, C4 scale's shape, C5 zero of q's type and scale's shape.
  }];
  let arguments = (ins Aic_ByteTensor:$q, Aic_FloatTensor:$scale, Optional<Aic_ByteTensor>:$zero,
    DefaultValuedAttr<I64Attr, "8">:$bits,
    DefaultValuedAttr<I64Attr, "0">:$axis,
    DefaultValuedAttr<I64Attr, "0">:$block);
  let results = (outs Aic_FloatTensor:$result);
  let assemblyFormat = "$q `,` $scale (`zero` $zero^)? attr-dict `:` functional-type(operands, $result)";
}

def Aic_BlockLinearOp : Aic_RootOp<"block_linear", "block_linear", [], ["getFlops"]> {
  let facts = Aic_firstIsActivation;
  let summary = "linear whose weight is a dequantize of blocks along its last axis";
  let description = [{
    x . dequantize(q, scale)^T + bias. x: f32 [..., K] of rank at least 1. q: [N, K] of i8, or with bits = 4 [N, K / 2],
    two numbers with signs a byte. scale: [N, ceil(K / block)]. bias: f32 [N]. Result: f32 [..., N].
    Constraints: C1 x of rank at least 1 and f32, C2 q of rank 2 and i8, bits 8 or 4, C3 equal K, C4 block positive and
    scale's shape, of f32 or f16, C5 bias of shape [N].
  }];
  let arguments = (ins Aic_FloatTensor:$x, Aic_ByteTensor:$q, Aic_FloatTensor:$scale, Optional<Aic_FloatTensor>:$bias,
    DefaultValuedAttr<I64Attr, "8">:$bits, I64Attr:$block);
  let results = (outs Aic_FloatTensor:$result);
  let assemblyFormat = "$x `,` $q `,` $scale (`bias` $bias^)? attr-dict `:` functional-type(operands, $result)";
}

def Aic_StoredTensor : Aic_BoundedTensorOf<AnyTypeOf<[F32, F16, BF16, I8]>, "f32, f16, bf16 or i8">;

def Aic_QuantisedAttentionOp
    : Aic_RootOp<"quantised_attention", "attention", [AttrSizedOperandSegments], ["getFlops", "getViewedOperands"]> {
  let facts = !strconcat(Aic_notJoined, [{
    unsigned getNumActivations() { return 3; }
    bool writesThroughViews() { return true; }
  }]);
  let summary = "attention whose keys, values or both are stored in 8 bits with a scale for each row";
  let description = [{
    attention(q, dequantize(k, k_scale), dequantize(v, v_scale), mask, length), with the constraints of `attention`: no tensor of
    the numbers as floats is made. q: f32. k, v: i8 with a scale, or as attention takes them without. A scale: f32, of the shape
    of its tensor but for a last axis of 1, and axes of 1 where all share it.
    Constraints: C1 to C8 those of attention, C9 a scale where and only where k (v) is i8, of f32 and that shape.
  }];
  let arguments = (ins Aic_FloatTensor:$q, Aic_StoredTensor:$k, Aic_StoredTensor:$v, Optional<Aic_Tensor>:$mask,
    Optional<Aic_IndexTensor>:$length, Optional<Aic_FloatTensor>:$k_scale, Optional<Aic_FloatTensor>:$v_scale,
    DefaultValuedAttr<BoolAttr, "false">:$causal, F64Attr:$scale);
  let results = (outs Aic_FloatTensor:$result);
  let assemblyFormat = [{
    $q `,` $k `,` $v (`mask` $mask^)? (`length` $length^)? (`k_scale` $k_scale^)? (`v_scale` $v_scale^)? attr-dict `:`
    functional-type(operands, $result)
  }];
}

#endif
