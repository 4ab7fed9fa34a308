// Operations that read or write at places which are only known at run time. An index outside [0, size) fails the run: negative
// ones do not count from the end.
#ifndef AIC_INDEX_TD
#define AIC_INDEX_TD

include "dialects/aic/AicBase.td"

def Aic_EmbeddingOp : Aic_RootOp<"embedding", "gather", [Aic_ChoosesElements, Aic_HasVjp], ["getParts"]> {
  let facts = !strconcat(Aic_noFlops, Aic_firstIsActivation);
  let summary = "row ids[...] of the table weight";
  let description = [{
    ids: any shape, weight: [V, D]. Result: ids' shape and D. An id outside [0, V) fails the run.
    Constraints: C1 ids of i32 or i64, C2 weight of rank 2 and a float type, C3 the table has a row, if there is an id.
  }];
  let arguments = (ins Aic_IndexTensor:$ids, Aic_FloatTensor:$weight);
  let results = (outs Aic_FloatTensor:$result);
  let assemblyFormat = "$ids `,` $weight attr-dict `:` functional-type(operands, $result)";
}

def Aic_GatherOp : Aic_RootOp<"gather", "gather", [Aic_ChoosesElements, Aic_HasVjp]> {
  let facts = Aic_noFlops;
  let summary = "an element of x for each of index, PyTorch's gather";
  let description = [{
    result[..., i, ...] = x[..., index[..., i, ...], ...] along dim. Result: index's shape. An index outside
    [0, x.dim(dim)) fails the run.
    Constraints: C1 index of i32 or i64, C2 x and index of one rank, C3 dim in [0, rank), C4 index is not larger than x
    but along dim, C5 x's axis dim is not empty, if there is an index.
  }];
  let arguments = (ins Aic_Tensor:$x, Aic_IndexTensor:$index, I64Attr:$dim);
  let results = (outs Aic_Tensor:$result);
  let assemblyFormat = "$x `,` $index attr-dict `:` functional-type(operands, $result)";
}

def Aic_TakeOp : Aic_RootOp<"take", "gather", [Aic_ChoosesElements, Aic_HasVjp], ["getParts"]> {
  let facts = Aic_noFlops;
  let summary = "slices of x along dim, one for each of index, NumPy's take and ONNX's Gather";
  let description = [{
    Result: x's axes with axis dim replaced by all of index's. An index outside [0, x.dim(dim)) fails the run.
    Constraints: C1 index of i32 or i64, C2 dim in [0, rank of x), C3 x's axis dim is not empty, if there is an index.
  }];
  let arguments = (ins Aic_Tensor:$x, Aic_IndexTensor:$index, I64Attr:$dim);
  let results = (outs Aic_Tensor:$result);
  let assemblyFormat = "$x `,` $index attr-dict `:` functional-type(operands, $result)";
}

def Aic_ScatterOp : Aic_RootOp<"scatter", "scatter", [Aic_ChoosesElements, Aic_HasVjp], ["getFlops"]> {
  let facts = Aic_neverJoined;
  let summary = "x with elements replaced, or combined with others, at the places of index; PyTorch's scatter";
  let description = [{
    For each place of index, in row-major order: result[..., index[..., i, ...], ...] along dim becomes
    updates[..., i, ...], or its combination (reduction) with what is there. Where indices repeat and nothing is
    combined, the last one counts. Result: x's shape. An index outside [0, x.dim(dim)) fails the run.
    Constraints: C1 index of i32 or i64, C2 x and index of one rank, C3 dim in [0, rank), C4 index is not larger than x
    but along dim, C5 x's axis dim is not empty, if there is an index, C6 updates of index's shape and x's element
    type, C7 bool can only be replaced.
  }];
  let arguments = (ins Aic_Tensor:$x, Aic_IndexTensor:$index, Aic_Tensor:$updates, I64Attr:$dim,
    DefaultValuedAttr<Aic_ScatterReductionAttr, "::aic::ScatterReduction::None">:$reduction);
  let results = (outs Aic_Tensor:$result);
  let assemblyFormat = "$x `,` $index `,` $updates attr-dict `:` functional-type(operands, $result)";
}

def Aic_TopkOp : Aic_RootOp<"topk", "topk", [Aic_MakesPlaces, Aic_HasVjp]> {
  let facts = Aic_neverJoined;
  let summary = "the k largest or smallest elements along dim, in order, and where they were";
  let description = [{
    values, and their indices along dim (i64): x's shape with size k along dim. Largest first, or smallest first where
    largest is false; of equal elements the one with the lower index comes first; NaN is larger than every number.
    Constraints: C1 dim in [0, rank), C2 k in [0, x.dim(dim)], C3 x of numbers.
  }];
  let arguments = (ins Aic_NumberTensor:$x, I64Attr:$k, I64Attr:$dim, DefaultValuedAttr<BoolAttr, "true">:$largest);
  let results = (outs Aic_NumberTensor:$values, Aic_I64Tensor:$indices);
  let assemblyFormat = "$x attr-dict `:` functional-type(operands, results)";
}

// Where `start` is known at compile time it is an aic.constant all the same.
def Aic_UpdateSliceOp : Aic_RootOp<"update_slice", "slice", [Aic_ChoosesElements, Aic_HasVjp], ["getViewedOperands"]> {
  let facts = !strconcat(Aic_noFlops, Aic_neverJoined, Aic_firstIsActivation, [{
    bool readsInPlace(unsigned operand) { return operand == 1; }
  }]);
  let summary = "x with values at start along dim";
  let description = [{
    result[..., i, ...] = values[..., i - start, ...] for start <= i < start + size of values along dim, else x[..., i, ...].
    Result: x's shape. A start outside [0, x.dim(dim) - values.dim(dim)] fails the run. A kernel writes the slice alone: its
    result is x's buffer (lowering copies x where it is still read).
    Constraints: C1 start is a scalar of i32 or i64, C2 x and values of one rank, C3 dim in [0, rank), C4 values has x's shape
    but along dim, where it is not larger, C5 one element type.
  }];
  let arguments = (ins Aic_Tensor:$values, Aic_Tensor:$x, Aic_IndexTensor:$start, I64Attr:$dim);
  let results = (outs Aic_Tensor:$result);
  let assemblyFormat = "$values `into` $x `at` $start attr-dict `:` functional-type(operands, $result)";
}

def Aic_NarrowOp : Aic_RootOp<"narrow", "slice", [Aic_ChoosesElements, Aic_HasVjp], ["getViewedOperands"]> {
  let facts = !strconcat(Aic_noFlops, Aic_neverJoined, Aic_firstIsActivation);
  let summary = "size elements of x from start on along dim, PyTorch's narrow";
  let description = [{
    result[..., i, ...] = x[..., start + i, ...]. Result: x's shape with size along dim. A start outside
    [0, x.dim(dim) - size] fails the run.
    Constraints: C1 start is a scalar of i32 or i64, C2 dim in [0, rank), C3 size in [0, x.dim(dim)].
  }];
  let arguments = (ins Aic_Tensor:$x, Aic_IndexTensor:$start, I64Attr:$dim, I64Attr:$size);
  let results = (outs Aic_Tensor:$result);
  let assemblyFormat = "$x `at` $start attr-dict `:` functional-type(operands, $result)";
}

def Aic_OneHotOp : Aic_DecomposedOp<"one_hot", "elementwise"> {
  let summary = "a row of num_classes for each id, 1 at the id, else 0";
  let description = [{
    Result: ids' shape and num_classes, i64. An id outside [0, num_classes) gives a row of zeros.
    Constraints: C1 ids of i32 or i64, C2 num_classes is at least 1.
  }];
  let arguments = (ins Aic_IndexTensor:$ids, I64Attr:$num_classes);
  let results = (outs Aic_I64Tensor:$result);
  let assemblyFormat = "$ids attr-dict `:` functional-type(operands, $result)";
}

#endif
