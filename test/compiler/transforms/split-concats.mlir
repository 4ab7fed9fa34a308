// A concat of more tensors than a device binds joins some of them first.
// RUN: aic-opt --pass-pipeline='builtin.module(func.func(aic-split-concats{most=2}))' %s | FileCheck %s
// RUN: aic-opt --pass-pipeline='builtin.module(func.func(aic-split-concats))' %s | FileCheck --check-prefix=WHOLE %s

// CHECK-LABEL: @five
// CHECK: %[[BC:.*]] = aic.concat %arg1, %arg2
// CHECK: %[[DE:.*]] = aic.concat %arg3, %arg4
// CHECK: %[[BCDE:.*]] = aic.concat %[[BC]], %[[DE]]
// CHECK: %[[ALL:.*]] = aic.concat %arg0, %[[BCDE]] {dim = 1 : i64} : (tensor<2x1xf32>, tensor<2x4xf32>) -> tensor<2x5xf32>
// CHECK: return %[[ALL]]
// WHOLE-LABEL: @five
// WHOLE: aic.concat %arg0, %arg1, %arg2, %arg3, %arg4
func.func @five(%a: tensor<2x1xf32>, %b: tensor<2x1xf32>, %c: tensor<2x1xf32>, %d: tensor<2x1xf32>, %e: tensor<2x1xf32>) -> tensor<2x5xf32> {
  %0 = aic.concat %a, %b, %c, %d, %e {dim = 1 : i64} : (tensor<2x1xf32>, tensor<2x1xf32>, tensor<2x1xf32>, tensor<2x1xf32>, tensor<2x1xf32>) -> tensor<2x5xf32>
  return %0 : tensor<2x5xf32>
}

// In a group the steps come before it; an operand with another use stays.
// CHECK-LABEL: @group
// CHECK: %[[BC:.*]] = aic.concat %arg1, %arg2
// CHECK: aic.fused(%arg0, %[[BC]])
// CHECK: ^bb0(%[[A:.*]]: tensor<1xf32>, %[[B:.*]]: tensor<2xf32>):
// CHECK: %[[Y:.*]] = aic.concat %[[A]], %[[B]]
// CHECK: aic.add %[[Y]], %[[A]]
func.func @group(%a: tensor<1xf32>, %b: tensor<1xf32>, %c: tensor<1xf32>) -> tensor<3xf32> {
  %0 = aic.fused(%a, %b, %c) : (tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<3xf32> {
  ^bb0(%x: tensor<1xf32>, %y: tensor<1xf32>, %z: tensor<1xf32>):
    %1 = aic.concat %x, %y, %z {dim = 0 : i64} : (tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<3xf32>
    %2 = aic.add %1, %x : (tensor<3xf32>, tensor<1xf32>) -> tensor<3xf32>
    aic.yield %2 : tensor<3xf32>
  }
  return %0 : tensor<3xf32>
}

// A part that the group computes: the concat stays.
// CHECK-LABEL: @computed
// CHECK: aic.concat {{.*}}, {{.*}}, {{.*}} {dim
func.func @computed(%a: tensor<1xf32>, %b: tensor<1xf32>, %c: tensor<1xf32>) -> tensor<3xf32> {
  %0 = aic.fused(%a, %b, %c) : (tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<3xf32> {
  ^bb0(%x: tensor<1xf32>, %y: tensor<1xf32>, %z: tensor<1xf32>):
    %1 = aic.relu %x : tensor<1xf32>
    %2 = aic.concat %1, %y, %z {dim = 0 : i64} : (tensor<1xf32>, tensor<1xf32>, tensor<1xf32>) -> tensor<3xf32>
    aic.yield %2 : tensor<3xf32>
  }
  return %0 : tensor<3xf32>
}
