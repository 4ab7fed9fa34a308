// Products of 8-bit integers where a device has no kernel of integers for them: as exact, of floats.
// RUN: aic-opt --aic-decompose-integer-products="targets=cpu" %s | FileCheck %s
// RUN: aic-opt --aic-decompose-integer-products="targets=vulkan" %s | FileCheck --check-prefix=VULKAN %s
// RUN: aic-opt --aic-decompose-integer-products="targets=vulkan" --remark-format=emitRemark --remarks-filter='.*' %s -o /dev/null 2>&1 | FileCheck --check-prefix=REMARK %s

// CHECK-LABEL: @linear
// CHECK: aic.linear %arg0, %{{.*}}, %{{.*}} : (tensor<3x4xui8>, tensor<2x4xi8>, tensor<2xi32>) -> tensor<3x2xi32>
// VULKAN-LABEL: @linear
// VULKAN: %[[X:.*]] = aic.cast %arg0 : (tensor<3x4xui8>) -> tensor<3x4xf32>
// VULKAN: %[[W:.*]] = aic.constant dense<{{.*}}1.000000e+00, -2.000000e+00, 3.000000e+00, -4.000000e+00
// VULKAN: %[[Y:.*]] = aic.linear %[[X]], %[[W]] : (tensor<3x4xf32>, tensor<2x4xf32>) -> tensor<3x2xf32>
// VULKAN: %[[I:.*]] = aic.cast %[[Y]] : (tensor<3x2xf32>) -> tensor<3x2xi32>
// VULKAN: aic.add %[[I]], %{{.*}} : (tensor<3x2xi32>, tensor<2xi32>) -> tensor<3x2xi32>
// REMARK: linear of integers is one of floats, as exact: on Vulkan
func.func @linear(%x: tensor<3x4xui8>) -> tensor<3x2xi32> {
  %w = aic.constant dense<[[1, -2, 3, -4], [5, 6, 7, 8]]> : tensor<2x4xi8>
  %b = aic.constant dense<[100, -100]> : tensor<2xi32>
  %y = aic.linear %x, %w, %b : (tensor<3x4xui8>, tensor<2x4xi8>, tensor<2xi32>) -> tensor<3x2xi32>
  return %y : tensor<3x2xi32>
}

// A weight that the run computes has no kernel of integers; 515 products are too many for one sum of f32.
// CHECK-LABEL: @matmul
// CHECK: %[[W:.*]] = aic.cast %arg1
// CHECK: %[[H:.*]] = aic.floor
// CHECK: aic.matmul %{{.*}}, %[[H]] : (tensor<2x3x515xf32>, tensor<515x2xf32>) -> tensor<2x3x2xf32>
// CHECK: %[[L:.*]] = aic.sub %{{.*}}, %{{.*}}
// CHECK: aic.matmul %{{.*}}, %[[L]]
// CHECK: aic.mul %{{.*}} : (tensor<2x3x2xi32>, tensor<i32>) -> tensor<2x3x2xi32>
// CHECK: aic.add
func.func @matmul(%a: tensor<2x3x515xi8>, %b: tensor<515x2xi8>) -> tensor<2x3x2xi32> {
  %y = aic.matmul %a, %b : (tensor<2x3x515xi8>, tensor<515x2xi8>) -> tensor<2x3x2xi32>
  return %y : tensor<2x3x2xi32>
}

// Beyond 4386 the sum is one of parts.
// CHECK-LABEL: @long
// CHECK-COUNT-4: aic.matmul
// CHECK-NOT: aic.matmul
func.func @long(%a: tensor<3x4387xui8>, %b: tensor<4387x2xi8>) -> tensor<3x2xi32> {
  %y = aic.matmul %a, %b : (tensor<3x4387xui8>, tensor<4387x2xi8>) -> tensor<3x2xi32>
  return %y : tensor<3x2xi32>
}

// CHECK-LABEL: @conv
// CHECK: aic.conv2d %arg0, %{{.*}} : (tensor<1x4x5x5xui8>, tensor<2x4x3x3xi8>) -> tensor<1x2x3x3xi32>
// CHECK: aic.conv2d %arg0, %{{.*}} {groups = 2 : i64} : (tensor<1x4x5x5xui8>, tensor<2x2x3x3xi8>) -> tensor<1x2x3x3xi32>
// CHECK: %[[X:.*]] = aic.cast %arg0
// CHECK: aic.conv2d %[[X]], %{{.*}} {groups = 2 : i64, padding = array<i64: 1, 1, 1, 1>} : (tensor<1x4x5x5xf32>, tensor<2x2x3x3xf32>) -> tensor<1x2x5x5xf32>
func.func @conv(%x: tensor<1x4x5x5xui8>) -> (tensor<1x2x3x3xi32>, tensor<1x2x3x3xi32>, tensor<1x2x5x5xi32>) {
  %w = aic.constant dense<3> : tensor<2x4x3x3xi8>
  %v = aic.constant dense<3> : tensor<2x2x3x3xi8>
  %y = aic.conv2d %x, %w : (tensor<1x4x5x5xui8>, tensor<2x4x3x3xi8>) -> tensor<1x2x3x3xi32>
  %z = aic.conv2d %x, %v {groups = 2 : i64} : (tensor<1x4x5x5xui8>, tensor<2x2x3x3xi8>) -> tensor<1x2x3x3xi32>
  %padded = aic.conv2d %x, %v {groups = 2 : i64, padding = array<i64: 1, 1, 1, 1>} : (tensor<1x4x5x5xui8>, tensor<2x2x3x3xi8>) -> tensor<1x2x5x5xi32>
  return %y, %z, %padded : tensor<1x2x3x3xi32>, tensor<1x2x3x3xi32>, tensor<1x2x5x5xi32>
}
