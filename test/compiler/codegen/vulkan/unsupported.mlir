// RUN: not vulkan-emit %s 2>&1 | FileCheck %s

// CHECK: unsupported.mlir":[[@LINE+4]]:8): error: unsupported on Vulkan: relu on f64 tensors in memory: this device works on f32 and i32
// CHECK: unsupported.mlir":[[@LINE+4]]:8): error: unsupported on Vulkan: compare on bool tensors in memory: this device works on f32 and i32
func.func @f(%x: tensor<4xf64>, %y: tensor<4xf32>) -> (tensor<4xf64>, tensor<4xi1>) {

  %0 = aic.relu %x : tensor<4xf64>
  %1 = aic.compare lt %y, %y : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xi1>
  return %0, %1 : tensor<4xf64>, tensor<4xi1>
}
