// Where only some rows of a result are read, only those are computed.
// RUN: aic-opt --aic-narrow-rows --cse %s | FileCheck %s
// RUN: aic-opt --aic-narrow-rows --remark-format=emitRemark --remarks-filter='.*' %s -o /dev/null 2>&1 | FileCheck --check-prefix=REMARK %s

// The end of a transformer's last block: a residual, what is added to it, and a head on the first token.
// CHECK-LABEL: @head
// CHECK: %[[X:.*]] = aic.slice %arg0 {offsets = array<i64: 0, 0, 0>, sizes = array<i64: 2, 1, 4>
// CHECK: %[[N:.*]] = aic.layer_norm %[[X]] {{.*}}-> tensor<2x1x4xf32>
// CHECK: %[[A:.*]] = aic.linear %[[N]], %arg1 {{.*}}-> tensor<2x1x6xf32>
// CHECK: %[[G:.*]] = aic.gelu %[[A]]
// CHECK: %[[B:.*]] = aic.linear %[[G]], %arg2 {{.*}}-> tensor<2x1x4xf32>
// CHECK: %[[S:.*]] = aic.add %[[X]], %[[B]]
// CHECK: aic.reshape %[[S]] : (tensor<2x1x4xf32>) -> tensor<2x4xf32>
// REMARK: [Passed]{{.*}}"of its rows only those are computed that are read: f32[2, 1, 4] of f32[2, 5, 4]"
func.func @head(%x: tensor<2x5x4xf32>, %w: tensor<6x4xf32>, %v: tensor<4x6xf32>) -> tensor<2x4xf32> {
  %0 = aic.layer_norm %x : (tensor<2x5x4xf32>) -> tensor<2x5x4xf32>
  %1 = aic.linear %0, %w : (tensor<2x5x4xf32>, tensor<6x4xf32>) -> tensor<2x5x6xf32>
  %2 = aic.gelu %1 : tensor<2x5x6xf32>
  %3 = aic.linear %2, %v : (tensor<2x5x6xf32>, tensor<4x6xf32>) -> tensor<2x5x4xf32>
  %4 = aic.add %x, %3 : (tensor<2x5x4xf32>, tensor<2x5x4xf32>) -> tensor<2x5x4xf32>
  %5 = aic.slice %4 {offsets = array<i64: 0, 0, 0>, sizes = array<i64: 2, 1, 4>, strides = array<i64: 1, 1, 1>} : (tensor<2x5x4xf32>) -> tensor<2x1x4xf32>
  %6 = aic.reshape %5 : (tensor<2x1x4xf32>) -> tensor<2x4xf32>
  return %6 : tensor<2x4xf32>
}

// Through the merged heads to the queries of an attention, of whose keys and values all are read. A mask has rows, too.
// CHECK-LABEL: @heads
// CHECK-DAG: %[[Q:.*]] = aic.slice %arg0 {offsets = array<i64: 0, 0, 2, 0>, sizes = array<i64: 1, 2, 2, 3>, strides = array<i64: 1, 1, 2, 1>}
// CHECK-DAG: %[[M:.*]] = aic.slice %arg2 {offsets = array<i64: 2, 0>, sizes = array<i64: 2, 5>, strides = array<i64: 2, 1>}
// CHECK: aic.attention %[[Q]], %arg1, %arg1 mask %[[M]] {{.*}}-> tensor<1x2x2x3xf32>
// CHECK: aic.transpose %{{.*}} -> tensor<1x2x2x3xf32>
// CHECK: %[[Y:.*]] = aic.reshape %{{.*}} -> tensor<1x2x6xf32>
// CHECK-NEXT: return %[[Y]]
func.func @heads(%q: tensor<1x2x5x3xf32>, %k: tensor<1x2x5x3xf32>, %m: tensor<5x5xf32>) -> tensor<1x2x6xf32> {
  %0 = aic.attention %q, %k, %k mask %m {scale = 1.0 : f64} : (tensor<1x2x5x3xf32>, tensor<1x2x5x3xf32>, tensor<1x2x5x3xf32>, tensor<5x5xf32>) -> tensor<1x2x5x3xf32>
  %1 = aic.transpose %0 {perm = array<i64: 0, 2, 1, 3>} : (tensor<1x2x5x3xf32>) -> tensor<1x5x2x3xf32>
  %2 = aic.reshape %1 : (tensor<1x5x2x3xf32>) -> tensor<1x5x6xf32>
  %3 = aic.slice %2 {offsets = array<i64: 0, 2, 0>, sizes = array<i64: 1, 2, 6>, strides = array<i64: 1, 2, 1>} : (tensor<1x5x6xf32>) -> tensor<1x2x6xf32>
  return %3 : tensor<1x2x6xf32>
}

// The last query of a causal attention sees every key; any other does not.
// CHECK-LABEL: @causal
// CHECK: %[[Q:.*]] = aic.slice %arg0 {offsets = array<i64: 4, 0>, sizes = array<i64: 1, 3>
// CHECK: aic.attention %[[Q]], %arg0, %arg0 {scale = {{.*}}-> tensor<1x3xf32>
// CHECK: aic.attention %arg0, %arg0, %arg0 {causal = true, {{.*}}-> tensor<5x3xf32>
// CHECK-NEXT: aic.slice
func.func @causal(%x: tensor<5x3xf32>) -> (tensor<1x3xf32>, tensor<1x3xf32>) {
  %0 = aic.attention %x, %x, %x {causal = true, scale = 1.0 : f64} : (tensor<5x3xf32>, tensor<5x3xf32>, tensor<5x3xf32>) -> tensor<5x3xf32>
  %1 = aic.slice %0 {offsets = array<i64: 4, 0>, sizes = array<i64: 1, 3>, strides = array<i64: 1, 1>} : (tensor<5x3xf32>) -> tensor<1x3xf32>
  %2 = aic.attention %x, %x, %x {causal = true, scale = 1.0 : f64} : (tensor<5x3xf32>, tensor<5x3xf32>, tensor<5x3xf32>) -> tensor<5x3xf32>
  %3 = aic.slice %2 {offsets = array<i64: 3, 0>, sizes = array<i64: 1, 3>, strides = array<i64: 1, 1>} : (tensor<5x3xf32>) -> tensor<1x3xf32>
  return %1, %3 : tensor<1x3xf32>, tensor<1x3xf32>
}

// What is read in two ways, halves of what a linear makes (its own columns), and images stay.
// CHECK-LABEL: @others
// CHECK: aic.linear %arg0
// CHECK: aic.softmax {{.*}}tensor<5x4xf32>
// CHECK-COUNT-2: aic.slice
// CHECK: aic.linear %arg0
// CHECK-NEXT: aic.slice
// CHECK: aic.relu %arg2
// CHECK-NEXT: aic.slice
func.func @others(%x: tensor<5x4xf32>, %w: tensor<4x4xf32>, %i: tensor<1x3x6x6xf32>, %v: tensor<4x4xf32>) -> (tensor<1x4xf32>, tensor<2x4xf32>, tensor<5x2xf32>, tensor<1x3x4x4xf32>) {
  %0 = aic.linear %x, %w : (tensor<5x4xf32>, tensor<4x4xf32>) -> tensor<5x4xf32>
  %1 = aic.softmax %0 {dim = 1 : i64} : (tensor<5x4xf32>) -> tensor<5x4xf32>
  %2 = aic.slice %1 {offsets = array<i64: 0, 0>, sizes = array<i64: 1, 4>, strides = array<i64: 1, 1>} : (tensor<5x4xf32>) -> tensor<1x4xf32>
  %3 = aic.slice %1 {offsets = array<i64: 2, 0>, sizes = array<i64: 2, 4>, strides = array<i64: 1, 1>} : (tensor<5x4xf32>) -> tensor<2x4xf32>
  %4 = aic.linear %x, %v : (tensor<5x4xf32>, tensor<4x4xf32>) -> tensor<5x4xf32>
  %5 = aic.slice %4 {offsets = array<i64: 0, 2>, sizes = array<i64: 5, 2>, strides = array<i64: 1, 1>} : (tensor<5x4xf32>) -> tensor<5x2xf32>
  %6 = aic.relu %i : tensor<1x3x6x6xf32>
  %7 = aic.slice %6 {offsets = array<i64: 0, 0, 1, 1>, sizes = array<i64: 1, 3, 4, 4>, strides = array<i64: 1, 1, 1, 1>} : (tensor<1x3x6x6xf32>) -> tensor<1x3x4x4xf32>
  return %2, %3, %5, %7 : tensor<1x4xf32>, tensor<2x4xf32>, tensor<5x2xf32>, tensor<1x3x4x4xf32>
}
