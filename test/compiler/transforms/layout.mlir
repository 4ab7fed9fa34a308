// Regions around convolutions and poolings become NHWC; transposes stay at the edges.
// RUN: aic-opt --aic-layout %s | FileCheck %s
// RUN: aic-opt --aic-layout %s | aic-opt --aic-layout | FileCheck %s
// RUN: aic-opt --aic-layout --remark-format=emitRemark --remarks-filter='.*' %s -o /dev/null 2>&1 | FileCheck --check-prefix=REMARK %s

// One transpose in front, none behind: the mean takes the spatial axes with it.
// CHECK-LABEL: @classifier
// CHECK-SAME: %[[X:.*]]: tensor<2x3x8x8xf32>
// CHECK-NEXT: %[[T:.*]] = aic.transpose %[[X]] {perm = array<i64: 0, 2, 3, 1>} : (tensor<2x3x8x8xf32>) -> tensor<2x8x8x3xf32>
// CHECK-NEXT: %[[C:.*]] = aic.conv2d %[[T]], %{{.*}} {layout = #aic.layout<nhwc>} : (tensor<2x8x8x3xf32>, tensor<4x3x1x1xf32>) -> tensor<2x8x8x4xf32>
// CHECK-NEXT: %[[P:.*]] = aic.max_pool2d %[[C]] {kernel = array<i64: 2, 2>, layout = #aic.layout<nhwc>, stride = array<i64: 2, 2>} : (tensor<2x8x8x4xf32>) -> tensor<2x4x4x4xf32>
// CHECK-NEXT: %[[D:.*]] = aic.conv2d %[[P]], %{{.*}} {layout = #aic.layout<nhwc>}
// CHECK-NEXT: %[[A:.*]] = aic.add %[[D]], %[[P]] : (tensor<2x4x4x4xf32>, tensor<2x4x4x4xf32>) -> tensor<2x4x4x4xf32>
// CHECK-NEXT: %[[R:.*]] = aic.relu %[[A]]
// CHECK-NEXT: %[[M:.*]] = aic.mean %[[R]] {dims = array<i64: 1, 2>} : (tensor<2x4x4x4xf32>) -> tensor<2x4xf32>
// CHECK-NEXT: return %[[M]]
// REMARK: layout.mlir:[[@LINE+2]]:{{.*}}[Passed]{{.*}}aic-layout{{.*}}"6 operators compute in NHWC"
// REMARK: layout.mlir:[[@LINE+2]]:{{.*}}[Missed]{{.*}}aic-layout{{.*}}"a transpose of f32[2, 3, 8, 8] to NHWC stays before conv2d: the input 'image' is NCHW"
func.func @classifier(%x: tensor<2x3x8x8xf32> {aic.name = "image"}, %w: tensor<4x3x1x1xf32>, %v: tensor<4x4x1x1xf32>) -> tensor<2x4xf32> {
  %0 = aic.conv2d %x, %w : (tensor<2x3x8x8xf32>, tensor<4x3x1x1xf32>) -> tensor<2x4x8x8xf32>
  %1 = aic.max_pool2d %0 {kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>} : (tensor<2x4x8x8xf32>) -> tensor<2x4x4x4xf32>
  %2 = aic.conv2d %1, %v : (tensor<2x4x4x4xf32>, tensor<4x4x1x1xf32>) -> tensor<2x4x4x4xf32>
  %3 = aic.add %2, %1 : (tensor<2x4x4x4xf32>, tensor<2x4x4x4xf32>) -> tensor<2x4x4x4xf32>
  %4 = aic.relu %3 : tensor<2x4x4x4xf32>
  %5 = aic.mean %4 {dims = array<i64: 2, 3>} : (tensor<2x4x4x4xf32>) -> tensor<2x4xf32>
  return %5 : tensor<2x4xf32>
}

// Everything flexible follows, axes and all.
// CHECK-LABEL: @flexible
// CHECK: %[[C:.*]] = aic.conv2d {{.*}} -> tensor<1x6x5x4xf32>
// CHECK-NEXT: %[[N:.*]] = aic.batch_norm %[[C]], %{{.*}}, %{{.*}} {layout = #aic.layout<nhwc>} : (tensor<1x6x5x4xf32>,
// CHECK-NEXT: %[[K:.*]] = aic.concat %[[N]], %[[C]] {dim = 3 : i64} : {{.*}} -> tensor<1x6x5x8xf32>
// CHECK-NEXT: %[[S:.*]] = aic.slice %[[K]] {offsets = array<i64: 0, 1, 0, 2>, sizes = array<i64: 1, 2, 5, 6>, strides = array<i64: 1, 2, 1, 1>} : (tensor<1x6x5x8xf32>) -> tensor<1x2x5x6xf32>
// CHECK-NEXT: %[[P:.*]] = aic.pad %[[S]] {high = array<i64: 0, 1, 2, 0>, low = array<i64: 0, 3, 4, 0>} : (tensor<1x2x5x6xf32>) -> tensor<1x6x11x6xf32>
// CHECK-NEXT: %[[X:.*]] = aic.softmax %[[P]] {dim = 3 : i64}
// CHECK-NEXT: %[[M:.*]] = aic.amax %[[X]] {dims = array<i64: 1, 3>, keepdim = true} : (tensor<1x6x11x6xf32>) -> tensor<1x1x11x1xf32>
// CHECK-NEXT: %[[E:.*]] = aic.expand %[[M]] : (tensor<1x1x11x1xf32>) -> tensor<1x6x11x6xf32>
// CHECK-NEXT: %[[Y:.*]] = aic.sub %[[X]], %[[E]] : (tensor<1x6x11x6xf32>, tensor<1x6x11x6xf32>) -> tensor<1x6x11x6xf32>
// CHECK-NEXT: %[[Z:.*]] = aic.prod %[[Y]] {dims = array<i64: 0, 1, 2>} : (tensor<1x6x11x6xf32>) -> tensor<6xf32>
// CHECK-NEXT: return %[[Z]]
func.func @flexible(%x: tensor<1x2x6x5xf32>, %w: tensor<4x2x1x1xf32>, %s: tensor<4xf32>) -> tensor<6xf32> {
  %0 = aic.conv2d %x, %w : (tensor<1x2x6x5xf32>, tensor<4x2x1x1xf32>) -> tensor<1x4x6x5xf32>
  %1 = aic.batch_norm %0, %s, %s : (tensor<1x4x6x5xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<1x4x6x5xf32>
  %2 = aic.concat %1, %0 {dim = 1 : i64} : (tensor<1x4x6x5xf32>, tensor<1x4x6x5xf32>) -> tensor<1x8x6x5xf32>
  %3 = aic.slice %2 {offsets = array<i64: 0, 2, 1, 0>, sizes = array<i64: 1, 6, 2, 5>, strides = array<i64: 1, 1, 2, 1>} : (tensor<1x8x6x5xf32>) -> tensor<1x6x2x5xf32>
  %4 = aic.pad %3 {low = array<i64: 0, 0, 3, 4>, high = array<i64: 0, 0, 1, 2>} : (tensor<1x6x2x5xf32>) -> tensor<1x6x6x11xf32>
  %5 = aic.softmax %4 {dim = 1 : i64} : (tensor<1x6x6x11xf32>) -> tensor<1x6x6x11xf32>
  %6 = aic.amax %5 {dims = array<i64: 1, 2>, keepdim = true} : (tensor<1x6x6x11xf32>) -> tensor<1x1x1x11xf32>
  %7 = aic.expand %6 : (tensor<1x1x1x11xf32>) -> tensor<1x6x6x11xf32>
  %8 = aic.sub %5, %7 : (tensor<1x6x6x11xf32>, tensor<1x6x6x11xf32>) -> tensor<1x6x6x11xf32>
  %9 = aic.prod %8 {dims = array<i64: 0, 2, 3>} : (tensor<1x6x6x11xf32>) -> tensor<6xf32>
  return %9 : tensor<6xf32>
}

// Two places for the way back cost the same: the one after the epilogue is taken.
// CHECK-LABEL: @image_to_image
// CHECK: %[[C:.*]] = aic.conv2d {{.*}} -> tensor<1x6x5x4xf32>
// CHECK-NEXT: %[[R:.*]] = aic.relu %[[C]] : tensor<1x6x5x4xf32>
// CHECK-NEXT: %[[B:.*]] = aic.transpose %[[R]] {perm = array<i64: 0, 3, 1, 2>} : (tensor<1x6x5x4xf32>) -> tensor<1x4x6x5xf32>
// CHECK-NEXT: return %[[B]]
// REMARK: [Missed]{{.*}}"a transpose of f32[1, 6, 5, 4] back to NCHW stays after relu: the graph's result needs NCHW"
func.func @image_to_image(%x: tensor<1x2x6x5xf32>, %w: tensor<4x2x1x1xf32>) -> tensor<1x4x6x5xf32> {
  %0 = aic.conv2d %x, %w : (tensor<1x2x6x5xf32>, tensor<4x2x1x1xf32>) -> tensor<1x4x6x5xf32>
  %1 = aic.relu %0 : tensor<1x4x6x5xf32>
  return %1 : tensor<1x4x6x5xf32>
}

// Operands that broadcast: per channel, per row, a scalar.
// CHECK-LABEL: @broadcast
// CHECK: %[[C:.*]] = aic.conv2d
// CHECK: %[[V:.*]] = aic.reshape %arg2 : (tensor<4x1x1xf32>) -> tensor<4xf32>
// CHECK: %[[A:.*]] = aic.mul %[[C]], %[[V]] : (tensor<1x6x5x4xf32>, tensor<4xf32>) -> tensor<1x6x5x4xf32>
// CHECK: %[[R:.*]] = aic.reshape %arg3 : (tensor<6x1xf32>) -> tensor<1x6x1x1xf32>
// CHECK: %[[B:.*]] = aic.add %[[A]], %[[R]] : (tensor<1x6x5x4xf32>, tensor<1x6x1x1xf32>) -> tensor<1x6x5x4xf32>
// CHECK: aic.maximum %[[B]], %arg4 : (tensor<1x6x5x4xf32>, tensor<f32>) -> tensor<1x6x5x4xf32>
func.func @broadcast(%x: tensor<1x2x6x5xf32>, %w: tensor<4x2x1x1xf32>, %c: tensor<4x1x1xf32>, %r: tensor<6x1xf32>, %s: tensor<f32>) -> tensor<1x4xf32> {
  %0 = aic.conv2d %x, %w : (tensor<1x2x6x5xf32>, tensor<4x2x1x1xf32>) -> tensor<1x4x6x5xf32>
  %1 = aic.mul %0, %c : (tensor<1x4x6x5xf32>, tensor<4x1x1xf32>) -> tensor<1x4x6x5xf32>
  %2 = aic.add %1, %r : (tensor<1x4x6x5xf32>, tensor<6x1xf32>) -> tensor<1x4x6x5xf32>
  %3 = aic.maximum %2, %s : (tensor<1x4x6x5xf32>, tensor<f32>) -> tensor<1x4x6x5xf32>
  %4 = aic.sum %3 {dims = array<i64: 2, 3>} : (tensor<1x4x6x5xf32>) -> tensor<1x4xf32>
  return %4 : tensor<1x4xf32>
}

// A reduction whose other axes change places gives them back: small, at the edge.
// CHECK-LABEL: @reduce_rows
// CHECK: %[[M:.*]] = aic.sum %{{.*}} {dims = array<i64: 1>} : (tensor<2x6x5x4xf32>) -> tensor<2x5x4xf32>
// CHECK: %[[T:.*]] = aic.transpose %[[M]] {perm = array<i64: 0, 2, 1>} : (tensor<2x5x4xf32>) -> tensor<2x4x5xf32>
// CHECK: return %[[T]]
func.func @reduce_rows(%x: tensor<2x2x6x5xf32>, %w: tensor<4x2x1x1xf32>) -> tensor<2x4x5xf32> {
  %0 = aic.conv2d %x, %w : (tensor<2x2x6x5xf32>, tensor<4x2x1x1xf32>) -> tensor<2x4x6x5xf32>
  %1 = aic.sum %0 {dims = array<i64: 2>} : (tensor<2x4x6x5xf32>) -> tensor<2x4x5xf32>
  return %1 : tensor<2x4x5xf32>
}

// One channel, or one pixel: the transpose is a reshape.
// CHECK-LABEL: @only_ones_move
// CHECK: %[[R:.*]] = aic.reshape %arg0 : (tensor<2x1x6x5xf32>) -> tensor<2x6x5x1xf32>
// CHECK: aic.conv2d %[[R]]
// CHECK: %[[P:.*]] = aic.adaptive_avg_pool2d {{.*}} -> tensor<2x1x1x4xf32>
// CHECK: aic.reshape %[[P]] : (tensor<2x1x1x4xf32>) -> tensor<2x4xf32>
// CHECK-NOT: aic.transpose
// CHECK: return
func.func @only_ones_move(%x: tensor<2x1x6x5xf32>, %w: tensor<4x1x1x1xf32>) -> tensor<2x4xf32> {
  %0 = aic.conv2d %x, %w : (tensor<2x1x6x5xf32>, tensor<4x1x1x1xf32>) -> tensor<2x4x6x5xf32>
  %1 = aic.adaptive_avg_pool2d %0 {output_size = array<i64: 1, 1>} : (tensor<2x4x6x5xf32>) -> tensor<2x4x1x1xf32>
  %2 = aic.reshape %1 : (tensor<2x4x1x1xf32>) -> tensor<2x4xf32>
  return %2 : tensor<2x4xf32>
}

// A transpose of the model's own joins ours: nothing is left of either.
// CHECK-LABEL: @channels_last_outside
// CHECK-NEXT: %[[C:.*]] = aic.conv2d %arg0,
// CHECK-NEXT: %[[R:.*]] = aic.relu %[[C]]
// CHECK-NEXT: return %[[R]]
func.func @channels_last_outside(%x: tensor<2x6x5x3xf32>, %w: tensor<4x3x1x1xf32>) -> tensor<2x6x5x4xf32> {
  %0 = aic.transpose %x {perm = array<i64: 0, 3, 1, 2>} : (tensor<2x6x5x3xf32>) -> tensor<2x3x6x5xf32>
  %1 = aic.conv2d %0, %w : (tensor<2x3x6x5xf32>, tensor<4x3x1x1xf32>) -> tensor<2x4x6x5xf32>
  %2 = aic.relu %1 : tensor<2x4x6x5xf32>
  %3 = aic.transpose %2 {perm = array<i64: 0, 2, 3, 1>} : (tensor<2x4x6x5xf32>) -> tensor<2x6x5x4xf32>
  return %3 : tensor<2x6x5x4xf32>
}

// A patch embedding: what the model flattens and transposes is NHWC already.
// CHECK-LABEL: @patches
// CHECK: %[[C:.*]] = aic.conv2d {{.*}} -> tensor<2x3x3x4xf32>
// CHECK-NEXT: %[[R:.*]] = aic.reshape %[[C]] : (tensor<2x3x3x4xf32>) -> tensor<2x9x4xf32>
// CHECK-NEXT: return %[[R]]
func.func @patches(%x: tensor<2x2x6x6xf32>, %w: tensor<4x2x2x2xf32>) -> tensor<2x9x4xf32> {
  %0 = aic.conv2d %x, %w {stride = array<i64: 2, 2>} : (tensor<2x2x6x6xf32>, tensor<4x2x2x2xf32>) -> tensor<2x4x3x3xf32>
  %1 = aic.reshape %0 : (tensor<2x4x3x3xf32>) -> tensor<2x4x9xf32>
  %2 = aic.transpose %1 {perm = array<i64: 0, 2, 1>} : (tensor<2x4x9xf32>) -> tensor<2x9x4xf32>
  return %2 : tensor<2x9x4xf32>
}

// The same with the channels first in the end: nothing cancels, and of the two transposes one is left.
// CHECK-LABEL: @patches_by_channel
// CHECK: %[[C:.*]] = aic.conv2d {{.*}} -> tensor<2x3x3x4xf32>
// CHECK-NEXT: %[[T:.*]] = aic.transpose %[[C]] {perm = array<i64: 3, 0, 1, 2>} : (tensor<2x3x3x4xf32>) -> tensor<4x2x3x3xf32>
// CHECK-NEXT: %[[R:.*]] = aic.reshape %[[T]] : (tensor<4x2x3x3xf32>) -> tensor<4x2x9xf32>
// CHECK-NEXT: return %[[R]]
func.func @patches_by_channel(%x: tensor<2x2x6x6xf32>, %w: tensor<4x2x2x2xf32>) -> tensor<4x2x9xf32> {
  %0 = aic.conv2d %x, %w {stride = array<i64: 2, 2>} : (tensor<2x2x6x6xf32>, tensor<4x2x2x2xf32>) -> tensor<2x4x3x3xf32>
  %1 = aic.reshape %0 : (tensor<2x4x3x3xf32>) -> tensor<2x4x9xf32>
  %2 = aic.transpose %1 {perm = array<i64: 1, 0, 2>} : (tensor<2x4x9xf32>) -> tensor<4x2x9xf32>
  return %2 : tensor<4x2x9xf32>
}

// Tokens that become a picture: the transposes around a reshape that splits axes cancel too.
// CHECK-LABEL: @tokens_to_picture
// CHECK-NEXT: %[[R:.*]] = aic.reshape %arg0 : (tensor<2x9x4xf32>) -> tensor<2x3x3x4xf32>
// CHECK-NEXT: aic.conv2d %[[R]]
func.func @tokens_to_picture(%x: tensor<2x9x4xf32>, %w: tensor<1x4x3x3xf32>) -> tensor<2x1x1x1xf32> {
  %0 = aic.transpose %x {perm = array<i64: 0, 2, 1>} : (tensor<2x9x4xf32>) -> tensor<2x4x9xf32>
  %1 = aic.reshape %0 : (tensor<2x4x9xf32>) -> tensor<2x4x3x3xf32>
  %2 = aic.conv2d %1, %w : (tensor<2x4x3x3xf32>, tensor<1x4x3x3xf32>) -> tensor<2x1x1x1xf32>
  return %2 : tensor<2x1x1x1xf32>
}

// Squeeze and excitation: neither way of writing it needs a transpose.
// CHECK-LABEL: @squeeze_and_excitation
// CHECK: %[[C:.*]] = aic.conv2d {{.*}} -> tensor<2x6x5x4xf32>
// CHECK-NEXT: %[[P:.*]] = aic.adaptive_avg_pool2d %[[C]] {layout = #aic.layout<nhwc>, output_size = array<i64: 1, 1>} : (tensor<2x6x5x4xf32>) -> tensor<2x1x1x4xf32>
// CHECK-NEXT: %[[Q:.*]] = aic.conv2d %[[P]], %arg2 {{.*}} -> tensor<2x1x1x2xf32>
// CHECK-NEXT: %[[S:.*]] = aic.silu %[[Q]] : tensor<2x1x1x2xf32>
// CHECK-NEXT: %[[E:.*]] = aic.conv2d %[[S]], %arg3 {{.*}} -> tensor<2x1x1x4xf32>
// CHECK-NEXT: %[[G:.*]] = aic.sigmoid %[[E]] : tensor<2x1x1x4xf32>
// CHECK-NEXT: %[[M:.*]] = aic.mul %[[C]], %[[G]] : (tensor<2x6x5x4xf32>, tensor<2x1x1x4xf32>) -> tensor<2x6x5x4xf32>
// CHECK-NEXT: %[[A:.*]] = aic.mean %[[M]] {dims = array<i64: 1, 2>} : (tensor<2x6x5x4xf32>) -> tensor<2x4xf32>
// CHECK-NEXT: %[[L:.*]] = aic.linear %[[A]], %arg4
// CHECK-NEXT: %[[H:.*]] = aic.hardsigmoid %[[L]]
// CHECK-NEXT: %[[R:.*]] = aic.reshape %[[H]] : (tensor<2x4xf32>) -> tensor<2x1x1x4xf32>
// CHECK-NEXT: %[[N:.*]] = aic.mul %[[M]], %[[R]] : (tensor<2x6x5x4xf32>, tensor<2x1x1x4xf32>) -> tensor<2x6x5x4xf32>
// CHECK-NEXT: aic.conv2d %[[N]]
// CHECK-NOT: aic.transpose
func.func @squeeze_and_excitation(%x: tensor<2x1x6x5xf32>, %w: tensor<4x1x1x1xf32>, %d: tensor<2x4x1x1xf32>, %u: tensor<4x2x1x1xf32>, %l: tensor<4x4xf32>, %v: tensor<1x4x1x1xf32>) -> tensor<2x1x6x5xf32> {
  %0 = aic.conv2d %x, %w : (tensor<2x1x6x5xf32>, tensor<4x1x1x1xf32>) -> tensor<2x4x6x5xf32>
  %1 = aic.adaptive_avg_pool2d %0 {output_size = array<i64: 1, 1>} : (tensor<2x4x6x5xf32>) -> tensor<2x4x1x1xf32>
  %2 = aic.conv2d %1, %d : (tensor<2x4x1x1xf32>, tensor<2x4x1x1xf32>) -> tensor<2x2x1x1xf32>
  %3 = aic.silu %2 : tensor<2x2x1x1xf32>
  %4 = aic.conv2d %3, %u : (tensor<2x2x1x1xf32>, tensor<4x2x1x1xf32>) -> tensor<2x4x1x1xf32>
  %5 = aic.sigmoid %4 : tensor<2x4x1x1xf32>
  %6 = aic.mul %0, %5 : (tensor<2x4x6x5xf32>, tensor<2x4x1x1xf32>) -> tensor<2x4x6x5xf32>
  %7 = aic.mean %6 {dims = array<i64: 2, 3>} : (tensor<2x4x6x5xf32>) -> tensor<2x4xf32>
  %8 = aic.linear %7, %l : (tensor<2x4xf32>, tensor<4x4xf32>) -> tensor<2x4xf32>
  %9 = aic.hardsigmoid %8 : tensor<2x4xf32>
  %10 = aic.reshape %9 : (tensor<2x4xf32>) -> tensor<2x4x1x1xf32>
  %11 = aic.mul %6, %10 : (tensor<2x4x6x5xf32>, tensor<2x4x1x1xf32>) -> tensor<2x4x6x5xf32>
  %12 = aic.conv2d %11, %v : (tensor<2x4x6x5xf32>, tensor<1x4x1x1xf32>) -> tensor<2x1x6x5xf32>
  return %12 : tensor<2x1x6x5xf32>
}

// Group norm keeps its vectors; interpolation is NHWC like a pooling; argmax over the channels.
// CHECK-LABEL: @segmentation
// CHECK: %[[C:.*]] = aic.conv2d {{.*}} -> tensor<2x6x5x4xf32>
// CHECK-NEXT: %[[G:.*]] = aic.group_norm %[[C]] weight %arg2 bias %arg2 {layout = #aic.layout<nhwc>, num_groups = 2 : i64} : (tensor<2x6x5x4xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<2x6x5x4xf32>
// CHECK-NEXT: %[[H:.*]] = aic.gelu %[[G]]
// CHECK-NEXT: %[[I:.*]] = aic.interpolate %[[H]] {layout = #aic.layout<nhwc>, mode = #aic.resize_mode<bilinear>, output_size = array<i64: 12, 10>} : (tensor<2x6x5x4xf32>) -> tensor<2x12x10x4xf32>
// CHECK-NEXT: %[[A:.*]] = aic.argmax %[[I]] {dim = 3 : i64} : (tensor<2x12x10x4xf32>) -> tensor<2x12x10xi64>
// CHECK-NEXT: return %[[A]]
func.func @segmentation(%x: tensor<2x1x6x5xf32>, %w: tensor<4x1x1x1xf32>, %v: tensor<4xf32>) -> tensor<2x12x10xi64> {
  %0 = aic.conv2d %x, %w : (tensor<2x1x6x5xf32>, tensor<4x1x1x1xf32>) -> tensor<2x4x6x5xf32>
  %1 = aic.group_norm %0 weight %v bias %v {num_groups = 2 : i64} : (tensor<2x4x6x5xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<2x4x6x5xf32>
  %2 = aic.gelu %1 : tensor<2x4x6x5xf32>
  %3 = aic.interpolate %2 {mode = #aic.resize_mode<bilinear>, output_size = array<i64: 12, 10>} : (tensor<2x4x6x5xf32>) -> tensor<2x4x12x10xf32>
  %4 = aic.argmax %3 {dim = 1 : i64} : (tensor<2x4x12x10xf32>) -> tensor<2x12x10xi64>
  return %4 : tensor<2x12x10xi64>
}

// What is in NHWC already (a conv_transpose2d that was decomposed) takes its surroundings with it.
// CHECK-LABEL: @already_nhwc
// CHECK: %[[C:.*]] = aic.conv2d {{.*}} -> tensor<2x6x5x4xf32>
// CHECK-NEXT: %[[R:.*]] = aic.relu %[[C]] : tensor<2x6x5x4xf32>
// CHECK-NEXT: aic.conv2d %[[R]]
func.func @already_nhwc(%x: tensor<2x6x5x4xf32>, %w: tensor<4x4x1x1xf32>) -> tensor<2x6x5x4xf32> {
  %0 = aic.conv2d %x, %w {layout = #aic.layout<nhwc>} : (tensor<2x6x5x4xf32>, tensor<4x4x1x1xf32>) -> tensor<2x6x5x4xf32>
  %1 = aic.transpose %0 {perm = array<i64: 0, 3, 1, 2>} : (tensor<2x6x5x4xf32>) -> tensor<2x4x6x5xf32>
  %2 = aic.relu %1 : tensor<2x4x6x5xf32>
  %3 = aic.transpose %2 {perm = array<i64: 0, 2, 3, 1>} : (tensor<2x4x6x5xf32>) -> tensor<2x6x5x4xf32>
  %4 = aic.conv2d %3, %w {layout = #aic.layout<nhwc>} : (tensor<2x6x5x4xf32>, tensor<4x4x1x1xf32>) -> tensor<2x6x5x4xf32>
  return %4 : tensor<2x6x5x4xf32>
}
