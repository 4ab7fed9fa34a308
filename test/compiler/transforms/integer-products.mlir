// Products and convolutions of two quantised tensors are ones of integers, whose sums are scaled.
// RUN: aic-opt --aic-read-quantised="targets=cpu" %s | FileCheck %s
// RUN: aic-opt --aic-read-quantised="targets=vulkan" --aic-decompose-dequantize %s | FileCheck --check-prefix=VULKAN %s
// RUN: aic-opt --aic-read-quantised="targets=cpu" --remark-format=emitRemark --remarks-filter='.*' %s -o /dev/null 2>&1 | FileCheck --check-prefix=REMARK %s

// The padding is the zero point, 3, which goes into the sums: 1 * 9 of output 0, 2 * 9 of output 1, times -3. The bias is
// 8 and 16 of their scales, 0.5 * 0.25.
// CHECK-LABEL: @conv
// CHECK: %[[W:.*]] = aic.constant dense_resource<{{.*}}> : tensor<2x1x3x3xi8>
// CHECK: %[[B:.*]] = aic.constant dense<[-19, -38]> : tensor<2xi32>
// CHECK: %[[P:.*]] = aic.pad %arg0 {high = array<i64: 0, 1, 1, 0>, low = array<i64: 0, 1, 1, 0>, value = 3.000000e+00 : f64} : (tensor<1x4x4x1xui8>) -> tensor<1x6x6x1xui8>
// CHECK: %[[Y:.*]] = aic.conv2d %[[P]], %[[W]], %[[B]] {layout = #aic.layout<nhwc>} : (tensor<1x6x6x1xui8>, tensor<2x1x3x3xi8>, tensor<2xi32>) -> tensor<1x4x4x2xi32>
// CHECK: %[[F:.*]] = aic.cast %[[Y]]
// CHECK: %[[S:.*]] = aic.constant dense<1.250000e-01> : tensor<f32>
// CHECK: %[[R:.*]] = aic.mul %[[F]], %[[S]] : (tensor<1x4x4x2xf32>, tensor<f32>) -> tensor<1x4x4x2xf32>
// CHECK: return %[[R]]
// REMARK: "conv2d of quantised tensors is one of integers"
// VULKAN-LABEL: @conv
// VULKAN: aic.conv2d %{{.*}}, %{{.*}}, %{{.*}} {layout = #aic.layout<nhwc>, padding = array<i64: 1, 1, 1, 1>} : (tensor<1x4x4x1xf32>, tensor<2x1x3x3xf32>, tensor<2xf32>) -> tensor<1x4x4x2xf32>
func.func @conv(%q: tensor<1x4x4x1xui8>) -> tensor<1x4x4x2xf32> {
  %scale = aic.constant dense<0.5> : tensor<f32>
  %zero = aic.constant dense<3.0> : tensor<f32>
  %0 = aic.cast %q : (tensor<1x4x4x1xui8>) -> tensor<1x4x4x1xf32>
  %1 = aic.sub %0, %zero : (tensor<1x4x4x1xf32>, tensor<f32>) -> tensor<1x4x4x1xf32>
  %x = aic.mul %1, %scale : (tensor<1x4x4x1xf32>, tensor<f32>) -> tensor<1x4x4x1xf32>
  %n = aic.constant dense<[[[[1, 1, 1], [1, 1, 1], [1, 1, 1]]], [[[2, 2, 2], [2, 2, 2], [2, 2, 2]]]]> : tensor<2x1x3x3xi8>
  %s = aic.constant dense<0.25> : tensor<1x1x1x1xf32>
  %w = aic.dequantize %n, %s : (tensor<2x1x3x3xi8>, tensor<1x1x1x1xf32>) -> tensor<2x1x3x3xf32>
  %b = aic.constant dense<[1.0, 2.0]> : tensor<2xf32>
  %y = aic.conv2d %x, %w, %b {layout = #aic.layout<nhwc>, padding = array<i64: 1, 1, 1, 1>} : (tensor<1x4x4x1xf32>, tensor<2x1x3x3xf32>, tensor<2xf32>) -> tensor<1x4x4x2xf32>
  return %y : tensor<1x4x4x2xf32>
}

// A bias that is no whole number of the scale is added to the scaled sums; a matmul becomes a linear.
// CHECK-LABEL: @matmul
// CHECK: %[[Y:.*]] = aic.linear %arg0, %{{.*}} : (tensor<3x2xi8>, tensor<2x2xi8>) -> tensor<3x2xi32>
// CHECK: %[[F:.*]] = aic.cast %[[Y]] : (tensor<3x2xi32>) -> tensor<3x2xf32>
// CHECK: %[[S:.*]] = aic.constant dense<[2.500000e-01, 5.000000e-01]> : tensor<2xf32>
// CHECK: aic.mul %[[F]], %[[S]]
func.func @matmul(%q: tensor<3x2xi8>) -> tensor<3x2xf32> {
  %scale = aic.constant dense<0.5> : tensor<f32>
  %0 = aic.cast %q : (tensor<3x2xi8>) -> tensor<3x2xf32>
  %x = aic.mul %0, %scale : (tensor<3x2xf32>, tensor<f32>) -> tensor<3x2xf32>
  %n = aic.constant dense<[[1, 2], [3, -4]]> : tensor<2x2xi8>
  %s = aic.constant dense<[[0.5, 1.0]]> : tensor<1x2xf32>
  %w = aic.dequantize %n, %s : (tensor<2x2xi8>, tensor<1x2xf32>) -> tensor<2x2xf32>
  %y = aic.matmul %x, %w : (tensor<3x2xf32>, tensor<2x2xf32>) -> tensor<3x2xf32>
  return %y : tensor<3x2xf32>
}

// CHECK-LABEL: @fractional_bias
// CHECK: %[[Y:.*]] = aic.linear %arg0, %{{.*}} : (tensor<3x2xi8>, tensor<2x2xi8>) -> tensor<3x2xi32>
// CHECK: %[[M:.*]] = aic.mul
// CHECK: aic.add %[[M]], %{{.*}} : (tensor<3x2xf32>, tensor<2xf32>) -> tensor<3x2xf32>
func.func @fractional_bias(%q: tensor<3x2xi8>) -> tensor<3x2xf32> {
  %scale = aic.constant dense<0.5> : tensor<f32>
  %0 = aic.cast %q : (tensor<3x2xi8>) -> tensor<3x2xf32>
  %x = aic.mul %0, %scale : (tensor<3x2xf32>, tensor<f32>) -> tensor<3x2xf32>
  %n = aic.constant dense<[[1, 2], [3, -4]]> : tensor<2x2xi8>
  %s = aic.constant dense<1.0> : tensor<1x1xf32>
  %w = aic.dequantize %n, %s : (tensor<2x2xi8>, tensor<1x1xf32>) -> tensor<2x2xf32>
  %b = aic.constant dense<[0.3, 2.0]> : tensor<2xf32>
  %y = aic.linear %x, %w, %b : (tensor<3x2xf32>, tensor<2x2xf32>, tensor<2xf32>) -> tensor<3x2xf32>
  return %y : tensor<3x2xf32>
}

// Between the two there may be a transpose: of bytes then.
// CHECK-LABEL: @moved
// CHECK: %[[T:.*]] = aic.transpose %arg0 {perm = array<i64: 1, 0>} : (tensor<2x3xi8>) -> tensor<3x2xi8>
// CHECK: aic.linear %[[T]], %{{.*}} : (tensor<3x2xi8>, tensor<2x2xi8>) -> tensor<3x2xi32>
func.func @moved(%q: tensor<2x3xi8>) -> tensor<3x2xf32> {
  %scale = aic.constant dense<0.5> : tensor<f32>
  %0 = aic.cast %q : (tensor<2x3xi8>) -> tensor<2x3xf32>
  %1 = aic.mul %0, %scale : (tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xf32>
  %x = aic.transpose %1 {perm = array<i64: 1, 0>} : (tensor<2x3xf32>) -> tensor<3x2xf32>
  %n = aic.constant dense<[[1, 2], [3, -4]]> : tensor<2x2xi8>
  %s = aic.constant dense<1.0> : tensor<1x1xf32>
  %w = aic.dequantize %n, %s : (tensor<2x2xi8>, tensor<1x1xf32>) -> tensor<2x2xf32>
  %y = aic.linear %x, %w : (tensor<3x2xf32>, tensor<2x2xf32>) -> tensor<3x2xf32>
  return %y : tensor<3x2xf32>
}

// Depthwise convolutions pad with zeros by themselves, which is right where those are the zero point.
// CHECK-LABEL: @depthwise
// CHECK: aic.conv2d %arg0, {{.*}} {groups = 2 : i64, layout = #aic.layout<nhwc>, padding = array<i64: 0, 1, 0, 1>} : (tensor<1x4x4x2xui8>, tensor<2x1x1x3xi8>) -> tensor<1x4x4x2xi32>
// CHECK-LABEL: @depthwise_zero_point
// CHECK: %[[P:.*]] = aic.pad %arg0 {high = array<i64: 0, 0, 1, 0>, low = array<i64: 0, 0, 1, 0>, value = 5.000000e+00 : f64}
// CHECK: aic.conv2d %[[P]], {{.*}} {groups = 2 : i64, layout = #aic.layout<nhwc>} : (tensor<1x4x6x2xui8>, tensor<2x1x1x3xi8>, tensor<2xi32>) -> tensor<1x4x4x2xi32>
func.func @depthwise(%q: tensor<1x4x4x2xui8>) -> tensor<1x4x4x2xf32> {
  %scale = aic.constant dense<0.5> : tensor<f32>
  %0 = aic.cast %q : (tensor<1x4x4x2xui8>) -> tensor<1x4x4x2xf32>
  %x = aic.mul %0, %scale : (tensor<1x4x4x2xf32>, tensor<f32>) -> tensor<1x4x4x2xf32>
  %n = aic.constant dense<[[[[1, 2, 3]]], [[[2, 3, 4]]]]> : tensor<2x1x1x3xi8>
  %s = aic.constant dense<0.25> : tensor<1x1x1x1xf32>
  %w = aic.dequantize %n, %s : (tensor<2x1x1x3xi8>, tensor<1x1x1x1xf32>) -> tensor<2x1x1x3xf32>
  %y = aic.conv2d %x, %w {layout = #aic.layout<nhwc>, groups = 2 : i64, padding = array<i64: 0, 1, 0, 1>} : (tensor<1x4x4x2xf32>, tensor<2x1x1x3xf32>) -> tensor<1x4x4x2xf32>
  return %y : tensor<1x4x4x2xf32>
}
func.func @depthwise_zero_point(%q: tensor<1x4x4x2xui8>) -> tensor<1x4x4x2xf32> {
  %scale = aic.constant dense<0.5> : tensor<f32>
  %zero = aic.constant dense<5.0> : tensor<f32>
  %0 = aic.cast %q : (tensor<1x4x4x2xui8>) -> tensor<1x4x4x2xf32>
  %1 = aic.sub %0, %zero : (tensor<1x4x4x2xf32>, tensor<f32>) -> tensor<1x4x4x2xf32>
  %x = aic.mul %1, %scale : (tensor<1x4x4x2xf32>, tensor<f32>) -> tensor<1x4x4x2xf32>
  %n = aic.constant dense<[[[[1, 2, 3]]], [[[2, 3, 4]]]]> : tensor<2x1x1x3xi8>
  %s = aic.constant dense<0.25> : tensor<1x1x1x1xf32>
  %w = aic.dequantize %n, %s : (tensor<2x1x1x3xi8>, tensor<1x1x1x1xf32>) -> tensor<2x1x1x3xf32>
  %y = aic.conv2d %x, %w {layout = #aic.layout<nhwc>, groups = 2 : i64, padding = array<i64: 0, 1, 0, 1>} : (tensor<1x4x4x2xf32>, tensor<2x1x1x3xf32>) -> tensor<1x4x4x2xf32>
  return %y : tensor<1x4x4x2xf32>
}

// Groups of several channels.
// CHECK-LABEL: @grouped
// CHECK: aic.conv2d %arg0, {{.*}} {groups = 2 : i64, layout = #aic.layout<nhwc>} : (tensor<1x4x4x2xui8>, tensor<4x1x1x1xi8>) -> tensor<1x4x4x4xi32>
func.func @grouped(%q: tensor<1x4x4x2xui8>) -> tensor<1x4x4x4xf32> {
  %scale = aic.constant dense<0.5> : tensor<f32>
  %0 = aic.cast %q : (tensor<1x4x4x2xui8>) -> tensor<1x4x4x2xf32>
  %x = aic.mul %0, %scale : (tensor<1x4x4x2xf32>, tensor<f32>) -> tensor<1x4x4x2xf32>
  %n = aic.constant dense<[[[[1]]], [[[2]]], [[[3]]], [[[4]]]]> : tensor<4x1x1x1xi8>
  %s = aic.constant dense<0.25> : tensor<1x1x1x1xf32>
  %w = aic.dequantize %n, %s : (tensor<4x1x1x1xi8>, tensor<1x1x1x1xf32>) -> tensor<4x1x1x1xf32>
  %y = aic.conv2d %x, %w {layout = #aic.layout<nhwc>, groups = 2 : i64} : (tensor<1x4x4x2xf32>, tensor<4x1x1x1xf32>) -> tensor<1x4x4x4xf32>
  return %y : tensor<1x4x4x4xf32>
}
