// Where there is nothing to win the pass changes nothing, or as little as it can.
// RUN: aic-opt --aic-layout %s | FileCheck %s
// RUN: aic-opt --aic-layout --remark-format=emitRemark --remarks-filter='.*' %s -o /dev/null 2>&1 | FileCheck --check-prefix=REMARK %s

// Attention's scores are of rank 4 and know no channels.
// CHECK-LABEL: @matmuls_only
// CHECK-NEXT: %[[S:.*]] = aic.matmul %arg0, %arg1 :
// CHECK-NEXT: %[[P:.*]] = aic.softmax %[[S]] {dim = 3 : i64} : (tensor<1x1x4x4xf32>) -> tensor<1x1x4x4xf32>
// CHECK-NEXT: %[[A:.*]] = aic.add %[[P]], %[[P]]
// CHECK-NEXT: return %[[A]]
// REMARK-NOT: matmul
func.func @matmuls_only(%q: tensor<1x1x4x8xf32>, %k: tensor<1x1x8x4xf32>) -> tensor<1x1x4x4xf32> {
  %0 = aic.matmul %q, %k : (tensor<1x1x4x8xf32>, tensor<1x1x8x4xf32>) -> tensor<1x1x4x4xf32>
  %1 = aic.softmax %0 {dim = 3 : i64} : (tensor<1x1x4x4xf32>) -> tensor<1x1x4x4xf32>
  %2 = aic.add %1, %1 : (tensor<1x1x4x4xf32>, tensor<1x1x4x4xf32>) -> tensor<1x1x4x4xf32>
  return %2 : tensor<1x1x4x4xf32>
}

// The add reads two values that are NCHW and one that is not: cheaper to bring that one back.
// CHECK-LABEL: @stays_nchw
// CHECK: %[[C:.*]] = aic.conv2d {{.*}} -> tensor<1x8x8x4xf32>
// CHECK: %[[B:.*]] = aic.transpose %[[C]] {perm = array<i64: 0, 3, 1, 2>}
// CHECK: aic.where %arg2, %[[B]], %arg3 : (tensor<1x4x8x8xi1>, tensor<1x4x8x8xf32>, tensor<1x4x8x8xf32>) -> tensor<1x4x8x8xf32>
// CHECK-NOT: aic.transpose
// REMARK: [Missed]{{.*}}"where stays NCHW after conv2d: more bytes would be transposed before the graph's result"
func.func @stays_nchw(%x: tensor<1x4x8x8xf32>, %w: tensor<4x4x1x1xf32>, %c: tensor<1x4x8x8xi1>, %y: tensor<1x4x8x8xf32>) -> tensor<1x4x8x8xf32> {
  %0 = aic.conv2d %x, %w : (tensor<1x4x8x8xf32>, tensor<4x4x1x1xf32>) -> tensor<1x4x8x8xf32>
  %1 = aic.where %c, %0, %y : (tensor<1x4x8x8xi1>, tensor<1x4x8x8xf32>, tensor<1x4x8x8xf32>) -> tensor<1x4x8x8xf32>
  return %1 : tensor<1x4x8x8xf32>
}

// A region need not be of one colour: the relu feeds a convolution, the add the result.
// CHECK-LABEL: @split_region
// CHECK: aic.conv2d
// CHECK: aic.relu {{.*}} : tensor<1x8x8x4xf32>
// CHECK: aic.conv2d {{.*}} -> tensor<1x8x8x4xf32>
// CHECK: aic.add {{.*}} -> tensor<1x4x8x8xf32>
func.func @split_region(%x: tensor<1x1x8x8xf32>, %w: tensor<4x1x1x1xf32>, %v: tensor<4x4x1x1xf32>, %y: tensor<1x4x8x8xf32>) -> (tensor<1x8x8x4xf32>, tensor<1x4x8x8xf32>) {
  %0 = aic.conv2d %x, %w : (tensor<1x1x8x8xf32>, tensor<4x1x1x1xf32>) -> tensor<1x4x8x8xf32>
  %1 = aic.relu %0 : tensor<1x4x8x8xf32>
  %2 = aic.conv2d %1, %v : (tensor<1x4x8x8xf32>, tensor<4x4x1x1xf32>) -> tensor<1x4x8x8xf32>
  %3 = aic.transpose %2 {perm = array<i64: 0, 2, 3, 1>} : (tensor<1x4x8x8xf32>) -> tensor<1x8x8x4xf32>
  %4 = aic.add %1, %y : (tensor<1x4x8x8xf32>, tensor<1x4x8x8xf32>) -> tensor<1x4x8x8xf32>
  return %3, %4 : tensor<1x8x8x4xf32>, tensor<1x4x8x8xf32>
}

// One value in both operands of a convolution.
// CHECK-LABEL: @weight_is_the_input
// CHECK: %[[T:.*]] = aic.transpose %arg0
// CHECK: aic.conv2d %[[T]], %arg0 {layout = #aic.layout<nhwc>} : (tensor<2x2x3x2xf32>, tensor<2x2x2x3xf32>) -> tensor<2x1x1x2xf32>
func.func @weight_is_the_input(%x: tensor<2x2x2x3xf32>) -> tensor<2x2x1x1xf32> {
  %0 = aic.conv2d %x, %x : (tensor<2x2x2x3xf32>, tensor<2x2x2x3xf32>) -> tensor<2x2x1x1xf32>
  return %0 : tensor<2x2x1x1xf32>
}
