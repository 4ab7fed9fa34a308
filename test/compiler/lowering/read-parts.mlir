// What copies neighbouring elements of a transient goes: its readers read them where they lie.
// RUN: aic-opt --aic-read-parts %s | FileCheck %s
// RUN: aic-opt --aic-read-parts=alignment=256 %s | FileCheck %s --check-prefix=COARSE
// RUN: aic-opt --aic-read-parts=inputs %s | FileCheck %s --check-prefix=INPUTS
// RUN: aic-opt --pass-pipeline='builtin.module(aic-read-parts,schedule.program(aic-plan-memory))' %s | FileCheck %s --check-prefix=PLAN

schedule.kernel @relu family("elementwise") {
^bb0(%x: tensor<1x4x32xf32>):
  %0 = aic.relu %x : tensor<1x4x32xf32>
  aic.yield %0 : tensor<1x4x32xf32>
}
// CHECK-NOT: @second
// COARSE: @second
schedule.kernel @second family("copy") {
^bb0(%x: tensor<1x4x32xf32>):
  %0 = aic.slice %x {offsets = array<i64: 0, 1, 0>, sizes = array<i64: 1, 1, 32>, strides = array<i64: 1, 1, 1>} : (tensor<1x4x32xf32>) -> tensor<1x1x32xf32>
  aic.yield %0 : tensor<1x1x32xf32>
}
// Its 16 begin where the second half of the third row does.
schedule.kernel @half family("copy") {
^bb0(%x: tensor<1x4x32xf32>):
  %0 = aic.slice %x {offsets = array<i64: 0, 2, 16>, sizes = array<i64: 1, 1, 16>, strides = array<i64: 1, 1, 1>} : (tensor<1x4x32xf32>) -> tensor<1x1x16xf32>
  aic.yield %0 : tensor<1x1x16xf32>
}
// Not neighbours, or not from a multiple of 64 bytes on.
// CHECK: @columns
schedule.kernel @columns family("copy") {
^bb0(%x: tensor<1x4x32xf32>):
  %0 = aic.slice %x {offsets = array<i64: 0, 0, 0>, sizes = array<i64: 1, 2, 16>, strides = array<i64: 1, 1, 1>} : (tensor<1x4x32xf32>) -> tensor<1x2x16xf32>
  aic.yield %0 : tensor<1x2x16xf32>
}
// CHECK: @odd
schedule.kernel @odd family("copy") {
^bb0(%x: tensor<1x4x32xf32>):
  %0 = aic.slice %x {offsets = array<i64: 0, 1, 1>, sizes = array<i64: 1, 1, 31>, strides = array<i64: 1, 1, 1>} : (tensor<1x4x32xf32>) -> tensor<1x1x31xf32>
  aic.yield %0 : tensor<1x1x31xf32>
}
schedule.kernel @sum family("elementwise") {
^bb0(%a: tensor<32xf32>, %b: tensor<32xf32>):
  %0 = aic.add %a, %b : (tensor<32xf32>, tensor<32xf32>) -> tensor<32xf32>
  aic.yield %0 : tensor<32xf32>
}
schedule.kernel @join family("copy") {
^bb0(%a: tensor<16xf32>, %b: tensor<32xf32>, %c: tensor<31xf32>):
  %0 = aic.concat %a, %b, %c {dim = 0 : i64} : (tensor<16xf32>, tensor<32xf32>, tensor<31xf32>) -> tensor<79xf32>
  aic.yield %0 : tensor<79xf32>
}

// CHECK-LABEL: schedule.program @rows
// CHECK: %[[Y:.*]] = schedule.transient : memref<1x4x32xf32>
// CHECK: schedule.dispatch @relu
// CHECK-NEXT: schedule.dispatch @columns(%[[Y]])
// CHECK-NEXT: schedule.dispatch @odd(%[[Y]])
// CHECK-NEXT: schedule.dispatch @sum(%{{.*}}, %[[Y]]) -> (%[[S:.*]]) {schedule.read_offsets = array<i64: -1, 128>}
// CHECK-NEXT: schedule.dispatch @join(%[[Y]], %[[S]], %{{.*}}) -> (%{{.*}}) {schedule.read_offsets = array<i64: 320, -1, -1>}
// COARSE-LABEL: schedule.program @rows
// COARSE-NOT: schedule.read_offsets
// Whoever still reads a part keeps the whole: the sum is not made in its place.
// PLAN-LABEL: schedule.program @rows
// PLAN: %[[Y:.*]] = schedule.transient offset [[AT:[0-9]+]] : memref<1x4x32xf32>
// PLAN-NOT: schedule.transient offset [[AT]] :
schedule.program @rows {
  %in = schedule.input 0 "x" : memref<1x4x32xf32>
  %out = schedule.output 0 "z" : memref<79xf32>
  %y = schedule.transient : memref<1x4x32xf32>
  %a = schedule.transient : memref<1x1x32xf32>
  %b = schedule.transient : memref<1x1x16xf32>
  %c = schedule.transient : memref<1x2x16xf32>
  %d = schedule.transient : memref<1x1x31xf32>
  %s = schedule.transient : memref<32xf32>
  schedule.dispatch @relu(%in) -> (%y) : (memref<1x4x32xf32>) -> memref<1x4x32xf32>
  schedule.dispatch @second(%y) -> (%a) : (memref<1x4x32xf32>) -> memref<1x1x32xf32>
  schedule.dispatch @half(%y) -> (%b) : (memref<1x4x32xf32>) -> memref<1x1x16xf32>
  schedule.dispatch @columns(%y) -> (%c) : (memref<1x4x32xf32>) -> memref<1x2x16xf32>
  schedule.dispatch @odd(%y) -> (%d) : (memref<1x4x32xf32>) -> memref<1x1x31xf32>
  schedule.dispatch @sum(%c, %a) -> (%s) : (memref<1x2x16xf32>, memref<1x1x32xf32>) -> memref<32xf32>
  schedule.dispatch @join(%b, %s, %d) -> (%out) : (memref<1x1x16xf32>, memref<32xf32>, memref<1x1x31xf32>) -> memref<79xf32>
}

// Of an input only where the target reads parts of these.
// CHECK-LABEL: schedule.program @of_input
// CHECK-COUNT-3: schedule.dispatch
// PLAN-LABEL: schedule.program @of_input
// INPUTS-LABEL: schedule.program @of_input
// INPUTS: %[[X:.*]] = schedule.input 0
// INPUTS-NOT: schedule.transient
// INPUTS: schedule.dispatch @sum(%[[X]], %[[X]]) -> (%{{.*}}) {schedule.read_offsets = array<i64: 128, 128>}
schedule.kernel @row family("copy") {
^bb0(%x: tensor<1x4x32xf32>):
  %0 = aic.slice %x {offsets = array<i64: 0, 1, 0>, sizes = array<i64: 1, 1, 32>, strides = array<i64: 1, 1, 1>} : (tensor<1x4x32xf32>) -> tensor<1x1x32xf32>
  aic.yield %0 : tensor<1x1x32xf32>
}
schedule.program @of_input {
  %in = schedule.input 0 "x" : memref<1x4x32xf32>
  %out = schedule.output 0 "y" : memref<32xf32>
  %a = schedule.transient : memref<1x1x32xf32>
  %b = schedule.transient : memref<1x1x32xf32>
  schedule.dispatch @row(%in) -> (%a) : (memref<1x4x32xf32>) -> memref<1x1x32xf32>
  schedule.dispatch @row(%in) -> (%b) : (memref<1x4x32xf32>) -> memref<1x1x32xf32>
  schedule.dispatch @sum(%a, %b) -> (%out) : (memref<1x1x32xf32>, memref<1x1x32xf32>) -> memref<32xf32>
}

// Rows that are read long after the last use of the whole, and are half of it together.
// CHECK-LABEL: schedule.program @late
// CHECK: schedule.dispatch @sum(%[[Y:.*]], %[[Y]]) -> (%{{.*}}) {schedule.read_offsets = array<i64: 128, 128>}
// COARSE-LABEL: schedule.program @late
// One is less.
// CHECK-LABEL: schedule.program @late_and_few
// CHECK: schedule.dispatch @row(
// CHECK: schedule.dispatch @sum(
// CHECK-NOT: schedule.read_offsets
schedule.program @late {
  %in = schedule.input 0 "x" : memref<1x4x32xf32>
  %out = schedule.output 0 "z" : memref<32xf32>
  %y = schedule.transient : memref<1x4x32xf32>
  %a = schedule.transient : memref<1x1x32xf32>
  %b = schedule.transient : memref<1x1x32xf32>
  %c = schedule.transient : memref<1x4x32xf32>
  schedule.dispatch @relu(%in) -> (%y) : (memref<1x4x32xf32>) -> memref<1x4x32xf32>
  schedule.dispatch @row(%y) -> (%a) : (memref<1x4x32xf32>) -> memref<1x1x32xf32>
  schedule.dispatch @row(%y) -> (%b) : (memref<1x4x32xf32>) -> memref<1x1x32xf32>
  schedule.dispatch @relu(%in) -> (%c) : (memref<1x4x32xf32>) -> memref<1x4x32xf32>
  schedule.dispatch @relu(%in) -> (%c) : (memref<1x4x32xf32>) -> memref<1x4x32xf32>
  schedule.dispatch @relu(%in) -> (%c) : (memref<1x4x32xf32>) -> memref<1x4x32xf32>
  schedule.dispatch @relu(%in) -> (%c) : (memref<1x4x32xf32>) -> memref<1x4x32xf32>
  schedule.dispatch @relu(%in) -> (%c) : (memref<1x4x32xf32>) -> memref<1x4x32xf32>
  schedule.dispatch @relu(%in) -> (%c) : (memref<1x4x32xf32>) -> memref<1x4x32xf32>
  schedule.dispatch @relu(%in) -> (%c) : (memref<1x4x32xf32>) -> memref<1x4x32xf32>
  schedule.dispatch @relu(%in) -> (%c) : (memref<1x4x32xf32>) -> memref<1x4x32xf32>
  schedule.dispatch @relu(%in) -> (%c) : (memref<1x4x32xf32>) -> memref<1x4x32xf32>
  schedule.dispatch @sum(%a, %b) -> (%out) : (memref<1x1x32xf32>, memref<1x1x32xf32>) -> memref<32xf32>
}
schedule.program @late_and_few {
  %in = schedule.input 0 "x" : memref<1x4x32xf32>
  %v = schedule.input 1 "v" : memref<1x1x32xf32>
  %out = schedule.output 0 "z" : memref<32xf32>
  %y = schedule.transient : memref<1x4x32xf32>
  %a = schedule.transient : memref<1x1x32xf32>
  %c = schedule.transient : memref<1x4x32xf32>
  schedule.dispatch @relu(%in) -> (%y) : (memref<1x4x32xf32>) -> memref<1x4x32xf32>
  schedule.dispatch @row(%y) -> (%a) : (memref<1x4x32xf32>) -> memref<1x1x32xf32>
  schedule.dispatch @relu(%in) -> (%c) : (memref<1x4x32xf32>) -> memref<1x4x32xf32>
  schedule.dispatch @relu(%in) -> (%c) : (memref<1x4x32xf32>) -> memref<1x4x32xf32>
  schedule.dispatch @relu(%in) -> (%c) : (memref<1x4x32xf32>) -> memref<1x4x32xf32>
  schedule.dispatch @relu(%in) -> (%c) : (memref<1x4x32xf32>) -> memref<1x4x32xf32>
  schedule.dispatch @relu(%in) -> (%c) : (memref<1x4x32xf32>) -> memref<1x4x32xf32>
  schedule.dispatch @relu(%in) -> (%c) : (memref<1x4x32xf32>) -> memref<1x4x32xf32>
  schedule.dispatch @relu(%in) -> (%c) : (memref<1x4x32xf32>) -> memref<1x4x32xf32>
  schedule.dispatch @relu(%in) -> (%c) : (memref<1x4x32xf32>) -> memref<1x4x32xf32>
  schedule.dispatch @relu(%in) -> (%c) : (memref<1x4x32xf32>) -> memref<1x4x32xf32>
  schedule.dispatch @sum(%a, %v) -> (%out) : (memref<1x1x32xf32>, memref<1x1x32xf32>) -> memref<32xf32>
}
