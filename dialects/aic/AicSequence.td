// Attention and recurrence.
#ifndef AIC_SEQUENCE_TD
#define AIC_SEQUENCE_TD

include "dialects/aic/AicBase.td"

def Aic_AttentionOp : Aic_RootOp<"attention", "attention", [AttrSizedOperandSegments, Aic_HasVjp], ["getFlops", "getViewedOperands"]> {
  let facts = !strconcat(Aic_notJoined, [{
    unsigned getNumActivations() { return 3; }
    bool writesThroughViews() { return true; }
  }]);
  let summary = "softmax(q . k^T * scale + mask) . v, PyTorch's scaled_dot_product_attention";
  let description = [{
    q: [..., Sq, D], k: [..., Sk, D], v: [..., Sk, Dv]; the leading axes are equal. Result: [..., Sq, Dv].
    mask broadcasts to [..., Sq, Sk]: bool, true lets a query see a key, or a float that is added to the scores. causal:
    query i sees keys j <= i (both may be given). A query that sees no key gives NaN.
    length, a scalar: how many keys there are; the others, of whatever value, are not seen. A query sees keys j < length, with
    causal keys j <= length - Sq + i: the queries are the last ones. A length above Sk, or below 1 (with causal below Sq), fails
    the run. A mask spans all Sk.
    Constraints: C1 q, k and v of one rank, at least 2, C2 one float element type (beside a q of f32 k and v may be f16 or bf16, each
    by itself), C3 equal leading axes, C4 q and k of one width D, not 0, C5 k and v of one length Sk, not 0, C6 mask of bool or of q's element type, C7 mask broadcasts
    to [..., Sq, Sk], C8 length is a scalar of i32 or i64; with causal there are at least Sq keys.
  }];
  let arguments = (ins Aic_FloatTensor:$q, Aic_FloatTensor:$k, Aic_FloatTensor:$v, Optional<Aic_Tensor>:$mask,
    Optional<Aic_IndexTensor>:$length, DefaultValuedAttr<BoolAttr, "false">:$causal, F64Attr:$scale);
  let results = (outs Aic_FloatTensor:$result);
  let assemblyFormat = "$q `,` $k `,` $v (`mask` $mask^)? (`length` $length^)? attr-dict `:` functional-type(operands, $result)";
}

// One layer in one direction; frontends put layers and directions together.
def Aic_LstmOp : Aic_DecomposedOp<"lstm", "recurrence", [AttrSizedOperandSegments, Aic_HasVjp]> {
  let facts = Aic_firstIsActivation;
  let summary = "long short-term memory, one layer in one direction";
  let description = [{
    i, f, g, o = rows of w_ih . x + b_ih + w_hh . h + b_hh, in PyTorch's order;
    c = sigmoid(f) * c + sigmoid(i) * tanh(g), h = sigmoid(o) * tanh(c).
    x: [N, T, C], w_ih: [4H, C], w_hh: [4H, H], b_ih, b_hh: [4H], h0, c0: [N, H]; what is absent is zero. Results:
    y [N, T, H], every step's h in the order of x, and the last step's h and c [N, H]. reverse starts at the last element.
    Constraints: C1 x of rank 3, at least one step, C2 one float element type, C3 w_ih [4H, C] and w_hh [4H, H], H not
    0, C4 b_ih and b_hh [4H], C5 h0, c0 [N, H].
  }];
  let arguments = (ins Aic_FloatTensor:$x, Aic_FloatTensor:$w_ih, Aic_FloatTensor:$w_hh,
    Optional<Aic_FloatTensor>:$b_ih, Optional<Aic_FloatTensor>:$b_hh,
    Optional<Aic_FloatTensor>:$h0, Optional<Aic_FloatTensor>:$c0,
    DefaultValuedAttr<BoolAttr, "false">:$reverse);
  let results = (outs Aic_FloatTensor:$y, Aic_FloatTensor:$h, Aic_FloatTensor:$c);
  let assemblyFormat = [{
    $x `,` $w_ih `,` $w_hh (`b_ih` $b_ih^)? (`b_hh` $b_hh^)? (`h0` $h0^)? (`c0` $c0^)? attr-dict `:`
    functional-type(operands, results)
  }];
}

def Aic_GruOp : Aic_DecomposedOp<"gru", "recurrence", [AttrSizedOperandSegments, Aic_HasVjp]> {
  let facts = Aic_firstIsActivation;
  let summary = "gated recurrent unit, one layer in one direction";
  let description = [{
    r, z, n = rows of w_ih . x + b_ih and of w_hh . h + b_hh, in PyTorch's order; r and z are the sigmoids of the sums,
    n = tanh(n_x + r * n_h), h = (1 - z) * n + z * h.
    x: [N, T, C], w_ih: [3H, C], w_hh: [3H, H], b_ih, b_hh: [3H], h0: [N, H]; what is absent is zero. Results:
    y [N, T, H], every step's h in the order of x, and the last step's h [N, H]. reverse starts at the last element.
    Constraints: C1 x of rank 3, at least one step, C2 one float element type, C3 w_ih [3H, C] and w_hh [3H, H], H not
    0, C4 b_ih and b_hh [3H], C5 h0 [N, H].
  }];
  let arguments = (ins Aic_FloatTensor:$x, Aic_FloatTensor:$w_ih, Aic_FloatTensor:$w_hh,
    Optional<Aic_FloatTensor>:$b_ih, Optional<Aic_FloatTensor>:$b_hh,
    Optional<Aic_FloatTensor>:$h0,
    DefaultValuedAttr<BoolAttr, "false">:$reverse);
  let results = (outs Aic_FloatTensor:$y, Aic_FloatTensor:$h);
  let assemblyFormat = [{
    $x `,` $w_ih `,` $w_hh (`b_ih` $b_ih^)? (`b_hh` $b_hh^)? (`h0` $h0^)? attr-dict `:`
    functional-type(operands, results)
  }];
}

def Aic_RnnOp : Aic_DecomposedOp<"rnn", "recurrence", [AttrSizedOperandSegments, Aic_HasVjp]> {
  let facts = Aic_firstIsActivation;
  let summary = "Elman network, one layer in one direction";
  let description = [{
    h = tanh(w_ih . x + b_ih + w_hh . h + b_hh), with relu in place of tanh where it is set.
    x: [N, T, C], w_ih: [H, C], w_hh: [H, H], b_ih, b_hh: [H], h0: [N, H]; what is absent is zero. Results:
    y [N, T, H], every step's h in the order of x, and the last step's h [N, H]. reverse starts at the last element.
    Constraints: C1 x of rank 3, at least one step, C2 one float element type, C3 w_ih [H, C] and w_hh [H, H], H not
    0, C4 b_ih and b_hh [H], C5 h0 [N, H].
  }];
  let arguments = (ins Aic_FloatTensor:$x, Aic_FloatTensor:$w_ih, Aic_FloatTensor:$w_hh,
    Optional<Aic_FloatTensor>:$b_ih, Optional<Aic_FloatTensor>:$b_hh,
    Optional<Aic_FloatTensor>:$h0,
    DefaultValuedAttr<BoolAttr, "false">:$reverse,
    DefaultValuedAttr<BoolAttr, "false">:$relu);
  let results = (outs Aic_FloatTensor:$y, Aic_FloatTensor:$h);
  let assemblyFormat = [{
    $x `,` $w_ih `,` $w_hh (`b_ih` $b_ih^)? (`b_hh` $b_hh^)? (`h0` $h0^)? attr-dict `:`
    functional-type(operands, results)
  }];
}

def Aic_RecurrenceOp
    : Aic_RootOp<"recurrence", "recurrence", [AttrSizedOperandSegments],
                 ["getFlops", "getPackedOperand", "getViewedOperands"]> {
  let facts = !strconcat(Aic_neverJoined, Aic_firstIsActivation);
  let summary = "what is left of lstm, gru or rnn when the input's projection has been taken out";
  let description = [{
    x: [N, T, G*H], which is w_ih . x + b_ih, with b_hh added but for gru's n; w_hh: [G*H, H]; b_n: [H], gru's b_hh for
    n; h0, c0: [N, H]; what is absent is zero. G is 4 (lstm), 3 (gru) or 1. Results: y [N, T, H], h [N, H] and for lstm
    c [N, H], all as the operation's that it was.
    Constraints: C1 x of rank 3, at least one step, C2 one float element type, C3 w_hh [G*H, H], H not 0, and x's last
    size G*H, C4 b_n [H], with gru only, C5 h0, c0 [N, H], c0 with lstm only.
  }];
  let arguments = (ins Aic_CellAttr:$cell, Aic_FloatTensor:$x, Aic_FloatTensor:$w_hh,
    Optional<Aic_FloatTensor>:$b_n, Optional<Aic_FloatTensor>:$h0, Optional<Aic_FloatTensor>:$c0,
    DefaultValuedAttr<BoolAttr, "false">:$reverse);
  let results = (outs Aic_FloatTensor:$y, Aic_FloatTensor:$h, Optional<Aic_FloatTensor>:$c);
  let assemblyFormat = [{
    custom<Cell>($cell) $x `,` $w_hh (`b_n` $b_n^)? (`h0` $h0^)? (`c0` $c0^)? attr-dict `:`
    functional-type(operands, results)
  }];
}

#endif
