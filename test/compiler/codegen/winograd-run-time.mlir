// Winograd's way for weights that are computed at run time.
// RUN: aic-opt --aic-cpu-tiles="target-cpu=x86-64-v4 winograd=4" %s | FileCheck %s
// RUN: aic-opt --aic-cpu-tiles="target-cpu=x86-64-v4 winograd=4" --aic-cpu-emit=target-cpu=x86-64-v4 %s | FileCheck %s --check-prefix=EMIT

// EMIT: func.func private @pack_32x64x3x3({{.*}}memref<18432xf32>, %{{.*}}: memref<73728xf32>, %{{.*}}: index)
// EMIT: func.func private @of_the_run({{.*}}memref<73728xf32>

// A weight of the run is transformed by a dispatch, which reads it where copies took it from: here the taps in
// reverse, inputs and outputs exchanged, as on the way back. The buffer says how it is packed.
// CHECK-NOT: schedule.kernel @reversed
// CHECK: schedule.kernel @pack_32x64x3x3 family("pack") {{.*}}kind = "winograd"
// CHECK-NEXT: ^bb0(%[[W:.*]]: tensor<64x32x3x3xf32>):
// CHECK-NEXT: %[[TAPS:.*]] = aic.slice %[[W]]
// CHECK-NEXT: %[[TURNED:.*]] = aic.transpose %[[TAPS]]
// CHECK-NEXT: aic.yield %[[TURNED]] : tensor<32x64x3x3xf32>
// CHECK: schedule.kernel @of_the_run
// CHECK-SAME: winograd = 4 : i64
// CHECK-LABEL: schedule.program @back
// CHECK-DAG: %[[GIVEN:.*]] = schedule.input 1 "w"
// CHECK-DAG: %[[PACKED:.*]] = schedule.transient packed {groups = 1 : i64, kind = "winograd", tile = 4 : i64, width = 32 : i64} elements(73728) : memref<32x64x3x3xf32>
// CHECK: schedule.dispatch @pack_32x64x3x3(%[[GIVEN]]) -> (%[[PACKED]])
// CHECK-NEXT: schedule.dispatch @of_the_run(%{{.*}}, %[[PACKED]])
schedule.kernel @reversed family("copy") {
^bb0(%w: tensor<64x32x3x3xf32>):
  %0 = aic.slice %w {offsets = array<i64: 0, 0, 2, 2>, sizes = array<i64: 64, 32, 3, 3>, strides = array<i64: 1, 1, -1, -1>} : (tensor<64x32x3x3xf32>) -> tensor<64x32x3x3xf32>
  aic.yield %0 : tensor<64x32x3x3xf32>
}
schedule.kernel @turned family("copy") {
^bb0(%w: tensor<64x32x3x3xf32>):
  %0 = aic.transpose %w {perm = array<i64: 1, 0, 2, 3>} : (tensor<64x32x3x3xf32>) -> tensor<32x64x3x3xf32>
  aic.yield %0 : tensor<32x64x3x3xf32>
}
schedule.kernel @of_the_run family("contraction") {
^bb0(%x: tensor<1x28x28x64xf32>, %w: tensor<32x64x3x3xf32>):
  %0 = aic.conv2d %x, %w {padding = array<i64: 1, 1, 1, 1>, layout = #aic.layout<nhwc>} : (tensor<1x28x28x64xf32>, tensor<32x64x3x3xf32>) -> tensor<1x28x28x32xf32>
  aic.yield %0 : tensor<1x28x28x32xf32>
}
schedule.program @back {
  %x = schedule.input 0 "x" : memref<1x28x28x64xf32>
  %w = schedule.input 1 "w" : memref<64x32x3x3xf32>
  %y = schedule.output 0 "y" : memref<1x28x28x32xf32>
  %r = schedule.transient : memref<64x32x3x3xf32>
  %t = schedule.transient : memref<32x64x3x3xf32>
  schedule.dispatch @reversed(%w) -> (%r) : (memref<64x32x3x3xf32>) -> memref<64x32x3x3xf32>
  schedule.dispatch @turned(%r) -> (%t) : (memref<64x32x3x3xf32>) -> memref<32x64x3x3xf32>
  schedule.dispatch @of_the_run(%x, %t) -> (%y) : (memref<1x28x28x64xf32>, memref<32x64x3x3xf32>) -> memref<1x28x28x32xf32>
}
