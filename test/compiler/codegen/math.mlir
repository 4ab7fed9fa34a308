// Functions become arithmetic; other types than f32 are left alone.
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

// CHECK-LABEL: func.func @double(
// CHECK: math.exp
func.func @double(%x: f64) -> f64 {
  %0 = math.exp %x : f64
  return %0 : f64
}
