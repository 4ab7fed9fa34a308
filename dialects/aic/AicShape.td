// Operations that move elements without computing.
#ifndef AIC_SHAPE_TD
#define AIC_SHAPE_TD

include "dialects/aic/AicBase.td"

// A kernel of views alone is a copy.
defvar Aic_copies = !strconcat(Aic_Family<"copy">.cpp, Aic_noFlops);

def Aic_ReshapeOp
    : Aic_Op<"reshape", [Aic_KernelRoot<>, DeclareOpInterfaceMethods<ViewOpInterface, ["getOperandStrides"]>,
                         Aic_ChoosesElements, Aic_HasVjp]> {
  let extraClassDeclaration = !strconcat(Aic_copies, Aic_notJoined, "bool keepsAllElements() { return true; }\n");
  let summary = "the same elements, row-major, under another shape";
  let description = "Constraints: C1 equal element types, C2 equal number of elements.";
  let arguments = (ins Aic_Tensor:$x);
  let results = (outs Aic_Tensor:$result);
  let assemblyFormat = "$x attr-dict `:` functional-type(operands, $result)";
  let hasVerifier = 1;
  let hasFolder = 1;
}

def Aic_TransposeOp
    : Aic_RootOp<"transpose", "copy", [DeclareOpInterfaceMethods<ViewOpInterface, ["getOperandStrides"]>,
                                       Aic_ChoosesElements, Aic_HasVjp]> {
  let facts = !strconcat(Aic_noFlops, "bool keepsAllElements() { return true; }\n");
  let summary = "result axis i is operand axis perm[i]";
  let description = "Constraints: C1 perm is a permutation of the axes.";
  let arguments = (ins Aic_Tensor:$x, DenseI64ArrayAttr:$perm);
  let results = (outs Aic_Tensor:$result);
  let assemblyFormat = "$x attr-dict `:` functional-type(operands, $result)";
  let hasFolder = 1;
}

def Aic_ExpandOp
    : Aic_Op<"expand", [Aic_KernelRoot<>, DeclareOpInterfaceMethods<ViewOpInterface>, LayoutOpInterface,
                        Aic_ChoosesElements, Aic_HasVjp]> {
  let extraClassDeclaration = !strconcat(Aic_copies, Aic_flexible);
  let summary = "broadcast to the result's shape, as NumPy's broadcast_to";
  let description = "Constraints: C1 equal element types, C2 the operand's shape broadcasts to the result's.";
  let arguments = (ins Aic_Tensor:$x);
  let results = (outs Aic_Tensor:$result);
  let assemblyFormat = "$x attr-dict `:` functional-type(operands, $result)";
  let hasVerifier = 1;
  let hasFolder = 1;
}

def Aic_ConcatOp : Aic_RootOp<"concat", "copy", [LayoutOpInterface, Aic_ChoosesElements, Aic_HasVjp]> {
  let facts = !strconcat(Aic_noFlops, Aic_flexible, [{
    void moveAxes(const ::aic::MovedAxes& axes) { setDim(axes.placeOf(getDim())); }
  }]);
  let summary = "operands one after another along dim";
  let description = [{
    Constraints: C1 at least one operand, C2 equal element types and ranks, C3 dim in [0, rank), C4 equal sizes but
    along dim.
  }];
  let arguments = (ins Variadic<Aic_Tensor>:$inputs, I64Attr:$dim);
  let results = (outs Aic_Tensor:$result);
  let assemblyFormat = "$inputs attr-dict `:` functional-type(operands, $result)";
  let hasFolder = 1;
}

def Aic_SliceOp
    : Aic_RootOp<"slice", "copy", [DeclareOpInterfaceMethods<ViewOpInterface>, LayoutOpInterface,
                                   Aic_ChoosesElements, Aic_HasVjp]> {
  let facts = !strconcat(Aic_noFlops, Aic_flexible, [{
    void moveAxes(const ::aic::MovedAxes& axes) {
      setOffsets(axes.placed(getOffsets(), 0));
      setSizes(axes.placed(getSizes(), 1));
      setStrides(axes.placed(getStrides(), 1));
    }
  }]);
  let summary = "x[offset : offset + size * stride : stride] per axis";
  let description = [{
    Constraints: C1 one offset, size and stride per axis, C2 strides not zero (negative walks backwards), sizes and
    offsets not negative, C3 every element read lies inside x.
  }];
  let arguments = (ins Aic_Tensor:$x, DenseI64ArrayAttr:$offsets, DenseI64ArrayAttr:$sizes, DenseI64ArrayAttr:$strides);
  let results = (outs Aic_Tensor:$result);
  let assemblyFormat = "$x attr-dict `:` functional-type(operands, $result)";
  let hasFolder = 1;
}

def Aic_PadOp : Aic_RootOp<"pad", "copy", [LayoutOpInterface, Aic_ChoosesElements, Aic_HasVjp]> {
  let facts = !strconcat(Aic_noFlops, Aic_flexible, [{
    void moveAxes(const ::aic::MovedAxes& axes) {
      setLow(axes.placed(getLow(), 0));
      setHigh(axes.placed(getHigh(), 0));
    }
  }]);
  let summary = "elements added before (low) and after (high) each axis";
  let description = [{
    mode constant adds value; reflect mirrors without repeating the edge; replicate repeats the edge.
    Constraints: C1 one low and one high per axis, not negative, C2 reflect: low and high below the axis' size,
    C3 replicate: no empty axis.
  }];
  let arguments = (ins Aic_Tensor:$x, DenseI64ArrayAttr:$low, DenseI64ArrayAttr:$high,
    DefaultValuedAttr<Aic_PadModeAttr, "::aic::PadMode::Constant">:$mode,
    DefaultValuedAttr<F64Attr, "0.0">:$value);
  let results = (outs Aic_Tensor:$result);
  let assemblyFormat = "$x attr-dict `:` functional-type(operands, $result)";
}

#endif
