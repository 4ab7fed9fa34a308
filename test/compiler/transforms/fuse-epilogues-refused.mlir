// What does not fuse, and why.
// RUN: aic-opt --aic-fuse-epilogues %s | FileCheck %s
// RUN: aic-opt --aic-fuse-epilogues --remark-format=emitRemark --remarks-filter='.*' %s -o /dev/null 2>&1 | FileCheck --check-prefix=REMARK %s
// RUN: aic-opt --aic-fuse-epilogues=max-operators=2 %s | FileCheck --check-prefix=TWO %s
// RUN: aic-opt --aic-fuse-epilogues=max-buffers=3 %s | FileCheck --check-prefix=BUFFERS %s

// The add makes more elements than the linear: each of the linear's would be computed nine times.
// CHECK-LABEL: @broadcasts_the_root
// CHECK-NOT: aic.fused
// CHECK: return
// REMARK: fuse-epilogues-refused.mlir:[[@LINE+5]]:{{.*}}[Missed]{{.*}}"add does not join the operator before it: mean makes f32[3, 1], and add makes f32[3, 9]"
// REMARK: [Missed]{{.*}}"linear has no epilogue: its result is read by mean, which is not elementwise"
func.func @broadcasts_the_root(%x: tensor<3x9xf32>, %w: tensor<9x9xf32>) -> tensor<3x9xf32> {
  %l = aic.linear %x, %w : (tensor<3x9xf32>, tensor<9x9xf32>) -> tensor<3x9xf32>
  %0 = aic.mean %l {dims = array<i64: 1>, keepdim = true} : (tensor<3x9xf32>) -> tensor<3x1xf32>
  %1 = aic.add %0, %x : (tensor<3x1xf32>, tensor<3x9xf32>) -> tensor<3x9xf32>
  return %1 : tensor<3x9xf32>
}

// The softmax reads the linear and feeds the add: the two must run one after the other.
// CHECK-LABEL: @cycle
// CHECK: %[[L:.*]] = aic.linear
// CHECK: aic.fused(%[[L]])
// CHECK: aic.softmax
// CHECK: aic.add
// CHECK: return
func.func @cycle(%x: tensor<3x9xf32>, %w: tensor<9x9xf32>) -> tensor<3x9xf32> {
  %0 = aic.linear %x, %w : (tensor<3x9xf32>, tensor<9x9xf32>) -> tensor<3x9xf32>
  %1 = aic.softmax %0 {dim = 1 : i64} : (tensor<3x9xf32>) -> tensor<3x9xf32>
  %2 = aic.add %0, %1 : (tensor<3x9xf32>, tensor<3x9xf32>) -> tensor<3x9xf32>
  return %2 : tensor<3x9xf32>
}

// A chain that the root itself reads stays outside: the kernel reads it at other places than its own.
// CHECK-LABEL: @root_reads_the_chain
// CHECK: %[[S:.*]] = aic.sigmoid %arg0
// CHECK: aic.fused(%[[S]], %arg1)
// CHECK-NEXT: ^bb0
// CHECK-NEXT: aic.linear
// CHECK-NEXT: aic.add
func.func @root_reads_the_chain(%x: tensor<3x9xf32>, %w: tensor<9x9xf32>) -> tensor<3x9xf32> {
  %0 = aic.sigmoid %x : tensor<3x9xf32>
  %1 = aic.linear %0, %w : (tensor<3x9xf32>, tensor<9x9xf32>) -> tensor<3x9xf32>
  %2 = aic.add %0, %1 : (tensor<3x9xf32>, tensor<3x9xf32>) -> tensor<3x9xf32>
  return %2 : tensor<3x9xf32>
}

// CHECK-LABEL: @moves_bytes
// CHECK-NOT: aic.fused
// CHECK: return
// REMARK: "linear has no epilogue: its result is read by reshape, which is not elementwise"
func.func @moves_bytes(%x: tensor<3x9xf32>, %w: tensor<9x9xf32>) -> tensor<27xf32> {
  %0 = aic.linear %x, %w : (tensor<3x9xf32>, tensor<9x9xf32>) -> tensor<3x9xf32>
  %1 = aic.reshape %0 : (tensor<3x9xf32>) -> tensor<27xf32>
  %2 = aic.relu %1 : tensor<27xf32>
  return %2 : tensor<27xf32>
}

// CHECK-LABEL: @single
// CHECK-NEXT: aic.relu
// CHECK-NEXT: return
func.func @single(%x: tensor<3x9xf32>) -> tensor<3x9xf32> {
  %0 = aic.relu %x : tensor<3x9xf32>
  return %0 : tensor<3x9xf32>
}

// TWO-LABEL: @long
// TWO: aic.fused
// TWO-NEXT: ^bb0
// TWO-NEXT: aic.exp
// TWO-NEXT: aic.neg
// TWO-NEXT: aic.yield
// TWO: aic.abs
// CHECK-LABEL: @long
// CHECK: aic.exp
// CHECK-NEXT: aic.neg
// CHECK-NEXT: aic.abs
func.func @long(%x: tensor<3x9xf32>) -> tensor<3x9xf32> {
  %0 = aic.exp %x : tensor<3x9xf32>
  %1 = aic.neg %0 : tensor<3x9xf32>
  %2 = aic.abs %1 : tensor<3x9xf32>
  return %2 : tensor<3x9xf32>
}

// BUFFERS-LABEL: @many_operands
// BUFFERS: %[[F:.*]] = aic.fused(%arg0, %arg1)
// BUFFERS-NEXT: ^bb0
// BUFFERS-NEXT: aic.add
// BUFFERS-NEXT: aic.exp
// BUFFERS-NEXT: aic.yield
// BUFFERS: aic.add %[[F]], %arg2
func.func @many_operands(%x: tensor<3x9xf32>, %y: tensor<3x9xf32>, %z: tensor<3x9xf32>) -> tensor<3x9xf32> {
  %0 = aic.add %x, %y : (tensor<3x9xf32>, tensor<3x9xf32>) -> tensor<3x9xf32>
  %1 = aic.exp %0 : tensor<3x9xf32>
  %2 = aic.add %1, %z : (tensor<3x9xf32>, tensor<3x9xf32>) -> tensor<3x9xf32>
  return %2 : tensor<3x9xf32>
}
