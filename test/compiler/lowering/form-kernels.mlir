// A model's function becomes kernels and a program of dispatches.
// RUN: aic-opt --aic-form-kernels --split-input-file %s | FileCheck %s

// Equal layers are one kernel; weights are its arguments, and equal constants are one buffer. A result that is returned
// is written to the output directly.
// CHECK-LABEL: schedule.kernel @linear_4x4 family("contraction") constants [1, 2] {
// CHECK-NEXT: ^bb0(%[[X:.*]]: tensor<4x4xf32>, %[[W:.*]]: tensor<4x4xf32>, %[[B:.*]]: tensor<4xf32>):
// CHECK-NEXT: %[[R:.*]] = aic.linear %[[X]], %[[W]], %[[B]]
// CHECK-NEXT: aic.yield %[[R]] : tensor<4x4xf32>
// CHECK-NOT: schedule.kernel
// CHECK: schedule.program @layers {
// CHECK-DAG: %[[B:.*]] = schedule.constant dense<1.000000e+00> : tensor<4xf32> : memref<4xf32>
// CHECK-DAG: %[[W:.*]] = schedule.constant dense_resource<weight> : tensor<4x4xf32> : memref<4x4xf32>
// CHECK-NOT: schedule.constant
// CHECK: %[[IN:.*]] = schedule.input 0 "image" : memref<4x4xf32>
// CHECK-NEXT: %[[OUT:.*]] = schedule.output 0 "logits" : memref<4x4xf32>
// CHECK-NEXT: %[[T:.*]] = schedule.transient : memref<4x4xf32>
// CHECK-NEXT: schedule.dispatch @linear_4x4(%[[IN]], %[[W]], %[[B]]) -> (%[[T]])
// CHECK-NEXT: schedule.dispatch @linear_4x4(%[[T]], %[[W]], %[[B]]) -> (%[[OUT]])
// CHECK-NEXT: }
func.func @layers(%x: tensor<4x4xf32> {aic.name = "image"}) -> (tensor<4x4xf32> {aic.name = "logits"}) {
  %w = aic.constant dense_resource<weight> : tensor<4x4xf32>
  %b = aic.constant dense<1.0> : tensor<4xf32>
  %c = aic.constant dense<1.0> : tensor<4xf32>
  %0 = aic.linear %x, %w, %b : (tensor<4x4xf32>, tensor<4x4xf32>, tensor<4xf32>) -> tensor<4x4xf32>
  %1 = aic.linear %0, %w, %c : (tensor<4x4xf32>, tensor<4x4xf32>, tensor<4xf32>) -> tensor<4x4xf32>
  return %1 : tensor<4x4xf32>
}
{-# dialect_resources: { builtin: { weight: "0x04000000" } } #-}

// -----

// A reshape is the same buffer under another shape.
// CHECK-LABEL: schedule.program @reshapes {
// CHECK-NEXT: %[[IN:.*]] = schedule.input 0 "input0" : memref<2x2xf32>
// CHECK-NEXT: %[[OUT:.*]] = schedule.output 0 "output0" : memref<2x2xf32>
// CHECK-NEXT: %[[T:.*]] = schedule.transient : memref<4xf32>
// CHECK-NEXT: schedule.dispatch @relu_4(%[[IN]]) -> (%[[T]]) : (memref<2x2xf32>) -> memref<4xf32>
// CHECK-NEXT: schedule.dispatch @exp_1x4(%[[T]]) -> (%[[OUT]]) : (memref<4xf32>) -> memref<2x2xf32>
// CHECK-NEXT: }
func.func @reshapes(%x: tensor<2x2xf32>) -> tensor<2x2xf32> {
  %0 = aic.reshape %x : (tensor<2x2xf32>) -> tensor<4xf32>
  %1 = aic.relu %0 : tensor<4xf32>
  %2 = aic.reshape %1 : (tensor<4xf32>) -> tensor<1x4xf32>
  %3 = aic.exp %2 : tensor<1x4xf32>
  %4 = aic.reshape %3 : (tensor<1x4xf32>) -> tensor<2x2xf32>
  return %4 : tensor<2x2xf32>
}

// -----

// What no dispatch can write to the output is copied: arguments, constants, what is returned twice. A result that others
// read as well is read where it was written, in the output.
// CHECK-LABEL: schedule.program @copies {
// CHECK: %[[C:.*]] = schedule.constant dense<2.000000e+00>
// CHECK-NEXT: %[[IN:.*]] = schedule.input 0
// CHECK-NEXT: %[[O0:.*]] = schedule.output 0
// CHECK-NEXT: %[[O1:.*]] = schedule.output 1
// CHECK-NEXT: %[[O2:.*]] = schedule.output 2
// CHECK-NEXT: %[[O3:.*]] = schedule.output 3
// CHECK-NEXT: %[[O4:.*]] = schedule.output 4
// CHECK-NEXT: schedule.dispatch @relu_4(%[[IN]]) -> (%[[O0]])
// CHECK-NEXT: schedule.dispatch @exp_4(%[[O0]]) -> (%[[O4]])
// CHECK-NEXT: schedule.dispatch @copy(%[[O0]]) -> (%[[O1]])
// CHECK-NEXT: schedule.dispatch @copy(%[[IN]]) -> (%[[O2]])
// CHECK-NEXT: schedule.dispatch @copy(%[[C]]) -> (%[[O3]])
// CHECK-NEXT: }
func.func @copies(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) {
  %c = aic.constant dense<2.0> : tensor<4xf32>
  %0 = aic.relu %x : tensor<4xf32>
  %1 = aic.exp %0 : tensor<4xf32>
  return %0, %0, %x, %c, %1 : tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>
}

// -----

// A group is a kernel with its literals, its results and their buffers. A single operation has its literals inside, too,
// and one argument for a value that it names twice.
// CHECK-LABEL: schedule.kernel @max_pool2d_add_1x2x2x4 family("window") {
// CHECK-NEXT: ^bb0(%[[X:.*]]: tensor<1x4x4x4xf32>):
// CHECK: aic.constant dense<5.000000e-01> : tensor<f32>
// CHECK: aic.yield %{{.*}}, %{{.*}} : tensor<1x2x2x4xf32>, tensor<1x2x2x4xf32>
// CHECK: schedule.kernel @mul_1x2x2x4 family("elementwise") {
// CHECK-NEXT: ^bb0(%[[X:.*]]: tensor<1x2x2x4xf32>):
// CHECK-NEXT: aic.mul %[[X]], %[[X]]
// CHECK: schedule.kernel @pow_1x2x2x4 family("elementwise") {
// CHECK-NEXT: ^bb0(%[[X:.*]]: tensor<1x2x2x4xf32>):
// CHECK-NEXT: %[[C:.*]] = aic.constant dense<3.000000e+00>
// CHECK-NEXT: aic.pow %[[X]], %[[C]]
// CHECK: schedule.program @groups
// CHECK-NOT: schedule.constant
// CHECK: schedule.dispatch @max_pool2d_add_1x2x2x4(%{{.*}}) -> (%[[A:.*]], %[[B:.*]]) : (memref<1x4x4x4xf32>) -> (memref<1x2x2x4xf32>, memref<1x2x2x4xf32>)
// CHECK: schedule.dispatch @mul_1x2x2x4(%[[A]])
// CHECK: schedule.dispatch @pow_1x2x2x4(%[[B]])
func.func @groups(%x: tensor<1x4x4x4xf32>) -> (tensor<1x2x2x4xf32>, tensor<1x2x2x4xf32>) {
  %0:2 = aic.fused(%x) : (tensor<1x4x4x4xf32>) -> (tensor<1x2x2x4xf32>, tensor<1x2x2x4xf32>) {
  ^bb0(%a: tensor<1x4x4x4xf32>):
    %c = aic.constant dense<0.5> : tensor<f32>
    %1 = aic.max_pool2d %a {kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>, layout = #aic.layout<nhwc>} : (tensor<1x4x4x4xf32>) -> tensor<1x2x2x4xf32>
    %2 = aic.add %1, %c : (tensor<1x2x2x4xf32>, tensor<f32>) -> tensor<1x2x2x4xf32>
    aic.yield %1, %2 : tensor<1x2x2x4xf32>, tensor<1x2x2x4xf32>
  }
  %3 = aic.mul %0#0, %0#0 : (tensor<1x2x2x4xf32>, tensor<1x2x2x4xf32>) -> tensor<1x2x2x4xf32>
  %c = aic.constant dense<3.0> : tensor<f32>
  %4 = aic.pow %0#1, %c : (tensor<1x2x2x4xf32>, tensor<f32>) -> tensor<1x2x2x4xf32>
  return %3, %4 : tensor<1x2x2x4xf32>, tensor<1x2x2x4xf32>
}

// -----

// Names are unique: the second kernel called mean, and the mean of a vector of two; and none is the program's.
// CHECK-LABEL: schedule.kernel @mean family
// CHECK: schedule.kernel @mean_2 family
// CHECK: schedule.kernel @mean_2_2 family
// CHECK: schedule.kernel @relu_2_2 family
// CHECK: schedule.program @relu_2
func.func @relu_2(%x: tensor<3xf32>, %y: tensor<5xf32>, %z: tensor<2x3xf32>) -> (tensor<f32>, tensor<f32>, tensor<2xf32>) {
  %0 = aic.mean %x {dims = array<i64: 0>} : (tensor<3xf32>) -> tensor<f32>
  %1 = aic.mean %y {dims = array<i64: 0>} : (tensor<5xf32>) -> tensor<f32>
  %2 = aic.mean %z {dims = array<i64: 1>} : (tensor<2x3xf32>) -> tensor<2xf32>
  %3 = aic.relu %2 : tensor<2xf32>
  return %0, %1, %3 : tensor<f32>, tensor<f32>, tensor<2xf32>
}

// -----

// A weight that is computed when the model runs: linear is a matrix product with its transpose.
// CHECK-LABEL: schedule.kernel @transpose_3x4 family("copy") {
// CHECK: schedule.kernel @matmul_add_relu_2x4 family("contraction") {
// CHECK-NEXT: ^bb0(%[[X:.*]]: tensor<2x3xf32>, %[[B:.*]]: tensor<4xf32>, %[[W:.*]]: tensor<3x4xf32>):
// CHECK-NEXT: %[[P:.*]] = aic.matmul %[[X]], %[[W]]
// CHECK-NEXT: %[[S:.*]] = aic.add %[[P]], %[[B]]
// CHECK-NEXT: %[[R:.*]] = aic.relu %[[S]]
// CHECK: schedule.program @computed_weight
// CHECK: schedule.dispatch @transpose_3x4(%[[W:.*]]) -> (%[[T:.*]]) :
// CHECK: schedule.dispatch @matmul_add_relu_2x4(%{{.*}}, %{{.*}}, %[[T]])
func.func @computed_weight(%x: tensor<2x3xf32>, %w: tensor<4x3xf32>, %b: tensor<4xf32>) -> tensor<2x4xf32> {
  %0 = aic.fused(%x, %w, %b) : (tensor<2x3xf32>, tensor<4x3xf32>, tensor<4xf32>) -> tensor<2x4xf32> {
  ^bb0(%a: tensor<2x3xf32>, %v: tensor<4x3xf32>, %c: tensor<4xf32>):
    %1 = aic.linear %a, %v, %c : (tensor<2x3xf32>, tensor<4x3xf32>, tensor<4xf32>) -> tensor<2x4xf32>
    %2 = aic.relu %1 : tensor<2x4xf32>
    aic.yield %2 : tensor<2x4xf32>
  }
  return %0 : tensor<2x4xf32>
}

// -----

// Nobody computes what has no elements; a product over nothing is its bias.
// CHECK-LABEL: schedule.kernel @expand_2x3 family("copy") constants [0] {
// CHECK-NOT: schedule.kernel
// CHECK: schedule.program @empty
// CHECK: schedule.dispatch @expand_2x3
// CHECK-NOT: schedule.dispatch
func.func @empty(%x: tensor<2x0xf32>, %e: tensor<0xf32>) -> (tensor<2x3xf32>, tensor<0xf32>) {
  %w = aic.constant dense<> : tensor<3x0xf32>
  %b = aic.constant dense<[1.0, 2.0, 3.0]> : tensor<3xf32>
  %0 = aic.linear %x, %w, %b : (tensor<2x0xf32>, tensor<3x0xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  %1 = aic.exp %e : tensor<0xf32>
  return %0, %1 : tensor<2x3xf32>, tensor<0xf32>
}

// -----

// Attention keeps the views of its group; views alone are a copy; a recurrence has several results.
// CHECK-LABEL: schedule.kernel @{{.*}} family("attention") {
// CHECK: aic.transpose
// CHECK: aic.attention
// CHECK-LABEL: schedule.kernel @{{.*}} family("copy") {
// CHECK: aic.transpose
// CHECK-NEXT: aic.slice
// CHECK-LABEL: schedule.kernel @{{.*}} family("recurrence") constants [1] {
// CHECK: %[[Y:.*]], %[[H:.*]] = aic.recurrence gru
// CHECK-NEXT: aic.yield %[[Y]], %[[H]]
// CHECK-LABEL: schedule.program @views {
func.func @views(%x: tensor<5x2x4xf32>, %z: tensor<1x2x6xf32>) -> (tensor<2x5x4xf32>, tensor<2x3x4xf32>, tensor<1x2xf32>) {
  %w = aic.constant dense<1.0> : tensor<6x2xf32>
  %0 = aic.fused(%x) : (tensor<5x2x4xf32>) -> tensor<2x5x4xf32> {
  ^bb0(%a: tensor<5x2x4xf32>):
    %1 = aic.transpose %a {perm = array<i64: 1, 0, 2>} : (tensor<5x2x4xf32>) -> tensor<2x5x4xf32>
    %2 = aic.attention %1, %1, %1 {scale = 1.0 : f64} : (tensor<2x5x4xf32>, tensor<2x5x4xf32>, tensor<2x5x4xf32>) -> tensor<2x5x4xf32>
    aic.yield %2 : tensor<2x5x4xf32>
  }
  %3 = aic.fused(%x) : (tensor<5x2x4xf32>) -> tensor<2x3x4xf32> {
  ^bb0(%a: tensor<5x2x4xf32>):
    %1 = aic.transpose %a {perm = array<i64: 1, 0, 2>} : (tensor<5x2x4xf32>) -> tensor<2x5x4xf32>
    %2 = aic.slice %1 {offsets = array<i64: 0, 1, 0>, sizes = array<i64: 2, 3, 4>, strides = array<i64: 1, 1, 1>} : (tensor<2x5x4xf32>) -> tensor<2x3x4xf32>
    aic.yield %2 : tensor<2x3x4xf32>
  }
  %y, %h = aic.recurrence gru %z, %w : (tensor<1x2x6xf32>, tensor<6x2xf32>) -> (tensor<1x2x2xf32>, tensor<1x2xf32>)
  return %0, %3, %h : tensor<2x5x4xf32>, tensor<2x3x4xf32>, tensor<1x2xf32>
}
