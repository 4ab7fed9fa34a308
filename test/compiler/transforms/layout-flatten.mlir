// flatten before a linear: the columns of the weight move instead of the activations.
// RUN: aic-opt --aic-layout %s | FileCheck %s
// RUN: aic-opt --aic-layout --remark-format=emitRemark --remarks-filter='.*' %s -o /dev/null 2>&1 | FileCheck --check-prefix=REMARK %s

// CHECK-LABEL: @constant_weight
// CHECK: %[[W:.*]] = aic.constant dense_resource<fc.weight> : tensor<2x12xf32>
// CHECK: %[[C:.*]] = aic.conv2d {{.*}} -> tensor<5x2x2x3xf32>
// CHECK: %[[F:.*]] = aic.reshape %[[C]] : (tensor<5x2x2x3xf32>) -> tensor<5x12xf32>
// CHECK: %[[R:.*]] = aic.relu %[[F]]
// CHECK: %[[S:.*]] = aic.reshape %[[W]] : (tensor<2x12xf32>) -> tensor<2x3x2x2xf32>
// CHECK: %[[T:.*]] = aic.transpose %[[S]] {perm = array<i64: 0, 2, 3, 1>} : (tensor<2x3x2x2xf32>) -> tensor<2x2x2x3xf32>
// CHECK: %[[V:.*]] = aic.reshape %[[T]] : (tensor<2x2x2x3xf32>) -> tensor<2x12xf32>
// CHECK: %[[L:.*]] = aic.linear %[[R]], %[[V]] :
// CHECK: return %[[L]]
// REMARK: layout-flatten.mlir:[[@LINE+6]]:{{.*}}[Passed]{{.*}}"the columns of the linear's weight are permuted at compile time, so the flatten before it needs no transpose"
func.func @constant_weight(%x: tensor<5x1x2x2xf32>, %w: tensor<3x1x1x1xf32>) -> tensor<5x2xf32> {
  %0 = aic.conv2d %x, %w : (tensor<5x1x2x2xf32>, tensor<3x1x1x1xf32>) -> tensor<5x3x2x2xf32>
  %1 = aic.reshape %0 : (tensor<5x3x2x2xf32>) -> tensor<5x12xf32>
  %2 = aic.relu %1 : tensor<5x12xf32>
  %c = aic.constant dense_resource<fc.weight> : tensor<2x12xf32>
  %3 = aic.linear %2, %c : (tensor<5x12xf32>, tensor<2x12xf32>) -> tensor<5x2xf32>
  return %3 : tensor<5x2xf32>
}

// CHECK-LABEL: @weight_from_outside
// CHECK: aic.conv2d {{.*}} -> tensor<5x2x2x3xf32>
// CHECK: aic.transpose {{.*}} : (tensor<5x2x2x3xf32>) -> tensor<5x3x2x2xf32>
// CHECK: aic.reshape {{.*}} : (tensor<5x3x2x2xf32>) -> tensor<5x12xf32>
// REMARK: [Missed]{{.*}}"a transpose of f32[5, 2, 2, 3] back to NCHW stays after conv2d: reshape needs NCHW"
func.func @weight_from_outside(%x: tensor<5x1x2x2xf32>, %w: tensor<3x1x1x1xf32>, %c: tensor<2x12xf32>) -> tensor<5x2xf32> {
  %0 = aic.conv2d %x, %w : (tensor<5x1x2x2xf32>, tensor<3x1x1x1xf32>) -> tensor<5x3x2x2xf32>
  %1 = aic.reshape %0 : (tensor<5x3x2x2xf32>) -> tensor<5x12xf32>
  %3 = aic.linear %1, %c : (tensor<5x12xf32>, tensor<2x12xf32>) -> tensor<5x2xf32>
  return %3 : tensor<5x2xf32>
}

// Somebody else reads the flattened values in their order.
// CHECK-LABEL: @another_reader
// CHECK: aic.conv2d {{.*}} -> tensor<5x2x2x3xf32>
// CHECK: aic.transpose {{.*}} : (tensor<5x2x2x3xf32>) -> tensor<5x3x2x2xf32>
// CHECK: aic.softmax
func.func @another_reader(%x: tensor<5x1x2x2xf32>, %w: tensor<3x1x1x1xf32>) -> (tensor<5x2xf32>, tensor<5x12xf32>) {
  %0 = aic.conv2d %x, %w : (tensor<5x1x2x2xf32>, tensor<3x1x1x1xf32>) -> tensor<5x3x2x2xf32>
  %1 = aic.reshape %0 : (tensor<5x3x2x2xf32>) -> tensor<5x12xf32>
  %c = aic.constant dense_resource<fc.weight> : tensor<2x12xf32>
  %3 = aic.linear %1, %c : (tensor<5x12xf32>, tensor<2x12xf32>) -> tensor<5x2xf32>
  %4 = aic.softmax %1 {dim = 1 : i64} : (tensor<5x12xf32>) -> tensor<5x12xf32>
  return %3, %4 : tensor<5x2xf32>, tensor<5x12xf32>
}
