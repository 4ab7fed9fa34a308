// All passes together: what lowering reads.
// RUN: aic-opt --aic-fusion-pipeline --mlir-elide-resource-strings-if-larger=64 %s | FileCheck %s

// CHECK-LABEL: @main
// CHECK-DAG: %[[W3:.*]] = aic.constant dense_resource<"fc.weight+transpose"> : tensor<2x16xf32>
// CHECK-DAG: %[[B1:.*]] = aic.constant dense<-5.000000e-01> : tensor<4xf32>
// CHECK-DAG: %[[W1:.*]] = aic.constant dense<{{.*}}> : tensor<4x1x1x1xf32>
// CHECK: %[[X:.*]] = aic.reshape %arg0 : (tensor<1x1x4x4xf32>) -> tensor<1x4x4x1xf32>
// CHECK: %[[C:.*]] = aic.fused(%[[X]], %[[W1]], %[[B1]])
// CHECK: aic.conv2d {{.*}} {layout = #aic.layout<nhwc>}
// CHECK-NEXT: aic.relu
// CHECK-NEXT: aic.yield
// CHECK: %[[P:.*]] = aic.max_pool2d %[[C]] {{.*}} -> tensor<1x2x2x4xf32>
// CHECK-NEXT: %[[F:.*]] = aic.reshape %[[P]] : (tensor<1x2x2x4xf32>) -> tensor<1x16xf32>
// CHECK-NEXT: %[[L:.*]] = aic.fused(%[[F]], %[[W3]])
// CHECK: aic.linear
// CHECK-NEXT: aic.sigmoid
// CHECK-NEXT: aic.yield
// CHECK: return %[[L]]
func.func @main(%x: tensor<1x1x4x4xf32> {aic.name = "image"}) -> (tensor<1x2xf32> {aic.name = "y"}) {
  %w1 = aic.constant dense<[[[[1.0]]], [[[2.0]]], [[[3.0]]], [[[4.0]]]]> : tensor<4x1x1x1xf32>
  %mean = aic.constant dense<1.0> : tensor<4xf32>
  %var = aic.constant dense<3.0> : tensor<4xf32>
  %0 = aic.conv2d %x, %w1 : (tensor<1x1x4x4xf32>, tensor<4x1x1x1xf32>) -> tensor<1x4x4x4xf32>
  %1 = aic.batch_norm %0, %mean, %var {eps = 1.0 : f64} : (tensor<1x4x4x4xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<1x4x4x4xf32>
  %2 = aic.relu %1 : tensor<1x4x4x4xf32>
  %3 = aic.max_pool2d %2 {kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>} : (tensor<1x4x4x4xf32>) -> tensor<1x4x2x2xf32>
  %4 = aic.reshape %3 : (tensor<1x4x2x2xf32>) -> tensor<1x16xf32>
  %w3 = aic.constant dense_resource<fc.weight> : tensor<2x16xf32>
  %5 = aic.linear %4, %w3 : (tensor<1x16xf32>, tensor<2x16xf32>) -> tensor<1x2xf32>
  %6 = aic.sigmoid %5 : tensor<1x2xf32>
  return %6 : tensor<1x2xf32>
}

{-#
  dialect_resources: {
    builtin: {
      "fc.weight": "0x040000000000803F0000004000004040000080400000A0400000C0400000E04000000041000010410000803F0000004000004040000080400000A0400000C0400000E0400000803F0000004000004040000080400000A0400000C0400000E04000000041000010410000803F0000004000004040000080400000A0400000C0400000E040"
    }
  }
#-}
