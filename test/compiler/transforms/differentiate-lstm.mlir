// Where a gradient passes through an LSTM, its steps stand by themselves: nothing of them is computed twice.
// RUN: aic-opt --aic-fusion-pipeline %s | FileCheck %s

// CHECK-LABEL: @through
// CHECK-NOT: aic.recurrence
// CHECK: return
func.func @through(%x: tensor<2x3x4xf32>, %w: tensor<20x4xf32>, %u: tensor<20x5xf32>) -> (tensor<2x3x5xf32>, tensor<20x5xf32>) {
  %y, %h, %c = aic.lstm %x, %w, %u : (tensor<2x3x4xf32>, tensor<20x4xf32>, tensor<20x5xf32>) -> (tensor<2x3x5xf32>, tensor<2x5xf32>, tensor<2x5xf32>)
  %loss = aic.sum %y {dims = array<i64: 0, 1, 2>} : (tensor<2x3x5xf32>) -> tensor<f32>
  %g = aic.gradient %loss by %u : (tensor<f32>, tensor<20x5xf32>) -> tensor<20x5xf32>
  return %y, %g : tensor<2x3x5xf32>, tensor<20x5xf32>
}

// What a gradient is asked by stays what it is.
// CHECK-LABEL: @by_its_result
// CHECK: aic.recurrence
// CHECK: return
func.func @by_its_result(%x: tensor<2x3x4xf32>, %w: tensor<20x4xf32>, %u: tensor<20x5xf32>) -> (tensor<2x3x5xf32>, tensor<20x5xf32>) {
  %y, %h, %c = aic.lstm %x, %w, %u : (tensor<2x3x4xf32>, tensor<20x4xf32>, tensor<20x5xf32>) -> (tensor<2x3x5xf32>, tensor<2x5xf32>, tensor<2x5xf32>)
  %s = aic.mul %y, %y : (tensor<2x3x5xf32>, tensor<2x3x5xf32>) -> tensor<2x3x5xf32>
  %loss = aic.sum %s {dims = array<i64: 0, 1, 2>} : (tensor<2x3x5xf32>) -> tensor<f32>
  %g:2 = aic.gradient %loss by %y, %u : (tensor<f32>, tensor<2x3x5xf32>, tensor<20x5xf32>) -> (tensor<2x3x5xf32>, tensor<20x5xf32>)
  return %g#0, %g#1 : tensor<2x3x5xf32>, tensor<20x5xf32>
}
