// RUN: not aic-opt --split-input-file --aic-fusion-pipeline --aic-vulkan-fit %s 2>&1 | FileCheck %s

// CHECK: unsupported.mlir:[[@LINE+5]]:8: error: unsupported on Vulkan: relu on f64 tensors in memory: this device works on f32 and i32
// CHECK: unsupported.mlir:[[@LINE+5]]:8: error: unsupported on Vulkan: neg on i16 tensors in memory: this device works on f32 and i32
// CHECK: unsupported.mlir:[[@LINE+1]]:52: error: unsupported on Vulkan: a copy of an input on i16 tensors in memory: this device works on f32 and i32
func.func @f(%x: tensor<4xf64>, %y: tensor<4xi64>, %z: tensor<4xi16>) -> (tensor<4xf64>, tensor<4xi64>, tensor<4xi16>, tensor<4xi16>) {

  %0 = aic.relu %x : tensor<4xf64>
  %1 = aic.neg %z : tensor<4xi16>
  %2 = aic.neg %y : tensor<4xi64>
  return %0, %2, %1, %z : tensor<4xf64>, tensor<4xi64>, tensor<4xi16>, tensor<4xi16>
}

// -----

// States lie in memory, and an update is one of its operations; only of an update's values there may be none.
// CHECK: unsupported.mlir:[[@LINE+9]]:8: error: unsupported on Vulkan: update_slice on f64 tensors in memory: this device works on f32 and i32
// CHECK: unsupported.mlir:[[@LINE+9]]:8: error: unsupported on Vulkan: narrow on an empty tensor
// CHECK-NOT: error: unsupported
// CHECK: unsupported.mlir:[[@LINE+3]]:1: error: unsupported on Vulkan: a state on f64 tensors in memory: this device works on f32 and i32
// CHECK: unsupported.mlir:[[@LINE+3]]:1: error: unsupported on Vulkan: a state on an empty tensor
// CHECK-NOT: error: unsupported
aic.state @a : tensor<4xf64> = dense<0.0> : tensor<4xf64>
aic.state @b : tensor<0xf32> = dense<0.0> : tensor<0xf32>
func.func @states(%v: tensor<1xf64>, %n: tensor<0xf32>, %p: tensor<i64>, %x: tensor<9xf32>, %a: tensor<4xf64> {aic.state = @a}) -> (tensor<9xf32>, tensor<0xf32>, tensor<4xf64> {aic.state = @a}) {
  %0 = aic.update_slice %v into %a at %p {dim = 0 : i64} : (tensor<1xf64>, tensor<4xf64>, tensor<i64>) -> tensor<4xf64>
  %1 = aic.narrow %x at %p {dim = 0 : i64, size = 0 : i64} : (tensor<9xf32>, tensor<i64>) -> tensor<0xf32>
  %2 = aic.update_slice %n into %x at %p {dim = 0 : i64} : (tensor<0xf32>, tensor<9xf32>, tensor<i64>) -> tensor<9xf32>
  return %2, %1, %0 : tensor<9xf32>, tensor<0xf32>, tensor<4xf64>
}
