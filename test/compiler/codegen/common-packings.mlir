// A weight that several CPUs of a file read lies in one order where none of them loses much by it; else in several.
// RUN: aic-opt --aic-cpu-tiles="target-cpu=x86-64-v4 together=x86-64-v4,x86-64-v3,generic-aarch64,x86-64-v2" %s | FileCheck %s --check-prefixes=WIDE,FOUR
// RUN: aic-opt --aic-cpu-tiles="target-cpu=x86-64-v3 together=x86-64-v4,x86-64-v3,generic-aarch64,x86-64-v2" %s | FileCheck %s --check-prefixes=WIDE,THREE
// RUN: aic-opt --aic-cpu-tiles="target-cpu=generic-aarch64 together=x86-64-v4,x86-64-v3,generic-aarch64,x86-64-v2" %s | FileCheck %s --check-prefixes=WIDE,ARM
// RUN: aic-opt --aic-cpu-tiles="target-cpu=x86-64-v2 together=x86-64-v4,x86-64-v3,generic-aarch64,x86-64-v2" %s | FileCheck %s --check-prefix=TWO
// RUN: aic-opt --aic-cpu-tiles=target-cpu=x86-64-v3 %s | FileCheck %s --check-prefix=ALONE
// RUN: aic-opt --aic-cpu-tiles="target-cpu=x86-64-v3 together=x86-64-v3,x86-64-v4" --remark-format=emitRemark --remarks-filter='.*' %s -o /dev/null 2>&1 | FileCheck %s --check-prefix=REMARK
// RUN: not aic-opt --aic-cpu-tiles="target-cpu=x86-64-v3 together=x86-64-v4,x86-64-v2" %s 2>&1 | FileCheck %s --check-prefix=OTHER
// RUN: not aic-opt --aic-cpu-tiles="target-cpu=x86-64-v3 together=x86-64-v3,z80" %s 2>&1 | FileCheck %s --check-prefix=UNKNOWN
// OTHER: error: the option 'together' does not name the target's CPU
// UNKNOWN: error: unknown CPU 'z80'

// Of SSE, panels of 32 columns would leave a tile one row.
// REMARK-DAG: remark: {{.*}}for x86-64-v3, a constant lies in panels of 32 columns, as for x86-64-v4; alone it would lie in panels of 16 columns
// ALONE: schedule.kernel @linear {{.*}}mr = 6 : i64, nv = 2 : i64, packed
// FOUR: schedule.kernel @linear {{.*}}nv = 2 : i64, packed
// THREE: schedule.kernel @linear {{.*}}mr = 3 : i64, nv = 4 : i64, packed
// ARM: schedule.kernel @linear {{.*}}mr = 3 : i64, nv = 8 : i64, packed
// TWO: schedule.kernel @linear {{.*}}mr = 4 : i64, nv = 2 : i64, packed
schedule.kernel @linear family("contraction") constants [1] {
^bb0(%x: tensor<96x768xf32>, %w: tensor<768x768xf32>):
  %0 = aic.linear %x, %w : (tensor<96x768xf32>, tensor<768x768xf32>) -> tensor<96x768xf32>
  aic.yield %0 : tensor<96x768xf32>
}

// What is transformed, too: here AVX-512 has an order of its own, and the three others share one.
// REMARK-DAG: remark: {{.*}}a constant is stored for x86-64-v3 by itself, in panels of 16 columns, transformed for F(4x4): what other CPUs read would cost it, or them, more than a tenth of the time
schedule.kernel @conv family("contraction") constants [1] {
^bb0(%x: tensor<1x28x28x64xf32>, %w: tensor<64x64x3x3xf32>):
  %0 = aic.conv2d %x, %w {padding = array<i64: 1, 1, 1, 1>, layout = #aic.layout<nhwc>} : (tensor<1x28x28x64xf32>, tensor<64x64x3x3xf32>) -> tensor<1x28x28x64xf32>
  aic.yield %0 : tensor<1x28x28x64xf32>
}

// WIDE: schedule.constant dense<1.000000e+00> {{.*}} packed {kind = "linear", width = 32 : i64}
// TWO: schedule.constant dense<1.000000e+00> {{.*}} packed {kind = "linear", width = 8 : i64}
// FOUR: schedule.constant dense<2.000000e+00> {{.*}} packed {groups = 1 : i64, kind = "winograd", tile = 4 : i64, width = 32 : i64}
// THREE: schedule.constant dense<2.000000e+00> {{.*}} packed {groups = 1 : i64, kind = "winograd", tile = 4 : i64, width = 16 : i64}
// ARM: schedule.constant dense<2.000000e+00> {{.*}} packed {groups = 1 : i64, kind = "winograd", tile = 4 : i64, width = 16 : i64}
// TWO: schedule.constant dense<2.000000e+00> {{.*}} packed {groups = 1 : i64, kind = "winograd", tile = 4 : i64, width = 16 : i64}
schedule.program @main {
  %x = schedule.input 0 "x" : memref<96x768xf32>
  %y = schedule.output 0 "y" : memref<96x768xf32>
  %image = schedule.input 1 "image" : memref<1x28x28x64xf32>
  %z = schedule.output 1 "z" : memref<1x28x28x64xf32>
  %w = schedule.constant dense<1.0> : tensor<768x768xf32> : memref<768x768xf32>
  %v = schedule.constant dense<2.0> : tensor<64x64x3x3xf32> : memref<64x64x3x3xf32>
  schedule.dispatch @linear(%x, %w) -> (%y) : (memref<96x768xf32>, memref<768x768xf32>) -> memref<96x768xf32>
  schedule.dispatch @conv(%image, %v) -> (%z) : (memref<1x28x28x64xf32>, memref<64x64x3x3xf32>) -> memref<1x28x28x64xf32>
}
