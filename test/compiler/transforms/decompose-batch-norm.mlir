// What no conv2d or linear took becomes elementwise.
// RUN: aic-opt --aic-decompose-batch-norm --canonicalize %s | FileCheck %s
// RUN: aic-opt --aic-decompose-batch-norm --remark-format=emitRemark --remarks-filter='.*' %s -o /dev/null 2>&1 | FileCheck --check-prefix=REMARK %s

// CHECK-LABEL: @nchw
// CHECK-DAG: %[[F:.*]] = aic.constant dense<{{\[\[\[}}1.000000e+00]], {{\[\[}}5.000000e-01]]]> : tensor<2x1x1xf32>
// CHECK-DAG: %[[T:.*]] = aic.constant dense<{{\[\[\[}}9.000000e+00]], {{\[\[}}1.900000e+01]]]> : tensor<2x1x1xf32>
// CHECK: %[[M:.*]] = aic.mul %arg0, %[[F]] : (tensor<1x2x3x3xf32>, tensor<2x1x1xf32>) -> tensor<1x2x3x3xf32>
// CHECK-NEXT: %[[A:.*]] = aic.add %[[M]], %[[T]]
// CHECK-NEXT: return %[[A]]
// REMARK: [Passed]{{.*}}aic-decompose-batch-norm{{.*}}batch_norm becomes one mul and one add per element
func.func @nchw(%x: tensor<1x2x3x3xf32>) -> tensor<1x2x3x3xf32> {
  %mean = aic.constant dense<[1.0, 2.0]> : tensor<2xf32>
  %var = aic.constant dense<[3.0, 15.0]> : tensor<2xf32>
  %gamma = aic.constant dense<2.0> : tensor<2xf32>
  %beta = aic.constant dense<[10.0, 20.0]> : tensor<2xf32>
  %0 = aic.batch_norm %x, %mean, %var weight %gamma bias %beta {eps = 1.0 : f64} : (tensor<1x2x3x3xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) -> tensor<1x2x3x3xf32>
  return %0 : tensor<1x2x3x3xf32>
}

// Channels last, and rank 2: a vector broadcasts as it is.
// CHECK-LABEL: @last_axis
// CHECK: aic.mul %arg0, %{{.*}} : (tensor<1x3x3x2xf32>, tensor<2xf32>)
// CHECK: aic.mul %arg1, %{{.*}} : (tensor<5x2xf32>, tensor<2xf32>)
func.func @last_axis(%x: tensor<1x3x3x2xf32>, %y: tensor<5x2xf32>) -> (tensor<1x3x3x2xf32>, tensor<5x2xf32>) {
  %mean = aic.constant dense<[1.0, 2.0]> : tensor<2xf32>
  %var = aic.constant dense<[3.0, 15.0]> : tensor<2xf32>
  %0 = aic.batch_norm %x, %mean, %var {layout = #aic.layout<nhwc>} : (tensor<1x3x3x2xf32>, tensor<2xf32>, tensor<2xf32>) -> tensor<1x3x3x2xf32>
  %1 = aic.batch_norm %y, %mean, %var : (tensor<5x2xf32>, tensor<2xf32>, tensor<2xf32>) -> tensor<5x2xf32>
  return %0, %1 : tensor<1x3x3x2xf32>, tensor<5x2xf32>
}

// CHECK-LABEL: @statistics_at_run_time
// CHECK-SAME: %[[X:.*]]: tensor<1x2x3x3xf32>, %[[MEAN:.*]]: tensor<2xf32>, %[[VAR:.*]]: tensor<2xf32>, %[[G:.*]]: tensor<2xf32>, %[[B:.*]]: tensor<2xf32>)
// CHECK: %[[EPS:.*]] = aic.constant dense<9.99999974E-6> : tensor<f32>
// CHECK: %[[V:.*]] = aic.add %[[VAR]], %[[EPS]]
// CHECK: %[[R:.*]] = aic.rsqrt %[[V]]
// CHECK: %[[F:.*]] = aic.mul %[[R]], %[[G]]
// CHECK: %[[M3:.*]] = aic.reshape %[[MEAN]] : (tensor<2xf32>) -> tensor<2x1x1xf32>
// CHECK: %[[C:.*]] = aic.sub %[[X]], %[[M3]]
// CHECK: %[[F3:.*]] = aic.reshape %[[F]]
// CHECK: %[[S:.*]] = aic.mul %[[C]], %[[F3]]
// CHECK: %[[B3:.*]] = aic.reshape %[[B]]
// CHECK: %[[A:.*]] = aic.add %[[S]], %[[B3]]
// CHECK: return %[[A]]
// REMARK: [Missed]{{.*}}batch_norm is computed from its statistics at each run: its mean is not a constant (it comes from input 1)
func.func @statistics_at_run_time(%x: tensor<1x2x3x3xf32>, %mean: tensor<2xf32>, %var: tensor<2xf32>, %g: tensor<2xf32>, %b: tensor<2xf32>) -> tensor<1x2x3x3xf32> {
  %0 = aic.batch_norm %x, %mean, %var weight %g bias %b : (tensor<1x2x3x3xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) -> tensor<1x2x3x3xf32>
  return %0 : tensor<1x2x3x3xf32>
}
