// Every operation, with and without its optional parts: printed, read, printed in the generic form, read again.
// RUN: aic-opt %s | aic-opt | FileCheck %s
// RUN: aic-opt --mlir-print-op-generic %s | aic-opt | FileCheck %s

// CHECK: schedule.kernel @add family("pointwise") {
// CHECK-NEXT: ^bb0(%{{.*}}: tensor<4x4xf32>, %{{.*}}: tensor<4x4xf32>):
schedule.kernel @add family("pointwise") {
^bb0(%x: tensor<4x4xf32>, %y: tensor<4x4xf32>):
  %0 = aic.add %x, %y : (tensor<4x4xf32>, tensor<4x4xf32>) -> tensor<4x4xf32>
  aic.yield %0 : tensor<4x4xf32>
}
// CHECK: schedule.kernel @scale family("pointwise") constants [1] workgroups(4) tiling {rows = 6 : i64}
// CHECK-SAME: attributes {note = "kept"} {
schedule.kernel @scale family("pointwise") constants [1] workgroups(4) tiling {rows = 6 : i64} attributes {note = "kept"} {
^bb0(%x: tensor<16xf32>, %y: tensor<16xf32>):
  %0 = aic.mul %x, %y : (tensor<16xf32>, tensor<16xf32>) -> tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}

// Buffers are seen under other shapes: 4x4, 16, 2x8. %t and %u share their bytes, %u begins where %t ends.
// CHECK: schedule.program @planned arena 128 peak_live 64 total 192 {
// CHECK-NEXT: %[[X:.*]] = schedule.input 0 "x" : memref<16xf32>
// CHECK-NEXT: %[[Y:.*]] = schedule.output 0 "y" : memref<4x4xf32>
// CHECK-NEXT: %[[C:.*]] = schedule.constant dense<2.000000e+00> : tensor<16xf32> : memref<16xf32>
// CHECK-NEXT: %[[P:.*]] = schedule.constant dense<3.000000e+00> : tensor<16xf32> packed {panel = 16 : i64} : memref<16xf32>
// CHECK-NEXT: %[[T:.*]] = schedule.transient offset 64 : memref<2x8xf32>
// CHECK-NEXT: %[[U:.*]] = schedule.transient offset 64 : memref<4x4xf32>
// CHECK-NEXT: %[[V:.*]] = schedule.transient offset 0 : memref<0xf32>
// CHECK-NEXT: %[[W:.*]] = schedule.transient offset 0 packed {panel = 16 : i64} elements(16) : memref<4xf32>
// CHECK-NEXT: schedule.dispatch @scale(%[[X]], %[[C]]) -> (%[[T]]) : (memref<16xf32>, memref<16xf32>) -> memref<2x8xf32>
// CHECK-NEXT: schedule.dispatch @add(%[[T]], %[[T]]) -> (%[[U]]) {note = "kept"} : (memref<2x8xf32>, memref<2x8xf32>) -> memref<4x4xf32>
// CHECK-NEXT: schedule.dispatch @scale(%[[U]], %[[P]]) -> (%[[Y]]) : (memref<4x4xf32>, memref<16xf32>) -> memref<4x4xf32>
schedule.program @planned arena 128 peak_live 64 total 192 {
  %x = schedule.input 0 "x" : memref<16xf32>
  %y = schedule.output 0 "y" : memref<4x4xf32>
  %c = schedule.constant dense<2.0> : tensor<16xf32> : memref<16xf32>
  %p = schedule.constant dense<3.0> : tensor<16xf32> packed {panel = 16 : i64} : memref<16xf32>
  %t = schedule.transient offset 64 : memref<2x8xf32>
  %u = schedule.transient offset 64 : memref<4x4xf32>
  %v = schedule.transient offset 0 : memref<0xf32>
  %w = schedule.transient offset 0 packed {panel = 16 : i64} elements(16) : memref<4xf32>
  schedule.dispatch @scale(%x, %c) -> (%t) : (memref<16xf32>, memref<16xf32>) -> (memref<2x8xf32>)
  schedule.dispatch @add(%t, %t) -> (%u) {note = "kept"} : (memref<2x8xf32>, memref<2x8xf32>) -> (memref<4x4xf32>)
  schedule.dispatch @scale(%u, %p) -> (%y) : (memref<4x4xf32>, memref<16xf32>) -> (memref<4x4xf32>)
}

// A kernel that reads nothing, or writes nothing.
schedule.kernel @fill family("pointwise") {
  %0 = aic.constant dense<0.0> : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.kernel @drop family("pointwise") {
^bb0(%x: tensor<16xf32>):
  aic.yield
}
// CHECK: schedule.program @nothing {
// CHECK: schedule.dispatch @fill() -> (%[[T:.*]]) : () -> memref<16xf32>
// CHECK: schedule.dispatch @drop(%[[T]]) -> () : (memref<16xf32>) -> ()
schedule.program @nothing {
  %t = schedule.transient : memref<16xf32>
  schedule.dispatch @fill() -> (%t) : () -> memref<16xf32>
  schedule.dispatch @drop(%t) -> () : (memref<16xf32>) -> ()
}

// Before memory is planned.
// CHECK: schedule.program @unplanned {
// CHECK-NEXT: schedule.transient : memref<4xi1>
schedule.program @unplanned {
  %t = schedule.transient : memref<4xi1>
}

// CHECK: schedule.state @h.0 : memref<16xf32>
schedule.state @h.0 : memref<16xf32>
// CHECK: schedule.program @lasting {
// CHECK-NEXT: %[[S:.*]] = schedule.state_buffer @h.0 : memref<16xf32>
// CHECK-NEXT: schedule.dispatch @add(%[[S]], %[[S]]) -> (%[[S]]) : (memref<16xf32>, memref<16xf32>) -> memref<16xf32>
schedule.program @lasting {
  %s = schedule.state_buffer @h.0 : memref<16xf32>
  schedule.dispatch @add(%s, %s) -> (%s) : (memref<16xf32>, memref<16xf32>) -> memref<16xf32>
}
