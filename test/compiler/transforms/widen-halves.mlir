// A model in f16 whose bound is arithmetic computes in f32; one whose bound is memory, or with a state in 16 bits, stays.
// RUN: aic-opt --split-input-file --aic-widen-halves %s | FileCheck %s
// RUN: aic-opt --split-input-file --aic-widen-halves --remark-format=emitRemark --remarks-filter='.*' %s -o /dev/null 2>&1 | FileCheck --check-prefix=REMARK %s

// Weights are f32 now; tables and scales stay as they are stored; what the model casts is rounded.
// CHECK-LABEL: @many
// CHECK-SAME: (%[[X:.*]]: tensor<16x2xf16>, %[[I:.*]]: tensor<16xi64>) -> (tensor<16x3xf16>, tensor<16x3xf32>)
// CHECK-DAG: %[[WIDE:.*]] = aic.cast %[[X]] : (tensor<16x2xf16>) -> tensor<16x2xf32>
// CHECK-DAG: %[[W:.*]] = aic.constant dense<{{.*}}1.000000e+00, 2.000000e+00{{.*}}> : tensor<3x2xf32>
// CHECK-DAG: %[[T:.*]] = aic.constant dense<{{.*}}> : tensor<2x2xf16>
// CHECK: %[[E:.*]] = aic.embedding %[[I]], %[[T]] : (tensor<16xi64>, tensor<2x2xf16>) -> tensor<16x2xf16>
// CHECK: %[[F:.*]] = aic.cast %[[E]] : (tensor<16x2xf16>) -> tensor<16x2xf32>
// CHECK: %[[S:.*]] = aic.add %[[WIDE]], %[[F]] : (tensor<16x2xf32>, tensor<16x2xf32>) -> tensor<16x2xf32>
// CHECK: %[[Y:.*]] = aic.linear %[[S]], %[[W]] : (tensor<16x2xf32>, tensor<3x2xf32>) -> tensor<16x3xf32>
// CHECK: %[[D:.*]] = aic.dequantize %{{.*}}, %{{.*}} : (tensor<16x3xi8>, tensor<1x1xf16>) -> tensor<16x3xf32>
// CHECK: %[[R:.*]] = aic.cast %[[D]] : (tensor<16x3xf32>) -> tensor<16x3xf16>
// CHECK: %[[RF:.*]] = aic.cast %[[R]] : (tensor<16x3xf16>) -> tensor<16x3xf32>
// CHECK: %[[Z:.*]] = aic.mul %[[Y]], %[[RF]] : (tensor<16x3xf32>, tensor<16x3xf32>) -> tensor<16x3xf32>
// CHECK: %[[O:.*]] = aic.cast %[[Z]] : (tensor<16x3xf32>) -> tensor<16x3xf16>
// CHECK: return %[[O]], %[[Y]]
// REMARK: what is in 16 bits is f32 from here on: a number of a weight serves 16 rows, so that arithmetic is the bound and not memory
func.func @many(%x: tensor<16x2xf16>, %i: tensor<16xi64>) -> (tensor<16x3xf16>, tensor<16x3xf32>) {
  %w = aic.constant dense<[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]> : tensor<3x2xf16>
  %t = aic.constant dense<[[1.0, 2.0], [3.0, 4.0]]> : tensor<2x2xf16>
  %q = aic.constant dense<3> : tensor<16x3xi8>
  %s = aic.constant dense<0.3> : tensor<1x1xf16>
  %e = aic.embedding %i, %t : (tensor<16xi64>, tensor<2x2xf16>) -> tensor<16x2xf16>
  %0 = aic.add %x, %e : (tensor<16x2xf16>, tensor<16x2xf16>) -> tensor<16x2xf16>
  %1 = aic.linear %0, %w : (tensor<16x2xf16>, tensor<3x2xf16>) -> tensor<16x3xf16>
  %2 = aic.dequantize %q, %s : (tensor<16x3xi8>, tensor<1x1xf16>) -> tensor<16x3xf32>
  %3 = aic.cast %2 : (tensor<16x3xf32>) -> tensor<16x3xf16>
  %4 = aic.mul %1, %3 : (tensor<16x3xf16>, tensor<16x3xf16>) -> tensor<16x3xf16>
  %5 = aic.cast %1 : (tensor<16x3xf16>) -> tensor<16x3xf32>
  return %4, %5 : tensor<16x3xf16>, tensor<16x3xf32>
}

// -----

// CHECK-LABEL: @few
// CHECK: aic.linear %{{.*}} : (tensor<15x2xbf16>, tensor<3x2xbf16>) -> tensor<15x3xbf16>
// REMARK: weights of 16 bits stay so: a number of a weight serves 15 rows, so that memory is the bound
func.func @few(%x: tensor<15x2xbf16>) -> tensor<15x3xbf16> {
  %w = aic.constant dense<1.0> : tensor<3x2xbf16>
  %1 = aic.linear %x, %w : (tensor<15x2xbf16>, tensor<3x2xbf16>) -> tensor<15x3xbf16>
  return %1 : tensor<15x3xbf16>
}

// -----

// CHECK-LABEL: @state
// CHECK: aic.linear %{{.*}} : (tensor<16x2xf16>, tensor<3x2xf16>) -> tensor<16x3xf16>
// REMARK: weights of 16 bits stay so: a state is stored in them
aic.state @s : tensor<16x2xf16> = dense<0.0> : tensor<16x2xf16>
func.func @state(%x: tensor<16x2xf16> {aic.state = @s}) -> tensor<16x3xf16> {
  %w = aic.constant dense<1.0> : tensor<3x2xf16>
  %1 = aic.linear %x, %w : (tensor<16x2xf16>, tensor<3x2xf16>) -> tensor<16x3xf16>
  return %1 : tensor<16x3xf16>
}
