// A negative test for every numbered constraint of matrix products and batch normalisation.
// RUN: aic-opt %s -verify-diagnostics -split-input-file

func.func @f(%a: tensor<4xf32>, %b: tensor<4x5xf32>) {
  // expected-error@+2 {{matmul: a is f32[4], b is f32[4, 5]: a needs at least 2 axes [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.matmul %a, %b : (tensor<4xf32>, tensor<4x5xf32>) -> tensor<4xf32>
  return
}

// -----

func.func @f(%a: tensor<3x4xf32>, %b: tensor<4xf32>) {
  // expected-error@+2 {{b needs at least 2 axes [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.matmul %a, %b : (tensor<3x4xf32>, tensor<4xf32>) -> tensor<3x4xf32>
  return
}

// -----

func.func @f(%a: tensor<3x4xf16>, %b: tensor<4x5xbf16>) {
  // expected-error@+2 {{b is bf16, a is f16: element types never mix, cast one [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.matmul %a, %b : (tensor<3x4xf16>, tensor<4x5xbf16>) -> tensor<3x4xf32>
  return
}

// -----

func.func @f(%a: tensor<3x4xf32>, %b: tensor<5x4xf32>) {
  // expected-error@+2 {{a has 4 columns, b has 5 rows [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.matmul %a, %b : (tensor<3x4xf32>, tensor<5x4xf32>) -> tensor<3x4xf32>
  return
}

// -----

func.func @f(%a: tensor<2x3x4xf32>, %b: tensor<3x4x5xf32>) {
  // expected-error@+2 {{the leading axes [2] and [3] do not broadcast [C4]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.matmul %a, %b : (tensor<2x3x4xf32>, tensor<3x4x5xf32>) -> tensor<2x3x4xf32>
  return
}

// -----

func.func @f(%a: tensor<1048576x1xf32>, %b: tensor<1x1048577xf32>) {
  // expected-error@+2 {{the result would be f32[1048576, 1048577], a tensor has at most 2^40 elements and 32 axes [S1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.matmul %a, %b : (tensor<1048576x1xf32>, tensor<1x1048577xf32>) -> tensor<1048576x1xf32>
  return
}

// -----

func.func @f(%x: tensor<f32>, %w: tensor<6x4xf32>) {
  // expected-error@+2 {{linear: x is f32[], weight is f32[6, 4]: x needs at least 1 axis [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.linear %x, %w : (tensor<f32>, tensor<6x4xf32>) -> tensor<f32>
  return
}

// -----

func.func @f(%x: tensor<3x4xf32>, %w: tensor<4xf32>) {
  // expected-error@+2 {{the weight needs 2 axes, it has 1 [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.linear %x, %w : (tensor<3x4xf32>, tensor<4xf32>) -> tensor<3x4xf32>
  return
}

// -----

func.func @f(%x: tensor<3x4xf16>, %w: tensor<6x4xf32>) {
  // expected-error@+2 {{weight is f32, x is f16: element types never mix, cast one [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.linear %x, %w : (tensor<3x4xf16>, tensor<6x4xf32>) -> tensor<3x4xf32>
  return
}

// -----

func.func @f(%x: tensor<3x4xf32>, %w: tensor<6x5xf32>) {
  // expected-error@+2 {{the weight expects 5 inputs, x's last axis has 4 [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.linear %x, %w : (tensor<3x4xf32>, tensor<6x5xf32>) -> tensor<3x4xf32>
  return
}

// -----

func.func @f(%x: tensor<3x4xf32>, %w: tensor<6x4xf32>, %b: tensor<4xf32>) {
  // expected-error@+2 {{the bias needs the shape [6] [C4]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.linear %x, %w, %b : (tensor<3x4xf32>, tensor<6x4xf32>, tensor<4xf32>) -> tensor<3x4xf32>
  return
}

// -----

func.func @f(%x: tensor<3xf32>, %m: tensor<3xf32>, %v: tensor<3xf32>) {
  // expected-error@+2 {{batch_norm: x is f32[3], running_mean is f32[3], running_var is f32[3]: x needs at least 2 axes, it has 1 [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.batch_norm %x, %m, %v : (tensor<3xf32>, tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>, %m: tensor<3xf32>, %v: tensor<3xf64>) {
  // expected-error@+2 {{running_var is f64, x is f32: element types never mix, cast one [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.batch_norm %x, %m, %v : (tensor<2x3xf32>, tensor<3xf32>, tensor<3xf64>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>, %m: tensor<2xf32>, %v: tensor<3xf32>) {
  // expected-error@+2 {{running_mean needs the shape [3], one value for each channel of x [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.batch_norm %x, %m, %v : (tensor<2x3xf32>, tensor<2xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>, %m: tensor<3xf32>, %v: tensor<1x3xf32>) {
  // expected-error@+2 {{running_var needs the shape [3], one value for each channel of x [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.batch_norm %x, %m, %v : (tensor<2x3xf32>, tensor<3xf32>, tensor<1x3xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>, %m: tensor<3xf32>, %v: tensor<3xf32>, %w: tensor<f32>) {
  // expected-error@+2 {{weight needs the shape [3], one value for each channel of x [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.batch_norm %x, %m, %v weight %w : (tensor<2x3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<f32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>, %m: tensor<3xf32>, %v: tensor<3xf32>, %b: tensor<4xf32>) {
  // expected-error@+2 {{bias needs the shape [3], one value for each channel of x [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.batch_norm %x, %m, %v bias %b : (tensor<2x3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<4xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%x: tensor<2x3x5x7xf32>, %m: tensor<3xf32>, %v: tensor<3xf32>) {
  // expected-error@+2 {{running_mean needs the shape [7], one value for each channel of x [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.batch_norm %x, %m, %v {layout = #aic.layout<nhwc>} : (tensor<2x3x5x7xf32>, tensor<3xf32>, tensor<3xf32>) -> tensor<2x3x5x7xf32>
  return
}
