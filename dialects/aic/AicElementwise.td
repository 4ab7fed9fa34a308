// Operations that work at each place by itself.
#ifndef AIC_ELEMENTWISE_TD
#define AIC_ELEMENTWISE_TD

include "dialects/aic/AicBase.td"

class Aic_OneOperandOp<string mnemonic, string what, Aic_Domain domain, list<Trait> traits = []>
    : Aic_InferredOp<mnemonic, !listconcat([Aic_Elementwise], traits)> {
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
class Aic_UnaryOp<string mnemonic, string what, Aic_Domain domain = Aic_Floats, list<Trait> gradient = [Aic_HasVjp]>
    : Aic_OneOperandOp<mnemonic, what, domain, !listconcat(gradient, [Aic_Unary])>;
def Aic_ReluOp : Aic_UnaryOp<"relu", "max(x, 0); NaN stays NaN"> { let hasFolder = 1; }
def Aic_Relu6Op : Aic_UnaryOp<"relu6", "min(max(x, 0), 6)">;
def Aic_SigmoidOp : Aic_UnaryOp<"sigmoid", "1 / (1 + exp(-x))">;
def Aic_TanhOp : Aic_UnaryOp<"tanh", "tanh(x)">;
def Aic_SiluOp : Aic_UnaryOp<"silu", "x * sigmoid(x)">;
def Aic_HardswishOp : Aic_UnaryOp<"hardswish", "x * min(max(x + 3, 0), 6) / 6">;
def Aic_HardsigmoidOp : Aic_UnaryOp<"hardsigmoid", "min(max(x + 3, 0), 6) / 6">;
def Aic_ExpOp : Aic_UnaryOp<"exp", "exp(x)">;
def Aic_LogOp : Aic_UnaryOp<"log", "natural logarithm">;
def Aic_SqrtOp : Aic_UnaryOp<"sqrt", "square root">;
def Aic_RsqrtOp : Aic_UnaryOp<"rsqrt", "1 / sqrt(x)">;
def Aic_ErfOp : Aic_UnaryOp<"erf", "error function">;
def Aic_SinOp : Aic_UnaryOp<"sin", "sine of radians">;
def Aic_CosOp : Aic_UnaryOp<"cos", "cosine of radians">;
def Aic_TanOp : Aic_UnaryOp<"tan", "tangent of radians">;
def Aic_AsinOp : Aic_UnaryOp<"asin", "the angle in radians whose sine is x; NaN outside [-1, 1]">;
def Aic_AcosOp : Aic_UnaryOp<"acos", "the angle in radians whose cosine is x; NaN outside [-1, 1]">;
def Aic_AtanOp : Aic_UnaryOp<"atan", "the angle in radians whose tangent is x">;
def Aic_SinhOp : Aic_UnaryOp<"sinh", "hyperbolic sine">;
def Aic_CoshOp : Aic_UnaryOp<"cosh", "hyperbolic cosine">;
def Aic_AsinhOp : Aic_UnaryOp<"asinh", "inverse hyperbolic sine">;
def Aic_AcoshOp : Aic_UnaryOp<"acosh", "inverse hyperbolic cosine; NaN below 1">;
def Aic_AtanhOp : Aic_UnaryOp<"atanh", "inverse hyperbolic tangent; NaN outside [-1, 1]">;
def Aic_FloorOp : Aic_UnaryOp<"floor", "largest integer not above x", Aic_Floats, [Aic_ZeroVjp]>;
def Aic_CeilOp : Aic_UnaryOp<"ceil", "smallest integer not below x", Aic_Floats, [Aic_ZeroVjp]>;
def Aic_RoundOp : Aic_UnaryOp<"round", "nearest integer, half to even", Aic_Floats, [Aic_ZeroVjp]>;
def Aic_AbsOp : Aic_UnaryOp<"abs", "|x|", Aic_Numbers>;
def Aic_NegOp : Aic_UnaryOp<"neg", "-x", Aic_Numbers>;
def Aic_SignOp : Aic_UnaryOp<"sign", "-1, 0 or 1", Aic_Numbers, [Aic_ZeroVjp]>;
def Aic_LogicalNotOp : Aic_UnaryOp<"logical_not", "not x", Aic_Bools, []>;

// An activation with attributes of its own.
class Aic_ActivationOp<string mnemonic, string what, dag attributes>
    : Aic_OneOperandOp<mnemonic, what, Aic_Floats, [Aic_HasVjp]> {
  let arguments = !con((ins Aic_FloatTensor:$x), attributes);
}
def Aic_GeluOp : Aic_ActivationOp<"gelu",
    "x * (1 + erf(x / sqrt(2))) / 2, or with tanh x * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x^3))) / 2",
    (ins DefaultValuedAttr<BoolAttr, "false">:$tanh)>;
def Aic_LeakyReluOp : Aic_ActivationOp<"leaky_relu", "x where x > 0, else negative_slope * x",
    (ins DefaultValuedAttr<F64Attr, "0.01">:$negative_slope)>;
def Aic_EluOp : Aic_ActivationOp<"elu", "x where x > 0, else alpha * (exp(x) - 1)",
    (ins DefaultValuedAttr<F64Attr, "1.0">:$alpha)>;
def Aic_SoftplusOp : Aic_ActivationOp<"softplus", "log(1 + exp(beta * x)) / beta; x itself where beta * x > threshold",
    (ins DefaultValuedAttr<F64Attr, "1.0">:$beta, DefaultValuedAttr<F64Attr, "20.0">:$threshold)>;

def Aic_ClampOp : Aic_InferredOp<"clamp", [Aic_Elementwise, Aic_HasVjp]> {
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
def Aic_AddOp : Aic_BinaryOp<"add", "a + b", Aic_Numbers, [Commutative, Aic_HasVjp]> { let hasFolder = 1; }
def Aic_SubOp : Aic_BinaryOp<"sub", "a - b", Aic_Numbers, [Aic_HasVjp]> { let hasFolder = 1; }
def Aic_MulOp : Aic_BinaryOp<"mul", "a * b", Aic_Numbers, [Commutative, Aic_HasVjp]> { let hasFolder = 1; }
def Aic_DivOp : Aic_BinaryOp<"div", "a / b; integers round towards zero", Aic_Numbers, [Aic_HasVjp]> { let hasFolder = 1; }
def Aic_FloorDivOp : Aic_BinaryOp<"floor_div", "floor(a / b), Python's //", Aic_Numbers, [Aic_ZeroVjp]>;
def Aic_RemOp : Aic_BinaryOp<"rem", "Python's a % b: the sign is b's", Aic_Numbers, [Aic_HasVjp]>;
def Aic_PowOp : Aic_BinaryOp<"pow", "a ** b", Aic_Floats, [Aic_HasVjp]>;
def Aic_MinimumOp : Aic_BinaryOp<"minimum", "smaller of a and b; NaN wins", Aic_Any, [Commutative, Aic_HasVjp]>;
def Aic_MaximumOp : Aic_BinaryOp<"maximum", "larger of a and b; NaN wins", Aic_Any, [Commutative, Aic_HasVjp]>;
def Aic_LogicalAndOp : Aic_BinaryOp<"logical_and", "a and b", Aic_Bools, [Commutative]>;
def Aic_LogicalOrOp : Aic_BinaryOp<"logical_or", "a or b", Aic_Bools, [Commutative]>;

def Aic_CompareOp : Aic_InferredOp<"compare", [Aic_Elementwise]> {
  let summary = "elementwise comparison, gives i1";
  let description = "Constraints: C1 one element type, C2 shapes broadcast as in NumPy.";
  let arguments = (ins Aic_PredicateAttr:$predicate, Aic_Tensor:$a, Aic_Tensor:$b);
  let results = (outs Aic_BoolTensor:$result);
  let assemblyFormat = "custom<Predicate>($predicate) $a `,` $b attr-dict `:` functional-type(operands, $result)";
}

def Aic_WhereOp : Aic_InferredOp<"where", [Aic_Elementwise, Aic_HasVjp]> {
  let summary = "a where the condition holds, else b";
  let description = "Constraints: C1 a and b of one element type, C2 shapes broadcast as in NumPy, C3 the condition is bool.";
  let arguments = (ins Aic_BoolTensor:$condition, Aic_Tensor:$a, Aic_Tensor:$b);
  let results = (outs Aic_Tensor:$result);
  let assemblyFormat = "$condition `,` $a `,` $b attr-dict `:` functional-type(operands, $result)";
}

def Aic_CastOp : Aic_Op<"cast", [Aic_Elementwise, SameOperandsAndResultShape, Aic_HasVjp]> {
  let summary = "conversion of the element type; float to integer rounds towards zero, to bool is x != 0";
  let arguments = (ins Aic_Tensor:$x);
  let results = (outs Aic_Tensor:$result);
  let assemblyFormat = "$x attr-dict `:` functional-type(operands, $result)";
  let hasFolder = 1;
}

#endif
