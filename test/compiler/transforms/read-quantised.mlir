// Products and lookups read their constant weights as they are stored.
// RUN: aic-opt --aic-read-quantised --aic-decompose-dequantize %s | FileCheck %s
// RUN: aic-opt --aic-read-quantised="targets=cpu,vulkan" --aic-decompose-dequantize %s | FileCheck --check-prefix=BOTH %s
// RUN: aic-opt --aic-read-quantised --remark-format=emitRemark --remarks-filter='.*' %s -o /dev/null 2>&1 | FileCheck --check-prefix=REMARK %s

// CHECK-LABEL: @linear
// CHECK: %[[Q:.*]] = aic.constant dense_resource<{{.*}}> : tensor<2x4xi8>
// CHECK: %[[Y:.*]] = aic.linear %arg0, %[[Q]] : (tensor<3x4xf32>, tensor<2x4xi8>) -> tensor<3x2xf32>
// CHECK: %[[S:.*]] = aic.constant dense<[5.000000e-01, 2.500000e-01]> : tensor<2xf32>
// CHECK: %[[M:.*]] = aic.mul %[[Y]], %[[S]] : (tensor<3x2xf32>, tensor<2xf32>) -> tensor<3x2xf32>
// CHECK: %[[A:.*]] = aic.add %[[M]], %arg1
// CHECK: return %[[A]]
// REMARK: read-quantised.mlir:[[@LINE+9]]:{{.*}}[Passed]{{.*}}"linear reads its weight as it is stored, i8[2, 4] in 8 bits"
// Vulkan has no tensors of 8 bits: floats, made when the model is compiled.
// BOTH-LABEL: @linear
// BOTH: %[[W:.*]] = aic.constant dense<{{.*}}5.000000e-01, 1.000000e+00, 1.500000e+00, -2.000000e+00], [-1.250000e+00, 1.500000e+00, 1.750000e+00, 2.000000e+00]]> : tensor<2x4xf32>
// BOTH: aic.linear %arg0, %[[W]], %arg1
func.func @linear(%x: tensor<3x4xf32>, %b: tensor<2xf32>) -> tensor<3x2xf32> {
  %q = aic.constant dense<[[1, 2, 3, -4], [-5, 6, 7, 8]]> : tensor<2x4xi8>
  %s = aic.constant dense<[[0.5], [0.25]]> : tensor<2x1xf32>
  %w = aic.dequantize %q, %s : (tensor<2x4xi8>, tensor<2x1xf32>) -> tensor<2x4xf32>
  %y = aic.linear %x, %w, %b : (tensor<3x4xf32>, tensor<2x4xf32>, tensor<2xf32>) -> tensor<3x2xf32>
  return %y : tensor<3x2xf32>
}

// Attention reads a cache of bytes through views, where a device has bytes; one of columns with scales is made floats.
// CHECK-LABEL: @attention
// CHECK: %[[S:.*]] = aic.reshape %arg2 : (tensor<2x5x1xf32>) -> tensor<2x1x5x1xf32>
// CHECK: %[[V:.*]] = aic.reshape %arg1 : (tensor<2x5x4xi8>) -> tensor<2x1x5x4xi8>
// CHECK: %[[K:.*]] = aic.expand %[[V]] : (tensor<2x1x5x4xi8>) -> tensor<2x3x5x4xi8>
// CHECK: aic.quantised_attention %arg0, %[[K]], %{{.*}} k_scale %[[S]] {scale = 5.000000e-01 : f64} : (tensor<2x3x1x4xf32>, tensor<2x3x5x4xi8>, tensor<2x3x5x4xf32>, tensor<2x1x5x1xf32>)
// BOTH-LABEL: @attention
// BOTH: aic.attention
func.func @attention(%q: tensor<2x3x1x4xf32>, %k: tensor<2x5x4xi8>, %s: tensor<2x5x1xf32>, %t: tensor<1x1x4xf32>) -> tensor<2x3x1x4xf32> {
  %0 = aic.dequantize %k, %s : (tensor<2x5x4xi8>, tensor<2x5x1xf32>) -> tensor<2x5x4xf32>
  %1 = aic.reshape %0 : (tensor<2x5x4xf32>) -> tensor<2x1x5x4xf32>
  %2 = aic.expand %1 : (tensor<2x1x5x4xf32>) -> tensor<2x3x5x4xf32>
  %3 = aic.dequantize %k, %t : (tensor<2x5x4xi8>, tensor<1x1x4xf32>) -> tensor<2x5x4xf32>
  %4 = aic.reshape %3 : (tensor<2x5x4xf32>) -> tensor<2x1x5x4xf32>
  %5 = aic.expand %4 : (tensor<2x1x5x4xf32>) -> tensor<2x3x5x4xf32>
  %6 = aic.attention %q, %2, %5 {scale = 0.5 : f64} : (tensor<2x3x1x4xf32>, tensor<2x3x5x4xf32>, tensor<2x3x5x4xf32>) -> tensor<2x3x1x4xf32>
  return %6 : tensor<2x3x1x4xf32>
}

// A zero point goes into the numbers, which are then of 16 bits; one scale serves all.
// CHECK-LABEL: @zero_point
// CHECK: %[[Q:.*]] = aic.constant dense_resource<{{.*}}> : tensor<2x2xi16>
// CHECK: %[[Y:.*]] = aic.matmul %arg0, %[[Q]] : (tensor<3x2xf32>, tensor<2x2xi16>) -> tensor<3x2xf32>
// CHECK: %[[S:.*]] = aic.constant dense<5.000000e-01> : tensor<f32>
// CHECK: aic.mul %[[Y]], %[[S]]
func.func @zero_point(%x: tensor<3x2xf32>) -> tensor<3x2xf32> {
  %q = aic.constant dense<[[0, 200], [3, 255]]> : tensor<2x2xui8>
  %s = aic.constant dense<0.5> : tensor<1x1xf32>
  %z = aic.constant dense<100> : tensor<1x1xui8>
  %w = aic.dequantize %q, %s zero %z : (tensor<2x2xui8>, tensor<1x1xf32>, tensor<1x1xui8>) -> tensor<2x2xf32>
  %y = aic.matmul %x, %w : (tensor<3x2xf32>, tensor<2x2xf32>) -> tensor<3x2xf32>
  return %y : tensor<3x2xf32>
}

// Blocks along the inputs of a matmul, whose weight is turned; numbers that fit 4 bits lie in pairs.
// CHECK-LABEL: @blocks
// CHECK: aic.block_linear %arg0, %{{.*}}, %{{.*}} {bits = 4 : i64, block = 2 : i64} : (tensor<3x4xf32>, tensor<2x2xi8>, tensor<2x2xf16>) -> tensor<3x2xf32>
// REMARK: "matmul reads its weight as it is stored, i8[4, 2] in 8 bits, with a scale for each 2"
func.func @blocks(%x: tensor<3x4xf32>) -> tensor<3x2xf32> {
  %q = aic.constant dense<[[1, 2], [3, -4], [-5, 6], [7, -8]]> : tensor<4x2xi8>
  %s = aic.constant dense<[[0.5, 0.25], [1.0, 2.0]]> : tensor<2x2xf16>
  %w = aic.dequantize %q, %s {axis = 0 : i64, block = 2 : i64} : (tensor<4x2xi8>, tensor<2x2xf16>) -> tensor<4x2xf32>
  %y = aic.matmul %x, %w : (tensor<3x4xf32>, tensor<4x2xf32>) -> tensor<3x2xf32>
  return %y : tensor<3x2xf32>
}

// CHECK-LABEL: @embedding
// CHECK: %[[R:.*]] = aic.take %{{.*}}, %arg0 {dim = 0 : i64} : (tensor<2x4xi8>, tensor<3xi64>) -> tensor<3x4xi8>
// CHECK: %[[S:.*]] = aic.take %{{.*}}, %arg0 {dim = 0 : i64} : (tensor<2x1xf32>, tensor<3xi64>) -> tensor<3x1xf32>
// CHECK: %[[F:.*]] = aic.cast %[[R]] : (tensor<3x4xi8>) -> tensor<3x4xf32>
// CHECK: aic.mul %[[F]], %[[S]]
func.func @embedding(%ids: tensor<3xi64>) -> tensor<3x4xf32> {
  %q = aic.constant dense<[[1, 2, 3, -4], [-5, 6, 7, 8]]> : tensor<2x4xi8>
  %s = aic.constant dense<[[0.5], [0.25]]> : tensor<2x1xf32>
  %w = aic.dequantize %q, %s : (tensor<2x4xi8>, tensor<2x1xf32>) -> tensor<2x4xf32>
  %y = aic.embedding %ids, %w : (tensor<3xi64>, tensor<2x4xf32>) -> tensor<3x4xf32>
  return %y : tensor<3x4xf32>
}

// A scale for each input cannot stand behind the sums; blocks of one can.
// CHECK-LABEL: @along_inputs
// CHECK: aic.block_linear %arg0, %{{.*}}, %{{.*}} {bits = 4 : i64, block = 1 : i64}
func.func @along_inputs(%x: tensor<3x2xf32>) -> tensor<3x2xf32> {
  %q = aic.constant dense<[[1, 2], [3, -4]]> : tensor<2x2xi8>
  %s = aic.constant dense<[[0.5, 0.25]]> : tensor<1x2xf32>
  %w = aic.dequantize %q, %s : (tensor<2x2xi8>, tensor<1x2xf32>) -> tensor<2x2xf32>
  %y = aic.linear %x, %w : (tensor<3x2xf32>, tensor<2x2xf32>) -> tensor<3x2xf32>
  return %y : tensor<3x2xf32>
}

// CHECK-LABEL: @of_halves
// CHECK: aic.linear %arg0, %{{.*}} : (tensor<3x2xf32>, tensor<2x2xf32>) -> tensor<3x2xf32>
// REMARK: [Missed]{{.*}}"linear reads floats, not the i8[2, 2] that its weight is stored as: several outputs share a block's scale"
func.func @of_halves(%x: tensor<3x2xf32>) -> tensor<3x2xf32> {
  %q = aic.constant dense<[[1, 2], [3, -4]]> : tensor<2x2xi8>
  %s = aic.constant dense<[[0.5, 0.25]]> : tensor<1x2xf32>
  %w = aic.dequantize %q, %s {axis = 0 : i64, block = 2 : i64} : (tensor<2x2xi8>, tensor<1x2xf32>) -> tensor<2x2xf32>
  %y = aic.linear %x, %w : (tensor<3x2xf32>, tensor<2x2xf32>) -> tensor<3x2xf32>
  return %y : tensor<3x2xf32>
}

// Vulkan has no bytes: what is rounded, kept within their bounds and cast back stays floats.
// CHECK-LABEL: @bytes
// CHECK: aic.cast %{{.*}} : (tensor<2x3xf32>) -> tensor<2x3xui8>
// BOTH-LABEL: @bytes
// BOTH: %[[C:.*]] = aic.clamp
// BOTH: %[[T:.*]] = aic.transpose %[[C]] {{.*}} -> tensor<3x2xf32>
func.func @bytes(%x: tensor<2x3xf32>) -> (tensor<3x2xf32>, tensor<2x3xf32>) {
  %zero = aic.constant dense<3.0> : tensor<f32>
  %0 = aic.round %x : tensor<2x3xf32>
  %1 = aic.add %0, %zero : (tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xf32>
  %2 = aic.clamp %1 min 0.0 max 255.0 : tensor<2x3xf32>
  %3 = aic.cast %2 : (tensor<2x3xf32>) -> tensor<2x3xui8>
  %4 = aic.transpose %3 {perm = array<i64: 1, 0>} : (tensor<2x3xui8>) -> tensor<3x2xui8>
  %5 = aic.cast %4 : (tensor<3x2xui8>) -> tensor<3x2xf32>
  // Beyond the bounds a cast changes numbers.
  // BOTH: %[[W:.*]] = aic.clamp %{{.*}} max 2.560000e+02
  // BOTH: aic.cast %[[W]] : (tensor<2x3xf32>) -> tensor<2x3xui8>
  %6 = aic.clamp %0 min 0.0 max 256.0 : tensor<2x3xf32>
  %7 = aic.cast %6 : (tensor<2x3xf32>) -> tensor<2x3xui8>
  %8 = aic.cast %7 : (tensor<2x3xui8>) -> tensor<2x3xf32>
  // BOTH: return %[[T]], %{{.*}}
  return %5, %8 : tensor<3x2xf32>, tensor<2x3xf32>
}
