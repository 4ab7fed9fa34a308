// Linears of one input become one where their results are read through views.
// RUN: aic-opt --aic-merge-projections %s | FileCheck %s
// RUN: aic-opt --aic-merge-projections --remark-format=emitRemark --remarks-filter='.*' %s -o /dev/null 2>&1 | FileCheck --check-prefix=REMARK %s

// CHECK-LABEL: @self_attention
// CHECK-DAG: %[[W:.*]] = aic.constant dense_resource<"weight+merged{{.*}}"> : tensor<7x3xf32>
// CHECK-DAG: %[[B:.*]] = aic.constant dense_resource<"bias+merged{{.*}}"> : tensor<7xf32>
// CHECK: %[[L:.*]] = aic.linear %arg0, %[[W]], %[[B]] : {{.*}} -> tensor<2x5x7xf32>
// CHECK: %[[Q:.*]] = aic.slice %[[L]] {offsets = array<i64: 0, 0, 0>, sizes = array<i64: 2, 5, 2>, strides = array<i64: 1, 1, 1>}
// CHECK: %[[K:.*]] = aic.slice %[[L]] {offsets = array<i64: 0, 0, 2>, sizes = array<i64: 2, 5, 2>, strides = array<i64: 1, 1, 1>}
// CHECK: %[[V:.*]] = aic.slice %[[L]] {offsets = array<i64: 0, 0, 4>, sizes = array<i64: 2, 5, 3>, strides = array<i64: 1, 1, 1>}
// CHECK-NOT: aic.linear
// CHECK: aic.attention %[[Q]], %[[K]], %[[V]]
// REMARK: merge-projections.mlir:[[@LINE+6]]:{{.*}}[Passed]{{.*}}aic-merge-projections{{.*}}"3 projections of one input become one; attention reads its parts where they lie"
func.func @self_attention(%x: tensor<2x5x3xf32>) -> tensor<2x5x3xf32> {
  %w = aic.constant dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]> : tensor<2x3xf32>
  %u = aic.constant dense<0.5> : tensor<2x3xf32>
  %v = aic.constant dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]]> : tensor<3x3xf32>
  %b = aic.constant dense<[1.0, 2.0]> : tensor<2xf32>
  %0 = aic.linear %x, %w, %b : (tensor<2x5x3xf32>, tensor<2x3xf32>, tensor<2xf32>) -> tensor<2x5x2xf32>
  %1 = aic.linear %x, %u : (tensor<2x5x3xf32>, tensor<2x3xf32>) -> tensor<2x5x2xf32>
  %2 = aic.linear %x, %v : (tensor<2x5x3xf32>, tensor<3x3xf32>) -> tensor<2x5x3xf32>
  %3 = aic.attention %0, %1, %2 {scale = 0.5 : f64} : (tensor<2x5x2xf32>, tensor<2x5x2xf32>, tensor<2x5x3xf32>) -> tensor<2x5x3xf32>
  return %3 : tensor<2x5x3xf32>
}

// Cross attention: k and v come from the memory. Matmuls with the weight the other way round, behind views.
// CHECK-LABEL: @cross_attention
// CHECK: %[[W:.*]] = aic.constant dense_resource<"weight+merged{{.*}}"> : tensor<3x8xf32>
// CHECK: %[[M:.*]] = aic.matmul %arg1, %[[W]] : {{.*}} -> tensor<2x6x8xf32>
// CHECK: %[[A:.*]] = aic.add %[[M]], %{{.*}} : (tensor<2x6x8xf32>, tensor<8xf32>)
// CHECK: aic.slice %[[A]] {offsets = array<i64: 0, 0, 0>
// CHECK: aic.slice %[[A]] {offsets = array<i64: 0, 0, 4>
// REMARK: "2 projections of one input become one; attention reads its parts where they lie"
func.func @cross_attention(%q: tensor<2x2x5x2xf32>, %m: tensor<2x6x3xf32>) -> tensor<2x2x5x2xf32> {
  %w = aic.constant dense<[[1.0, 2.0, 3.0, 4.0], [4.0, 5.0, 6.0, 7.0], [8.0, 9.0, 1.0, 2.0]]> : tensor<3x4xf32>
  %u = aic.constant dense<0.5> : tensor<3x4xf32>
  %b = aic.constant dense<[1.0, 2.0, 3.0, 4.0]> : tensor<4xf32>
  %0 = aic.matmul %m, %w : (tensor<2x6x3xf32>, tensor<3x4xf32>) -> tensor<2x6x4xf32>
  %1 = aic.add %0, %b : (tensor<2x6x4xf32>, tensor<4xf32>) -> tensor<2x6x4xf32>
  %2 = aic.matmul %m, %u : (tensor<2x6x3xf32>, tensor<3x4xf32>) -> tensor<2x6x4xf32>
  %3 = aic.reshape %1 : (tensor<2x6x4xf32>) -> tensor<2x6x2x2xf32>
  %4 = aic.reshape %2 : (tensor<2x6x4xf32>) -> tensor<2x6x2x2xf32>
  %5 = aic.transpose %3 {perm = array<i64: 0, 2, 1, 3>} : (tensor<2x6x2x2xf32>) -> tensor<2x2x6x2xf32>
  %6 = aic.transpose %4 {perm = array<i64: 0, 2, 1, 3>} : (tensor<2x6x2x2xf32>) -> tensor<2x2x6x2xf32>
  %7 = aic.attention %q, %5, %6 {scale = 0.5 : f64} : (tensor<2x2x5x2xf32>, tensor<2x2x6x2xf32>, tensor<2x2x6x2xf32>) -> tensor<2x2x5x2xf32>
  return %7 : tensor<2x2x5x2xf32>
}

// CHECK-LABEL: @directions
// CHECK: %[[L:.*]] = aic.linear %arg0, %{{.*}} : {{.*}} -> tensor<2x5x4xf32>
// CHECK-COUNT-2: aic.slice %[[L]]
// CHECK-NOT: aic.linear
// REMARK: "2 projections of one input become one; recurrence reads its parts where they lie"
func.func @directions(%x: tensor<2x5x3xf32>, %r: tensor<2x2xf32>) -> (tensor<2x5x2xf32>, tensor<2x5x2xf32>) {
  %w = aic.constant dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]> : tensor<2x3xf32>
  %u = aic.constant dense<0.5> : tensor<2x3xf32>
  %0 = aic.linear %x, %w : (tensor<2x5x3xf32>, tensor<2x3xf32>) -> tensor<2x5x2xf32>
  %y, %h = aic.recurrence rnn_tanh %0, %r : (tensor<2x5x2xf32>, tensor<2x2xf32>) -> (tensor<2x5x2xf32>, tensor<2x2xf32>)
  %1 = aic.linear %x, %u : (tensor<2x5x3xf32>, tensor<2x3xf32>) -> tensor<2x5x2xf32>
  %z, %g = aic.recurrence rnn_tanh %1, %r {reverse = true} : (tensor<2x5x2xf32>, tensor<2x2xf32>) -> (tensor<2x5x2xf32>, tensor<2x2xf32>)
  return %y, %z : tensor<2x5x2xf32>, tensor<2x5x2xf32>
}

// CHECK-LABEL: @weight_at_run_time
// CHECK-COUNT-2: aic.linear
// REMARK: [Missed]{{.*}}"2 projections of one input are not merged: a weight is not a constant (it comes from input 1)"
func.func @weight_at_run_time(%x: tensor<2x5x3xf32>, %w: tensor<2x3xf32>) -> tensor<2x5x3xf32> {
  %u = aic.constant dense<0.5> : tensor<2x3xf32>
  %0 = aic.linear %x, %w : (tensor<2x5x3xf32>, tensor<2x3xf32>) -> tensor<2x5x2xf32>
  %1 = aic.linear %x, %u : (tensor<2x5x3xf32>, tensor<2x3xf32>) -> tensor<2x5x2xf32>
  %2 = aic.attention %0, %1, %x {scale = 0.5 : f64} : (tensor<2x5x2xf32>, tensor<2x5x2xf32>, tensor<2x5x3xf32>) -> tensor<2x5x3xf32>
  return %2 : tensor<2x5x3xf32>
}

// CHECK-LABEL: @read_elsewhere
// CHECK-COUNT-2: aic.linear
// REMARK: [Missed]{{.*}}"2 projections of one input are not merged: the result of one is also read by relu"
// REMARK: [Missed]{{.*}}"2 linears of one input are not merged: relu reads a result, and would need a copy of its part"
func.func @read_elsewhere(%x: tensor<2x5x3xf32>) -> (tensor<2x5x3xf32>, tensor<2x5x2xf32>) {
  %u = aic.constant dense<0.5> : tensor<2x3xf32>
  %w = aic.constant dense<0.25> : tensor<2x3xf32>
  %0 = aic.linear %x, %w : (tensor<2x5x3xf32>, tensor<2x3xf32>) -> tensor<2x5x2xf32>
  %1 = aic.linear %x, %u : (tensor<2x5x3xf32>, tensor<2x3xf32>) -> tensor<2x5x2xf32>
  %2 = aic.attention %0, %1, %x {scale = 0.5 : f64} : (tensor<2x5x2xf32>, tensor<2x5x2xf32>, tensor<2x5x3xf32>) -> tensor<2x5x3xf32>
  %3 = aic.relu %1 : tensor<2x5x2xf32>
  return %2, %3 : tensor<2x5x3xf32>, tensor<2x5x2xf32>
}

// Alone a reshape of this kind is free; of a part of a merged result it would be a copy.
// CHECK-LABEL: @reshape_over_rows
// CHECK-COUNT-2: aic.linear
// REMARK: [Missed]{{.*}}"2 projections of one input are not merged: attention reads one through a reshape or transpose that would be a copy of a part"
func.func @reshape_over_rows(%x: tensor<4x3xf32>) -> tensor<2x4xf32> {
  %u = aic.constant dense<0.5> : tensor<2x3xf32>
  %w = aic.constant dense<0.25> : tensor<2x3xf32>
  %0 = aic.linear %x, %w : (tensor<4x3xf32>, tensor<2x3xf32>) -> tensor<4x2xf32>
  %1 = aic.linear %x, %u : (tensor<4x3xf32>, tensor<2x3xf32>) -> tensor<4x2xf32>
  %2 = aic.reshape %0 : (tensor<4x2xf32>) -> tensor<2x4xf32>
  %3 = aic.reshape %1 : (tensor<4x2xf32>) -> tensor<2x4xf32>
  %4 = aic.attention %2, %3, %3 {scale = 0.5 : f64} : (tensor<2x4xf32>, tensor<2x4xf32>, tensor<2x4xf32>) -> tensor<2x4xf32>
  return %4 : tensor<2x4xf32>
}
