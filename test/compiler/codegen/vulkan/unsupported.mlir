// RUN: not aic-opt --aic-fusion-pipeline --aic-vulkan-fit %s 2>&1 | FileCheck %s

// CHECK: unsupported.mlir:[[@LINE+5]]:8: error: unsupported on Vulkan: relu on f64 tensors in memory: this device works on f32 and i32
// CHECK: unsupported.mlir:[[@LINE+5]]:8: error: unsupported on Vulkan: neg on i16 tensors in memory: this device works on f32 and i32
// CHECK: unsupported.mlir:[[@LINE+1]]:52: error: unsupported on Vulkan: a copy of an input on i16 tensors in memory: this device works on f32 and i32
func.func @f(%x: tensor<4xf64>, %y: tensor<4xi64>, %z: tensor<4xi16>) -> (tensor<4xf64>, tensor<4xi64>, tensor<4xi16>, tensor<4xi16>) {

  %0 = aic.relu %x : tensor<4xf64>
  %1 = aic.neg %z : tensor<4xi16>
  %2 = aic.neg %y : tensor<4xi64>
  return %0, %2, %1, %z : tensor<4xf64>, tensor<4xi64>, tensor<4xi16>, tensor<4xi16>
}
