// What quantised values are divided by before they are rounded goes into their scales.
// RUN: aic-opt --aic-fold-scales %s | FileCheck %s
// RUN: aic-opt --aic-fold-scales --remark-format=emitRemark --remarks-filter='.*' %s -o /dev/null 2>&1 | FileCheck --check-prefix=REMARK %s

// CHECK-LABEL: @sums
// CHECK: %[[F:.*]] = aic.cast %arg0
// CHECK: %[[S:.*]] = aic.constant dense<[1.000000e+00, 5.000000e-01]> : tensor<2xf32>
// CHECK: %[[M:.*]] = aic.mul %[[F]], %[[S]]
// CHECK: %[[R:.*]] = aic.relu %[[M]]
// CHECK: %[[I:.*]] = aic.round %[[R]]
// CHECK: return %[[I]]
// REMARK: "a quantised value is scaled once: its division went into constants"
func.func @sums(%q: tensor<3x2xi32>) -> tensor<3x2xf32> {
  %s = aic.constant dense<[0.5, 0.25]> : tensor<2xf32>
  %y = aic.constant dense<0.5> : tensor<f32>
  %0 = aic.cast %q : (tensor<3x2xi32>) -> tensor<3x2xf32>
  %1 = aic.mul %0, %s : (tensor<3x2xf32>, tensor<2xf32>) -> tensor<3x2xf32>
  %2 = aic.relu %1 : tensor<3x2xf32>
  %3 = aic.div %2, %y : (tensor<3x2xf32>, tensor<f32>) -> tensor<3x2xf32>
  %4 = aic.round %3 : tensor<3x2xf32>
  return %4 : tensor<3x2xf32>
}

// A bias that is no whole number, a bound, and another tensor that is added, which others read too.
// CHECK-LABEL: @residual
// CHECK-DAG: aic.constant dense<[2.000000e+00, 4.000000e+00]> : tensor<2xf32>
// CHECK-DAG: aic.constant dense<2.500000e-01> : tensor<f32>
// CHECK-DAG: aic.constant dense<1.250000e-01> : tensor<f32>
// CHECK: aic.clamp %{{.*}} min 0.000000e+00 max 1.200000e+01
// CHECK-NOT: aic.div
// CHECK: return
func.func @residual(%q: tensor<3x2xi32>, %r: tensor<3x2xui8>) -> (tensor<3x2xf32>, tensor<3x2xf32>) {
  %s = aic.constant dense<0.125> : tensor<f32>
  %t = aic.constant dense<0.0625> : tensor<f32>
  %z = aic.constant dense<7.0> : tensor<f32>
  %b = aic.constant dense<[1.0, 2.0]> : tensor<2xf32>
  %y = aic.constant dense<0.5> : tensor<f32>
  %0 = aic.cast %q : (tensor<3x2xi32>) -> tensor<3x2xf32>
  %1 = aic.mul %0, %s : (tensor<3x2xf32>, tensor<f32>) -> tensor<3x2xf32>
  %2 = aic.add %1, %b : (tensor<3x2xf32>, tensor<2xf32>) -> tensor<3x2xf32>
  %3 = aic.cast %r : (tensor<3x2xui8>) -> tensor<3x2xf32>
  %4 = aic.sub %3, %z : (tensor<3x2xf32>, tensor<f32>) -> tensor<3x2xf32>
  %5 = aic.mul %4, %t : (tensor<3x2xf32>, tensor<f32>) -> tensor<3x2xf32>
  %6 = aic.add %2, %5 : (tensor<3x2xf32>, tensor<3x2xf32>) -> tensor<3x2xf32>
  %7 = aic.clamp %6 min 0.0 max 6.0 : tensor<3x2xf32>
  %8 = aic.div %7, %y : (tensor<3x2xf32>, tensor<f32>) -> tensor<3x2xf32>
  %9 = aic.round %8 : tensor<3x2xf32>
  return %9, %5 : tensor<3x2xf32>, tensor<3x2xf32>
}

// What others read, what is no product of integers, a divisor that is no one positive number, scales that would be
// no numbers any more, what is not rounded, and a tensor that is quantised anew.
// CHECK-LABEL: @not
// CHECK-COUNT-7: aic.div
func.func @not(%q: tensor<3x2xi32>, %x: tensor<3x2xf32>, %u: tensor<3x2xui8>)
    -> (tensor<3x2xf32>, tensor<3x2xf32>, tensor<3x2xf32>, tensor<3x2xf32>, tensor<3x2xf32>, tensor<3x2xf32>, tensor<3x2xf32>, tensor<3x2xf32>) {
  %s = aic.constant dense<0.125> : tensor<f32>
  %small = aic.constant dense<1.0e-38> : tensor<f32>
  %y = aic.constant dense<0.5> : tensor<f32>
  %large = aic.constant dense<1.0e+10> : tensor<f32>
  %negative = aic.constant dense<-0.5> : tensor<f32>
  %each = aic.constant dense<[0.5, 0.25]> : tensor<2xf32>
  %0 = aic.cast %q : (tensor<3x2xi32>) -> tensor<3x2xf32>
  %1 = aic.mul %0, %s : (tensor<3x2xf32>, tensor<f32>) -> tensor<3x2xf32>
  %2 = aic.relu %1 : tensor<3x2xf32>
  %3 = aic.div %2, %y : (tensor<3x2xf32>, tensor<f32>) -> tensor<3x2xf32>
  %4 = aic.round %3 : tensor<3x2xf32>
  %5 = aic.mul %x, %s : (tensor<3x2xf32>, tensor<f32>) -> tensor<3x2xf32>
  %6 = aic.div %5, %y : (tensor<3x2xf32>, tensor<f32>) -> tensor<3x2xf32>
  %7 = aic.round %6 : tensor<3x2xf32>
  %8 = aic.div %1, %negative : (tensor<3x2xf32>, tensor<f32>) -> tensor<3x2xf32>
  %9 = aic.round %8 : tensor<3x2xf32>
  %10 = aic.div %1, %each : (tensor<3x2xf32>, tensor<2xf32>) -> tensor<3x2xf32>
  %11 = aic.round %10 : tensor<3x2xf32>
  %12 = aic.mul %0, %small : (tensor<3x2xf32>, tensor<f32>) -> tensor<3x2xf32>
  %13 = aic.div %12, %large : (tensor<3x2xf32>, tensor<f32>) -> tensor<3x2xf32>
  %14 = aic.round %13 : tensor<3x2xf32>
  %15 = aic.div %1, %y : (tensor<3x2xf32>, tensor<f32>) -> tensor<3x2xf32>
  %16 = aic.cast %u : (tensor<3x2xui8>) -> tensor<3x2xf32>
  %17 = aic.mul %16, %s : (tensor<3x2xf32>, tensor<f32>) -> tensor<3x2xf32>
  %18 = aic.div %17, %y : (tensor<3x2xf32>, tensor<f32>) -> tensor<3x2xf32>
  %19 = aic.round %18 : tensor<3x2xf32>
  return %19, %2, %4, %7, %9, %11, %14, %15 : tensor<3x2xf32>, tensor<3x2xf32>, tensor<3x2xf32>, tensor<3x2xf32>, tensor<3x2xf32>, tensor<3x2xf32>, tensor<3x2xf32>, tensor<3x2xf32>
}
