// Functions become arithmetic, but for sin, cos and tan of f64, which are left alone.
// RUN: aic-opt --pass-pipeline='builtin.module(func.func(aic-cpu-math))' %s | FileCheck %s

// CHECK-LABEL: func.func @all(
// CHECK-NOT: math.{{(exp|expm1|log|log1p|tanh|erf|sin|cos|powf) }}
// CHECK: return
func.func @all(%x: vector<16xf32>, %s: f32) -> (vector<16xf32>, f32) {
  %0 = math.exp %x : vector<16xf32>
  %1 = math.log %0 : vector<16xf32>
  %2 = math.tanh %1 : vector<16xf32>
  %3 = math.erf %2 : vector<16xf32>
  %4 = math.sin %3 : vector<16xf32>
  %5 = math.cos %4 : vector<16xf32>
  %6 = math.powf %5, %x : vector<16xf32>
  %7 = math.sin %s : f32
  %8 = math.powf %7, %s : f32
  %9 = math.expm1 %6 : vector<16xf32>
  %10 = math.log1p %9 : vector<16xf32>
  return %10, %8 : vector<16xf32>, f32
}

// CHECK-LABEL: func.func @inverse(
// CHECK-NOT: math.{{(asin|acos|atan|sinh|cosh|asinh|acosh|atanh|tan|exp|expm1|log|log1p) }}
// CHECK: return
func.func @inverse(%x: vector<16xf32>) -> vector<16xf32> {
  %0 = math.asin %x : vector<16xf32>
  %1 = math.acos %0 : vector<16xf32>
  %2 = math.atan %1 : vector<16xf32>
  %3 = math.sinh %2 : vector<16xf32>
  %4 = math.cosh %3 : vector<16xf32>
  %5 = math.asinh %4 : vector<16xf32>
  %6 = math.acosh %5 : vector<16xf32>
  %7 = math.atanh %6 : vector<16xf32>
  %8 = math.tan %7 : vector<16xf32>
  return %8 : vector<16xf32>
}

// CHECK-LABEL: func.func @double(
// CHECK-NOT: math.{{(exp|expm1|log|log1p|tanh|erf|powf|atanh) }}
// CHECK: math.sin
// CHECK: return
func.func @double(%x: f64) -> f64 {
  %0 = math.exp %x : f64
  %1 = math.expm1 %0 : f64
  %2 = math.log %1 : f64
  %3 = math.log1p %2 : f64
  %4 = math.tanh %3 : f64
  %5 = math.erf %4 : f64
  %6 = math.powf %5, %x : f64
  %7 = math.atanh %6 : f64
  %8 = math.sin %7 : f64
  return %8 : f64
}
