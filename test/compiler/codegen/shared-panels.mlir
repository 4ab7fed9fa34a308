// A weight that several products read, in one program or in several, lies in panels of one width.
// RUN: aic-opt --aic-cpu-tiles=target-cpu=x86-64-v4 --split-input-file %s | FileCheck %s
// RUN: aic-opt --aic-cpu-tiles=target-cpu=x86-64-v4 --split-input-file --remark-format=emitRemark --remarks-filter='.*' %s -o /dev/null 2>&1 | FileCheck %s --check-prefix=REMARK

// One row and 64: the step's panels, for which the other has tiles that cost nothing. A product that shares no weight with
// them keeps its own.
// REMARK-DAG: remark: {{.*}}shares its panels of a constant, 96 columns, with 1 other kernel; alone it would read 32
// REMARK-DAG: remark: {{.*}}shares its panels of a constant, 96 columns, with 1 other kernel; alone it would read 96
// CHECK-LABEL: schedule.kernel @one
// CHECK-SAME: mr = 1 : i64, nv = 6 : i64, packed
// CHECK-LABEL: schedule.kernel @many
// CHECK-SAME: mr = 4 : i64, nv = 6 : i64, packed
// CHECK-LABEL: schedule.kernel @other
// CHECK-SAME: nv = 2 : i64, packed
// CHECK-LABEL: schedule.program @step
// CHECK: schedule.constant {{.*}} packed {kind = "linear", width = 96 : i64}
// CHECK-LABEL: schedule.program @prefill
// CHECK-DAG: schedule.constant dense<1.000000e+00> {{.*}} packed {kind = "linear", width = 96 : i64}
// CHECK-DAG: schedule.constant dense<2.000000e+00> {{.*}} packed {kind = "linear", width = 32 : i64}
schedule.kernel @one family("contraction") constants [1] {
^bb0(%x: tensor<1x768xf32>, %w: tensor<768x768xf32>):
  %0 = aic.linear %x, %w : (tensor<1x768xf32>, tensor<768x768xf32>) -> tensor<1x768xf32>
  aic.yield %0 : tensor<1x768xf32>
}
schedule.kernel @many family("contraction") constants [1] {
^bb0(%x: tensor<64x768xf32>, %w: tensor<768x768xf32>):
  %0 = aic.linear %x, %w : (tensor<64x768xf32>, tensor<768x768xf32>) -> tensor<64x768xf32>
  aic.yield %0 : tensor<64x768xf32>
}
schedule.kernel @other family("contraction") constants [1] {
^bb0(%x: tensor<64x768xf32>, %w: tensor<768x768xf32>):
  %0 = aic.linear %x, %w : (tensor<64x768xf32>, tensor<768x768xf32>) -> tensor<64x768xf32>
  %1 = aic.relu %0 : tensor<64x768xf32>
  aic.yield %1 : tensor<64x768xf32>
}
schedule.program @step {
  %x = schedule.input 0 "x" : memref<1x768xf32>
  %y = schedule.output 0 "y" : memref<1x768xf32>
  %w = schedule.constant dense<1.0> : tensor<768x768xf32> : memref<768x768xf32>
  schedule.dispatch @one(%x, %w) -> (%y) : (memref<1x768xf32>, memref<768x768xf32>) -> memref<1x768xf32>
}
schedule.program @prefill {
  %x = schedule.input 0 "x" : memref<64x768xf32>
  %y = schedule.output 0 "y" : memref<64x768xf32>
  %w = schedule.constant dense<1.0> : tensor<768x768xf32> : memref<768x768xf32>
  %v = schedule.constant dense<2.0> : tensor<768x768xf32> : memref<768x768xf32>
  %t = schedule.transient : memref<64x768xf32>
  schedule.dispatch @many(%x, %w) -> (%t) : (memref<64x768xf32>, memref<768x768xf32>) -> memref<64x768xf32>
  schedule.dispatch @other(%t, %v) -> (%y) : (memref<64x768xf32>, memref<768x768xf32>) -> memref<64x768xf32>
}

// -----

// Equal bytes of two names, as two entries fold them, are one weight; a kernel that reads two weights ties them together.
// CHECK-LABEL: schedule.program @folded
// CHECK-COUNT-4: schedule.constant dense_resource{{.*}} packed {kind = "linear", width = 64 : i64}
// REMARK-DAG: remark: {{.*}}shares its panels of 'a', 64 columns, with 1 other kernel; alone it would read 32
schedule.kernel @one family("contraction") constants [1] {
^bb0(%x: tensor<1x1xf32>, %w: tensor<64x1xf32>):
  %0 = aic.linear %x, %w : (tensor<1x1xf32>, tensor<64x1xf32>) -> tensor<1x64xf32>
  aic.yield %0 : tensor<1x64xf32>
}
schedule.kernel @many family("contraction") constants [1] {
^bb0(%x: tensor<27x1xf32>, %w: tensor<64x1xf32>):
  %0 = aic.linear %x, %w : (tensor<27x1xf32>, tensor<64x1xf32>) -> tensor<27x64xf32>
  aic.yield %0 : tensor<27x64xf32>
}
schedule.program @folded {
  %x = schedule.input 0 "x" : memref<1x1xf32>
  %z = schedule.input 1 "z" : memref<27x1xf32>
  %y0 = schedule.output 0 "y0" : memref<1x64xf32>
  %y1 = schedule.output 1 "y1" : memref<1x64xf32>
  %y2 = schedule.output 2 "y2" : memref<27x64xf32>
  %y3 = schedule.output 3 "y3" : memref<27x64xf32>
  %a = schedule.constant dense_resource<a> : tensor<64x1xf32> : memref<64x1xf32>
  %b = schedule.constant dense_resource<b> : tensor<64x1xf32> : memref<64x1xf32>
  %c = schedule.constant dense_resource<c> : tensor<64x1xf32> : memref<64x1xf32>
  %d = schedule.constant dense_resource<d> : tensor<64x1xf32> : memref<64x1xf32>
  schedule.dispatch @one(%x, %a) -> (%y0) : (memref<1x1xf32>, memref<64x1xf32>) -> memref<1x64xf32>
  schedule.dispatch @one(%x, %c) -> (%y1) : (memref<1x1xf32>, memref<64x1xf32>) -> memref<1x64xf32>
  schedule.dispatch @many(%z, %b) -> (%y2) : (memref<27x1xf32>, memref<64x1xf32>) -> memref<27x64xf32>
  schedule.dispatch @many(%z, %d) -> (%y3) : (memref<27x1xf32>, memref<64x1xf32>) -> memref<27x64xf32>
}
{-#
  dialect_resources: {
    builtin: {
      a: "0x04000000000000000000803F0000004000004040000080400000A0400000C0400000E0400000004100001041000020410000304100004041000050410000604100007041000080410000884100009041000098410000A0410000A8410000B0410000B8410000C0410000C8410000D0410000D8410000E0410000E8410000F0410000F84100000042000004420000084200000C4200001042000014420000184200001C4200002042000024420000284200002C4200003042000034420000384200003C4200004042000044420000484200004C4200005042000054420000584200005C4200006042000064420000684200006C4200007042000074420000784200007C42",
      b: "0x04000000000000000000803F0000004000004040000080400000A0400000C0400000E0400000004100001041000020410000304100004041000050410000604100007041000080410000884100009041000098410000A0410000A8410000B0410000B8410000C0410000C8410000D0410000D8410000E0410000E8410000F0410000F84100000042000004420000084200000C4200001042000014420000184200001C4200002042000024420000284200002C4200003042000034420000384200003C4200004042000044420000484200004C4200005042000054420000584200005C4200006042000064420000684200006C4200007042000074420000784200007C42",
      c: "0x040000000000C8420000CA420000CC420000CE420000D0420000D2420000D4420000D6420000D8420000DA420000DC420000DE420000E0420000E2420000E4420000E6420000E8420000EA420000EC420000EE420000F0420000F2420000F4420000F6420000F8420000FA420000FC420000FE420000004300000143000002430000034300000443000005430000064300000743000008430000094300000A4300000B4300000C4300000D4300000E4300000F430000104300001143000012430000134300001443000015430000164300001743000018430000194300001A4300001B4300001C4300001D4300001E4300001F4300002043000021430000224300002343",
      d: "0x04000000000048430000494300004A4300004B4300004C4300004D4300004E4300004F430000504300005143000052430000534300005443000055430000564300005743000058430000594300005A4300005B4300005C4300005D4300005E4300005F430000604300006143000062430000634300006443000065430000664300006743000068430000694300006A4300006B4300006C4300006D4300006E4300006F430000704300007143000072430000734300007443000075430000764300007743000078430000794300007A4300007B4300007C4300007D4300007E4300007F430000804300808043000081430080814300008243008082430000834300808343"
    }
  }
#-}

// -----

// Narrow and deep, and in the second-level cache: panels of the one row's width would be read from memory by the others, and
// two panels for one row are two passes. Each keeps its own.
// REMARK-DAG: remark: {{.*}}a constant is stored in several orders: this kernel reads panels of 80 columns, and panels for all would cost one of them {{[0-9]+}} % of its time
// REMARK-DAG: remark: {{.*}}a constant is stored in several orders: this kernel reads panels of 48 columns, and panels for all would cost one of them {{[0-9]+}} % of its time
// CHECK-LABEL: schedule.program @apart
// CHECK-DAG: packed {kind = "linear", width = 80 : i64}
// CHECK-DAG: packed {kind = "linear", width = 48 : i64}
schedule.kernel @one family("contraction") constants [1] {
^bb0(%x: tensor<1x2500xf32>, %w: tensor<65x2500xf32>):
  %0 = aic.linear %x, %w : (tensor<1x2500xf32>, tensor<65x2500xf32>) -> tensor<1x65xf32>
  aic.yield %0 : tensor<1x65xf32>
}
schedule.kernel @many family("contraction") constants [1] {
^bb0(%x: tensor<64x2500xf32>, %w: tensor<65x2500xf32>):
  %0 = aic.linear %x, %w : (tensor<64x2500xf32>, tensor<65x2500xf32>) -> tensor<64x65xf32>
  aic.yield %0 : tensor<64x65xf32>
}
schedule.program @apart {
  %x = schedule.input 0 "x" : memref<1x2500xf32>
  %z = schedule.input 1 "z" : memref<64x2500xf32>
  %y0 = schedule.output 0 "y0" : memref<1x65xf32>
  %y1 = schedule.output 1 "y1" : memref<64x65xf32>
  %w = schedule.constant dense<1.0> : tensor<65x2500xf32> : memref<65x2500xf32>
  schedule.dispatch @one(%x, %w) -> (%y0) : (memref<1x2500xf32>, memref<65x2500xf32>) -> memref<1x65xf32>
  schedule.dispatch @many(%z, %w) -> (%y1) : (memref<64x2500xf32>, memref<65x2500xf32>) -> memref<64x65xf32>
}

// -----

// A recurrence of one sequence and of eight.
// REMARK-DAG: remark: {{.*}}shares its panels of a constant, 32 columns, with 1 other kernel; alone it would read 16
// CHECK-LABEL: schedule.program @recurrences
// CHECK: schedule.constant {{.*}} packed {gates = 4 : i64, kind = "recurrence", width = 32 : i64}
// CHECK-NOT: schedule.constant
schedule.kernel @one family("recurrence") constants [1] {
^bb0(%x: tensor<1x2x256xf32>, %w: tensor<256x64xf32>):
  %0:3 = aic.recurrence lstm %x, %w : (tensor<1x2x256xf32>, tensor<256x64xf32>) -> (tensor<1x2x64xf32>, tensor<1x64xf32>, tensor<1x64xf32>)
  aic.yield %0#0, %0#1, %0#2 : tensor<1x2x64xf32>, tensor<1x64xf32>, tensor<1x64xf32>
}
schedule.kernel @many family("recurrence") constants [1] {
^bb0(%x: tensor<8x2x256xf32>, %w: tensor<256x64xf32>):
  %0:3 = aic.recurrence lstm %x, %w : (tensor<8x2x256xf32>, tensor<256x64xf32>) -> (tensor<8x2x64xf32>, tensor<8x64xf32>, tensor<8x64xf32>)
  aic.yield %0#0, %0#1, %0#2 : tensor<8x2x64xf32>, tensor<8x64xf32>, tensor<8x64xf32>
}
schedule.program @recurrences {
  %x = schedule.input 0 "x" : memref<1x2x256xf32>
  %z = schedule.input 1 "z" : memref<8x2x256xf32>
  %y0 = schedule.output 0 "y0" : memref<1x2x64xf32>
  %y1 = schedule.output 1 "y1" : memref<8x2x64xf32>
  %h0 = schedule.transient : memref<1x64xf32>
  %c0 = schedule.transient : memref<1x64xf32>
  %h1 = schedule.transient : memref<8x64xf32>
  %c1 = schedule.transient : memref<8x64xf32>
  %w = schedule.constant dense<1.0> : tensor<256x64xf32> : memref<256x64xf32>
  schedule.dispatch @one(%x, %w) -> (%y0, %h0, %c0) : (memref<1x2x256xf32>, memref<256x64xf32>) -> (memref<1x2x64xf32>, memref<1x64xf32>, memref<1x64xf32>)
  schedule.dispatch @many(%z, %w) -> (%y1, %h1, %c1) : (memref<8x2x256xf32>, memref<256x64xf32>) -> (memref<8x2x64xf32>, memref<8x64xf32>, memref<8x64xf32>)
}
