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

// A mean has numbers of its own, which the kernel that makes the bytes writes; the product's kernel reads bytes.
// CHECK-LABEL: @squeeze
// CHECK: %[[A:.*]]:2 = aic.fused({{.*}}) : {{.*}} -> (tensor<1x2x3x2xui8>, tensor<1x2x3x2xf32>) {
// CHECK: aic.max_pool2d
// CHECK: aic.fused(%[[A]]#1) : {{.*}} -> tensor<1x1x1x2xf32> {
// CHECK: aic.mean
// CHECK: aic.sigmoid
// CHECK: aic.fused({{.*}}%[[A]]#0{{.*}}) : {{.*}} -> tensor<1x2x3x2xf32> {
// CHECK: aic.cast {{.*}} (tensor<1x2x3x2xui8>) -> tensor<1x2x3x2xf32>
// CHECK: aic.mul
func.func @squeeze(%x: tensor<1x2x3x2xf32>) -> tensor<1x2x3x2xf32> {
  %scale = aic.constant dense<0.5> : tensor<f32>
  %0 = aic.max_pool2d %x {kernel = array<i64: 1, 1>, stride = array<i64: 1, 1>, layout = #aic.layout<nhwc>} : (tensor<1x2x3x2xf32>) -> tensor<1x2x3x2xf32>
  %q = aic.cast %0 : (tensor<1x2x3x2xf32>) -> tensor<1x2x3x2xui8>
  %1 = aic.cast %q : (tensor<1x2x3x2xui8>) -> tensor<1x2x3x2xf32>
  %2 = aic.mul %1, %scale : (tensor<1x2x3x2xf32>, tensor<f32>) -> tensor<1x2x3x2xf32>
  %3 = aic.mean %2 {dims = array<i64: 1, 2>, keepdim = true} : (tensor<1x2x3x2xf32>) -> tensor<1x1x1x2xf32>
  %4 = aic.sigmoid %3 : tensor<1x1x1x2xf32>
  %5 = aic.mul %2, %4 : (tensor<1x2x3x2xf32>, tensor<1x1x1x2xf32>) -> tensor<1x2x3x2xf32>
  return %5 : tensor<1x2x3x2xf32>
}
