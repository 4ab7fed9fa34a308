// New values of states are computed as soon as they can be.
// RUN: aic-opt --aic-order-updates %s | FileCheck %s

aic.state @w : tensor<4x32xf32> = dense<0.0> : tensor<4x32xf32>
aic.state @v : tensor<4x32xf32> = dense<0.0> : tensor<4x32xf32>
aic.state @n : tensor<f32> = dense<0.0> : tensor<f32>

// Each update behind its gradient, that of %w also behind the last reader of the old %w; a number as soon
// as it can be.
// CHECK-LABEL: @step
// CHECK: %[[A:.*]] = aic.relu
// CHECK-NEXT: aic.add
// CHECK-COUNT-2: aic.reshape
// CHECK-NEXT: %[[V:.*]] = aic.sub %{{.*}}, %[[A]]
// CHECK-NEXT: %[[B:.*]] = aic.mul %[[A]]
// CHECK-NEXT: %[[W:.*]] = aic.sub %{{.*}}, %[[A]]
// CHECK-NEXT: %[[C:.*]] = aic.exp %[[B]]
// CHECK-NEXT: return %[[C]], %[[W]], %[[V]]
func.func @step(%x: tensor<4x32xf32>, %w: tensor<4x32xf32> {aic.state = @w}, %v: tensor<4x32xf32> {aic.state = @v}, %n: tensor<f32> {aic.state = @n})
    -> (tensor<4x32xf32>, tensor<4x32xf32> {aic.state = @w}, tensor<4x32xf32> {aic.state = @v}, tensor<f32> {aic.state = @n}) {
  %a = aic.relu %x : tensor<4x32xf32>
  %b = aic.mul %a, %w : (tensor<4x32xf32>, tensor<4x32xf32>) -> tensor<4x32xf32>
  %c = aic.exp %b : tensor<4x32xf32>
  %m = aic.add %n, %n : (tensor<f32>, tensor<f32>) -> tensor<f32>
  %r = aic.reshape %v : (tensor<4x32xf32>) -> tensor<128xf32>
  %q = aic.reshape %r : (tensor<128xf32>) -> tensor<4x32xf32>
  %1 = aic.sub %w, %a : (tensor<4x32xf32>, tensor<4x32xf32>) -> tensor<4x32xf32>
  %2 = aic.sub %q, %a : (tensor<4x32xf32>, tensor<4x32xf32>) -> tensor<4x32xf32>
  return %c, %1, %2, %m : tensor<4x32xf32>, tensor<4x32xf32>, tensor<4x32xf32>, tensor<f32>
}

// A division of integers may fail the run, which must leave the states as they were; what is read more than by the
// update stays.
// CHECK-LABEL: @stays
// CHECK: aic.div
// CHECK-NEXT: aic.sub
// CHECK-NEXT: aic.exp
// CHECK-NEXT: aic.mul
// CHECK-NEXT: aic.exp
func.func @stays(%x: tensor<4x32xf32>, %i: tensor<4xi64>, %w: tensor<4x32xf32> {aic.state = @w}, %v: tensor<4x32xf32> {aic.state = @v})
    -> (tensor<4xi64>, tensor<4x32xf32>, tensor<4x32xf32>, tensor<4x32xf32> {aic.state = @w}, tensor<4x32xf32> {aic.state = @v}) {
  %a = aic.div %i, %i : (tensor<4xi64>, tensor<4xi64>) -> tensor<4xi64>
  %b = aic.exp %x : tensor<4x32xf32>
  %1 = aic.sub %w, %x : (tensor<4x32xf32>, tensor<4x32xf32>) -> tensor<4x32xf32>
  %2 = aic.mul %v, %x : (tensor<4x32xf32>, tensor<4x32xf32>) -> tensor<4x32xf32>
  %c = aic.exp %2 : tensor<4x32xf32>
  return %a, %b, %c, %1, %2 : tensor<4xi64>, tensor<4x32xf32>, tensor<4x32xf32>, tensor<4x32xf32>, tensor<4x32xf32>
}
