// A negative test for every numbered constraint of the operations on shapes.
// RUN: aic-opt %s -verify-diagnostics -split-input-file

func.func @f(%x: tensor<2x3xf32>) {
  // expected-error@+1 {{reshape: x is f32[2, 3]: the result is f16[6]: reshape keeps the element type [C1]}}
  %0 = aic.reshape %x : (tensor<2x3xf32>) -> tensor<6xf16>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>) {
  // expected-error@+1 {{reshape: x is f32[2, 3]: x has 6 elements, the shape [2, 4] holds 8 [C2]}}
  %0 = aic.reshape %x : (tensor<2x3xf32>) -> tensor<2x4xf32>
  return
}

// -----

func.func @f(%x: tensor<0x3xf32>) {
  // expected-error@+1 {{x has 0 elements, the shape [1] holds 1 [C2]}}
  %0 = aic.reshape %x : (tensor<0x3xf32>) -> tensor<1xf32>
  return
}

// -----

func.func @f(%x: tensor<1xf32>) {
  // expected-error@+1 {{result #0 must be tensor of static shape, at most 2^40 elements and 32 axes [S1]}}
  %0 = aic.reshape %x : (tensor<1xf32>) -> tensor<4294967296x4294967296x1xf32>
  return
}

// -----

func.func @f(%x: tensor<1x3xf32>) {
  // expected-error@+1 {{expand: x is f32[1, 3]: the result is f16[2, 3]: expand keeps the element type [C1]}}
  %0 = aic.expand %x : (tensor<1x3xf32>) -> tensor<2x3xf16>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>) {
  // expected-error@+1 {{expand: x is f32[2, 3]: x does not broadcast to the shape [4, 3] [C2]}}
  %0 = aic.expand %x : (tensor<2x3xf32>) -> tensor<4x3xf32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>) {
  // expected-error@+1 {{x does not broadcast to the shape [3] [C2]}}
  %0 = aic.expand %x : (tensor<2x3xf32>) -> tensor<3xf32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>) {
  // expected-error@+1 {{x does not broadcast to the shape [1, 3] [C2]}}
  %0 = aic.expand %x : (tensor<2x3xf32>) -> tensor<1x3xf32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>) {
  // expected-error@+2 {{transpose: x is f32[2, 3]: perm needs one value for each of x's 2 axes, it has 1 [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.transpose %x {perm = array<i64: 1>} : (tensor<2x3xf32>) -> tensor<3x2xf32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>) {
  // expected-error@+2 {{[1, 1] is not a permutation of x's 2 axes: look at 1 [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.transpose %x {perm = array<i64: 1, 1>} : (tensor<2x3xf32>) -> tensor<3x2xf32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>) {
  // expected-error@+2 {{[2, 0] is not a permutation of x's 2 axes: look at 2 [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.transpose %x {perm = array<i64: 2, 0>} : (tensor<2x3xf32>) -> tensor<3x2xf32>
  return
}

// -----

func.func @f(%x: tensor<2x3xf32>) {
  // expected-error@+2 {{[-1, 0] is not a permutation of x's 2 axes: look at -1 [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.transpose %x {perm = array<i64: -1, 0>} : (tensor<2x3xf32>) -> tensor<3x2xf32>
  return
}

// -----

func.func @f() {
  // expected-error@+2 {{concat: there is nothing to concatenate [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = "aic.concat"() {dim = 0 : i64} : () -> tensor<1xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x3xf32>, %a1: tensor<2x3xi8>) {
  // expected-error@+2 {{concat: input 0 is f32[2, 3], input 1 is i8[2, 3]: input 1 is i8, input 0 is f32: element types never mix, cast one [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.concat %a0, %a1 {dim = 0 : i64} : (tensor<2x3xf32>, tensor<2x3xi8>) -> tensor<4x3xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x3xf32>, %a1: tensor<3xf32>) {
  // expected-error@+2 {{input 1 has 1 axes, input 0 has 2 [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.concat %a0, %a1 {dim = 0 : i64} : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<4x3xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x3xf32>, %a1: tensor<2x3xf32>) {
  // expected-error@+2 {{axis 2 is not one of the inputs' 2 axes [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.concat %a0, %a1 {dim = 2 : i64} : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<4x3xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x3xf32>, %a1: tensor<2x3xf32>) {
  // expected-error@+2 {{axis -1 is not one of the inputs' 2 axes [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.concat %a0, %a1 {dim = -1 : i64} : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<4x3xf32>
  return
}

// -----

func.func @f(%a0: tensor<f32>) {
  // expected-error@+2 {{axis 0 is not one of the inputs' 0 axes [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.concat %a0 {dim = 0 : i64} : (tensor<f32>) -> tensor<f32>
  return
}

// -----

func.func @f(%a0: tensor<2x3xf32>, %a1: tensor<2x4xf32>) {
  // expected-error@+2 {{along axis 1 input 1 has 4, input 0 has 3 [C4]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.concat %a0, %a1 {dim = 0 : i64} : (tensor<2x3xf32>, tensor<2x4xf32>) -> tensor<4x3xf32>
  return
}

// -----

func.func @f(%a0: tensor<1099511627776xf32>, %a1: tensor<1xf32>) {
  // expected-error@+2 {{the result would be f32[1099511627777], a tensor has at most 2^40 elements and 32 axes [S1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.concat %a0, %a1 {dim = 0 : i64} : (tensor<1099511627776xf32>, tensor<1xf32>) -> tensor<1xf32>
  return
}

// -----

func.func @f(%a0: tensor<1xf32>, %a1: tensor<1xf32>, %a2: tensor<1xf32>, %a3: tensor<1xf32>, %a4: tensor<1xf32>, %a5: tensor<1xf32>, %a6: tensor<1xf32>, %a7: tensor<1xf32>, %a8: tensor<1xf32>, %a9: tensor<1x1xf32>) {
  // The message does not list them all.
  // expected-error@+2 {{input 7 is f32[1], ...: input 9 has 2 axes, input 0 has 1 [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.concat %a0, %a1, %a2, %a3, %a4, %a5, %a6, %a7, %a8, %a9 {dim = 0 : i64} : (tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1xf32>, tensor<1x1xf32>) -> tensor<10xf32>
  return
}

// -----

func.func @f(%x: tensor<5xf32>) {
  // expected-error@+2 {{slice: x is f32[5]: offsets needs one value for each of x's 1 axes, it has 2 [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.slice %x {offsets = array<i64: 0, 0>, sizes = array<i64: 2>, strides = array<i64: 1>} : (tensor<5xf32>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%x: tensor<5xf32>) {
  // expected-error@+2 {{sizes needs one value for each of x's 1 axes, it has 2 [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.slice %x {offsets = array<i64: 0>, sizes = array<i64: 2, 2>, strides = array<i64: 1>} : (tensor<5xf32>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%x: tensor<5xf32>) {
  // expected-error@+2 {{strides needs one value for each of x's 1 axes, it has 2 [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.slice %x {offsets = array<i64: 0>, sizes = array<i64: 2>, strides = array<i64: 1, 1>} : (tensor<5xf32>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%x: tensor<5xf32>) {
  // expected-error@+2 {{axis 0: the step is 0 [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.slice %x {offsets = array<i64: 0>, sizes = array<i64: 2>, strides = array<i64: 0>} : (tensor<5xf32>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%x: tensor<5xf32>) {
  // expected-error@+2 {{axis 0: offset 0 and size -2 are not negative [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.slice %x {offsets = array<i64: 0>, sizes = array<i64: -2>, strides = array<i64: 1>} : (tensor<5xf32>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%x: tensor<5xf32>) {
  // expected-error@+2 {{axis 0: offset -1 and size 2 are not negative [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.slice %x {offsets = array<i64: -1>, sizes = array<i64: 2>, strides = array<i64: 1>} : (tensor<5xf32>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%x: tensor<5xf32>) {
  // expected-error@+2 {{axis 0: 2 elements from 4 in steps of 1 leave the 5 of x [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.slice %x {offsets = array<i64: 4>, sizes = array<i64: 2>, strides = array<i64: 1>} : (tensor<5xf32>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%x: tensor<5xf32>) {
  // expected-error@+2 {{axis 0: 2 elements from 0 in steps of -1 leave the 5 of x [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.slice %x {offsets = array<i64: 0>, sizes = array<i64: 2>, strides = array<i64: -1>} : (tensor<5xf32>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%x: tensor<5xf32>) {
  // expected-error@+2 {{axis 0: 1 elements from 5 in steps of 1 leave the 5 of x [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.slice %x {offsets = array<i64: 5>, sizes = array<i64: 1>, strides = array<i64: 1>} : (tensor<5xf32>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%x: tensor<5xf32>) {
  // Nothing wraps.
  // expected-error@+2 {{axis 0: 3 elements from 4 in steps of 9223372036854775807 leave the 5 of x [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.slice %x {offsets = array<i64: 4>, sizes = array<i64: 3>, strides = array<i64: 9223372036854775807>} : (tensor<5xf32>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%x: tensor<5xf32>) {
  // expected-error@+2 {{axis 0: 9223372036854775807 elements from 4 in steps of -9223372036854775808 leave the 5 of x [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.slice %x {offsets = array<i64: 4>, sizes = array<i64: 9223372036854775807>, strides = array<i64: -9223372036854775808>} : (tensor<5xf32>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%x: tensor<5xf32>) {
  // expected-error@+2 {{axis 0: 2 elements from 4 in steps of 9223372036854775807 leave the 5 of x [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.slice %x {offsets = array<i64: 4>, sizes = array<i64: 2>, strides = array<i64: 9223372036854775807>} : (tensor<5xf32>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%x: tensor<5xf32>) {
  // expected-error@+2 {{pad: x is f32[5]: low needs one value for each of x's 1 axes, it has 2 [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.pad %x {high = array<i64: 0>, low = array<i64: 0, 0>} : (tensor<5xf32>) -> tensor<5xf32>
  return
}

// -----

func.func @f(%x: tensor<5xf32>) {
  // expected-error@+2 {{high needs one value for each of x's 1 axes, it has 2 [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.pad %x {high = array<i64: 0, 0>, low = array<i64: 0>} : (tensor<5xf32>) -> tensor<5xf32>
  return
}

// -----

func.func @f(%x: tensor<5xf32>) {
  // expected-error@+2 {{axis 0: padding by -1 and 0: each is in [0, 2^40] [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.pad %x {high = array<i64: 0>, low = array<i64: -1>} : (tensor<5xf32>) -> tensor<5xf32>
  return
}

// -----

func.func @f(%x: tensor<5xf32>) {
  // expected-error@+2 {{axis 0: padding by 0 and -1: each is in [0, 2^40] [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.pad %x {high = array<i64: -1>, low = array<i64: 0>} : (tensor<5xf32>) -> tensor<5xf32>
  return
}

// -----

func.func @f(%x: tensor<5xf32>) {
  // expected-error@+2 {{axis 0: padding by 9223372036854775807 and 9223372036854775807: each is in [0, 2^40] [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.pad %x {high = array<i64: 9223372036854775807>, low = array<i64: 9223372036854775807>} : (tensor<5xf32>) -> tensor<5xf32>
  return
}

// -----

func.func @f(%x: tensor<5xf32>) {
  // expected-error@+2 {{the result would be f32[1099511627781], a tensor has at most 2^40 elements and 32 axes [S1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.pad %x {high = array<i64: 0>, low = array<i64: 1099511627776>} : (tensor<5xf32>) -> tensor<5xf32>
  return
}

// -----

func.func @f(%x: tensor<5xf32>) {
  // expected-error@+2 {{axis 0: reflection pads by less than the size 5, found 5 and 0 [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.pad %x {high = array<i64: 0>, low = array<i64: 5>, mode = #aic.pad_mode<reflect>} : (tensor<5xf32>) -> tensor<5xf32>
  return
}

// -----

func.func @f(%x: tensor<5xf32>) {
  // expected-error@+2 {{axis 0: reflection pads by less than the size 5, found 0 and 5 [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.pad %x {high = array<i64: 5>, low = array<i64: 0>, mode = #aic.pad_mode<reflect>} : (tensor<5xf32>) -> tensor<5xf32>
  return
}

// -----

func.func @f(%x: tensor<0xf32>) {
  // expected-error@+2 {{axis 0: it is empty, there is no edge to repeat [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.pad %x {high = array<i64: 1>, low = array<i64: 0>, mode = #aic.pad_mode<replicate>} : (tensor<0xf32>) -> tensor<5xf32>
  return
}
