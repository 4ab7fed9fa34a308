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

// Elements along another axis: it is brought to the front, so that each is neighbouring elements.
// CHECK-LABEL: @sequence
// CHECK-SAME: %[[X:.*]]: tensor<2x4x36xf32>
// CHECK-NEXT: %[[COLUMNS:.*]] = aic.slice %[[X]] {offsets = array<i64: 0, 0, 4>, sizes = array<i64: 2, 4, 8>
// CHECK-NEXT: %[[FRONT:.*]] = aic.transpose %[[COLUMNS]] {perm = array<i64: 1, 0, 2>} {{.*}} -> tensor<4x2x8xf32>
// CHECK-NEXT: %[[THIRD:.*]] = aic.slice %[[FRONT]] {offsets = array<i64: 3, 0, 0>, sizes = array<i64: 1, 2, 8>
// CHECK-NEXT: aic.reshape %[[THIRD]] {{.*}} -> tensor<2x1x8xf32>
// CHECK-COUNT-3: aic.slice %[[FRONT]]
func.func @sequence(%x: tensor<2x4x36xf32>) -> tensor<2x4x8xf32> {
  %0 = aic.slice %x {offsets = array<i64: 0, 3, 4>, sizes = array<i64: 2, 1, 8>, strides = array<i64: 1, 1, 1>} : (tensor<2x4x36xf32>) -> tensor<2x1x8xf32>
  %1 = aic.slice %x {offsets = array<i64: 0, 2, 4>, sizes = array<i64: 2, 1, 8>, strides = array<i64: 1, 1, 1>} : (tensor<2x4x36xf32>) -> tensor<2x1x8xf32>
  %2 = aic.slice %x {offsets = array<i64: 0, 1, 4>, sizes = array<i64: 2, 1, 8>, strides = array<i64: 1, 1, 1>} : (tensor<2x4x36xf32>) -> tensor<2x1x8xf32>
  %3 = aic.slice %x {offsets = array<i64: 0, 0, 4>, sizes = array<i64: 2, 1, 8>, strides = array<i64: 1, 1, 1>} : (tensor<2x4x36xf32>) -> tensor<2x1x8xf32>
  %4 = aic.concat %0, %1, %2, %3 {dim = 1 : i64} : (tensor<2x1x8xf32>, tensor<2x1x8xf32>, tensor<2x1x8xf32>, tensor<2x1x8xf32>) -> tensor<2x4x8xf32>
  return %4 : tensor<2x4x8xf32>
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
