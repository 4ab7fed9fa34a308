// A root and the elementwise operators after it become one aic.fused.
// RUN: aic-opt --aic-fuse-epilogues %s | FileCheck %s
// RUN: aic-opt --aic-fuse-epilogues --remark-format=emitRemark --remarks-filter='.*' %s -o /dev/null 2>&1 | FileCheck --check-prefix=REMARK %s
// RUN: aic-opt --aic-fuse-epilogues --mlir-print-debuginfo --mlir-print-local-scope %s | FileCheck --check-prefix=LOC %s

// CHECK-LABEL: @residual
// CHECK-SAME: %[[X:.*]]: tensor<1x8x8x4xf32>, %[[W:.*]]: tensor<4x4x1x1xf32>, %[[B:.*]]: tensor<4xf32>)
// CHECK-NEXT: %[[F:.*]] = aic.fused(%[[X]], %[[W]], %[[B]]) : (tensor<1x8x8x4xf32>, tensor<4x4x1x1xf32>, tensor<4xf32>) -> tensor<1x8x8x4xf32> {
// CHECK-NEXT: ^bb0(%[[A0:.*]]: tensor<1x8x8x4xf32>, %[[A1:.*]]: tensor<4x4x1x1xf32>, %[[A2:.*]]: tensor<4xf32>):
// CHECK-NEXT: %[[C:.*]] = aic.conv2d %[[A0]], %[[A1]], %[[A2]] {layout = #aic.layout<nhwc>}
// CHECK-NEXT: %[[S:.*]] = aic.add %[[C]], %[[A0]]
// CHECK-NEXT: %[[R:.*]] = aic.relu %[[S]]
// CHECK-NEXT: aic.yield %[[R]]
// CHECK-NEXT: }
// CHECK-NEXT: return %[[F]]
// REMARK: fuse-epilogues.mlir:[[@LINE+4]]:{{.*}}[Passed]{{.*}}aic-fuse-epilogues{{.*}}"conv2d, add and relu become one kernel"
// The group is where its parts are.
// LOC: aic.fused{{.*}}{{$}}
func.func @residual(%x: tensor<1x8x8x4xf32>, %w: tensor<4x4x1x1xf32>, %b: tensor<4xf32>) -> tensor<1x8x8x4xf32> {
  %0 = aic.conv2d %x, %w, %b {layout = #aic.layout<nhwc>} : (tensor<1x8x8x4xf32>, tensor<4x4x1x1xf32>, tensor<4xf32>) -> tensor<1x8x8x4xf32>
  %1 = aic.add %0, %x : (tensor<1x8x8x4xf32>, tensor<1x8x8x4xf32>) -> tensor<1x8x8x4xf32>
  %2 = aic.relu %1 : tensor<1x8x8x4xf32>
  return %2 : tensor<1x8x8x4xf32>
}
// LOC: } loc(fused["{{.*}}fuse-epilogues.mlir":[[@LINE-5]]:8, "{{.*}}fuse-epilogues.mlir":[[@LINE-4]]:8, "{{.*}}fuse-epilogues.mlir":[[@LINE-3]]:8])

// Two branches meet: the add goes to the one that ends last, and the other stays alone.
// REMARK: fuse-epilogues.mlir:[[@LINE+10]]:{{.*}}[Missed]{{.*}}"linear has no epilogue: the add that reads its result is in another kernel"
// CHECK-LABEL: @two_branches
// CHECK: %[[L:.*]] = aic.linear %arg0, %arg1
// CHECK: aic.fused(%arg0, %arg2, %[[L]])
// CHECK: aic.linear
// CHECK: aic.add
// CHECK: aic.relu
// CHECK-NOT: aic.fused
// CHECK: return
func.func @two_branches(%x: tensor<3x9xf32>, %w: tensor<9x9xf32>, %v: tensor<9x9xf32>) -> tensor<3x9xf32> {
  %0 = aic.linear %x, %w : (tensor<3x9xf32>, tensor<9x9xf32>) -> tensor<3x9xf32>
  %1 = aic.linear %x, %v : (tensor<3x9xf32>, tensor<9x9xf32>) -> tensor<3x9xf32>
  %2 = aic.add %0, %1 : (tensor<3x9xf32>, tensor<3x9xf32>) -> tensor<3x9xf32>
  %3 = aic.relu %2 : tensor<3x9xf32>
  return %3 : tensor<3x9xf32>
}

// x * sigmoid(x), and a gate that is computed beside the root.
// CHECK-LABEL: @diamond
// CHECK: aic.fused(%arg0, %arg1, %arg2)
// CHECK-NEXT: ^bb0(%[[X:.*]]: tensor<3x9xf32>, %[[W:.*]]: tensor<9x9xf32>, %[[G:.*]]: tensor<3x9xf32>)
// CHECK-NEXT: %[[L:.*]] = aic.linear %[[X]], %[[W]]
// CHECK-DAG: %[[S:.*]] = aic.sigmoid %[[L]]
// CHECK-DAG: %[[T:.*]] = aic.tanh %[[G]]
// CHECK-DAG: %[[M:.*]] = aic.mul %[[L]], %[[S]]
// CHECK: %[[N:.*]] = aic.mul %[[M]], %[[T]]
// CHECK-NEXT: aic.yield %[[N]]
// REMARK: become one kernel
func.func @diamond(%x: tensor<3x9xf32>, %w: tensor<9x9xf32>, %g: tensor<3x9xf32>) -> tensor<3x9xf32> {
  %t = aic.tanh %g : tensor<3x9xf32>
  %0 = aic.linear %x, %w : (tensor<3x9xf32>, tensor<9x9xf32>) -> tensor<3x9xf32>
  %1 = aic.sigmoid %0 : tensor<3x9xf32>
  %2 = aic.mul %0, %1 : (tensor<3x9xf32>, tensor<3x9xf32>) -> tensor<3x9xf32>
  %3 = aic.mul %2, %t : (tensor<3x9xf32>, tensor<3x9xf32>) -> tensor<3x9xf32>
  return %3 : tensor<3x9xf32>
}

// Literals inside, parameters outside; a weight that happens to be a splat is still a weight.
// CHECK-LABEL: @constants
// CHECK-DAG: %[[P:.*]] = aic.constant dense<[1.000000e+00, 2.000000e+00, 3.000000e+00]> : tensor<3xf32>
// CHECK-DAG: %[[W:.*]] = aic.constant dense<5.000000e-01> : tensor<3x9xf32>
// CHECK: aic.fused(%arg0, %[[W]], %[[P]])
// CHECK-NEXT: ^bb0(%[[A0:.*]]: tensor<3x9xf32>, %[[A1:.*]]: tensor<3x9xf32>, %[[A2:.*]]: tensor<3xf32>):
// CHECK-NEXT: %[[TWO:.*]] = aic.constant dense<2.000000e+00> : tensor<f32>
// CHECK-NEXT: %[[L:.*]] = aic.linear %[[A0]], %[[A1]]
// CHECK-NEXT: %[[M:.*]] = aic.mul %[[L]], %[[TWO]]
// CHECK-NEXT: aic.add %[[M]], %[[A2]]
func.func @constants(%x: tensor<3x9xf32>) -> tensor<3x3xf32> {
  %w = aic.constant dense<0.5> : tensor<3x9xf32>
  %two = aic.constant dense<2.0> : tensor<f32>
  %p = aic.constant dense<[1.0, 2.0, 3.0]> : tensor<3xf32>
  %0 = aic.linear %x, %w : (tensor<3x9xf32>, tensor<3x9xf32>) -> tensor<3x3xf32>
  %1 = aic.mul %0, %two : (tensor<3x3xf32>, tensor<f32>) -> tensor<3x3xf32>
  %2 = aic.add %1, %p : (tensor<3x3xf32>, tensor<3xf32>) -> tensor<3x3xf32>
  return %2 : tensor<3x3xf32>
}

// A value that is read outside too becomes a second result.
// CHECK-LABEL: @two_results
// CHECK: %[[F:.*]]:2 = aic.fused(%arg0, %arg1) : {{.*}} -> (tensor<3x9xf32>, tensor<3x9xf32>) {
// CHECK: %[[L:.*]] = aic.linear
// CHECK: %[[R:.*]] = aic.relu
// CHECK: aic.yield %[[L]], %[[R]]
// CHECK: aic.softmax %[[F]]#0
// REMARK: "linear and relu become one kernel with 2 results"
func.func @two_results(%x: tensor<3x9xf32>, %w: tensor<9x9xf32>) -> (tensor<3x9xf32>, tensor<3x9xf32>) {
  %0 = aic.linear %x, %w : (tensor<3x9xf32>, tensor<9x9xf32>) -> tensor<3x9xf32>
  // Between the two in the text, but it need not run before the relu.
  %1 = aic.softmax %0 {dim = 1 : i64} : (tensor<3x9xf32>) -> tensor<3x9xf32>
  %2 = aic.relu %0 : tensor<3x9xf32>
  return %1, %2 : tensor<3x9xf32>, tensor<3x9xf32>
}

// A chain without a root; other element types, as long as the shape is one.
// CHECK-LABEL: @chain
// CHECK: aic.fused(%arg0, %arg1) : (tensor<3x9xf32>, tensor<9xf32>) -> tensor<3x9xf32> {
// CHECK: aic.compare gt
// CHECK: aic.where
// CHECK: aic.yield
func.func @chain(%x: tensor<3x9xf32>, %y: tensor<9xf32>) -> tensor<3x9xf32> {
  %0 = aic.compare gt %x, %y : (tensor<3x9xf32>, tensor<9xf32>) -> tensor<3x9xi1>
  %1 = aic.neg %x : tensor<3x9xf32>
  %2 = aic.where %0, %x, %1 : (tensor<3x9xi1>, tensor<3x9xf32>, tensor<3x9xf32>) -> tensor<3x9xf32>
  return %2 : tensor<3x9xf32>
}

// Poolings, reductions and softmax are roots too.
// CHECK-LABEL: @other_roots
// CHECK: aic.fused
// CHECK: aic.max_pool2d
// CHECK: aic.relu
// CHECK: aic.fused
// CHECK: aic.mean
// CHECK: aic.sigmoid
// CHECK: aic.fused
// CHECK: aic.softmax
// CHECK: aic.log
func.func @other_roots(%x: tensor<1x8x8x4xf32>) -> tensor<1x4xf32> {
  %0 = aic.max_pool2d %x {kernel = array<i64: 2, 2>, layout = #aic.layout<nhwc>, stride = array<i64: 2, 2>} : (tensor<1x8x8x4xf32>) -> tensor<1x4x4x4xf32>
  %1 = aic.relu %0 : tensor<1x4x4x4xf32>
  %2 = aic.mean %1 {dims = array<i64: 1, 2>} : (tensor<1x4x4x4xf32>) -> tensor<1x4xf32>
  %3 = aic.sigmoid %2 : tensor<1x4xf32>
  %4 = aic.softmax %3 {dim = 1 : i64} : (tensor<1x4xf32>) -> tensor<1x4xf32>
  %5 = aic.log %4 : tensor<1x4xf32>
  return %5 : tensor<1x4xf32>
}

// Copies too: what DenseNet does after its concats. (A reshape is no kernel.)
// CHECK-LABEL: @copies
// CHECK: aic.fused
// CHECK-NEXT: ^bb0
// CHECK-NEXT: aic.concat
// CHECK-NEXT: aic.mul
// CHECK-NEXT: aic.relu
// CHECK-NEXT: aic.yield
// CHECK: aic.fused
// CHECK-NEXT: ^bb0
// CHECK-NEXT: aic.transpose
// CHECK-NEXT: aic.exp
// CHECK-NEXT: aic.yield
// REMARK: "concat, mul and relu become one kernel"
func.func @copies(%x: tensor<3x9xf32>, %y: tensor<18xf32>) -> tensor<18x3xf32> {
  %0 = aic.concat %x, %x {dim = 1 : i64} : (tensor<3x9xf32>, tensor<3x9xf32>) -> tensor<3x18xf32>
  %1 = aic.mul %0, %y : (tensor<3x18xf32>, tensor<18xf32>) -> tensor<3x18xf32>
  %2 = aic.relu %1 : tensor<3x18xf32>
  %3 = aic.transpose %2 {perm = array<i64: 1, 0>} : (tensor<3x18xf32>) -> tensor<18x3xf32>
  %4 = aic.exp %3 : tensor<18x3xf32>
  return %4 : tensor<18x3xf32>
}

// The roots of sequences.
// CHECK-LABEL: @sequence_roots
// CHECK: aic.fused
// CHECK: aic.embedding
// CHECK: aic.add
// CHECK: aic.fused
// CHECK: aic.layer_norm
// CHECK: aic.gelu
// CHECK: aic.fused
// CHECK: aic.rms_norm
// CHECK: aic.mul
// CHECK: return
func.func @sequence_roots(%ids: tensor<3xi64>, %t: tensor<7x4xf32>, %p: tensor<3x4xf32>) -> tensor<3x4xf32> {
  %0 = aic.embedding %ids, %t : (tensor<3xi64>, tensor<7x4xf32>) -> tensor<3x4xf32>
  %1 = aic.add %0, %p : (tensor<3x4xf32>, tensor<3x4xf32>) -> tensor<3x4xf32>
  %2 = aic.layer_norm %1 : (tensor<3x4xf32>) -> tensor<3x4xf32>
  %3 = aic.gelu %2 : tensor<3x4xf32>
  %4 = aic.rms_norm %3 : (tensor<3x4xf32>) -> tensor<3x4xf32>
  %5 = aic.mul %4, %p : (tensor<3x4xf32>, tensor<3x4xf32>) -> tensor<3x4xf32>
  return %5 : tensor<3x4xf32>
}

// A reduction computes what only it reads as it reads it.
// CHECK-LABEL: @dot
// CHECK: aic.fused(%arg0, %arg1) : (tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<4xf32>
// CHECK: aic.mul
// CHECK-NEXT: aic.sum
// CHECK-NEXT: aic.sqrt
// REMARK: "mul, sum and sqrt become one kernel"
func.func @dot(%a: tensor<4x8xf32>, %b: tensor<4x8xf32>) -> tensor<4xf32> {
  %0 = aic.mul %a, %b : (tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
  %1 = aic.sum %0 {dims = array<i64: 1>} : (tensor<4x8xf32>) -> tensor<4xf32>
  %2 = aic.sqrt %1 : tensor<4xf32>
  return %2 : tensor<4xf32>
}

// Not what others read too, nor what is read in rows.
// CHECK-LABEL: @not_alone
// CHECK-NOT: aic.fused
// CHECK: return
func.func @not_alone(%a: tensor<4x8xf32>, %b: tensor<8xf32>) -> (tensor<4xf32>, tensor<4xf32>, tensor<4x8xf32>) {
  %0 = aic.mul %a, %a : (tensor<4x8xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
  %1 = aic.sum %0 {dims = array<i64: 1>} : (tensor<4x8xf32>) -> tensor<4xf32>
  %2 = aic.mul %a, %b : (tensor<4x8xf32>, tensor<8xf32>) -> tensor<4x8xf32>
  %3 = aic.sum %2 {dims = array<i64: 1>} : (tensor<4x8xf32>) -> tensor<4xf32>
  return %1, %3, %0 : tensor<4xf32>, tensor<4xf32>, tensor<4x8xf32>
}
