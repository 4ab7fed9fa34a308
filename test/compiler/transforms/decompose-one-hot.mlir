// one_hot becomes a comparison, which can join other elementwise operators.
// RUN: aic-opt --aic-decompose-one-hot %s | FileCheck %s
// RUN: aic-opt --aic-decompose-one-hot --remark-format=emitRemark --remarks-filter='.*' %s -o /dev/null 2>&1 | FileCheck --check-prefix=REMARK %s

// CHECK-LABEL: @one_hot
// CHECK: %[[I:.*]] = aic.reshape %arg0 : (tensor<2x5xi32>) -> tensor<2x5x1xi32>
// CHECK: %[[N:.*]] = aic.constant dense<[0, 1, 2]> : tensor<3xi32>
// CHECK: %[[E:.*]] = aic.compare eq %[[I]], %[[N]] : (tensor<2x5x1xi32>, tensor<3xi32>) -> tensor<2x5x3xi1>
// CHECK: %[[C:.*]] = aic.cast %[[E]] : (tensor<2x5x3xi1>) -> tensor<2x5x3xi64>
// CHECK: return %[[C]]
// REMARK: decompose-one-hot.mlir:[[@LINE+2]]:{{.*}}[Passed]{{.*}}aic-decompose-one-hot{{.*}}"one_hot becomes a comparison with the classes' numbers"
func.func @one_hot(%ids: tensor<2x5xi32>) -> tensor<2x5x3xi64> {
  %0 = aic.one_hot %ids {num_classes = 3 : i64} : (tensor<2x5xi32>) -> tensor<2x5x3xi64>
  return %0 : tensor<2x5x3xi64>
}

// CHECK-LABEL: @too_many
// CHECK: aic.one_hot
// REMARK: [Missed]{{.*}}"one_hot stays: 1000000000 classes are too many"
func.func @too_many(%ids: tensor<2xi64>) -> tensor<2x1000000000xi64> {
  %0 = aic.one_hot %ids {num_classes = 1000000000 : i64} : (tensor<2xi64>) -> tensor<2x1000000000xi64>
  return %0 : tensor<2x1000000000xi64>
}
