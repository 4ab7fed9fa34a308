// What is stored in 8 bits is widened where it is read.
// RUN: aic-opt --aic-fuse-epilogues %s | FileCheck %s

// The sum of a residual connection: the first product writes bytes, and the second one's kernel reads them.
// CHECK-LABEL: @residual
// CHECK: %[[A:.*]] = aic.fused({{.*}}) : {{.*}} -> tensor<3x2xi8> {
// CHECK: aic.linear
// CHECK: aic.cast {{.*}} -> tensor<3x2xi8>
// CHECK-NEXT: aic.yield
// CHECK: aic.fused({{.*}}, %[[A]]) : {{.*}} -> tensor<3x2xf32> {
// CHECK: aic.linear
// CHECK: aic.cast {{.*}} (tensor<3x2xi8>) -> tensor<3x2xf32>
// CHECK: aic.mul
// CHECK: aic.add
func.func @residual(%x: tensor<3x2xf32>, %w: tensor<2x2xf32>) -> tensor<3x2xf32> {
  %scale = aic.constant dense<0.5> : tensor<f32>
  %0 = aic.linear %x, %w : (tensor<3x2xf32>, tensor<2x2xf32>) -> tensor<3x2xf32>
  %q = aic.cast %0 : (tensor<3x2xf32>) -> tensor<3x2xi8>
  %1 = aic.cast %q : (tensor<3x2xi8>) -> tensor<3x2xf32>
  %2 = aic.mul %1, %scale : (tensor<3x2xf32>, tensor<f32>) -> tensor<3x2xf32>
  %3 = aic.softmax %x {dim = 1 : i64} : (tensor<3x2xf32>) -> tensor<3x2xf32>
  %4 = aic.linear %3, %w : (tensor<3x2xf32>, tensor<2x2xf32>) -> tensor<3x2xf32>
  %5 = aic.add %4, %2 : (tensor<3x2xf32>, tensor<3x2xf32>) -> tensor<3x2xf32>
  return %5 : tensor<3x2xf32>
}

// Where nothing is made after it, its own kernel does.
// CHECK-LABEL: @last
// CHECK: aic.fused
// CHECK: aic.linear
// CHECK: aic.cast {{.*}} -> tensor<3x2xi8>
// CHECK: aic.cast {{.*}} -> tensor<3x2xf32>
// CHECK: aic.add
// CHECK-NOT: aic.fused
func.func @last(%x: tensor<3x2xf32>, %y: tensor<3x2xf32>, %w: tensor<2x2xf32>) -> tensor<3x2xf32> {
  %0 = aic.linear %x, %w : (tensor<3x2xf32>, tensor<2x2xf32>) -> tensor<3x2xf32>
  %q = aic.cast %0 : (tensor<3x2xf32>) -> tensor<3x2xi8>
  %1 = aic.cast %q : (tensor<3x2xi8>) -> tensor<3x2xf32>
  %2 = aic.add %1, %y : (tensor<3x2xf32>, tensor<3x2xf32>) -> tensor<3x2xf32>
  return %2 : tensor<3x2xf32>
}
