// A negative test for every numbered constraint of elementwise operations.
// RUN: aic-opt %s -verify-diagnostics -split-input-file

func.func @f(%x: tensor<3xi32>) {
  // expected-error@+1 {{relu: x is i32[3]: relu works on floats (f32, f16, bf16, f64), x is i32: cast it [C1]}}
  %0 = aic.relu %x : tensor<3xi32>
  return
}

// -----

func.func @f(%x: tensor<3xi32>) {
  // expected-error@+1 {{relu6: x is i32[3]: relu6 works on floats (f32, f16, bf16, f64), x is i32: cast it [C1]}}
  %0 = aic.relu6 %x : tensor<3xi32>
  return
}

// -----

func.func @f(%x: tensor<3xi32>) {
  // expected-error@+1 {{sigmoid: x is i32[3]: sigmoid works on floats (f32, f16, bf16, f64), x is i32: cast it [C1]}}
  %0 = aic.sigmoid %x : tensor<3xi32>
  return
}

// -----

func.func @f(%x: tensor<3xi32>) {
  // expected-error@+1 {{tanh: x is i32[3]: tanh works on floats (f32, f16, bf16, f64), x is i32: cast it [C1]}}
  %0 = aic.tanh %x : tensor<3xi32>
  return
}

// -----

func.func @f(%x: tensor<3xi32>) {
  // expected-error@+1 {{silu: x is i32[3]: silu works on floats (f32, f16, bf16, f64), x is i32: cast it [C1]}}
  %0 = aic.silu %x : tensor<3xi32>
  return
}

// -----

func.func @f(%x: tensor<3xi32>) {
  // expected-error@+1 {{exp: x is i32[3]: exp works on floats (f32, f16, bf16, f64), x is i32: cast it [C1]}}
  %0 = aic.exp %x : tensor<3xi32>
  return
}

// -----

func.func @f(%x: tensor<3xi32>) {
  // expected-error@+1 {{log: x is i32[3]: log works on floats (f32, f16, bf16, f64), x is i32: cast it [C1]}}
  %0 = aic.log %x : tensor<3xi32>
  return
}

// -----

func.func @f(%x: tensor<3xi32>) {
  // expected-error@+1 {{sqrt: x is i32[3]: sqrt works on floats (f32, f16, bf16, f64), x is i32: cast it [C1]}}
  %0 = aic.sqrt %x : tensor<3xi32>
  return
}

// -----

func.func @f(%x: tensor<3xi32>) {
  // expected-error@+1 {{rsqrt: x is i32[3]: rsqrt works on floats (f32, f16, bf16, f64), x is i32: cast it [C1]}}
  %0 = aic.rsqrt %x : tensor<3xi32>
  return
}

// -----

func.func @f(%x: tensor<3xi32>) {
  // expected-error@+1 {{erf: x is i32[3]: erf works on floats (f32, f16, bf16, f64), x is i32: cast it [C1]}}
  %0 = aic.erf %x : tensor<3xi32>
  return
}

// -----

func.func @f(%x: tensor<3xi32>) {
  // expected-error@+1 {{sin: x is i32[3]: sin works on floats (f32, f16, bf16, f64), x is i32: cast it [C1]}}
  %0 = aic.sin %x : tensor<3xi32>
  return
}

// -----

func.func @f(%x: tensor<3xi32>) {
  // expected-error@+1 {{cos: x is i32[3]: cos works on floats (f32, f16, bf16, f64), x is i32: cast it [C1]}}
  %0 = aic.cos %x : tensor<3xi32>
  return
}

// -----

func.func @f(%x: tensor<3xi32>) {
  // expected-error@+1 {{floor: x is i32[3]: floor works on floats (f32, f16, bf16, f64), x is i32: cast it [C1]}}
  %0 = aic.floor %x : tensor<3xi32>
  return
}

// -----

func.func @f(%x: tensor<3xi32>) {
  // expected-error@+1 {{ceil: x is i32[3]: ceil works on floats (f32, f16, bf16, f64), x is i32: cast it [C1]}}
  %0 = aic.ceil %x : tensor<3xi32>
  return
}

// -----

func.func @f(%x: tensor<3xi32>) {
  // expected-error@+1 {{round: x is i32[3]: round works on floats (f32, f16, bf16, f64), x is i32: cast it [C1]}}
  %0 = aic.round %x : tensor<3xi32>
  return
}

// -----

func.func @f(%x: tensor<3xi1>) {
  // expected-error@+1 {{abs: x is bool[3]: abs works on numbers, x is bool: cast it [C1]}}
  %0 = aic.abs %x : tensor<3xi1>
  return
}

// -----

func.func @f(%x: tensor<3xi1>) {
  // expected-error@+1 {{neg: x is bool[3]: neg works on numbers, x is bool: cast it [C1]}}
  %0 = aic.neg %x : tensor<3xi1>
  return
}

// -----

func.func @f(%x: tensor<3xi1>) {
  // expected-error@+1 {{sign: x is bool[3]: sign works on numbers, x is bool: cast it [C1]}}
  %0 = aic.sign %x : tensor<3xi1>
  return
}

// -----

func.func @f(%x: tensor<3xui8>) {
  // expected-error@+1 {{logical_not: x is u8[3]: logical_not wants a bool tensor, x is u8 [C1]}}
  %0 = aic.logical_not %x : tensor<3xui8>
  return
}

// -----

func.func @f(%x: tensor<2x?xf32>) {
  // expected-error@+1 {{relu: x is f32[2, ?]: x is not a tensor of static shape [S1]}}
  %0 = aic.relu %x : tensor<2x?xf32>
  return
}

// -----

func.func @f(%x: tensor<*xf32>) {
  // expected-error@+1 {{invalid kind of type specified: expected builtin.tensor, but found 'tensor<*xf32>'}}
  %0 = aic.relu %x : tensor<*xf32>
  return
}

// -----

func.func @f(%x: tensor<1048576x1048577xf32>) {
  // expected-error@+1 {{x has more than 2^40 elements or 32 axes [S1]}}
  %0 = aic.relu %x : tensor<1048576x1048577xf32>
  return
}

// -----

func.func @f(%x: tensor<0x4611686018427387904x4611686018427387904xf32>) {
  // An empty axis does not hide what overflows.
  // expected-error@+1 {{x has more than 2^40 elements or 32 axes [S1]}}
  %0 = aic.relu %x : tensor<0x4611686018427387904x4611686018427387904xf32>
  return
}

// -----

func.func @f(%x: tensor<1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1xf32>) {
  // expected-error@+1 {{x has more than 2^40 elements or 32 axes [S1]}}
  %0 = aic.relu %x : tensor<1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1xf32>
  return
}

// -----

func.func @f(%x: tensor<3xf32>) {
  // expected-error@+1 {{clamp: x is f32[3]: it needs a minimum, a maximum or both [C1]}}
  %0 = aic.clamp %x : tensor<3xf32>
  return
}

// -----

func.func @f(%x: tensor<3xi8>) {
  // expected-error@+1 {{clamp works on floats (f32, f16, bf16, f64), x is i8: cast it [C2]}}
  %0 = aic.clamp %x min 0.0 : tensor<3xi8>
  return
}

// -----

func.func @f(%a: tensor<3xf32>, %b: tensor<3xi32>) {
  // expected-error@+2 {{add: a is f32[3], b is i32[3]: b is i32, a is f32: element types never mix, cast one [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.add %a, %b : (tensor<3xf32>, tensor<3xi32>) -> tensor<3xf32>
  return
}

// -----

func.func @f(%a: tensor<2x3xf32>, %b: tensor<4xf32>) {
  // expected-error@+2 {{add: a is f32[2, 3], b is f32[4]: the shapes [2, 3] and [4] do not broadcast: sizes from the right must be equal or 1 [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.add %a, %b : (tensor<2x3xf32>, tensor<4xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%a: tensor<3xi1>, %b: tensor<3xi1>) {
  // expected-error@+1 {{operand #0 must be tensor of static shape, at most 2^40 elements and 32 axes [S1], of f32, f16, bf16, f64, i8, ui8, i16, i32 or i64, but got 'tensor<3xi1>'}}
  %0 = aic.add %a, %b : (tensor<3xi1>, tensor<3xi1>) -> tensor<3xi1>
  return
}

// -----

func.func @f(%a: tensor<3xf32>, %b: tensor<3xi32>) {
  // expected-error@+2 {{sub: a is f32[3], b is i32[3]: b is i32, a is f32: element types never mix, cast one [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.sub %a, %b : (tensor<3xf32>, tensor<3xi32>) -> tensor<3xf32>
  return
}

// -----

func.func @f(%a: tensor<2x3xf32>, %b: tensor<4xf32>) {
  // expected-error@+2 {{sub: a is f32[2, 3], b is f32[4]: the shapes [2, 3] and [4] do not broadcast: sizes from the right must be equal or 1 [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.sub %a, %b : (tensor<2x3xf32>, tensor<4xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%a: tensor<3xi1>, %b: tensor<3xi1>) {
  // expected-error@+1 {{operand #0 must be tensor of static shape, at most 2^40 elements and 32 axes [S1], of f32, f16, bf16, f64, i8, ui8, i16, i32 or i64, but got 'tensor<3xi1>'}}
  %0 = aic.sub %a, %b : (tensor<3xi1>, tensor<3xi1>) -> tensor<3xi1>
  return
}

// -----

func.func @f(%a: tensor<3xf32>, %b: tensor<3xi32>) {
  // expected-error@+2 {{mul: a is f32[3], b is i32[3]: b is i32, a is f32: element types never mix, cast one [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.mul %a, %b : (tensor<3xf32>, tensor<3xi32>) -> tensor<3xf32>
  return
}

// -----

func.func @f(%a: tensor<2x3xf32>, %b: tensor<4xf32>) {
  // expected-error@+2 {{mul: a is f32[2, 3], b is f32[4]: the shapes [2, 3] and [4] do not broadcast: sizes from the right must be equal or 1 [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.mul %a, %b : (tensor<2x3xf32>, tensor<4xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%a: tensor<3xi1>, %b: tensor<3xi1>) {
  // expected-error@+1 {{operand #0 must be tensor of static shape, at most 2^40 elements and 32 axes [S1], of f32, f16, bf16, f64, i8, ui8, i16, i32 or i64, but got 'tensor<3xi1>'}}
  %0 = aic.mul %a, %b : (tensor<3xi1>, tensor<3xi1>) -> tensor<3xi1>
  return
}

// -----

func.func @f(%a: tensor<3xf32>, %b: tensor<3xi32>) {
  // expected-error@+2 {{div: a is f32[3], b is i32[3]: b is i32, a is f32: element types never mix, cast one [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.div %a, %b : (tensor<3xf32>, tensor<3xi32>) -> tensor<3xf32>
  return
}

// -----

func.func @f(%a: tensor<2x3xf32>, %b: tensor<4xf32>) {
  // expected-error@+2 {{div: a is f32[2, 3], b is f32[4]: the shapes [2, 3] and [4] do not broadcast: sizes from the right must be equal or 1 [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.div %a, %b : (tensor<2x3xf32>, tensor<4xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%a: tensor<3xi1>, %b: tensor<3xi1>) {
  // expected-error@+1 {{operand #0 must be tensor of static shape, at most 2^40 elements and 32 axes [S1], of f32, f16, bf16, f64, i8, ui8, i16, i32 or i64, but got 'tensor<3xi1>'}}
  %0 = aic.div %a, %b : (tensor<3xi1>, tensor<3xi1>) -> tensor<3xi1>
  return
}

// -----

func.func @f(%a: tensor<3xf32>, %b: tensor<3xi32>) {
  // expected-error@+2 {{floor_div: a is f32[3], b is i32[3]: b is i32, a is f32: element types never mix, cast one [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.floor_div %a, %b : (tensor<3xf32>, tensor<3xi32>) -> tensor<3xf32>
  return
}

// -----

func.func @f(%a: tensor<2x3xf32>, %b: tensor<4xf32>) {
  // expected-error@+2 {{floor_div: a is f32[2, 3], b is f32[4]: the shapes [2, 3] and [4] do not broadcast: sizes from the right must be equal or 1 [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.floor_div %a, %b : (tensor<2x3xf32>, tensor<4xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%a: tensor<3xi1>, %b: tensor<3xi1>) {
  // expected-error@+1 {{operand #0 must be tensor of static shape, at most 2^40 elements and 32 axes [S1], of f32, f16, bf16, f64, i8, ui8, i16, i32 or i64, but got 'tensor<3xi1>'}}
  %0 = aic.floor_div %a, %b : (tensor<3xi1>, tensor<3xi1>) -> tensor<3xi1>
  return
}

// -----

func.func @f(%a: tensor<3xf32>, %b: tensor<3xi32>) {
  // expected-error@+2 {{rem: a is f32[3], b is i32[3]: b is i32, a is f32: element types never mix, cast one [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.rem %a, %b : (tensor<3xf32>, tensor<3xi32>) -> tensor<3xf32>
  return
}

// -----

func.func @f(%a: tensor<2x3xf32>, %b: tensor<4xf32>) {
  // expected-error@+2 {{rem: a is f32[2, 3], b is f32[4]: the shapes [2, 3] and [4] do not broadcast: sizes from the right must be equal or 1 [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.rem %a, %b : (tensor<2x3xf32>, tensor<4xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%a: tensor<3xi1>, %b: tensor<3xi1>) {
  // expected-error@+1 {{operand #0 must be tensor of static shape, at most 2^40 elements and 32 axes [S1], of f32, f16, bf16, f64, i8, ui8, i16, i32 or i64, but got 'tensor<3xi1>'}}
  %0 = aic.rem %a, %b : (tensor<3xi1>, tensor<3xi1>) -> tensor<3xi1>
  return
}

// -----

func.func @f(%a: tensor<3xf32>, %b: tensor<3xf64>) {
  // expected-error@+2 {{pow: a is f32[3], b is f64[3]: b is f64, a is f32: element types never mix, cast one [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.pow %a, %b : (tensor<3xf32>, tensor<3xf64>) -> tensor<3xf32>
  return
}

// -----

func.func @f(%a: tensor<2x3xf32>, %b: tensor<4xf32>) {
  // expected-error@+2 {{pow: a is f32[2, 3], b is f32[4]: the shapes [2, 3] and [4] do not broadcast: sizes from the right must be equal or 1 [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.pow %a, %b : (tensor<2x3xf32>, tensor<4xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%a: tensor<3xf32>, %b: tensor<3xi32>) {
  // expected-error@+2 {{minimum: a is f32[3], b is i32[3]: b is i32, a is f32: element types never mix, cast one [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.minimum %a, %b : (tensor<3xf32>, tensor<3xi32>) -> tensor<3xf32>
  return
}

// -----

func.func @f(%a: tensor<2x3xf32>, %b: tensor<4xf32>) {
  // expected-error@+2 {{minimum: a is f32[2, 3], b is f32[4]: the shapes [2, 3] and [4] do not broadcast: sizes from the right must be equal or 1 [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.minimum %a, %b : (tensor<2x3xf32>, tensor<4xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%a: tensor<3xf32>, %b: tensor<3xi32>) {
  // expected-error@+2 {{maximum: a is f32[3], b is i32[3]: b is i32, a is f32: element types never mix, cast one [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.maximum %a, %b : (tensor<3xf32>, tensor<3xi32>) -> tensor<3xf32>
  return
}

// -----

func.func @f(%a: tensor<2x3xf32>, %b: tensor<4xf32>) {
  // expected-error@+2 {{maximum: a is f32[2, 3], b is f32[4]: the shapes [2, 3] and [4] do not broadcast: sizes from the right must be equal or 1 [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.maximum %a, %b : (tensor<2x3xf32>, tensor<4xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%a: tensor<2x3xi1>, %b: tensor<4xi1>) {
  // expected-error@+2 {{logical_and: a is bool[2, 3], b is bool[4]: the shapes [2, 3] and [4] do not broadcast: sizes from the right must be equal or 1 [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.logical_and %a, %b : (tensor<2x3xi1>, tensor<4xi1>) -> tensor<2x3xi1>
  return
}

// -----

func.func @f(%a: tensor<2x3xi1>, %b: tensor<4xi1>) {
  // expected-error@+2 {{logical_or: a is bool[2, 3], b is bool[4]: the shapes [2, 3] and [4] do not broadcast: sizes from the right must be equal or 1 [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.logical_or %a, %b : (tensor<2x3xi1>, tensor<4xi1>) -> tensor<2x3xi1>
  return
}

// -----

func.func @f(%a: tensor<3xi32>, %b: tensor<3xi32>) {
  // expected-error@+1 {{operand #0 must be tensor of static shape, at most 2^40 elements and 32 axes [S1], of f32, f16, bf16 or f64, but got 'tensor<3xi32>'}}
  %0 = aic.pow %a, %b : (tensor<3xi32>, tensor<3xi32>) -> tensor<3xi32>
  return
}

// -----

func.func @f(%a: tensor<3xf32>, %b: tensor<3xf32>) {
  // expected-error@+1 {{operand #0 must be tensor of static shape, at most 2^40 elements and 32 axes [S1], of i1, but got 'tensor<3xf32>'}}
  %0 = aic.logical_and %a, %b : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  return
}

// -----

func.func @f(%a: tensor<3xf32>, %b: tensor<3xf32>) {
  // expected-error@+1 {{operand #0 must be tensor of static shape, at most 2^40 elements and 32 axes [S1], of i1, but got 'tensor<3xf32>'}}
  %0 = aic.logical_or %a, %b : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  return
}

// -----

func.func @f(%a: tensor<1048576x1xf32>, %b: tensor<1x1048577xf32>) {
  // expected-error@+2 {{the result would be f32[1048576, 1048577], a tensor has at most 2^40 elements and 32 axes [S1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.add %a, %b : (tensor<1048576x1xf32>, tensor<1x1048577xf32>) -> tensor<1048576x1xf32>
  return
}

// -----

func.func @f(%a: tensor<3xf32>, %b: tensor<3xi32>) {
  // expected-error@+2 {{compare: a is f32[3], b is i32[3]: b is i32, a is f32: element types never mix, cast one [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.compare lt %a, %b : (tensor<3xf32>, tensor<3xi32>) -> tensor<3xi1>
  return
}

// -----

func.func @f(%a: tensor<3xf32>, %b: tensor<2xf32>) {
  // expected-error@+2 {{compare: a is f32[3], b is f32[2]: the shapes [3] and [2] do not broadcast: sizes from the right must be equal or 1 [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.compare lt %a, %b : (tensor<3xf32>, tensor<2xf32>) -> tensor<3xi1>
  return
}

// -----

func.func @f(%c: tensor<3xi1>, %a: tensor<3xf32>, %b: tensor<3xf16>) {
  // expected-error@+2 {{where: condition is bool[3], a is f32[3], b is f16[3]: b is f16, a is f32: element types never mix, cast one [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.where %c, %a, %b : (tensor<3xi1>, tensor<3xf32>, tensor<3xf16>) -> tensor<3xf32>
  return
}

// -----

func.func @f(%c: tensor<3xi1>, %a: tensor<3xf32>, %b: tensor<2xf32>) {
  // expected-error@+2 {{the shapes [3] and [2] do not broadcast: sizes from the right must be equal or 1 [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.where %c, %a, %b : (tensor<3xi1>, tensor<3xf32>, tensor<2xf32>) -> tensor<3xf32>
  return
}

// -----

func.func @f(%c: tensor<2xi1>, %a: tensor<3xf32>, %b: tensor<3xf32>) {
  // expected-error@+2 {{the shapes [2] and [3] do not broadcast: sizes from the right must be equal or 1 [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.where %c, %a, %b : (tensor<2xi1>, tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  return
}

// -----

func.func @f(%c: tensor<3xi32>, %a: tensor<3xf32>, %b: tensor<3xf32>) {
  // C3
  // expected-error@+1 {{operand #0 must be tensor of static shape, at most 2^40 elements and 32 axes [S1], of i1, but got 'tensor<3xi32>'}}
  %0 = aic.where %c, %a, %b : (tensor<3xi32>, tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  return
}

// -----

func.func @f(%x: tensor<3xf32>) {
  // expected-error@+1 {{requires the same shape for all operands and results}}
  %0 = aic.cast %x : (tensor<3xf32>) -> tensor<4xf16>
  return
}

// -----

func.func @f(%a: tensor<3xf32>) {
  // expected-error@+1 {{expected eq, ne, lt, le, gt or ge, found less}}
  %0 = aic.compare less %a, %a : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xi1>
  return
}
