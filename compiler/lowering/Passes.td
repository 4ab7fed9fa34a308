// The passes from `aic` to `schedule`, alphabetically.
#ifndef AIC_LOWERING_PASSES_TD
#define AIC_LOWERING_PASSES_TD

include "mlir/Pass/PassBase.td"

def FormKernels : Pass<"aic-form-kernels", "mlir::ModuleOp"> {
  let summary = "turn the model's functions into kernels and programs of dispatches";
  let description = [{
    Each `aic.fused`, and each operation outside one, becomes a dispatch of a `schedule.kernel`; equal bodies become one
    kernel. A reshape becomes nothing: its result is the operand's buffer. Constants become `schedule.constant`, equal
    ones once. Each function goes, a `schedule.program` of its name comes; they share the kernels.

    A state (`aic.state`) becomes a `schedule.state`. Where an update of it is what the next run will find, and nothing reads
    what was there before after it, the update is made in the state's own buffer: only the slice is written. Any other result is
    computed into that buffer where nothing reads what was there before, and its kernel cannot fail half way; else it is copied
    there when all else is done.

    Example:
    ```
    func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
      %0 = aic.relu %x : tensor<4xf32>
      return %0 : tensor<4xf32>
    }
    ```
    becomes
    ```
    schedule.kernel @relu_4 family("elementwise") { ^bb0(%x: tensor<4xf32>): ... aic.yield ... }
    schedule.program @f {
      %in = schedule.input 0 "x" : memref<4xf32>
      %out = schedule.output 0 "y" : memref<4xf32>
      schedule.dispatch @relu_4(%in) -> (%out) : (memref<4xf32>) -> (memref<4xf32>)
    }
    ```
  }];
  let dependentDialects = ["::aic::schedule::ScheduleDialect"];
}

def ShareSlices : Pass<"aic-share-slices", "::mlir::func::FuncOp"> {
  let summary = "slices along one axis that cut the same out of the others cut it out once, with that axis in front";
  let description = [{
    As the steps of a recurrence do that is written step by step: then each step's slice is neighbouring elements, which
    `aic-read-parts` copies no more. There are at least 4 of them, the axis is the first of more than one element, and a row
    takes a multiple of the alignment. Of an argument whole rows are copied once, too, where its parts are not read where they lie.
    Where the axis is another one, or rows take no such multiple, 8 slices or more that are half of all that the axis has get rows
    of their own: a transpose and a pad, once.

      %1 = aic.slice %x {offsets = array<i64: 0, 3, 20>, sizes = array<i64: 1, 1, 16>, ...} : (tensor<1x8x36xf32>) -> ...
      =>
      %0 = aic.slice %x {offsets = array<i64: 0, 0, 20>, sizes = array<i64: 1, 8, 16>, ...} : (tensor<1x8x36xf32>) -> ...
      %1 = aic.slice %0 {offsets = array<i64: 0, 3, 0>, sizes = array<i64: 1, 1, 16>, ...} : (tensor<1x8x16xf32>) -> ...
  }];
  let dependentDialects = ["::aic::AicDialect"];
  let options = [Option<"alignment", "alignment", "int64_t", /*default=*/"64", "of buffers of the target">,
    Option<"inputs", "inputs", "bool", /*default=*/"false", "whether the target reads parts of inputs where they lie">];
}

def OrderUpdates : Pass<"aic-order-updates", "::mlir::func::FuncOp"> {
  let summary = "what a run leaves in its states is computed as soon as it can be";
  let description = [{
    An operation that makes the new value of a state, as an optimiser's update with the product that makes its gradient, moves
    behind the last one that makes what it reads, and behind the last one that reads the state's old value. So activations and
    gradients die as the backward pass goes on, not at its end. None moves in front of integers that are computed, by which
    a run may fail.

      %g1 = ... ; %g0 = ... ; %w1 = optimiser(%w1_before, %g1) ; %w0 = optimiser(%w0_before, %g0)
      =>
      %g1 = ... ; %w1 = optimiser(%w1_before, %g1) ; %g0 = ... ; %w0 = optimiser(%w0_before, %g0)
  }];
}

def ReadParts : Pass<"aic-read-parts", "mlir::ModuleOp"> {
  let summary = "neighbouring elements of a transient, or an input, are read where they lie";
  let description = [{
    A dispatch that copies neighbouring elements of a transient, or of an input where the target reads parts of these, goes, and its kernel with the last of them; their readers read
    where the elements lie (`dialects/schedule/Parts.h`). A part begins at a multiple of the alignment. A small part that is
    read long after all else of the whole stays a copy, for the sake of the arena.
  }];
  let options = [Option<"alignment", "alignment", "int64_t", /*default=*/"64", "of buffers of the target; a power of two">,
    Option<"inputs", "inputs", "bool", /*default=*/"false", "whether the target reads parts of inputs where they lie">];
}

def PlanMemory : Pass<"aic-plan-memory", "schedule::ProgramOp"> {
  let summary = "give every transient buffer its offset in the arena";
  let description = [{
    Buffers share bytes when their lives do not overlap. A result takes over the buffer of an operand that dies there,
    where its kernel reads that operand only at the place that it writes. Records the arena's size, the largest sum of
    bytes alive at once (no plan can be smaller) and the sum of all buffers.
  }];
  let options = [Option<"alignment", "alignment", "int64_t", /*default=*/"64",
    "Offsets are multiples of it; a power of two. A Vulkan device may ask for 256.">];
}

def Recompute : Pass<"aic-recompute", "schedule::ProgramOp"> {
  let summary = "make activations again where they are read next, until the arena is as small as it is to be";
  let description = [{
    Before aic-plan-memory, or between two of them: offsets that there are go. While the arena has more than `memory` bytes, a buffer that is alive where most bytes are, and not
    used there, is made again by the kernels that made it, right before it is read next: the cheapest for its bytes first.
    A dispatch runs again only where all that it reads still is what it was. Ends where nothing more can be spared.

    Example: of `%a` kept for a last dispatch
    ```
    schedule.dispatch @relu(%x) -> (%a)
    schedule.dispatch @conv(%a) -> (%b)
    ...
    schedule.dispatch @gradient(%b, %a) -> (%y)
    ```
    becomes
    ```
    schedule.dispatch @relu(%x) -> (%a)
    schedule.dispatch @conv(%a) -> (%b)
    ...
    schedule.dispatch @relu(%x) -> (%c)
    schedule.dispatch @gradient(%b, %c) -> (%y)
    ```
  }];
  let dependentDialects = ["::aic::schedule::ScheduleDialect"];
  let options = [
    Option<"memory", "memory", "int64_t", /*default=*/"0", "The bytes that the arena may have.">,
    Option<"alignment", "alignment", "int64_t", /*default=*/"64", "As of aic-plan-memory.">];
}

#endif
