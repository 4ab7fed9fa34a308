// Reductions and softmax.
#ifndef AIC_REDUCTION_TD
#define AIC_REDUCTION_TD

include "dialects/aic/AicBase.td"

class Aic_ReductionOp<string mnemonic, string what, Aic_Domain domain, bit wantsElements, list<Trait> traits = []>
    : Aic_RootOp<mnemonic, "reduction", !listconcat(traits, [LayoutOpInterface, ReductionOpInterface, Aic_HasVjp])> {
  let summary = what;
  let description = [{
    Over the axes dims (sorted, each once); keepdim leaves axes of size 1.
    Constraints: C1 every axis in [0, rank), C2 sorted without repetition, C3 no reduced axis is empty (mean, amax and
    amin only), C4 the operator works on x's element type.
  }];
  let arguments = (ins domain.type:$x, DenseI64ArrayAttr:$dims, DefaultValuedAttr<BoolAttr, "false">:$keepdim);
  let results = (outs domain.type:$result);
  let assemblyFormat = "$x attr-dict `:` functional-type(operands, $result)";
  let facts = [{
    ::std::optional<::llvm::SmallVector<int64_t>> getReducedAxes() { return ::llvm::SmallVector<int64_t>(getDims()); }
    ::aic::LayoutRole getLayoutRole() {
      return getX().getType().getRank() == 4 ? ::aic::LayoutRole::Flexible : ::aic::LayoutRole::Opaque;
    }
    void moveAxes(const ::aic::MovedAxes& axes) { setDims(axes.reduced(getDims())); }
  }];
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
def Aic_AmaxOp : Aic_ReductionOp<"amax", "maximum over axes", Aic_Any, 1, [Aic_ChoosesElements]>;
def Aic_AminOp : Aic_ReductionOp<"amin", "minimum over axes", Aic_Any, 1, [Aic_ChoosesElements]>;
def Aic_ProdOp : Aic_ReductionOp<"prod", "product over axes", Aic_Numbers, 0>;

class Aic_SoftmaxBase<string mnemonic, string what>
    : Aic_RootOp<mnemonic, "softmax", [LayoutOpInterface, Aic_HasVjp]> {
  let summary = what;
  let description = "Constraints: C1 dim in [0, rank), C2 x of a float type.";
  let arguments = (ins Aic_FloatTensor:$x, I64Attr:$dim);
  let facts = !strconcat(Aic_flexible, [{
    int64_t getFlops() { return getType().getNumElements() * 5; }
    void moveAxes(const ::aic::MovedAxes& axes) { setDim(axes.placeOf(getDim())); }
  }]);
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

def Aic_ArgmaxOp : Aic_RootOp<"argmax", "argmax", [Aic_MakesPlaces, LayoutOpInterface, ReductionOpInterface]> {
  let facts = !strconcat(Aic_notJoined, [{
    ::std::optional<::llvm::SmallVector<int64_t>> getReducedAxes() {
      return getDim() ? ::std::optional(::llvm::SmallVector<int64_t>{int64_t(*getDim())}) : ::std::nullopt;
    }
    ::aic::LayoutRole getLayoutRole() {
      return getDim() && getX().getType().getRank() == 4 ? ::aic::LayoutRole::Flexible : ::aic::LayoutRole::Opaque;
    }
    void moveAxes(const ::aic::MovedAxes& axes) {
      if (getDim())
        setDim(axes.placeOf(*getDim()));
    }
  }]);
  let summary = "place of the largest value along dim, or in the flattened tensor where there is no dim";
  let description = [{
    The first of equal ones; NaN is larger than every number. keepdim leaves an axis of size 1 (every axis without dim).
    Constraints: C1 dim in [0, rank), C2 what is searched is not empty, C3 x of numbers.
  }];
  let arguments = (ins Aic_NumberTensor:$x, OptionalAttr<I64Attr>:$dim,
    DefaultValuedAttr<BoolAttr, "false">:$keepdim);
  let results = (outs Aic_I64Tensor:$result);
  let assemblyFormat = "$x attr-dict `:` functional-type(operands, $result)";
}

#endif
