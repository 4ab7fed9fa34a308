// The operations of the `aic` dialect, a file a family. Each description ends with its constraints, numbered; the message of the check in
// Infer<Family>.cpp (or the verifier in AicOps.cpp) ends with the same number, "[C2]", and test/dialects/aic has a negative test
// for it.
#ifndef AIC_OPS_TD
#define AIC_OPS_TD

include "dialects/aic/AicBase.td"
include "dialects/aic/AicElementwise.td"
include "dialects/aic/AicIndex.td"
include "dialects/aic/AicMatrix.td"
include "dialects/aic/AicReduction.td"
include "dialects/aic/AicSequence.td"
include "dialects/aic/AicShape.td"
include "dialects/aic/AicWindow.td"
include "mlir/IR/SymbolInterfaces.td"

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

def Aic_StateOp : Op<Aic_Dialect, "state", [HasParent<"::mlir::ModuleOp">, Symbol]> {
  let summary = "a tensor that outlives a run, and its value before the first one";
  let description = [{
    A function reads it as an argument and writes it as a result that have the attribute `aic.state` with this symbol.
    sym_name is the state's full name, as a parameter has it; value is splat `dense`, or a `dense_resource`.
    Constraints: C1 value is of the state's type.
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, TypeAttrOf<Aic_Tensor>:$type, ElementsAttr:$value);
  let assemblyFormat = "$sym_name `:` $type `=` $value attr-dict";
  let hasVerifier = 1;
}

def Aic_FusedOp : Aic_Op<"fused", [IsolatedFromAbove, SingleBlock]> {
  let summary = "one root operation and its epilogue, computed by one kernel";
  let description = [{
    The region's arguments are the operands, in order. It holds the root (at most one operation that is not
    elementwise), elementwise operations, constants that these read as literals, and `aic.yield`; and before and after
    the root views (Views.h: reshape, transpose, slice, expand) of what it reads and makes.
    Constraints: C1 one region argument per operand, of its type; C2 the yielded types are the result types;
    C3 at most one operation is neither elementwise, nor a constant, nor a view.
  }];
  let arguments = (ins Variadic<Aic_Tensor>:$inputs);
  let results = (outs Variadic<Aic_Tensor>:$results);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = "`(` $inputs `)` `:` functional-type($inputs, $results) $body attr-dict";
  let hasVerifier = 1;
}

// Where a gradient ends, and where one is asked for: aic-differentiate, the first of all passes, takes both away.
def Aic_StopGradientOp : Aic_InferredOp<"stop_gradient"> {
  let summary = "x, through which no gradient passes";
  let arguments = (ins Aic_Tensor:$x);
  let results = (outs Aic_Tensor:$result);
  let assemblyFormat = "$x attr-dict `:` type($x)";
  let extraClassDefinition = [{
    ::llvm::LogicalResult $cppClass::inferReturnTypes(::mlir::MLIRContext*, ::std::optional<::mlir::Location> location,
                                                      Adaptor adaptor, ::llvm::SmallVectorImpl<::mlir::Type>& types) {
      return ::aic::infer::unary(location, getOperationName(), adaptor.getX(), ::aic::infer::Element::Any, types);
    }
  }];
}

def Aic_GradientOp : Aic_Op<"gradient"> {
  let summary = "the gradients of loss with respect to each of wrt";
  let description = [{
    Result i: the partial derivatives of loss with respect to wrt[i], in its type; zeros where loss does not depend on it.
    Constraints: C1 loss is a scalar of a float type, C2 at least one value in wrt, C3 result i has the type of wrt[i].
  }];
  let arguments = (ins Aic_FloatTensor:$loss, Variadic<Aic_FloatTensor>:$wrt);
  let results = (outs Variadic<Aic_FloatTensor>:$gradients);
  let assemblyFormat = "$loss `by` $wrt attr-dict `:` functional-type(operands, $gradients)";
  let hasVerifier = 1;
}

def Aic_YieldOp : Aic_Op<"yield", [Terminator, ReturnLike]> {
  let summary = "the results of an `aic.fused` or a kernel";
  let arguments = (ins Variadic<Aic_Tensor>:$values);
  let assemblyFormat = "attr-dict ($values^ `:` type($values))?";
}

#endif
