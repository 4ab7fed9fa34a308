// A negative test for every numbered constraint of reductions and softmax.
// RUN: aic-opt %s -verify-diagnostics -split-input-file

func.func @f(%x: tensor<2x3xf32>) {
  // expected-error@+2 {{sum: x is f32[2, 3]: axis 2 is not one of x's 2 axes [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.sum %x {dims = array<i64: 2>} : (tensor<2x3xf32>) -> tensor<f32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>) {
  // expected-error@+2 {{axis -1 is not one of x's 2 axes [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.sum %x {dims = array<i64: -1>} : (tensor<2x3xf32>) -> tensor<f32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>) {
  // expected-error@+2 {{axis 0 comes twice or out of order in [1, 0] [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.sum %x {dims = array<i64: 1, 0>} : (tensor<2x3xf32>) -> tensor<f32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>) {
  // expected-error@+2 {{axis 0 comes twice or out of order in [0, 0] [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.sum %x {dims = array<i64: 0, 0>} : (tensor<2x3xf32>) -> tensor<f32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>) {
  // expected-error@+2 {{mean: x is f32[2, 3]: axis 2 is not one of x's 2 axes [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.mean %x {dims = array<i64: 2>} : (tensor<2x3xf32>) -> tensor<f32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>) {
  // expected-error@+2 {{axis -1 is not one of x's 2 axes [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.mean %x {dims = array<i64: -1>} : (tensor<2x3xf32>) -> tensor<f32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>) {
  // expected-error@+2 {{axis 0 comes twice or out of order in [1, 0] [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.mean %x {dims = array<i64: 1, 0>} : (tensor<2x3xf32>) -> tensor<f32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>) {
  // expected-error@+2 {{axis 0 comes twice or out of order in [0, 0] [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.mean %x {dims = array<i64: 0, 0>} : (tensor<2x3xf32>) -> tensor<f32>
  return
}

// -----

func.func @f(%x: tensor<2x0xf32>) {
  // expected-error@+2 {{axis 1 is empty: there is nothing to take the result of [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.mean %x {dims = array<i64: 0, 1>} : (tensor<2x0xf32>) -> tensor<f32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>) {
  // expected-error@+2 {{amax: x is f32[2, 3]: axis 2 is not one of x's 2 axes [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.amax %x {dims = array<i64: 2>} : (tensor<2x3xf32>) -> tensor<f32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>) {
  // expected-error@+2 {{axis -1 is not one of x's 2 axes [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.amax %x {dims = array<i64: -1>} : (tensor<2x3xf32>) -> tensor<f32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>) {
  // expected-error@+2 {{axis 0 comes twice or out of order in [1, 0] [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.amax %x {dims = array<i64: 1, 0>} : (tensor<2x3xf32>) -> tensor<f32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>) {
  // expected-error@+2 {{axis 0 comes twice or out of order in [0, 0] [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.amax %x {dims = array<i64: 0, 0>} : (tensor<2x3xf32>) -> tensor<f32>
  return
}

// -----

func.func @f(%x: tensor<2x0xf32>) {
  // expected-error@+2 {{axis 1 is empty: there is nothing to take the result of [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.amax %x {dims = array<i64: 0, 1>} : (tensor<2x0xf32>) -> tensor<f32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>) {
  // expected-error@+2 {{amin: x is f32[2, 3]: axis 2 is not one of x's 2 axes [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.amin %x {dims = array<i64: 2>} : (tensor<2x3xf32>) -> tensor<f32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>) {
  // expected-error@+2 {{axis -1 is not one of x's 2 axes [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.amin %x {dims = array<i64: -1>} : (tensor<2x3xf32>) -> tensor<f32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>) {
  // expected-error@+2 {{axis 0 comes twice or out of order in [1, 0] [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.amin %x {dims = array<i64: 1, 0>} : (tensor<2x3xf32>) -> tensor<f32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>) {
  // expected-error@+2 {{axis 0 comes twice or out of order in [0, 0] [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.amin %x {dims = array<i64: 0, 0>} : (tensor<2x3xf32>) -> tensor<f32>
  return
}

// -----

func.func @f(%x: tensor<2x0xf32>) {
  // expected-error@+2 {{axis 1 is empty: there is nothing to take the result of [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.amin %x {dims = array<i64: 0, 1>} : (tensor<2x0xf32>) -> tensor<f32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>) {
  // expected-error@+2 {{prod: x is f32[2, 3]: axis 2 is not one of x's 2 axes [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.prod %x {dims = array<i64: 2>} : (tensor<2x3xf32>) -> tensor<f32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>) {
  // expected-error@+2 {{axis -1 is not one of x's 2 axes [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.prod %x {dims = array<i64: -1>} : (tensor<2x3xf32>) -> tensor<f32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>) {
  // expected-error@+2 {{axis 0 comes twice or out of order in [1, 0] [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.prod %x {dims = array<i64: 1, 0>} : (tensor<2x3xf32>) -> tensor<f32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>) {
  // expected-error@+2 {{axis 0 comes twice or out of order in [0, 0] [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.prod %x {dims = array<i64: 0, 0>} : (tensor<2x3xf32>) -> tensor<f32>
  return
}

// -----

func.func @f(%x: tensor<3xi1>) {
  // C4
  // expected-error@+1 {{operand #0 must be tensor of static shape, at most 2^40 elements and 32 axes [S1], of f32, f16, bf16, f64, i8, ui8, i16, i32 or i64, but got 'tensor<3xi1>'}}
  %0 = aic.sum %x {dims = array<i64: 0>} : (tensor<3xi1>) -> tensor<i1>
  return
}

// -----

func.func @f(%x: tensor<3xi1>) {
  // C4
  // expected-error@+1 {{operand #0 must be tensor of static shape, at most 2^40 elements and 32 axes [S1], of f32, f16, bf16, f64, i8, ui8, i16, i32 or i64, but got 'tensor<3xi1>'}}
  %0 = aic.prod %x {dims = array<i64: 0>} : (tensor<3xi1>) -> tensor<i1>
  return
}

// -----

func.func @f(%x: tensor<3xi32>) {
  // C4
  // expected-error@+1 {{operand #0 must be tensor of static shape, at most 2^40 elements and 32 axes [S1], of f32, f16, bf16 or f64, but got 'tensor<3xi32>'}}
  %0 = aic.mean %x {dims = array<i64: 0>} : (tensor<3xi32>) -> tensor<i32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>) {
  // expected-error@+2 {{softmax: x is f32[2, 3]: axis 2 is not one of x's 2 axes [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.softmax %x {dim = 2 : i64} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>) {
  // expected-error@+2 {{axis -1 is not one of x's 2 axes [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.softmax %x {dim = -1 : i64} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%x: tensor<f32>) {
  // expected-error@+2 {{axis 0 is not one of x's 0 axes [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.softmax %x {dim = 0 : i64} : (tensor<f32>) -> tensor<f32>
  return
}

// -----

func.func @f(%x: tensor<3xi32>) {
  // C2
  // expected-error@+1 {{operand #0 must be tensor of static shape, at most 2^40 elements and 32 axes [S1], of f32, f16, bf16 or f64, but got 'tensor<3xi32>'}}
  %0 = aic.softmax %x {dim = 0 : i64} : (tensor<3xi32>) -> tensor<3xi32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>) {
  // expected-error@+2 {{log_softmax: x is f32[2, 3]: axis 2 is not one of x's 2 axes [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.log_softmax %x {dim = 2 : i64} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>) {
  // expected-error@+2 {{axis -1 is not one of x's 2 axes [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.log_softmax %x {dim = -1 : i64} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%x: tensor<f32>) {
  // expected-error@+2 {{axis 0 is not one of x's 0 axes [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.log_softmax %x {dim = 0 : i64} : (tensor<f32>) -> tensor<f32>
  return
}

// -----

func.func @f(%x: tensor<3xi32>) {
  // C2
  // expected-error@+1 {{operand #0 must be tensor of static shape, at most 2^40 elements and 32 axes [S1], of f32, f16, bf16 or f64, but got 'tensor<3xi32>'}}
  %0 = aic.log_softmax %x {dim = 0 : i64} : (tensor<3xi32>) -> tensor<3xi32>
  return
}
