// The projection of the input leaves lstm, gru and rnn.
// RUN: aic-opt --aic-split-recurrence --aic-fold-constants %s | FileCheck %s
// RUN: aic-opt --aic-split-recurrence --remark-format=emitRemark --remarks-filter='.*' %s -o /dev/null 2>&1 | FileCheck --check-prefix=REMARK %s

// CHECK-LABEL: @lstm
// CHECK: %[[B:.*]] = aic.add %arg3, %arg4
// CHECK: %[[X:.*]] = aic.linear %arg0, %arg1, %[[B]] : {{.*}} -> tensor<2x5x8xf32>
// CHECK: %[[Y:.*]], %[[H:.*]], %[[C:.*]] = aic.recurrence lstm %[[X]], %arg2 h0 %arg5 c0 %arg5 {reverse = true} :
// CHECK: return %[[Y]], %[[H]], %[[C]]
// REMARK: split-recurrence.mlir:[[@LINE+2]]:{{.*}}[Passed]{{.*}}aic-split-recurrence{{.*}}"the input of all 5 steps of lstm is projected by one linear, and the steps are one kernel"
func.func @lstm(%x: tensor<2x5x3xf32>, %w: tensor<8x3xf32>, %v: tensor<8x2xf32>, %a: tensor<8xf32>, %b: tensor<8xf32>, %h: tensor<2x2xf32>) -> (tensor<2x5x2xf32>, tensor<2x2xf32>, tensor<2x2xf32>) {
  %y, %hn, %cn = aic.lstm %x, %w, %v b_ih %a b_hh %b h0 %h c0 %h {reverse = true} : (tensor<2x5x3xf32>, tensor<8x3xf32>, tensor<8x2xf32>, tensor<8xf32>, tensor<8xf32>, tensor<2x2xf32>, tensor<2x2xf32>) -> (tensor<2x5x2xf32>, tensor<2x2xf32>, tensor<2x2xf32>)
  return %y, %hn, %cn : tensor<2x5x2xf32>, tensor<2x2xf32>, tensor<2x2xf32>
}

// Of gru's hidden bias the part of n stays behind; constant biases are added at compile time.
// CHECK-LABEL: @gru
// CHECK-DAG: %[[N:.*]] = aic.constant dense<[5.000000e+00, 6.000000e+00]> : tensor<2xf32>
// CHECK-DAG: %[[B:.*]] = aic.constant dense<[1.100000e+01, 1.200000e+01, 1.300000e+01, 1.400000e+01, 1.000000e+01, 1.000000e+01]> : tensor<6xf32>
// CHECK: %[[X:.*]] = aic.linear %arg0, %arg1, %[[B]]
// CHECK: aic.recurrence gru %[[X]], %arg2 b_n %[[N]] :
func.func @gru(%x: tensor<2x5x3xf32>, %w: tensor<6x3xf32>, %v: tensor<6x2xf32>) -> tensor<2x5x2xf32> {
  %a = aic.constant dense<10.0> : tensor<6xf32>
  %b = aic.constant dense<[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]> : tensor<6xf32>
  %y, %hn = aic.gru %x, %w, %v b_ih %a b_hh %b : (tensor<2x5x3xf32>, tensor<6x3xf32>, tensor<6x2xf32>, tensor<6xf32>, tensor<6xf32>) -> (tensor<2x5x2xf32>, tensor<2x2xf32>)
  return %y : tensor<2x5x2xf32>
}

// One bias, or none.
// CHECK-LABEL: @rnn
// CHECK: %[[X:.*]] = aic.linear %arg0, %arg1, %arg3
// CHECK: %[[Y:.*]], %{{.*}} = aic.recurrence rnn_relu %[[X]], %arg2 :
// CHECK: %[[Z:.*]] = aic.linear %[[Y]], %arg2 :
// CHECK: aic.recurrence rnn_tanh %[[Z]], %arg2 :
func.func @rnn(%x: tensor<2x5x3xf32>, %w: tensor<2x3xf32>, %v: tensor<2x2xf32>, %b: tensor<2xf32>) -> tensor<2x2xf32> {
  %y, %hn = aic.rnn %x, %w, %v b_hh %b {relu = true} : (tensor<2x5x3xf32>, tensor<2x3xf32>, tensor<2x2xf32>, tensor<2xf32>) -> (tensor<2x5x2xf32>, tensor<2x2xf32>)
  %z, %zn = aic.rnn %y, %v, %v : (tensor<2x5x2xf32>, tensor<2x2xf32>, tensor<2x2xf32>) -> (tensor<2x5x2xf32>, tensor<2x2xf32>)
  return %zn : tensor<2x2xf32>
}

// The last step of y is h; in reverse that is the first. Other steps are not.
// CHECK-LABEL: @last_step
// CHECK: %[[Y:.*]], %[[H:.*]] = aic.recurrence rnn_tanh
// CHECK: %[[A:.*]] = aic.reshape %[[H]] : (tensor<2x2xf32>) -> tensor<2x1x2xf32>
// CHECK: %[[Z:.*]], %[[G:.*]] = aic.recurrence rnn_tanh {{.*}} {reverse = true}
// CHECK: %[[B:.*]] = aic.reshape %[[G]] : (tensor<2x2xf32>) -> tensor<2x1x2xf32>
// CHECK: %[[C:.*]] = aic.slice %[[Z]]
// CHECK: return %[[A]], %[[B]], %[[C]]
// REMARK: "the slice of the last step is the recurrence's last state"
func.func @last_step(%x: tensor<2x5x3xf32>, %w: tensor<2x3xf32>, %v: tensor<2x2xf32>) -> (tensor<2x1x2xf32>, tensor<2x1x2xf32>, tensor<2x1x2xf32>) {
  %y, %hn = aic.rnn %x, %w, %v : (tensor<2x5x3xf32>, tensor<2x3xf32>, tensor<2x2xf32>) -> (tensor<2x5x2xf32>, tensor<2x2xf32>)
  %0 = aic.slice %y {offsets = array<i64: 0, 4, 0>, sizes = array<i64: 2, 1, 2>, strides = array<i64: 1, 1, 1>} : (tensor<2x5x2xf32>) -> tensor<2x1x2xf32>
  %z, %zn = aic.rnn %x, %w, %v {reverse = true} : (tensor<2x5x3xf32>, tensor<2x3xf32>, tensor<2x2xf32>) -> (tensor<2x5x2xf32>, tensor<2x2xf32>)
  %1 = aic.slice %z {offsets = array<i64: 0, 0, 0>, sizes = array<i64: 2, 1, 2>, strides = array<i64: 1, 1, 1>} : (tensor<2x5x2xf32>) -> tensor<2x1x2xf32>
  %2 = aic.slice %z {offsets = array<i64: 0, 4, 0>, sizes = array<i64: 2, 1, 2>, strides = array<i64: 1, 1, 1>} : (tensor<2x5x2xf32>) -> tensor<2x1x2xf32>
  return %0, %1, %2 : tensor<2x1x2xf32>, tensor<2x1x2xf32>, tensor<2x1x2xf32>
}
