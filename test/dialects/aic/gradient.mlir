// The text form of gradients, and a negative test for each numbered constraint.
// RUN: aic-opt %s -verify-diagnostics -split-input-file | FileCheck %s

// CHECK-LABEL: @f
func.func @f(%loss: tensor<f32>, %x: tensor<2xf32>, %w: tensor<3xf16>) -> (tensor<2xf32>, tensor<3xf16>) {
  // CHECK: %[[S:.*]] = aic.stop_gradient %{{.*}} : tensor<2xf32>
  %s = aic.stop_gradient %x : tensor<2xf32>
  // CHECK: %{{.*}}:2 = aic.gradient %{{.*}} by %[[S]], %{{.*}} : (tensor<f32>, tensor<2xf32>, tensor<3xf16>) -> (tensor<2xf32>, tensor<3xf16>)
  %g:2 = aic.gradient %loss by %s, %w : (tensor<f32>, tensor<2xf32>, tensor<3xf16>) -> (tensor<2xf32>, tensor<3xf16>)
  return %g#0, %g#1 : tensor<2xf32>, tensor<3xf16>
}

// -----

func.func @f(%loss: tensor<1xf32>, %x: tensor<2xf32>) {
  // expected-error@+1 {{gradient: loss is f32[1]: a gradient is that of a scalar: take the mean or the sum of loss [C1]}}
  %g = aic.gradient %loss by %x : (tensor<1xf32>, tensor<2xf32>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%loss: tensor<i64>, %x: tensor<2xf32>) {
  // expected-error@+1 {{operand #0 must be}}
  %g = aic.gradient %loss by %x : (tensor<i64>, tensor<2xf32>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%loss: tensor<f32>) {
  // expected-error@+1 {{gradient: loss is f32[]: there is nothing to differentiate by [C2]}}
  "aic.gradient"(%loss) : (tensor<f32>) -> ()
  return
}

// -----

func.func @f(%loss: tensor<f32>, %x: tensor<2xf32>) {
  // expected-error@+1 {{has results of types 'tensor<3xf32>', differentiates by 'tensor<2xf32>' [C3]}}
  %g = aic.gradient %loss by %x : (tensor<f32>, tensor<2xf32>) -> tensor<3xf32>
  return
}
