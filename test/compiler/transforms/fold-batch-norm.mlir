// batch_norm goes into the conv2d or linear before it; every refusal says what stood in the way.
// RUN: aic-opt --aic-fold-batch-norm --canonicalize --mlir-elide-resource-strings-if-larger=64 %s | FileCheck %s
// RUN: aic-opt --aic-fold-batch-norm --remark-format=emitRemark --remarks-filter='.*' %s -o /dev/null 2>&1 | FileCheck --check-prefix=REMARK %s

// factor = weight / sqrt(var + 1) = [1, 0.5]; term = bias - mean * factor = [9, 19]
// CHECK-LABEL: @conv
// CHECK-DAG: %[[B:.*]] = aic.constant dense<[9.000000e+00, 1.900000e+01]> : tensor<2xf32>
// CHECK-DAG: %[[W:.*]] = aic.constant dense<{{\[\[\[\[}}3.000000e+00]]], {{\[\[\[}}2.000000e+00]]]]> : tensor<2x1x1x1xf32>
// CHECK: %[[R:.*]] = aic.conv2d %arg0, %[[W]], %[[B]] {padding = array<i64: 1, 1, 1, 1>, stride = array<i64: 2, 2>} :
// CHECK-NEXT: return %[[R]]
// REMARK: fold-batch-norm.mlir:[[@LINE+8]]:{{.*}}remark: [Passed]{{.*}}aic-fold-batch-norm{{.*}}batch_norm is folded into the weight and bias of conv2d
func.func @conv(%x: tensor<1x1x4x4xf32>) -> tensor<1x2x3x3xf32> {
  %w = aic.constant dense<[[[[3.0]]], [[[4.0]]]]> : tensor<2x1x1x1xf32>
  %mean = aic.constant dense<[1.0, 2.0]> : tensor<2xf32>
  %var = aic.constant dense<[3.0, 15.0]> : tensor<2xf32>
  %gamma = aic.constant dense<2.0> : tensor<2xf32>
  %beta = aic.constant dense<[10.0, 20.0]> : tensor<2xf32>
  %0 = aic.conv2d %x, %w {padding = array<i64: 1, 1, 1, 1>, stride = array<i64: 2, 2>} : (tensor<1x1x4x4xf32>, tensor<2x1x1x1xf32>) -> tensor<1x2x3x3xf32>
  %1 = aic.batch_norm %0, %mean, %var weight %gamma bias %beta {eps = 1.0 : f64} : (tensor<1x2x3x3xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) -> tensor<1x2x3x3xf32>
  return %1 : tensor<1x2x3x3xf32>
}

// The convolution's own bias is scaled too; no weight and bias of the norm are 1 and 0; channels last.
// CHECK-LABEL: @conv_bias_nhwc
// CHECK-DAG: aic.constant dense<[2.000000e+00, 1.000000e+00]> : tensor<2xf32>
// CHECK-DAG: aic.constant dense<{{.*}}1.500000e+00{{.*}}1.000000e+00{{.*}}> : tensor<2x1x1x1xf32>
// CHECK: aic.conv2d
// CHECK-NOT: aic.batch_norm
func.func @conv_bias_nhwc(%x: tensor<1x4x4x1xf32>) -> tensor<1x4x4x2xf32> {
  %w = aic.constant dense<[[[[3.0]]], [[[4.0]]]]> : tensor<2x1x1x1xf32>
  %b = aic.constant dense<[5.0, 6.0]> : tensor<2xf32>
  %mean = aic.constant dense<[1.0, 2.0]> : tensor<2xf32>
  %var = aic.constant dense<[3.0, 15.0]> : tensor<2xf32>
  %0 = aic.conv2d %x, %w, %b {layout = #aic.layout<nhwc>} : (tensor<1x4x4x1xf32>, tensor<2x1x1x1xf32>, tensor<2xf32>) -> tensor<1x4x4x2xf32>
  %1 = aic.batch_norm %0, %mean, %var {eps = 1.0 : f64, layout = #aic.layout<nhwc>} : (tensor<1x4x4x2xf32>, tensor<2xf32>, tensor<2xf32>) -> tensor<1x4x4x2xf32>
  return %1 : tensor<1x4x4x2xf32>
}

// New parameters are named after the old.
// CHECK-LABEL: @linear
// CHECK-DAG: %[[W:.*]] = aic.constant dense_resource<"fc.weight+bn"> : tensor<2x9xf32>
// CHECK-DAG: %[[B:.*]] = aic.constant dense<-5.000000e-01> : tensor<2xf32>
// CHECK: aic.linear %arg0, %[[W]], %[[B]]
// CHECK-NOT: aic.batch_norm
// REMARK: batch_norm is folded into the weight and bias of linear
func.func @linear(%x: tensor<3x9xf32>) -> tensor<3x2xf32> {
  %w = aic.constant dense_resource<"fc.weight"> : tensor<2x9xf32>
  %mean = aic.constant dense<[1.0, 2.0]> : tensor<2xf32>
  %var = aic.constant dense<[3.0, 15.0]> : tensor<2xf32>
  %0 = aic.linear %x, %w : (tensor<3x9xf32>, tensor<2x9xf32>) -> tensor<3x2xf32>
  %1 = aic.batch_norm %0, %mean, %var {eps = 1.0 : f64} : (tensor<3x2xf32>, tensor<2xf32>, tensor<2xf32>) -> tensor<3x2xf32>
  return %1 : tensor<3x2xf32>
}

// The other convolutions; conv_transpose2d has its output channels in axis 1 of the weight, and in each group again.
// CHECK-LABEL: @other_convolutions
// CHECK-DAG: aic.constant dense<{{.*}}3.000000e+00{{.*}}2.000000e+00{{.*}}> : tensor<2x1x1xf32>
// CHECK-DAG: aic.constant dense<{{\[\[\[\[}}1.000000e+00]]], {{\[\[\[}}1.000000e+00]]], {{\[\[\[}}1.500000e+00]]], {{\[\[\[}}1.000000e+00]]]]> : tensor<4x1x1x1xf32>
// CHECK: aic.conv1d %arg0, %{{.*}}, %{{.*}} :
// CHECK: aic.conv_transpose2d %arg1, %{{.*}}, %{{.*}} {groups = 2 : i64} :
// CHECK-NOT: aic.batch_norm
// REMARK: batch_norm is folded into the weight and bias of conv1d
// REMARK: batch_norm is folded into the weight and bias of conv_transpose2d
func.func @other_convolutions(%x: tensor<1x1x4xf32>, %y: tensor<1x4x3x3xf32>) -> (tensor<1x2x4xf32>, tensor<1x2x3x3xf32>) {
  %w = aic.constant dense<[[[3.0]], [[4.0]]]> : tensor<2x1x1xf32>
  %v = aic.constant dense<[[[[1.0]]], [[[1.0]]], [[[3.0]]], [[[2.0]]]]> : tensor<4x1x1x1xf32>
  %mean = aic.constant dense<[1.0, 2.0]> : tensor<2xf32>
  %var = aic.constant dense<[3.0, 15.0]> : tensor<2xf32>
  %gamma = aic.constant dense<2.0> : tensor<2xf32>
  %0 = aic.conv1d %x, %w : (tensor<1x1x4xf32>, tensor<2x1x1xf32>) -> tensor<1x2x4xf32>
  %1 = aic.batch_norm %0, %mean, %var weight %gamma {eps = 1.0 : f64} : (tensor<1x2x4xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) -> tensor<1x2x4xf32>
  %2 = aic.conv_transpose2d %y, %v {groups = 2 : i64} : (tensor<1x4x3x3xf32>, tensor<4x1x1x1xf32>) -> tensor<1x2x3x3xf32>
  %3 = aic.batch_norm %2, %mean, %var weight %gamma {eps = 1.0 : f64} : (tensor<1x2x3x3xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) -> tensor<1x2x3x3xf32>
  return %1, %3 : tensor<1x2x4xf32>, tensor<1x2x3x3xf32>
}

// CHECK-LABEL: @other_axis
// CHECK: aic.batch_norm
// REMARK: [Missed]{{.*}}batch_norm is not folded: it normalises axis 1, and the output channels of linear are in axis 2
func.func @other_axis(%x: tensor<3x2x9xf32>) -> tensor<3x2x2xf32> {
  %w = aic.constant dense_resource<"fc.weight"> : tensor<2x9xf32>
  %s = aic.constant dense<1.0> : tensor<2xf32>
  %0 = aic.linear %x, %w : (tensor<3x2x9xf32>, tensor<2x9xf32>) -> tensor<3x2x2xf32>
  %1 = aic.batch_norm %0, %s, %s : (tensor<3x2x2xf32>, tensor<2xf32>, tensor<2xf32>) -> tensor<3x2x2xf32>
  return %1 : tensor<3x2x2xf32>
}

// CHECK-LABEL: @two_users
// CHECK: aic.batch_norm
// REMARK: [Missed]{{.*}}batch_norm is not folded: the linear before it is also used by relu
func.func @two_users(%x: tensor<3x9xf32>) -> (tensor<3x2xf32>, tensor<3x2xf32>) {
  %w = aic.constant dense_resource<"fc.weight"> : tensor<2x9xf32>
  %s = aic.constant dense<1.0> : tensor<2xf32>
  %0 = aic.linear %x, %w : (tensor<3x9xf32>, tensor<2x9xf32>) -> tensor<3x2xf32>
  %1 = aic.batch_norm %0, %s, %s : (tensor<3x2xf32>, tensor<2xf32>, tensor<2xf32>) -> tensor<3x2xf32>
  %2 = aic.relu %0 : tensor<3x2xf32>
  return %1, %2 : tensor<3x2xf32>, tensor<3x2xf32>
}

// CHECK-LABEL: @weight_not_constant
// CHECK: aic.batch_norm
// REMARK: [Missed]{{.*}}batch_norm is not folded: the weight of linear is not a constant (it comes from the input 'w')
func.func @weight_not_constant(%x: tensor<3x9xf32>, %w: tensor<2x9xf32> {aic.name = "w"}) -> tensor<3x2xf32> {
  %s = aic.constant dense<1.0> : tensor<2xf32>
  %0 = aic.linear %x, %w : (tensor<3x9xf32>, tensor<2x9xf32>) -> tensor<3x2xf32>
  %1 = aic.batch_norm %0, %s, %s : (tensor<3x2xf32>, tensor<2xf32>, tensor<2xf32>) -> tensor<3x2xf32>
  return %1 : tensor<3x2xf32>
}

// CHECK-LABEL: @statistics_not_constant
// CHECK: aic.batch_norm
// REMARK: [Missed]{{.*}}batch_norm is not folded: its mean is not a constant (it comes from input 1)
func.func @statistics_not_constant(%x: tensor<3x9xf32>, %mean: tensor<2xf32>) -> tensor<3x2xf32> {
  %w = aic.constant dense_resource<"fc.weight"> : tensor<2x9xf32>
  %s = aic.constant dense<1.0> : tensor<2xf32>
  %0 = aic.linear %x, %w : (tensor<3x9xf32>, tensor<2x9xf32>) -> tensor<3x2xf32>
  %1 = aic.batch_norm %0, %mean, %s : (tensor<3x2xf32>, tensor<2xf32>, tensor<2xf32>) -> tensor<3x2xf32>
  return %1 : tensor<3x2xf32>
}

// CHECK-LABEL: @after_pool
// CHECK: aic.batch_norm
// REMARK: [Missed]{{.*}}batch_norm is not folded: its input comes from max_pool2d, which is neither a convolution nor linear
func.func @after_pool(%x: tensor<1x2x4x4xf32>) -> tensor<1x2x2x2xf32> {
  %s = aic.constant dense<1.0> : tensor<2xf32>
  %0 = aic.max_pool2d %x {kernel = array<i64: 2, 2>, stride = array<i64: 2, 2>} : (tensor<1x2x4x4xf32>) -> tensor<1x2x2x2xf32>
  %1 = aic.batch_norm %0, %s, %s : (tensor<1x2x2x2xf32>, tensor<2xf32>, tensor<2xf32>) -> tensor<1x2x2x2xf32>
  return %1 : tensor<1x2x2x2xf32>
}

// CHECK-LABEL: @no_data
// CHECK: aic.batch_norm
// REMARK: [Missed]{{.*}}batch_norm is not folded: the weight of linear is a constant without data
func.func @no_data(%x: tensor<3x9xf32>) -> tensor<3x2xf32> {
  %w = aic.constant dense_resource<"nowhere.weight"> : tensor<2x9xf32>
  %s = aic.constant dense<1.0> : tensor<2xf32>
  %0 = aic.linear %x, %w : (tensor<3x9xf32>, tensor<2x9xf32>) -> tensor<3x2xf32>
  %1 = aic.batch_norm %0, %s, %s : (tensor<3x2xf32>, tensor<2xf32>, tensor<2xf32>) -> tensor<3x2xf32>
  return %1 : tensor<3x2xf32>
}

// CHECK-LABEL: @negative_variance
// CHECK: aic.batch_norm
// REMARK: [Missed]{{.*}}batch_norm is not folded: channel 1 has no finite factor (its variance is -1.0
func.func @negative_variance(%x: tensor<3x9xf32>) -> tensor<3x2xf32> {
  %w = aic.constant dense_resource<"fc.weight"> : tensor<2x9xf32>
  %mean = aic.constant dense<1.0> : tensor<2xf32>
  %var = aic.constant dense<[3.0, -1.0]> : tensor<2xf32>
  %0 = aic.linear %x, %w : (tensor<3x9xf32>, tensor<2x9xf32>) -> tensor<3x2xf32>
  %1 = aic.batch_norm %0, %mean, %var : (tensor<3x2xf32>, tensor<2xf32>, tensor<2xf32>) -> tensor<3x2xf32>
  return %1 : tensor<3x2xf32>
}

// f16 holds nothing above 65504.
// CHECK-LABEL: @does_not_fit
// CHECK: aic.batch_norm
// REMARK: [Missed]{{.*}}batch_norm is not folded: a folded weight or bias does not fit f16[2, 1]
func.func @does_not_fit(%x: tensor<3x1xf16>) -> tensor<3x2xf16> {
  %w = aic.constant dense<60000.0> : tensor<2x1xf16>
  %mean = aic.constant dense<0.0> : tensor<2xf16>
  %var = aic.constant dense<0.0> : tensor<2xf16>
  %0 = aic.linear %x, %w : (tensor<3x1xf16>, tensor<2x1xf16>) -> tensor<3x2xf16>
  %1 = aic.batch_norm %0, %mean, %var : (tensor<3x2xf16>, tensor<2xf16>, tensor<2xf16>) -> tensor<3x2xf16>
  return %1 : tensor<3x2xf16>
}

{-#
  dialect_resources: {
    builtin: {
      "fc.weight": "0x040000000000803F0000004000004040000080400000A0400000C0400000E04000000041000010410000803F0000004000004040000080400000A0400000C0400000E0400000004100001041"
    }
  }
#-}
