// Constants that a device cannot bind at once are read in parts; the group that reads one is formed anew.
// RUN: aic-opt --pass-pipeline='builtin.module(func.func(aic-split-constants{max-bytes=4096}))' --split-input-file %s | FileCheck %s
// RUN: aic-opt --pass-pipeline='builtin.module(func.func(aic-split-constants))' --split-input-file %s | FileCheck --check-prefix=WHOLE %s

// WHOLE-NOT: aic.concat
// WHOLE-NOT: aic.where

// CHECK-LABEL: @linear
// CHECK-DAG: %[[W0:.*]] = aic.constant dense<1.000000e+00> : tensor<128x8xf32>
// CHECK-DAG: %[[W1:.*]] = aic.constant dense<1.000000e+00> : tensor<62x8xf32>
// CHECK: %[[B0:.*]] = aic.slice %arg1 {offsets = array<i64: 0>, sizes = array<i64: 128>, strides = array<i64: 1>}
// CHECK: %[[Y0:.*]] = aic.linear %arg0, %[[W0]], %[[B0]]
// CHECK: %[[B1:.*]] = aic.slice %arg1 {offsets = array<i64: 128>, sizes = array<i64: 62>, strides = array<i64: 1>}
// CHECK: %[[Y1:.*]] = aic.linear %arg0, %[[W1]], %[[B1]]
// CHECK: aic.fused(%[[Y0]], %[[Y1]])
// CHECK: aic.concat {{.*}} {dim = 1 : i64}
// CHECK-NEXT: aic.relu
func.func @linear(%x: tensor<3x8xf32>, %b: tensor<190xf32>) -> tensor<3x190xf32> {
  %w = aic.constant dense<1.0> : tensor<190x8xf32>
  %0 = aic.fused(%x, %w, %b) : (tensor<3x8xf32>, tensor<190x8xf32>, tensor<190xf32>) -> tensor<3x190xf32> {
  ^bb0(%a: tensor<3x8xf32>, %c: tensor<190x8xf32>, %d: tensor<190xf32>):
    %1 = aic.linear %a, %c, %d : (tensor<3x8xf32>, tensor<190x8xf32>, tensor<190xf32>) -> tensor<3x190xf32>
    %2 = aic.relu %1 : tensor<3x190xf32>
    aic.yield %2 : tensor<3x190xf32>
  }
  return %0 : tensor<3x190xf32>
}

// -----

// Along b's last axis, with leading axes as they are.
// CHECK-LABEL: @matmul
// CHECK-DAG: aic.matmul %arg0, {{.*}} : (tensor<2x3x4xf32>, tensor<2x4x128xf32>) -> tensor<2x3x128xf32>
// CHECK-DAG: aic.matmul %arg0, {{.*}} : (tensor<2x3x4xf32>, tensor<2x4x66xf32>) -> tensor<2x3x66xf32>
// CHECK: aic.concat {{.*}} {dim = 2 : i64}
func.func @matmul(%x: tensor<2x3x4xf32>) -> tensor<2x3x194xf32> {
  %w = aic.constant dense<1.0> : tensor<2x4x194xf32>
  %0 = aic.matmul %x, %w : (tensor<2x3x4xf32>, tensor<2x4x194xf32>) -> tensor<2x3x194xf32>
  return %0 : tensor<2x3x194xf32>
}

// -----

// An id below the first part's rows, or above the last one's, stays out of range: the run fails.
// CHECK-LABEL: @embedding
// CHECK-DAG: %[[W0:.*]] = aic.constant dense<1.000000e+00> : tensor<64x16xf32>
// CHECK-DAG: %[[W1:.*]] = aic.constant dense<1.000000e+00> : tensor<36x16xf32>
// CHECK-DAG: %[[LAST:.*]] = aic.constant dense<63> : tensor<i64>
// CHECK-DAG: %[[END:.*]] = aic.constant dense<64> : tensor<i64>
// CHECK: %[[HIGH:.*]] = aic.fused(%arg0)
// CHECK: aic.maximum
// CHECK-NEXT: aic.sub
// CHECK: %[[E1:.*]] = aic.embedding %[[HIGH]], %[[W1]]
// CHECK: %[[LOW:.*]] = aic.minimum %arg0, %[[LAST]]
// CHECK: %[[WIDE:.*]] = aic.reshape %arg0 : (tensor<5xi64>) -> tensor<5x1xi64>
// CHECK: %[[BELOW:.*]] = aic.compare lt %[[WIDE]], %[[END]]
// CHECK: aic.fused(%[[LOW]], %[[W0]], %[[BELOW]], %[[E1]])
// CHECK: aic.embedding
// CHECK-NEXT: aic.where
func.func @embedding(%ids: tensor<5xi64>) -> tensor<5x16xf32> {
  %w = aic.constant dense<1.0> : tensor<100x16xf32>
  %0 = aic.embedding %ids, %w : (tensor<5xi64>, tensor<100x16xf32>) -> tensor<5x16xf32>
  return %0 : tensor<5x16xf32>
}
