// Transient buffers get offsets; the bytes are those of the text below, rounded up to 64.
// RUN: aic-opt --pass-pipeline='builtin.module(schedule.program(aic-plan-memory))' --split-input-file %s | FileCheck %s

schedule.kernel @softmax family("softmax") {
^bb0(%x: tensor<64x64xf32>):
  %0 = aic.softmax %x {dim = 1 : i64} : (tensor<64x64xf32>) -> tensor<64x64xf32>
  aic.yield %0 : tensor<64x64xf32>
}
// A chain needs two buffers of 16 KiB, however long it is.
// CHECK-LABEL: schedule.program @chain arena 32768 peak_live 32768 total 65536 {
// CHECK: schedule.transient offset 0 :
// CHECK: schedule.transient offset 16384 :
// CHECK: schedule.transient offset 0 :
// CHECK: schedule.transient offset 16384 :
schedule.program @chain {
  %x = schedule.input 0 "x" : memref<64x64xf32>
  %y = schedule.output 0 "y" : memref<64x64xf32>
  %a = schedule.transient : memref<64x64xf32>
  %b = schedule.transient : memref<64x64xf32>
  %c = schedule.transient : memref<64x64xf32>
  %d = schedule.transient : memref<64x64xf32>
  schedule.dispatch @softmax(%x) -> (%a) : (memref<64x64xf32>) -> memref<64x64xf32>
  schedule.dispatch @softmax(%a) -> (%b) : (memref<64x64xf32>) -> memref<64x64xf32>
  schedule.dispatch @softmax(%b) -> (%c) : (memref<64x64xf32>) -> memref<64x64xf32>
  schedule.dispatch @softmax(%c) -> (%d) : (memref<64x64xf32>) -> memref<64x64xf32>
  schedule.dispatch @softmax(%d) -> (%y) : (memref<64x64xf32>) -> memref<64x64xf32>
}

// -----

// In place: the result takes over an operand that is read for the last time, only where the result is written. Not one
// that is still needed, not one that the root reads, not one of another size of element.
schedule.kernel @add_softmax family("softmax") {
^bb0(%x: tensor<4x16xf32>, %r: tensor<4x16xf32>):
  %0 = aic.softmax %x {dim = 1 : i64} : (tensor<4x16xf32>) -> tensor<4x16xf32>
  %1 = aic.add %0, %r : (tensor<4x16xf32>, tensor<4x16xf32>) -> tensor<4x16xf32>
  aic.yield %1 : tensor<4x16xf32>
}
schedule.kernel @relu family("elementwise") {
^bb0(%x: tensor<4x16xf32>):
  %0 = aic.relu %x : tensor<4x16xf32>
  aic.yield %0 : tensor<4x16xf32>
}
schedule.kernel @positive family("elementwise") {
^bb0(%x: tensor<4x16xf32>):
  %c = aic.constant dense<0.0> : tensor<f32>
  %0 = aic.compare gt %x, %c : (tensor<4x16xf32>, tensor<f32>) -> tensor<4x16xi1>
  aic.yield %0 : tensor<4x16xi1>
}
schedule.kernel @not family("elementwise") {
^bb0(%x: tensor<4x16xi1>):
  %0 = aic.logical_not %x : tensor<4x16xi1>
  aic.yield %0 : tensor<4x16xi1>
}
// CHECK-LABEL: schedule.program @in_place arena 512 peak_live 512 total 1088 {
// CHECK: %[[A:.*]] = schedule.transient offset [[A:[0-9]+]] :
// CHECK-NEXT: %[[B:.*]] = schedule.transient offset [[B:[0-9]+]] :
// CHECK-NEXT: schedule.transient offset [[A]] : memref<4x16xf32>
// CHECK-NEXT: schedule.transient offset [[A]] : memref<4x16xf32>
// CHECK-NEXT: schedule.transient offset [[B]] : memref<4x16xi1>
schedule.program @in_place {
  %x = schedule.input 0 "x" : memref<4x16xf32>
  %y = schedule.output 0 "y" : memref<4x16xi1>
  %a = schedule.transient : memref<4x16xf32>
  %b = schedule.transient : memref<4x16xf32>
  %c = schedule.transient : memref<4x16xf32>
  %d = schedule.transient : memref<4x16xf32>
  %e = schedule.transient : memref<4x16xi1>
  schedule.dispatch @relu(%x) -> (%a) : (memref<4x16xf32>) -> memref<4x16xf32>
  schedule.dispatch @relu(%x) -> (%b) : (memref<4x16xf32>) -> memref<4x16xf32>
  schedule.dispatch @add_softmax(%b, %a) -> (%c) : (memref<4x16xf32>, memref<4x16xf32>) -> memref<4x16xf32>
  schedule.dispatch @relu(%c) -> (%d) : (memref<4x16xf32>) -> memref<4x16xf32>
  schedule.dispatch @positive(%d) -> (%e) : (memref<4x16xf32>) -> memref<4x16xi1>
  schedule.dispatch @not(%e) -> (%y) : (memref<4x16xi1>) -> memref<4x16xi1>
}

// -----

// A shortcut lives beside its branch: three buffers at most.
schedule.kernel @softmax family("softmax") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.softmax %x {dim = 0 : i64} : (tensor<16xf32>) -> tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.kernel @add family("elementwise") {
^bb0(%x: tensor<16xf32>, %y: tensor<16xf32>):
  %0 = aic.add %x, %y : (tensor<16xf32>, tensor<16xf32>) -> tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
// CHECK-LABEL: schedule.program @residual arena 192 peak_live 192 total 256 {
schedule.program @residual {
  %x = schedule.input 0 "x" : memref<16xf32>
  %y = schedule.output 0 "y" : memref<16xf32>
  %a = schedule.transient : memref<16xf32>
  %b = schedule.transient : memref<16xf32>
  %c = schedule.transient : memref<16xf32>
  %d = schedule.transient : memref<16xf32>
  schedule.dispatch @softmax(%x) -> (%a) : (memref<16xf32>) -> memref<16xf32>
  schedule.dispatch @softmax(%a) -> (%b) : (memref<16xf32>) -> memref<16xf32>
  schedule.dispatch @softmax(%b) -> (%c) : (memref<16xf32>) -> memref<16xf32>
  schedule.dispatch @add(%a, %c) -> (%d) : (memref<16xf32>, memref<16xf32>) -> memref<16xf32>
  schedule.dispatch @softmax(%d) -> (%y) : (memref<16xf32>) -> memref<16xf32>
}

// -----

// Nothing to place.
// CHECK-LABEL: schedule.program @nothing arena 0 peak_live 0 total 0 {
schedule.program @nothing {
}
