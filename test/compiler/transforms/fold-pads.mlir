// A pad with zeros before a convolution becomes its padding; pads of nothing go.
// RUN: aic-opt --aic-fold-pads %s | FileCheck %s
// RUN: aic-opt --aic-fold-pads --remark-format=emitRemark --remarks-filter='.*' %s -o /dev/null 2>&1 | FileCheck --check-prefix=REMARK %s

// CHECK-LABEL: @nothing
// CHECK-NEXT: aic.relu %arg0
// REMARK: fold-pads.mlir:[[@LINE+2]]:{{.*}}[Passed]{{.*}}"a pad of nothing goes"
func.func @nothing(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = aic.pad %x {low = array<i64: 0, 0>, high = array<i64: 0, 0>, mode = #aic.pad_mode<reflect>, value = 3.0 : f64} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %1 = aic.relu %0 : tensor<2x3xf32>
  return %1 : tensor<2x3xf32>
}

// What the convolution pads itself stays, and one pad may stand behind another.
// CHECK-LABEL: @image
// CHECK-NEXT: %[[Y:.*]] = aic.conv2d %arg0, %arg1 {padding = array<i64: 1, 4, 3, 1>}
// CHECK-NEXT: return %[[Y]]
// REMARK: [Passed]{{.*}}"the pad before it becomes padding"
// REMARK: [Passed]{{.*}}"the pad before it becomes padding"
func.func @image(%x: tensor<1x2x5x4xf32>, %w: tensor<3x2x3x3xf32>) -> tensor<1x3x7x7xf32> {
  %0 = aic.pad %x {low = array<i64: 0, 0, 1, 0>, high = array<i64: 0, 0, 2, 0>} : (tensor<1x2x5x4xf32>) -> tensor<1x2x8x4xf32>
  %1 = aic.pad %0 {low = array<i64: 0, 0, 0, 3>, high = array<i64: 0, 0, 0, 0>} : (tensor<1x2x8x4xf32>) -> tensor<1x2x8x7xf32>
  %2 = aic.conv2d %1, %w {padding = array<i64: 0, 1, 1, 1>} : (tensor<1x2x8x7xf32>, tensor<3x2x3x3xf32>) -> tensor<1x3x7x7xf32>
  return %2 : tensor<1x3x7x7xf32>
}

// Causal: all padding on the left. Somebody else reads the pad, which stays for them.
// CHECK-LABEL: @sequence
// CHECK: %[[P:.*]] = aic.pad %arg0
// CHECK: aic.conv1d %arg0, %arg1 {dilation = array<i64: 2>, padding = array<i64: 4, 0>}
// CHECK: return %{{.*}}, %[[P]]
func.func @sequence(%x: tensor<1x2x9xf32>, %w: tensor<3x2x3xf32>) -> (tensor<1x3x9xf32>, tensor<1x2x13xf32>) {
  %0 = aic.pad %x {low = array<i64: 0, 0, 4>, high = array<i64: 0, 0, 0>} : (tensor<1x2x9xf32>) -> tensor<1x2x13xf32>
  %1 = aic.conv1d %0, %w {dilation = array<i64: 2>} : (tensor<1x2x13xf32>, tensor<3x2x3xf32>) -> tensor<1x3x9xf32>
  return %1, %0 : tensor<1x3x9xf32>, tensor<1x2x13xf32>
}

// CHECK-LABEL: @others
// CHECK-COUNT-3: aic.pad
// CHECK-COUNT-3: aic.conv2d %{{[0-9]+}}, %arg1 :
// REMARK: [Missed]{{.*}}"the pad before it stays: it is not of zeros"
// REMARK: [Missed]{{.*}}"the pad before it stays: it repeats elements"
// REMARK: [Missed]{{.*}}"the pad before it stays: it is of more than the image's own axes"
func.func @others(%x: tensor<1x2x5x5xf32>, %w: tensor<3x2x3x3xf32>) -> (tensor<1x3x5x5xf32>, tensor<1x3x5x5xf32>, tensor<2x3x3x3xf32>) {
  %0 = aic.pad %x {low = array<i64: 0, 0, 1, 1>, high = array<i64: 0, 0, 1, 1>, value = 1.0 : f64} : (tensor<1x2x5x5xf32>) -> tensor<1x2x7x7xf32>
  %1 = aic.pad %x {low = array<i64: 0, 0, 1, 1>, high = array<i64: 0, 0, 1, 1>, mode = #aic.pad_mode<reflect>} : (tensor<1x2x5x5xf32>) -> tensor<1x2x7x7xf32>
  %2 = aic.pad %x {low = array<i64: 1, 0, 0, 0>, high = array<i64: 0, 0, 0, 0>} : (tensor<1x2x5x5xf32>) -> tensor<2x2x5x5xf32>
  %3 = aic.conv2d %0, %w : (tensor<1x2x7x7xf32>, tensor<3x2x3x3xf32>) -> tensor<1x3x5x5xf32>
  %4 = aic.conv2d %1, %w : (tensor<1x2x7x7xf32>, tensor<3x2x3x3xf32>) -> tensor<1x3x5x5xf32>
  %5 = aic.conv2d %2, %w : (tensor<2x2x5x5xf32>, tensor<3x2x3x3xf32>) -> tensor<2x3x3x3xf32>
  return %3, %4, %5 : tensor<1x3x5x5xf32>, tensor<1x3x5x5xf32>, tensor<2x3x3x3xf32>
}

// The CPU's products of 8-bit integers read no padding, but for those of each channel by itself.
// RUN: aic-opt --aic-fold-pads="targets=cpu" %s | FileCheck --check-prefix=CPU %s
// CPU-LABEL: @integers
// CPU: %[[P:.*]] = aic.pad
// CPU: aic.conv2d %[[P]], %{{.*}} : (tensor<1x4x7x7xui8>
// CPU: aic.conv2d %arg0, %{{.*}} {groups = 4 : i64, padding = array<i64: 1, 1, 1, 1>}
func.func @integers(%x: tensor<1x4x5x5xui8>) -> (tensor<1x2x5x5xi32>, tensor<1x4x5x5xi32>) {
  %w = aic.constant dense<3> : tensor<2x4x3x3xi8>
  %v = aic.constant dense<3> : tensor<4x1x3x3xi8>
  %0 = aic.pad %x {low = array<i64: 0, 0, 1, 1>, high = array<i64: 0, 0, 1, 1>} : (tensor<1x4x5x5xui8>) -> tensor<1x4x7x7xui8>
  %1 = aic.conv2d %0, %w : (tensor<1x4x7x7xui8>, tensor<2x4x3x3xi8>) -> tensor<1x2x5x5xi32>
  %2 = aic.conv2d %0, %v {groups = 4 : i64} : (tensor<1x4x7x7xui8>, tensor<4x1x3x3xi8>) -> tensor<1x4x5x5xi32>
  return %1, %2 : tensor<1x2x5x5xi32>, tensor<1x4x5x5xi32>
}
