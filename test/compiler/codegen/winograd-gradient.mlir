// Where the gradients of 3x3 convolutions' weights are computed by Winograd's way.
// RUN: aic-opt --aic-cpu-tiles=target-cpu=x86-64-v4 %s | FileCheck %s
// RUN: aic-opt --aic-cpu-tiles="target-cpu=x86-64-v4 winograd=4" %s | FileCheck %s --check-prefix=FORCED
// RUN: aic-opt --aic-cpu-tiles="target-cpu=x86-64-v4 winograd=2" %s | FileCheck %s --check-prefix=NONE

// The gradient of a weight: where it pays, and where it is forced. (Of F(2x2) there is none.)
// CHECK-LABEL: schedule.kernel @large_gradient
// CHECK-SAME: channels = 32 : i64, {{.*}}winograd = 4 : i64
// CHECK-LABEL: schedule.kernel @small_gradient
// CHECK-NOT: winograd
// NONE-NOT: winograd
// FORCED-LABEL: schedule.kernel @small_gradient
// FORCED-SAME: winograd = 4 : i64
schedule.kernel @large_gradient family("weight_gradient") {
^bb0(%x: tensor<8x28x28x128xf32>, %g: tensor<8x28x28x128xf32>):
  %0 = aic.conv2d_weight_gradient %x, %g {kernel = array<i64: 3, 3>, layout = #aic.layout<nhwc>, padding = array<i64: 1, 1, 1, 1>} : (tensor<8x28x28x128xf32>, tensor<8x28x28x128xf32>) -> tensor<128x3x3x128xf32>
  aic.yield %0 : tensor<128x3x3x128xf32>
}
schedule.kernel @small_gradient family("weight_gradient") {
^bb0(%x: tensor<1x5x5x8xf32>, %g: tensor<1x5x5x8xf32>):
  %0 = aic.conv2d_weight_gradient %x, %g {kernel = array<i64: 3, 3>, layout = #aic.layout<nhwc>, padding = array<i64: 1, 1, 1, 1>} : (tensor<1x5x5x8xf32>, tensor<1x5x5x8xf32>) -> tensor<8x3x3x8xf32>
  aic.yield %0 : tensor<8x3x3x8xf32>
}
