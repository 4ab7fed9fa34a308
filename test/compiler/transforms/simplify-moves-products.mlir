// Moves around matrix products and concats, as PyTorch's multi-head attention and recurrent layers make them.
// RUN: aic-opt --aic-simplify-moves %s | FileCheck %s
// RUN: aic-opt --aic-simplify-moves --remark-format=emitRemark --remarks-filter='.*' %s -o /dev/null 2>&1 | FileCheck --check-prefix=REMARK %s

// Gemm between two reshapes: both go, and what is added joins its kernel.
// CHECK-LABEL: @gemm
// CHECK-NOT: aic.reshape
// CHECK: %[[M:.*]] = aic.matmul %arg0, %arg1 : (tensor<2x3x4xf32>, tensor<4x5xf32>) -> tensor<2x3x5xf32>
// CHECK: %[[A:.*]] = aic.add %[[M]], %{{.*}} : (tensor<2x3x5xf32>, tensor<5xf32>) -> tensor<2x3x5xf32>
// CHECK: aic.add %[[A]], %arg2
// REMARK: simplify-moves-products.mlir:[[@LINE+6]]:{{.*}}[Passed]{{.*}}"reshape goes before matmul, to reshape"
func.func @gemm(%x: tensor<2x3x4xf32>, %w: tensor<4x5xf32>, %y: tensor<2x3x5xf32>) -> tensor<2x3x5xf32> {
  %b = aic.constant dense<[1.0, 2.0, 3.0, 4.0, 5.0]> : tensor<5xf32>
  %0 = aic.reshape %x : (tensor<2x3x4xf32>) -> tensor<6x4xf32>
  %1 = aic.matmul %0, %w : (tensor<6x4xf32>, tensor<4x5xf32>) -> tensor<6x5xf32>
  %2 = aic.add %1, %b : (tensor<6x5xf32>, tensor<5xf32>) -> tensor<6x5xf32>
  %3 = aic.reshape %2 : (tensor<6x5xf32>) -> tensor<2x3x5xf32>
  %4 = aic.add %3, %y : (tensor<2x3x5xf32>, tensor<2x3x5xf32>) -> tensor<2x3x5xf32>
  return %4 : tensor<2x3x5xf32>
}

// nn.MultiheadAttention of two sequences, batch first: no transpose is left but those that are attention's views.
// CHECK-LABEL: @multi_head
// CHECK: %[[P:.*]] = aic.linear %arg0, %arg1 : (tensor<2x3x4xf32>, tensor<12x4xf32>) -> tensor<2x3x12xf32>
// CHECK: %[[R:.*]] = aic.attention
// CHECK: %[[S:.*]] = aic.reshape %[[R]] : (tensor<4x3x2xf32>) -> tensor<2x2x3x2xf32>
// CHECK: %[[T:.*]] = aic.transpose %[[S]] {perm = array<i64: 0, 2, 1, 3>}
// CHECK: %[[V:.*]] = aic.reshape %[[T]] : (tensor<2x3x2x2xf32>) -> tensor<2x3x4xf32>
// CHECK: aic.linear %[[V]], %arg2
// CHECK-NOT: aic.transpose
// CHECK: return
// REMARK: "transpose goes behind linear, where it is a view"
func.func @multi_head(%x: tensor<2x3x4xf32>, %w: tensor<12x4xf32>, %o: tensor<4x4xf32>) -> tensor<2x3x4xf32> {
  %0 = aic.transpose %x {perm = array<i64: 1, 0, 2>} : (tensor<2x3x4xf32>) -> tensor<3x2x4xf32>
  %1 = aic.linear %0, %w : (tensor<3x2x4xf32>, tensor<12x4xf32>) -> tensor<3x2x12xf32>
  %2 = aic.slice %1 {offsets = array<i64: 0, 0, 0>, sizes = array<i64: 3, 2, 4>, strides = array<i64: 1, 1, 1>} : (tensor<3x2x12xf32>) -> tensor<3x2x4xf32>
  %3 = aic.slice %1 {offsets = array<i64: 0, 0, 4>, sizes = array<i64: 3, 2, 4>, strides = array<i64: 1, 1, 1>} : (tensor<3x2x12xf32>) -> tensor<3x2x4xf32>
  %4 = aic.slice %1 {offsets = array<i64: 0, 0, 8>, sizes = array<i64: 3, 2, 4>, strides = array<i64: 1, 1, 1>} : (tensor<3x2x12xf32>) -> tensor<3x2x4xf32>
  %5 = aic.reshape %2 : (tensor<3x2x4xf32>) -> tensor<3x4x2xf32>
  %6 = aic.reshape %3 : (tensor<3x2x4xf32>) -> tensor<3x4x2xf32>
  %7 = aic.reshape %4 : (tensor<3x2x4xf32>) -> tensor<3x4x2xf32>
  %q = aic.transpose %5 {perm = array<i64: 1, 0, 2>} : (tensor<3x4x2xf32>) -> tensor<4x3x2xf32>
  %k = aic.transpose %6 {perm = array<i64: 1, 0, 2>} : (tensor<3x4x2xf32>) -> tensor<4x3x2xf32>
  %v = aic.transpose %7 {perm = array<i64: 1, 0, 2>} : (tensor<3x4x2xf32>) -> tensor<4x3x2xf32>
  %8 = aic.attention %q, %k, %v {scale = 0.5 : f64} : (tensor<4x3x2xf32>, tensor<4x3x2xf32>, tensor<4x3x2xf32>) -> tensor<4x3x2xf32>
  %9 = aic.transpose %8 {perm = array<i64: 1, 0, 2>} : (tensor<4x3x2xf32>) -> tensor<3x4x2xf32>
  %10 = aic.reshape %9 : (tensor<3x4x2xf32>) -> tensor<6x4xf32>
  %11 = aic.linear %10, %o : (tensor<6x4xf32>, tensor<4x4xf32>) -> tensor<6x4xf32>
  %12 = aic.reshape %11 : (tensor<6x4xf32>) -> tensor<3x2x4xf32>
  %13 = aic.transpose %12 {perm = array<i64: 1, 0, 2>} : (tensor<3x2x4xf32>) -> tensor<2x3x4xf32>
  return %13 : tensor<2x3x4xf32>
}

// Both directions of a recurrent layer, steps first as ONNX has them: the concat joins what the kernels write.
// CHECK-LABEL: @directions
// CHECK: %[[C:.*]] = aic.concat %arg0, %arg1 {dim = 2 : i64} : (tensor<2x3x4xf32>, tensor<2x3x4xf32>) -> tensor<2x3x8xf32>
// CHECK: return %[[C]]
func.func @directions(%a: tensor<2x3x4xf32>, %b: tensor<2x3x4xf32>) -> tensor<2x3x8xf32> {
  %0 = aic.transpose %a {perm = array<i64: 1, 0, 2>} : (tensor<2x3x4xf32>) -> tensor<3x2x4xf32>
  %1 = aic.transpose %b {perm = array<i64: 1, 0, 2>} : (tensor<2x3x4xf32>) -> tensor<3x2x4xf32>
  %2 = aic.reshape %0 : (tensor<3x2x4xf32>) -> tensor<3x1x2x4xf32>
  %3 = aic.reshape %1 : (tensor<3x2x4xf32>) -> tensor<3x1x2x4xf32>
  %4 = aic.concat %2, %3 {dim = 1 : i64} : (tensor<3x1x2x4xf32>, tensor<3x1x2x4xf32>) -> tensor<3x2x2x4xf32>
  %5 = aic.transpose %4 {perm = array<i64: 2, 0, 1, 3>} : (tensor<3x2x2x4xf32>) -> tensor<2x3x2x4xf32>
  %6 = aic.reshape %5 : (tensor<2x3x2x4xf32>) -> tensor<2x3x8xf32>
  return %6 : tensor<2x3x8xf32>
}

// Where nothing is won moves stay where they are: others read the product; the last axis moves; no move is met.
// CHECK-LABEL: @stays
// CHECK: %[[T:.*]] = aic.transpose %arg0
// CHECK: %[[L:.*]] = aic.linear %[[T]], %arg1
// CHECK: %[[U:.*]] = aic.transpose %arg0 {perm = array<i64: 0, 2, 1>}
// CHECK: %[[M:.*]] = aic.linear %[[U]], %arg2
// CHECK: %[[N:.*]] = aic.linear %arg0, %arg1
// CHECK: %[[R:.*]] = aic.reshape %[[N]]
// CHECK: return %[[L]], %[[M]], %[[R]]
func.func @stays(%x: tensor<2x3x4xf32>, %w: tensor<5x4xf32>, %v: tensor<5x3xf32>) -> (tensor<3x2x5xf32>, tensor<2x4x5xf32>, tensor<6x5xf32>) {
  %0 = aic.transpose %x {perm = array<i64: 1, 0, 2>} : (tensor<2x3x4xf32>) -> tensor<3x2x4xf32>
  %1 = aic.linear %0, %w : (tensor<3x2x4xf32>, tensor<5x4xf32>) -> tensor<3x2x5xf32>
  %2 = aic.transpose %x {perm = array<i64: 0, 2, 1>} : (tensor<2x3x4xf32>) -> tensor<2x4x3xf32>
  %3 = aic.linear %2, %v : (tensor<2x4x3xf32>, tensor<5x3xf32>) -> tensor<2x4x5xf32>
  %4 = aic.linear %x, %w : (tensor<2x3x4xf32>, tensor<5x4xf32>) -> tensor<2x3x5xf32>
  %5 = aic.reshape %4 : (tensor<2x3x5xf32>) -> tensor<6x5xf32>
  return %1, %3, %5 : tensor<3x2x5xf32>, tensor<2x4x5xf32>, tensor<6x5xf32>
}
