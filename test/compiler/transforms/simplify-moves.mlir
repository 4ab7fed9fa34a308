// Operators that only move elements.
// RUN: aic-opt --aic-simplify-moves %s | FileCheck %s
// RUN: aic-opt --aic-simplify-moves --remark-format=emitRemark --remarks-filter='.*' %s -o /dev/null 2>&1 | FileCheck --check-prefix=REMARK %s

// What h[-1] of stacked states is.
// CHECK-LABEL: @slice_of_concat
// CHECK-NEXT: %[[S:.*]] = aic.slice %arg1 {offsets = array<i64: 1, 1>, sizes = array<i64: 1, 2>, strides = array<i64: 1, 1>} : (tensor<2x3xf32>) -> tensor<1x2xf32>
// CHECK-NEXT: return %[[S]], %arg0
// REMARK: simplify-moves.mlir:[[@LINE+3]]:{{.*}}[Passed]{{.*}}aic-simplify-moves{{.*}}"the slice reads one operand of concat, not its result"
func.func @slice_of_concat(%x: tensor<1x3xf32>, %y: tensor<2x3xf32>) -> (tensor<1x2xf32>, tensor<1x3xf32>) {
  %0 = aic.concat %x, %y {dim = 0 : i64} : (tensor<1x3xf32>, tensor<2x3xf32>) -> tensor<3x3xf32>
  %1 = aic.slice %0 {offsets = array<i64: 2, 1>, sizes = array<i64: 1, 2>, strides = array<i64: 1, 1>} : (tensor<3x3xf32>) -> tensor<1x2xf32>
  %2 = aic.slice %0 {offsets = array<i64: 0, 0>, sizes = array<i64: 1, 3>, strides = array<i64: 1, 1>} : (tensor<3x3xf32>) -> tensor<1x3xf32>
  return %1, %2 : tensor<1x2xf32>, tensor<1x3xf32>
}

// CHECK-LABEL: @slice_over_the_seam
// CHECK: aic.concat
// CHECK: aic.slice
func.func @slice_over_the_seam(%x: tensor<1x3xf32>, %y: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = aic.concat %x, %y {dim = 0 : i64} : (tensor<1x3xf32>, tensor<2x3xf32>) -> tensor<3x3xf32>
  %1 = aic.slice %0 {offsets = array<i64: 2, 0>, sizes = array<i64: 2, 3>, strides = array<i64: -2, 1>} : (tensor<3x3xf32>) -> tensor<2x3xf32>
  return %1 : tensor<2x3xf32>
}

// Backwards twice is forwards.
// CHECK-LABEL: @slice_of_slice
// CHECK-NEXT: %[[S:.*]] = aic.slice %arg0 {offsets = array<i64: 1>, sizes = array<i64: 3>, strides = array<i64: 2>}
// CHECK-NEXT: return %[[S]]
func.func @slice_of_slice(%x: tensor<8xf32>) -> tensor<3xf32> {
  %0 = aic.slice %x {offsets = array<i64: 7>, sizes = array<i64: 4>, strides = array<i64: -2>} : (tensor<8xf32>) -> tensor<4xf32>
  %1 = aic.slice %0 {offsets = array<i64: 3>, sizes = array<i64: 3>, strides = array<i64: -1>} : (tensor<4xf32>) -> tensor<3xf32>
  return %1 : tensor<3xf32>
}

// The inner concat that is read elsewhere is there anyway: reading it is one operand less.
// CHECK-LABEL: @concat_of_concat
// CHECK-NEXT: %[[A:.*]] = aic.concat %arg0, %arg1 {dim = 0 : i64}
// CHECK-NEXT: %[[B:.*]] = aic.concat %[[A]], %arg0, %arg1 {dim = 0 : i64}
// CHECK-NEXT: return %[[B]], %[[A]]
func.func @concat_of_concat(%x: tensor<2xf32>, %y: tensor<2xf32>) -> (tensor<8xf32>, tensor<4xf32>) {
  %0 = aic.concat %x, %y {dim = 0 : i64} : (tensor<2xf32>, tensor<2xf32>) -> tensor<4xf32>
  %1 = aic.concat %x, %y {dim = 0 : i64} : (tensor<2xf32>, tensor<2xf32>) -> tensor<4xf32>
  %2 = aic.concat %0, %1 {dim = 0 : i64} : (tensor<4xf32>, tensor<4xf32>) -> tensor<8xf32>
  return %2, %0 : tensor<8xf32>, tensor<4xf32>
}

// CHECK-LABEL: @expand
// CHECK-NEXT: %[[A:.*]] = aic.add %arg0, %arg1 : (tensor<3x1xf32>, tensor<3x4xf32>) -> tensor<3x4xf32>
// CHECK-NEXT: %[[E:.*]] = aic.expand %arg0
// CHECK-NEXT: %[[M:.*]] = aic.mul %[[E]], %[[E]]
// CHECK-NEXT: return %[[A]], %[[M]]
func.func @expand(%x: tensor<3x1xf32>, %y: tensor<3x4xf32>) -> (tensor<3x4xf32>, tensor<3x4xf32>) {
  %0 = aic.expand %x : (tensor<3x1xf32>) -> tensor<3x4xf32>
  %1 = aic.add %0, %y : (tensor<3x4xf32>, tensor<3x4xf32>) -> tensor<3x4xf32>
  %2 = aic.expand %x : (tensor<3x1xf32>) -> tensor<3x4xf32>
  %3 = aic.mul %2, %2 : (tensor<3x4xf32>, tensor<3x4xf32>) -> tensor<3x4xf32>
  return %1, %3 : tensor<3x4xf32>, tensor<3x4xf32>
}

// To the linear's kernel; a comparison takes its type along.
// CHECK-LABEL: @unary
// CHECK: %[[L:.*]] = aic.linear
// CHECK: %[[R:.*]] = aic.mul %[[L]], %{{.*}} : (tensor<3x4xf32>, tensor<f32>) -> tensor<3x4xf32>
// CHECK: %[[C:.*]] = aic.compare gt %[[R]], %{{.*}} : (tensor<3x4xf32>, tensor<f32>) -> tensor<3x4xi1>
// CHECK: %[[S:.*]] = aic.reshape %[[C]] : (tensor<3x4xi1>) -> tensor<3x2x2xi1>
// CHECK: %[[T:.*]] = aic.transpose %[[S]] {{.*}} : (tensor<3x2x2xi1>) -> tensor<2x3x2xi1>
// CHECK: return %[[T]]
// REMARK: "mul goes before the reshape, to linear"
func.func @unary(%x: tensor<3x9xf32>, %w: tensor<4x9xf32>) -> tensor<2x3x2xi1> {
  %0 = aic.linear %x, %w : (tensor<3x9xf32>, tensor<4x9xf32>) -> tensor<3x4xf32>
  %1 = aic.reshape %0 : (tensor<3x4xf32>) -> tensor<3x2x2xf32>
  %2 = aic.transpose %1 {perm = array<i64: 1, 0, 2>} : (tensor<3x2x2xf32>) -> tensor<2x3x2xf32>
  %half = aic.constant dense<0.5> : tensor<f32>
  %3 = aic.mul %2, %half : (tensor<2x3x2xf32>, tensor<f32>) -> tensor<2x3x2xf32>
  %4 = aic.compare gt %3, %half : (tensor<2x3x2xf32>, tensor<f32>) -> tensor<2x3x2xi1>
  return %4 : tensor<2x3x2xi1>
}

// An input has no kernel; a result that is read twice is needed as it is; a small part is cheaper alone.
// CHECK-LABEL: @unary_stays
// CHECK: aic.transpose %arg0
// CHECK: aic.exp
// CHECK: %[[L:.*]] = aic.linear
// CHECK: aic.transpose %[[L]]
// CHECK: aic.relu
// CHECK: %[[M:.*]] = aic.linear
// CHECK: aic.slice %[[M]]
// CHECK: aic.tanh
func.func @unary_stays(%x: tensor<3x9xf32>, %w: tensor<4x9xf32>) -> (tensor<9x3xf32>, tensor<4x3xf32>, tensor<3x4xf32>, tensor<1x4xf32>) {
  %0 = aic.transpose %x {perm = array<i64: 1, 0>} : (tensor<3x9xf32>) -> tensor<9x3xf32>
  %1 = aic.exp %0 : tensor<9x3xf32>
  %2 = aic.linear %x, %w : (tensor<3x9xf32>, tensor<4x9xf32>) -> tensor<3x4xf32>
  %3 = aic.transpose %2 {perm = array<i64: 1, 0>} : (tensor<3x4xf32>) -> tensor<4x3xf32>
  %4 = aic.relu %3 : tensor<4x3xf32>
  %5 = aic.linear %x, %w : (tensor<3x9xf32>, tensor<4x9xf32>) -> tensor<3x4xf32>
  %6 = aic.slice %5 {offsets = array<i64: 2, 0>, sizes = array<i64: 1, 4>, strides = array<i64: 1, 1>} : (tensor<3x4xf32>) -> tensor<1x4xf32>
  %7 = aic.tanh %6 : tensor<1x4xf32>
  return %1, %4, %2, %7 : tensor<9x3xf32>, tensor<4x3xf32>, tensor<3x4xf32>, tensor<1x4xf32>
}

// The residual joins the linear; the reshape is of the sum.
// CHECK-LABEL: @residual
// CHECK: %[[L:.*]] = aic.linear %arg0, %arg1
// CHECK: %[[X:.*]] = aic.reshape %arg2 : (tensor<1x3x4xf32>) -> tensor<3x4xf32>
// CHECK: %[[A:.*]] = aic.add %[[L]], %[[X]] : (tensor<3x4xf32>, tensor<3x4xf32>) -> tensor<3x4xf32>
// CHECK: %[[R:.*]] = aic.reshape %[[A]] : (tensor<3x4xf32>) -> tensor<1x3x4xf32>
// CHECK: return %[[R]]
// REMARK: "add goes before the reshape, to linear"
func.func @residual(%x: tensor<3x9xf32>, %w: tensor<4x9xf32>, %y: tensor<1x3x4xf32>) -> tensor<1x3x4xf32> {
  %0 = aic.linear %x, %w : (tensor<3x9xf32>, tensor<4x9xf32>) -> tensor<3x4xf32>
  %1 = aic.reshape %0 : (tensor<3x4xf32>) -> tensor<1x3x4xf32>
  %2 = aic.add %1, %y : (tensor<1x3x4xf32>, tensor<1x3x4xf32>) -> tensor<1x3x4xf32>
  return %2 : tensor<1x3x4xf32>
}

// Two kernels of different shapes: one of them is behind a reshape either way. A vector broadcasts.
// CHECK-LABEL: @residual_stays
// CHECK: aic.add {{.*}} : (tensor<12xf32>, tensor<12xf32>)
// CHECK: aic.mul {{.*}} : (tensor<1x3x4xf32>, tensor<4xf32>)
func.func @residual_stays(%x: tensor<3x9xf32>, %w: tensor<4x9xf32>, %y: tensor<2x9xf32>, %v: tensor<6x9xf32>, %u: tensor<4xf32>) -> (tensor<12xf32>, tensor<1x3x4xf32>) {
  %0 = aic.linear %x, %w : (tensor<3x9xf32>, tensor<4x9xf32>) -> tensor<3x4xf32>
  %1 = aic.linear %y, %v : (tensor<2x9xf32>, tensor<6x9xf32>) -> tensor<2x6xf32>
  %2 = aic.reshape %0 : (tensor<3x4xf32>) -> tensor<12xf32>
  %3 = aic.reshape %1 : (tensor<2x6xf32>) -> tensor<12xf32>
  %4 = aic.add %2, %3 : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
  %5 = aic.linear %x, %w : (tensor<3x9xf32>, tensor<4x9xf32>) -> tensor<3x4xf32>
  %6 = aic.reshape %5 : (tensor<3x4xf32>) -> tensor<1x3x4xf32>
  %7 = aic.mul %6, %u : (tensor<1x3x4xf32>, tensor<4xf32>) -> tensor<1x3x4xf32>
  return %4, %7 : tensor<12xf32>, tensor<1x3x4xf32>
}

// Two kernels' results, one behind a reshape: the other would be behind one then, and so on for ever.
// CHECK-LABEL: @kernel_beside
// CHECK: %[[A:.+]] = aic.linear
// CHECK: %[[R:.+]] = aic.reshape %[[A]]
// CHECK: %[[B:.+]] = aic.linear
// CHECK: %[[S:.+]] = aic.add %[[R]], %[[B]]
// CHECK: return %[[S]]
func.func @kernel_beside(%x: tensor<1x2x4xf32>, %v: tensor<12x4xf32>, %h: tensor<2x3xf32>, %w: tensor<12x3xf32>) -> tensor<2x12xf32> {
  %0 = aic.linear %x, %v : (tensor<1x2x4xf32>, tensor<12x4xf32>) -> tensor<1x2x12xf32>
  %1 = aic.reshape %0 : (tensor<1x2x12xf32>) -> tensor<2x12xf32>
  %2 = aic.linear %h, %w : (tensor<2x3xf32>, tensor<12x3xf32>) -> tensor<2x12xf32>
  %3 = aic.add %1, %2 : (tensor<2x12xf32>, tensor<2x12xf32>) -> tensor<2x12xf32>
  return %3 : tensor<2x12xf32>
}

// A number that is made of a kernel's result stays a number: the other operands have no shape like the result's.
// CHECK-LABEL: func.func @number_of_a_kernel
// CHECK: %[[MEAN:.*]] = aic.mean
// CHECK: %[[NUMBER:.*]] = aic.reshape %[[MEAN]] : (tensor<1x1xf32>) -> tensor<f32>
// CHECK: aic.sub %{{.*}}, %[[NUMBER]] : (tensor<4x8xf32>, tensor<f32>) -> tensor<4x8xf32>
func.func @number_of_a_kernel(%x: tensor<4x8xf32>, %z: tensor<4x8xf32>) -> tensor<4x8xf32> {
  %0 = aic.mean %x {dims = array<i64: 0, 1>, keepdim = true} : (tensor<4x8xf32>) -> tensor<1x1xf32>
  %1 = aic.reshape %0 : (tensor<1x1xf32>) -> tensor<f32>
  %2 = aic.sub %z, %1 : (tensor<4x8xf32>, tensor<f32>) -> tensor<4x8xf32>
  return %2 : tensor<4x8xf32>
}

// Where all operands are numbers, they have its shape.
// CHECK-LABEL: func.func @numbers
// CHECK: %[[OTHER:.*]] = aic.reshape %{{.*}} : (tensor<f32>) -> tensor<1x1xf32>
// CHECK: aic.sub %{{.*}}, %[[OTHER]] : (tensor<1x1xf32>, tensor<1x1xf32>) -> tensor<1x1xf32>
func.func @numbers(%x: tensor<4x8xf32>, %z: tensor<f32>) -> tensor<f32> {
  %0 = aic.mean %x {dims = array<i64: 0, 1>, keepdim = true} : (tensor<4x8xf32>) -> tensor<1x1xf32>
  %1 = aic.reshape %0 : (tensor<1x1xf32>) -> tensor<f32>
  %2 = aic.sub %1, %z : (tensor<f32>, tensor<f32>) -> tensor<f32>
  return %2 : tensor<f32>
}

// A rotary embedding of halves: x * c + [-x2, x1] * s is one sum over the halves, of x and of x with them exchanged.
// CHECK-LABEL: @rotary
// CHECK-DAG: %[[X:.*]] = aic.reshape %arg0 : (tensor<2x3x8xf32>) -> tensor<2x3x2x4xf32>
// CHECK-DAG: %[[F:.*]] = aic.slice %[[X]] {offsets = array<i64: 0, 0, 1, 0>, sizes = array<i64: 2, 3, 2, 4>, strides = array<i64: 1, 1, -1, 1>}
// CHECK-DAG: aic.mul %[[F]], %
// CHECK-DAG: aic.mul %[[X]], %
// CHECK-NOT: aic.concat
// CHECK: return
// REMARK: "a rotary embedding is one kernel over pairs, which reads its operand twice"
func.func @rotary(%x: tensor<2x3x8xf32>, %c: tensor<3x8xf32>, %s: tensor<3x8xf32>) -> tensor<2x3x8xf32> {
  %a = aic.slice %x {offsets = array<i64: 0, 0, 0>, sizes = array<i64: 2, 3, 4>, strides = array<i64: 1, 1, 1>} : (tensor<2x3x8xf32>) -> tensor<2x3x4xf32>
  %b = aic.slice %x {offsets = array<i64: 0, 0, 4>, sizes = array<i64: 2, 3, 4>, strides = array<i64: 1, 1, 1>} : (tensor<2x3x8xf32>) -> tensor<2x3x4xf32>
  %n = aic.neg %b : tensor<2x3x4xf32>
  %r = aic.concat %n, %a {dim = 2 : i64} : (tensor<2x3x4xf32>, tensor<2x3x4xf32>) -> tensor<2x3x8xf32>
  %0 = aic.mul %x, %c : (tensor<2x3x8xf32>, tensor<3x8xf32>) -> tensor<2x3x8xf32>
  %1 = aic.mul %r, %s : (tensor<2x3x8xf32>, tensor<3x8xf32>) -> tensor<2x3x8xf32>
  %2 = aic.add %0, %1 : (tensor<2x3x8xf32>, tensor<2x3x8xf32>) -> tensor<2x3x8xf32>
  return %2 : tensor<2x3x8xf32>
}

// What is added is of another tensor.
// CHECK-LABEL: @nearly_rotary
// CHECK: aic.concat
// REMARK: "the rotated halves or pairs of a tensor are no rotary embedding: what they are added to is no product of the same tensor"
func.func @nearly_rotary(%x: tensor<2x3x8xf32>, %y: tensor<2x3x8xf32>, %c: tensor<3x8xf32>, %s: tensor<3x8xf32>) -> tensor<2x3x8xf32> {
  %a = aic.slice %x {offsets = array<i64: 0, 0, 0>, sizes = array<i64: 2, 3, 4>, strides = array<i64: 1, 1, 1>} : (tensor<2x3x8xf32>) -> tensor<2x3x4xf32>
  %b = aic.slice %x {offsets = array<i64: 0, 0, 4>, sizes = array<i64: 2, 3, 4>, strides = array<i64: 1, 1, 1>} : (tensor<2x3x8xf32>) -> tensor<2x3x4xf32>
  %n = aic.neg %b : tensor<2x3x4xf32>
  %r = aic.concat %n, %a {dim = 2 : i64} : (tensor<2x3x4xf32>, tensor<2x3x4xf32>) -> tensor<2x3x8xf32>
  %0 = aic.mul %y, %c : (tensor<2x3x8xf32>, tensor<3x8xf32>) -> tensor<2x3x8xf32>
  %1 = aic.mul %r, %s : (tensor<2x3x8xf32>, tensor<3x8xf32>) -> tensor<2x3x8xf32>
  %2 = aic.add %0, %1 : (tensor<2x3x8xf32>, tensor<2x3x8xf32>) -> tensor<2x3x8xf32>
  return %2 : tensor<2x3x8xf32>
}

// The signs the other way round: [x2, -x1] turns backwards, and is another function.
// CHECK-LABEL: @turned_back
// CHECK: aic.concat
func.func @turned_back(%x: tensor<2x8xf32>, %c: tensor<8xf32>, %s: tensor<8xf32>) -> tensor<2x8xf32> {
  %a = aic.slice %x {offsets = array<i64: 0, 0>, sizes = array<i64: 2, 4>, strides = array<i64: 1, 1>} : (tensor<2x8xf32>) -> tensor<2x4xf32>
  %b = aic.slice %x {offsets = array<i64: 0, 4>, sizes = array<i64: 2, 4>, strides = array<i64: 1, 1>} : (tensor<2x8xf32>) -> tensor<2x4xf32>
  %n = aic.neg %a : tensor<2x4xf32>
  %r = aic.concat %b, %n {dim = 1 : i64} : (tensor<2x4xf32>, tensor<2x4xf32>) -> tensor<2x8xf32>
  %0 = aic.mul %x, %c : (tensor<2x8xf32>, tensor<8xf32>) -> tensor<2x8xf32>
  %1 = aic.mul %r, %s : (tensor<2x8xf32>, tensor<8xf32>) -> tensor<2x8xf32>
  %2 = aic.add %0, %1 : (tensor<2x8xf32>, tensor<2x8xf32>) -> tensor<2x8xf32>
  return %2 : tensor<2x8xf32>
}
