// Squeeze-and-excitation: which multiplications become gates of the products behind them, and which means are
// gathered by depthwise convolutions.
// RUN: aic-opt --aic-cpu-tiles=target-cpu=x86-64-v4 --split-input-file %s | FileCheck %s
// RUN: aic-opt --aic-cpu-tiles=target-cpu=x86-64-v4 --split-input-file --remark-format=emitRemark --remarks-filter='.*' %s -o /dev/null 2>&1 | FileCheck %s --check-prefix=REMARK
// RUN: aic-opt --aic-cpu-tiles=target-cpu=x86-64-v4 --aic-cpu-emit=target-cpu=x86-64-v4 --split-input-file %s | FileCheck %s --check-prefix=EMIT

// A whole block. The kernels that nothing runs any more go.
// CHECK-NOT: schedule.kernel @depthwise
// CHECK: schedule.kernel @row_means_of_depthwise family("window") constants [1]
// CHECK: %[[Y:.*]] = aic.silu
// CHECK: %[[MEAN:.*]] = aic.mean %[[Y]] {dims = array<i64: 2>, keepdim = true} : (tensor<1x14x14x480xf32>) -> tensor<1x14x1x480xf32>
// CHECK: aic.yield %[[Y]], %[[MEAN]]
// CHECK: schedule.kernel @mean_of_rows family("reduction")
// CHECK: aic.mean %{{.*}} {dims = array<i64: 1, 2>, keepdim = true} : (tensor<1x14x1x480xf32>) -> tensor<1x1x1x480xf32>
// CHECK-NOT: schedule.kernel @scale
// CHECK: schedule.kernel @gate_product family("contraction") constants [1] {{.*}} tiling {{.*}}scratch_bytes
// CHECK: ^bb0(%[[X:.*]]: tensor<1x14x14x480xf32>, %{{.*}}: tensor<80x480x1x1xf32>, %[[S:.*]]: tensor<1x1x1x480xf32>):
// CHECK: %[[SCALED:.*]] = aic.mul %[[X]], %[[S]]
// CHECK: aic.conv2d %[[SCALED]]
// CHECK-LABEL: schedule.program @block
// CHECK: schedule.dispatch @row_means_of_depthwise(%{{.*}}, %{{.*}}) -> (%[[IMAGE:.*]], %[[ROWS:[^:]*]]) :
// CHECK: schedule.dispatch @mean_of_rows(%[[ROWS]]) -> (%[[MEANS:.*]]) :
// CHECK: schedule.dispatch @gate_product(%[[IMAGE]], %{{.*}}, %[[MEANS]]) -> (%{{.*}}) :
// REMARK: the factors of the channels are multiplied in by the product that reads them
// REMARK: the means of rows are gathered by the depthwise convolution before it
// Scratch memory is an argument behind the workgroup's index.
// EMIT-LABEL: func.func private @gate_product(
// EMIT-SAME: index, %{{.*}}: memref<{{[0-9]+}}xf32>)
schedule.kernel @depthwise family("window") constants [1] {
^bb0(%x: tensor<1x14x14x480xf32>, %w: tensor<480x1x3x3xf32>):
  %0 = aic.conv2d %x, %w {groups = 480 : i64, padding = array<i64: 1, 1, 1, 1>, layout = #aic.layout<nhwc>} : (tensor<1x14x14x480xf32>, tensor<480x1x3x3xf32>) -> tensor<1x14x14x480xf32>
  %1 = aic.silu %0 : tensor<1x14x14x480xf32>
  aic.yield %1 : tensor<1x14x14x480xf32>
}
schedule.kernel @mean family("reduction") {
^bb0(%x: tensor<1x14x14x480xf32>):
  %0 = aic.mean %x {dims = array<i64: 1, 2>, keepdim = true} : (tensor<1x14x14x480xf32>) -> tensor<1x1x1x480xf32>
  aic.yield %0 : tensor<1x1x1x480xf32>
}
schedule.kernel @scale family("elementwise") {
^bb0(%s: tensor<1x1x1x480xf32>, %x: tensor<1x14x14x480xf32>):
  %0 = aic.mul %s, %x : (tensor<1x1x1x480xf32>, tensor<1x14x14x480xf32>) -> tensor<1x14x14x480xf32>
  aic.yield %0 : tensor<1x14x14x480xf32>
}
schedule.kernel @product family("contraction") constants [1] {
^bb0(%x: tensor<1x14x14x480xf32>, %w: tensor<80x480x1x1xf32>):
  %0 = aic.conv2d %x, %w {layout = #aic.layout<nhwc>} : (tensor<1x14x14x480xf32>, tensor<80x480x1x1xf32>) -> tensor<1x14x14x80xf32>
  aic.yield %0 : tensor<1x14x14x80xf32>
}
schedule.program @block {
  %x = schedule.input 0 "x" : memref<1x14x14x480xf32>
  %y = schedule.output 0 "y" : memref<1x14x14x80xf32>
  %k = schedule.constant dense<2.0> : tensor<480x1x3x3xf32> : memref<480x1x3x3xf32>
  %w = schedule.constant dense<2.0> : tensor<80x480x1x1xf32> : memref<80x480x1x1xf32>
  %0 = schedule.transient : memref<1x14x14x480xf32>
  schedule.dispatch @depthwise(%x, %k) -> (%0) : (memref<1x14x14x480xf32>, memref<480x1x3x3xf32>) -> memref<1x14x14x480xf32>
  %1 = schedule.transient : memref<1x1x1x480xf32>
  schedule.dispatch @mean(%0) -> (%1) : (memref<1x14x14x480xf32>) -> memref<1x1x1x480xf32>
  %2 = schedule.transient : memref<1x14x14x480xf32>
  schedule.dispatch @scale(%1, %0) -> (%2) : (memref<1x1x1x480xf32>, memref<1x14x14x480xf32>) -> memref<1x14x14x480xf32>
  schedule.dispatch @product(%2, %w) -> (%y) : (memref<1x14x14x480xf32>, memref<80x480x1x1xf32>) -> memref<1x14x14x80xf32>
}

// -----

// What stays: a product of stride 2, factors of pixels, a scaled image that is read twice, or is an output.
// CHECK-NOT: gate_
// REMARK: not multiplied in by a product: the convolution is not one of 1 x 1 in f32 without groups, stride and padding
// REMARK: not multiplied in by a product: not one operator alone reads their result
// REMARK: not multiplied in by a product: not one operator alone reads their result
// REMARK-NOT: multiplied in
schedule.kernel @scale family("elementwise") {
^bb0(%x: tensor<1x8x8x32xf32>, %s: tensor<1x1x1x32xf32>):
  %0 = aic.mul %x, %s : (tensor<1x8x8x32xf32>, tensor<1x1x1x32xf32>) -> tensor<1x8x8x32xf32>
  aic.yield %0 : tensor<1x8x8x32xf32>
}
schedule.kernel @scale_pixels family("elementwise") {
^bb0(%x: tensor<1x8x8x32xf32>, %s: tensor<1x8x8x1xf32>):
  %0 = aic.mul %x, %s : (tensor<1x8x8x32xf32>, tensor<1x8x8x1xf32>) -> tensor<1x8x8x32xf32>
  aic.yield %0 : tensor<1x8x8x32xf32>
}
schedule.kernel @product family("contraction") constants [1] {
^bb0(%x: tensor<1x8x8x32xf32>, %w: tensor<32x32x1x1xf32>):
  %0 = aic.conv2d %x, %w {layout = #aic.layout<nhwc>} : (tensor<1x8x8x32xf32>, tensor<32x32x1x1xf32>) -> tensor<1x8x8x32xf32>
  aic.yield %0 : tensor<1x8x8x32xf32>
}
schedule.kernel @strided family("contraction") constants [1] {
^bb0(%x: tensor<1x8x8x32xf32>, %w: tensor<32x32x1x1xf32>):
  %0 = aic.conv2d %x, %w {stride = array<i64: 2, 2>, layout = #aic.layout<nhwc>} : (tensor<1x8x8x32xf32>, tensor<32x32x1x1xf32>) -> tensor<1x4x4x32xf32>
  aic.yield %0 : tensor<1x4x4x32xf32>
}
schedule.program @apart {
  %x = schedule.input 0 "x" : memref<1x8x8x32xf32>
  %s = schedule.input 1 "s" : memref<1x1x1x32xf32>
  %p = schedule.input 2 "p" : memref<1x8x8x1xf32>
  %a = schedule.output 0 "a" : memref<1x4x4x32xf32>
  %b = schedule.output 1 "b" : memref<1x8x8x32xf32>
  %c = schedule.output 2 "c" : memref<1x8x8x32xf32>
  %d = schedule.output 3 "d" : memref<1x8x8x32xf32>
  %e = schedule.output 4 "e" : memref<1x8x8x32xf32>
  %f = schedule.output 5 "f" : memref<1x8x8x32xf32>
  %w = schedule.constant dense<2.0> : tensor<32x32x1x1xf32> : memref<32x32x1x1xf32>
  %0 = schedule.transient : memref<1x8x8x32xf32>
  schedule.dispatch @scale(%x, %s) -> (%0) : (memref<1x8x8x32xf32>, memref<1x1x1x32xf32>) -> memref<1x8x8x32xf32>
  schedule.dispatch @strided(%0, %w) -> (%a) : (memref<1x8x8x32xf32>, memref<32x32x1x1xf32>) -> memref<1x4x4x32xf32>
  %1 = schedule.transient : memref<1x8x8x32xf32>
  schedule.dispatch @scale_pixels(%x, %p) -> (%1) : (memref<1x8x8x32xf32>, memref<1x8x8x1xf32>) -> memref<1x8x8x32xf32>
  schedule.dispatch @product(%1, %w) -> (%b) : (memref<1x8x8x32xf32>, memref<32x32x1x1xf32>) -> memref<1x8x8x32xf32>
  %2 = schedule.transient : memref<1x8x8x32xf32>
  schedule.dispatch @scale(%x, %s) -> (%2) : (memref<1x8x8x32xf32>, memref<1x1x1x32xf32>) -> memref<1x8x8x32xf32>
  schedule.dispatch @product(%2, %w) -> (%c) : (memref<1x8x8x32xf32>, memref<32x32x1x1xf32>) -> memref<1x8x8x32xf32>
  schedule.dispatch @product(%2, %w) -> (%d) : (memref<1x8x8x32xf32>, memref<32x32x1x1xf32>) -> memref<1x8x8x32xf32>
  schedule.dispatch @scale(%x, %s) -> (%e) : (memref<1x8x8x32xf32>, memref<1x1x1x32xf32>) -> memref<1x8x8x32xf32>
  schedule.dispatch @product(%e, %w) -> (%f) : (memref<1x8x8x32xf32>, memref<32x32x1x1xf32>) -> memref<1x8x8x32xf32>
}

// -----

// Nor where the image is another one, or the factors are, when the product runs.
// CHECK-NOT: gate_
// REMARK: not multiplied in by a product: what they are made of is overwritten before it is read
schedule.kernel @scale family("elementwise") {
^bb0(%x: tensor<1x8x8x32xf32>, %s: tensor<1x1x1x32xf32>):
  %0 = aic.mul %x, %s : (tensor<1x8x8x32xf32>, tensor<1x1x1x32xf32>) -> tensor<1x8x8x32xf32>
  aic.yield %0 : tensor<1x8x8x32xf32>
}
schedule.kernel @next family("elementwise") {
^bb0(%x: tensor<1x1x1x32xf32>):
  %0 = aic.relu %x : tensor<1x1x1x32xf32>
  aic.yield %0 : tensor<1x1x1x32xf32>
}
schedule.kernel @product family("contraction") constants [1] {
^bb0(%x: tensor<1x8x8x32xf32>, %w: tensor<32x32x1x1xf32>):
  %0 = aic.conv2d %x, %w {layout = #aic.layout<nhwc>} : (tensor<1x8x8x32xf32>, tensor<32x32x1x1xf32>) -> tensor<1x8x8x32xf32>
  aic.yield %0 : tensor<1x8x8x32xf32>
}
schedule.program @changed {
  %x = schedule.input 0 "x" : memref<1x8x8x32xf32>
  %i = schedule.input 1 "i" : memref<1x1x1x32xf32>
  %s = schedule.output 0 "s" : memref<1x1x1x32xf32>
  %y = schedule.output 1 "y" : memref<1x8x8x32xf32>
  %w = schedule.constant dense<2.0> : tensor<32x32x1x1xf32> : memref<32x32x1x1xf32>
  schedule.dispatch @next(%i) -> (%s) : (memref<1x1x1x32xf32>) -> memref<1x1x1x32xf32>
  %0 = schedule.transient : memref<1x8x8x32xf32>
  schedule.dispatch @scale(%x, %s) -> (%0) : (memref<1x8x8x32xf32>, memref<1x1x1x32xf32>) -> memref<1x8x8x32xf32>
  schedule.dispatch @next(%s) -> (%s) : (memref<1x1x1x32xf32>) -> memref<1x1x1x32xf32>
  schedule.dispatch @product(%0, %w) -> (%y) : (memref<1x8x8x32xf32>, memref<32x32x1x1xf32>) -> memref<1x8x8x32xf32>
}

// -----

// The mean of what a pooling makes, and of long rows, is taken as before.
// CHECK-NOT: row_means_of
// REMARK-NOT: means of rows
schedule.kernel @pool family("window") {
^bb0(%x: tensor<1x8x8x32xf32>):
  %0 = aic.max_pool2d %x {kernel = array<i64: 3, 3>, stride = array<i64: 1, 1>, padding = array<i64: 1, 1, 1, 1>, layout = #aic.layout<nhwc>} : (tensor<1x8x8x32xf32>) -> tensor<1x8x8x32xf32>
  aic.yield %0 : tensor<1x8x8x32xf32>
}
schedule.kernel @mean family("reduction") {
^bb0(%x: tensor<1x8x8x32xf32>):
  %0 = aic.mean %x {dims = array<i64: 1, 2>} : (tensor<1x8x8x32xf32>) -> tensor<1x32xf32>
  aic.yield %0 : tensor<1x32xf32>
}
schedule.kernel @depthwise family("window") constants [1] {
^bb0(%x: tensor<1x2x200x4xf32>, %w: tensor<4x1x3x3xf32>):
  %0 = aic.conv2d %x, %w {groups = 4 : i64, padding = array<i64: 1, 1, 1, 1>, layout = #aic.layout<nhwc>} : (tensor<1x2x200x4xf32>, tensor<4x1x3x3xf32>) -> tensor<1x2x200x4xf32>
  aic.yield %0 : tensor<1x2x200x4xf32>
}
schedule.kernel @mean_of_long family("reduction") {
^bb0(%x: tensor<1x2x200x4xf32>):
  %0 = aic.mean %x {dims = array<i64: 1, 2>} : (tensor<1x2x200x4xf32>) -> tensor<1x4xf32>
  aic.yield %0 : tensor<1x4xf32>
}
schedule.program @others {
  %x = schedule.input 0 "x" : memref<1x8x8x32xf32>
  %l = schedule.input 1 "l" : memref<1x2x200x4xf32>
  %y = schedule.output 0 "y" : memref<1x32xf32>
  %z = schedule.output 1 "z" : memref<1x4xf32>
  %k = schedule.constant dense<2.0> : tensor<4x1x3x3xf32> : memref<4x1x3x3xf32>
  %0 = schedule.transient : memref<1x8x8x32xf32>
  schedule.dispatch @pool(%x) -> (%0) : (memref<1x8x8x32xf32>) -> memref<1x8x8x32xf32>
  schedule.dispatch @mean(%0) -> (%y) : (memref<1x8x8x32xf32>) -> memref<1x32xf32>
  %1 = schedule.transient : memref<1x2x200x4xf32>
  schedule.dispatch @depthwise(%l, %k) -> (%1) : (memref<1x2x200x4xf32>, memref<4x1x3x3xf32>) -> memref<1x2x200x4xf32>
  schedule.dispatch @mean_of_long(%1) -> (%z) : (memref<1x2x200x4xf32>) -> memref<1x4xf32>
}

// -----

// Nor are the factors multiplied in by a product that would do it for each of many groups of outputs.
// CHECK-NOT: gate_
// REMARK: the factors of the channels are multiplied in before the product that reads them
schedule.kernel @scale family("elementwise") {
^bb0(%x: tensor<1x7x7x1152xf32>, %s: tensor<1x1x1x1152xf32>):
  %0 = aic.mul %x, %s : (tensor<1x7x7x1152xf32>, tensor<1x1x1x1152xf32>) -> tensor<1x7x7x1152xf32>
  aic.yield %0 : tensor<1x7x7x1152xf32>
}
schedule.kernel @product family("contraction") constants [1] {
^bb0(%x: tensor<1x7x7x1152xf32>, %w: tensor<320x1152x1x1xf32>):
  %0 = aic.conv2d %x, %w {layout = #aic.layout<nhwc>} : (tensor<1x7x7x1152xf32>, tensor<320x1152x1x1xf32>) -> tensor<1x7x7x320xf32>
  aic.yield %0 : tensor<1x7x7x320xf32>
}
schedule.program @wide {
  %x = schedule.input 0 "x" : memref<1x7x7x1152xf32>
  %s = schedule.input 1 "s" : memref<1x1x1x1152xf32>
  %y = schedule.output 0 "y" : memref<1x7x7x320xf32>
  %w = schedule.constant dense<2.0> : tensor<320x1152x1x1xf32> : memref<320x1152x1x1xf32>
  %0 = schedule.transient : memref<1x7x7x1152xf32>
  schedule.dispatch @scale(%x, %s) -> (%0) : (memref<1x7x7x1152xf32>, memref<1x1x1x1152xf32>) -> memref<1x7x7x1152xf32>
  schedule.dispatch @product(%0, %w) -> (%y) : (memref<1x7x7x1152xf32>, memref<320x1152x1x1xf32>) -> memref<1x7x7x320xf32>
}

// -----

// A depthwise convolution of bytes pads by itself what it alone reads; a padded image that others read, too, is made.
// CHECK-NOT: schedule.kernel @pad
// CHECK: schedule.kernel @padded_depthwise family("window") constants [1]
// CHECK: ^bb0(%[[X:.*]]: tensor<1x6x6x16xui8>, %{{.*}}: tensor<16x1x3x3xi8>):
// CHECK: %[[P:.*]] = aic.pad %[[X]]
// CHECK: aic.conv2d %[[P]]
// CHECK-LABEL: schedule.program @padded
// CHECK: schedule.dispatch @padded_depthwise(%[[IMAGE:.*]], %{{.*}}) -> (%{{.*}}) : (memref<1x6x6x16xui8>,
// REMARK: the depthwise convolution that reads it pads with the zero point itself
schedule.kernel @pad family("copy") {
^bb0(%x: tensor<1x6x6x16xui8>):
  %0 = aic.pad %x {high = array<i64: 0, 1, 1, 0>, low = array<i64: 0, 1, 1, 0>, value = 7.0 : f64} : (tensor<1x6x6x16xui8>) -> tensor<1x8x8x16xui8>
  aic.yield %0 : tensor<1x8x8x16xui8>
}
schedule.kernel @depthwise family("window") constants [1] {
^bb0(%x: tensor<1x8x8x16xui8>, %w: tensor<16x1x3x3xi8>):
  %0 = aic.conv2d %x, %w {groups = 16 : i64, layout = #aic.layout<nhwc>} : (tensor<1x8x8x16xui8>, tensor<16x1x3x3xi8>) -> tensor<1x6x6x16xi32>
  aic.yield %0 : tensor<1x6x6x16xi32>
}
schedule.program @padded {
  %x = schedule.input 0 "x" : memref<1x6x6x16xui8>
  %y = schedule.output 0 "y" : memref<1x6x6x16xi32>
  %w = schedule.constant dense<2> : tensor<16x1x3x3xi8> : memref<16x1x3x3xi8>
  %0 = schedule.transient : memref<1x8x8x16xui8>
  schedule.dispatch @pad(%x) -> (%0) : (memref<1x6x6x16xui8>) -> memref<1x8x8x16xui8>
  schedule.dispatch @depthwise(%0, %w) -> (%y) : (memref<1x8x8x16xui8>, memref<16x1x3x3xi8>) -> memref<1x6x6x16xi32>
}

// -----

// CHECK-NOT: schedule.kernel @padded_
// CHECK-LABEL: schedule.program @padded_for_two
// REMARK-NOT: zero point
schedule.kernel @pad family("copy") {
^bb0(%x: tensor<1x6x6x16xui8>):
  %0 = aic.pad %x {high = array<i64: 0, 1, 1, 0>, low = array<i64: 0, 1, 1, 0>, value = 7.0 : f64} : (tensor<1x6x6x16xui8>) -> tensor<1x8x8x16xui8>
  aic.yield %0 : tensor<1x8x8x16xui8>
}
schedule.kernel @depthwise family("window") constants [1] {
^bb0(%x: tensor<1x8x8x16xui8>, %w: tensor<16x1x3x3xi8>):
  %0 = aic.conv2d %x, %w {groups = 16 : i64, layout = #aic.layout<nhwc>} : (tensor<1x8x8x16xui8>, tensor<16x1x3x3xi8>) -> tensor<1x6x6x16xi32>
  aic.yield %0 : tensor<1x6x6x16xi32>
}
schedule.program @padded_for_two {
  %x = schedule.input 0 "x" : memref<1x6x6x16xui8>
  %y = schedule.output 0 "y" : memref<1x6x6x16xi32>
  %z = schedule.output 1 "z" : memref<1x6x6x16xi32>
  %w = schedule.constant dense<2> : tensor<16x1x3x3xi8> : memref<16x1x3x3xi8>
  %0 = schedule.transient : memref<1x8x8x16xui8>
  schedule.dispatch @pad(%x) -> (%0) : (memref<1x6x6x16xui8>) -> memref<1x8x8x16xui8>
  schedule.dispatch @depthwise(%0, %w) -> (%y) : (memref<1x8x8x16xui8>, memref<16x1x3x3xi8>) -> memref<1x6x6x16xi32>
  schedule.dispatch @depthwise(%0, %w) -> (%z) : (memref<1x8x8x16xui8>, memref<16x1x3x3xi8>) -> memref<1x6x6x16xi32>
}
