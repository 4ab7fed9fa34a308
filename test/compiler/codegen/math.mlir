// Functions become arithmetic, but for sin, cos and tan of f64, which are left alone.
// RUN: aic-opt --pass-pipeline='builtin.module(func.func(aic-cpu-math))' %s | FileCheck %s --check-prefixes=CHECK,PLAIN
// RUN: aic-opt --pass-pipeline='builtin.module(func.func(aic-cpu-math{avx512=true}))' %s | FileCheck %s --check-prefixes=CHECK,AVX512

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

// What divides by 1 + e^t, and gelu, as a whole: one exponential, one division or none.
// CHECK-LABEL: func.func @whole(
// CHECK-NOT: math.{{(exp|erf) }}
// PLAIN-NOT: llvm.call_intrinsic
// AVX512-COUNT-1: "llvm.x86.avx512.mask.range.ps.512"
// AVX512: "llvm.x86.avx512.mask.scalef.ps.512"
// CHECK: arith.divf
// AVX512: "llvm.x86.avx512.mask.reduce.ps.512"
// AVX512: "llvm.x86.avx512.mask.scalef.ps.512"
// CHECK-NOT: arith.divf
// CHECK: return
func.func @whole(%x: vector<16xf32>) -> (vector<16xf32>, vector<16xf32>) {
  %one = arith.constant dense<1.0> : vector<16xf32>
  %half = arith.constant dense<0.5> : vector<16xf32>
  %root = arith.constant dense<0.707106769> : vector<16xf32>
  %0 = arith.negf %x : vector<16xf32>
  %1 = math.exp %0 : vector<16xf32>
  %2 = arith.addf %one, %1 : vector<16xf32>
  %3 = arith.divf %x, %2 : vector<16xf32>
  %4 = arith.mulf %x, %half : vector<16xf32>
  %5 = arith.mulf %x, %root : vector<16xf32>
  %6 = math.erf %5 : vector<16xf32>
  %7 = arith.addf %one, %6 : vector<16xf32>
  %8 = arith.mulf %4, %7 : vector<16xf32>
  return %3, %8 : vector<16xf32>, vector<16xf32>
}

// Other vectors than the registers' have no such instructions.
// CHECK-LABEL: func.func @narrow(
// CHECK-NOT: llvm.call_intrinsic
// CHECK: return
func.func @narrow(%x: vector<3xf32>, %s: f32) -> (vector<3xf32>, f32) {
  %0 = math.exp %x : vector<3xf32>
  %1 = math.tanh %s : f32
  return %0, %1 : vector<3xf32>, f32
}
