// RUN: aic-opt --aic-fusion-pipeline --aic-vulkan-fit --aic-vulkan-schedule --aic-vulkan-emit %s | FileCheck %s

// 5 columns are no fours: one invocation an element, views of elements alone, and the last workgroup is guarded.
// CHECK: gpu.module @relu_7x5__floor
// CHECK: gpu.func @main(%{{[^:]*}}: memref<35xf32, #spirv.storage_class<StorageBuffer>>
// CHECK-SAME: spirv.interface_var_abi = #spirv.interface_var_abi<(0, 0)>
// CHECK-SAME: memref<35xf32, #spirv.storage_class<StorageBuffer>>
// CHECK-SAME: spirv.interface_var_abi = #spirv.interface_var_abi<(0, 1)>
// CHECK-NOT: vector<4xf32>
// CHECK: %[[INSIDE:.*]] = arith.cmpi slt, %{{.*}}, %{{.*}} : index
// CHECK-NEXT: scf.if %[[INSIDE]]
func.func @f(%x: tensor<7x5xf32>) -> tensor<7x5xf32> {
  %0 = aic.relu %x : tensor<7x5xf32>
  return %0 : tensor<7x5xf32>
}
