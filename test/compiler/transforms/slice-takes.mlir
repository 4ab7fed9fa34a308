// A take at constant indices that lie evenly apart is a slice.
// RUN: aic-opt --aic-slice-takes %s | FileCheck %s
// RUN: aic-opt --aic-slice-takes --remark-format=emitRemark --remarks-filter='.*' %s -o /dev/null 2>&1 | FileCheck --check-prefix=REMARK %s

// x[:, 4], as ONNX's Gather: the axis goes.
// CHECK-LABEL: @scalar
// CHECK: %[[S:.*]] = aic.slice %arg0 {offsets = array<i64: 0, 4, 0>, sizes = array<i64: 2, 1, 3>, strides = array<i64: 1, 1, 1>} : (tensor<2x5x3xf32>) -> tensor<2x1x3xf32>
// CHECK: aic.reshape %[[S]] : (tensor<2x1x3xf32>) -> tensor<2x3xf32>
// REMARK: slice-takes.mlir:[[@LINE+3]]:{{.*}}[Passed]{{.*}}aic-slice-takes{{.*}}"take at constant indices is a slice"
func.func @scalar(%x: tensor<2x5x3xf32>) -> tensor<2x3xf32> {
  %i = aic.constant dense<4> : tensor<i64>
  %0 = aic.take %x, %i {dim = 1 : i64} : (tensor<2x5x3xf32>, tensor<i64>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// Steps, backwards too; one index in a list keeps the axis; an index of two axes makes two.
// CHECK-LABEL: @steps
// CHECK: aic.slice %arg0 {offsets = array<i64: 1, 0>, sizes = array<i64: 2, 3>, strides = array<i64: 2, 1>}
// CHECK: aic.slice %arg0 {offsets = array<i64: 4, 0>, sizes = array<i64: 5, 3>, strides = array<i64: -1, 1>}
// CHECK: aic.slice %arg0 {offsets = array<i64: 0, 2>, sizes = array<i64: 5, 1>, strides = array<i64: 1, 1>}
// CHECK: %[[S:.*]] = aic.slice %arg0 {offsets = array<i64: 0, 0>, sizes = array<i64: 4, 3>, strides = array<i64: 1, 1>}
// CHECK: aic.reshape %[[S]] : (tensor<4x3xf32>) -> tensor<2x2x3xf32>
func.func @steps(%x: tensor<5x3xf32>) -> (tensor<2x3xf32>, tensor<5x3xf32>, tensor<5x1xf32>, tensor<2x2x3xf32>) {
  %i = aic.constant dense<[1, 3]> : tensor<2xi64>
  %j = aic.constant dense<[4, 3, 2, 1, 0]> : tensor<5xi32>
  %k = aic.constant dense<2> : tensor<1xi64>
  %l = aic.constant dense<[[0, 1], [2, 3]]> : tensor<2x2xi64>
  %0 = aic.take %x, %i {dim = 0 : i64} : (tensor<5x3xf32>, tensor<2xi64>) -> tensor<2x3xf32>
  %1 = aic.take %x, %j {dim = 0 : i64} : (tensor<5x3xf32>, tensor<5xi32>) -> tensor<5x3xf32>
  %2 = aic.take %x, %k {dim = 1 : i64} : (tensor<5x3xf32>, tensor<1xi64>) -> tensor<5x1xf32>
  %3 = aic.take %x, %l {dim = 0 : i64} : (tensor<5x3xf32>, tensor<2x2xi64>) -> tensor<2x2x3xf32>
  return %0, %1, %2, %3 : tensor<2x3xf32>, tensor<5x3xf32>, tensor<5x1xf32>, tensor<2x2x3xf32>
}

// Others stay: uneven and repeated ones, those out of range (the run says so), and those of the run.
// CHECK-LABEL: @others
// CHECK-COUNT-4: aic.take
// REMARK: [Missed]{{.*}}"take at constant indices is no slice: its indices do not lie evenly apart"
// REMARK: [Missed]{{.*}}its indices do not lie evenly apart"
// REMARK: [Missed]{{.*}}"take at constant indices is no slice: an index is out of range"
func.func @others(%x: tensor<5x3xf32>, %n: tensor<2xi64>) -> (tensor<3x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>) {
  %i = aic.constant dense<[0, 1, 3]> : tensor<3xi64>
  %j = aic.constant dense<[2, 2]> : tensor<2xi64>
  %k = aic.constant dense<[4, 5]> : tensor<2xi64>
  %0 = aic.take %x, %i {dim = 0 : i64} : (tensor<5x3xf32>, tensor<3xi64>) -> tensor<3x3xf32>
  %1 = aic.take %x, %j {dim = 0 : i64} : (tensor<5x3xf32>, tensor<2xi64>) -> tensor<2x3xf32>
  %2 = aic.take %x, %k {dim = 0 : i64} : (tensor<5x3xf32>, tensor<2xi64>) -> tensor<2x3xf32>
  %3 = aic.take %x, %n {dim = 0 : i64} : (tensor<5x3xf32>, tensor<2xi64>) -> tensor<2x3xf32>
  return %0, %1, %2, %3 : tensor<3x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>
}

// CHECK-LABEL: @empty
// CHECK: aic.slice %arg0 {offsets = array<i64: 0, 0>, sizes = array<i64: 0, 3>, strides = array<i64: 1, 1>}
func.func @empty(%x: tensor<5x3xf32>) -> tensor<0x3xf32> {
  %i = aic.constant dense<> : tensor<0xi64>
  %0 = aic.take %x, %i {dim = 0 : i64} : (tensor<5x3xf32>, tensor<0xi64>) -> tensor<0x3xf32>
  return %0 : tensor<0x3xf32>
}
