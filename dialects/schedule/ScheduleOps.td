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
    A module holds `schedule.kernel`s, and a `schedule.program` for each entry of the model, one of which runs at a time; and the
    `schedule.state`s that outlive a run. A kernel is a function from tensors to tensors; what
    the operations inside it mean is not this dialect's business. The program names buffers (inputs, outputs,
    constants, states, transients at offsets of the arena) and dispatches kernels over them, in order. A dispatch may see a
    buffer under another shape of the same element type and size: reshapes cost nothing.
  }];
}

class Schedule_Op<string mnemonic, list<Trait> traits = []> : Op<Schedule_Dialect, mnemonic, traits>;

// A buffer is a memref with the identity layout, a static shape and integers or floats of at most 64 bits as elements;
// at most 2^40 of them, so that no sum of sizes overflows (bufferBytes in Schedule.h).
def Schedule_Buffer : ConfinedType<AnyStaticShapeMemRef, [CPred<"::aic::schedule::bufferBytes($_self).has_value()">],
    "memref of static shape and identity layout, at most 2^40 integers or floats of at most 64 bits",
    "::mlir::MemRefType">;

def Schedule_KernelOp : Schedule_Op<"kernel", [IsolatedFromAbove, Symbol, SingleBlock]> {
  let summary = "a function of a workgroup index: one root operation and its epilogue";
  let description = [{
    The region's arguments are the tensors read; its terminator's operands are the tensors written. family names the
    emitter; constant_arguments lists the arguments that every dispatch binds to a constant; workgroups, steps (how often
    all of them run, one after another; absent: once) and tiling are set when the target's tiles are chosen.
    runs = [length, offset, stride], where set, says that the result is a part of its buffer, a branch of a concatenation: so
    many neighbours at a time, the first of them at element `offset`, the next ones `stride` elements behind them.
    Constraints: C1 the region's arguments and the terminator's operands are ranked tensors of static shape with at most
    2^40 integers or floats as elements, C2 workgroups and steps are positive where they are set,
    C3 constant_arguments are numbers of arguments, in order, each once, C4 a kernel with runs has one result, whose
    elements their length divides, and offset + length lies in stride, all of a buffer of at most 2^40 elements.
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, StrAttr:$family,
    OptionalAttr<DenseI64ArrayAttr>:$constant_arguments, OptionalAttr<I64Attr>:$workgroups,
    OptionalAttr<I64Attr>:$steps, OptionalAttr<DictionaryAttr>:$tiling, OptionalAttr<DenseI64ArrayAttr>:$runs);
  let builders = [OpBuilder<(ins "::mlir::StringRef":$name, "::mlir::StringRef":$family,
    "::mlir::DenseI64ArrayAttr":$constants, "::mlir::IntegerAttr":$workgroups, "::mlir::IntegerAttr":$steps,
    "::mlir::DictionaryAttr":$tiling), [{
      build($_builder, $_state, name, family, constants, workgroups, steps, tiling, ::mlir::DenseI64ArrayAttr());
    }]>];
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = [{
    $sym_name `family` `(` $family `)` (`constants` $constant_arguments^)? (`workgroups` `(` $workgroups^ `)`)?
    (`steps` `(` $steps^ `)`)? (`tiling` $tiling^)? (`runs` $runs^)? attr-dict-with-keyword
    $body
  }];
  let hasVerifier = 1;
  let extraClassDeclaration = [{
    /// The types written: those of the terminator's operands.
    mlir::TypeRange getResultTypes() { return getBody().front().getTerminator()->getOperandTypes(); }
    mlir::TypeRange getArgumentTypes() { return getBody().front().getArgumentTypes(); }
    /// Where the results lie in their buffers.
    ::aic::schedule::Runs getResultRuns() { return ::aic::schedule::Runs(getRuns()); }
  }];
}

def Schedule_ProgramOp : Schedule_Op<"program", [IsolatedFromAbove, Symbol, SingleBlock, NoTerminator]> {
  let summary = "buffers, and dispatches in order";
  let description = [{
    arena_bytes is the arena's size, peak_live_bytes the largest sum of bytes alive at once (a lower bound for any
    plan), total_bytes the sum of all transients; all three are set by memory planning.
    Constraints: C1 arena_bytes, peak_live_bytes and total_bytes are set together and not negative, C2 the region takes
    no arguments, C3 offsets of transients are not negative and 64-byte aligned, C4 when memory is planned every
    transient has an offset and lies inside the arena, C5 transients alive at once share no byte: one lives from the
    first dispatch that writes it to the last that uses it, and may begin where another ends (in place; whether the
    kernel allows that is not seen here), C6 no transient is read before it, or a part of it, is written, C7 the inputs are numbered
    0, 1, ... each once, and so are the outputs, C8 a state has one buffer at most.
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, OptionalAttr<I64Attr>:$arena_bytes,
    OptionalAttr<I64Attr>:$peak_live_bytes, OptionalAttr<I64Attr>:$total_bytes);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = [{
    $sym_name (`arena` $arena_bytes^ `peak_live` $peak_live_bytes `total` $total_bytes)? attr-dict-with-keyword $body
  }];
  let hasVerifier = 1;
  let hasRegionVerifier = 1;
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
  let summary = "a constant, and the order in which its kernels read it";
  let description = [{
    The value is the logical one, of the buffer's shape. packing, where set, says how its elements are laid out in the
    artifact (compiler/lowering/Packing.h); absent means row-major.
    Constraints: C1 the buffer has the value's element type and number of elements.
  }];
  let arguments = (ins ElementsAttr:$value, OptionalAttr<DictionaryAttr>:$packing);
  let results = (outs Schedule_Buffer:$buffer);
  let assemblyFormat = "$value (`packed` $packing^)? attr-dict `:` type($buffer)";
  let hasVerifier = 1;
}

def Schedule_TransientOp : Schedule_Op<"transient", [HasParent<"ProgramOp">]> {
  let summary = "a buffer inside the arena, at a byte offset once memory is planned";
  let description = [{
    packing, where set, says how its elements are laid out, as of a constant, and elements how many that takes: a packing may
    compute more than there were. Absent means row-major.
    Constraints: C1 packing and elements are set together, elements from 1 to 2^40.
  }];
  let arguments = (ins OptionalAttr<I64Attr>:$offset, OptionalAttr<DictionaryAttr>:$packing,
    OptionalAttr<I64Attr>:$elements);
  let results = (outs Schedule_Buffer:$buffer);
  let builders = [OpBuilder<(ins "::mlir::Type":$buffer), [{ build($_builder, $_state, buffer, {}, {}, {}); }]>];
  let assemblyFormat = [{
    (`offset` $offset^)? (`packed` $packing^ `elements` `(` $elements `)`)? attr-dict `:` type($buffer)
  }];
  let hasVerifier = 1;
  let extraClassDeclaration = [{
    /// That it takes of the arena.
    int64_t getBytes();
  }];
}

def Schedule_StateOp : Schedule_Op<"state", [HasParent<"::mlir::ModuleOp">, Symbol]> {
  let summary = "a buffer that outlives a run, and that all programs share";
  let arguments = (ins SymbolNameAttr:$sym_name, TypeAttrOf<Schedule_Buffer>:$type);
  let assemblyFormat = "$sym_name `:` $type attr-dict";
}

def Schedule_StateBufferOp : Schedule_Op<"state_buffer", [HasParent<"ProgramOp">,
    DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "the buffer of a state: it holds what the last run left, and keeps what this one writes";
  let description = "Constraints: C1 the state exists, C2 the buffer has its type.";
  let arguments = (ins FlatSymbolRefAttr:$state);
  let results = (outs Schedule_Buffer:$buffer);
  let assemblyFormat = "$state attr-dict `:` type($buffer)";
}

def Schedule_DispatchOp : Schedule_Op<"dispatch", [HasParent<"ProgramOp">, AttrSizedOperandSegments,
    DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "run a kernel over buffers";
  let description = [{
    Constraints: C1 the kernel exists, C2 one buffer per argument and result of the kernel, C3 each buffer has the
    element type and the number of elements of its tensor, or of all that the kernel's runs lie in, C4 inputs and constants are not written,
    C5 the buffers of the kernel's constant_arguments are constants.
  }];
  let arguments = (ins FlatSymbolRefAttr:$kernel, Variadic<Schedule_Buffer>:$reads, Variadic<Schedule_Buffer>:$writes);
  let assemblyFormat = "$kernel `(` $reads `)` `->` `(` $writes `)` attr-dict `:` functional-type($reads, $writes)";
  let hasVerifier = 1;
}

#endif
