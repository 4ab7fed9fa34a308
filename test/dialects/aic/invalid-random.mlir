// A negative test for every numbered constraint of what random numbers decide that types leave to inference.
// RUN: aic-opt %s -verify-diagnostics -split-input-file

func.func @f(%x: tensor<3xf32>, %key: tensor<3xi64>) {
  // expected-error@+2 {{dropout: x is f32[3], key is i64[3]: the key is i64[2]: a seed, and the number of the step [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.dropout %x, %key {p = 0.5 : f64} : (tensor<3xf32>, tensor<3xi64>) -> tensor<3xf32>
  return
}

// -----

func.func @f(%x: tensor<3xf32>, %key: tensor<2xi64>) {
  // expected-error@+2 {{p is at least 0 and below 1 [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.dropout %x, %key {p = 1.0 : f64} : (tensor<3xf32>, tensor<2xi64>) -> tensor<3xf32>
  return
}

// -----

func.func @f(%x: tensor<3xf32>, %key: tensor<2xi64>) {
  // expected-error@+2 {{p is at least 0 and below 1 [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.dropout %x, %key {p = -0.1 : f64} : (tensor<3xf32>, tensor<2xi64>) -> tensor<3xf32>
  return
}

// -----

func.func @f(%x: tensor<3xf32>, %key: tensor<2xi64>) {
  // expected-error@+2 {{stream is at least 0 and below 2^32 [C4]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.dropout %x, %key {p = 0.5 : f64, stream = 4294967296 : i64} : (tensor<3xf32>, tensor<2xi64>) -> tensor<3xf32>
  return
}

// -----

func.func @f(%x: tensor<3xi32>, %key: tensor<2xi64>) {
  // expected-error@+1 {{'aic.dropout' op operand #0 must be}}
  %0 = "aic.dropout"(%x, %key) {p = 0.5 : f64} : (tensor<3xi32>, tensor<2xi64>) -> tensor<3xi32>
  return
}
