// The `schedule` dialect: a compiled model as a static plan.
#ifndef SCHEDULE_OPS_TD
#define SCHEDULE_OPS_TD

include "mlir/IR/OpBase.td"
include "mlir/IR/SymbolInterfaces.td"
include "mlir/IR/BuiltinAttributeInterfaces.td"
include "mlir/Interfaces/SideEffectInterfaces.td"

def Schedule_Dialect : Dialect {
  let name = "schedule";
  let cppNamespace = "::aic::schedule";
  let summary = "A static plan: kernels, and a program of dispatches over one arena";
  let description = [{
    A module holds `schedule.kernel`s and one `schedule.program`. A kernel is a function from tensors to tensors; what
    the operations inside it mean is not this dialect's business. The program names buffers (inputs, outputs,
    constants, transients at offsets of the arena) and dispatches kernels over them, in order. A dispatch may see a
    buffer under another shape of the same element type and size: reshapes cost nothing.
  }];
}

class Schedule_Op<string mnemonic, list<Trait> traits = []> : Op<Schedule_Dialect, mnemonic, traits>;

// A buffer is a memref with the identity layout and a static shape.
def Schedule_Buffer : StaticShapeMemRefOf<[AnyType]>;

def Schedule_KernelOp : Schedule_Op<"kernel", [IsolatedFromAbove, Symbol, SingleBlock]> {
  let summary = "a function of a workgroup index: one root operation and its epilogue";
  let description = [{
    The region's arguments are the tensors read; its terminator's operands are the tensors written. family names the
    emitter; workgroups and tiling are set when the target's tiles are chosen.
    Constraints: C1 the region's arguments and the terminator's operands are ranked tensors of static shape.
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, StrAttr:$family,
    OptionalAttr<I64Attr>:$workgroups, OptionalAttr<DictionaryAttr>:$tiling);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = [{
    $sym_name `family` `(` $family `)` (`workgroups` `(` $workgroups^ `)`)? (`tiling` $tiling^)? attr-dict-with-keyword
    $body
  }];
  let hasVerifier = 1;
  let extraClassDeclaration = [{
    /// The types written: those of the terminator's operands.
    mlir::TypeRange getResultTypes() { return getBody().front().getTerminator()->getOperandTypes(); }
    mlir::TypeRange getArgumentTypes() { return getBody().front().getArgumentTypes(); }
  }];
}

def Schedule_ProgramOp : Schedule_Op<"program", [IsolatedFromAbove, Symbol, SingleBlock, NoTerminator]> {
  let summary = "buffers, and dispatches in order";
  let description = [{
    arena_bytes is the arena's size, peak_live_bytes the largest sum of bytes alive at once (a lower bound for any
    plan), total_bytes the sum of all transients; all three are set by memory planning.
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, OptionalAttr<I64Attr>:$arena_bytes,
    OptionalAttr<I64Attr>:$peak_live_bytes, OptionalAttr<I64Attr>:$total_bytes);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = [{
    $sym_name (`arena` $arena_bytes^ `peak_live` $peak_live_bytes `total` $total_bytes)? attr-dict-with-keyword $body
  }];
}

def Schedule_InputOp : Schedule_Op<"input", [HasParent<"ProgramOp">]> {
  let summary = "the caller's buffer number index, read only";
  let arguments = (ins I64Attr:$index, StrAttr:$name);
  let results = (outs Schedule_Buffer:$buffer);
  let assemblyFormat = "$index $name attr-dict `:` type($buffer)";
}

def Schedule_OutputOp : Schedule_Op<"output", [HasParent<"ProgramOp">]> {
  let summary = "the caller's result buffer number index";
  let arguments = (ins I64Attr:$index, StrAttr:$name);
  let results = (outs Schedule_Buffer:$buffer);
  let assemblyFormat = "$index $name attr-dict `:` type($buffer)";
}

def Schedule_ConstantOp : Schedule_Op<"constant", [HasParent<"ProgramOp">]> {
  let summary = "a constant, in the layout that its kernels read";
  let arguments = (ins ElementsAttr:$value);
  let results = (outs Schedule_Buffer:$buffer);
  let assemblyFormat = "$value attr-dict `:` type($buffer)";
}

def Schedule_TransientOp : Schedule_Op<"transient", [HasParent<"ProgramOp">]> {
  let summary = "a buffer inside the arena, at a byte offset once memory is planned";
  let arguments = (ins OptionalAttr<I64Attr>:$offset);
  let results = (outs Schedule_Buffer:$buffer);
  let assemblyFormat = "(`offset` $offset^)? attr-dict `:` type($buffer)";
}

def Schedule_DispatchOp : Schedule_Op<"dispatch", [HasParent<"ProgramOp">, AttrSizedOperandSegments]> {
  let summary = "run a kernel over buffers";
  let description = [{
    Constraints: C1 the kernel exists, C2 one buffer per argument and result of the kernel, C3 each buffer has the
    element type and the number of elements of its tensor.
  }];
  let arguments = (ins FlatSymbolRefAttr:$kernel, Variadic<Schedule_Buffer>:$reads, Variadic<Schedule_Buffer>:$writes);
  let assemblyFormat = "$kernel `(` $reads `)` `->` `(` $writes `)` attr-dict `:` `(` type($reads) `)` `->` `(` type($writes) `)`";
}

#endif
