// The folders: what each removes, and what it leaves alone.
// RUN: aic-opt --canonicalize --allow-unregistered-dialect --split-input-file %s | FileCheck %s

// CHECK-LABEL: @neutral
// CHECK-SAME: (%[[X:.*]]: tensor<2x3xf32>, %[[I:.*]]: tensor<3xi32>)
// CHECK-NEXT: return %[[X]], %[[X]], %[[X]], %[[X]], %[[X]], %[[X]], %[[X]], %[[I]], %[[I]], %[[I]]
func.func @neutral(%x: tensor<2x3xf32>, %i: tensor<3xi32>) -> (tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>, tensor<3xi32>, tensor<3xi32>, tensor<3xi32>) {
  %zero = aic.constant dense<0.0> : tensor<f32>
  %minus = aic.constant dense<-0.0> : tensor<3xf32>
  %one = aic.constant dense<1.0> : tensor<1x1xf32>
  %izero = aic.constant dense<0> : tensor<1xi32>
  %ione = aic.constant dense<[1, 1, 1]> : tensor<3xi32>
  %0 = aic.add %x, %zero : (tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xf32>
  %1 = aic.add %minus, %x : (tensor<3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
  %2 = aic.sub %x, %zero : (tensor<2x3xf32>, tensor<f32>) -> tensor<2x3xf32>
  %3 = aic.mul %x, %one : (tensor<2x3xf32>, tensor<1x1xf32>) -> tensor<2x3xf32>
  %4 = aic.mul %one, %x : (tensor<1x1xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
  %5 = aic.div %x, %one : (tensor<2x3xf32>, tensor<1x1xf32>) -> tensor<2x3xf32>
  %6 = aic.cast %x : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %7 = aic.add %izero, %i : (tensor<1xi32>, tensor<3xi32>) -> tensor<3xi32>
  %8 = aic.mul %i, %ione : (tensor<3xi32>, tensor<3xi32>) -> tensor<3xi32>
  %9 = aic.div %i, %ione : (tensor<3xi32>, tensor<3xi32>) -> tensor<3xi32>
  return %0, %1, %2, %3, %4, %5, %6, %7, %8, %9 : tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>, tensor<3xi32>, tensor<3xi32>, tensor<3xi32>
}

// -----

// The constant widens x's shape; it is not the neutral element; it is on the side where it means something else.
// CHECK-LABEL: @notNeutral
// CHECK-DAG: aic.add %{{.*}}, %{{.*}} : (tensor<3xf32>, tensor<2x3xf32>)
// CHECK-DAG: aic.mul
// CHECK-DAG: aic.add %{{.*}}, %{{.*}} : (tensor<3xf32>, tensor<3xf32>)
// CHECK-DAG: aic.sub
// CHECK-DAG: aic.div
// CHECK-DAG: aic.cast
// CHECK: return
func.func @notNeutral(%x: tensor<3xf32>) -> (tensor<2x3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf64>) {
  %wide = aic.constant dense<0.0> : tensor<2x3xf32>
  %zero = aic.constant dense<0.0> : tensor<3xf32>
  %one = aic.constant dense<1.0> : tensor<3xf32>
  %mixed = aic.constant dense<[0.0, 0.0, 1.0e-45]> : tensor<3xf32>
  %0 = aic.add %x, %wide : (tensor<3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
  %1 = aic.mul %x, %zero : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %2 = aic.add %x, %mixed : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %3 = aic.sub %zero, %x : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %4 = aic.div %one, %x : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %5 = aic.cast %x : (tensor<3xf32>) -> tensor<3xf64>
  return %0, %1, %2, %3, %4, %5 : tensor<2x3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf64>
}

// -----

// An empty constant holds no neutral element, and crashes nothing.
// CHECK-LABEL: @empty
func.func @empty(%x: tensor<0xf32>) -> tensor<0xf32> {
  %c = aic.constant dense<> : tensor<0xf32>
  %0 = aic.add %x, %c : (tensor<0xf32>, tensor<0xf32>) -> tensor<0xf32>
  return %0 : tensor<0xf32>
}

// -----

// CHECK-LABEL: @relu
// CHECK-SAME: (%[[X:.*]]: tensor<3xf32>)
// CHECK-NEXT: %[[R:.*]] = aic.relu %[[X]]
// CHECK-NEXT: return %[[R]]
func.func @relu(%x: tensor<3xf32>) -> tensor<3xf32> {
  %0 = aic.relu %x : tensor<3xf32>
  %1 = aic.relu %0 : tensor<3xf32>
  %2 = aic.relu %1 : tensor<3xf32>
  return %2 : tensor<3xf32>
}

// -----

// CHECK-LABEL: @reshape
// CHECK-SAME: (%[[X:.*]]: tensor<2x6xf32>)
// CHECK-NEXT: %[[R:.*]] = aic.reshape %[[X]] : (tensor<2x6xf32>) -> tensor<4x3xf32>
// CHECK-NEXT: return %[[X]], %[[X]], %[[R]]
func.func @reshape(%x: tensor<2x6xf32>) -> (tensor<2x6xf32>, tensor<2x6xf32>, tensor<4x3xf32>) {
  %0 = aic.reshape %x : (tensor<2x6xf32>) -> tensor<2x6xf32>
  %1 = aic.reshape %x : (tensor<2x6xf32>) -> tensor<12xf32>
  %2 = aic.reshape %1 : (tensor<12xf32>) -> tensor<2x6xf32>
  %3 = aic.reshape %1 : (tensor<12xf32>) -> tensor<4x3xf32>
  return %0, %2, %3 : tensor<2x6xf32>, tensor<2x6xf32>, tensor<4x3xf32>
}

// -----

// NCHW to NHWC and back is nothing; a rotation twice is one rotation by two; an axis order that keeps the type is not the
// identity.
// CHECK-LABEL: @transpose
// CHECK-SAME: (%[[X:.*]]: tensor<1x3x4x5xf32>, %[[S:.*]]: tensor<4x4xf32>)
// CHECK-NEXT: %[[T:.*]] = aic.transpose %[[X]] {perm = array<i64: 2, 3, 0, 1>} : (tensor<1x3x4x5xf32>) -> tensor<4x5x1x3xf32>
// CHECK-NEXT: %[[U:.*]] = aic.transpose %[[S]] {perm = array<i64: 1, 0>}
// CHECK-NEXT: return %[[X]], %[[X]], %[[T]], %[[U]]
func.func @transpose(%x: tensor<1x3x4x5xf32>, %s: tensor<4x4xf32>) -> (tensor<1x3x4x5xf32>, tensor<1x3x4x5xf32>, tensor<4x5x1x3xf32>, tensor<4x4xf32>) {
  %0 = aic.transpose %x {perm = array<i64: 0, 1, 2, 3>} : (tensor<1x3x4x5xf32>) -> tensor<1x3x4x5xf32>
  %1 = aic.transpose %x {perm = array<i64: 0, 2, 3, 1>} : (tensor<1x3x4x5xf32>) -> tensor<1x4x5x3xf32>
  %2 = aic.transpose %1 {perm = array<i64: 0, 3, 1, 2>} : (tensor<1x4x5x3xf32>) -> tensor<1x3x4x5xf32>
  %3 = aic.transpose %x {perm = array<i64: 1, 2, 3, 0>} : (tensor<1x3x4x5xf32>) -> tensor<3x4x5x1xf32>
  %4 = aic.transpose %3 {perm = array<i64: 1, 2, 3, 0>} : (tensor<3x4x5x1xf32>) -> tensor<4x5x1x3xf32>
  %5 = aic.transpose %s {perm = array<i64: 1, 0>} : (tensor<4x4xf32>) -> tensor<4x4xf32>
  return %0, %2, %4, %5 : tensor<1x3x4x5xf32>, tensor<1x3x4x5xf32>, tensor<4x5x1x3xf32>, tensor<4x4xf32>
}

// -----

// Composition is not commutative: axes 0 and 1 swapped, then rotated.
// CHECK-LABEL: @order
// CHECK-NEXT: aic.transpose %{{.*}} {perm = array<i64: 0, 2, 1>} : (tensor<2x3x5xf32>) -> tensor<2x5x3xf32>
func.func @order(%x: tensor<2x3x5xf32>) -> tensor<2x5x3xf32> {
  %0 = aic.transpose %x {perm = array<i64: 1, 0, 2>} : (tensor<2x3x5xf32>) -> tensor<3x2x5xf32>
  %1 = aic.transpose %0 {perm = array<i64: 1, 2, 0>} : (tensor<3x2x5xf32>) -> tensor<2x5x3xf32>
  return %1 : tensor<2x5x3xf32>
}

// -----

// CHECK-LABEL: @expand
// CHECK-SAME: (%[[X:.*]]: tensor<1x3xf32>)
// CHECK-NEXT: %[[E:.*]] = aic.expand %[[X]] : (tensor<1x3xf32>) -> tensor<4x2x3xf32>
// CHECK-NEXT: return %[[X]], %[[E]]
func.func @expand(%x: tensor<1x3xf32>) -> (tensor<1x3xf32>, tensor<4x2x3xf32>) {
  %0 = aic.expand %x : (tensor<1x3xf32>) -> tensor<1x3xf32>
  %1 = aic.expand %x : (tensor<1x3xf32>) -> tensor<2x3xf32>
  %2 = aic.expand %1 : (tensor<2x3xf32>) -> tensor<4x2x3xf32>
  return %0, %2 : tensor<1x3xf32>, tensor<4x2x3xf32>
}

// -----

// A whole slice folds, also where a step does not matter; one that walks backwards over a whole axis does not.
// CHECK-LABEL: @pieces
// CHECK-SAME: (%[[X:.*]]: tensor<2x1xf32>)
// CHECK-NEXT: %[[B:.*]] = aic.slice %[[X]] {offsets = array<i64: 1, 0>
// CHECK-NEXT: %[[C:.*]] = aic.concat %[[X]], %[[X]]
// CHECK-NEXT: return %[[X]], %[[X]], %[[B]], %[[C]]
func.func @pieces(%x: tensor<2x1xf32>) -> (tensor<2x1xf32>, tensor<2x1xf32>, tensor<2x1xf32>, tensor<4x1xf32>) {
  %0 = aic.concat %x {dim = 0 : i64} : (tensor<2x1xf32>) -> tensor<2x1xf32>
  %1 = aic.slice %x {offsets = array<i64: 0, 0>, sizes = array<i64: 2, 1>, strides = array<i64: 1, -7>} : (tensor<2x1xf32>) -> tensor<2x1xf32>
  %2 = aic.slice %x {offsets = array<i64: 1, 0>, sizes = array<i64: 2, 1>, strides = array<i64: -1, 1>} : (tensor<2x1xf32>) -> tensor<2x1xf32>
  %3 = aic.concat %x, %x {dim = 0 : i64} : (tensor<2x1xf32>, tensor<2x1xf32>) -> tensor<4x1xf32>
  return %0, %1, %2, %3 : tensor<2x1xf32>, tensor<2x1xf32>, tensor<2x1xf32>, tensor<4x1xf32>
}

// -----

// Equal constants become one; a resource keeps its key, and unused ones go.
// CHECK-LABEL: @constants
// CHECK-NEXT: %[[C:.*]] = aic.constant dense<2.000000e+00> : tensor<3xf32>
// CHECK-NEXT: %[[A:.*]] = aic.add %{{.*}}, %[[C]]
// CHECK-NEXT: aic.mul %[[A]], %[[C]]
func.func @constants(%x: tensor<3xf32>) -> tensor<3xf32> {
  %0 = aic.constant dense<2.0> : tensor<3xf32>
  %1 = aic.constant dense<2.0> : tensor<3xf32>
  %2 = aic.constant dense<3.0> : tensor<3xf32>
  %3 = aic.add %x, %0 : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %4 = aic.mul %3, %1 : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  return %4 : tensor<3xf32>
}

// -----

// At a module's top level operations may form cycles. Folding ends.
// CHECK: "test.keep"
%zero = aic.constant dense<0.0> : tensor<2x2xf32>
%0 = aic.relu %0 : tensor<2x2xf32>
%1 = aic.add %1, %zero : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<2x2xf32>
%2 = aic.transpose %4 {perm = array<i64: 1, 0>} : (tensor<2x2xf32>) -> tensor<2x2xf32>
%3 = aic.transpose %2 {perm = array<i64: 1, 0>} : (tensor<2x2xf32>) -> tensor<2x2xf32>
%4 = aic.transpose %3 {perm = array<i64: 1, 0>} : (tensor<2x2xf32>) -> tensor<2x2xf32>
%5 = aic.reshape %7 : (tensor<4xf32>) -> tensor<4x1xf32>
%6 = aic.reshape %5 : (tensor<4x1xf32>) -> tensor<1x4xf32>
%7 = aic.reshape %6 : (tensor<1x4xf32>) -> tensor<4xf32>
%8 = aic.relu %9 : tensor<2x2xf32>
%9 = aic.relu %8 : tensor<2x2xf32>
%10 = aic.cast %10 : (tensor<2x2xf32>) -> tensor<2x2xf32>
"test.keep"(%0, %1, %2, %3, %4, %7, %8, %9, %10) : (tensor<2x2xf32>, tensor<2x2xf32>, tensor<2x2xf32>, tensor<2x2xf32>, tensor<2x2xf32>, tensor<4xf32>, tensor<2x2xf32>, tensor<2x2xf32>, tensor<2x2xf32>) -> ()
