// A negative test for every numbered constraint of embedding, gather, take, scatter, topk, one_hot and argmax. (Element types of indices are
// checked by ODS before inference runs; test/unit/dialects has the messages of the inference.)
// RUN: aic-opt %s -verify-diagnostics -split-input-file

func.func @f(%a0: tensor<3xi64>, %a1: tensor<7xf32>) {
  // expected-error@+2 {{embedding: ids is i64[3], weight is f32[7]: the weight needs 2 axes, it has 1 [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.embedding %a0, %a1 : (tensor<3xi64>, tensor<7xf32>) -> tensor<3x7xf32>
  return
}

// -----

func.func @f(%a0: tensor<3xi64>, %a1: tensor<0x7xf32>) {
  // expected-error@+2 {{the weight has no row to look up [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.embedding %a0, %a1 : (tensor<3xi64>, tensor<0x7xf32>) -> tensor<3x7xf32>
  return
}

// -----

func.func @f(%a0: tensor<3x4xf32>, %a1: tensor<3xi32>) {
  // expected-error@+2 {{gather: x is f32[3, 4], index is i32[3]: index needs x's 2 axes, it has 1 [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.gather %a0, %a1 {dim = 0 : i64} : (tensor<3x4xf32>, tensor<3xi32>) -> tensor<3xf32>
  return
}

// -----

func.func @f(%a0: tensor<3x4xf32>, %a1: tensor<3x4xi32>) {
  // expected-error@+2 {{axis 2 is not one of x's 2 axes [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.gather %a0, %a1 {dim = 2 : i64} : (tensor<3x4xf32>, tensor<3x4xi32>) -> tensor<3x4xf32>
  return
}

// -----

func.func @f(%a0: tensor<3x4xf32>, %a1: tensor<3x4xi32>) {
  // expected-error@+2 {{axis -1 is not one of x's 2 axes [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.gather %a0, %a1 {dim = -1 : i64} : (tensor<3x4xf32>, tensor<3x4xi32>) -> tensor<3x4xf32>
  return
}

// -----

func.func @f(%a0: tensor<f32>, %a1: tensor<i32>) {
  // expected-error@+2 {{axis 0 is not one of x's 0 axes [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.gather %a0, %a1 {dim = 0 : i64} : (tensor<f32>, tensor<i32>) -> tensor<f32>
  return
}

// -----

func.func @f(%a0: tensor<3x4xf32>, %a1: tensor<9x5xi32>) {
  // expected-error@+2 {{along axis 1 index has 5, x has 4 [C4]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.gather %a0, %a1 {dim = 0 : i64} : (tensor<3x4xf32>, tensor<9x5xi32>) -> tensor<9x5xf32>
  return
}

// -----

func.func @f(%a0: tensor<0x4xf32>, %a1: tensor<1x4xi32>) {
  // expected-error@+2 {{axis 0 of x is empty: there is nothing to take [C5]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.gather %a0, %a1 {dim = 0 : i64} : (tensor<0x4xf32>, tensor<1x4xi32>) -> tensor<1x4xf32>
  return
}

// -----

func.func @f(%a0: tensor<3x4xf32>, %a1: tensor<3xi32>) {
  // expected-error@+2 {{take: x is f32[3, 4], index is i32[3]: axis 2 is not one of x's 2 axes [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.take %a0, %a1 {dim = 2 : i64} : (tensor<3x4xf32>, tensor<3xi32>) -> tensor<3xf32>
  return
}

// -----

func.func @f(%a0: tensor<3x0xf32>, %a1: tensor<i32>) {
  // expected-error@+2 {{axis 1 of x is empty: there is nothing to take [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.take %a0, %a1 {dim = 1 : i64} : (tensor<3x0xf32>, tensor<i32>) -> tensor<3xf32>
  return
}

// -----

func.func @f(%a0: tensor<3x4xf32>, %a1: tensor<1048576x1048576xi32>) {
  // expected-error@+2 {{the result would be f32[1048576, 1048576, 4], a tensor has at most 2^40 elements and 32 axes [S1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.take %a0, %a1 {dim = 0 : i64} : (tensor<3x4xf32>, tensor<1048576x1048576xi32>) -> tensor<3xf32>
  return
}

// -----

func.func @f(%a0: tensor<3xi64>) {
  // expected-error@+2 {{one_hot: ids is i64[3]: num_classes is 0: it is at least 1 [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.one_hot %a0 {num_classes = 0 : i64} : (tensor<3xi64>) -> tensor<3x0xi64>
  return
}

// -----

func.func @f(%a0: tensor<3x4xf32>) {
  // expected-error@+2 {{argmax: x is f32[3, 4]: axis 2 is not one of x's 2 axes [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.argmax %a0 {dim = 2 : i64} : (tensor<3x4xf32>) -> tensor<3xi64>
  return
}

// -----

func.func @f(%a0: tensor<3x0xf32>) {
  // expected-error@+2 {{axis 1 is empty: there is nothing to take the result of [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.argmax %a0 {dim = 1 : i64} : (tensor<3x0xf32>) -> tensor<3xi64>
  return
}

// -----

func.func @f(%a0: tensor<3x0xf32>) {
  // expected-error@+2 {{x is empty: there is nothing to take the result of [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.argmax %a0 : (tensor<3x0xf32>) -> tensor<i64>
  return
}

// -----

func.func @f(%a0: tensor<3x4xf32>, %a1: tensor<3xi32>, %a2: tensor<3xf32>) {
  // expected-error@+2 {{scatter: x is f32[3, 4], index is i32[3], updates is f32[3]: index needs x's 2 axes, it has 1 [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.scatter %a0, %a1, %a2 {dim = 0 : i64} : (tensor<3x4xf32>, tensor<3xi32>, tensor<3xf32>) -> tensor<3x4xf32>
  return
}

// -----

func.func @f(%a0: tensor<3x4xf32>, %a1: tensor<3x4xi32>, %a2: tensor<3x4xf32>) {
  // expected-error@+2 {{axis 2 is not one of x's 2 axes [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.scatter %a0, %a1, %a2 {dim = 2 : i64} : (tensor<3x4xf32>, tensor<3x4xi32>, tensor<3x4xf32>) -> tensor<3x4xf32>
  return
}

// -----

func.func @f(%a0: tensor<3x4xf32>, %a1: tensor<9x5xi32>, %a2: tensor<9x5xf32>) {
  // expected-error@+2 {{along axis 1 index has 5, x has 4 [C4]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.scatter %a0, %a1, %a2 {dim = 0 : i64} : (tensor<3x4xf32>, tensor<9x5xi32>, tensor<9x5xf32>) -> tensor<3x4xf32>
  return
}

// -----

func.func @f(%a0: tensor<0x4xf32>, %a1: tensor<1x4xi32>, %a2: tensor<1x4xf32>) {
  // expected-error@+2 {{axis 0 of x is empty: there is no place to write to [C5]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.scatter %a0, %a1, %a2 {dim = 0 : i64} : (tensor<0x4xf32>, tensor<1x4xi32>, tensor<1x4xf32>) -> tensor<0x4xf32>
  return
}

// -----

func.func @f(%a0: tensor<3x4xf32>, %a1: tensor<2x4xi32>, %a2: tensor<2x3xf32>) {
  // expected-error@+2 {{[C6]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.scatter %a0, %a1, %a2 {dim = 0 : i64} : (tensor<3x4xf32>, tensor<2x4xi32>, tensor<2x3xf32>) -> tensor<3x4xf32>
  return
}

// -----

func.func @f(%a0: tensor<3x4xf32>, %a1: tensor<2x4xi32>, %a2: tensor<2x4xf64>) {
  // expected-error@+2 {{x and updates have one element type [C6]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.scatter %a0, %a1, %a2 {dim = 0 : i64} : (tensor<3x4xf32>, tensor<2x4xi32>, tensor<2x4xf64>) -> tensor<3x4xf32>
  return
}

// -----

func.func @f(%a0: tensor<3xi1>, %a1: tensor<2xi32>, %a2: tensor<2xi1>) {
  // expected-error@+2 {{bool elements can only be replaced (reduction none) [C7]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.scatter %a0, %a1, %a2 {dim = 0 : i64, reduction = #aic.scatter_reduction<add>} : (tensor<3xi1>, tensor<2xi32>, tensor<2xi1>) -> tensor<3xi1>
  return
}

// -----

func.func @f(%a0: tensor<3x4xf32>) {
  // expected-error@+2 {{axis 2 is not one of x's 2 axes [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0:2 = aic.topk %a0 {dim = 2 : i64, k = 1 : i64} : (tensor<3x4xf32>) -> (tensor<3x1xf32>, tensor<3x1xi64>)
  return
}

// -----

func.func @f(%a0: tensor<3x4xf32>) {
  // expected-error@+2 {{topk: x is f32[3, 4]: k is 5, the axis has 4 elements [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0:2 = aic.topk %a0 {dim = 1 : i64, k = 5 : i64} : (tensor<3x4xf32>) -> (tensor<3x5xf32>, tensor<3x5xi64>)
  return
}

// -----

func.func @f(%a0: tensor<3x4xf32>) {
  // expected-error@+2 {{k is -1, the axis has 4 elements [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0:2 = aic.topk %a0 {dim = 1 : i64, k = -1 : i64} : (tensor<3x4xf32>) -> (tensor<3x1xf32>, tensor<3x1xi64>)
  return
}

// -----

func.func @f(%x: tensor<3x4xf32>, %v: tensor<3x2xf32>, %s: tensor<1xi64>) {
  // expected-error@+2 {{update_slice: x is f32[3, 4], values is f32[3, 2], start is i64[1]: start is one number, a scalar [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.update_slice %v into %x at %s {dim = 1 : i64} : (tensor<3x2xf32>, tensor<3x4xf32>, tensor<1xi64>) -> tensor<3x4xf32>
  return
}

// -----

func.func @f(%x: tensor<3x4xf32>, %v: tensor<3xf32>, %s: tensor<i64>) {
  // expected-error@+2 {{values needs x's 2 axes, it has 1 [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.update_slice %v into %x at %s {dim = 1 : i64} : (tensor<3xf32>, tensor<3x4xf32>, tensor<i64>) -> tensor<3x4xf32>
  return
}

// -----

func.func @f(%x: tensor<3x4xf32>, %v: tensor<3x2xf32>, %s: tensor<i64>) {
  // expected-error@+2 {{axis 2 is not one of x's 2 axes [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.update_slice %v into %x at %s {dim = 2 : i64} : (tensor<3x2xf32>, tensor<3x4xf32>, tensor<i64>) -> tensor<3x4xf32>
  return
}

// -----

func.func @f(%x: tensor<3x4xf32>, %v: tensor<2x2xf32>, %s: tensor<i64>) {
  // expected-error@+2 {{along axis 0 values has 2, x has 3 [C4]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.update_slice %v into %x at %s {dim = 1 : i64} : (tensor<2x2xf32>, tensor<3x4xf32>, tensor<i64>) -> tensor<3x4xf32>
  return
}

// -----

func.func @f(%x: tensor<3x4xf32>, %v: tensor<3x5xf32>, %s: tensor<i64>) {
  // expected-error@+2 {{along axis 1 values has 5, x has 4 [C4]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.update_slice %v into %x at %s {dim = 1 : i64} : (tensor<3x5xf32>, tensor<3x4xf32>, tensor<i64>) -> tensor<3x4xf32>
  return
}

// -----

func.func @f(%x: tensor<3x4xf32>, %v: tensor<3x2xf16>, %s: tensor<i64>) {
  // expected-error@+2 {{x and values have one element type [C5]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.update_slice %v into %x at %s {dim = 1 : i64} : (tensor<3x2xf16>, tensor<3x4xf32>, tensor<i64>) -> tensor<3x4xf32>
  return
}

// -----

func.func @f(%x: tensor<3x4xf32>, %s: tensor<2xi64>) {
  // expected-error@+2 {{narrow: x is f32[3, 4], start is i64[2]: start is one number, a scalar [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.narrow %x at %s {dim = 1 : i64, size = 2 : i64} : (tensor<3x4xf32>, tensor<2xi64>) -> tensor<3x2xf32>
  return
}

// -----

func.func @f(%x: tensor<3x4xf32>, %s: tensor<i64>) {
  // expected-error@+2 {{axis -1 is not one of x's 2 axes [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.narrow %x at %s {dim = -1 : i64, size = 2 : i64} : (tensor<3x4xf32>, tensor<i64>) -> tensor<3x2xf32>
  return
}

// -----

func.func @f(%x: tensor<3x4xf32>, %s: tensor<i64>) {
  // expected-error@+2 {{size is 5, axis 1 of x has 4 [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.narrow %x at %s {dim = 1 : i64, size = 5 : i64} : (tensor<3x4xf32>, tensor<i64>) -> tensor<3x2xf32>
  return
}

// -----

func.func @f(%x: tensor<3x4xf32>, %s: tensor<i64>) {
  // expected-error@+2 {{size is -1, axis 1 of x has 4 [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.narrow %x at %s {dim = 1 : i64, size = -1 : i64} : (tensor<3x4xf32>, tensor<i64>) -> tensor<3x2xf32>
  return
}
