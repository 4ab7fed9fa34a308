// What rules for gradients make stays for the CPU but for f64, and becomes operations that Vulkan has.
// RUN: aic-opt "--aic-decompose-gradients=targets=cpu" %s | FileCheck %s --check-prefixes=CHECK,CPU
// RUN: aic-opt "--aic-decompose-gradients=targets=cpu,vulkan" %s | FileCheck %s --check-prefixes=CHECK,BOTH

// CHECK-LABEL: @weight
// CPU: aic.conv2d_weight_gradient
// BOTH-NOT: aic.conv2d_weight_gradient
// BOTH: aic.conv2d %{{.*}}, %{{.*}} {dilation = array<i64: 2, 1>, padding = array<i64: 1, 0, 1, 0>} : (tensor<3x2x9x7xf32>, tensor<5x2x5x5xf32>) -> tensor<3x5x3x3xf32>
// BOTH: aic.transpose {{.*}} -> tensor<5x3x3x3xf32>
// CHECK: return
func.func @weight(%x: tensor<2x3x9x7xf32>, %g: tensor<2x5x5x5xf32>) -> tensor<5x3x3x3xf32> {
  %0 = aic.conv2d_weight_gradient %x, %g {kernel = array<i64: 3, 3>, padding = array<i64: 1, 0, 1, 0>, stride = array<i64: 2, 1>}
    : (tensor<2x3x9x7xf32>, tensor<2x5x5x5xf32>) -> tensor<5x3x3x3xf32>
  return %0 : tensor<5x3x3x3xf32>
}

// CHECK-LABEL: @linear
// CPU: aic.conv2d_weight_gradient
// BOTH: aic.transpose %{{.*}} {perm = array<i64: 1, 0>}
// BOTH: aic.matmul {{.*}} (tensor<5x7xf32>, tensor<7x3xf32>) -> tensor<5x3xf32>
// CHECK: return
func.func @linear(%x: tensor<7x3xf32>, %g: tensor<7x5xf32>) -> tensor<5x3xf32> {
  %0 = aic.conv2d_weight_gradient %x, %g {kernel = array<i64: 1, 1>} : (tensor<7x3xf32>, tensor<7x5xf32>) -> tensor<5x3xf32>
  return %0 : tensor<5x3xf32>
}

// CHECK-LABEL: @doubles
// CHECK-NOT: aic.conv2d_weight_gradient
// CHECK: aic.conv2d
// CHECK: return
func.func @doubles(%x: tensor<2x3x9x7xf64>, %g: tensor<2x5x7x5xf64>) -> tensor<5x3x3x3xf64> {
  %0 = aic.conv2d_weight_gradient %x, %g {kernel = array<i64: 3, 3>}
    : (tensor<2x3x9x7xf64>, tensor<2x5x7x5xf64>) -> tensor<5x3x3x3xf64>
  return %0 : tensor<5x3x3x3xf64>
}

// CHECK-LABEL: @pool
// CPU: aic.max_pool2d_gradient
// BOTH-NOT: aic.max_pool2d_gradient
// BOTH: aic.max_pool2d
// BOTH-COUNT-4: aic.compare lt
// CHECK: return
func.func @pool(%x: tensor<2x3x8x6xf32>, %g: tensor<2x3x4x3xf32>) -> tensor<2x3x8x6xf32> {
  %0 = aic.max_pool2d_gradient %x, %g {kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>}
    : (tensor<2x3x8x6xf32>, tensor<2x3x4x3xf32>) -> tensor<2x3x8x6xf32>
  return %0 : tensor<2x3x8x6xf32>
}
