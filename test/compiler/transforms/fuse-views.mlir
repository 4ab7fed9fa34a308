// What attention and recurrence read and write through views goes into their group.
// RUN: aic-opt --aic-fuse-views %s | FileCheck %s
// RUN: aic-opt --aic-fuse-views --remark-format=emitRemark --remarks-filter='.*' %s -o /dev/null 2>&1 | FileCheck --check-prefix=REMARK %s

// Heads of a merged projection, split and put together again.
// CHECK-LABEL: @heads
// CHECK-NEXT: %[[F:.*]] = aic.fused(%arg0, %arg1) : (tensor<2x8x24xf32>, tensor<8x8xi1>) -> tensor<2x8x8xf32> {
// CHECK-NEXT: ^bb0(%[[X:.*]]: tensor<2x8x24xf32>, %[[M:.*]]: tensor<8x8xi1>):
// CHECK-COUNT-3: aic.slice %[[X]]
// CHECK: %[[A:.*]] = aic.attention %{{.*}}, %{{.*}}, %{{.*}} mask %[[M]] {scale = 5.000000e-01 : f64}
// CHECK-NEXT: %[[T:.*]] = aic.transpose %[[A]]
// CHECK-NEXT: %[[R:.*]] = aic.reshape %[[T]]
// CHECK-NEXT: aic.yield %[[R]]
// CHECK: return %[[F]]
// REMARK: fuse-views.mlir:[[@LINE+11]]:{{.*}}[Passed]{{.*}}aic-fuse-views{{.*}}"attention reads and writes through 7 views, which would be copies"
func.func @heads(%qkv: tensor<2x8x24xf32>, %mask: tensor<8x8xi1>) -> tensor<2x8x8xf32> {
  %0 = aic.slice %qkv {offsets = array<i64: 0, 0, 0>, sizes = array<i64: 2, 8, 8>, strides = array<i64: 1, 1, 1>} : (tensor<2x8x24xf32>) -> tensor<2x8x8xf32>
  %1 = aic.slice %qkv {offsets = array<i64: 0, 0, 8>, sizes = array<i64: 2, 8, 8>, strides = array<i64: 1, 1, 1>} : (tensor<2x8x24xf32>) -> tensor<2x8x8xf32>
  %2 = aic.slice %qkv {offsets = array<i64: 0, 0, 16>, sizes = array<i64: 2, 8, 8>, strides = array<i64: 1, 1, 1>} : (tensor<2x8x24xf32>) -> tensor<2x8x8xf32>
  %3 = aic.reshape %0 : (tensor<2x8x8xf32>) -> tensor<2x8x2x4xf32>
  %4 = aic.reshape %1 : (tensor<2x8x8xf32>) -> tensor<2x8x2x4xf32>
  %5 = aic.reshape %2 : (tensor<2x8x8xf32>) -> tensor<2x8x2x4xf32>
  %6 = aic.transpose %3 {perm = array<i64: 0, 2, 1, 3>} : (tensor<2x8x2x4xf32>) -> tensor<2x2x8x4xf32>
  %7 = aic.transpose %4 {perm = array<i64: 0, 2, 1, 3>} : (tensor<2x8x2x4xf32>) -> tensor<2x2x8x4xf32>
  %8 = aic.transpose %5 {perm = array<i64: 0, 2, 1, 3>} : (tensor<2x8x2x4xf32>) -> tensor<2x2x8x4xf32>
  %9 = aic.attention %6, %7, %8 mask %mask {scale = 0.5 : f64} : (tensor<2x2x8x4xf32>, tensor<2x2x8x4xf32>, tensor<2x2x8x4xf32>, tensor<8x8xi1>) -> tensor<2x2x8x4xf32>
  %10 = aic.transpose %9 {perm = array<i64: 0, 2, 1, 3>} : (tensor<2x2x8x4xf32>) -> tensor<2x8x2x4xf32>
  %11 = aic.reshape %10 : (tensor<2x8x2x4xf32>) -> tensor<2x8x8xf32>
  return %11 : tensor<2x8x8xf32>
}

// k may come in columns, v may not: that transpose stays a copy. A view that is read elsewhere too stays there. The mask is
// viewed as well.
// CHECK-LABEL: @columns
// CHECK: %[[V:.*]] = aic.transpose %arg1 {perm = array<i64: 0, 2, 1>}
// CHECK: %[[Q:.*]] = aic.transpose %arg0
// CHECK: %[[F:.*]] = aic.fused(%arg0, %arg1, %[[V]], %arg2)
// CHECK: aic.transpose
// CHECK: aic.transpose
// CHECK: aic.slice
// CHECK: aic.attention
// CHECK: aic.yield
// CHECK: return %[[F]], %[[Q]]
// REMARK: [Missed]{{.*}}aic-fuse-views{{.*}}"the transpose before attention's v stays a copy: neighbours along its last axis do not lie side by side in what it views"
func.func @columns(%x: tensor<8x2x4xf32>, %y: tensor<2x4x8xf32>, %mask: tensor<9x9xf32>) -> (tensor<2x8x4xf32>, tensor<2x8x4xf32>) {
  %v = aic.transpose %y {perm = array<i64: 0, 2, 1>} : (tensor<2x4x8xf32>) -> tensor<2x8x4xf32>
  %k = aic.transpose %y {perm = array<i64: 0, 2, 1>} : (tensor<2x4x8xf32>) -> tensor<2x8x4xf32>
  %q = aic.transpose %x {perm = array<i64: 1, 0, 2>} : (tensor<8x2x4xf32>) -> tensor<2x8x4xf32>
  %m = aic.slice %mask {offsets = array<i64: 0, 0>, sizes = array<i64: 8, 8>, strides = array<i64: 1, 1>} : (tensor<9x9xf32>) -> tensor<8x8xf32>
  %0 = aic.attention %q, %k, %v mask %m {scale = 0.5 : f64} : (tensor<2x8x4xf32>, tensor<2x8x4xf32>, tensor<2x8x4xf32>, tensor<8x8xf32>) -> tensor<2x8x4xf32>
  return %0, %q : tensor<2x8x4xf32>, tensor<2x8x4xf32>
}

// Nothing to view: bare. The result is read twice, so the transpose after it is a copy for its own reader.
// CHECK-LABEL: @bare
// CHECK-NEXT: aic.attention %arg0, %arg0, %arg0
// CHECK-NEXT: aic.transpose
// CHECK-NEXT: return
func.func @bare(%x: tensor<2x8x4xf32>) -> (tensor<2x8x4xf32>, tensor<8x2x4xf32>) {
  %0 = aic.attention %x, %x, %x {scale = 0.5 : f64} : (tensor<2x8x4xf32>, tensor<2x8x4xf32>, tensor<2x8x4xf32>) -> tensor<2x8x4xf32>
  %1 = aic.transpose %0 {perm = array<i64: 1, 0, 2>} : (tensor<2x8x4xf32>) -> tensor<8x2x4xf32>
  return %0, %1 : tensor<2x8x4xf32>, tensor<8x2x4xf32>
}

// The two directions read parts of one projection.
// CHECK-LABEL: @directions
// CHECK: %[[A:.*]]:2 = aic.fused(%arg0, %arg1)
// CHECK: aic.slice
// CHECK: %[[Y:.*]], %[[H:.*]] = aic.recurrence rnn_tanh
// CHECK: aic.yield %[[Y]], %[[H]]
// CHECK: %[[B:.*]]:2 = aic.fused(%arg0, %arg1)
// CHECK: aic.slice
// CHECK: aic.recurrence rnn_tanh {{.*}} {reverse = true}
// CHECK: return %[[A]]#0, %[[B]]#1
// REMARK: "recurrence reads and writes through 1 view, which would be a copy"
func.func @directions(%x: tensor<2x5x8xf32>, %w: tensor<4x4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>) {
  %0 = aic.slice %x {offsets = array<i64: 0, 0, 0>, sizes = array<i64: 2, 5, 4>, strides = array<i64: 1, 1, 1>} : (tensor<2x5x8xf32>) -> tensor<2x5x4xf32>
  %1 = aic.slice %x {offsets = array<i64: 0, 0, 4>, sizes = array<i64: 2, 5, 4>, strides = array<i64: 1, 1, 1>} : (tensor<2x5x8xf32>) -> tensor<2x5x4xf32>
  %y, %h = aic.recurrence rnn_tanh %0, %w : (tensor<2x5x4xf32>, tensor<4x4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>)
  %z, %g = aic.recurrence rnn_tanh %1, %w {reverse = true} : (tensor<2x5x4xf32>, tensor<4x4xf32>) -> (tensor<2x5x4xf32>, tensor<2x4xf32>)
  return %y, %g : tensor<2x5x4xf32>, tensor<2x4xf32>
}

// A value that is updated by itself: what is updated is a buffer of its own, so its values are no view either.
// CHECK-LABEL: @itself
// CHECK-NEXT: %[[T:.*]] = aic.transpose %arg0
// CHECK-NEXT: %[[U:.*]] = aic.update_slice %[[T]] into %[[T]] at %arg1
// CHECK-NEXT: return %[[U]]
// REMARK: "the transpose before update_slice's values stays a copy: the same value is an operand that is not read through views"
func.func @itself(%x: tensor<5x3xf32>, %p: tensor<i64>) -> tensor<3x5xf32> {
  %0 = aic.transpose %x {perm = array<i64: 1, 0>} : (tensor<5x3xf32>) -> tensor<3x5xf32>
  %1 = aic.update_slice %0 into %0 at %p {dim = 1 : i64} : (tensor<3x5xf32>, tensor<3x5xf32>, tensor<i64>) -> tensor<3x5xf32>
  return %1 : tensor<3x5xf32>
}
