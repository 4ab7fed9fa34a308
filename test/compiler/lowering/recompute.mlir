// What is kept for later, and not used where most bytes are alive, is made again where it is read next.
// RUN: aic-opt --pass-pipeline='builtin.module(schedule.program(aic-recompute{memory=40000},aic-plan-memory))' --split-input-file %s | FileCheck %s

// Three buffers of 16 KiB are alive where b becomes c; %a, which is cheap, is made again: two are left.
// CHECK-LABEL: schedule.program @cheap arena 32768
// CHECK: dispatch @relu(%[[X:.*]]) -> (%[[A:.*]]) :
// CHECK: dispatch @softmax(%[[A]]) -> (%[[B:.*]]) :
// CHECK: dispatch @softmax(%[[B]]) -> (%[[C:.*]]) :
// CHECK: dispatch @relu(%[[X]]) -> (%[[AGAIN:.*]]) :
// CHECK: dispatch @add(%[[C]], %[[AGAIN]])
schedule.kernel @relu family("elementwise") {
^bb0(%x: tensor<64x64xf32>):
  %0 = aic.relu %x : tensor<64x64xf32>
  aic.yield %0 : tensor<64x64xf32>
}
schedule.kernel @softmax family("softmax") {
^bb0(%x: tensor<64x64xf32>):
  %0 = aic.softmax %x {dim = 0 : i64} : (tensor<64x64xf32>) -> tensor<64x64xf32>
  aic.yield %0 : tensor<64x64xf32>
}
schedule.kernel @add family("elementwise") {
^bb0(%x: tensor<64x64xf32>, %y: tensor<64x64xf32>):
  %0 = aic.add %x, %y : (tensor<64x64xf32>, tensor<64x64xf32>) -> tensor<64x64xf32>
  aic.yield %0 : tensor<64x64xf32>
}
schedule.program @cheap {
  %x = schedule.input 0 "x" : memref<64x64xf32>
  %y = schedule.output 0 "y" : memref<64x64xf32>
  %a = schedule.transient : memref<64x64xf32>
  %b = schedule.transient : memref<64x64xf32>
  %c = schedule.transient : memref<64x64xf32>
  schedule.dispatch @relu(%x) -> (%a) : (memref<64x64xf32>) -> memref<64x64xf32>
  schedule.dispatch @softmax(%a) -> (%b) : (memref<64x64xf32>) -> memref<64x64xf32>
  schedule.dispatch @softmax(%b) -> (%c) : (memref<64x64xf32>) -> memref<64x64xf32>
  schedule.dispatch @add(%c, %a) -> (%y) : (memref<64x64xf32>, memref<64x64xf32>) -> memref<64x64xf32>
}

// -----

// A state that is written meanwhile is not what it was: nothing is made of it again, and the arena stays as it is.
// CHECK-LABEL: schedule.program @changed arena 49152
// CHECK-COUNT-5: schedule.dispatch
// CHECK-NOT: schedule.dispatch
schedule.kernel @relu family("elementwise") {
^bb0(%x: tensor<64x64xf32>):
  %0 = aic.relu %x : tensor<64x64xf32>
  aic.yield %0 : tensor<64x64xf32>
}
schedule.kernel @softmax family("softmax") {
^bb0(%x: tensor<64x64xf32>):
  %0 = aic.softmax %x {dim = 0 : i64} : (tensor<64x64xf32>) -> tensor<64x64xf32>
  aic.yield %0 : tensor<64x64xf32>
}
schedule.kernel @add family("elementwise") {
^bb0(%x: tensor<64x64xf32>, %y: tensor<64x64xf32>):
  %0 = aic.add %x, %y : (tensor<64x64xf32>, tensor<64x64xf32>) -> tensor<64x64xf32>
  aic.yield %0 : tensor<64x64xf32>
}
schedule.state @s : memref<64x64xf32>
schedule.program @changed {
  %s = schedule.state_buffer @s : memref<64x64xf32>
  %y = schedule.output 0 "y" : memref<64x64xf32>
  %a = schedule.transient : memref<64x64xf32>
  %b = schedule.transient : memref<64x64xf32>
  %c = schedule.transient : memref<64x64xf32>
  schedule.dispatch @relu(%s) -> (%a) : (memref<64x64xf32>) -> memref<64x64xf32>
  schedule.dispatch @softmax(%a) -> (%b) : (memref<64x64xf32>) -> memref<64x64xf32>
  schedule.dispatch @softmax(%b) -> (%c) : (memref<64x64xf32>) -> memref<64x64xf32>
  schedule.dispatch @relu(%c) -> (%s) : (memref<64x64xf32>) -> memref<64x64xf32>
  schedule.dispatch @add(%c, %a) -> (%y) : (memref<64x64xf32>, memref<64x64xf32>) -> memref<64x64xf32>
}
