// Gradients become operations: the last use of a value first; what is not asked for is not computed.
// RUN: aic-opt --aic-differentiate -split-input-file -verify-diagnostics %s | FileCheck %s

// The gradient of w alone: x's is not there.
// CHECK-LABEL: @linear
// CHECK-SAME: (%[[X:.*]]: tensor<3x5xf32>, %[[W:.*]]: tensor<2x5xf32>)
// CHECK: aic.linear
// CHECK: aic.sum
// CHECK: %[[ONE:.*]] = aic.constant dense<1.000000e+00> : tensor<f32>
// CHECK: %[[SEED:.*]] = aic.expand
// CHECK: %[[G:.*]] = aic.conv2d_weight_gradient %[[X]], %[[SEED]] {kernel = array<i64: 1, 1>}
// CHECK-NOT: aic.matmul
// CHECK: return %[[G]]
func.func @linear(%x: tensor<3x5xf32>, %w: tensor<2x5xf32>) -> tensor<2x5xf32> {
  %y = aic.linear %x, %w : (tensor<3x5xf32>, tensor<2x5xf32>) -> tensor<3x2xf32>
  %loss = aic.sum %y {dims = array<i64: 0, 1>} : (tensor<3x2xf32>) -> tensor<f32>
  %g = aic.gradient %loss by %w : (tensor<f32>, tensor<2x5xf32>) -> tensor<2x5xf32>
  return %g : tensor<2x5xf32>
}

// -----

// No gradient passes through stop_gradient, and it goes.
// CHECK-LABEL: @stopped
// CHECK-SAME: (%[[X:.*]]: tensor<f32>)
// CHECK-NEXT: %[[Y:.*]] = aic.mul %[[X]], %[[X]]
// CHECK-NEXT: %[[ONE:.*]] = aic.constant dense<1.000000e+00> : tensor<f32>
// CHECK-NEXT: %[[G:.*]] = aic.mul %[[ONE]], %[[X]]
// CHECK-NEXT: return %[[Y]], %[[G]]
func.func @stopped(%x: tensor<f32>) -> (tensor<f32>, tensor<f32>) {
  %s = aic.stop_gradient %x : tensor<f32>
  %y = aic.mul %s, %x : (tensor<f32>, tensor<f32>) -> tensor<f32>
  %g = aic.gradient %y by %x : (tensor<f32>, tensor<f32>) -> tensor<f32>
  return %y, %g : tensor<f32>, tensor<f32>
}

// -----

// By a value in the middle, by the loss itself, and by what it does not depend on.
// CHECK-LABEL: @middle
// CHECK-SAME: (%[[X:.*]]: tensor<f32>)
// CHECK: %[[Y:.*]] = aic.sin %[[X]]
// CHECK: %[[ONE:.*]] = aic.constant dense<1.000000e+00> : tensor<f32>
// CHECK: %[[C:.*]] = aic.cos %[[Y]]
// CHECK: %[[G:.*]] = aic.mul %[[ONE]], %[[C]]
// CHECK: %[[ZERO:.*]] = aic.constant dense<0.000000e+00> : tensor<f32>
// CHECK: return %[[G]], %[[ONE]], %[[ZERO]]
func.func @middle(%x: tensor<f32>) -> (tensor<f32>, tensor<f32>, tensor<f32>) {
  %y = aic.sin %x : tensor<f32>
  %z = aic.cos %x : tensor<f32>
  %loss = aic.sin %y : tensor<f32>
  %g:3 = aic.gradient %loss by %y, %loss, %z : (tensor<f32>, tensor<f32>, tensor<f32>, tensor<f32>) -> (tensor<f32>, tensor<f32>, tensor<f32>)
  return %g#0, %g#1, %g#2 : tensor<f32>, tensor<f32>, tensor<f32>
}

// -----

// Guided backpropagation: nothing negative passes back through a relu, in this gradient; the other is the derivative.
// CHECK-LABEL: @guided
// CHECK-SAME: (%[[X:.*]]: tensor<f32>, %[[W:.*]]: tensor<f32>)
// CHECK: %[[ONE:.*]] = aic.constant dense<1.000000e+00> : tensor<f32>
// CHECK: %[[BACK:.*]] = aic.mul %[[ONE]], %[[W]]
// CHECK: %[[KEPT:.*]] = aic.relu %[[BACK]]
// CHECK: %[[G:.*]] = aic.where %{{.*}}, %{{.*}}, %[[KEPT]] :
// CHECK: %[[ONE:.*]] = aic.constant dense<1.000000e+00> : tensor<f32>
// CHECK: %[[BACK:.*]] = aic.mul %[[ONE]], %[[W]]
// CHECK: %[[D:.*]] = aic.where %{{.*}}, %{{.*}}, %[[BACK]] :
// CHECK: return %[[G]], %[[D]]
func.func @guided(%x: tensor<f32>, %w: tensor<f32>) -> (tensor<f32>, tensor<f32>) {
  %y = aic.relu %x : tensor<f32>
  %loss = aic.mul %y, %w : (tensor<f32>, tensor<f32>) -> tensor<f32>
  %g = aic.gradient %loss by %x {aic.guided} : (tensor<f32>, tensor<f32>) -> tensor<f32>
  %d = aic.gradient %loss by %x : (tensor<f32>, tensor<f32>) -> tensor<f32>
  return %g, %d : tensor<f32>, tensor<f32>
}

// -----

func.func @no_rule(%x: tensor<2xf32>) -> tensor<2xf32> {
  // expected-error@+1 {{fused has no gradient}}
  %y = aic.fused(%x) : (tensor<2xf32>) -> tensor<2xf32> {
    ^bb0(%a: tensor<2xf32>):
      aic.yield %a : tensor<2xf32>
  }
  %loss = aic.sum %y {dims = array<i64: 0>} : (tensor<2xf32>) -> tensor<f32>
  // expected-note@+1 {{the gradient is asked for here}}
  %g = aic.gradient %loss by %x : (tensor<f32>, tensor<2xf32>) -> tensor<2xf32>
  return %g : tensor<2xf32>
}
