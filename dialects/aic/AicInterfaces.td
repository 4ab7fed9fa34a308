// What an operation is, for those who form, plan, count and emit kernels. Each operation says it where it is defined: in a line of
// its ODS, or where that takes more in Facts.cpp; who needs to know asks, and keeps no list of operations.
#ifndef AIC_INTERFACES_TD
#define AIC_INTERFACES_TD

include "mlir/IR/Interfaces.td"

def KernelRootOpInterface : OpInterface<"KernelRootOpInterface"> {
  let cppNamespace = "::aic";
  let description = [{
    An operation that is not elementwise, and computes or moves tensors: a kernel is made for it (its root), or passes make
    operations of it that have one. Elementwise operations have the trait Elementwise, and are what follows a root.
  }];
  let methods = [
    InterfaceMethod<[{
        The family of its kernels, which names the emitter of each target. The operation's own name where it has none: its
        emitter, or the coverage check, knows it so.
      }], "::llvm::StringRef", "getFamily", (ins), "", [{ return $_op->getName().stripDialect(); }]>,
    InterfaceMethod<[{
        Of an operation that passes make others of before kernels are formed: the family of the kernel that does its work;
        empty for one that has kernels.
      }], "::llvm::StringRef", "getDecomposedFamily", (ins), "", [{ return ""; }]>,
    InterfaceMethod<[{
        Arithmetic of one run, of an operation that has kernels: a multiply-add counts two, any other operation one an element.
      }], "int64_t", "getFlops", (ins), "", [{ return ::aic::oneAnElement($_op); }]>,
    InterfaceMethod<"What elementwise operations may do after it in its kernel.",
      "::aic::Epilogue", "getEpilogue", (ins), "", [{ return ::aic::Epilogue::Joined; }]>,
    InterfaceMethod<[{
        How many of its first operands are activations or indices of them; the others are weights, statistics, masks and states.
      }], "unsigned", "getNumActivations", (ins), "", [{ return $_op->getNumOperands(); }]>,
    InterfaceMethod<"The operands that its kernels read through views (Views.h), which are its first ones.",
      "::llvm::ArrayRef<::aic::ViewedOperand>", "getViewedOperands", (ins), "", [{ return {}; }]>,
    InterfaceMethod<[{
        True where its kernels write the first result through reshapes and transposes, rows of neighbours side by side.
      }], "bool", "writesThroughViews", (ins), "", [{ return false; }]>,
    InterfaceMethod<"The weight that a target may have packed (compiler/lowering/Packing.h); none where it reads all as they lie.",
      "::std::optional<unsigned>", "getPackedOperand", (ins), "", [{ return ::std::nullopt; }]>,
    InterfaceMethod<[{
        True where this operand is read only at the place of the first result that is being written, which may then take its
        buffer over.
      }], "bool", "readsInPlace", (ins "unsigned":$operand), "", [{ return false; }]>,
    InterfaceMethod<"How this operand can be read in parts, where a device cannot bind all of it at once; none where it cannot.",
      "::std::optional<::aic::PartedOperand>", "getParts", (ins "unsigned":$operand), "", [{ return ::std::nullopt; }]>
  ];
}

def GradientOpInterface : OpInterface<"GradientOpInterface"> {
  let cppNamespace = "::aic";
  let description = [{
    An operation through which gradients pass (Gradient.h; the rules are in Gradient<Family>.cpp). One without it is refused
    where a gradient would have to pass, but results that are no floats have no gradient, so what makes only such needs none.
  }];
  let methods = [
    InterfaceMethod<[{
        The vector-Jacobian product: from the gradients of the results, `vjp.gradient(i)`, makes those of the operands that are
        wanted, and gives them. What is not given is zero; without a rule of its own, all is. Fails, with an error at the
        operation, in a case that the rule does not have.
      }], "::llvm::LogicalResult", "buildVjp", (ins "::aic::Vjp&":$vjp), "", [{ return ::llvm::success(); }]>
  ];
}

def LayoutOpInterface : OpInterface<"LayoutOpInterface"> {
  let cppNamespace = "::aic";
  let description = [{
    An operation that can compute on an image in NHWC as well as in NCHW, or along other axes, if attributes that name axes
    follow. Elementwise operations can, and have none; all others without the interface are tied to the axes that they have.
  }];
  let methods = [
    InterfaceMethod<"What aic-layout may do with it.", "::aic::LayoutRole", "getLayoutRole">,
    InterfaceMethod<"True where no kernel is made for it in the layout that it has.",
      "bool", "needsOtherLayout", (ins), "", [{ return false; }]>,
    InterfaceMethod<"Makes the attributes that name axes those for activations whose axes have moved so.",
      "void", "moveAxes", (ins "const ::aic::MovedAxes&":$axes), "", [{ return; }]>
  ];
}

def ReductionOpInterface : OpInterface<"ReductionOpInterface"> {
  let cppNamespace = "::aic";
  let description = "An operation that makes one element of all those along axes of its operand.";
  let methods = [
    InterfaceMethod<"The axes, sorted; none where it sees the operand as one row.",
      "::std::optional<::llvm::SmallVector<int64_t>>", "getReducedAxes">,
    InterfaceMethod<"True where the result has these axes, of size 1.", "bool", "getKeepdim">
  ];
}

def ViewOpInterface : OpInterface<"ViewOpInterface"> {
  let cppNamespace = "::aic";
  let description = [{
    An operation on one operand whose result is some of its elements, at places that strides say (Views.h): a kernel that
    reads through it needs no copy.
  }];
  let methods = [
    InterfaceMethod<[{
        The strides of the result, if the elements of the operand lie `strides` apart, and how far its first element moves
        `offset`; none where strides cannot say it.
      }], "::std::optional<::llvm::SmallVector<int64_t>>", "getResultStrides",
      (ins "::llvm::ArrayRef<int64_t>":$strides, "int64_t&":$offset)>,
    InterfaceMethod<"True where each element of the operand is one of the result: what is written can go through it.",
      "bool", "keepsAllElements", (ins), "", [{ return false; }]>,
    InterfaceMethod<[{
        The strides of the operand, if the elements of the result lie `strides` apart; none where strides cannot say it, or
        not all elements are kept.
      }], "::std::optional<::llvm::SmallVector<int64_t>>", "getOperandStrides", (ins "::llvm::ArrayRef<int64_t>":$strides), "",
      [{ return ::std::nullopt; }]>
  ];
}

#endif
