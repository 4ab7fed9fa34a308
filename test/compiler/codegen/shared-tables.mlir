// A table that is looked up and multiplied is held once: the lookup reads the product's panels.
// RUN: aic-opt --aic-cpu-tiles=target-cpu=x86-64-v3 --split-input-file %s | FileCheck %s
// RUN: aic-opt --aic-cpu-tiles=target-cpu=x86-64-v3 --split-input-file %s | aic-opt --split-input-file --aic-cpu-emit=target-cpu=x86-64-v3 | FileCheck %s --check-prefix=EMIT

// CHECK-LABEL: schedule.kernel @lookup
// CHECK-SAME: packing = {kind = "linear", width = 16 : i64}
// CHECK-LABEL: schedule.program @tied
// CHECK: %[[W:.*]] = schedule.constant dense<1.000000e+00> : tensor<100x8xf32> packed {kind = "linear", width = 16 : i64}
// CHECK-NOT: schedule.constant
// CHECK: schedule.dispatch @lookup(%[[W]], %{{.*}})
// CHECK: schedule.dispatch @product(%{{.*}}, %[[W]])
// The element at [place, column] of [7][8][16]; 112 rows are held.
// EMIT-LABEL: func.func private @lookup(%{{.*}}: memref<896xf32>
schedule.kernel @lookup family("gather") constants [0] {
^bb0(%table: tensor<100x8xf32>, %ids: tensor<6xi64>):
  %0 = aic.embedding %ids, %table : (tensor<6xi64>, tensor<100x8xf32>) -> tensor<6x8xf32>
  aic.yield %0 : tensor<6x8xf32>
}
schedule.kernel @product family("contraction") constants [1] {
^bb0(%x: tensor<6x8xf32>, %w: tensor<100x8xf32>):
  %0 = aic.linear %x, %w : (tensor<6x8xf32>, tensor<100x8xf32>) -> tensor<6x100xf32>
  aic.yield %0 : tensor<6x100xf32>
}
schedule.program @tied {
  %ids = schedule.input 0 "ids" : memref<6xi64>
  %y = schedule.output 0 "y" : memref<6x100xf32>
  %w = schedule.constant dense<1.0> : tensor<100x8xf32> : memref<100x8xf32>
  %x = schedule.transient : memref<6x8xf32>
  schedule.dispatch @lookup(%w, %ids) -> (%x) : (memref<100x8xf32>, memref<6xi64>) -> memref<6x8xf32>
  schedule.dispatch @product(%x, %w) -> (%y) : (memref<6x8xf32>, memref<100x8xf32>) -> memref<6x100xf32>
}

// -----

// Seven rows of panels lie in more lines than the table of 100 has: it is held twice.
// CHECK-LABEL: schedule.kernel @lookup
// CHECK-NOT: packing
// CHECK-LABEL: schedule.program @many
// CHECK-DAG: schedule.constant dense<1.000000e+00> : tensor<100x8xf32> : memref
// CHECK-DAG: schedule.constant dense<1.000000e+00> : tensor<100x8xf32> packed
schedule.kernel @lookup family("gather") constants [0] {
^bb0(%table: tensor<100x8xf32>, %ids: tensor<7xi64>):
  %0 = aic.embedding %ids, %table : (tensor<7xi64>, tensor<100x8xf32>) -> tensor<7x8xf32>
  aic.yield %0 : tensor<7x8xf32>
}
schedule.kernel @product family("contraction") constants [1] {
^bb0(%x: tensor<7x8xf32>, %w: tensor<100x8xf32>):
  %0 = aic.linear %x, %w : (tensor<7x8xf32>, tensor<100x8xf32>) -> tensor<7x100xf32>
  aic.yield %0 : tensor<7x100xf32>
}
schedule.program @many {
  %ids = schedule.input 0 "ids" : memref<7xi64>
  %y = schedule.output 0 "y" : memref<7x100xf32>
  %w = schedule.constant dense<1.0> : tensor<100x8xf32> : memref<100x8xf32>
  %x = schedule.transient : memref<7x8xf32>
  schedule.dispatch @lookup(%w, %ids) -> (%x) : (memref<100x8xf32>, memref<7xi64>) -> memref<7x8xf32>
  schedule.dispatch @product(%x, %w) -> (%y) : (memref<7x8xf32>, memref<100x8xf32>) -> memref<7x100xf32>
}

// -----

// One kernel looks up in two tables, of which one is multiplied.
// CHECK-LABEL: schedule.kernel @lookup
// CHECK-NOT: packing
// CHECK-LABEL: schedule.program @two
schedule.kernel @lookup family("gather") constants [0] {
^bb0(%table: tensor<100x8xf32>, %ids: tensor<6xi64>):
  %0 = aic.take %table, %ids {dim = 0 : i64} : (tensor<100x8xf32>, tensor<6xi64>) -> tensor<6x8xf32>
  aic.yield %0 : tensor<6x8xf32>
}
schedule.kernel @product family("contraction") constants [1] {
^bb0(%x: tensor<6x8xf32>, %w: tensor<100x8xf32>):
  %0 = aic.linear %x, %w : (tensor<6x8xf32>, tensor<100x8xf32>) -> tensor<6x100xf32>
  aic.yield %0 : tensor<6x100xf32>
}
schedule.program @two {
  %ids = schedule.input 0 "ids" : memref<6xi64>
  %y = schedule.output 0 "y" : memref<6x100xf32>
  %z = schedule.output 1 "z" : memref<6x8xf32>
  %w = schedule.constant dense<1.0> : tensor<100x8xf32> : memref<100x8xf32>
  %v = schedule.constant dense<2.0> : tensor<100x8xf32> : memref<100x8xf32>
  %x = schedule.transient : memref<6x8xf32>
  schedule.dispatch @lookup(%w, %ids) -> (%x) : (memref<100x8xf32>, memref<6xi64>) -> memref<6x8xf32>
  schedule.dispatch @lookup(%v, %ids) -> (%z) : (memref<100x8xf32>, memref<6xi64>) -> memref<6x8xf32>
  schedule.dispatch @product(%x, %w) -> (%y) : (memref<6x8xf32>, memref<100x8xf32>) -> memref<6x100xf32>
}

// -----

// A step and a prefill: the products share panels, and both lookups read these. The table is held once.
// CHECK-LABEL: schedule.kernel @look_one
// CHECK-SAME: packing = {kind = "linear", width = [[WIDTH:[0-9]+]] : i64}
// CHECK-LABEL: schedule.kernel @look_many
// CHECK-SAME: packing = {kind = "linear", width = [[WIDTH]] : i64}
// CHECK-LABEL: schedule.program @step
// CHECK: schedule.constant {{.*}} packed {kind = "linear", width = [[WIDTH]] : i64}
// CHECK-NOT: schedule.constant
// CHECK-LABEL: schedule.program @prefill
// CHECK: schedule.constant {{.*}} packed {kind = "linear", width = [[WIDTH]] : i64}
// CHECK-NOT: schedule.constant
schedule.kernel @look_one family("gather") constants [0] {
^bb0(%table: tensor<640x8xf32>, %ids: tensor<1xi64>):
  %0 = aic.embedding %ids, %table : (tensor<1xi64>, tensor<640x8xf32>) -> tensor<1x8xf32>
  aic.yield %0 : tensor<1x8xf32>
}
schedule.kernel @look_many family("gather") constants [0] {
^bb0(%table: tensor<640x8xf32>, %ids: tensor<40xi64>):
  %0 = aic.embedding %ids, %table : (tensor<40xi64>, tensor<640x8xf32>) -> tensor<40x8xf32>
  aic.yield %0 : tensor<40x8xf32>
}
schedule.kernel @one family("contraction") constants [1] {
^bb0(%x: tensor<1x8xf32>, %w: tensor<640x8xf32>):
  %0 = aic.linear %x, %w : (tensor<1x8xf32>, tensor<640x8xf32>) -> tensor<1x640xf32>
  aic.yield %0 : tensor<1x640xf32>
}
schedule.kernel @many family("contraction") constants [1] {
^bb0(%x: tensor<40x8xf32>, %w: tensor<640x8xf32>):
  %0 = aic.linear %x, %w : (tensor<40x8xf32>, tensor<640x8xf32>) -> tensor<40x640xf32>
  aic.yield %0 : tensor<40x640xf32>
}
schedule.program @step {
  %ids = schedule.input 0 "ids" : memref<1xi64>
  %y = schedule.output 0 "y" : memref<1x640xf32>
  %w = schedule.constant dense<1.0> : tensor<640x8xf32> : memref<640x8xf32>
  %x = schedule.transient : memref<1x8xf32>
  schedule.dispatch @look_one(%w, %ids) -> (%x) : (memref<640x8xf32>, memref<1xi64>) -> memref<1x8xf32>
  schedule.dispatch @one(%x, %w) -> (%y) : (memref<1x8xf32>, memref<640x8xf32>) -> memref<1x640xf32>
}
schedule.program @prefill {
  %ids = schedule.input 0 "ids" : memref<40xi64>
  %y = schedule.output 0 "y" : memref<40x640xf32>
  %w = schedule.constant dense<1.0> : tensor<640x8xf32> : memref<640x8xf32>
  %x = schedule.transient : memref<40x8xf32>
  schedule.dispatch @look_many(%w, %ids) -> (%x) : (memref<640x8xf32>, memref<40xi64>) -> memref<40x8xf32>
  schedule.dispatch @many(%x, %w) -> (%y) : (memref<40x8xf32>, memref<640x8xf32>) -> memref<40x640xf32>
}
