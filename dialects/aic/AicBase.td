// The `aic` dialect: what a model computes, as operations on tensors of static shape.
#ifndef AIC_BASE_TD
#define AIC_BASE_TD

include "mlir/IR/OpBase.td"
include "mlir/IR/AttrTypeBase.td"
include "mlir/IR/EnumAttr.td"
include "mlir/IR/RegionKindInterface.td"
include "mlir/IR/OpAsmInterface.td"
include "mlir/IR/BuiltinAttributeInterfaces.td"
include "mlir/Interfaces/InferTypeOpInterface.td"
include "mlir/Interfaces/SideEffectInterfaces.td"
include "mlir/Interfaces/ControlFlowInterfaces.td"
include "dialects/aic/AicInterfaces.td"

def Aic_Dialect : Dialect {
  let name = "aic";
  let cppNamespace = "::aic";
  let summary = "Neural-network inference on tensors of static shape";
  let description = [{
    A module holds one `func.func` an entry, with the sizes that its graph was made in as `aic.dims`, and the entry's name as
    `aic.entry` where it is not the symbol's. Its arguments and results carry the names of the graph's inputs and outputs
    (`aic.name`); behind them stand states (`aic.state`): as an argument what the run finds in it, as a result what the next
    run will find, each once a function and of the type that the `aic.state` of that name declares. Every operation is pure, every shape is static. Axes are non-negative in the IR: frontends
    normalise. Parameters are `aic.constant`s whose value is a `dense_resource` with the parameter's full name as key.
    Every tensor has at most 2^40 elements (an empty axis counted as one) and 32 axes: constraint S1 of every operation.
  }];
  let hasConstantMaterializer = 1;
  let hasRegionArgAttrVerify = 1;
  let hasRegionResultAttrVerify = 1;
  let useDefaultAttributePrinterParser = 1;
}

// Element types: f32 f16 bf16 f64 i1 (bool) i8 ui8 i16 i32 i64.
def Aic_Float : AnyTypeOf<[F32, F16, BF16, F64]>;
def Aic_Number : AnyTypeOf<[F32, F16, BF16, F64, I8, UI8, I16, I32, I64]>;
def Aic_Element : AnyTypeOf<[F32, F16, BF16, F64, I1, I8, UI8, I16, I32, I64]>;

// A tensor of static shape within the limits of Aic.h (S1).
class Aic_BoundedTensorOf<Type element, string what> : Type<
    And<[StaticShapeTensorOf<[element]>.predicate,
         CPred<"::aic::isBounded(::llvm::cast<::mlir::ShapedType>($_self).getShape())">]>,
    "tensor of static shape, at most 2^40 elements and 32 axes [S1], of " # what, "::mlir::RankedTensorType">;
def Aic_Tensor : Aic_BoundedTensorOf<Aic_Element, "f32, f16, bf16, f64, i1, i8, ui8, i16, i32 or i64">;
def Aic_NumberTensor : Aic_BoundedTensorOf<Aic_Number, "f32, f16, bf16, f64, i8, ui8, i16, i32 or i64">;
def Aic_FloatTensor : Aic_BoundedTensorOf<Aic_Float, "f32, f16, bf16 or f64">;

// The types of a contraction. Of one float type x, weight, bias and result; or x, bias and result f32 and the weight i8 or i16,
// whose integers are exact in f32; or, of linear and matmul, x, bias and result f32 and the weight f16 or bf16, where a kernel may
// round an x that meets bf16 to bf16 itself (sums are f32); or x i8 or ui8, the weight i8, and bias and result i32, whose sums wrap.
def Aic_FactorTensor
    : Aic_BoundedTensorOf<AnyTypeOf<[F32, F16, BF16, F64, I8, UI8, I16]>, "f32, f16, bf16, f64, i8, ui8 or i16">;
def Aic_SumTensor : Aic_BoundedTensorOf<AnyTypeOf<[F32, F16, BF16, F64, I32]>, "f32, f16, bf16, f64 or i32">;
def Aic_BoolTensor : Aic_BoundedTensorOf<I1, "i1">;
def Aic_IndexTensor : Aic_BoundedTensorOf<AnyTypeOf<[I32, I64]>, "i32 or i64">;
def Aic_I64Tensor : Aic_BoundedTensorOf<I64, "i64">;

def Aic_Layout : I32EnumAttr<"Layout", "where the channels of an activation are", [
    I32EnumAttrCase<"NCHW", 0, "nchw">,
    I32EnumAttrCase<"NHWC", 1, "nhwc">]> {
  let cppNamespace = "::aic";
  let genSpecializedAttr = 0;
}
def Aic_LayoutAttr : EnumAttr<Aic_Dialect, Aic_Layout, "layout"> { let assemblyFormat = "`<` $value `>`"; }

def Aic_PadMode : I32EnumAttr<"PadMode", "what stands outside a padded tensor", [
    I32EnumAttrCase<"Constant", 0, "constant">,
    I32EnumAttrCase<"Reflect", 1, "reflect">,
    I32EnumAttrCase<"Replicate", 2, "replicate">]> {
  let cppNamespace = "::aic";
  let genSpecializedAttr = 0;
}
def Aic_PadModeAttr : EnumAttr<Aic_Dialect, Aic_PadMode, "pad_mode"> { let assemblyFormat = "`<` $value `>`"; }

def Aic_Predicate : I32EnumAttr<"Predicate", "an ordered comparison, as NumPy's", [
    I32EnumAttrCase<"EQ", 0, "eq">, I32EnumAttrCase<"NE", 1, "ne">,
    I32EnumAttrCase<"LT", 2, "lt">, I32EnumAttrCase<"LE", 3, "le">,
    I32EnumAttrCase<"GT", 4, "gt">, I32EnumAttrCase<"GE", 5, "ge">]> {
  let cppNamespace = "::aic";
  let genSpecializedAttr = 0;
}
def Aic_PredicateAttr : EnumAttr<Aic_Dialect, Aic_Predicate, "predicate"> { let assemblyFormat = "`<` $value `>`"; }

def Aic_ResizeMode : I32EnumAttr<"ResizeMode", "how a resized image takes its values", [
    I32EnumAttrCase<"Nearest", 0, "nearest">,
    I32EnumAttrCase<"Bilinear", 1, "bilinear">]> {
  let cppNamespace = "::aic";
  let genSpecializedAttr = 0;
}
def Aic_ResizeModeAttr : EnumAttr<Aic_Dialect, Aic_ResizeMode, "resize_mode"> { let assemblyFormat = "`<` $value `>`"; }

def Aic_ScatterReduction : I32EnumAttr<"ScatterReduction", "how a scattered element meets what is there", [
    I32EnumAttrCase<"None", 0, "none">, I32EnumAttrCase<"Add", 1, "add">, I32EnumAttrCase<"Mul", 2, "mul">,
    I32EnumAttrCase<"Min", 3, "min">, I32EnumAttrCase<"Max", 4, "max">]> {
  let cppNamespace = "::aic";
  let genSpecializedAttr = 0;
}
def Aic_ScatterReductionAttr : EnumAttr<Aic_Dialect, Aic_ScatterReduction, "scatter_reduction"> {
  let assemblyFormat = "`<` $value `>`";
}

def Aic_Cell : I32EnumAttr<"Cell", "what a recurrent network computes at a step", [
    I32EnumAttrCase<"Lstm", 0, "lstm">, I32EnumAttrCase<"Gru", 1, "gru">,
    I32EnumAttrCase<"RnnTanh", 2, "rnn_tanh">, I32EnumAttrCase<"RnnRelu", 3, "rnn_relu">]> {
  let cppNamespace = "::aic";
  let genSpecializedAttr = 0;
}
def Aic_CellAttr : EnumAttr<Aic_Dialect, Aic_Cell, "cell"> { let assemblyFormat = "`<` $value `>`"; }

// The classes of these traits are in Aic.h.
class Aic_Trait<string name> : NativeOpTrait<name> { let cppNamespace = "::aic::OpTrait"; }

// Elementwise: each result element depends on the elements at its own place of the operands, which broadcast as in
// NumPy. Such operations can be the epilogue of a kernel.
def Aic_Elementwise : Aic_Trait<"Elementwise">;

// Elementwise on one operand, with nothing to set: users write NAME(x).
def Aic_Unary : Aic_Trait<"Unary">;

// The first operand times the second, which holds weights, summed over an axis, plus the third if there is one.
def Aic_Contraction : Aic_Trait<"Contraction">;

// Of bools, each element of the result is an element of an operand, or what it is filled with: nothing is computed with them, so
// they may be integers of 0 or 1.
def Aic_ChoosesElements : Aic_Trait<"ChoosesElements">;

// The last result holds places along an axis, as i64 whatever is searched.
def Aic_MakesPlaces : Aic_Trait<"MakesPlaces">;

// An operation with a rule for its gradient, in Gradient<Family>.cpp; one whose gradient is zero wherever there is one.
def Aic_HasVjp : DeclareOpInterfaceMethods<GradientOpInterface, ["buildVjp"]>;
def Aic_ZeroVjp : DeclareOpInterfaceMethods<GradientOpInterface>;

class Aic_Op<string mnemonic, list<Trait> traits = []>
    : Op<Aic_Dialect, mnemonic, !listconcat(traits, [Pure])>;

// An operation whose result type follows from its operands and attributes (Infer.cpp), which is also what verifies it.
class Aic_InferredOp<string mnemonic, list<Trait> traits = []>
    : Aic_Op<mnemonic, !listconcat(traits, [InferTypeOpAdaptor])>;

// The facts that KernelRootOpInterface asks for: those that are one word stand in `facts`, as C++; `inFacts` are the names of
// those in Facts.cpp.
class Aic_KernelRoot<list<string> inFacts = []> : DeclareOpInterfaceMethods<KernelRootOpInterface, inFacts>;
class Aic_Family<string family> {
  string cpp = "static ::llvm::StringRef getFamily() { return \"" # family # "\"; }\n";
}

// An operation that a kernel of this family is made for.
class Aic_RootOp<string mnemonic, string family, list<Trait> traits = [], list<string> inFacts = []>
    : Aic_InferredOp<mnemonic, !listconcat(traits, [Aic_KernelRoot<inFacts>])> {
  code facts = "";
  let extraClassDeclaration = Aic_Family<family>.cpp # facts;
}

// An operation that passes make others of, whose work a kernel of this family does.
class Aic_DecomposedOp<string mnemonic, string family, list<Trait> traits = []>
    : Aic_InferredOp<mnemonic, !listconcat(traits, [Aic_KernelRoot<>])> {
  code facts = "";
  let extraClassDeclaration =
      "static ::llvm::StringRef getDecomposedFamily() { return \"" # family # "\"; }\n" # facts;
}

// Facts that several operations share.
defvar Aic_noFlops = "int64_t getFlops() { return 0; }\n";
defvar Aic_firstIsActivation = "unsigned getNumActivations() { return 1; }\n";
defvar Aic_neverJoined = "::aic::Epilogue getEpilogue() { return ::aic::Epilogue::Never; }\n";
defvar Aic_notJoined = "::aic::Epilogue getEpilogue() { return ::aic::Epilogue::Allowed; }\n";
// For LayoutOpInterface: what can compute on an image in any layout,
defvar Aic_flexible = [{
  ::aic::LayoutRole getLayoutRole() {
    return getType().getRank() == 4 ? ::aic::LayoutRole::Flexible : ::aic::LayoutRole::Opaque;
  }
}];
defvar Aic_setsLayout = [{  void moveAxes(const ::aic::MovedAxes& axes) {
    if (axes.channelsLast())
      setLayout(::aic::Layout::NHWC);
  }
}];
// what has an attribute for the layout, and should be NHWC, perhaps must be where kernels are made for nothing else,
defvar Aic_windowed = !strconcat([{
  ::aic::LayoutRole getLayoutRole() {
    return getLayout() == ::aic::Layout::NCHW ? ::aic::LayoutRole::Window : ::aic::LayoutRole::Opaque;
  }
}], Aic_setsLayout);
defvar Aic_onlyNhwc = "bool needsOtherLayout() { return getLayout() == ::aic::Layout::NCHW; }\n";
// and what has the attribute, and can be either.
defvar Aic_flexibleNorm = !strconcat([{
  ::aic::LayoutRole getLayoutRole() {
    return getLayout() == ::aic::Layout::NCHW && getType().getRank() == 4 ? ::aic::LayoutRole::Flexible
                                                                          : ::aic::LayoutRole::Opaque;
  }
}], Aic_setsLayout);

// The element types that an operator works on, and the same for its inference (infer::Element in Infer.h).
class Aic_Domain<Type tensor, string element> { Type type = tensor; string cpp = "::aic::infer::Element::" # element; }
def Aic_Any : Aic_Domain<Aic_Tensor, "Any">;
def Aic_Numbers : Aic_Domain<Aic_NumberTensor, "Number">;
def Aic_Floats : Aic_Domain<Aic_FloatTensor, "Float">;
def Aic_Bools : Aic_Domain<Aic_BoolTensor, "Bool">;

#endif
