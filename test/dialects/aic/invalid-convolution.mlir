// A negative test for every numbered constraint of conv1d, conv_transpose2d and interpolate.
// RUN: aic-opt %s -verify-diagnostics -split-input-file

func.func @f(%a0: tensor<2x4xf32>, %a1: tensor<6x2x3xf32>) {
  // expected-error@+2 {{conv1d: x is f32[2, 4], weight is f32[6, 2, 3]: x needs 3 axes, it has 2 [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv1d %a0, %a1 {groups = 2 : i64} : (tensor<2x4xf32>, tensor<6x2x3xf32>) -> tensor<2x6x7xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x4x9xf32>, %a1: tensor<6x2x3x1xf32>) {
  // expected-error@+2 {{the weight needs 3 axes, it has 4 [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv1d %a0, %a1 {groups = 2 : i64} : (tensor<2x4x9xf32>, tensor<6x2x3x1xf32>) -> tensor<2x6x7xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x4x9xf32>, %a1: tensor<6x2x3xf16>) {
  // expected-error@+2 {{weight is f16, x is f32: element types never mix, cast one [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv1d %a0, %a1 {groups = 2 : i64} : (tensor<2x4x9xf32>, tensor<6x2x3xf16>) -> tensor<2x6x7xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x4x9xf32>, %a1: tensor<6x2x3xf32>) {
  // expected-error@+2 {{stride is [1, 1]: it takes 1 value [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv1d %a0, %a1 {stride = array<i64: 1, 1>} : (tensor<2x4x9xf32>, tensor<6x2x3xf32>) -> tensor<2x6x7xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x4x9xf32>, %a1: tensor<6x2x3xf32>) {
  // expected-error@+2 {{padding is [1]: it takes 2 values [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv1d %a0, %a1 {padding = array<i64: 1>} : (tensor<2x4x9xf32>, tensor<6x2x3xf32>) -> tensor<2x6x7xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x4x9xf32>, %a1: tensor<6x2x3xf32>) {
  // expected-error@+2 {{padding is [-1, 0]: each value is at least 0 and below 2^31 [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv1d %a0, %a1 {padding = array<i64: -1, 0>} : (tensor<2x4x9xf32>, tensor<6x2x3xf32>) -> tensor<2x6x7xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x4x9xf32>, %a1: tensor<6x2x3xf32>) {
  // expected-error@+2 {{dilation is [0]: each value is at least 1 and below 2^31 [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv1d %a0, %a1 {dilation = array<i64: 0>} : (tensor<2x4x9xf32>, tensor<6x2x3xf32>) -> tensor<2x6x7xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x4x9xf32>, %a1: tensor<6x2x3xf32>) {
  // expected-error@+2 {{groups is 0: it is at least 1 [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv1d %a0, %a1 {groups = 0 : i64} : (tensor<2x4x9xf32>, tensor<6x2x3xf32>) -> tensor<2x6x7xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x4x9xf32>, %a1: tensor<6x2x3xf32>) {
  // expected-error@+2 {{the weight expects 2 input channels, x has 4 [C4]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv1d %a0, %a1 : (tensor<2x4x9xf32>, tensor<6x2x3xf32>) -> tensor<2x6x7xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x4x9xf32>, %a1: tensor<6x2x3xf32>) {
  // expected-error@+2 {{the weight expects 2 input channels in each of 4 groups, x has 4 in all [C4]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv1d %a0, %a1 {groups = 4 : i64} : (tensor<2x4x9xf32>, tensor<6x2x3xf32>) -> tensor<2x6x7xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x4x9xf32>, %a1: tensor<5x2x3xf32>) {
  // expected-error@+2 {{the weight's 5 output channels do not divide into 2 groups [C5]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv1d %a0, %a1 {groups = 2 : i64} : (tensor<2x4x9xf32>, tensor<5x2x3xf32>) -> tensor<2x6x7xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x4x9xf32>, %a1: tensor<6x2x3xf32>, %a2: tensor<5xf32>) {
  // expected-error@+2 {{the bias needs the shape [6] [C6]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv1d %a0, %a1, %a2 {groups = 2 : i64} : (tensor<2x4x9xf32>, tensor<6x2x3xf32>, tensor<5xf32>) -> tensor<2x6x7xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x4x9xf32>, %a1: tensor<6x2x3xf32>) {
  // expected-error@+2 {{length: a window of 3 with dilation 5 does not fit 9 elements padded by 1 and 0 [C7]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv1d %a0, %a1 {groups = 2 : i64, padding = array<i64: 1, 0>, dilation = array<i64: 5>} : (tensor<2x4x9xf32>, tensor<6x2x3xf32>) -> tensor<2x6x7xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x4x0xf32>, %a1: tensor<6x2x3xf32>) {
  // expected-error@+2 {{length: the input is empty [C7]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv1d %a0, %a1 {groups = 2 : i64, padding = array<i64: 9, 9>} : (tensor<2x4x0xf32>, tensor<6x2x3xf32>) -> tensor<2x6x7xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x4x9xf32>, %a1: tensor<6x2x0xf32>) {
  // expected-error@+2 {{length: the window is empty [C7]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv1d %a0, %a1 {groups = 2 : i64} : (tensor<2x4x9xf32>, tensor<6x2x0xf32>) -> tensor<2x6x7xf32>
  return
}

// -----

func.func @f(%a0: tensor<4x5x7xf32>, %a1: tensor<4x3x3x2xf32>) {
  // expected-error@+2 {{conv_transpose2d: x is f32[4, 5, 7], weight is f32[4, 3, 3, 2]: x needs 4 axes, it has 3 [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv_transpose2d %a0, %a1 : (tensor<4x5x7xf32>, tensor<4x3x3x2xf32>) -> tensor<1x3x7x8xf32>
  return
}

// -----

func.func @f(%a0: tensor<1x4x5x7xf32>, %a1: tensor<4x3x3xf32>) {
  // expected-error@+2 {{the weight needs 4 axes, it has 3 [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv_transpose2d %a0, %a1 : (tensor<1x4x5x7xf32>, tensor<4x3x3xf32>) -> tensor<1x3x7x8xf32>
  return
}

// -----

func.func @f(%a0: tensor<1x4x5x7xf32>, %a1: tensor<4x3x3x2xf32>, %a2: tensor<3xf64>) {
  // expected-error@+2 {{bias is f64, x is f32: element types never mix, cast one [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv_transpose2d %a0, %a1, %a2 : (tensor<1x4x5x7xf32>, tensor<4x3x3x2xf32>, tensor<3xf64>) -> tensor<1x3x7x8xf32>
  return
}

// -----

func.func @f(%a0: tensor<1x4x5x7xf32>, %a1: tensor<4x3x3x2xf32>) {
  // expected-error@+2 {{stride is [1]: it takes 2 values [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv_transpose2d %a0, %a1 {stride = array<i64: 1>} : (tensor<1x4x5x7xf32>, tensor<4x3x3x2xf32>) -> tensor<1x3x7x8xf32>
  return
}

// -----

func.func @f(%a0: tensor<1x4x5x7xf32>, %a1: tensor<4x3x3x2xf32>) {
  // expected-error@+2 {{padding is [1, 1]: it takes 4 values [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv_transpose2d %a0, %a1 {padding = array<i64: 1, 1>} : (tensor<1x4x5x7xf32>, tensor<4x3x3x2xf32>) -> tensor<1x3x7x8xf32>
  return
}

// -----

func.func @f(%a0: tensor<1x4x5x7xf32>, %a1: tensor<4x3x3x2xf32>) {
  // expected-error@+2 {{output_padding is [0]: it takes 2 values [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv_transpose2d %a0, %a1 {output_padding = array<i64: 0>} : (tensor<1x4x5x7xf32>, tensor<4x3x3x2xf32>) -> tensor<1x3x7x8xf32>
  return
}

// -----

func.func @f(%a0: tensor<1x4x5x7xf32>, %a1: tensor<4x3x3x2xf32>) {
  // expected-error@+2 {{output_padding is [0, -1]: each value is at least 0 and below 2^31 [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv_transpose2d %a0, %a1 {output_padding = array<i64: 0, -1>} : (tensor<1x4x5x7xf32>, tensor<4x3x3x2xf32>) -> tensor<1x3x7x8xf32>
  return
}

// -----

func.func @f(%a0: tensor<1x4x5x7xf32>, %a1: tensor<4x3x3x2xf32>) {
  // expected-error@+2 {{groups is -1: it is at least 1 [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv_transpose2d %a0, %a1 {groups = -1 : i64} : (tensor<1x4x5x7xf32>, tensor<4x3x3x2xf32>) -> tensor<1x3x7x8xf32>
  return
}

// -----

func.func @f(%a0: tensor<1x4x5x7xf32>, %a1: tensor<6x3x3x2xf32>) {
  // expected-error@+2 {{the weight expects 6 input channels, x has 4 [C4]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv_transpose2d %a0, %a1 : (tensor<1x4x5x7xf32>, tensor<6x3x3x2xf32>) -> tensor<1x3x7x8xf32>
  return
}

// -----

func.func @f(%a0: tensor<1x4x5x7xf32>, %a1: tensor<4x3x3x2xf32>) {
  // expected-error@+2 {{x's 4 channels do not divide into 3 groups [C4]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv_transpose2d %a0, %a1 {groups = 3 : i64} : (tensor<1x4x5x7xf32>, tensor<4x3x3x2xf32>) -> tensor<1x3x7x8xf32>
  return
}

// -----

func.func @f(%a0: tensor<1x4x5x7xf32>, %a1: tensor<4x3x3x2xf32>) {
  // expected-error@+2 {{width: output_padding 2 is not below the stride 2 or the dilation 1 [C5]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv_transpose2d %a0, %a1 {output_padding = array<i64: 0, 2>, stride = array<i64: 2, 2>} : (tensor<1x4x5x7xf32>, tensor<4x3x3x2xf32>) -> tensor<1x3x7x8xf32>
  return
}

// -----

func.func @f(%a0: tensor<1x4x5x7xf32>, %a1: tensor<4x3x3x2xf32>, %a2: tensor<3xf32>) {
  // expected-error@+2 {{the bias needs the shape [6] [C6]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv_transpose2d %a0, %a1, %a2 {groups = 2 : i64} : (tensor<1x4x5x7xf32>, tensor<4x3x3x2xf32>, tensor<3xf32>) -> tensor<1x3x7x8xf32>
  return
}

// -----

func.func @f(%a0: tensor<1x4x5x7xf32>, %a1: tensor<4x3x3x2xf32>) {
  // expected-error@+2 {{height: padding of 4 and 3 leaves nothing of the result [C7]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv_transpose2d %a0, %a1 {padding = array<i64: 4, 0, 3, 0>} : (tensor<1x4x5x7xf32>, tensor<4x3x3x2xf32>) -> tensor<1x3x7x8xf32>
  return
}

// -----

func.func @f(%a0: tensor<1x4x5x0xf32>, %a1: tensor<4x3x3x2xf32>) {
  // expected-error@+2 {{width: the input is empty [C7]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv_transpose2d %a0, %a1 : (tensor<1x4x5x0xf32>, tensor<4x3x3x2xf32>) -> tensor<1x3x7x8xf32>
  return
}

// -----

func.func @f(%a0: tensor<1x4x5x7xf32>, %a1: tensor<4x3x0x2xf32>) {
  // expected-error@+2 {{height: the window is empty [C7]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.conv_transpose2d %a0, %a1 : (tensor<1x4x5x7xf32>, tensor<4x3x0x2xf32>) -> tensor<1x3x7x8xf32>
  return
}

// -----

func.func @f(%a0: tensor<4x5x7xf32>) {
  // expected-error@+2 {{interpolate: x is f32[4, 5, 7]: x needs 4 axes, it has 3 [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.interpolate %a0 {output_size = array<i64: 3, 3>} : (tensor<4x5x7xf32>) -> tensor<1x4x3x3xf32>
  return
}

// -----

func.func @f(%a0: tensor<1x4x5x7xf32>) {
  // expected-error@+2 {{size is [3]: it takes 2 values [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.interpolate %a0 {output_size = array<i64: 3>} : (tensor<1x4x5x7xf32>) -> tensor<1x4x3x3xf32>
  return
}

// -----

func.func @f(%a0: tensor<1x4x5x7xf32>) {
  // expected-error@+2 {{size is [3, 0]: each value is at least 1 and below 2^31 [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.interpolate %a0 {output_size = array<i64: 3, 0>} : (tensor<1x4x5x7xf32>) -> tensor<1x4x3x3xf32>
  return
}

// -----

func.func @f(%a0: tensor<1x4x5x0xf32>) {
  // expected-error@+2 {{there is nothing to take values of: height or width is 0 [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.interpolate %a0 {output_size = array<i64: 3, 3>} : (tensor<1x4x5x0xf32>) -> tensor<1x4x3x3xf32>
  return
}

// -----

func.func @f(%a0: tensor<1x4x5x7xf32>) {
  // expected-error@+2 {{align_corners goes with mode bilinear [C5]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.interpolate %a0 {output_size = array<i64: 3, 3>, align_corners = true} : (tensor<1x4x5x7xf32>) -> tensor<1x4x3x3xf32>
  return
}

// -----

func.func @f(%a0: tensor<1x4x5x7xf32>) {
  // expected-error@+2 {{scale_factor takes 2 values, it has 1 [C6]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.interpolate %a0 {output_size = array<i64: 3, 3>, scales = array<f64: 2.0>} : (tensor<1x4x5x7xf32>) -> tensor<1x4x3x3xf32>
  return
}

// -----

func.func @f(%a0: tensor<1x4x5x7xf32>) {
  // expected-error@+2 {{makes no 3 of 7 [C6]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.interpolate %a0 {output_size = array<i64: 3, 3>, scales = array<f64: 0.7, 0.7>} : (tensor<1x4x5x7xf32>) -> tensor<1x4x3x3xf32>
  return
}

// -----

func.func @f(%a0: tensor<1x4x5x7xf32>) {
  // expected-error@+2 {{makes no 3 of 5 [C6]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.interpolate %a0 {output_size = array<i64: 3, 3>, scales = array<f64: 0x7FF8000000000000, 0.5>} : (tensor<1x4x5x7xf32>) -> tensor<1x4x3x3xf32>
  return
}
