// RUN: aic-opt --pass-pipeline='builtin.module(func.func(aic-split-reductions))' --split-input-file %s | FileCheck %s

// A divisor of the axis near the root of 2^20 elements.
// CHECK-LABEL: func.func @flat
// CHECK: %[[X:.*]] = aic.reshape %{{.*}} -> tensor<1024x1024xf32>
// CHECK: %[[P:.*]] = aic.sum %[[X]] {dims = array<i64: 1>, keepdim = true} : (tensor<1024x1024xf32>) -> tensor<1024x1xf32>
// CHECK: %[[Y:.*]] = aic.reshape %[[P]] : (tensor<1024x1xf32>) -> tensor<1024xf32>
// CHECK: aic.sum %[[Y]] {dims = array<i64: 0>} : (tensor<1024xf32>) -> tensor<f32>
func.func @flat(%x: tensor<1048576xf32>) -> tensor<f32> {
  %0 = aic.sum %x {dims = array<i64: 0>} : (tensor<1048576xf32>) -> tensor<f32>
  return %0 : tensor<f32>
}

// -----

// In a group: of the axes that are reduced one is cut, here not at all, and the others go first.
// CHECK-LABEL: func.func @group
// CHECK-SAME: %[[X:.*]]: tensor<3x200x5x400xf32>
// CHECK: %[[S:.*]] = aic.reshape %[[X]] : {{.*}} -> tensor<3x200x1x5x400xf32>
// CHECK: %[[P:.*]] = aic.mean %[[S]] {dims = array<i64: 2, 4>, keepdim = true} : {{.*}} -> tensor<3x200x1x5x1xf32>
// CHECK: %[[Y:.*]] = aic.reshape %[[P]] : {{.*}} -> tensor<3x200x5x1xf32>
// CHECK: aic.fused(%[[Y]]) : (tensor<3x200x5x1xf32>) -> tensor<3x1x5x1xf32>
// CHECK: aic.mean %{{.*}} {dims = array<i64: 1, 3>, keepdim = true} : (tensor<3x200x5x1xf32>) -> tensor<3x1x5x1xf32>
// CHECK: aic.exp
func.func @group(%x: tensor<3x200x5x400xf32>) -> tensor<3x1x5x1xf32> {
  %0 = aic.fused(%x) : (tensor<3x200x5x400xf32>) -> tensor<3x1x5x1xf32> {
  ^bb0(%a: tensor<3x200x5x400xf32>):
    %1 = aic.mean %a {dims = array<i64: 1, 3>, keepdim = true} : (tensor<3x200x5x400xf32>) -> tensor<3x1x5x1xf32>
    %2 = aic.exp %1 : tensor<3x1x5x1xf32>
    aic.yield %2 : tensor<3x1x5x1xf32>
  }
  return %0 : tensor<3x1x5x1xf32>
}

// -----

// Left as they are: few elements, enough results, a prime; argmax is no such reduction.
// CHECK-LABEL: func.func @stay
// CHECK-NOT: aic.reshape
// CHECK: return
func.func @stay(%a: tensor<32767xf32>, %b: tensor<256x65536xf32>, %c: tensor<70001xf32>, %d: tensor<65536xf32>)
    -> (tensor<f32>, tensor<256xf32>, tensor<f32>, tensor<i64>) {
  %0 = aic.sum %a {dims = array<i64: 0>} : (tensor<32767xf32>) -> tensor<f32>
  %1 = aic.amax %b {dims = array<i64: 1>} : (tensor<256x65536xf32>) -> tensor<256xf32>
  %2 = aic.sum %c {dims = array<i64: 0>} : (tensor<70001xf32>) -> tensor<f32>
  %3 = aic.argmax %d {dim = 0 : i64} : (tensor<65536xf32>) -> tensor<i64>
  return %0, %1, %2, %3 : tensor<f32>, tensor<256xf32>, tensor<f32>, tensor<i64>
}

// -----

// As many results, but the last axis stays: an invocation would make each by itself.
// CHECK-LABEL: func.func @columns
// CHECK: aic.prod %{{.*}} {dims = array<i64: 1>, keepdim = true} : (tensor<256x256x256xf32>) -> tensor<256x1x256xf32>
// CHECK: aic.prod %{{.*}} {dims = array<i64: 0>} : (tensor<256x256xf32>) -> tensor<256xf32>
func.func @columns(%x: tensor<65536x256xf32>) -> tensor<256xf32> {
  %0 = aic.prod %x {dims = array<i64: 0>} : (tensor<65536x256xf32>) -> tensor<256xf32>
  return %0 : tensor<256xf32>
}
