// The operations of the `aic` dialect. Each description ends with its constraints, numbered; the message of the check in
// Infer.cpp (or the verifier in AicOps.cpp) ends with the same number, "[C2]", and test/dialects/aic has a negative test
// for it.
#ifndef AIC_OPS_TD
#define AIC_OPS_TD

include "dialects/aic/AicBase.td"

//===-- Constants and grouping --------------------------------------------------------------------------------===//

def Aic_ConstantOp : Aic_Op<"constant", [ConstantLike, AllTypesMatch<["value", "result"]>]> {
  let summary = "a tensor known at compile time";
  let description = [{
    A parameter's value is a `dense_resource` whose key is the parameter's full name; small constants of the text are
    `dense`.
  }];
  let arguments = (ins ElementsAttr:$value);
  let results = (outs Aic_Tensor:$result);
  let assemblyFormat = "attr-dict $value";
  let hasFolder = 1;
}

def Aic_FusedOp : Aic_Op<"fused", [IsolatedFromAbove, SingleBlock]> {
  let summary = "one root operation and its epilogue, computed by one kernel";
  let description = [{
    The region's arguments are the operands, in order. It holds the root (at most one operation that is not
    elementwise), elementwise operations, constants that these read as literals, and `aic.yield`.
    Constraints: C1 one region argument per operand, of its type; C2 the yielded types are the result types;
    C3 at most one operation is neither elementwise nor a constant.
  }];
  let arguments = (ins Variadic<Aic_Tensor>:$inputs);
  let results = (outs Variadic<Aic_Tensor>:$results);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = "`(` $inputs `)` `:` functional-type($inputs, $results) $body attr-dict";
  let hasVerifier = 1;
}

def Aic_YieldOp : Aic_Op<"yield", [Terminator, ReturnLike]> {
  let summary = "the results of an `aic.fused` or a kernel";
  let arguments = (ins Variadic<Aic_Tensor>:$values);
  let assemblyFormat = "attr-dict ($values^ `:` type($values))?";
}

//===-- Convolution and pooling -------------------------------------------------------------------------------===//

def Aic_Conv2dOp : Aic_InferredOp<"conv2d"> {
  let summary = "2-D convolution (cross-correlation), PyTorch's conv2d";
  let description = [{
    x: [N, C, H, W] (or [N, H, W, C] with layout nhwc), weight: [O, C/groups, KH, KW] in either layout, bias: [O].
    padding is [top, left, bottom, right]. Result: [N, O, OH, OW] or [N, OH, OW, O] with
    OH = floor((H + top + bottom - dilation[0] * (KH - 1) - 1) / stride[0]) + 1.
    Constraints: C1 x and weight of rank 4, C2 one float element type, C3 sizes of attributes (2, 4, 2) and positive
    strides, dilations and groups, non-negative padding, C4 C = groups * weight.dim(1), C5 O divisible by groups,
    C6 bias of shape [O], C7 the window fits the padded input, and neither is empty.
  }];
  let arguments = (ins Aic_FloatTensor:$x, Aic_FloatTensor:$weight, Optional<Aic_FloatTensor>:$bias,
    DefaultValuedAttr<DenseI64ArrayAttr, "{1, 1}">:$stride,
    DefaultValuedAttr<DenseI64ArrayAttr, "{0, 0, 0, 0}">:$padding,
    DefaultValuedAttr<DenseI64ArrayAttr, "{1, 1}">:$dilation,
    DefaultValuedAttr<I64Attr, "1">:$groups,
    DefaultValuedAttr<Aic_LayoutAttr, "::aic::Layout::NCHW">:$layout);
  let results = (outs Aic_FloatTensor:$result);
  let assemblyFormat = "$x `,` $weight (`,` $bias^)? attr-dict `:` functional-type(operands, $result)";
}

def Aic_MaxPool2dOp : Aic_InferredOp<"max_pool2d"> {
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

def Aic_AvgPool2dOp : Aic_InferredOp<"avg_pool2d"> {
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

def Aic_AdaptiveAvgPool2dOp : Aic_InferredOp<"adaptive_avg_pool2d"> {
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

//===-- Matrix products ---------------------------------------------------------------------------------------===//

def Aic_MatmulOp : Aic_InferredOp<"matmul"> {
  let summary = "a . b over the last two axes; leading axes broadcast";
  let description = [{
    a: [..., M, K], b: [..., K, N], both of rank at least 2 (frontends reshape vectors). Result: [..., M, N].
    Constraints: C1 rank at least 2, C2 one float element type, C3 equal K, C4 leading axes broadcast.
  }];
  let arguments = (ins Aic_FloatTensor:$a, Aic_FloatTensor:$b);
  let results = (outs Aic_FloatTensor:$result);
  let assemblyFormat = "$a `,` $b attr-dict `:` functional-type(operands, $result)";
}

def Aic_LinearOp : Aic_InferredOp<"linear"> {
  let summary = "x . weight^T + bias, PyTorch's linear";
  let description = [{
    x: [..., K] of rank at least 1, weight: [N, K], bias: [N]. Result: [..., N].
    Constraints: C1 x of rank at least 1 and weight of rank 2, C2 one float element type, C3 equal K, C4 bias of shape
    [N].
  }];
  let arguments = (ins Aic_FloatTensor:$x, Aic_FloatTensor:$weight, Optional<Aic_FloatTensor>:$bias);
  let results = (outs Aic_FloatTensor:$result);
  let assemblyFormat = "$x `,` $weight (`,` $bias^)? attr-dict `:` functional-type(operands, $result)";
}

//===-- Normalisation -----------------------------------------------------------------------------------------===//

def Aic_BatchNormOp : Aic_InferredOp<"batch_norm", [AttrSizedOperandSegments]> {
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

//===-- Elementwise -------------------------------------------------------------------------------------------===//

// The element types that an operator works on, and the same for its inference (infer::Element in Infer.h).
class Aic_Domain<Type tensor, string element> { Type type = tensor; string cpp = "::aic::infer::Element::" # element; }
def Aic_Any : Aic_Domain<Aic_Tensor, "Any">;
def Aic_Numbers : Aic_Domain<Aic_NumberTensor, "Number">;
def Aic_Floats : Aic_Domain<Aic_FloatTensor, "Float">;
def Aic_Bools : Aic_Domain<Aic_BoolTensor, "Bool">;

class Aic_UnaryOp<string mnemonic, string what, Aic_Domain domain = Aic_Floats>
    : Aic_InferredOp<mnemonic, [Aic_Elementwise]> {
  let summary = what;
  let description = "The result has x's type. Constraints: C1 the operator works on x's element type.";
  let arguments = (ins domain.type:$x);
  let results = (outs domain.type:$result);
  let assemblyFormat = "$x attr-dict `:` type($x)";
  let extraClassDefinition = [{
    ::llvm::LogicalResult $cppClass::inferReturnTypes(::mlir::MLIRContext*, ::std::optional<::mlir::Location> location,
                                                      Adaptor adaptor, ::llvm::SmallVectorImpl<::mlir::Type>& types) {
      return ::aic::infer::unary(location, getOperationName(), adaptor.getX(), }] # domain.cpp # [{, types);
    }
  }];
}
def Aic_ReluOp : Aic_UnaryOp<"relu", "max(x, 0); NaN stays NaN"> { let hasFolder = 1; }
def Aic_Relu6Op : Aic_UnaryOp<"relu6", "min(max(x, 0), 6)">;
def Aic_SigmoidOp : Aic_UnaryOp<"sigmoid", "1 / (1 + exp(-x))">;
def Aic_TanhOp : Aic_UnaryOp<"tanh", "tanh(x)">;
def Aic_SiluOp : Aic_UnaryOp<"silu", "x * sigmoid(x)">;
def Aic_ExpOp : Aic_UnaryOp<"exp", "exp(x)">;
def Aic_LogOp : Aic_UnaryOp<"log", "natural logarithm">;
def Aic_SqrtOp : Aic_UnaryOp<"sqrt", "square root">;
def Aic_RsqrtOp : Aic_UnaryOp<"rsqrt", "1 / sqrt(x)">;
def Aic_ErfOp : Aic_UnaryOp<"erf", "error function">;
def Aic_SinOp : Aic_UnaryOp<"sin", "sine of radians">;
def Aic_CosOp : Aic_UnaryOp<"cos", "cosine of radians">;
def Aic_FloorOp : Aic_UnaryOp<"floor", "largest integer not above x">;
def Aic_CeilOp : Aic_UnaryOp<"ceil", "smallest integer not below x">;
def Aic_RoundOp : Aic_UnaryOp<"round", "nearest integer, half to even">;
def Aic_AbsOp : Aic_UnaryOp<"abs", "|x|", Aic_Numbers>;
def Aic_NegOp : Aic_UnaryOp<"neg", "-x", Aic_Numbers>;
def Aic_SignOp : Aic_UnaryOp<"sign", "-1, 0 or 1", Aic_Numbers>;
def Aic_LogicalNotOp : Aic_UnaryOp<"logical_not", "not x", Aic_Bools>;

def Aic_ClampOp : Aic_InferredOp<"clamp", [Aic_Elementwise]> {
  let summary = "min(max(x, min), max); either bound may be absent";
  let description = "Constraints: C1 at least one bound, C2 x of a float type.";
  let arguments = (ins Aic_FloatTensor:$x, OptionalAttr<F64Attr>:$min, OptionalAttr<F64Attr>:$max);
  let results = (outs Aic_FloatTensor:$result);
  let assemblyFormat = "$x (`min` $min^)? (`max` $max^)? attr-dict `:` type($x)";
}

class Aic_BinaryOp<string mnemonic, string what, Aic_Domain domain = Aic_Any, list<Trait> traits = []>
    : Aic_InferredOp<mnemonic, !listconcat([Aic_Elementwise], traits)> {
  let summary = what;
  let description = [{
    Constraints: C1 one element type, C2 shapes broadcast as in NumPy, C3 the operator works on the element type.
  }];
  let arguments = (ins domain.type:$a, domain.type:$b);
  let results = (outs domain.type:$result);
  let assemblyFormat = "$a `,` $b attr-dict `:` functional-type(operands, $result)";
  let extraClassDefinition = [{
    ::llvm::LogicalResult $cppClass::inferReturnTypes(::mlir::MLIRContext*, ::std::optional<::mlir::Location> location,
                                                      Adaptor adaptor, ::llvm::SmallVectorImpl<::mlir::Type>& types) {
      return ::aic::infer::binary(location, getOperationName(), adaptor.getA(), adaptor.getB(),
                                  }] # domain.cpp # [{, types);
    }
  }];
}
def Aic_AddOp : Aic_BinaryOp<"add", "a + b", Aic_Numbers, [Commutative]> { let hasFolder = 1; }
def Aic_SubOp : Aic_BinaryOp<"sub", "a - b", Aic_Numbers> { let hasFolder = 1; }
def Aic_MulOp : Aic_BinaryOp<"mul", "a * b", Aic_Numbers, [Commutative]> { let hasFolder = 1; }
def Aic_DivOp : Aic_BinaryOp<"div", "a / b; integers round towards zero", Aic_Numbers> { let hasFolder = 1; }
def Aic_FloorDivOp : Aic_BinaryOp<"floor_div", "floor(a / b), Python's //", Aic_Numbers>;
def Aic_RemOp : Aic_BinaryOp<"rem", "Python's a % b: the sign is b's", Aic_Numbers>;
def Aic_PowOp : Aic_BinaryOp<"pow", "a ** b", Aic_Floats>;
def Aic_MinimumOp : Aic_BinaryOp<"minimum", "smaller of a and b; NaN wins", Aic_Any, [Commutative]>;
def Aic_MaximumOp : Aic_BinaryOp<"maximum", "larger of a and b; NaN wins", Aic_Any, [Commutative]>;
def Aic_LogicalAndOp : Aic_BinaryOp<"logical_and", "a and b", Aic_Bools, [Commutative]>;
def Aic_LogicalOrOp : Aic_BinaryOp<"logical_or", "a or b", Aic_Bools, [Commutative]>;

def Aic_CompareOp : Aic_InferredOp<"compare", [Aic_Elementwise]> {
  let summary = "elementwise comparison, gives i1";
  let description = "Constraints: C1 one element type, C2 shapes broadcast as in NumPy.";
  let arguments = (ins Aic_PredicateAttr:$predicate, Aic_Tensor:$a, Aic_Tensor:$b);
  let results = (outs Aic_BoolTensor:$result);
  let assemblyFormat = "custom<Predicate>($predicate) $a `,` $b attr-dict `:` functional-type(operands, $result)";
}

def Aic_WhereOp : Aic_InferredOp<"where", [Aic_Elementwise]> {
  let summary = "a where the condition holds, else b";
  let description = "Constraints: C1 a and b of one element type, C2 shapes broadcast as in NumPy, C3 the condition is bool.";
  let arguments = (ins Aic_BoolTensor:$condition, Aic_Tensor:$a, Aic_Tensor:$b);
  let results = (outs Aic_Tensor:$result);
  let assemblyFormat = "$condition `,` $a `,` $b attr-dict `:` functional-type(operands, $result)";
}

def Aic_CastOp : Aic_Op<"cast", [Aic_Elementwise, SameOperandsAndResultShape]> {
  let summary = "conversion of the element type; float to integer rounds towards zero, to bool is x != 0";
  let arguments = (ins Aic_Tensor:$x);
  let results = (outs Aic_Tensor:$result);
  let assemblyFormat = "$x attr-dict `:` functional-type(operands, $result)";
  let hasFolder = 1;
}

//===-- Reductions and softmax --------------------------------------------------------------------------------===//

class Aic_ReductionOp<string mnemonic, string what, Aic_Domain domain, bit wantsElements>
    : Aic_InferredOp<mnemonic> {
  let summary = what;
  let description = [{
    Over the axes dims (sorted, each once); keepdim leaves axes of size 1.
    Constraints: C1 every axis in [0, rank), C2 sorted without repetition, C3 no reduced axis is empty (mean, amax and
    amin only), C4 the operator works on x's element type.
  }];
  let arguments = (ins domain.type:$x, DenseI64ArrayAttr:$dims, DefaultValuedAttr<BoolAttr, "false">:$keepdim);
  let results = (outs domain.type:$result);
  let assemblyFormat = "$x attr-dict `:` functional-type(operands, $result)";
  let extraClassDefinition = [{
    ::llvm::LogicalResult $cppClass::inferReturnTypes(::mlir::MLIRContext*, ::std::optional<::mlir::Location> location,
                                                      Adaptor adaptor, ::llvm::SmallVectorImpl<::mlir::Type>& types) {
      const Properties& properties = adaptor.getProperties();
      return ::aic::infer::reduction(location, getOperationName(), adaptor.getX(), }] # domain.cpp # [{,
                                     properties.dims, properties.keepdim, }] # !if(wantsElements, "true", "false")
                                     # [{, types);
    }
  }];
}
def Aic_SumOp : Aic_ReductionOp<"sum", "sum over axes", Aic_Numbers, 0>;
def Aic_MeanOp : Aic_ReductionOp<"mean", "mean over axes", Aic_Floats, 1>;
def Aic_AmaxOp : Aic_ReductionOp<"amax", "maximum over axes", Aic_Any, 1>;
def Aic_AminOp : Aic_ReductionOp<"amin", "minimum over axes", Aic_Any, 1>;
def Aic_ProdOp : Aic_ReductionOp<"prod", "product over axes", Aic_Numbers, 0>;

class Aic_SoftmaxBase<string mnemonic, string what> : Aic_InferredOp<mnemonic> {
  let summary = what;
  let description = "Constraints: C1 dim in [0, rank), C2 x of a float type.";
  let arguments = (ins Aic_FloatTensor:$x, I64Attr:$dim);
  let results = (outs Aic_FloatTensor:$result);
  let assemblyFormat = "$x attr-dict `:` functional-type(operands, $result)";
  let extraClassDefinition = [{
    ::llvm::LogicalResult $cppClass::inferReturnTypes(::mlir::MLIRContext*, ::std::optional<::mlir::Location> location,
                                                      Adaptor adaptor, ::llvm::SmallVectorImpl<::mlir::Type>& types) {
      return ::aic::infer::softmax(location, getOperationName(), adaptor.getX(), adaptor.getProperties().dim, types);
    }
  }];
}
def Aic_SoftmaxOp : Aic_SoftmaxBase<"softmax", "exp(x) / sum(exp(x)) along dim">;
def Aic_LogSoftmaxOp : Aic_SoftmaxBase<"log_softmax", "x - log(sum(exp(x))) along dim">;

//===-- Shape -------------------------------------------------------------------------------------------------===//

def Aic_ReshapeOp : Aic_Op<"reshape"> {
  let summary = "the same elements, row-major, under another shape";
  let description = "Constraints: C1 equal element types, C2 equal number of elements.";
  let arguments = (ins Aic_Tensor:$x);
  let results = (outs Aic_Tensor:$result);
  let assemblyFormat = "$x attr-dict `:` functional-type(operands, $result)";
  let hasVerifier = 1;
  let hasFolder = 1;
}

def Aic_TransposeOp : Aic_InferredOp<"transpose"> {
  let summary = "result axis i is operand axis perm[i]";
  let description = "Constraints: C1 perm is a permutation of the axes.";
  let arguments = (ins Aic_Tensor:$x, DenseI64ArrayAttr:$perm);
  let results = (outs Aic_Tensor:$result);
  let assemblyFormat = "$x attr-dict `:` functional-type(operands, $result)";
  let hasFolder = 1;
}

def Aic_ExpandOp : Aic_Op<"expand"> {
  let summary = "broadcast to the result's shape, as NumPy's broadcast_to";
  let description = "Constraints: C1 equal element types, C2 the operand's shape broadcasts to the result's.";
  let arguments = (ins Aic_Tensor:$x);
  let results = (outs Aic_Tensor:$result);
  let assemblyFormat = "$x attr-dict `:` functional-type(operands, $result)";
  let hasVerifier = 1;
  let hasFolder = 1;
}

def Aic_ConcatOp : Aic_InferredOp<"concat"> {
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

def Aic_SliceOp : Aic_InferredOp<"slice"> {
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

def Aic_PadOp : Aic_InferredOp<"pad"> {
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
