// Slices of the same columns cut these out once, so that each is neighbouring elements.
// RUN: aic-opt --aic-share-slices %s | FileCheck %s
// RUN: aic-opt --aic-share-slices=alignment=128 %s | FileCheck %s --check-prefix=COARSE

// CHECK-LABEL: @steps
// CHECK: %[[X:.*]] = aic.relu
// CHECK-NEXT: %[[ROWS:.*]] = aic.slice %[[X]] {offsets = array<i64: 0, 0, 20>, sizes = array<i64: 1, 4, 16>
// CHECK-NEXT: aic.slice %[[ROWS]] {offsets = array<i64: 0, 0, 0>, sizes = array<i64: 1, 1, 16>
// CHECK-NEXT: aic.slice %[[ROWS]] {offsets = array<i64: 0, 1, 0>, sizes = array<i64: 1, 1, 16>
// CHECK-NEXT: aic.slice %[[ROWS]] {offsets = array<i64: 0, 2, 0>, sizes = array<i64: 1, 1, 16>
// CHECK-NEXT: aic.slice %[[ROWS]] {offsets = array<i64: 0, 3, 0>, sizes = array<i64: 1, 1, 16>
// Another of its kind is too few.
// CHECK-NEXT: aic.slice %[[X]] {offsets = array<i64: 0, 3, 4>
// COARSE-COUNT-5: aic.slice %{{.*}} -> tensor<1x1x16xf32>
func.func @steps(%in: tensor<1x4x36xf32>) -> (tensor<1x4x16xf32>, tensor<1x1x16xf32>) {
  %x = aic.relu %in : tensor<1x4x36xf32>
  %0 = aic.slice %x {offsets = array<i64: 0, 0, 20>, sizes = array<i64: 1, 1, 16>, strides = array<i64: 1, 1, 1>} : (tensor<1x4x36xf32>) -> tensor<1x1x16xf32>
  %1 = aic.slice %x {offsets = array<i64: 0, 1, 20>, sizes = array<i64: 1, 1, 16>, strides = array<i64: 1, 1, 1>} : (tensor<1x4x36xf32>) -> tensor<1x1x16xf32>
  %2 = aic.slice %x {offsets = array<i64: 0, 2, 20>, sizes = array<i64: 1, 1, 16>, strides = array<i64: 1, 1, 1>} : (tensor<1x4x36xf32>) -> tensor<1x1x16xf32>
  %3 = aic.slice %x {offsets = array<i64: 0, 3, 20>, sizes = array<i64: 1, 1, 16>, strides = array<i64: 1, 1, 1>} : (tensor<1x4x36xf32>) -> tensor<1x1x16xf32>
  %4 = aic.slice %x {offsets = array<i64: 0, 3, 4>, sizes = array<i64: 1, 1, 16>, strides = array<i64: 1, 1, 1>} : (tensor<1x4x36xf32>) -> tensor<1x1x16xf32>
  %5 = aic.concat %0, %1, %2, %3 {dim = 1 : i64} : (tensor<1x1x16xf32>, tensor<1x1x16xf32>, tensor<1x1x16xf32>, tensor<1x1x16xf32>) -> tensor<1x4x16xf32>
  return %5, %4 : tensor<1x4x16xf32>, tensor<1x1x16xf32>
}

// Along an inner axis, and of short rows: each gets a row of its own, of a multiple of the alignment.
// CHECK-LABEL: @inner
// CHECK: %[[X:.*]] = aic.relu
// CHECK-NEXT: %[[CUT:.*]] = aic.slice %[[X]] {offsets = array<i64: 0, 0, 1>, sizes = array<i64: 2, 8, 3>
// CHECK-NEXT: %[[MOVED:.*]] = aic.transpose %[[CUT]] {perm = array<i64: 1, 0, 2>} : (tensor<2x8x3xf32>) -> tensor<8x2x3xf32>
// CHECK-NEXT: %[[FLAT:.*]] = aic.reshape %[[MOVED]] : (tensor<8x2x3xf32>) -> tensor<8x6xf32>
// CHECK-NEXT: %[[ROWS:.*]] = aic.pad %[[FLAT]] {high = array<i64: 0, 10>, low = array<i64: 0, 0>{{.*}} -> tensor<8x16xf32>
// CHECK-NEXT: %[[ROW:.*]] = aic.slice %[[ROWS]] {offsets = array<i64: 0, 0>, sizes = array<i64: 1, 6>
// CHECK-NEXT: aic.reshape %[[ROW]] : (tensor<1x6xf32>) -> tensor<2x1x3xf32>
// CHECK-NEXT: aic.slice %[[ROWS]] {offsets = array<i64: 1, 0>, sizes = array<i64: 1, 6>
// CHECK-COUNT-6: aic.slice %[[ROWS]]
// Another offset along another axis is too few; it stays.
// CHECK: aic.slice %[[X]] {offsets = array<i64: 0, 7, 0>
// CHECK-NOT: aic.slice %[[X]]
// COARSE-LABEL: @inner
// COARSE: aic.pad {{.*}} -> tensor<8x32xf32>
func.func @inner(%in: tensor<2x8x5xf32>) -> (tensor<2x8x3xf32>, tensor<2x1x3xf32>) {
  %x = aic.relu %in : tensor<2x8x5xf32>
  %0 = aic.slice %x {offsets = array<i64: 0, 0, 1>, sizes = array<i64: 2, 1, 3>, strides = array<i64: 1, 1, 1>} : (tensor<2x8x5xf32>) -> tensor<2x1x3xf32>
  %1 = aic.slice %x {offsets = array<i64: 0, 1, 1>, sizes = array<i64: 2, 1, 3>, strides = array<i64: 1, 1, 1>} : (tensor<2x8x5xf32>) -> tensor<2x1x3xf32>
  %2 = aic.slice %x {offsets = array<i64: 0, 2, 1>, sizes = array<i64: 2, 1, 3>, strides = array<i64: 1, 1, 1>} : (tensor<2x8x5xf32>) -> tensor<2x1x3xf32>
  %3 = aic.slice %x {offsets = array<i64: 0, 3, 1>, sizes = array<i64: 2, 1, 3>, strides = array<i64: 1, 1, 1>} : (tensor<2x8x5xf32>) -> tensor<2x1x3xf32>
  %4 = aic.slice %x {offsets = array<i64: 0, 4, 1>, sizes = array<i64: 2, 1, 3>, strides = array<i64: 1, 1, 1>} : (tensor<2x8x5xf32>) -> tensor<2x1x3xf32>
  %5 = aic.slice %x {offsets = array<i64: 0, 5, 1>, sizes = array<i64: 2, 1, 3>, strides = array<i64: 1, 1, 1>} : (tensor<2x8x5xf32>) -> tensor<2x1x3xf32>
  %6 = aic.slice %x {offsets = array<i64: 0, 6, 1>, sizes = array<i64: 2, 1, 3>, strides = array<i64: 1, 1, 1>} : (tensor<2x8x5xf32>) -> tensor<2x1x3xf32>
  %7 = aic.slice %x {offsets = array<i64: 0, 7, 1>, sizes = array<i64: 2, 1, 3>, strides = array<i64: 1, 1, 1>} : (tensor<2x8x5xf32>) -> tensor<2x1x3xf32>
  %8 = aic.slice %x {offsets = array<i64: 0, 7, 0>, sizes = array<i64: 2, 1, 3>, strides = array<i64: 1, 1, 1>} : (tensor<2x8x5xf32>) -> tensor<2x1x3xf32>
  %9 = aic.concat %0, %1, %2, %3, %4, %5, %6, %7 {dim = 1 : i64} : (tensor<2x1x3xf32>, tensor<2x1x3xf32>, tensor<2x1x3xf32>, tensor<2x1x3xf32>, tensor<2x1x3xf32>, tensor<2x1x3xf32>, tensor<2x1x3xf32>, tensor<2x1x3xf32>) -> tensor<2x8x3xf32>
  return %9, %8 : tensor<2x8x3xf32>, tensor<2x1x3xf32>
}

// Four of nine are less than half of the axis.
// CHECK-LABEL: @few
// CHECK-NOT: aic.transpose
// CHECK-COUNT-4: aic.slice %{{.*}} -> tensor<2x1x16xf32>
func.func @few(%x: tensor<2x9x16xf32>) -> tensor<2x4x16xf32> {
  %0 = aic.slice %x {offsets = array<i64: 0, 0, 0>, sizes = array<i64: 2, 1, 16>, strides = array<i64: 1, 1, 1>} : (tensor<2x9x16xf32>) -> tensor<2x1x16xf32>
  %1 = aic.slice %x {offsets = array<i64: 0, 1, 0>, sizes = array<i64: 2, 1, 16>, strides = array<i64: 1, 1, 1>} : (tensor<2x9x16xf32>) -> tensor<2x1x16xf32>
  %2 = aic.slice %x {offsets = array<i64: 0, 2, 0>, sizes = array<i64: 2, 1, 16>, strides = array<i64: 1, 1, 1>} : (tensor<2x9x16xf32>) -> tensor<2x1x16xf32>
  %3 = aic.slice %x {offsets = array<i64: 0, 3, 0>, sizes = array<i64: 2, 1, 16>, strides = array<i64: 1, 1, 1>} : (tensor<2x9x16xf32>) -> tensor<2x1x16xf32>
  %4 = aic.concat %0, %1, %2, %3 {dim = 1 : i64} : (tensor<2x1x16xf32>, tensor<2x1x16xf32>, tensor<2x1x16xf32>, tensor<2x1x16xf32>) -> tensor<2x4x16xf32>
  return %4 : tensor<2x4x16xf32>
}
