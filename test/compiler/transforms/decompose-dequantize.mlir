// What nothing reads in few bits becomes floats: in the run, or now where it is constant.
// RUN: aic-opt --aic-decompose-dequantize %s | FileCheck %s
// RUN: aic-opt --aic-decompose-dequantize="all=false" %s | FileCheck --check-prefix=SOME %s
// RUN: aic-opt --aic-decompose-dequantize="fold=false" %s | FileCheck --check-prefix=LATER %s

// CHECK-LABEL: @of_an_input
// CHECK: %[[Q:.*]] = aic.cast %arg0 : (tensor<2x2xi8>) -> tensor<2x2xf32>
// CHECK: %[[Z:.*]] = aic.cast %arg2 : (tensor<2x1xi8>) -> tensor<2x1xf32>
// CHECK: %[[D:.*]] = aic.sub %[[Q]], %[[Z]]
// CHECK: aic.mul %[[D]], %arg1
func.func @of_an_input(%q: tensor<2x2xi8>, %s: tensor<2x1xf32>, %z: tensor<2x1xi8>) -> tensor<2x2xf32> {
  %w = aic.dequantize %q, %s zero %z : (tensor<2x2xi8>, tensor<2x1xf32>, tensor<2x1xi8>) -> tensor<2x2xf32>
  return %w : tensor<2x2xf32>
}

// The low half first, with its sign: 0xF2 is 2 and -1, 0x87 is 7 and -8.
// CHECK-LABEL: @of_a_constant
// CHECK: aic.constant dense<{{\[\[}}1.000000e+00, -5.000000e-01, 1.400000e+01, -1.600000e+01]]> : tensor<1x4xf32>
// SOME-LABEL: @of_a_constant
// SOME: aic.dequantize
// LATER-LABEL: @of_a_constant
// LATER: aic.concat
// LATER: aic.linear
func.func @of_a_constant(%x: tensor<3x4xf32>) -> tensor<3x1xf32> {
  %q = aic.constant dense<[[-14, -121]]> : tensor<1x2xi8>
  %s = aic.constant dense<[[0.5, 2.0]]> : tensor<1x2xf32>
  %w = aic.dequantize %q, %s {bits = 4 : i64, axis = 1 : i64, block = 2 : i64} : (tensor<1x2xi8>, tensor<1x2xf32>) -> tensor<1x4xf32>
  %y = aic.linear %x, %w : (tensor<3x4xf32>, tensor<1x4xf32>) -> tensor<3x1xf32>
  return %y : tensor<3x1xf32>
}

// A block that ends early has its scale cut off.
// CHECK-LABEL: @blocks_of_an_input
// CHECK: %[[E:.*]] = aic.expand %{{.*}} : (tensor<1x2x1xf32>) -> tensor<1x2x3xf32>
// CHECK: %[[R:.*]] = aic.reshape %[[E]] : (tensor<1x2x3xf32>) -> tensor<1x6xf32>
// CHECK: %[[S:.*]] = aic.slice %[[R]] {{.*}} -> tensor<1x4xf32>
// CHECK: aic.mul %{{.*}}, %[[S]]
func.func @blocks_of_an_input(%q: tensor<1x4xui8>) -> tensor<1x4xf32> {
  %s = aic.constant dense<[[0.5, 2.0]]> : tensor<1x2xf32>
  %w = aic.dequantize %q, %s {axis = 1 : i64, block = 3 : i64} : (tensor<1x4xui8>, tensor<1x2xf32>) -> tensor<1x4xf32>
  return %w : tensor<1x4xf32>
}
