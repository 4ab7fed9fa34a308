// Weights of 16 bits beside f32 stay so where the target reads them, and are f32 on Vulkan.
// RUN: aic-opt --aic-widen-weights=targets=cpu %s | FileCheck --check-prefix=CPU %s
// RUN: aic-opt --aic-widen-weights=targets=cpu,vulkan %s | FileCheck %s
// RUN: aic-opt --aic-widen-weights=targets=vulkan --remark-format=emitRemark --remarks-filter='.*' %s -o /dev/null 2>&1 | FileCheck --check-prefix=REMARK %s

// CPU-LABEL: @f
// CPU: aic.embedding %arg1, %{{.*}} : (tensor<3xi64>, tensor<2x4xf16>) -> tensor<3x4xf16>
// CPU: aic.linear %{{.*}} : (tensor<3x4xf32>, tensor<2x4xbf16>) -> tensor<3x2xf32>
// CHECK-LABEL: @f
// CHECK: %[[T:.*]] = aic.constant dense<{{.*}}> : tensor<2x4xf32>
// CHECK-NEXT: %[[E:.*]] = aic.embedding %arg1, %[[T]] : (tensor<3xi64>, tensor<2x4xf32>) -> tensor<3x4xf32>
// CHECK-NOT: aic.cast
// CHECK: %[[W:.*]] = aic.constant dense<{{.*}}1.000000e+00, 2.000000e+00, 3.000000e+00, 4.000000e+00{{.*}}> : tensor<2x4xf32>
// CHECK: aic.linear %[[E]], %[[W]] : (tensor<3x4xf32>, tensor<2x4xf32>) -> tensor<3x2xf32>
// REMARK: embedding reads floats, not the f16[2, 4] that its weight is stored as: on Vulkan embedding on f16 tensors in memory: this device works on f32 and i32
func.func @f(%x: tensor<3x4xf32>, %ids: tensor<3xi64>) -> tensor<3x2xf32> {
  %t = aic.constant dense<[[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0]]> : tensor<2x4xf16>
  %w = aic.constant dense<[[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 9.0]]> : tensor<2x4xbf16>
  %0 = aic.embedding %ids, %t : (tensor<3xi64>, tensor<2x4xf16>) -> tensor<3x4xf16>
  %1 = aic.cast %0 : (tensor<3x4xf16>) -> tensor<3x4xf32>
  %2 = aic.linear %1, %w : (tensor<3x4xf32>, tensor<2x4xbf16>) -> tensor<3x2xf32>
  return %2 : tensor<3x2xf32>
}

// Of one type, and computed in it: nothing to widen.
// CHECK-LABEL: @same
// CHECK: aic.linear %{{.*}} : (tensor<3x4xbf16>, tensor<2x4xbf16>) -> tensor<3x2xbf16>
func.func @same(%x: tensor<3x4xbf16>) -> tensor<3x2xbf16> {
  %w = aic.constant dense<[[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 9.0]]> : tensor<2x4xbf16>
  %0 = aic.linear %x, %w : (tensor<3x4xbf16>, tensor<2x4xbf16>) -> tensor<3x2xbf16>
  return %0 : tensor<3x2xbf16>
}
