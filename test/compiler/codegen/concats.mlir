// Concatenations without a copy: who makes an operand writes it where it lies in the result.
// RUN: aic-opt --aic-cpu-tiles=target-cpu=x86-64-v3 --split-input-file %s | FileCheck %s
// RUN: aic-opt --aic-vulkan-tiles --split-input-file %s | FileCheck %s
// RUN: aic-opt --aic-cpu-tiles=target-cpu=x86-64-v3 --split-input-file --remark-format=emitRemark --remarks-filter='.*' %s -o /dev/null 2>&1 | FileCheck %s --check-prefix=REMARK

// Channels of two convolutions: runs of 16 and of 24 in rows of 40. Nothing is copied, and what ran the concatenation goes.
// CHECK-NOT: aic.concat
// CHECK-LABEL: schedule.program @channels
// CHECK: %[[ALL:.*]] = schedule.transient : memref<1x5x7x40xf32>
// CHECK-NEXT: schedule.dispatch @[[A:.*]](%{{.*}}) -> (%[[ALL]]) :
// CHECK-NEXT: schedule.dispatch @[[B:.*]](%{{.*}}) -> (%[[ALL]]) :
// CHECK-NEXT: schedule.dispatch @relu(%[[ALL]])
// CHECK-NOT: schedule.dispatch
// REMARK: 2 of 2 operands of concat are written where they lie in the result
schedule.kernel @a family("contraction") constants [1] {
^bb0(%x: tensor<1x5x7x8xf32>, %w: tensor<16x8x1x1xf32>):
  %0 = aic.conv2d %x, %w {layout = #aic.layout<nhwc>} : (tensor<1x5x7x8xf32>, tensor<16x8x1x1xf32>) -> tensor<1x5x7x16xf32>
  aic.yield %0 : tensor<1x5x7x16xf32>
}
schedule.kernel @b family("contraction") constants [1] {
^bb0(%x: tensor<1x5x7x8xf32>, %w: tensor<24x8x1x1xf32>):
  %0 = aic.conv2d %x, %w {layout = #aic.layout<nhwc>} : (tensor<1x5x7x8xf32>, tensor<24x8x1x1xf32>) -> tensor<1x5x7x24xf32>
  aic.yield %0 : tensor<1x5x7x24xf32>
}
schedule.kernel @concat family("copy") {
^bb0(%x: tensor<1x5x7x16xf32>, %y: tensor<1x5x7x24xf32>):
  %0 = aic.concat %x, %y {dim = 3 : i64} : (tensor<1x5x7x16xf32>, tensor<1x5x7x24xf32>) -> tensor<1x5x7x40xf32>
  aic.yield %0 : tensor<1x5x7x40xf32>
}
schedule.kernel @relu family("elementwise") {
^bb0(%x: tensor<1x5x7x40xf32>):
  %0 = aic.relu %x : tensor<1x5x7x40xf32>
  aic.yield %0 : tensor<1x5x7x40xf32>
}
schedule.program @channels {
  %x = schedule.input 0 "x" : memref<1x5x7x8xf32>
  %y = schedule.output 0 "y" : memref<1x5x7x40xf32>
  %v = schedule.constant dense<2.0> : tensor<16x8x1x1xf32> : memref<16x8x1x1xf32>
  %w = schedule.constant dense<2.0> : tensor<24x8x1x1xf32> : memref<24x8x1x1xf32>
  %0 = schedule.transient : memref<1x5x7x16xf32>
  schedule.dispatch @a(%x, %v) -> (%0) : (memref<1x5x7x8xf32>, memref<16x8x1x1xf32>) -> memref<1x5x7x16xf32>
  %1 = schedule.transient : memref<1x5x7x24xf32>
  schedule.dispatch @b(%x, %w) -> (%1) : (memref<1x5x7x8xf32>, memref<24x8x1x1xf32>) -> memref<1x5x7x24xf32>
  %2 = schedule.transient : memref<1x5x7x40xf32>
  schedule.dispatch @concat(%0, %1) -> (%2) : (memref<1x5x7x16xf32>, memref<1x5x7x24xf32>) -> memref<1x5x7x40xf32>
  schedule.dispatch @relu(%2) -> (%y) : (memref<1x5x7x40xf32>) -> memref<1x5x7x40xf32>
}

// -----

// What is read elsewhere is copied, the input between it and the next one of these with it; what is a part of a part is
// written there at once, and straight to the output.
// CHECK: schedule.kernel @half{{.*}} runs [16, 48, 96]
// CHECK: schedule.kernel @half{{.*}} runs [16, 64, 96]
// CHECK: schedule.kernel @half{{.*}} runs [16, 80, 96]
// CHECK: schedule.kernel @all{{.*}} runs [48, 0, 96]
// CHECK: aic.concat %{{.*}}, %{{.*}}, %{{.*}} {dim = 1 : i64} : (tensor<3x16xf32>, tensor<3x16xf32>, tensor<3x16xf32>) -> tensor<3x48xf32>
// CHECK-NOT: aic.concat
// CHECK-LABEL: schedule.program @parts
// CHECK: %[[Y:.*]] = schedule.output 0
// CHECK: schedule.dispatch @half(%{{.*}}) -> (%[[A:.*]]) :
// CHECK-COUNT-3: schedule.dispatch @half{{.*}} -> (%[[Y]]) :
// CHECK: schedule.dispatch @all{{.*}}(%[[A]], %[[X:.*]], %[[X]]) -> (%[[Y]]) :
// CHECK: schedule.dispatch @half(%[[A]])
// CHECK-NOT: schedule.dispatch
// REMARK: 2 of 5 operands of concat are written where they lie in the result; operand 1 is copied: it is read elsewhere, too
// REMARK: 2 of 2 operands of concat
schedule.kernel @half family("elementwise") {
^bb0(%x: tensor<3x16xf32>):
  %0 = aic.neg %x : tensor<3x16xf32>
  aic.yield %0 : tensor<3x16xf32>
}
schedule.kernel @two family("copy") {
^bb0(%x: tensor<3x16xf32>, %y: tensor<3x16xf32>):
  %0 = aic.concat %x, %y {dim = 1 : i64} : (tensor<3x16xf32>, tensor<3x16xf32>) -> tensor<3x32xf32>
  aic.yield %0 : tensor<3x32xf32>
}
schedule.kernel @all family("copy") {
^bb0(%x: tensor<3x16xf32>, %y: tensor<3x16xf32>, %z: tensor<3x16xf32>, %u: tensor<3x16xf32>, %v: tensor<3x32xf32>):
  %0 = aic.concat %x, %y, %z, %u, %v {dim = 1 : i64} : (tensor<3x16xf32>, tensor<3x16xf32>, tensor<3x16xf32>, tensor<3x16xf32>, tensor<3x32xf32>) -> tensor<3x96xf32>
  aic.yield %0 : tensor<3x96xf32>
}
schedule.program @parts {
  %x = schedule.input 0 "x" : memref<3x16xf32>
  %y = schedule.output 0 "y" : memref<3x96xf32>
  %z = schedule.output 1 "z" : memref<3x16xf32>
  %a = schedule.transient : memref<3x16xf32>
  schedule.dispatch @half(%x) -> (%a) : (memref<3x16xf32>) -> memref<3x16xf32>
  %b = schedule.transient : memref<3x16xf32>
  schedule.dispatch @half(%x) -> (%b) : (memref<3x16xf32>) -> memref<3x16xf32>
  %c = schedule.transient : memref<3x16xf32>
  schedule.dispatch @half(%x) -> (%c) : (memref<3x16xf32>) -> memref<3x16xf32>
  %d = schedule.transient : memref<3x16xf32>
  schedule.dispatch @half(%x) -> (%d) : (memref<3x16xf32>) -> memref<3x16xf32>
  %e = schedule.transient : memref<3x32xf32>
  schedule.dispatch @two(%c, %d) -> (%e) : (memref<3x16xf32>, memref<3x16xf32>) -> memref<3x32xf32>
  schedule.dispatch @all(%a, %x, %x, %b, %e) -> (%y) : (memref<3x16xf32>, memref<3x16xf32>, memref<3x16xf32>, memref<3x16xf32>, memref<3x32xf32>) -> memref<3x96xf32>
  schedule.dispatch @half(%a) -> (%z) : (memref<3x16xf32>) -> memref<3x16xf32>
}

// -----

// Nothing is written in place: an input, what a kernel makes that writes no runs, or so short ones that its vectors would be
// empty for the most part.
// CHECK-LABEL: schedule.program @copied
// CHECK: schedule.dispatch @concat
// CHECK: schedule.dispatch @attention
// CHECK: schedule.dispatch @concat
// CHECK: schedule.dispatch @neg
// CHECK: schedule.dispatch @concat
// REMARK: no operand of concat is written where it lies in the result; operand 1 is copied: its runs have 16 bytes
// REMARK: no operand of concat is written where it lies in the result; operand 1 is copied: a kernel of the family 'attention' writes no part of a tensor
// REMARK: no operand of concat is written where it lies in the result; operand 1 is copied: it is an input
schedule.kernel @attention family("attention") {
^bb0(%x: tensor<3x4xf32>):
  %0 = aic.attention %x, %x, %x {scale = 0.5 : f64} : (tensor<3x4xf32>, tensor<3x4xf32>, tensor<3x4xf32>) -> tensor<3x4xf32>
  aic.yield %0 : tensor<3x4xf32>
}
schedule.kernel @neg family("elementwise") {
^bb0(%x: tensor<3x4xf32>):
  %0 = aic.neg %x : tensor<3x4xf32>
  aic.yield %0 : tensor<3x4xf32>
}
schedule.kernel @concat family("copy") {
^bb0(%x: tensor<3x4xf32>, %y: tensor<3x4xf32>):
  %0 = aic.concat %x, %y {dim = 1 : i64} : (tensor<3x4xf32>, tensor<3x4xf32>) -> tensor<3x8xf32>
  aic.yield %0 : tensor<3x8xf32>
}
schedule.program @copied {
  %x = schedule.input 0 "x" : memref<3x4xf32>
  %y = schedule.output 0 "y" : memref<3x8xf32>
  %z = schedule.output 1 "z" : memref<3x8xf32>
  %u = schedule.output 2 "u" : memref<3x8xf32>
  %a = schedule.transient : memref<3x4xf32>
  %b = schedule.transient : memref<3x4xf32>
  schedule.dispatch @concat(%x, %x) -> (%z) : (memref<3x4xf32>, memref<3x4xf32>) -> memref<3x8xf32>
  schedule.dispatch @attention(%x) -> (%a) : (memref<3x4xf32>) -> memref<3x4xf32>
  schedule.dispatch @concat(%a, %x) -> (%y) : (memref<3x4xf32>, memref<3x4xf32>) -> memref<3x8xf32>
  schedule.dispatch @neg(%x) -> (%b) : (memref<3x4xf32>) -> memref<3x4xf32>
  schedule.dispatch @concat(%b, %x) -> (%u) : (memref<3x4xf32>, memref<3x4xf32>) -> memref<3x8xf32>
}

// -----

// One kernel makes more operands than it is made anew for.
// CHECK-LABEL: schedule.program @steps
// CHECK-COUNT-5: schedule.dispatch @neg(
// CHECK: schedule.dispatch @concat(
// REMARK: no operand of concat is written where it lies in the result; operand 1 is copied: more than 4 operands are made by the same kernel
schedule.kernel @neg family("elementwise") {
^bb0(%x: tensor<16xf32>):
  %0 = aic.neg %x : tensor<16xf32>
  aic.yield %0 : tensor<16xf32>
}
schedule.kernel @concat family("copy") {
^bb0(%a: tensor<16xf32>, %b: tensor<16xf32>, %c: tensor<16xf32>, %d: tensor<16xf32>, %e: tensor<16xf32>):
  %0 = aic.concat %a, %b, %c, %d, %e {dim = 0 : i64} : (tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>, tensor<16xf32>) -> tensor<80xf32>
  aic.yield %0 : tensor<80xf32>
}
schedule.program @steps {
  %x = schedule.input 0 "x" : memref<16xf32>
  %y = schedule.output 0 "y" : memref<80xf32>
  %a = schedule.transient : memref<16xf32>
  %b = schedule.transient : memref<16xf32>
  %c = schedule.transient : memref<16xf32>
  %d = schedule.transient : memref<16xf32>
  %e = schedule.transient : memref<16xf32>
  schedule.dispatch @neg(%x) -> (%a) : (memref<16xf32>) -> memref<16xf32>
  schedule.dispatch @neg(%x) -> (%b) : (memref<16xf32>) -> memref<16xf32>
  schedule.dispatch @neg(%x) -> (%c) : (memref<16xf32>) -> memref<16xf32>
  schedule.dispatch @neg(%x) -> (%d) : (memref<16xf32>) -> memref<16xf32>
  schedule.dispatch @neg(%x) -> (%e) : (memref<16xf32>) -> memref<16xf32>
  schedule.dispatch @concat(%a, %b, %c, %d, %e) -> (%y) : (memref<16xf32>, memref<16xf32>, memref<16xf32>, memref<16xf32>, memref<16xf32>) -> memref<80xf32>
}

// -----

// A row of a transient is read where it lies, so nobody writes it into the concatenation; and what copies some of the operands is
// one kernel for all steps.
// CHECK-LABEL: schedule.kernel @concat_
// CHECK-NOT: schedule.kernel @concat_
// CHECK-LABEL: schedule.program @parts
// CHECK: schedule.dispatch @row(
// CHECK: schedule.dispatch @concat(
// CHECK: schedule.dispatch @[[NEG:neg_.*]](%{{.*}}) -> (%[[Y:.*]]) :
// CHECK: schedule.dispatch @[[SOME:concat_.*]](%{{.*}}) -> (%[[Y]]) :
// CHECK: schedule.dispatch @[[NEG]](%{{.*}}) -> (%[[Z:.*]]) :
// CHECK: schedule.dispatch @[[SOME]](%{{.*}}) -> (%[[Z]]) :
schedule.kernel @neg family("elementwise") {
^bb0(%x: tensor<1x16xf32>):
  %0 = aic.neg %x : tensor<1x16xf32>
  aic.yield %0 : tensor<1x16xf32>
}
schedule.kernel @all family("elementwise") {
^bb0(%x: tensor<4x16xf32>):
  %0 = aic.neg %x : tensor<4x16xf32>
  aic.yield %0 : tensor<4x16xf32>
}
schedule.kernel @row family("copy") {
^bb0(%x: tensor<4x16xf32>):
  %0 = aic.slice %x {offsets = array<i64: 1, 0>, sizes = array<i64: 1, 16>, strides = array<i64: 1, 1>} : (tensor<4x16xf32>) -> tensor<1x16xf32>
  aic.yield %0 : tensor<1x16xf32>
}
schedule.kernel @concat family("copy") {
^bb0(%x: tensor<1x16xf32>, %y: tensor<1x16xf32>):
  %0 = aic.concat %x, %y {dim = 1 : i64} : (tensor<1x16xf32>, tensor<1x16xf32>) -> tensor<1x32xf32>
  aic.yield %0 : tensor<1x32xf32>
}
schedule.program @parts {
  %x = schedule.input 0 "x" : memref<4x16xf32>
  %s = schedule.input 1 "s" : memref<1x16xf32>
  %w = schedule.output 0 "w" : memref<1x32xf32>
  %y = schedule.output 1 "y" : memref<1x32xf32>
  %z = schedule.output 2 "z" : memref<1x32xf32>
  %t = schedule.transient : memref<4x16xf32>
  %a = schedule.transient : memref<1x16xf32>
  %b = schedule.transient : memref<1x16xf32>
  %c = schedule.transient : memref<1x16xf32>
  schedule.dispatch @all(%x) -> (%t) : (memref<4x16xf32>) -> memref<4x16xf32>
  schedule.dispatch @row(%t) -> (%a) : (memref<4x16xf32>) -> memref<1x16xf32>
  schedule.dispatch @concat(%s, %a) -> (%w) : (memref<1x16xf32>, memref<1x16xf32>) -> memref<1x32xf32>
  schedule.dispatch @neg(%s) -> (%b) : (memref<1x16xf32>) -> memref<1x16xf32>
  schedule.dispatch @concat(%s, %b) -> (%y) : (memref<1x16xf32>, memref<1x16xf32>) -> memref<1x32xf32>
  schedule.dispatch @neg(%s) -> (%c) : (memref<1x16xf32>) -> memref<1x16xf32>
  schedule.dispatch @concat(%s, %c) -> (%z) : (memref<1x16xf32>, memref<1x16xf32>) -> memref<1x32xf32>
}
