// Where 3x3 convolutions are computed by Winograd's way, and that all readers of one weight go one way.
// RUN: aic-opt --aic-cpu-tiles=target-cpu=x86-64-v4 --split-input-file %s | FileCheck %s
// RUN: aic-opt --aic-cpu-tiles=target-cpu=x86-64-v4 --split-input-file --remark-format=emitRemark --remarks-filter='.*' %s -o /dev/null 2>&1 | FileCheck %s --check-prefix=REMARK
// RUN: aic-opt --aic-cpu-tiles="target-cpu=x86-64-v4 small" --split-input-file %s | FileCheck %s --check-prefix=SMALL
// RUN: aic-opt --aic-cpu-tiles="target-cpu=x86-64-v4 winograd=4" --split-input-file %s | FileCheck %s --check-prefix=FORCED
// RUN: aic-opt --aic-cpu-tiles=target-cpu=x86-64-v4 --aic-cpu-emit=target-cpu=x86-64-v4 --split-input-file %s | FileCheck %s --check-prefix=EMIT

// Alone, the first would take F(2x2) and the second F(4x4).
// CHECK-LABEL: schedule.kernel @alone
// CHECK-SAME: winograd = 2 : i64
// CHECK-LABEL: schedule.kernel @one
// CHECK-SAME: winograd = [[TILE:[24]]] : i64
// CHECK-LABEL: schedule.kernel @many
// CHECK-SAME: winograd = [[TILE]] : i64
// CHECK-LABEL: schedule.program @of_many
// CHECK: schedule.constant dense<1.000000e+00> {{.*}} packed {groups = 1 : i64, kind = "winograd", tile = [[TILE]] : i64, width = 32 : i64}
// SMALL-NOT: winograd
// FORCED-LABEL: schedule.kernel @alone
// FORCED-SAME: winograd = 4 : i64
// The weights as they are stored, and the scratch memory behind the workgroup's index.
// EMIT-LABEL: func.func private @alone(
// EMIT-SAME: memref<4194304xf32>, {{.*}}index, %{{.*}}: memref<{{[0-9]+}}xf32>)
schedule.kernel @alone family("contraction") constants [1] {
^bb0(%x: tensor<1x7x7x512xf32>, %w: tensor<512x512x3x3xf32>):
  %0 = aic.conv2d %x, %w {padding = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>, layout = #aic.layout<nhwc>} : (tensor<1x7x7x512xf32>, tensor<512x512x3x3xf32>) -> tensor<1x7x7x512xf32>
  aic.yield %0 : tensor<1x7x7x512xf32>
}
schedule.kernel @one family("contraction") constants [1] {
^bb0(%x: tensor<1x7x7x512xf32>, %w: tensor<512x512x3x3xf32>):
  %0 = aic.conv2d %x, %w {padding = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>, layout = #aic.layout<nhwc>} : (tensor<1x7x7x512xf32>, tensor<512x512x3x3xf32>) -> tensor<1x7x7x512xf32>
  aic.yield %0 : tensor<1x7x7x512xf32>
}
schedule.kernel @many family("contraction") constants [1] {
^bb0(%x: tensor<8x7x7x512xf32>, %w: tensor<512x512x3x3xf32>):
  %0 = aic.conv2d %x, %w {padding = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>, layout = #aic.layout<nhwc>} : (tensor<8x7x7x512xf32>, tensor<512x512x3x3xf32>) -> tensor<8x7x7x512xf32>
  aic.yield %0 : tensor<8x7x7x512xf32>
}
schedule.program @of_alone {
  %x = schedule.input 0 "x" : memref<1x7x7x512xf32>
  %y = schedule.output 0 "y" : memref<1x7x7x512xf32>
  %w = schedule.constant dense<2.0> : tensor<512x512x3x3xf32> : memref<512x512x3x3xf32>
  schedule.dispatch @alone(%x, %w) -> (%y) : (memref<1x7x7x512xf32>, memref<512x512x3x3xf32>) -> memref<1x7x7x512xf32>
}
schedule.program @of_one {
  %x = schedule.input 0 "x" : memref<1x7x7x512xf32>
  %y = schedule.output 0 "y" : memref<1x7x7x512xf32>
  %w = schedule.constant dense<1.0> : tensor<512x512x3x3xf32> : memref<512x512x3x3xf32>
  schedule.dispatch @one(%x, %w) -> (%y) : (memref<1x7x7x512xf32>, memref<512x512x3x3xf32>) -> memref<1x7x7x512xf32>
}
schedule.program @of_many {
  %x = schedule.input 0 "x" : memref<8x7x7x512xf32>
  %y = schedule.output 0 "y" : memref<8x7x7x512xf32>
  %w = schedule.constant dense<1.0> : tensor<512x512x3x3xf32> : memref<512x512x3x3xf32>
  schedule.dispatch @many(%x, %w) -> (%y) : (memref<8x7x7x512xf32>, memref<512x512x3x3xf32>) -> memref<8x7x7x512xf32>
}

// -----

// A weight that a convolution of stride 2 reads too; one of a few pixels, one of f16.
// CHECK-LABEL: schedule.kernel @straight
// CHECK-SAME: packed
// CHECK-LABEL: schedule.kernel @strided
// CHECK-SAME: packed
// CHECK-NOT: winograd
// REMARK-DAG: remark: {{.*}}not computed by Winograd's way: another kernel reads its weight a constant, and of that its stride is not 1
// REMARK-DAG: remark: {{.*}}not computed by Winograd's way: it would take {{[0-9.]+}} times as long as the direct way
// FORCED-LABEL: schedule.kernel @straight
// FORCED-NOT: winograd
// FORCED: schedule.kernel @few
// FORCED-SAME: winograd = 4 : i64
// FORCED-LABEL: schedule.kernel @halves
// FORCED-NOT: winograd
// FORCED: schedule.program
schedule.kernel @straight family("contraction") constants [1] {
^bb0(%x: tensor<1x28x28x64xf32>, %w: tensor<64x64x3x3xf32>):
  %0 = aic.conv2d %x, %w {padding = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>, layout = #aic.layout<nhwc>} : (tensor<1x28x28x64xf32>, tensor<64x64x3x3xf32>) -> tensor<1x28x28x64xf32>
  aic.yield %0 : tensor<1x28x28x64xf32>
}
schedule.kernel @strided family("contraction") constants [1] {
^bb0(%x: tensor<1x28x28x64xf32>, %w: tensor<64x64x3x3xf32>):
  %0 = aic.conv2d %x, %w {padding = array<i64: 1, 1, 1, 1>, stride = array<i64: 2, 2>, layout = #aic.layout<nhwc>} : (tensor<1x28x28x64xf32>, tensor<64x64x3x3xf32>) -> tensor<1x14x14x64xf32>
  aic.yield %0 : tensor<1x14x14x64xf32>
}
schedule.kernel @few family("contraction") constants [1] {
^bb0(%x: tensor<1x2x2x64xf32>, %w: tensor<64x64x3x3xf32>):
  %0 = aic.conv2d %x, %w {padding = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>, layout = #aic.layout<nhwc>} : (tensor<1x2x2x64xf32>, tensor<64x64x3x3xf32>) -> tensor<1x2x2x64xf32>
  aic.yield %0 : tensor<1x2x2x64xf32>
}
schedule.kernel @halves family("contraction") constants [1] {
^bb0(%x: tensor<1x28x28x64xf16>, %w: tensor<64x64x3x3xf16>):
  %0 = aic.conv2d %x, %w {padding = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>, layout = #aic.layout<nhwc>} : (tensor<1x28x28x64xf16>, tensor<64x64x3x3xf16>) -> tensor<1x28x28x64xf16>
  aic.yield %0 : tensor<1x28x28x64xf16>
}
schedule.program @a {
  %x = schedule.input 0 "x" : memref<1x28x28x64xf32>
  %y = schedule.output 0 "y" : memref<1x28x28x64xf32>
  %w = schedule.constant dense<1.0> : tensor<64x64x3x3xf32> : memref<64x64x3x3xf32>
  schedule.dispatch @straight(%x, %w) -> (%y) : (memref<1x28x28x64xf32>, memref<64x64x3x3xf32>) -> memref<1x28x28x64xf32>
}
schedule.program @b {
  %x = schedule.input 0 "x" : memref<1x28x28x64xf32>
  %y = schedule.output 0 "y" : memref<1x14x14x64xf32>
  %w = schedule.constant dense<1.0> : tensor<64x64x3x3xf32> : memref<64x64x3x3xf32>
  schedule.dispatch @strided(%x, %w) -> (%y) : (memref<1x28x28x64xf32>, memref<64x64x3x3xf32>) -> memref<1x14x14x64xf32>
}
schedule.program @c {
  %x = schedule.input 0 "x" : memref<1x2x2x64xf32>
  %y = schedule.output 0 "y" : memref<1x2x2x64xf32>
  %w = schedule.constant dense<2.0> : tensor<64x64x3x3xf32> : memref<64x64x3x3xf32>
  schedule.dispatch @few(%x, %w) -> (%y) : (memref<1x2x2x64xf32>, memref<64x64x3x3xf32>) -> memref<1x2x2x64xf32>
}
schedule.program @d {
  %x = schedule.input 0 "x" : memref<1x28x28x64xf16>
  %y = schedule.output 0 "y" : memref<1x28x28x64xf16>
  %w = schedule.constant dense<1.0> : tensor<64x64x3x3xf16> : memref<64x64x3x3xf16>
  schedule.dispatch @halves(%x, %w) -> (%y) : (memref<1x28x28x64xf16>, memref<64x64x3x3xf16>) -> memref<1x28x28x64xf16>
}
