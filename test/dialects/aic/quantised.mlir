// Tensors of few bits: round trips, and what is refused, by the number of the constraint.
// RUN: aic-opt %s -split-input-file -verify-diagnostics | FileCheck %s

// CHECK-LABEL: @round_trip
// CHECK: aic.dequantize %arg0, %arg1 : (tensor<8x4xi8>, tensor<8x1xf32>) -> tensor<8x4xf32>
// CHECK: aic.dequantize %arg0, %arg2 {axis = 1 : i64, bits = 4 : i64, block = 3 : i64} : (tensor<8x4xi8>, tensor<8x3xf16>) -> tensor<8x8xf32>
// CHECK: aic.dequantize %arg3, %arg1 zero %arg4 : (tensor<8x4xui8>, tensor<8x1xf32>, tensor<8x1xui8>) -> tensor<8x4xf32>
// CHECK: aic.block_linear %arg5, %arg0, %arg2 bias %arg6 {bits = 4 : i64, block = 3 : i64} : (tensor<2x8xf32>, tensor<8x4xi8>, tensor<8x3xf16>, tensor<8xf32>) -> tensor<2x8xf32>
func.func @round_trip(%q: tensor<8x4xi8>, %s: tensor<8x1xf32>, %h: tensor<8x3xf16>, %u: tensor<8x4xui8>,
                      %z: tensor<8x1xui8>, %x: tensor<2x8xf32>, %b: tensor<8xf32>)
    -> (tensor<8x4xf32>, tensor<8x8xf32>, tensor<8x4xf32>, tensor<2x8xf32>) {
  %0 = aic.dequantize %q, %s : (tensor<8x4xi8>, tensor<8x1xf32>) -> tensor<8x4xf32>
  %1 = aic.dequantize %q, %h {bits = 4 : i64, axis = 1 : i64, block = 3 : i64} : (tensor<8x4xi8>, tensor<8x3xf16>) -> tensor<8x8xf32>
  %2 = aic.dequantize %u, %s zero %z : (tensor<8x4xui8>, tensor<8x1xf32>, tensor<8x1xui8>) -> tensor<8x4xf32>
  %3 = aic.block_linear %x, %q, %h bias %b {bits = 4 : i64, block = 3 : i64} : (tensor<2x8xf32>, tensor<8x4xi8>, tensor<8x3xf16>, tensor<8xf32>) -> tensor<2x8xf32>
  return %0, %1, %2, %3 : tensor<8x4xf32>, tensor<8x8xf32>, tensor<8x4xf32>, tensor<2x8xf32>
}

// CHECK-LABEL: @contractions
// CHECK: aic.linear %arg0, %arg1 : (tensor<2x4xf32>, tensor<3x4xi8>) -> tensor<2x3xf32>
// CHECK: aic.linear %arg2, %arg1 : (tensor<2x4xui8>, tensor<3x4xi8>) -> tensor<2x3xi32>
func.func @contractions(%x: tensor<2x4xf32>, %w: tensor<3x4xi8>, %u: tensor<2x4xui8>) -> (tensor<2x3xf32>, tensor<2x3xi32>) {
  %0 = aic.linear %x, %w : (tensor<2x4xf32>, tensor<3x4xi8>) -> tensor<2x3xf32>
  %1 = aic.linear %u, %w : (tensor<2x4xui8>, tensor<3x4xi8>) -> tensor<2x3xi32>
  return %0, %1 : tensor<2x3xf32>, tensor<2x3xi32>
}

// -----

func.func @c1(%q: tensor<8x4xi8>, %s: tensor<8x1xf32>) -> tensor<8x4xf32> {
  // expected-error@+2 {{dequantize: q is i8[8, 4], scale is f32[8, 1]: bits is 3: it is 8 or 4 [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.dequantize %q, %s {bits = 3 : i64} : (tensor<8x4xi8>, tensor<8x1xf32>) -> tensor<8x4xf32>
  return %0 : tensor<8x4xf32>
}

// -----

func.func @c2(%q: tensor<4xi8>, %s: tensor<1xf64>) -> tensor<4xf32> {
  // expected-error@+2 {{scale is f64: it is f32, f16 or bf16 [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.dequantize %q, %s : (tensor<4xi8>, tensor<1xf64>) -> tensor<4xf32>
  return %0 : tensor<4xf32>
}

// -----

func.func @c3(%q: tensor<8x4xi8>, %s: tensor<8x2xf32>) -> tensor<8x4xf32> {
  // expected-error@+2 {{axis 2 is not one of q's 2 axes [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.dequantize %q, %s {axis = 2 : i64, block = 2 : i64} : (tensor<8x4xi8>, tensor<8x2xf32>) -> tensor<8x4xf32>
  return %0 : tensor<8x4xf32>
}

// -----

func.func @c4(%q: tensor<8x5xi8>, %s: tensor<8x2xf32>) -> tensor<8x5xf32> {
  // expected-error@+2 {{scale's axis 1 needs the size 3, it has 2 [C4]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.dequantize %q, %s {axis = 1 : i64, block = 2 : i64} : (tensor<8x5xi8>, tensor<8x2xf32>) -> tensor<8x5xf32>
  return %0 : tensor<8x5xf32>
}

// -----

func.func @c5(%q: tensor<8x4xi8>, %s: tensor<8x1xf32>, %z: tensor<8x1xui8>) -> tensor<8x4xf32> {
  // expected-error@+2 {{zero needs q's type and scale's shape [C5]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.dequantize %q, %s zero %z : (tensor<8x4xi8>, tensor<8x1xf32>, tensor<8x1xui8>) -> tensor<8x4xf32>
  return %0 : tensor<8x4xf32>
}

// -----

func.func @blocks_c1(%x: tensor<4xf16>, %q: tensor<8x4xi8>, %s: tensor<8x2xf32>) -> tensor<8xf16> {
  // expected-error@+2 {{x needs at least 1 axis, and f32 [C1]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.block_linear %x, %q, %s {block = 2 : i64} : (tensor<4xf16>, tensor<8x4xi8>, tensor<8x2xf32>) -> tensor<8xf16>
  return %0 : tensor<8xf16>
}

// -----

func.func @blocks_c2(%x: tensor<4xf32>, %q: tensor<8x4xui8>, %s: tensor<8x2xf32>) -> tensor<8xf32> {
  // expected-error@+2 {{q needs 2 axes, and i8 [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.block_linear %x, %q, %s {block = 2 : i64} : (tensor<4xf32>, tensor<8x4xui8>, tensor<8x2xf32>) -> tensor<8xf32>
  return %0 : tensor<8xf32>
}

// -----

func.func @blocks_c3(%x: tensor<4xf32>, %q: tensor<8x4xi8>, %s: tensor<8x2xf32>) -> tensor<8xf32> {
  // expected-error@+2 {{the weight expects 8 inputs, x's last axis has 4 [C3]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.block_linear %x, %q, %s {bits = 4 : i64, block = 2 : i64} : (tensor<4xf32>, tensor<8x4xi8>, tensor<8x2xf32>) -> tensor<8xf32>
  return %0 : tensor<8xf32>
}

// -----

func.func @blocks_c4(%x: tensor<4xf32>, %q: tensor<8x4xi8>, %s: tensor<8x2xf32>) -> tensor<8xf32> {
  // expected-error@+2 {{scale needs the shape [8, 4], and f32 or f16 [C4]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.block_linear %x, %q, %s {block = 1 : i64} : (tensor<4xf32>, tensor<8x4xi8>, tensor<8x2xf32>) -> tensor<8xf32>
  return %0 : tensor<8xf32>
}

// -----

func.func @blocks_c5(%x: tensor<4xf32>, %q: tensor<8x4xi8>, %s: tensor<8x2xf32>, %b: tensor<4xf32>) -> tensor<8xf32> {
  // expected-error@+2 {{the bias needs the shape [8], and f32 [C5]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.block_linear %x, %q, %s bias %b {block = 2 : i64} : (tensor<4xf32>, tensor<8x4xi8>, tensor<8x2xf32>, tensor<4xf32>) -> tensor<8xf32>
  return %0 : tensor<8xf32>
}

// -----

func.func @bias(%x: tensor<4xui8>, %w: tensor<8x4xi8>, %b: tensor<8xf32>) -> tensor<8xi32> {
  // expected-error@+2 {{linear: x is u8[4], weight is i8[8, 4], bias is f32[8]: bias is f32, the sums of these products are i32: cast it [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.linear %x, %w, %b : (tensor<4xui8>, tensor<8x4xi8>, tensor<8xf32>) -> tensor<8xi32>
  return %0 : tensor<8xi32>
}

// -----

// CHECK-LABEL: @attention
// CHECK: aic.quantised_attention %arg0, %arg1, %arg2 length %arg4 k_scale %arg3 v_scale %arg3 {causal = true, scale = 5.000000e-01 : f64}
func.func @attention(%q: tensor<2x1x4xf32>, %k: tensor<2x5x4xi8>, %v: tensor<2x5x4xi8>, %s: tensor<1x5x1xf32>, %n: tensor<i64>) -> tensor<2x1x4xf32> {
  %0 = aic.quantised_attention %q, %k, %v length %n k_scale %s v_scale %s {causal = true, scale = 0.5 : f64} : (tensor<2x1x4xf32>, tensor<2x5x4xi8>, tensor<2x5x4xi8>, tensor<i64>, tensor<1x5x1xf32>, tensor<1x5x1xf32>) -> tensor<2x1x4xf32>
  return %0 : tensor<2x1x4xf32>
}

// -----

func.func @no_scale(%q: tensor<1x4xf32>, %k: tensor<5x4xi8>, %v: tensor<5x4xf32>) -> tensor<1x4xf32> {
  // expected-error@+2 {{q, k and v have one element type: cast one [C2]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.quantised_attention %q, %k, %v {scale = 0.5 : f64} : (tensor<1x4xf32>, tensor<5x4xi8>, tensor<5x4xf32>) -> tensor<1x4xf32>
  return %0 : tensor<1x4xf32>
}

// -----

func.func @scale_of_floats(%q: tensor<1x4xf32>, %k: tensor<5x4xf32>, %s: tensor<5x1xf32>) -> tensor<1x4xf32> {
  // expected-error@+2 {{k has a scale where it is i8, and only there [C9]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.quantised_attention %q, %k, %k k_scale %s {scale = 0.5 : f64} : (tensor<1x4xf32>, tensor<5x4xf32>, tensor<5x4xf32>, tensor<5x1xf32>) -> tensor<1x4xf32>
  return %0 : tensor<1x4xf32>
}

// -----

func.func @scale_of_columns(%q: tensor<1x4xf32>, %k: tensor<5x4xi8>, %v: tensor<5x4xf32>, %s: tensor<1x1xf32>) -> tensor<1x4xf32> {
  // expected-error@+2 {{k_scale needs f32 and the shape [5, 1], or 1 in place of axes before the last two [C9]}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = aic.quantised_attention %q, %k, %v k_scale %s {scale = 0.5 : f64} : (tensor<1x4xf32>, tensor<5x4xi8>, tensor<5x4xf32>, tensor<1x1xf32>) -> tensor<1x4xf32>
  return %0 : tensor<1x4xf32>
}
