// RUN: aic-opt --split-input-file --aic-fusion-pipeline --aic-vulkan-fit --aic-vulkan-schedule %s | FileCheck %s --check-prefix=PLAN
// RUN: aic-opt --split-input-file --aic-fusion-pipeline --aic-vulkan-fit --aic-vulkan-schedule --aic-vulkan-emit %s | FileCheck %s

// A new key's heads go to their place in the state, four elements an invocation: 2 x 3 x 16 are 24 fours. The place is looked at
// before anything is written, and nothing of what the state holds is read.
// PLAN: schedule.kernel @update_slice_2x3x8x16 family("slice") workgroups(1) tiling {floor = {local_size = 64 : i64, workgroups = 1 : i64}}
// PLAN: %[[K:.*]] = schedule.state_buffer @keys : memref<2x3x8x16xf32>
// PLAN: schedule.dispatch @update_slice_2x3x8x16(%{{.*}}, %[[K]], %{{.*}}) -> (%[[K]])
// CHECK: gpu.module @update_slice_2x3x8x16__floor attributes {aic.reports
// CHECK: gpu.func @main(%[[V:[^:]*]]: memref<24xvector<4xf32>,
// CHECK-SAME: %{{[^:]*}}: memref<768xf32,
// CHECK-SAME: %[[P:[^:]*]]: memref<1xi32,
// CHECK-SAME: %[[S:[^:]*]]: memref<192xvector<4xf32>,
// CHECK-SAME: %[[WORD:[^:]*]]: memref<1xi32,
// CHECK: %[[START:.*]] = memref.load %[[P]]
// CHECK: %[[AT:.*]] = arith.index_cast %[[START]] : i32 to index
// CHECK: memref.atomic_rmw maxu %{{.*}}, %[[WORD]]
// CHECK: %[[GOOD:.*]] = arith.cmpi ult, %[[AT]], %{{.*}} : index
// CHECK-NEXT: scf.if %[[GOOD]] {
// CHECK-NOT: memref.load
// CHECK: %[[X:.*]] = memref.load %[[V]]
// CHECK-NOT: memref.load
// CHECK: memref.store %[[X]], %[[S]]
// CHECK-NOT: memref.{{load|store}}
// CHECK: gpu.return
aic.state @keys : tensor<2x3x8x16xf32> = dense<0.0> : tensor<2x3x8x16xf32>
func.func @step(%y: tensor<2x1x48xf32>, %p: tensor<i64>, %x: tensor<2x3x8x16xf32> {aic.state = @keys})
    -> (tensor<2x3x8x16xf32> {aic.state = @keys}) {
  %0 = aic.reshape %y : (tensor<2x1x48xf32>) -> tensor<2x1x3x16xf32>
  %1 = aic.transpose %0 {perm = array<i64: 0, 2, 1, 3>} : (tensor<2x1x3x16xf32>) -> tensor<2x3x1x16xf32>
  %2 = aic.update_slice %1 into %x at %p {dim = 2 : i64} : (tensor<2x3x1x16xf32>, tensor<2x3x8x16xf32>, tensor<i64>) -> tensor<2x3x8x16xf32>
  return %2 : tensor<2x3x8x16xf32>
}

// -----

// No values: they are no binding, and the place is looked at all the same. Bools are i32.
// PLAN: schedule.state @s : memref<4xi32>
// PLAN: schedule.kernel @update_slice_4 family("slice")
// PLAN-NEXT: ^bb0(%{{.*}}: tensor<4xi32>, %{{.*}}: tensor<i32>):
// PLAN: %[[P:.*]] = schedule.input 1
// PLAN: %[[S:.*]] = schedule.state_buffer @s
// PLAN: schedule.dispatch @update_slice_4(%[[S]], %[[P]]) -> (%[[S]])
// CHECK: gpu.module @update_slice_4__floor attributes {aic.reports
// CHECK: memref.atomic_rmw
// CHECK-NOT: memref.store
// CHECK: gpu.return
aic.state @s : tensor<4xi1> = dense<true> : tensor<4xi1>
func.func @nothing(%v: tensor<0xi1>, %p: tensor<i64>, %x: tensor<4xi1> {aic.state = @s}) -> (tensor<4xi1> {aic.state = @s}) {
  %0 = aic.update_slice %v into %x at %p {dim = 0 : i64} : (tensor<0xi1>, tensor<4xi1>, tensor<i64>) -> tensor<4xi1>
  return %0 : tensor<4xi1>
}

// -----

// A constant that is nothing goes, where it is one of several arguments: the place keeps being one.
// PLAN: schedule.kernel @update_slice_4 family("slice") constants [1]
// PLAN-NEXT: ^bb0(%{{.*}}: tensor<4xf32>, %{{.*}}: tensor<i32>):
aic.state @s : tensor<4xf32> = dense<1.0> : tensor<4xf32>
func.func @constants(%x: tensor<4xf32> {aic.state = @s}) -> (tensor<4xf32> {aic.state = @s}) {
  %v = aic.constant dense<> : tensor<0xf32>
  %p = aic.constant dense<4> : tensor<i64>
  %0 = aic.update_slice %v into %x at %p {dim = 0 : i64} : (tensor<0xf32>, tensor<4xf32>, tensor<i64>) -> tensor<4xf32>
  return %0 : tensor<4xf32>
}

// -----

// Rows of 5 are no fours: 3 x 2 x 5 elements.
// CHECK: gpu.module @narrow_3x2x5__floor attributes {aic.reports
// CHECK-NOT: vector<4xf32>
// CHECK: scf.if
// CHECK: %[[X:.*]] = memref.load %{{.*}} : memref<105xf32
// CHECK: memref.store %[[X]], %{{.*}} : memref<30xf32
func.func @read(%x: tensor<3x7x5xf32>, %p: tensor<i32>) -> tensor<3x2x5xf32> {
  %0 = aic.narrow %x at %p {dim = 1 : i64, size = 2 : i64} : (tensor<3x7x5xf32>, tensor<i32>) -> tensor<3x2x5xf32>
  return %0 : tensor<3x2x5xf32>
}
