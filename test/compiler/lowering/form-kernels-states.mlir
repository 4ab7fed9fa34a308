// States: who writes their buffers, and what is copied there. Several functions share kernels.
// RUN: aic-opt --aic-form-kernels --split-input-file %s | FileCheck %s

// An update in place; both programs run one kernel. No buffer but the state's.
// CHECK: schedule.state @keys : memref<1x4x8xf32>
// CHECK: schedule.kernel @update_slice_1x4x8 family("slice")
// CHECK-LABEL: schedule.program @one {
// CHECK-DAG: %[[K:.*]] = schedule.state_buffer @keys : memref<1x4x8xf32>
// CHECK-DAG: %[[X:.*]] = schedule.input 0 "x"
// CHECK-DAG: %[[P:.*]] = schedule.input 1 "input1"
// CHECK: schedule.dispatch @update_slice_1x4x8(%[[X]], %[[K]], %[[P]]) -> (%[[K]])
// CHECK-NOT: schedule.dispatch @update
// CHECK: schedule.dispatch @relu_1x4x8(%[[K]])
// CHECK-NOT: schedule.dispatch
// CHECK: }
// CHECK-NOT: schedule.kernel @update
// CHECK-LABEL: schedule.program @two {
// CHECK: %[[K:.*]] = schedule.state_buffer @keys
// CHECK: schedule.dispatch @update_slice_1x4x8(%{{.*}}, %[[K]], %{{.*}}) -> (%[[K]])
// CHECK: schedule.dispatch @update_slice_1x4x8(%{{.*}}, %[[K]], %{{.*}}) -> (%[[K]])
// CHECK-NOT: schedule.dispatch
// CHECK: }
aic.state @keys : tensor<1x4x8xf32> = dense<0.0> : tensor<1x4x8xf32>
func.func @one(%x: tensor<1x1x8xf32> {aic.name = "x"}, %p: tensor<i64>, %k: tensor<1x4x8xf32> {aic.state = @keys})
    -> (tensor<1x4x8xf32>, tensor<1x4x8xf32> {aic.state = @keys}) {
  %0 = aic.update_slice %x into %k at %p {dim = 1 : i64} : (tensor<1x1x8xf32>, tensor<1x4x8xf32>, tensor<i64>) -> tensor<1x4x8xf32>
  %1 = aic.relu %0 : tensor<1x4x8xf32>
  return %1, %0 : tensor<1x4x8xf32>, tensor<1x4x8xf32>
}
func.func @two(%x: tensor<1x1x8xf32>, %p: tensor<i64>, %q: tensor<i64>, %k: tensor<1x4x8xf32> {aic.state = @keys})
    -> (tensor<1x4x8xf32> {aic.state = @keys}) {
  %0 = aic.update_slice %x into %k at %p {dim = 1 : i64} : (tensor<1x1x8xf32>, tensor<1x4x8xf32>, tensor<i64>) -> tensor<1x4x8xf32>
  %1 = aic.update_slice %x into %0 at %q {dim = 1 : i64} : (tensor<1x1x8xf32>, tensor<1x4x8xf32>, tensor<i64>) -> tensor<1x4x8xf32>
  return %1 : tensor<1x4x8xf32>
}

// -----

// What the run found is read after the update: the update is made in a copy, which goes to the state at the end.
// CHECK-LABEL: schedule.program @late {
// CHECK: %[[S:.*]] = schedule.state_buffer @s
// CHECK: %[[Y:.*]] = schedule.output 0
// CHECK: %[[T:.*]] = schedule.transient
// CHECK: schedule.dispatch @expand_4(%[[S]]) -> (%[[T]])
// CHECK: schedule.dispatch @update_slice_4(%{{.*}}, %[[T]], %{{.*}}) -> (%[[T]])
// CHECK: schedule.dispatch @relu_4(%[[S]]) -> (%[[Y]])
// CHECK: schedule.dispatch @{{.*}}(%[[T]]) -> (%[[S]])
aic.state @s : tensor<4xf32> = dense<0.0> : tensor<4xf32>
func.func @late(%x: tensor<1xf32>, %p: tensor<i64>, %s: tensor<4xf32> {aic.state = @s})
    -> (tensor<4xf32>, tensor<4xf32> {aic.state = @s}) {
  %0 = aic.update_slice %x into %s at %p {dim = 0 : i64} : (tensor<1xf32>, tensor<4xf32>, tensor<i64>) -> tensor<4xf32>
  %1 = aic.relu %s : tensor<4xf32>
  return %1, %0 : tensor<4xf32>, tensor<4xf32>
}

// -----

// An update of what is the caller's; of what was computed for it alone; and of a computed value that is read again.
// CHECK-LABEL: schedule.program @others {
// CHECK: %[[X:.*]] = schedule.input 1
// CHECK: schedule.dispatch @expand_4(%[[X]]) -> (%[[A:.*]]) :
// CHECK: schedule.dispatch @update_slice_4(%{{.*}}, %[[A]], %{{.*}}) -> (%[[A]])
// CHECK: schedule.dispatch @relu_4(%[[X]]) -> (%[[B:.*]]) :
// CHECK: schedule.dispatch @update_slice_4(%{{.*}}, %[[B]], %{{.*}}) -> (%[[B]])
// CHECK: schedule.dispatch @exp_4(%[[X]]) -> (%[[C:.*]]) :
// CHECK: schedule.dispatch @expand_4(%[[C]]) -> (%[[D:.*]]) :
// CHECK: schedule.dispatch @update_slice_4(%{{.*}}, %[[D]], %{{.*}}) -> (%[[D]])
func.func @others(%v: tensor<1xf32>, %x: tensor<4xf32>, %p: tensor<i64>)
    -> (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) {
  %0 = aic.update_slice %v into %x at %p {dim = 0 : i64} : (tensor<1xf32>, tensor<4xf32>, tensor<i64>) -> tensor<4xf32>
  %1 = aic.relu %x : tensor<4xf32>
  %2 = aic.update_slice %v into %1 at %p {dim = 0 : i64} : (tensor<1xf32>, tensor<4xf32>, tensor<i64>) -> tensor<4xf32>
  %3 = aic.exp %x : tensor<4xf32>
  %4 = aic.update_slice %v into %3 at %p {dim = 0 : i64} : (tensor<1xf32>, tensor<4xf32>, tensor<i64>) -> tensor<4xf32>
  return %0, %2, %3, %4 : tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>
}

// -----

// In a group that reads what it updates through a view too: it updates a copy.
// CHECK-LABEL: schedule.program @group {
// CHECK: %[[S:.*]] = schedule.state_buffer @s
// CHECK: schedule.dispatch @expand_2x2(%[[S]]) -> (%[[T:.*]]) :
// CHECK: schedule.dispatch @update_slice_2x2(%[[S]], %{{.*}}, %[[T]]) -> (%[[T]])
// CHECK: schedule.dispatch @{{.*}}(%[[T]]) -> (%[[S]])
aic.state @s : tensor<2x2xf32> = dense<0.0> : tensor<2x2xf32>
func.func @group(%p: tensor<i64>, %s: tensor<2x2xf32> {aic.state = @s}) -> (tensor<2x2xf32> {aic.state = @s}) {
  %0 = aic.fused(%s, %p) : (tensor<2x2xf32>, tensor<i64>) -> tensor<2x2xf32> {
  ^bb0(%a: tensor<2x2xf32>, %b: tensor<i64>):
    %1 = aic.transpose %a {perm = array<i64: 1, 0>} : (tensor<2x2xf32>) -> tensor<2x2xf32>
    %2 = aic.update_slice %1 into %a at %b {dim = 0 : i64} : (tensor<2x2xf32>, tensor<2x2xf32>, tensor<i64>) -> tensor<2x2xf32>
    aic.yield %2 : tensor<2x2xf32>
  }
  return %0 : tensor<2x2xf32>
}

// -----

// A result goes to the state directly where nothing reads what was there; an output that is equal to it is a copy.
// CHECK-LABEL: schedule.program @direct {
// CHECK: %[[S:.*]] = schedule.state_buffer @s
// CHECK: %[[Y:.*]] = schedule.output 0
// CHECK: schedule.dispatch @relu_4(%[[S]]) -> (%[[T:.*]]) :
// CHECK: schedule.dispatch @exp_4(%[[T]]) -> (%[[S]])
// CHECK: schedule.dispatch @{{.*}}(%[[S]]) -> (%[[Y]])
// CHECK-NOT: schedule.dispatch
aic.state @s : tensor<4xf32> = dense<0.0> : tensor<4xf32>
func.func @direct(%s: tensor<4xf32> {aic.state = @s}) -> (tensor<4xf32>, tensor<4xf32> {aic.state = @s}) {
  %0 = aic.relu %s : tensor<4xf32>
  %1 = aic.exp %0 : tensor<4xf32>
  return %1, %1 : tensor<4xf32>, tensor<4xf32>
}

// -----

// Two states change places; the old value of one is an output as well. A kernel that may fail writes no state.
// CHECK-LABEL: schedule.program @swap {
// CHECK-DAG: %[[A:.*]] = schedule.state_buffer @a
// CHECK-DAG: %[[B:.*]] = schedule.state_buffer @b
// CHECK-DAG: %[[Y:.*]] = schedule.output 0
// CHECK: schedule.dispatch @copy(%[[A]]) -> (%[[Y]])
// CHECK: schedule.dispatch @copy(%[[B]]) -> (%[[KB:.*]]) :
// CHECK: schedule.dispatch @copy(%[[A]]) -> (%[[KA:.*]]) :
// CHECK: schedule.dispatch @copy(%[[KB]]) -> (%[[A]])
// CHECK: schedule.dispatch @copy(%[[KA]]) -> (%[[B]])
// CHECK-LABEL: schedule.program @fails {
// CHECK: schedule.dispatch @take_4(%{{.*}}) -> (%[[T:.*]]) :
// CHECK: %[[A:.*]] = schedule.state_buffer @a
// CHECK: schedule.dispatch @copy(%[[T]]) -> (%[[A]])
aic.state @a : tensor<4xf32> = dense<0.0> : tensor<4xf32>
aic.state @b : tensor<4xf32> = dense<0.0> : tensor<4xf32>
func.func @swap(%a: tensor<4xf32> {aic.state = @a}, %b: tensor<4xf32> {aic.state = @b})
    -> (tensor<4xf32>, tensor<4xf32> {aic.state = @a}, tensor<4xf32> {aic.state = @b}) {
  return %a, %b, %a : tensor<4xf32>, tensor<4xf32>, tensor<4xf32>
}
func.func @fails(%x: tensor<9xf32>, %i: tensor<4xi64>) -> (tensor<4xf32> {aic.state = @a}) {
  %0 = aic.take %x, %i {dim = 0 : i64} : (tensor<9xf32>, tensor<4xi64>) -> tensor<4xf32>
  return %0 : tensor<4xf32>
}

// -----

// Elementwise operations read what they write in its place; a softmax does not.
// CHECK-LABEL: schedule.program @in_place {
// CHECK-DAG: %[[A:.*]] = schedule.state_buffer @a
// CHECK-DAG: %[[B:.*]] = schedule.state_buffer @b
// CHECK: schedule.dispatch @add_4(%[[A]], %{{.*}}) -> (%[[A]])
// CHECK: schedule.dispatch @softmax_4(%[[B]]) -> (%[[T:.*]]) :
// CHECK: schedule.dispatch @{{.*}}(%[[T]]) -> (%[[B]])
aic.state @a : tensor<4xf32> = dense<0.0> : tensor<4xf32>
aic.state @b : tensor<4xf32> = dense<0.0> : tensor<4xf32>
func.func @in_place(%x: tensor<4xf32>, %a: tensor<4xf32> {aic.state = @a}, %b: tensor<4xf32> {aic.state = @b})
    -> (tensor<4xf32> {aic.state = @a}, tensor<4xf32> {aic.state = @b}) {
  %0 = aic.add %a, %x : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %1 = aic.softmax %b {dim = 0 : i64} : (tensor<4xf32>) -> tensor<4xf32>
  return %0, %1 : tensor<4xf32>, tensor<4xf32>
}

// -----

// What is checked before the first write: a length that nothing implies, once, and a look-up; position + 1 follows from the update.
// CHECK-LABEL: schedule.program @checks {
// CHECK: schedule.dispatch @sub(
// CHECK: schedule.dispatch @length_of_attention(
// CHECK-NOT: dispatch @length_of_attention
// CHECK: schedule.dispatch @embedding
// CHECK: schedule.dispatch @update_slice
// CHECK: schedule.dispatch @attention
// CHECK: schedule.dispatch @attention
// CHECK: schedule.dispatch @attention
aic.state @k : tensor<1x8x4xf32> = dense<0.0> : tensor<1x8x4xf32>
func.func @checks(%x: tensor<1x1x4xf32>, %p: tensor<i64>, %l: tensor<i64>, %ids: tensor<2xi64>,
                  %k: tensor<1x8x4xf32> {aic.state = @k})
    -> (tensor<1x1x4xf32>, tensor<1x1x4xf32>, tensor<1x1x4xf32>, tensor<2x4xf32>, tensor<1x8x4xf32> {aic.state = @k}) {
  %one = aic.constant dense<1> : tensor<i64>
  %0 = aic.update_slice %x into %k at %p {dim = 1 : i64} : (tensor<1x1x4xf32>, tensor<1x8x4xf32>, tensor<i64>) -> tensor<1x8x4xf32>
  %1 = aic.attention %x, %0, %0 length %l {scale = 1.0 : f64} : (tensor<1x1x4xf32>, tensor<1x8x4xf32>, tensor<1x8x4xf32>, tensor<i64>) -> tensor<1x1x4xf32>
  %2 = aic.attention %1, %0, %0 length %l {scale = 1.0 : f64} : (tensor<1x1x4xf32>, tensor<1x8x4xf32>, tensor<1x8x4xf32>, tensor<i64>) -> tensor<1x1x4xf32>
  %n = aic.add %p, %one : (tensor<i64>, tensor<i64>) -> tensor<i64>
  %3 = aic.attention %1, %0, %0 length %n {causal = true, scale = 1.0 : f64} : (tensor<1x1x4xf32>, tensor<1x8x4xf32>, tensor<1x8x4xf32>, tensor<i64>) -> tensor<1x1x4xf32>
  %w = aic.constant dense<1.0> : tensor<9x4xf32>
  %4 = aic.embedding %ids, %w : (tensor<2xi64>, tensor<9x4xf32>) -> tensor<2x4xf32>
  return %1, %2, %3, %4, %0 : tensor<1x1x4xf32>, tensor<1x1x4xf32>, tensor<1x1x4xf32>, tensor<2x4xf32>, tensor<1x8x4xf32>
}

// -----

// A look-up whose index depends on what is written to a state stays behind it: another operation still reads there what was.
// CHECK-LABEL: schedule.program @stays {
// CHECK-DAG: %[[A:.*]] = schedule.state_buffer @a
// CHECK-DAG: %[[B:.*]] = schedule.state_buffer @b
// CHECK: schedule.dispatch @add_4(%[[A]], %{{.*}}) -> (%[[A]])
// CHECK: schedule.dispatch @relu_4(%[[B]])
// CHECK: schedule.dispatch @exp_4(%{{.*}}) -> (%[[B]])
// CHECK: schedule.dispatch @cast_4(%[[B]])
// CHECK: schedule.dispatch @take_4
aic.state @a : tensor<4xf32> = dense<0.0> : tensor<4xf32>
aic.state @b : tensor<4xf32> = dense<0.0> : tensor<4xf32>
func.func @stays(%x: tensor<4xf32>, %t: tensor<9xf32>, %a: tensor<4xf32> {aic.state = @a}, %b: tensor<4xf32> {aic.state = @b})
    -> (tensor<4xf32>, tensor<4xf32>, tensor<4xf32> {aic.state = @a}, tensor<4xf32> {aic.state = @b}) {
  %0 = aic.add %a, %x : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %1 = aic.relu %b : tensor<4xf32>
  %2 = aic.exp %x : tensor<4xf32>
  %3 = aic.cast %2 : (tensor<4xf32>) -> tensor<4xi64>
  %4 = aic.take %t, %3 {dim = 0 : i64} : (tensor<9xf32>, tensor<4xi64>) -> tensor<4xf32>
  return %1, %4, %0, %2 : tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>
}

// -----

// What an optimiser does after the transpose that makes a gradient is done in the states' own buffers: both are
// read only where they are written. A state that the root reads, at other places, is copied.
// CHECK-LABEL: schedule.program @trained {
// CHECK-DAG: %[[W:.*]] = schedule.state_buffer @w
// CHECK-DAG: %[[V:.*]] = schedule.state_buffer @v
// CHECK-DAG: %[[G:.*]] = schedule.input 0 "g"
// CHECK-NOT: schedule.transient
// CHECK: schedule.dispatch @{{.*}}(%[[G]], %[[V]], %[[W]]) -> (%[[V]], %[[W]])
// CHECK-NOT: schedule.dispatch
// CHECK-LABEL: schedule.program @turned {
// CHECK: %[[T:.*]] = schedule.transient
// CHECK: schedule.dispatch @{{.*}} -> (%[[T]])
// CHECK-NEXT: schedule.dispatch @{{.*}}(%[[T]])
aic.state @v : tensor<2x2xf32> = dense<0.0> : tensor<2x2xf32>
aic.state @w : tensor<2x2xf32> = dense<0.0> : tensor<2x2xf32>
func.func @trained(%g: tensor<2x2xf32> {aic.name = "g"}, %v: tensor<2x2xf32> {aic.state = @v}, %w: tensor<2x2xf32> {aic.state = @w})
    -> (tensor<2x2xf32> {aic.state = @v}, tensor<2x2xf32> {aic.state = @w}) {
  %0:2 = aic.fused(%g, %v, %w) : (tensor<2x2xf32>, tensor<2x2xf32>, tensor<2x2xf32>) -> (tensor<2x2xf32>, tensor<2x2xf32>) {
  ^bb0(%a: tensor<2x2xf32>, %b: tensor<2x2xf32>, %c: tensor<2x2xf32>):
    %2 = aic.transpose %a {perm = array<i64: 1, 0>} : (tensor<2x2xf32>) -> tensor<2x2xf32>
    %3 = aic.add %b, %2 : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<2x2xf32>
    %4 = aic.sub %c, %3 : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<2x2xf32>
    aic.yield %3, %4 : tensor<2x2xf32>, tensor<2x2xf32>
  }
  return %0#0, %0#1 : tensor<2x2xf32>, tensor<2x2xf32>
}
func.func @turned(%g: tensor<2x2xf32>, %w: tensor<2x2xf32> {aic.state = @w}) -> (tensor<2x2xf32> {aic.state = @w}) {
  %0 = aic.fused(%g, %w) : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<2x2xf32> {
  ^bb0(%a: tensor<2x2xf32>, %b: tensor<2x2xf32>):
    %1 = aic.transpose %b {perm = array<i64: 1, 0>} : (tensor<2x2xf32>) -> tensor<2x2xf32>
    %2 = aic.sub %1, %a : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<2x2xf32>
    aic.yield %2 : tensor<2x2xf32>
  }
  return %0 : tensor<2x2xf32>
}
