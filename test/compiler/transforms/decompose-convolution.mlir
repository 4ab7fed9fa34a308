// conv1d and conv_transpose2d become conv2d. That the numbers stay is test/unit/transforms' part.
// RUN: aic-opt --aic-decompose-convolution --canonicalize %s | FileCheck %s
// RUN: aic-opt --aic-decompose-convolution --remark-format=emitRemark --remarks-filter='.*' %s -o /dev/null 2>&1 | FileCheck --check-prefix=REMARK %s

// One row; what follows goes with it.
// CHECK-LABEL: @sequence
// CHECK-DAG: %[[X:.*]] = aic.reshape %arg0 : (tensor<2x3x8xf32>) -> tensor<2x3x1x8xf32>
// CHECK-DAG: %[[W:.*]] = aic.reshape %arg1 : (tensor<4x3x3xf32>) -> tensor<4x3x1x3xf32>
// CHECK: %[[C:.*]] = aic.conv2d %[[X]], %[[W]], %arg2 {dilation = array<i64: 1, 2>, padding = array<i64: 0, 1, 0, 2>, stride = array<i64: 1, 2>} : {{.*}} -> tensor<2x4x1x4xf32>
// CHECK: %[[R:.*]] = aic.relu %[[C]] : tensor<2x4x1x4xf32>
// CHECK: %[[S:.*]] = aic.reshape %arg3 : (tensor<4x1xf32>) -> tensor<4x1x1xf32>
// CHECK: %[[M:.*]] = aic.mul %[[R]], %[[S]] : (tensor<2x4x1x4xf32>, tensor<4x1x1xf32>) -> tensor<2x4x1x4xf32>
// CHECK: %[[G:.*]] = aic.group_norm %[[M]] weight %arg2 {num_groups = 2 : i64} : (tensor<2x4x1x4xf32>, tensor<4xf32>) -> tensor<2x4x1x4xf32>
// CHECK: %[[K:.*]] = aic.concat %[[G]], %[[R]] {dim = 3 : i64} : {{.*}} -> tensor<2x4x1x8xf32>
// CHECK: %[[P:.*]] = aic.pad %[[K]] {high = array<i64: 0, 0, 0, 2>, low = array<i64: 0, 0, 0, 1>} : (tensor<2x4x1x8xf32>) -> tensor<2x4x1x11xf32>
// CHECK: %[[L:.*]] = aic.slice %[[P]] {offsets = array<i64: 0, 0, 0, 1>, sizes = array<i64: 2, 4, 1, 5>, strides = array<i64: 1, 1, 1, 2>}
// CHECK: %[[A:.*]] = aic.amax %[[L]] {dims = array<i64: 2, 3>} : (tensor<2x4x1x5xf32>) -> tensor<2x4xf32>
// CHECK: return %[[A]]
// REMARK: decompose-convolution.mlir:[[@LINE+2]]:{{.*}}[Passed]{{.*}}aic-decompose-convolution{{.*}}"conv1d becomes a conv2d over one row"
func.func @sequence(%x: tensor<2x3x8xf32>, %w: tensor<4x3x3xf32>, %b: tensor<4xf32>, %s: tensor<4x1xf32>) -> tensor<2x4xf32> {
  %0 = aic.conv1d %x, %w, %b {stride = array<i64: 2>, padding = array<i64: 1, 2>, dilation = array<i64: 2>} : (tensor<2x3x8xf32>, tensor<4x3x3xf32>, tensor<4xf32>) -> tensor<2x4x4xf32>
  %1 = aic.relu %0 : tensor<2x4x4xf32>
  %2 = aic.mul %1, %s : (tensor<2x4x4xf32>, tensor<4x1xf32>) -> tensor<2x4x4xf32>
  %3 = aic.group_norm %2 weight %b {num_groups = 2 : i64} : (tensor<2x4x4xf32>, tensor<4xf32>) -> tensor<2x4x4xf32>
  %4 = aic.concat %3, %1 {dim = 2 : i64} : (tensor<2x4x4xf32>, tensor<2x4x4xf32>) -> tensor<2x4x8xf32>
  %5 = aic.pad %4 {low = array<i64: 0, 0, 1>, high = array<i64: 0, 0, 2>} : (tensor<2x4x8xf32>) -> tensor<2x4x11xf32>
  %6 = aic.slice %5 {offsets = array<i64: 0, 0, 1>, sizes = array<i64: 2, 4, 5>, strides = array<i64: 1, 1, 2>} : (tensor<2x4x11xf32>) -> tensor<2x4x5xf32>
  %7 = aic.amax %6 {dims = array<i64: 2>} : (tensor<2x4x5xf32>) -> tensor<2x4xf32>
  return %7 : tensor<2x4xf32>
}

// What reads no convolution's result stays as it is.
// CHECK-LABEL: @beside
// CHECK: aic.relu %arg0 : tensor<2x3x8xf32>
func.func @beside(%x: tensor<2x3x8xf32>, %w: tensor<4x3x3xf32>) -> (tensor<2x3x8xf32>, tensor<2x4x6xf32>) {
  %0 = aic.relu %x : tensor<2x3x8xf32>
  %1 = aic.conv1d %0, %w : (tensor<2x3x8xf32>, tensor<4x3x3xf32>) -> tensor<2x4x6xf32>
  return %0, %1 : tensor<2x3x8xf32>, tensor<2x4x6xf32>
}

// Stride 1: the kernel in reverse, and the padding that it leaves.
// CHECK-LABEL: @stride_one
// CHECK-DAG: %[[W:.*]] = aic.constant dense<{{.*}}6.000000e+00, 5.000000e+00, 4.000000e+00], [3.000000e+00, 2.000000e+00, 1.000000e+00{{.*}}> : tensor<1x1x2x3xf32>
// CHECK-DAG: %[[X:.*]] = aic.transpose %arg0 {perm = array<i64: 0, 2, 3, 1>}
// CHECK: %[[C:.*]] = aic.conv2d %[[X]], %[[W]] {dilation = array<i64: 1, 2>, layout = #aic.layout<nhwc>, padding = array<i64: 1, 3, 0, 4>} : {{.*}} -> tensor<1x4x8x1xf32>
// CHECK: %[[R:.*]] = aic.transpose %[[C]] {perm = array<i64: 0, 3, 1, 2>}
// CHECK: return %[[R]]
// REMARK: "conv_transpose2d becomes a conv2d with stride 1"
func.func @stride_one(%x: tensor<1x1x4x5xf32>) -> tensor<1x1x4x8xf32> {
  %w = aic.constant dense<[[[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]]]> : tensor<1x1x2x3xf32>
  %0 = aic.conv_transpose2d %x, %w {padding = array<i64: 0, 1, 1, 0>, dilation = array<i64: 1, 2>} : (tensor<1x1x4x5xf32>, tensor<1x1x2x3xf32>) -> tensor<1x1x4x8xf32>
  return %0 : tensor<1x1x4x8xf32>
}

// The decoder of a U-Net: kernel 2, stride 2. No tap is wasted, and nothing is cut off.
// CHECK-LABEL: @doubles
// CHECK-DAG: %[[W:.*]] = aic.constant dense<{{\[\[\[\[}}1.000000e+00]]], {{\[\[\[}}2.000000e+00]]], {{\[\[\[}}3.000000e+00]]], {{\[\[\[}}4.000000e+00]]]]> : tensor<4x1x1x1xf32>
// CHECK: %[[C:.*]] = aic.conv2d %{{.*}}, %[[W]], %{{.*}} {layout = #aic.layout<nhwc>} : {{.*}} -> tensor<1x3x4x4xf32>
// CHECK: %[[P:.*]] = aic.reshape %[[C]] : (tensor<1x3x4x4xf32>) -> tensor<1x3x4x1x2x2x1xf32>
// CHECK: %[[T:.*]] = aic.transpose %[[P]] {perm = array<i64: 0, 1, 4, 2, 5, 3, 6>}
// CHECK: %[[R:.*]] = aic.reshape %[[T]] : {{.*}} -> tensor<1x6x8x1xf32>
// CHECK-NOT: aic.slice
// CHECK: return
// REMARK: "conv_transpose2d becomes a conv2d with stride 1, its 4 phases side by side"
func.func @doubles(%x: tensor<1x1x3x4xf32>, %b: tensor<1xf32>) -> tensor<1x1x6x8xf32> {
  %w = aic.constant dense<[[[[1.0, 2.0], [3.0, 4.0]]]]> : tensor<1x1x2x2xf32>
  %0 = aic.conv_transpose2d %x, %w, %b {stride = array<i64: 2, 2>} : (tensor<1x1x3x4xf32>, tensor<1x1x2x2xf32>, tensor<1xf32>) -> tensor<1x1x6x8xf32>
  return %0 : tensor<1x1x6x8xf32>
}

// DCGAN's: kernel 4, stride 2, padding 1. Two taps an axis and a slice are less than three taps.
// CHECK-LABEL: @generator
// CHECK: aic.conv2d {{.*}} : (tensor<1x4x4x8xf32>, tensor<32x8x2x2xf32>) -> tensor<1x5x5x32xf32>
// CHECK: aic.slice {{.*}} {offsets = array<i64: 0, 1, 1, 0>, sizes = array<i64: 1, 8, 8, 8>, {{.*}}} : (tensor<1x10x10x8xf32>)
func.func @generator(%x: tensor<1x8x4x4xf32>) -> tensor<1x8x8x8xf32> {
  %w = aic.constant dense<0.5> : tensor<8x8x4x4xf32>
  %0 = aic.conv_transpose2d %x, %w {stride = array<i64: 2, 2>, padding = array<i64: 1, 1, 1, 1>} : (tensor<1x8x4x4xf32>, tensor<8x8x4x4xf32>) -> tensor<1x8x8x8xf32>
  return %0 : tensor<1x8x8x8xf32>
}

// The result is made of the output padding alone.
// CHECK-LABEL: @bias_alone
// CHECK: aic.expand
// CHECK-NOT: aic.conv
// CHECK: return
// REMARK: "nothing of its input reaches its result, which is the bias"
func.func @bias_alone(%x: tensor<1x1x2x2xf32>, %b: tensor<1xf32>) -> tensor<1x1x2x1xf32> {
  %w = aic.constant dense<1.0> : tensor<1x1x1x1xf32>
  %0 = aic.conv_transpose2d %x, %w, %b {stride = array<i64: 1, 4>, padding = array<i64: 0, 7, 0, 0>, output_padding = array<i64: 0, 3>} : (tensor<1x1x2x2xf32>, tensor<1x1x1x1xf32>, tensor<1xf32>) -> tensor<1x1x2x1xf32>
  return %0 : tensor<1x1x2x1xf32>
}

// The taps of a weight that is computed at run time are put in order at run time; a phase may have none for a place.
// CHECK-LABEL: @weight_of_the_run
// CHECK: %[[TAPS:.*]] = aic.take %{{.*}} {dim = 2 : i64} : (tensor<1x1x50xf32>, tensor<4x4x4xi64>)
// CHECK: aic.conv2d
// REMARK: "conv_transpose2d becomes a conv2d with stride 1, its 4 phases side by side"
func.func @weight_of_the_run(%x: tensor<1x1x3x4xf32>, %w: tensor<1x1x7x7xf32>) -> tensor<1x1x11x13xf32> {
  %0 = aic.conv_transpose2d %x, %w {stride = array<i64: 2, 2>} : (tensor<1x1x3x4xf32>, tensor<1x1x7x7xf32>) -> tensor<1x1x11x13xf32>
  return %0 : tensor<1x1x11x13xf32>
}

// Where many would have none, each phase is by itself: of 3x3 with stride 2 one of four taps, two of two, one of one.
// CHECK-LABEL: @phases_of_the_run
// CHECK: aic.slice %{{.*}} {offsets = array<i64: 0, 0, 2, 2>, sizes = array<i64: 1, 1, 2, 2>, strides = array<i64: 1, 1, -2, -2>}
// CHECK-COUNT-4: aic.conv2d
// CHECK: aic.concat %{{.*}}, %{{.*}} {dim = 2 : i64}
// REMARK: "conv_transpose2d becomes a conv2d with stride 1 for each of its 4 phases"
func.func @phases_of_the_run(%x: tensor<1x1x3x4xf32>, %w: tensor<1x1x3x3xf32>) -> tensor<1x1x7x9xf32> {
  %0 = aic.conv_transpose2d %x, %w {stride = array<i64: 2, 2>} : (tensor<1x1x3x4xf32>, tensor<1x1x3x3xf32>) -> tensor<1x1x7x9xf32>
  return %0 : tensor<1x1x7x9xf32>
}

// A stride far beyond the kernel: of the 250,000 phases nearly all are empty, so that zeros go into the image.
// CHECK-LABEL: @wide_stride
// CHECK: aic.pad %{{.*}} {high = array<i64: 0, 0, 0, 499, 0, 499>
// CHECK: aic.conv2d
// REMARK: "conv_transpose2d becomes a conv2d with stride 1 of the image with zeros between its elements"
func.func @wide_stride(%x: tensor<1x1x2x2xf32>) -> tensor<1x1x501x501xf32> {
  %w = aic.constant dense<1.0> : tensor<1x1x1x1xf32>
  %0 = aic.conv_transpose2d %x, %w {stride = array<i64: 500, 500>} : (tensor<1x1x2x2xf32>, tensor<1x1x1x1xf32>) -> tensor<1x1x501x501xf32>
  return %0 : tensor<1x1x501x501xf32>
}

// CHECK-LABEL: @huge_stride
// CHECK: aic.conv_transpose2d
// REMARK: "conv_transpose2d stays: as a convolution its weight or result would be many times as big"
func.func @huge_stride(%x: tensor<1x1x2x2xf32>) -> tensor<1x1x20001x20001xf32> {
  %w = aic.constant dense<1.0> : tensor<1x1x1x1xf32>
  %0 = aic.conv_transpose2d %x, %w {stride = array<i64: 20000, 20000>} : (tensor<1x1x2x2xf32>, tensor<1x1x1x1xf32>) -> tensor<1x1x20001x20001xf32>
  return %0 : tensor<1x1x20001x20001xf32>
}
