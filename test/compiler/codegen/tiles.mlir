// Tiles, workgroups and packings, for each ISA.
// RUN: aic-opt --aic-cpu-tiles=target-cpu=x86-64-v2 %s | FileCheck %s --check-prefixes=CHECK,SSE
// RUN: aic-opt --aic-cpu-tiles=target-cpu=x86-64-v3 %s | FileCheck %s --check-prefixes=CHECK,AVX2
// RUN: aic-opt --aic-cpu-tiles=target-cpu=x86-64-v4 %s | FileCheck %s --check-prefixes=CHECK,AVX512
// RUN: aic-opt --aic-cpu-tiles=target-cpu=znver4 %s | FileCheck %s --check-prefix=ZEN4
// RUN: aic-opt --aic-cpu-tiles=target-cpu=sapphirerapids %s | FileCheck %s --check-prefix=GOLDEN
// RUN: aic-opt --aic-cpu-tiles=target-cpu=generic-aarch64 %s | FileCheck %s --check-prefixes=CHECK,NEON
// RUN: not aic-opt --aic-cpu-tiles=target-cpu=i387 %s 2>&1 | FileCheck %s --check-prefix=UNKNOWN
// RUN: not aic-opt --aic-cpu-tiles=target-cpu=x86-64 %s 2>&1 | FileCheck %s --check-prefix=OLD
// UNKNOWN: error: unknown CPU 'i387'; try native, x86-64-v2, x86-64-v3, x86-64-v4, {{.*}}generic-aarch64, cortex-a72, neoverse-n1, apple-m1{{$}}
// OLD: error: the CPU 'x86-64' has no SSE4.1

// CHECK-LABEL: schedule.kernel @linear
// SSE-SAME: tiling {mr = {{[0-9]+}} : i64, nv = {{[0-9]+}} : i64, packed
// AVX2-SAME: tiling {mr = 6 : i64, nv = 2 : i64, packed
// NEON-SAME: tiling {mr = {{10|6}} : i64, nv = {{[24]}} : i64, packed
// AVX512-SAME: tiling {mr = {{12|14|9|7|6}} : i64, nv = {{[2-4]}} : i64, packed
schedule.kernel @linear family("contraction") constants [1] {
^bb0(%x: tensor<96x64xf32>, %w: tensor<128x64xf32>):
  %0 = aic.linear %x, %w : (tensor<96x64xf32>, tensor<128x64xf32>) -> tensor<96x128xf32>
  aic.yield %0 : tensor<96x128xf32>
}
// CHECK: schedule.kernel @depthwise family("window") constants [1] workgroups(1) tiling {band = 32 : i64, channel_groups = 1 : i64, pixels = 4 : i64, row_groups = 1 : i64, together = 128 : i64} {
schedule.kernel @depthwise family("window") constants [1] {
^bb0(%x: tensor<1x8x8x16xf32>, %w: tensor<16x1x1x1xf32>):
  %0 = aic.conv2d %x, %w {groups = 16 : i64, layout = #aic.layout<nhwc>} : (tensor<1x8x8x16xf32>, tensor<16x1x1x1xf32>) -> tensor<1x8x8x16xf32>
  aic.yield %0 : tensor<1x8x8x16xf32>
}
// Deep and narrow: along the channels too, in pieces that two and four threads share evenly.
// AVX512: schedule.kernel @deep family("window") constants [1] workgroups(4) tiling {band = 18 : i64, channel_groups = 2 : i64, pixels = 7 : i64, row_groups = 2 : i64, together = 128 : i64} {
schedule.kernel @deep family("window") constants [1] {
^bb0(%x: tensor<1x14x14x576xf32>, %w: tensor<576x1x3x3xf32>):
  %0 = aic.conv2d %x, %w {groups = 576 : i64, padding = array<i64: 1, 1, 1, 1>, layout = #aic.layout<nhwc>} : (tensor<1x14x14x576xf32>, tensor<576x1x3x3xf32>) -> tensor<1x14x14x576xf32>
  aic.yield %0 : tensor<1x14x14x576xf32>
}
// Pixels 2048 bytes apart share two sets of the first-level cache: they are copied.
// CHECK-LABEL: schedule.kernel @apart_by_powers
// CHECK-SAME: channel_groups = {{[0-9]+}} : i64, copied, pixels = 7 : i64, row_groups = {{[0-9]+}} : i64, scratch_bytes = 50176 : i64, together = 64 : i64
schedule.kernel @apart_by_powers family("window") constants [1] {
^bb0(%x: tensor<1x14x14x512xf32>, %w: tensor<512x1x3x3xf32>):
  %0 = aic.conv2d %x, %w {groups = 512 : i64, padding = array<i64: 1, 1, 1, 1>, layout = #aic.layout<nhwc>} : (tensor<1x14x14x512xf32>, tensor<512x1x3x3xf32>) -> tensor<1x14x14x512xf32>
  aic.yield %0 : tensor<1x14x14x512xf32>
}
// A weight that is read once is dealt out by its bytes.
// CHECK-LABEL: schedule.kernel @row
// CHECK-SAME: workgroups({{8|16}}) tiling {mr = 1 : i64
// AVX512-SAME: nv = 8 : i64, packed
schedule.kernel @row family("contraction") constants [1] {
^bb0(%x: tensor<1x1280xf32>, %w: tensor<1000x1280xf32>):
  %0 = aic.linear %x, %w : (tensor<1x1280xf32>, tensor<1000x1280xf32>) -> tensor<1x1000xf32>
  aic.yield %0 : tensor<1x1000xf32>
}
// Rows that lie 4096 bytes apart share a set of the first-level cache, which has 8 lines.
// Threads that own ranges of the workgroups have rows each, where all weights have room in the second-level cache.
// CHECK-LABEL: schedule.kernel @aliased
// AVX512-SAME: mr = {{[78]}} : i64
// GOLDEN-LABEL: schedule.kernel @aliased
// GOLDEN-SAME: panels_per_group = 1 : i64, row_parts = {{[24]}} : i64
schedule.kernel @aliased family("contraction") constants [1] {
^bb0(%x: tensor<196x1024xf32>, %w: tensor<256x1024xf32>):
  %0 = aic.linear %x, %w : (tensor<196x1024xf32>, tensor<256x1024xf32>) -> tensor<196x256xf32>
  aic.yield %0 : tensor<196x256xf32>
}
// CHECK-LABEL: schedule.kernel @apart
// AVX512-SAME: mr = {{3|14}} : i64
schedule.kernel @apart family("contraction") constants [1] {
^bb0(%x: tensor<196x1040xf32>, %w: tensor<256x1040xf32>):
  %0 = aic.linear %x, %w : (tensor<196x1040xf32>, tensor<256x1040xf32>) -> tensor<196x256xf32>
  aic.yield %0 : tensor<196x256xf32>
}
// 24 columns are one and a half vectors of AVX-512: where half of one takes half the time, three halves; elsewhere two
// whole ones. 32 are whole vectors everywhere: on Zen 4, whose FMA units take one a cycle, in tiles of seven sums.
// CHECK-LABEL: schedule.kernel @and_a_half
// AVX512-SAME: tiling {mr = 14 : i64, nv = 2 : i64, packed
// ZEN4: schedule.kernel @and_a_half
// ZEN4-SAME: tiling {half, mr = {{[89]}} : i64, nv = 3 : i64, packed
// ZEN4-SAME: }
// ZEN4: schedule.kernel @two
// ZEN4-SAME: tiling {mr = 7 : i64, nv = 1 : i64, packed
schedule.kernel @and_a_half family("contraction") constants [1] {
^bb0(%x: tensor<3136x144xf32>, %w: tensor<24x144xf32>):
  %0 = aic.linear %x, %w : (tensor<3136x144xf32>, tensor<24x144xf32>) -> tensor<3136x24xf32>
  aic.yield %0 : tensor<3136x24xf32>
}
schedule.kernel @two family("contraction") constants [1] {
^bb0(%x: tensor<3136x144xf32>, %w: tensor<32x144xf32>):
  %0 = aic.linear %x, %w : (tensor<3136x144xf32>, tensor<32x144xf32>) -> tensor<3136x32xf32>
  aic.yield %0 : tensor<3136x32xf32>
}
// Seven vectors and the elements of four rows would not fit in 32 registers beside the sums.
// CHECK-LABEL: schedule.kernel @seven
// AVX512-SAME: mr = 3 : i64, nv = 7 : i64
schedule.kernel @seven family("contraction") constants [1] {
^bb0(%x: tensor<196x480xf32>, %w: tensor<112x480xf32>):
  %0 = aic.linear %x, %w : (tensor<196x480xf32>, tensor<112x480xf32>) -> tensor<196x112xf32>
  aic.yield %0 : tensor<196x112xf32>
}
// One row: eight vectors in one panel would hide an FMA's latency, but four panels arrive at four threads.
// CHECK-LABEL: schedule.kernel @one_row
// AVX512-SAME: workgroups(4) {{.*}} nv = 2 : i64
schedule.kernel @one_row family("contraction") constants [1] {
^bb0(%x: tensor<1x2304xf32>, %w: tensor<128x2304xf32>):
  %0 = aic.linear %x, %w : (tensor<1x2304xf32>, tensor<128x2304xf32>) -> tensor<1x128xf32>
  aic.yield %0 : tensor<1x128xf32>
}
// Enough elements for several threads, in multiples of what a vector holds.
// CHECK: schedule.kernel @relu family("elementwise") workgroups(16) tiling {along_columns, units_per_group = 8192 : i64} {
schedule.kernel @relu family("elementwise") {
^bb0(%x: tensor<131072xf32>):
  %0 = aic.relu %x : tensor<131072xf32>
  aic.yield %0 : tensor<131072xf32>
}
// Seven times as many as are worth it: four workgroups.
// CHECK: schedule.kernel @rows family("elementwise") workgroups(4) tiling {units_per_group = 25 : i64} {
schedule.kernel @rows family("elementwise") {
^bb0(%x: tensor<100x600xf32>, %y: tensor<100x1xf32>):
  %0 = aic.mul %x, %y : (tensor<100x600xf32>, tensor<100x1xf32>) -> tensor<100x600xf32>
  aic.yield %0 : tensor<100x600xf32>
}
// A picture's mean has one row: its channels are dealt out.
// CHECK: schedule.kernel @mean family("reduction") workgroups(6) tiling {along_columns, units_per_group = 16 : i64} {
schedule.kernel @mean family("reduction") {
^bb0(%x: tensor<1x56x56x96xf32>):
  %0 = aic.mean %x {dims = array<i64: 1, 2>} : (tensor<1x56x56x96xf32>) -> tensor<1x96xf32>
  aic.yield %0 : tensor<1x96xf32>
}
// A constant in the order in which its kernel reads it; one that is read as it lies stays.
// CHECK-LABEL: schedule.program @model
// CHECK-NOT: schedule.constant dense<1.000000e+00> : tensor<128x64xf32> : memref
// CHECK: %[[W:.*]] = schedule.constant dense<1.000000e+00> : tensor<128x64xf32> packed {kind = "linear", width = {{[0-9]+}} : i64}
// CHECK: %[[D:.*]] = schedule.constant dense<2.000000e+00> : tensor<16x1x1x1xf32> packed {kind = "depthwise"}
// CHECK: schedule.dispatch @linear(%{{.*}}, %[[W]])
// CHECK: schedule.dispatch @depthwise(%{{.*}}, %[[D]])
schedule.program @model {
  %w = schedule.constant dense<1.0> : tensor<128x64xf32> : memref<128x64xf32>
  %d = schedule.constant dense<2.0> : tensor<16x1x1x1xf32> : memref<16x1x1x1xf32>
  %x = schedule.input 0 "x" : memref<96x64xf32>
  %i = schedule.input 1 "i" : memref<1x8x8x16xf32>
  %y = schedule.output 0 "y" : memref<96x128xf32>
  %o = schedule.output 1 "o" : memref<1x8x8x16xf32>
  schedule.dispatch @linear(%x, %w) -> (%y) : (memref<96x64xf32>, memref<128x64xf32>) -> memref<96x128xf32>
  schedule.dispatch @depthwise(%i, %d) -> (%o) : (memref<1x8x8x16xf32>, memref<16x1x1x1xf32>) -> memref<1x8x8x16xf32>
}
// A weight of integers is widened once for several tiles of rows, into scratch memory: of a panel [64, width] 256 bytes a column.
// AVX512: schedule.kernel @bytes family("contraction") constants [1] {{.*}} tiling {mr = {{[0-9]+}} : i64, nv = {{[2-8]}} : i64, packed, {{.*}}scratch_bytes = {{8192|12288|16384|32768}} : i64
schedule.kernel @bytes family("contraction") constants [1] {
^bb0(%x: tensor<96x64xf32>, %w: tensor<128x64xi8>):
  %0 = aic.linear %x, %w : (tensor<96x64xf32>, tensor<128x64xi8>) -> tensor<96x128xf32>
  aic.yield %0 : tensor<96x128xf32>
}
// AVX512: schedule.kernel @blocks family("block_linear") constants [1, 2] {{.*}} tiling {mr = {{[0-9]+}} : i64, nv = 4 : i64, panels_per_group = {{[0-9]+}} : i64, scratch_bytes = 16384 : i64
schedule.kernel @blocks family("block_linear") constants [1, 2] {
^bb0(%x: tensor<96x64xf32>, %q: tensor<128x32xi8>, %s: tensor<128x2xf16>):
  %0 = aic.block_linear %x, %q, %s {bits = 4 : i64, block = 32 : i64} : (tensor<96x64xf32>, tensor<128x32xi8>, tensor<128x2xf16>) -> tensor<96x128xf32>
  aic.yield %0 : tensor<96x128xf32>
}
// Not for a tile or two, nor where a panel is larger than a core keeps.
// AVX512: schedule.kernel @few
// AVX512-NOT: scratch_bytes
schedule.kernel @few family("contraction") constants [1] {
^bb0(%x: tensor<3x64xf32>, %w: tensor<128x64xi8>):
  %0 = aic.linear %x, %w : (tensor<3x64xf32>, tensor<128x64xi8>) -> tensor<3x128xf32>
  aic.yield %0 : tensor<3x128xf32>
}
schedule.kernel @deep_blocks family("block_linear") constants [1, 2] {
^bb0(%x: tensor<96x4096xf32>, %q: tensor<128x2048xi8>, %s: tensor<128x128xf16>):
  %0 = aic.block_linear %x, %q, %s {bits = 4 : i64, block = 32 : i64} : (tensor<96x4096xf32>, tensor<128x2048xi8>, tensor<128x128xf16>) -> tensor<96x128xf32>
  aic.yield %0 : tensor<96x128xf32>
}
// 9 MB of weights are read once: workgroups of few rows do not have so many panels that none stays in the
// second-level cache, which is of 1 MiB or 2.
// AVX512-LABEL: schedule.kernel @from_memory
// AVX512-SAME: panels_per_group = {{[1-4]}} : i64, units_per_group = {{[2-9]}} : i64
// GOLDEN-LABEL: schedule.kernel @from_memory
// GOLDEN-SAME: tiling {mr = 8 : i64, nv = 3 : i64, packed, panels_per_group = 1 : i64, units_per_group = 4 : i64}
schedule.kernel @from_memory family("contraction") constants [1] {
^bb0(%x: tensor<128x3072xf32>, %w: tensor<768x3072xf32>):
  %0 = aic.linear %x, %w : (tensor<128x3072xf32>, tensor<768x3072xf32>) -> tensor<128x768xf32>
  aic.yield %0 : tensor<128x768xf32>
}
// A weight's gradient with few rows and many columns: groups share the columns, so that each packed panel of these meets all
// tiles; with many rows they share the rows.
// AVX512-LABEL: schedule.kernel @wide_gradient
// AVX512-SAME: panels_per_group = 7 : i64, {{.*}} tiles_per_group = 19 : i64
schedule.kernel @wide_gradient family("weight_gradient") {
^bb0(%x: tensor<2048x1024xf32>, %g: tensor<2048x256xf32>):
  %0 = aic.conv2d_weight_gradient %x, %g {kernel = array<i64: 1, 1>} : (tensor<2048x1024xf32>, tensor<2048x256xf32>) -> tensor<256x1024xf32>
  aic.yield %0 : tensor<256x1024xf32>
}
// AVX512-LABEL: schedule.kernel @tall_gradient
// AVX512-SAME: panels_per_group = 8 : i64, {{.*}} tiles_per_group = 15 : i64
schedule.kernel @tall_gradient family("weight_gradient") {
^bb0(%x: tensor<2048x256xf32>, %g: tensor<2048x1024xf32>):
  %0 = aic.conv2d_weight_gradient %x, %g {kernel = array<i64: 1, 1>} : (tensor<2048x256xf32>, tensor<2048x1024xf32>) -> tensor<1024x256xf32>
  aic.yield %0 : tensor<1024x256xf32>
}
