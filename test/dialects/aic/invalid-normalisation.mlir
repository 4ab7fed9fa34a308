// A negative test for every numbered constraint of layer_norm, rms_norm and group_norm.
// RUN: aic-opt %s -verify-diagnostics -split-input-file

func.func @f(%a0: tensor<2x6x4xf32>) {
  // expected-error@+2 {{layer_norm: x is f32[2, 6, 4]: normalized_shape has 0 of x's 3 axes: at least one, at most all [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.layer_norm %a0 {axes = 0 : i64} : (tensor<2x6x4xf32>) -> tensor<2x6x4xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x6x4xf32>) {
  // expected-error@+2 {{normalized_shape has 4 of x's 3 axes: at least one, at most all [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.layer_norm %a0 {axes = 4 : i64} : (tensor<2x6x4xf32>) -> tensor<2x6x4xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x6x4xf32>, %a1: tensor<4xf16>) {
  // expected-error@+2 {{bias is f16, x is f32: element types never mix, cast one [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.layer_norm %a0 bias %a1 : (tensor<2x6x4xf32>, tensor<4xf16>) -> tensor<2x6x4xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x6x4xf32>, %a1: tensor<6xf32>) {
  // expected-error@+2 {{weight needs the shape [4], x's last sizes [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.layer_norm %a0 weight %a1 : (tensor<2x6x4xf32>, tensor<6xf32>) -> tensor<2x6x4xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x6x4xf32>, %a1: tensor<6x4xf32>, %a2: tensor<4xf32>) {
  // expected-error@+2 {{bias needs the shape [6, 4], x's last sizes [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.layer_norm %a0 weight %a1 bias %a2 {axes = 2 : i64} : (tensor<2x6x4xf32>, tensor<6x4xf32>, tensor<4xf32>) -> tensor<2x6x4xf32>
  return
}

// -----

func.func @f(%a0: tensor<f32>) {
  // expected-error@+2 {{rms_norm: x is f32[]: normalized_shape has 1 of x's 0 axes: at least one, at most all [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.rms_norm %a0 : (tensor<f32>) -> tensor<f32>
  return
}

// -----

func.func @f(%a0: tensor<2x6x4xf32>, %a1: tensor<4xf16>) {
  // expected-error@+2 {{weight is f16, x is f32: element types never mix, cast one [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.rms_norm %a0 weight %a1 : (tensor<2x6x4xf32>, tensor<4xf16>) -> tensor<2x6x4xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x6x4xf32>, %a1: tensor<6xf32>) {
  // expected-error@+2 {{rms_norm: x is f32[2, 6, 4], weight is f32[6]: weight needs the shape [4], x's last sizes [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.rms_norm %a0 weight %a1 : (tensor<2x6x4xf32>, tensor<6xf32>) -> tensor<2x6x4xf32>
  return
}

// -----

func.func @f(%a0: tensor<6xf32>) {
  // expected-error@+2 {{group_norm: x is f32[6]: x needs at least 2 axes, it has 1 [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.group_norm %a0 {num_groups = 2 : i64} : (tensor<6xf32>) -> tensor<6xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x6x4xf32>, %a1: tensor<6xf16>) {
  // expected-error@+2 {{weight is f16, x is f32: element types never mix, cast one [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.group_norm %a0 weight %a1 {num_groups = 2 : i64} : (tensor<2x6x4xf32>, tensor<6xf16>) -> tensor<2x6x4xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x6x4xf32>) {
  // expected-error@+2 {{x's 6 channels do not divide into 4 groups [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.group_norm %a0 {num_groups = 4 : i64} : (tensor<2x6x4xf32>) -> tensor<2x6x4xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x6x4xf32>) {
  // expected-error@+2 {{x's 6 channels do not divide into 0 groups [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.group_norm %a0 {num_groups = 0 : i64} : (tensor<2x6x4xf32>) -> tensor<2x6x4xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x6x4xf32>, %a1: tensor<4xf32>) {
  // expected-error@+2 {{bias needs the shape [6], one value for each channel of x [C4]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.group_norm %a0 bias %a1 {num_groups = 2 : i64} : (tensor<2x6x4xf32>, tensor<4xf32>) -> tensor<2x6x4xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x6x4xf32>, %a1: tensor<6xf32>) {
  // expected-error@+2 {{weight needs the shape [4], one value for each channel of x [C4]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.group_norm %a0 weight %a1 {num_groups = 2 : i64, layout = #aic.layout<nhwc>} : (tensor<2x6x4xf32>, tensor<6xf32>) -> tensor<2x6x4xf32>
  return
}
