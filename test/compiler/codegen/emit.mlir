// Kernels as functions of loops and vectors.
// RUN: aic-opt --pass-pipeline='builtin.module(aic-cpu-tiles{target-cpu=x86-64-v3},aic-cpu-emit{target-cpu=x86-64-v3})' %s | FileCheck %s
// RUN: aic-opt --pass-pipeline='builtin.module(aic-cpu-tiles{target-cpu=x86-64-v3},aic-cpu-emit{target-cpu=x86-64-v3},aic-cpu-to-llvm)' %s | FileCheck %s --check-prefix=LLVM
// LLVM-NOT: {{(arith|scf|cf|math|vector|memref|func|unrealized)[.]}}
// LLVM: llvm.func @relu
// LLVM-NOT: {{ (arith|scf|cf|math|vector|memref|func|builtin)[.]}}

// Whole vectors of 8 and one cut by a mask.
// CHECK-LABEL: func.func private @relu(
// CHECK-SAME: %[[IN:.*]]: memref<1003xf32>, %[[OUT:.*]]: memref<1003xf32>, %{{.*}}: index) {
// CHECK: scf.for %[[I:.*]] =
// CHECK: %[[X:.*]] = vector.load %[[IN]][%[[I]]] : memref<1003xf32>, vector<8xf32>
// CHECK: arith.select
// CHECK: vector.store %{{.*}}, %[[OUT]]
// CHECK: vector.maskedload %[[IN]]
// CHECK: vector.maskedstore %[[OUT]]
// CHECK: return
schedule.kernel @relu family("elementwise") {
^bb0(%x: tensor<1003xf32>):
  %0 = aic.relu %x : tensor<1003xf32>
  aic.yield %0 : tensor<1003xf32>
}
// A kernel that can refuse its data returns a status: 2 for a division by zero.
// CHECK-LABEL: func.func private @divide(
// CHECK-SAME: -> i32 {
// CHECK: %[[ZERO:.*]] = arith.cmpi eq, %{{.*}} : vector<8xi32>
// CHECK: vector.reduction <or>, %[[ZERO]]
// CHECK: scf.if
// CHECK: arith.constant 2 : i32
schedule.kernel @divide family("elementwise") {
^bb0(%x: tensor<64xi32>, %y: tensor<64xi32>):
  %0 = aic.div %x, %y : (tensor<64xi32>, tensor<64xi32>) -> tensor<64xi32>
  aic.yield %0 : tensor<64xi32>
}
// An update of two rows of 12 in each of 3 blocks of 5 rows, at a place that is looked at before anything is written: what x
// holds is not read.
// CHECK-LABEL: func.func private @update(
// CHECK-SAME: %[[V:.*]]: memref<72xf32>, %{{.*}}: memref<180xf32>, %[[P:.*]]: memref<1xi64>, %[[OUT:.*]]: memref<180xf32>, %{{.*}}: index) -> i32 {
// CHECK: %[[START:.*]] = memref.load %[[P]]
// CHECK: %[[AT:.*]] = arith.index_cast %[[START]] : i64 to index
// CHECK: %[[GOOD:.*]] = arith.cmpi ult, %[[AT]], %{{.*}} : index
// CHECK-NOT: vector.store
// CHECK: scf.if %[[GOOD]] {
// CHECK: scf.for
// CHECK: %[[X:.*]] = vector.load %[[V]]
// CHECK: vector.store %[[X]], %[[OUT]]
// CHECK: return
schedule.kernel @update family("slice") {
^bb0(%v: tensor<3x2x12xf32>, %x: tensor<3x5x12xf32>, %p: tensor<i64>):
  %0 = aic.update_slice %v into %x at %p {dim = 1 : i64} : (tensor<3x2x12xf32>, tensor<3x5x12xf32>, tensor<i64>) -> tensor<3x5x12xf32>
  aic.yield %0 : tensor<3x5x12xf32>
}
// A divisor that is known is not asked.
// CHECK-LABEL: func.func private @halve(
// CHECK-SAME: index) {
// CHECK-NOT: scf.if
schedule.kernel @halve family("elementwise") {
^bb0(%x: tensor<64xi32>):
  %c = aic.constant dense<2> : tensor<i32>
  %0 = aic.div %x, %c : (tensor<64xi32>, tensor<i32>) -> tensor<64xi32>
  aic.yield %0 : tensor<64xi32>
}
